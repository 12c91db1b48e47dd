import { expect, test } from "vitest"
import { MESSAGES } from "../command/messages.labelled.ts"
import { meantByKeys } from "./raw-keys.ts"

test.each([
  ["ddawng kys sangs kieens caair tieens", "đăng ký sáng kiến cải tiến"],
  ["d9a8ng ky1 sa1ng kie61n: ca3i tie61n chuye62n may", "đăng ký sáng kiến: cải tiến chuyền may"],
  ["DDawng kys: Khay nam chaam, lamf lowij 20tr/nawm", "Đăng ký: Khay nam châm, làm lợi 20tr/năm"],
  ["DDAWNG KYS: MAYS EPS", "ĐĂNG KÝ: MÁY ÉP"],
  ["huyr SK-000012", "hủy SK-000012"],
  ["ddawng ky: lapws ddenf LED dduwowngf nooij booj", "đăng ky: lắp đèn LED đường nội bộ"],
  ["duong dduowngf dangwd", "duong đường đăng"],
  ["giups quys thaayf, khuyeens khichs, hoanf thanhf", "giúp quý thầy, khuyến khích, hoàn thành"],
  // A loanword stays as it was typed, but not among words that are none of them syllables.
  ["ddawng kys: xe ddaayr pallet", "đăng ký: xe đẩy pallet"],
  ["ddaayr pallet container", undefined],
  ["the boss need pallet today", undefined],
  // Nothing but what many type who leave the marks out, or another language.
  ["dang ky sang kien: may ep keo", undefined],
  ["see you soon", undefined],
  ["hom nay troi dep", undefined],
  ["đăng kys", undefined],
])("the keys %j mean %j", (typed, meant) => {
  expect(meantByKeys(typed)?.text).toBe(meant)
})

const KEYS: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  "\u0301": ["s", "1"],
  "\u0300": ["f", "2"],
  "\u0309": ["r", "3"],
  "\u0303": ["x", "4"],
  "\u0323": ["j", "5"],
  "\u0306": ["w", "8"],
  "\u031B": ["w", "7"],
}

/** As it would stand there with the keyboard's Vietnamese off: letters with their marks, the tone behind the word. */
function keysFor(word: string, way: 0 | 1): string {
  let tone = ""
  const typed = [...word].map((letter) => {
    if (letter === "đ") return ["dd", "d9"][way]
    const [base = "", ...marks] = letter.normalize("NFD")
    return (
      base +
      marks
        .map((mark) => {
          if (mark === "\u0302") return [base, "6"][way]
          const key = KEYS[mark]?.[way] ?? ""
          if (!"\u0306\u031B".includes(mark)) tone = key
          return "\u0306\u031B".includes(mark) ? key : ""
        })
        .join("")
    )
  })
  return typed.join("") + tone
}

test("nearly every word people write comes back from its keys, and no message they send is taken for keys", () => {
  const words = new Set(
    MESSAGES.flatMap(
      ({ text }) =>
        text
          .toLowerCase()
          .normalize("NFC")
          .match(/\p{L}+/gu) ?? [],
    ).filter((word) => /\P{ASCII}/u.test(word)),
  )
  const letters = (word: string) => [...word.normalize("NFD")].sort().join("")
  for (const way of [0, 1] as const) {
    const back = [...words].filter(
      (word) => letters(meantByKeys(keysFor(word, way))?.text ?? "") === letters(word),
    )
    expect(back.length / words.size).toBeGreaterThan(0.95)
  }
  expect(MESSAGES.filter(({ text }) => meantByKeys(text) !== undefined)).toEqual([])
})
