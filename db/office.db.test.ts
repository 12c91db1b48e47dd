import { expect, test } from "vitest"
import type { ChatId } from "../core/channel.ts"
import { Conflict } from "../core/handle.ts"
import { withdrawRole } from "./office.ts"
import { freshDatabase } from "./testing.ts"

const ROOT = "00000000-0000-4000-8000-000000000001"
const TWO = ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"]

test("of two last administrators who leave at once one stays", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const at = new Date("2026-03-10T02:00:00Z")
  await db
    .insertInto("unit")
    .values({
      id: ROOT,
      federation_id: ROOT,
      code: "TINH",
      name: "LĐLĐ tỉnh",
      name_key: "ldld tinh",
      level: "province",
      parent_id: null,
      path: [ROOT],
      effective_from: "2026-01-01",
      created_at: at,
    })
    .execute()
  for (const id of TWO) {
    await db.insertInto("person").values({ id, name: "An", created_at: at }).execute()
    await db
      .insertInto("role_grant")
      .values({ id, person_id: id, unit_id: ROOT, role: "admin", granted_at: at })
      .execute()
  }
  const leave = async (id: string) =>
    await db.transaction().execute(async (trx) => {
      const change = { do: "withdraw_role", grantId: id, role: "admin", unitId: ROOT, personId: id } as const
      await withdrawRole(trx, change, { at, chat: "web:x" as ChatId })
    })
  const outcomes = await Promise.allSettled(TWO.map(leave))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  const refused = outcomes.find((outcome) => outcome.status === "rejected")
  expect(refused?.reason).toBeInstanceOf(Conflict)
  const left = await db.selectFrom("role_grant").select("id").where("withdrawn_at", "is", null).execute()
  expect(left).toHaveLength(1)
})
