import { type Kysely, sql } from "kysely"
import type pg from "pg"
import { SEALED_ID } from "../../core/seal.ts"
import type { Database } from "../schema.ts"
import { keyOfId, keyOfText, type NamedSeal, SealError } from "./seal.ts"

/** With which key the database is sealed. `changing`: not everything is yet. */
export type EncryptionState = { readonly key: string; readonly changing: boolean }

/** Rows of one statement: what was done stays done when the process dies. */
const ROWS_AT_ONCE = 5_000
const STATE = "encryption"
/** Web accounts are people of a trial, and nobody is reached by them. */
const REACHES_SOMEBODY = "^(telegram|zalo):"
const LOCK = "select pg_advisory_lock(hashtextextended('encryption', 0))"
const UNLOCK = "select pg_advisory_unlock(hashtextextended('encryption', 0))"

/** Where ids of accounts, or of chats, stand by themselves. */
const ACCOUNT_IDS = [
  ["account", "id"],
  ["conversation", "account_id"],
  ["consent", "account_id"],
  ["wrong_code", "account_id"],
  ["waiting_file", "account_id"],
] as const
const CHAT_IDS = [
  ["conversation", "chat_id"],
  ["consent", "chat_id"],
  ["waiting_file", "chat_id"],
  ["outbox", "chat_id"],
  ["chat_budget", "chat_id"],
  ["co_author", "chat_id"],
  ["reminder", "chat_id"],
  ["scheduled_post", "chat_id"],
  ["data_request", "chat_id"],
  // Last, for they tell which chats are private.
  ["account", "private_chat_id"],
  ["chat", "id"],
] as const
/** Where they stand among other words. */
const WORDS = [
  ["outbox", "content"],
  ["outbox", "dedupe_key"],
  ["outbox", "supersede_key"],
  ["waiting_file", "incoming"],
  ["conversation", "dialogue"],
] as const
/** Under these names JSON of ours holds ids of accounts and chats; a `replyTo` looks like one and is not. */
const ID_NAMES = new Set(["onlyFor", "chat", "account", "id"])

/** Undefined when nothing was ever sealed. */
export async function encryptionState(db: Kysely<Database>): Promise<EncryptionState | undefined> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", STATE).executeTakeFirst()
  if (row === undefined) return undefined
  const [key = "", changing] = row.value.split(" ")
  return { key, changing: changing !== undefined }
}

/** True when accounts of a platform, or the secret of the webhooks, lie in the database as they are. */
export async function hasPlainIds(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from account where id ~ ${REACHES_SOMEBODY} and id !~ ':~'
    union all select 1 from chat where kind = 'private' and id ~ ${REACHES_SOMEBODY} and id !~ ':~'
    union all select 1 from setting where key = 'webhook_secret' and value not like 'sealed:%' limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/**
 * Seals everything with `to`: what lies open, and what one of the keys in `from` sealed. Whatever was cut off before is gone on
 * with. No other process may use the database meanwhile; the caller sees to it. Throws `SealError` for a key that is not
 * given.
 */
export async function sealAll(
  { db, pool }: { readonly db: Kysely<Database>; readonly pool: pg.Pool },
  from: readonly NamedSeal[],
  to: NamedSeal,
): Promise<void> {
  const session = await pool.connect()
  try {
    await session.query(LOCK)
    // Whoever had the lock before may have done it all.
    const state = await encryptionState(db)
    if (state?.key === to.name && !state.changing && !(await hasPlainIds(db))) {
      await session.query(UNLOCK)
      session.release()
      return
    }
    await writeState(db, `${to.name} changing`)
    const known = new Map([...from, to].map((seal) => [seal.name, seal]))
    const renewed = (id: string) => to.id(known.get(keyOfId(id) ?? "")?.openedId(id) ?? unsealed(id))
    const renewedText = (text: string) =>
      to.text(known.get(keyOfText(text) ?? "")?.openedText(text) ?? unsealed(text))

    const ids = await idsToSeal(db, to)
    const names = new Map([...ids].map((id) => [id, renewed(id)]))
    for (const [table, column] of WORDS) await sealWords(db, table, column, names)
    await session.query("create temporary table renewal (old text primary key, new text not null)")
    for (const part of partsOf([...names])) {
      await session.query("insert into renewal select * from unnest($1::text[], $2::text[])", [
        part.map(([old]) => old),
        part.map(([, renewal]) => renewal),
      ])
    }
    await session.query("analyze renewal")
    for (const [table, column] of [...ACCOUNT_IDS, ...CHAT_IDS]) await renewColumn(session, table, column)
    await sealTexts(db, renewedText, to)
    await writeState(db, to.name)
    await session.query("drop table renewal")
    await session.query(UNLOCK)
    session.release()
  } catch (error) {
    // The lock and the table go with the session.
    session.release(true)
    throw error
  }
}

/** For a key that is lost for good: whatever only it could open goes, and with it the way to the people behind it. */
export async function forgetSealed(db: Kysely<Database>, known: readonly string[]): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const isLost = (column: string) => sql`${sql.ref(column)} ~ ':~' and
      left(split_part(${sql.ref(column)}, ':~', 2), 6) <> all(${[...known]}::text[])`
    const { numDeletedRows = 0n } = await trx
      .deleteFrom("account")
      .where(isLost("id").$castTo<boolean>())
      .executeTakeFirst()
    for (const [table, column] of [
      ["conversation", "account_id"],
      ["conversation", "chat_id"],
      ["wrong_code", "account_id"],
      ["waiting_file", "account_id"],
      ["waiting_file", "chat_id"],
      ["outbox", "chat_id"],
      ["chat_budget", "chat_id"],
      ["scheduled_post", "chat_id"],
      ["chat", "id"],
    ] as const) {
      await sql`delete from ${sql.table(table)} where ${isLost(column)}`.execute(trx)
    }
    await sql`update account set private_chat_id = null, private_bot_id = null where ${isLost("private_chat_id")}`.execute(
      trx,
    )
    await sql`update consent set account_id = '', chat_id = '' where ${isLost("account_id")} or ${isLost("chat_id")}`.execute(
      trx,
    )
    await sql`update co_author set chat_id = '', bot_id = '' where ${isLost("chat_id")}`.execute(trx)
    await sql`update data_request set chat_id = '', bot_id = '' where ${isLost("chat_id")}`.execute(trx)
    await sql`update reminder set chat_id = null, bot_id = null where ${isLost("chat_id")}`.execute(trx)
    await sql`delete from kept_update`.execute(trx)
    await sql`delete from setting where key in ('webhook_secret', ${STATE})`.execute(trx)
    return Number(numDeletedRows)
  })
}

async function writeState(db: Kysely<Database>, value: string): Promise<void> {
  await db
    .insertInto("setting")
    .values({ key: STATE, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute()
}

function unsealed(text: string): string {
  const key = keyOfText(text) ?? keyOfId(text)
  if (key !== undefined) throw new SealError(key)
  return text
}

/** Every id of a person at a platform that `to` has not sealed yet. */
async function idsToSeal(db: Kysely<Database>, to: NamedSeal): Promise<ReadonlySet<string>> {
  const done = `^[a-z]+:~${to.name}`
  const accounts = ACCOUNT_IDS.map(
    ([table, column]) => sql`select ${sql.ref(column)} as id from ${sql.table(table)}`,
  )
  // A chat that no row calls private is one only when it is sealed already.
  const chats = CHAT_IDS.filter(([table]) => table !== "chat").map(([table, column]) =>
    table === "account"
      ? sql`select ${sql.ref(column)} from account`
      : sql`select ${sql.ref(column)} from ${sql.table(table)} where ${sql.ref(column)} ~ ':~'`,
  )
  const all = sql.join([...accounts, ...chats, sql`select id from chat where kind = 'private'`], sql` union `)
  const { rows } = await sql<{ id: string }>`
    select id from (${all}) as each where id ~ ${REACHES_SOMEBODY} and id !~ ${done}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

function* partsOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += ROWS_AT_ONCE) yield items.slice(at, at + ROWS_AT_ONCE)
}

async function renewColumn(session: pg.PoolClient, table: string, column: string): Promise<void> {
  for (;;) {
    const { rowCount } = await session.query(`
      update ${table} set ${column} = part.new from (
        select each.ctid as place, renewal.new from ${table} as each join renewal on each.${column} = renewal.old
        limit ${ROWS_AT_ONCE}
      ) as part where ${table}.ctid = part.place`)
    if ((rowCount ?? 0) < ROWS_AT_ONCE) return
  }
}

/** Row by row, as only we know where in the words an id stands. */
async function sealWords(
  db: Kysely<Database>,
  table: string,
  column: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const isJson = !column.endsWith("_key")
  const words = sql`${sql.ref(column)}::text`
  for (let after = "(0,0)"; ; ) {
    const { rows } = await sql<{ place: string; words: string }>`
      select ctid::text as place, ${words} as words from ${sql.table(table)}
      where ctid > ${after}::tid and ${words} ~ '(telegram|zalo):' order by ctid limit ${ROWS_AT_ONCE}`.execute(
      db,
    )
    for (const row of rows) {
      const renewed = isJson ? renewedJson(row.words, names) : renewedKey(row.words, names)
      if (renewed === row.words) continue
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${renewed}${isJson ? sql`::jsonb` : sql``}
        where ctid = ${row.place}::tid`.execute(db)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < ROWS_AT_ONCE) break
    after = last.place
  }
}

function renewedJson(json: string, names: ReadonlyMap<string, string>): string {
  const value: unknown = JSON.parse(json)
  const renewed = JSON.stringify(value, (name, each: unknown) => {
    if (typeof each !== "string") return each
    // A sealed id is unmistakable wherever it stands.
    return ID_NAMES.has(name)
      ? (names.get(each) ?? each)
      : each.replace(SEALED_ID, (id) => names.get(id) ?? id)
  })
  return renewed === JSON.stringify(value) ? json : renewed
}

function renewedKey(key: string, names: ReadonlyMap<string, string>): string {
  return key.replace(/\b(?:telegram|zalo):~?[\w.-]+/g, (id) => names.get(id) ?? id)
}

async function sealTexts(
  db: Kysely<Database>,
  renewed: (text: string) => string,
  to: NamedSeal,
): Promise<void> {
  const secret = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", "webhook_secret")
    .executeTakeFirst()
  if (secret !== undefined && keyOfText(secret.value) !== to.name) {
    await db
      .updateTable("setting")
      .set({ value: renewed(secret.value) })
      .where("key", "=", "webhook_secret")
      .execute()
  }
  const kept = await db.selectFrom("kept_update").select(["update_key", "raw"]).execute()
  for (const { update_key, raw } of kept) {
    const sealed =
      typeof raw === "object" && raw !== null && "sealed" in raw && typeof raw.sealed === "string"
        ? raw.sealed
        : JSON.stringify(raw)
    if (keyOfText(sealed) === to.name) continue
    await db
      .updateTable("kept_update")
      .set({ raw: JSON.stringify({ sealed: renewed(sealed) }) })
      .where("update_key", "=", update_key)
      .execute()
  }
}
