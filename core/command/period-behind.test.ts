import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["tiến độ quý này", "progress", "quý này"],
  ["tiến độ tháng này nhé em", "progress", "tháng này"],
  ["tiến độ kcn này", "progress", "kcn"],
  ["xếp hạng tuần trước nữa", "ranking", "tuần trước nữa"],
  ["bảng xếp hạng từ 1/3 đến 15/3", "ranking", "từ 1/3 đến 15/3"],
  ["top 5 tuần trước", "ranking", "top 5 tuần trước"],
  ["của tôi tháng này", "mine", ""],
  ["sáng kiến của tôi năm nay", "mine", ""],
  ["tuần này cả tỉnh được bao nhiêu", "progress", "toàn tỉnh tuần này"],
  ["cả tỉnh được mấy sáng kiến rồi", "progress", "toàn tỉnh"],
])("%s: the period stays with what is asked", (text, name, rest) => {
  expect(readCommand(text)).toMatchObject({ name, rest })
})

test.each([
  ["nhật ký tuần này", "journal", "tuần này"],
  ["chỉ tiêu năm nay", "targets", "năm nay"],
  ["làm lợi của KCN quý 1", "tally", "KCN quý 1"],
  ["làm lợi của KCN", "tally", "cả chương trình KCN"],
  ["phân loại theo lĩnh vực KCN", "tally", "theo lĩnh vực KCN"],
  ["chờ duyệt của may tng", "review", "may tng"],
])("%s, of an officer", (text, name, rest) => {
  expect(readCommand(text, { officer: true })).toMatchObject({ name, rest })
})

test.each([["chờ duyệt lâu quá"], ["cả tỉnh đang nắng nóng"]])("%s asks for no figures", (text) => {
  expect(readCommand(text, { officer: true })).toBeUndefined()
})
