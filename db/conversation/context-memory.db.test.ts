import { type CompiledQuery, type Kysely, sql, type Transaction } from "kysely"
import { expect, test, vi } from "vitest"
import { demoUnits } from "../../core/campaign/demo.ts"
import type { AccountId, BotId, ChatId, Incoming } from "../../core/channel.ts"
import type { Context } from "../../core/conversation/context.ts"
import { aContext, aMessage } from "../../core/conversation/testing.ts"
import { Conflict } from "../../core/conversations.ts"
import { CONSENT_VERSION } from "../../core/people/consent.ts"
import { importUnits } from "../campaign/unit.ts"
import { newId } from "../id.ts"
import { erase } from "../people/erasure.ts"
import type { Database } from "../schema.ts"
import { filledDatabase, freshDatabase, listened } from "../testing.ts"
import { moveChat } from "./chat.ts"
import { contextMemory } from "./context-memory.ts"
import { conversations } from "./conversation.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const NOW = Date.parse("2026-11-22T10:00:00+07:00")
const PERSON = "00000000-0000-7000-8000-000000000007"
const OWN = { id: "telegram:7" as ChatId, kind: "private" } as const
const GROUP = { id: "telegram:-5" as ChatId, kind: "group", title: "Nhóm Xưởng 1" } as const
const FROM = { account: "telegram:7" as AccountId, name: "An" }

/** A process that hears An, who has a unit and agreed to the notice, and what it asks of the database. */
async function aHouse() {
  const fresh = await filledDatabase("known", async ({ db }) => {
    await importUnits(db, demoUnits("2026-01-01"), { dryRun: false, now: NOW, zone: ZONE })
    await sql`insert into person (id, name, unit_id, created_at)
      values (${PERSON}, 'An', (select id from unit where code = 'KCN-01'), now())`.execute(db)
    await sql`insert into account (id, person_id, name, created_at) values (${FROM.account}, ${PERSON}, 'An', now())`.execute(
      db,
    )
    await sql`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
      values (${PERSON}, 'records', ${CONSENT_VERSION}, true, now(), ${OWN.id}, ${FROM.account})`.execute(db)
  })
  const { db, asked } = listened(fresh)
  const house = conversations(db, { timeZone: ZONE, campaignFor: async () => undefined })
  let updates = 0
  const aMessageIn = (chat: Incoming["chat"], bot = "telegram:1"): Incoming =>
    aMessage("", {
      bot: bot as BotId,
      updateKey: `telegram:1:${++updates}`,
      chat,
      from: FROM,
    })
  const load = async (incoming: Incoming, now = NOW) => {
    const [found] = await house.load([incoming], now)
    if (found === undefined) throw new Error("Nothing was loaded.")
    return found
  }
  /** Statements of one message, and what was known when it was decided; "conflict" when it has to be decided anew. */
  const hears = async (incoming: Incoming, now = NOW, beforeCommit = async () => {}) => {
    const before = asked.length
    const found = await load(incoming, now)
    await beforeCommit()
    const step = {
      incoming,
      version: found.context.version + 1,
      dialogue: undefined,
      decision: {},
      found,
    }
    const isStored = await house.commit([step], now).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Conflict) return false
        throw error
      },
    )
    return { outcome: isStored ? asked.length - before : ("conflict" as const), context: found.context }
  }
  return { fresh, house, load, hears, aMessageIn }
}

/** What a process that remembers nothing finds. */
async function foundAnew(db: Kysely<Database>, incoming: Incoming): Promise<Context | undefined> {
  const other = conversations(db, { timeZone: ZONE, campaignFor: async () => undefined })
  const [found] = await other.load([{ ...incoming, updateKey: "never" }], NOW)
  return found?.context
}

test("who wrote a moment ago is known, so that the next message costs its commit alone; half a minute later the store is asked again", async () => {
  const { fresh, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  const costs = async (...moments: readonly number[]) => {
    const all: unknown[] = []
    for (const now of moments) all.push((await hears(aMessageIn(OWN), now)).outcome)
    return all
  }
  // The first message shows where An can be reached, and is remembered by nobody.
  expect(await costs(NOW, NOW, NOW, NOW + 29_000)).toEqual([2, 2, 1, 1])
  expect(await costs(NOW + 31_000, NOW + 32_000)).toEqual([2, 1])
  // Back before it was found out: the clock was wrong then, or is now.
  expect(await costs(NOW, NOW)).toEqual([2, 1])
})

test("a message that shows something new of its chat has the store asked", async () => {
  const { fresh, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2, 3]) await hears(aMessageIn(GROUP))
  expect((await hears(aMessageIn(GROUP))).outcome).toBe(1)
  expect((await hears(aMessageIn({ ...GROUP, title: "Nhóm Xưởng 2" }))).outcome).toBe(2)
  expect((await hears(aMessageIn(GROUP, "telegram:2"))).outcome).toBe(2)
})

type Elsewhere = (trx: Transaction<Database>) => Promise<unknown>
const elsewhere: readonly (readonly [string, Elsewhere])[] = [
  [
    "a role is given",
    (trx) =>
      sql`insert into role_grant (id, person_id, unit_id, role, granted_at)
      values (gen_random_uuid(), ${PERSON}, (select id from unit where code = 'KCN'), 'officer', now())`.execute(
        trx,
      ),
  ],
  [
    "the unit of the role is renamed",
    (trx) => sql`update unit set name = 'X' where code = 'KCN'`.execute(trx),
  ],
  [
    "a role is taken",
    (trx) => sql`update role_grant set withdrawn_at = now() where person_id = ${PERSON}`.execute(trx),
  ],
  ["the unit is renamed", (trx) => sql`update unit set name = 'Y' where code = 'KCN-01'`.execute(trx)],
  [
    "the person is placed in another unit",
    (trx) => sql`update person set unit_id = (select id from unit where code = 'KCN-02')`.execute(trx),
  ],
  ["the name is corrected", (trx) => sql`update person set name = 'Bình An'`.execute(trx)],
  [
    "the consent is taken back",
    (trx) =>
      sql`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
      values (${PERSON}, 'records', ${CONSENT_VERSION}, false, now(), ${OWN.id}, ${FROM.account})`.execute(
        trx,
      ),
  ],
  [
    "the chat belongs to a unit",
    (trx) =>
      sql`update chat set unit_id = (select id from unit where code = 'KCN') where id = ${OWN.id}`.execute(
        trx,
      ),
  ],
  ["the chat was closed", (trx) => sql`update chat set state = 'closed' where id = ${OWN.id}`.execute(trx)],
  ["the chat got another id", (trx) => moveChat(trx, OWN.id, "telegram:8" as ChatId)],
  [
    "the account joined another person",
    async (trx) => {
      const other = newId()
      await sql`insert into person (id, name, created_at) values (${other}, 'Cúc', now())`.execute(trx)
      await sql`update account set person_id = ${other} where id = ${FROM.account}`.execute(trx)
    },
  ],
  [
    "the person was erased",
    async (trx) => {
      const { person_id } = await trx
        .selectFrom("account")
        .select("person_id")
        .where("id", "=", FROM.account)
        .executeTakeFirstOrThrow()
      await erase(trx, { personId: person_id }, { at: new Date(NOW), chat: OWN.id })
    },
  ],
]

test("whatever another process changes about who is known is known before the next message is stored", async () => {
  const { fresh, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const [what, change] of elsewhere) {
    const wasKnown = async () => (await hears(aMessageIn(OWN))).outcome === 1
    // A row that stands in the way, or a first meeting, takes two.
    expect((await wasKnown()) || (await wasKnown()) || (await wasKnown()), what).toBe(true)
    await fresh.db.transaction().execute(async (trx) => await change(trx))
    expect((await hears(aMessageIn(OWN))).outcome, what).toBe("conflict")
    const expected = await foundAnew(fresh.db, aMessageIn(OWN))
    const again = await hears(aMessageIn(OWN))
    expect(again.outcome, what).not.toBe("conflict")
    expect(again.context, what).toEqual(expected)
  }
})

test("where another process handles messages of the same conversations, the store is asked for some minutes instead of refusing commits", async () => {
  const { fresh, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  vi.useFakeTimers({ toFake: ["performance"] })
  try {
    for (const _ of [1, 2]) await hears(aMessageIn(OWN))
    const answeredElsewhere = () => sql`update conversation set version = version + 1`.execute(fresh.db)
    await answeredElsewhere()
    expect((await hears(aMessageIn(OWN))).outcome).toBe("conflict")
    for (const _ of [1, 2, 3]) {
      await answeredElsewhere()
      expect((await hears(aMessageIn(OWN))).outcome).toBe(2)
    }
    vi.advanceTimersByTime(301_000)
    await hears(aMessageIn(OWN))
    expect((await hears(aMessageIn(OWN))).outcome).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})

test("a dialogue that was carried over to another chat is not remembered where it began", async () => {
  const { fresh, house, load, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) for (const chat of [OWN, GROUP]) await hears(aMessageIn(chat))
  await hears(aMessageIn(GROUP))
  const incoming = aMessageIn(OWN)
  const [there, found] = [await load(aMessageIn(GROUP)), await load(incoming)]
  expect(there.seen).toBeDefined()
  const { version } = found.context
  const change = {
    do: "leave_dialogue",
    chat: GROUP.id,
    account: found.context.account?.id ?? ("" as AccountId),
    version: there.context.version,
  } as const
  const decision = { changes: [change] }
  await house.commit([{ incoming, version: version + 1, dialogue: undefined, decision, found }], NOW)
  expect((await hears(aMessageIn(GROUP))).outcome).toBe(2)
})

test("of whom is to be forgotten the store is asked next", async () => {
  const { fresh, house, load, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) await hears(aMessageIn(OWN))
  expect((await load(aMessageIn(OWN))).seen).toBeDefined()
  house.forget([aMessageIn(OWN)])
  expect((await load(aMessageIn(OWN))).seen).toBeUndefined()
})

test("every column that loading reads is watched, and rows that come and go", async () => {
  await using fresh = await freshDatabase()
  const { db, asked } = listened(fresh)
  await conversations(db, { timeZone: ZONE, campaignFor: async () => undefined }).load([aMessage("")], NOW)
  const query = asked[0] as CompiledQuery
  const literal = (nth: string) => `'${String(query.parameters[Number(nth) - 1]).replaceAll("'", "''")}'`
  // Of a view PostgreSQL says which columns it needs.
  await fresh.pool.query(
    `create view loading as ${query.sql.replaceAll(/\$(\d+)/g, (_, nth: string) => literal(nth))}`,
  )
  const read = await fresh.pool.query<{ table: string; columns: string[] }>(
    `select table_name as table, array_agg(column_name::text order by column_name) as columns
     from information_schema.view_column_usage where view_name = 'loading' group by 1 order by 1`,
  )
  const triggers = await fresh.pool.query<{ table: string; event: string; definition: string }>(
    `select tgrelid::regclass::text as table, pg_get_triggerdef(oid) as definition,
       case when tgtype & 4 > 0 then 'insert' when tgtype & 8 > 0 then 'delete' else 'update' end as event
     from pg_trigger where tgfoid = 'tell_context_change'::regproc and tgenabled <> 'D'`,
  )
  const unwatched = read.rows.map(({ table, columns }) => {
    const own = triggers.rows.filter((trigger) => trigger.table === table)
    const update = own.find(({ event }) => event === "update")?.definition ?? ""
    const watched = Array.from(update.matchAll(/old\.(\w+)/g), ([, column]) => column)
    const events = ["insert", "update", "delete"].filter((each) => !own.some(({ event }) => event === each))
    return [
      table,
      ...events,
      ...columns.filter((column) => events.includes("update") || !watched.includes(column)),
    ]
  })
  expect(unwatched).toEqual([
    ["account"],
    // What is remembered has a chat.
    ["chat", "insert"],
    // Ids stay what they are.
    ["consent", "id"],
    // Its version is compared by every commit, the other two refuse the second of a kind.
    ["conversation", "insert", "update", "delete", "account_id", "chat_id", "dialogue", "version"],
    ["handled_update", "insert", "update", "delete", "update_key"],
    ["kept_update", "insert", "update", "delete", "update_key"],
    // Before anything refers to a new person or unit, nothing is known of them.
    ["person", "insert", "id"],
    ["role_grant"],
    ["unit", "insert", "id"],
  ])
})

test("what is about others does not disturb", async () => {
  const { fresh, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) await hears(aMessageIn(OWN))
  await sql`insert into person (id, name, created_at) values (gen_random_uuid(), 'Cúc', now())`.execute(
    fresh.db,
  )
  await sql`update unit set name = 'Z' where code = 'GD'`.execute(fresh.db)
  await sql`update person set former_names = '{Ấn}'`.execute(fresh.db)
  expect((await hears(aMessageIn(OWN))).outcome).toBe(1)
})

test("a change that was under way when the store was asked counts once it is committed", async () => {
  const { fresh, hears, load, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) await hears(aMessageIn(OWN))
  const committed = Promise.withResolvers<void>()
  const changing = Promise.withResolvers<void>()
  const change = fresh.db.transaction().execute(async (trx) => {
    await sql`update person set name = 'Bình An'`.execute(trx)
    changing.resolve()
    await committed.promise
  })
  await changing.promise
  // Half a minute later everything is asked for again, and the change is still not to be seen.
  expect((await load(aMessageIn(OWN), NOW + 31_000)).context.person?.name).toBe("An")
  expect((await hears(aMessageIn(OWN), NOW + 31_000)).outcome).toBe(1)
  committed.resolve()
  await change
  expect((await hears(aMessageIn(OWN), NOW + 31_000)).outcome).toBe("conflict")
  expect((await hears(aMessageIn(OWN), NOW + 31_000)).context.person?.name).toBe("Bình An")
})

test("of several who ask before anything is known only the first to be answered is remembered", () => {
  const memory = contextMemory()
  const incoming = aMessage("", { from: FROM })
  const loaded = [{ context: aContext(), handled: false, kept: false, met: true }]
  const [early, late] = [memory.begin(NOW), memory.begin(NOW)]
  const isKnown = () => memory.recall([incoming], NOW)[0] !== undefined
  late.found([], [], { snapshot: "20:20:", changed: false })
  early.found([incoming], loaded, { snapshot: "10:10:", changed: false })
  expect(isKnown()).toBe(false)
  memory.begin(NOW).found([incoming], loaded, { snapshot: "20:20:", changed: false })
  expect(isKnown()).toBe(true)
})

test("a machine that slept longer than changes are kept relies on nothing that it knew", async () => {
  const { fresh, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) await hears(aMessageIn(OWN))
  await sql`update person set name = 'Bình An'`.execute(fresh.db)
  await sql`delete from context_change`.execute(fresh.db)
  const awake = NOW + 25 * 3_600_000
  // Whoever writes first has the store asked.
  await hears(aMessageIn(GROUP), awake)
  expect((await hears(aMessageIn(OWN), awake)).context.person?.name).toBe("Bình An")
})

test("a change between deciding and storing is noticed, also by whoever heard of it meanwhile", async () => {
  const { fresh, hears, load, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) await hears(aMessageIn(OWN))
  const late = await hears(aMessageIn(OWN), NOW, async () => {
    await sql`update person set name = 'Bình An'`.execute(fresh.db)
    // A stranger's message has the store asked, which tells of the change.
    await load(aMessage("", { updateKey: "x", from: { account: "telegram:9" as AccountId, name: "" } }))
  })
  expect(late.outcome).toBe("conflict")
})

test("a message that was kept raw is forgotten when it is handled, though the store is not asked about it", async () => {
  const { fresh, house, hears, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) await hears(aMessageIn(OWN))
  const kept = aMessageIn(OWN)
  await house.keep(kept.bot, kept.updateKey, {}, NOW)
  expect((await hears(kept)).outcome).toBe(1)
  expect(await house.unfinished(kept.bot)).toEqual([])
})

test("what comes a second time is not handled twice, by whichever process", async () => {
  const { fresh, hears, load, aMessageIn } = await aHouse()
  await using _ = fresh
  for (const _ of [1, 2]) await hears(aMessageIn(OWN))
  const twice = aMessageIn(OWN)
  expect((await hears(twice)).outcome).toBe(1)
  expect((await load(twice)).handled).toBe(true)
  const elsewhere = aMessageIn(OWN)
  await sql`insert into handled_update (update_key, at) values (${elsewhere.updateKey}, now())`.execute(
    fresh.db,
  )
  expect((await hears(elsewhere)).outcome).toBe("conflict")
  expect((await load(elsewhere)).handled).toBe(true)
})
