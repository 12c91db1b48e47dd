import { expect, test } from "vitest"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { openStage } from "./stage.ts"

const ZONE = "Asia/Ho_Chi_Minh"

test("targets, phases and peak periods: shown to all, set by whoever may, with a word for the log", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot chỉ tiêu
    < CĐCS Công ty May TNG – Giai đoạn 1: chỉ tiêu 60
    > An: @Bot chỉ tiêu may tng 80
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    [riêng Chi]
    > Chi: chỉ tiêu may tng 80 lý do có nhà máy mới
    < Đã giao chỉ tiêu Giai đoạn 1 của CĐCS Công ty May TNG: 80 (trước đó 60), từ 10/3/2026.
    [riêng Chi]
    > Chi: chỉ tiêu may tng
    < CĐCS Công ty May TNG – Giai đoạn 1: chỉ tiêu 80
      Giao 80 từ 10/3/2026, lý do: có nhà máy mới
    > Chi: chỉ tiêu kcn
    < Công đoàn các KCN tỉnh – Giai đoạn 1: chỉ tiêu …
      CĐCS Công ty Cơ khí Phổ Yên: …
      CĐCS Công ty Điện tử Sông Công: …
      CĐCS Công ty May TNG: 80
      Cộng các đơn vị trực thuộc: …
    [Nhóm TNG]
    > Chi: @Bot phấn đấu 100
    < Đã ghi chỉ tiêu phấn đấu Giai đoạn 1 của CĐCS Công ty May TNG: 100, từ 10/3/2026.
    [Nhóm TNG]
    > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
    < ✅ SK-000001 …
      Đơn vị: 1/80 (1,3%)
      …
    > An: @Bot tiến độ
    < CĐCS Công ty May TNG – Giai đoạn 1…
      0/80 (0,0%) · đã lên cổng
      Phấn đấu 0/100 (0,0%)
      …
    [riêng Chi]
    # What was promised for a phase says nothing of the whole campaign.
    > Chi: tổng hợp cả chương trình may tng
    < 📊 TỔNG HỢP CẢ CHƯƠNG TRÌNH …
      CĐCS Công ty May TNG
      Đăng ký 1 (+1) · Công nhận 0 (+0) · Lên cổng 0 (+0)
      Cả chương trình: 0/212 (0,0%)
      …
    > Chi: bỏ chỉ tiêu may tng
    < Đã bỏ chỉ tiêu giao Giai đoạn 1 của CĐCS Công ty May TNG (trước đó 80), từ 10/3/2026 tính lại theo …
    > Chi: chi tieu may tng 90 tu 1/1/2029 ly do xa qua
    < Giai đoạn 1 kết thúc ngày 19/4/2026 nên em chưa ghi chỉ tiêu từ ngày 1/1/2029. Anh/chị ghi một ngày trong giai đoạn giúp em, ví dụ: "chỉ tiêu KCN-01 90 từ 10/3/2026 lý do xa qua".
    > Chi: chỉ tiêu LDLD-TN 300 từ 12/3 lý do mở rộng
    < Đã giao chỉ tiêu Giai đoạn 1 của Liên đoàn Lao động tỉnh Thái Nguyên: 300 (trước đó 260), từ 12/3/2026.
    [Nhóm TNG]
    > An: @Bot chỉ tiêu
    < CĐCS Công ty May TNG – Giai đoạn 1: chỉ tiêu 60
      Phấn đấu 100 từ 10/3/2026
    [riêng Chi]
    > Chi: giai đoạn
    < Giai đoạn 1: … chỉ tiêu 260
      Giai đoạn 2: … chỉ tiêu 572
    > Chi: giai đoạn 1 chỉ tiêu 300
    < Sửa Giai đoạn 1: … chỉ tiêu 300. Đúng không ạ?
      1. Đúng
      2. Thôi
    > Chi bấm: Đúng
    < Đã ghi: Giai đoạn 1.
    > Chi: đợt cao điểm thêm Tuần lễ xanh 20/3 - 27/3 chỉ tiêu 90
    < Thêm Tuần lễ xanh: 20/3/2026 – 27/3/2026, chỉ tiêu 90. Đúng không ạ?
      …
    > Chi: 2
    < Dạ, em dừng ở đây.
    > Chi: đợt cao điểm thêm Tuần lễ xanh 20/3 - 27/3 chỉ tiêu 90
    < Thêm Tuần lễ xanh: …
    > Chi: đúng
    < Đã ghi: Tuần lễ xanh.
    [riêng Chi]
    # Only one end moves, and the phase beside it makes room.
    > Chi: dời giai đoạn 2 một tuần
    < Anh/chị muốn đổi ngày nào của Giai đoạn 2 ạ?
      1. Bắt đầu 27/4/2026
      2. Kết thúc …
    > Chi: 1
    < Sửa Giai đoạn 2: 27/4/2026 – …, chỉ tiêu 572. Đúng không ạ?
      …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: kéo giai đoạn 1 đến 30/4
    < Sửa Giai đoạn 1: … – 30/4/2026, chỉ tiêu 300. Để khỏi trùng ngày, Giai đoạn 2 đổi thành 1/5/2026 – …. Đúng không ạ?
      1. Đổi cả hai
      2. Thôi
    > Chi: 1
    < Đã ghi: Giai đoạn 1, Giai đoạn 2.
    [riêng Chi]
    > Chi: giai đoạn
    < Giai đoạn 1: … – 30/4/2026, chỉ tiêu 300
      Giai đoạn 2: 1/5/2026 – …
    > Chi: kéo dài đợt cao điểm Tuần lễ xanh đến 30/3
    < Sửa Tuần lễ xanh: 20/3/2026 – 30/3/2026, chỉ tiêu 90. Đúng không ạ?
      …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: dot cao diem
    < 1. Tuần cao điểm: …
      2. Tuần lễ xanh: 20/3/2026 – 27/3/2026, chỉ tiêu 90
    # One that is no longer wanted goes after a question, and comes back with what was set for it.
    > Chi: bỏ đợt cao điểm 3
    < Em không thấy đợt cao điểm "3". Đang có:
      1. Tuần cao điểm: …
      2. Tuần lễ xanh: …
    > Chi: bỏ đợt cao điểm
    < Anh/chị muốn bỏ đợt cao điểm nào ạ?
      1. Tuần cao điểm: …
      2. Tuần lễ xanh: …
    > Chi: 2
    < Bỏ Tuần lễ xanh (20/3/2026 – 27/3/2026, chỉ tiêu 90)? Sáng kiến và tin đã đăng giữ nguyên; em thôi đếm riêng cho đợt này.
      1. Đúng
      2. Thôi
    > Chi: 1
    < Đã bỏ Tuần lễ xanh.
      1. Lấy lại
    > Chi: chỉ tiêu
    < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1: …
    > Chi: xóa giai đoạn 2
    < Bỏ Giai đoạn 2 (1/5/2026 – …, chỉ tiêu 572)? Sáng kiến và tin đã đăng giữ nguyên; chỉ tiêu đã giao riêng cho giai đoạn này thôi tính.
      …
    > Chi: đúng
    < Đã bỏ Giai đoạn 2.
      1. Lấy lại
    [riêng Chi]
    > Chi: bỏ giai đoạn 1
    < Chương trình phải có ít nhất một giai đoạn nên em chưa bỏ được Giai đoạn 1. …
    > Chi: lấy lại
    < Đã ghi: Giai đoạn 2.
    [riêng Chi]
    > Chi: giai đoạn
    < Giai đoạn 1: …
      Giai đoạn 2: 1/5/2026 – …, chỉ tiêu 572
    > Chi: đợt cao điểm
    < 1. Tuần cao điểm: …
    [riêng An]
    > An: đợt cao điểm thêm Tuần lễ đỏ 20/3 - 27/3 chỉ tiêu 90
    < Giai đoạn và đợt cao điểm do cán bộ của Liên đoàn Lao động tỉnh Thái Nguyên đặt.
    > An: bỏ đợt cao điểm
    < Giai đoạn và đợt cao điểm do cán bộ của Liên đoàn Lao động tỉnh Thái Nguyên đặt.
  `)
  const log = await stage.fresh.db
    .selectFrom("officer_action")
    .select(["action", "subject"])
    .orderBy("id")
    .execute()
  // Nothing can be erased there, so nobody's words are: the reason stands with the target.
  const told = log
    .filter(({ action }) => action === "set_target")
    .map(({ subject }) => Object.keys(subject as object))
  expect(told[0]?.toSorted()).toEqual(["amount", "day", "kind", "phase"])
  expect(log.map(({ action }) => action).filter((action) => /^(?:set|remove)_/.test(action))).toEqual([
    "set_target",
    "set_target",
    "set_target",
    "set_target",
    "set_period",
    "set_period",
    "set_period",
    "set_period",
    "remove_period",
    "remove_period",
    "set_period",
  ])
})

test("a merger: asked first, then the unit's group, its people and its records are the other's", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
    < ✅ SK-000001 …
    > An: @Bot đơn vị đóng may tng
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    [riêng Chi]
    > Chi: đơn vị thêm CĐCS Công ty May Sông Công thuộc KCN
    < Thêm CĐCS Công ty May Sông Công (mã KCN-…) thuộc Công đoàn các KCN tỉnh, từ 10/3/2026.
      Các bản tổng hợp trước ngày đó giữ nguyên. Đúng không ạ?
      1. Đúng
      2. Thôi
    > Chi bấm: Đúng
    < Đã ghi nhận thay đổi.
    # At once: the code just given is taken. A split takes its people along, and whoever has people has a target.
    > Chi: đơn vị tách CĐCS Xưởng may 2 khỏi may tng gồm 20 đoàn viên, 100.000 lao động
    < Chưa làm được: đơn vị đó không có nhiều người như vậy.
    > Chi: đơn vị tách CĐCS Xưởng may 2 khỏi may tng gồm 20 đoàn viên
    < Tách CĐCS Xưởng may 2 (mã KCN-…) khỏi CĐCS Công ty May TNG, gồm 20 đoàn viên, từ 10/3/2026. Số liệu trước ngày đó vẫn của CĐCS Công ty May TNG.
      …
    > Chi: 1
    < Đã ghi nhận thay đổi.
    [riêng Chi]
    # The number is the end of its name and no target.
    > Chi: chỉ tiêu xưởng may 2
    < CĐCS Xưởng may 2 – Giai đoạn 1: chỉ tiêu 2
    > Chi: chỉ tiêu xưởng may 9 lý do mở thêm ca
    < Đơn vị nào ạ? …
      1. CĐCS Xưởng may 2 (KCN-…)
      2. CĐCS Công ty May Sông Công (KCN-…)
    > Chi: 1
    < Đã giao chỉ tiêu Giai đoạn 1 của CĐCS Xưởng may 2: 9 (trước đó 2), từ 10/3/2026.
    > Chi: đơn vị may sông công có 100 đoàn viên, 300 lao động
    < Ghi số người của CĐCS Công ty May Sông Công: 100 đoàn viên, 300 người lao động, từ 10/3/2026.
      …
    > Chi: 1
    < Đã ghi nhận thay đổi.
    # What is planned for a later day, its beginning too, would undo this without a word.
    > Chi: đơn vị đổi tên xưởng may 2 thành CĐCS Xưởng may 3 từ 1/1
    < Chưa làm được: đơn vị mới có, hoặc đã có thay đổi khác, từ một ngày sau đó; …
    > Chi: đơn vị đóng KCN
    < Chưa làm được: còn đơn vị trực thuộc, …
    > Chi: đơn vị gộp may tng vào may sông công
    < Gộp CĐCS Công ty May TNG vào CĐCS Công ty May Sông Công, từ 10/3/2026. …
      …
    > Chi: 1
    < Đã ghi nhận thay đổi.
  `)
  stage.clock.pass(6_000)
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký: Thay đèn sợi đốt bằng đèn LED
    < ✅ SK-000002 · Thay đèn sợi đốt bằng đèn LED
      Nguyễn Văn An · CĐCS Công ty May Sông Công
      …
    > An: @Bot tiến độ may tng
    < CĐCS Công ty May Sông Công – …
      …
      Đăng ký 2 · Công nhận 0 · Lên cổng 0 …
  `)
  expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
})
