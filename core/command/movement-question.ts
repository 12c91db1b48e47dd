import { oneOf } from "../text/pattern.ts"
import { type Found, firstOf, type Reading } from "./asked.ts"
import { asks, IDEA, NAMED_PERIOD, SO_MANY, THINGS, UNIT } from "./officer-words.ts"

const WHO = `(?:(?:${NAMED_PERIOD}) )?(?:nhung |cac |may |${SO_MANY} )?${UNIT}(?: nao)?(?: (?:dang|bi|lai|co|ma|la|da|vua))*`
const WHEN = `(?: (?:trong |so voi )?(?<period>${NAMED_PERIOD}))?`
const WHERE = "(?: (?:cua|o|trong|thuoc) (?<unit>[^ ]+(?: [^ ]+){0,6}?))?"
const LIST = "(?:danh sach |liet ke )?"

/** The period may stand at the head as well: "tuần này đơn vị nào tăng nhiều nhất". */
function said(how: string): (found: Found) => string {
  return (found) =>
    `${how} ${EARLY.exec(found.said)?.[0] ?? found.typed("period")} ${found.typed("unit")}`.trim()
}
const EARLY = new RegExp(`^${NAMED_PERIOD}(?= )`)

const question: Reading = firstOf(
  asks("movement", said("gained"), [
    `${LIST}${WHO} (?:tang|len|them|tien)(?: (?:them|duoc|bac|manh|truong))* (?:nhieu|manh|nhanh|cao|tot|khoe)(?: nhat)?${WHEN}${WHERE}`,
    `${LIST}${WHO} (?:but pha|tang toc|chuyen bien)(?: (?:nhieu|ro|manh|nhanh))?(?: (?:nhat|ro|ret))*${WHEN}${WHERE}`,
    `${LIST}${WHO} (?:tang|co them|them)(?: ${oneOf(`nhieu, ${IDEA}, cai, moi`)})*${WHEN}${WHERE}`,
  ]),
  asks("movement", said("still"), [
    `${LIST}${WHO} (?:dung (?:im|yen|tai cho|nguyen|lai)|im(?: (?:re|lang|hoi|an))+|giam chan tai cho|(?:khong|ko|k|chua) (?:nhuc nhich|tang|them|co them|dong day|tien trien|thay doi|dong tinh)(?: ${oneOf(`duoc, them, gi, cai nao, chut nao, ${IDEA} nao, ${IDEA}`)})*)${WHEN}${WHERE}`,
  ]),
  asks("movement", said("fallen"), [
    `${LIST}${WHO} (?:tut|giam|xuong|roi|mat|sut)(?: (?:hang|bac|thu hang|vi tri))+${WHEN}${WHERE}`,
    `${LIST}${WHO} (?:tut|giam|sut|di xuong|tut lai|tut doc)(?: (?:nhieu|manh))?(?: nhat)?${WHEN}${WHERE}`,
  ]),
  asks("movement", said("risen"), [
    `${LIST}${WHO} (?:len|tang|vuot|nhay|leo)(?: (?:hang|bac|thu hang|vi tri))+(?: (?:nhieu )?nhat)?${WHEN}${WHERE}`,
  ]),
  // "bao nhiêu sáng kiến cấp tỉnh", "có mấy cái cấp cơ sở rồi của KCN"
  asks("scopes", (found) => `${found.typed("period")} ${found.typed("unit")}`.trim(), [
    `(?:(?:co|da|duoc|tong|so luong|danh sach|liet ke|cac|nhung|bao nhieu|may|bn) )*(?:${SO_MANY}${THINGS}|${IDEA}|cai|ho so)(?: (?:da|duoc|dat|cong nhan|xet))* cap (?:tinh|co so|toan quoc)${WHEN}${WHERE}`,
    `(?:(?:cong nhan|xet) )?cap (?:tinh|co so|toan quoc) (?:(?:co|duoc|da|thi) )*${SO_MANY}${THINGS}${WHEN}${WHERE}`,
  ]),
)

/** Without one of these words none of it is asked. */
const MOVES =
  /(?:^| )(?:tang|len|them|tien|but pha|chuyen bien|dung|im|giam|khong|ko|k|chua|tut|xuong|roi|mat|sut|vuot|nhay|leo|di xuong|cap) /

/** "đơn vị nào tăng nhiều nhất", "đơn vị nào đứng im", "bao nhiêu sáng kiến cấp tỉnh". */
export const movementQuestion: Reading = (head, words) =>
  ASKED_OF.test(words) && MOVES.test(`${words} `) ? question(head, words) : undefined
const ASKED_OF = new RegExp(`(?:^| )(?:${UNIT}|cap (?:tinh|co so|toan quoc))(?: |$)`)
