/** Behind "SK" a comma ends the code, "SK-1, SK-3"; a bare "1," or "1." begins an amount or a list. */
const CODE = /^\s*(?:sk\s*[-–—]?\s*0*(\d{1,9})(?!\d|[.,]\d|%)|0*(\d{1,9})(?![\d.,%]))\s*[:,.;–—-]?\s*/i

/** "SK-000123": six digits at least. */
export function initiativeCode(number: number | string): string {
  return `SK-${String(number).padStart(6, "0")}`
}

/** Whether an initiative is named by its code, wherever it stands. */
export function namesCode(text: string): boolean {
  return /(?:^|[^\p{L}])sk[-–\s]*\d/iu.test(text)
}

/** "bổ sung SK-000123 giúp em ạ: …": what is said to the bot, before what it is to write. */
const POLITE_COLON =
  /^(?:(?:ạ|a|nhé|nhe|nha|với|voi|lại|lai|giúp|giup|giùm|gium|dùm|dum|hộ|cho|em|anh|chị|chi|tôi|toi|tui|mình|minh|e|c)(?=[\s:：])\s*){1,4}[:：]\s*/iu

/** The code at the head of `text` ("SK-000123", "sk 123", "123") and what follows it. */
export function readCode(text: string): { readonly number: number; readonly rest: string } | undefined {
  const found = CODE.exec(text)
  const number = found?.[1] ?? found?.[2]
  if (found === null || number === undefined) return undefined
  return { number: Number(number), rest: text.slice(found[0].length).trim().replace(POLITE_COLON, "") }
}
