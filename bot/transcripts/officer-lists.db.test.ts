import { test } from "vitest"
import { openStage } from "./stage.ts"
import type { VenueKind } from "./venue.ts"

const TOLD = [
  "Lò sấy gỗ dùng hơi thừa, làm lợi 1,2 tỷ/năm",
  "Giá treo súng hàn xoay được, làm lợi 100 triệu mỗi tháng",
  "Khay phân loại cúc áo theo màu, làm lợi 150 triệu/năm",
  "Máng trượt đưa phôi vào máy dập, làm lợi 2000 USD/năm",
  "Xe gom rác hai bánh, làm lợi 200k mỗi ca",
  "Bảng ghim đồ dùng dạy học",
]

/** The third is Bình's, all others An's. */
async function registered() {
  const stage = await openStage<VenueKind>("telegram", { known: ["An", "Bình"] })
  for (const [index, told] of TOLD.entries()) {
    stage.clock.pass(6_000)
    const who = index === 2 ? "Bình" : "An"
    await stage.transcript(`
      [riêng ${who}]
      > ${who}: đăng ký: ${told}
      < ✅ SK-00000${index + 1} · …
        …
    `)
  }
  return stage
}

test("an officer lists the records that are worth so much a year, the largest first", async () => {
  await using stage = await registered()
  await stage.transcript(`
    [riêng Chi]
    # What is stated for a month counts twelve times, as where the best are honoured.
    > Chi: sk nào trên 150tr
    < Liên đoàn Lao động tỉnh Thái Nguyên, 21/7/2025 – …: 2 sáng kiến làm lợi trên 150.000.000 đ/năm
      SK-000001 · Lò sấy gỗ dùng hơi thừa · 1.200.000.000 đ/năm · Nguyễn Văn An · CĐCS Công ty May TNG
      SK-000002 · Giá treo súng hàn xoay được · 100.000.000 đ/tháng · Nguyễn Văn An · CĐCS Công ty May TNG
      2 sáng kiến khác ghi làm lợi theo ca, theo cái, bằng ngoại tệ hoặc chưa ra số nên không so được.
    > Chi: mấy cái làm lợi từ 150 triệu trở lên của May TNG
    < CĐCS Công ty May TNG, …: 3 sáng kiến làm lợi từ 150.000.000 đ/năm trở lên
      SK-000001 · …
      SK-000002 · …
      SK-000003 · …
      …
    > Chi: sáng kiến làm lợi trên 2 tỷ tháng này
    < Liên đoàn Lao động tỉnh Thái Nguyên, 1/3/2026 – …: 0 sáng kiến làm lợi trên 2.000.000.000 đ/năm
      …
    > Chi: còn của May TNG?
    < CĐCS Công ty May TNG, 1/3/2026 – …: 0 sáng kiến làm lợi trên 2.000.000.000 đ/năm
      …
    > Chi: sk nào làm lợi dưới 200 triệu
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: 1 sáng kiến làm lợi dưới 200.000.000 đ/năm
      SK-000003 · …
      …
    [riêng An]
    > An: hủy SK-000001
    < Đã hủy SK-000001 · …
    [riêng Chi]
    > Chi: tổng hợp làm lợi từ 1 tỷ
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: 1 sáng kiến làm lợi từ 1.000.000.000 đ/năm trở lên
      SK-000002 · …
      …
    [Nhóm TNG]
    # In a group nobody's name is told.
    > Chi: @Bot sáng kiến nào làm lợi trên 1 tỷ
    < CĐCS Công ty May TNG, …: 1 sáng kiến làm lợi trên 1.000.000.000 đ/năm
      SK-000002 · Giá treo súng hàn xoay được · 100.000.000 đ/tháng · CĐCS Công ty May TNG
      …
    [riêng An]
    > An: tổng hợp làm lợi từ 1 tỷ
    < Tổng hợp dành cho cán bộ. …
  `)
})

test("what a tally could not convert to đồng is listed, as many as it says", async () => {
  await using stage = await registered()
  await stage.transcript(`
    [riêng Chi]
    > Chi: tổng hợp tuần
    < 📊 TỔNG HỢP TUẦN …
      …
      Làm lợi ước tính: 1.450.200.000 đ, và 1 sáng kiến chưa quy đổi được
      …
    > Chi: khoản làm lợi nào chưa quy ra tiền được, kể ra chị xem
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: 1 sáng kiến ghi làm lợi chưa quy đổi được ra đồng
      SK-000004 · Máng trượt đưa phôi vào máy dập · 2.000 USD/năm · Nguyễn Văn An · CĐCS Công ty May TNG
    [riêng An]
    > An: sửa SK-000004 làm lợi: 50 triệu/năm
    < Đã sửa SK-000004 · …
      …
    [riêng Chi]
    > Chi: sáng kiến nào chưa quy đổi được làm lợi
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: 0 sáng kiến ghi làm lợi chưa quy đổi được ra đồng
  `)
})

test("refused records stay among what could not be converted, and those merged away do not, as in the tally", async () => {
  await using stage = await openStage<VenueKind>("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Lò sấy gỗ dùng hơi thừa, làm lợi 1000 USD/năm
    < ✅ SK-000001 · …
      …
    > An: đăng ký: Máng trượt đưa phôi vào máy dập, làm lợi 2000 USD/năm
    < ✅ SK-000002 · …
      …
    > An: đăng ký: Giá treo súng hàn xoay được, làm lợi hàng trăm triệu
    < ✅ SK-000003 · …
      …
    [riêng Chi]
    > Chi: từ chối SK-000001 vì việc thường xuyên
    < Đã từ chối 1 sáng kiến: SK-000001
      …
    [riêng An]
    < SK-000001 chưa được công nhận. …
    [riêng Chi]
    > Chi: gộp SK-000002 vào SK-000003
    < Đã gộp 1 sáng kiến vào SK-000003, …
    [riêng An]
    < SK-000002 được ghi là trùng SK-000003 …
    [riêng Chi]
    > Chi: tổng hợp tuần
    < 📊 TỔNG HỢP TUẦN …
      …
      Làm lợi ước tính: 0 đ, và 2 sáng kiến chưa quy đổi được
      …
    > Chi: tổng hợp chưa quy đổi
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: 2 sáng kiến ghi làm lợi chưa quy đổi được ra đồng
      SK-000001 · Lò sấy gỗ dùng hơi thừa · 1.000 USD/năm · Nguyễn Văn An · CĐCS Công ty May TNG (đã từ chối)
      SK-000003 · Giá treo súng hàn xoay được · hàng trăm triệu · Nguyễn Văn An · CĐCS Công ty May TNG
  `)
})

test("what waits for its authors is listed, the longest asked first, until they answer", async () => {
  await using stage = await registered()
  await stage.transcript(`
    [riêng Chi]
    > Chi: mấy cái bị trả về đòi bổ sung mà chưa ai gửi lại
    < Không có hồ sơ nào chờ tác giả bổ sung.
    > Chi: hỏi thêm SK-2 cho em xin số liệu trước và sau
    < Đã hỏi thêm về SK-000002
      …
    [riêng An]
    < SK-000002 cần bổ sung: …
  `)
  stage.clock.pass(60_000)
  await stage.transcript(`
    [riêng Chi]
    > Chi: SK-1 thiếu ảnh
    < Đã hỏi thêm về SK-000001
      …
    [riêng An]
    < SK-000001 cần bổ sung: …
    [riêng Chi]
    > Chi: những hồ sơ đã hỏi thêm mà chưa trả lời
    < 2 hồ sơ chờ tác giả bổ sung, hỏi lâu nhất trước:
      SK-000002 · Giá treo súng hàn xoay được · Nguyễn Văn An · CĐCS Công ty May TNG · hỏi 10/3: "cho em xin số liệu trước và sau"
      SK-000001 · Lò sấy gỗ dùng hơi thừa · Nguyễn Văn An · CĐCS Công ty May TNG · hỏi 10/3: "thiếu ảnh"
    [riêng An]
    > An: bổ sung SK-000002 trước 20 phút, nay 5 phút
    < Đã bổ sung vào SK-000002 và chuyển lại để cán bộ xét. …
    [riêng Chi]
    > Chi: duyệt chờ bổ sung May TNG
    < 1 hồ sơ chờ tác giả bổ sung, hỏi lâu nhất trước:
      SK-000001 · …
    [Nhóm TNG]
    > Chi: @Bot hồ sơ nào chờ bổ sung
    < Việc này anh/chị nhắn riêng cho em nhé.
  `)
})

test("how many people took part is counted by period and unit, each of them once", async () => {
  await using stage = await registered()
  await stage.transcript(`
    [riêng Chi]
    > Chi: Toàn tỉnh có bao nhiêu người đã tham gia đăng ký
    < Liên đoàn Lao động tỉnh Thái Nguyên, 21/7/2025 – …: 2 người tham gia, 6 sáng kiến đăng ký. Danh sách tên: nhắn riêng "xuất sáng kiến".
    [riêng An]
    > An: đồng tác giả SK-000001 Trần Thị Lan 40%
    < …
    [riêng Chi]
    > Chi: có bao nhiêu đoàn viên đã gửi sáng kiến tháng này của May TNG
    < CĐCS Công ty May TNG, 1/3/2026 – …: 3 người tham gia, 6 sáng kiến đăng ký (tác giả 2, đồng tác giả 1). …
    # What goes on is the same question of another unit, or another period.
    > Chi: còn ngành Y tế thì sao
    < Công đoàn ngành Y tế, 1/3/2026 – …: 0 người tham gia, 0 sáng kiến đăng ký. …
    > Chi: bao nhiêu người tham gia tháng trước
    < Liên đoàn Lao động tỉnh Thái Nguyên, …: 0 người tham gia, 0 sáng kiến đăng ký. …
    [riêng An]
    > An: tổng hợp người tham gia
    < Tổng hợp dành cho cán bộ. …
  `)
})
