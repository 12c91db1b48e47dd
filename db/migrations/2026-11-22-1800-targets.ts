// Targets that officers set: what is assigned to a unit beside what its headcount makes, and what the unit itself pledges,
// each for one phase and from a day on. A version from before runs on it and sees none of them.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table unit_target (
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    kind text not null check (kind in ('assigned', 'pledged')),
    phase text not null,
    effective_from date not null,
    amount integer not null check (amount >= 0),
    reason text,
    set_by uuid references person (id),
    set_at timestamptz not null,
    primary key (campaign_id, unit_id, kind, phase, effective_from)
  )`,
  `comment on column unit_target.phase is 'the code of the phase in the campaign''s document'`,
]
