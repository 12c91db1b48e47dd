import { expect, test } from "vitest"
import type { Person, RunningCampaign } from "./context.ts"
import { orSetUpFirst } from "./set-up.ts"
import {
  aContext,
  aPerson,
  aRunningCampaign,
  aTurn,
  aUnitRef,
  keysSaid,
  readsOf,
  readsOfUnits,
} from "./testing.ts"
import { answer } from "./turn.ts"

const ROOT = aUnitRef("LDLD-TN", "Liên đoàn Lao động tỉnh")
const KCN = aUnitRef("KCN", "Công đoàn các KCN tỉnh", "LDLD-TN")
const CHI = aPerson({ grants: [{ role: "admin", unit: ROOT }] })

/** What is said instead of, or behind, the answer `key`. */
async function said(
  key: string,
  known: {
    readonly units: readonly (typeof ROOT)[]
    readonly person?: Person
    readonly campaign?: RunningCampaign
  },
): Promise<readonly string[]> {
  const { units, person, campaign } = known
  const turn = aTurn("…", { context: aContext({ person, campaign }), reads: readsOf(readsOfUnits(units)) })
  return keysSaid(await orSetUpFirst(turn, answer(turn, key, { typed: "KCN" })))
}

test.each(["officers-only", "no-campaign", "progress-none", "link-officers-only", "not-understood"])(
  "before anything was loaded %s is answered with what is to be run",
  async (key) => {
    expect(await said(key, { units: [] })).toEqual(["set-up-units"])
  },
)

test("with units and no campaign the administrator hears how to load it; members hear what they always hear", async () => {
  expect(await said("progress-none", { units: [ROOT, KCN], person: CHI })).toEqual(["set-up-campaign"])
  expect(await said("progress-none", { units: [ROOT, KCN], person: aPerson() })).toEqual(["progress-none"])
  expect(await said("officers-only", { units: [ROOT, KCN] })).toEqual(["officers-only"])
})

test("with a campaign and its empty root a unit that is not found is no slip: the list is still to come", async () => {
  const campaign = aRunningCampaign(ROOT)
  const further = ["unit-not-found", "set-up-more-units"]
  expect(await said("unit-not-found", { units: [ROOT], person: CHI, campaign })).toEqual(further)
  expect(await said("unit-not-found", { units: [ROOT], person: aPerson(), campaign })).toEqual([
    "unit-not-found",
  ])
  expect(await said("unit-not-found", { units: [ROOT, KCN], person: CHI, campaign })).toEqual([
    "unit-not-found",
  ])
})
