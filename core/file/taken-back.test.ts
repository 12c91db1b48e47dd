import { expect, test } from "vitest"
import { takesBack } from "./taken-back.ts"

test.each([
  "xóa ảnh vừa gửi",
  "xoá giúp em tấm ảnh này với",
  "bỏ mấy tấm ảnh của SK-000001 đi",
  "gửi nhầm ảnh rồi ạ",
  "ảnh này gửi nhầm",
  "xoa hinh vua gui di em",
  "xoa file nay giup anh",
  "xoa anh vua gui di em",
  "bo may tam anh cua sk 12",
  "em gui nham anh roi a",
])("%j takes files back", (text) => {
  expect(takesBack(text)).toBe(true)
})

test.each([
  "xóa sáng kiến vừa gửi",
  "xóa anh Bình ra",
  "xoa anh ay ra",
  "xoa giup anh",
  "xoa giup anh nay voi",
  "bỏ anh vừa thêm",
  "gửi nhầm anh rồi",
  "gửi nhầm rồi",
  "ảnh đẹp quá",
  "hình như sai rồi",
])("%j is about something else", (text) => {
  expect(takesBack(text)).toBe(false)
})
