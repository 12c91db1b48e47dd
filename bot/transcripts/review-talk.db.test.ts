import { test } from "vitest"
import { openStage } from "./stage.ts"
import type { VenueKind } from "./venue.ts"

const TITLES = [
  "Cải tiến cữ gá may túi hộp",
  "Thay đèn sợi đốt bằng đèn LED",
  "Giá treo súng hàn xoay được",
  "Máng trượt đưa phôi vào máy dập",
  "Khay phân loại cúc áo theo màu",
]

/** An has registered all of them, and wrote to the bot in private. */
async function waiting() {
  const stage = await openStage<VenueKind>("telegram", { known: ["An"] })
  for (const [index, title] of TITLES.entries()) {
    stage.clock.pass(6_000)
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: ${title}
      < ✅ SK-00000${index + 1} · ${title}
        …
    `)
  }
  return stage
}

test("the record on the screen is decided in an officer's own words; a mere yes is asked about first", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt
    < 5 hồ sơ chờ xét.
      SK-000001 · Cải tiến cữ gá may túi hộp
      …
    > Chi: ok
    < Anh/chị công nhận SK-000001 phải không ạ? Gõ "1" là em công nhận cấp cơ sở; cấp khác thì "1 cấp tỉnh". Chưa thì 2 hỏi thêm · 3 từ chối · 4 để sau.
    > Chi: của ai đấy
    < 5 hồ sơ chờ xét.
      …
      Tác giả: Nguyễn Văn An · CĐCS Công ty May TNG · gửi 10/3/2026
      …
    > Chi: cấp tỉnh
    < Anh/chị công nhận SK-000001 phải không ạ? Gõ "1" là em ghi "cấp tỉnh". …
    > Chi: ừ
    < Đã công nhận 1 sáng kiến: SK-000001
      Cấp tỉnh
      4 hồ sơ chờ xét.
      SK-000002 · …
    [riêng An]
    < 🎉 SK-000001 của anh/chị đã được công nhận cấp tỉnh. …
    [riêng Chi]
    > Chi: cái này được
    < Đã công nhận 1 sáng kiến: SK-000002
      Cấp cơ sở
      3 hồ sơ chờ xét.
      SK-000003 · …
    [riêng An]
    < 🎉 SK-000002 của anh/chị …
    [riêng Chi]
    > Chi: hỏi lại tác giả xem làm lợi bao nhiêu
    < Gửi Nguyễn Văn An nguyên văn "làm lợi bao nhiêu" về SK-000003 chứ ạ?
      1. Gửi
      2. Không gửi
    > Chi: 1
    < Đã hỏi thêm về SK-000003
      …
      2 hồ sơ chờ xét.
      SK-000004 · …
    [riêng An]
    < SK-000003 cần bổ sung: "làm lợi bao nhiêu". …
    [riêng Chi]
    > Chi: để đấy, cái tiếp theo
    < 2 hồ sơ chờ xét.
      SK-000005 · …
    > Chi: trùng với SK-000004 rồi
    < Đã gộp 1 sáng kiến vào SK-000004, không tính riêng nữa: SK-000005. …
      Còn 1 hồ sơ để sau. Gõ "duyệt" để xem lại từ đầu.
    [riêng An]
    < SK-000005 được ghi là trùng SK-000004 …
  `)
})

test("another record is decided by its code while one is shown, and all of a unit are asked about", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt
    < 5 hồ sơ chờ xét.
      SK-000001 · …
    > Chi: SK-3 và SK-4 đạt
    < Đã công nhận 2 sáng kiến: SK-000003, SK-000004
      Cấp cơ sở
    [riêng An]
    < 🎉 SK-000003, SK-000004 của anh/chị …
    [riêng Chi]
    # "công nhận …" at its head is no verdict on the record that is shown.
    > Chi: công nhận hết mấy cái của May TNG
    < Công nhận 3 hồ sơ đang chờ xét: SK-000001, SK-000002, SK-000005?
      Cấp cơ sở
      1. Công nhận
      2. Thôi
    > Chi: thôi
    < Dạ, em dừng ở đây.
      Anh/chị đang xét dở SK-000001: trả lời 1–4, hoặc gõ "tiếp" để xem lại hồ sơ.
    > Chi: SK-2 duyệt được
    < 3 hồ sơ chờ xét.
      SK-000002 · …
    > Chi: SK-2 thiếu ảnh
    < Đã hỏi thêm về SK-000002
      Đã gửi Nguyễn Văn An: "thiếu ảnh"
    [riêng An]
    < SK-000002 cần bổ sung: "thiếu ảnh". …
  `)
})

test("what is curt may be meant for the bot: nothing of it goes to an author unasked", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt
    < 5 hồ sơ chờ xét.
      …
    > Chi: 3
    < Lý do từ chối SK-000001 là gì ạ? …
    > Chi: sao vậy
    < Từ chối SK-000001, gửi Nguyễn Văn An nguyên văn lý do "sao vậy" chứ ạ?
      1. Gửi
      2. Không gửi
    > Chi: 2
    < Dạ, em chưa gửi gì cho tác giả SK-000001.
      …
    > Chi: cái này chưa được
    < Lý do từ chối SK-000001 là gì ạ? …
    > Chi: sơ lược
    < Đã từ chối 1 sáng kiến: SK-000001
      Đã gửi Nguyễn Văn An: "sơ lược"
      …
    [riêng An]
    < SK-000001 chưa được công nhận. Lý do: sơ lược
      …
  `)
})

test("what an officer says of one record in the middle of a sentence", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: hỏi anh An xem SK-3 tiết kiệm được bao nhiêu
    < Đã hỏi thêm về SK-000003
      Đã gửi Nguyễn Văn An: "tiết kiệm được bao nhiêu"
    [riêng An]
    < SK-000003 cần bổ sung: "tiết kiệm được bao nhiêu". …
    [riêng Chi]
    > Chi: ngày nhận đơn SK-4 là 5/3
    < Đã tiếp nhận 1 hồ sơ: SK-000004
      Ngày tiếp nhận: 5/3/2026
    [riêng An]
    < SK-000004 …
    [riêng Chi]
    > Chi: duyệt SK-2 cấp cơ sở QĐ 15/QĐ-CĐCS
    < Đã công nhận 1 sáng kiến: SK-000002
      Cấp cơ sở
      Quyết định 15/QĐ-CĐCS
    [riêng An]
    < 🎉 SK-000002 của anh/chị …
    [riêng Chi]
    > Chi: SK-2 đã lên cổng mã CP-1234
    < Đã ghi 1 sáng kiến lên cổng: SK-000002
    [riêng An]
    < SK-000002 …
    [riêng Chi]
    > Chi: đổi SK-2 thành cấp tỉnh
    < Đã ghi lại việc công nhận 1 sáng kiến: SK-000002
      Cấp tỉnh
      Quyết định 15/QĐ-CĐCS
    [riêng An]
    < 🎉 SK-000002 của anh/chị đã được công nhận cấp tỉnh.
      …
    [riêng Chi]
    > Chi: SK-1 đạt
    < Đã công nhận 1 sáng kiến: SK-000001
      …
    [riêng An]
    < 🎉 SK-000001 của anh/chị …
    [riêng Chi]
    > Chi: chị duyệt nhầm SK-1, bỏ giúp chị
    < Đã thu hồi việc công nhận 1 sáng kiến: SK-000001. Hồ sơ trở lại chờ xét.
      Đã gửi Nguyễn Văn An: "ghi nhầm"
    [riêng An]
    < …SK-000001…
    [riêng Chi]
    > Chi: SK-1 của ai
    < 3 hồ sơ chờ xét.
      SK-000001 · Cải tiến cữ gá may túi hộp
      Tác giả: Nguyễn Văn An · …
  `)
})

test("who asks how a verdict is given has given none", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt
    < 5 hồ sơ chờ xét.
      …
    > Chi: công nhận cấp tỉnh thì gõ thế nào
    < Anh/chị gõ kèm mã, ví dụ: "công nhận SK-000010, 12-17 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/4". …
    > Chi: từ chối có phải ghi lý do không
    < Anh/chị gõ kèm mã và lý do, ví dụ: "từ chối SK-000012 trùng với SK-000003". …
    > Chi: hỏi thêm thì ghi vào đâu
    < Anh/chị gõ kèm mã và điều cần hỏi, …
    > Chi: từ chối SK-2 có phải ghi lý do không
    < Em hiểu là anh/chị đang hỏi hoặc còn cân nhắc nên chưa làm gì ạ. …
    > Chi: công nhận SK-3 được không
    < Em hiểu là anh/chị đang hỏi hoặc còn cân nhắc nên chưa làm gì ạ. …
    > Chi: 3 thì tác giả có biết không
    < Em chưa hiểu ạ. Với SK-000001: …
    > Chi: cái này đạt chưa nhỉ
    < SK-000001: anh/chị gõ số 1–4 để xét, …
    [riêng An]
    > An: của tôi
    < Anh/chị có 5 sáng kiến: …
    [riêng Chi]
    > Chi: từ chối vì chưa rõ áp dụng ở đâu
    < Đã từ chối 1 sáng kiến: SK-000001
      Đã gửi Nguyễn Văn An: "chưa rõ áp dụng ở đâu"
      …
    [riêng An]
    < SK-000001 chưa được công nhận. Lý do: chưa rõ áp dụng ở đâu
      …
  `)
})

test("what opens a reason is none of its words, however it is written", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: từ chối SK-2 lí do trùng với SK-1
    < Đã từ chối 1 sáng kiến: SK-000002
      Đã gửi Nguyễn Văn An: "trùng với SK-1"
    [riêng An]
    < SK-000002 chưa được công nhận. Lý do: trùng với SK-1
      …
    [riêng Chi]
    > Chi: SK-3 không đạt bởi vì chưa áp dụng
    < Đã từ chối 1 sáng kiến: SK-000003
      Đã gửi Nguyễn Văn An: "chưa áp dụng"
    [riêng An]
    < SK-000003 chưa được công nhận. Lý do: chưa áp dụng
      …
    [riêng Chi]
    > Chi: SK-4 không mới
    < Từ chối SK-000004 ạ? Em gửi tác giả lý do: "không mới".
      1. Đúng, làm đi
      2. Thôi
    > Chi: với lý do là: vi phạm bản quyền
    < Từ chối SK-000004 ạ? Em gửi tác giả lý do: "vi phạm bản quyền".
      1. Đúng, làm đi
      2. Thôi
    > Chi: thôi
    < …
    > Chi: chỉ tiêu KCN 300 do có nhà máy mới
    < Đã giao chỉ tiêu Giai đoạn 1 của Công đoàn các KCN tỉnh: 300 (trước đó 200), từ 10/3/2026.
    > Chi: chỉ tiêu KCN
    < … lý do: có nhà máy mới …
    # Politeness is no reason: it is still asked for.
    [riêng An]
    > An: hủy SK-5 giúp em với ạ
    < Đã hủy SK-000005 · …
  `)
})

test("an order is taken beside what is thought of the record, on its screen as by its code; a reason nobody called one is asked about", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: duyệt
    < 5 hồ sơ chờ xét.
      SK-000001 · Cải tiến cữ gá may túi hộp
      …
    > Chi: cái này được đấy, công nhận cấp cơ sở theo QĐ 45/QĐ-CĐCS
    < Đã công nhận 1 sáng kiến: SK-000001
      Cấp cơ sở
      Quyết định 45/QĐ-CĐCS
      4 hồ sơ chờ xét.
      SK-000002 · …
    [riêng An]
    < 🎉 SK-000001 của anh/chị …
    [riêng Chi]
    > Chi: ko đạt nhé, áp dụng từ trước 1/9/2021
    < Từ chối SK-000002, gửi Nguyễn Văn An nguyên văn lý do "áp dụng từ trước 1/9/2021" chứ ạ?
      …
    > Chi: 1
    < Đã từ chối 1 sáng kiến: SK-000002
      …
    [riêng An]
    < SK-000002 chưa được công nhận. Lý do: áp dụng từ trước 1/9/2021 …
    [riêng Chi]
    > Chi: sk-3 ko đạt nhé, việc thường xuyên thôi
    < Từ chối SK-000003 ạ? Em gửi tác giả lý do: "việc thường xuyên thôi".
      1. Đúng, làm đi
      2. Thôi
    > Chi: 2
    < …
    > Chi: công nhận hết các hồ sơ từ SK-3 đến SK-5, trừ SK-4
    < Đã công nhận 2 sáng kiến: SK-000003, SK-000005
      …
    [riêng An]
    < 🎉 SK-000003, SK-000005 của anh/chị …
    [riêng Chi]
    > Chi: SK-4 được đấy, công nhận được không
    < Em hiểu là anh/chị đang hỏi hoặc còn cân nhắc nên chưa làm gì ạ. …
  `)
})

test("who weighs a verdict, wonders or puts it off has given none, by its code or on the screen", async () => {
  await using stage = await waiting()
  const notDone = "Em hiểu là anh/chị đang hỏi hoặc còn cân nhắc nên chưa làm gì ạ. …"
  await stage.transcript(`
    [riêng Chi]
    > Chi: công nhận SK-1 hay để lại tuần sau nhỉ
    < ${notDone}
    > Chi: từ chối SK-1 thì tội anh em quá
    < ${notDone}
    > Chi: gộp SK-1 vào SK-2 có mất gì không
    < ${notDone}
    > Chi: hỏi thêm SK-1 làm gì, đủ rồi
    < ${notDone}
    > Chi: đổi tên SK-1 làm gì em
    < ${notDone}
    > Chi: hủy SK-1 à, sao thế
    < Em chưa hủy gì ạ, hồ sơ vẫn giữ nguyên. …
    > Chi: SK-1 ổn, cấp cơ sở nhỉ
    < ${notDone}
    > Chi: duyệt
    < 5 hồ sơ chờ xét.
      SK-000001 · Cải tiến cữ gá may túi hộp
      …
    > Chi: 1 nhỉ
    < Em chưa hiểu ạ. Với SK-000001: …
    > Chi: 3 thì tội
    < SK-000001: anh/chị gõ số 1–4 để xét, …
    > Chi: công nhận thì hơi sớm
    < …
    > Chi: 3
    < Lý do từ chối SK-000001 là gì ạ? …
    > Chi: nhầm, chị muốn công nhận
    < Từ chối SK-000001, gửi Nguyễn Văn An nguyên văn lý do "nhầm, chị muốn công nhận" chứ ạ?
      …
    > Chi: 2
    < Dạ, em chưa gửi gì cho tác giả SK-000001.
      …
  `)
})

test("members who wonder about their record, or weigh it, change nothing of it; a polite question is a wish", async () => {
  await using stage = await waiting()
  const notDone = "Em hiểu là anh/chị đang hỏi hoặc còn cân nhắc nên chưa làm gì ạ. …"
  await stage.transcript(`
    [riêng An]
    > An: huy SK-1 co lay lai duoc khong
    < ${notDone}
    > An: bỏ SK-1 thì tiếc
    < Em chưa hủy gì ạ, hồ sơ vẫn giữ nguyên. …
    > An: đồng tác giả SK-1 là ai
    < ${notDone}
    > An: bảo mật SK-1 là sao
    < ${notDone}
    # Nobody is called so.
    > An: SK-1 đồng tác giả đòi rút
    < Anh/chị gõ kèm mã, ví dụ: "đồng tác giả SK-000123 Trần Thị Lan 40%". …
    > An: của tôi
    < Anh/chị có 5 sáng kiến: …
    > An: doi ten SK-1 duoc khong a
    < ${notDone}
    > An: sửa SK-1 làm lợi 30 triệu được không ạ
    < Đã sửa SK-000001 · Cải tiến cữ gá may túi hộp
      Làm lợi: 30.000.000 đ
  `)
})

test("what falls short of one level and is told another is to be recognised at that one, and not refused", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: SK-1 chưa được, cấp cơ sở thôi
    < Công nhận SK-000001 cấp cơ sở ạ?
      1. Đúng, làm đi
      2. Thôi
    > Chi: 1
    < Đã công nhận 1 sáng kiến: SK-000001
      Cấp cơ sở
    [riêng An]
    < 🎉 SK-000001 của anh/chị đã được công nhận cấp cơ sở. …
    [riêng Chi]
    # Of what is recognised already only the level is another.
    > Chi: SK-1 chưa được, cấp tỉnh mới đúng
    < Công nhận SK-000001 cấp tỉnh ạ?
      …
    > Chi: 1
    < Đã ghi lại việc công nhận 1 sáng kiến: SK-000001
      Cấp tỉnh
    [riêng An]
    < 🎉 SK-000001 của anh/chị đã được công nhận cấp tỉnh. …
    [riêng Chi]
    > Chi: duyệt
    < 4 hồ sơ chờ xét.
      SK-000002 · …
    > Chi: chưa được, cấp cơ sở thôi
    < Anh/chị công nhận SK-000002 phải không ạ? Gõ "1" là em ghi "cấp cơ sở". …
    > Chi: 1
    < Đã công nhận 1 sáng kiến: SK-000002
      Cấp cơ sở
      3 hồ sơ chờ xét.
      SK-000003 · …
    [riêng An]
    < 🎉 SK-000002 của anh/chị …
  `)
})
