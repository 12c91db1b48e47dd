import fc from "fast-check"
import { expect, test } from "vitest"
import { clean, cleanTyped, fold, foldWords } from "./fold.ts"
import { anyText } from "./testing.ts"

test.each([
  ["  Xin chào  ", "Xin chào"],
  ["Xin\u00A0chào\u2003bạn", "Xin chào bạn"],
  ["a\tb", "a b"],
  ["a  \t  b", "a b"],
  ["a \r\n b\rc", "a\n b\nc"],
  ["a\n\n\n\n\nb", "a\n\nb"],
  ["a\n \n \nb", "a\n\nb"],
  ["may\u200B tú\u00ADi\uFEFF", "may túi"],
  ["\u202Etxt\u202C \u2066x\u2069", "txt x"],
  ["a\u0000b\u0007c\u001B[31m", "abc[31m"],
  ["\uD800a\uDC00", "a"],
  ["Thái Nguyên".normalize("NFD"), "Thái Nguyên"],
  ["e\u200B\u0301", "é"],
  ["👍🏽 🇻🇳 ❤️", "👍🏽 🇻🇳 ❤️"],
  ["<b>*_`'; drop table", "<b>*_`'; drop table"],
  ["\u2028a\u2029b", "a\nb"],
  ["\u3164\u200B ", ""],
  ["", ""],
])("%j is stored as %j", (typed, stored) => {
  expect(clean(typed)).toBe(stored)
})

test.each([
  ["Đăng Ký", "dang ky"],
  ["ĐĂNG KÝ", "dang ky"],
  ["dang ky", "dang ky"],
  ["LIÊN ÐOÀN LAO ÐỘNG", "lien doan lao dong"],
  ["ð\u0189", "dd"],
  ["Thái Nguyên".normalize("NFD"), "thai nguyen"],
  ["kỹ thuật", "ky thuat"],
  ["ữ ợ ặ ẫ ỗ ế", "u o a a o e"],
  ["Cải tiến\u00A0 cữ\n gá ", "cai tien cu ga"],
  ["м\u0430y m\u0430y", "may may"],
  ["ВЕСНА", "becha"],
  ["ΑΒΕ", "abe"],
  ["Ｓáng ｋiến １", "sang kien 1"],
  ["𝐒á𝐧𝐠 𝓴𝓲ế𝓷", "sang kien"],
  ["sáng\u200B kiến\uFEFF", "sang kien"],
  ["1️⃣", "1"],
  ["①", "1"],
  ["làm lợi: 50%, (tốt)!", "lam loi: 50%, (tot)!"],
  ["50µm", "50um"],
  ["\uD800đ", "d"],
  ["Ðăng\u2060 k\u00FD", "dang ky"],
  ["đ\u200Băng\u00AD ký", "dang ky"],
  ["ѕáng\u00A0kіến", "sang kien"],
  ["ｄk ѕk：", "dk sk:"],
  ["ｄk\u0000\rѕk", "dk sk"],
  ["", ""],
])("%j is found as %j", (typed, key) => {
  expect(fold(typed)).toBe(key)
})

test.each([
  ["hòa", "hoà"],
  ["thủy", "thuỷ"],
  ["khỏe", "khoẻ"],
  ["Định Hóa", "Định Hoá"],
  ["xòe", "xoè"],
  ["hủy", "huỷ"],
  ["Ủy ban", "Uỷ ban"],
  ["Thúy Hòa", "Thuý Hoà"],
  ["lóa mắt", "loá mắt"],
])("%s and %s, tones placed the old and the new way, have one key", (newer, older) => {
  expect(fold(newer)).toBe(fold(older))
})

test.each([
  ["Nguyễn Thị Lý", "nguien thi li"],
  ["Nguyễn Thị Lí", "nguien thi li"],
  ["kĩ-thuật", "ki thuat"],
  ["Quý III", "qui iii"],
  ["quí III", "qui iii"],
  ["công ti", "cong ti"],
  ["công ty", "cong ti"],
  ["CĐCS Công ty May TNG (mã 12)", "cdcs cong ti mai tng ma 12"],
  ["  !!! ", ""],
])("the name %j has the key %j", (name, key) => {
  expect(foldWords(name)).toBe(key)
})

const texts = fc.oneof(
  anyText({ maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.constantFrom(..."aĐð \n\t\r\u00A0\u200B\u0301\u0323\u0430Ｂ𝐒.é\uD800\uDC00".split("")), {
      maxLength: 40,
    })
    .map((letters) => letters.join("")),
)

test("cleaning twice is cleaning once", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(clean(clean(text))).toBe(clean(text))
    }),
    { numRuns: 10_000 },
  )
})

test("folding twice is folding once, and never leaves marks, capitals or double spaces", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const key = fold(text)
      expect(fold(key)).toBe(key)
      expect(key).not.toMatch(/\p{M}|[A-ZđĐ]| {2}|^ | $/u)
      expect(foldWords(foldWords(text))).toBe(foldWords(text))
    }),
    { numRuns: 10_000 },
  )
})

test("text is as clean, and has the same key, as if something were to be taken out of it", () => {
  const nearlyClean = fc.string({
    unit: fc.constantFrom(..."aếĐ .,–“…\u200F\u2028\u202F\n\t\u00A0\u00AD\u0085\u0301"),
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.oneof(texts, nearlyClean), (text) => {
      expect(clean(text)).toBe(clean(`\u200B${text}`))
      expect(fold(text)).toBe(fold(`\u200B${text}`))
    }),
    { numRuns: 500 },
  )
})

test("a key does not depend on what else stands in the text", () => {
  const latin = fc.string({
    unit: fc
      .oneof(fc.integer({ max: 0x36f }), fc.integer({ min: 0x1e00, max: 0x1eff }))
      .map((code) => String.fromCharCode(code)),
    maxLength: 60,
  })
  fc.assert(
    fc.property(latin, (text) => {
      expect(fold(`${text} Ж`)).toBe(`${fold(text)} ж`.trim())
    }),
    { numRuns: 2_000 },
  )
})

test("composed and decomposed text have one key", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")))
    }),
  )
})

test("cleaning does not change the key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      expect(fold(clean(text))).toBe(fold(text))
    }),
  )
})

test.each([
  ["An\tGá kẹp\t12tr\r\nBình\tKệ xoay", "An\tGá kẹp\t12tr\nBình\tKệ xoay"],
  ["đăng ký hộ:\nAn    Gá kẹp\nBình \t Kệ  xoay", "đăng ký hộ:\nAn\tGá kẹp\nBình\tKệ xoay"],
  ["một dòng\tcó cột", "một dòng có cột"],
  ["STT\tTên\tĐơn vị\tSáng kiến\n1\tAn\t\tGá kẹp\t", "STT\tTên\tĐơn vị\tSáng kiến\n1\tAn\t\tGá kẹp"],
  ["hộ:\n\tAn\tGá kẹp\n2\tBình\tKệ xoay", "hộ:\n\tAn\tGá kẹp\n2\tBình\tKệ xoay"],
  ["\tlùi vào\n\tcũng lùi", "lùi vào\n cũng lùi"],
  ["  lùi vào\n  cũng lùi  ", "lùi vào\n cũng lùi"],
])("the cells of a pasted table stay apart, and nothing else: %j", (typed, kept) => {
  expect(cleanTyped(typed)).toBe(kept)
})
