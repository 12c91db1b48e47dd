import { sql } from "kysely"
import type pg from "pg"
import { expect, test } from "vitest"
import type { ChatId } from "../core/channel.ts"
import { groupReads } from "../db/conversation/group.ts"
import { coAuthorReads } from "../db/ideas/co-author.ts"
import { notices } from "../db/outbox/notice.ts"
import { outbox } from "../db/outbox/outbox.ts"
import { personalData } from "../db/people/personal-data.ts"
import { incompleteRequests } from "../db/review/deadline.ts"
import { reviewReads } from "../db/review/review.ts"
import { recordsByBenefit } from "../db/tally/by-benefit.ts"
import { countParticipants } from "../db/tally/participants.ts"
import { tallyPosts } from "../db/tally/post.ts"
import { tallyRecords } from "../db/tally/record.ts"
import { listened, planOf, rowsRead } from "../db/testing.ts"
import { sampleDatabase } from "./cli/testing.ts"
import { createMetrics } from "./metrics.ts"

// What is asked with a message or every minute reads as much among thousands as among a few.

const PEOPLE = 4_000
const NOW = Date.parse("2022-04-21T08:00:00+07:00")

/** The samples with many people, their private chats and what was sent to them; everything of theirs is long done. */
async function aLargeHouse() {
  const fresh = await sampleDatabase()
  await fresh.pool.query(`
    insert into person (id, name, unit_id, created_at)
      select gen_random_uuid(), 'Người ' || n, id, now() from generate_series(1, ${PEOPLE}) as n,
        (select id from unit where code = 'KCN-02') as other;
    insert into account (id, person_id, name, private_chat_id, private_bot_id, created_at)
      select 'telegram:' || right(name, -6), id, name, 'telegram:' || right(name, -6), 'telegram:1', now() from person;
    insert into chat (id, bot_id, kind, created_at) select id, 'telegram:1', 'private', now() from account;
    insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
      select person_id, 'naming', 'v1', true, now(), id, id from account;
    insert into officer_action (at, person_id, action, subject) select now(), person_id, 'consent', '{}' from account;
    insert into co_author (id, initiative_id, person_id, name, state, entered_by, chat_id, bot_id, created_at, changed_at)
      select gen_random_uuid(), initiative.id, person_id, 'B', 'accepted', person_id, '', '', now(), now()
      from account join initiative on initiative.number = right(account.name, -6)::bigint;
    insert into outbox (chat_id, bot_id, kind, content, due_at, created_at, state, sent_at)
      select id, 'telegram:1', 'answer', '{}', now(), now(), 'sent', now() from account;
    analyze`)
  const unit = async (code: string) =>
    (await fresh.db.selectFrom("unit").select("id").where("code", "=", code).executeTakeFirstOrThrow()).id
  const campaign = await fresh.db.selectFrom("campaign").select("id").executeTakeFirstOrThrow()
  const { person_id: person } = await fresh.db
    .selectFrom("account")
    .select("person_id")
    .where("id", "=", "telegram:7")
    .executeTakeFirstOrThrow()
  return {
    fresh,
    campaign: campaign.id,
    person,
    small: await unit("KCN-01"),
    [Symbol.asyncDispose]: fresh[Symbol.asyncDispose],
  }
}

test("people, records and messages that are done with are not read", async () => {
  await using house = await aLargeHouse()
  const { fresh, campaign, person, small } = house
  const { db, asked } = listened(fresh)
  const box = outbox(db)
  const officers = notices(db, { timeZone: "Asia/Ho_Chi_Minh", say: () => "", quotas: [] })
  const span = { from: NOW - 3_600_000, to: NOW }
  const ofUnit = { campaignId: campaign, unitIds: [small], span: { from: 0, to: NOW } }
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    "what failed": async () => await officers.lookAfter(NOW),
    "what is due": async () => await box.overdue(Date.now(), 10),
    "when a chat is next": async () => await box.nextDue("telegram:7" as ChatId),
    "what senders left behind": async () => await box.unattended(),
    "a unit's people": async () => await reviewReads(db).reachableIn([small]),
    "somebody of a unit by name": async () => await coAuthorReads(db).personNamed(small, "Người 7"),
    "what somebody is asked": async () => await coAuthorReads(db).openAsk(person),
    "everything about somebody": async () => await personalData(db, person),
    "groups of a unit": async () => await groupReads(db).groups([small], 1),
    "groups below a unit": async () => await tallyPosts(db).groupsUnder(small),
    "people of a unit's week": async () => await tallyPosts(db).people(campaign, span, [small]),
    "what waits for its authors": async () => await reviewReads(db).askedBack([small], 1),
    "a unit's records by benefit": async () =>
      await recordsByBenefit(db, { ...ofUnit, bound: { kind: "from", vnd: "100000000" }, page: 1 }),
    "a unit's people by name": async () => await countParticipants(db, ofUnit),
    "what waits for its people": async () => await incompleteRequests(db, campaign, "2022-04-21"),
  }
  for (const [what, call] of Object.entries(calls)) {
    asked.length = 0
    await call()
    for (const query of asked.filter(({ sql: text }) => /^\s*(select|with|update)/.test(text))) {
      expect(rowsRead(await planOf(fresh, query)), `${what}: ${query.sql}`).toBeLessThan(PEOPLE / 4)
    }
  }

  const read: string[] = []
  const pool = Object.assign(Object.create(fresh.pool) as pg.Pool, {
    query: async (text: string) => {
      read.push(text)
      return await fresh.pool.query(text)
    },
  })
  const numbers = await createMetrics(pool, Promise.resolve()).text()
  expect(numbers).toContain('sangkien_outbox_rows{state="waiting"} 0')
  expect(read, "once for all gauges").toHaveLength(1)
  expect(rowsRead(await planOf(fresh, sql.raw(read[0] ?? "").compile(fresh.db))), "a scrape").toBe(0)
})

test("what is listed or counted of a whole campaign reads no more than the details of its tally", async () => {
  await using house = await aLargeHouse()
  const { fresh, campaign } = house
  const { db, asked } = listened(fresh)
  const whole = { campaignId: campaign, unitIds: undefined, span: { from: 0, to: NOW } }
  const rowsOf = async (call: () => Promise<unknown>) => {
    asked.length = 0
    await call()
    const plans = await Promise.all(asked.map((query) => planOf(fresh, query)))
    return plans.reduce((rows, plan) => rows + rowsRead(plan), 0)
  }
  const details = await rowsOf(async () => await tallyRecords(db, { ...whole, kind: "registered", page: 1 }))
  const lists: Readonly<Record<string, () => Promise<unknown>>> = {
    "worth so much": async () =>
      await recordsByBenefit(db, { ...whole, bound: { kind: "above", vnd: "1000000000" }, page: 1 }),
    "not converted": async () =>
      await recordsByBenefit(db, { ...whole, bound: { kind: "unconverted" }, page: 1 }),
    people: async () => await countParticipants(db, whole),
  }
  for (const [what, call] of Object.entries(lists))
    expect(await rowsOf(call), what).toBeLessThanOrEqual(details)
})
