import { test } from "vitest"
import { openStage } from "./stage.ts"
import type { VenueKind } from "./venue.ts"

test("what was answered a moment ago is put right in passing: the title, the description and the amount", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: đang họp
    < Dạ, em chờ. …
    > An: à nhầm
    < Tên sáng kiến là gì? …
    > An: ý em là bàn xoay dán nhãn
    < Trước đây làm thế nào, …
    > An: à nhầm, bàn xoay dán tem
    < Đã đổi tên thành "bàn xoay dán tem".
      Trước đây làm thế nào, …
    > An: viết sao giờ
    < Vài câu là đủ, …
      Trước đây làm thế nào, …
    # An amount is no description.
    > An: 5 triệu một năm
    < Làm lợi: 5.000.000 đ/năm
      Trước đây làm thế nào, …
    > An: ý em là trước phải với tay, giờ bàn nó xoay
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: ý em là 8 triệu một năm
    < Làm lợi: 8.000.000 đ/năm
      Sáng kiến thuộc lĩnh vực nào? …
    > An: ý em là đỡ mỏi cả vai và cổ
    < Ý này em ghi vào mô tả.
      Sáng kiến thuộc lĩnh vực nào? …
    > An: à nhầm, tên là bàn xoay dán tem thùng
    < Đã đổi tên thành "bàn xoay dán tem thùng".
      Sáng kiến thuộc lĩnh vực nào? …
    > An: 1
    < ✅ SK-000001 · bàn xoay dán tem thùng
      Làm lợi: 8.000.000 đ/năm · …
    > An: SK-000001
    < SK-000001 · bàn xoay dán tem thùng · đã đăng ký
      …
      Mô tả: trước phải với tay, giờ bàn nó xoay
      đỡ mỏi cả vai và cổ
      …
  `)
})

test("whoever wants to answer the last question once more is asked it again", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Bàn xoay dán nhãn
    < Trước đây làm thế nào, …
    > An: sửa lại tên
    < Tên sáng kiến là gì? …
    > An: Bàn xoay dán tem
    < Trước đây làm thế nào, …
    > An: như tên đó
    < Làm lợi khoảng bao nhiêu? …
    > An: ý em là 10 triệu
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: sửa câu trước
    < Làm lợi khoảng bao nhiêu? …
    > An: không tính được
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: số mấy cũng được
    < ✅ SK-000001 · Bàn xoay dán tem …
  `)
})

test("in a group the fund, the lunch and the duty are no answers to what the bot asks, and it stays silent", async () => {
  await using stage = await openStage("telegram", { known: ["An"], readsAll: true })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký
    < Em hỏi 4 câu, …
    > An: 50k ai góp tiền nước
    (im lặng)
    > An: ok
    (im lặng)
    > An: Bàn xoay dán nhãn
    < Trước đây làm thế nào, …
    > An: trước với tay, giờ bàn nó xoay
    < Làm lợi khoảng bao nhiêu? …
  `)
  stage.clock.pass(22_000)
  await stage.transcript(`
    [Nhóm TNG]
    > An: chị Hoa đóng 100k rồi nhé
    (im lặng)
    > An: quỹ công đoàn còn 2 triệu nhé
    (im lặng)
    > An: nay ai trực
    (im lặng)
    > An: tầm 5 chục triệu
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: 1 suất cơm nhé
    (im lặng)
    > An: 3 người đi xe
    (im lặng)
    > An: 3
    < ✅ SK-000001 · Bàn xoay dán nhãn
      Làm lợi: khoảng 50.000.000 đ · …
  `)
})

test("nothing of one's own is withdrawn or called otherwise by words that do not order it", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ khoan nhanh bản lề
    < ✅ SK-000001 · …
      …
    > An: rút SK-1 thì tiếc
    < Em chưa hủy gì ạ, hồ sơ vẫn giữ nguyên. Khi nào chắc chắn, anh/chị nhắn "hủy" kèm mã.
    > An: hủy SK-000001 uổng lắm
    < Em chưa hủy gì ạ, …
    # An idea for the labels of goods, and no other title for what was registered last.
    > An: Sửa tên hàng trên tem thành chữ to
    < Em chưa hiểu ý anh/chị. Muốn đăng ký, anh/chị nhắn "đăng ký: tên sáng kiến"; …
      …
    > An: của tôi
    < Anh/chị có 1 sáng kiến:
      SK-000001 · Cữ khoan nhanh bản lề · đã đăng ký
    # It is called so.
    > An: Sửa tên cữ khoan thành Cữ khoan nhanh cho bản lề lá
    < Đã sửa SK-000001 · Cữ khoan nhanh cho bản lề lá
  `)
})

test("whoever asks to have somebody's name taken out means the co-author, and not the record", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ khoan nhanh bản lề
    < ✅ SK-000001 · …
      …
    > An: đồng tác giả SK-000001 Trần Thị Linh 30%
    < …
    > An: đăng ký: Giá treo cuộn chỉ ba tầng
    < ✅ SK-000002 · …
      …
    > An: Cho em xóa tên bạn Linh ra khỏi sáng kiến, bạn ấy nghỉ việc rồi
    < Trần Thị Linh không còn là đồng tác giả SK-000001. …
    > An: Xóa tên bạn Hoa khỏi sáng kiến cữ khoan giúp em
    < Em không thấy đồng tác giả "Hoa" ở SK-000001.
  `)
})

test("a co-author who wants their own name out leaves the record, which stays its author's", async () => {
  await using stage = await openStage<VenueKind>("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ khoan nhanh bản lề
    < ✅ SK-000001 · …
      …
    [riêng Bình]
    > Bình: đồng tác giả SK-000001
    < …
    [riêng An]
    < Phạm Thanh Bình xin là đồng tác giả SK-000001 …
      …
    > An: 1
    < …
    [riêng Bình]
    < …
    > Bình: Xóa tên em ra khỏi sáng kiến giúp em
    < Phạm Thanh Bình không còn là đồng tác giả SK-000001. Còn lại: Nguyễn Văn An.
    [riêng An]
    < Phạm Thanh Bình không còn là đồng tác giả SK-000001. …
  `)
})
