import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { MANY, ME, OURS, WORKPLACE } from "./member-words.ts"
import { asking, IDEA, NAMED_PERIOD } from "./officer-words.ts"
import { readCommand } from "./read.ts"

const PLACE = `(?:${WORKPLACE}|cho)(?: ${OURS})?`
const OF = "(?:(?:cua|o|trong|ben|tai) )?"
const LISTED = oneOf("danh sach, ds, cac, nhung, tat ca, toan bo, liet ke, ke, xem, coi, doc, may")
const DID = oneOf("nua, da, dang, duoc, co, vua, moi, nop, dang ky, gui")
const YET = oneOf("chua, khong, ko, k, roi")

/** "danh sách sáng kiến của đơn vị", "đơn vị mình có những sáng kiến nào", "có ai trong tổ đăng ký chưa" */
const OWN_UNITS_IDEAS = asking(
  `(?:${LISTED} )*${IDEA}(?: ${DID})* ${OF}${PLACE}(?: ${DID})*(?: (?:hom|tuan|thang|quy|nam|dot) (?:nay|truoc|qua))?`,
  `${OF}${PLACE}(?: (?:${DID}|${LISTED}))* ${IDEA} (?:nao|gi|j)`,
  `(?:co )?(?:nhung )?ai ${OF}${PLACE}(?: ${DID})+(?: ${IDEA})?(?: ${YET})*`,
  `(?:${OF}${PLACE} )?(?:hom|tuan|thang) nay(?: ${OF}${PLACE})? co (?:nhung )?ai(?: ${DID})+(?: ${IDEA})?(?: (?:nua|${YET}))+`,
  `${OF}${PLACE}(?: (?:co|da|nhung))* ai(?: ${DID})+(?: ${IDEA})?(?: ${YET})*`,
)
/** "từ đầu năm đến giờ mình có mấy sáng kiến": of a member, what they have of their own; "mình được mấy cái" is the unit's. */
const OWN_COUNTED = asking(
  `(?:(?:trong|tinh) )*${NAMED_PERIOD}(?: (?:nam|thang|quy|tuan|den|toi|gio|nay|bay gio|hom nay))* ${ME} (?:(?:da|duoc|co|moi|tat ca) )*(?:co|nop|gui|dang ky|dk)(?: duoc)? ${MANY} (?:cai|${IDEA}|ho so)(?: (?:roi|tat ca|het))*`,
)
/** "tháng này mấy cái" */
const PERIOD_COUNTED =
  /^((?:tuan|thang) (?:nay|truoc)|hom (?:nay|qua))(?: (?:minh|don vi|to|ben em|thi|duoc|co|da|moi))* (?:may|bao nhieu|bn)(?: (?:cai|sk|sang kien))?(?: (?:roi|a|em|vay|the|nhi))*$/
const LONGEST = 80

/** Whether somebody asks which initiatives their own unit has. */
export function asksForOwnUnits(text: string): boolean {
  return text.length <= LONGEST && OWN_UNITS_IDEAS.test(plainly(text))
}

/** Whether somebody asks how many there were in a week, a month or a day: "tháng này mình được mấy cái". */
export function asksHowManyThen(text: string): boolean {
  return text.length <= LONGEST && PERIOD_COUNTED.test(plainly(text))
}

/** Whether somebody asks how many they have of their own within a period. */
export function asksHowManyOwn(text: string): boolean {
  return text.length <= LONGEST && OWN_COUNTED.test(plainly(text))
}

function plainly(text: string): string {
  return fold(clean(text))
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim()
}

/** The period and unit whose figures somebody asks for in the words in which an officer asks for a tally: "số liệu tháng này". */
export function figuresAsked(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const command = readCommand(text, { officer: true })
  // What is short of the target, "còn thiếu mấy cái nữa", is in the progress itself.
  if (command?.name === "progress") return command.rest
  if (command?.name === "tally")
    return /chi tiet|linh vuc/.test(fold(command.rest)) ? undefined : command.rest
  return command === undefined ? PERIOD_COUNTED.exec(plainly(text))?.[1] : undefined
}
