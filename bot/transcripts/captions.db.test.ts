import sharp from "sharp"
import { expect, test } from "vitest"
import { openStage, type Stage } from "./stage.ts"
import type { TelegramVenue } from "./telegram-venue.ts"

const HOURS_2 = 2 * 3_600_000

/** An sends a photo of this colour in private. */
async function shows(stage: Stage<TelegramVenue>, background: string, caption?: string): Promise<void> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer()
  stage.clock.pass(2_000)
  await stage.venue.uploads("riêng An", "An", [{ bytes }], caption === undefined ? {} : { caption })
}

test("words under a photo say what it is for, or answer what was asked; none are lost", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await shows(stage, "#101010", "sáng kiến của em")
  await stage.transcript(`
    [riêng An]
    < Em giữ giúp anh/chị. Sáng kiến nào ạ? …
    > An: đăng ký: Khay hứng dầu dưới máy ép
    < ✅ SK-000001 · …
  `)
  await stage.transcript(`
    [riêng An]
    < Đã thêm 1 ảnh vào SK-000001.
    > An: đăng ký: Giá treo kéo cắt chỉ bằng nam châm
    < ✅ SK-000002 · …
  `)
  stage.clock.pass(HOURS_2)
  await shows(stage, "#202020", "bằng chứng cho cái khay hứng dầu")
  await stage.transcript(`
    [riêng An]
    < Đã thêm 1 ảnh vào SK-000001.
  `)
  await stage.transcript(`
    [riêng An]
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Máng hứng phoi máy tiện
    < Trước đây làm thế nào, nay thay đổi gì? …
  `)
  await shows(stage, "#303030", "ảnh cái máng đây")
  await stage.transcript(`
    [riêng An]
    < Em giữ lại, đăng ký xong em gắn vào sáng kiến này.
  `)
  await shows(stage, "#404040", "trước đây phoi rơi khắp nền xưởng, nay có máng hứng gọn")
  await stage.transcript(`
    [riêng An]
    < Làm lợi khoảng bao nhiêu? …
  `)
  await shows(stage, "#505050", "tiết kiệm 5 triệu/tháng")
  await stage.transcript(`
    [riêng An]
    < …Sáng kiến thuộc lĩnh vực nào? …
    > An: bỏ qua
    < ✅ SK-000003 · Máng hứng phoi máy tiện
      Làm lợi: 5.000.000 đ/tháng · …
  `)
  await stage.transcript(`
    [riêng An]
    < Đã thêm 1 ảnh vào SK-000003.
    < Đã thêm 1 ảnh vào SK-000003.
    < Đã thêm 1 ảnh vào SK-000003.
  `)
  const { rows } = await stage.fresh.pool.query("select description from initiative where number = 3")
  expect(rows).toEqual([{ description: "trước đây phoi rơi khắp nền xưởng, nay có máng hứng gọn" }])
})

test("a photo that was sent by mistake goes again, and the initiative stays", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Khay hứng dầu dưới máy ép
    < ✅ SK-000001 · …
  `)
  await shows(stage, "#101010")
  await stage.transcript(`
    [riêng An]
    < Đã thêm 1 ảnh vào SK-000001.
  `)
  stage.clock.pass(5 * 60_000)
  await shows(stage, "#202020")
  await stage.transcript(`
    [riêng An]
    < Đã thêm 1 ảnh vào SK-000001.
    > An: gửi nhầm ảnh rồi
    < Đã bỏ 1 ảnh vừa gửi khỏi SK-000001.
    > An: xóa ảnh của SK-000001
    < Đã bỏ 1 ảnh vừa gửi khỏi SK-000001.
    > An: xóa giúp em tấm ảnh vừa gửi
    < Em không thấy ảnh hay tệp nào anh/chị đã gửi để bỏ ạ.
    > An: của tôi
    < Anh/chị có 1 sáng kiến:
      SK-000001 · Khay hứng dầu dưới máy ép · đã đăng ký
  `)
  expect(await stage.count("attachment")).toBe(0)
  const { rows } = await stage.fresh.pool.query("select kind from initiative_event order by id")
  expect(rows.map(({ kind }) => kind)).toEqual(["registered", "attached", "attached", "detached", "detached"])
  // Of which it was not told yet, nothing is kept.
  stage.clock.pass(HOURS_2)
  await shows(stage, "#303030")
  await stage.transcript(`
    [riêng An]
    < Anh/chị gửi cho sáng kiến nào ạ? …
      1. SK-000001 · Khay hứng dầu dưới máy ép
    > An: thôi gửi nhầm
    < Dạ, em dừng ở đây.
  `)
  expect(await stage.count("waiting_file")).toBe(0)
})
