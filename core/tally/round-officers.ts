import { subtreeIds, unitTree } from "../campaign/unit.ts"
import { addDays, instantAt, mondayOf, startOfDay } from "../clock.ts"
import type { OutboxDraft } from "../outbox.ts"
import { deadlinePhrases, HELD_MS } from "../review/deadline-lines.ts"
import { peakOn } from "./milestone.ts"
import { peakMorningPhrases } from "./milestone-text.ts"
import { readTalliesByUnit } from "./read.ts"
import type { Round } from "./round.ts"

/** A line for the morning is none in the afternoon. */
export const NOON = "12:00"

/** The line of a peak day for each officer; after noon it is none. */
export async function peakLines(round: Round): Promise<readonly OutboxDraft[]> {
  const { ports, campaign, today, now } = round
  const { timeZone: zone, source, posts } = ports
  const peak = peakOn(campaign.campaign, today)
  if (peak === undefined || now >= instantAt(today, NOON, zone)) return []
  const officers = await posts.officersUnder(campaign.unitId)
  const unitIds = [...new Set(officers.map((officer) => officer.unitId))]
  if (unitIds.length === 0) return []
  const at = startOfDay(today, zone)
  const readings = await readTalliesByUnit(source, campaign, { period: "peak", at, zone }, unitIds)
  const yesterday = peak.startsOn === today ? undefined : await addedYesterday(round, unitIds)
  return officers.flatMap(({ chat, bot, unitId }): readonly OutboxDraft[] => {
    const reading = readings.get(unitId)
    if (reading === undefined) return []
    const phrases = peakMorningPhrases(peak, today, reading, yesterday?.get(unitId))
    const dedupeKey = `peak-morning:${campaign.campaign.code}:${peak.code}:${today}:${chat}`
    return [{ chat, bot, kind: "post", content: { phrases }, dedupeKey, dueAt: now }]
  })
}

/** Once a week an officer is told which of the law's deadlines are near or past; never into a dialogue of theirs. */
export async function deadlineLines({
  ports: { timeZone: zone, posts },
  campaign,
  today,
  now,
}: Round): Promise<readonly OutboxDraft[]> {
  const officers = await posts.officersUnder(campaign.unitId)
  const unitIds = [...new Set(officers.map(({ unitId }) => unitId))]
  if (unitIds.length === 0) return []
  const counts = await posts.deadlines(campaign.id, unitIds, today, zone)
  const monday = mondayOf(today)
  return officers.flatMap(({ chat, bot, unitId, unitName }): readonly OutboxDraft[] => {
    const own = counts.get(unitId)
    const phrases = own === undefined ? [] : deadlinePhrases(unitName, own)
    if (phrases.length === 0) return []
    const dedupeKey = `review-overdue:${campaign.campaign.code}:${monday}:${chat}`
    const held = { heldFor: "dialogue", dueAt: now + HELD_MS } as const
    return [{ chat, bot, kind: "post", content: { phrases }, dedupeKey, ...held }]
  })
}

/** What each of the units, with all below it, got yesterday of the counter that the goals are held against. */
async function addedYesterday(
  { ports: { source, timeZone: zone }, campaign: { id, campaign }, today }: Round,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const span = { from: startOfDay(addDays(today, -1), zone), to: startOfDay(today, zone) }
  const tree = unitTree(await source.units(today))
  const counts = await source.countSpans(id, [span], undefined)
  const added = (unitId: string) => counts.get(unitId)?.[0]?.[campaign.progressCounter] ?? 0
  return new Map(
    unitIds.map((unitId) => [
      unitId,
      subtreeIds(tree, unitId).reduce((total, each) => total + added(each), 0),
    ]),
  )
}
