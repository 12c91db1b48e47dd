import { expect, test } from "vitest"
import type { TargetView } from "../conversation/reads.ts"
import {
  aContext,
  aPerson,
  aRunningCampaign,
  aTurn,
  aUnitRef,
  keysSaid,
  readsOfUnits,
} from "../conversation/testing.ts"
import { targetCommand } from "./set-target.ts"

const ROOT = aUnitRef("TINH", "CĐ tỉnh")
const BELOW = aUnitRef("KCN", "CĐ KCN", "TINH")
const PHASE = { code: "gd1", name: "Giai đoạn 1", endsOn: "2026-05-31" } as const

async function shown(view: Pick<TargetView, "target" | "below">): Promise<readonly string[]> {
  const officer = aPerson({ grants: [{ role: "officer", unit: ROOT }] })
  const context = aContext({ person: officer, campaign: aRunningCampaign(ROOT) })
  const targetOf = async () => ({ phase: PHASE, assigned: undefined, pledged: undefined, ...view })
  const reads = { ...readsOfUnits([ROOT, BELOW]), targetOf }
  return keysSaid(await targetCommand(aTurn("chỉ tiêu", { context, reads }), ""))
}

const line = (code: string, target: number | null) => ({ code, name: `CĐ ${code}`, target })

test("what the units below add up to is told where it is another number than the target above them, and only there", async () => {
  const two = [line("A", 30), line("B", null)]
  expect(await shown({ target: 50, below: two })).toEqual([
    "target-shown",
    "target-line",
    "target-line",
    "target-sum",
  ])
  expect(await shown({ target: 30, below: two })).toEqual(["target-shown", "target-line", "target-line"])
  expect(await shown({ target: null, below: two })).toEqual(["target-none", "target-line", "target-line"])
  expect(await shown({ target: 50, below: [] })).toEqual(["target-shown"])
})
