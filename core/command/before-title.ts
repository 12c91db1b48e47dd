import { ENDING, HARD_MARK, type Head, isFiller, isSpelled, marksOf, PRONOUN, type Word } from "./head.ts"
import type { Tail } from "./shapes.ts"
import { isNear, isSlip } from "./slip.ts"

/** The word behind a colon, line break or dash (a comma or stop will do) when all before it is filler; else undefined. */
export function behindFillers(head: Head, at: number): number | undefined {
  for (let word = at; word < at + 14 && word < head.words.length; word++) {
    const gap = head.gap(word)
    if (HARD_MARK.test(gap) || /[.,;]/.test(gap)) return word
    const object = objectAt(head, word)
    if (object > 1 && !HARD_MARK.test(head.gap(word + 1))) {
      word += object - 1
      continue
    }
    const qualifies =
      FOR_A_GROUP.test(`${head.key(word)} ${head.key(word + 1)}`) ||
      (word > at && OF_A_KIND.test(`${head.key(word)} ${head.key(word + 1)}`))
    const group = qualifies ? colonSoon(head, word + 1) : undefined
    if (group !== undefined) return group
    if (!isFiller(head.key(word))) return undefined
  }
  return undefined
}

/** "đăng ký cho tổ may 5: …" */
export const FOR_A_GROUP =
  /^(?:cho|cua) (?:to|doi|phong|chuyen|xuong|don|nhom|khoa|lop|ban|truong|cty|cong|tap)$/

/** "đăng ký sáng kiến lĩnh vực giáo dục: …" */
const OF_A_KIND = /^(?:ve \S+|linh vuc|ca nhan|tap the|thuoc \S+|nganh \S+)$/

function colonSoon(head: Head, at: number): number | undefined {
  for (let word = at; word <= at + 5 && word < head.words.length; word++) {
    if (/[:\n]/.test(head.gap(word))) return word
  }
  return undefined
}

/** "… thêm cho cô một cái nữa là": said before the title of a further one. */
const FURTHER_ONE =
  /^(?:(?:con|va|a) )?(?:co )?(?:them )?(?:(?:cho|giup|ho|gium) (?:em|anh|chi|toi|minh|co|chu|bac|e|a|c) )?(?:them )?(?:(?:1|mot|2|hai) )?(?:cai|sang kien|sk) (?:nua|moi|nay|khac) (?:(?:nua|nhe|nha|a|voi|nay) )*(?:(?:la|ve) )?/
const BEGINS_FURTHER: ReadonlySet<string> = new Set([
  "con",
  "va",
  "them",
  "cho",
  "giup",
  "ho",
  "gium",
  "1",
  "mot",
  "cai",
])

export function furtherOne(head: Head, at: number): number {
  if (!BEGINS_FURTHER.has(head.key(at))) return 0
  const said = head.words
    .slice(at, at + 12)
    .map(({ key }) => `${key} `)
    .join("")
  const matched = FURTHER_ONE.exec(said)?.[0] ?? ""
  const count = matched === "" ? 0 : matched.trim().split(" ").length
  const isWhole = head.words
    .slice(at + 1, at + count)
    .every((_, word) => !HARD_MARK.test(head.gap(at + 1 + word)))
  return isWhole ? count : 0
}

/** Skips "sáng kiến", "một sk" and "giúp em với" right behind the command: what follows is the title. */
export function behindObject(head: Head, at: number): number {
  let from = at + furtherOne(head, at)
  for (let round = 0; round < 6; round++) {
    const before = from
    const isCounted = /^(?:1|mot|cai|them|[2-9]|hai|ba|bon|cac|nhung)$/.test(head.key(from))
    const count = isCounted ? (head.key(from + 1) === "cai" ? 2 : 1) : 0
    const isNew = head.key(from + count) === "them" ? 1 : 0
    const object = objectAt(head, from + count + isNew)
    if (object > 0) from += count + isNew + object
    if (/^(?:cho|giup|gium|dum|ho|cua|voi)$/.test(head.key(from)) && PRONOUN.has(head.key(from + 1)))
      from += 2
    // "đăng ký giùm cái giá phơi khăn": a favour, and no part of the title.
    else if (/^(?:giup|gium|dum)$/.test(head.key(from)) && /^(?:cai|chiec|bo)$/.test(head.key(from + 1)))
      from += 1
    while (
      from > at &&
      /^(?:nay|voi|vs|nhe|nha|a|ak|moi|nua|lai)$/.test(head.key(from)) &&
      isShortWord(head, from)
    )
      from++
    if (from === before) break
  }
  if (from > at) from += namedAs(head, from)
  // "… một cái sáng kiến là cái giá đỡ", and not "… sáng kiến là phẳng ống tay".
  const isOwned = head.key(from - 2) === "cua" && PRONOUN.has(head.key(from - 1))
  if (from > at && head.key(from) === "la" && (isOwned || head.key(from + 1) === "cai")) from++
  // Nothing but politeness is left: the command stood alone.
  const left = head.words.slice(from)
  const isAlone =
    left.every(({ key }) => isFiller(key) || ENDING.has(key)) && left.length <= 8 && !saysDone(left)
  return isAlone ? head.words.length : from
}

/** Behind "chị" in "chị làm cái hộp đựng kim gãy": who made it is no part of its name. */
export function behindMaker(head: Head, from: number): number {
  return PRONOUN.has(head.key(from)) && /^(?:lam|che|nghi)$/.test(head.key(from + 1)) ? from + 1 : from
}

/** Whether "sáng kiến" is said between the command's first word and `from`. */
export function saysIdeaBefore({ head, at, begun }: Tail, from: number): boolean {
  return from > at && head.words.slice(begun, from).some(({ key }) => key === "kien" || key.includes("sk"))
}

const DONE = new Set(["roi", "duoc", "dc", "cai", "nam", "sau"])

function saysDone(left: readonly Word[]): boolean {
  return left.some(({ key }) => DONE.has(key))
}

/** "mới" and "này", not "mời" and "nảy" that begin a title. */
function isShortWord(head: Head, at: number): boolean {
  return /^(?:nay|này|voi|với|vs|nhe|nhé|nha|a|ạ|ak|moi|mới|nua|nữa|lai|lại)$/.test(
    head.words[at]?.typed ?? "",
  )
}

/** "một sáng kiến tên là …" */
const NAMED = ["co ten la", "voi ten la", "mang ten la", "ten goi la", "co ten", "mang ten", "ten la"].map(
  (phrase) => phrase.split(" "),
)

export function namedAs(head: Head, at: number): number {
  return NAMED.find((keys) => keys.every((key, word) => head.key(at + word) === key))?.length ?? 0
}

const LONG_OBJECT = ["sang", "kien", "kinh", "nghiem"]

/** How many words at `at` say "sáng kiến". */
export function objectAt(head: Head, at: number): number {
  if (LONG_OBJECT.every((key, word) => matchesWord(head.words[at + word], key))) return LONG_OBJECT.length
  if (saysIdea(head.words[at], head.words[at + 1])) return 2
  return /^(?:sk|skkn|skctkt|skien)$/.test(head.key(at)) ? 1 : 0
}

const SANG = marksOf("sáng")
const KIEN = marksOf("kiến")

/** "sáng kiến" with a slip in one of its words, "s.kiến" and "ý tưởng". */
function saysIdea(first: Word | undefined, second: Word | undefined): boolean {
  if (first === undefined || second === undefined) return false
  if (first.key === "y" && second.key === "tuong") return true
  if (second.key === "kien") {
    return (
      ["s", "sang"].includes(first.key) ||
      isSlip(first.key, "sang", first.typed) ||
      (isNear(first.key, "sang") && isSpelled(first.typed, SANG))
    )
  }
  return (
    first.key === "sang" &&
    (isSlip(second.key, "kien", second.typed) ||
      (isNear(second.key, "kien") && isSpelled(second.typed, KIEN)))
  )
}

function matchesWord(typed: Word | undefined, meant: string): boolean {
  return typed !== undefined && (typed.key === meant || isSlip(typed.key, meant, typed.typed))
}
