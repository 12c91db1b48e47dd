// Starts, ends and reached goals of a campaign are told once. The running version survives it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table milestone (
    campaign_id uuid not null references campaign (id),
    key text not null,
    at timestamptz not null,
    primary key (campaign_id, key)
  )`,
  `comment on table milestone is 'what a campaign had to tell and has told: "reached:gd1:<unit>", "round:2022-04-21"'`,
]
