import { phaseAt } from "../campaign/campaign.ts"
import { targets } from "../campaign/target.ts"
import { subtreeIds, unitTree } from "../campaign/unit.ts"
import { addDays, startOfDay } from "../clock.ts"
import { type GoalWay, type Milestone, markMilestone, marksPassed, NEWS_DAYS } from "./milestone.ts"
import type { MilestoneFacts } from "./milestone-text.ts"
import type { LinkedGroup } from "./post-store.ts"
import type { Round } from "./round.ts"

/** Half or all of a unit's way to the goal, and what is told of it. */
export type Mark = {
  readonly milestone: Milestone
  readonly facts: MilestoneFacts & { readonly unitName: string }
}

/** The units among root and groups that passed half or all of their way lately: one statement, more only for news. */
export async function marksOf(
  { ports: { timeZone: zone, source }, campaign, today }: Round,
  groups: readonly LinkedGroup[],
  told: ReadonlySet<string>,
): Promise<readonly Mark[]> {
  const { campaign: rules, unitId: rootId, id: campaignId } = campaign
  const phase = phaseAt(rules, today)
  if (phase === undefined || phase.endsOn < today) return []
  const at = startOfDay(today, zone)
  const from = startOfDay(rules.goalCounting === "cumulative" ? rules.startsOn : phase.startsOn, zone)
  if (at <= from) return []
  const tree = unitTree(await source.units(today))
  const { assigned } = await source.setTargets(campaignId, today)
  const sharers = { tree, rootId, base: rules.quota.base }
  const goals = targets(sharers, phase.goal, assigned.get(phase.code))
  const before = Math.max(from, startOfDay(addDays(today, -NEWS_DAYS), zone))
  const spans = [
    { from, to: at },
    { from, to: before },
  ]
  const counts = await source.countSpans(campaignId, spans, undefined)
  const counter = rules.progressCounter
  const sum = (unitId: string, span: 0 | 1) =>
    subtreeIds(tree, unitId).reduce((total, id) => total + (counts.get(id)?.[span]?.[counter] ?? 0), 0)
  const marks: Mark[] = []
  for (const unitId of new Set([rootId, ...groups.map((group) => group.unitId)])) {
    const target = goals.get(unitId)?.target ?? 0
    const way: GoalWay = { unitId, phase, target, count: sum(unitId, 0), countBefore: sum(unitId, 1) }
    for (const kind of marksPassed(way)) {
      if (told.has(`${kind}:${phase.code}:${unitId}`)) continue
      const unitIds = unitId === rootId ? undefined : subtreeIds(tree, unitId)
      const series = await source.series({ campaignId, counter, span: { from, to: at }, unitIds })
      const milestone = markMilestone(kind, way, series, zone)
      const unitName = tree.byId.get(unitId)?.name ?? ""
      if (milestone) marks.push({ milestone, facts: { unitName, count: way.count, target } })
    }
  }
  return withoutOvertaken(marks)
}

/** Who reached the goal need not be told that half is done. */
function withoutOvertaken(marks: readonly Mark[]): readonly Mark[] {
  const reached = new Set(
    marks.flatMap(({ milestone }) => (milestone.kind === "reached" ? [milestone.unitId] : [])),
  )
  return marks.filter(({ milestone }) => milestone.kind !== "half" || !reached.has(milestone.unitId))
}
