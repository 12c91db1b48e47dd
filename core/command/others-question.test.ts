import { expect, test } from "vitest"
import { fold } from "../text/fold.ts"
import { unitAsked } from "./others-question.ts"
import { readCommand } from "./read.ts"

test.each([
  "công ty tôi đã đăng ký những gì",
  "cong ty toi da dang ky nhung gi",
  "đơn vị mình có những sáng kiến nào rồi",
  "đơn vị tôi đăng ký được những sáng kiến gì rồi ạ",
  "em ơi trường mình có sáng kiến gì rồi",
  "tổ em nộp những cái gì rồi",
])("%j looks up what one's own unit has", (text) => {
  expect(readCommand(text)).toMatchObject({ name: "search", rest: "ở đơn vị mình" })
})

test.each([
  "xem sáng kiến của chị Lan",
  "sang kien cua chi lan",
  "cho xem sk của anh Dũng với",
  "chị Lan đã đăng ký những gì",
  "chị Lan gửi mấy cái rồi",
  "anh Nam có sáng kiến gì rồi",
  "danh sách sáng kiến của cô Nguyễn Thị Hoa",
])("%j asks about somebody by their name", (text) => {
  expect(readCommand(text)).toMatchObject({ name: "askRule", rest: "others" })
})

test.each([
  ["sáng kiến của em", "mine"],
  ["tôi đã đăng ký những gì", "mine"],
  ["đăng ký cần những gì", "help"],
  ["tôi muốn đăng ký cần những gì", "help"],
  ["đăng ký sáng kiến của chị Lan", "register"],
])("%j does neither", (text, name) => {
  expect(readCommand(text)?.name).toBe(name)
})

test.each([
  "sáng kiến cải tiến máy của tổ mình",
  "chị Lan có sáng kiến cải tiến máy ép",
  "tổ mình có sáng kiến giá đỡ bình oxy",
  "anh em có gì cứ nói",
])("%j is no question", (text) => {
  expect(readCommand(text)?.name).not.toBe("search")
  expect(readCommand(text)?.name).not.toBe("askRule")
})

test.each([
  ["sáng kiến của May TNG", "may tng"],
  ["May TNG đã đăng ký những gì", "may tng"],
  ["cho xem các sáng kiến ở tiểu học tân long với", "tieu hoc tan long"],
  ["bao giờ họp", undefined],
])("%j may name %j", (text, unit) => {
  expect(unitAsked(fold(text))).toBe(unit)
})
