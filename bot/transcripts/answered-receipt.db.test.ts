import { expect, test } from "vitest"
import { openStage } from "./stage.ts"

test("what is written under a receipt of three days ago is about that initiative, whatever was registered since", async () => {
  await using stage = await openStage("telegram", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo kéo cắt chỉ bằng nam châm
    < ✅ SK-000001 · …
    > An: /trogiup
    < …
  `)
  const { sent, says } = stage.venue.double
  const chat = stage.venue.group("riêng An")
  const receipt = sent(chat)[0]?.messageId
  const under = async (text: string) => {
    const from = stage.venue.person("An")
    stage.clock.pass(2_000)
    await stage.venue.taken(
      says({ chat, from, text, ...(receipt === undefined ? {} : { replyTo: receipt }) }).updateId,
    )
  }
  const card = `
    [riêng An]
    < SK-000001 · Giá treo kéo cắt chỉ bằng nam châm · đã đăng ký
      …
  `
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Khay hứng dầu dưới máy ép, làm lợi 20tr/năm
    < ✅ SK-000002 · …
  `)
  stage.clock.pass(3 * 24 * 3_600_000)
  for (const asked of ["duyệt chưa?", "cái này tới đâu rồi em", "xem lại với", "nộp lên cổng chưa ạ"]) {
    await under(asked)
    await stage.transcript(card)
  }
  const changes: readonly (readonly [string, string])[] = [
    [
      "sửa lợi ích thành 50tr",
      "Đã sửa SK-000001 · Giá treo kéo cắt chỉ bằng nam châm\n      Làm lợi: 50.000.000 đ",
    ],
    ["lĩnh vực 3", "Đã bổ sung vào SK-000001.\n      Lĩnh vực: An toàn – vệ sinh lao động"],
    ["áp dụng từ 1/2/2026", "Đã bổ sung vào SK-000001.\n      Áp dụng lần đầu: 1/2/2026"],
    ["đã dùng ở hai chuyền may", "Đã bổ sung vào SK-000001."],
    ["thêm đồng tác giả Trần Thị Lan", "SK-000001: Nguyễn Văn An 50%, Trần Thị Lan 50%. …"],
    ["sai tên rồi, Giá treo kéo bấm chỉ mới đúng", "Đã sửa SK-000001 · Giá treo kéo bấm chỉ"],
    ["sửa: Giá treo kéo bấm chỉ hai ngăn", "Đã sửa SK-000001 · Giá treo kéo bấm chỉ hai ngăn"],
    ["in đơn giúp em", "Đơn yêu cầu công nhận sáng kiến SK-000001 (tệp Word): …"],
    ["cái này không phải của tôi", "SK-000001 do chính anh/chị đăng ký. …"],
  ]
  for (const [words, said] of changes) {
    await under(words)
    await stage.transcript(`
      [riêng An]
      < ${said}
    `)
  }
  // What only asks, or picks nothing, is no part of the record.
  await under("có phải nộp thêm gì nữa không")
  await under("1")
  await stage.transcript(`
    [riêng An]
    < …
    < Hiện em không hỏi anh/chị câu nào. …
  `)
  // A question about another one that is open does not take the words for its own.
  await stage.transcript(`
    [riêng An]
    > An: hủy
    < Anh/chị muốn hủy sáng kiến nào ạ? …
  `)
  await under("đủ chưa em")
  await stage.transcript(`
    [riêng An]
    < SK-000001 · Giá treo kéo bấm chỉ hai ngăn · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
      Mô tả: áp dụng từ 1/2/2026
      đã dùng ở hai chuyền may
      Làm lợi: 50.000.000 đ
      …
  `)
  await under("bỏ cái này đi em")
  await stage.transcript(`
    [riêng An]
    < Anh/chị muốn hủy sáng kiến này phải không ạ? …
      1. SK-000001 · Giá treo kéo bấm chỉ hai ngăn
    > An: 1
    < SK-000001 đã đăng ký quá 10 phút. Anh/chị cho em lý do, …
    > An: trùng với cái khác
    < Đã hủy SK-000001 · Giá treo kéo bấm chỉ hai ngăn
  `)
  const { rows } = await stage.fresh.pool.query(
    "select reason from initiative_event where kind = 'withdrawn' order by id",
  )
  expect(rows).toEqual([{ reason: "vì trùng với cái khác" }])
})

test("in a group whoever asks under somebody's receipt sees the initiative, and changes nothing of it", async () => {
  await using stage = await openStage("telegram", { known: ["An", "Bình"] })
  await stage.transcript(`
    [Nhóm TNG]
    > An: @Bot đăng ký: Xe đẩy vải hai tầng có phanh
    < ✅ SK-000001 · …
    > Bình trả lời: cái này của ai đấy
    < SK-000001 · Xe đẩy vải hai tầng có phanh · đã đăng ký
      Nguyễn Văn An · CĐCS Công ty May TNG
    > Bình trả lời: lĩnh vực 3
    < SK-000001 là của người khác …
    > Bình trả lời: sửa tên thành Xe đẩy vải ba tầng
    < SK-000001 là của người khác …
  `)
})

test("the reason for which something old is taken back is simply said; anything else takes nothing back", async () => {
  await using stage = await openStage("zalo", { known: ["An"] })
  await stage.transcript(`
    [riêng An]
    > An: đăng ký: Giá treo kéo cắt chỉ bằng nam châm
    < ✅ SK-000001 · …
    > An: đăng ký: Khay hứng dầu dưới máy ép
    < ✅ SK-000002 · …
    > An: đăng ký: Bảng dụng cụ treo tường có bóng dụng cụ
    < ✅ SK-000003 · …
    > An: hủy mấy cái vừa gửi
    < Anh/chị muốn hủy sáng kiến nào ạ? …
    > An: cả ba
    < Đã hủy SK-000003 · …
    < Đã hủy SK-000002 · …
    < Đã hủy SK-000001 · …
    > An: đăng ký: Máng hứng phoi máy tiện
    < ✅ SK-000004 · …
    > An: đăng ký: Kệ để chỉ xoay được
    < ✅ SK-000005 · …
  `)
  stage.clock.pass(3_600_000)
  await stage.transcript(`
    [riêng An]
    > An: hủy SK-000004, SK-000005
    < SK-000004, SK-000005 đã đăng ký quá 10 phút. Anh/chị cho em lý do, …
    > An: Cải tiến lại máy vắt sổ để không gãy kim
    < "Cải tiến lại máy vắt sổ để không gãy kim" là sáng kiến …
    > An: không phải
    < Dạ, em không ghi. …
    > An: hủy SK-000004, SK-000005
    < SK-000004, SK-000005 đã đăng ký quá 10 phút. …
    > An: thôi
    < Dạ, em dừng ở đây.
    > An: hủy SK-000004, SK-000005
    < SK-000004, SK-000005 đã đăng ký quá 10 phút. …
    > An: gửi nhầm
    < Đã hủy SK-000004 · …
    < Đã hủy SK-000005 · …
  `)
})
