import { type Campaign, campaignOf, checkCampaign } from "../campaign/campaign.ts"
import { type Unit, unitTree } from "../campaign/unit.ts"
import { addDays, localDate, startOfDay } from "../clock.ts"
import { type TallyChart, tallyChart } from "./chart.ts"
import type { ChartWords } from "./chart-progress.ts"
import { recentSpan } from "./forecast.ts"
import { type Period, planTally } from "./plan.ts"
import type { SeriesPoint } from "./series.ts"
import { makeTally, type TallyReading, type UnitCounts } from "./tally.ts"

/** The zone of the tests' campaign. */
export const ZONE = "Asia/Ho_Chi_Minh"

const ROOT = "LDLD"

/** The model campaign: 1.9.2021 – 1.9.2023, phase 1 to 31.5.2022, per phase. */
export function aCampaign(goal = 5000): Campaign {
  return campaignOf(
    checkCampaign({
      code: "1tsk",
      name: "Chương trình 1 triệu sáng kiến",
      short_name: "1 triệu sáng kiến",
      unit: ROOT,
      starts_on: "2021-09-01",
      ends_on: "2023-09-01",
      phases: [
        { code: "gd1", name: "Giai đoạn 1", starts_on: "2021-09-01", ends_on: "2022-05-31", goal },
        { code: "gd2", name: "Giai đoạn 2", starts_on: "2022-06-01", ends_on: "2023-09-01", goal: goal * 2 },
      ],
      peak_periods: [
        { code: "cd1", name: "Tuần cao điểm", starts_on: "2022-03-31", ends_on: "2022-04-08", goal: 1500 },
      ],
    }),
  )
}

/** A unit of a tally's table: how many it has on the portal and how many of them in the tally's own span. */
export type SampleUnit = {
  readonly name: string
  readonly members: number
  readonly onPortal: number
  readonly delta?: number
}

/** The reading of a province over `units` at a moment; without units, of a grassroots union alone with `own`. */
export function aReading(
  at: string,
  units: readonly SampleUnit[],
  options: {
    readonly campaign?: Campaign
    readonly name?: string
    readonly period?: Period
    readonly own?: SampleUnit
  } = {},
): TallyReading {
  const campaign = options.campaign ?? aCampaign()
  const plan = planTally(campaign, { period: options.period ?? "week", at: Date.parse(at) }, ZONE)
  const name = options.name ?? "Liên đoàn Lao động tỉnh Thái Nguyên"
  const own = options.own
  const root = aUnit(ROOT, name, null, own?.members ?? 0)
  const children = units.map((unit, index) => aUnit(`U${index + 1}`, unit.name, ROOT, unit.members))
  const counts = new Map(units.map((unit, index) => [`U${index + 1}`, countsOf(unit)]))
  if (own !== undefined) counts.set(ROOT, countsOf(own))
  const tally = makeTally({
    plan,
    campaign,
    tree: unitTree([root, ...children]),
    rootId: ROOT,
    unitId: ROOT,
    counts,
    corrections: 0,
    benefit: { vnd: 0, unconverted: 0 },
    zone: ZONE,
  })
  const held = (tally.target.assigned ?? 0) - (tally.target.remaining ?? 0)
  const recent = { ...recentSpan(plan.held), count: tally.counters.onPortal.delta }
  return { tally, unitName: name, held, recent, wholeTarget: 16_000 }
}

/** A series over the days of [from, at) that ends at `count`, slow at first as campaigns are. */
export function aSeries(from: string, at: string, count: number): SeriesPoint[] {
  const to = Date.parse(at)
  const start = startOfDay(from, ZONE)
  const points: SeriesPoint[] = []
  const add = (moment: number) => {
    const share = (moment - start) / Math.max(1, to - start)
    points.push({ at: moment, count: Math.round(count * share ** 2.2) })
  }
  for (let day = addDays(from, 1); startOfDay(day, ZONE) < to; day = addDays(day, 1)) {
    add(startOfDay(day, ZONE))
    if (day === localDate(to - 7 * 86_400_000, ZONE)) add(to - 7 * 86_400_000)
  }
  if (to > start) add(to)
  return points.toSorted((a, b) => a.at - b.at)
}

/** The facts of a sample picture. */
export function aChart(
  say: ChartWords["say"],
  at: string,
  units: readonly SampleUnit[],
  options: Parameters<typeof aReading>[2] = {},
): TallyChart {
  const campaign = options.campaign ?? aCampaign()
  const reading = aReading(at, units, { ...options, campaign })
  const count = reading.tally.counters.onPortal.total
  return tallyChart(reading, campaign, { say, zone: ZONE }, aSeries("2021-09-01", at, count))
}

/** Eighteen units as a province has them, some with long names. */
export const EIGHTEEN: readonly SampleUnit[] = [
  ["LĐLĐ TP Thái Nguyên", 21000, 615, 40],
  ["Công đoàn các Khu công nghiệp tỉnh", 29000, 702, 31],
  ["Công đoàn ngành Nông nghiệp và Phát triển nông thôn tỉnh Thái Nguyên", 3000, 88, 12],
  ["LĐLĐ huyện Định Hóa", 3600, 110, 4],
  ["Công đoàn ngành Giáo dục", 9000, 390, 22],
  ["LĐLĐ huyện Đại Từ", 7000, 204, 9],
  [
    "Công đoàn cơ sở Công ty Trách nhiệm hữu hạn Một thành viên Khai thác thủy lợi và Dịch vụ môi trường đô thị Bắc Thái Nguyên",
    900,
    30,
    3,
  ],
  ["Công đoàn Viên chức tỉnh", 5600, 190, 7],
  ["Công đoàn ngành Y tế", 5000, 180, 11],
  ["LĐLĐ TP Sông Công", 6000, 160, 8],
  ["LĐLĐ TP Phổ Yên", 8000, 210, 12],
  ["LĐLĐ huyện Phú Bình", 4600, 120, 6],
  ["LĐLĐ huyện Phú Lương", 4000, 90, 5],
  ["LĐLĐ huyện Đồng Hỷ", 4200, 85, 3],
  ["LĐLĐ huyện Võ Nhai", 2600, 41, 0],
  ["Công đoàn ngành Công Thương", 3900, 50, 2],
  ["Công đoàn ngành Xây dựng", 1800, 12, 0],
  ["Các CĐCS trực thuộc LĐLĐ tỉnh", 1500, 0, 0],
].map(([name, members, onPortal, delta]) => ({
  name: String(name),
  members: Number(members),
  onPortal: Number(onPortal),
  delta: Number(delta),
}))

/** An open unit whose id is its code. */
export function aUnit(code: string, name: string, parentId: string | null, members: number): Unit {
  return {
    id: code,
    federationId: ROOT,
    code,
    name,
    level: "upper",
    parentId,
    effectiveFrom: "2021-09-01",
    state: "open",
    headcount: members === 0 ? null : { members, workers: 0 },
  }
}

function countsOf({ onPortal, delta = 0 }: SampleUnit): UnitCounts {
  const all = (count: number, more: number) => ({
    registered: Math.round(count * (1 + more)),
    recognized: Math.round(count * (1 + more / 2)),
    onPortal: count,
  })
  return {
    total: all(onPortal, 0.1),
    delta: all(delta, 0.6),
    held: all(onPortal, 0.1),
    heldBefore: all(Math.max(0, onPortal - delta * 4), 0.1),
  }
}
