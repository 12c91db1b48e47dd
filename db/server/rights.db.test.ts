import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import type pg from "pg"
import { expect, test } from "vitest"
import { audit } from "../people/audit.ts"
import { type FreshDatabase, freshDatabase } from "../testing.ts"
import { openDatabase, openPool } from "./connection.ts"
import { openStore } from "./open.ts"
import { giveUpRights, prepareAsOwner, rightsCheck } from "./rights.ts"

test("the application's role does its work, and changes neither the log of actions, nor the ledger of erasures, nor a table", async () => {
  await using fresh = await freshDatabase()
  const { url, role } = await aRole(fresh)
  await prepareAsOwner(fresh.url, url)
  await prepareAsOwner(fresh.url, url)
  const pool = openPool(url)
  const db = openDatabase(pool)
  try {
    await audit(db).note("units import", "root", 0)
    await sql`insert into setting values ('a', '1')`.execute(db)
    await sql`update setting set value = '2'`.execute(db)
    await sql`delete from setting`.execute(db)
    await sql`select nextval('initiative_number')`.execute(db)
    for (const [statement, words] of [
      ["update officer_action set action = 'nothing'", "permission denied"],
      ["delete from officer_action", "permission denied"],
      ["truncate officer_action", "permission denied"],
      ["alter table officer_action disable trigger user", "must be owner"],
      ["drop trigger officer_action_stays on officer_action", "must be owner"],
      ["delete from erasure", "permission denied"],
      ["update kysely_migration set name = 'x'", "permission denied"],
      [
        "create or replace function officer_action_append() returns trigger language sql as ''",
        "permission denied|must be owner|syntax",
      ],
      ["drop table person", "must be owner"],
      ["set role sangkien", "permission denied"],
      [`alter role ${role} superuser`, "permission denied"],
      ["copy setting to program 'id'", "permission denied"],
    ]) {
      await expect(sql.raw(statement as string).execute(db), statement).rejects.toThrow(
        new RegExp(words as string),
      )
    }
    // A command that is refused after its first look leaves no connection behind, or its process would not end.
    const store = await openStore({ databaseUrl: url, databaseOwnerUrl: fresh.url, dataDir: "" })
    await store.pool.query("select 1")
    await store.close()
    expect(store.pool.ended).toBe(true)
    // Without the right nobody can give it; PostgreSQL only warns.
    await sql.raw(`grant update on officer_action to ${role}`).execute(db)
    await expect(sql`update officer_action set action = 'nothing'`.execute(db)).rejects.toThrow(
      "permission denied",
    )
    expect(await audit(db).check()).toMatchObject({ entries: 1 })
    expect(await rightsCheck(db)).toEqual({
      ok: true,
      text: expect.stringContaining(`${role} adds to the log`),
    })
  } finally {
    await db.destroy()
  }
  // A table that a later migration makes is found missing, and given as well.
  await sql`create table later (id integer)`.execute(fresh.db)
  await prepareAsOwner(fresh.url, url)
  expect(
    (await fresh.pool.query(`select has_table_privilege('${role}', 'later', 'insert') as may`)).rows,
  ).toEqual([{ may: true }])
})

test("one role that owns all takes the right to change the log from itself, and doctor tells what that is worth", async () => {
  await using fresh = await freshDatabase()
  const { url, role } = await aRole(fresh)
  expect(await rightsCheck(fresh.db)).toMatchObject({ text: expect.stringContaining("superuser") })
  for (const table of ["officer_action", "erasure"])
    await fresh.pool.query(`alter table ${table} owner to ${role}`)
  const pool: pg.Pool = openPool(url)
  const db = openDatabase(pool)
  try {
    expect(await rightsCheck(db)).toMatchObject({ ok: false })
    await giveUpRights(db)
    await giveUpRights(db)
    await expect(sql`update officer_action set action = 'x'`.execute(db)).rejects.toThrow("permission denied")
    await expect(sql`delete from erasure`.execute(db)).rejects.toThrow("permission denied")
    expect(await rightsCheck(db)).toEqual({
      ok: true,
      text: expect.stringContaining("could give it to itself"),
    })
  } finally {
    await db.destroy()
  }
})

/** A role with a log-in and no rights. */
async function aRole(fresh: FreshDatabase): Promise<{ readonly url: string; readonly role: string }> {
  const role = `role_${randomUUID().replaceAll("-", "")}`
  await fresh.pool.query(`create role ${role} login password 'x'`)
  const address = new URL(fresh.url)
  address.username = role
  address.password = "x"
  return { url: address.href, role }
}
