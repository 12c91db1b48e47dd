import type { Period, Qualifier } from "./money.ts"
import { readNeighbour } from "./money-amount.ts"
import { readNumberWords } from "./money-number-words.ts"
import { BEFORE_PERIODS, readPeriodBefore } from "./money-period.ts"
import { key, phraseAt, qualifierAt, type Token } from "./money-tokens.ts"
import { readUnclearRange, readVague } from "./money-vague.ts"
import {
  CHAT_SLANG,
  COSTS,
  COUNTED_BY,
  FILLERS_BEFORE,
  LEADS,
  LEADS_WITH_OBJECT,
  QUALIFIERS,
} from "./money-words.ts"

const MAX_OPENING_STEPS = 12

/** What each piece of an opening begins with: most words of a title are none of them, which is seen at a look. */
const OPENERS: ReadonlySet<string> = new Set([
  ...[LEADS, FILLERS_BEFORE, ...QUALIFIERS.map(([, words]) => words)].flatMap((list) =>
    list.flatMap(([first = ""]) => first),
  ),
  ...BEFORE_PERIODS,
  "do",
  "tu",
])

/** What is said in front of an amount. */
export type Opening = {
  lead: string | undefined
  /** What is saved stands between the lead and the amount. */
  named: boolean
  qualifier: Qualifier | null
  period: Period | null
  fromWord: boolean
  next: number
}

/** Words in front of an amount, in any order: fillers, lead, qualifier, period, "từ". */
export function readOpening(tokens: Token[], from: number): Opening {
  const nothing = {
    lead: undefined,
    named: false,
    qualifier: null,
    period: null,
    fromWord: false,
    next: from,
  }
  const opening: Opening = { ...nothing }
  // A bound, because every word of a title is tried as the start of a clause.
  for (let steps = 0; steps < MAX_OPENING_STEPS; steps++) {
    const at = opening.next
    if (!OPENERS.has(key(tokens, at)) || (at > from && tokens[at]?.newLine === true)) return opening
    const period = readPeriodBefore(tokens, at)
    // By its mark: "độ 20 triệu" is about as much.
    // Typed without marks it is read so where it is said how often: "moi thang do 1tr2".
    const isDo = tokens[at]?.typed === "đỡ" || (tokens[at]?.typed === "do" && opening.period !== null)
    const lead = phraseAt(tokens, at, LEADS) ?? (isDo ? ["do"] : undefined)
    // "tám triệu" and "tầm 8 triệu" have the same key.
    const hedge = qualifierAt(tokens, at, QUALIFIERS)
    const qualifier = hedge === undefined || startsNumber(tokens, at) ? undefined : hedge
    if (period !== undefined) {
      opening.period = period.period
      opening.next = period.next
    } else if (lead !== undefined) {
      // "may nhanh hơn lợi 12tr": what is compared stands before the clause.
      const isCompared = opening.lead === undefined && (opening.qualifier ?? "about") !== "about"
      if (isCompared) return nothing
      opening.lead ??= lead.join(" ")
      opening.next = skipObject(tokens, at + lead.length, lead.join(" "))
      opening.named ||= opening.next > at + lead.length
    } else if (qualifier !== undefined) {
      // "khoảng hơn 30 triệu" says hơn, "ước khoảng" says khoảng.
      if (qualifier.qualifier !== "about") opening.qualifier = qualifier.qualifier
      else opening.qualifier ??= "about"
      opening.next = qualifier.next
    } else if (key(tokens, at) === "tu" && !opening.fromWord) {
      opening.fromWord = true
      opening.next = at + 1
    } else {
      const filler = phraseAt(tokens, at, FILLERS_BEFORE)
      if (filler === undefined) return opening
      opening.next = at + filler.length
    }
  }
  return opening
}

/** Jumps over up to five words that name what is saved, when an amount follows them. */
function skipObject(tokens: Token[], from: number, lead: string): number {
  if (!LEADS_WITH_OBJECT.has(lead)) return from
  for (let at = from; at <= from + 5; at++) {
    const token = tokens[at]
    if (COUNTED_BY.has(key(tokens, at + 1)) && (token?.kind === "number" || startsNumber(tokens, at)))
      continue
    if (token === undefined || token.newLine || phraseAt(tokens, at, COSTS) !== undefined) return from
    if (token.kind === "number") return at
    if (token.kind === "mark" || startsAmount(tokens, at)) return at === from ? from : at
  }
  return from
}

function startsNumber(tokens: Token[], at: number): boolean {
  const read =
    readNeighbour(tokens, at, CHAT_SLANG) ??
    readNumberWords(tokens, at, CHAT_SLANG) ??
    readUnclearRange(tokens, at, CHAT_SLANG)
  return read !== undefined
}

function startsAmount(tokens: Token[], at: number): boolean {
  return (
    qualifierAt(tokens, at, QUALIFIERS) !== undefined ||
    readPeriodBefore(tokens, at) !== undefined ||
    startsNumber(tokens, at) ||
    readVague(tokens, at) !== undefined
  )
}
