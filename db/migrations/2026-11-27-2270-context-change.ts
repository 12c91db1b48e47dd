// Whoever remembers what he loaded learns from here that it has changed: by which transaction, and about what, as a hash, for
// an id would be one more place that knows a person. What is inserted for the first time nobody remembers; but an account, a
// consent and a role belong to what is known already.
import { type Kysely, sql } from "kysely"

const WATCHED = [
  ["chat", "id", "update", "id, bot_id, state, title, unit_id"],
  ["chat", "id", "delete"],
  ["account", "id", "insert"],
  ["account", "id", "update", "id, person_id, private_chat_id"],
  ["account", "id", "delete"],
  ["person", "id", "update", "name, unit_id"],
  ["person", "id", "delete"],
  ["unit", "id", "update", "code, name, path"],
  ["unit", "id", "delete"],
  ["consent", "person_id", "insert"],
  ["consent", "person_id", "update", "person_id, purpose, version, granted"],
  ["consent", "person_id", "delete"],
  ["role_grant", "person_id", "insert"],
  ["role_grant", "person_id", "update", "person_id, role, unit_id, withdrawn_at"],
  ["role_grant", "person_id", "delete"],
] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table context_change (
      xid xid8 not null, about integer not null, at timestamptz not null default clock_timestamp(), primary key (xid, about)
    )`.execute(db)
  // Its argument is the column that names what changed.
  await sql`
    create function tell_context_change() returns trigger language plpgsql as $$ begin
      insert into context_change (xid, about)
      select pg_current_xact_id(), hashtext(changed ->> tg_argv[0])
      from (values (to_jsonb(old)), (to_jsonb(new))) as row (changed) where changed is not null
      on conflict do nothing;
      return null; end $$`.execute(db)
  await sql`
    create function context_moved_on() returns boolean language plpgsql as $$ begin
      raise exception 'what was known of the conversation has changed' using errcode = 'SK002'; end $$`.execute(
    db,
  )
  for (const [table, key, event, columns] of WATCHED) {
    const row = (name: string) => `(${columns?.replaceAll(/\w+/g, `${name}.$&`)})`
    const when = columns === undefined ? "" : `when (${row("old")} is distinct from ${row("new")})`
    await sql
      .raw(
        `create trigger ${table}_context_${event} after ${event} on ${table} for each row ${when}
         execute function tell_context_change('${key}')`,
      )
      .execute(db)
  }
}
