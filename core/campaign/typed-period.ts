import { withoutEnd } from "../text/cut.ts"
import { clean } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { type MovedEdge, readMovedEdge } from "./moved-edge.ts"

const GOAL = new RegExp(
  `(?:^|[\\s,;:])(?:${oneOf("chỉ tiêu, chi tieu, mục tiêu, muc tieu, nâng, nang, tăng, tang, giảm, giam, hạ, ha, là, la, lên, len, xuống, xuong, còn, con, thành, thanh, được, duoc, bằng, bang, phấn đấu, phan dau, đạt, dat, đặt mốc, dat moc, đặt, mốc, moc")}(?=[\\s:=])[\\s:=]*)*(?<goal>\\d{1,3}(?:\\.\\d{3})+|\\d{2,9})(?:\\s*(?:sk|sáng kiến|sang kien|cái|cai))?[\\s.]*$`,
  "iu",
)
/** Where days are moved any other number may belong to them. */
const SAID_GOAL =
  /(?:chỉ tiêu|chi tieu|mục tiêu|muc tieu)[\s:=]*(?:là |la |lên |len |thành |thanh )?(?<goal>\d{1,3}(?:\.\d{3})+|\d{1,9})/iu
/** "1", "gđ2": which of them. */
const NUMBER = /(?:^|\s)(?:gđ|gd)?(\d{1,2})(?=[\s,:]|$)/iu
const DAYS =
  /(?<first>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)\s*(?:-|–|đến|den|tới|toi)\s*(?:hết\s+|het\s+|ngày\s+|ngay\s+)?(?<last>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)/iu
const ADDED = /^(?:thêm|them)(?:\s+|$)/iu
/** "thêm nữa, từ 3/5 …": it is not called that. */
const ONE_MORE =
  /(?<=^(?:thêm|them))(?:[\s,]+(?:nữa|nua|mới|moi|một|mot|từ|tu|ngày|ngay)(?=[\s,]|$))+[\s,]*/iu
/** "2 bỏ", "Tuần lễ xanh xóa đi em" */
const REMOVED =
  /(?:^|\s)(?:bỏ|bo|xóa|xoá|xoa|hủy|huỷ|huy)(?:\s(?:đi|di|giúp|giup|cho|anh|chị|chi|em|nhé|nhe|ạ|a))*[\s.!]*$/iu

/** What was typed about a period; what is missing stays as it is. */
export type TypedPeriod = {
  readonly name: string
  readonly days: readonly [string, string] | undefined
  readonly goal: number | undefined
  /** Only one of its ends moves; `beside`: the other words, where its name may stand. */
  readonly moved?: MovedEdge
  readonly beside?: string
  /** A new one beside those that are there. */
  readonly added?: true
  readonly removed?: true
  /** What it is to be called from now on. */
  readonly renamed?: string
}

const LONGEST_TYPED = 1_000

/** Behind "từ", or joined by a dash: "giai đoạn 1 đến 15/6" moves the end of a phase. */
const SHORT_SPAN =
  /(?<![\d/.])(?<!(?:đoạn|doan|gđ|gd)\s?)(?<first>\d{1,2})(?<to>\s?[-–]\s?|(?<=(?:từ|tu)\s(?:(?:ngày|ngay)\s)?\d{1,2})\s(?:đến|den|tới|toi)\s(?:(?:ngày|ngay)\s)?)(?<last>\d{1,2})(?<month>[/.]\d{1,2}(?:[/.]\d{2,4})?)(?![\d/.])/giu

/** "16-22/5" as "16/5-22/5": both days with their month. */
export function wholeDays(text: string): string {
  return text.replace(SHORT_SPAN, "$<first>$<month>$<to>$<last>$<month>")
}

/** A phase is everybody's. */
const OF_ALL = /\s(?:(?:của|cua|cho)\s)?(?:toàn|toan|cả|ca)\s(?:tỉnh|tinh)(?=\s|$)/giu

const MARKS = " ,:;\n"

/** A name without the marks behind it, and without the "từ ngày" that led to days which were taken out. */
function nameAlone(text: string): string {
  const bare = withoutEnd(text, MARKS)
  return withoutEnd(bare.replace(/(?:^|\s)(?:từ|tu)(?:\s(?:ngày|ngay))?$|\s(?:ngày|ngay)$/iu, ""), MARKS)
}

/** "1 đổi tên thành Giai đoạn khởi động" */
const RENAMED = /^(?<which>.{0,60}?)\s*(?:đổi tên|doi ten)\s+(?:thành|thanh|là|la|sang)\s+(?<called>\S.*)$/isu

/** Reads "1 từ 1/9/2021 đến 31/5/2022 chỉ tiêu 5.000", "1 gia hạn đến 15/6", "thêm tuần lễ xanh 31/3 - 8/4 1500" or "2 bỏ". */
export function readPeriod(text: string): TypedPeriod {
  const typed = wholeDays(clean(text.slice(0, LONGEST_TYPED))).replace(OF_ALL, "")
  const removed = REMOVED.exec(typed)
  if (removed !== null)
    return { name: nameAlone(typed.slice(0, removed.index)), days: undefined, goal: undefined, removed: true }
  const { which, called } = RENAMED.exec(typed)?.groups ?? {}
  if (which !== undefined && called !== undefined)
    return { name: nameAlone(which), days: undefined, goal: undefined, renamed: nameAlone(called) }
  const found = DAYS.exec(typed)
  const edge = found === null ? readMovedEdge(typed) : undefined
  if (edge !== undefined) {
    const goal = SAID_GOAL.exec(edge.rest)?.groups?.["goal"]
    return {
      name: NUMBER.exec(edge.rest)?.[1] ?? "",
      days: undefined,
      goal: goal === undefined ? undefined : Number(goal.replaceAll(".", "")),
      moved: edge.moved,
      beside: edge.rest,
    }
  }
  const { first = "", last = "" } = found?.groups ?? {}
  const withoutDays = found === null ? typed : typed.replace(found[0], " ")
  const goal = GOAL.exec(withoutDays)
  const name = nameAlone(goal === null ? withoutDays : withoutDays.slice(0, goal.index))
    .trimStart()
    .replace(ONE_MORE, "")
  return {
    name: name.replace(ADDED, ""),
    days: found === null ? undefined : [first, last],
    goal: goal === null ? undefined : Number((goal.groups?.["goal"] ?? "").replaceAll(".", "")),
    ...(ADDED.test(name) ? { added: true } : {}),
  }
}
