import { expect, test } from "vitest"
import { aMoment, readsOf } from "../conversation/testing.ts"
import { nameAtOnce } from "./co-author-named.ts"

const reads = readsOf({ personNamed: async () => undefined })
const moment = aMoment()
const made = { by: "Nguyễn Văn An", author: "Nguyễn Văn An", title: "Cữ gá", unitId: "u" }

test.each([
  ["Trần Thị Lan 40%", "Nguyễn Văn An 60%, Trần Thị Lan 40%"],
  ["Trần Thị Lan (33,3%), Lê Minh: 33,3", "Nguyễn Văn An 33,4%, Trần Thị Lan 33,3%, Lê Minh 33,3%"],
  ["nguyen van an 50%, Lê Minh 50%", "Nguyễn Văn An 50%, Lê Minh 50%"],
  ["Trần Thị Lan", "Nguyễn Văn An 50%, Trần Thị Lan 50%"],
  ["Trần Thị Lan và Nguyễn Văn An, Lê Minh", "Nguyễn Văn An 33,4%, Trần Thị Lan 33,3%, Lê Minh 33,3%"],
])("%j makes the team %j", async (typed, list) => {
  const { coAuthors, told } = await nameAtOnce(typed, made, moment, reads)
  expect(told).toMatchObject({ key: "receipt-team", args: { list, asked: "none" } })
  expect(coAuthors.every(({ state }) => state === "accepted")).toBe(true)
})

test.each([
  "Nguyễn Văn An",
  "Trần Thị Lan 40%, Lê Minh",
  "Trần Thị Lan 100%",
  "Trần Thị Lan 60%, Lê Minh 50%",
  "Trần Thị Lan 0%",
  "Trần Thị Lan 20%, tran thi lan 20%",
  "Nguyễn Văn An 50%, Lê Minh 40%",
  "Nguyễn Văn An 100%",
  "3 người trong tổ, mỗi người như nhau: 33,3% / 33,3%",
])("%j enters nobody and says so", async (typed) => {
  const { coAuthors, told, asks } = await nameAtOnce(typed, made, moment, reads)
  expect({ coAuthors, told, asks }).toEqual({
    coAuthors: [],
    told: { key: "receipt-team-unclear" },
    asks: [],
  })
})

test.each([
  ["Lan và Hùng", "Lan, Hùng"],
  ["chị Lan, Lê Văn Hùng", "chị Lan"],
  ["Lan 40%, Lê Minh 10%", "Lan"],
])("of %j the full name of %j is asked for", async (typed, names) => {
  const { coAuthors, told } = await nameAtOnce(typed, made, moment, reads)
  expect({ coAuthors, told }).toEqual({
    coAuthors: [],
    told: { key: "co-author-full-name", args: { names } },
  })
})
