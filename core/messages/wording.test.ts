import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { STRONG_OFF, STRONG_ON } from "../channel.ts"
import { createWording } from "./wording.ts"

const source = readFileSync(new URL("./vi.ftl", import.meta.url), "utf8")
const wording = createWording(source, "vi")
const keys = [...source.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1] ?? "")
const code = globSync(
  "core/{handle.ts,notice.ts,campaign/{reorganise,schedule,set-target}.ts,{conversation,export,file,honour,ideas,intake,messages,people,reminder,review,tally}/**/*.ts}",
  {
    cwd: new URL("../..", import.meta.url).pathname,
  },
)
  .filter((path) => !path.endsWith(".test.ts"))
  .map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"))
  .join("\n")

/** Sentences whose key is put together from a known part and a variable one. */
const families = [
  /^ask-/,
  /^claimed-/,
  /^(receipt|receipts)-(progress|count)$/,
  /^(progress|tally)-(reached|over)$/,
]

test("every sentence is said somewhere", () => {
  const unused = keys.filter(
    (key) =>
      !code.includes(`"${key}"`) &&
      !families.some((family) => family.test(key)) &&
      !source.includes(`{ ${key} }`),
  )
  expect(unused).toEqual([])
})

test("every sentence that is said is there", () => {
  const said = [
    ...code.matchAll(/key: "([a-z][a-z0-9-]*)"/g),
    ...code.matchAll(/answer\(\s*\w+,\s*\w+,\s*\w+,\s*"([a-z][a-z0-9-]*)"/g),
  ].map((found) => found[1] ?? "")
  expect(said.length).toBeGreaterThan(60)
  expect(said.filter((key) => !keys.includes(key))).toEqual([])
})

test("no key stands twice", () => {
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
})

test("stress comes only from the wording, never from what a person typed", () => {
  const said = wording.say({
    key: "receipt-head",
    args: { code: "SK-000001", title: "<b>cữ</b> { $x } *gá*" },
  })
  expect(said).toBe(`✅ ${STRONG_ON}SK-000001${STRONG_OFF} · <b>cữ</b> { $x } *gá*`)
})

test("numbers are written the Vietnamese way", () => {
  expect(wording.say({ key: "tally-zero", args: { count: 1234 } })).toBe("Chưa có sáng kiến: 1.234 đơn vị")
})

test("a missing sentence or variable is an error that names it", () => {
  expect(() => wording.say({ key: "no-such-sentence" })).toThrow("no-such-sentence")
  expect(() => wording.say({ key: "edited" })).toThrow("edited")
})

test("the help fits on six lines", () => {
  for (const key of ["help", "help-support", "help-officer"]) {
    expect(wording.say({ key }).split("\n").length).toBeLessThanOrEqual(7)
  }
  expect(wording.say({ key: "help" }).split("\n").length).toBeLessThanOrEqual(6)
})
