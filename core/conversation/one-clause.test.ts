import { expect, test } from "vitest"
import { clauseMeant } from "./one-clause.ts"

const member = { officer: false }

test.each([
  ["phiền quá, đừng nhắc tôi nữa", "đừng nhắc tôi nữa"],
  ["đang viết dở hôm qua, giờ viết tiếp", "giờ viết tiếp"],
  ["chị bận lắm. hạn nộp tới khi nào", "hạn nộp tới khi nào"],
  ["ca đêm mệt quá, sk của em tới đâu rồi", "sk của em tới đâu rồi"],
  ["nghĩ lại rồi, hủy SK-3 giúp em", "hủy SK-3 giúp em"],
])("%s: %s", (text, clause) => {
  expect(clauseMeant(text, member)).toBe(clause)
})

test.each([
  // Nothing is registered, and nothing taken back, that is only spoken of in passing.
  "hôm qua họp xong, đăng ký nghỉ phép",
  "máy hỏng rồi, hủy hết đi",
  // Which of two is meant is not said.
  "tiến độ sao rồi, bảng xếp hạng đâu",
  "chiều nay họp nhé, nhớ mang sổ",
  "một câu không có gì để tách",
])("%s: no one clause is meant", (text) => {
  expect(clauseMeant(text, member)).toBeUndefined()
})

test.each(["đừng hủy vội, rút SK-1 thì tiếc", "em đang phân vân, hủy SK-1 giúp em"])(
  "%s: who holds back orders nothing",
  (text) => {
    expect(clauseMeant(text, { officer: false })).toBeUndefined()
  },
)
