import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import {
  aContext,
  aMoment,
  aPerson,
  aRunningCampaign,
  aTurn,
  aUnitRef,
  keysSaid,
} from "../conversation/testing.ts"
import { plain } from "../markup.ts"
import { createWording } from "../messages/wording.ts"
import { tallyOnDemand } from "./ask.ts"
import { compare } from "./compare.ts"
import { type PeriodAsk, TallyError } from "./plan.ts"
import { readProgress } from "./progress.ts"
import { aCampaign, aReading, aUnit } from "./testing.ts"

const ROOT = aUnitRef("TINH", "LĐLĐ tỉnh")
const moment = aMoment(Date.parse("2026-04-21T08:00:00+07:00"))
const running = aRunningCampaign(ROOT)
const context = aContext({
  person: aPerson({ unit: ROOT, grants: [{ role: "officer", unit: ROOT }] }),
  campaign: running,
})
const reads = {
  units: async () => [],
  tally: async () => {
    throw new TallyError("nothing then")
  },
}

test.each([
  ["đợt", "schedule-none"],
  ["tuan cao diem", "schedule-none"],
  ["giai đoạn", "tally-nothing-then"],
])("where there is nothing to sum up, %j is told why", async (rest, key) => {
  const decision = await tallyOnDemand(aTurn("", { context, reads, moment }), rest)
  expect(keysSaid(decision)).toEqual([key])
})

test.each([
  ["các trường", "kind-none"],
  ["các trường giai đoạn 1", "kind-none"],
  ["các trường tháng 3", "kind-period"],
])(
  "units of a kind stand beside each other for the phase, which alone keeps a target for each: %j",
  async (rest, key) => {
    const reminderField = async () => ({
      today: "2026-04-21" as const,
      phase: undefined,
      standings: [],
      ways: [],
      drafts: [],
    })
    const decision = await tallyOnDemand(
      aTurn("", { context, reads: { ...reads, reminderField }, moment }),
      rest,
    )
    expect(keysSaid(decision)[0]).toBe(key)
  },
)

test.each([
  [7, "Lên cổng nhiều hơn 3 so với cùng lúc tuần trước."],
  [1, "Lên cổng ít hơn 3 so với cùng lúc tuần trước."],
  [4, "Lên cổng bằng với cùng lúc tuần trước."],
])("%i this week beside four by the same hour of the last: %s", async (present, result) => {
  const wording = createWording(readFileSync(new URL("../messages/vi.ftl", import.meta.url), "utf8"), "vi")
  const tally = async (_campaign: unknown, _unit: unknown, { from = 0, at }: PeriodAsk) => {
    const reading = aReading("2026-04-21T08:00:00+07:00", [], { campaign: running.campaign })
    const onPortal = { total: 0, delta: from === Date.parse("2026-04-17T16:00:00+07:00") ? present : 4 }
    const span = { from: new Date(from).toISOString(), to: new Date(at).toISOString() }
    const counters = { ...reading.tally.counters, onPortal }
    return { ...reading, tally: { ...reading.tally, ...span, counters } }
  }
  const decision = await compare(aTurn("", { context, reads: { ...reads, tally }, moment }), "tuần")
  const said = decision.say?.[0]?.content.phrases?.map((phrase) => plain(wording.say(phrase)))
  expect(said?.[2]).toMatch(/^Cùng lúc tuần trước \(10\/4 16h00 – 14\/4 8h00\): /)
  expect(said?.at(-1)).toBe(result)
})

test("of the whole province no unit is looked for by itself, of one below it only its own", async () => {
  const units = [
    aUnit("root", "Tỉnh", null, 0),
    aUnit("upper", "Ngành", "root", 0),
    aUnit("grassroots", "CĐCS", "upper", 60),
  ]
  const asked: (readonly string[] | undefined)[] = []
  const source = {
    units: async () => units,
    setTargets: async () => ({ assigned: new Map(), pledged: new Map() }),
    sumSpans: async (_id: string, spans: readonly unknown[], unitIds: readonly string[] | undefined) => {
      asked.push(unitIds)
      const benefit = { vnd: 0, unconverted: 0 }
      return spans.map(() => ({ registered: 0, recognized: 0, onPortal: 0, benefit }))
    },
  }
  const stored = { id: "campaign", campaign: aCampaign(), unitId: "root", federationId: "root" }
  const at = Date.parse("2022-04-21T08:00:00+07:00")
  for (const unit of ["root", "upper"])
    await readProgress(source, stored, unit, { at, zone: moment.timeZone })
  expect(asked).toEqual([undefined, ["upper", "grassroots"]])
})
