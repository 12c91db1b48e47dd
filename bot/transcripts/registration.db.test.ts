import { describe, test } from "vitest"
import { openStage } from "./stage.ts"
import { VENUES } from "./venue.ts"

describe.each(VENUES)("%s: registering", (venue) => {
  test("T1 a newcomer registers in a group with two messages, afterwards with one", async () => {
    await using stage = await openStage(venue)
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký sáng kiến: Cải tiến cữ gá may túi hộp giảm 30% thời gian, làm lợi 120tr/năm
      < Em là Trợ lý Sáng kiến của Liên đoàn Lao động tỉnh Thái Nguyên. Em lưu họ tên, đơn vị, mã trò chuyện và nội dung … "dữ liệu của tôi"…
        1. Đồng ý
        2. Không
      > An bấm: Đồng ý
      < ✅ SK-000001 · Cải tiến cữ gá may túi hộp giảm 30% thời gian
        Làm lợi: 120.000.000 đ/năm · Nguyễn Văn An · CĐCS Công ty May TNG
        Đơn vị: 1/60 (1,7%)
        Bổ sung: …Hủy: "hủy SK-000001".
      > An: @Bot đk: Thay đèn sợi đốt bằng đèn LED ở nhà xưởng
      < ✅ SK-000002 · Thay đèn sợi đốt bằng đèn LED ở nhà xưởng
        Nguyễn Văn An · CĐCS Công ty May TNG
        Đơn vị: 2/60 (3,3%)
        …
    `)
  })
})
