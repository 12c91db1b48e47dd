import { readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Kysely, sql } from "kysely"
import { expect, onTestFinished, test } from "vitest"
import { webhookSecret } from "../first-start.ts"
import type { Database } from "../schema.ts"
import { testFolder } from "../test-folder.ts"
import { addPerson, addUnit, freshDatabase } from "../testing.ts"
import { encryptionCheck, openSeal, rotateKey } from "./encryption.ts"
import { newKey } from "./keys.ts"
import { encryptionState } from "./resealing.ts"
import { sealOf } from "./seal.ts"

const AN = "00000000-0000-7000-8000-000000000001"
const PLAIN = ["telegram:7770001", "zalo:ab12cd34ef"]

test("what lay open is sealed at the first start with a key, and sealed anew when the key is changed, also cut off in between", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  await fill(db)
  const secret = await webhookSecret(db, sealOf(new Uint8Array(32)))
  await sql`update setting set value = ${secret} where key = 'webhook_secret'`.execute(db)
  const [first, second, third] = [newKey(), newKey(), newKey()]
  const places = (...encryptionKeys: string[]) => ({
    databaseUrl: fresh.url,
    dataDir: "/nowhere",
    encryptionKeys,
  })
  const nameOf = (key: string) => sealOf(Buffer.from(key, "base64url")).name

  const before = await everything(db)
  expect(PLAIN.filter((id) => before.includes(id))).toEqual(PLAIN)
  const seal = await openSeal(places(first), fresh)
  const sealed = await everything(db)
  // A message's number may look like an account's.
  const replyTo = '"replyTo": "telegram:7770001"'
  expect(sealed).toContain(replyTo)
  const others = sealed.replaceAll(replyTo, "")
  expect([...PLAIN, secret].filter((id) => others.includes(id))).toEqual([])
  expect(sealed).toContain("telegram:-100200")
  expect(await webhookSecret(db, seal)).toBe(secret)
  expect(opened(sealed, first)).toBe(before)
  const texts = await sql<{ raw: { sealed: string } }>`select raw from kept_update`.execute(db)
  expect(texts.rows.map(({ raw }) => seal.openedText(raw.sealed))).toEqual(['{"from":{"id":"7770001"}}'])

  // A newer key waits for the operator; a wrong one is told, and nothing starts with it.
  expect(await openSeal(places(second, first), fresh)).toMatchObject({ name: nameOf(first) })
  expect((await encryptionCheck(places(second, first), fresh)).text).toMatch(/newer one.*key rotate/)
  for (const [key, words] of [
    [[second], `with the key ${nameOf(first)}, and ENCRYPTION_KEY has ${nameOf(second)}`],
    [[], "there is none here"],
  ] as const) {
    await expect(openSeal(places(...key), fresh)).rejects.toThrow(words)
  }

  // The process dies at the last table but one.
  await sql`create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`.execute(
    db,
  )
  await sql`create trigger die before update on reminder for each row execute function die()`.execute(db)
  await expect(rotateKey(places(second, first), fresh)).rejects.toThrow("killed")
  expect(await encryptionCheck(places(second, first), fresh)).toMatchObject({ ok: false })
  await sql`drop trigger die on reminder`.execute(db)
  // Started in between it would look for people under two names; so it finishes first.
  await expect(openSeal(places(second), fresh)).rejects.toThrow(`with the key ${nameOf(first)}`)
  expect(await openSeal(places(second, first), fresh)).toMatchObject({ name: nameOf(second) })
  expect(await encryptionState(db)).toEqual({ key: nameOf(second), changing: false })
  const rotated = await everything(db)
  expect(rotated).not.toContain(`~${nameOf(first)}`)
  expect(opened(rotated, second)).toBe(before)
  expect(await webhookSecret(db, await openSeal(places(second), fresh))).toBe(secret)
  expect(await rotateKey(places(second), fresh)).toEqual({ did: "nothing", key: nameOf(second) })

  // Lost for good: nobody is reached any more, and everything else is there.
  await expect(rotateKey(places(third), fresh)).rejects.toThrow("--lost")
  expect(await rotateKey(places(third), fresh, { lose: true })).toMatchObject({ to: nameOf(third), lost: 2 })
  expect(await everything(db)).not.toContain(`~${nameOf(second)}`)
  expect(await db.selectFrom("person").select("name").execute()).toEqual([{ name: "An" }])
  expect(await webhookSecret(db, await openSeal(places(third), fresh))).not.toBe(secret)
})

test("beside an embedded database the key is a file of ours, which a rotation puts a fresh one into", async () => {
  await using fresh = await freshDatabase()
  const dataDir = await testFolder("keys")
  onTestFinished(async () => await rm(dataDir, { recursive: true, force: true }))
  const places = { databaseUrl: undefined, dataDir, encryptionKeys: [] }
  await fill(fresh.db)
  const both = await Promise.all([openSeal(places, fresh), openSeal(places, fresh)])
  expect(both[0]).toMatchObject({ name: (both[1] as unknown as { name: string }).name })
  const file = join(dataDir, "encryption-key")
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const [old] = (await readFile(file, "utf8")).trim().split("\n")
  expect(await rotateKey(places, fresh)).toMatchObject({
    did: "rotated",
    from: (both[0] as { name?: string }).name,
  })
  const [fresher, older] = (await readFile(file, "utf8")).trim().split("\n")
  expect([older, fresher === old]).toEqual([old, false])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await encryptionState(fresh.db)).toMatchObject({ changing: false })
  await writeFile(file, "nonsense\n")
  await expect(openSeal(places, fresh)).rejects.toThrow("is no key")
})

/** People at two platforms, in every column that holds an id of theirs. */
async function fill(db: Kysely<Database>): Promise<void> {
  const unit = "00000000-0000-7000-8000-0000000000aa"
  await addUnit(db, { id: unit, code: "TINH" })
  await sql`insert into campaign values (${unit}, ${unit}, ${unit}, 'C', '{}', now(), now())`.execute(db)
  await addPerson(db, { id: AN, name: "An" })
  await sql`insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name,
      registered_at, created_at)
    values (${unit}, 1, ${unit}, ${unit}, ${unit}, 'registered', 'Cữ gá', 'cu ga', 'An', now(), now())`.execute(
    db,
  )
  await sql`insert into chat (id, bot_id, kind, created_at) values ('telegram:-100200', 'telegram:1', 'group', now())`.execute(
    db,
  )
  for (const [nth, id] of PLAIN.entries()) {
    await sql`insert into account values (${id}, ${AN}, 'An', ${id}, 'telegram:1', now())`.execute(db)
    await sql`insert into chat (id, bot_id, kind, created_at) values (${id}, 'telegram:1', 'private', now())`.execute(
      db,
    )
    await sql`insert into chat_budget values (${id}, now(), '{}')`.execute(db)
    for (const chat of [id, "telegram:-100200"]) {
      await sql`insert into conversation values (${chat}, ${id}, 1, ${JSON.stringify({ step: "group", chat: id })}, now())`.execute(
        db,
      )
      await sql`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
        values (${AN}, 'records', '1', true, now(), ${chat}, ${id})`.execute(db)
    }
    await sql`insert into wrong_code (account_id, at) values (${id}, now())`.execute(db)
    await sql`insert into waiting_file values (gen_random_uuid(), 'telegram:1', ${id}, ${id},
      ${JSON.stringify({ from: { chat: { id }, from: { account: id } } })}, null, 0, now(), now())`.execute(
      db,
    )
    await sql`insert into co_author values (gen_random_uuid(), ${unit}, null, ${`B${nth}`}, null, 'accepted', ${AN}, ${id}, 'telegram:1', now(), now())`.execute(
      db,
    )
    await sql`insert into data_request (id, number, name, kind, words, chat_id, bot_id, received_at, due_on, state)
      values (gen_random_uuid(), ${nth + 1}, 'An', 'other', 'x', ${id}, 'telegram:1', now(), '2026-12-01', 'open')`.execute(
      db,
    )
    await sql`insert into scheduled_post values (${id}, '2026-01-01')`.execute(db)
    await sql`insert into reminder values (gen_random_uuid(), ${nth + 1}, ${unit}, ${unit}, ${unit}, 'all', '{}', null, 'done', null,
      ${id}, 'telegram:1', ${AN}, now(), now())`.execute(db)
    await sql`insert into outbox (chat_id, bot_id, kind, content, dedupe_key, supersede_key, due_at, created_at)
      values (${id}, 'telegram:1', 'answer', ${JSON.stringify({ onlyFor: id, replyTo: "telegram:7770001" })},
        ${`notice:x:1:${id}`}, ${`question:${id}`}, now(), now())`.execute(db)
  }
  await sql`insert into kept_update values ('k', 'telegram:1', '{"from":{"id":"7770001"}}', now())`.execute(
    db,
  )
}

/** Every row of every table but what is sealed each time anew, as text in an order of its own. */
async function everything(db: Kysely<Database>): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('kept_update', 'setting', 'context_change') order by 1`.execute(
    db,
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      line: string
    }>`select each::text as line from ${sql.table(name)} as each`.execute(db)
    lines.push(...rows.map(({ line }) => `${name} ${line}`.replaceAll('""', '"')))
  }
  return lines.sort().join("\n")
}

/** The same with every sealed id opened, in the order of before. */
function opened(text: string, key: string): string {
  const seal = sealOf(Buffer.from(key, "base64url"))
  return text
    .replace(/[a-z]+:~[\w-]+/g, (id) => seal.openedId(id))
    .split("\n")
    .sort()
    .join("\n")
}
