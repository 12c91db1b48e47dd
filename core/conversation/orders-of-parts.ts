import type { OrderPart } from "../command/order-words.ts"

/** What was said of an order; `records` and `units` by their codes, in the order in which they stand; empty words were not said. */
export type OrderParts = {
  readonly said: ReadonlySet<OrderPart>
  readonly records: readonly string[]
  readonly portalCodes: readonly string[]
  /** "NH-3" */
  readonly reminder: string | undefined
  /** Somebody's full name. */
  readonly person: string | undefined
  readonly units: readonly string[]
  /** Numbers as they were typed, and whether something is to become so many. */
  readonly numbers: readonly { readonly amount: string; readonly becomes: boolean }[]
  readonly headcount: { readonly members: string | undefined; readonly workers: string | undefined }
  /** "cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4" */
  readonly paper: string
  readonly reason: string
  /** The day from which it is to hold, as it was typed. */
  readonly from: string | undefined
  /** The number of a phase. */
  readonly phase: string | undefined
  /** What stands behind a colon. */
  readonly message: string
  /** "8h sáng mai" */
  readonly time: string
}

/** More are no question that somebody answers at a glance. */
const MOST_OFFERED = 3

/** The orders that the parts make, the likeliest first, as they could be typed. */
export function ordersOf(parts: OrderParts): readonly string[] {
  const orders = parts.records.length > 0 ? ofRecords(parts) : ofEverythingElse(parts)
  return [...new Set(orders)].slice(0, MOST_OFFERED)
}

type Has = (...any: readonly OrderPart[]) => boolean

function partsHave({ said }: OrderParts): Has {
  return (...any) => any.some((part) => said.has(part))
}

/** What may be done with the records that are named; to see the first of them is never wrong. */
function ofRecords(parts: OrderParts): readonly string[] {
  const has = partsHave(parts)
  const all = listed(parts.records)
  const [one = "", other] = parts.records
  const [unit] = parts.units
  const orders: string[] = []
  if (has("undo") && has("onPortal")) orders.push(`thu hồi lên cổng ${all}`)
  else if (has("undo") && has("recognize")) orders.push(`thu hồi công nhận ${all}`, `mở lại ${one}`)
  else if (has("undo") && has("duplicate")) orders.push(`thu hồi gộp ${one}`)
  else if (has("undo")) orders.push(`thu hồi ${all}`)
  if (has("duplicate") && !has("undo") && other !== undefined) orders.push(...mergers(one, other))
  if (has("history")) orders.push(`lịch sử ${one}`)
  if (has("moveUnit") && unit !== undefined) orders.push(`chuyển ${all} sang ${unit}`)
  if (has("correct")) orders.push(`sửa ${one}`)
  if (has("accept")) orders.push(`tiếp nhận ${all}`)
  if (has("onPortal") && !has("undo")) orders.push(onPortal(parts))
  if (has("refuse")) orders.push(`từ chối ${all}${parts.reason === "" ? "" : ` lý do ${parts.reason}`}`)
  if (has("askMore")) orders.push(`hỏi thêm ${one}`)
  if (has("recognize") && !has("undo", "refuse", "onPortal", "history"))
    orders.push(`công nhận ${all} ${parts.paper}`.trim())
  return [...orders.slice(0, MOST_OFFERED - 1), `xem ${one}`]
}

/** Those that follow each other as "SK-000030 đến SK-000044". */
function listed(codes: readonly string[]): string {
  const numberOf = (code: string) => Number(code.slice("SK-".length))
  const runs: string[][] = []
  for (const code of codes) {
    const run = runs.at(-1)
    const isNext = run !== undefined && numberOf(code) === numberOf(run.at(-1) ?? "") + 1
    if (isNext) run.push(code)
    else runs.push([code])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]} đến ${run.at(-1)}` : run.join(", "))).join(", ")
}

/** The earlier one usually stays. */
function mergers(one: string, other: string): readonly string[] {
  const [first, second] = one < other ? [one, other] : [other, one]
  return [`gộp ${second} vào ${first}`]
}

function onPortal({ records, portalCodes }: OrderParts): string {
  const withCodes = records.map((record, index) => `${record} ${portalCodes[index] ?? ""}`.trim())
  return `lên cổng ${withCodes.join(", ")}`
}

/** Each says what is ordered where its parts are there. */
const RULES: readonly ((parts: OrderParts, has: Has) => string | undefined)[] = [
  stopped,
  headcount,
  goal,
  changedTree,
  withdrawn,
  invited,
  linked,
  reminded,
  posted,
  waiting,
  scored,
]

function ofEverythingElse(parts: OrderParts): readonly string[] {
  const has = partsHave(parts)
  return RULES.flatMap((rule) => rule(parts, has) ?? [])
}

function stopped({ reminder }: OrderParts, has: Has): string | undefined {
  if (reminder !== undefined) return `bỏ ${reminder}`
  return has("stop", "undo") && has("reminder", "remind") ? "lịch nhắc" : undefined
}

/** "giờ 162 đoàn viên, 45 lao động" */
function headcount(
  { units: [unit], headcount: { members, workers }, from }: OrderParts,
  has: Has,
): string | undefined {
  // Its name is not known yet, and the unit that is named is the one above.
  if (has("newUnit")) return "đơn vị thêm"
  if (unit === undefined || (members === undefined && workers === undefined)) return undefined
  const counted = [
    members === undefined ? "" : `${members} đoàn viên`,
    workers === undefined ? "" : `${workers} lao động`,
  ]
  return `đơn vị ${unit} có ${counted.filter((each) => each !== "").join(", ")}${since(from)}`
}

function since(from: string | undefined): string {
  return from === undefined ? "" : ` từ ${from}`
}

function goal({ units: [unit], numbers, phase, from }: OrderParts, has: Has): string | undefined {
  if (has("peak")) return "các đợt cao điểm"
  if (!has("target", "pledge")) return has("phase") ? "các giai đoạn" : undefined
  const ofIt = numbers.filter(({ amount }) => amount !== phase)
  const amount = (ofIt.find(({ becomes }) => becomes) ?? ofIt[0])?.amount
  if (amount === undefined) return undefined
  if (has("pledge")) return `phấn đấu ${unit ?? ""} ${amount}`.replace("  ", " ")
  if (unit === undefined) return undefined
  return phase === undefined
    ? `giao chỉ tiêu ${unit} ${amount}${since(from)}`
    : `giao chỉ tiêu ${unit} giai đoạn ${phase} là ${amount}`
}

/** Units that become one, or belong elsewhere. */
function changedTree({ units: [unit, other], from }: OrderParts, has: Has): string | undefined {
  if (unit === undefined) return undefined
  if (has("mergeUnits") && other !== undefined) return `đơn vị gộp ${unit} vào ${other}${since(from)}`
  if (has("moveUnit") && other !== undefined && !has("handOver"))
    return `đơn vị chuyển ${unit} về ${other}${since(from)}`
  return has("closeUnit") ? `đơn vị đóng ${unit}${since(from)}` : undefined
}

function withdrawn({ units: [unit = ""], person }: OrderParts, has: Has): string | undefined {
  if (has("withdraw") && person !== undefined) return `thu hồi vai trò của ${person}`
  if (has("handOver")) return "bàn giao vai trò"
  return has("withdraw") || (has("who") && has("officer", "support")) ? `vai trò ${unit}`.trim() : undefined
}

function invited({ units: [unit = ""] }: OrderParts, has: Has): string | undefined {
  if (!has("invite") || has("who", "withdraw", "target", "pledge")) return undefined
  const role = has("support") ? "tổ hỗ trợ" : has("officer") ? "cán bộ" : undefined
  return role && `mời ${role} ${unit}`.trim()
}

function linked({ units }: OrderParts, has: Has): string | undefined {
  const unit = units.at(-1) ?? ""
  return has("groups") && has("link") ? (unit === "" ? "danh sách nhóm" : `liên kết ${unit}`) : undefined
}

function reminded({ units, message, time }: OrderParts, has: Has): string | undefined {
  if (!has("remind")) return undefined
  const words = `${time === "" ? "" : ` ${time}`}${message === "" ? "" : `: ${message}`}`
  const [unit] = units
  const whom = has("nothing")
    ? has("week")
      ? "đơn vị chưa có sáng kiến tuần này"
      : "đơn vị chưa có sáng kiến"
    : has("lag")
      ? "đơn vị chậm tiến độ"
      : // "chưa đạt" of a record is a verdict.
        has("short", "refuse")
        ? "đơn vị chưa đạt"
        : undefined
  if (whom === undefined) return unit && `nhắc ${units.join(" và ")}${words}`
  return `nhắc ${whom}${unit === undefined ? "" : ` của ${unit}`}${words}`
}

function posted({ message, time }: OrderParts, has: Has): string | undefined {
  if (!has("send")) return undefined
  if (has("groups"))
    return message === ""
      ? "danh sách nhóm"
      : `${time === "" ? "gửi tin cho" : "nhắc"} tất cả các nhóm${time === "" ? "" : ` ${time}`}: ${message}`
  return has("week") ? "tổng hợp tuần này" : undefined
}

/** "công nhận hết mấy cái đang đợi của Phúc Lương" */
function waiting({ units: [unit] }: OrderParts, has: Has): string | undefined {
  if (unit === undefined || !has("recognize") || has("withdraw", "who", "invite")) return undefined
  return has("all") ? `công nhận tất cả của ${unit}` : `hồ sơ chờ duyệt của ${unit}`
}

function scored({ units: [unit] }: OrderParts, has: Has): string | undefined {
  return unit !== undefined && has("scores") ? `điểm thi đua ${unit}` : undefined
}
