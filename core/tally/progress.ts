import type { Campaign } from "../campaign/campaign.ts"
import type { OperatorStore, StoredCampaign } from "../campaign/operator-store.ts"
import { subtreeIds, unitTree } from "../campaign/unit.ts"
import { lastDayOf } from "../clock.ts"
import { given } from "../given.ts"
import { recentSpan } from "./forecast.ts"
import { againstTarget } from "./pace.ts"
import { planTally, TallyError, type TallyPlan } from "./plan.ts"
import { type Counts, goalsOf, type Tally, type TallyReading } from "./tally.ts"

/** What progress is read from. */
export type ProgressSource = Pick<OperatorStore, "units" | "sumSpans" | "setTargets">

/**
 * How far one unit with all below it is: the numbers of the phase's tally that "tiến độ" tells, without its table, its
 * benefit and its corrections.
 */
export type Progress = Pick<TallyReading, "unitName" | "held" | "recent" | "pledged"> & {
  readonly plan: TallyPlan
  /** Since the campaign's start. */
  readonly counters: Counts
  readonly target: Tally["target"]
}

/** The same once `count` more are registered, at the instant of `progress`. */
export function withRegistered(
  progress: Progress,
  count: number,
  { progressCounter }: Pick<Campaign, "progressCounter">,
  zone: string,
): Progress {
  const { plan, counters, recent, target } = progress
  const counted = progressCounter === "registered" ? count : 0
  const held = progress.held + counted
  return {
    ...progress,
    held,
    counters: { ...counters, registered: counters.registered + count },
    recent: { ...recent, count: recent.count + counted },
    target: againstTarget(target.assigned, held, plan, zone),
  }
}

/**
 * Reads how far a unit is in the running phase at `at` (epoch milliseconds). The one thing people ask all the time, so it
 * is one statement of one row for each piece of time. Throws `TallyError` as `readTallies` does.
 */
export async function readProgress(
  source: ProgressSource,
  { id, campaign, unitId: rootId }: StoredCampaign,
  unitId: string,
  { at, zone }: { readonly at: number; readonly zone: string },
): Promise<Progress> {
  const plan = planTally(campaign, { period: "phase", at }, zone)
  const lately = recentSpan(plan.held)
  const day = lastDayOf(plan, zone)
  const [units, set] = await Promise.all([source.units(day), source.setTargets(id, day)])
  const tree = unitTree(units)
  const unit = tree.byId.get(unitId)
  if (unit === undefined) throw new TallyError(`There is no unit ${unitId} in the campaign ${campaign.code}.`)
  const spans = [plan.total, plan.held, lately]
  // Of all units together none is looked for by itself: a quarter of the time for a province of 2,000.
  const among = unitId === rootId ? undefined : subtreeIds(tree, unitId)
  const [total, held, recent] = await source.sumSpans(id, spans, among)
  if (total === undefined || held === undefined || recent === undefined)
    throw new Error(`The counts of unit ${unitId} are not complete.`)
  const counter = campaign.progressCounter
  const goal = goalsOf({ plan, campaign, tree, rootId }, set).now?.get(unitId)?.target ?? null
  const pledge = set.pledged.get(plan.phase?.code ?? "")?.get(unitId)
  return {
    plan,
    unitName: unit.name,
    counters: total,
    held: held[counter],
    recent: { ...lately, count: recent[counter] },
    target: againstTarget(goal, held[counter], plan, zone),
    ...given({ pledged: pledge?.amount }),
  }
}
