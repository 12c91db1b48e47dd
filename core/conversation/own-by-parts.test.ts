import { describe, expect, test } from "vitest"
import { readCommand } from "../command/read.ts"
import { isSpoken } from "../command/spoken-to-bot.ts"
import { TITLES } from "../ideas/titles.labelled.ts"
import { asksOwnStanding, likelyOwn } from "./own-by-parts.ts"

describe("how their own stand is told from its parts", () => {
  test.each([
    ["của e tới đâu rồi ạ", "standing"],
    ["sáng kiến tôi gửi nửa tháng nay chưa thấy gì hết vậy", "standing"],
    ["mấy cái cũ của anh cái nào được công nhận rồi", "standing"],
    ["hồ sơ của chị đang ở khâu nào", "standing"],
    ["bao giờ mới xét xong, sốt ruột quá", "when"],
    ["khi nào thì có kết quả ạ", "when"],
    // One word more, or a number, and it may be anything
    ["của e tới đâu rồi, máy cắt đã chạy", undefined],
    ["SK-3 tới đâu rồi", undefined],
    ["chờ chút nhé", undefined],
    ["em chờ", undefined],
  ] as const)("%s: %s", (text, expected) => {
    expect(asksOwnStanding(text)).toBe(expected)
  })

  test("no title asks for it", () => {
    const titles = TITLES.flatMap(({ title, same, other }) => [title, ...same, ...other])
    expect(titles.filter((title) => asksOwnStanding(title) !== undefined)).toEqual([])
  })
})

/** What a member says, and what is offered. */
const SAID: readonly (readonly [said: string, ...offered: readonly string[]])[] = [
  ["hay em xoá cái SK-40 nhỉ... thôi kệ, để đó", "hủy SK-000040", "xem SK-000040"],
  ["cái công thức pha keo là bí mật, đừng cho ai xem SK-90", "bảo mật SK-000090", "xem SK-000090"],
  ["bỏ tên chị Tuyết khỏi SK-52 đi ạ", "đồng tác giả SK-000052", "xem SK-000052"],
  [
    "chia lại SK-36 thành em 70, anh Bốn 30 nha, bữa trước ghi sai",
    "đồng tác giả SK-000036",
    "sửa SK-000036",
    "xem SK-000036",
  ],
  ["hổng muốn ai thấy tên tui trên nhóm đâu nghen, ẩn giùm", "dữ liệu của tôi"],
  ["xóa sạch thông tin của tôi đi", "dữ liệu của tôi"],
  ["Đừng nêu tên em trên nhóm chung nghe, em ngại lắm", "dữ liệu của tôi"],
  ["cho em xin tất cả những gì bot đang giữ về em", "dữ liệu của tôi"],
  ["phần mô tả là bí quyết của xưởng, che lại giúp em", "bảo mật"],
  ["Gỡ tên anh Hải ra khỏi phần đồng tác giả giúp, ảnh hổng chịu", "đồng tác giả"],
  ["tối nào cũng nhắn mệt ghê, bớt giùm đi bot", "tắt nhắc"],
  ["mình có cái nữa nè bot", "đăng ký"],
  ["giờ em qua chỗ khác, sửa lại nơi làm giúp em với", "sửa đơn vị của tôi"],
  ["em ghi lộn đơn vị rồi", "sửa đơn vị của tôi"],
  ["tên em bị ghi sai chữ đệm", "sửa tên tôi"],
  ["tui mù công nghệ lắm, không hiểu bấm gì", "hướng dẫn"],
]

describe("what a member may want is offered by its parts", () => {
  test.each(SAID)("%s", (said, ...offered) => {
    expect(isSpoken(said) || /SK-/.test(said)).toBe(true)
    expect(likelyOwn(said)).toEqual(offered)
  })

  test("each is offered as it could have been typed", () => {
    const offered = SAID.flatMap(([, ...sentences]) => sentences)
    expect(offered.filter((sentence) => readCommand(sentence) === undefined)).toEqual([])
  })
})
