import { describe, expect, test } from "vitest"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { applyCampaign } from "../../db/campaign/campaign.ts"
import { linkGroup, openStage } from "./stage.ts"
import { VENUES } from "./venue.ts"

const WORKERS_MONTH = {
  code: "tcn",
  name: "Tháng Công nhân 2022",
  short_name: "Tháng Công nhân",
  unit: "LDLD-TN",
  starts_on: "2022-04-18",
  ends_on: "2022-05-31",
  progress_counter: "registered",
  quota: { base: "members", percent: 1 },
  goal_counting: "per_phase",
  sectors: ["Khác"],
  phases: [
    { code: "g1", name: "Tháng Công nhân", starts_on: "2022-04-18", ends_on: "2022-05-31", goal: 100 },
  ],
  weekly_closing: { weekday: "friday", at: "16:00" },
}

describe.concurrent.each(VENUES)("%s", (venue) => {
  test("T11 the morning of 21 April 2022", async () => {
    await using stage = await openStage(venue, { federation: "samples", at: "2022-04-21T08:00:00+07:00" })
    await stage.transcript(`
      [Nhóm tỉnh]
      > An: @Bot tiến độ
      < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 đến 8h… ngày 21/4/2022
        3.782/5.000 (75,6%) · đã lên cổng
        Còn 1.218, cần 30/ngày trong 41 ngày (đến 31/5)
        Đăng ký …
      [riêng An]
      > An: tien do kcn
      < Công đoàn các KCN tỉnh – Giai đoạn 1 đến 8h… ngày 21/4/2022
        …
      > An: bxh
      < 🏅 Bảng xếp hạng – Liên đoàn Lao động tỉnh Thái Nguyên, Giai đoạn 1 đến 8h… ngày 21/4/2022 (tính theo số lên cổng)
        1. …
    `)
  })

  test("a ranking of a period tells where everybody stood when it ended and what came in since it began", async () => {
    await using stage = await openStage(venue, { federation: "samples", at: "2022-04-21T08:00:00+07:00" })
    await stage.transcript(`
      [riêng An]
      > An: xếp hạng tuần này
      < 🏅 Bảng xếp hạng – Liên đoàn Lao động tỉnh Thái Nguyên, Giai đoạn 1 đến 8h00 ngày 21/4/2022 (tính theo số lên cổng)
        1. Công đoàn ngành Giao thông vận tải – 90,5% · +1
        …
        8. LĐLĐ huyện Định Hóa – 77,8% ▼2 · +2
        …
        (+ là số tăng thêm từ 16h00 ngày 15/4/2022)
      > An: top 2 tuần trước nữa
      < 🏅 Bảng xếp hạng – …, Giai đoạn 1 đến 16h00 ngày 8/4/2022 …
        1. Công đoàn ngành Giao thông vận tải – 81,0% ▲3 · +20
        2. LĐLĐ TP Phổ Yên – 74,9% ▲4 · +83
        … và 16 đơn vị khác.
        (+ là số tăng thêm từ 16h00 ngày 1/4/2022)
      > An: bxh tháng trước KCN
      < 🏅 Bảng xếp hạng – Công đoàn các KCN tỉnh, Giai đoạn 1 đến 0h00 ngày 1/4/2022 …
        …
      > An: xếp hạng từ 1/3 đến 15/3
      < 🏅 Bảng xếp hạng – …, Giai đoạn 1 đến 0h00 ngày 16/3/2022 …
        …
        (+ là số tăng thêm từ 0h00 ngày 1/3/2022)
      # What a percentage is of stands above it; what the whole of it is gained is no news.
      > An: xếp hạng đợt cao điểm
      < 🏅 Bảng xếp hạng – Liên đoàn Lao động tỉnh Thái Nguyên, Tuần cao điểm đến 0h00 ngày 9/4/2022 (tính theo số lên cổng)
        1. Công đoàn ngành Giao thông vận tải – 115,8%
        …
        … và 8 đơn vị khác.
      > An: xếp hạng cả chương trình
      < 🏅 Bảng xếp hạng – …, 1 triệu sáng kiến đến 8h00 ngày 21/4/2022 (tính theo số lên cổng)
        1. Công đoàn ngành Giao thông vận tải – 28,5%
        …
      > An: bảng xếp hạng hôm nay
      < 🏅 Bảng xếp hạng – …, Giai đoạn 1 đến 8h00 ngày 21/4/2022 (tính theo số lên cổng)
        1. Công đoàn ngành Giao thông vận tải – 90,5%
        …
      > An: xếp hạng giai đoạn này
      < 🏅 Bảng xếp hạng – …, Giai đoạn 1 đến 8h00 ngày 21/4/2022 (tính theo số lên cổng)
        1. Công đoàn ngành Giao thông vận tải – 90,5%
        …
      > An: xếp hạng giai đoạn 2
      < Giai đoạn 2 bắt đầu từ 1/6/2022, nay chưa có gì để tổng hợp ạ.
      > An: xếp hạng các trường tháng 3
      < Theo khối em xếp hạng được trong giai đoạn đang chạy: "bảng xếp hạng các trường". …
      > An: tiến độ giai đoạn này KCN
      < Công đoàn các KCN tỉnh – Giai đoạn 1 đến 8h00 ngày 21/4/2022
        …
      > An: tiến độ quý này
      < Liên đoàn Lao động tỉnh Thái Nguyên, 1/4/2022 – 21/4 8h…
        …
      > An: bảng xếp hạng KCN top 2
      < 🏅 Bảng xếp hạng – Công đoàn các KCN tỉnh, …
        1. CĐCS Trường THCS Đồng Tiến – 100,0%
        2. …
        … và 22 đơn vị khác.
      > An: tuần này cả tỉnh được bao nhiêu
      < Liên đoàn Lao động tỉnh Thái Nguyên, 15/4 16h00 – 21/4 8h…
        …
      > An: tuần cao điểm khi nào
      < Đợt cao điểm là những ngày …
        Tuần cao điểm từ 31/3 đến 8/4 đã kết thúc.
      [riêng Chi]
      # The number of a phase is no target to be set.
      > Chi: chỉ tiêu KCN giai đoạn 2
      < Công đoàn các KCN tỉnh – Giai đoạn 2: chỉ tiêu 2.211
        …
      > Chi: chỉ tiêu của cả giai đoạn này
      < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1: chỉ tiêu 5.000
        …
      > Chi: chỉ tiêu may tng năm 2022
      < CĐCS Công ty May TNG – Giai đoạn 1: chỉ tiêu 7
      > Chi: làm lợi của KCN quý 1
      < 📊 TỔNG HỢP KẾT QUẢ (1/1/2022 – 31/3/2022)
        Công đoàn các KCN tỉnh
        …
    `)
  })

  test("units of a kind are ranked by what their level and names tell, or it is said what can be asked", async () => {
    await using stage = await openStage(venue, { federation: "samples", at: "2022-04-21T08:00:00+07:00" })
    await stage.transcript(`
      [riêng Chi]
      > Chi: bảng xếp hạng các trường
      < 🏅 Xếp hạng các trường học – Liên đoàn Lao động tỉnh Thái Nguyên, Giai đoạn 1 đến 8h… ngày 21/4/2022: 35 đơn vị (tính theo số lên cổng)
        1. CĐCS Trường THCS Quang Trung (LĐLĐ TP Phổ Yên) – 114,3% (24/21)
        …
        10. CĐCS Trường Tiểu học Ba Hàng (Công đoàn các KCN tỉnh) – 88,9% (24/27)
        … và 25 đơn vị khác.
        Danh sách đơn vị không ghi khối; em nhận ra qua chữ trong tên đơn vị.
      > Chi: khối huyện
      < 🏅 Xếp hạng các huyện – …: 6 đơn vị (tính theo số lên cổng)
        1. LĐLĐ huyện Đồng Hỷ – 81,0% (141/174)
        …
      > Chi: bảng xếp hạng huyện Đại Từ
      < 🏅 Bảng xếp hạng – LĐLĐ huyện Đại Từ, …
      > Chi: khối doanh nghiệp của GD
      < 🏅 Xếp hạng khối doanh nghiệp – Công đoàn ngành Giáo dục, …
      > Chi: khối hành chính sự nghiệp
      < Danh sách đơn vị không ghi khối; qua cấp và tên em nhận ra: …
      > Chi: tổng hợp các trường tháng 3
      < Theo khối em xếp hạng được trong giai đoạn đang chạy: "bảng xếp hạng các trường". …
      > Chi: xuất danh sách các trường
      < Theo khối em xếp hạng được trong giai đoạn đang chạy: "bảng xếp hạng các trường". …
      > Chi: trường nào chưa đạt
      < 29 đơn vị: các trường học chưa đạt chỉ tiêu – …
        CĐCS Trường THCS Đu (Công đoàn ngành Y tế): 4/10
        …
        Danh sách đơn vị không ghi khối; em nhận ra qua chữ trong tên đơn vị.
        Muốn nhắc các đơn vị này, anh/chị gõ: "nhắc các trường học chưa đạt chỉ tiêu".
    `)
  })

  test("a tally on demand is for officers", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
      < ✅ SK-000001…
      > An: @Bot tổng hợp
      < Tổng hợp dành cho cán bộ. …
      > Dung: @Bot tổng hợp tuần
      < Tổng hợp dành cho cán bộ. …
      > Chi: @Bot tổng hợp
      < 📊 TỔNG HỢP TUẦN (6/3 16h00 – 10/3 9h…)
        CĐCS Công ty May TNG
        Đăng ký 1 (+1) · Công nhận 0 (+0) · Lên cổng 0 (+0)
        …
      > Chi: @Bot so với tuần trước thế nào
      < Tuần này so với tuần trước – CĐCS Công ty May TNG
        Tuần này (6/3 16h00 – 10/3 9h…): đăng ký 1 · công nhận 0 · lên cổng 0
        Cùng lúc tuần trước (27/2 16h00 – 3/3 9h…): đăng ký 0 · công nhận 0 · lên cổng 0
        Cả tuần trước (27/2 16h00 – 6/3 16h00): đăng ký 0 · công nhận 0 · lên cổng 0
        Lên cổng bằng với cùng lúc tuần trước.
      > Chi: @Bot ai chua nop
      < Danh sách này em chỉ đưa trong trò chuyện riêng, …
      [riêng Chi]
      > Chi: tong hop giai doan
      < 📊 TỔNG HỢP GIAI ĐOẠN 1 (…
        Liên đoàn Lao động tỉnh Thái Nguyên
        Đăng ký 1 (+1)…
      > Chi: tổng hợp từ 1/3 đến 5/3
      < 📊 TỔNG HỢP KẾT QUẢ (1/3/2026 – 5/3/2026)
        Liên đoàn Lao động tỉnh Thái Nguyên
        Đăng ký 0 (+0)…
      > Chi: tong hop chi tiet
      < Đăng ký 6/3 16h00 – 10/3 9h…, Liên đoàn Lao động tỉnh Thái Nguyên: 1
        SK-000001 · Cải tiến cữ gá may túi hộp · Nguyễn Văn An · CĐCS Công ty May TNG · 10/3
        Xem số khác: "chi tiết công nhận", "chi tiết lên cổng", "chi tiết điều chỉnh". Lấy cả danh sách: …
      > Chi: tổng hợp giai đoạn 2
      < Giai đoạn 2 bắt đầu từ …, nay chưa có gì để tổng hợp ạ.
      # Asked as one asks a colleague, and in private who lags is named.
      > Chi: đơn vị nào chưa có sáng kiến nào em
      < 8 đơn vị chưa có sáng kiến – Liên đoàn Lao động tỉnh Thái Nguyên:
        Công đoàn ngành Giáo dục: 0/…
        Công đoàn ngành Y tế: 0/…
        CĐCS Công ty Điện tử Sông Công (Công đoàn các KCN tỉnh): 0/…
        …
        Muốn nhắc các đơn vị này, anh/chị gõ: "nhắc đơn vị chưa có sáng kiến".
      > Chi: tính đến hôm nay cả tỉnh đạt bao nhiêu phần trăm chỉ tiêu rồi em, còn thiếu bao nhiêu
      < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 đến …
    `)
  })

  test("Friday at four: one post with its picture in each group, its own numbers, and never a second one", async () => {
    // Zalo fetches pictures, so it needs an address of ours.
    const receives = venue === "zalo" ? "webhook" : "polling"
    await using stage = await openStage(venue, {
      known: ["An"],
      at: "2026-03-13T15:50:00+07:00",
      receives,
      clockwork: true,
    })
    await stage.transcript(`
      [Nhóm TNG]
      > An: @Bot đăng ký: Cải tiến cữ gá may túi hộp
      < ✅ SK-000001…
      [riêng Chi]
      > Chi: đăng ký: Số hóa sổ theo dõi dụng cụ
      < Em là Trợ lý Sáng kiến …
      > Chi bấm: Đồng ý
      < ✅ SK-000002…
    `)
    stage.clock.set("2026-03-13T16:00:01+07:00")
    // Two processes may be at it at the same time.
    await Promise.all([stage.closingTime(), stage.closingTime()])
    await stage.transcript(`
      [Nhóm TNG]
      < 📊 TỔNG HỢP TUẦN (6/3 16h00 – 13/3 16h00)
        CĐCS Công ty May TNG
        Đăng ký 1 (+1) · Công nhận 0 (+0) · Lên cổng 0 (+0)
        Giai đoạn 1: 0/60 (0,0%)…
        🖼
      [Nhóm tỉnh]
      < 📊 TỔNG HỢP TUẦN (6/3 16h00 – 13/3 16h00)
        Liên đoàn Lao động tỉnh Thái Nguyên
        Đăng ký 2 (+2) · Công nhận 0 (+0) · Lên cổng 0 (+0)
        Giai đoạn 1: 0/260 (0,0%)…
        🖼
      # Who lags is named to the officer alone.
      [riêng Chi]
      < 📋 Dành riêng cho cán bộ – Liên đoàn Lao động tỉnh Thái Nguyên, đến 13/3 16h00
        Chậm so với tiến độ đều (đến nay 85,2%): Công đoàn các KCN tỉnh 0,0%
        Chưa có sáng kiến: Công đoàn ngành Giáo dục · Công đoàn ngành Y tế
        Em chỉ báo riêng, không nêu tên các đơn vị này trong nhóm chung.
    `)
    const png = await stage.venue.said("Nhóm TNG").at(-1)?.picture?.()
    expect(Buffer.from(png ?? []).toString("latin1", 1, 4)).toBe("PNG")
    await stage.down()
    await stage.up()
    // Going down waits for what a start still has to do.
    await stage.down()
    await stage.up()
    stage.clock.set("2026-03-14T08:00:00+07:00")
    await stage.transcript(`
      [Nhóm TNG]
      > Dung: @Bot
      < Em ghi nhận sáng kiến…
    `)
    expect(
      await stage.fresh.db.selectFrom("outbox").where("kind", "=", "post").select("state").execute(),
    ).toEqual([{ state: "sent" }, { state: "sent" }, { state: "sent" }])
  })

  test("down over the closing: posted once after the quiet hours, marked late, not to groups linked since", async () => {
    await using stage = await openStage(venue, {
      untouched: true,
      at: "2026-03-13T15:00:00+07:00",
      dark: true,
      clockwork: true,
    })
    await linkGroup(stage.fresh, stage.venue, "Nhóm TNG", "KCN-01", stage.clock.now())
    stage.clock.set("2026-03-13T21:00:00+07:00")
    // Written before the night, by a house that then fell silent.
    await stage.fresh.db
      .insertInto("outbox")
      .values({
        chat_id: stage.venue.chat("Nhóm TNG"),
        bot_id: stage.venue.bot,
        kind: "post",
        content: JSON.stringify({ phrases: [{ key: "milestone-how" }] }),
        due_at: new Date("2026-03-13T20:00:00+07:00"),
        created_at: new Date("2026-03-13T20:00:00+07:00"),
      })
      .execute()
    await linkGroup(stage.fresh, stage.venue, "Nhóm tỉnh", "LDLD-TN", stage.clock.now())
    await stage.up()
    await stage.down()
    expect(await stage.fresh.db.selectFrom("outbox").select("state").execute()).toEqual([
      { state: "waiting" },
    ])
    // What the night moved is the group's one post of that Saturday; the next day that is not quiet is the Monday.
    stage.clock.set("2026-03-14T07:00:00+07:00")
    await stage.up()
    await stage.down()
    const states = stage.fresh.db.selectFrom("outbox").select("state").orderBy("id")
    expect(await states.execute()).toEqual([{ state: "sent" }, { state: "waiting" }])
    stage.clock.set("2026-03-16T08:00:00+07:00")
    await stage.up()
    await stage.transcript(`
      [Nhóm TNG]
      < Anh/chị nhắn em "đăng ký: tên sáng kiến" là được ghi nhận ngay.
      < 📊 TỔNG HỢP TUẦN (6/3 16h00 – 13/3 16h00)
        CĐCS Công ty May TNG
        (đăng muộn do hệ thống gián đoạn)
        …
    `)
    await stage.down()
    await stage.up()
    await stage.down()
    expect(await stage.count("outbox")).toBe(2)
  })
})

// The words alone decide in these, so one platform speaks for all.
test("two periods, or two units, in one request are answered one after another", async () => {
  await using stage = await openStage("telegram", { federation: "samples", at: "2022-04-21T08:00:00+07:00" })
  await stage.transcript(`
    [riêng Chi]
    > Chi: tổng hợp tuần trước và tháng 3 H-PB-01
    < 📊 TỔNG HỢP TUẦN (8/4 16h00 – 15/4 16h00)
      CĐCS Trường THCS Tân Long
      …
      🖼
    < 📊 TỔNG HỢP THÁNG (1/3/2022 – 31/3/2022)
      CĐCS Trường THCS Tân Long
      …
      🖼
    > Chi: tổng hợp tháng 2 và 3 tân long chi tiết công nhận
    < Đơn vị nào ạ? …
      1. CĐCS Trường THCS Tân Long (H-PB-01)
      …
    > Chi: 1
    < Công nhận 1/2/2022 – 28/2/2022, CĐCS Trường THCS Tân Long: 3
      …
    < Công nhận 1/3/2022 – 31/3/2022, CĐCS Trường THCS Tân Long: 7
      …
    > Chi: xuất tổng hợp tháng 3 KCN và GD
    < Tổng hợp tháng của Công đoàn các KCN tỉnh, 1/3/2022 – 31/3/2022, …
    < Tổng hợp tháng của Công đoàn ngành Giáo dục, 1/3/2022 – 31/3/2022, …
    > Chi: tiến độ KCN và GD
    < Công đoàn các KCN tỉnh – Giai đoạn 1 …
    < Công đoàn ngành Giáo dục – Giai đoạn 1 …
    > Chi: tuần này và tuần trước
    < Tuần này so với tuần trước – …
      …
    > Chi: vinh danh tuần này và tháng 3
    < Mỗi lần em soạn một kỳ của một đơn vị ạ. Anh/chị gõ: "vinh danh tuần này", gửi xong rồi gõ tiếp.
    > Chi: tổng hợp tháng 12, 1, 2, 3 và 4
    < Một lần em làm được nhiều nhất 4 kỳ hoặc đơn vị ạ, anh/chị bớt giúp em.
  `)
})

test("the only campaign may be named as well, with 'chương trình' or without; a name that none has is said to be none", async () => {
  await using stage = await openStage("web", { federation: "samples", at: "2022-04-21T08:00:00+07:00" })
  await stage.transcript(`
    [riêng Chi]
    > Chi: tiến độ KCN chương trình 1 triệu sáng kiến
    < Công đoàn các KCN tỉnh – Giai đoạn 1 …
    > Chi: tiến độ 1 triệu sáng kiến
    < Liên đoàn Lao động tỉnh Thái Nguyên – Giai đoạn 1 …
    > Chi: xuất sáng kiến của chương trình 1 triệu sáng kiến
    < …sáng kiến của Liên đoàn Lao động tỉnh Thái Nguyên
    > Chi: xuất sáng kiến chương trình mùa hè
    < Em không thấy chương trình nào tên "mùa hè". Đang có: 1 triệu sáng kiến. Xem cả danh sách: "chương trình".
    > Chi: nhắc đơn vị chưa đạt chương trình mùa hè
    < Em không thấy chương trình nào tên "mùa hè". …
    > Chi: tiến độ con mèo
    < Em chưa tìm thấy đơn vị "con mèo". …
  `)
})

test("of two campaigns people ask about the newer one, and about the older one by its name", async () => {
  await using stage = await openStage("web", { federation: "samples", at: "2022-04-21T08:00:00+07:00" })
  await applyCampaign(stage.fresh.db, checkCampaign(WORKERS_MONTH), stage.clock.now())
  stage.clock.set("2022-04-21T08:05:00+07:00")
  await stage.transcript(`
    [riêng An]
    > An: tiến độ
    < Liên đoàn Lao động tỉnh Thái Nguyên – Tháng Công nhân đến 8h… ngày 21/4/2022
      0/100 (0,0%) · đã đăng ký
      …
      Số liệu của chương trình Tháng Công nhân. Chương trình khác: thêm tên vào cuối câu, ví dụ "tiến độ 1 triệu sáng kiến".
    > An: tiến độ KCN của chương trình 1 triệu sáng kiến
    < Công đoàn các KCN tỉnh – Giai đoạn 1 đến 8h… ngày 21/4/2022
      …
      Số liệu của chương trình 1 triệu sáng kiến. …
    > An: tien do truong thcs chuong trinh 1 trieu sang kien
    < Đơn vị nào ạ? …
      1. CĐCS Trường THCS Đu (YT-01)
      …
    > An: 1
    < CĐCS Trường THCS Đu – Giai đoạn 1 đến 8h… ngày 21/4/2022
      …
      Số liệu của chương trình 1 triệu sáng kiến. …
    # What goes on from such a question stays with the campaign that was named.
    [riêng Chi]
    > Chi: có mấy chương trình đang chạy
    < Tháng Công nhân: 18/4/2022 – 31/5/2022 · đang nhận đăng ký
      1 triệu sáng kiến: 1/9/2021 – 1/9/2023 · đang chạy
      Chương trình khác: thêm tên vào cuối câu, ví dụ "tiến độ 1 triệu sáng kiến".
    > Chi: bao nhiêu đơn vị đạt chỉ tiêu của chương trình 1 triệu sáng kiến
    < 20/147 đơn vị đã đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên:
      CĐCS …
    > Chi: đơn vị nào chưa đạt của chương trình 1 triệu sáng kiến
    < 127 đơn vị chưa đạt chỉ tiêu – Liên đoàn Lao động tỉnh Thái Nguyên:
      …
      Muốn nhắc các đơn vị này, anh/chị gõ: "nhắc đơn vị chưa đạt chỉ tiêu chương trình 1 triệu sáng kiến".
      Số liệu của chương trình 1 triệu sáng kiến. …
    > Chi: nhắc đơn vị chưa đạt 9h sáng mai chương trình 1 triệu sáng kiến: Đẩy nhanh trước Tháng Công nhân
    < Sẽ gửi 1 đơn vị (1 nhóm), lúc 9:00 thứ Sáu 22/4/2022.
      …
      Số liệu của chương trình 1 triệu sáng kiến. …
      1. Gửi
      2. Xem danh sách
      3. Thôi
    > Chi bấm: Gửi
    < Đã đặt lịch NH-1…
    > Chi: sửa NH-1 10h sáng mai
    < Sẽ gửi 1 đơn vị (1 nhóm), lúc 10:00 thứ Sáu 22/4/2022.
      …
    > Chi bấm: Gửi
    < Đã đổi NH-1…
    > Chi: giai đoạn 1 chỉ tiêu sáu nghìn chương trình 1 triệu sáng kiến
    < Sửa Giai đoạn 1: 1/9/2021 – 31/5/2022, chỉ tiêu 6.000. Đúng không ạ?
      …
    > Chi bấm: Đúng
    < Đã ghi: Giai đoạn 1…
    > Chi: vinh danh giai đoạn 1 chương trình 1 triệu sáng kiến
    < Bản nháp, chưa gửi:
      🏅 VINH DANH – Liên đoàn Lao động tỉnh Thái Nguyên (1/9/2021 – 21/4/2022) – 1 triệu sáng kiến
      …
    > Chi bấm: Gửi nhóm
    < Đã gửi vào 1 nhóm.…
    [Nhóm tỉnh]
    < 🏅 VINH DANH – Liên đoàn Lao động tỉnh Thái Nguyên (1/9/2021 – 21/4/2022) – 1 triệu sáng kiến
      …
  `)
  const { rows } = await stage.fresh.pool.query(
    "select c.code, c.document->'phases'->0->>'goal' as goal, (select count(*)::int from reminder r where r.campaign_id = c.id) as reminders from campaign c order by 1",
  )
  expect(rows).toEqual([
    { code: "1tsk", goal: "6000", reminders: 1 },
    { code: "tcn", goal: "100", reminders: 0 },
  ])
})
