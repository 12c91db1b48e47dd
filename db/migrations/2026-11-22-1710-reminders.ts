// Reminders: what officers arranged, whom they were told, and each chat's one scheduled post a day. The running version
// survives it: it knows none of this.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create sequence reminder_number`,
  `create table reminder (
    id uuid primary key,
    number integer not null unique,
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    office_id uuid not null references unit (id),
    audience text not null
      check (audience in ('short', 'behind', 'zero', 'zero_week', 'drafts', 'unit', 'all')),
    schedule jsonb not null,
    words text,
    state text not null check (state in ('standing', 'done', 'stopped')),
    next_at timestamptz,
    chat_id text,
    bot_id text,
    created_by uuid not null references person (id),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((state = 'standing') = (next_at is not null))
  )`,
  `comment on column reminder.unit_id is 'its audience is looked for at and below this unit'`,
  `comment on column reminder.office_id is 'in whose name it goes out'`,
  `comment on column reminder.chat_id is 'where it was arranged; null once that person was erased'`,
  `create index reminder_due on reminder (next_at) where state = 'standing'`,

  `create table reminder_told (
    reminder_id uuid not null references reminder (id),
    unit_id uuid not null references unit (id),
    since timestamptz not null,
    count integer not null,
    escalated boolean not null,
    primary key (reminder_id, unit_id)
  )`,
  `comment on column reminder_told.since is 'when it was first told while it had count; the unit above hears when that is long ago'`,

  // One cap over all kinds of scheduled message: whoever writes one takes the chat's day first.
  `create table scheduled_post (
    chat_id text not null,
    day date not null,
    primary key (chat_id, day)
  )`,
  `comment on column scheduled_post.day is 'the calendar day in the zone of the federation (TIME_ZONE)'`,

  `alter table outbox drop constraint outbox_held_for_check`,
  `alter table outbox add constraint outbox_held_for_check check (held_for in ('quota', 'dialogue'))`,
]
