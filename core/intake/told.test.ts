import { expect, test } from "vitest"
import { isQuestion, tellsIdea } from "./told.ts"

test.each([
  "a co cai nay hay lam ne, truoc day to a phai mai tay cai khuon dap mat 30 phut 1 cai gio a lam cai do ga xoay duoc chi con 10 phut dang ky cho a voi",
  "Em mới làm cái giá để chỉ ba tầng ở đầu chuyền, lấy chỉ không phải cúi nữa, đăng ký giúp em nhé",
  "trước đây tổ em toàn phải bê tay từng cuộn vải giờ em hàn cái xe đẩy hai tầng một người đẩy là được",
])("%j tells an idea", (text) => {
  expect(tellsIdea(text)).toBe(true)
})

test.each([
  ["sáng kiến của anh có được tính tăng lương ko", true],
  ["hôm nay trời đẹp nhỉ", true],
  ["bao giờ có kết quả ạ?", true],
  ["trước 30 phút, nay 20 phút mỗi túi", false],
  ["cả xưởng dùng 120 bóng", false],
])("%j asks: %j", (text, asks) => {
  expect(isQuestion(text)).toBe(asks)
})

test.each([
  "đăng ký giúp em nhé",
  "trước đây anh làm ở tổ ba giờ chuyển sang tổ năm rồi thì có phải đổi gì không",
  "chiều nay họp tổ lúc ba giờ ở phòng lớn nhé các anh chị em ơi",
  "hôm trước em gửi cái sáng kiến mà không thấy ai trả lời gì hết vậy",
])("%j tells none", (text) => {
  expect(tellsIdea(text)).toBe(false)
})
