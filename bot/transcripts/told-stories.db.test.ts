import { test } from "vitest"
import { openStage } from "./stage.ts"

test("an idea is told in bubbles: what was made is asked about, and all that was told goes with it", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: dạ em chào anh chị em ở chuyền 3
    < Dạ em chào anh/chị. …
    > An: em với mấy chị em trong tổ có làm cái giá treo kéo
    < "giá treo kéo" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      1. Đăng ký
      2. Không phải
    > An: trước kéo cứ rơi xuống đất mẻ mũi hoài
    < Ý này em ghi vào mô tả.
      …
    > An: giờ treo lên cái móc lò xo dùng xong nó tự thu về
    < Ý này em ghi vào mô tả.
      …
    > An: mỗi tháng đỡ mua chục cái kéo tầm 500 ngàn
    < Làm lợi: khoảng 500.000 đ/tháng
      …
    > An: 1
    < ✅ SK-000001 · giá treo kéo
      Làm lợi: khoảng 500.000 đ/tháng · …
    > An: SK-000001
    < SK-000001 · giá treo kéo · đã đăng ký
      …
      Mô tả: em với mấy chị em trong tổ có làm cái giá treo kéo
      trước kéo cứ rơi xuống đất mẻ mũi hoài
      giờ treo lên cái móc lò xo dùng xong nó tự thu về
      …
  `)
})

test("teachers, nurses, drivers and electricians tell in one breath what they made; what a day brings is no idea", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: thợ điện tụi em đấu thêm cái rơ le thời gian cho đèn hành lang, tháng giảm 3 triệu tiền điện
    < "đấu thêm cái rơ le thời gian cho đèn hành lang" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: 1
    < ✅ SK-000001 · đấu thêm cái rơ le thời gian cho đèn hành lang
      Làm lợi: 3.000.000 đ/tháng · …
  `)
  stage.clock.pass(2 * 3_600_000)
  await stage.transcript(`
    [riêng An]
    > An: em là giáo viên mầm non, em làm bộ thẻ học chữ bằng bìa lịch cũ, các cháu thích lắm
    < "bộ thẻ học chữ bằng bìa lịch cũ" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: 2
    < …
    > An: em điều dưỡng khoa nội: dán mã màu lên tủ thuốc để khỏi lấy nhầm
    < "dán mã màu lên tủ thuốc để khỏi lấy nhầm" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: 2
    < …
    > An: phiền em ghi nhận giúp chị sáng kiến sắp xếp lại kho vải theo màu
    < "sắp xếp lại kho vải theo màu" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: 2
    < …
    > An: hôm qua em làm ca đêm mệt quá lương có 200k một ngày
    < Em chưa hiểu ý anh/chị. …
  `)
})

test("two on one line are two, those it was made with are no part of the title, and an amount without marks is read", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đk 2 cái: giá treo kéo bằng lò xo, thùng phân loại vải vụn
    < ✅ Đã ghi nhận 2 sáng kiến của Nguyễn Văn An:
      SK-000001 · giá treo kéo bằng lò xo
      SK-000002 · thùng phân loại vải vụn
      …
    > An: đăng ký: bàn xoay dán nhãn, làm cùng chị Trần Thị Lan (40%) và anh Lê Hùng (10%)
    < ✅ SK-000003 · bàn xoay dán nhãn
      …
      Tác giả: Nguyễn Văn An 50%, Trần Thị Lan 40%, Lê Hùng 10%.
    > An: dang ky che tao xe gom rac hai ngan moi thang do 1tr2
    < ✅ SK-000004 · che tao xe gom rac hai ngan moi thang do 1tr2
      Làm lợi: 1.200.000 đ/tháng · …
  `)
})

test("right behind a receipt an amount, a mate with a share, a day and a sector are of what was just registered", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Đèn báo đứt chỉ trên máy vắt sổ, làm lợi 5tr/năm
    < ✅ SK-000001 · …
  `)
  stage.clock.pass(3_600_000)
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo kéo bằng lò xo, làm lợi 2tr/tháng
    < ✅ SK-000002 · …
    > An: à nhầm 3tr/tháng
    < Đã sửa SK-000002 · Giá treo kéo bằng lò xo
      Làm lợi: 3.000.000 đ/tháng
    > An: ghi thêm chị Trần Thị Lan làm cùng 40%
    < SK-000002: Nguyễn Văn An 60%, Trần Thị Lan 40%.
    > An: từ hồi tháng 2
    < Đã bổ sung vào SK-000002.
      Áp dụng lần đầu: 1/2/2026
    > An: cho vào mục an toàn
    < Đã bổ sung vào SK-000002.
      Lĩnh vực: An toàn – vệ sinh lao động
    > An: không phải của em, của anh Hùng
    < Tác giả ghi chưa đúng thì …
    > An: cái này của cả tổ
    < Một người đăng ký là đủ, ghi luôn người làm cùng: …
  `)
})
