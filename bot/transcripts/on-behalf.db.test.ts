import { describe, expect, test } from "vitest"
import { checkCounters } from "../../db/tally.ts"
import { openStage, type Stage } from "./stage.ts"
import { VENUES, type Venue } from "./venue.ts"

const ZONE = "Asia/Ho_Chi_Minh"

/** Dung agrees once, as everybody does. */
const AGREED = `
  [riêng Dung]
  > Dung: đăng ký hộ Nguyễn Văn Hùng: Cải tiến máy ép keo cổ áo, làm lợi 45tr
  < Em là Trợ lý Sáng kiến …
    1. Đồng ý
    2. Không
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
        Anh/chị sửa rồi gửi lại dòng 3 giúp em.
      > Dung: đăng ký hộ:
        1. Phạm Văn Tú - Gá kẹp nhanh cho máy khoan bàn
        2. Lê Thị Hoa - Giá treo súng hàn xoay được - 12 triệu/năm
        3. Lê Minh - asdf
      < ✅ Đã ghi nhận 2 sáng kiến: SK-000003 (Phạm Văn Tú), SK-000004 (Lê Thị Hoa).
        CĐCS Công ty May TNG: 4/60 (6,7%)
        Dòng 3 chưa được: tên sáng kiến quá ngắn.
        Anh/chị sửa rồi gửi lại dòng 3 giúp em.
      > Dung: ${list}
      < Đã ghi từ trước: SK-000001 (Nguyễn Văn Hùng), SK-000002 (Trần Thị Lan).
        Dòng 3 chưa được: tên sáng kiến quá ngắn.
        Anh/chị sửa rồi gửi lại dòng 3 giúp em.
    `)
    const stored = await records(stage)
    expect(stored).toHaveLength(4)
    await stage.transcript(`
      [riêng Dung]
      > Dung: 3. Lê Minh - Gá kẹp nhanh cho máy đính cúc
      < ✅ SK-000005 · Gá kẹp nhanh cho máy đính cúc
        Lê Minh · …
      > Dung trả lời: 4. Vũ Thị Na - Bàn thao tác xoay
      < ✅ SK-000006 · Bàn thao tác xoay
        Vũ Thị Na · …
      > Dung: dòng 4: Vũ Thị Na - abc
      < Chưa ghi được: tên sáng kiến quá ngắn.
        …
      > Dung: 3. Họp chuyền - 15 giờ chiều nay
      < Em chưa hiểu ý anh/chị. …
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
      "register_for",
      "register_for",
      "register_for",
      "register_for",
      "register_for",
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
        …
      > Dung: đăng ký hộ
      < Anh/chị viết "đăng ký hộ Nguyễn Văn A: tên sáng kiến"…
      [riêng An]
      > An: đăng ký hộ Trần Thị Lan: Sắp xếp lại chuyền may
      < Đăng ký hộ dành cho tổ hỗ trợ và cán bộ. …
    `)
    expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
  })

  test("the same list twice in one breath is recorded once", async () => {
    await using stage = await openStage(venue)
    const list =
      "đăng ký hộ:\nPhạm Văn Tú - Gá kẹp nhanh cho máy khoan bàn\nLê Thị Hoa - Giá treo súng hàn xoay"
    await stage.transcript(AGREED)
    await Promise.all([1, 2, 3].map(() => stage.venue.writes("riêng Dung", "Dung", list, false)))
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
  `)
  expect(await records(stage)).toHaveLength(21)
})
