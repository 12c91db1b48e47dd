import { setTimeout as pause } from "node:timers/promises"
import { type Insertable, type Kysely, sql } from "kysely"
import pg from "pg"
import type { Incoming } from "../../core/channel.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { RunningCampaign } from "../../core/conversation/context.ts"
import { Conflict, type Conversations, type Loaded, type Step } from "../../core/conversations.ts"
import { isConnectionLost } from "../../core/error.ts"
import { together } from "../../core/together.ts"
import type { TitleStocks } from "../ideas/title-stock.ts"
import type { SettlementDesk, Settling } from "../outbox/settling.ts"
import type { Database } from "../schema.ts"
import { applyChanges } from "./change.ts"
import { contextMemory } from "./context-memory.ts"
import { type LoadedRow, loadedOf, loadRows } from "./loading.ts"
import { storeSteps } from "./storing.ts"

/** Conversations on PostgreSQL. `campaignFor` tells the running campaign of a federation (or of the only one). */
export function conversations(
  db: Kysely<Database>,
  options: {
    readonly timeZone: string
    /** The same database for what touches a few rows by their keys. Default: `db`. */
    readonly byKey?: Kysely<Database>
    /** Which titles there are is asked and told by the way. */
    readonly titles?: Pick<TitleStocks, "watch" | "unwatched" | "wrote">
    /** Whose results of sending are stored by the way. */
    readonly desk?: SettlementDesk
    readonly campaignFor: (
      federationId: string | undefined,
      now: number,
    ) => Promise<RunningCampaign | undefined>
    /** Something changed that is remembered elsewhere in this process. */
    readonly changed?: () => void
  },
): Conversations {
  const { byKey = db } = options
  // Several bots that poll at a time keep what they read by one commit.
  const keep = together(
    async (rows: readonly Insertable<Database["kept_update"]>[]) => {
      await byKey
        .insertInto("kept_update")
        .values(rows)
        .onConflict((conflict) => conflict.column("update_key").doNothing())
        .execute()
      return rows
    },
    (error) => !isPassing(error),
  )
  const memory = contextMemory()
  const ask = async (batch: readonly Incoming[], now: number): Promise<Loaded[]> => {
    if (batch.length === 0) {
      options.titles?.unwatched()
      return []
    }
    const watched = options.titles?.watch()
    const refreshing = memory.begin(now)
    const byTheWay = { newestTitles: watched?.newest ?? sql`null`, news: refreshing.news }
    const rows = await loadRows(byKey, batch, byTheWay)
    watched?.found(rows[0]?.newest_titles ?? null)
    const loaded = batch.map((incoming, place) => loadedOf(incoming, rows[place] as LoadedRow))
    refreshing.found(batch, loaded, rows[0]?.news)
    return loaded
  }
  const told = ({ written, titles }: Awaited<ReturnType<typeof storeSteps>>) => {
    options.titles?.wrote(titles)
    return written
  }
  return {
    load: async (batch, now) => {
      const recalled = memory.recall(batch, now)
      const loaded = await ask(
        batch.filter((_, place) => recalled[place] === undefined),
        now,
      )
      const known = recalled.map((each) => each ?? (loaded.shift() as Loaded))
      const federations = known.map(({ context }) => (context.chat.unit ?? context.person?.unit)?.path[0])
      const campaigns = new Map<string | undefined, RunningCampaign | undefined>()
      for (const each of new Set(federations)) campaigns.set(each, await options.campaignFor(each, now))
      return known.map((each, place) => {
        const campaign = campaigns.get(federations[place])
        return { ...each, context: { ...each.context, campaign } }
      })
    },
    commit: async (steps, now, handOver) => {
      if (steps.length === 0) return { chats: [], handedOver: new Map() }
      const changesSomething = steps.some((step) => (step.decision.changes?.length ?? 0) > 0)
      const write = async (settling: readonly Settling[]) => {
        const watched = options.titles?.watch()
        const beside = { now, timeZone: options.timeZone, settling, handOver, watched }
        return await unlessBrokenOff(async () => {
          if (!changesSomething) return await storeSteps(byKey, steps, beside)
          return await db.transaction().execute(async (trx) => {
            await applyChanges(trx, steps, now, options.timeZone)
            return await storeSteps(trx, steps, beside)
          })
        })
      }
      const along = options.desk?.take()
      try {
        const stored = await write(along?.asks ?? [])
        along?.stored()
        memory.stored(steps)
        if (steps.some(changesUnits)) options.changed?.()
        return told(stored)
      } catch (error) {
        along?.notStored()
        if (isConflict(error)) {
          memory.doubt(steps)
          if (isOfOthers(error)) memory.rest()
          throw new Conflict()
        }
        memory.forgetAll()
        // What cannot be stored may be what was taken along, and nobody's message may suffer for that.
        if (along !== undefined && !isPassing(error)) return told(await write([]))
        throw error
      }
    },
    keep: async (bot, updateKey, raw, now) => {
      memory.kept([updateKey])
      await keep({ update_key: updateKey, bot_id: bot, raw: JSON.stringify(raw), kept_at: new Date(now) })
    },
    unfinished: async (bot) => {
      const rows = await db
        .selectFrom("kept_update")
        .select(["update_key", "raw"])
        .where("bot_id", "=", bot)
        .orderBy("kept_at")
        .orderBy("update_key")
        .execute()
      memory.kept(rows.map((row) => row.update_key))
      return rows.map((row) => ({ updateKey: row.update_key, raw: row.raw }))
    },
    discard: async (updateKey) => {
      await db.deleteFrom("kept_update").where("update_key", "=", updateKey).execute()
      memory.discarded(updateKey)
    },
    forget: memory.forget,
    isPassing,
  }
}

/** What units, targets and campaigns are remembered by changes with these. */
const OF_UNITS: ReadonlySet<Change["do"]> = new Set([
  "reorganise",
  "set_target",
  "set_periods",
  "remove_period",
])

function changesUnits({ decision: { changes = [] } }: Step): boolean {
  return changes.some((change) => OF_UNITS.has(change.do))
}

/** So often a transaction is tried that gave way to another one. */
const MOST_TRIES = 4
const GIVES_WAY_MS = 25

/**
 * Tries once more what the server broke off for the sake of another transaction (a deadlock): nothing of it was stored, and
 * whoever shares the batch should not have to wait until the platform repeats all of it.
 */
async function unlessBrokenOff<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const isBrokenOff = error instanceof pg.DatabaseError && error.code?.startsWith("40") === true
      if (!isBrokenOff || tries === MOST_TRIES) throw error
      await pause(GIVES_WAY_MS * 2 ** tries * Math.random())
    }
  }
}

/** An update that was handled, or a conversation that moved on, since it was loaded. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false
  const { code, table = "" } = error
  if (code === CONVERSATION_MOVED_ON || code === CONTEXT_MOVED_ON) return true
  return code === UNIQUE_VIOLATION && ["handled_update", "account", "role_grant"].includes(table)
}

/** In one process a conversation's messages are handled one after another: another process hears the same people. */
function isOfOthers(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === CONVERSATION_MOVED_ON
}

const UNIQUE_VIOLATION = "23505"
/** Of our own `conversation_moved_on()` and `context_moved_on()`. */
const CONVERSATION_MOVED_ON = "SK001"
const CONTEXT_MOVED_ON = "SK002"

/**
 * SQLSTATE classes of what one update asks for and no try will store: a row that is not one, a data exception, a broken
 * constraint, a statement that is wrong for these values, a limit of the program, a trigger that refuses. All else is the
 * store's fault. (https://www.postgresql.org/docs/18/errcodes-appendix.html, 2026-11)
 */
const LASTING_CLASSES = new Set(["21", "22", "23", "42", "54", "P0"])
/** Of these classes: something is missing that all updates need, or we may not use it. */
const NOT_OUR_SCHEMA = new Set(["42501", "42703", "42883", "42P01"])

function isPassing(error: unknown): boolean {
  if (error instanceof Conflict) return true
  if (error instanceof pg.DatabaseError) {
    const code = error.code ?? ""
    return NOT_OUR_SCHEMA.has(code) || !LASTING_CLASSES.has(code.slice(0, 2))
  }
  return isConnectionLost(error)
}
