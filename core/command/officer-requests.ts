import { DAY_TYPED } from "../campaign/effective-day.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Command, CommandName } from "./command.ts"
import { readCommand } from "./read.ts"

/** Who writes more at once tells something. */
const LONGEST = 240
const MOST_REQUESTS = 4
const JOINED =
  "và, va, rồi, roi, xong, sau đó, sau do, đồng thời, dong thoi, còn, con, với, voi, thì, thi, nữa, nua, nhưng, nhung"
const PLACE = new RegExp(
  `\\s*[,;.]\\s+(?:${oneOf(JOINED)}\\s+)*|(?<!v[ừu]a)\\s+(?:${oneOf(JOINED)}\\s+)+`,
  "giu",
)

/** What begins an officer's order or question; anything else goes on with what stands before it: "tiến độ KCN và GD". */
const OPENS = new RegExp(
  `^(?:${oneOf("em, anh, chi, bot, giup, ho, cho, nho, xin, gui, lay, xem, luon, toi, minh, thi, de")} )*${oneOf(
    "tong hop, bao cao, tien do, bang xep hang, xep hang, bxh, so sanh, don vi nao, don vi chua, nhac, don doc, giuc, cong nhan, duyet, tu choi, hoi them",
    "len cong, tiep nhan, xuat, danh sach, chi tieu, giao chi tieu, moi, vinh danh, lien ket, phan dau, thu hoi, sk ?-? ?\\d+",
  )}(?=[ ,;.]|$)`,
)

/** Answered, or done, at once. */
const AT_ONCE: ReadonlySet<CommandName> = new Set([
  ...([
    "progress",
    "ranking",
    "compare",
    "whoLags",
    "tally",
    "movement",
    "scopes",
    "export",
    "unitList",
  ] as const),
  ...(["recognize", "accept", "askMore", "refuse", "onPortal", "targets", "invite", "pledge"] as const),
])
/** Asks something back. */
const ASKS_BACK: ReadonlySet<CommandName> = new Set([
  "remind",
  "review",
  "honour",
  "units",
  "roles",
  "groups",
])
/** Ends with words for somebody, of which nobody knows where they end: only another record begins something else. */
const WITH_WORDS: ReadonlySet<CommandName> = new Set(["askMore", "refuse", "remind"])
const OF_RECORDS: ReadonlySet<CommandName> = new Set(["recognize", "accept", "askMore", "refuse", "onPortal"])
const NAMES_CODE = /(?:^|\s)sk\s?[-–—]?\s?\d/iu

/**
 * An officer's orders and questions that stand in one message, "công nhận SK-3 rồi từ chối SK-4 vì trùng", "tổng hợp tuần và xuất excel":
 * each as if it had been sent by itself, what asks something back last. Undefined for a single one, and for anything with words of their
 * own behind a colon.
 */
export function officerRequestsIn(text: string): readonly string[] | undefined {
  if (text.length > LONGEST || /[:：\n\t?]/u.test(text)) return undefined
  const typed = clean(text)
  if (WHETHER_IT_MAY.test(fold(typed))) return undefined
  const targets = targetsIn(typed)
  if (targets !== undefined) return targets
  const requests = parted(typed)
  if (requests.length < 2 || requests.length > MOST_REQUESTS) return undefined
  // "ai chưa nộp thì nhắc giúp chị" says whom to remind.
  const isReminder =
    requests[0]?.name !== "remind" && readCommand(typed, { officer: true })?.name === "remind"
  if (isReminder || isGoalOfPeriod(requests)) return undefined
  const [asking, atOnce] = [
    requests.filter(({ name }) => ASKS_BACK.has(name)),
    requests.filter(({ name }) => !ASKS_BACK.has(name)),
  ]
  return asking.length > 1 ? undefined : [...atOnce, ...asking].map(({ typed: one }) => one)
}

/** "mở thêm đợt cao điểm từ 3/5 đến 20/5, phấn đấu 800": what it is to reach, and no promise of a unit's. */
function isGoalOfPeriod([first, second]: readonly Request[]): boolean {
  return (
    first?.name === "targets" && second?.name === "pledge" && /giai doan|cao diem|dot/.test(fold(first.typed))
  )
}

const GIVES_TARGETS =
  /^(?:em |bot |giúp |giup )*(?:giao|đặt|dat)\s+(?:chỉ tiêu\s+|chi tieu\s+)?(?:cho\s+)?(?=\S.*\d.*\d)/iu
const ONE_TARGET = /^(?:cho\s+)?(?=\S*\p{L})\S.*?\s\d[\d.]*(?:\s+(?:sk|sáng kiến|sang kien|cái|cai))?$/iu

const POLITELY =
  /(?:\s+(?:(?:cho|giúp|giup|hộ|ho)\s+(?:chị|chi|anh|em|tôi|toi|mình|minh)|nhé|nhe|nha|em|với|voi|luôn|luon|đi|di|ạ))+[\s.!]*$/iu

/** "… được không": asked about, and not ordered. */
const WHETHER_IT_MAY = /(?:^| )(?:duoc|dc) (?:khong|ko|k)(?: (?:a|em|anh|chi|nhi|vay|the|ha))*\W*$/
const SINCE = new RegExp(String.raw`\s+(?:kể\s+|ke\s+)?(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?${DAY_TYPED}$`, "iu")

/** "giao May TNG 70 và KCN-02 100 từ 1/4": each unit with its own number; undefined for everything else. */
function targetsIn(text: string): readonly string[] | undefined {
  const typed = text.replace(POLITELY, "")
  const verb = GIVES_TARGETS.exec(typed)?.[0]
  if (verb === undefined) return undefined
  const since = SINCE.exec(typed)?.[0] ?? ""
  const parts = typed
    .slice(verb.length, typed.length - since.length)
    .split(/\s*[,;]\s+(?:(?:và|va|còn|con)\s+)?|\s+(?:và|va|còn|con)\s+/iu)
  const areTargets =
    parts.length > 1 && parts.length <= MOST_REQUESTS && parts.every((part) => ONE_TARGET.test(part))
  return areTargets ? parts.map((part) => `chỉ tiêu ${part.replace(/^cho\s+/iu, "")}${since}`) : undefined
}

/** "SK-3, SK-4 được": one verdict on several records, and no several requests. */
export function isVerdict(text: string): boolean {
  const name = text.length > LONGEST || !NAMES_CODE.test(text) ? undefined : requestOf(clean(text))?.name
  return name !== undefined && OF_RECORDS.has(name)
}

type Request = { readonly typed: string; readonly name: CommandName }

/** The requests in the order they stand; none where some part is none. */
function parted(typed: string): readonly Request[] {
  for (const { index, 0: gap } of typed.matchAll(PLACE)) {
    const first = requestOf(typed.slice(0, index))
    const rest = typed.slice(index + gap.length)
    if (first === undefined || !OPENS.test(fold(rest))) continue
    const further = parted(rest)
    const next = further[0]
    if (next === undefined) continue
    const isOther = !WITH_WORDS.has(first.name) || (OF_RECORDS.has(next.name) && NAMES_CODE.test(next.typed))
    if (isOther) return [first, ...further]
  }
  const whole = requestOf(typed)
  return whole === undefined ? [] : [whole]
}

function requestOf(typed: string): Request | undefined {
  const command = readCommand(typed, { officer: true })
  return command !== undefined && isRequest(command) ? { typed, name: command.name } : undefined
}

function isRequest({ name, rest, clear }: Command): boolean {
  if (!clear || !(AT_ONCE.has(name) || ASKS_BACK.has(name))) return false
  // Without its record, or its number, it only tells how it is done.
  return !OF_RECORDS.has(name) || NAMES_CODE.test(rest)
}
