import { addDays, instantAt, localDate, localTime, weekdayOf } from "../clock.ts"
import { type Courtesy, LATE_AFTER_MS, nextAllowed } from "../courtesy.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { type Field, hasReached, recipientsOf, type UnitStanding, unitsMeant, type Way } from "./audience.ts"
import { laggardPhrases, reminderPhrases } from "./message.ts"
import { type Reminder, reminderCode, shareArgs } from "./reminder.ts"
import { nextMoment } from "./schedule.ts"
import type { DueReminder, ReminderOutcome, Scheduled, Told } from "./send.ts"
import { recordsOf } from "./stuck.ts"

/** So many days ahead a message looks for one on which its chat gets no other. */
const MOST_DAYS = 7

/** Everything that sending is decided upon. */
export type Sending = {
  readonly due: DueReminder
  readonly field: Field
  readonly told: ReadonlyMap<string, Told>
  readonly now: number
  readonly timeZone: string
}

/** Who is told what, and how it goes on. `stuck`: units for which nothing moved since they were first told. */
export function decideSending(sending: Sending): {
  readonly outcome: ReminderOutcome
  readonly stuck: readonly UnitStanding[]
} {
  const { due, field, now, timeZone } = sending
  const { reminder, campaign } = due
  const { audience } = reminder
  const { kind } = audience
  const rules = campaign.campaign.reminders
  const courtesy: Courtesy = { timeZone, holidays: rules.holidays }
  const late = now - reminder.nextAt > LATE_AFTER_MS
  const meant = unitsMeant(field, audience).filter((unit) => !isContent(unit, reminder))
  const isOver = isStateReached(reminder, meant)
  const { recipients, reached } = recipientsOf(field, audience, meant)
  const occasion = {
    kind,
    words: reminder.words,
    office: due.officeName,
    counter: campaign.campaign.progressCounter,
    campaign: due.isOneOfSeveral ? campaign.campaign.shortName : undefined,
    late,
  }
  const days = candidateDays(now, courtesy)
  const messages = recipients.map((recipient) => ({
    to: recipient,
    phrases: reminderPhrases(recipient, field, occasion),
  }))
  const common = rules.nameLaggards && isState(reminder) && meant.length > 0 ? commonGroups(field) : []
  const laggards = common.map((to) => ({ to, phrases: laggardPhrases(meant, audience) }))
  const scheduled = [...messages, ...laggards].map((message) => scheduledOf(sending, message, days))
  // A late one stands for all of its day.
  const nextAt = isOver
    ? undefined
    : nextMoment(reminder.when, late ? endOfDay(now, timeZone) : now, courtesy)
  const isLast = nextAt === undefined || reminder.when.kind === "now" || reminder.when.kind === "once"
  const records = isState(reminder)
    ? recordsOf(reached, sending, rules.escalateAfterDays)
    : { told: [], stuck: [] }
  return {
    outcome: {
      id: reminder.id,
      dueAt: reminder.nextAt,
      state: isLast ? "done" : "standing",
      nextAt: isLast ? undefined : nextAt,
      scheduled,
      notices: isOver ? overNotices(reminder, now) : [],
      told: records.told,
    },
    stuck: records.stuck,
  }
}

/** A message to one chat. In a group the weekly tally is its day's one post; in private nothing interrupts a dialogue. */
function scheduledOf(
  { due: { reminder, campaign }, now }: Sending,
  { to, phrases }: { readonly to: Omit<Way, "unitId">; readonly phrases: readonly Phrase[] },
  days: Scheduled["days"],
): Scheduled {
  const { chat, bot, isGroup, busy } = to
  const closing = campaign.campaign.weeklyClosing.weekday
  return {
    draft: {
      chat,
      bot,
      kind: isGroup ? "post" : "notice",
      content: { phrases },
      dedupeKey: `reminder:${reminder.id}:${reminder.nextAt}:${chat}`,
      dueAt: now,
      ...(busy && !isGroup ? { heldFor: "dialogue" } : {}),
    },
    days: isGroup ? days.filter(({ day }) => weekdayOf(day) !== closing) : days,
  }
}

function isState({ audience }: Reminder): boolean {
  return ["short", "behind", "zero", "zero_week"].includes(audience.kind)
}

/** A unit named by an officer hears its numbers only until it has reached its target; own words are for everybody. */
function isContent(unit: UnitStanding, { audience, words }: Reminder): boolean {
  return audience.kind === "unit" && words === undefined && hasReached(unit)
}

/** Whether there is nobody left, and nobody will come back: a week begins with everybody at zero again. */
function isStateReached({ audience }: Reminder, meant: readonly UnitStanding[]): boolean {
  return meant.length === 0 && ["short", "behind", "zero", "unit"].includes(audience.kind)
}

function overNotices(reminder: Reminder, now: number): readonly OutboxDraft[] {
  const { arranged, number, audience } = reminder
  if (arranged === undefined) return []
  const args = { code: reminderCode(number), kind: audience.kind, ...shareArgs(audience) }
  return [
    {
      ...arranged,
      kind: "notice",
      content: { phrases: [{ key: "reminder-over-by-itself", args }] },
      dedupeKey: `reminder-over:${reminder.id}:${reminder.nextAt}`,
      dueAt: now,
    },
  ]
}

function commonGroups(field: Field) {
  const top = field.standings[0]?.id
  return field.ways.filter((way) => way.isGroup && way.unitId === top)
}

/** Today, and the next days at the same hour, without quiet ones. */
function candidateDays(now: number, courtesy: Courtesy): Scheduled["days"] {
  const { timeZone } = courtesy
  const today = localDate(now, timeZone)
  const time = localTime(now, timeZone)
  const later = Array.from({ length: MOST_DAYS }, (_, ahead) => addDays(today, ahead + 1)).flatMap((day) => {
    const at = instantAt(day, time, timeZone)
    return nextAllowed(at, courtesy) === at ? [{ day, at }] : []
  })
  return [{ day: today, at: now }, ...later]
}

function endOfDay(now: number, timeZone: string): number {
  return instantAt(localDate(now, timeZone), "24:00", timeZone) - 1
}
