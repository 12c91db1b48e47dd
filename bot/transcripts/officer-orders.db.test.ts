import { test } from "vitest"
import { openStage } from "./stage.ts"

const inTheSample = async () =>
  await openStage("web", { federation: "samples", at: "2022-04-21T08:00:00+07:00" })

test("a target is set for the phase that is named, beside whatever else is said", async () => {
  await using stage = await inTheSample()
  await stage.transcript(`
    [riêng Chi]
    > Chi: Đặt lại chỉ tiêu giai đoạn 1 cho Điện tử Bách Quang thành 320 nhé
    < Đã giao chỉ tiêu Giai đoạn 1 của CĐCS Công ty TNHH Điện tử Bách Quang: 320 …
    > Chi: nâng chỉ tiêu giai đoạn 2 của KCN lên 2.300
    < Đã giao chỉ tiêu Giai đoạn 2 của Công đoàn các KCN tỉnh: 2.300 (trước đó 2.211), từ 1/6/2022.
    > Chi: chỉ tiêu may tng gđ 3 là 20
    < Chương trình không có giai đoạn đó nên em chưa ghi chỉ tiêu. …
    > Chi: chỉ tiêu May TNG đang là 7 sửa thành 10 nhé
    < Đã giao chỉ tiêu Giai đoạn 1 của CĐCS Công ty May TNG: 10 (trước đó 7), …
    > Chi: tăng chỉ tiêu giai đoạn 1 lên 6.000
    < Sửa Giai đoạn 1: 1/9/2021 – 31/5/2022, chỉ tiêu 6.000. Đúng không ạ? …
    > Chi: 2
    < …
  `)
})

test("a unit is found by its name alone, whatever is asked behind it, and below the one it is said to belong to", async () => {
  await using stage = await inTheSample()
  await stage.transcript(`
    [riêng Chi]
    > Chi: Chỉ tiêu của LĐLĐ huyện Đại Từ là bao nhiêu ấy nhỉ
    < LĐLĐ huyện Đại Từ – Giai đoạn 1: chỉ tiêu 257
      …
    > Chi: chi tieu phan dau cua tp song cong la bao nhieu
    < LĐLĐ TP Sông Công – Giai đoạn 1: chỉ tiêu 203
      …
      Chưa đăng ký chỉ tiêu phấn đấu.
    > Chi: Chị muốn xem điểm thi đua của Phổ Yên, vì sao chỉ có từng ấy điểm
    < 🏁 79,6/100 điểm …
    > Chi: sua si so nha may cam gia ben dai tu thanh 1050 doan vien
    < Ghi số người của CĐCS Nhà máy Cam Giá: 1.050 đoàn viên, từ 21/4/2022. …
    > Chi: 2
    < …
  `)
})

test("a peak period is opened by two days of one month, and the officer is told which group is whose", async () => {
  await using stage = await inTheSample()
  await stage.transcript(`
    [riêng Chi]
    > Chi: thêm 1 tuần cao điểm 16-22/5, mục tiêu 800 đc ko
    < Thêm …: 16/5/2022 – 22/5/2022, chỉ tiêu 800. Đúng không ạ? …
    > Chi: 2
    < …
    > Chi: nhóm này đang gắn với đơn vị nào
    < 2 nhóm đã liên kết: …
    > Chi: Cho tôi mã mời để chị Hạnh ở Sông Công làm cán bộ
    < Mã mời cán bộ của LĐLĐ TP Sông Công, dùng một lần, …
    [Nhóm TNG]
    > Chi: @Bot nhóm này đang gắn với đơn vị nào
    < …CĐCS Công ty May TNG…
  `)
})

test("an officer who asks whether two records are the same sees both, and how much their titles have in common", async () => {
  await using stage = await openStage("web", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ khoan nhanh bản lề
    < ✅ SK-000001 …
    > An: đăng ký: Giá treo cuộn chỉ ba tầng
    < ✅ SK-000002 …
    [riêng Chi]
    > Chi: SK 1 với SK 2 có trùng k e
    < SK-000001 · Cữ khoan nhanh bản lề · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
      SK-000002 · Giá treo cuộn chỉ ba tầng · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
      Tên giống nhau 0%, em thấy là hai sáng kiến khác nhau.
    > Chi: SK-1 khác gì SK-9
    < …
  `)
})

test("what is not understood for certain is offered by its parts, and done once it is chosen", async () => {
  await using stage = await inTheSample()
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt luôn cho chị cái SK-4301 nhé, hội đồng sáng nay thông qua rồi
    < Em chưa chắc hiểu đúng ý anh/chị. Anh/chị muốn việc nào ạ? Không phải thì anh/chị nhắn lại bằng câu khác giúp em.
      1. Công nhận SK-004301?
      2. Xem SK-004301?
  `)
  // Nobody remembers an hour later what the number stood for.
  stage.clock.pass(40 * 60_000)
  await stage.transcript(`
    [riêng Chi]
    > Chi: 1
    < Em chưa chắc hiểu đúng ý anh/chị. …
      1. Công nhận SK-004301?
      2. Xem SK-004301?
    > Chi: 2
    < SK-004301 · …
    > Chi: THPT Kha Sơn bên KCN tháng này còn 90 đoàn viên với 12 lao động thôi, cập nhật lại nghe em
    < Em chưa chắc hiểu đúng ý anh/chị. …
      1. Đơn vị CĐCS Trường THPT Kha Sơn có 90 đoàn viên, 12 lao động?
      …
    > Chi: 1
    < Ghi số người của CĐCS Trường THPT Kha Sơn: 90 đoàn viên, 12 người lao động, từ 21/4/2022. …
    > Chi: 2
    < …
    > Chi: phú bình vs đại từ đứa nào đang hơn
    < Em chưa chắc hiểu đúng ý anh/chị. Có phải anh/chị muốn thế này không ạ? …
      1. So sánh LĐLĐ huyện Phú Bình với LĐLĐ huyện Đại Từ?
    > Chi: đúng rồi
    < So sánh – …
      LĐLĐ huyện Phú Bình: …
    > Chi: mở sk 4301 coi cái ảnh trước sau
    < SK-004301 · …
    > Chi: công nhận hết những cái đang đợi của Trạm y tế Phúc Lương
    < Em chưa chắc hiểu đúng ý anh/chị. …
      1. Công nhận tất cả của CĐCS Trạm Y tế Phúc Lương?
      2. Hồ sơ chờ duyệt của CĐCS Trạm Y tế Phúc Lương?
    > Chi: thôi
    < …
  `)
})

test("a peak period reaches what is said behind its days, and nobody promises it", async () => {
  await using stage = await inTheSample()
  await stage.transcript(`
    [riêng Chi]
    > Chi: Mở thêm một đợt cao điểm nữa, từ 3/5 đến hết 20/5, phấn đấu 800 cái
    < Thêm Đợt cao điểm 2: 3/5/2022 – 20/5/2022, chỉ tiêu 800. Đúng không ạ? …
    > Chi: 2
    < …
  `)
})

test("records are marked with the portal's codes in turn, and a verdict that was wrong goes, whatever came after it", async () => {
  await using stage = await inTheSample()
  await stage.transcript(`
    [riêng Chi]
    > Chi: sk4201 sk4202 lên cổng hết rồi, mã lần lượt CP-990112, CP-990113
    < …
    > Chi: anh lỡ tay công nhận nhầm SK-49, phải là SK-94
    < Chưa được: SK-000049 (đã lên cổng, cần "thu hồi lên cổng" trước)
  `)
})
