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

test("what somebody has handed in elsewhere, who they are, whether they are named, and why it takes so long", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ gá may túi hộp hai kim
    < ✅ SK-000001 · …
    > An: tôi đã nộp trên cổng rồi
    < Nộp giấy, biểu mẫu hay trên cổng thì cán bộ nhập vào đây sau ạ. …
    > An: tôi điền google form rồi mà
    < Nộp giấy, biểu mẫu hay trên cổng thì cán bộ nhập vào đây sau ạ. …
    > An: tôi là công nhân thời vụ
    < Đoàn viên và người lao động đều đăng ký được, …
    > An: một người được mấy sáng kiến
    < Đoàn viên và người lao động đều đăng ký được, …
    > An: ý tưởng chưa làm có được không
    < Theo Điều lệ Sáng kiến …
    > An: sáng kiến năm ngoái có được không
    < Sáng kiến đã áp dụng thì nộp trong 1 năm …
    > An: sao chưa thấy công nhận
    < Anh/chị có 1 sáng kiến:
      SK-000001 · …
      …
    > An: nộp rồi có phải làm gì nữa không
    < Anh/chị có 1 sáng kiến:
      SK-000001 · …
      …
    > An: có bị nêu tên không
    < Thông tin chỉ dùng để lập hồ sơ …
    > An: tôi không muốn nêu tên
    < Từ giờ em không nêu tên anh/chị …
    > An: lĩnh vực
    < Chương trình có 9 lĩnh vực: …
    [riêng Chi]
    > Chi: quân số May TNG 500
    < Anh/chị ghi rõ đoàn viên, lao động giúp em, …
    > Chi: thêm lĩnh vực Nông nghiệp
    < Chương trình có 9 lĩnh vực: …
  `)
  const named = await stage.fresh.db
    .selectFrom("consent")
    .select("granted")
    .where("purpose", "=", "naming")
    .orderBy("id", "desc")
    .executeTakeFirst()
  expect(named).toEqual({ granted: false })
})

test("a question in words that nobody foresaw is answered by what it is most like, also between the questions of a registration", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: một người đăng ký mấy sáng kiến được ạ
    < …không giới hạn số sáng kiến…
    > An: cấp tỉnh với cấp cơ sở khác gì nhau hả bot
    < Cấp cơ sở do đơn vị anh/chị công nhận. …
    > An: sao có người nộp sáng kiến của em vậy
    < Tác giả ghi chưa đúng thì …
    > An: khi nào có kết quả công nhận
    < Anh/chị chưa có sáng kiến nào. …
    > An: kết quả bóng đá tối qua thế nào
    < Câu này em chưa trả lời được ạ, …
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: sáng kiến cần những giấy tờ gì hả em
    < Không cần biểu mẫu nào ạ: …
      Tên sáng kiến là gì? …
    > An: hủy
    < …
    [Nhóm TNG]
    > An: @Bot tại sao đơn vị tôi tụt hạng
    < 🏅 Bảng xếp hạng …
      …
  `)
})
