import { expect, test } from "vitest"
import { isOfKind, kindAsked } from "./unit-kind.ts"

test.each([
  ["các trường", "school", "", true],
  ["khối huyện", "district", "", true],
  ["khoi doanh nghiep", "enterprise", "", true],
  ["huyện", "district", "", false],
  ["các trường tiểu học của KCN", "primary", "KCN", true],
  ["trường THCS ở Đại Từ", "secondary", "Đại Từ", false],
  ["các trạm y tế", "health", "", true],
  ["công đoàn cấp trên", "upper", "", false],
  ["các CĐCS thuộc LĐLĐ TP Sông Công", "grassroots", "LĐLĐ TP Sông Công", true],
  ["các xã, phường", "commune", "", true],
  ["khối hành chính sự nghiệp", undefined, "", true],
  ["cụm thi đua số 1", undefined, "", true],
])("%j asks for the kind %s below %j", (typed, kind, place, several) => {
  expect(kindAsked(typed)).toEqual({ kind, place, several })
})

test.each(["trường Tân Long", "huyện Đại Từ", "KCN", "", "các đơn vị", "công ty may TNG", "các bạn ơi"])(
  "%j is no kind",
  (typed) => {
    expect(kindAsked(typed)).toBeUndefined()
  },
)

test.each([
  ["CĐCS Trường THCS Chợ Chu", "grassroots", ["secondary", "school", "grassroots"]],
  ["CĐCS Trường Tiểu học Đu", "grassroots", ["primary", "school", "grassroots"]],
  ["CĐCS Công ty CP Môi trường đô thị", "grassroots", ["enterprise", "grassroots"]],
  ["CĐCS Trạm Y tế Trại Cau", "grassroots", ["health", "grassroots"]],
  ["CĐCS Hợp tác xã Trại Cau", "grassroots", ["cooperative", "grassroots"]],
  ["CĐCS Bảo hiểm xã hội tỉnh", "grassroots", ["grassroots"]],
  ["Công đoàn xã Phú Xuyên", "upper", ["commune", "upper"]],
  ["CĐCS Công ty Phương Nam", "grassroots", ["enterprise", "grassroots"]],
  ["LĐLĐ huyện Đại Từ", "upper", ["district", "upper"]],
  ["Công đoàn ngành Y tế", "upper", ["branch", "upper"]],
  ["CĐCS Nhà Văn hóa Trưởng thành", "grassroots", ["grassroots"]],
] as const)("%s (%s) is %j", (name, level, kinds) => {
  const all = [
    "district",
    "city",
    "commune",
    "primary",
    "secondary",
    "school",
    "health",
    "enterprise",
  ] as const
  const found = [...all, "cooperative", "branch", "upper", "grassroots"] as const
  expect(found.filter((kind) => isOfKind({ name, level }, kind)).toSorted()).toEqual([...kinds].toSorted())
})
