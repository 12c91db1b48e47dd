import { describe, expect, test } from "vitest"
import { readCommand } from "../command/read.ts"
import { isSpoken } from "../command/spoken-to-bot.ts"
import { TITLES } from "../ideas/titles.labelled.ts"
import { likelyOrders } from "./likely-orders.ts"
import { NAMED_UNITS } from "./testing.ts"

/** What an officer says, and what is offered first; what else is offered stands behind it. */
const SAID: readonly (readonly [said: string, ...offered: readonly string[]])[] = [
  // Of records
  [
    "duyệt luôn cho chị cái SK-41 nhé, hội đồng sáng nay thông qua rồi",
    "công nhận SK-000041",
    "xem SK-000041",
  ],
  [
    "SK-12, SK-15 và SK-19 cho qua, số quyết định 27/QĐ-LĐLĐ ngày 14/4",
    "công nhận SK-000012, SK-000015, SK-000019 quyết định 27/QĐ-LĐLĐ ngày 14/4",
    "xem SK-000012",
  ],
  [
    "từ SK-30 tới SK-44 công nhận hết trừ 37 vs 41 nha e",
    "công nhận SK-000030 đến SK-000036, SK-000038 đến SK-000040, SK-000042 đến SK-000044",
    "xem SK-000030",
  ],
  ["Bê nguyên của bên Nga My năm ngoái => loại SK-8", "từ chối SK-000008", "xem SK-000008"],
  [
    "Bác SK-59. Lý do: đã có bằng sáng chế đứng tên cty khác",
    "từ chối SK-000059 lý do đã có bằng sáng chế đứng tên cty khác",
    "xem SK-000059",
  ],
  [
    "3 cái 101 102 105 t vừa up lên cổng quốc gia xong, đánh dấu hộ",
    "lên cổng SK-000101, SK-000102, SK-000105",
    "xem SK-000101",
  ],
  [
    "SK-301→SK-303 đã có trên cổng, riêng 302 thì cổng báo lỗi",
    "lên cổng SK-000301, SK-000303",
    "xem SK-000301",
  ],
  ["SK-88 bên cổng họ gỡ rồi, bỏ dấu đã lên cổng hộ c với", "thu hồi lên cổng SK-000088", "xem SK-000088"],
  ["SK-9 với SK-90 là một cả thôi. Gộp vào SK-9", "gộp SK-000090 vào SK-000009", "xem SK-000009"],
  ["222 là bản trùng của 31, đánh dấu đi e", "gộp SK-000222 vào SK-000031", "xem SK-000222"],
  ["ai duyệt cái sk-33 vậy, duyệt hôm nào", "lịch sử SK-000033", "xem SK-000033"],
  ["mở sk 12 coi cái ảnh trước sau", "xem SK-000012"],
  // Of units
  ["May TNG nhận thêm tổ cắt nên giờ 162 đv, lao động vẫn 45", "đơn vị KCN-01 có 162 đoàn viên, 45 lao động"],
  [
    "đoàn viên của THPT Bảo Cường: 44, lao động: 12, tính từ 1/4/2022",
    "đơn vị GD-07 có 44 đoàn viên, 12 lao động từ 1/4/2022",
  ],
  ["Chỉ tiêu gđ 2 của LĐLĐ Phổ Yên: 700, bỏ con số 690 cũ", "giao chỉ tiêu TP-PY giai đoạn 2 là 700"],
  ["hạ chỉ tiêu THPT Bảo Cường xuống 2 thôi, trường có 22 người", "giao chỉ tiêu GD-07 2"],
  ["Đồng Hỷ tự đăng ký phấn đấu 250, chỉ tiêu giữ nguyên 196", "phấn đấu H-DHY 250"],
  ["Cđcs THPT Bảo Cường từ giờ thuộc Công Thương chứ k phải Giáo dục nữa", "đơn vị chuyển GD-07 về CT"],
  ["Gia Sàng sáp nhập vào May TNG kể từ 1/5 nhé", "đơn vị gộp TT-01 vào KCN-01 từ 1/5"],
  ["công nhận hết những cái đang đợi của Gia Sàng", "công nhận tất cả của TT-01"],
  // Of people
  ["tạo mã mời cho chị Oanh làm cán bộ Phổ Yên", "mời cán bộ TP-PY"],
  ["phong cho chị Nga quyền tổ hỗ trợ ở May TNG", "mời tổ hỗ trợ KCN-01"],
  ["bà nào đang giữ vai trò cán bộ ở Đồng Hỷ", "vai trò H-DHY"],
  ["Đặng Văn Sơn nghỉ hưu 1/4 rồi, cắt tài khoản cán bộ của bác ấy", "thu hồi vai trò của Đặng Văn Sơn"],
  // What is sent
  ["mấy đơn vị tuần rồi chưa có cái nào, giục họ một câu cho anh", "nhắc đơn vị chưa có sáng kiến tuần này"],
  [
    "8h sáng mai gửi nhóm chung: Toàn tỉnh còn thiếu nhiều, mong các đơn vị dồn lực",
    "nhắc tất cả các nhóm 8h sáng mai: Toàn tỉnh còn thiếu nhiều, mong các đơn vị dồn lực",
  ],
  [
    "Thứ Ba 19/4 lúc 14h đốc thúc các cđcs Đồng Hỷ và Võ Nhai giúp anh, nội dung: còn hơn tháng thôi",
    "nhắc H-DHY và H-VN Thứ Ba 19/4 lúc 14h: còn hơn tháng thôi",
  ],
  ["thôi bỏ lịch nhắc sáng thứ 2 đi, dân kêu quá", "lịch nhắc"],
  ["ngừng hẳn cái NH-3 giúp chị", "bỏ NH-3"],
  ['nhóm zalo "Tổ may" là của May TNG đó, nối lại giúp', "liên kết KCN-01"],
  ["giải thích sao Đồng Hỷ được có 62 điểm", "điểm thi đua H-DHY"],
]

describe("what an officer may have ordered is told from the parts that are known", () => {
  test.each(SAID)("%s", (said, ...offered) => {
    expect(likelyOrders(said, NAMED_UNITS)).toEqual(offered)
  })

  test("each is offered as it could have been typed", () => {
    const offered = SAID.flatMap(([, ...sentences]) => sentences)
    const unread = offered.filter((sentence) => readCommand(sentence, { officer: true }) === undefined)
    expect(unread).toEqual([])
  })
})

test("nothing is offered for a title", () => {
  const titles = TITLES.flatMap(({ title, same, other }) => [title, ...same, ...other])
  expect(titles.filter((title) => isSpoken(title) && likelyOrders(title, NAMED_UNITS).length > 0)).toEqual([])
})
