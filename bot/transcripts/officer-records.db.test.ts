import { expect, test } from "vitest"
import { checkCounters } from "../../db/tally/counter-check.ts"
import { openStage } from "./stage.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const TITLES = [
  "Cải tiến cữ gá may túi hộp",
  "Thay đèn sợi đốt bằng đèn LED",
  "Giá treo súng hàn xoay được",
  "Máng trượt đưa phôi vào máy dập",
]

/** An has registered all of them, and wrote to the bot in private. */
async function waiting(titles: readonly string[] = TITLES) {
  const stage = await openStage("telegram", { known: ["An"] })
  for (const [index, title] of titles.entries()) {
    stage.clock.pass(6_000)
    await stage.transcript(`
      [riêng An]
      > An: đăng ký: ${title}
      < ✅ SK-${String(index + 1).padStart(6, "0")} · ${title}
        …
    `)
  }
  return stage
}

test("what an officer tells of a record is asked about before anybody is refused or merged; a question does nothing", async () => {
  await using stage = await waiting()
  await stage.transcript(`
    [riêng Chi]
    > Chi: SK-000003 không mới
    < Từ chối SK-000003 ạ? Em gửi tác giả lý do: "không mới".
      1. Đúng, làm đi
      2. Thôi
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: SK-3 trùng của người ta rồi
    < Từ chối SK-000003 ạ? Em gửi tác giả lý do: "trùng của người ta rồi".
      …
    > Chi: lý do: công ty bên cạnh đã làm năm ngoái
    < Từ chối SK-000003 ạ? Em gửi tác giả lý do: "công ty bên cạnh đã làm năm ngoái".
      …
    > Chi: từ chối đi
    < Đã từ chối 1 sáng kiến: SK-000003
      Đã gửi Nguyễn Văn An: "công ty bên cạnh đã làm năm ngoái"
    [riêng An]
    < SK-000003 chưa được công nhận. Lý do: công ty bên cạnh đã làm năm ngoái
      …
    [riêng Chi]
    > Chi: SK-1 với SK-4 là một
    < SK-000004 là một với SK-000001 ạ? Em gộp SK-000004 vào SK-000001: SK-000004 thôi tính, SK-000001 giữ nguyên.
      …
    > Chi: ừ
    < Đã gộp 1 sáng kiến vào SK-000001, không tính riêng nữa: SK-000004. …
    [riêng An]
    < SK-000004 được ghi là trùng SK-000001 …
    [riêng Chi]
    > Chi: SK-1 giống SK-2 không
    < …
    > Chi: SK-2 có trùng của ai không
    < …
    > Chi: xem SK-2
    < 2 hồ sơ chờ xét.
      SK-000002 · Thay đèn sợi đốt bằng đèn LED
      …
  `)
})

test("what was refused by mistake is open again; a recognition does not go before the officer says so", async () => {
  await using stage = await waiting(TITLES.slice(0, 2))
  await stage.transcript(`
    [riêng Chi]
    > Chi: từ chối SK-1 vì trùng
    < Đã từ chối 1 sáng kiến: SK-000001
      …
    [riêng An]
    < SK-000001 chưa được công nhận. …
    [riêng Chi]
    > Chi: mở lại SK-1
    < Đã thu hồi việc từ chối 1 sáng kiến: SK-000001. Hồ sơ trở lại chờ xét.
      Đã gửi Nguyễn Văn An: "xét lại"
    [riêng An]
    < Việc từ chối SK-000001 đã được thu hồi. Lý do: xét lại
      …
    [riêng Chi]
    > Chi: xét lại SK-1
    < 2 hồ sơ chờ xét.
      SK-000001 · …
    > Chi: công nhận SK-2
    < Đã công nhận 1 sáng kiến: SK-000002
      …
    [riêng An]
    < 🎉 SK-000002 của anh/chị đã được công nhận cấp cơ sở. …
    [riêng Chi]
    > Chi: khôi phục SK-2
    < Thu hồi việc công nhận SK-000002 ạ? Em gửi tác giả lý do "xét lại"; lý do khác thì gõ "thu hồi" kèm mã và lý do.
      1. Đúng, làm đi
      2. Thôi
    > Chi: không
    < Dạ, em dừng ở đây.…
  `)
})

test("all that waits is accepted, or recognised, for one author too; many codes are counted, and where they are listed is told", async () => {
  await using stage = await waiting(
    Array.from({ length: 11 }, (_, at) => `Giá để dụng cụ kiểu số ${at + 1} cho chuyền ${100 + at * 37}`),
  )
  await stage.transcript(`
    [riêng Chi]
    > Chi: tiếp nhận hết của chị Hoa
    < Không có hồ sơ nào của chị Hoa đang chờ xét ở đơn vị anh/chị phụ trách.
    > Chi: tiếp nhận hết
    < Tiếp nhận 11 hồ sơ đang chờ: SK-000001, SK-000002, SK-000003, SK-000004, SK-000005, … (+6)?
      Ngày tiếp nhận: 10/3/2026
      1. Tiếp nhận
      2. Thôi
    > Chi: ừ
    < Đã tiếp nhận 11 hồ sơ: SK-000001, …
      …
    [riêng An]
    < SK-000001, SK-000002, SK-000003, SK-000004, SK-000005, … (+6) đã được tiếp nhận ngày 10/3/2026. …
    [riêng Chi]
    > Chi: tiếp nhận hết
    < Hồ sơ đang chờ đều đã được tiếp nhận.
    > Chi: công nhận hết trừ SK-5, 6
    < Công nhận 9 hồ sơ đang chờ xét: SK-000001, SK-000002, SK-000003, SK-000004, SK-000007, …
      …
    > Chi: thôi
    < Dạ, em dừng ở đây.
    > Chi: công nhận hết của anh An
    < Công nhận 11 hồ sơ đang chờ xét: SK-000001, SK-000002, SK-000003, SK-000004, SK-000005, … (+6)?
      …
    > Chi: 1
    < Đã công nhận 11 sáng kiến: SK-000001, SK-000002, SK-000003, SK-000004, SK-000005, … (+6)
      Xem đủ: "tổng hợp hôm nay chi tiết công nhận".
      Cấp cơ sở
    [riêng An]
    < 🎉 SK-000001, SK-000002, … (+6) của anh/chị đã được công nhận cấp cơ sở. …
    [riêng Chi]
    > Chi: tổng hợp hôm nay chi tiết công nhận
    < Công nhận 10/3/2026 – 10/3 9h…: 11
      SK-000011 · Giá để dụng cụ kiểu số 11 cho chuyền 470 · Nguyễn Văn An · CĐCS Công ty May TNG · 10/3
      …
  `)
})

test("a record that was entered for the wrong unit moves with all that it counts, and its author hears of it", async () => {
  await using stage = await waiting(TITLES.slice(0, 1))
  await stage.transcript(`
    [riêng Chi]
    > Chi: công nhận SK-1
    < Đã công nhận 1 sáng kiến: SK-000001
      …
    [riêng An]
    < 🎉 SK-000001 …
    > An: chuyển SK-1 sang CĐCS Công ty Điện tử Sông Công
    < …
    [riêng Chi]
    > Chi: SK-1 ghi nhầm đơn vị
    < Chuyển sang đơn vị nào ạ? Anh/chị gõ "chuyển SK-000001 sang" kèm tên đơn vị.
    > Chi: chuyển SK-1 sang CĐCS Công ty Điện tử Sông Công
    < Chuyển SK-000001 từ CĐCS Công ty May TNG sang CĐCS Công ty Điện tử Sông Công ạ? Số liệu hai đơn vị đổi từ hôm nay.
      SK-000001 · Cải tiến cữ gá may túi hộp
      1. Chuyển
      2. Thôi
    > Chi: chuyển đi
    < Đã chuyển 1 sáng kiến sang CĐCS Công ty Điện tử Sông Công: SK-000001. Từ hôm nay tính cho đơn vị đó.
    [riêng An]
    < SK-000001 đã chuyển sang CĐCS Công ty Điện tử Sông Công, từ hôm nay tính cho đơn vị đó. …
    [riêng Chi]
    > Chi: tổng hợp tuần Điện tử Sông Công
    < 📊 TỔNG HỢP TUẦN …
      CĐCS Công ty Điện tử Sông Công
      Đăng ký 1 (+1) · Công nhận 1 (+1) · Lên cổng 0 (+0)
      …
    > Chi: tổng hợp tuần May TNG
    < 📊 TỔNG HỢP TUẦN …
      CĐCS Công ty May TNG
      Đăng ký 0 (+0) · Công nhận 0 (+0) · Lên cổng 0 (+0)
      …
    > Chi: nhật ký
    < Nhật ký – 3 việc, mới nhất trước:
      … · Lê Kim Chi · CĐCS Công ty Điện tử Sông Công: nhận SK-000001 từ đơn vị khác
      … · Lê Kim Chi · CĐCS Công ty May TNG: chuyển SK-000001 sang đơn vị khác
      …
    > Chi: chuyển SK-1 sang Điện tử Sông Công
    < Chưa chuyển được: SK-000001 (đang ở đúng đơn vị đó rồi)
  `)
  expect(await checkCounters(stage.fresh.db, ZONE)).toEqual([])
})
