import type { Campaign } from "../campaign/campaign.ts"
import { addDays, instantAt, type LocalDate, localDate } from "../clock.ts"
import { given } from "../given.ts"
import type { OutboxContent, Phrase } from "../outbox.ts"
import { NOON } from "./round-officers.ts"
import type { TallyReading } from "./tally.ts"
import { asLeaving, isStillToDo, stillToDo } from "./text.ts"

/** A group's tally that leaves now or within moments and was written for an earlier day. */
export type HeldTally = {
  readonly id: string
  readonly content: OutboxContent
  /** As it was posted. */
  readonly reading: TallyReading
  readonly campaign: Campaign
}

/** What is read of such tallies, and written instead. */
export type HeldTallies = {
  held(now: number, today: LocalDate): Promise<readonly HeldTally[]>
  rewrite(tallies: readonly Pick<HeldTally, "id" | "content">[]): Promise<void>
  /** Leaves out what still waits of the lines for the mornings of peak days, `until` that day included. */
  dropPeakLines(until: LocalDate): Promise<void>
}

/**
 * A tally that was held overnight, or whose sender was away, says that it is late, and what is needed a day is reckoned from the day it
 * leaves. The figures stay those of the period that was closed: other groups read them, and the files hold them. The line for an officer's
 * morning that did not get through by noon is left out: the next morning has its own. Safe to call at any time.
 */
export async function freshenTallies(tallies: HeldTallies, timeZone: string, now: number): Promise<void> {
  const today = localDate(now, timeZone)
  await tallies.dropPeakLines(now >= instantAt(today, NOON, timeZone) ? today : addDays(today, -1))
  const held = await tallies.held(now, today)
  if (held.length === 0) return
  await tallies.rewrite(held.map((tally) => ({ id: tally.id, content: leavingNow(tally, timeZone, now) })))
}

function leavingNow({ content, reading, campaign }: HeldTally, timeZone: string, now: number): OutboxContent {
  const { phrases = [], picture } = content
  const read = asLeaving(reading, campaign, now, timeZone)
  const at = phrases.findIndex(isStillToDo)
  const rest = phrases.filter((phrase) => !isStillToDo(phrase))
  const fresh = at < 0 ? [] : stillToDo(read, campaign, timeZone)
  const { readOn, isPast } = read
  return {
    ...content,
    phrases: markedLate(rest.toSpliced(at, 0, ...fresh)),
    ...given({ picture: picture && { ...picture, ...given({ readOn, isPast }) } }),
  }
}

function markedLate(phrases: readonly Phrase[]): readonly Phrase[] {
  const place = (key: string) => phrases.findIndex((phrase) => "key" in phrase && phrase.key === key)
  return place("tally-late") >= 0
    ? phrases
    : phrases.toSpliced(place("tally-unit") + 1, 0, { key: "tally-late" })
}
