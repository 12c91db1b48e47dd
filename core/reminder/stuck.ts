import type { BotId, ChatId } from "../channel.ts"
import type { OutboxDraft } from "../outbox.ts"
import type { UnitStanding } from "./audience.ts"
import type { Sending } from "./decide-sending.ts"
import { namesOf } from "./message.ts"
import { reminderCode } from "./reminder.ts"
import type { DueReminder, ReminderPorts, Told } from "./send.ts"

/** What is noted of the units that were told, and which of them did not move for too long. */
export function recordsOf(
  reached: readonly UnitStanding[],
  { told, now }: Sending,
  escalateAfterDays: number,
): { readonly told: readonly Told[]; readonly stuck: readonly UnitStanding[] } {
  const stuck: UnitStanding[] = []
  const records = reached.map((unit): Told => {
    const before = told.get(unit.id)
    const count = unit.registered + unit.held
    if (before === undefined || count > before.count) {
      return { unitId: unit.id, since: now, count, escalated: false }
    }
    const waitedMs = now - before.since
    if (before.escalated || waitedMs < escalateAfterDays * 24 * 3_600_000) return before
    stuck.push(unit)
    return { ...before, escalated: true }
  })
  return { told: records, stuck }
}

/** Tells the officers of the unit above, in one message, whose units did not move although they were reminded. */
export async function escalate(
  ports: ReminderPorts,
  { reminder, campaign }: DueReminder,
  stuck: readonly UnitStanding[],
  now: number,
): Promise<readonly OutboxDraft[]> {
  const parents = new Map(stuck.map((unit) => [unit.id, unit.path.at(-2)]))
  const above = await ports.posts.officersAbove([
    ...new Set([...parents.values()].filter((id) => id !== undefined)),
  ])
  const byChat = new Map<ChatId, { readonly bot: BotId; readonly units: UnitStanding[] }>()
  for (const unit of stuck) {
    for (const { chat, bot } of above.get(parents.get(unit.id) ?? "") ?? []) {
      const known = byChat.get(chat)
      if (known === undefined) byChat.set(chat, { bot, units: [unit] })
      else known.units.push(unit)
    }
  }
  const days = campaign.campaign.reminders.escalateAfterDays
  return [...byChat].map(([chat, { bot, units }]) => ({
    chat,
    bot,
    kind: "notice",
    content: {
      phrases: [
        {
          key: "reminder-escalated",
          args: { code: reminderCode(reminder.number), days, count: units.length, units: namesOf(units) },
        },
      ],
    },
    dedupeKey: `reminder-stuck:${reminder.id}:${reminder.nextAt}:${chat}`,
    dueAt: now,
  }))
}
