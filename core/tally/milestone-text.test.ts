import { expect, test } from "vitest"
import { milestonePhrases } from "./milestone-text.ts"
import { aCampaign, aReading, ZONE } from "./testing.ts"

const AT = "2022-06-01T00:00:00+07:00"

test("whoever reads that a phase is over is told where its score stands, where units are scored", () => {
  const campaign = aCampaign()
  const [phase] = campaign.phases
  if (phase === undefined) throw new Error("The campaign has no phase.")
  const reading = aReading(AT, [{ name: "Đại Từ", members: 100, onPortal: 12 }], {
    campaign,
    period: "phase",
  })
  const keys = (scored: typeof campaign) =>
    milestonePhrases({ kind: "ended", phase, dueOn: "2022-06-01" }, { reading }, scored, {
      zone: ZONE,
      late: false,
      on: "2022-06-01",
    }).map((phrase) => ("key" in phrase ? phrase.key : phrase.text))
  expect(keys(campaign)[0]).toBe("milestone-phase-ended")
  expect(keys(campaign)).not.toContain("milestone-scores")
  const criteria = [{ code: "kh", name: "Kế hoạch", by: "declared", points: 10 } as const]
  expect(keys({ ...campaign, emulation: { ...campaign.emulation, criteria } }).at(-1)).toBe(
    "milestone-scores",
  )
})
