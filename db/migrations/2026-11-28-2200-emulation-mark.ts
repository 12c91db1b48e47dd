// Points that officers give for the criteria of emulation which no counter knows. A version from before runs on it and sees none of them.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table emulation_mark (
    id bigint generated always as identity primary key,
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    period text not null,
    criterion text not null,
    points numeric(6, 1),
    reason text,
    marked_by uuid references person (id),
    at timestamptz not null
  )`,
  `create index emulation_mark_latest on emulation_mark (campaign_id, period, unit_id, criterion, id)`,
  `comment on column emulation_mark.period is 'the code of the phase in the campaign''s document; empty: the whole campaign'`,
  `comment on column emulation_mark.points is 'null: taken back; the latest row of a unit and criterion counts'`,
]
