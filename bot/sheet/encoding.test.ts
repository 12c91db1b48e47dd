import { expect, test } from "vitest"
import { decoded, encodingOf, hasLostLetters } from "./encoding.ts"

const TEXT = 'Tác giả;Tên sáng kiến\r\nNguyễn Văn Hùng;Cải tiến máy ép keo cổ áo "đợt 1"\r\n'
/** The Vietnamese code page: vowels with their hat as one byte, tones behind them as another. */
const TONES: Readonly<Record<string, number>> = {
  "\u0300": 0xcc,
  "\u0309": 0xd2,
  "\u0303": 0xde,
  "\u0301": 0xec,
  "\u0323": 0xf2,
}
const LETTERS: Readonly<Record<string, number>> = {
  ă: 0xe3,
  â: 0xe2,
  đ: 0xf0,
  ê: 0xea,
  ô: 0xf4,
  ơ: 0xf5,
  ư: 0xfd,
  Đ: 0xd0,
}

/** As Windows writes it: in this page "à á è é" are letters of their own too, but tones behind are always right. */
function inCodePage(text: string): Buffer {
  const bytes = [...text].flatMap((letter) => {
    const parts = [...letter.normalize("NFD")]
    const tone = parts.find((part) => TONES[part] !== undefined)
    const bare = parts
      .filter((part) => part !== tone)
      .join("")
      .normalize("NFC")
    return [LETTERS[bare] ?? bare.charCodeAt(0), ...(tone === undefined ? [] : [TONES[tone] ?? 0])]
  })
  return Buffer.from(bytes)
}

const utf16be = Buffer.from(TEXT, "utf16le").swap16()

test.each([
  ["UTF-8", "utf-8", Buffer.from(TEXT)],
  ["UTF-8 with its mark", "utf-8", Buffer.from(`\uFEFF${TEXT}`)],
  ["letters apart from their tones", "utf-8", Buffer.from(TEXT.normalize("NFD"))],
  ["UTF-16 as Excel's Unicode text", "utf-16le", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
  ["UTF-16 without its mark", "utf-16le", Buffer.from(TEXT, "utf16le")],
  ["UTF-16 the other way round", "utf-16be", utf16be],
  ["Windows-1258", "windows-1258", inCodePage(TEXT)],
] as const)("%s is read as %s", (_, encoding, bytes) => {
  expect(encodingOf(bytes)).toBe(encoding)
  expect(decoded(bytes, encoding)).toBe(TEXT.normalize("NFC"))
})

test("what is no text, or UTF-8 with a byte lost on the way, is not guessed at", () => {
  expect(encodingOf(Uint8Array.of(1, 2, 3, 200, 201))).toBeUndefined()
  expect(encodingOf(Uint8Array.of(0, 0, 0, 1, 0, 0))).toBeUndefined()
  const whole = Buffer.from(TEXT)
  const at = whole.indexOf(Buffer.from("ễ"))
  expect(encodingOf(Buffer.concat([whole.subarray(0, at + 1), whole.subarray(at + 2)]))).toBeUndefined()
})

test("question marks in place of letters are told from questions", () => {
  expect(hasLostLetters("T?c gi?,T?n s?ng ki?n\nNguy?n V?n H?ng,C?i ti?n m?y ?p keo c? ?o")).toBe(true)
  expect(hasLostLetters("Author,Title\nAn,Why so slow? What can we do?\nBinh,Which one? this?")).toBe(false)
  expect(hasLostLetters(TEXT)).toBe(false)
})
