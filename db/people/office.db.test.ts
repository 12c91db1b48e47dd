import { expect, test } from "vitest"
import type { ChatId } from "../../core/channel.ts"
import { Conflict } from "../../core/conversations.ts"
import { addPerson, addRole, addUnit, freshDatabase } from "../testing.ts"
import { withdrawRole } from "./office.ts"

const ROOT = "00000000-0000-4000-8000-000000000001"
const TWO = ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"]

test("of two last administrators who leave at once one stays", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const at = new Date("2026-03-10T02:00:00Z")
  await addUnit(db, { id: ROOT, code: "TINH" })
  for (const id of TWO) await addPerson(db, { id, name: "An" })
  const grants = await Promise.all(
    TWO.map(async (personId) => ({
      personId,
      grantId: await addRole(db, { of: personId, in: ROOT, role: "admin" }),
    })),
  )
  const leave = async (grant: (typeof grants)[number]) =>
    await db.transaction().execute(async (trx) => {
      const change = { do: "withdraw_role", role: "admin", unitId: ROOT, ...grant } as const
      await withdrawRole(trx, change, { at, chat: "web:x" as ChatId })
    })
  const outcomes = await Promise.allSettled(grants.map(leave))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  const refused = outcomes.find((outcome) => outcome.status === "rejected")
  expect(refused?.reason).toBeInstanceOf(Conflict)
  const left = await db.selectFrom("role_grant").select("id").where("withdrawn_at", "is", null).execute()
  expect(left).toHaveLength(1)
})
