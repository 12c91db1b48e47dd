// What people ask about their data that only a human can do, with the day by which the law wants it done. The running
// version survives it: it knows none of this.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create sequence data_request_number`,
  `create table data_request (
    id uuid primary key,
    number integer not null unique,
    person_id uuid references person (id),
    name text not null,
    unit_id uuid references unit (id),
    kind text not null check (kind in ('restrict', 'object', 'correct', 'other')),
    words text,
    chat_id text not null,
    bot_id text not null,
    received_at timestamptz not null,
    due_on date not null,
    extended_at timestamptz,
    state text not null check (state in ('open', 'answered', 'withdrawn')),
    answer text,
    answered_by uuid references person (id),
    closed_at timestamptz,
    check ((state = 'open') = (closed_at is null))
  )`,
  `comment on column data_request.person_id is 'null: somebody the house does not know, whom others may have entered'`,
  `comment on column data_request.unit_id is 'whose officers look after it; null: those of the topmost unit'`,
  `comment on column data_request.due_on is 'the last day, in the zone of the federation (TIME_ZONE)'`,
  `create index data_request_open on data_request (due_on, number) where state = 'open'`,
  `create index data_request_person on data_request (person_id)`,
]
