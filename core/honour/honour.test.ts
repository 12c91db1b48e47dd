import { expect, test } from "vitest"
import { type Achiever, type Breakthrough, type HonourFacts, honourLists, readDropped } from "./honour.ts"

const achiever = (name: string, recognized: number, registered: number): Achiever => ({
  id: name,
  name,
  recognized,
  registered,
})
const breakthrough = (number: number, yearly: string): Breakthrough => ({
  number,
  title: `Sáng kiến ${number}`,
  unitName: "KCN-01",
  authorName: undefined,
  benefit: { raw: yearly, amount: yearly, currency: "VND", period: "year", qualifier: null },
  yearly,
})
const FACTS: HonourFacts = {
  units: [
    achiever("Ba", 3, 9),
    achiever("Anh", 3, 9),
    achiever("Đông", 3, 4),
    achiever("Chín", 5, 5),
    achiever("Không", 0, 40),
  ],
  people: [achiever("Nguyễn Văn An", 2, 2)],
  breakthroughs: [breakthrough(7, "50000000"), breakthrough(3, "1200000000"), breakthrough(1, "50000000")],
  uncompared: 2,
}
const names = (dropped: readonly string[] = []) =>
  honourLists(FACTS, dropped).map((entry) =>
    entry.list === "breakthroughs" ? entry.breakthrough.number : entry.achiever.name,
  )

test("most is what was recognised, then what was handed in, then the name; breakthroughs go by money", () => {
  expect(names()).toEqual(["Chín", "Anh", "Ba", "Đông", "Nguyễn Văn An", 3, 1, 7])
})

test("what an officer leaves out makes room, and stays out", () => {
  expect(names(["units:Chín", "breakthroughs:3"])).toEqual(["Anh", "Ba", "Đông", "Nguyễn Văn An", 1, 7])
})

test("no more than five on a list", () => {
  const units = Array.from({ length: 9 }, (_, place) => achiever(`Đơn vị ${place}`, 9 - place, 9))
  const lists = honourLists({ ...FACTS, units }, ["units:Đơn vị 0"])
  expect(lists.filter(({ list }) => list === "units")).toHaveLength(5)
})

test.each([
  ["bỏ 1, 6", ["units:Chín", "breakthroughs:3"]],
  ["2", ["units:Anh"]],
  ["bo 1 va 2", ["units:Chín", "units:Anh"]],
  ["bỏ số 8", ["breakthroughs:7"]],
  ["bỏ 9", undefined],
  ["bỏ 1, 99", undefined],
  ["bỏ hết", undefined],
  ["thôi", undefined],
])("%j leaves out %j", (text, keys) => {
  expect(readDropped(text, honourLists(FACTS, []))).toEqual(keys)
})
