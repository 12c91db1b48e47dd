// By which channel somebody answered stays as proof when the chat is emptied, and records that others entered are found by
// the name they bear. The running version survives it: it only adds.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table consent add column channel text not null default ''`,
  `update consent set channel = split_part(chat_id, ':', 1)`,
  `create index initiative_unclaimed on initiative (author_name)
    where author_id is null and submitter_id is not null and status <> 'withdrawn'`,
]
