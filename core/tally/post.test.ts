import { expect, test } from "vitest"
import type { CampaignDocument } from "../campaign/campaign.ts"
import { aRunningCampaign, aUnitRef } from "../conversation/testing.ts"
import { planTally } from "./plan.ts"
import { closeWeek } from "./post.ts"
import type { PostPorts } from "./post-store.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const HOUR_MS = 3_600_000
const FEDERATION = aUnitRef("LDLD-TN", "Liên đoàn Lao động tỉnh Thái Nguyên")
/** Zones in which a machine may stand: half a day behind Vietnam, and as far ahead of the world as there is. */
const MACHINES = ["Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Apia"]

type GoalPeriodFile = CampaignDocument["peak_periods"][number]
type Closing = { readonly weekday: "friday" | "saturday"; readonly at: string }

function aCampaign(endsOn: string, closing: Closing, ...peaks: readonly GoalPeriodFile[]) {
  const { campaign } = aRunningCampaign(FEDERATION, {
    starts_on: "2026-09-01",
    ends_on: endsOn,
    phases: [{ code: "gd1", name: "Giai đoạn 1", starts_on: "2026-09-01", ends_on: endsOn, goal: 5 }],
    peak_periods: [...peaks],
    weekly_closing: closing,
  })
  return campaign
}

/** The closings that owe a tally from the middle of December to the end of January, as the machine's clock strikes. */
async function closingsOwed(endsOn: string, closing: Closing): Promise<readonly string[]> {
  const campaign = aCampaign(endsOn, closing)
  const owed = new Set<number>()
  const posts = {
    campaigns: async () => [{ id: "c", unitId: "u", federationId: "u", campaign }],
    hasSnapshot: async (_campaign: string, _unit: string, _period: string, at: number) => {
      owed.add(at)
      return true
    },
  } as unknown as PostPorts["posts"]
  const ports = { posts, timeZone: ZONE } as PostPorts
  const [from, to] = [Date.parse("2026-12-15T12:00:00+07:00"), Date.parse("2027-01-31T12:00:00+07:00")]
  for (let now = from; now < to; now += 4 * HOUR_MS) await closeWeek(ports, now)
  return [...owed].map((at) => new Date(at + 7 * HOUR_MS).toISOString().slice(0, 16))
}

/** The same wherever the machine stands. */
async function onEveryMachine<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const own = process.env["TZ"]
  try {
    const answers: Answer[] = []
    for (const zone of MACHINES) {
      process.env["TZ"] = zone
      answers.push(await ask())
    }
    const [first, ...others] = answers
    for (const other of others) expect(other).toEqual(first)
    return first as Answer
  } finally {
    if (own === undefined) delete process.env["TZ"]
    else process.env["TZ"] = own
  }
}

test.each([
  [
    "2026-12-31",
    "friday",
    "16:00",
    ["2026-12-11T16:00", "2026-12-18T16:00", "2026-12-25T16:00", "2027-01-01T16:00"],
  ],
  // What is registered on the last evening is in the week after it.
  [
    "2026-12-25",
    "friday",
    "16:00",
    ["2026-12-11T16:00", "2026-12-18T16:00", "2026-12-25T16:00", "2027-01-01T16:00"],
  ],
  ["2026-12-25", "friday", "24:00", ["2026-12-12T00:00", "2026-12-19T00:00", "2026-12-26T00:00"]],
  ["2026-12-25", "saturday", "00:00", ["2026-12-12T00:00", "2026-12-19T00:00", "2026-12-26T00:00"]],
  [
    "2026-12-26",
    "saturday",
    "00:00",
    ["2026-12-12T00:00", "2026-12-19T00:00", "2026-12-26T00:00", "2027-01-02T00:00"],
  ],
] as const)(
  "a campaign to %s that closes its weeks on %s at %s closes the last one when its last day is over, and no other",
  async (endsOn, weekday, at, expected) => {
    expect(await onEveryMachine(async () => await closingsOwed(endsOn, { weekday, at }))).toEqual(expected)
  },
)

test("at midnight of New Year the year's last week, its peak period and its month end together", async () => {
  const peak = { code: "cd", name: "Cao điểm", starts_on: "2026-12-28", ends_on: "2026-12-31", goal: 5 }
  const campaign = aCampaign("2027-01-31", { weekday: "friday", at: "00:00" }, peak)
  const at = Date.parse("2027-01-01T00:00:00+07:00")
  const spans = await onEveryMachine(async () =>
    (["week", "month", "peak"] as const).map((period) => {
      const { from, to } = planTally(campaign, { period, at }, ZONE)
      return [from, to].map((each) => new Date(each + 7 * HOUR_MS).toISOString().slice(0, 16))
    }),
  )
  expect(spans).toEqual([
    ["2026-12-25T00:00", "2027-01-01T00:00"],
    ["2026-12-01T00:00", "2027-01-01T00:00"],
    ["2026-12-28T00:00", "2027-01-01T00:00"],
  ])
})
