import { expect, test } from "vitest"
import { isoLocal } from "../clock.ts"
import type { Reads } from "../conversation/reads.ts"
import {
  aContext,
  aMoment,
  aPerson,
  aRunningCampaign,
  aTurn,
  aUnitRef,
  readsOfUnits,
} from "../conversation/testing.ts"
import type { Phrase } from "../outbox.ts"
import { compare } from "./compare.ts"
import { planTally } from "./plan.ts"
import { aReading, ZONE } from "./testing.ts"

const ROOT = aUnitRef("TINH", "CĐ tỉnh")
const OFFICER = aPerson({ grants: [{ role: "officer", unit: ROOT }] })
const CAMPAIGN = aRunningCampaign(ROOT)
const MOMENT = aMoment(Date.parse("2026-05-06T08:00:00+07:00"))

/** What came in during a month, by its first day. */
const CAME: Readonly<Record<string, number>> = { "2026-02-01": 30, "2026-03-01": 12, "2026-04-01": 12 }

const tally: Reads["tally"] = async (campaign, _unitId, ask) => {
  const plan = planTally(campaign.campaign, ask, ZONE)
  const reading = aReading("2022-04-21T08:00:00+07:00", [])
  const [from, to] = [isoLocal(plan.from, ZONE), isoLocal(plan.to, ZONE)]
  const came = { total: 0, delta: CAME[from.slice(0, 10)] ?? 0 }
  const counters = { registered: came, recognized: came, onPortal: came }
  return { ...reading, tally: { ...reading.tally, from, to, counters } }
}

async function compared(words: string): Promise<readonly Phrase[]> {
  const context = aContext({ person: OFFICER, campaign: CAMPAIGN })
  const turn = aTurn(`so sánh ${words}`, {
    context,
    moment: MOMENT,
    reads: { ...readsOfUnits([ROOT]), tally },
  })
  const { say = [] } = await compare(turn, words)
  return say.flatMap(({ content }) => content.phrases ?? [])
}

test.each([
  ["tháng 2 với tháng 3", "fewer", 18],
  ["tháng 3 với tháng 2", "fewer", 18],
  ["tháng 3 với tháng 4", "same", 0],
])("%s: the later month has %s, by %i", async (words, how, by) => {
  expect((await compared(words)).at(-1)).toMatchObject({ key: "compare-periods-result", args: { how, by } })
})

test("a month that brought more is said to have brought more, by the difference", async () => {
  expect((await compared("tháng 1 với tháng 2")).at(-1)).toMatchObject({ args: { how: "more", by: 30 } })
})

test("of three periods none is said to be the better one", async () => {
  expect(
    (await compared("tháng 2, tháng 3 và tháng 4")).map((phrase) => "key" in phrase && phrase.key),
  ).toEqual(["compare-parts-head", "compare-parts-line", "compare-parts-line", "compare-parts-line"])
})
