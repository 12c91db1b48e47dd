import { expect, test } from "vitest"
import { sectorPhrases } from "./sector.ts"
import { sectorsNamed, sectorToType, takeSector } from "./sector-words.ts"

const KNOWN = ["Kỹ thuật – công nghệ", "An toàn – vệ sinh lao động", "Giáo dục – đào tạo", "Y tế"]

test.each([
  ["theo lĩnh vực", "", ""],
  ["theo từng lĩnh vực của KCN", "", "KCN"],
  ["tuần theo lĩnh vực", "", "tuần"],
  ["lĩnh vực an toàn lao động tháng 3 KCN", "an toàn lao động", "tháng 3 KCN"],
  ["linh vuc y te tai KCN", "y te", "KCN"],
  ["lĩnh vực tháng 3", "", "tháng 3"],
  ["lĩnh vực đèn led của KCN", "đèn led", "KCN"],
  ["lĩnh vực chưa ghi tuần này", "chưa ghi", "tuần này"],
])("of %j the sector is %j", (text, typed, left) => {
  const taken = takeSector(text.split(" "), KNOWN)
  expect([taken.sector?.typed, taken.words.join(" ")]).toEqual([typed, left])
})

test.each([
  ["An toàn trong lao động", "“An toàn trong lao động”"],
  ["Sức khỏe của trẻ", "“Sức khỏe của trẻ”"],
  ["Y tế học đường", "“Y tế học đường”"],
  ["Đèn led", "Đèn led"],
  ["Y tế", "Y tế"],
  ["", "chưa ghi"],
])("the sector %j is read back from its example %j", (name, example) => {
  expect(sectorToType(name, KNOWN)).toBe(example)
  const { sector, words } = takeSector(`lĩnh vực ${example} tháng 3 KCN`.split(" "), KNOWN)
  expect([sectorsNamed(sector?.typed ?? "", [...new Set([...KNOWN, name])]), words.join(" ")]).toEqual([
    [name],
    "tháng 3 KCN",
  ])
})

test("a sector is named by some of its words, by its whole name before all others", () => {
  expect(sectorsNamed("an toan lao dong", KNOWN)).toEqual(["An toàn – vệ sinh lao động"])
  expect(sectorsNamed("y tế", [...KNOWN, "Y tế học đường"])).toEqual(["Y tế"])
  expect(sectorsNamed("chưa ghi", KNOWN)).toEqual([""])
  expect(sectorsNamed("đèn led", KNOWN)).toEqual([])
})

test("sectors beyond a screen are one line, and with it the lines add up", () => {
  const nothing = { registered: 0, recognized: 0, onPortal: 0 }
  const counted = Array.from({ length: 18 }, (_, at) => ({
    sector: at === 0 ? null : `Lĩnh vực ${at}`,
    total: nothing,
    delta: { registered: 20 - at, recognized: 1, onPortal: 0 },
    benefit: { vnd: 0, unconverted: 0 },
  }))
  const phrases = sectorPhrases(counted, undefined, { unit: "U", span: "S", example: (name) => name })
  const told = phrases.flatMap((phrase) =>
    "args" in phrase && phrase.args ? [{ ...phrase.args, key: phrase.key }] : [],
  )
  const sum = (keys: readonly string[]) =>
    told.reduce(
      (all, line) => all + (keys.includes(line.key) ? Number("registered" in line ? line.registered : 0) : 0),
      0,
    )
  expect(told.filter(({ key }) => key === "sectors-line")).toHaveLength(15)
  expect(sum(["sectors-line", "sectors-others"])).toBe(sum(["sectors-sum"]))
  expect(told[1]).toMatchObject({ stated: "no", registered: 20 })
})
