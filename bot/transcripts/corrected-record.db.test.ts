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
    > An: sửa SK-1 thay giá treo bằng móc
    < Đã sửa SK-000001 · Móc kéo cắt chỉ bằng móc treo
  `)
  const { fresh } = stage
  const record = await fresh.db
    .selectFrom("initiative")
    .select(["benefit_raw", "benefit_amount", "benefit_currency"])
    .executeTakeFirstOrThrow()
  expect(record).toEqual({ benefit_raw: null, benefit_amount: null, benefit_currency: null })
  const { benefit_vnd } = await fresh.db
    .selectFrom("unit_total")
    .select("benefit_vnd")
    .executeTakeFirstOrThrow()
  expect(Number(benefit_vnd)).toBe(0)
  expect(await operatorStore(fresh.db, "Asia/Ho_Chi_Minh").checkCounters()).toEqual([])
})
