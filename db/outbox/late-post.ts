import type { Kysely } from "kysely"
import type { ChatId } from "../../core/channel.ts"
import { addDays, inQuietHours, instantAt, localDate } from "../../core/clock.ts"
import { LATE_AFTER_MS, nextAllowed, QUIET } from "../../core/courtesy.ts"
import { DAYS_AHEAD, POSTPONED_TO } from "../../core/tally/post.ts"
import type { Database, Trx } from "../schema.ts"
import { takeDay } from "./scheduled.ts"

/** What an officer ordered in the quiet hours themselves is expected at once, and so long to be under way. */
const UNDER_WAY_MS = 30 * 60_000

/**
 * In quiet hours: posts that should have left while nobody was there, whose sender died or which did not get through leave when
 * these hours end; nobody's phone rings at night because a machine or a platform came back. What so comes to another day is
 * its group's one post of that day, or waits for the next one that is free. `now` in epoch milliseconds.
 */
export async function holdLatePosts(db: Kysely<Database>, now: number, timeZone: string): Promise<void> {
  const isQuiet = (at: number) => inQuietHours(at, timeZone, QUIET)
  if (!isQuiet(now)) return
  const until = nextAllowed(now, { timeZone, holidays: [] })
  await db.transaction().execute(async (trx) => {
    const late = await trx
      .selectFrom("outbox")
      .leftJoin("chat", (join) => join.onRef("chat.id", "=", "outbox.chat_id").on("chat.kind", "=", "group"))
      .select(["outbox.id", "outbox.due_at", "outbox.created_at", "chat.id as group"])
      .where("outbox.state", "=", "waiting")
      .where("outbox.kind", "=", "post")
      .where("outbox.due_at", "<", new Date(until))
      .where((is) =>
        is.or([is("outbox.due_at", "<", new Date(now - LATE_AFTER_MS)), is("outbox.error", "is not", null)]),
      )
      .orderBy("outbox.id")
      .forUpdate("outbox")
      .skipLocked()
      .execute()
    const isUnderWay = (orderedAt: number) => isQuiet(orderedAt) && orderedAt > now - UNDER_WAY_MS
    const held = late.filter(({ created_at }) => !isUnderWay(created_at.getTime()))
    for (const [dueAt, ids] of await onMornings(trx, held, until, timeZone))
      await trx
        .updateTable("outbox")
        .set({ due_at: new Date(dueAt) })
        .where("id", "in", ids)
        .execute()
  })
}

type Held = { readonly id: string; readonly due_at: Date; readonly group: string | null }

/** When each of them leaves, by its instant: `until`, or a morning behind it where the group has its post of that day already. */
async function onMornings(
  trx: Trx,
  held: readonly Held[],
  until: number,
  timeZone: string,
): Promise<ReadonlyMap<number, string[]>> {
  const leaving = new Map<number, string[]>()
  const leave = (at: number, id: string) => leaving.set(at, [...(leaving.get(at) ?? []), id])
  const first = localDate(until, timeZone)
  const comes = ({ group, due_at }: Held) => group !== null && localDate(due_at.getTime(), timeZone) < first
  for (const each of held) if (!comes(each)) leave(until, each.id)
  let waiting = held.filter(comes)
  for (let nth = 0; waiting.length > 0; nth++) {
    const morning = instantAt(addDays(first, nth), POSTPONED_TO, timeZone)
    const at = nth === 0 ? until : nextAllowed(morning, { timeZone, holidays: [] })
    const isLast = nth === DAYS_AHEAD
    const chats = waiting.map(({ group }) => group as ChatId)
    const free = new Set(await takeDay(trx, chats, localDate(at, timeZone)))
    const left: Held[] = []
    for (const each of waiting) {
      // Two for one group want the same day: the first has it.
      if (free.delete(each.group as ChatId) || isLast) leave(at, each.id)
      else left.push(each)
    }
    waiting = left
  }
  return leaving
}
