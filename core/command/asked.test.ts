import { expect, test } from "vitest"
import { Found } from "./asked.ts"
import { Head } from "./head.ts"

function found(text: string, pattern: RegExp): Found {
  const head = new Head(text)
  const said = head.said
  return new Found(head, said, pattern.exec(said) as RegExpExecArray)
}

test("what was found is given back as it was typed, dates with their slashes", () => {
  expect(found("Số liệu từ 1/3 đến 15/3 nhé", /tu (?<period>.+) nhe/).typed("period")).toBe("1/3 đến 15/3")
})

test("a name is not looked for within a longer word before it", () => {
  expect(found("cho anh An được bao nhiêu", /(?<unit>an) duoc/).typed("unit")).toBe("An")
})

test("of several groups the first that took part is given", () => {
  expect(found("nộp tuần này", /(?<early>hom nay)?.*(?<late>tuan nay)/).typed("early", "late")).toBe(
    "tuần này",
  )
})
