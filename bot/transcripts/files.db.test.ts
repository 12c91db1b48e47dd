import { readdir } from "node:fs/promises"
import { join } from "node:path"
import sharp from "sharp"
import { expect, test } from "vitest"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { writeSheets } from "../sheet/write.ts"
import { openStage } from "./stage.ts"

const photo = async (background: string) =>
  await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer()
const sheet = async (...rows: readonly (readonly string[])[]) => {
  const [headings = [], ...body] = rows
  const columns = headings.map((heading) => ({ heading }))
  return await writeSheets([{ name: "A", columns, rows: body }], "xlsx")
}

test("T8 a list as a file registers for others, once; the portal's own list is held against ours", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  const list = await sheet(
    ["Tác giả", "Tên sáng kiến", "Giá trị làm lợi"],
    ["Nguyễn Văn Hùng", "Cải tiến máy ép keo cổ áo", "45tr"],
    ["", "Kệ xoay dụng cụ cho tổ điện", ""],
    ["Trần Thị Lan", "Sắp xếp lại chuyền may số 3", ""],
  )
  const sends = async (who: "An" | "Dung" | "Chi", bytes: Uint8Array, caption?: string) =>
    await stage.venue.uploads(
      `riêng ${who}`,
      who,
      [{ name: "ds.xlsx", bytes }],
      caption === undefined ? {} : { caption },
    )
  await stage.transcript(`
    [riêng Dung]
    > Dung: đăng ký hộ Lê Văn Tám: Tấm chắn bụi cho máy cắt vải
    < Em là Trợ lý Sáng kiến … 
    > Dung: 1
    < ✅ SK-000001 · …
  `)
  await sends("Dung", list)
  await stage.transcript(`
    [riêng Dung]
    < ✅ Đã ghi nhận 2 sáng kiến: SK-000002 (Nguyễn Văn Hùng), SK-000003 (Trần Thị Lan) … Dòng 3 …
  `)
  expect(
    stage.venue.double.calls("sendChatAction"),
    "whoever sent a file sees that it is being read",
  ).toEqual([{ chat_id: stage.venue.person("Dung").id, action: "typing" }])
  await stage.transcript(`
    [riêng An]
    > An: chào em
    < …
    [riêng Dung]
    > Dung: đăng ký hộ:
      Nguyễn Văn An\tĐồ gá khoan lỗ bản lề\t12tr
      Phạm Văn Chín\tKệ xoay dụng cụ cho tổ điện
    < ✅ Đã ghi nhận 2 sáng kiến: SK-000004 (Nguyễn Văn An), SK-000005 (Phạm Văn Chín) …
    [riêng An]
    < Trần Thị Dung vừa đăng ký hộ anh/chị SK-000004 · Đồ gá khoan lỗ bản lề. …
    > An: không phải của tôi SK-000004
    < Em đã ghi SK-000004 không phải của anh/chị …
    [riêng Dung]
    < Nguyễn Văn An báo SK-000004 · Đồ gá khoan lỗ bản lề không phải của mình. …
    [riêng An]
    > An: không phải của tôi SK-000004
    < SK-000004 không ghi tên anh/chị là tác giả.
    > An: đúng của tôi
    < Không có sáng kiến nào …
  `)
  await stage.fresh.pool.query(
    "update initiative set author_name = 'NGUYỄN VĂN AN' where number = 5; update person set name = 'Nguyễn Văn An' where name like '%Văn An'",
  )
  await stage.transcript(`
    [riêng An]
    > An: của tôi
    < Có 1 sáng kiến ghi tên anh/chị do người khác nộp hộ: SK-000005 (Kệ xoay dụng cụ cho tổ điện). …
    > An: đúng của tôi
    < Em đã ghi anh/chị là tác giả của SK-000005.
    > An: của tôi
    < … SK-000005 · Kệ xoay dụng cụ cho tổ điện …
  `)
  await sends("Dung", list)
  await stage.transcript(`
    [riêng Dung]
    < Đã ghi từ trước: SK-000002 (Nguyễn Văn Hùng), SK-000003 (Trần Thị Lan) …
  `)
  await stage.transcript(`
    [riêng Chi]
    > Chi: công nhận 1-2
    < Đã công nhận 2 sáng kiến: …
    [riêng Dung]
    < 🎉 …
  `)
  const portals = await sheet(
    ["Mã cổng", "Tên sáng kiến", "Tác giả", "Đơn vị"],
    ["CP-11", "Tấm chắn bụi cho máy cắt vải", "Lê Văn Tám", "CĐCS Công ty May TNG"],
    ["CP-12", "Cải tiến máy ép keo cổ áo", "Nguyễn Văn Hải", "CĐCS Công ty May TNG"],
    ["CP-13", "Sắp xếp lại chuyền may số 3", "Trần Thị Lan", "CĐCS Công ty May TNG"],
    ["CP-14", "Việc không ai biết", "Người lạ", "CĐCS Khác"],
  )
  await sends("Chi", portals)
  await stage.transcript(`
    [riêng Chi]
    < Đối chiếu 4 dòng của cổng: khớp 0, khác nhau 3.
      Đã ghi 2 sáng kiến lên cổng: SK-000001, SK-000002
      CĐCS Công ty May TNG:
      • SK-000002 khác tác giả. Ở đây: Nguyễn Văn Hùng. Trên cổng: Nguyễn Văn Hải
      • SK-000003 có trên cổng nhưng ở đây chưa công nhận: Sắp xếp lại chuyền may số 3
      CĐCS Khác:
      • Dòng 5 có trên cổng nhưng ở đây không có: Việc không ai biết (CP-14)
    [riêng Dung]
    < Sáng kiến anh/chị nộp hộ đã lên cổng: SK-000001 (Lê Văn Tám), SK-000002 (Nguyễn Văn Hùng).
      SK-000001 · Tấm chắn bụi cho máy cắt vải · mã trên cổng CP-11
      SK-000002 · Cải tiến máy ép keo cổ áo · mã trên cổng CP-12
  `)
  await sends("Chi", portals)
  await stage.transcript(`
    [riêng Chi]
    < Đối chiếu 4 dòng của cổng: khớp 1, khác nhau 3. …
  `)
  await stage.transcript(`
    [riêng Chi]
    > Chi: công nhận SK-000003
    < Đã công nhận 1 sáng kiến: SK-000003 …
    [riêng Dung]
    < 🎉 …
    [riêng Chi]
    > Chi: lên cổng SK-000003 cp-11
    < Chưa được: SK-000003 (trùng mã trên cổng với sáng kiến khác)
  `)
  expect(await stage.count("initiative")).toBe(5)
  expect(await stage.count("waiting_file")).toBe(0)
  // Who never agreed is asked at once, and knows what to do next.
  await sends("Chi", list)
  await stage.transcript(`
    [riêng Chi]
    < Trước khi nhận danh sách, em cần anh/chị đồng ý …
    > Chi: 1
    < Anh/chị viết "đăng ký hộ Nguyễn Văn A: tên sáng kiến", …
  `)
  // Photos before, beside and behind what they belong to.
  stage.clock.pass(3_600_000)
  const shows = async (colour: string, caption?: string) =>
    await stage.venue.uploads(
      "riêng An",
      "An",
      [{ bytes: await photo(colour) }],
      caption === undefined ? {} : { caption },
    )
  const says = async (text: string) => await stage.venue.writes("riêng An", "An", text)
  await shows("#444444", "cái này chụp sau khi làm")
  await stage.transcript(`
    [riêng An]
    < Anh/chị gửi cho sáng kiến nào ạ? …
      1. SK-000005 · Kệ xoay dụng cụ cho tổ điện
  `)
  await says("kệ dụng cụ")
  await stage.transcript(`
    [riêng An]
    < Đã thêm 1 ảnh vào SK-000005.
  `)
  await shows("#555555")
  await says("đăng ký: Khay hứng dầu dưới máy ép")
  await stage.transcript(`
    [riêng An]
    < Anh/chị gửi cho sáng kiến nào ạ? …
    < ✅ SK-000006 · …
    < Đã thêm 1 ảnh vào SK-000006.
  `)
  await shows("#555555", "SK-000006")
  await stage.transcript(`
    [riêng An]
    < 1 tệp vừa gửi đã có sẵn trong SK-000006, em không thêm nữa.
    > An: SK-000006
    < SK-000006 · Khay hứng dầu dưới máy ép · đã đăng ký
      …
      Kèm theo: 1 ảnh
      Bổ sung: …
  `)
  await shows("#666666", "Giá để bình chữa cháy di động có bánh xe")
  await says("1")
  await stage.transcript(`
    [riêng An]
    < "Giá để bình chữa cháy di động có bánh xe" là sáng kiến mới hay ý bổ sung cho SK-000006 ạ?
      …
    < ✅ SK-000007 · Giá để bình chữa cháy di động có bánh xe
      …
    < Đã thêm 1 ảnh vào SK-000007.
  `)
  await stage.transcript(`
    [riêng An]
    > An: đăng ký
    < Em hỏi 4 câu, …
    > An: Bảng dụng cụ treo tường
    < Trước đây làm thế nào, nay thay đổi gì? …
    > An: bỏ qua
    < Làm lợi khoảng bao nhiêu? …
  `)
  await shows("#777777", "ảnh cái bảng đây")
  await stage.transcript(`
    [riêng An]
    < Em giữ lại, đăng ký xong em gắn vào sáng kiến này.
    > An: bỏ qua
    < Sáng kiến thuộc lĩnh vực nào? …
  `)
  stage.clock.pass(10_000)
  await says("bỏ qua")
  await stage.transcript(`
    [riêng An]
    < ✅ SK-000008 · Bảng dụng cụ treo tường
      …
    < Đã thêm 1 ảnh vào SK-000008.
  `)
  // The words of an album are for all its photos, on whichever they stand, and no photo is asked about meanwhile.
  const showsAlbum = async (caption: string, ...colours: readonly string[]) => {
    const photos = await Promise.all(colours.map(async (colour) => ({ bytes: await photo(colour) })))
    await stage.venue.uploads("riêng An", "An", photos, { caption, captioned: 1 })
  }
  await showsAlbum("SK-000007", "#03b010", "#06b020")
  await stage.transcript(`
    [riêng An]
    < Đã thêm 2 ảnh vào SK-000007.
  `)
  await showsAlbum("đăng ký: Hộp đựng kim gãy có nam châm", "#a03010", "#a06020", "#a09030")
  await stage.transcript(`
    [riêng An]
    < ✅ SK-000009 · Hộp đựng kim gãy có nam châm
      …
    < Đã thêm 3 ảnh vào SK-000009.
  `)
  stage.clock.pass(3_600_000)
  await showsAlbum("của SK-000007", "#3001c0", "#6002c0", "#9003c0", "#12004c")
  await stage.transcript(`
    [riêng An]
    < Đã thêm 4 ảnh vào SK-000007.
  `)
  await showsAlbum("Giá treo bàn là hồi nhiệt tự kéo", "#d0d020", "#d0d040", "#d0d060", "#d0d080", "#d0d010")
  await stage.transcript(`
    [riêng An]
    < "Giá treo bàn là hồi nhiệt tự kéo" là sáng kiến anh/chị muốn đăng ký phải không ạ?
      …
    > An: 1
    < ✅ SK-000010 · Giá treo bàn là hồi nhiệt tự kéo
      …
  `)
  await stage.transcript(`
    [riêng An]
    < Đã thêm 5 ảnh vào SK-000010.
  `)
})

test("T9 photos and documents are kept with the initiative they belong to, and go with the person", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Cữ gá may túi hộp cho chuyền 3
    < ✅ SK-000001 · …
  `)
  const album = await Promise.all(
    ["#111111", "#222222", "#333333"].map(async (colour) => ({ bytes: await photo(colour) })),
  )
  await stage.venue.uploads("riêng An", "An", album, { answering: true })
  await stage.transcript(`
    [riêng An]
    < Đã thêm 3 ảnh vào SK-000001.
  `)
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Tấm chắn bụi cho máy cắt vải
    < ✅ SK-000002 · …
    > An trả lời: bổ sung đã áp dụng 2 chuyền
    < Đã bổ sung … SK-000002 …
    > An trả lời: sửa: Tấm chắn bụi hai lớp cho máy cắt
    < Đã sửa SK-000002 · Tấm chắn bụi hai lớp cho máy cắt …
    > An: bổ sung SK-000002 làm lợi 3.843 tỷ
    < Số tiền này hiểu được hai cách: 3,843 tỷ đồng hay 3.843 tỷ đồng? … "bổ sung SK-000002 làm lợi 3,8 tỷ". Em chưa ghi gì.
    > An: bổ sung SK-000002 giảm 2 người, làm lợi 50tr/năm
    < Đã bổ sung vào SK-000002.
      Làm lợi: 50.000.000 đ/năm
    > An: bổ sung SK-000002 thêm 1 máy, làm lợi 90tr/năm
    < Đã bổ sung vào SK-000002.
      Làm lợi vẫn ghi 50.000.000 đ/năm; muốn đổi: "sửa SK-000002 làm lợi: …".
    > An: sửa SK-000002 làm lợi: 60tr/năm
    < Đã sửa SK-000002 · Tấm chắn bụi hai lớp cho máy cắt
      Làm lợi: 60.000.000 đ/năm
    > An: sửa SK-000002 làm lợi: nhiều lắm
    < Anh/chị viết phần cần sửa …
  `)
  expect(await checkCounters(stage.fresh.db, "Asia/Ho_Chi_Minh")).toEqual([])
  const { rows: benefit } = await stage.fresh.pool.query("select sum(benefit_vnd)::text as vnd from unit_day")
  expect(benefit).toEqual([{ vnd: "60000000" }])
  const { rows: history } = await stage.fresh.pool.query(
    "select kind, was, became from initiative_event where was is not null or became is not null order by id",
  )
  expect(history).toEqual([
    { kind: "described", was: null, became: "đã áp dụng 2 chuyền" },
    { kind: "retitled", was: "Tấm chắn bụi cho máy cắt vải", became: "Tấm chắn bụi hai lớp cho máy cắt" },
    { kind: "described", was: null, became: "giảm 2 người, làm lợi 50tr/năm" },
    { kind: "benefit_set", was: null, became: "làm lợi 50tr/năm" },
    { kind: "described", was: null, became: "thêm 1 máy, làm lợi 90tr/năm" },
    { kind: "benefit_set", was: "làm lợi 50tr/năm", became: "60tr/năm" },
  ])
  const pdf = new TextEncoder().encode("%PDF-1.7 bản vẽ")
  await stage.venue.uploads("riêng An", "An", [{ name: "bản vẽ.pdf", bytes: pdf }], {
    caption: "bản vẽ của SK-000001",
  })
  await stage.transcript(`
    [riêng An]
    < Đã thêm 1 tài liệu vào SK-000001.
  `)
  await stage.venue.uploads(
    "riêng An",
    "An",
    [{ name: "a.html", bytes: new TextEncoder().encode("<html>") }],
    {
      caption: "SK-000001",
    },
  )
  await stage.transcript(`
    [riêng An]
    < Em chỉ nhận ảnh …
  `)
  const half = Buffer.from("ffd8ffe000104a46", "hex")
  await stage.venue.uploads("riêng An", "An", [{ bytes: half }], { caption: "SK-000001" })
  await stage.transcript(`
    [riêng An]
    < Em chưa mở được tệp này, có lẽ nó hỏng khi gửi. …
    [riêng Bình]
    > Bình gửi: photo
    < Em giữ giúp anh/chị. Sáng kiến nào ạ? …
    [riêng Chi]
    > Chi: duyệt SK-000001
    < … Kèm theo: 3 ảnh, 1 tài liệu …
  `)
  await stage.venue.uploads("riêng Bình", "Bình", [{ bytes: album[0]?.bytes ?? pdf }], {
    caption: "SK-000001",
  })
  await stage.transcript(`
    [riêng Bình]
    < SK-000001 là của người khác …
    [riêng An]
    > An: dữ liệu của tôi
    < …
    > An: 4
    < …
    > An: xóa
    < Em đã xóa …
  `)
  expect(await stage.count("attachment")).toBe(0)
  const kept = await readdir(join(stage.dataDir, "files"), { recursive: true, withFileTypes: true })
  expect(kept.filter((each) => each.isFile()).length).toBe(4)
})

test("lists in odd encodings, with wrong columns, too long or sent twice: what is right is registered once, of the rest it is said what to do", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const sends = async (name: string, bytes: Uint8Array) =>
    await stage.venue.uploads("riêng Chi", "Chi", [{ name, bytes }], {})
  await stage.transcript(`
    [riêng Chi]
    > Chi: đăng ký hộ Lê Văn Tám: Tấm chắn bụi cho máy cắt vải KCN-01
    < Em là Trợ lý Sáng kiến … 
    > Chi: 1
    < …
  `)
  const semicolons = "Tác giả;Tên sáng kiến;Đơn vị\r\nNguyễn Văn Hùng;Cải tiến máy ép keo cổ áo;KCN-01\r\n"
  // "Tac giả;Tên sáng kiến;Đơn vị" of the Vietnamese code page, tones behind their letters.
  const codePage = Buffer.concat([
    Buffer.from("Tac gia", "latin1"),
    Buffer.from([0xd2]),
    Buffer.from(";T\xean sa\xecng ki\xea\xecn;\xd0\xf5n vi\xf2\r\n", "latin1"),
    Buffer.from(
      "Tr\xe2\xccn Thi\xf2 Lan;S\xe3\xecp x\xea\xecp la\xf2i chuy\xea\xccn may s\xf4\xec 3;KCN-01\r\n",
      "latin1",
    ),
  ])
  await sends("ds.csv", Buffer.from(`\uFEFF${semicolons}`, "utf16le"))
  await stage.transcript(`
    [riêng Chi]
    < ✅ SK-000002 · Cải tiến máy ép keo cổ áo
      Nguyễn Văn Hùng · CĐCS Công ty May TNG
      …
  `)
  await sends("ds.csv", codePage)
  await stage.transcript(`
    [riêng Chi]
    < ✅ SK-000003 · Sắp xếp lại chuyền may số 3
      Trần Thị Lan · CĐCS Công ty May TNG
      …
  `)
  // The same again in another dress is the same.
  await sends("ds-utf8.csv", utf8(`\uFEFF${semicolons}`))
  await stage.transcript(`
    [riêng Chi]
    < Đã ghi từ trước: SK-000002 (Nguyễn Văn Hùng) …
  `)
  await sends("mat-dau.csv", utf8("T?c gi?,T?n s?ng ki?n\nNguy?n V?n H?ng,C?i ti?n m?y ?p keo c? ?o\n"))
  await stage.transcript(`
    [riêng Chi]
    < Tệp CSV này đã mất dấu tiếng Việt (thành dấu ?) nên em chưa ghi gì. …
  `)
  await sends("cot-la.csv", utf8("STT,Nội dung công việc,Ngày\n1,Họp giao ban tháng,1/3\n"))
  await stage.transcript(`
    [riêng Chi]
    < Em cần một dòng tiêu đề có "Tên sáng kiến" và "Tác giả" …
  `)
  const many = Array.from(
    { length: 5_000 },
    (_, nth) => `Người ${nth},Giải pháp cải tiến số ${nth} cho xưởng`,
  )
  await sends("nhieu.csv", utf8(`Tác giả,Tên sáng kiến\n${many.join("\n")}\n`))
  await stage.transcript(`
    [riêng Chi]
    < Danh sách có quá 500 dòng, anh/chị chia thành nhiều tệp giúp em.
  `)
  expect(await stage.count("initiative")).toBe(3)
})
