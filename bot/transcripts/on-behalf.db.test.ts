import { describe, expect, test } from "vitest"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { openStage, type Stage } from "./stage.ts"
import { VENUES, type Venue } from "./venue.ts"

const ZONE = "Asia/Ho_Chi_Minh"

const ROWS = [
  ["STT", "Họ và tên", "Tên sáng kiến", "Giá trị làm lợi"],
  ["1", "Trần Văn Tám", "Kệ xoay để khuôn dập", "12 triệu/năm"],
  ["2", "Lê Thị Ba", "Tấm chắn bụi cho máy cắt", ""],
  ["3", "Lê Minh", "asdf", ""],
]
const tableBy = (gap: string) => ROWS.map((row) => row.join(gap)).join("\n")
/** Telegram makes a space of every tab. */
const TABLE = { telegram: tableBy(" "), zalo: tableBy("\t"), web: tableBy("\t") } as const

/** Dung agrees once, as everybody does. */
const AGREED = `
  [riêng Dung]
  > Dung: đăng ký hộ Nguyễn Văn Hùng: Cải tiến máy ép keo cổ áo, làm lợi 45tr
  < Em là Trợ lý Sáng kiến …
    1. Đồng ý
    2. Không
    3. Đồng ý, cho nêu tên tôi trong tin tổng hợp, vinh danh
  > Dung bấm: Đồng ý
  < ✅ SK-000001 · Cải tiến máy ép keo cổ áo
    Làm lợi: 45.000.000 đ · Nguyễn Văn Hùng · CĐCS Công ty May TNG
    Đơn vị: 1/60 (1,7%)
    …`

async function records(stage: Stage<Venue>) {
  return await stage.fresh.db
    .selectFrom("initiative")
    .leftJoin("person", "person.id", "initiative.submitter_id")
    .select(["initiative.author_id", "author_name", "title", "person.name as submitter", "benefit_amount"])
    .orderBy("number")
    .execute()
}

describe.concurrent.each(VENUES)("%s", (venue) => {
  test("T8 a pile of paper: good lines are recorded, bad ones named, nothing doubles", async () => {
    await using stage = await openStage(venue)
    const list = `đăng ký hộ:
      1. Nguyễn Văn Hùng - Cải tiến máy ép keo cổ áo - 45tr
      2. Trần Thị Lan - Sắp xếp lại chuyền may giảm bước đi
      3. Lê Minh - asdf`
    await stage.transcript(`
      ${AGREED}
      > Dung: ${list}
      < ✅ SK-000002 · Sắp xếp lại chuyền may giảm bước đi
        Trần Thị Lan · CĐCS Công ty May TNG
        Đơn vị: 2/60 (3,3%)
        …
        Đã ghi từ trước: SK-000001 (Nguyễn Văn Hùng).
        Dòng 3 chưa được: tên sáng kiến quá ngắn.
        Anh/chị chỉ cần sửa và gửi lại dòng 3 giúp em.
      > Dung: đăng ký hộ:
        1. anh phạm văn tú - Gá kẹp nhanh cho máy khoan bàn
        2. Lê Thị Hoa - Giá treo súng hàn xoay được - 12 triệu/năm
        3. Lê Minh - asdf
      < ✅ Đã ghi nhận 2 sáng kiến: SK-000003 (Phạm Văn Tú), SK-000004 (Lê Thị Hoa).
        CĐCS Công ty May TNG: 4/60 (6,7%)
        Dòng 3 chưa được: tên sáng kiến quá ngắn.
        Anh/chị chỉ cần sửa và gửi lại dòng 3 giúp em.
      > Dung: ${list}
      < Đã ghi từ trước: SK-000001 (Nguyễn Văn Hùng), SK-000002 (Trần Thị Lan).
        Dòng 3 chưa được: tên sáng kiến quá ngắn.
        Anh/chị chỉ cần sửa và gửi lại dòng 3 giúp em.
      > Dung: dòng 3 là bàn là hơi nhé
      < Anh/chị gửi lại cả dòng giúp em, …
      # The line alone is enough, and talk ends the waiting: then it is asked whose it is.
      > Dung: 3. Lê Minh - Bàn là hơi nước cho chuyền 2
      < ✅ SK-000005 · Bàn là hơi nước cho chuyền 2
        …
      > Dung: đăng ký hộ
      < Anh/chị viết "đăng ký hộ Nguyễn Văn A: tên sáng kiến"…
      > Dung: cảm ơn em
      < Dạ, em cảm ơn anh/chị.
      > Dung: Lê Minh - Bàn là hơi nước cho chuyền 3
      < "Bàn là hơi nước cho chuyền 3" là sáng kiến của ai ạ? …
        1. Đăng ký hộ Lê Minh
        …
      # A table of Excel, as the platform hands it over.
      > Dung: ${TABLE[venue]}
      < ✅ Đã ghi nhận 2 sáng kiến: SK-000006 (Trần Văn Tám), SK-000007 (Lê Thị Ba).
        …
        Dòng 3 chưa được: …
    `)
    const stored = await records(stage)
    expect(stored).toHaveLength(7)
    expect(stored[5]).toMatchObject({ title: "Kệ xoay để khuôn dập", benefit_amount: "12000000" })
    await stage.transcript(`
      [riêng Dung]
      > Dung trả lời: 4. Vũ Thị Na - Bàn thao tác xoay
      < ✅ SK-000008 · Bàn thao tác xoay
        Vũ Thị Na · …
      > Dung: dòng 4: Vũ Thị Na - abc
      < Chưa ghi được: tên sáng kiến quá ngắn.
        …
      > Dung: 3. Họp chuyền - 15 giờ chiều nay
      < Em chưa hiểu ý anh/chị. …
    `)
    await stage.transcript(`
      [riêng Dung]
      # A list with marks instead of numbers, with the command and without.
      > Dung: đăng ký hộ
        • Bùi Thị Hằng – Bàn là hơi hai ngăn – 20tr
        • lê thị nga – dùng nam châm hút kim gãy
      < ✅ Đã ghi nhận 2 sáng kiến: SK-000009 (Bùi Thị Hằng), SK-000010 (Lê Thị Nga).
        …
      > Dung: chị gửi sáng kiến của tổ 3, em nhập giúp chị nhé
        - Ngô Thị Quy: xe đẩy hàng hai tầng, lợi 3tr
        - Phạm Hương: bảng màu chỉ treo đầu chuyền
      < ✅ Đã ghi nhận 2 sáng kiến: SK-000011 (Ngô Thị Quy), SK-000012 (Phạm Hương).
        …
      # Several people made it; a form's answer names its author, and its workplace is no unit of ours.
      > Dung: đăng ký hộ:
        1. Lê Văn Tám, Phạm Thị Chín (đồng tác giả) - Bàn ép mex gấp gọn - 20tr
        2. Bác sĩ Trần Hoà, trưởng trạm - Tủ thuốc lưu động ở xưởng
      < ✅ Đã ghi nhận 2 sáng kiến: SK-000013 (Lê Văn Tám), SK-000014 (Trần Hoà).
        …
        Đồng tác giả (không ghi tỷ lệ thì em chia đều): Lê Văn Tám 50%, Phạm Thị Chín 50%. …
      > Dung: Dấu thời gian: 12/03/2026 08:15:22
        Họ và tên: Nguyễn Thị Hạnh
        Đơn vị công tác: Tổ may 3
        Tên sáng kiến: Bảng kiểm năm bước vào chuyền
        Hiệu quả: Giảm lỗi từ 3% xuống 0,5%
        Giá trị làm lợi: 50 triệu/năm
      < ✅ SK-000015 · Bảng kiểm năm bước vào chuyền
        Làm lợi: 50.000.000 đ/năm · Nguyễn Thị Hạnh · CĐCS Công ty May TNG
        …
    `)
    for (const row of stored) expect(row).toMatchObject({ author_id: null, submitter: "Trần Thị Dung" })
    expect(stored[3]).toMatchObject({
      author_name: "Lê Thị Hoa",
      title: "Giá treo súng hàn xoay được",
      benefit_amount: "12000000",
    })
    expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
    const actions = await stage.fresh.db.selectFrom("officer_action").select("action").execute()
    expect(actions.map(({ action }) => action)).toEqual([
      "consent",
      ...Array.from({ length: 10 }, () => "register_for"),
    ])
  })

  test("the submitter supplements, corrects and takes back; members may not register for others", async () => {
    await using stage = await openStage(venue, { known: ["An"] })
    await stage.transcript(`
      ${AGREED}
      > Dung: bổ sung SK-000001 đã áp dụng ở 2 chuyền
      < Đã bổ sung vào SK-000001.
      > Dung: sửa SK-000001: Cải tiến máy ép keo cổ áo sơ mi
      < Đã sửa SK-000001 · Cải tiến máy ép keo cổ áo sơ mi
      > Dung: hủy SK-000001
      < Đã hủy SK-000001 · …
      > Dung: đăng ký hộ Nguyễn Văn Hùng: Cải tiến máy ép keo cổ áo sơ mi
      < ✅ SK-000002 · …
      > Dung: đăng ký hộ Nguyễn Văn Tú: Giá treo súng hàn xoay được (KCN-02)
      < Chưa ghi được: đơn vị không thuộc đơn vị anh/chị phụ trách.
        Anh/chị bỏ phần ghi đơn vị, hoặc ghi mã một đơn vị mình phụ trách, rồi gửi lại giúp em.
      # An example copied as it stands names nothing.
      > Dung: đăng ký hộ Nguyễn Văn A: tên sáng kiến
      < Chưa ghi được: tên sáng kiến quá ngắn.
        …
      > Dung: của tôi
      < Anh/chị nộp hộ 2 sáng kiến:
        SK-000002 · Cải tiến máy ép keo cổ áo sơ mi · đã đăng ký
        SK-000001 · Cải tiến máy ép keo cổ áo sơ mi · đã hủy
      > Dung: đăng ký hộ
      < Anh/chị viết "đăng ký hộ Nguyễn Văn A: tên sáng kiến"…
      [riêng An]
      > An: đăng ký hộ Trần Thị Lan: Sắp xếp lại chuyền may
      < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
      # Whoever is known here hears of all their records in one message, and may object.
      [riêng Dung]
      > Dung: đăng ký hộ:
        Nguyễn Văn An - Máng trượt đưa phôi vào máy dập
        Nguyễn Văn An - Khay phân loại cúc áo theo màu
      < ✅ Đã ghi nhận 2 sáng kiến của Nguyễn Văn An:
        SK-000003 · Máng trượt đưa phôi vào máy dập
        SK-000004 · Khay phân loại cúc áo theo màu
        …
      [riêng An]
      < Trần Thị Dung vừa đăng ký hộ anh/chị 2 sáng kiến:
        SK-000003 · Máng trượt đưa phôi vào máy dập
        SK-000004 · Khay phân loại cúc áo theo màu
        Bổ sung: "bổ sung" kèm mã. Không phải của anh/chị: "không phải của tôi" kèm mã.
      > An: không phải của tôi SK-000004
      < Em đã ghi SK-000004 không phải của anh/chị và báo lại người nộp hộ.
      [riêng Dung]
      < Nguyễn Văn An báo SK-000004 · Khay phân loại cúc áo theo màu không phải của mình. …
      [riêng Chi]
      > Chi: duyệt SK-000004
      < 3 hồ sơ chờ xét.
        SK-000004 · Khay phân loại cúc áo theo màu
        …
        ⚠️ Người được ghi tên tác giả báo không phải của mình.
        …
      [riêng Dung]
      > Dung: sửa SK-000004 tác giả: Lê Thị Hoa
      < Đã sửa SK-000004 · Khay phân loại cúc áo theo màu
        Tác giả: Lê Thị Hoa
      [riêng Chi]
      > Chi: tiếp
      < 3 hồ sơ chờ xét.
        SK-000004 · Khay phân loại cúc áo theo màu
        Tác giả: Lê Thị Hoa · CĐCS Công ty May TNG · gửi 10/3/2026
        Người nộp hộ: Trần Thị Dung
        Còn thiếu: …
      # Whoever only submitted it is told whose it is.
      > Chi: công nhận SK-000002, SK-000003, SK-000004
      < Đã công nhận 3 sáng kiến: …
      [riêng Dung]
      < 🎉 Sáng kiến anh/chị nộp hộ đã được công nhận cấp cơ sở: SK-000002 (Nguyễn Văn Hùng), SK-000004 (Lê Thị Hoa).
        SK-000002 · Cải tiến máy ép keo cổ áo sơ mi
        SK-000004 · Khay phân loại cúc áo theo màu
      [riêng An]
      < 🎉 SK-000003 của anh/chị đã được công nhận cấp cơ sở.
        …
      [riêng Chi]
      > Chi: lên cổng SK-000002 CP-2
      < Đã ghi 1 sáng kiến lên cổng: SK-000002
      [riêng Dung]
      < Sáng kiến anh/chị nộp hộ đã lên cổng: SK-000002 (Nguyễn Văn Hùng).
        …
    `)
    expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
  })

  test("the same list twice in one breath is recorded once", async () => {
    await using stage = await openStage(venue)
    const list =
      "đăng ký hộ:\nPhạm Văn Tú - Gá kẹp nhanh cho máy khoan bàn\nLê Thị Hoa - Giá treo súng hàn xoay"
    await stage.transcript(AGREED)
    await Promise.all([1, 2, 3].map(() => stage.venue.writes("riêng Dung", "Dung", list)))
    await stage.quiet()
    expect(await records(stage)).toHaveLength(3)
  })
})

test("an officer names a unit in a line; more than twenty lines are said to be too many", async () => {
  await using stage = await openStage("telegram")
  const lines = Array.from(
    { length: 23 },
    (_, index) =>
      `${index + 1}. Nguyễn Văn ${"ABCDEĐGHIKLMNOPQRSTUVXY"[index]} - Giá để khuôn dập số ${index + 1}`,
  )
  await stage.transcript(`
    [riêng Chi]
    > Chi: đăng ký hộ Lê Minh: Giá để khuôn dập có bánh xe (KCN-02)
    < Em là Trợ lý Sáng kiến …
    > Chi bấm: Đồng ý
    < ✅ SK-000001 · Giá để khuôn dập có bánh xe
      Lê Minh · CĐCS Công ty Điện tử Sông Công
      …
    > Chi: đăng ký hộ:\n${lines.join("\n")}
    < ✅ Đã ghi nhận 20 sáng kiến: SK-000002 (Nguyễn Văn A), …, SK-000021 (Nguyễn Văn U).
      …
      Mỗi tin em nhận tối đa 20 dòng: còn 3 dòng, từ dòng 21, chưa được ghi. Anh/chị gửi tiếp giúp em.
    # Whoever had no account then hears of it as soon as their name and unit are known, and confirms it.
    > Chi: đăng ký hộ Phạm Thanh Bình: Máng trượt đưa phôi vào máy dập (KCN-02)
    < ✅ SK-000022 · …
    [riêng Bình]
    > Bình: đăng ký: Tấm chắn bụi cho máy cắt vải
    < Em là Trợ lý Sáng kiến …
    > Bình bấm: Đồng ý
    < Anh/chị thuộc công đoàn nào? …
    > Bình: KCN-02
    < ✅ SK-000023 · …
    < Có 1 sáng kiến ghi tên anh/chị do người khác nộp hộ: SK-000022 (Máng trượt đưa phôi vào máy dập). Đúng thì nhắn "đúng của tôi" …
    > Bình: đúng của tôi
    < Em đã ghi anh/chị là tác giả của SK-000022.
  `)
  expect(await records(stage)).toHaveLength(23)
})

test("whoever hands in for several puts right a name, and drops one by what it is", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng Dung]
    > Dung: đăng ký hộ Ma Văn Hùng: Máng trượt đưa áo xuống bàn là
    < Em là Trợ lý Sáng kiến …
    > Dung: 1
    < ✅ SK-000001 · …
    > Dung: đăng ký hộ Lê Văn Tám: Xe gom rác vải hai ngăn
    < ✅ SK-000002 · …
    > Dung: sửa tên anh Hùng thành Ma Văn Hưng
    < Anh/chị muốn sửa sáng kiến nào ạ? …
    > Dung: cái máng trượt
    < Đã sửa SK-000001 · Máng trượt đưa áo xuống bàn là
      …Ma Văn Hưng…
    > Dung: cái xe gom rác bỏ đi
    < Anh/chị muốn hủy sáng kiến này phải không ạ? Trả lời 1 nếu đúng, hoặc gõ mã khác.
      1. SK-000002 · Xe gom rác vải hai ngăn
    > Dung: 1
    < Đã hủy SK-000002 · Xe gom rác vải hai ngăn
    [riêng Chi]
    > Chi: tổng hợp tháng này
    < 📊 TỔNG HỢP THÁNG …
    > Chi: thế còn KCN
    < 📊 TỔNG HỢP THÁNG (1/3/2026 – …
      Công đoàn các KCN tỉnh
      …
  `)
})

test("ten for colleagues as they come: cells of a sheet, Word's marks, numbers and letters, and messages copied out of a Zalo chat", async () => {
  await using stage = await openStage("web")
  await stage.transcript(`
    [riêng Dung]
    > Dung: 1\tNguyễn Văn Bình\tKệ xoay để cuộn vải\t8 triệu/năm
2\tLê Thị Hoa\tTấm chắn bụi cho máy cắt
    < Em là Trợ lý Sáng kiến …
    > Dung: 1
    < ✅ Đã ghi nhận 2 sáng kiến: SK-000001 (Nguyễn Văn Bình), SK-000002 (Lê Thị Hoa). …
    > Dung: • Nguyễn Văn Bình – Giá treo kéo bấm chỉ
• Lê Thị Hoa – Khay phân loại cúc áo
    < ✅ Đã ghi nhận 2 sáng kiến: …
    > Dung: 1) Phạm Văn Tư: Máng hứng phoi máy tiện
2) Đỗ Thị Năm: Bảng màu chỉ treo đầu chuyền
    < ✅ Đã ghi nhận 2 sáng kiến: …
    > Dung: a. Phạm Văn Tư: Thùng rác phân loại ở xưởng
b. Đỗ Thị Năm: Sổ tay lỗi vải bằng ảnh
    < ✅ Đã ghi nhận 2 sáng kiến: …
    > Dung: [10:32, 12/3/2026] Trần Thị Lan: em đăng ký sáng kiến: Hộp đựng kim gãy có nam châm
[10:33, 12/3/2026] Lê Thị Hoa: Ghế xoay có đệm lưng cho thợ may
    < ✅ Đã ghi nhận 2 sáng kiến: … (Trần Thị Lan), … (Lê Thị Hoa). …
    # What was only said in that chat is nobody's initiative.
    > Dung: [10:32, 12/3/2026] Trần Thị Lan: mai họp lúc 8h nhé
[10:33, 12/3/2026] Lê Thị Hoa: vâng ạ
    < Em chưa hiểu ý anh/chị. …
  `)
  expect(await stage.count("initiative")).toBe(10)
})
