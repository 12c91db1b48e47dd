import { type Campaign, COUNTERS, type Counter } from "../campaign/campaign.ts"
import { type SetTargets, type Targets, targets, wholeTargets } from "../campaign/target.ts"
import { childrenOf, subtreeIds, type Unit, type UnitTree } from "../campaign/unit.ts"
import { isoLocal, type LocalDate, lastDayOf } from "../clock.ts"
import { againstTarget } from "./pace.ts"
import type { PeakPace } from "./peak.ts"
import { type Period, TallyError, type TallyPlan } from "./plan.ts"
import { type Line, ranked } from "./rank.ts"

/** The three counters of one unit, or one sum of them. */
export type Counts = Readonly<Record<Counter, number>>

/** What is kept for one unit itself: its counters and the benefit stated with what it counts, 0 where nobody asked. */
export type UnitCount = Counts & { readonly benefit: Benefit }

/** What was counted for one unit itself, without the units below it, in the four spans of `spansOf`. */
export type UnitCounts = {
  readonly total: Counts
  readonly delta: Counts
  readonly held: Counts
  readonly heldBefore: Counts
}

/** One line of the table: a unit directly below with its whole subtree, or what was registered at the unit itself. */
export type TallyRow = {
  readonly unit: string
  readonly name: string
  readonly registered: number
  readonly recognized: number
  readonly onPortal: number
  /** Of the campaign's progress counter. */
  readonly delta: number
  readonly target: number | null
  /** 75.6, not 0.756; null without a target. */
  readonly achievedPct: number | null
  readonly rank: number
  /** Places gained since `from`, negative when lost; null when there was no order then. */
  readonly rankChange: number | null
}

/** A tally as `tally --json` prints it and as it is frozen. */
export type Tally = {
  /** Code of the unit. */
  readonly unit: string
  readonly period: Period
  /** Local time with offset, "2022-04-15T16:00:00+07:00". */
  readonly from: string
  readonly to: string
  readonly counters: Readonly<Record<Counter, { readonly total: number; readonly delta: number }>>
  /** All null when the unit has no target. */
  readonly target: {
    readonly assigned: number | null
    readonly achievedPct: number | null
    readonly remaining: number | null
    readonly perDay: number | null
    readonly daysLeft: number | null
  }
  readonly rows: readonly TallyRow[]
  /** Initiatives taken back in [from, to) that had been counted before `from`. */
  readonly corrections: number
  readonly benefit: Benefit
}

/** A tally with what its readers see beside it: the unit's name, what is held against its goal, its whole target. */
export type TallyReading = {
  readonly tally: Tally
  readonly unitName: string
  /** Of the progress counter: in a week's or month's tally the phase's count, which no other number shows. */
  readonly held: number
  /** What of `held` came in lately, see `recentSpan`; epoch milliseconds. */
  readonly recent: { readonly count: number; readonly from: number; readonly to: number }
  readonly wholeTarget: number | null
  /** What the unit itself promised for the phase; absent when nothing. */
  readonly pledged?: number
  /** It is read when the goal's last day, or a week, has gone by: what was needed and foretold then misleads. */
  readonly isPast?: true
  /** The day on which it is read, when that is not the one it ends on: what is needed a day is reckoned from it. */
  readonly readOn?: LocalDate
  /** The unit's best peak period so far; absent when it was not asked for, or there was none. */
  readonly peak?: PeakPace
}

/**
 * Benefit of what was registered from the campaign's start to `to` and stood at `to`. `vnd`: every amount stated in đồng
 * counts once as stated, whatever its period, a range with its lower end, so the sum is a floor. `unconverted`: how many
 * stated a benefit that is not an amount in đồng (USD, "hàng trăm triệu"); "không tính được" states none.
 */
export type Benefit = { readonly vnd: number; readonly unconverted: number }

const NOTHING: Counts = { registered: 0, recognized: 0, onPortal: 0 }

/** Everything a tally is made of. `counts` holds each unit's own counts by unit id; missing: nothing was counted. */
export type TallyInput = {
  readonly plan: TallyPlan
  readonly campaign: Campaign
  /** Units with the headcounts in force on the last day of the tally. */
  readonly tree: UnitTree
  /** Id of the campaign's root unit, whose target is the goal. */
  readonly rootId: string
  readonly unitId: string
  readonly counts: ReadonlyMap<string, UnitCounts>
  readonly corrections: number
  readonly benefit: Benefit
  /** Of `goalsOf`, where several tallies share them. */
  readonly goals?: Goals
  readonly zone: string
}

/** The targets of every unit now and, for the ranks of then, as they were at `from`. */
export type Goals = {
  readonly now: Targets | undefined
  readonly before: Targets | undefined
}

/** Splits the plan's goals over the tree, with what was assigned otherwise for its phase. */
export function goalsOf(
  { plan, campaign, tree, rootId }: Pick<TallyInput, "plan" | "campaign" | "tree" | "rootId">,
  set: SetTargets = NOTHING_SET,
): Goals {
  if (plan.goal === undefined) return { now: undefined, before: undefined }
  if (plan.period === "campaign") return { now: wholeTargets(tree, rootId, campaign, set), before: undefined }
  const sharers = { tree, rootId, base: campaign.quota.base }
  const phase = plan.peak === undefined ? plan.phase?.code : undefined
  return {
    now: targets(sharers, plan.goal.amount, set.assigned.get(phase ?? "")),
    before: plan.before && targets(sharers, plan.before.goal, set.assigned.get(plan.before.phase)),
  }
}

const NOTHING_SET: SetTargets = { assigned: new Map(), pledged: new Map() }

/**
 * Makes the tally of a unit. Rows are the units directly below it, best rank first, and one more for what was registered
 * at the unit itself, or at closed units that belong to it, when it has a headcount or counts of its own; they add up to the totals. Throws `TallyError` when the
 * unit is not in the tree.
 */
export function makeTally(input: TallyInput): Tally {
  const { plan, campaign, tree, unitId, counts, zone } = input
  const unit = tree.byId.get(unitId)
  if (unit === undefined) throw new TallyError(`There is no unit ${unitId} in this campaign.`)
  const { now: goals, before: goalsBefore } = input.goals ?? goalsOf(input)
  const day = lastDayOf(plan, zone)

  const countsOf = (ids: readonly string[]) => ids.flatMap((id) => counts.get(id) ?? [])
  const below = childrenOf(tree, unitId)
  const lines: Line[] = below.filter(isOpen).map((child) => ({
    unit: child,
    counts: sumOf(countsOf(subtreeIds(tree, child.id))),
    target: goals?.get(child.id)?.target ?? null,
    targetBefore: goalsBefore?.get(child.id)?.target ?? null,
  }))
  const own: Line = {
    unit,
    // What a closed unit had is the unit's above, the one it was merged into.
    counts: sumOf(
      countsOf([
        unitId,
        ...below.filter((child) => !isOpen(child)).flatMap((child) => subtreeIds(tree, child.id)),
      ]),
    ),
    target: goals?.get(unitId)?.own ?? null,
    targetBefore: goalsBefore?.get(unitId)?.own ?? null,
  }
  const all = sumOf([...lines, own].map((line) => line.counts))
  // A unit that came later must not appear in a tally made again for an earlier day.
  const shown = lines.filter((line) => line.unit.effectiveFrom <= day || !isEmpty(line.counts))
  if (own.target !== null || !isEmpty(own.counts) || lines.length === 0) shown.push(own)

  return {
    unit: unit.code,
    period: plan.period,
    from: isoLocal(plan.from, zone),
    to: isoLocal(plan.to, zone),
    counters: {
      registered: { total: all.total.registered, delta: all.delta.registered },
      recognized: { total: all.total.recognized, delta: all.delta.recognized },
      onPortal: { total: all.total.onPortal, delta: all.delta.onPortal },
    },
    target: againstTarget(goals?.get(unitId)?.target ?? null, all.held[campaign.progressCounter], plan, zone),
    rows: ranked(shown, campaign.progressCounter),
    corrections: input.corrections,
    benefit: input.benefit,
  }
}

/** A unit as it is named among the others of its table: two that are called alike with their codes. */
export function nameAmong(
  { unit, name }: Pick<TallyRow, "unit" | "name">,
  rows: readonly Pick<TallyRow, "unit" | "name">[],
): string {
  return rows.some((other) => other.unit !== unit && other.name === name) ? `${name} (${unit})` : name
}

function sumOf(all: readonly UnitCounts[]): UnitCounts {
  const sum = {
    total: { ...NOTHING },
    delta: { ...NOTHING },
    held: { ...NOTHING },
    heldBefore: { ...NOTHING },
  }
  for (const one of all) {
    for (const counter of COUNTERS) {
      sum.total[counter] += one.total[counter]
      sum.delta[counter] += one.delta[counter]
      sum.held[counter] += one.held[counter]
      sum.heldBefore[counter] += one.heldBefore[counter]
    }
  }
  return sum
}

function isOpen(unit: Unit): boolean {
  return unit.state === "open"
}

function isEmpty(counts: UnitCounts): boolean {
  return COUNTERS.every((counter) => counts.total[counter] === 0 && counts.delta[counter] === 0)
}
