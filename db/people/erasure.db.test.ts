import { type Kysely, sql } from "kysely"
import { expect, test } from "vitest"
import type { AccountId, ChatId } from "../../core/channel.ts"
import type { Database } from "../schema.ts"
import { addPerson, addUnit, freshDatabase } from "../testing.ts"
import { joinAccount } from "./account.ts"
import { erase } from "./erasure.ts"

const NOW = new Date("2026-11-22T10:00:00+07:00")
const CAUSE = { at: NOW, chat: "zalo:an" as ChatId }
const id = (nth: number) => `00000000-0000-7000-8000-${String(nth).padStart(12, "0")}`
const [UNIT, CAMPAIGN, AN, BINH, ZALO_AN] = [id(1), id(2), id(3), id(4), id(5)]

test("a name is found under every form it had and wherever the person had a part, and nowhere else", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  await prepare(db)
  await sql`update person set name = 'Nguyễn Văn Ân', former_names = '{Đỗ Văn An}' where id = ${AN}`.execute(
    db,
  )
  const words = "Cữ gá của Đỗ Văn An"
  await addInitiative(db, { number: 1, author: AN, words })
  await addInitiative(db, { number: 2, author: BINH, words })
  await sql`insert into co_author select ${id(9)}, id, ${AN}, 'Đỗ Văn An', 30, 'accepted', ${BINH}, 'zalo:x', 'zalo:1', now(), now()
    from initiative where number = 2`.execute(db)
  // A record of others may speak of another man of that name.
  await addInitiative(db, { number: 3, author: BINH, words })
  await sql`insert into outbox (chat_id, bot_id, kind, content, due_at, created_at)
    values ('zalo:binh', 'zalo:1', 'answer', '{"phrases": [{"text": "SK-000001 cua do van  AN"}]}', now(), now())`.execute(
    db,
  )

  await db.transaction().execute(async (trx) => await erase(trx, { personId: AN }, CAUSE))
  const { rows } = await sql`
    select number::integer, title, description, original_text, author_name from initiative order by number`.execute(
    db,
  )
  const clean = "Cữ gá của (ẩn danh)"
  expect(rows).toEqual([
    { number: 1, title: clean, description: clean, original_text: null, author_name: "(ẩn danh)" },
    { number: 2, title: clean, description: clean, original_text: clean, author_name: "Bình" },
    { number: 3, title: words, description: words, original_text: words, author_name: "Bình" },
  ])
  expect(await db.selectFrom("outbox").select("content").execute()).toEqual([
    { content: { phrases: [{ text: "SK-000001 cua (ẩn danh)" }] } },
  ])
  expect(await db.selectFrom("co_author").select(["name", "person_id"]).execute()).toEqual([
    { name: "(ẩn danh)", person_id: null },
  ])
  expect(await db.selectFrom("person").select("former_names").where("id", "=", AN).execute()).toEqual([
    { former_names: [] },
  ])
})

test("who was two people before they were joined is forgotten as both, also where they still are two", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  await prepare(db)
  await sql`insert into account_code values ('#', ${AN}, now(), now())`.execute(db)
  await db.transaction().execute(async (trx) => {
    const change = {
      codeHash: "#",
      account: "zalo:an" as AccountId,
      name: "Tí Nguyễn",
      personId: AN,
      former: ZALO_AN,
    }
    await joinAccount(trx, { do: "join", ...change }, CAUSE)
    await erase(trx, { personId: AN }, CAUSE)
  })
  const ledger = await db.selectFrom("erasure").select("person_id").orderBy("person_id").execute()
  expect(ledger).toEqual([{ person_id: AN }, { person_id: ZALO_AN }])
})

async function prepare(db: Kysely<Database>): Promise<void> {
  await addUnit(db, { id: UNIT, code: "TINH" })
  await sql`insert into campaign values (${CAMPAIGN}, ${UNIT}, ${UNIT}, 'C', '{}', now(), now())`.execute(db)
  for (const [person, name] of [
    [AN, "Nguyễn Văn An"],
    [BINH, "Bình"],
    [ZALO_AN, "Tí Nguyễn"],
  ] as const) {
    await addPerson(db, { id: person, name })
  }
  await sql`insert into account values ('zalo:an', ${ZALO_AN}, 'Tí Nguyễn', null, null, now())`.execute(db)
}

async function addInitiative(
  db: Kysely<Database>,
  { number, author, words }: { readonly number: number; readonly author: string; readonly words: string },
): Promise<void> {
  await sql`insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, original_text,
      description, author_id, author_name, submitter_id, registered_at, created_at)
    values (${id(10 + number)}, ${number}, ${UNIT}, ${CAMPAIGN}, ${UNIT}, 'registered', ${words}, '', ${words}, ${words},
      ${author}, ${author === AN ? "Nguyễn Văn Ân" : "Bình"}, ${author}, now(), now())`.execute(db)
}
