import { expect, test } from "vitest"
import { opensReason, REASON_OPENS, reasonOf } from "./reason.ts"

test.each([
  ["vì trùng", "trùng"],
  ["vi trung", "trung"],
  ["do sơ sài", "sơ sài"],
  ["lý do: chưa có minh chứng", "chưa có minh chứng"],
  ["do chưa áp dụng", "chưa áp dụng"],
  ["lý do chưa áp dụng", "chưa áp dụng"],
  ["lí do trùng với SK-2", "trùng với SK-2"],
  ["ly do trung", "trung"],
  ["li do: trung", "trung"],
  ["Lý do là trùng", "trùng"],
  ["LÝ DO: TRÙNG", "TRÙNG"],
  ["tại trùng", "trùng"],
  ["tai trung", "trung"],
  ["bởi trùng", "trùng"],
  ["boi vi trung", "trung"],
  ["bởi vì trùng", "trùng"],
  ["tại vì trùng", "trùng"],
  ["vì lý do trùng", "trùng"],
  ["do lí do: trùng", "trùng"],
  ["với lý do trùng", "trùng"],
  ["vì lý do là: trùng", "trùng"],
  ["vì:trùng", "trùng"],
  ["vì", ""],
  ["lý do:", ""],
])("%j opens a reason, which is %j", (typed, reason) => {
  expect(opensReason(typed)).toBe(true)
  expect(reasonOf(typed)).toBe(reason)
})

test.each([
  "vi phạm quy chế",
  "vi pham quy che",
  "tai nạn chưa giảm",
  "vị trí chưa đúng",
  "đo chưa đúng",
  "độ chính xác thấp",
  "bơi",
  "trùng với SK-2 vì chép",
  "",
])("%j is a reason that nothing opens", (typed) => {
  expect(opensReason(typed)).toBe(false)
  expect(reasonOf(typed)).toBe(typed)
})

test("what is asked of folded words opens as well", () => {
  expect(new RegExp(` ${REASON_OPENS}.+$`).test("khong duoc vi ly do trung")).toBe(true)
})
