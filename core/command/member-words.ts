import { oneOf } from "../text/pattern.ts"
import { means, type Name, type Reading, type Rest } from "./asked.ts"

/** What may stand before a member's question, and behind it: "em ơi cho hỏi …", "… vậy em nhỉ". */
const BEFORE =
  "(?:em |anh |chi |dong chi |cho |hoi |bot |ad |oi |the |vay |a |o |u |ua |ma |roi |thi |con |co |chu |bac |minh |toi |da |e |neu |nhung |khi |luc )*"
const BEHIND =
  "(?: (?:roi|a|e|em|anh|chi|nhi|vay|the|ad|bot|oi|chau|con|bac|co|chu|ay|nhe|nha|ha|voi|vs|di|day|nay|nua|dau|luon|lun|giup|ta|hien nay|den nay|den gio))*$"

export const ME = "(?:em|anh|chi|toi|minh|co|chu|bac|e|a|c|mk|tui)"
export const MANY = "(?:bao nhieu|may|bn)"
/** Where somebody works, and what makes it theirs: "tổ", "của bọn em". */
export const WORKPLACE = oneOf(
  "don vi, cong doan(?: co so)?, co so, co quan, cong ty, cty, to, doi, phong, khoa, truong, benh vien, ben, nha may, xuong, phan xuong, cdcs",
)
export const OURS = "(?:cua )?(?:em|minh|toi|anh|chi|ta|chung ta|chung toi|bon em|bon minh|e|mk)"
export const SEND = "(?:nop|gui|dang k[yi]|dk|dki)"

/** The whole of what is said, but for politeness: one of these ways to ask. */
export function asking(...ways: readonly string[]): RegExp {
  return new RegExp(`^${BEFORE}(?:${ways.join("|")})${BEHIND}`)
}

/** A row of a table of members' questions: these ways are all that is said but for politeness, those of `atTheEnd` may follow other words. */
export function asks(
  name: Name,
  rest: Rest,
  ways: readonly string[],
  atTheEnd: readonly string[] = [],
): Reading {
  const end = atTheEnd.length > 0 ? [new RegExp(`(?:^| )(?:${atTheEnd.join("|")})${BEHIND}`)] : []
  return means(name, rest, [asking(...ways), ...end])
}
