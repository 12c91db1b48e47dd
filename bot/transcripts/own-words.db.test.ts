import { test } from "vitest"
import { openStage } from "./stage.ts"

test("an idea told in any words is registered, or offered as what it is called, in private and where the bot is addressed in a group", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: Dạ tui có cái sáng kiến ni muốn gởi: làm cái giá để dao cho khỏi đứt tay
    < ✅ SK-000001 · làm cái giá để dao cho khỏi đứt tay
      …
    > An: Mình xin đăng ký tham gia chương trình một triệu sáng kiến với đề tài: Trò chơi học toán cho lớp 5
    < ✅ SK-000002 · Trò chơi học toán cho lớp 5
      …
    > An: chị vừa làm được cái tủ sấy găng tay
    < "tủ sấy găng tay" là sáng kiến mới hay ý bổ sung cho SK-000002 ạ?
      1. Sáng kiến mới
      …
    > An: 1
    < ✅ SK-000003 · tủ sấy găng tay
      …
    > An: ghi cho anh cái sáng kiến lắp quạt hút bụi ở máy mài
    < "lắp quạt hút bụi ở máy mài" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: 2
    < Dạ, em không ghi. …
    # What a story tells in its own words is not asked for once more.
    > An: em là Hoa tổ cắt em mới nghĩ ra cách xếp vải hai lớp đỡ phí vải mỗi tháng tiết kiệm 2 triệu em muốn gửi sáng kiến ạ
    < Em ghi phần anh/chị kể vào mô tả. …
      Tên sáng kiến là gì? …
    > An: hủy
    < …
    # Three on one line are three.
    > An: đăng ký: 1. Cải tiến khuôn đúc gang 2. Xe đẩy hàng ba tầng 3. Máng trượt bao bì
    < ✅ Đã ghi nhận 3 sáng kiến của …
      SK-000004 · Cải tiến khuôn đúc gang
      SK-000005 · Xe đẩy hàng ba tầng
      SK-000006 · Máng trượt bao bì
      …
    [Nhóm TNG]
    > An: @Bot sáng kiến của em là làm cái kẹp giữ ống quần khi may
    < ✅ SK-000007 · làm cái kẹp giữ ống quần khi may
      …
    > An: @Bot bọn em có làm cái phần mềm quản lý kho bằng excel
    < "làm cái phần mềm quản lý kho bằng excel" là sáng kiến mới hay ý bổ sung cho SK-000007 ạ?
      …
  `)
})

test("what is for a colleague is not registered as one's own", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: em đăng ký giúp anh Tám bảo vệ: gắn gương cầu ở cổng
    < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
    > An: Anh Bình nhờ em đăng ký giúp: làm lưới chắn phoi tiện
    < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
  `)
})

test("what is said right behind a receipt is about that one, though they have others", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo kéo bấm chỉ
    < ✅ SK-000001 · …
      …
  `)
  stage.clock.pass(24 * 3_600_000)
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Tủ sấy găng tay bằng khí nóng thải
    < ✅ SK-000002 · …
      …
    > An: à quên làm lợi 5 triệu 1 tháng
    < Đã bổ sung vào SK-000002.
      Làm lợi: 5.000.000 đ/tháng
    > An: bắt đầu làm từ đầu năm
    < Đã bổ sung vào SK-000002.…
    > An: cụ thể là thợ không phải phơi găng qua đêm nữa
    < Đã bổ sung vào SK-000002.…
    > An: đổi thành tủ sấy găng tay hai tầng
    < Đã sửa SK-000002 · …
    > An: còn có anh Bình làm cùng nữa
    < Anh/chị nhắn đủ họ tên giúp em, ví dụ: "đồng tác giả SK-000002 …
    > An: không có tiền bạc gì đâu em
    < Dạ không sao ạ: lợi ích không quy ra tiền vẫn được ghi nhận. …
    > An: chưa áp dụng
    < Chưa áp dụng vẫn đăng ký được ạ; …
    > An: để anh chụp hình gửi sau
    < Dạ, lúc nào tiện anh/chị gửi cũng được ạ.
    > An: lỡ gửi 2 lần rồi
    < Dạ không sao ạ. Bản thừa anh/chị hủy giúp em, …
    # How it was and is, is asked about, and becomes one of its own where it is none of that one.
    > An: trước đây thợ phải phơi găng 2 ngày, nay chỉ 1 giờ
    < Ý này bổ sung vào SK-000002 phải không ạ?
      1. Đúng
      2. Không phải
    > An: 1
    < Đã bổ sung vào SK-000002.…
    > An: trước đây tổ em bê thùng bằng tay đau lưng, nay có xe đẩy đỡ hẳn
    < Ý này bổ sung vào SK-000002 phải không ạ?
      …
    > An: 2
    < Em ghi phần anh/chị kể vào mô tả. …
      Tên sáng kiến là gì? …
    > An: Xe đẩy thùng hai bánh
    < …
    > An: xong
    < …
  `)
  stage.clock.pass(11 * 60_000)
  await stage.transcript(`
    [riêng An]
    > An: làm lợi 3 triệu 1 tháng
    < Anh/chị muốn bổ sung cho sáng kiến nào ạ? …
  `)
})

test("the south and the centre of the country are understood as they write", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: mần răng để đăng ký rứa
    < đăng ký: tên sáng kiến – …
    > An: tui hông biết viết sao hết trơn
    < Em hỏi 4 câu, …
      Tên sáng kiến là gì? …
    > An: hủy
    < …
    > An: bữa ni còn nhận sáng kiến không
    < CĐCS Công ty May TNG – …
      …
    > An: bài tôi gửi hôm qua đâu rồi
    < Anh/chị chưa có sáng kiến nào. …
    > An: tôi già rồi không biết bấm
    < Anh/chị không cần bấm gì đâu ạ: …
  `)
})
