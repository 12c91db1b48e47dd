import fc from "fast-check"
import { expect, test } from "vitest"
import { cut, quote, split, truncate } from "./cut.ts"
import { clean } from "./fold.ts"

test.each([
  ["xin chào các bạn", 100, "xin chào các bạn"],
  ["xin chào các bạn", 16, "xin chào các bạn"],
  ["xin chào các bạn", 14, "xin chào các…"],
  ["xin chào các bạn", 12, "xin chào…"],
  ["abcdefghij", 5, "abcd…"],
  ["👍👍👍", 4, "👍…"],
  ["👍👍👍", 2, "…"],
  ["abc", 1, "…"],
  ["abc", 0, ""],
])("%j in %i units is %j", (text, max, cut) => {
  expect(truncate(text, max)).toBe(cut)
})

test.each([
  ["", 10, []],
  ["   \n ", 10, []],
  ["ngắn", 10, ["ngắn"]],
  ["đoạn một\n\nđoạn hai", 12, ["đoạn một", "đoạn hai"]],
  ["dòng một\ndòng hai", 12, ["dòng một", "dòng hai"]],
  ["Câu một. Câu hai dài", 14, ["Câu một.", "Câu hai dài"]],
  ["một hai ba bốn", 8, ["một hai", "ba bốn"]],
  ["May Hà · May Sông Công · May Phổ Yên", 26, ["May Hà · May Sông Công ·", "May Phổ Yên"]],
  ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["a👍👍👍", 4, ["a👍", "👍👍"]],
  ["xem https://vi.du/sang-kien/1 nhé", 28, ["xem", "https://vi.du/sang-kien/1", "nhé"]],
])("%j in parts of %i is %j", (text, max, parts) => {
  expect(split(text, max)).toEqual(parts)
})

test("a part too small for one character is refused with the allowed size", () => {
  expect(() => split("abc", 1)).toThrow("A part must have room for 2 UTF-16 units or more, got 1")
})

const prose = fc
  .array(fc.tuple(fc.string({ unit: "grapheme", maxLength: 6 }), fc.constantFrom(" ", "\n", "\n\n", ". ")), {
    maxLength: 60,
  })
  .map((pieces) => clean(pieces.flat().join("")))

test("parts together hold the whole text in order, and each fits", () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 2, max: 50 }), (text, max) => {
      const parts = split(text, max)
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(max)
        expect(part.trim()).not.toBe("")
        expect(part.isWellFormed()).toBe(true)
      }
      expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""))
    }),
  )
})

test("no word that fits into a part is cut", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(..."abcđế"), minLength: 1, maxLength: 9 }), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(words, fc.integer({ min: 9, max: 40 }), (list, max) => {
      const parts = split(list.join(" "), max)
      expect(parts.flatMap((part) => part.split(" "))).toEqual(list)
    }),
  )
})

test("a shortened text fits and is well formed", () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 0, max: 50 }), (text, max) => {
      for (const short of [truncate(text, max), cut(text, max)]) {
        expect(short.length).toBeLessThanOrEqual(max)
        expect(short.isWellFormed()).toBe(true)
      }
      expect(text.startsWith(cut(text, max))).toBe(true)
    }),
  )
})

test("a long title is quoted by its first words", () => {
  expect(quote("Kệ xoay")).toBe("Kệ xoay")
  expect(quote("Cải tiến cữ gá may túi hộp giảm 30% thời gian cho chuyền may số 4")).toBe(
    "Cải tiến cữ gá may túi hộp giảm 30% thời gian cho chuyền…",
  )
})
