import { test } from "vitest"
import { openStage } from "./stage.ts"

test("one person on Zalo and Telegram: nothing twice, nothing lost, no question answered by the other chat", async () => {
  await using stage = await openStage("both", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Giá treo kéo cắt chỉ ở từng máy may
    < Trước đây làm thế nào, …
    # Over there they are somebody new: what waits here is not answered there.
    [Telegram: riêng An]
    > An: 1
    < Hiện em không hỏi anh/chị câu nào. …
    > An: tiếp
    < Anh/chị không có bản nháp nào đang dở. …
    [riêng An]
    > An: dữ liệu của tôi
    < Anh/chị muốn làm gì…
      …
    > An: 3
    < Anh/chị muốn sửa gì?
      …
    > An: 5
    < Từ tài khoản kia, anh/chị nhắn riêng cho em: "mã {nối}"…
    [Telegram: riêng An]
    > An: mã {nối}
    < …
    # Now both are one, and the draft goes on where they write; over there nothing waits any more.
    > An: 5 triệu
    < Câu em hỏi đang chờ anh/chị ở tài khoản kia. …
    > An: tiếp
    < Trước đây làm thế nào, …
    > An: bỏ qua
    < Làm lợi khoảng bao nhiêu? …
    [riêng An]
    > An: 20 triệu
    < Câu em hỏi đang chờ anh/chị ở tài khoản kia. …
    [Telegram: riêng An]
    > An: 5 triệu
    < Sáng kiến thuộc lĩnh vực nào?
      …
    > An: bỏ qua
    < ✅ SK-000001 · Giá treo kéo cắt chỉ ở từng máy may
      Làm lợi: 5.000.000 đ · Nguyễn Văn An · CĐCS Công ty May TNG
      Đơn vị: 1/60 (1,7%)
      …
    [riêng An]
    > An: đăng ký: Giá treo kéo cắt chỉ ở từng máy may
    < Giống SK-000001 …
    > An: thôi không gửi nữa
    < …
    > An: của tôi
    < Anh/chị có 1 sáng kiến:
      SK-000001 · …
    > An: hủy SK-000001
    < Đã hủy SK-000001 · …
    [Telegram: riêng An]
    > An: của tôi
    < Anh/chị có 1 sáng kiến:
      SK-000001 · Giá treo kéo cắt chỉ ở từng máy may · đã hủy
  `)
})
