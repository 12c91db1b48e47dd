import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { campaignOf, checkCampaign } from "../campaign/campaign.ts"
import { startOfDay } from "../clock.ts"
import { createWording } from "../messages/wording.ts"
import { seriesSpan, tallyChart } from "./chart.ts"
import type { SeriesPoint } from "./series.ts"
import { aCampaign, aChart, aReading, EIGHTEEN, ZONE } from "./testing.ts"

const { say } = createWording(readFileSync(new URL("../messages/vi.ftl", import.meta.url), "utf8"), "vi")
const WORDS = { say, zone: ZONE }
const AT = "2022-04-22T16:00:00+07:00"
const DAY_MS = 86_400_000

/** The chart of a union of 5,000 that has `count` at `at`, of which `lastWeek` came within seven days. */
function alone(count: number, lastWeek: number, at = AT, campaign = aCampaign()) {
  const own = { name: "", members: 100, onPortal: count }
  const reading = aReading(at, [], { campaign, own })
  const to = Date.parse(at)
  const span = seriesSpan(reading, campaign, ZONE)
  const series: SeriesPoint[] = [
    ...(to - 7 * DAY_MS > span.from ? [{ at: to - 7 * DAY_MS, count: count - lastWeek }] : []),
    { at: to, count },
  ]
  return tallyChart(reading, campaign, WORDS, series)
}

describe("the way to the goal", () => {
  test("behind: what is left, where an even pace would be, and how far the present rate leads", () => {
    const { progress } = alone(3801, 198)
    expect(progress.sentences).toEqual([
      "Còn 1.199: cần 30/ngày đến 31/5.",
      "Tiến độ đều đến nay: 4.280, đang chậm 479.",
      "Dự báo: 7 ngày qua 28/ngày, đến 31/5 được 4.913 (98,3%).",
    ])
    expect(progress.pct).toBe("76,0%")
    expect(progress.forecast).toEqual({ at: startOfDay("2022-06-01", ZONE), count: 4913 })
    expect(progress.pace).toEqual([
      { at: startOfDay("2021-09-01", ZONE), count: 0 },
      { at: startOfDay("2022-06-01", ZONE), count: 5000 },
    ])
  })

  test("ahead: the day on which the goal will be reached", () => {
    const { progress } = alone(4500, 350)
    expect(progress.sentences).toEqual([
      "Còn 500: cần 13/ngày đến 31/5.",
      "Tiến độ đều đến nay: 4.280, đang vượt 220.",
      "Dự báo: 7 ngày qua 50/ngày, đạt chỉ tiêu khoảng 2/5/2022.",
    ])
    expect(progress.forecast?.at).toBe(Date.parse(AT) + 10 * DAY_MS)
  })

  test("nothing in a week: no day is promised and none is drawn", () => {
    const { progress } = alone(1000, 0)
    expect(progress.sentences.at(-1)).toBe("Dự báo: chưa tính được, vì 7 ngày qua không tăng.")
  })

  test("more taken back than added: no forecast below what is there is drawn", () => {
    const { progress } = alone(1000, -20)
    expect(progress.sentences.at(-1)).toBe("Dự báo: chưa tính được, vì 7 ngày qua không tăng.")
    expect(progress.forecast).toBeUndefined()
  })

  test("a rate under one a day is not rounded to nothing", () => {
    expect(alone(100, 2).progress.sentences.at(-1)).toContain("7 ngày qua 0,3/ngày")
  })

  test("read when the goal's time is over: neither what is needed nor where it leads", () => {
    const reading = {
      ...aReading(AT, [], { own: { name: "", members: 100, onPortal: 3801 } }),
      isPast: true,
    } as const
    const { progress } = tallyChart(reading, aCampaign(), WORDS, [{ at: Date.parse(AT), count: 3801 }])
    expect(progress.sentences).toEqual([])
    expect(progress.forecast).toBeUndefined()
    expect(progress.pct).toBe("76,0%")
  })

  test("reached, with what is beyond", () => {
    expect(alone(5600, 100).progress.sentences).toEqual(["Đã đạt chỉ tiêu, vượt 600."])
    expect(alone(5000, 100).progress.sentences).toEqual(["Đã đạt chỉ tiêu."])
  })

  test("the first hours promise nothing, the first days count what they have", () => {
    expect(alone(0, 0, "2021-09-01T09:00:00+07:00").progress.sentences).toEqual([
      "Còn 5.000: cần 19/ngày đến 31/5/2022.",
      "Chưa đủ một ngày để dự báo.",
    ])
    expect(alone(30, 0, "2021-09-04T00:00:00+07:00").progress.sentences.at(-1)).toContain(
      "3 ngày qua 10/ngày",
    )
  })

  test("after the last phase has ended the shortfall stays", () => {
    const { progress } = alone(3000, 0, "2023-09-05T08:00:00+07:00")
    expect(progress.sentences[0]).toMatch(/^Hết thời gian \(1\/9\), còn thiếu/)
    expect(progress.forecast).toBeUndefined()
  })

  test("a cumulative goal's even pace begins where the phase before it ended", () => {
    const campaign = campaignOf(
      checkCampaign({
        code: "c",
        name: "C",
        unit: "LDLD",
        starts_on: "2021-09-01",
        ends_on: "2023-09-01",
        goal_counting: "cumulative",
        phases: [
          { code: "1", name: "Giai đoạn 1", starts_on: "2021-09-01", ends_on: "2022-05-31", goal: 5000 },
          { code: "2", name: "Giai đoạn 2", starts_on: "2022-06-01", ends_on: "2023-09-01", goal: 16_000 },
        ],
      }),
    )
    const at = "2022-07-01T00:00:00+07:00"
    const reading = aReading(at, [], { campaign, own: { name: "", members: 10, onPortal: 6000 } })
    const series = [
      { at: startOfDay("2022-06-01", ZONE), count: 4800 },
      { at: Date.parse(at), count: 6000 },
    ]
    expect(tallyChart(reading, campaign, WORDS, series).progress.pace).toEqual([
      { at: startOfDay("2022-06-01", ZONE), count: 4800 },
      { at: startOfDay("2023-09-02", ZONE), count: 16_000 },
    ])
  })
})

describe("the ranking", () => {
  test("shows eleven units and sums the rest", () => {
    const bars = aChart(WORDS.say, AT, EIGHTEEN).ranking?.bars ?? []
    expect(bars.map((bar) => bar.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, null])
    const rest = bars.at(-1)
    const [count = "", target = ""] = rest?.detail.replaceAll(".", "").split("/") ?? []
    const shown = bars.slice(0, -1).map((bar) => bar.detail.replaceAll(".", "").split("/").map(Number))
    expect(rest?.name).toBe("… và 7 đơn vị khác")
    expect(Number(count) + shown.reduce((sum, [held = 0]) => sum + held, 0)).toBe(3277)
    expect(Number(target) + shown.reduce((sum, [, part = 0]) => sum + part, 0)).toBe(5000)
  })

  test("counts up to twelve units are all there, and a single unit has none", () => {
    expect(
      aChart(WORDS.say, AT, EIGHTEEN.slice(0, 12)).ranking?.bars.every((bar) => bar.kind === "unit"),
    ).toBe(true)
    expect(alone(10, 1).ranking).toBeUndefined()
  })

  test("gives no ranks before anything is counted", () => {
    const units = EIGHTEEN.map((unit) => ({ ...unit, onPortal: 0, delta: 0 }))
    const ranking = aChart(WORDS.say, "2021-09-01T09:00:00+07:00", units).ranking
    expect(ranking?.title).toBe("Chưa đơn vị nào có sáng kiến lên cổng")
    expect(ranking?.bars.every((bar) => bar.rank === null)).toBe(true)
  })
})
