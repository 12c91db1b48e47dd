import { expect, test } from "vitest"
import { recordsIn } from "./records-in-sentence.ts"

test.each([
  ["SK-9 với SK-90 là một, gộp vào SK-9", ["SK-000009", "SK-000090"]],
  ["SK-20 đến 22 đạt, còn SK-30 thì chưa", ["SK-000020", "SK-000021", "SK-000022", "SK-000030"]],
  ["sk 3→5 trừ 4", ["SK-000003", "SK-000005"]],
  ["mấy mã lẻ 1,3,5 công nhận", ["SK-000001", "SK-000003", "SK-000005"]],
  ["cái 12 ổn đấy", ["SK-000012"]],
  ["4317 của ai thế", ["SK-004317"]],
  ["cái 4266 y chang 4251", ["SK-004266", "SK-004251"]],
  ["từ 4340 đến 4342 cho qua hết đi", ["SK-004340", "SK-004341", "SK-004342"]],
  ["đủ 1500 chưa", []],
  ["giao 1200 cái cho KCN trong năm 2023", []],
  ["Tiểu học Kha Sơn còn 1540 đoàn viên", []],
  ["KCN được 12 cái rồi", []],
  ["ngày 12/4 họp", []],
] as const)("%s", (typed, codes) => {
  expect(recordsIn(typed)).toEqual(codes)
})

test("bare numbers are records only where two are said to be one", () => {
  expect(recordsIn("222 trùng với 31", { twoAtLeast: true })).toEqual(["SK-000222", "SK-000031"])
  expect(recordsIn("222 trùng với 31")).toEqual([])
})
