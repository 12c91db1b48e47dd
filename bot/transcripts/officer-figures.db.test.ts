import { test } from "vitest"
import { openStage } from "./stage.ts"

const IDEAS = ["Cải tiến cữ gá may túi hộp", "Thay đèn sợi đốt bằng đèn LED"]

test("who gained, who stands still, and on which level was recognised", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  for (const [index, title] of IDEAS.entries()) {
    stage.clock.pass(6_000)
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: ${title}
      < ✅ SK-00000${index + 1} · ${title}
        …
    `)
  }
  await stage.transcript(`
    [riêng Chi]
    > Chi: đơn vị nào tăng nhiều nhất
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: chưa đơn vị nào tăng số lên cổng. Xem số đăng ký: "tổng hợp tuần".
    > Chi: công nhận SK-1 cấp tỉnh
    < Đã công nhận 1 sáng kiến: SK-000001
      Cấp tỉnh
    [riêng An]
    < 🎉 SK-000001 …
    [riêng Chi]
    > Chi: SK-1 đã lên cổng mã CP-1
    < Đã ghi 1 sáng kiến lên cổng: SK-000001
    [riêng An]
    < SK-000001 …
    [riêng Chi]
    > Chi: đơn vị nào tăng nhiều nhất tuần này
    < 📈 Tăng nhiều nhất – Liên đoàn Lao động tỉnh Thái Nguyên, … (theo số lên cổng):
      Công đoàn các KCN tỉnh: +1 (đến nay 1)
    > Chi: đơn vị nào tăng mạnh của KCN
    < 📈 Tăng nhiều nhất – Công đoàn các KCN tỉnh, … (theo số lên cổng):
      CĐCS Công ty May TNG: +1 (đến nay 1)
    > Chi: đơn vị nào đứng im
    < Chưa thêm sáng kiến nào lên cổng (2 đơn vị) – Liên đoàn Lao động tỉnh Thái Nguyên, …:
      Công đoàn ngành Giáo dục: đến nay 0
      Công đoàn ngành Y tế: đến nay 0
    > Chi: đơn vị nào tụt hạng
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: không đơn vị nào tụt hạng.
    > Chi: bao nhiêu sáng kiến cấp tỉnh
    < Đã công nhận – Liên đoàn Lao động tỉnh Thái Nguyên, 21/7/2025 – …: cấp cơ sở 0 · cấp tỉnh 1 · toàn quốc 0. Danh sách kèm cấp, quyết định: nhắn riêng "xuất sáng kiến đã công nhận".
    > Chi: có mấy cái cấp cơ sở của YT
    < Đã công nhận – Công đoàn ngành Y tế, …: cấp cơ sở 0 · cấp tỉnh 0 · toàn quốc 0. …
    > Chi: biểu đồ KCN
    < 📊 TỔNG HỢP TUẦN (…)
      Công đoàn các KCN tỉnh
      …
      🖼
    [Nhóm TNG]
    > Chi: @Bot đơn vị nào đứng im
    < Danh sách này em chỉ đưa trong trò chuyện riêng, anh/chị nhắn riêng em câu này giúp em.
    > Chi: @Bot đăng lại tổng hợp
    < 📊 TỔNG HỢP TUẦN (27/2 16h00 – 6/3 16h00)
      CĐCS Công ty May TNG
      …
      🖼
    [riêng Chi]
    > Chi: đăng lại bản tổng hợp tuần
    < Mỗi nhóm em tự đăng tổng hợp một lần, lúc 16:00 các thứ Sáu. Muốn có lại thì vào nhóm đó gọi em kèm "tổng hợp tuần trước" (bản đã đăng) hoặc "tổng hợp tuần" (số đến giờ).
    > Chi: xuất word
    < Em xuất được Excel và CSV; cần Word hay PDF thì anh/chị mở tệp rồi lưu lại giúp em.
      Anh/chị muốn xuất gì ạ? …
  `)
})

test("whoever is to be an officer is invited for a unit, by a code that is made anew and never shown again", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Chi]
    > Chi: thêm cán bộ Nguyễn Văn Hải
    < Nguyễn Văn Hải là cán bộ của đơn vị nào ạ? Anh/chị gõ "mời cán bộ" kèm tên đơn vị: em đưa mã dùng một lần để gửi Nguyễn Văn Hải.
    > Chi: thêm cán bộ Hải cho KCN
    < Mã mời cán bộ của Công đoàn các KCN tỉnh, dùng một lần, đến hết 17/3/2026:
      …
    > Chi: mã mời của anh Hải hết hạn rồi
    < Mã mời chỉ dùng một lần, em không xem lại được ạ. Anh/chị tạo mã mới: "mời cán bộ KCN" hoặc "mời hỗ trợ" kèm tên đơn vị.
    > Chi: xin mã cho cán bộ KCN
    < Mã mời cán bộ của Công đoàn các KCN tỉnh, …
    > Chi: phân quyền cho chị Lan duyệt hồ sơ
    < Anh/chị gõ: "mời cán bộ" hoặc "mời hỗ trợ" kèm tên đơn vị, …
    > Chi: đổi mật khẩu
    < Ở đây không có mật khẩu ạ: em nhận ra anh/chị qua tài khoản đang nhắn. …
  `)
})

test("the target of a phase that is over is shown as it ended, of one to come as it begins", async () => {
  await using stage = await openStage("web", { federation: "samples", at: "2022-06-15T08:00:00+07:00" })
  await stage.transcript(`
    [riêng Chi]
    > Chi: chỉ tiêu may tng giai đoạn 1
    < CĐCS Công ty May TNG – Giai đoạn 1: chỉ tiêu 7
    > Chi: chỉ tiêu may tng 20
    < Đã giao chỉ tiêu Giai đoạn 2 của CĐCS Công ty May TNG: 20 …
    > Chi: chỉ tiêu may tng
    < CĐCS Công ty May TNG – Giai đoạn 2: chỉ tiêu 20
      …
    > Chi: chỉ tiêu may tng giai đoạn 1
    < CĐCS Công ty May TNG – Giai đoạn 1: chỉ tiêu 7
  `)
})

test("the number of a period sets no target, that behind a unit whose name ends like a period does", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng Chi]
    > Chi: thêm đơn vị CĐCS Công ty Phú Quý thuộc Công đoàn các KCN tỉnh
    < Thêm CĐCS Công ty Phú Quý …
    > Chi: 1
    < Đã ghi nhận thay đổi.
    > Chi: chỉ tiêu phú quý 20
    < Đã giao chỉ tiêu Giai đoạn 1 của CĐCS Công ty Phú Quý: 20 …
    > Chi: chỉ tiêu KCN giai đoạn 1
    < Công đoàn các KCN tỉnh – Giai đoạn 1: chỉ tiêu …
      …
    > Chi: chỉ tiêu KCN năm 2026
    < Công đoàn các KCN tỉnh – Giai đoạn 1: chỉ tiêu …
      …
  `)
})

test("an officer's question in no set words is told from its parts; who has none is asked of any period", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: ${IDEAS[0]}
    < ✅ SK-000001 …
    [riêng Chi]
    > Chi: bên KCN tới đâu rồi em
    < Công đoàn các KCN tỉnh – Giai đoạn 1 …
      …
    > Chi: may tng xếp hạng mấy trong KCN
    < 🏅 Bảng xếp hạng – Công đoàn các KCN tỉnh …
      …
    > Chi: KCN đứng thứ mấy
    < 🏅 Bảng xếp hạng – Liên đoàn Lao động tỉnh Thái Nguyên …
      …
    > Chi: KCN tuần trước với tuần này chênh nhau bao nhiêu
    < Tuần này so với tuần trước – Công đoàn các KCN tỉnh
      …
    > Chi: có hồ sơ nào đang chờ tôi xét không
    < 1 hồ sơ chờ xét …
      …
    > Chi: cơ sở nào của KCN chưa có cái nào từ đầu tháng 3
    < 2 đơn vị chưa có sáng kiến trong 1/3/2026 – … – Công đoàn các KCN tỉnh:
      …
    > Chi: đơn vị nào chưa có sáng kiến tháng này
    < 8 đơn vị chưa có sáng kiến trong 1/3/2026 – … – Liên đoàn Lao động tỉnh Thái Nguyên:
      …
    > Chi: cảm ơn em, thế còn GD?
    < Công đoàn ngành Giáo dục …
      …
  `)
})
