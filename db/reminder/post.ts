import { type Kysely, sql } from "kysely"
import { campaignOf } from "../../core/campaign/campaign.ts"
import type { ChatId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import type { Freshened, OldMessage } from "../../core/reminder/freshen.ts"
import type { DueReminder, ReminderOutcome, ReminderPosts, Scheduled } from "../../core/reminder/send.ts"
import { listCampaigns } from "../campaign/campaign.ts"
import { insertOutbox } from "../outbox/outbox.ts"
import { takeDay } from "../outbox/scheduled.ts"
import type { Database, Trx } from "../schema.ts"
import { isBusy, officersAbove, reminderField } from "./field.ts"
import { REMINDER_COLUMNS, type ReminderRow, toReminder } from "./reminder.ts"

/** Due reminders on PostgreSQL. */
export function reminderPosts(db: Kysely<Database>, timeZone: string): ReminderPosts {
  return {
    due: async (now) => await dueReminders(db, now, timeZone),
    field: async (campaign, unitId, now) => await reminderField(db, campaign, unitId, { now, timeZone }),
    told: async (reminderId) => {
      const rows = await db
        .selectFrom("reminder_told")
        .select(["unit_id", "since", "count", "escalated"])
        .where("reminder_id", "=", reminderId)
        .execute()
      return rows.map((row) => ({
        unitId: row.unit_id,
        since: row.since.getTime(),
        count: row.count,
        escalated: row.escalated,
      }))
    },
    officersAbove: async (unitIds) => await officersAbove(db, unitIds),
    carryOut: async (outcome, now) =>
      await db.transaction().execute(async (trx) => await carryOut(trx, outcome, now)),
    release: async (now) => await release(db, now),
    oldMessages: async (now) => await oldMessages(db, now, timeZone),
    rewrite: async (messages) => await rewrite(db, messages),
  }
}

async function dueReminders(
  db: Kysely<Database>,
  now: number,
  timeZone: string,
  which = sql<boolean>`r.state = 'standing' and r.next_at <= ${new Date(now)}`,
): Promise<readonly DueReminder[]> {
  const { rows } = await sql<
    ReminderRow & { office: string; campaign_unit: string; federation_id: string; document: unknown }
  >`
    select ${REMINDER_COLUMNS}, office.name as office, c.unit_id as campaign_unit, c.federation_id, c.document
    from reminder r join unit u on u.id = r.unit_id join unit office on office.id = r.office_id
    join campaign c on c.id = r.campaign_id
    where ${which} order by r.next_at, r.number`.execute(db)
  if (rows.length === 0) return []
  const today = localDate(now, timeZone)
  const running = (await listCampaigns(db)).filter(
    ({ campaign }) => campaign.startsOn <= today && today <= campaign.endsOn,
  )
  return rows.map((row) => ({
    reminder: { ...toReminder(row), nextAt: row.next_at?.getTime() ?? now },
    officeName: row.office,
    campaign: {
      id: row.campaign_id,
      unitId: row.campaign_unit,
      federationId: row.federation_id,
      campaign: campaignOf(row.document),
    },
    isOneOfSeveral: running.some(
      ({ id, federationId }) => federationId === row.federation_id && id !== row.campaign_id,
    ),
  }))
}

async function carryOut(trx: Trx, outcome: ReminderOutcome, now: number): Promise<readonly ChatId[]> {
  const mine = await trx
    .updateTable("reminder")
    .set({ state: outcome.state, next_at: outcome.nextAt === undefined ? null : new Date(outcome.nextAt) })
    .where("id", "=", outcome.id)
    .where("state", "=", "standing")
    .where("next_at", "=", new Date(outcome.dueAt))
    .returning("id")
    .executeTakeFirst()
  if (mine === undefined) return []
  const told = outcome.told.map((each) => ({
    reminder_id: outcome.id,
    unit_id: each.unitId,
    since: new Date(each.since),
    count: each.count,
    escalated: each.escalated,
  }))
  if (told.length > 0) {
    await trx
      .insertInto("reminder_told")
      .values(told)
      .onConflict((conflict) =>
        conflict.columns(["reminder_id", "unit_id"]).doUpdateSet((eb) => ({
          since: eb.ref("excluded.since"),
          count: eb.ref("excluded.count"),
          escalated: eb.ref("excluded.escalated"),
        })),
      )
      .execute()
  }
  const drafts = await placed(trx, outcome.scheduled)
  return await insertOutbox(trx, [...drafts, ...outcome.notices], now)
}

/** Each message on the first day its chat has free; one that finds none in a week is left out. */
async function placed(trx: Trx, scheduled: readonly Scheduled[]) {
  const drafts: Scheduled["draft"][] = []
  let waiting = scheduled
  for (let nth = 0; waiting.length > 0; nth++) {
    const left: Scheduled[] = []
    const byDay = Map.groupBy(
      waiting.filter(({ days }) => days[nth] !== undefined),
      ({ days }) => days[nth]?.day ?? "",
    )
    for (const [day, ofDay] of byDay) {
      const free = new Set(
        await takeDay(
          trx,
          ofDay.map(({ draft }) => draft.chat),
          day,
        ),
      )
      for (const each of ofDay) {
        // Two messages for one chat want the same day: the first has it.
        if (free.delete(each.draft.chat)) drafts.push(onDay(each, nth))
        else left.push(each)
      }
    }
    waiting = left
  }
  return drafts
}

/** What is held until a dialogue ends comes by itself a day later, should nobody ever look. */
function onDay({ draft, days }: Scheduled, nth: number): Scheduled["draft"] {
  const at = days[nth]?.at ?? draft.dueAt
  if (nth === 0) return { ...draft, dueAt: draft.heldFor === undefined ? at : at + 24 * 3_600_000 }
  const { heldFor: _, ...rest } = draft
  return { ...rest, dueAt: at }
}

/** So long before a message leaves it is written anew, for the minute hand that does it may be the last one before. */
export const FRESHENED_AHEAD_MS = 2 * 60_000
/** Figures that are younger are those of the moment. */
const OLD_AFTER_MS = 3_600_000

async function oldMessages(
  db: Kysely<Database>,
  now: number,
  timeZone: string,
): Promise<readonly OldMessage[]> {
  const { rows } = await sql<{ id: string; chat_id: ChatId; reminder_id: string; late: boolean }>`
    select id, chat_id, split_part(dedupe_key, ':', 2) as reminder_id,
      content -> 'phrases' @> '[{"key": "reminder-late"}]' as late
    from outbox
    where state = 'waiting' and held_for is null and dedupe_key like 'reminder:%'
      and due_at <= ${new Date(now + FRESHENED_AHEAD_MS)} and created_at < ${new Date(now - OLD_AFTER_MS)}`.execute(
    db,
  )
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map((row) => row.reminder_id))]
  const due = await dueReminders(db, now, timeZone, sql<boolean>`r.id = any(${ids}::uuid[])`)
  const byId = new Map(due.map((each) => [each.reminder.id, each]))
  return rows.flatMap(({ id, chat_id: chat, reminder_id, late }) => {
    const found = byId.get(reminder_id)
    return found === undefined ? [] : [{ id, chat, late, due: found }]
  })
}

/** Messages that still wait say this instead, or nothing. */
export async function rewrite(db: Kysely<Database>, messages: readonly Freshened[]): Promise<void> {
  // One that is on its way already says what it says.
  await sql`
    update outbox o set content = coalesce(m.content, o.content),
      state = case when m.content is null then 'superseded' else o.state end
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as m(id bigint, content jsonb)
    where o.id = m.id and o.state = 'waiting'`.execute(db)
}

async function release(db: Kysely<Database>, now: number): Promise<readonly ChatId[]> {
  const { rows } = await sql<{ chat_id: ChatId }>`
    update outbox o set due_at = least(o.due_at, ${new Date(now)}::timestamptz), held_for = null
    where o.id in (
      select held.id from outbox held
      where held.state = 'waiting' and held.held_for = 'dialogue' and not ${isBusy("held.chat_id", now)}
      order by held.chat_id, held.id for update)
    returning o.chat_id`.execute(db)
  return rows.map((row) => row.chat_id)
}
