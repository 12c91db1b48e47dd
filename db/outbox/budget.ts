import { type Kysely, type RawBuilder, sql } from "kysely"
import type { BotId } from "../../core/channel.ts"
import {
  MOST_STRETCH,
  type Outbox,
  type Places,
  type Spent,
  STRETCH,
  STRETCH_HALVES_MS,
} from "../../core/outbox.ts"
import type { Database } from "../schema.ts"

/** The present interval of a `bot_budget` row in milliseconds: as documented, times what is left of a widening. */
export function stepMs(now: Date | string): RawBuilder<number> {
  // Bounded, for a power of what is long past underflows.
  return sql`(b.interval_ms * (1 + (b.stretch - 1) * power(0.5, least(50, greatest(0,
    extract(epoch from ${now}::timestamptz - greatest(b.stretched_at, '2000-01-01'))::float8 * 1000
      / ${sql.lit(STRETCH_HALVES_MS)})))))`
}

/** Takes places at the end of the bot's line; a bot that was never met gets a line that begins now. */
export async function reservePlaces(
  db: Kysely<Database>,
  bot: BotId,
  { places, intervalMs, month, withinMs }: Parameters<Outbox["reserve"]>[1],
  now: number,
): Promise<Places> {
  const at = new Date(now)
  const longest = withinMs === undefined ? null : new Date(now + withinMs)
  const { rows } = await sql<{
    full_at: Date
    paused_until: Date | number
    step: number
    counted: number | null
  }>`
    insert into bot_budget as b (bot_id, full_at, interval_ms)
    values (${bot}, ${at}::timestamptz + ${places * intervalMs}::float8 * interval '1 ms', ${intervalMs})
    on conflict (bot_id) do update set
      interval_ms = excluded.interval_ms,
      full_at = case when b.paused_until > ${at} then b.full_at
        else greatest(b.full_at, ${at}) + ${places}::integer * ${stepMs(at)} * interval '1 ms' end
      where ${longest}::timestamptz is null or b.full_at <= ${longest}
    returning full_at, paused_until, ${stepMs(at)} as step,
      (select sent from message_ledger l where l.bot_id = b.bot_id and l.month = ${month}) as counted`.execute(
    db,
  )
  const row = rows[0]
  if (row === undefined && withinMs !== undefined) return { slots: [], pausedUntil: 0, counted: 0 }
  if (row === undefined) throw new Error(`the budget of ${bot} could not be read`)
  // Of minus infinity pg makes a number.
  const pausedUntil = typeof row.paused_until === "number" ? 0 : row.paused_until.getTime()
  const first = row.full_at.getTime() - places * row.step
  return {
    slots: pausedUntil > now ? [] : Array.from({ length: places }, (_, place) => first + place * row.step),
    pausedUntil,
    counted: row.counted ?? 0,
  }
}

/** See `Outbox.pauseBot`. */
export async function pauseBot(
  db: Kysely<Database>,
  bot: BotId,
  { until, intervalMs, because }: Parameters<Outbox["pauseBot"]>[1],
  now: number,
): Promise<void> {
  const at = new Date(now)
  const end = new Date(until)
  if (because === "token") {
    await sql`
      insert into bot_budget (bot_id, full_at, interval_ms, paused_until, paused_at, refused_at)
      values (${bot}, ${at}, ${intervalMs}, ${end}, ${at}, ${at})
      on conflict (bot_id) do update set
        paused_until = greatest(bot_budget.paused_until, excluded.paused_until),
        paused_at = excluded.paused_at, refused_at = excluded.refused_at`.execute(db)
    return
  }
  await sql`
    insert into bot_budget as b (bot_id, full_at, interval_ms, paused_until, paused_at, stretch, stretched_at)
    values (${bot}, ${at}, ${intervalMs}, ${end}, ${at}, ${STRETCH}, ${end})
    on conflict (bot_id) do update set
      paused_until = greatest(b.paused_until, excluded.paused_until),
      paused_at = excluded.paused_at,
      stretch = least(${MOST_STRETCH}::float8, ${stepMs(at)} / greatest(b.interval_ms, 1e-9) * ${STRETCH}::float8),
      stretched_at = excluded.stretched_at`.execute(db)
}

/** Statements for what was spent, to stand beside the one that settles the rows; none when nothing is to be said. */
export function spending(spent: readonly Spent[]): readonly RawBuilder<unknown>[] {
  const budgets = new Map(spent.flatMap(({ chat, budget }) => (budget ? [[chat, budget] as const] : [])))
  const counted = new Map<string, { bot: BotId; month: string; messages: number }>()
  for (const { bot, counted: news } of spent) {
    if (news === undefined) continue
    const key = `${bot} ${news.month}`
    counted.set(key, { bot, ...news, messages: (counted.get(key)?.messages ?? 0) + news.messages })
  }
  const suspect = new Map(
    spent.flatMap(({ chat, suspect: is }) => (is === undefined ? [] : [[chat, is] as const])),
  )
  const parts: RawBuilder<unknown>[] = []
  if (budgets.size > 0) {
    const rows = [...budgets].map(([chat, budget]) => ({
      chat,
      ready_ms: Math.ceil(budget.readyAt),
      state: budget,
    }))
    parts.push(sql`budgets as (
      insert into chat_budget (chat_id, ready_at, state)
      select chat, to_timestamp(ready_ms / 1000), state
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b(chat text, ready_ms double precision, state jsonb)
      order by chat
      on conflict (chat_id) do update set ready_at = excluded.ready_at, state = excluded.state)`)
  }
  if (counted.size > 0) {
    parts.push(sql`ledger as (
      insert into message_ledger (bot_id, month, sent)
      select bot, month, messages
      from jsonb_to_recordset(${JSON.stringify([...counted.values()])}::jsonb)
        as l(bot text, month text, messages integer)
      order by bot, month
      on conflict (bot_id, month) do update set sent = message_ledger.sent + excluded.sent)`)
  }
  if (suspect.size > 0) {
    const chats = [...suspect.keys()]
    parts.push(sql`doubted as (
      update chat set suspect_since = case when d.is_suspect then coalesce(chat.suspect_since, now()) end
      from unnest(${chats}::text[], ${[...suspect.values()]}::boolean[]) as d(chat_id, is_suspect)
      where chat.id = d.chat_id)`)
  }
  return parts
}
