import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Settlement, Spent } from "../../core/outbox.ts"
import type { Database } from "../schema.ts"
import { spending } from "./budget.ts"
import { SENDER } from "./sender.ts"

/** What came of sending some rows of one chat. */
export type Settling = {
  readonly settlements: readonly Settlement[]
  /** Epoch milliseconds. */
  readonly now: number
  readonly spent: readonly Spent[]
}

/** Results of sending that wait to be stored; a commit under way takes them along. */
export type SettlementDesk = {
  /** Resolves when the results are stored. */
  settle(ask: Settling): Promise<void>
  /** Takes what waits, to be stored by the caller's own statement; whoever takes calls `stored` or `notStored`. */
  take(): Taken | undefined
}

export type Taken = {
  readonly asks: readonly Settling[]
  stored(): void
  /** They wait again. */
  notStored(): void
}

type Waiting = {
  readonly ask: Settling
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers results for `lingerMs`: in a conversation the next commit is seldom farther, and stores them for nothing. What a
 * process had not stored when it died is sent again, so the moment is short.
 */
export function settlementDesk(db: Kysely<Database>, lingerMs: number): SettlementDesk {
  let waiting: Waiting[] = []
  let isStoring = false
  let timer: NodeJS.Timeout | undefined

  function plan(): void {
    if (isStoring || timer !== undefined || waiting.length === 0) return
    // Without lingering: after the present turn of the micro-tasks, so that what is told together goes together.
    if (lingerMs === 0) queueMicrotask(() => void store())
    else timer = setTimeout(() => void store(), lingerMs)
  }

  async function store(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    if (isStoring || batch.length === 0) return
    isStoring = true
    waiting = []
    try {
      await sql`with ${sql.join(settled(batch.map(({ ask }) => ask)))} select`.execute(db)
      for (const { resolve } of batch) resolve()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
    isStoring = false
    plan()
  }

  return {
    settle: (ask) =>
      new Promise((resolve, reject) => {
        waiting.push({ ask, resolve, reject })
        plan()
      }),
    take: () => {
      const batch = waiting
      if (batch.length === 0) return undefined
      waiting = []
      return {
        asks: batch.map(({ ask }) => ask),
        stored: () => {
          for (const { resolve } of batch) resolve()
        },
        notStored: () => {
          waiting = [...batch, ...waiting]
          plan()
        },
      }
    },
  }
}

/** What a platform said, as PostgreSQL takes it: no zero characters, no halves of surrogate pairs. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed()
}

/**
 * Parts of a statement that store results. That a message was sent is believed even from a sender whose lease ran out
 * meanwhile; anything else it says about a row that is no longer its own is too late.
 */
export function settled(asks: readonly Settling[]): readonly RawBuilder<unknown>[] {
  const now = new Date(Math.max(0, ...asks.map((ask) => ask.now)))
  const news = asks
    .flatMap((ask) => ask.settlements)
    .map((settlement) => ({
      id: settlement.id,
      result: settlement.result,
      due_ms: settlement.result === "later" ? settlement.dueAt : undefined,
      error: settlement.result === "sent" ? undefined : storable(settlement.error),
      message_ref: settlement.result === "sent" ? storable(settlement.message) : undefined,
    }))
  return [
    sql`news as (
      select * from jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
        as n(id bigint, result text, due_ms double precision, error text, message_ref text)
    )`,
    sql`own as (
      select o.id from outbox o
      where o.id = any(array(select id from news))
        and (o.state = 'sending' and o.sender = ${SENDER} or o.state in ('sending', 'waiting', 'unknown')
          and o.id = any(array(select id from news where result = 'sent')))
      order by o.chat_id, o.id
      for update of o
    )`,
    ...spending(asks.flatMap((ask) => ask.spent)),
    sql`settled as (
      update outbox o set
        held_for = null,
        state = case n.result when 'later' then 'waiting' else n.result end,
        due_at = coalesce(to_timestamp(n.due_ms / 1000), o.due_at),
        attempts = o.attempts + (n.error is null or n.error <> '')::integer,
        lease_until = null,
        sender = null,
        error = n.error,
        sent_at = case n.result when 'sent' then ${now}::timestamptz end,
        message_ref = n.message_ref
      from news n, own
      where o.id = n.id and o.id = own.id
    )`,
  ]
}
