import { expect, test } from "vitest"
import { asksAboutDoing, holdsBack } from "./asked-of-record.ts"
import type { CommandName } from "./command.ts"

const ASKED: readonly (readonly [CommandName, string])[] = [
  ["refuse", "SK-4 có phải ghi lý do không"],
  ["refuse", "SK-4 thì tác giả có biết không ạ"],
  ["refuse", "co phai ghi ly do khong"],
  ["recognize", "SK-3 cấp tỉnh thì gõ thế nào"],
  ["recognize", "SK-3 được không"],
  ["recognize", "SK-4 cấp tỉnh được không em"],
  ["recognize", "tất cả trừ SK-5 được không"],
  ["accept", "SK-3 ngày 5/3 có được không"],
  ["takeBack", "bỏ từ chối SK-3 có sao không"],
  ["moveRecord", "SK-4 KCN-01 có ảnh hưởng gì không"],
  ["moveRecord", "SK-4 KCN-01 được không"],
  ["merge", "SK-3 vào SK-4 thì sao"],
  ["takeBack", "công nhận SK-2 thì có sao không"],
  ["askMore", "SK-3 thì họ trả lời ở đâu"],
  ["cancel", "SK-3 có sao không"],
  ["cancel", "SK-1 thì có mất điểm không"],
  ["add", "SK-1 thế nào"],
  ["onPortal", "SK-2 thế nào"],
]

test.each(ASKED)("%s %s: asked about", (name, words) => {
  expect(asksAboutDoing(name, words)).toBe(true)
})

const MEANT: readonly (readonly [CommandName, string])[] = [
  ["refuse", "SK-4 vì chưa rõ áp dụng ở đâu"],
  ["refuse", "SK-4 không có số liệu"],
  ["refuse", "SK-4 trùng với SK-3"],
  ["refuse", "SK-4 có phải sáng kiến đâu"],
  ["moveRecord", "SK-4 CĐCS Công ty Có Được"],
  ["takeBack", "bỏ từ chối SK-3 xét lại"],
  ["recognize", "SK-3 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4"],
  ["askMore", "SK-3 có ảnh không"],
  ["askMore", "SK-3 áp dụng thế nào, ở đâu"],
  ["cancel", "SK-3 được không em"],
  ["cancel", "SK-3 vì ghi nhầm"],
  ["add", "SK-1 trước làm tay thì mất 20 phút, nay không"],
  ["add", "SK-1 dùng ở đâu cũng được"],
  ["mine", "thế nào"],
]

test.each(MEANT)("%s %s: meant", (name, words) => {
  expect(asksAboutDoing(name, words)).toBe(false)
})

test.each([
  ["SK-1 thì tiếc", true],
  ["SK-1 thì mất công", true],
  ["SK-1 uổng lắm", true],
  ["SK-1 tiếc công em làm", true],
  ["SK-1 thì hơn", false],
  ["SK-1 vì tiếc tiền mua vật tư", false],
  ["SK-1", false],
])("cancel %s: hesitates %s", (words, hesitates) => {
  expect(holdsBack("cancel", words)).toBe(hesitates)
})
