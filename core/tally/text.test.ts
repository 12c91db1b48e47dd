import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { campaignOf } from "../campaign/campaign.ts"
import { plain } from "../markup.ts"
import { createWording } from "../messages/wording.ts"
import { officerPhrases } from "./laggards.ts"
import { planOf, planTally } from "./plan.ts"
import { type Progress, withRegistered } from "./progress.ts"
import { rankingPhrases } from "./ranking-text.ts"
import type { Tally, TallyReading } from "./tally.ts"
import { asRead, progressPhrases, tallyPhrases } from "./text.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const campaign = campaignOf(
  parse(readFileSync(new URL("../../docs/samples/campaign.yaml", import.meta.url), "utf8")),
)
const wording = createWording(readFileSync(new URL("../messages/vi.ftl", import.meta.url), "utf8"), "vi")
const plainWords = (phrases: ReturnType<typeof tallyPhrases>) => plain(phrases.map(wording.say).join("\n"))

const row = (
  unit: string,
  name: string,
  registered: number,
  achievedPct: number,
  rank: number,
  rankChange: number,
) => ({
  unit,
  name,
  registered,
  recognized: registered,
  onPortal: registered,
  delta: 1,
  target: 100,
  achievedPct,
  rank,
  rankChange,
})

/** The province's week of transcript T13. */
const week: Tally = {
  unit: "LDLD-TN",
  period: "week",
  from: "2022-04-15T16:00:00+07:00",
  to: "2022-04-22T16:00:00+07:00",
  counters: {
    registered: { total: 4120, delta: 310 },
    recognized: { total: 3950, delta: 205 },
    onPortal: { total: 3801, delta: 198 },
  },
  target: { assigned: 5000, achievedPct: 76, remaining: 1199, perDay: 30, daysLeft: 40 },
  rows: [
    row("GT", "Công đoàn ngành GTVT", 118, 118.2, 1, 2),
    row("YT", "Công đoàn ngành Y tế", 90, 90, 2, 0),
    row("XD", "Công đoàn ngành Xây dựng", 0, 0, 3, -2),
  ],
  corrections: 3,
  benefit: { vnd: 592_048_400_000, unconverted: 794 },
}
const reading: TallyReading = {
  tally: week,
  unitName: "Liên đoàn Lao động tỉnh Thái Nguyên",
  held: 3801,
  recent: {
    count: 198,
    from: Date.parse("2022-04-15T16:00:00+07:00"),
    to: Date.parse("2022-04-22T16:00:00+07:00"),
  },
  wholeTarget: 16_000,
  peak: { name: "Tuần cao điểm", startsOn: "2022-03-31", endsOn: "2022-04-08", perDay: 1500 / 9 },
}

test("the weekly post reads like the one of the article's week", () => {
  expect(plainWords(tallyPhrases(reading, campaign, ZONE, { late: false }))).toBe(
    [
      "📊 TỔNG HỢP TUẦN (15/4 16h00 – 22/4 16h00)",
      "Liên đoàn Lao động tỉnh Thái Nguyên",
      "Đăng ký 4.120 (+310) · Công nhận 3.950 (+205) · Lên cổng 3.801 (+198)",
      "Giai đoạn 1: 3.801/5.000 (76,0%)",
      "Cả chương trình: 3.801/16.000 (23,8%)",
      "Còn 1.199: cần 30/ngày đến 31/5",
      "So sánh: tuần cao điểm 31/3–8/4 đạt 167/ngày",
      "Với nhịp 28/ngày (7 ngày qua) thì đến 31/5 đạt khoảng 4.913/5.000",
      "Dẫn đầu: 1. Công đoàn ngành GTVT 118,2% ▲2 · 2. Công đoàn ngành Y tế 90,0%",
      "Chưa có sáng kiến: 1 đơn vị",
      "Điều chỉnh: 3 sáng kiến đã tính trước đó nay được rút, gộp hoặc bị từ chối",
      "Làm lợi ước tính: 592.048.400.000 đ, và 794 sáng kiến chưa quy đổi được",
    ].join("\n"),
  )
})

test("a late post says so", () => {
  expect(plainWords(tallyPhrases(reading, campaign, ZONE, { late: true }))).toContain(
    "(đăng muộn do hệ thống gián đoạn)",
  )
})

test("in the second phase a unit beyond its goal is shown with the phase's count, not the campaign's", () => {
  const beyond: Tally = {
    ...week,
    from: "2022-08-19T16:00:00+07:00",
    to: "2022-08-26T16:00:00+07:00",
    counters: { ...week.counters, onPortal: { total: 17_000, delta: 5 } },
    target: { assigned: 11_000, achievedPct: 104.5, remaining: 0, perDay: 0, daysLeft: 0 },
  }
  const said = plainWords(
    tallyPhrases({ ...reading, tally: beyond, held: 11_500 }, campaign, ZONE, { late: false }),
  )
  expect(said).toContain("Giai đoạn 2: 11.500/11.000 (104,5%)")
  expect(said).toContain("Đã đạt chỉ tiêu 🎉")
})

test("a unit to which nothing of the goal falls has reached nothing", () => {
  const nothing = { assigned: 0, achievedPct: null, remaining: 0, perDay: 0, daysLeft: 0 }
  const none = { ...week, target: nothing, rows: [] }
  const posted = tallyPhrases({ ...reading, tally: none, held: 0 }, campaign, ZONE, { late: false })
  const told = progressPhrases({ ...progress, target: nothing, held: 0 }, campaign, ZONE)
  for (const said of [posted, told]) expect(plainWords(said)).not.toMatch(/Đã đạt|Còn /)
})

test("a ranking is as long as it was asked for, and shows where one's own unit stands", () => {
  const lines = (options: Parameters<typeof rankingPhrases>[3]) =>
    plainWords(rankingPhrases(reading, campaign, ZONE, options))
      .split("\n")
      .slice(1, -1)
  expect(lines({ most: 1, own: "XD" })).toEqual([
    "1. Công đoàn ngành GTVT – 118,2% ▲2 · +1",
    "…",
    "3. Công đoàn ngành Xây dựng – 0,0% ▼2 · +1",
    "… và 1 đơn vị khác.",
  ])
  expect(lines({ most: 2, own: "GT" })).toEqual([
    "1. Công đoàn ngành GTVT – 118,2% ▲2 · +1",
    "2. Công đoàn ngành Y tế – 90,0% · +1",
    "… và 1 đơn vị khác.",
  ])
})

const progress: Progress = {
  plan: planTally(campaign, { period: "phase", at: Date.parse("2022-04-21T08:00:00+07:00") }, ZONE),
  unitName: reading.unitName,
  counters: { registered: 4120, recognized: 3950, onPortal: 3801 },
  held: 3782,
  recent: reading.recent,
  target: { assigned: 5000, achievedPct: 75.6, remaining: 1218, perDay: 30, daysLeft: 41 },
}

test("progress on the morning of 21 April 2022", () => {
  expect(plainWords(progressPhrases(progress, campaign, ZONE))).toBe(
    [
      "Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 đến 8h00 ngày 21/4/2022",
      "3.782/5.000 (75,6%) · đã lên cổng",
      "Còn 1.218, cần 30/ngày trong 41 ngày (đến 31/5)",
      "Đăng ký 4.120 · Công nhận 3.950 · Lên cổng 3.801",
      "Với nhịp 28/ngày (7 ngày qua) thì đến 31/5 đạt khoảng 4.932/5.000",
    ].join("\n"),
  )
})

test("what the same message registers is counted in, in what is held where the registered ones are the goal", () => {
  const counted = (progressCounter: "registered" | "onPortal") =>
    plainWords(progressPhrases(withRegistered(progress, 2, { progressCounter }, ZONE), campaign, ZONE)).split(
      "\n",
    )
  const [, held, pace] = counted("registered")
  expect([held, pace]).toEqual([
    "3.784/5.000 (75,7%) · đã lên cổng",
    "Còn 1.216, cần 30/ngày trong 41 ngày (đến 31/5)",
  ])
  const [, before, , counters] = counted("onPortal")
  expect(before).toBe("3.782/5.000 (75,6%) · đã lên cổng")
  expect(counters).toBe("Đăng ký 4.122 · Công nhận 3.950 · Lên cổng 3.801")
})

const line = (held: number, count: number, days = 7) =>
  plainWords(
    progressPhrases(
      {
        ...progress,
        plan: planOf(campaign, week, ZONE),
        held,
        recent: { ...reading.recent, from: reading.recent.to - days * 86_400_000, count },
      },
      campaign,
      ZONE,
    ),
  )
    .split("\n")
    .at(-1)

test("a forecast says when the goal will be reached, what there will be at the end, or that none can be seen", () => {
  expect(line(3801, 420)).toBe("Với nhịp 60/ngày (7 ngày qua) thì đạt chỉ tiêu khoảng 12/5/2022")
  expect(line(3801, 3)).toBe("Với nhịp 0,4/ngày (7 ngày qua) thì đến 31/5 đạt khoảng 3.817/5.000")
  expect(line(3801, 0)).toBe("7 ngày qua kết quả chưa tăng nên chưa tính được ngày đạt chỉ tiêu")
  expect(line(3801, -2)).toBe("7 ngày qua kết quả chưa tăng nên chưa tính được ngày đạt chỉ tiêu")
})

test("there is no forecast when the goal is reached or the first day is not over", () => {
  expect(line(5000, 420)).toMatch(/^Đăng ký/)
  expect(line(3, 3, 0.5)).toMatch(/^Đăng ký/)
})

test("a grassroots union reads its place and its people, and no table", () => {
  const own: Tally = { ...week, unit: "KCN-01", rows: [{ ...row("KCN-01", "CĐCS May TNG", 21, 35, 1, 0) }] }
  const said = plainWords(
    tallyPhrases({ ...reading, tally: own, unitName: "CĐCS May TNG" }, campaign, ZONE, {
      late: false,
      place: { rank: 12, of: 40, parent: "Công đoàn các KCN tỉnh", change: 3 },
      people: {
        named: [
          { name: "Nguyễn Văn An", count: 2 },
          { name: "Trần Thị Dung", count: 1 },
        ],
        others: 3,
      },
    }),
  )
  expect(said).toContain("Xếp thứ 12/40 trong Công đoàn các KCN tỉnh ▲3")
  expect(said).toContain("Người góp sức: Nguyễn Văn An (2), Trần Thị Dung (1) và 3 người khác")
  expect(said).not.toMatch(/Dẫn đầu|Chưa có sáng kiến/)
})

test("without anybody's leave to be named people are only counted", () => {
  const said = plainWords(
    tallyPhrases(reading, campaign, ZONE, { late: false, people: { named: [], others: 4 } }),
  )
  expect(said).toContain("Người góp sức: 4 người")
})

test("any two dates are named by their days", () => {
  const days: Tally = {
    ...week,
    period: "dates",
    from: "2022-03-01T00:00:00+07:00",
    to: "2022-03-16T00:00:00+07:00",
  }
  expect(plainWords(tallyPhrases({ ...reading, tally: days }, campaign, ZONE, { late: false }))).toMatch(
    /^📊 TỔNG HỢP KẾT QUẢ \(1\/3\/2022 – 15\/3\/2022\)\n/,
  )
  const titled = (period: Tally["period"], from: string, to: string) =>
    plainWords(
      tallyPhrases({ ...reading, tally: { ...week, period, from, to } }, campaign, ZONE, { late: false }),
    )
  expect(titled("dates", "2022-03-10T00:00:00+07:00", "2022-03-11T00:00:00+07:00")).toContain("(10/3/2022)\n")
  expect(titled("month", "2022-03-01T00:00:00+07:00", "2022-04-01T00:00:00+07:00")).toContain(
    "TỔNG HỢP THÁNG (1/3/2022 – 31/3/2022)\n",
  )
  expect(titled("phase", "2021-09-01T00:00:00+07:00", "2022-04-21T08:00:00+07:00")).toContain(
    "TỔNG HỢP GIAI ĐOẠN 1 (1/9/2021 – 21/4 8h00)\n",
  )
})

test.each([
  ["a week and a minute later", "2022-04-29T16:01:00+07:00"],
  ["when the phase is over", "2022-06-01T00:00:00+07:00"],
])("what was needed and foretold is not told to who reads it %s", (_, at) => {
  const read = asRead(reading, campaign, Date.parse(at), ZONE)
  const old = plainWords(tallyPhrases(read, campaign, ZONE, { late: false }))
  expect(old).toContain("Giai đoạn 1: 3.801/5.000 (76,0%)")
  expect(old).not.toMatch(/cần|nhịp|So sánh/)
})

test("within the week and before the last day is over what is needed is told", () => {
  const lastWeek = { ...week, from: "2022-05-20T16:00:00+07:00", to: "2022-05-27T16:00:00+07:00" }
  const read = (at: string) =>
    asRead({ ...reading, tally: lastWeek }, campaign, Date.parse(`${at}+07:00`), ZONE).isPast
  expect(read("2022-05-31T23:59:00")).toBeUndefined()
  expect(read("2022-06-01T08:00:00")).toBe(true)
})

test("laggards are named to officers only, unless the campaign says otherwise", () => {
  const behind = { ...week, rows: [...week.rows, row("GD", "Công đoàn ngành Giáo dục", 12, 12, 4, 0)] }
  const slow = { ...reading, tally: behind }
  const words = officerPhrases(slow, campaign, ZONE, { late: false })
  expect(plainWords(words ?? [])).toBe(
    [
      "📋 Dành riêng cho cán bộ – Liên đoàn Lao động tỉnh Thái Nguyên, đến 22/4 16h00",
      "Chậm so với tiến độ đều (đến nay 85,6%): Công đoàn ngành Giáo dục 12,0%",
      "Chưa có sáng kiến: Công đoàn ngành Xây dựng",
      "Em chỉ báo riêng, không nêu tên các đơn vị này trong nhóm chung.",
    ].join("\n"),
  )
  const inGroup = (rules: typeof campaign) => plainWords(tallyPhrases(slow, rules, ZONE, { late: false }))
  expect(inGroup(campaign)).not.toMatch(/Chậm tiến độ|Xây dựng/)
  expect(inGroup({ ...campaign, reminders: { ...campaign.reminders, nameLaggards: true } })).toContain(
    "Chưa có sáng kiến: Công đoàn ngành Xây dựng",
  )
})

test("after the last day nobody is behind a pace any more, but short of the target", () => {
  const tally = {
    ...week,
    period: "phase" as const,
    to: "2022-06-01T00:00:00+07:00",
    rows: [row("GD", "Công đoàn ngành Giáo dục", 12, 12, 4, 0)],
  }
  expect(plainWords(officerPhrases({ ...reading, tally }, campaign, ZONE, { late: false }) ?? [])).toContain(
    "\nChưa đạt chỉ tiêu: Công đoàn ngành Giáo dục 12,0%\n",
  )
})

test("two units that are called alike are told apart by their codes, others are not", () => {
  const [gt, yt, xd] = week.rows.map((each, place) =>
    place === 1 ? each : { ...each, name: "CĐCS Trạm Y tế Chợ Chu" },
  )
  const alike = { ...reading, tally: { ...week, rows: [gt, yt, xd].flatMap((each) => each ?? []) } }
  expect(plainWords(rankingPhrases(alike, campaign, ZONE))).toContain(
    "1. CĐCS Trạm Y tế Chợ Chu (GT) – 118,2% ▲2 · +1\n2. Công đoàn ngành Y tế – 90,0% · +1\n3. CĐCS Trạm Y tế Chợ Chu (XD) – 0,0% ▼2 · +1",
  )
  const said = plainWords(tallyPhrases(alike, campaign, ZONE, { late: false, namesLaggards: true }))
  expect(said).toContain("Dẫn đầu: 1. CĐCS Trạm Y tế Chợ Chu (GT) 118,2% ▲2 · 2. Công đoàn ngành Y tế 90,0%")
  expect(said).toContain("Chưa có sáng kiến: CĐCS Trạm Y tế Chợ Chu (XD)")
})

test("officers hear nothing when nobody lags", () => {
  const ahead = { ...reading, tally: { ...week, rows: week.rows.slice(0, 2) } }
  expect(officerPhrases(ahead, campaign, ZONE, { late: false })).toBeUndefined()
})

test("before anything is counted nobody has a place, and it is said which number counts", () => {
  const rows = week.rows.map((row) => ({ ...row, onPortal: 0, achievedPct: 0 }))
  expect(plainWords(rankingPhrases({ ...reading, tally: { ...week, rows } }, campaign, ZONE))).toMatch(
    /^🏅 Bảng xếp hạng – .* \(tính theo số lên cổng\)\nChưa đơn vị nào có sáng kiến lên cổng\.$/,
  )
})

test("the ranking names places, how they moved, and in a span what came in since it began", () => {
  expect(plainWords(rankingPhrases(reading, campaign, ZONE))).toContain(
    "1. Công đoàn ngành GTVT – 118,2% ▲2 · +1\n2. Công đoàn ngành Y tế – 90,0% · +1\n3. Công đoàn ngành Xây dựng – 0,0% ▼2 · +1\n" +
      "(+ là số tăng thêm từ 16h00 ngày 15/4/2022)",
  )
  const phase = { ...reading, tally: { ...week, period: "phase" as const } }
  expect(plainWords(rankingPhrases(phase, campaign, ZONE))).toMatch(
    /1\. Công đoàn ngành GTVT – 118,2% ▲2\n2\. Công đoàn ngành Y tế – 90,0%\n3\. Công đoàn ngành Xây dựng – 0,0% ▼2$/,
  )
})
