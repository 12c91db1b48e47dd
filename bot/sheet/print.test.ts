import { readSheet } from "read-excel-file/node"
import { expect, test } from "vitest"
import type { OutSheet } from "../../core/export/sheet.ts"
import { unzip } from "../file/zip.ts"
import { writeSheets } from "./write.ts"

const wide = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ heading: `Cột ${at}`, width: 11 }))
const LIST: OutSheet = {
  name: "Tổ & 'khối' <1>",
  columns: wide(30),
  rows: [["Công đoàn các Khu công nghiệp tỉnh", 1, null], ["B"], ["C"]],
}
const FIGURES: OutSheet = { name: "Tổng hợp", columns: wide(3), rows: [["Đăng ký", 1500, 12]] }

async function partsOf(sheets: readonly OutSheet[]) {
  const bytes = Buffer.from(await writeSheets(sheets, "xlsx"))
  const parts = new Map(unzip(bytes, 1_000_000).map(({ name, content }) => [name, content.toString()]))
  return { bytes, part: (name: string) => parts.get(`xl/${name}.xml`) ?? "" }
}

function stylesOf(part: (name: string) => string): readonly string[] {
  const [cellStyles = ""] = /<cellXfs.*<\/cellXfs>/s.exec(part("styles")) ?? []
  return [...cellStyles.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)].map(([style]) => style)
}

test("a list is filtered by its heading, printed across A4 in letters that can be read, the heading on each page", async () => {
  const { bytes, part } = await partsOf([FIGURES, LIST])
  const list = part("worksheets/sheet2")
  expect(
    list.match(/<(?:sheetPr|sheetData|autoFilter|printOptions|pageMargins|pageSetup|headerFooter)[ >]/g),
  ).toEqual([
    "<sheetPr>",
    "<sheetData>",
    "<autoFilter ",
    "<printOptions ",
    "<pageMargins ",
    "<pageSetup ",
    "<headerFooter>",
  ])
  expect(list).toContain('<autoFilter ref="A1:AD4"/>')
  expect(list).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="2" fitToHeight="0"')
  expect(list).toContain("<oddHeader>&amp;C&amp;BTổ &amp;&amp; &#39;khối&#39; &lt;1&gt;</oddHeader>")
  expect(part("workbook")).toContain(
    '<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">&#39;Tổ &amp; &#39;&#39;khối&#39;&#39; &lt;1&gt;&#39;!$A$1:$AD$4</definedName>',
  )
  expect(await readSheet(bytes, LIST.name)).toHaveLength(4)
})

test("a list two pages wide has both side by side, and its first column on each of them", async () => {
  const titles = (part: (name: string) => string) =>
    /Print_Titles" localSheetId="0">(.*?)<\/definedName>/.exec(part("workbook"))?.[1]
  const name = "L"
  const wideOne = await partsOf([{ name, columns: wide(30), rows: [] }])
  expect(wideOne.part("worksheets/sheet1")).toContain('pageOrder="overThenDown"')
  expect(titles(wideOne.part)).toBe("&#39;L&#39;!$A:$A,&#39;L&#39;!$1:$1")
  const one = await partsOf([{ name, columns: wide(17), rows: [] }])
  expect(one.part("worksheets/sheet1")).not.toContain("pageOrder")
  expect(titles(one.part)).toBe("&#39;L&#39;!$1:$1")
})

test("a page that is printed says below its name what it is about", async () => {
  const { part } = await partsOf([{ ...FIGURES, about: "1 triệu sáng kiến · CĐ A & B · 1/3 – 31/3" }])
  expect(part("worksheets/sheet1")).toContain(
    "<oddHeader>&amp;C&amp;BTổng hợp&amp;B&#10;1 triệu sáng kiến · CĐ A &amp;&amp; B · 1/3 – 31/3</oddHeader>",
  )
})

test("a date in a list keeps away from the words behind it; in a summary it stands among the numbers", async () => {
  const row = [{ time: "2026-03-10" }, "Công đoàn", "An", "x"] as const
  const centred = async (columns: number) => {
    const { part } = await partsOf([{ name: "L", columns: wide(columns), rows: [row.slice(0, columns)] }])
    const [, style] = /<c r="A2" s="(\d+)"/.exec(part("worksheets/sheet1")) ?? []
    return stylesOf(part)[Number(style)]?.includes('horizontal="center"')
  }
  expect([await centred(4), await centred(3)]).toEqual([true, false])
})

test("an amount stands at the right edge as it is counted, a place in the ranking in the middle", async () => {
  const columns = [{ heading: "Xếp thứ" }, { heading: "Đã đăng ký", look: "count" as const }]
  const { part } = await partsOf([{ name: "Xếp hạng", columns, rows: [[1, 1500]] }])
  const styles = stylesOf(part)
  const [place, amount] = [...part("worksheets/sheet1").matchAll(/<c r="[AB]2" s="(\d+)"/g)].map(
    ([, style]) => styles[Number(style)] ?? "",
  )
  expect(place).toContain('horizontal="center"')
  expect(amount).toMatch(/numFmtId="\d+"(?!.*horizontal)/)
})

test("a few figures are no list: upright, and nothing to filter", async () => {
  const { part } = await partsOf([FIGURES])
  expect(part("worksheets/sheet1")).toContain('orientation="portrait"')
  expect(part("worksheets/sheet1")).not.toContain("autoFilter")
  expect(part("workbook")).toContain(
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">&#39;Tổng hợp&#39;!$1:$1</definedName>',
  )
})

test("a name longer than its column has a row high enough for its lines; a long description keeps to one", async () => {
  const { part } = await partsOf([LIST, { ...FIGURES, rows: [["dài ".repeat(200), 1, 2]] }])
  expect(part("worksheets/sheet1")).toMatch(/<row r="2" ht="47\.25" customHeight="1"/)
  expect(part("worksheets/sheet2")).toMatch(/<row r="2">/)
})
