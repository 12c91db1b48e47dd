import { type Kysely, sql } from "kysely"
import { expect, test } from "vitest"
import { cliOn } from "../../bot/cli/testing.ts"
import { operatorStore } from "../operator-store.ts"
import { notices } from "../outbox/notice.ts"
import type { Database } from "../schema.ts"
import { addPerson, addRole, addUnit, freshDatabase } from "../testing.ts"
import { openRequests } from "./data-request.ts"
import { erase } from "./erasure.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const at = (iso: string) => Date.parse(`${iso}:00+07:00`)
const id = (nth: number) => `00000000-0000-7000-8000-${String(nth).padStart(12, "0")}`
const [TINH, TNG, CHI, AN] = [id(1), id(2), id(3), id(4)]

test("officers hear of a request once, again before its last day, and every morning that it is late; so do doctor and the list", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  await fill(db)
  const { lookAfter } = notices(db, { timeZone: ZONE, say: () => "", quotas: [] })
  const told = async (iso: string) => {
    await lookAfter(at(iso))
    const { rows } = await sql<{ chat: string; args: object }>`
      update outbox set state = 'sent' where state = 'waiting'
      returning chat_id as chat, content #> '{phrases,0,args}' as args`.execute(db)
    return rows.map(
      ({ chat, args }) => `${chat} ${(args as { when: string }).when} ${(args as { days: number }).days}`,
    )
  }
  const doctor = async (iso: string) => {
    const cli = cliOn(operatorStore(db, ZONE), {
      now: () => at(iso),
      dataRequests: async () => await openRequests(db),
    })
    const { out } = await cli("doctor")
    return {
      list: (await cli("requests", "list")).out,
      line: out.find((each) => each.includes("personal data")),
    }
  }
  // Received on the 10th; 10 days: the 20th is in time.
  expect(await told("2026-03-10T21:00")).toEqual(["web:chi open 10"])
  expect(await told("2026-03-16T09:00")).toEqual([])
  expect(await told("2026-03-17T07:59")).toEqual([])
  expect(await told("2026-03-17T08:00")).toEqual(["web:chi soon 3"])
  expect(await told("2026-03-20T23:59")).toEqual([])
  expect(await doctor("2026-03-20T23:59")).toEqual({
    list: ["YC-1\tcorrect\tTNG\tdue 2026-03-20\t0 days left"],
    line: "ok    requests about personal data: 1 open, the first is due 2026-03-20",
  })
  expect(await told("2026-03-21T08:00")).toEqual(["web:chi late 1"])
  expect(await told("2026-03-21T18:00")).toEqual([])
  expect(await told("2026-03-22T08:00")).toEqual(["web:chi late 2"])
  expect(await doctor("2026-03-22T08:00")).toMatchObject({
    list: [expect.stringContaining("2 days late")],
    line: expect.stringMatching(/^WRONG.*1 of 1 are late/),
  })

  await db
    .transaction()
    .execute(
      async (trx) =>
        await erase(trx, { personId: AN }, { at: new Date(at("2026-03-23T08:00")), chat: "web:an" }),
    )
  expect(await told("2026-03-23T09:00")).toEqual([])
  const left = await db.selectFrom("data_request").select(["state", "name", "words", "chat_id"]).execute()
  expect(left).toEqual([{ state: "withdrawn", name: "(ẩn danh)", words: null, chat_id: "" }])
})

async function fill(db: Kysely<Database>): Promise<void> {
  await addUnit(db, { id: TINH, code: "TINH" })
  await addUnit(db, { id: TNG, code: "TNG", above: [TINH] })
  await addPerson(db, { id: CHI, name: "chi", writes: { as: "web:chi", to: "web:local" } })
  await addPerson(db, { id: AN, name: "an", writes: { as: "web:an", to: "web:local" } })
  await addRole(db, { of: CHI, in: TINH, role: "officer" })
  await sql`insert into data_request (id, number, person_id, name, unit_id, kind, words, chat_id, bot_id, received_at, due_on, state)
    values (${id(9)}, 1, ${AN}, 'an', ${TNG}, 'correct', 'Bỏ tên em', 'web:an', 'web:local', ${new Date(at("2026-03-10T20:59"))},
      '2026-03-20', 'open')`.execute(db)
}
