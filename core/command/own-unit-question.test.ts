import { expect, test } from "vitest"
import { asksForOwnUnits, asksHowManyOwn, figuresAsked } from "./own-unit-question.ts"

test.each([
  "danh sách sáng kiến của đơn vị",
  "sáng kiến đơn vị mình",
  "cho tôi xem sáng kiến của công ty",
  "đơn vị mình có những sáng kiến nào",
  "có ai trong tổ đăng ký chưa",
  "to minh ai dang ky roi",
  "em ơi trường mình có những ai đăng ký rồi ạ",
])("%j asks which initiatives one's own unit has", (text) => {
  expect(asksForOwnUnits(text)).toBe(true)
})

test.each([
  "sáng kiến cải tiến máy của tổ mình",
  "đơn vị tôi cải tiến máy ép",
  "tổ mình có sáng kiến giá đỡ bình oxy",
  "sáng kiến của tôi",
])("%j does not", (text) => {
  expect(asksForOwnUnits(text)).toBe(false)
})

test.each([
  ["số liệu tháng này", "tháng này"],
  ["tuần này thế nào", "tuần này"],
  ["tháng này được mấy cái rồi", "tháng này"],
  ["báo cáo tháng này", "tháng này"],
  ["tuần trước mình được mấy cái", "tuần trước"],
  ["tháng này mấy cái", "thang nay"],
  ["tổng hợp tuần này chi tiết", undefined],
  ["cái kệ hôm nọ đến đâu rồi", undefined],
])("%j asks for the figures of %j", (text, period) => {
  expect(figuresAsked(text)).toBe(period)
})

test.each([
  ["từ đầu năm đến giờ mình có mấy sáng kiến", true],
  ["Cho mình hỏi từ đầu năm đến giờ mình có mấy sáng kiến rồi?", true],
  ["năm nay em gửi được mấy cái rồi", true],
  ["tháng này tôi đã nộp bao nhiêu sáng kiến", true],
  ["từ đầu năm đến giờ đơn vị mình có mấy sáng kiến", false],
  ["tháng này mình được mấy cái", false],
  ["tháng này có mấy sáng kiến", false],
])("%j asks how many they have of their own: %s", (text, isOwn) => {
  expect(asksHowManyOwn(text)).toBe(isOwn)
})
