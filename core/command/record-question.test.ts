import { describe, expect, test } from "vitest"
import { readCommand } from "./read.ts"

describe("what is asked about one record", () => {
  test.each([
    ["lịch sử SK-000001", "history", "SK-000001"],
    ["xem lich su sk1", "history", "sk1"],
    ["SK-1 lịch sử", "history", "SK-1"],
    ["nhật ký hồ sơ SK-1", "history", "SK-1"],
    ["ai đã sửa SK-1 vậy", "history", "SK-1"],
    ["SK-1 ai đổi tên thế", "history", "SK-1"],
    ["SK-1 đã sửa mấy lần rồi", "history", "SK-1"],
    ["SK-1 qua những bước nào rồi em", "history", "SK-1"],
    ["quá trình xét SK-1", "history", "SK-1"],
    ["SK-1 đang ở bước nào", "look", "SK-1"],
    ["sk1 den khau nao roi", "look", "sk1"],
    ["SK-1 đang ở tay ai", "look", "SK-1"],
    ["SK-1 công nhận ngày nào", "look", "SK-1"],
    ["SK-1 được công nhận cấp gì", "look", "SK-1"],
    ["quyết định SK-1 số mấy", "look", "SK-1"],
    ["mã cổng của SK-1 là gì", "look", "SK-1"],
    ["SK-1 có lên cổng chưa", "look", "SK-1"],
    ["SK-1 có gì thay đổi không", "history", "SK-1"],
  ])("%s: %s %s", (text, name, rest) => {
    expect(readCommand(text)).toMatchObject({ name, rest })
    expect(readCommand(text, { officer: true })).toMatchObject({ name, rest })
  })

  test.each(["em ơi SK-1 ai công nhận thế", "ai công nhận SK-1 vậy em", "SK-1 do ai công nhận"])(
    "%s: officers are told who, members how it stands",
    (text) => {
      expect(readCommand(text)).toMatchObject({ name: "look", rest: "SK-1" })
      expect(readCommand(text, { officer: true })).toMatchObject({ name: "history", rest: "SK-1" })
    },
  )

  test.each([
    ["sáng kiến của em được công nhận cấp nào", "look"],
    ["số quyết định của em là gì", "look"],
    ["cho em xin quyết định công nhận", "look"],
    ["lịch sử", "history"],
    ["xem quá trình xét sáng kiến của em", "history"],
    ["ai sửa sáng kiến của em", "history"],
  ])("%s: %s of the only one they have", (text, name) => {
    expect(readCommand(text)).toMatchObject({ name, rest: "" })
  })

  test.each(["quá trình xét duyệt sáng kiến thế nào", "quá trình xét duyệt sáng kiến", "các bước đăng ký"])(
    "%s: of the programme",
    (text) => {
      expect(["history", "look"]).not.toContain(readCommand(text)?.name)
    },
  )

  test.each([
    "lịch sử địa phương qua tranh cho học sinh lớp 4",
    "Số hóa quá trình xét duyệt hồ sơ SK của công đoàn",
    "Nhật ký vận hành máy nén SK 250 trên điện thoại",
  ])("%s: a title", (text) => {
    expect(["history", "look"]).not.toContain(readCommand(text)?.name)
  })
})
