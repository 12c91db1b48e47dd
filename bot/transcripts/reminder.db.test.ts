import { describe, expect, test } from "vitest"
import { openStage } from "./stage.ts"

describe.concurrent.each(["zalo", "telegram"] as const)("%s", (venue) => {
  test("T12 a reminder is rehearsed, arranged, listed, changed, sent once and stopped", async () => {
    await using stage = await openStage(venue, { known: ["An"], clockwork: true })
    await stage.transcript(`
      [riêng An]
      > An: nhắc đơn vị chưa đạt ngay
      < Việc này chỉ dành cho cán bộ công đoàn, anh/chị nhờ cán bộ đơn vị mình giúp nhé.
      [riêng Chi]
      > Chi: nhắc
      < Chưa có lịch nhắc nào. …
      > Chi: nhắc đơn vị chưa đạt 8h thứ hai hằng tuần đến 31/5: Đề nghị các đồng chí đẩy nhanh
      < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 các thứ Hai đến 31/5.
        Đối tượng: đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên.
        Nội dung: "Đề nghị các đồng chí đẩy nhanh"
        Chưa nhắn được 9 đơn vị …
        1. Gửi
        2. Xem danh sách
        3. Thôi
      > Chi: 2
      < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 các thứ Hai đến 31/5.
        CĐCS Công ty May TNG: 0/60
        …
        Tin mẫu:
        🔔 Liên đoàn Lao động tỉnh Thái Nguyên: Đề nghị các đồng chí đẩy nhanh
        1. Gửi
        2. Xem danh sách
        3. Thôi
      > Chi bấm: Gửi
      < Đã đặt lịch NH-1, lần đầu lúc 8h00 ngày 16/3/2026. "nhắc" để xem, "bỏ NH-1" để dừng.
      > Chi: nhac
      < Có 1 lịch nhắc:
        NH-1 · đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên · lúc 8:00 các thứ Hai đến 31/5 · lần tới 16/3 8h00
        …
      > Chi: sửa NH-1 9h30 thứ 2, 4
      < Sẽ gửi 1 đơn vị (1 nhóm), lúc 9:30 các thứ Hai, thứ Tư đến 19/4.
        …
      > Chi: 1
      < Đã đổi NH-1, lần tới lúc 9h30 ngày 11/3/2026.
      [Nhóm TNG]
      > An: @Bot đăng ký
      < Em hỏi 4 câu…
    `)
    stage.clock.set("2026-03-11T09:30:01+07:00")
    await Promise.all([stage.due("reminder"), stage.due("reminder")])
    await stage.transcript(`
      [Nhóm TNG]
      < 🔔 Liên đoàn Lao động tỉnh Thái Nguyên: Đề nghị các đồng chí đẩy nhanh
      > An: @Bot tiếp
      < Tên sáng kiến là gì? …
      > An: @Bot hủy
      < Đã bỏ bản nháp. …
      [riêng Chi]
      > Chi: bỏ NH-1
      < Đã dừng NH-1. …
      > Chi: nhắc may tng ngay
      < Sẽ gửi 1 đơn vị (1 nhóm), ngay.
        …
      > Chi: 1
      < NH-2 sẽ gửi lúc 9h33 ngày 11/3/2026. Nếu nhầm, anh/chị gõ "bỏ NH-2" trước lúc đó.
      > Chi: nhắc tất cả
      < Gửi khi nào ạ? …
      > Chi: cuối tuần
      < Anh/chị muốn gửi lúc nào ạ?
        1. Lúc 8:00 thứ Sáu 13/3/2026
        2. Lúc 8:00 thứ Bảy 14/3/2026
      > Chi: 2
      < Sẽ gửi 2 đơn vị (2 nhóm), lúc 8:00 thứ Bảy 14/3/2026.
        …
      > Chi: thôi
      < Dạ, em không gửi.
      > Chi: bỏ NH-2
      < Đã dừng NH-2. …
      # Below a share of the target; and two units in one sentence, each of them a reminder to be stopped for itself.
      > Chi: nhắc đơn vị dưới 50% 8h sáng thứ 2 tới
      < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 thứ Hai 16/3/2026.
        Đối tượng: đơn vị chưa đạt 50% chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên.
        …
      > Chi: 1
      < Đã đặt lịch NH-3, …
      > Chi: nhắc may tng và công đoàn ngành y tế 8h sáng thứ 2 tới: Gửi báo cáo quý
      < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 thứ Hai 16/3/2026.
        Đối tượng: đơn vị được nêu tên – CĐCS Công ty May TNG, Công đoàn ngành Y tế.
        …
      > Chi: 1
      < Đã đặt lịch NH-4, NH-5, …
      # Units of a kind, and nobody beside them; two kinds are two reminders. Kinds that nothing tells are no audience.
      > Chi: nhắc khối doanh nghiệp và các trường chưa đạt 8h sáng thứ 2 tới: Gửi báo cáo quý
      < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 thứ Hai 16/3/2026.
        Đối tượng: khối doanh nghiệp chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên.
        Đối tượng: các trường học chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên.
        Nội dung: "Gửi báo cáo quý"
        Chưa nhắn được 4 đơn vị …
      > Chi: 1
      < Đã đặt lịch NH-6, NH-7, …
      > Chi: bỏ NH-6
      < Đã dừng NH-6. …
      > Chi: nhắc các trường ngay
      < Em chưa nhắn được đơn vị nào: các trường học – Liên đoàn Lao động tỉnh Thái Nguyên. …
      > Chi: nhắc khối hành chính sự nghiệp ngay
      < Danh sách đơn vị không ghi khối; …
      > Chi: trường nào chưa đạt
      < 2 đơn vị: các trường học chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên:
        …
        Muốn nhắc các đơn vị này, anh/chị gõ: "nhắc các trường học chưa đạt chỉ tiêu".
      > Chi: nhắc
      < Có 4 lịch nhắc:
        NH-3 · đơn vị chưa đạt 50% chỉ tiêu – …
        NH-4 · đơn vị được nêu tên – CĐCS Công ty May TNG · …
        NH-5 · đơn vị được nêu tên – Công đoàn ngành Y tế · …
        NH-7 · các trường học chưa đạt chỉ tiêu – …
        …
    `)
    const actions = await stage.fresh.db.selectFrom("officer_action").select("action").orderBy("id").execute()
    expect(actions.map(({ action }) => action)).toEqual([
      "remind",
      "change_reminder",
      "stop_reminder",
      "remind",
      "stop_reminder",
      "remind",
      "remind",
      "remind",
      "remind",
      "remind",
      "stop_reminder",
    ])
  })
})

test("all but some: 'trừ KCN' is said in the dry run and the list, and asked for whom nobody knows", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng Chi]
    > Chi: nhắc đơn vị chưa đạt trừ GD và YT sáng mai 8h
    < Sẽ gửi …
      Đối tượng: đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên, trừ Công đoàn ngành Giáo dục, Công đoàn ngành Y tế.
      …
    > Chi: 1
    < Đã đặt lịch NH-1, …
    > Chi: nhắc
    < Có 1 lịch nhắc:
      NH-1 · đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên, trừ Công đoàn ngành Giáo dục, Công đoàn ngành Y tế · …
      …
    > Chi: nhắc tất cả trừ KCN ngay
    < Sẽ gửi 1 đơn vị (1 nhóm), ngay.
      Đối tượng: tất cả đơn vị – Liên đoàn Lao động tỉnh Thái Nguyên, trừ Công đoàn các KCN tỉnh.
      …
    > Chi: 3
    < Dạ, …
    > Chi: đơn vị nào chưa đạt trừ KCN
    < 6 đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên, trừ Công đoàn các KCN tỉnh:
      …
      Muốn nhắc các đơn vị này, anh/chị gõ: "nhắc đơn vị chưa đạt chỉ tiêu, trừ Công đoàn các KCN tỉnh".
    > Chi: nhắc tất cả trừ phòng lạnh ngay
    < Em không thấy đơn vị nào là "phòng lạnh" để trừ ra. Anh/chị gõ mã hoặc tên đơn vị giúp em, hoặc một loại, ví dụ "trừ trường học", "trừ doanh nghiệp".
  `)
})

test("many left out by one word: a kind of units, a whole branch, or a word of their names; the dry run names them", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng Chi]
    > Chi: nhắc đơn vị chưa đạt trừ trường học sáng mai 8h
    < Sẽ gửi …
      Đối tượng: đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên, trừ CĐCS Trường THPT Gang Thép, CĐCS Trường Tiểu học Tân Long.
      …
    > Chi: 3
    < Dạ, em không gửi.
    > Chi: nhac tat ca tru nganh y te, khoi truong hoc va doanh nghiep cua KCN sang mai 8h
    < Sẽ gửi 1 đơn vị (1 nhóm), lúc 8:00 thứ Tư 11/3/2026.
      Đối tượng: tất cả đơn vị – Liên đoàn Lao động tỉnh Thái Nguyên, trừ 6 đơn vị: Công đoàn ngành Y tế, CĐCS Trường THPT Gang Thép, CĐCS Trường Tiểu học Tân Long, CĐCS Công ty May TNG, CĐCS Công ty Điện tử Sông Công, CĐCS Công ty Cơ khí Phổ Yên.
      …
    > Chi: 3
    < Dạ, em không gửi.
    > Chi: nhắc tất cả trừ các đơn vị Công ty sáng mai 8h
    < …, trừ CĐCS Công ty May TNG, CĐCS Công ty Điện tử Sông Công, CĐCS Công ty Cơ khí Phổ Yên.…
    > Chi: 3
    < Dạ, em không gửi.
    > Chi: nhắc tất cả trừ các trường của YT ngay
    < Em không thấy đơn vị nào là "các trường của YT" để trừ ra. …
    > Chi: nhắc tất cả trừ khối hành chính ngay
    < Danh sách đơn vị không ghi khối; …
    > Chi: đơn vị nào chưa đạt trừ trường học?
    < 8 đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên, trừ CĐCS Trường THPT Gang Thép, CĐCS Trường Tiểu học Tân Long:
      …
      Muốn nhắc các đơn vị này, anh/chị gõ: "nhắc đơn vị chưa đạt chỉ tiêu, trừ trường học".
    # What counts is kept with the reminder, and found again in the list and in a change.
    > Chi: nhắc tất cả trừ khối trường học và y tế 8h thứ 2 hằng tuần
    < Sẽ gửi …
      Đối tượng: tất cả đơn vị – Liên đoàn Lao động tỉnh Thái Nguyên, trừ CĐCS Trường THPT Gang Thép, CĐCS Trường Tiểu học Tân Long, Công đoàn ngành Y tế.
      …
    > Chi: 1
    < Đã đặt lịch NH-1, …
    > Chi: sửa NH-1 9h thứ 6 hằng tuần
    < …trừ Công đoàn ngành Y tế, CĐCS Trường THPT Gang Thép, CĐCS Trường Tiểu học Tân Long.…
    > Chi: 3
    < Dạ, em không gửi.
  `)
})
