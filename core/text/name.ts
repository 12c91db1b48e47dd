/**
 * A person's name as it is shown: with capitals where it was typed in small letters throughout ("nguyễn văn a"); any other
 * way of writing it is left as it is.
 */
export function personName(typed: string): string {
  if (typed !== typed.toLowerCase()) return typed
  return typed.replace(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
