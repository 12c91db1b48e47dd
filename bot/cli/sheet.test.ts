import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { OutColumn } from "../../core/export/sheet.ts"
import { storedZip } from "../file/zip.ts"
import { readTable, writeTable } from "./sheet.ts"

const columns = { code: ["code", "mã"], name: ["name", "tên"], date: ["effective_from", "từ ngày"] } as const

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sheet-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function csv(content: string | Buffer) {
  const file = join(folder, "sheet.csv")
  await writeFile(file, content)
  return readTable(file, columns, ["code", "name"])
}

test("headings are English or Vietnamese, in any order, without regard to case and marks", async () => {
  const sheet = await csv("\uFEFFTEN;Ghi chú;Ma;Từ Ngày\r\nMay TNG;tốt;TNG;1/9/2021\r\n")
  expect(sheet.rows).toEqual([
    { line: 2, cells: { name: "May TNG", code: "TNG", date: "1/9/2021" }, extra: { "Ghi chú": "tốt" } },
  ])
  expect(sheet.unknownColumns).toEqual(["Ghi chú"])
})

test("headings behind a title, on two lines, with boxes over several cells: as offices draw them", async () => {
  const { default: writeXlsx } = await import("write-excel-file/node")
  const box = (value: string, more: { rowSpan?: number; columnSpan?: number } = {}) => ({ value, ...more })
  const file = join(folder, "drawn.xlsx")
  await writeFile(
    file,
    await writeXlsx([
      [box("BIỂU TỔNG HỢP", { columnSpan: 3 }), null, null],
      [box("Đơn vị", { columnSpan: 2 }), null, box("Từ ngày", { rowSpan: 2 })],
      [box("Mã"), box("Tên"), null],
      [box("A"), box("May TNG"), box("1/9/2021", { rowSpan: 2 })],
      [box("B"), box("Cơ khí"), null],
      [box("Tổng cộng"), null, null],
    ]).toBuffer(),
  )
  const drawn = await readTable(file, columns, ["code", "name"])
  expect(drawn.rows).toEqual([
    { line: 4, cells: { code: "A", name: "May TNG", date: "1/9/2021" }, extra: {} },
    { line: 5, cells: { code: "B", name: "Cơ khí", date: "1/9/2021" }, extra: {} },
  ])
  // Without its boxes: two names for one row stay two rows, and nothing is guessed for an empty cell.
  const plain = await csv("BIỂU TỔNG HỢP,,\n\nĐơn vị,,Từ ngày\nMã,Tên,\n(1),(2),(3)\nA,x,1/9/2021\nB,y,\n")
  expect(plain.rows.map(({ line, cells }) => [line, cells.code, cells.date])).toEqual([
    [6, "A", "1/9/2021"],
    [7, "B", ""],
  ])
})

test("lines are those of the file, also behind empty lines and line breaks in a cell", async () => {
  const sheet = await csv('code,name\r\nA,one\r\n\r\nB,"two\r\nlines"\r\nC,three\r\n,\r\nD,four')
  expect(sheet.rows.map((row) => [row.line, row.cells.code])).toEqual([
    [2, "A"],
    [4, "B"],
    [6, "C"],
    [8, "D"],
  ])
})

test("UTF-16 as Excel writes it is read, other encodings are refused with advice", async () => {
  const utf16 = Buffer.from("\uFEFFcode\tname\nĐ\tĐiện\n", "utf16le")
  expect((await csv(utf16)).rows[0]?.cells).toEqual({ code: "Đ", name: "Điện" })
  await expect(csv(Buffer.from([0x63, 0xf4, 0x2c]))).rejects.toThrow("CSV UTF-8")
})

test("a file that lacks a column, has one twice, or is empty says so", async () => {
  await expect(csv("code,level\nA,x")).rejects.toThrow("lacks the column name | tên")
  await expect(csv("DANH SÁCH,\n,\ntên,từ ngày\nA,1/9/2021")).rejects.toThrow(
    "lacks the column code | mã. Its headings are: tên, từ ngày.",
  )
  await expect(csv("code,name,Mã\nA,x,y")).rejects.toThrow("two columns for code | mã")
  await expect(csv("")).rejects.toThrow("is empty")
  await expect(readTable(join(folder, "none.csv"), columns, [])).rejects.toThrow("There is no file")
  await expect(csv('code,name\nA,"x')).rejects.toThrow("not a readable CSV")
})

test("a cell as long as a document makes a bad row", async () => {
  const sheet = await csv(`code,name\nA,${"x".repeat(10_001)}\nB,y\n`)
  expect(sheet.bad).toEqual([{ line: 2, reason: "a cell has 10001 characters, at most 10000 are taken" }])
  expect(sheet.rows).toHaveLength(1)
})

type Row = { code: string; name: string; at: string }
const outColumns: OutColumn<Row>[] = [
  { heading: "code", value: (row) => row.code },
  { heading: "name", value: (row) => row.name },
  { heading: "effective_from", value: (row) => ({ time: row.at }) },
]
const hostile = [
  "=1+1",
  "+84",
  "-5",
  "@SUM(A1)",
  "'=x",
  "''-x",
  "'quoted'",
  "＝1+1",
  'a "b", c;d',
  "Cải tiến\nhai dòng",
]

test.each(["csv", "xlsx"])("what is written as %s comes back unchanged, formulas as text", async (ending) => {
  const file = join(folder, `out.${ending}`)
  const rows = hostile.map((name, index) => ({ code: `C${index}`, name, at: "2022-01-09T08:27:30+07:00" }))
  await writeTable(file, "sample", outColumns, rows)
  const sheet = await readTable(file, columns, ["code"])
  expect(sheet.rows.map((row) => row.cells.name)).toEqual(hostile)
  expect(sheet.rows[0]?.cells.date).toMatch(/^2022-01-09[T ]08:27:30/)
  if (ending === "xlsx") return
  const text = await readFile(file, "utf8")
  // Spreadsheet programs take this, and no "T" or offset, for a moment; and what stands behind an apostrophe for text.
  expect(text).toContain("\r\nC0,'=1+1,2022-01-09 08:27:30\r\n")
  expect(text).toContain(",'＝1+1,")
  await writeTable(file, "sample", outColumns, [{ code: "A", name: " =1+1", at: "2022-01-09" }])
  expect(await readFile(file, "utf8")).toContain("\r\nA,' =1+1,2022-01-09\r\n")
})

test("a day in Excel stays a day", async () => {
  const file = join(folder, "day.xlsx")
  await writeTable(file, "sample", outColumns, [{ code: "A", name: "x", at: "2022-01-09T00:00:00+07:00" }])
  expect((await readTable(file, columns, ["code"])).rows[0]?.cells.date).toBe("2022-01-09")
})

test("another ending is refused", async () => {
  await expect(writeTable(join(folder, "out.pdf"), "sample", outColumns, [])).rejects.toThrow(
    "must end in .xlsx or .csv",
  )
})

test.each([
  ["unpacks to gigabytes", "256 MB unpacked", bomb],
  ["claims a million rows", "beyond row", () => workbook('<c r="A1"/><c r="B1048576"/>')],
  ["swells by entities", "document type", () => workbook('<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>')],
])("a workbook that %s is refused before it is read", async (_, words, bytes) => {
  const file = join(folder, "hostile.xlsx")
  await writeFile(file, bytes())
  await expect(readTable(file, columns, ["code"])).rejects.toThrow(words)
})

function workbook(sheet: string): Buffer {
  return storedZip([{ name: "xl/worksheets/sheet1.xml", content: Buffer.from(sheet) }])
}

/** Forty entries of the directory that share the same ten megabytes. */
function bomb(): Buffer {
  const one = storedZip([{ name: "a.xml", content: Buffer.alloc(10 * 1024 * 1024) }])
  const end = one.lastIndexOf("PK\u0005\u0006")
  const directory = one.readUInt32LE(end + 16)
  const entry = Buffer.from(one.subarray(directory, end))
  const tail = Buffer.from(one.subarray(end))
  tail.writeUInt16LE(40, 10)
  return Buffer.concat([one.subarray(0, directory), ...Array<Buffer>(40).fill(entry), tail])
}
