import { expect, test } from "vitest"
import { MESSAGES } from "../command/messages.labelled.ts"
import { TITLES } from "../ideas/titles.labelled.ts"
import { isForOthers, isRatherTalk, namesWorkplace } from "./talk.ts"
import { isTitle } from "./title.ts"
import { asksBack, tellsHowItWas } from "./told.ts"

test.each(
  [
    "trời mưa quá, trời mưa quá không đi làm được, hôm nay mệt ghê, đói bụng quá em ơi, chị đang bận tí, em chưa nghĩ ra tên, tên gì cũng được",
    "đặt hộ chị cái tên, con chị ốm quá, máy hỏng rồi, cái máy này hay hỏng lắm, đợi chị ăn cơm đã, tổ chị chưa họp, sếp bảo phải đăng ký",
    "alo có ai không, chúc em ngày mới tốt lành, ngày mai họp tổ lúc 8h, mạng chậm quá, cái này khó quá, đang lái xe, mất điện rồi em ạ",
    "hihi xin lỗi nhắn nhầm, nhầm nhóm rồi, thời tiết hôm nay đẹp, troi mua qua, met qua em oi, chi dang ban ti, chiều nay họp nhé cả nhà",
  ].flatMap((line) => line.split(", ")),
)("whether %j is a title is asked", (text) => {
  expect(isRatherTalk(text)).toBe(true)
})

test.each([
  ["công ty may tê en gờ", true],
  ["em làm ở Trường Mầm non Hoa Hồng", true],
  ["sở y tế tỉnh", true],
  ["Công ty tự chế xe đẩy giảm bốc vác", false],
  ["Cổng trường có mái che cho phụ huynh", false],
])("%j is where somebody works: %s", (text, is) => {
  expect(namesWorkplace(text)).toBe(is)
})

test("of titles people really gave hardly any is asked about", () => {
  const titles = MESSAGES.flatMap(({ title = "" }) => (isTitle(title) ? [title] : []))
  expect(titles.length).toBeGreaterThan(150)
  expect(titles.filter(isRatherTalk)).toEqual(["cho trẻ ăn ngon miệng hơn"])
})

test("a title is neither talk nor a workplace, no question and no story, however it is told", () => {
  const titles = TITLES.flatMap(({ title, same, other }) => [title, ...same, ...other])
  const doubted = (title: string) =>
    [isRatherTalk, namesWorkplace, asksBack, (text: string) => tellsHowItWas(text)].some((is) => is(title))
  expect(titles.length).toBeGreaterThan(300)
  expect(titles.filter(doubted)).toEqual([])
  expect(["Số hóa cữ gá may túi hộp", "Sổ hóa chất trên điện thoại"].filter(doubted)).toEqual([])
})

test.each([
  ["chiều nay họp nhé cả nhà", true],
  ["ai mua cơm hộ chị với", true],
  ["trước em phải mài tay", false],
  ["giờ khuôn có vát sẵn nên bỏ công đoạn mài", false],
  ["Tay quay nâng cuộn giấy", false],
  ["chắc 5 triệu thôi em ạ", false],
])("in a group %j is meant for others: %s", (text, others) => {
  expect(isForOthers(text)).toBe(others)
})
