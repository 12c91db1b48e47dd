import { test } from "vitest"
import { openStage } from "./stage.ts"

test("an officer on the phone: short forms, what goes on from before, kinds of units, and rows without a heading", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Dung]
    > Dung: Đỗ Văn Bình\tMáng trượt đưa phôi vào máy dập\t20tr
Vũ Thị Mai\tBảng màu nhận biết lỗi đường may\t
    < Em là Trợ lý Sáng kiến …
    > Dung: 1
    < ✅ Đã ghi nhận 2 sáng kiến: SK-000001 (Đỗ Văn Bình), SK-000002 (Vũ Thị Mai).
      …
    [riêng Chi]
    > Chi: còn KCN?
    < Công đoàn các KCN tỉnh – Giai đoạn 1 đến …
    > Chi: thế huyện Phú Bình?
    < Em chưa tìm thấy đơn vị "huyện Phú Bình". …
    > Chi: còn tháng này?
    < 📊 TỔNG HỢP THÁNG (1/3/2026 – …
    > Chi: hôm qua
    < 📊 TỔNG HỢP KẾT QUẢ (9/3/2026)
      …
    > Chi: bc tuần
    < 📊 TỔNG HỢP TUẦN …
    > Chi: ds cđcs chưa đạt
    < 10 đơn vị chưa đạt chỉ tiêu – …
    > Chi: xuất ds sk
    < 2 sáng kiến của Liên đoàn Lao động tỉnh Thái Nguyên
    > Chi: so sánh trường và bệnh viện
    < 🏅 So sánh theo khối – Liên đoàn Lao động tỉnh Thái Nguyên, Giai đoạn 1 đến …
      • các trường học: 0/16 (0,0%) · 2 đơn vị
      • các cơ sở y tế: 0/44 (0,0%) · 2 đơn vị
      Danh sách đơn vị không ghi khối; …
    > Chi: so sánh khối trường học và khối huyện
    < 🏅 So sánh theo khối – …
      • các trường học: 0/16 (0,0%) · 2 đơn vị
      Liên đoàn Lao động tỉnh Thái Nguyên không có đơn vị nào em nhận ra là các huyện.
      …
    # Who is no officer asks for units, and the tally of a period stays the officers'.
    [riêng An]
    > An: còn KCN?
    < Công đoàn các KCN tỉnh – Giai đoạn 1 đến …
  `)
})

test("what was asked of goes on to be meant: the month behind 'thế KCN?', the unit behind 'còn tháng trước?'; as many as are asked for are listed", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: chào em
    < Dạ em chào anh/chị. …
    > Chi: tổng hợp tháng 3
    < 📊 TỔNG HỢP THÁNG (1/3/2026 – …
      Liên đoàn Lao động tỉnh Thái Nguyên
      …
    > Chi: thế KCN?
    < 📊 TỔNG HỢP THÁNG (1/3/2026 – …
      Công đoàn các KCN tỉnh
      …
    > Chi: còn tuần này
    < 📊 TỔNG HỢP TUẦN …
      Công đoàn các KCN tỉnh
      …
    > Chi: còn May TNG tháng này?
    < 📊 TỔNG HỢP THÁNG (1/3/2026 – …
      CĐCS Công ty May TNG
      …
    # A number is still for what was offered.
    > Chi: 2
    < Không còn hồ sơ nào chờ xét.
    > Chi: 3 đơn vị cuối bảng
    < 10 đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên:
      Công đoàn ngành Giáo dục: 0/16
      Công đoàn các KCN tỉnh: 0/200
      Công đoàn ngành Y tế: 0/44
      … và 7 đơn vị khác.
      Muốn nhắc …
    [riêng An]
    > An: tiến độ tháng này
    < CĐCS Công ty May TNG, 1/3/2026 – …
    > An: thế KCN?
    < Công đoàn các KCN tỉnh, 1/3/2026 – …
  `)
  // Half an hour later it is forgotten.
  stage.clock.pass(31 * 60_000)
  await stage.transcript(`
    [riêng An]
    > An: thế KCN?
    < Công đoàn các KCN tỉnh – Giai đoạn 1 đến …
  `)
})

test("an officer who slips: a number pressed too early, a question already sent, words that decide nothing", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Xe đẩy vải cuộn cho tổ cắt
    < ✅ SK-000001 · …
    > An: đăng ký: Giá treo kéo cắt chỉ ở chuyền
    < ✅ SK-000002 · …
    [riêng Chi]
    > Chi: sk chưa duyệt của tôi
    < Anh/chị chưa có sáng kiến nào. …
    > Chi: xem
    < Anh/chị chọn giúp em ạ:
      1. Xem tiến độ đơn vị
      …
    > Chi: 2
    < 2 hồ sơ chờ xét.
      SK-000001 · …
    > Chi: 2
    < Anh/chị cần hỏi thêm gì về SK-000001? …
    > Chi: nhầm rồi
    < Dạ, em chưa gửi gì cho tác giả SK-000001.
      2 hồ sơ chờ xét.
      SK-000001 · …
    > Chi: 2 cho em xin ảnh trước và sau
    < Đã hỏi thêm về SK-000001
      …
      SK-000002 · …
    [riêng An]
    < …cho em xin ảnh trước và sau…
    [riêng Chi]
    > Chi: nhầm rồi
    < Câu hỏi về SK-000001 đã gửi tác giả nên em không rút lại được. Cần đính chính: "hỏi thêm SK-000001 …"; không cần hỏi nữa thì xét luôn: "duyệt SK-000001".
    > Chi: hay nhỉ
    < Em chưa hiểu ạ. Với SK-000002: 1 công nhận · 2 hỏi thêm · 3 từ chối · 4 để sau; …
    # Said once it is enough.
    > Chi: cái này đẹp thật
    < SK-000002: anh/chị gõ số 1–4 để xét, "tiếp" để xem lại hồ sơ, hoặc "thôi" để dừng xét ạ.
    > Chi: thôi
    < Dạ, em dừng ở đây…
  `)
})

test("an officer's first week and last day: what to do first, a unit, a peak that runs longer, a role handed over", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: chị mới nhận việc, phải làm gì trước
    < Anh/chị làm lần lượt: "chỉ tiêu" xem chỉ tiêu; …
    > Chi: làm sao thêm bot vào nhóm
    < …liên kết…
    > Chi: thêm đơn vị CĐCS Công ty May Việt Đức vào KCN
    < Thêm CĐCS Công ty May Việt Đức (mã KCN-04) thuộc Công đoàn các KCN tỉnh, từ 10/3/2026. …
    > Chi: 1
    < Đã ghi nhận thay đổi.
    > Chi: đợt cao điểm thêm Tuần lễ sáng kiến 9/3 - 20/3 chỉ tiêu 100
    < Thêm Tuần lễ sáng kiến: 9/3/2026 – 20/3/2026, chỉ tiêu 100. Đúng không ạ? …
    > Chi: 1
    < Đã ghi: Tuần lễ sáng kiến.
    > Chi: gia hạn tuần lễ sáng kiến đến 25/3
    < Sửa Tuần lễ sáng kiến: 9/3/2026 – 25/3/2026, chỉ tiêu 100. Đúng không ạ? …
    > Chi: 1
    < Đã ghi: Tuần lễ sáng kiến.
    > Chi: hoãn tin tổng hợp tuần này
    < Em đăng tổng hợp tuần lúc 16:00 các thứ Sáu; … Tin sắp đăng thì em không hoãn được. …
    > Chi: chị sắp nghỉ chế độ, bàn giao lại cho anh Bình
    < Mã bàn giao vai trò cán bộ của …
    [riêng An]
    > An: tôi nhận bàn giao từ chị Chi
    < Anh/chị gõ mã ngay sau chữ "mã", …
  `)
})

test("asked in a group, a period is told of to officers as to everybody; what is for officers is said so to members", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [Nhóm tỉnh]
    > Chi: @Bot tuần này bao nhiêu
    < Liên đoàn Lao động tỉnh Thái Nguyên, …
      Đăng ký 0 · …
    [riêng An]
    > An: so sánh KCN với ngành Giáo dục
    < Tổng hợp dành cho cán bộ. …
    > An: dự báo bao giờ đạt
    < CĐCS Công ty May TNG – Giai đoạn 1 …
    > An: hướng dẫn cán bộ
    < đăng ký: tên sáng kiến – …
  `)
})

test("in the queue another record is named by its code and not by its place, and 'duyệt hết' asks whether all are meant", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ gá may túi hộp hai kim
    < ✅ SK-000001 · …
    > An: đăng ký: Xe nâng vải cuộn bằng tay quay
    < ✅ SK-000002 · …
    [riêng Chi]
    > Chi: duyệt
    < 2 hồ sơ chờ xét. …
    # The author of the record that is shown would have been refused for the other's sake.
    > Chi: từ chối cái 2 vì không mới
    < Em đang hỏi về SK-000001 ạ. Hồ sơ khác thì anh/chị ghi mã, ví dụ: "từ chối SK-000123 vì đã có nơi làm".
    > Chi: hỏi thêm cái 2
    < Em đang hỏi về SK-000001 ạ. …
    > Chi: duyệt hết
    < Công nhận 2 hồ sơ …
    > Chi: 2
    < Dạ, em dừng ở đây. …
  `)
})
