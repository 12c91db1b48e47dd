import { expect, test } from "vitest"
import { openStage } from "./stage.ts"

test("units are scored by the programme's criteria, and every point is explained by figures and records", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 20tr/tháng
    < ✅ SK-000001 · …
    > An: đăng ký: Thay đèn sợi đốt bằng đèn LED, làm lợi 120tr/năm
    < ✅ SK-000002 · …
    > An: đăng ký: Giá treo súng hàn xoay được
    < ✅ SK-000003 · …
    > An: điểm của công ty em bao nhiêu rồi
    < 🏁 20/100 điểm, xếp thứ 1/3
      Điểm thi đua – CĐCS Công ty May TNG, Giai đoạn 1, tạm tính đến 9h00 ngày 10/3/2026:
      1. Có kế hoạch, thành lập Tổ hỗ trợ: 0/10 – chưa chấm
      2. Tỷ lệ đạt chỉ tiêu: 0/50 – 0/60 sáng kiến lên cổng = 0,0%
      3. CĐCS có ít nhất một sáng kiến: 20/20 – 1/1 CĐCS có sáng kiến = 100,0%
      4. Sáng kiến làm lợi lớn: 0/10 – chưa có sáng kiến được công nhận làm lợi từ 150 triệu một năm
      5. Tuần nào cũng có sáng kiến: 0/10 – 0/33 tuần có sáng kiến mới = 0,0%
      6. Thưởng vượt chỉ tiêu: 0/5 – chưa vượt chỉ tiêu
      7. Trừ hồ sơ trùng, không hợp lệ: 0 – không có hồ sơ nào bị từ chối hoặc trùng
      Xem từng hồ sơ: "điểm thi đua KCN-01 mục 2". Cách chấm: "tiêu chí thi đua".
    > An: bảng điểm thi đua KCN
    < Bảng điểm của các đơn vị dành cho cán bộ. …
    > An: điểm thi đua GD
    < Em chỉ báo điểm thi đua của Công đoàn ngành Giáo dục cho người của đơn vị và cán bộ phụ trách ạ.
    > An: chấm điểm KCN-01 mục 1 10
    < Việc này chỉ dành cho cán bộ công đoàn…
    [riêng Chi]
    > Chi: công nhận 1-2
    < Đã công nhận 2 sáng kiến: …
    [riêng An]
    < 🎉 …
    [riêng Chi]
    > Chi: từ chối SK-000003 vì đã có từ lâu
    < Đã từ chối 1 sáng kiến: …
    [riêng An]
    < SK-000003 chưa được công nhận. …
    [riêng Chi]
    > Chi: lên cổng SK-000001 TLD-1
    < …
    [riêng An]
    < …
    [riêng Chi]
    > Chi: chấm điểm mục 1: KCN 8,5; GD 10 vì nộp kế hoạch đúng hạn
    < Đã ghi điểm "Có kế hoạch, thành lập Tổ hỗ trợ", Giai đoạn 1:
      Công đoàn các KCN tỉnh: 8,5/10
      Công đoàn ngành Giáo dục: 10/10
      Xem: "điểm thi đua KCN". Ghi nhầm thì chấm lại, hoặc gõ "bỏ" thay số điểm.
    > Chi: chấm điểm KCN-01 kế hoạch 12
    < Mục "Có kế hoạch, thành lập Tổ hỗ trợ" tối đa 10 điểm nên em chưa ghi 12.
    > Chi: chấm điểm KCN mục 2 50
    < Anh/chị chấm mục nào ạ? Gõ lại kèm số mục giúp em, ví dụ "chấm điểm KCN mục 1 8":
      Mục 1: Có kế hoạch, thành lập Tổ hỗ trợ (tối đa 10)
    > Chi: chấm may tng 7 điểm kế hoạch
    < Đã ghi điểm "Có kế hoạch, thành lập Tổ hỗ trợ", Giai đoạn 1:
      CĐCS Công ty May TNG: 7/10
      Xem: "điểm thi đua KCN-01". …
    > Chi: chấm điểm KCN kế hoạch 9
    < Đã ghi điểm "Có kế hoạch, thành lập Tổ hỗ trợ", Giai đoạn 1:
      Công đoàn các KCN tỉnh: 9/10 (trước đó 8,5)
      …
    > Chi: điểm thi đua
    < 🏁 Điểm thi đua – Liên đoàn Lao động tỉnh Thái Nguyên, Giai đoạn 1, tạm tính đến 9h00 ngày 10/3/2026 (tối đa 100, chưa kể điểm thưởng):
      1. Công đoàn các KCN tỉnh – 16
      2. Công đoàn ngành Giáo dục – 10
      3. Công đoàn ngành Y tế – 0
      Còn 1 đơn vị chưa chấm mục 1 "Có kế hoạch, thành lập Tổ hỗ trợ". Chấm: "chấm điểm YT mục 1 5 vì …".
      Vì sao được bấy nhiêu: "điểm thi đua KCN". Cách chấm: "tiêu chí thi đua". Lấy tệp: nhắn riêng "xuất điểm thi đua".
    > Chi: vì sao may tng được 27 điểm
    < 🏁 27,9/100 điểm, xếp thứ 1/3
      Điểm thi đua – CĐCS Công ty May TNG, …
      1. Có kế hoạch, thành lập Tổ hỗ trợ: 7/10 – cán bộ chấm
      2. Tỷ lệ đạt chỉ tiêu: 0,9/50 – 1/60 sáng kiến lên cổng = 1,7%
      3. CĐCS có ít nhất một sáng kiến: 20/20 – 1/1 CĐCS có sáng kiến = 100,0%
      4. Sáng kiến làm lợi lớn: 5/10 – 1 sáng kiến được công nhận làm lợi từ 150 triệu một năm
      5. Tuần nào cũng có sáng kiến: 0/10 – 0/33 tuần có sáng kiến mới = 0,0%
      6. Thưởng vượt chỉ tiêu: 0/5 – chưa vượt chỉ tiêu
      7. Trừ hồ sơ trùng, không hợp lệ: −5 – 1/3 hồ sơ bị từ chối hoặc trùng = 33,3%
      …
    > Chi: điểm thi đua GD mục 1
    < Công đoàn ngành Giáo dục
      1. Có kế hoạch, thành lập Tổ hỗ trợ: 10/10 – cán bộ chấm (nộp kế hoạch đúng hạn)
      Cán bộ chấm 10 điểm ngày 10/3/2026: nộp kế hoạch đúng hạn.
    > Chi: điểm thi đua KCN-01 mục 2
    < CĐCS Công ty May TNG
      2. Tỷ lệ đạt chỉ tiêu: …
      SK-000001 · Cải tiến cữ gá may túi hộp · CĐCS Công ty May TNG · 10/3
    > Chi: điểm thi đua KCN mục 3
    < Công đoàn các KCN tỉnh
      3. CĐCS có ít nhất một sáng kiến: 6,7/20 – 1/3 CĐCS có sáng kiến = 33,3%
      Chưa có sáng kiến: CĐCS Công ty Cơ khí Phổ Yên
      Chưa có sáng kiến: CĐCS Công ty Điện tử Sông Công
    > Chi: điểm thi đua KCN-01 mục 4
    < CĐCS Công ty May TNG
      4. Sáng kiến làm lợi lớn: …
      SK-000001 · Cải tiến cữ gá may túi hộp · CĐCS Công ty May TNG · công nhận 10/3 · làm lợi 20tr/tháng
    > Chi: điểm thi đua KCN-01 mục 5
    < CĐCS Công ty May TNG
      5. …
      33 tuần chưa có sáng kiến mới, bắt đầu từ: 21/7, 25/7, …
    > Chi: điểm thi đua KCN-01 mục 7
    < CĐCS Công ty May TNG
      7. …
      SK-000003 · Giá treo súng hàn xoay được · CĐCS Công ty May TNG · từ chối 10/3
    > Chi: thu hồi từ chối SK-000003 vì nhầm
    < …
    [riêng An]
    < …
    [riêng Chi]
    > Chi: điểm thi đua KCN-01 mục 7
    < CĐCS Công ty May TNG
      7. Trừ hồ sơ trùng, không hợp lệ: 0 – không có hồ sơ nào bị từ chối hoặc trùng
      Không có hồ sơ nào.
    > Chi: từ chối SK-000003 vì trùng với nơi khác
    < Đã từ chối 1 sáng kiến: …
    [riêng An]
    < SK-000003 chưa được công nhận. …
    [riêng Chi]
    > Chi: điểm thi đua KCN-01 mục 7
    < CĐCS Công ty May TNG
      7. Trừ hồ sơ trùng, không hợp lệ: −5 – 1/3 hồ sơ bị từ chối hoặc trùng = 33,3%
      SK-000003 · …
    > Chi: điểm thi đua KCN-01 mục 9
    < Bảng điểm có 7 mục, anh/chị chọn từ 1 đến 7 giúp em.
    > Chi: cách chấm điểm thi đua
    < 📋 Tiêu chí chấm điểm thi đua – tối đa 100 điểm, chưa kể điểm thưởng:
      1. Có kế hoạch, thành lập Tổ hỗ trợ: tối đa 10, cán bộ cấp trên chấm
      …
      7. Trừ hồ sơ trùng, không hợp lệ: trừ điểm theo tỷ lệ hồ sơ bị từ chối hoặc trùng (> 10%: −2, > 20%: −5)
      Mỗi mục làm tròn đến 0,1 rồi cộng lại. …
      Xếp loại: xuất sắc ≥ 85, khá ≥ 70, trung bình ≥ 50.
    > Chi: chấm điểm kế hoạch GD bỏ
    < Đã ghi điểm "Có kế hoạch, thành lập Tổ hỗ trợ", Giai đoạn 1:
      Công đoàn ngành Giáo dục: bỏ điểm đã chấm (trước đó 10)
      …
    > Chi: chấm điểm giai đoạn 2 GD mục 1 5
    < Giai đoạn 2 bắt đầu từ 20/4/2026, nay chưa có gì để tổng hợp ạ.
    > Chi: điểm thi đua tháng này
    < Điểm thi đua tính theo giai đoạn hoặc cả chương trình, …
    > Chi: xuất điểm thi đua
    < Điểm thi đua các đơn vị, Liên đoàn Lao động tỉnh Thái Nguyên, Giai đoạn 1: điểm, cách tính và từng hồ sơ được tính. …
  `)
  const marks = await stage.fresh.db
    .selectFrom("officer_action")
    .select(["subject"])
    .where("action", "=", "mark_emulation")
    .orderBy("id")
    .execute()
  expect(marks.map(({ subject }) => subject)).toEqual(
    [8.5, 10, 7, 9, null].map((points) => ({ criterion: "ke-hoach", period: "gd1", points })),
  )
})
