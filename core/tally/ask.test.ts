import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { plain } from "../markup.ts"
import { createWording } from "../messages/wording.ts"
import { tallyOnDemand } from "./ask.ts"
import { compare } from "./compare.ts"
import { type PeriodAsk, TallyError } from "./plan.ts"
import { readProgress } from "./progress.ts"
import { aCampaign, aUnit } from "./testing.ts"

const ROOT = { id: "root", code: "TINH", name: "LĐLĐ tỉnh", path: ["root"] }
const moment = {
  now: Date.parse("2026-04-21T08:00:00+07:00"),
  timeZone: "Asia/Ho_Chi_Minh",
  newId: () => "ask",
}
const context: Context = {
  chat: { id: "web:x" as ChatId, bot: "web:local" as BotId, kind: "private", known: true, unit: undefined },
  account: { id: "web:x" as AccountId, name: "Chi" },
  person: { id: "p", name: "Chi", unit: ROOT, consents: true, grants: [{ role: "officer", unit: ROOT }] },
  version: 0,
  dialogue: undefined,
  campaign: {
    id: "campaign",
    federation: ROOT,
    campaign: {
      ...{ startsOn: "2026-01-01", endsOn: "2026-12-31", phases: [], peakPeriods: [], sectors: [] },
      weeklyClosing: { weekday: "friday", at: "16:00" },
    } as never,
  },
}
const reads = {
  units: async () => [],
  tally: async () => {
    throw new TallyError("nothing then")
  },
} as unknown as Reads

test.each([
  ["đợt", "schedule-none"],
  ["tuan cao diem", "schedule-none"],
  ["giai đoạn", "tally-nothing-then"],
])("where there is nothing to sum up, %j is told why", async (rest, key) => {
  const decision = await tallyOnDemand(
    { context, written: { text: "" }, addressed: true, moment, reads },
    rest,
  )
  expect(decision.say).toMatchObject([{ content: { phrases: [{ key }] } }])
})

test.each([
  [7, "Lên cổng nhiều hơn 3 so với cùng lúc tuần trước."],
  [1, "Lên cổng ít hơn 3 so với cùng lúc tuần trước."],
  [4, "Lên cổng bằng với cùng lúc tuần trước."],
])("%i this week beside four by the same hour of the last: %s", async (present, result) => {
  const wording = createWording(readFileSync(new URL("../messages/vi.ftl", import.meta.url), "utf8"), "vi")
  const tally = async (_campaign: unknown, _unit: unknown, { from = 0, at }: PeriodAsk) => {
    const onPortal = { total: 0, delta: from === Date.parse("2026-04-17T16:00:00+07:00") ? present : 4 }
    const none = { total: 0, delta: 0 }
    return {
      tally: {
        from: new Date(from).toISOString(),
        to: new Date(at).toISOString(),
        counters: { registered: none, recognized: none, onPortal },
      },
    }
  }
  const campaign = { id: "campaign", federation: ROOT, campaign: { ...aCampaign(), startsOn: "2026-01-01" } }
  const decision = await compare(
    {
      context: { ...context, campaign },
      written: { text: "" },
      addressed: true,
      moment,
      reads: { ...reads, tally } as unknown as Reads,
    },
    "tuần",
  )
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
