import { describe, expect, test } from "vitest"
import { asked } from "./asked.ts"
import type { CommandName } from "./command.ts"
import { typedCommand } from "./typed-command.ts"

describe("what only shows something, as it could be typed", () => {
  test.each<[CommandName, string, string]>([
    ["progress", "KCN", "tiến độ KCN"],
    ["tally", "tháng 3 KCN", "tổng hợp tháng 3 KCN"],
    ["tally", "cả chương trình chi tiết điều chỉnh", "tổng hợp cả chương trình chi tiết điều chỉnh"],
    ["compare", "KCN với GD", "so sánh KCN với GD"],
    ["ranking", "top 5 KCN", "bảng xếp hạng top 5 KCN"],
    ["export", "tổng hợp quý 1 YT", "xuất tổng hợp quý 1 YT"],
    ["whoLags", "don vi chua co của KCN", "đơn vị nào chưa có sáng kiến của KCN"],
    ["whoLags", "don vi da dat", "đơn vị nào đạt rồi"],
    ["review", "", "hồ sơ chờ duyệt"],
    ["review", "KCN", "hồ sơ chờ duyệt của KCN"],
    ["roles", "GD", "vai trò GD"],
    ["remind", "", "lịch nhắc"],
  ])("%s %s: %s", (name, rest, typed) => {
    expect(typedCommand(asked(name, rest))).toBe(typed)
  })

  test.each<[CommandName, string]>([
    ["recognize", "SK-3"],
    ["askRule", "figures"],
  ])("%s %s is not typed for anybody", (name, rest) => {
    expect(typedCommand(asked(name, rest))).toBeUndefined()
  })
})
