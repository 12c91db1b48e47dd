import { test } from "vitest"
import { openStage } from "./stage.ts"

test("what an officer asks of the house itself: its units, who answers for them, from when to when it runs, when the week is closed", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: danh sách đơn vị
    < Liên đoàn Lao động tỉnh Thái Nguyên (LDLD-TN) · … đoàn viên, … người lao động: 3 đơn vị trực thuộc, tất cả 10 đơn vị.
      Công đoàn các KCN tỉnh (KCN) · …
      Công đoàn ngành Giáo dục (GD) · …
      Công đoàn ngành Y tế (YT) · …
      Xem tiếp một đơn vị: "danh sách đơn vị thuộc KCN".
    > Chi: KCN có những đơn vị nào
    < Công đoàn các KCN tỉnh (KCN) · …: 3 đơn vị trực thuộc.
      CĐCS Công ty Cơ khí Phổ Yên (KCN-03) · …
      …
    > Chi: ai là cán bộ
    < 1 vai trò:
      1. Lê Kim Chi · cán bộ · Liên đoàn Lao động tỉnh Thái Nguyên · …
      …
    > Chi: ai là quản trị
    < Trong đơn vị anh/chị phụ trách chưa có ai là quản trị. Xem hết: "vai trò".
    > Chi: danh sách tổ hỗ trợ
    < 1 vai trò:
      1. Trần Thị Dung · tổ hỗ trợ · CĐCS Công ty May TNG · …
      …
    > Chi: chương trình kết thúc khi nào
    < Chương trình sáng kiến: 21/7/2025 – … · đang nhận đăng ký
    > Chi: giai đoạn này đến bao giờ
    < Giai đoạn 1: …
      Giai đoạn 2: …
    > Chi: giờ chốt tuần là khi nào
    < Em chốt số và đăng tổng hợp tuần vào các nhóm lúc 16:00 các thứ Sáu. Xem trước: "tổng hợp tuần".
    > Chi: sao tuần này không thấy tổng hợp
    < Em đăng tổng hợp lúc 16:00 các thứ Sáu, vào nhóm đã liên kết; tuần không có gì thay đổi thì em không đăng. Xem ngay: "tổng hợp tuần"; nhóm nào nhận hôm nào: "nhóm".
    # Who is no officer sees the units and the days, and neither headcounts nor officers' names.
    [riêng An]
    > An: có bao nhiêu đơn vị
    < Liên đoàn Lao động tỉnh Thái Nguyên (LDLD-TN): 3 đơn vị trực thuộc, tất cả 10 đơn vị.
      Công đoàn các KCN tỉnh (KCN) · 3 đơn vị
      …
    > An: danh sách cán bộ
    < Em không nêu tên cán bộ ở đây ạ. …
    > An: chương trình kết thúc khi nào
    < Chương trình sáng kiến: …
    > An: sao tuần này không thấy tổng hợp
    < Em đăng tổng hợp lúc 16:00 các thứ Sáu, … Xem kết quả: "tiến độ".
  `)
})

test("an officer's day in their own words: what waits, the report for whoever asks, a role that ends, a year, and what is not done here", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: hôm nay chị phải làm gì
    < Không có hồ sơ hay yêu cầu nào đang chờ anh/chị. …
    [Nhóm TNG]
    > An: @Bot đăng ký: Xe nâng vải cuộn bằng tay quay
    < ✅ SK-000001 · …
    [riêng Chi]
    > Chi: có việc gì cần làm không
    < 1 hồ sơ chờ xét: "duyệt".
      Đơn vị nào chậm: "đơn vị nào chưa đạt".
    > Chi: báo cáo gửi sếp
    < 📊 TỔNG HỢP TUẦN …
    > Chi: tổng hợp năm nay
    < 📊 TỔNG HỢP KẾT QUẢ (1/1/2026 – …
    > Chi: tổng kết năm
    < 📊 TỔNG HỢP KẾT QUẢ (1/1/2026 – …
    > Chi: kết quả cả năm
    < Liên đoàn Lao động tỉnh Thái Nguyên, 1/1/2026 – …
      …
    > Chi: sáng kiến mới nhất
    < …
      SK-000001 · …
    > Chi: sáng kiến của Nguyễn Văn An
    < Em không tra sáng kiến theo tên người ạ. …
    > Chi: danh sách tác giả
    < 1 sáng kiến của Liên đoàn Lao động tỉnh Thái Nguyên
    > Chi: May TNG có bao nhiêu đoàn viên
    < CĐCS Công ty May TNG (KCN-01) · 560 đoàn viên, 40 người lao động: không có đơn vị trực thuộc.
    > Chi: chỉ tiêu năm nay bao nhiêu
    < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1: chỉ tiêu 260
      …
    > Chi: chỉ tiêu tính thế nào
    < Chỉ tiêu giai đoạn chia cho các đơn vị theo số đoàn viên và người lao động đang ghi; …
    > Chi: in giấy chứng nhận SK-000001
    < Giấy chứng nhận, quyết định, biên bản do đơn vị ban hành, …
    > Chi: thông báo mai họp lúc 8h
    < Anh/chị viết lời nhắn sau dấu hai chấm: "gửi tin cho tất cả các nhóm: Mai họp lúc 8h"; …
    > Chi: gia hạn đến 30/4
    < Sửa Giai đoạn 1: … – 30/4/2026, chỉ tiêu 260. …
      1. Đổi cả hai
      2. Thôi
    > Chi: 2
    < Dạ, em dừng ở đây.
    # "Chi" is a name here, and no "chị".
    > Chi: bỏ cán bộ Chi
    < Trả lại vai trò cán bộ của chính anh/chị ở Liên đoàn Lao động tỉnh Thái Nguyên? …
      1. Thu hồi
      2. Thôi
    > Chi: 2
    < Dạ, em dừng ở đây.
    > Chi: bỏ cán bộ Dung
    < Thu hồi vai trò tổ hỗ trợ của Trần Thị Dung ở CĐCS Công ty May TNG?
      …
    > Chi: 1
    < Đã thu hồi vai trò tổ hỗ trợ của Trần Thị Dung ở CĐCS Công ty May TNG. …
    # Who is no officer is shown how far their unit is, and no report.
    [riêng An]
    > An: báo cáo gửi sếp
    < CĐCS Công ty May TNG – Giai đoạn 1 đến …
    > An: bỏ cán bộ Dung
    < Em chưa hiểu ý anh/chị. …
  `)
})
