import { expect, test } from "vitest"
import { compareWithPortal, differencePhrases, type PortalRecord } from "./portal-list.ts"
import { behalfLines, type ListTable, listTable } from "./table.ts"

const tableOf = (...lines: readonly (readonly string[])[]): ListTable =>
  listTable(lines.map((cells, at) => ({ line: at + 1, cells }))) ??
  expect.unreachable("no headings were found")

const record = (number: number, more: Partial<PortalRecord> = {}): PortalRecord => ({
  number,
  title: `Cải tiến số ${number} của xưởng`,
  author: "Nguyễn Văn An",
  unit: "CĐCS May TNG",
  status: "on_portal",
  portalCode: `CP-${number}`,
  ...more,
})
const HEADINGS = ["Mã cổng", "Tên sáng kiến", "Tác giả", "Đơn vị"]
const row = (number: number, more: Partial<Record<"code" | "title" | "author", string>> = {}) => [
  more.code ?? `CP-${number}`,
  more.title ?? `Cải tiến số ${number} của xưởng`,
  more.author ?? "Nguyễn Văn An",
  "CĐCS May TNG",
]
const kinds = (table: ListTable, records: readonly PortalRecord[]) => {
  const { same, toMark, differences } = compareWithPortal(table, records)
  return { same, toMark: [...toMark], differences: differences.map(({ kind }) => kind) }
}

test("what is the same here and there is counted, whatever case and marks the portal keeps", () => {
  const table = tableOf(HEADINGS, row(1, { code: "cp-1", title: "CAI TIEN SO 1 CUA XUONG" }))
  expect(kinds(table, [record(1)])).toEqual({ same: 1, toMark: [], differences: [] })
})

test.each([
  [
    "a recognised one that is there is marked",
    row(1),
    record(1, { status: "recognized", portalCode: null }),
    [[1, "CP-1"]],
    [],
  ],
  ["another title", row(1, { title: "Cải tiến khác hẳn" }), record(1), [], ["title"]],
  ["another author", row(1, { author: "Lê Kim Chi" }), record(1), [], ["author"]],
  ["another code", row(1, { code: "CP-9" }), record(1), [], ["code"]],
  [
    "not recognised here yet",
    row(1),
    record(1, { status: "registered", portalCode: null }),
    [],
    ["not_recognized"],
  ],
  ["there and not here", row(2), record(1, { status: "registered", portalCode: null }), [], ["only_there"]],
])("%s", (_, line, known, toMark, differences) => {
  const found = kinds(tableOf(HEADINGS, line), [known])
  expect({ toMark: found.toMark, differences: found.differences }).toEqual({ toMark, differences })
})

test("here and not there, and a code that stands twice", () => {
  const table = tableOf(HEADINGS, row(2), row(3, { code: "CP-2" }))
  const waiting = { status: "recognized", portalCode: null }
  expect(kinds(table, [record(1), record(2, waiting), record(3, waiting)])).toEqual({
    same: 0,
    toMark: [],
    differences: ["code_twice", "code_twice", "only_here"],
  })
})

test("our own code finds the record when the portal changed every word", () => {
  const table = tableOf(["Mã sáng kiến", ...HEADINGS], ["SK-000007", "CP-7", "Tên khác", "", ""])
  expect(kinds(table, [record(7, { status: "recognized", portalCode: null })]).toMark).toEqual([[7, "CP-7"]])
})

test("the rows of a list are read under its headings, wherever these stand, by their line in the file", () => {
  const table = tableOf(
    ["DANH SÁCH SÁNG KIẾN QUÝ I"],
    [],
    ["STT", "Họ và tên", "Tên giải pháp", "Giá trị làm lợi", "Mã đơn vị"],
    ["1", "Nguyễn Văn Hùng", "Cải tiến máy ép keo cổ áo", "45tr/năm", "KCN-01"],
    ["2", "", "Kệ xoay dụng cụ cho tổ điện", "", ""],
    ["3", "Trần Thị Lan", "Kệ", "", ""],
    ["4", "Lê Văn Tám", "Tấm chắn bụi cho máy cắt vải", "12000000", ""],
  )
  expect(behalfLines(table)).toMatchObject([
    {
      line: 4,
      author: "Nguyễn Văn Hùng",
      place: "KCN-01",
      registration: { title: "Cải tiến máy ép keo cổ áo", benefit: { amount: "45000000", period: "year" } },
    },
    { line: 5, problem: "form" },
    { line: 6, problem: "short" },
    { line: 7, registration: { benefit: { amount: "12000000", currency: "VND" } } },
  ])
})

test("a list of one month names what else stands here in a line for each unit, behind what differs", () => {
  const records = Array.from({ length: 40 }, (_, at) => record(at + 1))
  const table = tableOf(HEADINGS, row(1, { title: "Cải tiến khác" }))
  const phrases = differencePhrases(compareWithPortal(table, records).differences)
  expect(phrases).toMatchObject([
    { key: "portal-unit", args: { unit: "CĐCS May TNG" } },
    { key: "portal-difference", args: { kind: "title", code: "SK-000001" } },
    { key: "portal-only-here", args: { count: 39, rest: "some", more: 9 } },
  ])
})

test("a list without a title's heading is none", () => {
  expect(listTable([{ line: 1, cells: ["a", "b"] }])).toBeUndefined()
})

test("a list as offices draw it: two lines of headings, their numbers, boxes over several rows, a sum", () => {
  const line = (line: number, cells: readonly string[], above: Readonly<Record<number, string>> = {}) => ({
    line,
    cells,
    above: new Map(Object.entries(above).map(([place, text]) => [Number(place), text])),
  })
  const table = listTable([
    line(1, ["DANH SÁCH SÁNG KIẾN QUÝ I"]),
    line(3, ["STT", "Họ và tên tác giả", "Đơn vị", "Sáng kiến", "", ""]),
    line(4, ["", "", "", "Tên sáng kiến", "Lĩnh vực", "Giá trị làm lợi (đồng)"]),
    line(5, ["1", "2", "3", "4", "5", "6"]),
    line(6, ["1", "Nguyễn Văn Tám", "May TNG", "Bàn hút chân không cho chuyền là", "", "45000000"]),
    line(7, ["2", "Lê Thị Bảy", "", "Chia lại thùng phụ liệu theo màu", "", ""], { 2: "May TNG" }),
    line(8, ["3", "Trần Văn Chín", "Cơ khí", "Đồ gá khoan bốn lỗ", "", ""]),
    line(9, ["", "Hoàng Thị Mười", "", "", "", ""], { 2: "Cơ khí", 3: "Đồ gá khoan bốn lỗ" }),
    line(10, ["Tổng cộng", "", "", "", "", "45000000"]),
  ])
  const lines = behalfLines(table as ListTable)
  expect(lines.map((each) => ("problem" in each ? each : [each.line, each.author, each.place]))).toEqual([
    [6, "Nguyễn Văn Tám", "May TNG"],
    [7, "Lê Thị Bảy", "May TNG"],
    [8, "Trần Văn Chín", "Cơ khí"],
  ])
  expect(lines[0]).toMatchObject({ registration: { benefit: { amount: "45000000", currency: "VND" } } })
  expect(lines[2]).toMatchObject({ registration: { coAuthors: "Hoàng Thị Mười" } })
})

test.each([
  [
    "data that reads like a heading",
    [
      ["Tác giả", "Tên sáng kiến"],
      ["An", "Đơn vị"],
      ["Bình", "Gá kẹp"],
    ],
    ["An", "Bình"],
  ],
  [
    "a first row of numbers that are data",
    [
      ["Tác giả", "Tên sáng kiến"],
      ["1", "2"],
    ],
    ["1"],
  ],
  [
    "somebody called Tổng",
    [
      ["Tác giả", "Tên sáng kiến"],
      ["Tổng", "Gá kẹp chặt"],
    ],
    ["Tổng"],
  ],
  [
    "a column more below",
    [
      ["Tác giả", "Tên sáng kiến", ""],
      ["An", "Gá kẹp chặt", "Lĩnh vực"],
    ],
    ["An"],
  ],
])("not taken for headings or a sum: %s", (_, cells, authors) => {
  const table = listTable(cells.map((own, at) => ({ line: at + 1, cells: own })))
  expect(table?.rows.map((row) => row.of("author"))).toEqual(authors)
})
