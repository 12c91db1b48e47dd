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
        2. Tham gia cùng (đồng tác giả)
        3. Xem
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
    await stage.transcript(`
      [riêng Dung]
      > Dung: đk: may tui hop: cai tien cu ga giam thoi gian 30%
      < Giống SK-000001 …
        …
      > Dung bấm: Tham gia cùng (đồng tác giả)
      < Em đã gửi Nguyễn Văn An xác nhận anh/chị là đồng tác giả SK-000001. Có trả lời em báo ngay.
      [riêng An]
      < Trần Thị Dung xin là đồng tác giả SK-000001 "Cải tiến cữ gá may túi hộp giảm 30% thời gian". Chọn 1 là chia đều (50%/50%); muốn chia khác, gõ "1 60/40".
        1. Đồng ý
        2. Không
      > An: 1 60/50
      < Cộng lại là 110%; phải đủ 100% và ai cũng có phần. Anh/chị gõ lại giúp em.
      > An: 1 60/40
      < SK-000001: Nguyễn Văn An 60%, Trần Thị Dung 40%.
      [riêng Dung]
      < SK-000001: Nguyễn Văn An 60%, Trần Thị Dung 40%.
      > Dung: đơn SK-000001
      < Đơn yêu cầu công nhận sáng kiến SK-000001 (tệp Word)…
      [riêng An]
      > An: đồng tác giả SK-000001 Lê Minh 10%, Lê Kim Chi 12,5%
      < SK-000001: Nguyễn Văn An 37,5%, Trần Thị Dung 40%, Lê Minh 10%, Lê Kim Chi 12,5%.
      > An: đồng tác giả SK-000001 60/20/10/10
      < SK-000001: Nguyễn Văn An 60%, Trần Thị Dung 20%, Lê Minh 10%, Lê Kim Chi 10%.
      > An: đồng tác giả SK-000001 bỏ Lê Minh
      < Lê Minh không còn là đồng tác giả SK-000001. Còn lại: Nguyễn Văn An 70%, Trần Thị Dung 20%, Lê Kim Chi 10%.
      [riêng Dung]
      > Dung: đồng tác giả SK-000001 rút
      < Trần Thị Dung không còn là đồng tác giả SK-000001. Còn lại: Nguyễn Văn An 90%, Lê Kim Chi 10%.
      [riêng An]
      < Trần Thị Dung không còn là đồng tác giả SK-000001. …
      # A support team enters somebody with an account: they are told and asked.
      [riêng Dung]
      > Dung: đồng tác giả SK-000003 Nguyễn Văn An 30%
      < SK-000003: Trần Thị Dung 70%, Nguyễn Văn An 30%.
        Người đã có tài khoản được em báo để xác nhận.
      [riêng An]
      < Trần Thị Dung ghi anh/chị là đồng tác giả SK-000003 "giam 30% thoi gian may tui hop nho cai tien cu ga", đóng góp 30%. Đúng không ạ?
        1. Đồng ý
        2. Không
      > An bấm: Đồng ý
      < SK-000003: Trần Thị Dung 70%, Nguyễn Văn An 30%.
      [riêng Dung]
      < SK-000003: Trần Thị Dung 70%, Nguyễn Văn An 30%.
    `)
  })
})
