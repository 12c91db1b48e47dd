import { expect, test } from "vitest"
import { openStage } from "./stage.ts"

test("honours are drafted in private, changed, and posted once to the unit's group", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng Chi]
    > Chi: vinh danh
    < Chưa có sáng kiến nào được công nhận trong kỳ này để vinh danh. …
    [riêng An]
    > An: đăng ký: Cải tiến cữ gá may túi hộp, làm lợi 20tr/tháng
    < ✅ SK-000001 · …
    > An: vinh danh
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    [riêng Bình]
    > Bình: đăng ký: Thay đèn sợi đốt bằng đèn LED, làm lợi 120tr/năm
    < ✅ SK-000002 · …
    > Bình: đăng ký: Giá treo súng hàn xoay được, làm lợi 200k mỗi ca
    < ✅ SK-000003 · …
    > Bình: dữ liệu của tôi
    < Anh/chị muốn làm gì với dữ liệu của mình? …
    > Bình: 3
    < Anh/chị muốn sửa gì? …
    > Bình: 3
    < Từ giờ em được nêu tên anh/chị trong tin tổng hợp, vinh danh đăng nhóm.
    [riêng Chi]
    > Chi: công nhận 1-3
    < Đã công nhận 3 sáng kiến: …
    [riêng An]
    < 🎉 …
    [riêng Bình]
    < 🎉 …
    [riêng Chi]
    > Chi: vinh danh tháng may tng
    < Bản nháp, chưa gửi:
      🏅 VINH DANH – CĐCS Công ty May TNG (1/3/2026 – 10/3/2026)
      Nhiều sáng kiến nhất
      1. Phạm Thanh Bình (CĐCS Công ty May TNG): 2 được công nhận, 2 đăng ký
      Đột phá
      2. SK-000001 · Cải tiến cữ gá may túi hộp – CĐCS Công ty May TNG: 20.000.000 đ/tháng
      3. SK-000002 · Thay đèn sợi đốt bằng đèn LED – Phạm Thanh Bình, CĐCS Công ty May TNG: 120.000.000 đ/năm
      Chỉ tính sáng kiến được công nhận trong kỳ; chỉ nêu tên người đã cho phép.
      1 sáng kiến được công nhận chưa có giá trị làm lợi so sánh được…
      1. Gửi nhóm
      2. Đổi danh sách
      3. Thôi
    # One person alone, where they agreed to be named.
    > Chi: vinh danh anh Bình
    < Bản nháp, chưa gửi:
      🏅 VINH DANH – Liên đoàn Lao động tỉnh Thái Nguyên (…)
      Nhiều sáng kiến nhất
      1. Phạm Thanh Bình (CĐCS Công ty May TNG): 2 được công nhận, 2 đăng ký
      Đột phá
      2. SK-000002 · Thay đèn sợi đốt bằng đèn LED – Phạm Thanh Bình, CĐCS Công ty May TNG: 120.000.000 đ/năm
      1. Gửi nhóm
      2. Đổi danh sách
      3. Thôi
    > Chi: vinh danh anh An
    < Kỳ này anh An chưa có sáng kiến được công nhận, hoặc chưa cho phép nêu tên…
    > Chi: vinh danh SK-2
    < Em vinh danh theo người, đơn vị và kỳ: …
    > Chi: vinh danh tháng may tng
    < Bản nháp, chưa gửi:
      🏅 VINH DANH – CĐCS Công ty May TNG …
      …
    > Chi bấm: Đổi danh sách
    < Anh/chị gõ số cần bỏ…
    > Chi: bỏ 2
    < Bản nháp, chưa gửi:
      🏅 VINH DANH …
      1. Phạm Thanh Bình …
      2. SK-000002 · …
      3. Thôi
    > Chi: 1
    < Đã gửi vào 1 nhóm.
    [Nhóm TNG]
    < 🏅 VINH DANH – CĐCS Công ty May TNG (1/3/2026 – 10/3/2026)
      Nhiều sáng kiến nhất
      1. Phạm Thanh Bình (CĐCS Công ty May TNG): 2 được công nhận, 2 đăng ký
      Đột phá
      2. SK-000002 · Thay đèn sợi đốt bằng đèn LED – Phạm Thanh Bình, CĐCS Công ty May TNG: 120.000.000 đ/năm
      Cảm ơn và chúc mừng các anh chị! 👏
    [riêng Chi]
    > Chi: vinh danh tháng
    < Bản nháp, chưa gửi:
      🏅 VINH DANH – Liên đoàn Lao động tỉnh Thái Nguyên (1/3/2026 – 10/3/2026)
      Nhiều sáng kiến nhất
      1. Công đoàn các KCN tỉnh: 3 được công nhận, 3 đăng ký
      2. Phạm Thanh Bình …
      …
    > Chi: 3
    < Dạ, em dừng ở đây.
  `)
  const deeds = await stage.fresh.db
    .selectFrom("officer_action")
    .select(["action", "subject"])
    .where("action", "=", "honour")
    .execute()
  expect(deeds).toEqual([{ action: "honour", subject: { initiatives: [2] } }])
})
