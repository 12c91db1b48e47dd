// People's right to be forgotten: who was erased, in a ledger without names that a restore repeats. The running version
// survives it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table person add column erased_at timestamptz`,
  `comment on column person.erased_at is 'what is left is a row without a name, so that figures stay the same'`,

  // No foreign key: after an older backup came back the person may be there again, or not yet.
  `create table erasure (
    person_id uuid primary key,
    at timestamptz not null
  )`,
  `comment on table erasure is 'no names; survives a restore and is carried out again over what the backup brings back'`,

  `create view consent_now as
    select distinct on (person_id, purpose) person_id, purpose, version, granted, at
    from consent order by person_id, purpose, id desc`,
]
