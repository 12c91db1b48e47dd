import { expect, test } from "vitest"
import { readAddress } from "./mention.ts"

test.for([
  ["@Bot đăng ký: Cải tiến cữ gá", "đăng ký: Cải tiến cữ gá"],
  ["@bot", ""],
  ["@BOT, tiến độ", "tiến độ"],
  ["@Trợ lý tiến độ", "tiến độ"],
  ["@Trợ lý Sáng kiến tiến độ", "tiến độ"],
  ["@Trợ lý Sáng kiến".normalize("NFD"), ""],
  ["@tro ly sang kien tien do", "tien do"],
  ["nhờ @Bot đăng ký giúp", "nhờ đăng ký giúp"],
  ["đăng ký: Đèn LED @Bot", "đăng ký: Đèn LED"],
  ["@Bot hỏi @Bot", "hỏi"],
  ["@Bot ơi đăng ký: Đèn LED @Bot ơi, giúp em @bot", "đăng ký: Đèn LED, giúp em"],
  ["@Bot\nđăng ký hộ:\n1. A", "đăng ký hộ:\n1. A"],
  ["/tiendo", "/tiendo"],
  ["/dangky@Bot Đèn LED", "/dangky Đèn LED"],
] as const)("%j is for the bot and means %j", ([typed, text]) => {
  expect(readAddress(typed)).toEqual({ text, addressed: true })
})

test.for([
  ["trưa nay ăn gì"],
  ["@Bottom up"],
  ["gửi a@bot giúp mình"],
  ["@Chi ơi"],
  ["/tiendo@KhacBot"],
  ["15/5 họp nhé"],
] as const)("%j is not for the bot and stays whole", ([typed]) => {
  expect(readAddress(typed)).toEqual({ text: typed, addressed: false })
})
