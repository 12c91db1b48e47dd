import { test } from "vitest"
import { openStage } from "./stage.ts"

test("members ask what their unit has and how much it counted, and get titles and figures, no officer's tally", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    # Nothing is asked: what most come for is offered.
    > An: 7
    < Hiện em không hỏi anh/chị câu nào. …
      1. Đăng ký sáng kiến
      2. Xem sáng kiến của tôi
      …
    > An: 2
    < Anh/chị chưa có sáng kiến nào. …
    > An: sáng kiến đơn vị mình
    < CĐCS Công ty May TNG chưa có sáng kiến nào ạ. …
    > An: đăng ký: Giá treo kéo cắt chỉ ở từng máy may
    < ✅ SK-000001 · …
    > An: danh sách sáng kiến của đơn vị
    < Em tìm thấy 1 sáng kiến. Chọn số để xem:
      1. SK-000001 · Giá treo kéo cắt chỉ ở từng máy may (CĐCS Công ty May TNG)
    > An: số liệu tháng này
    < CĐCS Công ty May TNG, 1/3/2026 – 10/3 …
      Đăng ký 1 · Công nhận 0 · Lên cổng 0
    > An: kết quả tuần trước
    < CĐCS Công ty May TNG, … – 6/3 16h00
      Đăng ký 0 · Công nhận 0 · Lên cổng 0
    > An: báo cáo tuần nộp cho ai
    < Câu này em chưa trả lời được ạ, …
    [Nhóm TNG]
    > An: @Bot tuần này thế nào
    < CĐCS Công ty May TNG, 6/3 16h00 – 10/3 …
      Đăng ký 1 · Công nhận 0 · Lên cổng 0
    > An: @Bot tổng hợp tuần
    < Tổng hợp dành cho cán bộ. …
  `)
})
