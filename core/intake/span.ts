import type { Decision } from "../conversation/decision.ts"
import type { Turn } from "../conversation/turn.ts"
import { clean, fold } from "../text/fold.ts"
import { formatMoney, type Money } from "../text/money.ts"
import { parseMoney } from "../text/money-reading.ts"
import { askWhich, isOpen } from "./which-initiative.ts"

const SPAN = "(?:thang|nam|quy|tuan|ngay|ca)"
const EACH = "(?:(?:la|tinh|theo|moi|mot|1|hang|tren|cho) )*"
const END = "(?: (?:a|em|nhe|nha|thoi|co|day|do|chu|moi dung))*\\W*$"
/** "không phải năm mà là tháng" */
const NOT_BUT = new RegExp(`(?:^| )(?:khong|ko|k) phai ${EACH}${SPAN},? (?:ma )?${EACH}(${SPAN})${END}`)
/** "tháng chứ không phải năm" */
const AND_NOT = new RegExp(`(?:^| )${EACH}(${SPAN}) (?:chu|ma) (?:khong|ko|k) phai ${EACH}${SPAN}${END}`)
/** "một tháng", "tính theo tháng nhé"; "tháng" alone is none. */
const ALONE = new RegExp(
  `^(?:(?:a|da|u|y|em|toi|minh|chi|anh) )*(?:(?:la|tinh|theo|moi|mot|1|hang|tren) )+(${SPAN})${END}`,
)
const LONGEST = 60

const TYPED: Readonly<Record<string, string>> = {
  thang: "tháng",
  nam: "năm",
  quy: "quý",
  tuan: "tuần",
  ngay: "ngày",
  ca: "ca",
}

/** The amount with the span of time that is said behind it, alone or in the place of another; undefined where no span is said. */
export function withSpan(benefit: Money | undefined, text: string): Money | undefined {
  if (benefit === undefined || benefit.amount === null || text.length > LONGEST) return undefined
  const said = fold(clean(text))
  const alone = benefit.period === null ? ALONE.exec(said)?.[1] : undefined
  const span = TYPED[(NOT_BUT.exec(said) ?? AND_NOT.exec(said))?.[1] ?? alone ?? ""]
  if (span === undefined) return undefined
  const read = parseMoney(`1 triệu/${span}`)
  if (read.kind !== "money") return undefined
  const { period } = read.money
  return { ...benefit, raw: formatMoney({ ...benefit, period }), period }
}

const MAY_NAME_SPAN = /(?:^| )(?:thang|nam|quy|tuan|ngay|ca)(?: |\W|$)/
const LAST_MS = 60 * 60_000

/** "không phải năm mà là tháng": of the benefit of what was registered within the hour. */
export async function spanPutRight(turn: Turn): Promise<Decision | undefined> {
  const { context, moment, reads, written } = turn
  const { text } = written
  if (context.person === undefined || text.length > LONGEST || !MAY_NAME_SPAN.test(fold(text)))
    return undefined
  const [newest] = (await reads.initiativesOf(context.person.id, 1)).newest
  if (newest === undefined || !isOpen(newest) || moment.now - newest.createdAt > LAST_MS) return undefined
  const [dossier] = await reads.dossiers([newest.number])
  const benefit = withSpan(dossier?.benefit, text)
  return benefit && (await askWhich(turn, (code) => `sửa ${code} làm lợi: ${benefit.raw}`))
}
