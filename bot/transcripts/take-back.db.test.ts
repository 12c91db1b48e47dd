import { expect, test } from "vitest"
import { startOfDay } from "../../core/clock.ts"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { tallyPosts } from "../../db/tally/post.ts"
import type { FreshDatabase } from "../../db/testing.ts"
import { openStage } from "./stage.ts"

const ZONE = "Asia/Ho_Chi_Minh"

/** Whom a tally of 14 March 2026 names, once everybody agreed to it. */
async function namedThatDay({ db, pool }: FreshDatabase) {
  await pool.query(`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
    select person_id, 'naming', version, granted, at, chat_id, account_id from consent where purpose = 'records'`)
  const from = startOfDay("2026-03-14", ZONE)
  const { campaign_id, unit_id } = await db.selectFrom("initiative").selectAll().executeTakeFirstOrThrow()
  const people = await tallyPosts(db).people(campaign_id, { from, to: from + 86_400_000 }, [unit_id])
  return people.get(unit_id)?.named
}

test("a wrong recognition and a wrong refusal are taken back, and later tallies show the correction", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cải tiến cữ gá may túi hộp
    < ✅ SK-000001 · …
    > An: bổ sung SK-000001 áp dụng lần đầu: 5/2/2025
    < Đã bổ sung vào SK-000001.
      Áp dụng lần đầu: 5/2/2025
    > An: đăng ký: Thay đèn sợi đốt bằng đèn LED
    < ✅ SK-000002 · …
    [riêng Chi]
    > Chi: công nhận SK-000001 QĐ 45/QĐ-CĐCS
    < Đã công nhận 1 sáng kiến: SK-000001
      …
    [riêng An]
    < 🎉 SK-000001 của anh/chị đã được công nhận cấp cơ sở.
      …
    [riêng Chi]
    > Chi: từ chối SK-000002 trùng
    < Đã từ chối 1 sáng kiến: SK-000002
      Đã gửi Nguyễn Văn An: "trùng"
    [riêng An]
    < SK-000002 chưa được công nhận. …
  `)
  // The week is closed with the recognition in it.
  stage.clock.set("2026-03-14T09:00:00+07:00")
  await stage.transcript(`
    [riêng An]
    > An: thu hồi công nhận SK-000001 nhầm
    < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
    [riêng Chi]
    > Chi: thu hồi công nhận SK-000001
    < Thu hồi việc công nhận SK-000001 ạ? Em gửi tác giả lý do "xét lại"; …
      1. Đúng, làm đi
      2. Thôi
    > Chi: thu hồi công nhận SK-000001, SK-000002, 7 lý do ghi nhầm mã
    < Đã thu hồi việc công nhận 1 sáng kiến: SK-000001. Hồ sơ trở lại chờ xét.
      Đã gửi Nguyễn Văn An: "ghi nhầm mã"
      Chưa được: SK-000002 (đang là đã từ chối)
      Chưa được: SK-000007 (không có mã này)
    [riêng An]
    < Việc công nhận SK-000001 đã được thu hồi. Lý do: ghi nhầm mã
      SK-000001 · Cải tiến cữ gá may túi hộp
    [riêng Chi]
    > Chi: thu hồi từ chối SK-000002 vì xét lại
    < Đã thu hồi việc từ chối 1 sáng kiến: SK-000002. Hồ sơ trở lại chờ xét.
      Đã gửi Nguyễn Văn An: "xét lại"
    [riêng An]
    < Việc từ chối SK-000002 đã được thu hồi. Lý do: xét lại
      …
    [riêng Chi]
    > Chi: tổng hợp tuần may tng
    < 📊 TỔNG HỢP TUẦN …
      Điều chỉnh: 1 sáng kiến …
    > Chi: tổng hợp tuần may tng chi tiết điều chỉnh
    < Điều chỉnh 13/3 16h00 – 14/3 9h…, CĐCS Công ty May TNG: 1 sáng kiến rút, gộp hoặc từ chối
      (rút) SK-000001 · Cải tiến cữ gá may túi hộp · Nguyễn Văn An · CĐCS Công ty May TNG · 14/3
      …
    > Chi: nhật ký
    < Nhật ký – 4 việc, mới nhất trước:
      … · Lê Kim Chi · CĐCS Công ty May TNG: thu hồi từ chối SK-000002
      … · Lê Kim Chi · CĐCS Công ty May TNG: thu hồi công nhận SK-000001
      … · Lê Kim Chi · CĐCS Công ty May TNG: từ chối SK-000002
      … · Lê Kim Chi · CĐCS Công ty May TNG: công nhận SK-000001 (quyết định 45/QĐ-CĐCS)
  `)
  expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
  const [first] = await stage.fresh.db.selectFrom("initiative").selectAll().orderBy("number").execute()
  expect(first).toMatchObject({
    status: "under_review",
    recognized_at: null,
    decision_number: null,
    first_applied_on: "2025-02-05",
  })
  await stage.transcript(`
    [riêng Chi]
    > Chi: công nhận tất cả của may tng cấp tỉnh QĐ 12/QĐ-LĐLĐ
    < Công nhận 2 hồ sơ đang chờ xét: SK-000001, SK-000002?
      Cấp tỉnh
      Quyết định 12/QĐ-LĐLĐ
      1. Công nhận
      2. Thôi
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: tiếp nhận SK-000002 ngày 45/3
    < Em chưa đọc được ngày tiếp nhận…
    > Chi: tiếp nhận SK-000002, 9 ngày 12/3
    < Đã tiếp nhận 1 hồ sơ: SK-000002
      Ngày tiếp nhận: 12/3/2026
      Chưa được: SK-000009 (không có mã này)
    [riêng An]
    < SK-000002 đã được tiếp nhận ngày 12/3/2026.
      SK-000002 · Thay đèn sợi đốt bằng đèn LED · trả lời trước 12/6/2026
  `)
  // "Nhầm rồi" is said of what was done just now: a question cannot be unsaid. Of several verdicts at once the officer says which.
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt
    < 2 hồ sơ chờ xét.
      SK-000001 · …
    > Chi: trả lại cho em An thiếu số liệu trước và sau
    < Đã hỏi thêm về SK-000001
      Đã gửi Nguyễn Văn An: "thiếu số liệu trước và sau"
      1 hồ sơ chờ xét.
      SK-000002 · …
    [riêng An]
    < SK-000001 cần bổ sung: "thiếu số liệu trước và sau". …
    [riêng Chi]
    > Chi: nhầm rồi, hủy giúp chị
    < Câu hỏi về SK-000001 đã gửi tác giả nên em không rút lại được. Cần đính chính…
    > Chi: 1
    < Đã công nhận 1 sáng kiến: SK-000002
      …
    [riêng An]
    < 🎉 SK-000002 …
    [riêng Chi]
    > Chi: nhầm rồi, hủy giúp chị
    < Đã thu hồi việc công nhận 1 sáng kiến: SK-000002. Hồ sơ trở lại chờ xét.
      Đã gửi Nguyễn Văn An: "ghi nhầm"
    [riêng An]
    < Việc công nhận SK-000002 đã được thu hồi. Lý do: ghi nhầm
      …
    [riêng Chi]
    > Chi: công nhận SK-000001, SK-000002
    < Đã công nhận 2 sáng kiến: …
    [riêng An]
    < 🎉 SK-000001, SK-000002 …
    [riêng Chi]
    > Chi: bấm nhầm rồi
    < Anh/chị vừa công nhận 2 sáng kiến nên em chưa thu hồi ngay. Thu hồi tất cả thì gõ: "thu hồi công nhận SK-000001, SK-000002 lý do ghi nhầm"; …
    > Chi: thu hồi công nhận SK-000001, SK-000002 lý do ghi nhầm
    < Đã thu hồi việc công nhận 2 sáng kiến: …
    [riêng An]
    < Việc công nhận SK-000001, SK-000002 đã được thu hồi. …
    # A question for a title does not hear the code of a record as one.
    > An: đăng ký
    < … Tên sáng kiến là gì? …
    > An: sửa SK-000001 mô tả: cữ gá có nam châm
    < Đã sửa SK-000001…
    > An: hủy
    < Đã bỏ bản nháp. …
  `)
  // What was sent twice counts once: both may go, and the one that was merged by mistake counts again, benefit and all.
  stage.clock.set("2026-03-14T09:10:00+07:00")
  const registered = async () =>
    await stage.fresh.db
      .selectFrom("unit_total")
      .select(["registered", "benefit_vnd"])
      .where("registered", ">", 0)
      .execute()
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá đỡ cuộn vải xoay được, làm lợi 40tr/năm
    < ✅ SK-000003 · …
  `)
  expect(await registered()).toEqual([{ registered: 3, benefit_vnd: "40000000" }])
  await stage.transcript(`
    [riêng Chi]
    > Chi: gộp SK-000003
    < Anh/chị gõ hai mã khác nhau, …
    > Chi: SK-3 trùng với SK-000009
    < Em không tìm thấy SK-000009. …
    > Chi: gộp SK-000003 vào SK-000002
    < Đã gộp 1 sáng kiến vào SK-000002, không tính riêng nữa: SK-000003. …
    [riêng An]
    < SK-000003 được ghi là trùng SK-000002 nên gộp vào đó, không tính riêng. …
      SK-000003 · Giá đỡ cuộn vải xoay được
    [riêng Chi]
    > Chi: gộp SK-000002 vào SK-000003
    < SK-000003 đã rút, bị từ chối hoặc đã gộp nên em chưa gộp vào đó được.
    > Chi: tách SK-000002 thành 2 sáng kiến
    < Mỗi mã là một sáng kiến nên em không tách được. …
  `)
  expect(await registered()).toEqual([{ registered: 2, benefit_vnd: "0" }])
  await stage.transcript(`
    [riêng Chi]
    > Chi: thu hồi SK-000003 lý do gộp nhầm
    < Đã thu hồi việc gộp 1 sáng kiến: SK-000003. Hồ sơ trở lại chờ xét.
      Đã gửi Nguyễn Văn An: "gộp nhầm"
    [riêng An]
    < Việc gộp SK-000003 đã được thu hồi. Lý do: gộp nhầm
      …
  `)
  expect(await registered()).toEqual([{ registered: 3, benefit_vnd: "40000000" }])
  expect(await namedThatDay(stage.fresh), "sent once, whatever came and went").toEqual([
    { name: "Nguyễn Văn An", count: 1 },
  ])
  await stage.transcript(`
    [riêng Chi]
    > Chi: gop sk 3 vao sk 2
    < Đã gộp 1 sáng kiến vào SK-000002, …
    [riêng An]
    < SK-000003 được ghi là trùng SK-000002 …
      …
  `)
  expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
  // Three months and twelve days after it was handed in.
  stage.clock.set("2026-06-22T09:00:00+07:00")
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt
    < 2 hồ sơ chờ xét, 2 quá hạn xét.
      SK-000001 · Cải tiến cữ gá may túi hộp
      …
      Áp dụng lần đầu: 5/2/2025
      Nộp sau hạn 1 năm kể từ ngày áp dụng lần đầu (hạn 5/2/2026).
      ⏰ Quá hạn xét 12 ngày (hạn 3 tháng, đến 10/6/2026).
      …
    > Chi: 1
    < Đã công nhận 1 sáng kiến: SK-000001
      Cấp cơ sở
      1 hồ sơ chờ xét, 1 quá hạn xét.
      …
    [riêng An]
    < 🎉 …
      …
    > An: đăng ký: Giá treo súng hàn xoay được
    < ✅ SK-000004 · …
    [riêng Chi]
    > Chi: duyệt quá hạn
    < 2 hồ sơ chờ xét, 1 quá hạn xét.
      SK-000002 · Thay đèn sợi đốt bằng đèn LED
      …
      Tiếp nhận: 12/3/2026
      ⏰ Quá hạn xét 10 ngày (hạn 3 tháng, đến 12/6/2026).
      …
    > Chi: 1
    < Đã công nhận 1 sáng kiến: SK-000002
      Cấp cơ sở
      Không còn hồ sơ quá hạn nào; còn 1 hồ sơ chờ xét. Gõ "duyệt" để xem.
    [riêng An]
    < 🎉 …
    [riêng Chi]
    # What was on the screen is decided with all the others, and nobody is asked about it any more.
    > Chi: duyệt
    < 1 hồ sơ chờ xét.
      SK-000004 · …
    > Chi: công nhận tất cả
    < Công nhận 1 hồ sơ đang chờ xét: SK-000004?
      …
    > Chi: công nhận
    < Đã công nhận 1 sáng kiến: SK-000004
      Cấp cơ sở
    [riêng An]
    < 🎉 …
    > An: đăng ký: Khay gom ốc vít rơi vãi ở chuyền lắp ráp
    < ✅ SK-000005 · …
  `)
  // What was counted last week is refused in this one.
  stage.clock.set("2026-06-29T09:00:00+07:00")
  await stage.transcript(`
    [riêng Chi]
    > Chi: từ chối SK-000005 trùng với khay đang dùng
    < Đã từ chối 1 sáng kiến: SK-000005
      …
    [riêng An]
    < SK-000005 …
      …
    [riêng Chi]
    > Chi: tổng hợp tuần may tng chi tiết điều chỉnh
    < Điều chỉnh 26/6 16h00 – 29/6 9h…, CĐCS Công ty May TNG: 1 sáng kiến rút, gộp hoặc từ chối
      (từ chối) SK-000005 · Khay gom ốc vít rơi vãi ở chuyền lắp ráp · Nguyễn Văn An · CĐCS Công ty May TNG · 29/6
      …
    > Chi: tổng hợp tuần may tng
    < 📊 TỔNG HỢP TUẦN (26/6 16h00 – 29/6 9h…)
      CĐCS Công ty May TNG
      Đăng ký 4 (+0) · …
      …
      Điều chỉnh: 1 sáng kiến đã tính trước đó nay được rút, gộp hoặc bị từ chối
      …
  `)
})
