import { type Kysely, sql } from "kysely"
import { z } from "zod"
import type { UnitKind } from "../../core/campaign/unit-kind.ts"
import type { BotId, ChatId } from "../../core/channel.ts"
import { WEEK } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import type { UnitRef } from "../../core/people/role.ts"
import type { AudienceKind, Reminder, ReminderState } from "../../core/reminder/reminder.ts"
import type { When } from "../../core/text/when.ts"
import type { Cause } from "../cause.ts"
import { logAction } from "../people/audit.ts"
import type { Database, Trx } from "../schema.ts"
import { uuids } from "./field.ts"

/** What conversations look up about reminders. */
export function reminderReads(
  db: Kysely<Database>,
): Pick<Reads, "reminders" | "reminder" | "newReminderNumber"> {
  return {
    reminders: async (unitIds) =>
      await findReminders(db, sql`r.state = 'standing' and u.path && ${uuids(unitIds)}`),
    reminder: async (number) => (await findReminders(db, sql`r.number = ${number}`))[0],
    newReminderNumber: async () => {
      const { rows } = await sql<{
        number: number
      }>`select nextval('reminder_number')::integer as number`.execute(db)
      return rows[0]?.number ?? 0
    },
  }
}

/** What the calendar has to know. */
export async function standingReminders(db: Kysely<Database>): Promise<readonly Reminder[]> {
  return await findReminders(db, sql`r.state = 'standing'`)
}

/** For the operator: those that stand first, then the ended ones, by number. */
export async function listReminders(db: Kysely<Database>): Promise<readonly Reminder[]> {
  return await findReminders(db, sql`true`)
}

/** Writes a reminder down, or changes the one that stands; for the officers' log too. */
export async function putReminder(
  trx: Trx,
  change: Change & { do: "remind" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { plan } = change
  const values = {
    unit_id: plan.audience.unit.id,
    office_id: change.officeId,
    audience: plan.audience.kind,
    under_pct: plan.audience.under ?? null,
    unit_kind: plan.audience.of ?? null,
    without_units: plan.audience.without?.map(({ id }) => id) ?? null,
    schedule: JSON.stringify(plan.when),
    words: plan.words ?? null,
    state: "standing" as const,
    next_at: new Date(change.nextAt),
    changed_at: at,
  }
  await trx
    .insertInto("reminder")
    .values({
      ...values,
      id: change.id,
      number: change.number,
      campaign_id: change.campaignId,
      chat_id: change.chat,
      bot_id: change.bot,
      created_by: change.personId,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute()
  await logAction(trx, {
    personId: change.personId,
    unitId: plan.audience.unit.id,
    action: change.isNew ? "remind" : "change_reminder",
    subject: { reminder: change.number, audience: plan.audience.kind },
    from: chat,
    at,
  })
}

/** Ends a reminder; what it wrote and nobody got yet is taken back. */
export async function stopReminder(
  trx: Trx,
  change: Change & { do: "stop_reminder" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  await trx
    .updateTable("reminder")
    .set({ state: "stopped", next_at: null, changed_at: at })
    .where("id", "=", change.id)
    .execute()
  await sql`
    update outbox set state = 'superseded'
    where id in (
      select id from outbox
      where state = 'waiting' and starts_with(dedupe_key, ${`reminder:${change.id}:`})
      order by chat_id, id for update)`.execute(trx)
  const subject = { reminder: change.number }
  await logAction(trx, { ...change, action: "stop_reminder", subject, from: chat, at })
}

const hour = z.string().regex(/^\d{2}:\d{2}$/)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const span = { time: hour, from: date.optional(), until: date.optional() }
const schedule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("now") }),
  z.object({ kind: z.literal("once"), date, time: hour }),
  z.object({ kind: z.literal("weekly"), days: z.array(z.enum(WEEK)), ...span }),
  z.object({ kind: z.literal("monthly"), day: z.int().min(1).max(31), ...span }),
])

/** A reminder with its unit, as `REMINDER_COLUMNS` read it from `reminder r` and `unit u`. */
export type ReminderRow = {
  readonly id: string
  readonly number: number
  readonly campaign_id: string
  readonly unit: UnitRef
  readonly audience: AudienceKind
  readonly under_pct: number | null
  readonly unit_kind: UnitKind | null
  readonly without: readonly { readonly id: string; readonly name: string }[] | null
  readonly schedule: unknown
  readonly words: string | null
  readonly state: ReminderState
  readonly next_at: Date | null
  readonly chat_id: ChatId | null
  readonly bot_id: BotId | null
}

export const REMINDER_COLUMNS = sql`r.id, r.number, r.campaign_id, r.audience, r.under_pct, r.unit_kind, r.schedule, r.words, r.state, r.next_at, r.chat_id, r.bot_id,
  json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'path', u.path) as unit,
  (select json_agg(json_build_object('id', l.id, 'name', l.name) order by l.name) from unit l where l.id = any(r.without_units)) as without`

async function findReminders(
  db: Kysely<Database>,
  where: ReturnType<typeof sql<boolean>> | ReturnType<typeof sql>,
): Promise<readonly Reminder[]> {
  const { rows } = await sql<ReminderRow>`
    select ${REMINDER_COLUMNS} from reminder r join unit u on u.id = r.unit_id
    where ${where} order by r.state <> 'standing', r.number`.execute(db)
  return rows.map(toReminder)
}

export function toReminder(row: ReminderRow): Reminder {
  return {
    id: row.id,
    number: row.number,
    campaignId: row.campaign_id,
    audience: {
      kind: row.audience,
      ...(row.under_pct === null ? {} : { under: row.under_pct }),
      ...(row.unit_kind === null ? {} : { of: row.unit_kind }),
      ...(row.without === null ? {} : { without: row.without }),
      unit: row.unit,
    },
    when: schedule.parse(row.schedule) as When,
    ...(row.words === null ? {} : { words: row.words }),
    state: row.state,
    nextAt: row.next_at?.getTime(),
    ...(row.chat_id === null || row.bot_id === null
      ? {}
      : { arranged: { chat: row.chat_id, bot: row.bot_id } }),
  }
}
