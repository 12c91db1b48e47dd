import type { Decision } from "../conversation/decision.ts"
import type { Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { pagePhrases } from "../people/page.ts"
import { truncate } from "../text/cut.ts"
import { formatMoney, type Money } from "../text/money.ts"
import type { BenefitBound, BenefitWish } from "./benefit-wish.ts"
import { orWhyNot } from "./or-why-not.ts"
import { partAsked } from "./part-asked.ts"
import { spanWords } from "./period.ts"
import { planTally } from "./plan.ts"

/** A record with what it states, as it is listed. */
export type BenefitRecord = {
  readonly number: number
  readonly title: string
  readonly authorName: string
  readonly unitName: string
  readonly benefit: Money
  readonly refused: boolean
}

/** A page of them, the largest first, and how many there are; `uncompared`: how many more state what says nothing about a year. */
export type BenefitRecords = {
  readonly total: number
  readonly uncompared: number
  readonly page: readonly BenefitRecord[]
}

/** Lines of one page: they fit into a message on every platform. */
export const BENEFITS_PER_PAGE = 10
const TITLE_LENGTH = 70

/** Records of a unit by their benefit, of those registered within a period, in the whole campaign without one. For officers. */
export async function byBenefit(turn: Turn, { bound, typed, rest, page }: BenefitWish): Promise<Decision> {
  const onPage = page > 1 ? ` trang ${page}` : ""
  const again = (unit: string, period: string) => `tổng hợp ${typed} ${period} ${unit}${onPage}`
  const part = await partAsked(turn, rest, again)
  if ("decision" in part) return part.decision
  const { campaign, unit, ask } = part
  const { timeZone } = turn.moment
  return await orWhyNot(turn, campaign, ask.period, async () => {
    const { from, to } = planTally(campaign.campaign, ask, timeZone)
    const records = await turn.reads.byBenefit(campaign, unit.id, { span: { from, to }, bound, page })
    const where = { unit: unit.name, span: spanWords({ from, to }, timeZone) }
    return { phrases: benefitPhrases(records, { bound, page, where }, turn) }
  })
}

type Listed = {
  readonly bound: BenefitBound
  readonly page: number
  readonly where: { readonly unit: string; readonly span: string }
}

/** Authors are named in private only. */
function benefitPhrases(
  { total, uncompared, page: records }: BenefitRecords,
  { bound, page, where }: Listed,
  { context }: Turn,
): readonly Phrase[] {
  const isPrivate = context.chat.kind === "private"
  const head: Phrase = {
    key: "benefits-head",
    args: {
      ...where,
      count: total,
      bound: bound.kind,
      vnd: bound.kind === "unconverted" ? 0 : Number(bound.vnd),
    },
  }
  const missing: readonly Phrase[] =
    uncompared === 0 ? [] : [{ key: "benefits-uncompared", args: { count: uncompared } }]
  if (records.length === 0) return [head, ...(total === 0 ? missing : [{ key: "page-none" }])]
  return [
    head,
    ...records.map(
      (record): Phrase => ({
        key: "benefits-line",
        args: {
          code: initiativeCode(record.number),
          title: truncate(record.title, TITLE_LENGTH),
          benefit: formatMoney(record.benefit),
          who: isPrivate && record.authorName !== "" ? `${record.authorName} · ` : "",
          unit: record.unitName,
          state: record.refused ? "refused" : "stands",
        },
      }),
    ),
    ...missing,
    ...pagePhrases(page, Math.ceil(total / BENEFITS_PER_PAGE)),
  ]
}
