import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"

const HOUR_MS = 3_600_000

describe.concurrent("guided registrations", () => {
  test("two people guided at once in one group are each asked their own questions", async () => {
    await using stage = await openStage("telegram", { known: ["An", "Bình"], readsAll: true })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký
      < Em hỏi 4 câu, …
      > Bình: @Bot đăng ký
      < Em hỏi 4 câu, …
      > Bình: Giá treo kéo cắt chỉ ở từng máy may
      < Trước đây làm thế nào, …
      > An: Xe đẩy vải hai tầng có phanh chân
      < Trước đây làm thế nào, …
      > Dung: họp lúc 2h nhé
      (im lặng)
      > Bình: bỏ qua
      < Làm lợi khoảng bao nhiêu? …
      > An: bỏ qua
      < Làm lợi khoảng bao nhiêu? …
      > Bình: 5 triệu
      < Sáng kiến thuộc lĩnh vực nào? …
      > An: 10tr/năm
      < Sáng kiến thuộc lĩnh vực nào? …
      > An: 1
      < ✅ SK-000001 · Xe đẩy vải hai tầng có phanh chân
        Làm lợi: 10.000.000 đ/năm · Nguyễn Văn An · …
      > Bình: 2
      < ✅ SK-000002 · Giá treo kéo cắt chỉ ở từng máy may
        Làm lợi: 5.000.000 đ · Phạm Thanh Bình · …
    `)
  })

  test("a story in the place of the title is kept, and the title asked for; a wish to withdraw is none either", async () => {
    await using stage = await openStage("web", { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký
      < Em hỏi 4 câu, …
      > An: trước phải mài tay mất 2 tiếng
      < Ý này em ghi vào mô tả.
        Tên sáng kiến là gì? …
      > An: giờ khuôn có vát sẵn, mỗi năm đỡ 20 triệu
      < Ý này em ghi vào mô tả.
        Tên sáng kiến là gì? …
      > An: Khuôn có vát sẵn
      < Sáng kiến thuộc lĩnh vực nào? …
      > An: bỏ qua
      < ✅ SK-000001 · Khuôn có vát sẵn
        Làm lợi: 20.000.000 đ/năm · …
      > An: SK-000001
      < SK-000001 · Khuôn có vát sẵn · đã đăng ký
        …
        Mô tả: trước phải mài tay mất 2 tiếng
        giờ khuôn có vát sẵn, mỗi năm đỡ 20 triệu
        …
      > An: đăng ký
      < Em hỏi 4 câu, …
      > An: rút sáng kiến
      < Đã bỏ bản nháp. …
    `)
  })

  test("who comes back after a day is told which draft it is, and a greeting is no answer", async () => {
    await using stage = await openStage("web", { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký
      < Em hỏi 4 câu, …
      > An: Xe đẩy vải hai tầng có phanh chân
      < Trước đây làm thế nào, …
      > An: cảm ơn em
      < Trước đây làm thế nào, …
    `)
    stage.clock.pass(26 * HOUR_MS)
    await stage.transcript(`
      [riêng An]
      > An: chào em
      < Bản nháp "Xe đẩy vải hai tầng có phanh chân" còn viết dở, …
        Trước đây làm thế nào, …
      > An: đăng ký tiếp giúp chị
      < Trước đây làm thế nào, …
    `)
    stage.clock.pass(26 * HOUR_MS)
    await stage.transcript(`
      [riêng An]
      > An: làm tiếp cái hôm qua
      < Bản nháp "Xe đẩy vải hai tầng có phanh chân" còn viết dở, …
        Trước đây làm thế nào, …
    `)
  })

  test("an answer may hold the next one too", async () => {
    await using stage = await openStage("web", { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký
      < Em hỏi 4 câu, …
      > An: Xe đẩy vải hai tầng có phanh chân
      < Trước đây làm thế nào, …
      > An: Trước hai người bê, nay một người đẩy. Làm lợi 20 triệu một năm
      < Làm lợi: 20.000.000 đ/năm
        Sáng kiến thuộc lĩnh vực nào? …
      > An: 1
      < ✅ SK-000001 · …
      > An: đăng ký
      < Em hỏi 4 câu, …
      > An: Giá treo kéo cắt chỉ ở từng máy may
      < Trước đây làm thế nào, …
      > An: bỏ qua
      < Làm lợi khoảng bao nhiêu? …
      > An: 1,5 tỷ một năm, lĩnh vực kỹ thuật
      < ✅ SK-000002 · Giá treo kéo cắt chỉ ở từng máy may
        Làm lợi: 1.500.000.000 đ/năm · …
      > An: đăng ký
      < Em hỏi 4 câu, …
      > An: Khay nam châm giữ ốc vít
      < Trước đây làm thế nào, …
      > An: bỏ qua
      < Làm lợi khoảng bao nhiêu? …
      > An: 20 triệu, bớt được 2 người trông máy
      < Sáng kiến thuộc lĩnh vực nào? …
      > An: xong
      < ✅ SK-000003 · …
    `)
    const stored = await stage.fresh.db
      .selectFrom("initiative")
      .select(["sector", "description"])
      .orderBy("number")
      .execute()
    expect(stored).toEqual([
      {
        sector: "Kỹ thuật – công nghệ",
        description: "Trước hai người bê, nay một người đẩy. Làm lợi 20 triệu một năm",
      },
      { sector: "Kỹ thuật – công nghệ", description: null },
      { sector: null, description: "bớt được 2 người trông máy" },
    ])
  })

  test("who cannot tell the sector is shown the nearest one by the title, and need not choose; its number behind the receipt puts it right", async () => {
    await using stage = await openStage("telegram", { known: ["An", "Bình"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký
      < Em hỏi 4 câu, …
      > An: tên sáng kiến: Xe đẩy vải cuộn cho tổ cắt
      < Trước đây làm thế nào, …
      > An: bỏ qua
      < Làm lợi khoảng bao nhiêu? …
      > An: không tính được
      < Sáng kiến thuộc lĩnh vực nào? …
      > An: em không biết
      < Gần nhất là 1. Kỹ thuật – công nghệ. Đúng thì anh/chị gõ 1, chưa chắc thì gõ "bỏ qua" ạ.
        Sáng kiến thuộc lĩnh vực nào? …
      > An: ừ
      < ✅ SK-000001 · Xe đẩy vải cuộn cho tổ cắt …
      > An: lĩnh vực 3
      < Đã bổ sung vào SK-000001.
        Lĩnh vực: An toàn – vệ sinh lao động
      > An: xem
      < Anh/chị có 1 sáng kiến: …
      [riêng Bình]
      > Bình: đăng ký
      < Em hỏi 4 câu, …
      > Bình: Góc chia sẻ đầu giờ của tổ
      < Trước đây làm thế nào, …
      > Bình: bỏ qua
      < Làm lợi khoảng bao nhiêu? …
      > Bình: không tính được
      < Sáng kiến thuộc lĩnh vực nào? …
      # Nothing of the title tells: it is left open, as with "bỏ qua".
      > Bình: cái nào cũng được
      < ✅ SK-000002 · Góc chia sẻ đầu giờ của tổ …
    `)
    const stored = await stage.fresh.db.selectFrom("initiative").select("sector").orderBy("number").execute()
    expect(stored).toEqual([{ sector: "An toàn – vệ sinh lao động" }, { sector: null }])
  })

  test("in a group the answers that we offer are heard without a mention: 'không tính được', 'không biết'", async () => {
    await using stage = await openStage("telegram", { known: ["An"], readsAll: true })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký
      < Em hỏi 4 câu, …
      > An: Xe đẩy vải cuộn hai tầng có phanh
      < Trước đây làm thế nào, …
      > Dung: chiều họp mấy giờ
      (im lặng)
      > An: bỏ qua
      < Làm lợi khoảng bao nhiêu? …
      > An: không tính được
      < Sáng kiến thuộc lĩnh vực nào? …
      > An: không biết
      < Gần nhất là 1. Kỹ thuật – công nghệ. …
      > An: 1
      < ✅ SK-000001 · …
    `)
  })
})
