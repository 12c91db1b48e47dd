import { sql } from "kysely"
import { expect, test } from "vitest"
import { freshDatabase } from "../testing.ts"
import { audit, logAction } from "./audit.ts"

test("the log only grows, and whoever alters it past the database's guard is found", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const log = audit(db)
  expect(await log.check()).toEqual({ entries: 0, head: "" })
  const note = async (action: string) => await log.note(action, "root", Date.parse("2026-11-22T10:00:00Z"))
  await note("units import")
  // Many at once, each in a transaction of its own: still one line after the other.
  await Promise.all(Array.from({ length: 12 }, (_, nth) => note(`initiatives export ${nth}`)))
  await sql`
    insert into officer_action (at, action, subject) select now(), 'x' || n, '{"n": 1.50}' from generate_series(1, 3) n`.execute(
    db,
  )
  const sound = await log.check()
  expect(sound).toEqual({ entries: 16, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const entries = await log.read(0, 100)
  expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, nth) => nth + 1))
  expect(entries[0]).toMatchObject({
    action: "units import",
    channel: "cli",
    subject: '{"operator": "root"}',
  })
  expect((await log.read(15, 100)).map(({ action }) => action)).toEqual(["x3"])

  for (const statement of [
    "update officer_action set action = 'nothing'",
    "delete from officer_action where id = 2",
    "delete from officer_action where false",
    "truncate officer_action",
  ]) {
    await expect(sql.raw(statement).execute(db), statement).rejects.toThrow("only grows")
  }
  expect(await log.check()).toEqual(sound)

  const past = async (statement: string) => {
    await sql`alter table officer_action disable trigger user`.execute(db)
    await sql.raw(statement).execute(db)
    await sql`alter table officer_action enable trigger user`.execute(db)
  }
  await past("update officer_action set subject = '{}' where id = 5")
  expect(await log.check()).toMatchObject({ broken: 5 })
  await past(`update officer_action set subject = '{"operator": "root"}' where id = 5`)
  expect(await log.check()).toEqual(sound)
  await past("delete from officer_action where id = 9")
  expect(await log.check()).toMatchObject({ broken: 10 })
})

test("what is logged from a chat tells the platform and not the chat", async () => {
  await using fresh = await freshDatabase()
  await logAction(fresh.db, {
    personId: null,
    unitId: null,
    action: "erase",
    subject: {},
    from: "telegram:424242",
    at: new Date(0),
  })
  const [entry] = await audit(fresh.db).read(0, 1)
  expect(JSON.stringify(entry)).not.toContain("424242")
  expect(entry).toMatchObject({ channel: "telegram" })
})
