import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { EXPORT_FIELDS } from "../export/fields.ts"
import { createWording } from "../messages/wording.ts"
import { foldWords } from "../text/fold.ts"
import { isOurHeading } from "./initiative-import.ts"
import { INITIATIVE_COLUMNS, type InitiativeColumn, readInitiatives } from "./initiative-sheet.ts"

const UNITS = [
  { id: "a", code: "CT-06", name: "CĐCS Công ty Cơ khí Kha Sơn" },
  { id: "b", code: "TT-10", name: "CĐCS Công ty Cơ khí Kha Sơn" },
]

type Cells = Partial<Record<InitiativeColumn, string>>

function read(...rows: readonly Cells[]) {
  return readInitiatives(
    rows.map((cells, place) => ({
      line: place + 2,
      cells: { unit: "CT-06", title: `Cải tiến ${place}`, author: "An", ...cells },
      extra: {},
    })),
    {
      zone: "Asia/Ho_Chi_Minh",
      now: Date.parse("2026-11-22T10:00:00+07:00"),
      sectors: [],
      units: UNITS,
    },
  )
}

const on = (day: string) => Date.parse(`${day}T00:00:00+07:00`)

test("two unions of one name are told apart by the code beside it; a code nobody has leaves the name to decide", () => {
  const name = "CĐCS Công ty Cơ khí Kha Sơn"
  const { drafts, bad } = read(
    { unit: name, unitCode: "TT-10", registeredAt: "9/1/2022" },
    { unit: "CT-06", unitCode: "Phòng 3", registeredAt: "9/1/2022" },
    { unit: name, registeredAt: "9/1/2022" },
  )
  expect(drafts.map(({ unitId }) => unitId)).toEqual(["b", "a"])
  expect(bad).toEqual([{ line: 4, reason: expect.stringContaining("is ambiguous: 2 units have this name") }])
})

test("where the dates of a sheet have the month first, one that could be read either way is not guessed", () => {
  const { drafts, bad } = read(
    { registeredAt: "10/01/2021 01:56" },
    { registeredAt: "09/28/2021 13:26" },
    { registeredAt: "5/5/2021" },
    { registeredAt: "2021-10-01", recognizedAt: "" },
  )
  expect(drafts.map(({ line }) => line)).toEqual([4, 5])
  expect(bad).toEqual([
    {
      line: 2,
      reason:
        'registered_at "10/01/2021 01:56" may have the month first, as "09/28/2021 13:26" in this sheet has; write it as 2021-01-10 if that is the day',
    },
    { line: 3, reason: expect.stringContaining('"09/28/2021 13:26" is not a date') },
  ])
})

test("one slip among dates with the day first is that line's own", () => {
  const { drafts, bad } = read(
    { registeredAt: "28/9/2021" },
    { registeredAt: "1/13/2022" },
    { registeredAt: "10/1/2021" },
  )
  expect(drafts.map(({ registeredAt }) => registeredAt)).toEqual([on("2021-09-28"), on("2021-01-10")])
  expect(bad.map(({ line }) => line)).toEqual([3])
})

test.each(["vi", "en"] as const)(
  "the bot's own export in %s has no heading for what an import takes that it does not know",
  (language) => {
    const { say } = createWording(
      readFileSync(new URL(`../messages/${language}.ftl`, import.meta.url), "utf8"),
      language,
    )
    const known = new Set(Object.values(INITIATIVE_COLUMNS).flat().map(foldWords))
    const asides = [
      "co_authors",
      "description",
      "first_applied_on",
      "benefit_vnd",
      "scope",
      "decision",
      "decided_on",
      "submitter",
    ]
    const unknown = EXPORT_FIELDS.filter(
      (field) => !known.has(foldWords(say({ key: "export-field", args: { field } }))),
    )
    expect(unknown).toEqual(asides)
    // … and says nothing of those: they are ours.
    expect(unknown.map((field) => say({ key: "export-field", args: { field } })).every(isOurHeading)).toBe(
      true,
    )
  },
)
