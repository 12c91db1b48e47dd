import { setTimeout as pause } from "node:timers/promises"
import { type Insertable, type Kysely, sql } from "kysely"
import pg from "pg"
import type { Incoming } from "../core/channel.ts"
import type { Context, RunningCampaign } from "../core/conversation/context.ts"
import type { Dialogue } from "../core/conversation/dialogue.ts"
import { isConnectionLost } from "../core/error.ts"
import { Conflict, type Conversations, type Loaded } from "../core/handle.ts"
import { CONSENT_VERSION } from "../core/people/consent.ts"
import type { Role, UnitRef } from "../core/people/role.ts"
import { together } from "../core/together.ts"
import { applyChanges } from "./change.ts"
import type { Database } from "./schema.ts"
import type { SettlementDesk, Settling } from "./settling.ts"
import { storeSteps } from "./storing.ts"
import type { TitleStocks } from "./title-stock.ts"
import type { Watched } from "./title-watch.ts"

/** Conversations on PostgreSQL. `campaignFor` tells the running campaign of a federation (or of the only one). */
export function conversations(
  db: Kysely<Database>,
  options: {
    readonly timeZone: string
    /** The same database for what touches a few rows by their keys. Default: `db`. */
    readonly byKey?: Kysely<Database>
    /** Which titles there are is asked and told by the way. */
    readonly titles?: Pick<TitleStocks, "watch" | "wrote">
    /** Whose results of sending are stored by the way. */
    readonly desk?: SettlementDesk
    readonly campaignFor: (
      federationId: string | undefined,
      now: number,
    ) => Promise<RunningCampaign | undefined>
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
  const told = ({ written, titles }: Awaited<ReturnType<typeof storeSteps>>) => {
    options.titles?.wrote(titles)
    return written
  }
  return {
    load: async (batch, now) => {
      const watched = options.titles?.watch()
      const rows = await loadRows(byKey, batch, watched?.newest)
      watched?.found(rows[0]?.newest_titles ?? null)
      const federations = rows.map((row) => (row.chat_unit ?? row.person_unit)?.path[0])
      const campaigns = new Map<string | undefined, RunningCampaign | undefined>()
      for (const each of new Set(federations)) campaigns.set(each, await options.campaignFor(each, now))
      return batch.map((incoming, place) =>
        loadedOf(incoming, rows[place] as LoadedRow, campaigns.get(federations[place])),
      )
    },
    commit: async (steps, now, handOver) => {
      if (steps.length === 0) return { chats: [], handedOver: new Map() }
      const changesSomething = steps.some((step) => (step.decision.changes?.length ?? 0) > 0)
      const write = async (settling: readonly Settling[]) => {
        const beside = { now, timeZone: options.timeZone, settling, handOver }
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
        return told(stored)
      } catch (error) {
        along?.notStored()
        if (isConflict(error)) throw new Conflict()
        // What cannot be stored may be what was taken along, and nobody's message may suffer for that.
        if (along !== undefined && !isPassing(error)) return told(await write([]))
        throw error
      }
    },
    keep: async (bot, updateKey, raw, now) => {
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
      return rows.map((row) => ({ updateKey: row.update_key, raw: row.raw }))
    },
    discard: async (updateKey) => {
      await db.deleteFrom("kept_update").where("update_key", "=", updateKey).execute()
    },
    isPassing,
  }
}

type LoadedRow = {
  readonly handled: boolean
  readonly kept: boolean
  readonly met: boolean
  readonly chat_known: boolean
  readonly chat_unit: UnitRef | null
  readonly person_id: string | null
  readonly person_name: string | null
  readonly person_unit: UnitRef | null
  readonly consents: boolean | null
  readonly grants: readonly { readonly role: Role; readonly unit: UnitRef }[] | null
  readonly version: number | null
  readonly dialogue: Dialogue | null
  /** Of the first row. */
  readonly newest_titles: string | null
}

/**
 * One statement for the whole batch; the rows come back in its order. Each limit has its table asked by key for every single
 * update: joined, small tables would be read whole, by a plan that is kept while they grow.
 */
async function loadRows(
  db: Kysely<Database>,
  batch: readonly Incoming[],
  newestTitles: Watched["newest"] = sql`null`,
): Promise<readonly LoadedRow[]> {
  const asks = batch.map((incoming, place) => ({
    place,
    update_key: incoming.updateKey,
    chat_id: incoming.chat.id,
    account_id: incoming.from?.account ?? "",
    bot_id: incoming.bot,
    title: incoming.chat.title,
    is_private: incoming.chat.kind === "private",
  }))
  const { rows } = await sql<LoadedRow>`
    select handled.update_key is not null as handled, kept.update_key is not null as kept,
      coalesce(
        chat.bot_id = ask.bot_id and chat.state = 'open' and (ask.title is null or chat.title is not distinct from ask.title)
          and (not ask.is_private or account.private_chat_id = ask.chat_id),
        false) as met,
      chat.id is not null as chat_known,
      case when chat_unit.id is not null then json_build_object(
        'id', chat_unit.id, 'code', chat_unit.code, 'name', chat_unit.name, 'path', chat_unit.path) end as chat_unit,
      person.id as person_id, person.name as person_name,
      case when person_unit.id is not null then json_build_object(
        'id', person_unit.id, 'code', person_unit.code, 'name', person_unit.name, 'path', person_unit.path)
        end as person_unit,
      consent.granted as consents, grants.grants,
      conversation.version, conversation.dialogue,
      case ask.place when 0 then ${newestTitles} end as newest_titles
    from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb)
      as ask(place integer, update_key text, chat_id text, account_id text, bot_id text, title text, is_private boolean)
    left join lateral (select update_key from handled_update where update_key = ask.update_key limit 1) as handled on true
    left join lateral (select update_key from kept_update where update_key = ask.update_key limit 1) as kept on true
    left join lateral (select id, unit_id, bot_id, state, title from chat where id = ask.chat_id limit 1) as chat on true
    left join lateral (select * from unit where id = chat.unit_id limit 1) as chat_unit on true
    left join lateral (select person_id, private_chat_id from account where id = ask.account_id limit 1) as account on true
    left join lateral (select * from person where id = account.person_id limit 1) as person on true
    left join lateral (select * from unit where id = person.unit_id limit 1) as person_unit on true
    left join lateral (
      select version, dialogue from conversation where chat_id = ask.chat_id and account_id = ask.account_id limit 1
    ) as conversation on true
    left join lateral (
      select granted from consent
      where consent.person_id = person.id and purpose = 'records' and version = ${CONSENT_VERSION}
      order by id desc limit 1
    ) as consent on true
    left join lateral (
      select json_agg(json_build_object('role', role, 'unit', json_build_object(
        'id', unit.id, 'code', unit.code, 'name', unit.name, 'path', unit.path))) as grants
      from role_grant join unit on unit.id = role_grant.unit_id
      where role_grant.person_id = person.id and withdrawn_at is null
    ) as grants on true
    order by ask.place`.execute(db)
  return rows
}

function loadedOf(incoming: Incoming, row: LoadedRow, campaign: RunningCampaign | undefined): Loaded {
  const context: Context = {
    chat: {
      id: incoming.chat.id,
      bot: incoming.bot,
      kind: incoming.chat.kind,
      known: row.chat_known,
      unit: row.chat_unit ?? undefined,
    },
    account:
      incoming.from === undefined ? undefined : { id: incoming.from.account, name: incoming.from.name },
    person:
      row.person_id === null
        ? undefined
        : {
            id: row.person_id,
            name: row.person_name ?? "",
            unit: row.person_unit ?? undefined,
            consents: row.consents ?? undefined,
            grants: row.grants ?? [],
          },
    version: row.version ?? 0,
    dialogue: row.dialogue ?? undefined,
    campaign,
  }
  return { context, handled: row.handled, kept: row.kept, met: row.met }
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
  if (code === MOVED_ON) return true
  return code === UNIQUE_VIOLATION && ["handled_update", "account", "role_grant"].includes(table)
}

const UNIQUE_VIOLATION = "23505"
/** Of `conversation_moved_on()`, our own. */
const MOVED_ON = "SK001"

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
