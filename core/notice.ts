import { type ChatId, platformOf } from "./channel.ts"
import { addMonths, formatLocal, startOfDay } from "./clock.ts"
import type { OutboxContent, Phrase } from "./outbox.ts"
import { cut } from "./text/cut.ts"
import { formatPct, roundPct } from "./text/number.ts"

/** What goes wrong with sending and officers should know; groups by their titles. */
export type Trouble =
  /** The bot was removed from groups. */
  | { readonly kind: "closed"; readonly groups: readonly string[] }
  /** Posts that were given up, or of which nobody knows whether they arrived. */
  | { readonly kind: "dead" | "unknown"; readonly groups: readonly string[] }
  /** A group does not take posts: the next message is one to pass on. */
  | { readonly kind: "pack"; readonly group: string }
  | { readonly kind: "quota"; readonly usage: QuotaUsage; readonly stage: 80 | 95; readonly timeZone: string }
  /** The platform does not accept a bot's token. */
  | { readonly kind: "token"; readonly bot: string }

/** Messages of a bot in a calendar month ("2026-11") and how many it may send. */
export type QuotaUsage = {
  readonly bot: string
  readonly month: string
  readonly sent: number
  readonly limit: number
}

/** Looks after what failed, in whichever process. */
export type Notices = {
  /**
   * Tells officers what they were not told yet, and puts right what mended itself; every trouble is told once, whoever
   * calls how often. Answers the chats that got something. A notice that fails is itself no trouble.
   */
  lookAfter(now: number): Promise<readonly ChatId[]>
  /**
   * Writes to the private chats of the officers of the unit, or of the nearest unit above that has a reachable one, or to
   * the administrators. Each of them gets `dedupeKey` once for ever. Answers the chats that got it.
   */
  tellOfficers(
    unitId: string | undefined,
    content: OutboxContent,
    dedupeKey: string,
    now: number,
  ): Promise<readonly ChatId[]>
}

/** A ready-to-forward text fits into one message on every platform, the shortest being Zalo's. In UTF-16 units. */
const PACK_LENGTH = 1_900
/** More names than these make a notice a wall of text. */
const MOST_NAMES = 5

/** The words for officers. */
export function noticeOf(trouble: Trouble): Phrase {
  switch (trouble.kind) {
    case "closed":
      return { key: "notice-closed", args: named(trouble.groups) }
    case "dead":
      return { key: "notice-dead", args: named(trouble.groups) }
    case "unknown":
      return { key: "notice-unknown", args: named(trouble.groups) }
    case "pack":
      return { key: "notice-pack", args: { group: trouble.group } }
    case "quota": {
      const { sent, limit, bot, month } = trouble.usage
      const args = { sent, limit, pct: formatPct(roundPct(sent, limit)), channel: platformOf(bot) }
      if (trouble.stage === 80) return { key: "notice-quota-near", args }
      const next = startOfDay(addMonths(`${month}-01`, 1), trouble.timeZone)
      return {
        key: "notice-quota-spent",
        args: { ...args, until: formatLocal(next, trouble.timeZone, "date") },
      }
    }
    case "token":
      return { key: "notice-token", args: { bot: trouble.bot, channel: platformOf(trouble.bot) } }
    default:
      return trouble satisfies never
  }
}

/** How far a quota is used up: nothing to tell, 80 %, or 95 % from which on only answers leave. */
export function quotaStage({ sent, limit }: QuotaUsage): 80 | 95 | undefined {
  if (sent >= limit * 0.95) return 95
  return sent >= limit * 0.8 ? 80 : undefined
}

/** A post as one text to be forwarded, at most `PACK_LENGTH` long, cut at the end of a line. */
export function packOf(say: (phrase: Phrase) => string, phrases: readonly Phrase[]): string {
  const text = phrases.map(say).join("\n")
  if (text.length <= PACK_LENGTH) return text
  const kept = cut(text, PACK_LENGTH - 2)
  const end = kept.lastIndexOf("\n")
  return `${end > 0 ? kept.slice(0, end) : kept}\n…`
}

function named(groups: readonly string[]) {
  const names = groups.slice(0, MOST_NAMES).join(", ")
  return { count: groups.length, groups: groups.length > MOST_NAMES ? `${names}, …` : names }
}
