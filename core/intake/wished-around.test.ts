import { expect, test } from "vitest"
import { TITLES } from "../ideas/titles.labelled.ts"
import { titleWishedFor } from "./wished-around.ts"

test.each([
  ["gửi sk nè: nhắn tin nhắc lịch tiêm", { title: "nhắn tin nhắc lịch tiêm", isSure: true }],
  ["ghi nhan giup toi voi: phan mem xep lich truc", { title: "phan mem xep lich truc", isSure: true }],
  [
    "tối ưu lộ trình xe bus, mỗi năm lợi 15.000 USD, cho mình đăng ký vs đồng chí bot ơi",
    { title: "tối ưu lộ trình xe bus, mỗi năm lợi 15.000 USD", isSure: true },
  ],
  ["Khay nam châm thu kim, nộp giúp em", { title: "Khay nam châm thu kim", isSure: false }],
  ["thêm cho tui cái nữa, bộ gá hàn khung xe", { title: "bộ gá hàn khung xe", isSure: true }],
  [
    "bot ơi ghi hộ anh Toàn tổ 2 nhé: chế lại cái gàu múc liệu",
    { title: "chế lại cái gàu múc liệu", for: "anh Toàn tổ 2", isSure: false },
  ],
  // What is said to the bot is none for certain, and who holds back wishes nothing
  ["thêm cái nữa, cho em hỏi bao giờ có kết quả", { title: "cho em hỏi bao giờ có kết quả", isSure: false }],
  ["em gửi thêm cái nữa, mai em gửi", { title: "mai em gửi", isSure: false }],
  ["thôi để mai, nộp giúp em", undefined],
  ["em không muốn nộp nữa, ghi giúp em", undefined],
  // Whoever tells of it themselves is asked for its name, and what is sent may be anything
  [
    "Tui mần cái máng trượt hàng, bớt 3 người. Cho tui ghi tên với",
    { title: "Tui mần cái máng trượt hàng, bớt 3 người", isSure: false, isStory: true },
  ],
  ["báo giúp em: mai tổ 2 nghỉ", undefined],
  ["ghi giúp em: chiều nay em nghỉ", { title: "chiều nay em nghỉ", isSure: false }],
  ["gửi: báo cáo tháng 3", undefined],
  ["em gửi chị: bảng lương tháng 3", undefined],
  [
    "Trước phải khiêng tay, nay có xe đẩy, đăng ký giúp em",
    { title: "Trước phải khiêng tay, nay có xe đẩy", isSure: true, isStory: true },
  ],
] as const)("%s", (text, expected) => {
  expect(titleWishedFor(text)).toEqual(expected)
})

test("no title is a wish around another one", () => {
  const titles = TITLES.flatMap(({ title, same, other }) => [title, ...same, ...other])
  expect(titles.filter((title) => titleWishedFor(title) !== undefined)).toEqual([])
})
