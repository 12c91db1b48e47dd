/** An invitation as it was copied: nothing else looks like it. */
const ONLY_A_CODE = /^(?=.*\d)[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,3}$/iu

/** One in a hundred has no digit at all; in capitals, as it was copied. */
const ONLY_A_CODE_OF_LETTERS = /^[A-Z]{4}(?:-[A-Z]{4}){3}$/
/** The same with blanks between its groups, as it is read out: two of them hold digits, for "giam 50tr tien dien" is none. */
const ONLY_A_SPACED_CODE = /^[A-Z0-9]{4}(?:\s[A-Z0-9]{4}){2,3}$/iu
/** In capitals, and of nothing but what codes are made of, hardly a digit is needed: "THAY VUNG CHAN QUAT" are words. */
const ONLY_A_CAPITAL_CODE = /^[A-HJ-NP-Z2-9]{4}(?:\s[A-HJ-NP-Z2-9]{4}){3}$/
const SYLLABLE = /^[BCDGHKLMNPQRSTVX]{0,3}[AEUY]{1,3}(?:C|CH|M|N|NG|NH|P|T)?$/
/** "chào bot, mã hỗ trợ của em là …": copied whole into a sentence. */
const CODE_WITHIN =
  /(?:^|\s)(?:mã|ma|code)\s.{0,40}?(?<![\w-])((?=[A-Z0-9-]*\d)[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,3}|[A-Z]{4}(?:-[A-Z]{4}){3})(?![\w-])/iu
const LONGEST_WITH_CODE = 120

/** A code of an invitation that a message hands over, however it was typed. */
export function codeHandedOver(typed: string): string | undefined {
  if (typed.length > LONGEST_WITH_CODE) return undefined
  if (
    ONLY_A_CAPITAL_CODE.test(typed) &&
    typed.split(" ").filter((group) => !SYLLABLE.test(group)).length >= 2
  )
    return typed.replaceAll(" ", "-")
  if (!/[\d-]/.test(typed)) return undefined
  if (ONLY_A_CODE.test(typed) || ONLY_A_CODE_OF_LETTERS.test(typed)) return typed
  if (ONLY_A_SPACED_CODE.test(typed) && typed.split(" ").filter((group) => /\d/.test(group)).length >= 2)
    return typed.replaceAll(" ", "-")
  return typed.includes("-") ? CODE_WITHIN.exec(typed)?.[1] : undefined
}
