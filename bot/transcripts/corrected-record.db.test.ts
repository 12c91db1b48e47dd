import { expect, test } from "vitest"
import { operatorStore } from "../../db/operator-store.ts"
import { openStage } from "./stage.ts"

test("a benefit that was wrong is taken out of a record, and words of its title are exchanged", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo kéo cắt chỉ bằng nam châm, làm lợi 20 triệu/năm
    < ✅ SK-000001 · …
    > An: bỏ phần tiền đi
    < Đã sửa SK-000001 · Giá treo kéo cắt chỉ bằng nam châm
      Không còn ghi giá trị làm lợi.
    > An: sửa SK-1 làm lợi: 30tr/năm
    < Đã sửa SK-000001 · …
      Làm lợi: 30.000.000 đ/năm
    > An: sửa SK-1 làm lợi: không tính được
    < Đã sửa SK-000001 · …
      Không còn ghi giá trị làm lợi.
    > An: sửa SK-1 đổi chữ "nam châm" thành "móc treo"
    < Đã sửa SK-000001 · Giá treo kéo cắt chỉ bằng móc treo
    > An: sua SK-1 doi gia treo thanh móc
    < Đã sửa SK-000001 · Móc kéo cắt chỉ bằng móc treo
    > An: sửa SK-1: Thay giá treo bằng móc inox
    < Đã sửa SK-000001 · Thay giá treo bằng móc inox
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Kệ inox ba tầng để khuôn
    < …
    > An: Trước để dưới đất, nay để trên kệ
    < Làm lợi khoảng bao nhiêu? …
    > An: 50 triệu/năm
    < Sáng kiến thuộc lĩnh vực nào? …
    > An: bỏ phần tiền đi
    < Không còn ghi giá trị làm lợi.
      Sáng kiến thuộc lĩnh vực nào? …
    > An: 1
    < ✅ SK-000002 · Kệ inox ba tầng để khuôn
      Nguyễn Văn An · …
  `)
  const { fresh } = stage
  const record = await fresh.db
    .selectFrom("initiative")
    .select(["benefit_raw", "benefit_amount", "benefit_currency"])
    .where("number", "=", "1")
    .executeTakeFirstOrThrow()
  expect(record).toEqual({ benefit_raw: null, benefit_amount: null, benefit_currency: null })
  const { benefit_vnd } = await fresh.db
    .selectFrom("unit_total")
    .select("benefit_vnd")
    .executeTakeFirstOrThrow()
  expect(Number(benefit_vnd)).toBe(0)
  expect(await operatorStore(fresh.db, "Asia/Ho_Chi_Minh").checkCounters()).toEqual([])
})

test("a record is put right wherever in the sentence its code stands, and asked about as well", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ khoan nhanh bản lề, làm lợi 20 triệu
    < ✅ SK-000001 · …
    > An: Cho tôi sửa lại số tiền của SK-1, đúng ra là 80 triệu một năm
    < Đã sửa SK-000001 · Cữ khoan nhanh bản lề
      Làm lợi: 80.000.000 đ/năm
    > An: Tên sáng kiến SK-1 sửa thành: Cữ khoan nhanh bản lề cửa gỗ
    < Đã sửa SK-000001 · Cữ khoan nhanh bản lề cửa gỗ
    > An: em ghi lộn 5tr thành 50tr
    < Đã sửa SK-000001 · Cữ khoan nhanh bản lề cửa gỗ
      Làm lợi: 5.000.000 đ
      …
    > An: ghi thêm Trần Thị Ngọc vào SK-1 giúp em, chị ấy 40%
    < SK-000001: Nguyễn Văn An 60%, Trần Thị Ngọc 40%.
    # Those who stand there already are divided anew, and entered no second time.
    > An: Chia lại phần trăm SK-1 giúp em: em 70, chị Ngọc 30
    < SK-000001: Nguyễn Văn An 70%, Trần Thị Ngọc 30%.
    > An: em 55% chị Ngọc 45%
    < SK-000001: Nguyễn Văn An 55%, Trần Thị Ngọc 45%.
    > An: SK-1 còn thiếu gì không em
    < SK-000001 · Cữ khoan nhanh bản lề cửa gỗ · đã đăng ký
      …
    [riêng Bình]
    > Bình: em không đồng ý làm chung SK-1
    < Anh/chị không phải đồng tác giả của SK-000001 …
    > Bình: Đồng ý làm đồng tác giả SK-1
    < Em đã gửi Nguyễn Văn An xác nhận anh/chị là đồng tác giả SK-000001. …
    [riêng An]
    < Phạm Thanh Bình xin là đồng tác giả SK-000001 …
      …
    > An: SK-1 chưa làm xong nên cho em rút lại
    < Đã hủy SK-000001 · Cữ khoan nhanh bản lề cửa gỗ
  `)
})
