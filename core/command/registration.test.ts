import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

test.each([
  ["em ở Sông Công đăng ký: Giá đỡ màn hình kiểm hàng", "Giá đỡ màn hình kiểm hàng"],
  ["tổ 5 đăng ký sáng kiến: Giá đỡ màn hình", "Giá đỡ màn hình"],
  ["ý tôi là tôi muốn đăng ký cái máng trượt than tự làm", "cái máng trượt than tự làm"],
  ["BAC MUON GUI SANG KIEN MA CHUA BIET CACH", ""],
  ["cô có cái sáng kiến mà không biết viết sao", ""],
])("%j registers %j", (text, rest) => {
  expect(readCommand(text)).toMatchObject({ name: "register", rest })
})

test.each([
  ["đk cho nhỏ bạn luôn dc hông, tên Lê Thị Mai, sk là kẹp giữ mạch"],
  ["mình hướng dẫn mọi người đăng ký: vào app là xong"],
  ["tổ trưởng đăng ký: lịch khám"],
])("%j registers nothing", (text) => {
  expect(readCommand(text)?.name).not.toBe("register")
})
