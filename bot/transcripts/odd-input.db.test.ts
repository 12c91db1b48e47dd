import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"
import { VENUES } from "./venue.ts"

const LONG: Readonly<Record<(typeof VENUES)[number], number>> = { telegram: 4_000, zalo: 2_000, web: 9_000 }
const MARKUP = `<b>Cải tiến</b> *cữ gá* _may_ & "túi" </i> [hộp](x) {$title}'; drop table initiative; --`

describe.concurrent.each(VENUES)("%s", (venue) => {
  test("a message as long as the platform lets it be", async () => {
    await using stage = await openStage(venue, { known: ["An"], readsAll: true })
    const long = `Cải tiến cữ gá may túi hộp. ${"Trước làm tay, nay có cữ gá. ".repeat(400)}`
    const words = (before: string) => `${before}${long}`.slice(0, LONG[venue])
    await stage.transcript(`
      [riêng An]
      > An: ${words("đăng ký: ")}
      < ${venue === "web" ? "Tin dài 9.000 ký tự, em chỉ nhận tối đa 5.000. …" : "✅ SK-000001 · Cải tiến cữ gá may túi hộp…"}
      > An: ${words("")}
      < ${venue === "zalo" ? "Em ghi phần anh/chị kể vào mô tả. …" : "Em chưa hiểu ý anh/chị. …"}
      [Nhóm TNG]
      > An: ${words("")}
      (im lặng)
    `)
    const stored = await stage.fresh.db.selectFrom("initiative").selectAll().execute()
    expect(stored).toHaveLength(venue === "web" ? 0 : 1)
    for (const { title } of stored) expect(title.length).toBeLessThanOrEqual(300)
    for (const { text } of stage.venue.said("riêng An")) expect(text.length).toBeLessThan(600)
  })

  test("nothing to read: an empty mention, a sticker, a photo", async () => {
    await using stage = await openStage(venue, { known: ["An"], readsAll: true })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot
      < Em ghi nhận sáng kiến…
      > An gửi: sticker
      (im lặng)
      [riêng An]
      > An gửi: sticker
      < Dạ em chào anh/chị. …
    `)
    if (venue !== "web") {
      await stage.transcript(`
        [riêng An]
        > An gửi: photo
        < Em giữ giúp anh/chị. Sáng kiến nào ạ? …
        [Nhóm TNG]
        > An gửi: photo
        (im lặng)
      `)
    }
    // Neither ends a dialogue.
    await stage.transcript(`
      [riêng An]
      > An: đăng ký
      < Em hỏi 4 câu…
      > An gửi: sticker
      < Nhãn dán thì em chưa hiểu ạ, …
      > An: Tấm chắn bụi cho máy cắt vải
      < Trước đây làm thế nào…
    `)
  })

  test("markup in titles is shown as it was typed", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: ${MARKUP}
      < ✅ SK-000001 · ${MARKUP}
        Nguyễn Văn An · …
      [riêng An]
      > An: của tôi
      < Anh/chị có 1 sáng kiến:
        SK-000001 · ${MARKUP} · đã đăng ký
    `)
    const { title } = await stage.fresh.db.selectFrom("initiative").select("title").executeTakeFirstOrThrow()
    expect(title).toBe(MARKUP)
  })

  test("invisible and right-to-left characters are taken out of titles, and no title is made of them", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng\u200B ký: \u202ECải\u00AD tiến\u200B cữ gá\u2066 may\uFEFF túi hộp\u202C
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
        Nguyễn Văn An · …
      > An: đăng ký: \u200B\u202E\u2063\u2063\u2063\u2063\u2063\u2063\u2063\u2063
      < Em hỏi 4 câu…
      > An: hủy
      < Đã bỏ bản nháp. …
    `)
    expect(await stage.count("initiative")).toBe(1)
  })

  test("a name of markup and invisible characters is shown as far as it can be seen", async ({ skip }) => {
    if (venue === "web") return skip("the web chat gives its people their names")
    await using stage = await openStage(venue)
    await stage.transcript(`
      [Nhóm TNG]
      > Hostile: @Bot đăng ký: Cải tiến cữ gá may túi hộp
      < Em là Trợ lý Sáng kiến …
      > Hostile bấm: Đồng ý
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp
        <b>Lê</b> *Văn* _Ác_ đảo · CĐCS Công ty May TNG
        …
    `)
  })

  test("words that are no command", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: /khongco
      < Em chưa hiểu ý anh/chị. …
      > An: asdf qwer
      < Em chưa hiểu ý anh/chị. …
      > An: hủy
      < Không có gì đang dở để hủy. …
      > An: quay lại
      < Hiện em không hỏi anh/chị câu nào. …
      > An: hủy SK-000001
      < Em không tìm thấy SK-000001. …
      > An: sửa SK-000001
      < Em không tìm thấy SK-000001. …
    # a title that does not speak of an idea is not lost without a word
      > An: đăng ký Máng hứng phoi máy tiện
      < "Máng hứng phoi máy tiện" là sáng kiến anh/chị muốn đăng ký phải không ạ?
        1. Đăng ký
        2. Không phải
      > An: không phải
      < Dạ, em không ghi. …
      [riêng Chi]
      > Chi: 👍🙏
      < Dạ, em cảm ơn anh/chị.
      [Nhóm TNG]
      > An: @Bot /khongco
      < Em ghi nhận sáng kiến…
      > An: @Bot 👍
      (im lặng)
      > An: @Bot dk Máng hứng phoi máy tiện
      < "Máng hứng phoi máy tiện" là sáng kiến anh/chị muốn đăng ký phải không ạ?
        1. Đăng ký
        2. Không phải
      > An: @Bot không phải
      < Dạ, em không ghi. …
    `)
    expect(await stage.count("initiative")).toBe(0)
  })

  test("a wrong code gives nobody anything, a right one in a group neither", async () => {
    await using stage = await openStage(venue, { untouched: true })
    await stage.transcript(`
      [riêng An]
      > An: mã
      < Anh/chị gõ mã ngay sau chữ "mã"…
      > An: mã 2222-2222-2222-2222
      < Mã này không đúng, đã dùng hoặc đã hết hạn. …
      > An: mã ' or 1=1 --
      < Em chưa hiểu ý anh/chị. …
      [Nhóm TNG]
      > An: @Bot mã ${stage.adminCode}
      < Em là Trợ lý Sáng kiến. …
      < Mã chỉ dùng trong trò chuyện riêng với em. …
    `)
    expect(await stage.count("role_grant")).toBe(0)
    expect(await stage.count("person")).toBe(0)
  })

  test("an officer's words from a member change nothing", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    const grants = await stage.count("role_grant")
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot liên kết LDLD-TN
      < Chỉ cán bộ của đơn vị mới liên kết được nhóm. …
      > An: @Bot tổng hợp
      < Tổng hợp dành cho cán bộ. …
      [riêng An]
      > An: mời quản trị LDLD-TN
      < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
      > An: liên kết may tng
      < Anh/chị gõ lệnh này trong nhóm cần liên kết giúp em.
      > An: công nhận SK-000001
      < …
    `)
    expect(await stage.count("role_grant")).toBe(grants)
    expect(await stage.count("officer_action")).toBe(0)
    expect(await stage.count("invitation")).toBe(1)
  })

  test("the same update twice has one effect and one answer", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Cải tiến cữ gá may túi hộp
      < ✅ SK-000001…
    `)
    await stage.venue.redelivers()
    await stage.transcript(`
      (im lặng)
      [riêng An]
      > An: của tôi
      < Anh/chị có 1 sáng kiến:
        …
    `)
    expect(await stage.count("initiative_event")).toBe(1)
  })

  test("fifty registrations and fifty stray words in five seconds: everything stored, few replies", async () => {
    await using stage = await openStage(venue, { known: ["An"], clockwork: true })
    const fifty = async (words: (n: number) => string) => {
      stage.clock.halt()
      await Promise.all(
        Array.from({ length: 50 }, (_, n) => stage.venue.writes("riêng An", "An", words(n + 1))),
      )
      stage.clock.go()
    }
    await fifty((n) => `đăng ký: Cải tiến công đoạn may số ${n}`)
    await stage.quiet()
    expect(stage.unread("riêng An").length).toBeLessThanOrEqual(8)
    expect(await stage.count("initiative")).toBe(50)
    const told = stage.venue.said("riêng An").flatMap(({ text }) => text.match(/SK-\d{6}(?= ·|,|$)/gm) ?? [])
    expect(new Set(told).size).toBe(50)

    stage.clock.pass(5_000)
    const before = stage.venue.said("riêng An").length
    const kinds = [
      (n: number) => `alo ${n}`,
      () => "đăng ký",
      () => "hủy",
      (n: number) => `bổ sung SK-${n} đã áp dụng ${n} chuyền`,
    ]
    await fifty((n) => kinds[n % kinds.length]?.(n) ?? "")
    await stage.quiet()
    expect(stage.venue.said("riêng An").length - before).toBeLessThanOrEqual(8)
    const added = stage.venue.said("riêng An").flatMap(({ text }) => text.match(/Đã bổ sung vào SK/g) ?? [])
    expect(added.length).toBe(12)
  })
})
