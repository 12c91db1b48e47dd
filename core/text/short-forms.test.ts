import { expect, test } from "vitest"
import { spelledOut } from "./short-forms.ts"

test("officers' short forms are written out for officers alone", () => {
  expect(spelledOut("bc tuần, ds lv", { officer: true })).toBe("báo cáo tuần, danh sách lĩnh vực")
  expect(spelledOut("bc tuần, ds lv")).toBeUndefined()
})

test.each([
  ["k tính dc âu", "không tính được đâu"],
  ["ko bít nx", "không biết nữa"],
  ["sk mk duyệt ch z", "sk mình duyệt chưa vậy"],
  ["đv em thiếu bn sk nữa là đủ ct", "đơn vị em thiếu bao nhiêu sk nữa là đủ chỉ tiêu"],
  ["tk này của ck em", "tài khoản này của chồng em"],
  ["bh ms có kq v", "bây giờ mới có kết quả vậy"],
  ["mần răng để đăng ký rứa", "làm sao để đăng ký vậy"],
  ["tui hổng biết gởi mô", "tôi không biết gửi đâu"],
  ["h mik mún đki sk thì s ạ", "giờ mình muốn đăng ký sk thì sao ạ"],
  ["Muốn nộp thì gõ răng hè?", "Muốn nộp thì gõ sao?"],
  ["nỏ hiểu chi hết", "không hiểu gì hết"],
  ["nộp được hông dzậy?", "nộp được không vậy?"],
  ["5k, 3m vải", undefined],
  ["Kệ để khuôn xoay bốn mặt", undefined],
])("%j written out is %j", (text, whole) => {
  expect(spelledOut(text)).toBe(whole)
  if (whole !== undefined) expect(spelledOut(whole)).toBeUndefined()
})
