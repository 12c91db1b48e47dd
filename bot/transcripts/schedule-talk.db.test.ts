import { test } from "vitest"
import { openStage } from "./stage.ts"

test("of several peak periods the one that runs is meant, and where none runs it is asked which", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Chi]
    > Chi: thêm đợt cao điểm Đợt mừng 19/5 10/5 - 19/5 chỉ tiêu 200
    < Thêm Đợt mừng 19/5: 10/5/2026 – 19/5/2026, chỉ tiêu 200. Đúng không ạ? …
    > Chi: 1
    < Đã ghi: Đợt mừng 19/5.
    > Chi: kéo dài đợt cao điểm đến 25/3
    < Anh/chị nói về đợt cao điểm nào ạ?
      1. Tuần cao điểm: 17/2/2026 – 25/2/2026, chỉ tiêu 78
      2. Đợt mừng 19/5: 10/5/2026 – 19/5/2026, chỉ tiêu 200
    > Chi: 1
    < Sửa Tuần cao điểm: 17/2/2026 – 25/3/2026, chỉ tiêu 78. Đúng không ạ? …
    > Chi: 1
    < Đã ghi: Tuần cao điểm.
    # Now it runs.
    > Chi: kéo dài đợt cao điểm thêm 2 ngày
    < Sửa Tuần cao điểm: 17/2/2026 – 27/3/2026, chỉ tiêu 78. Đúng không ạ? …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    # A day in its name is not the day to which it is moved.
    > Chi: kéo dài đợt mừng 19/5 đến 25/5
    < Sửa Đợt mừng 19/5: 10/5/2026 – 25/5/2026, chỉ tiêu 200. Đúng không ạ? …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: dời đợt cao điểm 2 sang 1/6
    < Anh/chị muốn đổi ngày nào của Đợt mừng 19/5 ạ?
      1. Dời cả đợt: 1/6/2026 – 10/6/2026
      2. Kết thúc 1/6/2026
    > Chi: 1
    < Sửa Đợt mừng 19/5: 1/6/2026 – 10/6/2026, chỉ tiêu 200. Đúng không ạ? …
    > Chi: ừ
    < Đã ghi: Đợt mừng 19/5.
    > Chi: đợt cao điểm chỉ tiêu 150
    < Anh/chị nói về đợt cao điểm nào ạ? …
    > Chi: 2
    < Sửa Đợt mừng 19/5: 1/6/2026 – 10/6/2026, chỉ tiêu 150. Đúng không ạ? …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: đổi tên đợt cao điểm 2 thành Đợt mừng công
    < Sửa Đợt mừng công: 1/6/2026 – 10/6/2026, chỉ tiêu 200. Đúng không ạ? …
    > Chi: 1
    < Đã ghi: Đợt mừng công.
    > Chi: đợt cao điểm
    < 1. Tuần cao điểm: …
      2. Đợt mừng công: 1/6/2026 – 10/6/2026, chỉ tiêu 200
  `)
})

test("a phase is asked about, and its goal is raised or lowered, as people say it", async () => {
  await using stage = await openStage("telegram", {})
  await stage.transcript(`
    [riêng Chi]
    > Chi: giai đoạn 1 tới khi nào
    < Giai đoạn 1: 21/7/2025 – 19/4/2026, chỉ tiêu 260
    > Chi: chỉ tiêu giai đoạn 2 bao nhiêu
    < Giai đoạn 2: 20/4/2026 – 21/7/2027, chỉ tiêu 572
    > Chi: giảm chỉ tiêu giai đoạn 1 còn 200
    < Sửa Giai đoạn 1: 21/7/2025 – 19/4/2026, chỉ tiêu 200. Đúng không ạ? …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: giai đoạn 1 nâng lên 300
    < Sửa Giai đoạn 1: 21/7/2025 – 19/4/2026, chỉ tiêu 300. Đúng không ạ? …
    > Chi: đúng rồi
    < Đã ghi: Giai đoạn 1.
  `)
})
