// Similar titles are looked for in the memory of each process; the database only tells which titles are new to it. Drops what
// the version before looked in, so that one must not run on with it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `drop table title_triple`,
  `alter table initiative add column titled xid8 not null default pg_current_xact_id()`,
  `comment on column initiative.titled is 'the transaction that wrote the title: what a process that knew all before is to read'`,
  `create index initiative_titled on initiative (titled, number)`,
  `comment on column initiative.indexed is 'false: words are still to be made from title and description'`,
]
