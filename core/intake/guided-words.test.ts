import { describe, expect, test } from "vitest"
import { asksForAMoment, asksToWait, isAtALoss, startsOver, takesBackAnswer } from "./guided-words.ts"

describe("what is said to a question and answers none", () => {
  test.each([
    ["chờ anh tí", true],
    ["à khoan", true],
    ["để em nghĩ đã", true],
    ["để mai anh làm", false],
    ["tối nay gửi ảnh nhé", false],
    ["chờ máy nguội mới thay được khuôn", false],
  ])("%s: asks for a moment, %s", (text, asks) => {
    expect(asksForAMoment(text)).toBe(asks)
  })

  test.each([
    ["để mai anh làm", true],
    ["tối chị viết tiếp nhé", true],
    ["mai", true],
    ["Tủ sấy mai rùa", false],
  ])("%s: no answer yet, %s", (text, waits) => {
    expect(asksToWait(text)).toBe(waits)
  })

  test.each([
    ["làm lại từ đầu", true],
    ["bắt đầu lại nhé em", true],
    ["cho em đăng ký lại từ đầu", true],
    ["thôi làm lại đi", true],
    ["làm lại từ đầu quy trình sơn cửa", false],
    ["Làm lại khuôn dập chi tiết loa", false],
  ])("%s: begins anew, %s", (text, begins) => {
    expect(startsOver(text)).toBe(begins)
  })

  test.each([
    ["nhầm rồi", true],
    ["ui chết ghi nhầm rồi em", true],
    ["sai rồi", true],
    ["xóa cái vừa rồi đi", true],
    ["trước hay bị sai số", false],
    ["nhầm lẫn khi đóng gói nay không còn", false],
    ["bỏ câu hỏi trắc nghiệm cũ", false],
  ])("%s: takes the last answer back, %s", (text, takes) => {
    expect(takesBackAnswer(text)).toBe(takes)
  })

  test.each([
    ["cho ví dụ đi", true],
    ["vd?", true],
    ["xin cái mẫu với em", true],
    ["mẫu phiếu giao ca điện tử", false],
    ["ví dụ trước may tay nay may máy", false],
  ])("%s: at a loss, %s", (text, loss) => {
    expect(isAtALoss(text)).toBe(loss)
  })
})
