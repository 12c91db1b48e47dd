import type { OperatorStore, StoredCampaign } from "../campaign/operator-store.ts"
import { type SetTarget, wholeTargets } from "../campaign/target.ts"
import { subtreeIds, unitTree } from "../campaign/unit.ts"
import { lastDayOf } from "../clock.ts"
import { recentSpan } from "./forecast.ts"
import { begunPeaks, bestPeak } from "./peak.ts"
import { type PeriodAsk, planTally, spansOf, TallyError } from "./plan.ts"
import { goalsOf, makeTally, type TallyReading, type UnitCount, type UnitCounts } from "./tally.ts"

/** What tallies are made from. */
export type TallySource = Pick<OperatorStore, "units" | "countSpans" | "corrections" | "setTargets">

const NOTHING: UnitCount = { registered: 0, recognized: 0, onPortal: 0, benefit: { vnd: 0, unconverted: 0 } }

/**
 * Makes the tallies of several units for one period asked for at `at` (epoch milliseconds), in the order of `unitIds`; the
 * counters are read once for all. Throws `TallyError` for a unit outside the campaign or a moment before it.
 */
export async function readTallies(
  source: TallySource,
  campaign: StoredCampaign,
  ask: PeriodAsk & { readonly zone: string },
  unitIds: readonly string[],
): Promise<readonly TallyReading[]> {
  const { campaign: rules, unitId: rootId } = campaign
  const plan = planTally(rules, ask, ask.zone)
  const spans = spansOf(plan)
  const lately = recentSpan(plan.held)
  const day = lastDayOf(plan, ask.zone)
  const units = source.units(day)
  const single = unitIds.length === 1 ? unitIds[0] : undefined
  // Of the whole campaign nothing but its id is needed to count, so it need not wait for the units.
  const among =
    single === undefined || single === rootId ? undefined : subtreeIds(unitTree(await units), single)
  const peaks = ask.comparing === true && plan.peak === undefined ? begunPeaks(rules, plan.to, ask.zone) : []
  const [known, set, counted, corrections, peakCounts] = await Promise.all([
    units,
    source.setTargets(campaign.id, day),
    source.countSpans(campaign.id, [...spans, lately], among),
    source.corrections(campaign.id, plan.delta, among),
    peaks.length === 0
      ? undefined
      : source.countSpans(
          campaign.id,
          peaks.map(({ span }) => span),
          among,
        ),
  ])
  const tree = unitTree(known)
  const counts = bySpan(counted)
  const recentOf = (id: string) => counted.get(id)?.[spans.length]?.[rules.progressCounter]
  const goals = goalsOf({ plan, campaign: rules, tree, rootId }, set)
  const whole = wholeTargets(tree, rootId, rules, set)
  const peakOf = (sumOver: (countOf: (id: string) => number | undefined) => number) => {
    const sums = peaks.map((_, index) =>
      sumOver((id) => peakCounts?.get(id)?.[index]?.[rules.progressCounter]),
    )
    const peak = bestPeak(peaks, sums, ask.zone)
    return peak === undefined ? {} : { peak }
  }
  // What was promised for a phase says nothing of the whole campaign.
  const isOfPhase = plan.peak === undefined && plan.period !== "campaign"
  const pledges = isOfPhase ? set.pledged.get(plan.phase?.code ?? "") : undefined
  return unitIds.map((unitId) => {
    const unit = tree.byId.get(unitId)
    if (unit === undefined) throw new TallyError(`There is no unit ${unitId} in the campaign ${rules.code}.`)
    const ids = subtreeIds(tree, unitId)
    const sumOver = (countOf: (id: string) => number | undefined) =>
      ids.reduce((sum, id) => sum + (countOf(id) ?? 0), 0)
    return {
      tally: makeTally({
        plan,
        campaign: rules,
        tree,
        rootId,
        unitId,
        counts,
        corrections: sumOver((id) => corrections.get(id)),
        benefit: {
          vnd: sumOver((id) => counts.get(id)?.total.benefit.vnd),
          unconverted: sumOver((id) => counts.get(id)?.total.benefit.unconverted),
        },
        goals,
        zone: ask.zone,
      }),
      unitName: unit.name,
      held: sumOver((id) => counts.get(id)?.held[rules.progressCounter]),
      recent: { ...lately, count: sumOver(recentOf) },
      wholeTarget: whole.get(unitId)?.target ?? null,
      ...pledgeOf(pledges?.get(unitId)),
      ...peakOf(sumOver),
    }
  })
}

/** As `readTallies`, by unit. */
export async function readTalliesByUnit(
  source: TallySource,
  campaign: StoredCampaign,
  ask: PeriodAsk & { readonly zone: string },
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, TallyReading>> {
  const readings = await readTallies(source, campaign, ask, unitIds)
  return new Map(
    unitIds.flatMap((unitId, index) => {
      const reading = readings[index]
      return reading === undefined ? [] : [[unitId, reading] as const]
    }),
  )
}

/** The counters of each unit by the spans of a plan, which `spansOf` gives in this order. */
function bySpan(
  counted: ReadonlyMap<string, readonly UnitCount[]>,
): ReadonlyMap<string, Readonly<Record<keyof UnitCounts, UnitCount>>> {
  return new Map(
    [...counted].map(([id, [total = NOTHING, delta = NOTHING, held = NOTHING, heldBefore = NOTHING]]) => [
      id,
      { total, delta, held, heldBefore },
    ]),
  )
}

function pledgeOf(pledge: SetTarget | undefined): { readonly pledged?: number } {
  return pledge === undefined ? {} : { pledged: pledge.amount }
}
