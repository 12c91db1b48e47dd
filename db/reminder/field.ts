import { type Kysely, sql } from "kysely"
import type { StoredCampaign } from "../../core/campaign/operator-store.ts"
import { targets } from "../../core/campaign/target.ts"
import { subtreeIds, unitTree } from "../../core/campaign/unit.ts"
import type { BotId, ChatId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import {
  type DraftChat,
  type Field,
  type OwnCount,
  standingsOf,
  type Way,
} from "../../core/reminder/audience.ts"
import { type PeriodAsk, planTally } from "../../core/tally/plan.ts"
import { setTargetsOn } from "../campaign/target.ts"
import { listUnits } from "../campaign/unit.ts"
import { agreed } from "../people/person.ts"
import type { Database, Trx } from "../schema.ts"
import { countSpans } from "../tally/tally.ts"

/** Somebody who wrote so lately is still in their dialogue; later they have left it. */
const DIALOGUE_MS = 30 * 60_000

/**
 * Who stands where at and below a unit and how they can be told, as of one moment of the database; `within`: what is counted lately is of
 * that period and not of the week. Throws `TallyError` before the campaign.
 */
export async function reminderField(
  db: Kysely<Database>,
  campaign: StoredCampaign,
  unitId: string,
  { now, timeZone, within }: { readonly now: number; readonly timeZone: string; readonly within?: PeriodAsk },
): Promise<Field> {
  const { campaign: rules } = campaign
  const plan = planTally(rules, { period: "week", at: now }, timeZone)
  const { delta: lately } = within === undefined ? plan : planTally(rules, within, timeZone)
  const today = localDate(now, timeZone)
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const tree = unitTree(await listUnits(trx, today))
      const among = unitId === campaign.unitId ? undefined : subtreeIds(tree, unitId)
      const counted = await countSpans(trx, campaign.id, [plan.held, lately, plan.total], {
        zone: timeZone,
        unitIds: among,
      })
      const counts = new Map(
        [...counted].map(([id, [held, late, total]]): [string, OwnCount] => [
          id,
          {
            held: held?.[rules.progressCounter] ?? 0,
            week: late?.registered ?? 0,
            registered: total?.registered ?? 0,
          },
        ]),
      )
      const { phase } = plan
      const set = await setTargetsOn(trx, campaign.id, today)
      const split =
        phase === undefined
          ? undefined
          : targets(
              { tree, rootId: campaign.unitId, base: rules.quota.base },
              phase.goal,
              set.assigned.get(phase.code),
            )
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
export function isBusy(chat: string, now: number) {
  return sql`exists (select from conversation t where t.chat_id = ${sql.ref(chat)} and t.dialogue is not null
    and t.dialogue <> 'null'::jsonb and t.dialogue ->> 'step' <> 'remembered' and t.updated_at > ${new Date(now - DIALOGUE_MS)})`
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

/** By unit, the officers of the nearest unit at or above it that has any who can be written to. */
export async function officersAbove(
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

export function uuids(ids: readonly string[]) {
  return sql`array[${sql.join([...ids])}]::uuid[]`
}
