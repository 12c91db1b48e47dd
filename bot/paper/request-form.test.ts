import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { TemplateHandler } from "easy-template-x"
import { expect, onTestFinished, test } from "vitest"
import type { RequestForm } from "../../core/paper/request-form.ts"
import { fillRequestForm } from "./request-form.ts"

const NAME = "don-yeu-cau-cong-nhan-sang-kien.docx"
const word = new TemplateHandler()

const FORM: RequestForm = {
  "Mã sáng kiến": "SK-000012",
  "Kính gửi": "Công ty May TNG",
  "Tác giả": [
    { "Số TT": "1", "Họ và tên": "Nguyễn Văn An", "Nơi công tác": "Công ty May TNG", "Đóng góp": "60%" },
    { "Số TT": "2", "Họ và tên": "Trần Thị Lan", "Nơi công tác": "Công ty May TNG", "Đóng góp": "40%" },
  ],
  "Tên sáng kiến": "Cữ gá <b>may</b> & {Mô tả}",
  "Chủ đầu tư": "………",
  "Lĩnh vực": "An toàn",
  "Ngày áp dụng lần đầu": "5/3/2026",
  "Mô tả": [{ Đoạn: "Trước mài tay." }, { Đoạn: "Nay có vát sẵn." }],
  "Thông tin cần bảo mật": "Không",
  "Điều kiện áp dụng": "………",
  "Lợi ích theo tác giả": "120tr/năm",
  "Lợi ích theo nơi áp dụng": "………",
}

async function aDataDir() {
  const dataDir = await mkdtemp(join(tmpdir(), "forms-"))
  onTestFinished(async () => await rm(dataDir, { recursive: true }))
  await mkdir(join(dataDir, "forms"))
  return { dataDir, own: join(dataDir, "forms", NAME) }
}

/** The text of a form that is filled in, and what was warned of meanwhile. */
async function filledIn(dataDir: string, form = FORM) {
  const warnings: string[] = []
  const bytes = Buffer.from(await fillRequestForm(form, dataDir, (_, words) => warnings.push(words)))
  return { bytes, text: await word.getText(bytes), warnings }
}

test("the form of Thông tư 18/2013 says everything it is told, as it was typed, and nothing is left in braces", async () => {
  const { text } = await filledIn((await aDataDir()).dataDir)
  expect(text).toContain("ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN")
  expect(text).toContain("Kính gửi: Công ty May TNG")
  expect(text).toMatch(/1\s*Nguyễn Văn An\s*Công ty May TNG\s*60%\s*2\s*Trần Thị Lan\s*Công ty May TNG\s*40%/)
  expect(text).toContain("đề nghị xét công nhận sáng kiến: Cữ gá <b>may</b> & {Mô tả}")
  expect(text).toMatch(/Mô tả bản chất của sáng kiến:\s*Trước mài tay\.\s*Nay có vát sẵn\./)
  expect(text.replace("{Mô tả}", "")).not.toMatch(/[{}]/)
})

test("paper, margins and letters are those of Nghị định 30/2020", async () => {
  const { bytes } = await filledIn((await aDataDir()).dataDir)
  const xml = JSON.stringify(await word.getXml(bytes), (key, value) =>
    key === "parentNode" || key === "nextSibling" || key === "lastChild" ? undefined : value,
  )
  const millimetres = (twips: string | undefined) => Math.round((Number(twips) * 25.4) / 1440)
  const attribute = (element: string, name: string) =>
    new RegExp(`"${element}"[^}]*"w:${name}":"(\\d+)"`).exec(xml)?.[1]
  expect(["w", "h"].map((name) => millimetres(attribute("w:pgSz", name)))).toEqual([210, 297])
  const sides = ["top", "bottom", "left", "right"]
  expect(sides.map((side) => millimetres(attribute("w:pgMar", side)))).toEqual([20, 20, 30, 20])
})

test("a federation's own form is taken; one that cannot be read is told of, and ours is sent", async () => {
  const { dataDir, own } = await aDataDir()
  await writeFile(own, "no Word file")
  const { text, warnings } = await filledIn(dataDir)
  expect(text).toContain("Kính gửi: Công ty May TNG")
  expect(warnings).toEqual(["a form of our own cannot be filled in; the usual one is sent"])
  await copyFile(new URL(NAME, import.meta.url), own)
  expect((await filledIn(dataDir)).warnings).toEqual([])
})
