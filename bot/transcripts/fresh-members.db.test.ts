import { test } from "vitest"
import { openStage } from "./stage.ts"

test("what was offered can be picked after other words, and whoever has enough of a question is let go", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Bình]
    > Bình: dk sk nha: kẹp giữ dây điện thoại cho máy test, đỡ rớt dây
    < Em là Trợ lý Sáng kiến …
    > Bình: oki
    < Anh/chị thuộc công đoàn nào? …
    > Bình: dtu sông công á
    < Có phải đơn vị này không ạ? …
      1. CĐCS Công ty Điện tử Sông Công (KCN-02)
    > Bình: lợi cỡ 5 củ/thg
    < Em giữ tin này, anh/chị trả lời xong là em ghi tiếp.
      Có phải đơn vị này không ạ? …
      1. CĐCS Công ty Điện tử Sông Công (KCN-02)
    > Bình: 1
    < ✅ SK-000001 · kẹp giữ dây điện thoại cho máy test, đỡ rớt dây
      …
    [riêng An]
    > An: đăng ký: Xe đẩy hàng ba tầng có phanh chân
    < Em là Trợ lý Sáng kiến …
    > An: xóa hết của tôi đi, không chơi nữa
    < Dạ, em dừng ở đây.
  `)
})

test("a registration begun in the group goes on in private at a yes, and the span of an amount in a bubble of its own", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký
    < Em hỏi 4 câu, …
      Tên sáng kiến là gì? …
    [riêng An]
    > An: anh An chuyền 5 đây em
    < Câu em hỏi đang chờ anh/chị trong nhóm. …
    > An: 1
    < Tên sáng kiến là gì? …
    > An: Máy hút bụi vải tự chế
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: bỏ qua
    < Làm lợi khoảng bao nhiêu? …
    > An: trước bụi lắm
    < Ý này em ghi vào mô tả.
      Làm lợi khoảng bao nhiêu? …
    > An: tầm 2tr
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: một tháng
    < Làm lợi: khoảng 2.000.000 đ/tháng
      Sáng kiến thuộc lĩnh vực nào? …
    > An: khác
    < ✅ SK-000001 · Máy hút bụi vải tự chế
      Làm lợi: khoảng 2.000.000 đ/tháng · …
      …
    > An: không phải tháng mà là năm
    < Đã sửa SK-000001 · Máy hút bụi vải tự chế
      Làm lợi: khoảng 2.000.000 đ/năm
    > An: ngày áp dụng 15/1/2022
    < Đã bổ sung vào SK-000001.
      Áp dụng lần đầu: 15/1/2022
    > An: sai rồi 15/2/2022
    < Đã sửa SK-000001 · Máy hút bụi vải tự chế
      Áp dụng lần đầu: 15/2/2022
    > An: tổ may 5
    < Em ghi anh/chị ở CĐCS Công ty May TNG rồi ạ; …
    > An: thêm bs Hùng với đd Lan
    < Anh/chị nhắn đủ họ tên giúp em, …
    > An: ANH NGUYEN ANH TUAN 40
    < SK-000001: Nguyễn Văn An 60%, Nguyen Anh Tuan 40%. …
    > An: bỏ anh Tuan ra khỏi SK-000001
    < Nguyen Anh Tuan không còn là đồng tác giả SK-000001. …
  `)
})

test("one's own data are spoken of in one's own words", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo kéo cắt chỉ bằng nam châm
    < ✅ SK-000001 · …
    > An: em giữ những gì của anh
    < Anh/chị muốn làm gì với dữ liệu của mình? …
    > An: 3
    < Anh/chị muốn sửa gì? …
    > An: họ tên
    < Anh/chị gõ đúng họ tên của mình giúp em, …
    > An: Nguyễn Văn Ân
    < Đã sửa họ tên thành Nguyễn Văn Ân, …
    > An: cho phép nêu tên tôi
    < Từ giờ em được nêu tên anh/chị …
    > An: thôi không cho nêu tên nữa
    < Từ giờ em không nêu tên anh/chị …
    > An: xóa hết thông tin của em được không
    < Anh/chị muốn làm gì với dữ liệu của mình? …
    > An: 4
    < Sẽ xóa họ tên, tài khoản và nháp; 1 sáng kiến giữ lại không tên …
    > An: khoan, xóa thì sáng kiến còn không
    < Sẽ xóa họ tên, tài khoản và nháp; 1 sáng kiến giữ lại không tên …
    > An: hủy
    < Dạ, em dừng ở đây.
  `)
})

test("a table that says in which line somebody works, and an initiative beside another's", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Dung]
    > Dung: đăng ký hộ:\nHọ tên\tTên sáng kiến\tĐơn vị\nPhạm Thị Lụa\tMáng trượt hàng xuống chuyền\tChuyền 3
    < Em là Trợ lý Sáng kiến …
    > Dung: 1
    < ✅ SK-000001 · Máng trượt hàng xuống chuyền
      Phạm Thị Lụa · CĐCS Công ty May TNG
      …
    > Dung: sáng kiến của em là Nồi luộc chỉ hai ngăn, của chị Trần Thị Hoa là Giá treo kéo bấm chỉ
    < ✅ Đã ghi nhận 2 sáng kiến: SK-000002 (Trần Thị Dung), SK-000003 (Trần Thị Hoa).
      …
    [riêng An]
    > An: sáng kiến của em là Khay đựng cúc ba ngăn, của chị Mai là Kẹp giữ dây chun
    < ✅ SK-000004 · Khay đựng cúc ba ngăn
      …
    < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
  `)
})

test("consent said in passing, a question skipped, and an amount as it was typed", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Bình]
    > Bình: đăng ký
    < Em là Trợ lý Sáng kiến …
    > Bình: ok 1
    < Anh/chị thuộc công đoàn nào? …
    > Bình: sao phải lưu thông tin
    < Anh/chị gõ tên nơi mình làm việc giúp em …
    > Bình: điện tử sông công
    < Em hỏi 4 câu, …
    > Bình: Jig thử loa tự bật ra khi đạt
    < Trước đây làm thế nào, nay thay đổi gì? …
    > Bình: thôi bỏ qua đi
    < Làm lợi khoảng bao nhiêu? …
    > Bình: 300k/ng
    < Sáng kiến thuộc lĩnh vực nào? …
    > Bình: 1
    < ✅ SK-000001 · Jig thử loa tự bật ra khi đạt
      Làm lợi: 300k/ng · …
      …
  `)
})

test("who is asked to share an initiative, and made it alone, says so in their own words", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ gá may túi hộp hai kim
    < ✅ SK-000001 · …
    [riêng Bình]
    > Bình: xin tham gia SK-000001 với
    < Em đã gửi Nguyễn Văn An xác nhận …
    [riêng An]
    < Phạm Thanh Bình xin là đồng tác giả SK-000001 …
    > An: không, tôi làm một mình
    < …
    [riêng Bình]
    < …
  `)
})
