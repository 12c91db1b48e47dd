import { Head } from "../command/head.ts"
import { tellsAGain } from "../command/object.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { offerUnits, unitNamed } from "../conversation/which-unit.ts"
import { namesCode } from "../intake/code.ts"
import { unitSaid } from "../intake/sent-early.ts"
import { isPartOfUnit } from "../intake/units-by-name.ts"
import { clean } from "../text/fold.ts"
import { ONESELF } from "../text/kin.ts"
import { oneOf } from "../text/pattern.ts"
import { correctUnit } from "./my-data-correct.ts"
import { isOfficer } from "./role.ts"

/** "ko phải, chị ở trạm y tế trại cau": it may be said by the way, so it is asked. */
const NOT_THAT = oneOf(
  "dạ, ko phải, không phải, khong phai, sai rồi, sai roi, nhầm rồi, nham roi, nhầm, nham",
  "sai đơn vị, sai don vi, sai đơn vị rồi, sai don vi roi, nhầm đơn vị, nham don vi, nhầm đơn vị rồi, nham don vi roi, ghi sai đơn vị, ghi nhầm đơn vị",
)
const I = oneOf(ONESELF)
/** "em chuyển sang điện tử sông công rồi": meant when a unit is called like that. */
const MOVED = new RegExp(
  `^(?:dạ )?${I} (?:đã |da |mới |moi |vừa |vua )?(?:chuyển|chuyen) (?:sang|về|ve|qua) (.{2,80}?)(?: (?:rồi|roi|ạ|nhé|nhe|em))*[\\s.!]*$`,
  "iu",
)
const WORK = oneOf("làm , lam , công tác , cong tac , làm việc , lam viec ")
/** "giờ em ở …", "từ tháng này em làm ở …" */
const NOWADAYS = `(?:${oneOf("giờ, gio, bây giờ, bay gio, nay, hiện, hien, hiện nay, hiện tại, hien tai, hiện giờ, mới, moi, rồi, từ tháng này, tu thang nay, từ tuần này, từ hôm nay, từ tháng trước, thì, thi, là, mà")}\\s+)*`
const AT = oneOf("ở, o, thuộc, thuoc, bên, ben, tại, tai")
const BY_THE_WAY = oneOf(
  "mà, ma, cơ, co, ạ, nhé, nhe, em, rồi, roi, nha, ad, bot, bạn, làm, lam, công tác, cong tac",
)
/** "… chứ không phải may TNG" */
const AND_NOT_THERE = "[\\s,]+(?:chứ|chu)\\s+(?:không|khong|ko|k)(?:\\s+(?:phải|phai))?\\s.+"
const PLACED = new RegExp(
  `(?:^|[,.;]\\s)(?:${NOT_THAT}[\\s,.]+)*${NOWADAYS}${I} ${NOWADAYS}(?:đã |da |vừa |vua )*(?:${WORK}?${AT}|(?:về|ve|sang|qua)(?= .{2,80} (?:làm|lam|công tác|cong tac)(?: |$))) (.{2,80}?)(?:${AND_NOT_THERE}|(?: ${BY_THE_WAY})*[\\s.!]*)$`,
  "iu",
)

/** "chuyển SK-1 sang Samsung", "chuyển sang công ty Samsung giúp em": their record, or they themselves. */
const TO_BE_MOVED =
  /^(?:(?:dạ|em|anh|chị|tôi|mình|cho|nhờ|giúp|muốn|bot|xin)\s+)*(?:chuyển|chuyen|đổi|doi|sửa|sua)(?:\s+(?:giúp|giup|lại|lai|hồ sơ|ho so|sáng kiến|sang kien|cái|cai|này|nay|đơn vị|don vi|em|tôi|chị|anh|sk[-–\s]*\d{1,9}))*\s+(?:sang|về|ve|qua|thành|thanh)\s+(.{2,80}?)(?:\s+(?:giúp|giup|em|nhé|nhe|ạ|với|voi|đi|di|luôn))*[\s.!]*$/iu
/** "tôi không làm ở May TNG" */
const NOT_AT = new RegExp(
  `^(?:dạ )?${I} (?:có |co )?(?:không|khong|ko|k|đâu có|dau co)(?: phải| phai)? ${WORK}?${AT} (.{2,80}?)(?: ${BY_THE_WAY}| đâu| nữa| nua)*[\\s.!]*$`,
  "iu",
)

/** A unit that is wrong: they can put their own right, and what is done about a record that is registered already is told. */
export async function unitSaidWrong(turn: Turn): Promise<Decision | undefined> {
  const { context, reads, written } = turn
  if (context.chat.kind !== "private" || isOfficer(context.person)) return undefined
  const typed = clean(written.text)
  const to = TO_BE_MOVED.exec(typed)?.[1]
  const at = NOT_AT.exec(typed)?.[1]
  if (to === undefined && at === undefined) return undefined
  const named = unitNamed(to ?? at ?? "", await reads.units())
  const isMeant = to !== undefined && !NO_UNIT.test(to) && (namesCode(typed) || A_UNIT.test(to))
  const isUnit = named.kind === "sure" || isMeant
  return isUnit ? answer(turn, "unit-wrong-info") : undefined
}

/** "chuyển SK-1 sang lĩnh vực an toàn", "… cho chị Lan", "… lên cổng": anything but a workplace. */
const NO_UNIT =
  /^(?:lĩnh vực|linh vuc|mục|muc|cho|tên|ten|người|nguoi|tác giả|tac gia|anh|chị|chi|cô|bác|cấp|cap|lên|len|cổng|cong(?! ty| doan)|trạng thái|trang thai|nhóm|nhom|ngày|ngay|làm lợi|lam loi|bảo mật|bao mat|\d)(?:\s|$)/iu

/** A workplace, whether or not there is such a unit. */
const A_UNIT =
  /^(?:đơn vị|don vi|công ty|cong ty|cty|cđcs|cdcs|trường|truong|bệnh viện|benh vien|công đoàn|cong doan)\s/iu

/** "mình làm ở Trạm Y tế Chợ Chu thì thuộc công đoàn nào" */
const BELONGS = new RegExp(
  `^(?:${oneOf("dạ, em, ad, bot, ơi, oi, cho, hỏi, hoi, nếu, neu")}[\\s,]+)*(?:${I}\\s+)?${WORK}?(?:${AT}\\s+)?(.{2,80}?)[\\s,]+(?:thì\\s+|thi\\s+)?(?:là\\s+|la\\s+)?(?:thuộc|thuoc|chọn|chon|vào|vao|ghi|trực thuộc)\\s+(?:về\\s+)?(?:công đoàn|cong doan|đơn vị|don vi|cđcs|cdcs)(?:\\s+(?:cơ sở|co so))?\\s+(?:nào|nao|gì|gi)(?:\\s+(?:ạ|a|em|vậy|vay|thế|nhỉ|ad|bot))*[\\s?.!]*$`,
  "iu",
)

/** Which union a workplace belongs to: those that are called so are offered. */
export async function workplaceAsked(turn: Turn): Promise<Decision | undefined> {
  const { person, chat } = turn.context
  const place = BELONGS.exec(clean(turn.written.text))?.[1]
  if (place === undefined || person === undefined || chat.kind !== "private") return undefined
  const named = unitNamed(place, await turn.reads.units())
  if (named.kind === "sure" && named.unit.id === person.unit?.id)
    return answer(turn, "part-info", { unit: named.unit.name })
  if (named.kind === "none") return undefined
  const units = named.kind === "sure" ? [named.unit] : named.units
  return offerUnits(turn, units, (question) => ({ ...question, step: "my_data_unit" }))
}

/** Who says where they work, by the way or because they moved. */
export async function workplaceTold(turn: Turn): Promise<Decision | undefined> {
  const { context, reads, written } = turn
  const moved = MOVED.exec(clean(written.text))?.[1]
  if (moved !== undefined && unitNamed(moved, await reads.units()).kind === "sure")
    return await correctUnit(turn, moved)
  if (context.chat.kind !== "private") return undefined
  const place = PLACED.exec(clean(written.text))?.[1]
  const placed = place === undefined ? undefined : await askWhetherMoved(turn, place)
  if (placed !== undefined) return placed
  // "em ở tổ cắt chứ không phải tổ may"
  const { unit } = context.person ?? {}
  if (place !== undefined && unit !== undefined && isPartOfUnit(place))
    return answer(turn, "part-info", { unit: unit.name })
  // Before they agree nothing is asked of their unit: what they say of it is not asked again.
  const told = context.person === undefined ? await unitSaid(turn) : undefined
  return told && { ...answer(turn, "unit-noted", { unit: told.name }), remember: { unit: told } }
}

async function askWhetherMoved(turn: Turn, place: string): Promise<Decision | undefined> {
  const { person } = turn.context
  const named = unitNamed(place, await turn.reads.units())
  if (person === undefined || named.kind !== "sure" || named.unit.id === person.unit?.id) return undefined
  return offerUnits(turn, [named.unit], (question) => ({ ...question, step: "my_data_unit" }))
}

const MOST_WORDS_OF_PART = 4

/** "khoa hồi sức", "tổ may 5": of whoever is known to belong to a unit nothing more is asked. */
export function partTold(turn: Turn): Decision | undefined {
  const { context, written } = turn
  const { unit } = context.person ?? {}
  const head = new Head(clean(written.text))
  const isPart = head.words.length <= MOST_WORDS_OF_PART && isPartOfUnit(written.text) && !tellsAGain(head)
  return unit === undefined || !isPart ? undefined : answer(turn, "part-info", { unit: unit.name })
}
