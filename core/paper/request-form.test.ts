import { expect, test } from "vitest"
import type { Dossier } from "../conversation/initiative-view.ts"
import type { CoAuthor } from "../ideas/team.ts"
import { requestFormOf } from "./request-form.ts"

const unitOf = (name: string) => ({ id: "u", code: "U", name, path: ["u"] })
const DOSSIER: Dossier = {
  id: "1",
  number: 12,
  title: "Cữ gá may túi hộp",
  status: "registered",
  unit: unitOf("CĐCS Công ty May TNG"),
  authorId: "an",
  submitterId: "an",
  authorName: "Nguyễn Văn An",
  createdAt: 0,
  registeredAt: 0,
  description: undefined,
  sector: undefined,
  benefit: undefined,
  firstAppliedOn: undefined,
  acceptedOn: undefined,
  recognition: undefined,
  onPortal: undefined,
  submitterName: undefined,
  disowned: false,
  confidential: false,
  photos: 0,
  documents: 0,
  judgedWords: undefined,
  tell: undefined,
  tellCoAuthors: [],
}

const coAuthor = (name: string, unitName: string | undefined, share: number, state = "accepted") =>
  ({ name, unitName, share, state }) as CoAuthor

test("authors stand with their own workplaces and shares, those who have not agreed do not, and a single author has all of it", () => {
  const coAuthors = [
    coAuthor("Trần Thị Lan", "CĐCS Bệnh viện A", 305),
    coAuthor("Lê Minh", DOSSIER.unit.name, 100, "named"),
    coAuthor("Ma Văn Thịnh", undefined, 95),
  ]
  const authors = requestFormOf(DOSSIER, { authorName: "Nguyễn Văn An", coAuthors })["Tác giả"]
  expect(authors.map((each) => Object.values(each).join(" · "))).toEqual([
    "1 · Nguyễn Văn An · Công ty May TNG · 60%",
    "2 · Trần Thị Lan · Bệnh viện A · 30,5%",
    "3 · Ma Văn Thịnh ·  · 9,5%",
  ])
  const alone = requestFormOf(DOSSIER, { authorName: "Nguyễn Văn An", coAuthors: [] })["Tác giả"]
  expect(alone.map((each) => each["Đóng góp"])).toEqual(["100%"])
})

test("what is known is filled in and what is not stays open", () => {
  const team = { authorName: "An", coAuthors: [] }
  const empty = requestFormOf(DOSSIER, team)
  expect(empty["Mô tả"]).toEqual([{ Đoạn: "………………" }])
  expect([empty["Lĩnh vực"], empty["Ngày áp dụng lần đầu"], empty["Lợi ích theo tác giả"]]).toEqual(
    Array(3).fill("………………"),
  )
  const full: Dossier = {
    ...DOSSIER,
    sector: "An toàn",
    description: "trước mài tay\n\n nay có vát sẵn",
    benefit: {
      amount: "120000000",
      currency: "VND",
      period: "year",
      qualifier: null,
      raw: "120tr/năm",
    },
    firstAppliedOn: "2026-03-05",
    confidential: true,
  }
  expect(requestFormOf(full, team)).toMatchObject({
    "Mã sáng kiến": "SK-000012",
    "Tên sáng kiến": "Cữ gá may túi hộp",
    "Lĩnh vực": "An toàn",
    "Ngày áp dụng lần đầu": "5/3/2026",
    "Mô tả": [{ Đoạn: "trước mài tay" }, { Đoạn: "nay có vát sẵn" }],
    "Thông tin cần bảo mật": "Mô tả bản chất của sáng kiến",
    "Lợi ích theo tác giả": "120.000.000 đ/năm",
  })
})

test.for([
  ["CĐCS Công ty May TNG", "Công ty May TNG"],
  ["Công đoàn cơ sở Bệnh viện A", "Bệnh viện A"],
  ["CĐCS thành viên Xí nghiệp may 2", "Xí nghiệp may 2"],
  ["Công đoàn Trường THPT Tân Long", "Trường THPT Tân Long"],
  ["Công đoàn ngành Y tế", "………………"],
  ["LĐLĐ TP Thái Nguyên", "………………"],
] as const)("a request of %s is addressed to %s", ([unit, workplace]) => {
  expect(
    requestFormOf({ ...DOSSIER, unit: unitOf(unit) }, { authorName: "An", coAuthors: [] })["Kính gửi"],
  ).toBe(workplace)
})
