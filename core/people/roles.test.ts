import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { createWording } from "../messages/wording.ts"
import { journalPhrase } from "./journal.ts"
import { mayWithdraw } from "./office.ts"
import { readPage } from "./page.ts"
import type { Role, UnitRef } from "./role.ts"
import { lockedOut } from "./roles.ts"

const unit = (...path: string[]): UnitRef => ({
  id: path.at(-1) as string,
  code: path.at(-1) as string,
  name: path.at(-1) as string,
  path,
})
const TINH = unit("tinh")
const KCN = unit("tinh", "kcn")
const TNG = unit("tinh", "kcn", "tng")
const GD = unit("tinh", "gd")

describe("who may end whose role", () => {
  const as = (role: Role, at: UnitRef) => ({ id: "me", grants: [{ role, unit: at }] })
  const of = (role: Role, at: UnitRef, personId = "other") => ({ personId, role, unit: at })
  test.each([
    ["one's own", as("support", TNG), of("support", TNG, "me"), true],
    ["support by an officer of the unit", as("officer", TNG), of("support", TNG), true],
    ["support by support", as("support", KCN), of("support", TNG), false],
    ["an officer by an officer of the same unit", as("officer", TNG), of("officer", TNG), false],
    ["an officer by an officer of the unit above", as("officer", KCN), of("officer", TNG), true],
    ["an officer by an administrator of the unit", as("admin", TNG), of("officer", TNG), true],
    ["an administrator by an officer above", as("officer", TINH), of("admin", TNG), false],
    ["an administrator by one of the same unit", as("admin", TINH), of("admin", TINH), true],
    ["an administrator by one below", as("admin", KCN), of("admin", TINH), false],
    ["anybody of another branch", as("admin", GD), of("support", TNG), false],
  ])("%s: %#", (_, person, holder, expected) => {
    expect(mayWithdraw(person, holder)).toBe(expected)
  })
})

test("the last administrator of the topmost unit is known, and only that one", async () => {
  const among = (...ids: string[]) => ({ administrators: async () => ids })
  const admin = [{ role: "admin", unit: TINH } as const]
  expect(await lockedOut("me", admin, among("me"))).toBe(TINH)
  expect(await lockedOut("me", admin, among("me", "other"))).toBeUndefined()
  expect(await lockedOut("me", [{ role: "admin", unit: KCN }], among("me"))).toBeUndefined()
  expect(await lockedOut("me", [{ role: "officer", unit: TINH }], among("me"))).toBeUndefined()
})

test.each([
  ["", 1, ""],
  ["KCN", 1, "KCN"],
  ["KCN trang 2", 2, "KCN"],
  ["trang 3", 3, ""],
  ["TRANG 12", 12, ""],
  ["Trường THPT Trang Xá", 1, "Trường THPT Trang Xá"],
  ["trang 0", 1, ""],
])("%j is page %i of %j", (text, page, rest) => {
  expect(readPage(text)).toEqual({ page, rest })
})

describe("the journal in words", () => {
  const wording = createWording(readFileSync(new URL("../messages/vi.ftl", import.meta.url), "utf8"), "vi")
  const at = Date.parse("2026-03-10T09:05:00+07:00")
  const said = (action: string, subject: unknown, who?: string) =>
    wording.say(journalPhrase({ at, who, unit: "KCN", action, subject }, "Asia/Ho_Chi_Minh"))
  test.each([
    [
      "recognized",
      { initiatives: [1, 2], decision: "45/QĐ" },
      "công nhận SK-000001, SK-000002 (quyết định 45/QĐ)",
    ],
    ["recognized", { initiatives: [1] }, "công nhận SK-000001"],
    [
      "refused",
      { initiatives: [1, 2, 3, 4, 5, 6] },
      "từ chối SK-000001, SK-000002, SK-000003, SK-000004, SK-000005…",
    ],
    ["register_for", { initiatives: ["a", "b"] }, "đăng ký hộ 2 sáng kiến"],
    ["remind", { reminder: 3 }, "đặt lịch nhắc NH-3"],
    ["withdraw_role", { role: "support" }, "thu hồi vai trò tổ hỗ trợ"],
    [
      "remove_period",
      {
        list: "peaks",
        code: "cd1",
        name: "Tuần lễ xanh",
        startsOn: "2026-03-20",
        endsOn: "2026-03-27",
        goal: 90,
      },
      "bỏ Tuần lễ xanh (20/3/2026 – 27/3/2026, chỉ tiêu 90)",
    ],
    ["link", { chat: "web:x" }, "gắn nhóm với đơn vị"],
    ["link", "not what it should be", "gắn nhóm với đơn vị"],
  ])("%s %j", (action, subject, words) => {
    expect(said(action, subject, "Lê Chi")).toBe(`10/3/2026 09:05 · Lê Chi · KCN: ${words}`)
  })
  test("what the operator's tool did has nobody's name", () => {
    expect(said("link", {})).toContain("người quản trị hệ thống · KCN")
  })
})
