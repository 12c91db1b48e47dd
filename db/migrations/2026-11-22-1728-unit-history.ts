// Units with a history: every state a unit was in and from which day, and other names people know it by. The columns of
// `unit` stay what holds today. A version from before may run on it; what it changes would be missing in the history.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table unit add column state text not null default 'open' check (state in ('open', 'closed', 'merged'))`,
  `comment on column unit.state is 'merged: closed, and what it had belongs to its parent, the unit it was merged into'`,
  `create table unit_version (
    unit_id uuid not null references unit (id),
    effective_from date not null,
    name text not null,
    level text not null,
    parent_id uuid references unit (id),
    state text not null check (state in ('open', 'closed', 'merged')),
    primary key (unit_id, effective_from)
  )`,
  `comment on table unit_version is 'in force from its day until the next one of the unit; the first also before its day'`,
  `insert into unit_version select id, effective_from, name, level, parent_id, 'open' from unit`,
  `create table unit_alias (
    unit_id uuid not null references unit (id),
    alias_key text not null,
    alias text not null,
    primary key (unit_id, alias_key)
  )`,
]
