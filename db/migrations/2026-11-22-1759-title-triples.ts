// Three words of a title instead of two: in a large stock two words are too common to find one title by. Replaces title_pair;
// workers of this version index everything anew, minute by minute. The version before must not run on with it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `drop table title_pair`,
  // Derived from titles, so without a foreign key: a row that points at a changed title is told by looking at the title.
  `create table title_triple (
    triple integer not null,
    number bigint not null,
    primary key (triple, number)
  )`,
  `comment on table title_triple is 'which initiatives have three words near each other; campaign and words are hashed into triple'`,
  `update initiative set indexed = false`,
]
