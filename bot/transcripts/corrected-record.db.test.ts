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
