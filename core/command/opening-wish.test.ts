import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

const WISHES = `
  em đăng ký sáng kiến được không
  em dang ky sang kien dc ko a
  có được đăng ký sáng kiến ở đây không
  đăng ký ở đây à
  gửi sáng kiến ở đây đúng không em
  tôi có sáng kiến muốn gửi
  em có 1 sk
  em có 1 sk muốn gửi ạ
  anh muốn tham gia
  cho chị tham gia chương trình với
  em muốn nộp sáng kiến
  mình muốn chia sẻ sáng kiến
  đăng ký hộ tôi
  dk giup em
  đăng ký hộ tôi với ạ
  nộp giúp tôi cái sáng kiến
  sáng kiến
  sk ạ
  bác có cái sáng kiến nhờ cháu ghi giúp
  em muốn đăng ký
  anh có cái này hay muốn đăng ký
  tôi có ý tưởng
  cô muốn đăng ký cháu giúp cô
  đăng ký thử xem
  bác nộp thêm cái nữa được không
`

const OTHERS = `
  có sáng kiến mới không
  em có sáng kiến nào không
  không đăng ký
  em không muốn đăng ký
  em đã đăng ký rồi
  đăng ký hộ anh chị em
  em gửi sáng kiến rồi
  em chưa đăng ký
  tham gia
  đăng ký cho ai
  gửi cho em
  có thưởng không
  cho em xem sáng kiến
  được không em
  chương trình sáng kiến
`

const lines = (text: string): readonly string[] => text.trim().split(/\n\s*/)

test.each(lines(WISHES))("%s: asks for the first question", (text) => {
  expect(readCommand(text)).toMatchObject({ name: "register", rest: "" })
})

test.each(lines(OTHERS))("%s: begins no registration", (text) => {
  expect(readCommand(text)?.name).not.toBe("register")
})
