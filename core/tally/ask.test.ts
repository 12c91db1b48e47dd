import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { tallyOnDemand } from "./ask.ts"
import { TallyError } from "./plan.ts"

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
  const decision = await tallyOnDemand({ context, written: { text: "" }, moment, reads }, rest)
  expect(decision.say).toMatchObject([{ content: { phrases: [{ key }] } }])
})
