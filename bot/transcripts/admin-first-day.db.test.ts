import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"

describe.concurrent.each(["telegram", "zalo"] as const)("%s", (venue) => {
  test("an administrator of fifty-five sets everything up by chat: code, units, targets, officers, groups, and the way out", async () => {
    await using stage = await openStage(venue, { untouched: true, known: ["An"] })
    const code = stage.adminCode
    await stage.transcript(`
      [riêng Chi]
      > Chi: 7F3K-9QXM-2WTB
      < Mã này không đúng, đã dùng hoặc đã hết hạn. …
      > Chi: ${code.toLowerCase().replaceAll("-", " ")}
      < Xin chào …, anh/chị là quản trị của Liên đoàn Lao động tỉnh Thái Nguyên. …
      > Chi: mã ${code}
      < Mã này không đúng, đã dùng hoặc đã hết hạn. …
      > Chi: giờ chị làm gì tiếp
      < Anh/chị làm lần lượt: …
      > Chi: tạo chương trình mới
      < Chương trình do người cài đặt mở và đặt tên. …
      > Chi: chỉ tiêu giai đoạn 1 là 500
      < Sửa Giai đoạn 1: …, chỉ tiêu 500. Đúng không ạ? …
      > Chi: 1
      < Đã ghi: Giai đoạn 1.
      > Chi: thêm đơn vị CĐCS Trường THPT Sông Công thuộc Công đoàn các KCN tỉnh
      < Thêm CĐCS Trường THPT Sông Công (mã KCN-04) …
      > Chi: 1
      < Đã ghi nhận thay đổi.
      > Chi: may tng có 1200 đoàn viên 300 lao động
      < Ghi số người của CĐCS Công ty May TNG: 1.200 đoàn viên, 300 người lao động, …
      > Chi: 1
      < Đã ghi nhận thay đổi.
      > Chi: giao chỉ tiêu May TNG 80
      < Đã giao chỉ tiêu Giai đoạn 1 của CĐCS Công ty May TNG: 80 …
    `)
    const { mã } = await stage.transcript(`
      [riêng Chi]
      > Chi: mời cán bộ may tng
      < Mã mời cán bộ của CĐCS Công ty May TNG, dùng một lần, …:
        {mã}
        …
    `)
    const { hỗ } = await stage.transcript(`
      [riêng Dung]
      > Dung: chào em, mã cán bộ của chị là ${mã} nhé
      < Xin chào …, anh/chị là cán bộ phụ trách của CĐCS Công ty May TNG. …
      > Dung: việc đầu tiên của chị là gì
      < Anh/chị làm lần lượt: …
      > Dung: mời tổ hỗ trợ
      < Mã mời tổ hỗ trợ của CĐCS Công ty May TNG, …:
        {hỗ}
        …
      [riêng An]
      > An: ${mã}
      < Mã này không đúng, đã dùng hoặc đã hết hạn. …
    `)
    await stage.transcript(`
      [riêng Bình]
      > Bình: ${hỗ}
      < Xin chào …, anh/chị thuộc tổ hỗ trợ sáng kiến của CĐCS Công ty May TNG. …
      [Nhóm TNG]
      > An: @Bot nhóm này của ai
      < Em là Trợ lý Sáng kiến. …
      < Nhóm này chưa liên kết với đơn vị nào.
      > Dung: @Bot liên kết may tng
      < Nhóm này của: CĐCS Công ty May TNG (mã KCN-01), …
      > Dung: @Bot 1
      < Đã liên kết nhóm với CĐCS Công ty May TNG. …
      > An: @Bot nhóm này của đơn vị nào
      < Nhóm này của CĐCS Công ty May TNG; …
      > An: @Bot thế KCN?
      < Công đoàn các KCN tỉnh – …
    `)
    const { giao } = await stage.transcript(`
      [riêng Dung]
      > Dung: mã bàn giao
      < Mã bàn giao vai trò cán bộ của CĐCS Công ty May TNG, …:
        {giao}
        …
    `)
    stage.clock.pass(8 * 24 * 3_600_000)
    await stage.transcript(`
      [riêng An]
      > An: mã ${giao}
      < Mã này không đúng, đã dùng hoặc đã hết hạn. …
    `)
    expect(await stage.count("role_grant")).toBe(3)
  })
})
