import { formatLocal, type Span } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { pagePhrases } from "../people/page.ts"
import { RECORDS_PER_PAGE } from "../tally/records.ts"
import { truncate } from "../text/cut.ts"
import { formatNumber } from "../text/number.ts"
import type { Scoreboard } from "./read.ts"
import type { CriterionScore, UnitScore } from "./score.ts"

/** A record that a criterion counts, or counts against the unit. */
export type ScoreRecord = {
  readonly number: number
  readonly title: string
  readonly unitName: string
  readonly unitCode: string
  /** When it was recognised or turned down, epoch milliseconds. */
  readonly at: number
  readonly kind: "recognized" | "refused" | "duplicate"
  /** As typed. */
  readonly benefit: string | undefined
}

/** A part of the records, by their numbers, and how many there are. */
export type ScoreRecords = { readonly total: number; readonly records: readonly ScoreRecord[] }

/** Records of which criterion; `unitIds` undefined: all units of the campaign. */
export type ScoreRecordAsk = {
  readonly campaignId: string
  readonly unitIds: readonly string[] | undefined
  readonly span: Span
  readonly of: { readonly by: "high_benefit"; readonly fromVnd: number } | { readonly by: "turned_down_pct" }
  readonly offset: number
  readonly limit: number
}

const TITLE_LENGTH = 70
/** More units than these are a wall. */
const MOST_UNITS = 30

/** The records, units or weeks behind the points of one criterion; `page` from 1. No author is named: it is read in groups too. */
export async function detailPhrases(
  turn: Turn,
  campaign: RunningCampaign,
  board: Scoreboard,
  { unit, score, page }: { readonly unit: UnitScore; readonly score: CriterionScore; readonly page: number },
): Promise<readonly Phrase[]> {
  const { basis, criterion } = score
  const { reads, moment } = turn
  const day = (at: number) => formatLocal(at, moment.timeZone, "day")
  switch (basis.by) {
    case "declared":
      return basis.mark === undefined
        ? [{ key: "score-detail-unmarked" }]
        : [
            {
              key: "score-detail-marked",
              args: {
                points: formatNumber(basis.mark.points),
                on: formatLocal(basis.mark.at, moment.timeZone, "date"),
                why: basis.mark.reason === undefined ? "no" : "yes",
                reason: basis.mark.reason ?? "",
              },
            },
          ]
    case "achieved_pct":
    case "exceeded_pct": {
      const kind = campaign.campaign.progressCounter
      const ask = { span: board.held, kind, page }
      const { added, back, page: records } = await reads.tallyRecords(campaign, unit.unitId, ask)
      const lines = records.map((record): Phrase => {
        const args = {
          code: initiativeCode(record.number),
          title: truncate(record.title, TITLE_LENGTH),
          who: "",
          unit: record.unitName,
          on: day(record.at),
        }
        return { key: record.back ? "records-line-back" : "records-line", args }
      })
      return listed(lines, added + back, page)
    }
    case "high_benefit":
    case "turned_down_pct": {
      const of =
        criterion.by === "high_benefit"
          ? { by: criterion.by, fromVnd: criterion.from_vnd }
          : ({ by: "turned_down_pct" } as const)
      const { total, records } = await reads.scoreRecords(campaign, unit.unitId, {
        span: board.span,
        of,
        offset: (page - 1) * RECORDS_PER_PAGE,
        limit: RECORDS_PER_PAGE,
      })
      const lines = records.map(
        ({ number, title, unitName, at, kind, benefit }): Phrase => ({
          key: "score-detail-record",
          args: {
            code: initiativeCode(number),
            title: truncate(title, TITLE_LENGTH),
            unit: unitName,
            on: day(at),
            kind,
            money: kind === "recognized" && benefit !== undefined ? "yes" : "no",
            benefit: benefit ?? "",
          },
        }),
      )
      return listed(lines, total, page)
    }
    case "covered_units":
      return [
        ...basis.without.slice(0, MOST_UNITS).map((name) => ({ key: "score-detail-unit", args: { name } })),
        ...(basis.without.length > MOST_UNITS
          ? [{ key: "ranking-more", args: { count: basis.without.length - MOST_UNITS } }]
          : []),
        ...(basis.without.length === 0 ? [{ key: "score-detail-covered" }] : []),
      ]
    case "active_weeks": {
      const idle = board.weeks.filter((_, week) => !basis.active.includes(week))
      if (idle.length === 0) return [{ key: "score-detail-active" }]
      const days = idle.map(({ from }) => day(from)).join(", ")
      return [{ key: "score-detail-weeks", args: { count: idle.length, days } }]
    }
    default:
      return basis satisfies never
  }
}

function listed(lines: readonly Phrase[], total: number, page: number): readonly Phrase[] {
  if (lines.length === 0) return [{ key: page > 1 ? "page-none" : "records-none" }]
  return [...lines, ...pagePhrases(page, Math.ceil(total / RECORDS_PER_PAGE))]
}
