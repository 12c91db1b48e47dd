import { expect, test } from "vitest"
import { openStage } from "./stage.ts"

test("search by words, unit and sector; cards; reuse is credited; a confidential description stays unseen", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Thay đèn sợi đốt bằng đèn LED ở nhà xưởng
    < ✅ SK-000001 · …
    > An: bổ sung SK-000001 lắp thêm cảm biến chuyển động ở lối đi
    < Đã bổ sung vào SK-000001.
    > An: đăng ký: Giá để khuôn dập số 1
    < ✅ SK-000002 · …
    > An: đăng ký: Giá để khuôn dập số 2
    < ✅ SK-000003 · …
    > An: tim cam bien
    < Em tìm thấy 1 sáng kiến. Chọn số để xem:
      1. SK-000001 · Thay đèn sợi đốt bằng đèn LED ở nhà xưởng (CĐCS Công ty May TNG)
    > An: cảm ơn em
    < Dạ, em cảm ơn anh/chị.
    > An: tìm led ở may tng
    < Em tìm thấy 1 sáng kiến. …
    > An: tìm khuôn dập
    < Em tìm thấy 2 sáng kiến. Chọn số để xem:
      1. SK-000003 · …
      2. SK-000002 · …
    > An bấm: SK-000002 · Giá để khuôn dập số 1 (CĐCS Công ty May TNG)
    < SK-000002 · Giá để khuôn dập số 1 · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
    > An: tìm máy rửa tay
    < Em chưa thấy sáng kiến nào về "máy rửa tay". …
    [riêng Chi]
    > Chi: dùng SK-000001
    < Đã ghi Liên đoàn Lao động tỉnh Thái Nguyên cũng dùng SK-000001 của Nguyễn Văn An, CĐCS Công ty May TNG. Số đơn vị dùng lại: 1.
    [riêng An]
    < Liên đoàn Lao động tỉnh Thái Nguyên cũng dùng SK-000001 …
    > An: bảo mật SK-000001
    < Đã bảo mật SK-000001: …
    > An: tìm cảm biến
    < Em chưa thấy sáng kiến nào về "cảm biến". …
    > An: SK-000001
    < SK-000001 · Thay đèn sợi đốt bằng đèn LED ở nhà xưởng · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
      Mô tả: lắp thêm cảm biến chuyển động ở lối đi
      Số đơn vị dùng lại: 1
      Bổ sung: "bổ sung SK-000001 nội dung". Sửa: "sửa SK-000001 …". Hủy: "hủy SK-000001".
    [riêng Dung]
    > Dung: sk 1 đến đâu rồi ạ?
    < SK-000001 · Thay đèn sợi đốt bằng đèn LED ở nhà xưởng · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
      Nội dung bảo mật nên em không hiển thị mô tả.
      Số đơn vị dùng lại: 1
    > Dung: SK-000099
    < Em không tìm thấy SK-000099. …
    [riêng An]
    > An: tìm đèn led
    < Em tìm thấy 1 sáng kiến. …
    > An: 2
    < Anh/chị trả lời 1 nếu đúng, hoặc gõ "hủy" để thôi.
    > An: 1
    < SK-000001 · Thay đèn sợi đốt bằng đèn LED ở nhà xưởng · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
      Nội dung bảo mật nên em không hiển thị mô tả.
      Số đơn vị dùng lại: 1
    # Who is not of its unit is offered to say that theirs uses it too.
    [riêng Chi]
    > Chi: tìm khuôn dập
    < Em tìm thấy 2 sáng kiến. …
    > Chi: 2
    < SK-000002 · Giá để khuôn dập số 1 · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
      1. Đơn vị tôi cũng dùng
    > Chi: don vi toi cung dung
    < Đã ghi Liên đoàn Lao động tỉnh Thái Nguyên cũng dùng SK-000002 …
    [riêng An]
    < Liên đoàn Lao động tỉnh Thái Nguyên cũng dùng SK-000002 …
    # The officer sees what looks alike, and who sends a series.
    [riêng Chi]
    > Chi: SK-000003
    < 3 hồ sơ chờ xét.
      SK-000003 · …
      Cùng người gửi còn 1 hồ sơ gần giống: xem có phải một loạt không.
      …
  `)
  expect(await stage.count("adoption")).toBe(2)
})

test("what one's own unit, another one or somebody has registered: listed by units, not by people's names", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Thay đèn sợi đốt bằng đèn LED ở nhà xưởng
    < Em là Trợ lý Sáng kiến …
    > An: 1
    < Anh/chị thuộc công đoàn nào? …
    # Asked for their unit, these words are no name of one, and nothing else to be kept.
    > An: đơn vị mình có những sáng kiến nào rồi
    < Em chưa biết anh/chị ở đơn vị nào. …
      Anh/chị thuộc công đoàn nào? …
    > An: xem sáng kiến của chị Lan
    < Em không tra sáng kiến theo tên người ạ. …
      Anh/chị thuộc công đoàn nào? …
    > An: may tng
    < ✅ SK-000001 · …
    > An: công ty tôi đã đăng ký những gì
    < Em tìm thấy 1 sáng kiến. Chọn số để xem:
      1. SK-000001 · …
    > An: May TNG đã đăng ký những gì rồi
    < Em tìm thấy 1 sáng kiến. …
    > An: sáng kiến của Gang Thép
    < CĐCS Trường THPT Gang Thép chưa có sáng kiến nào ạ. …
    > An: xem sáng kiến của chị Lan
    < Em không tra sáng kiến theo tên người ạ. Cả đơn vị thì anh/chị gõ "sáng kiến của đơn vị mình"; …
    > An: sáng kiến của đơn vị mình
    < Em tìm thấy 1 sáng kiến. …
    [Nhóm TNG]
    > An: @Bot xem sáng kiến của chị Lan
    < Em không tra sáng kiến theo tên người ạ. …
    > An: @Bot đơn vị mình có những sáng kiến nào rồi
    < Em tìm thấy 1 sáng kiến. …
    > An: chị Lan đã đăng ký những gì nhỉ
    (im lặng)
    [riêng Chi]
    > Chi: chị Lan đã đăng ký những gì
    < Em không tra sáng kiến theo tên người ạ. … "xuất sáng kiến". …
  `)
  expect(await stage.count("initiative")).toBe(1)
})
