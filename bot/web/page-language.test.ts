import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { pageIn, unsaidIn } from "./page-language.ts"

const FOLDER = new URL("./page/", import.meta.url)
const FILES = readdirSync(FOLDER)
  .filter((name) => /\.(?:html|js)$/.test(name))
  .map((name) => readFileSync(new URL(name, FOLDER), "utf8"))
const SERVER = ["routes", "channel", "post"].map((name) =>
  readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8"),
)

/** Lines with Vietnamese letters, but for remarks, what is recognised in messages, and the bot's name. */
function vietnameseIn(text: string): readonly string[] {
  return text
    .replaceAll("Trợ lý Sáng kiến", "")
    .split("\n")
    .filter((line) => /[ạảãăâđêôơưỳýỹỷỵ-ỹ]/iu.test(line) || /[àáèéìíòóùúẠ-ỹ]/u.test(line))
    .filter((line) => !/^\s*(?:\/\*|\*|\/\/|\/\(\(\?:SK)/.test(line))
}

test("in English the page and its server say nothing in Vietnamese but the bot's name", () => {
  expect([...FILES, ...SERVER].flatMap((file) => vietnameseIn(pageIn("en", file)))).toEqual([])
  expect(FILES.map((file) => pageIn("vi", file))).toEqual(FILES)
})

test("every sentence of the table is one the page says", () => {
  expect(unsaidIn([...FILES, ...SERVER])).toEqual([])
})
