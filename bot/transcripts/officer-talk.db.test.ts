import { test } from "vitest"
import { openStage } from "./stage.ts"

const IDEAS = ["Cải tiến cữ gá may túi hộp", "Thay đèn sợi đốt bằng đèn LED", "Giá treo súng hàn xoay được"]

test("several orders in one message are each done, and what asks something back comes last", async () => {
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
    > Chi: SK-1, SK-2 được, SK-3 không được vì trùng
    < Đã công nhận 2 sáng kiến: SK-000001, SK-000002
      Cấp cơ sở
    < Đã từ chối 1 sáng kiến: SK-000003
      Đã gửi Nguyễn Văn An: "trùng"
    [riêng An]
    < 🎉 SK-000001, SK-000002 …
    < SK-000003 chưa được công nhận. Lý do: trùng
      …
    [riêng Chi]
    > Chi: nhắc đơn vị chưa đạt 8h mai và chỉ tiêu KCN 300
    < Em chưa chắc hiểu đúng ý anh/chị. …
      1. Giao chỉ tiêu Công đoàn các KCN tỉnh 300?
      2. Nhắc đơn vị chưa đạt của Công đoàn các KCN tỉnh 8h mai?
    > Chi: chỉ tiêu KCN 300 và nhắc đơn vị chưa đạt 8h mai
    < Đã giao chỉ tiêu Giai đoạn 1 của Công đoàn các KCN tỉnh: 300 (trước đó 200), từ 10/3/2026.
    < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 thứ Tư 11/3/2026.
      …
    > Chi: thôi
    < Dạ, em không gửi.
    > Chi: tiến độ KCN, xếp hạng
    < Công đoàn các KCN tỉnh – Giai đoạn 1 …
    < 🏅 Bảng xếp hạng – …
  `)
})

test("headcounts, targets and reminders as officers say them; nothing is added or subtracted by guess", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Chi]
    > Chi: may tng 350 dv 900 ld
    < Ghi số người của CĐCS Công ty May TNG: 350 đoàn viên, 900 người lao động, từ 10/3/2026.
      …
    > Chi: đúng rồi
    < Đã ghi nhận thay đổi.
    > Chi: May TNG mới tuyển thêm 20 người
    < Anh/chị cho em số đang có ạ: em không tự cộng trừ. Ví dụ: "May TNG có 350 đoàn viên, 900 lao động"; chỉ tiêu tính theo cả hai số cộng lại.
    > Chi: giảm chỉ tiêu May TNG 10
    < Anh/chị muốn thành bao nhiêu ạ? Em không tự cộng trừ để khỏi nhầm: gõ số cuối cùng, ví dụ "chỉ tiêu May TNG 50".
    > Chi: KCN chỉ tiêu 300
    < Đã giao chỉ tiêu Giai đoạn 1 của Công đoàn các KCN tỉnh: 300 (trước đó …), từ 10/3/2026.
    > Chi: KCN đạt bao nhiêu phần trăm rồi
    < Công đoàn các KCN tỉnh – Giai đoạn 1 …
    > Chi: đơn vị nào dưới 30% thì nhắc chiều mai
    < Sẽ gửi 1 đơn vị (1 nhóm), lúc 14:00 thứ Tư 11/3/2026.
      Đối tượng: đơn vị chưa đạt 30% chỉ tiêu – …
      …
    > Chi: xong chưa
    < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 …
    > Chi: thôi
    < Dạ, em không gửi.
    > Chi: đừng nhắc KCN nữa
    < Chưa có lịch nhắc nào. …
    > Chi: đơn vị mô chưa có chi
    < 10 đơn vị chưa có sáng kiến – …
    > Chi: tổng hợp giùm cái bữa qua
    < 📊 TỔNG HỢP KẾT QUẢ (9/3/2026)
      …
  `)
})

test("a group is linked, and a record put right, in a sentence", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo súng hàn xoay được
    < ✅ SK-000001 …
    [riêng Chi]
    > Chi: SK-1 làm lợi 50 triệu
    < Đã sửa SK-000001 · Giá treo súng hàn xoay được
      Làm lợi: 50.000.000 đ
    > Chi: sửa ngày áp dụng SK-1 là 5/1
    < Đã sửa SK-000001 · Giá treo súng hàn xoay được
      Áp dụng lần đầu: 5/1/2026
    [Nhóm TNG]
    > Chi: @Bot sai rồi, nhóm này của KCN cơ
    < Nhóm này của: Công đoàn các KCN tỉnh (mã KCN), thuộc Liên đoàn Lao động tỉnh Thái Nguyên. Đúng không ạ?
      1. Đúng
      2. Chọn lại
  `)
})

test("a reminder every few days has days of the week; two hours make two reminders, one after the other; targets begin with a month", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Chi]
    > Chi: nhắc các đơn vị chưa đạt 3 ngày một lần
    < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 các thứ Hai, thứ Năm đến 19/4.
      Đối tượng: đơn vị chưa đạt chỉ tiêu – …
      …
    > Chi: thôi
    < Dạ, em không gửi.
    > Chi: nhắc các đơn vị chưa đạt sáng thứ 2 và chiều thứ 5
    < Hai giờ khác nhau nên em đặt hai lịch, lần lượt từng lịch.
      Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 các thứ Hai đến 19/4.
      …
    > Chi: 1
    < Đã đặt lịch NH-1, lần đầu lúc 8h00 ngày 16/3/2026. …
      Sẽ gửi 1 đơn vị (1 nhóm), lúc 14:00 các thứ Năm đến 19/4.
      …
    > Chi: gửi
    < Đã đặt lịch NH-2, lần đầu lúc 14h00 ngày 12/3/2026. …
    > Chi: từ tháng sau chỉ tiêu May TNG là 80
    < Đã giao chỉ tiêu Giai đoạn 1 của CĐCS Công ty May TNG: 80 (trước đó 60), từ 1/4/2026.
    > Chi: May TNG có 600 đoàn viên từ tháng sau
    < Ghi số người của CĐCS Công ty May TNG: 600 đoàn viên, từ 1/4/2026.
      …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: tổng hợp tuần trước nữa
    < 📊 TỔNG HỢP TUẦN (20/2 16h00 – 27/2 16h00)
      …
    > Chi: tổng hợp 7 ngày gần đây
    < 📊 TỔNG HỢP KẾT QUẢ (4/3/2026 – 10/3 9h…)
      …
    > Chi: xuất hai tuần qua
    < …
  `)
})

test("what stands behind a period and is no unit is not looked for as one", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Chi]
    > Chi: tong hop thang nay gui len day
    < 📊 TỔNG HỢP THÁNG …
    > Chi: làm báo cáo quý 1 được không em
    < 📊 TỔNG HỢP KẾT QUẢ …
    > Chi: vinh danh tập thể, cá nhân xuất sắc tháng này
    < Chưa có sáng kiến nào được công nhận trong kỳ này để vinh danh. …
    > Chi: chỉ tiêu của KCN là 210 cái
    < Đã giao chỉ tiêu Giai đoạn 1 của Công đoàn các KCN tỉnh: 210 (trước đó 200), từ 10/3/2026.
  `)
})
