import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"
import { VENUES } from "./venue.ts"

const GREETING = `< Em là Trợ lý Sáng kiến. Em ghi nhận sáng kiến … "liên kết"…`

describe.concurrent.each(VENUES)("%s", (venue) => {
  test("T7 chatter is left alone and leaves no trace", async () => {
    await using stage = await openStage(venue, { readsAll: true })
    await stage.transcript(`
      [Nhóm TNG]
      > An: chiều nay họp nhé cả nhà
      > Dung: hôm qua mình đăng ký sáng kiến rồi
      > An: 1
      > An: tiếp tục họp nhé
      (im lặng)
    `)
    expect(await stage.count("handled_update")).toBe(0)
    await stage.transcript(`
      [Nhóm TNG]
      > Dung: @Bot
      < Em ghi nhận sáng kiến và báo tiến độ. Ví dụ: "đăng ký: …"…
      > Dung: @Bot cảm ơn em
      (im lặng)
      > Dung: @Bot chiều nay ăn gì
      < Em ghi nhận sáng kiến và báo tiến độ. …
    `)
    await stage.transcript(`
      [Nhóm TNG]
      > Dung: @Bot bo sung truoc cat tay nay cat may
      < Anh/chị gõ kèm mã sáng kiến giúp em…
      > Dung: @Bot xóa cái vừa rồi
      < Anh/chị gõ kèm mã sáng kiến giúp em…
    `)
    for (const { text } of stage.venue.said("Nhóm TNG")) expect(text).not.toContain("\n")
  })

  test("T9 the first officer comes by code and links a group", async () => {
    await using stage = await openStage(venue, { untouched: true })
    const tells = stage.venue.kind === "telegram"
    if (stage.venue.kind === "telegram") {
      await stage.venue.addsBot("Nhóm TNG", "Chi")
      await stage.transcript(`
        [Nhóm TNG]
        ${GREETING}
      `)
    }
    await stage.transcript(`
      [Nhóm tỉnh]
      > An: @Bot
      ${GREETING}
      [Nhóm TNG]
      > An: @Bot liên kết may tng
      ${tells ? "" : GREETING}
      < Chỉ cán bộ của đơn vị mới liên kết được nhóm. …
      [riêng Chi]
      > Chi: mã 2222-3333-4444
      < Mã này không đúng, đã dùng hoặc đã hết hạn. …
      > Chi: mã ${stage.adminCode.toLowerCase()}
      < Xin chào Lê Kim Chi, anh/chị là quản trị của Liên đoàn Lao động tỉnh Thái Nguyên. …
      [riêng An]
      > An: mã ${stage.adminCode}
      < Mã này không đúng, đã dùng hoặc đã hết hạn. …
      [Nhóm TNG]
      > Chi: @Bot liên kết may tng
      < Nhóm này của: CĐCS Công ty May TNG (mã KCN-01), thuộc Công đoàn các KCN tỉnh. …
        1. Đúng
        2. Chọn lại
      > Chi bấm: Chọn lại
      < Anh/chị gõ "liên kết" kèm tên hoặc mã đơn vị…
      > Chi: @Bot liên kết tỉnh
      < Nhóm này của: Liên đoàn Lao động tỉnh Thái Nguyên (mã LDLD-TN). …
        1. Đúng
        2. Chọn lại
      > Chi bấm: Chọn lại
      < Anh/chị gõ "liên kết" kèm tên hoặc mã đơn vị…
      > Chi: @Bot liên kết công ty may
      < Đơn vị nào ạ? …
        1. CĐCS Công ty May TNG (KCN-01)
        …
      > Chi bấm: CĐCS Công ty May TNG (KCN-01)
      < Đã liên kết nhóm với CĐCS Công ty May TNG. …
      > Chi: @Bot lien ket KCN-01
      < Nhóm này của: CĐCS Công ty May TNG (mã KCN-01)…
      > Chi bấm: Đúng
      < Đã liên kết nhóm với CĐCS Công ty May TNG. …
    # in this group everybody is đồng chí from now on; in private nothing changes
      > An: @Bot xưng hô đồng chí
      < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
      > Chi: @Bot xung ho dong chi
      < Dạ, từ giờ trong nhóm này em gọi mọi người là đồng chí.
      > Chi: @Bot liên kết
      < Đồng chí gõ "liên kết" kèm tên hoặc mã đơn vị…
      [riêng Chi]
      > Chi: xưng hô đồng chí
      < Anh/chị gõ "xưng hô đồng chí" …
      [Nhóm TNG]
      > Chi: @Bot xưng hô anh chị nhé
      < Dạ, từ giờ trong nhóm này em gọi mọi người là anh chị.
      > Chi: @Bot liên kết
      < Anh/chị gõ "liên kết" …
    `)
    const actions = await stage.fresh.db.selectFrom("officer_action").select("action").orderBy("id").execute()
    expect(actions.map(({ action }) => action)).toEqual(["claim", "link", "link", "address", "address"])
  })

  test("an officer invites, and rights end where the unit ends", async () => {
    await using stage = await openStage(venue)
    const known = await stage.transcript(`
      [riêng Chi]
      > Chi: mời cán bộ Công đoàn các KCN tỉnh
      < Mã mời cán bộ của Công đoàn các KCN tỉnh, dùng một lần, đến hết 17/3/2026:
        {mã}
        Người được mời nhắn riêng cho em: "mã {mã}"…
      [riêng An]
      > An: mã {mã}
      < Xin chào Nguyễn Văn An, anh/chị là cán bộ phụ trách của Công đoàn các KCN tỉnh. …
      > An: mời hỗ trợ CĐCS Trường THPT Gang Thép
      < Anh/chị không phụ trách CĐCS Trường THPT Gang Thép nên chưa mời được.
      > An: mời quản trị Công đoàn các KCN tỉnh
      < Chỉ quản trị của Công đoàn các KCN tỉnh mới mời được quản trị khác.
      > An: mời hỗ trợ May TNG
      < Mã mời tổ hỗ trợ của CĐCS Công ty May TNG…
      [Nhóm tỉnh]
      > An: @Bot liên kết LDLD-TN
      < Nhóm này đang của Liên đoàn Lao động tỉnh Thái Nguyên, anh/chị không phụ trách đơn vị đó nên chưa đổi được.
      > An: @Bot mời hỗ trợ May TNG
      < Anh/chị nhắn lệnh mời trong trò chuyện riêng với em, để mã không lộ ra nhóm.
    `)
    const stored = await stage.fresh.db.selectFrom("invitation").select("code_hash").execute()
    expect(stored.map((row) => row.code_hash)).not.toContain(known["mã"])
  })
})
