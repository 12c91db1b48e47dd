import { expect, test } from "vitest"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { DEMO_ROOT, demoCampaign, demoUnits } from "../../core/campaign/demo.ts"
import type { BotId, ChatId } from "../../core/channel.ts"
import { given } from "../../core/given.ts"
import type { OutboxContent } from "../../core/outbox.ts"
import type { AudienceKind } from "../../core/reminder/reminder.ts"
import { sendReminders } from "../../core/reminder/send.ts"
import { closeWeek } from "../../core/tally/post.ts"
import type { When } from "../../core/text/when.ts"
import { applyCampaign } from "../campaign/campaign.ts"
import { addDemoGroup, addDemoPerson } from "../campaign/demo.ts"
import { importUnits } from "../campaign/unit.ts"
import { operatorStore } from "../operator-store.ts"
import { rebuildCounters } from "../tally/counter-check.ts"
import { tallyPosts } from "../tally/post.ts"
import { type FreshDatabase, freshDatabase } from "../testing.ts"
import { reminderPosts } from "./post.ts"
import { putReminder, standingReminders, stopReminder } from "./reminder.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const BOT = "zalo:1" as BotId
const CHI = "zalo:private-chi" as ChatId
const causeAt = (now: number) => ({ at: new Date(now), chat: CHI })
/** A Tuesday. */
const NOW = Date.parse("2026-03-10T08:00:00+07:00")
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
const DAILY: When = {
  kind: "weekly",
  days: ["monday", "tuesday", "wednesday", "thursday", "saturday"],
  time: "08:00",
}

/** The demo federation; May TNG has a group, the hospital an officer in private, Chi is the province's officer. */
async function aFederation(fresh: FreshDatabase) {
  const { db } = fresh
  const long = NOW - 30 * DAY_MS
  await importUnits(db, demoUnits("2026-03-10"), { dryRun: false, now: long, zone: ZONE })
  await applyCampaign(db, checkCampaign(demoCampaign("2026-03-10")), long)
  await addDemoGroup(
    db,
    { chat: "zalo:tng" as ChatId, bot: BOT, title: "Nhóm TNG", unitCode: "KCN-01" },
    long,
  )
  for (const [name, unitCode] of [
    ["chi", DEMO_ROOT],
    ["binh", "YT-01"],
  ] as const) {
    const account = `zalo:${name}`
    await addDemoPerson(db, { account, name, unitCode, role: "officer" }, long)
    const chat = {
      id: `zalo:private-${name}`,
      bot_id: BOT,
      kind: "private" as const,
      created_at: new Date(long),
    }
    await db.insertInto("chat").values(chat).execute()
    await db
      .updateTable("account")
      .set({ private_chat_id: chat.id, private_bot_id: BOT })
      .where("id", "=", account)
      .execute()
  }
  const posts = reminderPosts(db, ZONE)
  return {
    send: async (now: number) => await sendReminders({ posts, timeZone: ZONE, wake: () => {} }, now),
    person: async (name: string) =>
      (
        await db
          .selectFrom("account")
          .select("person_id")
          .where("id", "=", `zalo:${name}`)
          .executeTakeFirstOrThrow()
      ).person_id,
  }
}

async function arranged(
  { db }: FreshDatabase,
  number: number,
  nextAt: number,
  rest: { readonly kind?: AudienceKind; readonly when?: When; readonly words?: string } = {},
): Promise<void> {
  const campaign = await db.selectFrom("campaign").select(["id", "unit_id"]).executeTakeFirstOrThrow()
  const chi = await db
    .selectFrom("account")
    .select("person_id")
    .where("id", "=", "zalo:chi")
    .executeTakeFirstOrThrow()
  const unit = { id: campaign.unit_id, code: DEMO_ROOT, name: "", path: [campaign.unit_id] }
  await db.transaction().execute(
    async (trx) =>
      await putReminder(
        trx,
        {
          do: "remind",
          id: id(number),
          number,
          isNew: true,
          campaignId: campaign.id,
          officeId: unit.id,
          nextAt,
          plan: {
            audience: { kind: rest.kind ?? "short", unit },
            when: rest.when ?? DAILY,
            ...given({ words: rest.words }),
          },
          chat: CHI,
          bot: BOT,
          personId: chi.person_id,
        },
        causeAt(nextAt - DAY_MS),
      ),
  )
}

/** An initiative of the unit's, and no more about it than that it counts. */
async function registeredAt({ db, pool }: FreshDatabase, unitCode: string, at: number): Promise<void> {
  await pool.query(
    `with made as (
       insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name,
         registered_at, created_at)
       select gen_random_uuid(), 100 + (select count(*) from initiative), unit.federation_id, campaign.id, unit.id,
         'registered', 'x', 'x', 'x', $2, $2
       from unit, campaign where unit.code = $1 returning *)
     insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, created_at)
     select id, campaign_id, unit_id, 'registered', registered_at, 1, created_at from made`,
    [unitCode, new Date(at)],
  )
  await rebuildCounters(db, ZONE)
}

/** What was written: chat, the local moment it leaves, first sentence. */
async function written({ db }: FreshDatabase): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["chat_id", "due_at", "content", "state"])
    .orderBy("due_at")
    .orderBy("chat_id")
    .execute()
  return rows.map(({ chat_id, due_at, content, state }) => {
    const [first] = (content as OutboxContent).phrases ?? []
    const said = first === undefined ? "" : "key" in first ? first.key : first.text
    const at = new Date(due_at.getTime() + 7 * HOUR_MS).toISOString().slice(5, 16)
    return `${chat_id} ${at} ${said}${state === "waiting" ? "" : ` (${state})`}`
  })
}

test("however many processes send at the same moment, each chat reads it once; then it waits for its next moment", async () => {
  await using fresh = await freshDatabase()
  const { send } = await aFederation(fresh)
  await arranged(fresh, 1, NOW)
  // What an officer assigned is what the unit is held to.
  await fresh.pool.query(
    `insert into unit_target (campaign_id, unit_id, phase, kind, amount, effective_from, set_at)
     select campaign.id, unit.id, document -> 'phases' -> 0 ->> 'code', 'assigned', 7, '2026-03-01', now()
     from campaign, unit where unit.code = 'KCN-01'`,
  )
  await send(NOW - 1)
  expect(await written(fresh)).toEqual([])
  await Promise.all([send(NOW), send(NOW), send(NOW + 1), send(NOW + 2)])
  await send(NOW + HOUR_MS)
  expect(await written(fresh)).toEqual([
    "zalo:private-binh 03-10T08:00 reminder-head",
    "zalo:tng 03-10T08:00 reminder-head",
  ])
  const { rows } = await fresh.pool.query(
    `select phrase -> 'args' ->> 'target' as target from outbox, jsonb_array_elements(content -> 'phrases') as phrase
     where chat_id = 'zalo:tng' and phrase ->> 'key' = 'reminder-goal'`,
  )
  expect(rows).toEqual([{ target: "7" }])
  expect(await standingReminders(fresh.db)).toMatchObject([{ number: 1, nextAt: NOW + DAY_MS }])
})

test("due while nobody was there: once, late, after the quiet hours, and a week of missed ones is not replayed", async () => {
  await using fresh = await freshDatabase()
  const { send } = await aFederation(fresh)
  await arranged(fresh, 1, NOW - 7 * DAY_MS)
  await send(NOW - 4 * HOUR_MS)
  expect(await written(fresh)).toEqual([])
  await send(NOW - HOUR_MS)
  await send(NOW)
  expect(await written(fresh)).toEqual([
    "zalo:private-binh 03-10T07:00 reminder-head",
    "zalo:tng 03-10T07:00 reminder-head",
  ])
  const { rows } = await fresh.pool.query("select content::text like '%reminder-late%' as late from outbox")
  expect(rows).toEqual([{ late: true }, { late: true }])
})

test("a chat has one scheduled post a day, whatever it is: the next one comes on the next free day", async () => {
  await using fresh = await freshDatabase()
  const { send } = await aFederation(fresh)
  const words = "Lời của cán bộ"
  await arranged(fresh, 1, NOW)
  await arranged(fresh, 2, NOW, { kind: "all", words, when: { kind: "now" } })
  await send(NOW)
  const ofGroup = async () => (await written(fresh)).filter((line) => line.startsWith("zalo:tng"))
  expect(await ofGroup()).toEqual(["zalo:tng 03-10T08:00 reminder-head", "zalo:tng 03-11T08:00 reminder-own"])
  // The tally is late, on a Saturday, and takes the day before the reminder wants it.
  const saturday = Date.parse("2026-03-14T07:30:00+07:00")
  const source = operatorStore(fresh.db, ZONE)
  await fresh.db
    .updateTable("reminder")
    .set({ next_at: new Date(saturday + HOUR_MS / 2) })
    .where("number", "=", 1)
    .execute()
  await closeWeek({ source, posts: tallyPosts(fresh.db), timeZone: ZONE }, saturday)
  await send(saturday + HOUR_MS / 2)
  expect((await ofGroup()).slice(2)).toEqual([
    "zalo:tng 03-14T07:30 tally-title",
    "zalo:tng 03-16T08:00 reminder-head",
  ])
  // What leaves on Monday tells what is so on Monday.
  const saysNothingYet = async () => {
    const { content } = await fresh.db
      .selectFrom("outbox")
      .select("content")
      .where("chat_id", "=", "zalo:tng")
      .where("due_at", "=", new Date("2026-03-16T08:00:00+07:00"))
      .executeTakeFirstOrThrow()
    return (content as OutboxContent).phrases?.some((each) => "key" in each && each.key === "reminder-zero")
  }
  expect(await saysNothingYet()).toBe(true)
  await registeredAt(fresh, "KCN-01", saturday + HOUR_MS)
  await send(Date.parse("2026-03-16T07:59:00+07:00"))
  expect(await saysNothingYet()).toBe(false)
  // A unit of which nothing is asked any more hears nothing.
  await fresh.pool.query(
    `insert into unit_target (campaign_id, unit_id, phase, kind, amount, effective_from, set_at)
     select campaign.id, unit.id, document -> 'phases' -> 0 ->> 'code', 'assigned', 0, '2026-03-01', now()
     from campaign, unit where unit.code = 'KCN-01'`,
  )
  await send(Date.parse("2026-03-16T07:59:30+07:00"))
  expect((await ofGroup()).at(-1)).toBe("zalo:tng 03-16T08:00 reminder-head (superseded)")
})

test("in private it waits for the end of a dialogue, respects who wants none, and can be taken back", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const { send, person } = await aFederation(fresh)
  const talk = { chat_id: "zalo:private-binh", account_id: "zalo:binh", version: 1 }
  await db
    .insertInto("conversation")
    .values({ ...talk, dialogue: JSON.stringify({ step: "title" }), updated_at: new Date(NOW - 60_000) })
    .execute()
  const privately = async () => (await written(fresh)).filter((line) => line.includes("binh"))
  await arranged(fresh, 1, NOW)
  await send(NOW)
  await send(NOW + 60_000)
  expect(await privately()).toEqual(["zalo:private-binh 03-11T08:00 reminder-head"])
  await db.updateTable("conversation").set({ dialogue: null }).execute()
  await send(NOW + 120_000)
  expect(await privately()).toEqual(["zalo:private-binh 03-10T08:02 reminder-head"])
  const { unit_id: unitId } = await db.selectFrom("campaign").select("unit_id").executeTakeFirstOrThrow()
  const stop = { id: id(1), number: 1, unitId, personId: await person("chi") }
  await db
    .transaction()
    .execute(async (trx) => await stopReminder(trx, { do: "stop_reminder", ...stop }, causeAt(NOW)))
  expect(await privately()).toEqual(["zalo:private-binh 03-10T08:02 reminder-head (superseded)"])
  expect(await standingReminders(db)).toEqual([])

  const asked = {
    purpose: "reminders",
    version: "1",
    chat_id: "x",
    account_id: "x",
    at: new Date(NOW),
  } as const
  await db
    .insertInto("consent")
    .values({ ...asked, person_id: await person("binh"), granted: false })
    .execute()
  await arranged(fresh, 2, NOW + DAY_MS)
  await send(NOW + DAY_MS)
  expect(await privately()).toHaveLength(1)
})

test("a draft left behind is reminded where it was begun; one that is being written is not", async () => {
  await using fresh = await freshDatabase()
  const { send } = await aFederation(fresh)
  const draft = { dialogue: JSON.stringify({ step: "benefit" }), version: 1 }
  await fresh.db
    .insertInto("conversation")
    .values([
      { ...draft, chat_id: "zalo:private-binh", account_id: "zalo:binh", updated_at: new Date(NOW - DAY_MS) },
      { ...draft, chat_id: "zalo:tng", account_id: "zalo:binh", updated_at: new Date(NOW - DAY_MS) },
      { ...draft, chat_id: "zalo:private-chi", account_id: "zalo:chi", updated_at: new Date(NOW - 60_000) },
    ])
    .execute()
  await arranged(fresh, 1, NOW, { kind: "drafts", when: { kind: "now" } })
  await send(NOW)
  expect(await written(fresh)).toEqual([
    "zalo:private-binh 03-10T08:00 reminder-draft",
    "zalo:tng 03-10T08:00 reminder-draft-group",
  ])
})

test("it stops by itself when the state is reached, and the unit above hears when nothing moves", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const { send } = await aFederation(fresh)
  await arranged(fresh, 1, NOW)
  await send(NOW)
  // Sixteen days later, a Thursday, May TNG and the hospital still have nothing.
  await send(NOW + 16 * DAY_MS)
  expect((await written(fresh)).filter((line) => line.includes("chi"))).toEqual([
    "zalo:private-chi 03-26T08:00 reminder-escalated",
  ])
  await arranged(fresh, 2, NOW + 18 * DAY_MS, { kind: "zero" })
  const units = await db.selectFrom("unit").select("code").where("level", "=", "grassroots").execute()
  for (const { code } of units) await registeredAt(fresh, code, NOW + 17 * DAY_MS)
  await send(NOW + 18 * DAY_MS)
  expect((await written(fresh)).filter((line) => line.includes("chi")).slice(1)).toEqual([
    "zalo:private-chi 03-28T08:00 reminder-over-by-itself",
  ])
  expect((await standingReminders(db)).map(({ number }) => number)).toEqual([1])
})
