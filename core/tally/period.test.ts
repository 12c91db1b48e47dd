import { expect, test } from "vitest"
import { isoLocal } from "../clock.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import { foldWords } from "../text/fold.ts"
import { planTally } from "./plan.ts"
import { aCampaign, ZONE } from "./testing.ts"
import { readTallyWish } from "./wish.ts"

const campaign = { ...aCampaign(), sectors: ["Giáo dục – đào tạo", "Khác"] }
/** A Thursday in phase 2; the last closing was on 24 June, 16:00. */
const NOW = Date.parse("2022-06-30T09:00:00+07:00")
const CALENDAR = { campaign, now: NOW, zone: ZONE }

function span(text: string, units: readonly SearchableUnit[] = []): string {
  const { ask, unit } = readTallyWish(text, CALENDAR, units)
  const { from, to } = planTally(campaign, ask, ZONE)
  const short = (at: number) => isoLocal(at, ZONE).slice(0, 16)
  return `${ask.period} ${short(from)} ${short(to)}${unit === "" ? "" : ` · ${unit}`}`
}

test.each([
  ["", "week 2022-06-24T16:00 2022-06-30T09:00"],
  ["tuần", "week 2022-06-24T16:00 2022-06-30T09:00"],
  ["tuần này cho anh với nhé", "week 2022-06-24T16:00 2022-06-30T09:00"],
  ["tuần này cho anh in ra", "week 2022-06-24T16:00 2022-06-30T09:00"],
  ["tuần trước", "week 2022-06-17T16:00 2022-06-24T16:00"],
  ["tuan vua roi kcn", "week 2022-06-17T16:00 2022-06-24T16:00 · kcn"],
  ["2 tuần gần nhất", "dates 2022-06-17T00:00 2022-06-30T09:00"],
  ["10 ngay qua kcn", "dates 2022-06-21T00:00 2022-06-30T09:00 · kcn"],
  ["tuần trước nữa", "week 2022-06-10T16:00 2022-06-17T16:00"],
  ["tuan truoc nua kcn", "week 2022-06-10T16:00 2022-06-17T16:00 · kcn"],
  ["tháng trước nữa", "month 2022-04-01T00:00 2022-05-01T00:00"],
  ["7 ngày gần đây", "dates 2022-06-24T00:00 2022-06-30T09:00"],
  ["7 ngày gần", "dates 2022-06-24T00:00 2022-06-30T09:00"],
  ["hai tuần qua", "dates 2022-06-17T00:00 2022-06-30T09:00"],
  ["kcn hai tuần qua", "dates 2022-06-17T00:00 2022-06-30T09:00 · kcn"],
  ["toàn chương trình", "campaign 2021-09-01T00:00 2022-06-30T09:00"],
  ["tháng", "month 2022-06-01T00:00 2022-06-30T09:00"],
  ["tháng trước", "month 2022-05-01T00:00 2022-06-01T00:00"],
  ["tháng 3", "month 2022-03-01T00:00 2022-04-01T00:00"],
  ["thang 3/2022 may tng", "month 2022-03-01T00:00 2022-04-01T00:00 · may tng"],
  ["tháng ba kcn", "month 2022-03-01T00:00 2022-04-01T00:00 · kcn"],
  ["thang nam", "month 2022-05-01T00:00 2022-06-01T00:00"],
  ["từ đầu năm đến nay", "dates 2022-01-01T00:00 2022-06-30T09:00"],
  ["năm", "dates 2022-01-01T00:00 2022-06-30T09:00"],
  ["cả năm", "dates 2022-01-01T00:00 2022-06-30T09:00"],
  ["năm nay", "dates 2022-01-01T00:00 2022-06-30T09:00"],
  ["nam", "week 2022-06-24T16:00 2022-06-30T09:00 · nam"],
  ["tu dau nam kcn", "dates 2022-01-01T00:00 2022-06-30T09:00 · kcn"],
  ["từ đầu tháng", "month 2022-06-01T00:00 2022-06-30T09:00"],
  ["từ đầu giai đoạn tới giờ", "phase 2022-06-01T00:00 2022-06-30T09:00"],
  ["từ đầu đến nay", "campaign 2021-09-01T00:00 2022-06-30T09:00"],
  ["đến hôm nay", "campaign 2021-09-01T00:00 2022-06-30T09:00"],
  ["tính đến giờ", "campaign 2021-09-01T00:00 2022-06-30T09:00"],
  ["đến", "campaign 2021-09-01T00:00 2022-06-30T09:00"],
  ["giai đoạn một", "phase 2021-09-01T00:00 2022-06-01T00:00"],
  ["giai đoạn ba hàng", "phase 2022-06-01T00:00 2022-06-30T09:00 · ba hàng"],
  ["giai đoạn năm căn", "phase 2022-06-01T00:00 2022-06-30T09:00 · năm căn"],
  ["quý I/2022", "dates 2022-01-01T00:00 2022-04-01T00:00"],
  ["từ 1/3 đến 15/3", "dates 2022-03-01T00:00 2022-03-16T00:00"],
  ["từ 1/3 đến nay", "dates 2022-03-01T00:00 2022-06-30T09:00"],
  ["từ ngày 1/3 tới nay kcn", "dates 2022-03-01T00:00 2022-06-30T09:00 · kcn"],
  ["tu 1/3 den hom nay", "dates 2022-03-01T00:00 2022-06-30T09:00"],
  ["đến 15/4", "campaign 2021-09-01T00:00 2022-04-16T00:00"],
  ["tính đến hết ngày 15/4/2022 kcn", "campaign 2021-09-01T00:00 2022-04-16T00:00 · kcn"],
  ["từ ngày 1/3 đến ngày 15/3/2022 CĐCS May TNG", "dates 2022-03-01T00:00 2022-03-16T00:00 · CĐCS May TNG"],
  ["hôm qua", "dates 2022-06-29T00:00 2022-06-30T00:00"],
  ["21/4", "dates 2022-04-21T00:00 2022-04-22T00:00"],
  ["giai đoạn", "phase 2022-06-01T00:00 2022-06-30T09:00"],
  ["giai đoạn trước", "phase 2021-09-01T00:00 2022-06-01T00:00"],
  ["gđ1", "phase 2021-09-01T00:00 2022-06-01T00:00"],
  ["giai doan 1 kcn", "phase 2021-09-01T00:00 2022-06-01T00:00 · kcn"],
  ["đợt 1", "peak 2022-03-31T00:00 2022-04-09T00:00"],
  ["tuần cao điểm", "peak 2022-03-31T00:00 2022-04-09T00:00"],
  ["cả chương trình", "campaign 2021-09-01T00:00 2022-06-30T09:00"],
  ["may tng", "week 2022-06-24T16:00 2022-06-30T09:00 · may tng"],
  ["tháng 3 cho KCN", "month 2022-03-01T00:00 2022-04-01T00:00 · KCN"],
  ["tháng 3 của may tng", "month 2022-03-01T00:00 2022-04-01T00:00 · may tng"],
  ["may tng tháng 3", "month 2022-03-01T00:00 2022-04-01T00:00 · may tng"],
  ["kcn hôm qua nhé", "dates 2022-06-29T00:00 2022-06-30T00:00 · kcn"],
  ["trường 3 tháng 2", "week 2022-06-24T16:00 2022-06-30T09:00 · trường 3 tháng 2"],
  ["trường 19/5", "week 2022-06-24T16:00 2022-06-30T09:00 · trường 19/5"],
  ["tháng 3 công nhận bao nhiêu, lên cổng bao nhiêu", "month 2022-03-01T00:00 2022-04-01T00:00"],
  ["tuần ra pdf", "week 2022-06-24T16:00 2022-06-30T09:00"],
  ["tuần cao điểm vừa rồi", "peak 2022-03-31T00:00 2022-04-09T00:00"],
  ["theo lĩnh vực kcn", "campaign 2021-09-01T00:00 2022-06-30T09:00 · kcn"],
])("tổng hợp %s", (text, expected) => {
  expect(span(text)).toBe(expected)
})

const UNITS = [
  ["T8", "CĐCS Tháng Tám"],
  ["TG", "LĐLĐ huyện Tuần Giáo"],
  ["H-DT", "LĐLĐ huyện Đại Từ"],
  ["KCN", "Công đoàn các KCN tỉnh"],
  ["Q", "CĐCS Tiểu học Quý"],
  ["GD", "Công đoàn ngành Giáo dục"],
].map(([code = "", name = ""]) => ({ id: code, code, nameKey: foldWords(name) }))

test.each([
  ["CĐCS Tháng Tám", "week 2022-06-24T16:00 2022-06-30T09:00 · CĐCS Tháng Tám"],
  ["Tuần Giáo", "week 2022-06-24T16:00 2022-06-30T09:00 · Tuần Giáo"],
  ["tháng 3 huyện Tuần Giáo", "month 2022-03-01T00:00 2022-04-01T00:00 · huyện Tuần Giáo"],
  ["tuan thang tam", "week 2022-06-24T16:00 2022-06-30T09:00 · thang tam"],
  ["cdcs thang tam thang truoc", "month 2022-05-01T00:00 2022-06-01T00:00 · cdcs thang tam"],
  ["huyện Đại Từ tháng 3", "month 2022-03-01T00:00 2022-04-01T00:00 · huyện Đại Từ"],
  ["Đại Từ từ 1/3 đến 15/3", "dates 2022-03-01T00:00 2022-03-16T00:00 · Đại Từ"],
  ["trường tiểu học Quý quý 1", "dates 2022-01-01T00:00 2022-04-01T00:00 · trường tiểu học Quý"],
  ["gd", "week 2022-06-24T16:00 2022-06-30T09:00 · gd"],
  ["gd gd", "phase 2022-06-01T00:00 2022-06-30T09:00 · gd"],
  ["kcn tháng 3", "month 2022-03-01T00:00 2022-04-01T00:00 · kcn"],
  ["theo lĩnh vực giáo dục huyện Đại Từ tháng 3", "month 2022-03-01T00:00 2022-04-01T00:00 · huyện Đại Từ"],
])("tổng hợp %s, where units are called by the words of periods", (text, expected) => {
  expect(span(text, UNITS)).toBe(expected)
})

test.each([
  ["chi tiết", "registered", 1, ""],
  ["tuần trước chi tiết công nhận", "recognized", 1, ""],
  ["tháng 3 kcn chi tiet len cong trang 2", "onPortal", 2, "kcn"],
  ["chi tiết điều chỉnh", "corrections", 1, ""],
] as const)("tổng hợp %s: the records behind a number", (text, kind, page, unit) => {
  expect(readTallyWish(text, CALENDAR)).toMatchObject({ details: { kind, page }, unit })
})

test("what lies ahead is nobody's tally", () => {
  const early = Date.parse("2022-03-10T09:00:00+07:00")
  for (const [text, name] of [
    ["giai đoạn 2", "Giai đoạn 2"],
    ["đợt 1 kcn", "Tuần cao điểm"],
  ] as const) {
    expect(readTallyWish(text, { ...CALENDAR, now: early }).ahead?.name).toBe(name)
    expect(readTallyWish(text, CALENDAR).ahead).toBeUndefined()
  }
  expect(() => span("từ 1/7/2022 đến 15/7/2022")).toThrow("Two dates need a first one before the last")
})
