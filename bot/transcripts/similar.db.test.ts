import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"
import { VENUES } from "./venue.ts"

describe.concurrent.each(VENUES)("%s", (venue) => {
  test("T5 a similar title is asked about before it is saved, and nothing that waits is lost", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: Cải tiến cữ gá may túi hộp giảm 30% thời gian
      < ✅ SK-000001 · …
      [riêng Dung]
      > Dung: dk giam 30% thoi gian may tui hop nho cai tien cu ga
      < Em là Trợ lý Sáng kiến …
      > Dung bấm: Đồng ý
      < Giống SK-000001 "Cải tiến cữ gá may túi hộp giảm 30% thời gian" (Nguyễn Văn An, CĐCS Công ty May TNG).
        1. Vẫn là sáng kiến khác
        2. …
      # Another registration does not wait for the answer, and the answer does not get lost by it.
      > Dung: đk: Giá treo súng hàn xoay được
      < ✅ SK-000002 · Giá treo súng hàn xoay được
        …
      > Dung bấm: Xem
      < SK-000001 · Cải tiến cữ gá may túi hộp giảm 30% thời gian · đã đăng ký
        Nguyễn Văn An · CĐCS Công ty May TNG
        1. Vẫn là sáng kiến khác
        2. …
      # What would open another dialogue is taken up afterwards.
      > Dung: đăng ký
      < Em còn chờ anh/chị trả lời về sáng kiến vừa gửi, xong em làm tiếp việc này ngay.
        1. Vẫn là sáng kiến khác
        2. …
      > Dung bấm: Vẫn là sáng kiến khác
      < ✅ SK-000003 · giam 30% thoi gian may tui hop nho cai tien cu ga
        …
      < Em hỏi 4 câu, …
      > Dung: hủy
      < Đã bỏ bản nháp. …
      # A numbered series is no repetition.
      > Dung: đk: Giá để khuôn dập số 1
      < ✅ SK-000004 · …
      > Dung: đk: Giá để khuôn dập số 2
      < ✅ SK-000005 · …
      # The same thing sent twice by one person.
      > Dung: đk: Giá để khuôn dập số 2
      < Giống SK-000005 "Giá để khuôn dập số 2" (Trần Thị Dung, CĐCS Công ty May TNG).
        1. Vẫn là sáng kiến khác
        2. Thôi, không gửi nữa
        3. Xem
      > Dung bấm: Thôi, không gửi nữa
      < Dạ, em dừng ở đây.
    `)
    expect(await stage.count("initiative")).toBe(5)
  })
})
