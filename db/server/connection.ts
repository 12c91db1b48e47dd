import { randomBytes } from "node:crypto"
import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import type { Database } from "../schema.ts"

/**
 * Every connection of this process carries it, so that the last process to leave can tell that it is the last: the server
 * may still count a connection that was closed a moment ago.
 */
export const APPLICATION_NAME = `tro-ly-sang-kien ${randomBytes(6).toString("hex")}`
/** What the names of all processes of ours are `like`. */
export const ANY_OF_OURS = "tro-ly-sang-kien%"

/** Start options by which the server takes a machine that vanished for gone after half a minute, not after two hours. */
export const NOTICES_SILENCE =
  "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4"

/**
 * The same seen from here: a server's machine that vanished is taken for gone after some 20 seconds, not after two hours. (With
 * a delay given Node asks ten times, a second apart: libuv, uv_tcp_keepalive, seen 2026-11.)
 */
export const KEPT_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const

/**
 * A process that stands still in the midst of a transaction would hold its locks, and whoever waits for them, for ever. What
 * takes long in between, as a backup's files do, sets it off for itself.
 */
const ENDS_IDLE_TRANSACTIONS = "-c idle_in_transaction_session_timeout=60s"

const DATE_OID = 1082

/**
 * Start options for statements that touch a few rows each by their keys, whatever else the tables hold. Planned once and for
 * good: a plan that reads a whole table, made while it was empty, would be kept until somebody counts its rows. One that has to
 * wait so long for somebody's lock is broken off and asked for again: behind it stand all others.
 */
export const BY_KEY = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c statement_timeout=60s"

/** A pool of connections to the database at `url`; `startOptions` as `psql` takes them in PGOPTIONS. */
export function openPool(
  url: string,
  options: { readonly max?: number; readonly startOptions?: string } = {},
): pg.Pool {
  const { address, startOptions } = withoutOptions(url)
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: address,
    max: options.max ?? 10,
    // A process that is idle must still be seen by the others: else its leases are ended, or its embedded server stopped.
    min: 1,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: 10_000,
    ...KEPT_ALIVE,
    // Both count; of two settings of one name the last one.
    options: [NOTICES_SILENCE, ENDS_IDLE_TRANSACTIONS, ...startOptions, options.startOptions ?? ""].join(" "),
    types: {
      // A calendar day is no instant: parsed to a Date it would shift with the machine's own zone.
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === DATE_OID ? (value: string) => value : pg.types.getTypeParser(oid, format as "text"),
    },
  })
  // Without listeners a connection cut by the server, idle or in use, would end the process; the query reports it anyway.
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

/** In an address `options` would replace ours, and BullMQ would not find its tables. */
function withoutOptions(url: string): { readonly address: string; readonly startOptions: readonly string[] } {
  const address = new URL(url)
  const startOptions = address.searchParams.getAll("options")
  address.searchParams.delete("options")
  return { address: address.href, startOptions }
}

/** More different statements than the house has; beyond it some of them are made by a loop, and are not worth keeping. */
const MOST_NAMES = 500
const names = new Map<string, string>()

/**
 * A statement that comes a second time gets a name, so that the server parses and plans it once per connection: for the
 * long ones that store an update this is more work than carrying them out.
 */
class PreparingClient extends pg.Client {
  // Kysely's form; whoever calls otherwise (cursors, BullMQ) gets what pg itself does.
  override query(...words: unknown[]): never {
    const [text, values] = words
    const isPlain = words.length === 2 && typeof text === "string" && Array.isArray(values)
    if (!isPlain) return Reflect.apply(super.query, this, words) as never
    const asked = { name: nameOf(text), text, values }
    // By pg's own promise whatever it was given and answered would last until the next full collection, which a crowd then
    // needs four times as often (pg 8.23.1 on Node 24.21, seen 2026-11).
    return new Promise((resolve, reject) => {
      super.query(asked, (error, result) => (error ? reject(error) : resolve(result)))
    }) as never
  }
}

/** Undefined the first time. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known === undefined && names.size < MOST_NAMES) names.set(text, `s${names.size}`)
  return known
}

/** Typed SQL over a pool; destroying it ends the pool. */
export function openDatabase(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** Whether rows can be written. After a failover the address may lead to a copy that answers and takes nothing. */
export async function isWritable(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ is: boolean }>(
    "select current_setting('transaction_read_only') = 'off' as is",
  )
  return rows[0]?.is === true
}

/** True when no other process of ours is connected to the same database. */
export async function isAlone(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ connections: string }>(
    "select count(*) as connections from pg_stat_activity where datname = current_database() and application_name like $1",
    [ANY_OF_OURS],
  )
  return Number(rows[0]?.connections ?? 0) <= pool.totalCount
}
