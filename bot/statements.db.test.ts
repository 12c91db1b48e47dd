import pg from "pg"
import { expect, test } from "vitest"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import type { AccountId, BotId, ChatId, Incoming } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import { createIntake } from "../core/handle.ts"
import type { OutboxRow } from "../core/outbox.ts"
import { CONSENT_VERSION } from "../core/people/consent.ts"
import { applyCampaign } from "../db/campaign/campaign.ts"
import { importUnits } from "../db/campaign/unit.ts"
import { conversations } from "../db/conversation/conversation.ts"
import { conversationReads } from "../db/conversation/reads.ts"
import { newId } from "../db/id.ts"
import { titleStocks } from "../db/ideas/title-stock.ts"
import { outbox } from "../db/outbox/outbox.ts"
import { settlementDesk } from "../db/outbox/settling.ts"
import { filledDatabase } from "../db/testing.ts"

// What an update costs at the database, whatever the machine. Times are the business of `npm run bench`.

const ZONE = "Asia/Ho_Chi_Minh"
const NOW = Date.parse("2026-03-10T09:00:00+07:00")
const PEOPLE = 20
/** A registration in six messages. */
const LINES = ["đăng ký", "Giá đỡ phễu phụ gia dây chuyền keo dựng", "bỏ qua", "3.843 tỷ", "1", "1"]

/** A house whose people agreed to the notice and have a unit; it counts what it asks of the database. */
async function aHouse() {
  const fresh = await filledDatabase("crowd", async ({ db, pool }) => {
    const today = localDate(NOW, ZONE)
    await importUnits(db, demoUnits(today), { dryRun: false, now: NOW, zone: ZONE })
    await applyCampaign(db, checkCampaign(demoCampaign(today)), NOW)
    for (let n = 0; n < PEOPLE; n++) {
      const id = newId()
      await pool.query(
        `insert into person (id, name, unit_id, created_at)
         values ($1, $2, (select id from unit where code = 'KCN-01'), now())`,
        [id, `Người ${n}`],
      )
      await pool.query(
        `insert into account (id, person_id, name, created_at) values ($1, $2, 'Người', now())`,
        [`telegram:${n}`, id],
      )
      await pool.query(
        `insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
         values ($1, 'records', $2, true, now(), $3, $3)`,
        [id, CONSENT_VERSION, `telegram:${n}`],
      )
    }
  })
  const desk = settlementDesk(fresh.db, 3_600_000)
  let clock = 0
  const titles = titleStocks(fresh.db, () => clock)
  const reads = conversationReads(fresh.db, {
    timeZone: ZONE,
    now: () => NOW,
    hashCode: (code) => code,
    entrance: () => undefined,
    newCode: () => "",
    titles,
  })
  const leaving: OutboxRow[] = []
  const intake = createIntake({
    conversations: conversations(fresh.db, { timeZone: ZONE, campaignFor: reads.campaignFor, desk, titles }),
    reads,
    now: () => NOW,
    newId,
    sender: {
      take: ({ handedOver }) => void leaving.push(...[...handedOver.values()].flatMap(({ rows }) => rows)),
      handOver: () => ({ leaseMs: 45_000, needsPlace: false }),
    },
    word: () => "",
    log: { error: () => {}, warn: () => {} },
    timeZone: ZONE,
  })
  const box = outbox(fresh.db, desk)
  const settleAll = () => {
    for (const { id } of leaving.splice(0)) {
      void box.settle([{ id, result: "sent", message: "1" as never }], NOW)
    }
  }
  let updates = 0
  const says = (person: number, text: string): Incoming => {
    updates += 1
    return {
      updateKey: `telegram:4242:${updates}`,
      bot: "telegram:4242" as BotId,
      chat: { id: `telegram:${person}` as ChatId, kind: "private" },
      from: { account: `telegram:${person}` as AccountId, name: `Người ${person}` },
      content: { kind: "text", text, addressed: true },
    }
  }
  return {
    fresh,
    says,
    /** Somebody thinks and types. */
    passes: (ms: number) => {
      clock += ms
    },
    /** As a webhook brings it: by itself, whatever else is on its way. */
    receives: async (message: Incoming): Promise<void> => {
      await intake.receive([message])
      settleAll()
    },
    /** Statements that hearing these messages takes; afterwards everything they called forth has been sent. */
    hears: async (...batch: readonly Incoming[]): Promise<number> => {
      const before = statements
      await intake.receive(batch)
      settleAll()
      return statements - before
    },
  }
}

let statements = 0
/** Those of them that write; outside a transaction, as here, each is a commit. */
let writes = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function counted(this: pg.Client, ...words: unknown[]) {
  statements += 1
  const text = typeof words[0] === "string" ? words[0] : (words[0] as { text?: string } | undefined)?.text
  if (/\b(insert into|update|delete from)\b/.test(text ?? "")) writes += 1
  return Reflect.apply(query, this, words)
} as typeof query

test("a lone person costs one statement an update, sending included, and one more until the person is known and for the like of a title, the first time three", async () => {
  const { fresh, says, hears, passes } = await aHouse()
  await using _ = fresh
  await hears(says(0, "tiến độ"))
  const registering = async (person: number, lines: readonly string[]) => {
    const costs: number[] = []
    for (const text of lines) {
      passes(1_000)
      costs.push(await hears(says(person, text)))
    }
    return costs
  }
  expect(await registering(0, LINES)).toEqual([2, 1, 1, 1, 1, 4])
  expect(await registering(1, LINES.with(1, "Xe đẩy ba tầng cho kho thành phẩm"))).toEqual([2, 2, 1, 1, 1, 2])
  expect(await states(fresh.pool)).toEqual(["sending", ...Array(12).fill("sent")])
})

test("a polled batch costs one statement, however many people wrote, and one more where any of them is not known yet; looking for the like of their titles three more", async () => {
  const { fresh, says, hears } = await aHouse()
  await using _ = fresh
  await hears(says(0, "tiến độ"))
  const costs: number[] = []
  for (const text of LINES) {
    costs.push(await hears(...Array.from({ length: PEOPLE - 1 }, (_, n) => says(n + 1, text))))
  }
  expect(costs).toEqual([2, 2, 1, 1, 1, 4])
})

test("in a crowd a commit of a moment ago tells which titles are new: no look-up of one asks", async () => {
  const { fresh, says, hears } = await aHouse()
  await using _ = fresh
  const everybody = Array.from({ length: PEOPLE }, (_, person) => person)
  const registering = async (title: string) => {
    const costs: number[] = []
    for (const text of LINES.with(1, title))
      costs.push(await hears(...everybody.map((person) => says(person, text))))
    return costs
  }
  await registering("Giá đỡ phễu phụ gia dây chuyền keo dựng")
  expect(await registering("Xe đẩy ba tầng cho kho thành phẩm")).toEqual([1, 1, 1, 1, 1, 1])
})

test("a crowd whose updates come by webhook, each in a request of its own, shares its commits", async () => {
  const { fresh, says, receives } = await aHouse()
  await using _ = fresh
  await receives(says(0, "tiến độ"))
  const before = { statements, writes }
  const registers = async (person: number) => {
    for (const text of LINES) await receives(says(person, text))
  }
  await Promise.all(Array.from({ length: PEOPLE }, (_, person) => registers(person)))
  const updates = PEOPLE * LINES.length
  expect(writes - before.writes).toBeLessThanOrEqual(0.2 * updates)
  expect(statements - before.statements).toBeLessThanOrEqual(0.4 * updates)
})

async function states(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ state: string }>("select state from outbox order by state")
  return rows.map(({ state }) => state)
}
