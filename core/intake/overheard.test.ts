import { expect, test } from "vitest"
import type { Draft, GuidedStep } from "../conversation/dialogue.ts"
import { mayBeOverheard } from "./overheard.ts"

const DRAFT: Draft = { typed: [], title: "Bàn xoay dán nhãn" }
const ASKED_AT = Date.parse("2026-03-10T09:00:00+07:00")

function overheard(step: GuidedStep, text: string, more: { doubted?: string; joinUntil?: number } = {}) {
  return mayBeOverheard({ step, ask: "a", askedAt: ASKED_AT, draft: DRAFT, ...more }, text, ASKED_AT + 1_000)
}

test.each<[GuidedStep, string]>([
  ["title", "Bàn xoay dán nhãn"],
  ["title", "chờ tí"],
  ["title", "Giá treo kéo tiết kiệm 5 triệu/năm"],
  ["change", "trước với tay, giờ bàn nó xoay"],
  ["change", "không"],
  ["benefit", "tầm 5 chục triệu"],
  ["benefit", "không biết"],
  ["benefit", "à nhầm 20 triệu"],
  ["benefit", "20 triệu 1 năm, lĩnh vực kỹ thuật"],
  ["benefit", "giảm 2 tiếng mỗi ngày"],
  ["sector", "3"],
  ["sector", "số 2"],
  ["sector", "an toàn"],
  ["sector", "em chọn giúp chị"],
])("in a group, to the question about the %s, «%s» is an answer", (step, said) => {
  expect(overheard(step, said)).toBe(true)
})

test.each<[GuidedStep, string]>([
  ["title", "50k ai góp tiền nước"],
  ["title", "ok"],
  ["title", "chị Lan ơi mai họp nhé"],
  ["change", "ok"],
  ["change", "quỹ tháng này 200 nghìn"],
  ["benefit", "50k ai góp tiền nước"],
  ["benefit", "ai nợ quỹ 200k nhớ đóng"],
  ["benefit", "quỹ công đoàn còn 2 triệu nhé"],
  ["benefit", "nay ai trực"],
  ["benefit", "ok"],
  ["sector", "1 suất cơm nhé"],
  ["sector", "3 người đi xe"],
  ["sector", "+1"],
  ["sector", "mai nghỉ à"],
])("in a group, to the question about the %s, «%s» is said to others", (step, said) => {
  expect(overheard(step, said)).toBe(false)
})

test("a yes answers whether the words were the title, and another bubble right behind the description joins it", () => {
  expect(overheard("title", "đúng", { doubted: "ghi giống chị Lan" })).toBe(true)
  expect(overheard("benefit", "dùng lò xo bút bi hỏng")).toBe(false)
  expect(overheard("benefit", "dùng lò xo bút bi hỏng", { joinUntil: ASKED_AT + 20_000 })).toBe(true)
})
