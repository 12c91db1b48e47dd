import { expect, test } from "vitest"
import { isoLocal } from "../clock.ts"
import { foldWords } from "../text/fold.ts"
import { planTally } from "./plan.ts"
import { tallyWishes } from "./several.ts"
import { aCampaign, ZONE } from "./testing.ts"

const campaign = aCampaign()
/** A Thursday in phase 2; the last closing was on 24 June, 16:00. */
const NOW = Date.parse("2022-06-30T09:00:00+07:00")
const NAMES = {
  KCN: "Công đoàn các KCN tỉnh",
  GD: "Công đoàn ngành Giáo dục",
  NN: "Công đoàn ngành Nông nghiệp và PTNT",
  "KCN-01": "CĐCS Công ty May TNG",
  "KCN-02": "CĐCS Trường THCS Tân Long",
  "GD-01": "CĐCS Công ty Cơ khí Tân Long",
}
const units = Object.entries(NAMES).map(([code, name]) => ({
  id: code,
  code,
  name,
  nameKey: foldWords(name),
  path: ["TINH", code],
}))

const wishes = (rest: string) =>
  tallyWishes(rest, { campaign, now: NOW, zone: ZONE }, units).map(({ ask, unit, details, sector }) => {
    const { from, to } = planTally(campaign, ask, ZONE)
    const on = (at: number) => isoLocal(at, ZONE).slice(0, 10)
    const more = [unit, details?.kind, sector?.typed].filter((each) => each !== undefined && each !== "")
    return [`${ask.period} ${on(from)} ${on(to)}`, ...more].join(" · ")
  })

test.each([
  ["tuần trước và tháng 3", ["week 2022-06-17 2022-06-24", "month 2022-03-01 2022-04-01"]],
  ["tuan nay voi tuan truoc", ["week 2022-06-24 2022-06-30", "week 2022-06-17 2022-06-24"]],
  [
    "tháng 1, tháng 2, tháng 3",
    ["month 2022-01-01 2022-02-01", "month 2022-02-01 2022-03-01", "month 2022-03-01 2022-04-01"],
  ],
  [
    "tháng 1, 2 và 3",
    ["month 2022-01-01 2022-02-01", "month 2022-02-01 2022-03-01", "month 2022-03-01 2022-04-01"],
  ],
  ["quý 1 và 2", ["dates 2022-01-01 2022-04-01", "dates 2022-04-01 2022-06-30"]],
  ["tháng 2 và tháng 3 KCN", ["month 2022-02-01 2022-03-01 · KCN", "month 2022-03-01 2022-04-01 · KCN"]],
  // Which of the two is asked once, for both.
  [
    "tháng 2 và tháng 3 tân long",
    ["month 2022-02-01 2022-03-01 · tân long", "month 2022-03-01 2022-04-01 · tân long"],
  ],
  ["KCN và GD", ["week 2022-06-24 2022-06-30 · KCN", "week 2022-06-24 2022-06-30 · GD"]],
  ["tháng 3 KCN, GD", ["month 2022-03-01 2022-04-01 · KCN", "month 2022-03-01 2022-04-01 · GD"]],
  ["KCN và GD tháng 3", ["month 2022-03-01 2022-04-01 · KCN", "month 2022-03-01 2022-04-01 · GD"]],
  ["KCN tháng 2 và GD tháng 3", ["month 2022-02-01 2022-03-01 · KCN", "month 2022-03-01 2022-04-01 · GD"]],
  [
    "tháng 2 và tháng 3 chi tiết công nhận",
    ["month 2022-02-01 2022-03-01 · recognized", "month 2022-03-01 2022-04-01 · recognized"],
  ],
])("%j asks for several tallies", (rest, expected) => {
  expect(wishes(rest)).toEqual(expected)
})

test.each([
  ["tháng 3 Nông nghiệp và PTNT", "month 2022-03-01 2022-04-01 · Nông nghiệp và PTNT"],
  ["từ 1/3 đến 15/3", "dates 2022-03-01 2022-03-16"],
  ["tháng 3 công nhận bao nhiêu, lên cổng bao nhiêu", "month 2022-03-01 2022-04-01"],
  ["tuần trước và mai kia", "week 2022-06-17 2022-06-24 · và mai kia"],
])("%j asks for one", (rest, expected) => {
  expect(wishes(rest)).toEqual([expected])
})
