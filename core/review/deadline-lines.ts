import type { BotId, ChatId } from "../channel.ts"
import { formatDay, type LocalDate } from "../clock.ts"
import { initiativeCode } from "../intake/code.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"

/** How many initiatives wait longer than the law allows, nearly so, and are nearly too late to be filed. */
export type DeadlineCounts = { readonly overdue: number; readonly soon: number; readonly fileSoon: number }

/** A request that lacks what an officer asked for, and can be filed until `fileBy` only. */
export type IncompleteRequest = {
  readonly number: number
  readonly title: string
  readonly fileBy: LocalDate
  readonly chat: ChatId
  readonly bot: BotId
}

/** What an officer is told once a week; none when nothing is near or past. */
export function deadlinePhrases(
  unit: string,
  { overdue, soon, fileSoon }: DeadlineCounts,
): readonly Phrase[] {
  const lines = [
    ...(overdue > 0 ? [{ key: "deadlines-overdue", args: { count: overdue } }] : []),
    ...(soon > 0 ? [{ key: "deadlines-soon", args: { count: soon } }] : []),
    ...(fileSoon > 0 ? [{ key: "deadlines-file-soon", args: { count: fileSoon } }] : []),
  ]
  if (lines.length === 0) return []
  return [{ key: "deadlines-head", args: { unit } }, ...lines, { key: "deadlines-foot" }]
}

/** One message to everybody whose requests are incomplete; each record is told of once for ever. */
export function incompleteDrafts(
  requests: readonly IncompleteRequest[],
  campaignCode: string,
  now: number,
): readonly OutboxDraft[] {
  return requests.map(({ number, title, fileBy, chat, bot }) => {
    const code = initiativeCode(number)
    const args = { code, title, by: formatDay(fileBy, "date") }
    return {
      chat,
      bot,
      kind: "notice",
      heldFor: "dialogue",
      dueAt: now + HELD_MS,
      content: { phrases: [{ key: "file-soon-told", args }] },
      dedupeKey: `file-by:${campaignCode}:${code}`,
    } as const
  })
}

/** What is held until a dialogue ends comes by itself a day later. */
export const HELD_MS = 24 * 3_600_000
