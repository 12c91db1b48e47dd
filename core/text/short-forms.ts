import { clean } from "./fold.ts"

/** What young people type instead of the word; read so only where the words as they stand mean nothing. */
const SHORT_FORMS = new Map(
  (
    "không: k ko kg khg hok hông hong, được: dc đc, đâu: âu, biết: bít bik, nữa: nx nựa, rồi: r ròi, vậy: z v zậy zị, bây giờ: bh bjo, trước: trc, chưa: ch, mình: mk mik m, " +
    "mới: ms, với: vs, gì: j, thôi: thui thoi, kết quả: kq, muốn: mún mun, thế nào: ntn, làm: lm, người: ng, cũng: cx cug, hôm nay: hnay, bao nhiêu: bn, đến: đén"
  )
    .split(", ")
    .flatMap((entry) => {
      const [word = "", forms = ""] = entry.split(": ")
      return forms.split(" ").map((form) => [form, word] as const)
    }),
)

/** The words with their short forms written out; undefined where there are none. */
export function spelledOut(text: string): string | undefined {
  const typed = clean(text)
  const whole = typed.replace(
    /(?<![\p{L}\p{M}\d])[\p{L}\p{M}]{1,5}(?![\p{L}\p{M}\d])/gu,
    (word) => SHORT_FORMS.get(word.toLowerCase()) ?? word,
  )
  return whole === typed ? undefined : whole
}
