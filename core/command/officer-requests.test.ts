import { expect, test } from "vitest"
import { officerRequestsIn } from "./officer-requests.ts"

test.each([
  ["công nhận SK-3 rồi từ chối SK-4 vì trùng", ["công nhận SK-3", "từ chối SK-4 vì trùng"]],
  ["SK-3, SK-4 được, SK-5 không được vì trùng", ["SK-3, SK-4 được", "SK-5 không được vì trùng"]],
  ["SK-3 SK-4 công nhận còn SK-5 từ chối lý do sơ sài", ["SK-3 SK-4 công nhận", "SK-5 từ chối lý do sơ sài"]],
  ["tổng hợp tuần và xuất tổng hợp tuần", ["tổng hợp tuần", "xuất tổng hợp tuần"]],
  ["tổng hợp tuần rồi nhắc đơn vị chậm", ["tổng hợp tuần", "nhắc đơn vị chậm"]],
  // What asks something back comes last.
  ["nhắc KCN 8h mai, chỉ tiêu KCN 300", ["nhắc KCN 8h mai, chỉ tiêu KCN 300"]],
  ["duyệt và tổng hợp tuần", ["tổng hợp tuần", "duyệt"]],
  ["tiến độ KCN, xếp hạng, đơn vị nào chưa đạt", ["tiến độ KCN", "xếp hạng", "đơn vị nào chưa đạt"]],
  ["chỉ tiêu KCN 300 và nhắc KCN 8h mai", ["chỉ tiêu KCN 300", "nhắc KCN 8h mai"]],
])("%j", (text, requests) => {
  expect(officerRequestsIn(text) ?? [text]).toEqual(requests)
})

test.each([
  "tiến độ KCN và GD",
  "tổng hợp tuần trước và tháng 3",
  "so sánh KCN với GD",
  "từ chối SK-4 vì trùng và tổng hợp sai số liệu",
  "hỏi thêm SK-4 số liệu trước và sau",
  "nhắc KCN ngay: mai họp, và xuất danh sách",
  "nhắc đơn vị chậm và duyệt",
  "ai chưa nộp thì nhắc giúp chị",
  "đơn vị nào dưới 30% thì nhắc ngay",
  "công nhận SK-3 và SK-4",
  "công nhận SK-000010, SK-000011, 12-17 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/4",
  "Cải tiến máy may và xuất hàng nhanh hơn",
])("%j is no more than one", (text) => {
  expect(officerRequestsIn(text)).toBeUndefined()
})
