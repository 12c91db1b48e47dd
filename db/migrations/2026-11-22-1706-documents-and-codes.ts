// Documents behind expiring addresses, codes that join two accounts of one person, and wrong codes counted so that
// nobody guesses. The running version survives it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table document (
    key text primary key,
    name text not null,
    content_type text not null,
    bytes bytea not null,
    person_id uuid references person (id),
    expires_at timestamptz not null
  )`,
  `comment on column document.person_id is 'whose data it holds: it goes with them'`,
  `create index document_expiry on document (expires_at)`,

  `create table account_code (
    code_hash text primary key,
    person_id uuid not null references person (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create table wrong_code (
    id bigint generated always as identity primary key,
    account_id text not null,
    at timestamptz not null
  )`,
  `create index wrong_code_account on wrong_code (account_id, at)`,
]
