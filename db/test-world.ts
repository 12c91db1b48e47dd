import { sql } from "kysely"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { DEMO_ROOT, demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import type { AccountId, ChatId, Intake } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import type { Conversations } from "../core/conversations.ts"
import { createIntake } from "../core/handle.ts"
import { applyCampaign } from "./campaign/campaign.ts"
import { addDemoGroup, addDemoPerson } from "./campaign/demo.ts"
import { importUnits } from "./campaign/unit.ts"
import { moveChat } from "./conversation/chat.ts"
import { conversations } from "./conversation/conversation.ts"
import { conversationReads } from "./conversation/reads.ts"
import { titleStocks } from "./ideas/title-stock.ts"
import { erase } from "./people/erasure.ts"
import type { Trx } from "./schema.ts"
import { type FreshDatabase, filledDatabase } from "./testing.ts"

const ZONE = "Asia/Ho_Chi_Minh"
export const START = Date.parse("2026-03-10T09:00:00+07:00")
export const PEOPLE = ["an", "binh", "chi", "dung", "xuan"] as const
/** Nobody knows Xuân; An may join her account to his. */
export const NAMES = {
  an: "Nguyễn Văn An",
  binh: "Phạm Thanh Bình",
  chi: "Lê Kim Chi",
  dung: "Trần Thị Dung",
  xuan: "Xuân",
}
export type Person = (typeof PEOPLE)[number]
export const GROUPS = ["-1", "-2", "-3"] as const
const UNITS = ["KCN-01", "KCN-02", "GD-01"] as const
const SAMPLE = { registered_at: new Date(START) }

/** What the operator's own tools and the nightly work change; `nth` chooses among equals. */
export const BESIDE = {
  role: async (trx: Trx, who: Person, nth: number) => {
    const role = nth % 2 === 0 ? "officer" : "support"
    await sql`insert into role_grant (id, person_id, unit_id, role, granted_at)
      select md5(${`${who} ${nth}`})::uuid, person_id, (select id from unit where code = ${UNITS[nth]}), ${role}, now()
      from account where id = ${accountOf(who)} on conflict do nothing`.execute(trx)
  },
  noRole: async (trx: Trx, who: Person) => {
    await sql`update role_grant set withdrawn_at = ${SAMPLE.registered_at} from account
      where account.person_id = role_grant.person_id and account.id = ${accountOf(who)} and withdrawn_at is null`.execute(
      trx,
    )
  },
  renameUnit: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update unit set name = name || ' I' where code = ${UNITS[nth]}`.execute(trx)
  },
  moveUnit: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update unit set path = array[path[1], (select id from unit where code = 'YT'), id],
      parent_id = (select id from unit where code = 'YT') where code = ${UNITS[nth]}`.execute(trx)
  },
  place: async (trx: Trx, who: Person, nth: number) => {
    await sql`update person set unit_id = (select id from unit where code = ${UNITS[nth]}) from account
      where account.person_id = person.id and account.id = ${accountOf(who)}`.execute(trx)
  },
  noConsent: async (trx: Trx, who: Person) => {
    await sql`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
      select person_id, purpose, version, false, now(), chat_id, account_id from consent
      where account_id = ${accountOf(who)} and purpose = 'records' order by id desc limit 1`.execute(trx)
  },
  erase: async (trx: Trx, who: Person) => {
    const known = await trx
      .selectFrom("account")
      .where("id", "=", accountOf(who))
      .selectAll()
      .executeTakeFirst()
    if (known !== undefined)
      await erase(trx, { personId: known.person_id }, { at: new Date(START), chat: "cli" })
  },
  join: async (trx: Trx, who: Person) => {
    await sql`update account set person_id = an.person_id from account as an
      where account.id = ${accountOf(who)} and an.id = ${accountOf("an")}`.execute(trx)
  },
  link: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update chat set unit_id = (select id from unit where code = ${UNITS[nth]})
      where id = ${`telegram:${GROUPS[(nth + 1) % 2]}`}`.execute(trx)
  },
  unlink: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update chat set unit_id = null where id = ${`telegram:${GROUPS[nth % 2]}`}`.execute(trx)
  },
  close: async (trx: Trx, who: Person, nth: number) => {
    const chat = nth === 0 ? accountOf(who) : `telegram:${GROUPS[nth]}`
    await sql`update chat set state = 'closed' where id = ${chat}`.execute(trx)
  },
  move: async (trx: Trx) => await moveChat(trx, "telegram:-2" as ChatId, "telegram:-3" as ChatId),
  campaign: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update campaign set document = document || ${JSON.stringify({ name: `Chương trình ${nth}` })}::jsonb`.execute(
      trx,
    )
    await sql`update setting set value = (value::bigint + 1)::text where key = 'units_revision'`.execute(trx)
  },
  noDialogue: async (trx: Trx, who: Person) => {
    await sql`delete from conversation where account_id = ${accountOf(who)} and dialogue is null`.execute(trx)
  },
} as const

export function accountOf(who: Person): AccountId {
  return `telegram:${PEOPLE.indexOf(who) + 1}` as AccountId
}

async function aDatabase(): Promise<FreshDatabase> {
  return await filledDatabase("two_processes", async ({ db }) => {
    const today = localDate(START, ZONE)
    await importUnits(db, demoUnits(today), { dryRun: false, now: START, zone: ZONE })
    await applyCampaign(db, checkCampaign(demoCampaign(today)), START)
    for (const [who, unitCode, role] of [
      ["chi", DEMO_ROOT, "officer"],
      ["dung", "KCN-01", "support"],
      ["an", "KCN-01", "support"],
      ["binh", "KCN-02", "support"],
    ] as const) {
      await addDemoPerson(db, { account: accountOf(who), name: NAMES[who], unitCode, role }, START)
    }
    // Members, but for the role that everybody of a demo has.
    await sql`delete from role_grant using account where account.person_id = role_grant.person_id
      and account.id in (${accountOf("an")}, ${accountOf("binh")})`.execute(db)
    await addDemoGroup(
      db,
      { chat: "telegram:-1", bot: "telegram:1", title: "Nhóm 1", unitCode: "KCN-01" },
      START,
    )
    await addDemoGroup(
      db,
      { chat: "telegram:-2", bot: "telegram:1", title: "Nhóm 2", unitCode: "KCN-02" },
      START,
    )
  })
}

/** Two processes and what they share; those that are `remembering` know what they loaded or stored last. */
export async function aWorld(memory: "remembering" | "forgetful", clock: () => number) {
  const fresh = await aDatabase()
  const { db } = fresh
  const errors: unknown[] = []
  let recalled = 0
  let refused = 0
  const processes = [0, 1].map((nth): Intake => {
    let made = 0
    let kept = 0
    // The same decision makes the same ids, however often it is made.
    const newId = () => `0000000${nth}-0000-7000-8000-${(++made).toString(16).padStart(12, "0")}`
    const titles = titleStocks(db)
    const reads = conversationReads(db, {
      timeZone: ZONE,
      now: clock,
      hashCode: (code) => code,
      entrance: () => undefined,
      newCode: () => `AAA${nth}-BBBB-CCCC-${(1_000 + ++made).toString()}`,
      titles,
    })
    const store = () =>
      conversations(db, { timeZone: ZONE, campaignFor: reads.campaignFor, changed: reads.forget, titles })
    const one = store()
    const house: Conversations = {
      ...one,
      load: async (batch, now) => {
        made = kept
        const found = await (memory === "remembering" ? one : store()).load(batch, now)
        recalled += found.filter(({ seen }) => seen !== undefined).length
        return found
      },
      commit: async (...commit) => {
        try {
          const written = await one.commit(...commit)
          kept = made
          return written
        } catch (error) {
          refused += 1
          throw error
        }
      },
    }
    return createIntake({
      conversations: house,
      reads,
      now: clock,
      newId,
      sender: { take: () => {}, handOver: () => undefined },
      word: () => "",
      log: { error: (details) => void errors.push(details), warn: () => {} },
      timeZone: ZONE,
    })
  })
  return { fresh, processes, errors, counts: () => ({ recalled, refused }) }
}

export type World = Awaited<ReturnType<typeof aWorld>>

/** All that people were told since, by chat and in order; afterwards it has left. */
export async function told({ fresh: { pool } }: World): Promise<unknown> {
  const { rows } = await pool.query(
    `with leaving as (update outbox set state = 'sent' where state = 'waiting' returning *)
     select chat_id, kind, content, supersede_key, due_at from leaving order by chat_id, id`,
  )
  return rows
}

export async function stored({ fresh: { pool } }: World): Promise<unknown> {
  const tables = await Promise.all(
    [
      "select chat_id, account_id, dialogue from conversation order by 1, 2",
      "select id, name, unit_id, erased_at is null from person order by 1",
      "select id, person_id, private_chat_id from account order by 1",
      "select person_id, purpose, granted, chat_id from consent order by id",
      "select person_id, unit_id, role, withdrawn_at is null from role_grant order by 1, 2, 3, 4",
      "select id, bot_id, title, unit_id, state, address_form from chat order by 1",
      "select code, name, path, state from unit order by 1",
      "select document from campaign order by id",
      "select number, title, unit_id, status, author_id, author_name, submitter_id from initiative order by 1",
      "select action, subject - 'grant' as subject, person_id, unit_id from officer_action order by id",
      "select update_key from handled_update order by 1",
    ].map(async (text) => (await pool.query(text)).rows),
  )
  return tables
}

// An is heard of most, or hardly anybody would be remembered.
