import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { BotId, ChatId } from "../channel.ts"
import { addDays, instantAt, type LocalDate, localDate, localTime, weekdayOf } from "../clock.ts"
import { type Courtesy, isAllowed, LATE_AFTER_MS, nextAllowed } from "../courtesy.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { TallyError } from "../tally/plan.ts"
import { type Field, hasReached, recipientsOf, type UnitStanding, unitsMeant, type Way } from "./audience.ts"
import { laggardPhrases, reminderPhrases } from "./message.ts"
import { type Reminder, type ReminderState, reminderCode, shareArgs } from "./reminder.ts"
import { nextMoment } from "./schedule.ts"
import { escalate, recordsOf } from "./stuck.ts"

/** A reminder whose moment has come. */
export type DueReminder = {
  readonly reminder: Reminder & { readonly nextAt: number }
  readonly campaign: StoredCampaign
  /** In whose name it goes out. */
  readonly officeName: string
  /** Others run beside its campaign, so that the numbers say whose they are. */
  readonly isOneOfSeveral: boolean
}

/** That a unit was told, and what it had then. */
export type Told = {
  readonly unitId: string
  /** When it was first told with this count, epoch milliseconds; moving starts it anew. */
  readonly since: number
  readonly count: number
  readonly escalated: boolean
}

/** A message that takes one of its chat's scheduled posts; the first day that is free is taken. */
export type Scheduled = {
  readonly draft: OutboxDraft
  /** Nearest first; `at` in epoch milliseconds. */
  readonly days: readonly { readonly day: LocalDate; readonly at: number }[]
}

/** What comes of a due reminder, to be stored whole or not at all. */
export type ReminderOutcome = {
  readonly id: string
  /** The moment that was due; when it is no longer the reminder's, somebody else did all this. */
  readonly dueAt: number
  readonly state: ReminderState
  readonly nextAt: number | undefined
  readonly scheduled: readonly Scheduled[]
  readonly notices: readonly OutboxDraft[]
  readonly told: readonly Told[]
}

/** What sending needs from the store. */
export type ReminderPosts = {
  due(now: number): Promise<readonly DueReminder[]>
  /** Who stands where and can be told how, read at one moment. Throws `TallyError` before the campaign. */
  field(campaign: StoredCampaign, unitId: string, now: number): Promise<Field>
  told(reminderId: string): Promise<readonly Told[]>
  /** Private chats of the officers of a unit, or of the nearest one above that has any, by the units given. */
  officersAbove(
    unitIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { chat: ChatId; bot: BotId }[]>>
  /** Answers the chats that got something; none when another process was faster. */
  carryOut(outcome: ReminderOutcome, now: number): Promise<readonly ChatId[]>
  /** Private reminders that waited for the end of a dialogue are due now when it is over. */
  release(now: number): Promise<readonly ChatId[]>
}

export type ReminderPorts = {
  readonly posts: ReminderPosts
  readonly timeZone: string
  /** Tells the sender that these chats have something waiting. */
  readonly wake: (chats: readonly ChatId[]) => void
}

/** So many days ahead a message looks for one on which its chat gets no other. */
const MOST_DAYS = 7

/**
 * Sends what is due: once, whatever is restarted and however many processes do it, marked late when the moment is long
 * past; of several missed moments only one. In quiet hours it waits. Safe to call at any time.
 */
export async function sendReminders(ports: ReminderPorts, now: number): Promise<void> {
  const told: ChatId[] = []
  const failures: unknown[] = []
  for (const due of await ports.posts.due(now)) {
    const { holidays } = due.campaign.campaign.reminders
    if (!isAllowed(now, { timeZone: ports.timeZone, holidays })) continue
    try {
      told.push(...(await ports.posts.carryOut(await outcomeOf(ports, due, now), now)))
    } catch (error) {
      // One that cannot be sent must not keep back those behind it.
      failures.push(error)
    }
  }
  if (isAllowed(now, { timeZone: ports.timeZone, holidays: [] }))
    told.push(...(await ports.posts.release(now)))
  ports.wake(told)
  if (failures.length > 0) throw new AggregateError(failures, "some reminders could not be sent")
}

async function outcomeOf(ports: ReminderPorts, due: DueReminder, now: number): Promise<ReminderOutcome> {
  const { reminder, campaign } = due
  const nothing = { id: reminder.id, dueAt: reminder.nextAt, scheduled: [], notices: [], told: [] }
  if (localDate(now, ports.timeZone) > campaign.campaign.endsOn) {
    return { ...nothing, state: "done", nextAt: undefined }
  }
  try {
    const field = await ports.posts.field(campaign, reminder.audience.unit.id, now)
    const told = new Map((await ports.posts.told(reminder.id)).map((each) => [each.unitId, each]))
    const decided = decideSending({ due, field, told, now, timeZone: ports.timeZone })
    const stuck = decided.stuck.length === 0 ? [] : await escalate(ports, due, decided.stuck, now)
    return { ...decided.outcome, notices: [...decided.outcome.notices, ...stuck] }
  } catch (error) {
    if (!(error instanceof TallyError)) throw error
    return { ...nothing, state: "done", nextAt: undefined }
  }
}

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
