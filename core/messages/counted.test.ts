import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { plain } from "../markup.ts"
import { createWording } from "./wording.ts"

const english = readFileSync(new URL("./en.ftl", import.meta.url), "utf8")
const wording = createWording(english, "en")
const say = (key: string, args: Readonly<Record<string, string | number>>) =>
  plain(wording.say({ key, args }))

test.each([
  ["receipt-count", "registered", ["The unit has 1 initiative.", "The unit has 2 initiatives."]],
  ["mine-head", "count", ["You have 1 initiative:", "You have 2 initiatives:"]],
  ["mine-more", "count", ["… and 1 earlier one.", "… and 2 earlier ones."]],
  ["tally-zero", "count", ["No initiative yet: 1 unit", "No initiative yet: 2 units"]],
  [
    "tally-corrections",
    "count",
    [
      "Corrections: 1 initiative counted before was withdrawn, merged or refused",
      "Corrections: 2 initiatives counted before were withdrawn, merged or refused",
    ],
  ],
  ["review-head", "count", ["1 file waiting for review.", "2 files waiting for review."]],
  [
    "review-none-overdue",
    "count",
    [
      'Nothing is overdue any more; 1 file still waits. Write "duyệt" to see them.',
      'Nothing is overdue any more; 2 files still wait. Write "duyệt" to see them.',
    ],
  ],
  ["groups-head", "count", ["1 linked group:", "2 linked groups:"]],
  ["remind-list-head", "count", ["1 reminder:", "2 reminders:"]],
  ["ranking-more", "count", ["… and 1 other unit.", "… and 2 other units."]],
  ["honour-sent", "count", ["Sent to 1 group.", "Sent to 2 groups."]],
])("%s with one and with two", (key, name, [one, two]) => {
  expect(say(key, { [name]: 1 })).toBe(one)
  expect(say(key, { [name]: 2 })).toBe(two)
})

test.each([
  [0, "You have 0 initiatives:"],
  [11, "You have 11 initiatives:"],
  [21, "You have 21 initiatives:"],
  [1001, "You have 1.001 initiatives:"],
])("%i are many", (count, said) => {
  expect(say("mine-head", { count })).toBe(said)
})

test("people are no persons", () => {
  const args = { ways: "private", groups: 0, privates: 1, when: "now" }
  expect(say("remind-plan-drafts", { ...args, people: 1 })).toMatch(/^To be sent to 1 person with a draft/)
  expect(say("remind-plan-drafts", { ...args, people: 2 })).toMatch(/^To be sent to 2 people with a draft/)
})

test("no number stands before a word that only many have", () => {
  const many = [...english.matchAll(/COUNTED\(\$\w+, "([^"]+)"(?:, "([^"]+)")?\)/g)].map(
    ([, one = "", several = `${one}s`]) => several.split(" ")[0] ?? "",
  )
  expect(many.length).toBeGreaterThan(80)
  const bare = new RegExp(
    `\\{ \\$\\w+ \\}(?:</b>)? (?:${[...new Set(many)].filter((word) => word.endsWith("s")).join("|")})\\b`,
  )
  expect(english.split("\n").filter((line) => bare.test(line))).toEqual([])
})
