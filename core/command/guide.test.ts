import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readCommand } from "./read.ts"

/** Headings of a sheet, answers to a question, and what stands behind a command that the same row names. */
const NO_COMMANDS: ReadonlySet<string> = new Set([
  ...[
    "Họ và tên",
    "Tên sáng kiến",
    "STT",
    "Đơn vị",
    "Lĩnh vực",
    "Giá trị làm lợi",
    "Tác giả",
    "Mô tả",
    "Mã cổng",
  ],
  ...["lĩnh vực: …", "mô tả: …", "tác giả: …", "ngày áp dụng lần đầu: …", "lĩnh vực chưa ghi", "điều chỉnh"],
  ...["cơ sở", "tỉnh", "toàn quốc", "tuần này", "tháng", "csv", ".csv", ".xlsx", "chuyển 2 sang KCN-01"],
])

test("what the guide's tables tell people to write is understood as a command", () => {
  const guide = readFileSync(new URL("../../docs/huong-dan.md", import.meta.url), "utf8")
  const rows = guide.split("\n").filter((line) => line.startsWith("| "))
  const phrases = rows.flatMap((row) => {
    const [, , ...written] = row.split("|")
    return [...written.join("|").matchAll(/`([^`]+)`/g)].map(([, phrase = ""]) => phrase)
  })
  expect(phrases.length).toBeGreaterThan(150)
  const isAnswer = (phrase: string) => /^\d/.test(phrase)
  const strange = phrases.filter(
    (phrase) =>
      !isAnswer(phrase) && !NO_COMMANDS.has(phrase) && readCommand(phrase, { officer: true }) === undefined,
  )
  expect(strange).toEqual([])
  // What is no longer in the guide has no place above either.
  expect([...NO_COMMANDS].filter((phrase) => !phrases.includes(phrase))).toEqual([])
})
