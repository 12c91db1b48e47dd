import { type Kysely, sql, type Transaction } from "kysely"
import { z } from "zod"
import { campaignOf } from "../core/campaign/campaign.ts"
import type { StoredCampaign } from "../core/campaign/operator-store.ts"
import { targets } from "../core/campaign/target.ts"
import { subtreeIds, unitTree } from "../core/campaign/unit.ts"
import type { BotId, ChatId } from "../core/channel.ts"
import { localDate, WEEK } from "../core/clock.ts"
import type { Change } from "../core/conversation/decision.ts"
import type { Reads } from "../core/conversation/reads.ts"
import type { UnitRef } from "../core/people/role.ts"
import {
  type DraftChat,
  type Field,
  type OwnCount,
  standingsOf,
  type Way,
} from "../core/reminder/audience.ts"
import type { AudienceKind, Reminder, ReminderState } from "../core/reminder/reminder.ts"
import type { DueReminder, ReminderOutcome, ReminderPosts, Scheduled } from "../core/reminder/send.ts"
import { planTally } from "../core/tally/plan.ts"
import type { When } from "../core/text/when.ts"
import { listCampaigns } from "./campaign.ts"
import { insertOutbox } from "./outbox.ts"
import { agreed } from "./person.ts"
import { takeDay } from "./scheduled.ts"
import type { Database } from "./schema.ts"
import { countSpans } from "./tally.ts"
import { setTargetsOn } from "./target.ts"
import { listUnits } from "./unit.ts"

type Trx = Transaction<Database>

/** Somebody who wrote so lately is still in their dialogue; later they have left it. */
const DIALOGUE_MS = 30 * 60_000

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
  }
}

// ---- Rows

const hour = z.string().regex(/^\d{2}:\d{2}$/)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const span = { time: hour, from: date.optional(), until: date.optional() }
const schedule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("now") }),
  z.object({ kind: z.literal("once"), date, time: hour }),
  z.object({ kind: z.literal("weekly"), days: z.array(z.enum(WEEK)), ...span }),
  z.object({ kind: z.literal("monthly"), day: z.int().min(1).max(31), ...span }),
])

type ReminderRow = {
  readonly id: string
  readonly number: number
  readonly campaign_id: string
  readonly unit: UnitRef
  readonly audience: AudienceKind
  readonly schedule: unknown
  readonly words: string | null
  readonly state: ReminderState
  readonly next_at: Date | null
  readonly chat_id: ChatId | null
  readonly bot_id: BotId | null
}

const COLUMNS = sql`r.id, r.number, r.campaign_id, r.audience, r.schedule, r.words, r.state, r.next_at, r.chat_id, r.bot_id,
  json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'path', u.path) as unit`

async function findReminders(
  db: Kysely<Database>,
  where: ReturnType<typeof sql<boolean>> | ReturnType<typeof sql>,
): Promise<readonly Reminder[]> {
  const { rows } = await sql<ReminderRow>`
    select ${COLUMNS} from reminder r join unit u on u.id = r.unit_id
    where ${where} order by r.state <> 'standing', r.number`.execute(db)
  return rows.map(toReminder)
}

function toReminder(row: ReminderRow): Reminder {
  return {
    id: row.id,
    number: row.number,
    campaignId: row.campaign_id,
    audience: { kind: row.audience, unit: row.unit },
    when: schedule.parse(row.schedule) as When,
    ...(row.words === null ? {} : { words: row.words }),
    state: row.state,
    nextAt: row.next_at?.getTime(),
    ...(row.chat_id === null || row.bot_id === null
      ? {}
      : { arranged: { chat: row.chat_id, bot: row.bot_id } }),
  }
}

async function dueReminders(
  db: Kysely<Database>,
  now: number,
  timeZone: string,
): Promise<readonly DueReminder[]> {
  const { rows } = await sql<
    ReminderRow & { office: string; campaign_unit: string; federation_id: string; document: unknown }
  >`
    select ${COLUMNS}, office.name as office, c.unit_id as campaign_unit, c.federation_id, c.document
    from reminder r join unit u on u.id = r.unit_id join unit office on office.id = r.office_id
    join campaign c on c.id = r.campaign_id
    where r.state = 'standing' and r.next_at <= ${new Date(now)} order by r.next_at, r.number`.execute(db)
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

// ---- Who stands where

/**
 * Who stands where at and below a unit and how they can be told, as of one moment of the database. Throws `TallyError`
 * before the campaign.
 */
export async function reminderField(
  db: Kysely<Database>,
  campaign: StoredCampaign,
  unitId: string,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Promise<Field> {
  const { campaign: rules } = campaign
  const plan = planTally(rules, { period: "week", at: now }, timeZone)
  const today = localDate(now, timeZone)
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const tree = unitTree(await listUnits(trx, today))
      const among = unitId === campaign.unitId ? undefined : subtreeIds(tree, unitId)
      const counted = await countSpans(trx, campaign.id, [plan.held, plan.delta, plan.total], {
        zone: timeZone,
        unitIds: among,
      })
      const counts = new Map(
        [...counted].map(([id, [held, week, total]]): [string, OwnCount] => [
          id,
          {
            held: held?.[rules.progressCounter] ?? 0,
            week: week?.registered ?? 0,
            registered: total?.registered ?? 0,
          },
        ]),
      )
      const { phase } = plan
      const set = await setTargetsOn(trx, campaign.id, today)
      const split =
        phase === undefined
          ? undefined
          : targets(tree, campaign.unitId, phase.goal, rules.quota.base, set.assigned.get(phase.code))
      const targetOf = (id: string) => split?.get(id)?.target ?? null
      return {
        today,
        phase,
        standings: standingsOf(tree, unitId, counts, targetOf),
        ways: await waysBelow(trx, unitId, now),
        drafts: await draftsBelow(trx, unitId, now),
      }
    })
}

/** Whether the person of a private chat is in the middle of a dialogue there. */
function isBusy(chat: string, now: number) {
  return sql`exists (select from conversation t where t.chat_id = ${sql.ref(chat)} and t.dialogue is not null
    and t.dialogue <> 'null'::jsonb and t.updated_at > ${new Date(now - DIALOGUE_MS)})`
}

/** Whether a person did not switch off reminders. */
export function wantsReminders(person: string) {
  return sql`coalesce(${agreed(person, "reminders")}, true)`
}

async function waysBelow(trx: Trx, unitId: string, now: number): Promise<readonly Way[]> {
  const { rows } = await sql<{ chat: ChatId; bot: BotId; unit_id: string; is_group: boolean; busy: boolean }>`
    select c.id as chat, c.bot_id as bot, c.unit_id, true as is_group, false as busy
    from chat c join unit u on u.id = c.unit_id
    where c.kind = 'group' and c.state = 'open' and u.path @> ${uuids([unitId])}
    union all (
      select distinct on (g.unit_id, g.person_id) a.private_chat_id, a.private_bot_id, g.unit_id, false,
        ${isBusy("a.private_chat_id", now)}
      from role_grant g
      join unit u on u.id = g.unit_id
      join account a on a.person_id = g.person_id and a.private_chat_id is not null and a.private_bot_id is not null
      join chat c on c.id = a.private_chat_id and c.state = 'open'
      where g.withdrawn_at is null and g.role in ('officer', 'admin') and u.path @> ${uuids([unitId])}
        and ${wantsReminders("g.person_id")}
      order by g.unit_id, g.person_id, c.suspect_since nulls first, a.created_at desc
    )
    order by unit_id, is_group desc, chat`.execute(trx)
  return rows.map((row) => ({
    chat: row.chat,
    bot: row.bot,
    unitId: row.unit_id,
    isGroup: row.is_group,
    busy: row.busy,
  }))
}

/** Chats with a registration begun and left, of people or groups at or below the unit. */
async function draftsBelow(trx: Trx, unitId: string, now: number): Promise<readonly DraftChat[]> {
  const { rows } = await sql<{ chat: ChatId; bot: BotId; is_group: boolean; people: number }>`
    select c.id as chat, c.bot_id as bot, c.kind = 'group' as is_group, count(*)::integer as people
    from conversation t
    join chat c on c.id = t.chat_id and c.state = 'open'
    join account a on a.id = t.account_id
    join person p on p.id = a.person_id
    left join unit cu on cu.id = c.unit_id
    left join unit pu on pu.id = p.unit_id
    where (t.dialogue ->> 'step' in ('title', 'change', 'benefit', 'which_benefit', 'sector')
        or t.dialogue -> 'before' is not null)
      and t.updated_at <= ${new Date(now - DIALOGUE_MS)}
      and coalesce(cu.path, pu.path) @> ${uuids([unitId])} and ${wantsReminders("p.id")}
    group by c.id order by c.id`.execute(trx)
  return rows.map((row) => ({
    chat: row.chat,
    bot: row.bot,
    isGroup: row.is_group,
    busy: false,
    people: row.people,
  }))
}

async function officersAbove(
  db: Kysely<Database>,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { chat: ChatId; bot: BotId }[]>> {
  const { rows } = await sql<{ unit_id: string; depth: number; chat: ChatId; bot: BotId }>`
    select distinct on (below.id, g.person_id) below.id as unit_id, cardinality(u.path) as depth,
      a.private_chat_id as chat, a.private_bot_id as bot
    from unit below
    join unit u on u.id = any(below.path)
    join role_grant g on g.unit_id = u.id and g.withdrawn_at is null and g.role in ('officer', 'admin')
    join account a on a.person_id = g.person_id and a.private_chat_id is not null and a.private_bot_id is not null
    join chat c on c.id = a.private_chat_id and c.state = 'open'
    where below.id = any(${uuids(unitIds)}) and ${wantsReminders("g.person_id")}
    order by below.id, g.person_id, depth desc, c.suspect_since nulls first, a.created_at desc`.execute(db)
  const found = new Map<string, readonly { chat: ChatId; bot: BotId }[]>()
  for (const [unitId, officers] of Map.groupBy(rows, (row) => row.unit_id)) {
    const nearest = Math.max(...officers.map(({ depth }) => depth))
    found.set(
      unitId,
      officers.filter(({ depth }) => depth === nearest).map(({ chat, bot }) => ({ chat, bot })),
    )
  }
  return found
}

// ---- What is done

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

/** Writes a reminder down, or changes the one that stands; for the officers' log too. */
export async function putReminder(trx: Trx, change: Change & { do: "remind" }, at: Date): Promise<void> {
  const { plan } = change
  const values = {
    unit_id: plan.audience.unit.id,
    office_id: change.officeId,
    audience: plan.audience.kind,
    schedule: JSON.stringify(plan.when),
    words: plan.words ?? null,
    state: "standing",
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
}

/** Ends a reminder; what it wrote and nobody got yet is taken back. */
export async function stopReminder(trx: Trx, reminderId: string, at: Date): Promise<void> {
  await trx
    .updateTable("reminder")
    .set({ state: "stopped", next_at: null, changed_at: at })
    .where("id", "=", reminderId)
    .execute()
  await sql`
    update outbox set state = 'superseded'
    where id in (
      select id from outbox
      where state = 'waiting' and starts_with(dedupe_key, ${`reminder:${reminderId}:`})
      order by chat_id, id for update)`.execute(trx)
}

function uuids(ids: readonly string[]) {
  return sql`array[${sql.join([...ids])}]::uuid[]`
}
