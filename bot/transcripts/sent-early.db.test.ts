import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"

describe.concurrent("what a newcomer sends before they were asked for it", () => {
  test("a title sent while consent is asked waits, and answers the question about the title afterwards", async () => {
    await using stage = await openStage("zalo")
    await stage.transcript(`
      [riêng Bình]
      > Bình: em muốn đăng ký sáng kiến
      < Em là Trợ lý Sáng kiến …
      > Bình: Giá treo kéo cắt chỉ ở từng máy may, làm lợi 20tr
      < Em giữ tin này, anh/chị trả lời xong là em ghi tiếp.
        Anh/chị có đồng ý …
        …
      > Bình: để tôi hỏi tổ trưởng đã
      < Anh/chị có đồng ý …
      > Bình: trước hay rơi, giờ treo lên nên đỡ mất 5 phút tìm kéo
      < Em giữ tin này, …
    `)
    expect(await stage.count("person")).toBe(PEOPLE_WITH_ROLES)
    await stage.transcript(`
      [riêng Bình]
      > Bình: 1
      < Anh/chị thuộc công đoàn nào? …
      > Bình: may tng
      < Sáng kiến thuộc lĩnh vực nào? …
      > Bình: bỏ qua
      < ✅ SK-000001 · Giá treo kéo cắt chỉ ở từng máy may
        Làm lợi: 20.000.000 đ · …
    `)
    const { description } = await stage.fresh.db
      .selectFrom("initiative")
      .select("description")
      .executeTakeFirstOrThrow()
    expect(description).toBe("trước hay rơi, giờ treo lên nên đỡ mất 5 phút tìm kéo")
  })

  test("a no drops what waited", async () => {
    await using stage = await openStage("telegram")
    await stage.transcript(`
      [riêng Bình]
      > Bình: đăng ký
      < Em là Trợ lý Sáng kiến …
      > Bình: Giá treo kéo cắt chỉ ở từng máy may
      < Em giữ tin này, …
      > Bình: không
      < Dạ, em không lưu gì cả. …
    `)
    const { rows } = await stage.fresh.pool.query<{ dialogue: unknown }>("select dialogue from conversation")
    expect(rows).toEqual([{ dialogue: null }])
    expect(await stage.count("person")).toBe(PEOPLE_WITH_ROLES)
  })

  test("in a group more of what was sent joins it, another title waits for its turn, and what is said to others is not kept", async () => {
    await using stage = await openStage("web")
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Xe đẩy vải hai tầng có phanh chân
      < Em là Trợ lý Sáng kiến …
      > An: trước bê tay 2 người, giờ 1 người đẩy, mỗi năm lợi 90 triệu
      (im lặng)
      > An trả lời: trước bê tay 2 người, giờ 1 người đẩy, mỗi năm lợi 20 triệu
      < Em giữ tin này, …
      > An trả lời: Giá treo kéo cắt chỉ ở từng máy may
      < Em giữ tin này, …
      > An: 1
      < ✅ SK-000001 · Xe đẩy vải hai tầng có phanh chân
        Làm lợi: 20.000.000 đ/năm · …
      < "Giá treo kéo cắt chỉ ở từng máy may" là sáng kiến anh/chị muốn đăng ký phải không ạ?
        …
    `)
  })

  test("who agrees may say their unit, or the title, in the same breath; a yes with a doubt behind it agrees to nothing", async () => {
    await using stage = await openStage("web")
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Giá treo kéo cắt chỉ ở từng máy may
      < Em là Trợ lý Sáng kiến …
      > An: ừ, để tôi xem đã
      < Dạ, em chờ. …
      > An: đồng ý, may tng
      < ✅ SK-000001 · Giá treo kéo cắt chỉ ở từng máy may
        Nguyễn Văn An · CĐCS Công ty May TNG
        …
    `)
    await using other = await openStage("web")
    await other.transcript(`
      [riêng An]
      > An: đăng ký
      < Em là Trợ lý Sáng kiến …
      > An: ok em, Giá treo kéo cắt chỉ ở từng máy may
      < Anh/chị thuộc công đoàn nào? …
      > An: Xe đẩy vải hai tầng có phanh chân
      < Em giữ tin này, anh/chị trả lời xong là em ghi tiếp.
        Anh/chị thuộc công đoàn nào? …
      > An: KCN-01
      < …
    `)
  })
})

/** Chi and Dung, who agreed when they took their roles. */
const PEOPLE_WITH_ROLES = 2
