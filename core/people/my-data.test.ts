import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { myData } from "./my-data.ts"

const unit = { id: "u", code: "KCN-01", name: "CĐCS Công ty May TNG", path: ["u"] }
const an = { id: "p", name: "An", unit, consents: true, grants: [] }
const reads = { initiativesOf: async () => ({ total: 3, newest: [] }) } as unknown as Reads
const moment = { now: 0, timeZone: "Asia/Ho_Chi_Minh", newId: () => "id" }

async function told(kind: "private" | "group", person: Context["person"]) {
  const context: Context = {
    chat: { id: "web:x" as ChatId, bot: "web:local" as BotId, kind, known: true, unit: undefined },
    account: { id: "web:an" as AccountId, name: "An" },
    person,
    version: 0,
    dialogue: undefined,
    campaign: undefined,
  }
  return (await myData(context, {}, moment, reads)).say?.[0]?.content.phrases
}

test("in private a person reads what is kept about them", async () => {
  expect(await told("private", an)).toEqual([
    { key: "my-data", args: { name: "An", unit: "CĐCS Công ty May TNG", count: 3 } },
  ])
})

test("who never agreed is told that nothing is kept", async () => {
  expect(await told("private", undefined)).toEqual([{ key: "my-data-none" }])
})

test("in a group nothing personal is said", async () => {
  expect(await told("group", an)).toEqual([{ key: "my-data-in-private" }])
})
