import { expect, test } from "vitest"
import { inDigits } from "./spelled-number.ts"

test.each([
  ["phấn đấu một trăm", "phấn đấu 100"],
  ["phan dau mot tram hai muoi", "phan dau 120"],
  ["đơn vị A có bốn trăm linh năm đoàn viên, ba mươi lao động", "đơn vị A có 405 đoàn viên, 30 lao động"],
  ["giai đoạn 1 chỉ tiêu sáu nghìn năm trăm", "giai đoạn 1 chỉ tiêu 6500"],
  ["chỉ tiêu KCN hai mươi mốt từ 1/7", "chỉ tiêu KCN 21 từ 1/7"],
  ["chỉ tiêu KCN mười lăm", "chỉ tiêu KCN 15"],
  ["chi tieu KCN hai muoi lam", "chi tieu KCN 25"],
  ["ba chục sáng kiến", "30 sáng kiến"],
  ["hai ngàn", "2000"],
])("%s", (text, digits) => {
  expect(inDigits(text)).toBe(digits)
})

test.each([
  "CĐCS Trường Ba Hàng",
  "CĐCS Trạm Y tế Ba Trại",
  "đơn vị hai trạm y tế",
  "don vi hai tram y te",
  "năm nay, trăm việc",
  "hai, trăm",
  "chỉ tiêu Mười Cúc",
  "muối tôm",
  "tháng năm tuần ba",
])("%s holds no number", (text) => {
  expect(inDigits(text)).toBe(text)
})
