import { sql } from "kysely"
import { expect, test } from "vitest"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { openStage } from "./stage.ts"

const ZONE = "Asia/Ho_Chi_Minh"

/** An has registered one, which Chi has recognised for the unit. */
async function recognized() {
  const stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 120tr/năm
    < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
      …
    [riêng Chi]
    > Chi: công nhận SK-1 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/3
    < Đã công nhận 1 sáng kiến: SK-000001
      Cấp cơ sở
      Quyết định 45/QĐ-CĐCS ngày 5/3/2026
    [riêng An]
    < 🎉 SK-000001 của anh/chị đã được công nhận cấp cơ sở.
      …
  `)
  return stage
}

test("a higher level, or a decision that was wrong, is written down in one message: nothing is taken back, no figure changes", async () => {
  await using stage = await recognized()
  stage.clock.pass(60_000)
  await stage.transcript(`
    [riêng Chi]
    > Chi: công nhận SK-1 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 9/3
    < Đã ghi lại việc công nhận 1 sáng kiến: SK-000001
      Cấp tỉnh
      Quyết định 12/QĐ-LĐLĐ ngày 9/3/2026
    [riêng An]
    < 🎉 SK-000001 của anh/chị đã được công nhận cấp tỉnh.
      Quyết định 12/QĐ-LĐLĐ ngày 9/3/2026
      SK-000001 · Cải tiến cữ gá may túi hộp
    [riêng Chi]
    > Chi: công nhận SK-1 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 9/3
    < Chưa được: SK-000001 (đã công nhận)
    > Chi: công nhận SK-1 QĐ 99/QĐ-CĐCS
    < Chưa được: SK-000001 (đã công nhận)
    > Chi: số quyết định SK-1 là 13/QĐ-LĐLĐ
    < Đã ghi lại việc công nhận 1 sáng kiến: SK-000001
      Cấp tỉnh
      Quyết định 13/QĐ-LĐLĐ ngày 9/3/2026
    [riêng An]
    < Việc công nhận SK-000001 được ghi lại:
      Quyết định 13/QĐ-LĐLĐ
      SK-000001 · Cải tiến cữ gá may túi hộp
    [riêng Chi]
    > Chi: nhầm rồi, hủy giúp chị
    < Anh/chị gõ kèm cấp, số hoặc ngày quyết định đúng, ví dụ: "sửa công nhận SK-000012 …
    > Chi: SK-1 công nhận nhầm cấp
    < Sửa cấp hay số quyết định đã ghi: "sửa công nhận SK-000012 cấp tỉnh QĐ 12/QĐ-LĐLĐ ngày 5/4", số liệu không đổi. …
    > Chi: sửa công nhận SK-1 cấp tỉnh
    < Chưa được: SK-000001 (đã ghi đúng như vậy)
    > Chi: xem SK-1
    < SK-000001 · Cải tiến cữ gá may túi hộp · được công nhận
      Nguyễn Văn An · CĐCS Công ty May TNG
      Làm lợi: 120.000.000 đ/năm
      Công nhận 10/3/2026: cấp tỉnh, quyết định 13/QĐ-LĐLĐ ngày 9/3/2026
      …
    > Chi: nhật ký
    < …
  `)
  expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
  const { rows } =
    await sql`select sum(recognized)::integer as recognized, count(*) filter (where recognized <> 0)::integer as counted from initiative_event`.execute(
      stage.fresh.db,
    )
  expect(rows).toEqual([{ recognized: 1, counted: 1 }])
})

test("what nobody has recognised is not recognised by a correction, and somebody else's unit is left alone", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cải tiến cữ gá may túi hộp
    < ✅ SK-000001 · …
    [riêng Chi]
    > Chi: nâng SK-1 lên cấp tỉnh
    < Chưa được: SK-000001 (chưa được công nhận)
    > Chi: sửa công nhận SK-7 cấp tỉnh
    < Chưa được: SK-000007 (không có mã này)
    [riêng An]
    > An: sửa công nhận SK-1 cấp tỉnh
    < …
    # Nor is it a title.
    > An: sửa SK-1 số quyết định 46/QĐ-CĐCS
    < Anh/chị …
    > An: SK-1
    < SK-000001 · Cải tiến cữ gá may túi hộp · đã đăng ký
      …
  `)
  const { rows } = await sql`select status, scope from initiative`.execute(stage.fresh.db)
  expect(rows).toEqual([{ status: "registered", scope: null }])
})

test("the history of a record names what happened and when; its people are not told which officer decided", async () => {
  await using stage = await recognized()
  stage.clock.pass(60_000)
  await stage.transcript(`
    [riêng Chi]
    > Chi: nâng SK-1 lên cấp tỉnh QĐ 12/QĐ-LĐLĐ
    < Đã ghi lại việc công nhận 1 sáng kiến: SK-000001
      …
    [riêng An]
    < 🎉 SK-000001 …
    > An: lịch sử SK-1
    < SK-000001 · Cải tiến cữ gá may túi hộp · được công nhận
      10/3/2026 đăng ký · anh/chị
      10/3/2026 công nhận theo quyết định 45/QĐ-CĐCS · cán bộ công đoàn
      10/3/2026 ghi lại công nhận: cấp tỉnh, quyết định 12/QĐ-LĐLĐ ngày 5/3/2026 · cán bộ công đoàn
    > An: em được công nhận cấp nào
    < SK-000001 · Cải tiến cữ gá may túi hộp · được công nhận
      Nguyễn Văn An · CĐCS Công ty May TNG
      Làm lợi: 120.000.000 đ/năm
      Công nhận 10/3/2026: cấp tỉnh, quyết định 12/QĐ-LĐLĐ ngày 5/3/2026
    > An: lịch sử
    < SK-000001 · …
      …ghi lại công nhận: …
    > An: SK-1 đang ở bước nào
    < SK-000001 · Cải tiến cữ gá may túi hộp · được công nhận
      …
    [riêng Chi]
    > Chi: SK-1 qua những bước nào rồi
    < SK-000001 · Cải tiến cữ gá may túi hộp · được công nhận
      10/3/2026 đăng ký · Nguyễn Văn An
      10/3/2026 công nhận theo quyết định 45/QĐ-CĐCS · anh/chị
      10/3/2026 ghi lại công nhận: cấp tỉnh, quyết định 12/QĐ-LĐLĐ ngày 5/3/2026 · anh/chị
    [riêng Dung]
    > Dung: lịch sử SK-1
    < …
    [Nhóm TNG]
    > An: @Bot lịch sử SK-1
    < Việc này anh/chị nhắn riêng cho em nhé.
  `)
})
