import { COUNTERS, type Counter } from "../campaign/campaign.ts"
import type { OperatorStore, StoredCampaign } from "../campaign/operator-store.ts"
import type { Targets } from "../campaign/target.ts"
import { childrenOf, codeKey, subtreeIds, type Unit, type UnitTree, unitTree } from "../campaign/unit.ts"
import { addDays, type LocalDate, lastDayOf, type Span, startOfDay } from "../clock.ts"
import { type PeriodAsk, planTally, TallyError } from "../tally/plan.ts"
import { type Counts, goalsOf } from "../tally/tally.ts"
import { compareVietnamese } from "../text/number.ts"
import type { Criterion } from "./criterion.ts"
import { type Mark, type Standing, scoreUnits, type UnitScore, weeksOf } from "./score.ts"

/** Only phases and whole campaigns have a target that stands to the end. */
export type ScorePeriod = "phase" | "campaign"

/** Under what an officer's marks of the whole campaign are kept; a phase's under its code. */
export const WHOLE_CAMPAIGN = ""

/** What is asked for scores beside the counters: everything by unit, for the unit itself. */
export type ScoreFacts = {
  /** Numbers, from 0, of the weeks in which a unit registered more than it took back. */
  readonly activeWeeks: ReadonlyMap<string, readonly number[]>
  /** One map for each amount asked for: how many of a unit's initiatives that were recognised bring so much a year. */
  readonly highBenefit: readonly ReadonlyMap<string, number>[]
  readonly turnedDown: ReadonlyMap<string, { readonly refused: number; readonly duplicate: number }>
  /** By unit, then by criterion. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, Mark>>
}

/** Which facts. */
export type ScoreAsk = {
  readonly campaignId: string
  readonly span: Span
  readonly weeks: readonly Span[]
  /** Đồng a year. */
  readonly fromVnd: readonly number[]
  /** Under what marks are kept: a phase's code or `WHOLE_CAMPAIGN`. */
  readonly marksOf: string
}

/** What scores are made from. */
export type ScoreSource = Pick<OperatorStore, "units" | "countSpans" | "setTargets" | "scoreFacts">

/** The scores of a unit and of those beside it, or of those right below it. */
export type Scoreboard = {
  readonly period: ScorePeriod
  readonly span: Span
  /** What is held against the target. */
  readonly held: Span
  readonly weeks: readonly Span[]
  /** Name of the phase; undefined for the whole campaign. */
  readonly phase: string | undefined
  readonly marksOf: string
  /** Whether the period has ended by then, so that nothing but a mark changes the score any more. */
  readonly isOver: boolean
  /** In the order of the clusters, each best first. */
  readonly units: readonly UnitScore[]
}

/** Whose scores: a unit's own among its neighbours, or the units right below it. */
export type ScoreWhose = { readonly unitId: string; readonly whose: "own" | "below" }

/**
 * Scores units for a phase or the whole campaign as they stood at `ask.at` (epoch milliseconds). Throws `TallyError` before the campaign
 * or the first phase.
 */
export async function readScores(
  source: ScoreSource,
  campaign: StoredCampaign,
  ask: PeriodAsk & { readonly period: ScorePeriod; readonly zone: string },
  { unitId, whose }: ScoreWhose,
): Promise<Scoreboard> {
  const { campaign: rules, unitId: rootId } = campaign
  const { zone, period } = ask
  const plan = planTally(rules, ask, zone)
  const day = lastDayOf(plan, zone)
  const span: Span = { from: plan.from, to: plan.to }
  const isOver = plan.goal !== undefined && plan.to >= startOfDay(addDays(plan.goal.lastDay, 1), zone)
  const weeks = weeksOf(span, { closing: rules.weeklyClosing, zone, isOver })
  const { criteria } = rules.emulation
  const amounts = criteria.filter((each) => each.by === "high_benefit")
  const marksOf = period === "phase" ? (plan.phase?.code ?? WHOLE_CAMPAIGN) : WHOLE_CAMPAIGN
  const [known, set, counted, facts] = await Promise.all([
    source.units(day),
    source.setTargets(campaign.id, day),
    source.countSpans(campaign.id, [plan.delta, plan.held], undefined),
    source.scoreFacts({
      campaignId: campaign.id,
      span,
      weeks,
      fromVnd: amounts.map(({ from_vnd }) => from_vnd),
      marksOf,
    }),
  ])
  const tree = unitTree(known)
  const read = {
    tree,
    day,
    counted,
    facts,
    amounts,
    weeks,
    counter: rules.progressCounter,
    goals: goalsOf({ plan, campaign: rules, tree, rootId }, set).now,
  }
  const scored = scoredWith(tree, unitId, whose).filter((unit) => unit.effectiveFrom <= day)
  return {
    period,
    span,
    held: plan.held,
    weeks,
    phase: period === "phase" ? plan.phase?.name : undefined,
    marksOf,
    isOver,
    units: scoreUnits(
      rules.emulation,
      scored.map((unit) => standingOf(unit, read)),
      isSameCode,
    ),
  }
}

/** Everything that was read, from which a unit's standing is summed. */
type Read = {
  readonly tree: UnitTree
  readonly day: LocalDate
  /** Each unit's own counts within the period, and those held against the target. */
  readonly counted: ReadonlyMap<string, readonly Counts[]>
  readonly facts: ScoreFacts
  readonly amounts: readonly Extract<Criterion, { by: "high_benefit" }>[]
  readonly weeks: readonly Span[]
  readonly counter: Counter
  readonly goals: Targets | undefined
}

function standingOf(unit: Unit, read: Read): Standing {
  const { tree, day, facts, amounts, weeks, counter, goals } = read
  const ids = subtreeIds(tree, unit.id)
  const grassroots = grassrootsIn(tree, unit, day).map(({ id, name }) => {
    return { name, counts: sumOf(subtreeIds(tree, id), 0, read) }
  })
  const without = (of: Counter) =>
    grassroots.flatMap(({ name, counts }) => (counts[of] > 0 ? [] : [name])).toSorted(compareVietnamese)
  const sum = (countOf: (id: string) => number | undefined) =>
    ids.reduce((total, id) => total + (countOf(id) ?? 0), 0)
  return {
    unitId: unit.id,
    code: unit.code,
    name: unit.name,
    counts: sumOf(ids, 0, read),
    held: sumOf(ids, 1, read)[counter],
    target: goals?.get(unit.id)?.target ?? null,
    grassroots: grassroots.length,
    without: {
      registered: without("registered"),
      recognized: without("recognized"),
      onPortal: without("onPortal"),
    },
    highBenefit: new Map(
      amounts.map(({ code }, index) => [code, sum((id) => facts.highBenefit[index]?.get(id))]),
    ),
    activeWeeks: [...new Set(ids.flatMap((id) => facts.activeWeeks.get(id) ?? []))],
    weeks: weeks.length,
    turnedDown: {
      refused: sum((id) => facts.turnedDown.get(id)?.refused),
      duplicate: sum((id) => facts.turnedDown.get(id)?.duplicate),
    },
    marks: facts.marks.get(unit.id) ?? new Map(),
  }
}

function sumOf(ids: readonly string[], which: 0 | 1, { counted }: Read): Counts {
  const total = { registered: 0, recognized: 0, onPortal: 0 }
  for (const id of ids) {
    const own = counted.get(id)?.[which]
    if (own === undefined) continue
    for (const counter of COUNTERS) total[counter] += own[counter]
  }
  return total
}

/** Throws `TallyError` for a unit outside the tree. */
function scoredWith(tree: UnitTree, unitId: string, whose: ScoreWhose["whose"]): readonly Unit[] {
  const unit = tree.byId.get(unitId)
  if (unit === undefined) throw new TallyError(`There is no unit ${unitId} in this campaign.`)
  const above = whose === "below" ? unitId : unit.parentId
  if (above === null) return [unit]
  const open = childrenOf(tree, above).filter(({ state }) => state === "open")
  return whose === "own" && !open.includes(unit) ? [...open, unit] : open
}

/** The grassroots unions at and below a unit; what stands inside one is counted as itself. */
export function grassrootsIn(tree: UnitTree, unit: Unit, day: LocalDate): readonly Unit[] {
  const found = subtreeIds(tree, unit.id).flatMap((id) => {
    const each = tree.byId.get(id)
    const stands = each?.level === "grassroots" && each.state === "open" && each.effectiveFrom <= day
    return stands ? [each] : []
  })
  return found.length === 0 ? [unit] : found
}

function isSameCode(one: string, other: string): boolean {
  return codeKey(one) === codeKey(other)
}

/** The criteria of which officers give the points. */
export function declaredIn(
  criteria: readonly Criterion[],
): readonly Extract<Criterion, { by: "declared" }>[] {
  return criteria.filter((each) => each.by === "declared")
}
