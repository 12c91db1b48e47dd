import { expect, test } from "vitest"
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

test("whoever has one initiative asks about it without naming it; in the middle of a registration such a question answers nothing", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  const card = "SK-000001 · Giá treo kéo cắt chỉ bằng nam châm · đã đăng ký\n      …"
  await stage.transcript(`
    [riêng An]
    > An: duyệt chưa em
    < Anh/chị chưa có sáng kiến nào. …
    > An: đăng ký: Giá treo kéo cắt chỉ bằng nam châm
    < ✅ SK-000001 · …
    > An: duyệt chưa em
    < ${card}
    > An: tới đâu rồi
    < ${card}
    > An: còn thiếu gì không
    < ${card}
    > An: in đơn giúp em
    < Đơn yêu cầu công nhận sáng kiến SK-000001 …
    > An: có giới hạn số lượng không
    < …không giới hạn số sáng kiến…
    > An: cho xin ví dụ
    < …ví dụ: "Giá treo kéo bấm chỉ bằng nam châm".
    [Nhóm TNG]
    > An: @Bot sao rồi em
    < ${card}
    > An: @Bot hôm nay có ai đăng ký chưa
    < Em tìm thấy 1 sáng kiến. …
    [riêng An]
    > An: tôi đăng ký nhầm rồi
    < Anh/chị muốn hủy sáng kiến này phải không ạ? …
    > An: thôi
    < Dạ, em dừng ở đây.
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Máng hứng phoi máy tiện
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: cái kia tới đâu rồi
    < Anh/chị có 1 sáng kiến: …
    > An: xong
    < ✅ SK-000002 · Máng hứng phoi máy tiện
      …
    > An: in đơn giúp em
    < Anh/chị nói về sáng kiến nào ạ? …
  `)
  const { rows } = await stage.fresh.pool.query("select description from initiative where number = 2")
  expect(rows).toEqual([{ description: null }])
})
