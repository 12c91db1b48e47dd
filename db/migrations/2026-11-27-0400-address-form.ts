// How the bot addresses the people of a group. Safe while the previous version runs: a column with a constant default, which
// that version does not read.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table chat add column address_form text not null default 'anh_chi' check (address_form in ('anh_chi', 'dong_chi'))`,
  `comment on column chat.address_form is 'how people are addressed there: anh/chị or đồng chí'`,
]
