import { vocabularyOf } from "./vocabulary.ts"

/** Forms of address, politeness and words that ask; titles have none of them. */
const SPOKEN =
  "em e chị anh a chú bác tôi tui mình giùm giúm dùm nhé nha nghe nhen nhỉ ơi ạ bao mấy nào ai sao gì đâu chưa hả vậy thế ad bot luôn zị dzậy"
/** Without its marks "may" is a machine, "anh" a picture and "co" a part: what titles are full of. */
const WITHOUT_MARKS = "em e gium nhe nhi oi bot nao ad luon vay"

/** At the end of a sentence, and in the middle of titles. */
const LAST = vocabularyOf(() => [], "giúp hộ đi với không ko k nữa cái thôi quá rồi")
const LAST_WORDS = 2

const withMarks = vocabularyOf(() => [], SPOKEN)
const without = new Set(WITHOUT_MARKS.split(" "))

/** Whether the words are said to somebody, as no title is. */
export function isSpoken(typed: string): boolean {
  const { write, idle } = withMarks(typed)
  const known = write === withMarks("").write ? without : idle
  const words = typed
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== "")
    .map(write)
  return (
    words.some((word) => known.has(word)) ||
    words.slice(-LAST_WORDS).some((word) => LAST(typed).idle.has(word))
  )
}
