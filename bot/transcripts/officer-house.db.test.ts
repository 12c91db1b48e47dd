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
