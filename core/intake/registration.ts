import { given } from "../given.ts"
import { withoutEnd } from "../text/cut.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import type { Money, MoneyReading } from "../text/money.ts"
import { extractBenefit, parseMoney } from "../text/money-reading.ts"
import { benefitBehind } from "./benefit-ahead.ts"
import { appliedSaid } from "./first-applied.ts"
import { findLabels, readLabels } from "./labels.ts"
import { authorsNamed, authorsOf, namesOf } from "./named-authors.ts"
import {
  asidesOf,
  firstSentence,
  headline,
  isTitle,
  LONGEST_REGISTRATION,
  quotedHead,
  storyBehind,
  titleQuoted,
  unquoted,
  withoutIdeaWord,
  withoutThanks,
} from "./title.ts"

/** What one message says about an initiative. */
export type Registration = {
  readonly title: string
  readonly description?: string
  readonly sector?: string
  readonly benefit?: Money
  /** A stated benefit that can be read in two ways; asked, never guessed. */
  readonly ambiguous?: readonly [Money, Money]
  /** The author it names, as typed; whoever sends it may be another. */
  readonly author?: string
  /** The unit it names, as typed. */
  readonly unit?: string
  /** The other authors, as typed. */
  readonly coAuthors?: string
  /** When it was first applied, as typed. */
  readonly firstAppliedOn?: string
  /** What is to be kept secret, as typed; absent when nothing is. */
  readonly confidential?: string
}

/** "đăng ký sáng kiến về việc …" */
const ABOUT = /^(?:về việc|ve viec)\s+/iu
/** "đăng ký cho cả tổ 3: …": who made it together is no part of the title. */
const FOR_ALL =
  /^(?:cho|của)\s+(?:cả\s+)?(?:tổ|đội|nhóm|chuyền|phòng|khoa|xưởng)(?:\s+[^\s:：]+){0,3}\s*[:：]\s*(?=\S)/iu

/** Reads what follows the command of a registration: a bare title, a title with a benefit clause, or labelled lines. */
export function readRegistration(text: string): Registration {
  const typed = withoutThanks(asTyped(text)).replace(FOR_ALL, "")
  const parts = readLabels(typed)
  const [labelled, ...others] = authorsNamed(parts.author ?? "")
  const body = parts.title ?? typed
  const [first, tail] = headline(body)
  const line = parts.benefit === undefined ? benefitBehind(first.replace(ABOUT, "")) : first
  const last = parts.benefit === undefined ? benefitAtEnd(line) : undefined
  const { title: head, ...beside } = asidesOf(last?.title ?? line)
  const author = labelled ?? beside.author
  const coAuthors =
    namesOf(parts.coAuthors) ?? authorsOf(typed) ?? namesOf(others.join(", ")) ?? beside.coAuthors
  const firstAppliedOn = parts.firstAppliedOn ?? beside.firstAppliedOn ?? appliedSaid(body)?.typed
  const money =
    last === undefined && parts.benefit === undefined
      ? moneyIn(head, [tail, parts.description])
      : last && { ...last, title: head }
  const named = money?.title ?? head
  const bare = unquoted(withoutIdeaWord(named))
  const [title, further] = quotedHead(named) ?? titleAndStory(bare)
  const benefit = parts.benefit === undefined ? (money ?? {}) : benefitOf(parts.benefit)
  const description = [
    further,
    tail,
    parts.description,
    parts.benefit === undefined ? undefined : benefit.words,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join("\n")
  return {
    title,
    ...(benefit.reading === undefined ? {} : readingOf(benefit.reading)),
    ...given({
      description: description === "" ? undefined : description,
      sector: parts.sector && withoutEnd(parts.sector, ". "),
      author,
      unit: telling(parts.unit),
      coAuthors: telling(coAuthors),
      firstAppliedOn: firstAppliedOn && withoutEnd(firstAppliedOn, ". "),
      confidential: telling(parts.confidential),
    }),
  }
}

function titleAndStory(line: string): readonly [string, string | undefined] {
  const [title, further] = firstSentence(line)
  return further === undefined ? (storyBehind(title) ?? [title, undefined]) : [title, further]
}

/** The text as it is read: cells of a table apart by colons, and without the stars of other programs' bold type around labels. */
function asTyped(text: string): string {
  return clean(
    text
      .slice(0, LONGEST_REGISTRATION)
      .replace(/(?<=\p{L})\t+/gu, ": ")
      .replace(/(?<=^|\n)([ \t]*)[*_]{1,2}([^*_\n:]{1,80}):?[*_]{1,2}:?(?=\s)/gu, "$1$2:"),
  )
}

/** Whether the text is a record with labels, one of them that of its title: sent without any command it is still meant. */
export function isRecord(text: string): boolean {
  const typed = asTyped(text)
  const labels = findLabels(typed)
  const title = labels.find(({ field }) => field === "title")
  if (title === undefined)
    return labels.length >= 2 && titleQuoted(typed.slice(0, labels[0]?.start)) !== undefined
  const value = typed.slice(title.end, labels[labels.indexOf(title) + 1]?.start)
  const isOpening = typed.slice(0, title.start).replace(/[\s*_\d.)-]/g, "") === ""
  // "sáng kiến: để nghĩ đã" is said every day; "Tên sáng kiến: …" is not.
  const isPlain = isOpening && !/^ten /.test(foldWords(title.label)) && labels.length === 1
  return (
    isTitle(value) &&
    (labels.length >= 2 || (isOpening && (!isPlain || value.trim().split(/\s+/).length >= LEAST_PLAIN_WORDS)))
  )
}

const LEAST_PLAIN_WORDS = 5

type Benefit = { readonly title?: string; readonly reading?: MoneyReading; readonly words?: string }

/** ", làm lợi 20tr/năm" behind all else, the asides among it. */
function benefitAtEnd(line: string): (Benefit & { readonly title: string }) | undefined {
  const found = extractBenefit(line)
  return found === null || found.title.length === clean(line).length ? undefined : found
}

/** The benefit named in the title or, when it names none, in the one clear clause of what follows. */
function moneyIn(head: string, further: readonly (string | undefined)[]): Benefit | undefined {
  const inTitle = extractBenefit(head)
  if (inTitle !== null) return inTitle
  const rest = further.filter((part) => part !== undefined).join("\n")
  const inRest = rest === "" ? null : extractBenefit(`${head}\n${rest}`)
  return inRest === null || inRest.reading.kind === "none_given" ? undefined : { reading: inRest.reading }
}

/** The benefit of labelled lines; what they say beside an amount are `words` for the description. */
function benefitOf(value: string): Benefit {
  const lines = value.split("\n")
  for (const piece of lines.length === 1 ? lines : [value, ...lines]) {
    // "Năng suất tăng 15%, ước tính 36 triệu": behind the label no clause needs to say that it is a benefit.
    const whole = parseMoney(piece)
    const reading =
      whole.kind === "unreadable" && lines.length === 1 ? (extractBenefit(piece)?.reading ?? whole) : whole
    if (reading.kind !== "money" && reading.kind !== "ambiguous") continue
    const raw = reading.kind === "money" ? reading.money.raw : reading.raw
    if (piece.length > raw.length + LONGEST_BESIDE) return { reading, words: value }
    const others = piece === value ? [] : lines.filter((line) => line !== piece)
    return others.length === 0 ? { reading } : { reading, words: others.join("\n") }
  }
  const two = eitherOf(value)
  if (two !== undefined) return { reading: two, words: value }
  const told = lines.filter((line) => !saysNothing(line) && !saysNoAmount(line))
  return told.length === 0 ? {} : { words: told.join("\n") }
}

/** "trên 3,843 tỷ đồng; ước khoảng 30,7 tỷ đồng/năm": which of the two is the benefit only its author knows. */
function eitherOf(value: string): MoneyReading | undefined {
  const [one, other, ...more] = value.split(/[;\n]/u).map((part) => parseMoney(part.trim()))
  if (one?.kind !== "money" || other?.kind !== "money" || more.length > 0) return undefined
  return { kind: "ambiguous", readings: [one.money, other.money], raw: value }
}

/** So much may stand beside an amount without saying anything. */
const LONGEST_BESIDE = 15
/** "không tính được bằng tiền"; more words than these tell what was gained instead. */
const MOST_REFUSING_WORDS = 8

function saysNoAmount(line: string): boolean {
  return parseMoney(line).kind === "none_given" && line.split(" ").length <= MOST_REFUSING_WORDS
}

function readingOf(reading: MoneyReading): Pick<Registration, "benefit" | "ambiguous"> {
  switch (reading.kind) {
    case "money":
      return { benefit: reading.money }
    case "ambiguous":
      return { ambiguous: reading.readings }
    case "none_given":
    case "unreadable":
      return {}
    default:
      return reading satisfies never
  }
}

/** What the label holds, unless that says nothing ("không", "chưa có"). */
function telling(typed: string | undefined): string | undefined {
  return typed === undefined || saysNothing(typed) ? undefined : typed
}

function saysNothing(text: string): boolean {
  return /^(?:khong(?: co)?|ko|k|chua|chua co|khong can|\.+|_+|…+)[.\s]*$/.test(fold(text))
}
