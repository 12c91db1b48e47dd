import { expect, test } from "vitest"
import { cutAtCommand, withoutMention } from "./mention.ts"

const names = ["Bot Trợ lý", "bot.troly", "Bot", "Bot (thử) *1*"]

test.each([
  ["@Bot Trợ lý tiến độ", "tiến độ"],
  ["@bot trợ LÝ tiến độ", "tiến độ"],
  ["@Bot  Trợ lý tiến độ", "tiến độ"],
  ["@bot.troly tiến độ", "tiến độ"],
  ["@Bot tiến độ", "tiến độ"],
  ["@Bot Trợ lý", ""],
  ["@Bot Trợ lý: tiến độ", "tiến độ"],
  ["@Bot Trợ lý, tiến độ", "tiến độ"],
  ["@Bot Trợ lý\nđăng ký: X", "đăng ký: X"],
  ["đăng ký @Bot Trợ lý: Cải tiến", "đăng ký: Cải tiến"],
  ["đăng ký @Bot Trợ lý Cải tiến", "đăng ký Cải tiến"],
  ["đăng ký: Cải tiến @Bot Trợ lý", "đăng ký: Cải tiến"],
  ["đăng ký @Bot Trợ lý\nCải tiến", "đăng ký\nCải tiến"],
  ["tiến độ (@Bot Trợ lý)", "tiến độ ()"],
  ["@Bot Trợ lý hỏi @Bot Trợ lý", "hỏi"],
  ["@Bot Trợ lý đăng ký: Đèn LED @bot ơi", "đăng ký: Đèn LED"],
  ["@An và @Bot Trợ lý tiến độ", "@An và tiến độ"],
  ["@Bot (thử) *1* tiến độ", "tiến độ"],
  ["@Bot Trợ lý /tuan 2", "/tuan 2"],
])("%j without the mention is %j", (text, left) => {
  expect(withoutMention(text, names)).toBe(left)
})

test.each(["tiến độ", "Bot Trợ lý tiến độ", "@Botany", "thu@bot.troly", "@ Bot", "@An chào", ""])(
  "%j mentions nobody we know",
  (text) => {
    expect(withoutMention(text, names)).toBeUndefined()
  },
)

test("without any name nothing is a mention", () => {
  expect(withoutMention("@ tiến độ", [])).toBeUndefined()
  expect(withoutMention("@ tiến độ", ["", " "])).toBeUndefined()
})

test.each([
  ["@Bot Cũ /tuan 2", "/tuan 2"],
  ["@Bot Cũ /tiendo", "/tiendo"],
  ["@Bot Cũ\n/tiendo", "/tiendo"],
])("%j is cut to %j", (text, left) => {
  expect(cutAtCommand(text)).toBe(left)
})

test.each(["Bot Cũ /tuan", "@Bot Cũ 5/tháng", "@Bot Cũ 1/2", "@Bot Cũ / tuan", "/tuan", "@Bot Cũ /tiến độ"])(
  "%j is not cut",
  (text) => {
    expect(cutAtCommand(text)).toBeUndefined()
  },
)
