const CODE = /^\s*(?:sk\s*[-–—]?\s*)?0*(\d{1,9})(?![\d.,%])\s*[:,.;–—-]?\s*/i

/** "SK-000123": six digits at least. */
export function initiativeCode(number: number | string): string {
  return `SK-${String(number).padStart(6, "0")}`
}

/** The code at the head of `text` ("SK-000123", "sk 123", "123") and what follows it. */
export function readCode(text: string): { readonly number: number; readonly rest: string } | undefined {
  const found = CODE.exec(text)
  if (found?.[1] === undefined) return undefined
  return { number: Number(found[1]), rest: text.slice(found[0].length).trim() }
}
