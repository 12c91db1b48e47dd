// The first schema: units, campaign, people, conversations, initiatives, outbox, tallies. Nothing runs before it.
import { type Kysely, sql } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A federation is its root unit; every large table carries its id so that it can be partitioned by it.
  `create table unit (
    id uuid primary key,
    federation_id uuid not null references unit (id),
    code text not null unique,
    name text not null,
    name_key text not null,
    level text not null,
    parent_id uuid references unit (id),
    path uuid[] not null,
    effective_from date not null,
    created_at timestamptz not null
  )`,
  `comment on column unit.path is 'ids from the root down to the unit itself: a subtree is path @> array[id]'`,
  `create index unit_path on unit using gin (path)`,
  `create index unit_parent on unit (parent_id)`,

  `create table unit_headcount (
    unit_id uuid not null references unit (id),
    effective_from date not null,
    members integer not null check (members >= 0),
    workers integer not null check (workers >= 0),
    primary key (unit_id, effective_from)
  )`,

  `create table campaign (
    id uuid primary key,
    federation_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    code text not null unique,
    document jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,

  `create table person (
    id uuid primary key,
    name text not null,
    unit_id uuid references unit (id),
    created_at timestamptz not null
  )`,
  `create table account (
    id text primary key,
    person_id uuid not null references person (id),
    name text not null,
    private_chat_id text,
    private_bot_id text,
    created_at timestamptz not null
  )`,
  `create index account_person on account (person_id)`,

  `create table consent (
    id bigint generated always as identity primary key,
    person_id uuid not null references person (id),
    purpose text not null check (purpose in ('records', 'naming', 'reminders')),
    version text not null,
    granted boolean not null,
    at timestamptz not null,
    chat_id text not null,
    account_id text not null
  )`,
  `create index consent_person on consent (person_id, purpose, id)`,

  `create table role_grant (
    id uuid primary key,
    person_id uuid not null references person (id),
    unit_id uuid not null references unit (id),
    role text not null check (role in ('admin', 'officer', 'support')),
    granted_by uuid references person (id),
    granted_at timestamptz not null,
    withdrawn_at timestamptz
  )`,
  `create unique index role_grant_standing on role_grant (person_id, unit_id, role) where withdrawn_at is null`,

  `create table invitation (
    id uuid primary key,
    code_hash text not null unique,
    role text not null check (role in ('admin', 'officer', 'support')),
    unit_id uuid references unit (id),
    created_by uuid references person (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_by uuid references person (id),
    used_at timestamptz
  )`,

  `comment on column invitation.unit_id is 'null: the root unit, whichever it is when the first administrator comes'`,

  `create table officer_action (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    person_id uuid not null references person (id),
    unit_id uuid references unit (id),
    action text not null,
    subject jsonb not null
  )`,

  `create table chat (
    id text primary key,
    bot_id text not null,
    kind text not null check (kind in ('private', 'group')),
    title text,
    unit_id uuid references unit (id),
    linked_at timestamptz,
    state text not null default 'open' check (state in ('open', 'closed')),
    suspect_since timestamptz,
    closing_told boolean not null default false,
    created_at timestamptz not null
  )`,
  `comment on column chat.suspect_since is
    'the platform refuses what we write here; empty again after the next message that arrives, either way'`,
  `comment on column chat.closing_told is 'officers know that the bot may no longer write here'`,
  `create index chat_unit on chat (unit_id) where state = 'open'`,

  `create table conversation (
    chat_id text not null,
    account_id text not null,
    version integer not null,
    dialogue jsonb,
    updated_at timestamptz not null,
    primary key (chat_id, account_id)
  )`,

  // One row claims the update's key and the conversation's next version at once: a repeated update and two processes
  // deciding at the same time both run into a unique index and lose whole.
  `create table handled_update (
    update_key text primary key,
    chat_id text not null,
    account_id text not null,
    version integer not null,
    at timestamptz not null,
    unique (chat_id, account_id, version)
  )`,
  `create index handled_update_at on handled_update (at)`,

  `create table kept_update (
    update_key text primary key,
    bot_id text not null,
    raw jsonb not null,
    kept_at timestamptz not null
  )`,
  `create index kept_update_bot on kept_update (bot_id, kept_at)`,

  `create sequence initiative_number`,
  `create table initiative (
    id uuid primary key,
    number bigint not null unique,
    federation_id uuid not null references unit (id),
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    status text not null check (status in ('registered', 'under_review', 'recognized', 'on_portal',
      'needs_more_info', 'refused', 'withdrawn', 'duplicate')),
    title text not null,
    title_key text not null,
    original_text text,
    description text,
    sector text,
    benefit_raw text,
    benefit_amount numeric,
    benefit_amount_max numeric,
    benefit_currency text,
    benefit_period text,
    benefit_qualifier text,
    author_id uuid references person (id),
    author_name text not null,
    submitter_id uuid references person (id),
    registered_at timestamptz not null,
    recognized_at timestamptz,
    on_portal_at timestamptz,
    portal_code text,
    scope text check (scope in ('co_so', 'tinh', 'toan_quoc')),
    decision_number text,
    decision_date date,
    source_key text,
    source_extra jsonb,
    created_at timestamptz not null
  )`,
  `comment on column initiative.source_key is 'the key of the row it was imported from; importing it again updates'`,
  `create unique index initiative_source on initiative (campaign_id, source_key) where source_key is not null`,
  `create index initiative_author on initiative (author_id, number)`,
  `create index initiative_unit on initiative (unit_id, number)`,
  `create index initiative_campaign on initiative (campaign_id, number)`,
  // The officers' queue, oldest first, and what support teams entered for others.
  `create index initiative_waiting on initiative (registered_at, number) include (unit_id)
    where status in ('registered', 'under_review')`,
  `create index initiative_submitted_for on initiative (submitter_id, title_key)
    where submitter_id is distinct from author_id`,

  // The three deltas make every counter a plain sum over events, also when something is taken back.
  `create table initiative_event (
    id bigint generated always as identity primary key,
    initiative_id uuid not null references initiative (id),
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    kind text not null,
    at timestamptz not null,
    registered smallint not null default 0,
    recognized smallint not null default 0,
    on_portal smallint not null default 0,
    actor_id uuid references person (id),
    reason text,
    created_at timestamptz not null
  )`,
  `create index initiative_event_time on initiative_event (campaign_id, at)
    include (unit_id, kind, registered, recognized, on_portal)`,
  `create index initiative_event_unit_time on initiative_event (unit_id, at)
    include (campaign_id, registered, recognized, on_portal)`,
  `create index initiative_event_initiative on initiative_event (initiative_id, id)`,

  `create table unit_day (
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    day date not null,
    registered integer not null default 0,
    recognized integer not null default 0,
    on_portal integer not null default 0,
    primary key (campaign_id, unit_id, day)
  )`,
  `comment on column unit_day.day is 'the calendar day in the zone of the federation (TIME_ZONE)'`,

  `create table outbox (
    id bigint generated always as identity primary key,
    chat_id text not null,
    bot_id text not null,
    kind text not null check (kind in ('answer', 'receipt', 'notice', 'post')),
    content jsonb not null,
    dedupe_key text unique,
    supersede_key text,
    state text not null default 'waiting'
      check (state in ('waiting', 'sending', 'sent', 'superseded', 'unknown', 'dead')),
    attempts integer not null default 0,
    due_at timestamptz not null,
    lease_until timestamptz,
    created_at timestamptz not null,
    sent_at timestamptz,
    message_ref text,
    error text,
    held_for text check (held_for in ('quota')),
    told boolean not null default false
  )`,
  `comment on column outbox.held_for is 'due_at was moved because of this; when the reason ends it is due at once'`,
  `comment on column outbox.told is 'officers know that this post failed, or have it to pass on'`,
  `create index outbox_open on outbox (chat_id, id) where state in ('waiting', 'sending')`,
  `create index outbox_due on outbox (due_at) where state in ('waiting', 'sending')`,
  `create index outbox_failed on outbox (id) where state in ('dead', 'unknown')`,

  // What all processes together may still send. A bot's row is a line of places, a message interval apart; whoever sends
  // takes the next ones. A chat has one sender at a time, who hands its budget on with the results of sending.
  `create table bot_budget (
    bot_id text primary key,
    full_at timestamptz not null,
    paused_until timestamptz not null default '-infinity',
    interval_ms double precision not null,
    stretch double precision not null default 1 check (stretch >= 1),
    stretched_at timestamptz not null default '-infinity',
    refused_at timestamptz
  )`,
  `comment on column bot_budget.full_at is 'the first place in the line that nobody has taken'`,
  `comment on column bot_budget.stretch is 'the interval was widened so much at stretched_at, and narrows since'`,
  `comment on column bot_budget.refused_at is 'when the platform last did not accept the token'`,
  `create table chat_budget (
    chat_id text primary key,
    ready_at timestamptz not null,
    state jsonb not null
  )`,

  // Messages that left (or may have left) in a calendar month of TIME_ZONE, for bots with a monthly quota.
  `create table message_ledger (
    bot_id text not null,
    month text not null,
    sent integer not null,
    primary key (bot_id, month)
  )`,

  `create table tally_snapshot (
    id uuid primary key,
    campaign_id uuid not null references campaign (id),
    unit_id uuid not null references unit (id),
    period text not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    tally jsonb not null,
    made_at timestamptz not null,
    unique (campaign_id, unit_id, period, to_at)
  )`,

  `create table picture (
    key text primary key,
    png bytea not null,
    alt text not null,
    expires_at timestamptz not null
  )`,
  `create index picture_expiry on picture (expires_at)`,

  `create table setting (
    key text primary key,
    value text not null
  )`,
]
