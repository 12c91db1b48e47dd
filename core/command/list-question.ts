import { readBenefitWish } from "../tally/benefit-wish.ts"
import { clean, fold } from "../text/fold.ts"
import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import { type ListPart, listWords } from "./list-words.ts"
import { NAMED_PERIOD } from "./officer-words.ts"
import { meaningAt } from "./vocabulary.ts"

const LONGEST = 120
const MOST_WORDS = 24
const MOST_IN_A_NAME = 9
/** Of two words at least that are said of nothing else; most of what is looked at is a title. */
const MAY_ASK = new RegExp(
  `(?:^| )(?:${[
    "(?:tren|hon|vuot|tu|it nhat|toi thieu|duoi) (?:\\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua)",
    "(?:chua|khong|ko|k) (?:quy|doi|tinh|chuyen)",
    "(?:bo sung|gui lai|nop lai|tra loi|gui them|nop them|lam ro)",
    "(?:bao nhieu|bn|may|so) (?:nguoi|doan vien|lao dong|cong nhan|vien chuc|tac gia|ca nhan)",
  ].join("|")})`,
)
const PERIOD = new RegExp(
  `^(?:tu dau (?:nam|thang|quy|giai doan|chuong trinh)|${NAMED_PERIOD})(?: (?:nay|truoc))?(?: (?:den|toi) (?:nay|gio|bay gio|hom nay))?(?= |$)`,
)

/** What was said, as far as each word is one of a part, of a unit's name, a period or an amount, or asks nothing. */
type Parts = {
  readonly said: readonly ListPart[]
  /** "trên 150tr" */
  readonly bound: string
  readonly period: string
  readonly unit: string
}

/**
 * What an officer wants listed, or counted, that is behind no single number of a tally: records by the benefit they state, what waits for its
 * authors, how many people took part. Told from its parts; undefined where a word belongs to none.
 */
export function listQuestion(text: string): Command | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST || !MAY_ASK.test(fold(typed))) return undefined
  const parts = partsIn(typed)
  if (parts === undefined) return undefined
  const { said, bound, period, unit } = parts
  const has = (part: ListPart) => said.includes(part)
  const of = `${period} ${unit}`.trim()
  if (bound !== "") return has("record") ? asked("tally", `làm lợi ${bound} ${of}`.trim()) : undefined
  if (has("unconverted"))
    return has("record") || has("gain") ? asked("tally", `chưa quy đổi ${of}`.trim()) : undefined
  if (isAskedBack(has)) return period === "" ? asked("review", `chờ bổ sung ${unit}`.trim()) : undefined
  return countsPeople(said) ? asked("tally", `người tham gia ${of}`.trim()) : undefined
}

/** "hồ sơ nào cần bổ sung", "đã hỏi thêm mà chưa ai trả lời"; "cần bổ sung" alone may be said of what is looked at. */
function isAskedBack(has: (part: ListPart) => boolean): boolean {
  if (has("askedBack")) return true
  return has("added") && (has("waits") || has("notYet")) && (has("record") || has("asked"))
}

function countsPeople(said: readonly ListPart[]): boolean {
  const told = said.filter((part) => part !== "of")
  const at = told.findIndex(
    (part, index) => part === "many" && ["person", "author"].includes(told[index + 1] ?? ""),
  )
  if (at < 0 || told.includes("notYet")) return false
  return told[at + 1] === "author" || told.slice(at).includes("takesPart")
}

function partsIn(text: string): Parts | undefined {
  const typed = text
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "")
  if (typed.length > MOST_WORDS) return undefined
  const vocabulary = listWords(text)
  const written = typed.map(vocabulary.write)
  const folded = typed.map(fold)
  const said: ListPart[] = []
  let [bound, period, unit] = ["", "", ""]
  for (let at = 0; at < typed.length; ) {
    const left = typed.slice(at).join(" ")
    const { meaning, count } = meaningAt(written, at, vocabulary)
    const amount = meaning === "over" ? readBenefitWish(left)?.typed : undefined
    const named = amount === undefined ? PERIOD.exec(folded.slice(at).join(" "))?.[0] : undefined
    if (amount !== undefined && bound === "") {
      bound = amount
      at += amount.split(" ").length
    } else if (named !== undefined && period === "") {
      period = typed.slice(at, at + named.split(" ").length).join(" ")
      at += named.split(" ").length
    } else if (meaning !== undefined && !isOfName(written, at, vocabulary)) {
      said.push(meaning)
      at += count
    } else if (vocabulary.idle.has(written[at] ?? "")) {
      at++
    } else {
      // A unit stands at the head, or behind a word that leads to it.
      if (unit !== "" || !(said.length === 0 || said.at(-1) === "of")) return undefined
      const end = endOfName(written, folded, at, vocabulary)
      if (end - at > MOST_IN_A_NAME || SEVERAL.test(folded.slice(at, end + 1).join(" "))) return undefined
      unit = typed.slice(at, end).join(" ")
      at = end
    }
  }
  return { said, bound, period, unit }
}

type Vocabulary = ReturnType<typeof listWords>

/** "may tng" begins like "mấy". */
function isOfName(written: readonly string[], at: number, vocabulary: Vocabulary): boolean {
  if (written[at] !== "may") return false
  return meaningAt(written, at + 1, vocabulary).meaning === undefined
}

function endOfName(
  written: readonly string[],
  folded: readonly string[],
  at: number,
  vocabulary: Vocabulary,
): number {
  let end = at + 1
  while (
    end < written.length &&
    meaningAt(written, end, vocabulary).meaning === undefined &&
    !ENDS_NAME.has(folded[end] ?? "") &&
    !PERIOD.test(folded.slice(end).join(" "))
  )
    end++
  return end
}

/** "mỗi đơn vị", "trường nào": one by one they are not told. */
const SEVERAL = /^(?:moi|tung|cac|nhung) | nao$/
/** "KCN có bao nhiêu …", "… của May TNG rồi em nhỉ" */
const ENDS_NAME = new Set("co thi da dang con roi a nhi nhe vay the ha khong ko k em anh chi nao".split(" "))
