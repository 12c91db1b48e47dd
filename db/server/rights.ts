import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { type Kysely, sql } from "kysely"
import type pg from "pg"
import { migrate } from "../migrate.ts"
import type { Database } from "../schema.ts"
import { APPLICATION_NAME, openDatabase, openPool } from "./connection.ts"
import { madeOnce } from "./made-once.ts"

/** The role of the bot at the embedded server; the one that owns the tables only migrates and restores. */
const APPLICATION_ROLE = "sangkien_application"
const PASSWORD_FILE = "postgres-application-password"

/** What only grows, or is only added to: here not even the application may change a row. */
const ONLY_GROWING = ["officer_action", "erasure"]
const MIGRATIONS = ["kysely_migration", "kysely_migration_lock"]

const GONE_WITHIN_MS = 2_000
const LOOK_AGAIN_MS = 10

/**
 * Brings the schema up to date as its owner and leaves the role of `applicationUrl` the rights it needs, and no other: it
 * reads and writes rows, but cannot change or remove those of the log of actions and of the ledger of erasures, nor any table.
 */
export async function prepareAsOwner(ownerUrl: string, applicationUrl: string): Promise<void> {
  const pool = openPool(ownerUrl, { max: 2 })
  const db = openDatabase(pool)
  try {
    await migrate(db)
    const role = decodeURIComponent(new URL(applicationUrl).username)
    if (!(await hasRights(db, role))) await giveRights(db, role)
  } finally {
    await db.destroy()
  }
}

/** The embedded server's address for the application, whose role is made when it is not there. */
export async function applicationUrl(ownerUrl: string, dataDir: string): Promise<string> {
  const file = join(dataDir, PASSWORD_FILE)
  const { text, isNew } = await madeOnce(file, () => `${randomBytes(24).toString("base64url")}\n`)
  const password = text.trim()
  const pool = openPool(ownerUrl, { max: 1 })
  try {
    const { rows } = await pool.query("select 1 from pg_roles where rolname = $1", [APPLICATION_ROLE])
    if (rows.length === 0 || isNew) await makeRole(pool, password)
  } finally {
    await pool.end()
  }
  const address = new URL(ownerUrl)
  address.username = APPLICATION_ROLE
  address.password = password
  return address.href
}

/** Where one role does it all, it takes the rights on the log from itself: whoever only runs its statements has none. */
export async function giveUpRights(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ owns: boolean; may: boolean }>`
    select tableowner = current_user as owns,
      has_table_privilege('officer_action', 'update, delete, truncate') as may
    from pg_tables where schemaname = 'public' and tablename = 'officer_action'`.execute(db)
  if (rows[0]?.owns !== true || !rows[0].may) return
  await sql.raw(`revoke update, delete, truncate on ${ONLY_GROWING.join(", ")} from current_user`).execute(db)
}

/** Resolves when the server has let go of our connections as another role: whoever counts ours counts them no more. */
export async function untilOwnerIsGone(pool: pg.Pool): Promise<void> {
  for (let waited = 0; waited < GONE_WITHIN_MS; waited += LOOK_AGAIN_MS) {
    const { rowCount } = await pool.query(
      "select 1 from pg_stat_activity where application_name = $1 and usename <> current_user limit 1",
      [APPLICATION_NAME],
    )
    if (rowCount === 0) return
    await pause(LOOK_AGAIN_MS)
  }
}

/** For `doctor`: what the application may do to the log of actions. */
export async function rightsCheck(
  db: Kysely<Database>,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  const { rows } = await sql<{ role: string; owner: string; may: boolean; super: boolean }>`
    select current_user as role, tableowner as owner,
      has_table_privilege('officer_action', 'update, delete, truncate') as may,
      (select rolsuper from pg_roles where rolname = current_user) as super
    from pg_tables where schemaname = 'public' and tablename = 'officer_action'`.execute(db)
  const found = rows[0]
  if (found === undefined) return { ok: false, text: "there is no log of actions; start the bot once" }
  const { role, owner } = found
  if (!found.super && !found.may && owner !== role) {
    return {
      ok: true,
      text: `the bot's role ${role} adds to the log of actions and cannot change it; ${owner} owns the tables`,
    }
  }
  const advice = "set DATABASE_OWNER_URL to a role that owns the tables and DATABASE_URL to one that does not"
  if (found.super)
    return { ok: true, text: `the bot's role ${role} is a superuser, held back by a trigger only; ${advice}` }
  if (!found.may) {
    return {
      ok: true,
      text: `the bot's role ${role} has no right to change the log of actions, but could give it to itself; ${advice}`,
    }
  }
  return {
    ok: false,
    text: `the bot's role ${role} may change the log of actions; start the bot once, or ${advice}`,
  }
}

/** Tables come with migrations and go with restores, so each opening looks anew, at no more than the catalogue. */
async function hasRights(db: Kysely<Database>, role: string): Promise<boolean> {
  const { rows } = await sql<{ lacks: boolean }>`
    select exists (
      select from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and (not has_table_privilege(${role}, oid, 'select')
          or relname <> all(${MIGRATIONS}::text[]) and not has_table_privilege(${role}, oid, 'insert')
          or relname = any(${ONLY_GROWING}::text[]) and has_table_privilege(${role}, oid, 'update, delete, truncate'))
    ) or to_regnamespace('bullmq') is null as lacks`.execute(db)
  return rows[0]?.lacks === false
}

async function giveRights(db: Kysely<Database>, role: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('rights', 0))`.execute(trx)
    for (const statement of [
      `do $$ begin execute format('grant connect, create, temporary on database %I to ${name}', current_database()); end $$`,
      `grant usage on schema public to ${name}`,
      `grant select, insert, update, delete on all tables in schema public to ${name}`,
      `grant usage, select, update on all sequences in schema public to ${name}`,
      `revoke insert, update, delete on ${MIGRATIONS.join(", ")} from ${name}`,
      `revoke update, delete, truncate on ${ONLY_GROWING.join(", ")} from ${name}`,
      // The queue's schema is BullMQ's own, which makes and upgrades it from the bot.
      `create schema if not exists bullmq`,
      `grant all on schema bullmq to ${name}`,
      `grant all on all tables in schema bullmq to ${name}`,
      `grant all on all sequences in schema bullmq to ${name}`,
      `do $$
        declare statement text;
        begin
          if not pg_has_role(current_user, '${role.replaceAll("'", "''")}', 'member') then return; end if;
          for statement in
            select format('alter table %s owner to ${name}', oid::regclass) from pg_class
              where relnamespace = 'bullmq'::regnamespace and relkind in ('r', 'p', 'v', 'm')
            union all
            select format('alter routine %s owner to ${name}', oid::regprocedure) from pg_proc
              where pronamespace = 'bullmq'::regnamespace
            union all
            select format('alter type %s owner to ${name}', oid::regtype) from pg_type
              where typnamespace = 'bullmq'::regnamespace and typtype in ('e', 'd')
          loop execute statement; end loop;
          execute 'alter schema bullmq owner to ${name}';
        end $$`,
    ]) {
      await sql.raw(statement).execute(trx)
    }
  })
}

async function makeRole(pool: pg.Pool, password: string): Promise<void> {
  const secret = password.replaceAll("'", "''")
  // Two processes may start on an empty folder at once; both have the same password.
  await pool.query(`do $$ begin
    perform pg_advisory_xact_lock(hashtextextended('rights', 0));
    if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then
      create role ${APPLICATION_ROLE} login;
    end if;
    alter role ${APPLICATION_ROLE} password '${secret}';
  end $$`)
}
