import { readFileSync } from "node:fs"
import { sql } from "kysely"
import { expect, test } from "vitest"
import type { AccountId, ChatId } from "../../core/channel.ts"
import { Conflict } from "../../core/conversations.ts"
import { addAdminCode } from "../first-start.ts"
import { addPerson, addRole, addUnit, freshDatabase } from "../testing.ts"
import { accountCode, joinAccount, wrongCodes } from "./account.ts"
import { invitation } from "./invitation.ts"

const NOW = Date.parse("2026-11-22T10:00:00+07:00")
const [AN, OTHER] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"]
const UNIT = "00000000-0000-7000-8000-0000000000aa"
const cause = { at: new Date(NOW), chat: "zalo:ab" as ChatId }

test("the first administrator's code is known before there is any unit", async () => {
  await using fresh = await freshDatabase()
  await addAdminCode(fresh.db, "#first", NOW)
  expect(await invitation(fresh.db, "#first", async () => undefined)).toMatchObject({
    role: "admin",
    unit: undefined,
    used: false,
  })
})

test("a code joins two accounts of one person once, with what the other one had, and not after its time", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  await addUnit(db, { id: UNIT, code: "TINH" })
  for (const [id, name] of [
    [AN, "Nguyễn Văn An"],
    [OTHER, "An"],
  ] as const) {
    await addPerson(db, { id, name })
    await addRole(db, { of: id, in: UNIT, role: "support" })
  }
  await addRole(db, { of: OTHER, in: UNIT, role: "officer" })
  await sql`insert into account values ('zalo:ab', ${OTHER}, 'An', null, null, now())`.execute(db)
  await sql`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
    values (${OTHER}, 'naming', '1', true, now(), 'zalo:ab', 'zalo:ab')`.execute(db)
  await sql`insert into account_code values ('#1', ${AN}, now(), ${new Date(NOW + 1)})`.execute(db)
  await sql`insert into wrong_code (account_id, at) values ('zalo:ab', ${new Date(NOW)})`.execute(db)

  expect(await accountCode(db, "#1", NOW)).toEqual({ personId: AN })
  expect(await accountCode(db, "#1", NOW + 1)).toBeUndefined()
  expect([await wrongCodes(db, "zalo:ab", NOW - 1), await wrongCodes(db, "zalo:ab", NOW)]).toEqual([1, 0])
  const change = {
    do: "join",
    codeHash: "#1",
    account: "zalo:ab" as AccountId,
    name: "An",
    personId: AN,
    former: OTHER,
  } as const
  await db.transaction().execute(async (trx) => await joinAccount(trx, change, cause))
  const { rows } = await sql<{ what: string }>`
    select 'account ' || id as what from account where person_id = ${AN}
    union all select 'role ' || role from role_grant where person_id = ${AN}
    union all select 'consent ' || purpose from consent where person_id = ${AN}
    union all select action || ' ' || subject::text from officer_action
    union all select 'person ' || name from person where erased_at is not null
    order by 1`.execute(db)
  expect(rows.map(({ what }) => what)).toEqual([
    "account zalo:ab",
    "consent naming",
    `join {"former": "${OTHER}"}`,
    "person (ẩn danh)",
    "role officer",
    "role support",
  ])
  const again = db.transaction().execute(async (trx) => await joinAccount(trx, change, cause))
  await expect(again).rejects.toThrow(Conflict)
})

test("whatever refers to a person is joined, or stays for a reason", async () => {
  await using fresh = await freshDatabase()
  const { rows } = await sql<{ name: string }>`
    select conrelid::regclass::text || '.' || attname as name
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = 'person'::regclass`.execute(fresh.db)
  const source = readFileSync(new URL("./account.ts", import.meta.url), "utf8")
    .replace(/\[\s+/g, "[")
    .replace(/,\s+/g, ", ")
  const stays = [
    // What was done is not rewritten: the row without a name stands for who did it.
    ...["officer_action.person_id", "initiative_event.actor_id", "role_grant.granted_by"],
    ...["invitation.created_by", "invitation.used_by"],
    // Removed.
    "account_code.person_id",
  ]
  const joined = (name: string) => source.includes(`["${name.replace(".", '", "')}"`)
  expect(rows.map(({ name }) => name).filter((name) => !joined(name) && !stays.includes(name))).toEqual([])
})
