/**
 * One of these, tried in this order: a part of a pattern that is put together from lists of words, each with a name of its own.
 * Items are parts of patterns themselves and stand apart by a comma and a space; a space before the comma belongs to the item.
 * For patterns compiled once, where they are declared.
 */
export function oneOf(...lists: readonly string[]): string {
  return `(?:${lists.flatMap((list) => list.split(", ")).join("|")})`
}
