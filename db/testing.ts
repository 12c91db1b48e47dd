import { randomUUID } from "node:crypto"
import { type CompiledQuery, Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import { inject } from "vitest"
import type { Role } from "../core/people/role.ts"
import { foldWords } from "../core/text/fold.ts"
import type { Database } from "./schema.ts"
import { BY_KEY, openDatabase, openPool } from "./server/connection.ts"

/** A database of its own for one test, gone when the `await using` block ends. */
export type FreshDatabase = AsyncDisposable & {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  readonly url: string
  readonly name: string
}

/** Copies the migrated template on the run's real PostgreSQL: `await using fresh = await freshDatabase()`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return await copyOf("template_ready")
}

/**
 * Copies what `fill` made of a fresh database. Under one `name` it is called once in the whole run, whoever asks first, so
 * it must make the same for everybody.
 */
export async function filledDatabase(
  name: string,
  fill: (fresh: FreshDatabase) => Promise<void>,
): Promise<FreshDatabase> {
  const serverUrl = inject("testServerUrl")
  const template = `template_${name}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    await admin.query("select pg_advisory_lock(hashtext($1))", [template])
    const found = await admin.query("select from pg_database where datname = $1", [template])
    if (found.rowCount === 0) {
      await using first = await freshDatabase()
      await fill(first)
      await first.db.destroy()
      await admin.query(`create database ${template} template ${first.name} strategy file_copy`)
    }
  } finally {
    await admin.end()
  }
  return await copyOf(template)
}

/** A unit below those of `above`, topmost first; without any it is the root of a federation. */
export async function addUnit(
  db: Kysely<Database>,
  unit: { readonly id: string; readonly code: string; readonly above?: readonly string[] },
): Promise<void> {
  const { id, code, above = [] } = unit
  await db
    .insertInto("unit")
    .values({
      id,
      federation_id: above[0] ?? id,
      code,
      name: code,
      name_key: foldWords(code),
      level: above.length === 0 ? "province" : "grassroots",
      parent_id: above.at(-1) ?? null,
      path: [...above, id],
      effective_from: "2021-01-01",
      created_at: new Date(0),
    })
    .execute()
}

/** A person; with `writes`, the account they have and the private chat of that id, in which this bot answers them. */
export async function addPerson(
  db: Kysely<Database>,
  person: {
    readonly id: string
    readonly name: string
    readonly writes?: { readonly as: string; readonly to: string }
  },
): Promise<void> {
  const { id, name, writes } = person
  const created_at = new Date(0)
  await db.insertInto("person").values({ id, name, created_at }).execute()
  if (writes === undefined) return
  const [chat, bot_id] = [writes.as, writes.to]
  await db
    .insertInto("account")
    .values({ id: chat, person_id: id, name, private_chat_id: chat, private_bot_id: bot_id, created_at })
    .execute()
  await db.insertInto("chat").values({ id: chat, bot_id, kind: "private", created_at }).execute()
}

/** A role that the person holds in the unit. Answers its id. */
export async function addRole(
  db: Kysely<Database>,
  role: { readonly of: string; readonly in: string; readonly role: Role },
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto("role_grant")
    .values({ id, person_id: role.of, unit_id: role.in, role: role.role, granted_at: new Date(0) })
    .execute()
  return id
}

async function copyOf(template: string): Promise<FreshDatabase> {
  const serverUrl = inject("testServerUrl")
  const name = `test_${randomUUID().replaceAll("-", "")}`
  await asAdmin(serverUrl, `create database ${name} template ${template} strategy file_copy`)
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  const pool = openPool(address.href)
  const db = openDatabase(pool)
  return {
    db,
    pool,
    url: address.href,
    name,
    [Symbol.asyncDispose]: async () => {
      await db.destroy()
      await asAdmin(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The address at which the server says of all connections that they asked nothing for `time` longer than it is true. */
export async function silentFor({ pool, url }: FreshDatabase, time: string): Promise<string> {
  await pool.query(`create schema past; create view past.pg_stat_activity as
    select pid, datname, application_name, state_change - interval '${time}' as state_change from pg_catalog.pg_stat_activity`)
  const address = new URL(url)
  address.searchParams.set("options", "-c search_path=past,public,pg_catalog")
  return address.href
}

/** The same database, and every statement that goes through `db`, in order. */
export function listened({ pool }: FreshDatabase): { db: Kysely<Database>; asked: CompiledQuery[] } {
  const asked: CompiledQuery[] = []
  const dialect = new PostgresDialect({ pool })
  return { asked, db: new Kysely<Database>({ dialect, log: ({ query }) => void asked.push(query) }) }
}

/** A node of a plan as PostgreSQL explains it. */
export type PlanNode = {
  readonly "Actual Rows": number
  readonly "Actual Loops": number
  readonly "Rows Removed by Filter"?: number
  readonly "Relation Name"?: string
  readonly "Index Name"?: string
  readonly Plans?: readonly PlanNode[]
}

/** Runs a statement once more and tells how it was done. */
export async function planOf({ pool }: FreshDatabase, query: CompiledQuery): Promise<PlanNode> {
  const { rows } = await pool.query(`explain (analyze, format json) ${query.sql}`, [...query.parameters])
  return rows[0]["QUERY PLAN"][0].Plan
}

/** As `planOf`, with the plan that is kept for whatever comes (`BY_KEY` in db/server/connection.ts). */
export async function keptPlanOf(
  { url }: FreshDatabase,
  { sql: text, parameters }: CompiledQuery,
): Promise<PlanNode> {
  const client = new pg.Client({ connectionString: url, options: BY_KEY })
  await client.connect()
  try {
    await client.query(`prepare kept as ${text}`)
    const values = parameters.map((value) =>
      client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value)),
    )
    const { rows } = await client.query(`explain (analyze, format json) execute kept (${values.join(", ")})`)
    return rows[0]["QUERY PLAN"][0].Plan
  } finally {
    await client.end()
  }
}

/** What a plan took from tables and indexes, whether it passed it on or not. */
export function rowsRead(plan: PlanNode): number {
  const rows = (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]
  // What a condition takes from a query of its own stands below the table it is about.
  const own = plan["Relation Name"] === undefined ? 0 : rows
  return (plan.Plans ?? []).reduce((sum, below) => sum + rowsRead(below), own)
}

/** Every index that a plan looked into. */
export function indexesOf(plan: PlanNode): readonly string[] {
  const own = plan["Index Name"] !== undefined && plan["Actual Loops"] > 0 ? [plan["Index Name"]] : []
  return [...own, ...(plan.Plans ?? []).flatMap(indexesOf)]
}
