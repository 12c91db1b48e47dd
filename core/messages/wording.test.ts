import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { STRONG_OFF, STRONG_ON } from "../channel.ts"
import { foldWords } from "../text/fold.ts"
import { CHOICE_WORDS } from "./choice.ts"
import { variablesOf } from "./own-wording.ts"
import { createWording } from "./wording.ts"

const source = readFileSync(new URL("./vi.ftl", import.meta.url), "utf8")
const english = readFileSync(new URL("./en.ftl", import.meta.url), "utf8")
const wording = createWording(source, "vi")
const keysOf = (text: string) => [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1] ?? "")
const keys = keysOf(source)
const code = globSync(["core/**/*.ts", "bot/http/*.ts"], { cwd: new URL("../..", import.meta.url).pathname })
  .filter((path) => !/(?:\.test|\.labelled|testing|messages\/choice)\.ts$/.test(path))
  .map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"))
  .join("\n")

/** Sentences whose key is put together from a known part and a variable one. */
const composed = [
  ...["title", "change", "benefit", "sector"].map((step) => `ask-${step}`),
  ...["admin", "officer", "support"].map((role) => `claimed-${role}`),
  ...["receipt", "receipts"].flatMap((receipt) => [`${receipt}-progress`, `${receipt}-count`]),
  ...["progress", "tally"].flatMap((answer) => [`${answer}-reached`, `${answer}-over`]),
]

test("every sentence is said somewhere", () => {
  const quoted = new Set([...code.matchAll(/"([a-z][a-z0-9-]*)"/g)].map(([, word]) => word))
  const unused = keys.filter(
    (key) => !quoted.has(key) && !composed.includes(key) && !source.includes(`{ ${key} }`),
  )
  expect(unused).toEqual([])
})

test("every sentence that is said is there", () => {
  const found = [
    ...code.matchAll(/key: "([a-z][a-z0-9-]*)"(?! \|)/g),
    ...code.matchAll(/key: [^"\n]+ \? "([a-z][a-z0-9-]*)" : "([a-z][a-z0-9-]*)"/g),
    ...code.matchAll(/\bsay\("([a-z][a-z0-9-]*)"/g),
    ...code.matchAll(/\banswer\(\s*turn(?:\([^)]*\))?,\s*"([a-z][a-z0-9-]*)"/g),
  ]
  const said = [...composed, ...found.flatMap(([, ...keys]) => keys)]
  expect(said.length).toBeGreaterThan(400)
  expect(said.filter((key) => !keys.includes(key))).toEqual([])
})

test("no key stands twice", () => {
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  const others = keysOf(english)
  expect(others.filter((key, place) => others.indexOf(key) !== place)).toEqual([])
})

test("English says every sentence, no other, and each with the same variables and the same choices", () => {
  expect(keysOf(english).toSorted()).toEqual(keys.toSorted())
  expect(variablesOf(english)).toEqual(variablesOf(source))
  expect(variablesOf(source).get("help-support")).toEqual(["{ help }"])
  const choices = (text: string) =>
    new Map(
      text
        .split(/^(?=[a-z])/m)
        .map((each) => [each.split(" ")[0], [...each.matchAll(/^ *\*?\[(\w+)\]/gm)].map(([, key]) => key)]),
    )
  const [ours, theirs] = [choices(source), choices(english)]
  for (const key of keys) expect(theirs.get(key), key).toEqual(ours.get(key))
})

test("the words of a choice begin its label, so that whoever reads it can type it", () => {
  for (const [key, words] of Object.entries(CHOICE_WORDS)) {
    expect(foldWords(wording.say({ key })).startsWith(foldWords(words)), key).toBe(true)
  }
})

test("a group is addressed as đồng chí in every sentence, never in what a person typed", () => {
  const formal = wording.addressing("dong_chi")
  const sentences = source
    .split(/^(?=[a-z][a-z0-9-]* =)/m)
    .flatMap((each) => (/anh\/chị/i.test(each) ? (/^[a-z][a-z0-9-]*/.exec(each) ?? []) : []))
  expect(sentences.length).toBeGreaterThan(100)
  const variables = [...source.matchAll(/\$([a-zA-Z]+)/g)].map(([, name = ""]) => name)
  const args = Object.fromEntries(variables.map((name) => [name, "Sổ tay của anh/chị"]))
  for (const key of sentences) {
    const said = formal.say({ key, args }).replaceAll("Sổ tay của anh/chị", "")
    expect(said, key).not.toMatch(/anh\/chị/i)
  }
  const typed = { key: "edited", args: { code: "SK-000001", title: "Sổ tay của anh/chị" } }
  expect(formal.say(typed)).toContain("Sổ tay của anh/chị")
  expect(formal.say({ key: "not-understood" })).toMatch(/^Em chưa hiểu ý đồng chí\./)
  expect(wording.addressing("anh_chi").say({ key: "not-understood" })).toMatch(/^Em chưa hiểu ý anh\/chị\./)
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
  for (const each of [wording, createWording(english, "en")]) {
    for (const key of ["help", "help-support", "help-officer"]) {
      expect(each.say({ key }).split("\n").length).toBeLessThanOrEqual(6)
    }
  }
})

test("a federation says sentences in its own way; what would break a sentence is named and left out", () => {
  const own = createWording(source, "vi", [
    {
      name: "a.ftl",
      source: [
        "choice-agree = Nhất trí",
        "welcome = Cảm ơn <b>đồng chí</b>.",
        "hello-there = Xin chào",
        "edited = Đã sửa { $code }",
        "search-none = Không thấy { $typed }, { $name }",
        "help-support = Tổ hỗ trợ",
        "added = Xong { $code",
        "choice-disagree = Không ạ",
        "consent-notice = Em của { $federation } đây, đồng ý nhé",
      ].join("\n"),
    },
    { name: "b.ftl", source: "choice-agree = Đồng ý ạ" },
  ])
  expect(own.mistakes).toEqual([
    "a.ftl: added is not written as Fluent",
    "a.ftl: hello-there is no sentence of the bot",
    "a.ftl: edited lacks $title",
    "a.ftl: search-none uses $name, which it does not have",
    "a.ftl: help-support lacks { help }",
    "a.ftl: consent-notice is what people agreed to; it changes with a version of the bot only",
  ])
  expect(own.say({ key: "choice-agree" })).toBe("Đồng ý ạ")
  expect(own.say({ key: "welcome" })).toBe(`Cảm ơn ${STRONG_ON}đồng chí${STRONG_OFF}.`)
  expect(own.say({ key: "added", args: { code: "SK-000001" } })).toBe("Đã bổ sung vào SK-000001.")
  expect(own.say({ key: "choice-disagree" })).toBe("Không ạ")
})
