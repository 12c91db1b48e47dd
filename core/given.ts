/** What a type says of its parts once those that are undefined are left out. */
type Given<Parts> = { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> }

/**
 * The parts that are there. A part that may be missing is left out and never set to undefined (the compiler holds us to it, by
 * exactOptionalPropertyTypes): spread over something earlier, an undefined one would wipe out what is known already.
 */
export function given<Parts extends object>(parts: Parts): Given<Parts> {
  const left: Partial<Parts> = {}
  for (const key in parts) if (parts[key] !== undefined) left[key] = parts[key]
  return left as Given<Parts>
}
