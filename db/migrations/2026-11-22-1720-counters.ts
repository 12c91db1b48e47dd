// Counters per unit and month and in all, and the benefit among them: a tally reads a few rows per unit however long and
// large the past is, and no initiative. A version from before must not run on it: it would leave the new counters behind.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table initiative_event
    add column benefit_vnd numeric not null default 0,
    add column benefit_unconverted smallint not null default 0`,
  `comment on column initiative_event.benefit_vnd is 'what the event adds to the stated benefit in đồng, or takes away'`,
  // As it was registered, and taken back with what took the registration back.
  `update initiative_event as event
    set benefit_vnd = sign(event.registered) * stated.vnd, benefit_unconverted = sign(event.registered) * stated.unconverted
    from (
      select id, case when benefit_currency = 'VND' then coalesce(benefit_amount, 0) else 0 end as vnd,
        (benefit_currency is not null and (benefit_currency <> 'VND' or benefit_amount is null))::int as unconverted
      from initiative where benefit_currency is not null
    ) as stated
    where event.initiative_id = stated.id and event.registered <> 0`,
  `drop index initiative_event_time`,
  `create index initiative_event_time on initiative_event (campaign_id, at)
    include (unit_id, kind, registered, recognized, on_portal, benefit_vnd, benefit_unconverted)`,
  `drop index initiative_event_unit_time`,
  `create index initiative_event_unit_time on initiative_event (unit_id, at)
    include (campaign_id, registered, recognized, on_portal, benefit_vnd, benefit_unconverted)`,
  `alter table unit_day
    add column benefit_vnd numeric not null default 0,
    add column benefit_unconverted integer not null default 0`,
  // By unit for one unit's days; by day for all units' days. Counters stand in no index, so that they change in place.
  `create index unit_day_day on unit_day (campaign_id, day)`,
  `create table unit_month (
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    month date not null,
    registered integer not null default 0,
    recognized integer not null default 0,
    on_portal integer not null default 0,
    benefit_vnd numeric not null default 0,
    benefit_unconverted integer not null default 0,
    primary key (campaign_id, unit_id, month)
  )`,
  `comment on column unit_month.month is 'the first day of the calendar month in the zone of the federation (TIME_ZONE)'`,
  `create index unit_month_month on unit_month (campaign_id, month)`,
  `create table unit_total (
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    registered integer not null default 0,
    recognized integer not null default 0,
    on_portal integer not null default 0,
    benefit_vnd numeric not null default 0,
    benefit_unconverted integer not null default 0,
    primary key (campaign_id, unit_id)
  )`,
  // The default zone, for a migration knows no settings; where TIME_ZONE is another: doctor --fix-counters.
  `insert into unit_day (campaign_id, unit_id, day, benefit_vnd, benefit_unconverted)
    select campaign_id, unit_id, (at at time zone 'Asia/Ho_Chi_Minh')::date, sum(benefit_vnd), sum(benefit_unconverted)
    from initiative_event where benefit_vnd <> 0 or benefit_unconverted <> 0
    group by 1, 2, 3
    on conflict (campaign_id, unit_id, day) do update
      set benefit_vnd = excluded.benefit_vnd, benefit_unconverted = excluded.benefit_unconverted`,
  `insert into unit_month
    select campaign_id, unit_id, date_trunc('month', day)::date, sum(registered), sum(recognized), sum(on_portal),
      sum(benefit_vnd), sum(benefit_unconverted)
    from unit_day group by 1, 2, 3`,
  `insert into unit_total
    select campaign_id, unit_id, sum(registered), sum(recognized), sum(on_portal), sum(benefit_vnd),
      sum(benefit_unconverted)
    from unit_month group by 1, 2`,
]
