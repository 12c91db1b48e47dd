import type { ChatId } from "../channel.ts"
import { LATE_AFTER_MS } from "../courtesy.ts"
import type { OutboxContent } from "../outbox.ts"
import { TallyError } from "../tally/plan.ts"
import { decideSending, type Sending } from "./decide-sending.ts"
import type { DueReminder, ReminderPosts } from "./send.ts"

/** A reminder's message that leaves now or within moments and was written long before. */
export type OldMessage = {
  readonly id: string
  readonly chat: ChatId
  readonly late: boolean
  readonly due: DueReminder
}

/** What an old message says now; undefined where its chat has nothing to be reminded of any more. */
export type Freshened = { readonly id: string; readonly content: OutboxContent | undefined }

/**
 * A message that made room for another day's post, waited for a dialogue's end or was held overnight tells the figures of the moment at which
 * it leaves; whoever has reached what they were to be reminded of hears nothing. Safe to call at any time.
 */
export async function freshenReminders(
  posts: Pick<ReminderPosts, "oldMessages" | "field" | "rewrite">,
  timeZone: string,
  now: number,
): Promise<void> {
  const old = await posts.oldMessages(now)
  for (const messages of Map.groupBy(old, ({ due }) => due.reminder.id).values()) {
    const [first] = messages
    if (first === undefined) continue
    const { campaign, reminder } = first.due
    try {
      const field = await posts.field(campaign, reminder.audience.unit.id, now)
      await posts.rewrite(messages.map((message) => freshened(message, field, timeZone, now)))
    } catch (error) {
      // Figures that cannot be read any more, for the campaign is over or moved, stay as they were written.
      if (!(error instanceof TallyError)) throw error
    }
  }
}

function freshened(
  { id, chat, late, due }: OldMessage,
  field: Sending["field"],
  timeZone: string,
  now: number,
): Freshened {
  const nextAt = late ? now - LATE_AFTER_MS - 1 : now
  const { outcome } = decideSending({
    due: { ...due, reminder: { ...due.reminder, nextAt } },
    field,
    told: new Map(),
    now,
    timeZone,
  })
  return { id, content: outcome.scheduled.find(({ draft }) => draft.chat === chat)?.draft.content }
}
