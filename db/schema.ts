import type { ColumnType, Generated, Transaction } from "kysely"
import type { TargetKind } from "../core/campaign/target.ts"
import type { UnitState } from "../core/campaign/unit-history.ts"
import type { UnitKind } from "../core/campaign/unit-kind.ts"
import type { CoAuthor } from "../core/ideas/team.ts"
import type { AddressForm, OutboxKind } from "../core/outbox.ts"
import type { ConsentPurpose } from "../core/people/consent.ts"
import type { RequestKind } from "../core/people/data-request.ts"
import type { Role } from "../core/people/role.ts"
import type { AudienceKind, ReminderState } from "../core/reminder/reminder.ts"
import type { Period } from "../core/tally/plan.ts"
import type { Money } from "../core/text/money.ts"

/** `timestamptz`: read as `Date`, written as `Date`; the rest of the house speaks epoch milliseconds. */
type Instant = ColumnType<Date, Date, Date>
type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
/** `date`: "YYYY-MM-DD" both ways (see `connection.ts`). */
type Day = ColumnType<string, string, string>
/** `numeric`: a decimal string both ways, never a float. */
type Decimal = ColumnType<string | null, string | null | undefined, string | null>
type GeneratedDecimal = ColumnType<string, string | undefined, string>
/** `bigint`: a decimal string both ways. */
type BigSerial = Generated<string>
/** `jsonb`: read parsed, written as JSON text. */
type Json<T> = ColumnType<T, string, string>
type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>

export type Database = {
  unit: {
    id: string
    federation_id: string
    code: string
    name: string
    name_key: string
    level: string
    parent_id: string | null
    path: ColumnType<string[], readonly string[], readonly string[]>
    effective_from: Day
    created_at: Instant
    state: Generated<UnitState>
  }
  unit_version: {
    unit_id: string
    effective_from: Day
    name: string
    level: string
    parent_id: string | null
    state: UnitState
  }
  unit_alias: { unit_id: string; alias_key: string; alias: string }
  unit_target: {
    campaign_id: string
    unit_id: string
    kind: TargetKind
    phase: string
    effective_from: Day
    amount: number | null
    reason: string | null
    set_by: string | null
    set_at: Instant
  }
  emulation_mark: {
    id: BigSerial
    campaign_id: string
    unit_id: string
    period: string
    criterion: string
    points: Decimal
    reason: string | null
    marked_by: string | null
    at: Instant
  }
  unit_headcount: { unit_id: string; effective_from: Day; members: number; workers: number }
  campaign: {
    id: string
    federation_id: string
    unit_id: string
    code: string
    document: Json<unknown>
    created_at: Instant
    updated_at: Instant
  }
  person: {
    id: string
    name: string
    unit_id: string | null
    created_at: Instant
    erased_at: InstantOrNull
    former_names: ColumnType<string[], readonly string[] | undefined, readonly string[]>
  }
  account: {
    id: string
    person_id: string
    name: string
    private_chat_id: string | null
    private_bot_id: string | null
    created_at: Instant
  }
  consent: {
    id: BigSerial
    person_id: string
    purpose: ConsentPurpose
    version: string
    granted: boolean
    at: Instant
    chat_id: string
    account_id: string
    channel: Generated<string>
  }
  consent_now: {
    person_id: string
    purpose: ConsentPurpose
    version: string
    granted: boolean
    at: Date
  }
  document: {
    key: string
    name: string
    content_type: string
    bytes: ColumnType<Buffer, Buffer, Buffer>
    person_id: string | null
    expires_at: Instant
  }
  account_code: { code_hash: string; person_id: string; created_at: Instant; expires_at: Instant }
  wrong_code: { id: BigSerial; account_id: string; at: Instant }
  erasure: { person_id: string; at: Instant }
  data_request: {
    id: string
    number: number
    person_id: string | null
    name: string
    unit_id: string | null
    kind: RequestKind
    words: string | null
    chat_id: string
    bot_id: string
    received_at: Instant
    due_on: Day
    extended_at: InstantOrNull
    state: "open" | "answered" | "withdrawn"
    answer: ColumnType<string | null, string | null | undefined, string | null>
    answered_by: ColumnType<string | null, string | null | undefined, string | null>
    closed_at: InstantOrNull
  }
  role_grant: {
    id: string
    person_id: string
    unit_id: string
    role: Role
    granted_by: string | null
    granted_at: Instant
    withdrawn_at: InstantOrNull
  }
  invitation: {
    id: string
    code_hash: string
    role: Role
    unit_id: string | null
    created_by: string | null
    created_at: Instant
    expires_at: Instant
    used_by: string | null
    used_at: InstantOrNull
    hands_over: ColumnType<string | null, string | null | undefined, string | null>
  }
  officer_action: {
    id: BigSerial
    at: Instant
    person_id: string | null
    unit_id: string | null
    action: string
    subject: Json<unknown>
    channel: string | null
    /** Set by the database, like `id`. */
    previous: ColumnType<string, never, never>
    hash: ColumnType<string, never, never>
  }
  chat: {
    id: string
    bot_id: string
    kind: "private" | "group"
    title: string | null
    unit_id: string | null
    linked_at: InstantOrNull
    state: Generated<"open" | "closed">
    suspect_since: InstantOrNull
    closing_told: Generated<boolean>
    address_form: Generated<AddressForm>
    created_at: Instant
  }
  conversation: {
    chat_id: string
    account_id: string
    version: number
    dialogue: JsonOrNull<unknown>
    updated_at: Instant
  }
  handled_update: { update_key: string; at: Instant }
  kept_update: { update_key: string; bot_id: string; raw: Json<unknown>; kept_at: Instant }
  initiative: {
    id: string
    number: ColumnType<string, string | number, string | number>
    federation_id: string
    campaign_id: string
    unit_id: string
    status: string
    title: string
    title_key: string
    original_text: string | null
    description: string | null
    sector: string | null
    benefit_raw: string | null
    benefit_amount: Decimal
    benefit_amount_max: Decimal
    benefit_currency: Money["currency"] | null
    benefit_period: Money["period"]
    benefit_qualifier: Money["qualifier"]
    author_id: string | null
    author_name: string
    submitter_id: string | null
    registered_at: Instant
    recognized_at: InstantOrNull
    on_portal_at: InstantOrNull
    portal_code: string | null
    scope: string | null
    decision_number: string | null
    first_applied_on: ColumnType<string | null, string | null | undefined, string | null>
    accepted_on: ColumnType<string | null, string | null | undefined, string | null>
    decision_date: ColumnType<string | null, string | null | undefined, string | null>
    source_key: string | null
    source_extra: JsonOrNull<Record<string, string>>
    created_at: Instant
    confidential: Generated<boolean>
    words: ColumnType<number[] | null, number[] | null | undefined, number[] | null>
    indexed: Generated<boolean>
    /** An id of PostgreSQL's transactions. */
    titled: Generated<string>
  }
  waiting_file: {
    id: string
    bot_id: string
    chat_id: string
    account_id: string
    incoming: Json<unknown>
    album: string | null
    attempts: Generated<number>
    reader: ColumnType<string | null, string | null | undefined, string | null>
    due_at: Instant
    came_at: Instant
  }
  attachment: {
    initiative_id: string
    hash: string
    name: string
    content_type: string
    bytes: number
    added_by: string | null
    added_at: Instant
  }
  co_author: {
    id: string
    initiative_id: string
    person_id: string | null
    name: string
    share: Decimal
    state: CoAuthor["state"] | "declined" | "withdrawn"
    entered_by: string
    chat_id: string
    bot_id: string
    created_at: Instant
    changed_at: Instant
  }
  adoption: { initiative_id: string; unit_id: string; person_id: string; at: Instant }
  initiative_event: {
    id: BigSerial
    initiative_id: string
    campaign_id: string
    unit_id: string
    kind: string
    at: Instant
    registered: Generated<number>
    recognized: Generated<number>
    on_portal: Generated<number>
    benefit_vnd: GeneratedDecimal
    benefit_unconverted: Generated<number>
    actor_id: string | null
    reason: string | null
    was: string | null
    became: string | null
    created_at: Instant
  }
  unit_day: {
    campaign_id: string
    unit_id: string
    day: Day
    registered: Generated<number>
    recognized: Generated<number>
    on_portal: Generated<number>
    benefit_vnd: GeneratedDecimal
    benefit_unconverted: Generated<number>
  }
  unit_month: {
    campaign_id: string
    unit_id: string
    month: Day
    registered: Generated<number>
    recognized: Generated<number>
    on_portal: Generated<number>
    benefit_vnd: GeneratedDecimal
    benefit_unconverted: Generated<number>
  }
  unit_total: {
    campaign_id: string
    unit_id: string
    registered: Generated<number>
    recognized: Generated<number>
    on_portal: Generated<number>
    benefit_vnd: GeneratedDecimal
    benefit_unconverted: Generated<number>
  }
  outbox: {
    id: BigSerial
    chat_id: string
    bot_id: string
    kind: OutboxKind
    content: Json<unknown>
    dedupe_key: string | null
    supersede_key: string | null
    state: Generated<"waiting" | "sending" | "sent" | "superseded" | "unknown" | "dead">
    attempts: Generated<number>
    due_at: Instant
    lease_until: InstantOrNull
    sender: string | null
    created_at: Instant
    sent_at: InstantOrNull
    message_ref: string | null
    error: string | null
    held_for: string | null
    told: Generated<boolean>
  }
  context_change: { xid: string; about: number; at: Generated<Date> }
  bot_budget: {
    bot_id: string
    full_at: Instant
    paused_until: Generated<Date>
    paused_at: InstantOrNull
    interval_ms: number
    stretch: Generated<number>
    stretched_at: Generated<Date>
    refused_at: InstantOrNull
  }
  chat_budget: { chat_id: string; ready_at: Instant; state: Json<unknown> }
  message_ledger: { bot_id: string; month: string; sent: number }
  tally_snapshot: {
    id: string
    campaign_id: string
    unit_id: string
    period: Period
    from_at: Instant
    to_at: Instant
    tally: Json<unknown>
    made_at: Instant
  }
  reminder: {
    id: string
    number: number
    campaign_id: string
    unit_id: string
    office_id: string
    audience: AudienceKind
    under_pct: number | null
    unit_kind: UnitKind | null
    without_units: string[] | null
    schedule: Json<unknown>
    words: string | null
    state: ReminderState
    next_at: InstantOrNull
    chat_id: string | null
    bot_id: string | null
    created_by: string
    created_at: Instant
    changed_at: Instant
  }
  reminder_told: { reminder_id: string; unit_id: string; since: Instant; count: number; escalated: boolean }
  scheduled_post: { chat_id: string; day: Day }
  milestone: { campaign_id: string; key: string; at: Instant }
  picture: { key: string; png: ColumnType<Buffer, Buffer, Buffer>; alt: string; expires_at: Instant }
  setting: { key: string; value: string }
}

/** What can only be done as a whole, or not at all, takes this instead of any connection. */
export type Trx = Transaction<Database>
