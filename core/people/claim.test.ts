import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { claim } from "./claim.ts"

const NOW = Date.parse("2026-11-22T10:00:00+07:00")
const moment = { now: NOW, timeZone: "Asia/Ho_Chi_Minh", newId: () => "id" }
const unit = { id: "u", code: "KCN-01", name: "CĐCS Công ty May TNG", path: ["u"] }
const an = { id: "p", name: "An", unit, consents: true, grants: [] }

function contextOf(person: Context["person"]): Context {
  return {
    chat: {
      id: "web:x" as ChatId,
      bot: "web:local" as BotId,
      kind: "private",
      known: true,
      unit: undefined,
    },
    account: { id: "web:an" as AccountId, name: "An" },
    person,
    version: 0,
    dialogue: undefined,
    campaign: undefined,
  }
}

async function claiming(code: string, state: { wrong?: number; person?: Context["person"] } = {}) {
  const asked: string[] = []
  const reads = {
    wrongCodes: async (_account: string, since: number) => {
      expect(NOW - since).toBe(15 * 60_000)
      return state.wrong ?? 0
    },
    hashCode: (text: string) => `#${text}`,
    invitation: async (hash: string) => {
      asked.push(hash)
      return hash === "#ROLE"
        ? { id: "i", role: "officer", unit, expiresAt: NOW + 1, used: false }
        : undefined
    },
    accountCode: async (hash: string) => (hash === "#MINE" ? { personId: "p" } : undefined),
  } as unknown as Reads
  const decision = await claim(
    { context: contextOf(state.person), written: { text: "" }, addressed: true, moment, reads },
    code,
  )
  const [phrase] = decision.say?.[0]?.content.phrases ?? []
  return { said: phrase && "key" in phrase ? phrase.key : undefined, changes: decision.changes, asked }
}

test("a wrong code is counted, and after five in a quarter of an hour not even a right one is looked at", async () => {
  expect(await claiming("WRONG", { wrong: 4 })).toMatchObject({
    said: "claim-unknown",
    changes: [{ do: "wrong_code", account: "web:an" }],
  })
  expect(await claiming("ROLE", { wrong: 5 })).toEqual({
    said: "claim-too-often",
    changes: undefined,
    asked: [],
  })
})

test("a code from one's other account joins both, with whoever this one was before", async () => {
  const join = { do: "join", codeHash: "#MINE", account: "web:an", name: "An", personId: "p" }
  expect(await claiming("MINE")).toMatchObject({ said: "other-account-joined", changes: [join] })
  const other = { ...an, id: "q" }
  expect(await claiming("MINE", { person: other })).toMatchObject({ changes: [{ ...join, former: "q" }] })
  expect(await claiming("MINE", { person: an })).toMatchObject({
    said: "other-account-known",
    changes: undefined,
  })
})
