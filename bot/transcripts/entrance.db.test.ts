import decodeQR from "qr/decode.js"
import sharp from "sharp"
import { expect, test } from "vitest"
import { openStage } from "./stage.ts"
import type { Said } from "./venue.ts"

/** The address on the poster that came with a message, as a phone scans it. */
async function scanned(said: Said | undefined): Promise<string> {
  const png = (await said?.picture?.()) ?? new Uint8Array()
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data })
}

test("by their unit's address a newcomer says yes and the title, and nobody asks for the unit", async () => {
  await using stage = await openStage("telegram")
  const { bot } = await stage.transcript(`
    [riêng Dung]
    > Dung: cho chị xin link đăng ký
    < Mời mọi người gửi sáng kiến về CĐCS Công ty May TNG: bấm https://t.me/{bot}?start=u_KCN-01 hoặc quét mã trong ảnh, rồi nhắn tên sáng kiến. …
      🖼
  `)
  const link = `https://t.me/${bot}?start=u_KCN-01`
  expect(await scanned(stage.venue.said("riêng Dung").at(-1))).toBe(link)
  await stage.transcript(`
    [riêng Bình]
    > Bình: /start u_KCN-01
    < Dạ em chào anh/chị. Em nhận sáng kiến của CĐCS Công ty May TNG, …
      1. Đồng ý
      …
    > Bình: 1
    < Em hỏi 4 câu, khoảng 1 phút. …
    > Bình: Cải tiến cữ gá may túi hộp
    < Trước đây làm thế nào, nay thay đổi gì? …
    > Bình: xong
    < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
      Phạm Thanh Bình · CĐCS Công ty May TNG
      …
    # It is no news any more, whoever sends it; and nobody is moved by an address they scan elsewhere.
    > Bình: /start u_KCN-02
    < Dạ em chào anh/chị. …
    > Bình: đăng ký: Máng trượt đưa phôi vào máy
    < ✅ SK-000002 …
      Phạm Thanh Bình · CĐCS Công ty May TNG
      …
  `)
})

test("whoever was asked for their unit meanwhile answers by the poster on the wall", async () => {
  await using stage = await openStage("telegram")
  await stage.transcript(`
    [riêng Bình]
    > Bình: đăng ký: Cải tiến cữ gá may túi hộp
    < Em là Trợ lý Sáng kiến …
    > Bình: 1
    < Anh/chị thuộc công đoàn nào? …
    > Bình: /start u_KCN-01
    < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
      Phạm Thanh Bình · CĐCS Công ty May TNG
      …
  `)
})

test("whoever is asked in a group goes on in private with one tap, with the same draft for the group's unit", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký
    < Em hỏi 4 câu, khoảng 1 phút. … muốn trả lời riêng, anh/chị bấm https://t.me/{bot}?start=tiep
      Tên sáng kiến là gì? …
    > An trả lời: Cải tiến cữ gá may túi hộp
    < Trước đây làm thế nào, nay thay đổi gì? …
    # The address is everybody's: it hands over nothing of An's.
    [riêng Bình]
    > Bình: /start tiep
    < Anh/chị không có bản nháp nào đang dở. …
    [riêng An]
    > An: /start tiep
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: xong
    < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
      Nguyễn Văn An · CĐCS Công ty May TNG
      …
    > An: /start tiep
    < Anh/chị không có bản nháp nào đang dở. …
  `)
})

test("an address of a unit that is not there any more, or that somebody made up, greets and no more", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng Bình]
    > Bình: /start u_KCN-99
    < Dạ em chào anh/chị. …
    [riêng An]
    > An: /start u_
    < Dạ em chào anh/chị. …
  `)
  expect(await stage.count("initiative")).toBe(0)
})

test("an officer names the unit, a group has its own, and whoever is invited at Telegram need only tap", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  const { mã } = await stage.transcript(`
    [riêng Chi]
    > Chi: mã QR của điện tử sông công
    < Mời mọi người gửi sáng kiến về CĐCS Công ty Điện tử Sông Công: bấm https://t.me/…?start=u_KCN-02 …
      🖼
    > Chi: link đăng ký
    < Mời mọi người gửi sáng kiến về Liên đoàn Lao động tỉnh Thái Nguyên: bấm https://t.me/… hoặc …
      🖼
    [Nhóm TNG]
    > An: @Bot mã QR
    < Mời mọi người gửi sáng kiến về CĐCS Công ty May TNG: bấm https://t.me/…?start=u_KCN-01 …
      🖼
    [riêng Chi]
    > Chi: mời hỗ trợ KCN-02
    < Mã mời tổ hỗ trợ của CĐCS Công ty Điện tử Sông Công, dùng một lần, đến hết 17/3/2026:
      {mã}
      Người được mời nhắn riêng cho em: "mã …"
      Người được mời có Telegram thì chỉ cần bấm: https://t.me/…
  `)
  await stage.transcript(`
    [riêng Bình]
    > Bình: /start ${mã}
    < …CĐCS Công ty Điện tử Sông Công…
  `)
})

test("Zalo's address hands nothing over: the poster says what to answer", async () => {
  await using stage = await openStage("zalo", { known: ["An"], receives: "webhook" })
  await stage.transcript(`
    [riêng An]
    > An: cho em xin mã qr
    < Mời mọi người gửi sáng kiến về CĐCS Công ty May TNG: bấm https://bot.example.vn/bots/1 hoặc quét mã trong ảnh, rồi nhắn "đăng ký: tên sáng kiến". Em hỏi đơn vị thì trả lời KCN-01.
      🖼
  `)
  expect(await scanned(stage.venue.said("riêng An").at(-1))).toBe("https://bot.example.vn/bots/1")
})

test("where the bot has no address that it knows, it says how people find it", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: link đăng ký
    < Em chưa có đường dẫn của bot ở đây. …
  `)
})

test("a new officer adds the bot to the unit's group by a tap, which says whose group it is; nobody else's tap does", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  const { mã } = await stage.transcript(`
    [riêng Chi]
    > Chi: mời cán bộ KCN-02
    < Mã mời cán bộ của CĐCS Công ty Điện tử Sông Công, dùng một lần, đến hết 17/3/2026:
      {mã}
      …
  `)
  const { bot } = await stage.transcript(`
    [riêng Bình]
    > Bình: /start ${mã}
    < Xin chào Phạm Thanh Bình, anh/chị là cán bộ phụ trách của CĐCS Công ty Điện tử Sông Công. …
      Trên Telegram chỉ cần bấm rồi chọn nhóm: https://t.me/{bot}?startgroup=u_KCN-02
  `)
  await stage.venue.addsBot("Nhóm Điện tử", "Bình")
  await stage.transcript(`
    [Nhóm Điện tử]
    < Em là Trợ lý Sáng kiến …
    > An: /start@${bot} u_KCN-02
    < Chỉ cán bộ của đơn vị mới liên kết được nhóm …
    > Bình: /start@${bot} u_KCN-02
    < Nhóm này của: CĐCS Công ty Điện tử Sông Công …
      1. Đúng
      2. Chọn lại
    > Bình trả lời: 1
    < Đã liên kết nhóm với CĐCS Công ty Điện tử Sông Công. …
  `)
})
