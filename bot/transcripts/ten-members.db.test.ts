import { test } from "vitest"
import { openStage } from "./stage.ts"

test("members as different as a driver who dictates, a nurse between two beds and a foreman in capitals", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    # Dictated, without a stop
    > An: alo em ơi anh là lái xe anh muốn hỏi là anh có cái sáng kiến lắp camera lùi với cảm biến cho xe nâng đỡ va quệt vào hàng thì anh nộp ở đâu
    < "lắp camera lùi với cảm biến cho xe nâng đỡ va quệt vào hàng" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: một
    < ✅ SK-000001 · lắp camera lùi với cảm biến cho xe nâng đỡ va quệt vào hàng
      …
    # Between two beds
    > An: c ơi khoa e có cái quy trình giao ca bằng app thay sổ giấy, đỡ 20p mỗi ca
    < "quy trình giao ca bằng app thay sổ giấy, đỡ 20p mỗi ca" là sáng kiến mới hay ý bổ sung cho SK-000001 ạ?
      …
    > An: 3
    < Dạ, em không ghi. …
    # In capitals
    > An: ĐĂNG KÝ: MÁY MAY 2 KIM CÓ ĐÈN BÁO ĐỨT CHỈ ÁP DỤNG TỪ 2/2026, LÀM LỢI 30TR/NĂM
    < ✅ SK-000002 · MÁY MAY 2 KIM CÓ ĐÈN BÁO ĐỨT CHỈ ÁP DỤNG TỪ 2/2026
      …
      Áp dụng lần đầu: 1/2/2026
  `)
  stage.clock.pass(10_000)
  await stage.transcript(`
    [riêng An]
    > An: SỬA LẠI LÀ 50TR NHÉ EM
    < Anh/chị muốn sửa sáng kiến nào ạ? …
      1. SK-000002 · …
      …
    > An: 1
    < Đã sửa SK-000002 · …
      Làm lợi: 50.000.000 đ/năm
    > An: áp dụng từ tháng 9 năm ngoái ạ
    < Anh/chị muốn bổ sung cho sáng kiến nào ạ? …
    > An: 1
    < Đã bổ sung vào SK-000002.
      Áp dụng lần đầu: 1/9/2025
    # Angry, then at a loss
    > An: sao ghi sai tên tôi
    < Anh/chị gõ đúng họ tên của mình giúp em, …
    > An: thôi
    < Dạ, em dừng ở đây.
    > An: ❓
    < đăng ký: tên sáng kiến – …
    > An: đổi số zalo thì sao
    < Không mất đâu ạ: …
    > An: hủyy SK-000001
    < Đã hủy SK-000001 · …
  `)
})
