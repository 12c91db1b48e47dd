import { expect, test } from "vitest"
import type { Person } from "../conversation/context.ts"
import type { InvitationView } from "../conversation/reads.ts"
import { ACCOUNT, aContext, aMoment, aPerson, aTurn, aUnitRef, keysSaid } from "../conversation/testing.ts"
import { claim } from "./claim.ts"

const NOW = Date.parse("2026-11-22T10:00:00+07:00")
const unit = aUnitRef("KCN-01", "CĐCS Công ty May TNG")
const an = aPerson({ id: "p", unit })
const INVITATION: InvitationView = { id: "i", role: "officer", unit, expiresAt: NOW + 1, used: false }

async function claiming(code: string, state: { wrong?: number; person?: Person } = {}) {
  const asked: string[] = []
  const reads = {
    wrongCodes: async (_account: string, since: number) => {
      expect(NOW - since).toBe(15 * 60_000)
      return state.wrong ?? 0
    },
    hashCode: (text: string) => `#${text}`,
    invitation: async (hash: string) => {
      asked.push(hash)
      if (hash === "#FIRST") return { ...INVITATION, unit: undefined }
      return hash === "#ROLE" ? INVITATION : undefined
    },
    accountCode: async (hash: string) => (hash === "#MINE" ? { personId: "p" } : undefined),
  }
  const context = aContext({ person: state.person })
  const decision = await claim(aTurn("", { context, reads, moment: aMoment(NOW) }), code)
  return { said: keysSaid(decision)[0], changes: decision.changes, asked }
}

test("a wrong code is counted, and after five in a quarter of an hour not even a right one is looked at", async () => {
  expect(await claiming("WRONG", { wrong: 4 })).toMatchObject({
    said: "claim-unknown",
    changes: [{ do: "wrong_code", account: ACCOUNT }],
  })
  expect(await claiming("ROLE", { wrong: 5 })).toEqual({
    said: "claim-too-often",
    changes: undefined,
    asked: [],
  })
})

test("the first administrator's code before there is a unit is not called wrong, and stays good", async () => {
  expect(await claiming("FIRST")).toMatchObject({ said: "claim-too-early", changes: undefined })
})

test("a code from one's other account joins both, with whoever this one was before", async () => {
  const join = { do: "join", codeHash: "#MINE", account: ACCOUNT, name: "An", personId: "p" }
  expect(await claiming("MINE")).toMatchObject({ said: "other-account-joined", changes: [join] })
  const other = { ...an, id: "q" }
  expect(await claiming("MINE", { person: other })).toMatchObject({ changes: [{ ...join, former: "q" }] })
  expect(await claiming("MINE", { person: an })).toMatchObject({
    said: "other-account-known",
    changes: undefined,
  })
})
