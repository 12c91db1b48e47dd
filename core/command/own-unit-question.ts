import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { OURS, WORKPLACE } from "./member-words.ts"
import { asking, IDEA } from "./officer-words.ts"
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
/** "tháng này mấy cái" */
const PERIOD_COUNTED =
  /^((?:tuan|thang) (?:nay|truoc)|hom (?:nay|qua))(?: (?:minh|don vi|to|ben em|thi|duoc|co|da|moi))* (?:may|bao nhieu|bn)(?: (?:cai|sk|sang kien))?(?: (?:roi|a|em|vay|the|nhi))*$/
const LONGEST = 80

/** Whether somebody asks which initiatives their own unit has. */
export function asksForOwnUnits(text: string): boolean {
  return text.length <= LONGEST && OWN_UNITS_IDEAS.test(plainly(text))
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
