import type { StoredCampaign } from "../campaign/operator-store.ts"
import type { BotId, ChatId } from "../channel.ts"
import { type LocalDate, localDate } from "../clock.ts"
import { isAllowed } from "../courtesy.ts"
import type { OutboxDraft } from "../outbox.ts"
import { TallyError } from "../tally/plan.ts"
import type { Field } from "./audience.ts"
import { decideSending } from "./decide-sending.ts"
import { type Freshened, freshenReminders, type OldMessage } from "./freshen.ts"
import type { Reminder, ReminderState } from "./reminder.ts"
import { escalate } from "./stuck.ts"

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
  /** Messages that leave by now or within moments and were written an hour ago or earlier. */
  oldMessages(now: number): Promise<readonly OldMessage[]>
  /** They say this instead; those without anything to say are given up. */
  rewrite(messages: readonly Freshened[]): Promise<void>
}

export type ReminderPorts = {
  readonly posts: ReminderPosts
  readonly timeZone: string
  /** Tells the sender that these chats have something waiting. */
  readonly wake: (chats: readonly ChatId[]) => void
}

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
  await freshenReminders(ports.posts, ports.timeZone, now)
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
