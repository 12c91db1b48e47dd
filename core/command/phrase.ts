import { remembering } from "../remember.ts"
import type { CommandPhrase } from "./command-phrase.ts"
import { HARD_MARK, type Head, isSpelled, keyOfWord, marksOf } from "./head.ts"
import { MEMBER_PHRASES } from "./member-phrases.ts"
import { OFFICER_PHRASES } from "./officer-phrases.ts"
import type { Tail } from "./shapes.ts"
import { isSlip } from "./slip.ts"

/** Every way to say a command. */
export const PHRASES: readonly CommandPhrase[] = [...MEMBER_PHRASES, ...OFFICER_PHRASES]

/** By first word, so that a message is compared with a handful of phrases; longer ones first. */
const BY_FIRST_WORD = new Map<string, CommandPhrase[]>()
for (const phrase of [...PHRASES].sort((one, other) => other.keys.length - one.keys.length)) {
  const [first = ""] = phrase.keys
  const others = BY_FIRST_WORD.get(first)
  if (others === undefined) BY_FIRST_WORD.set(first, [phrase])
  else others.push(phrase)
}
const FEWEST_LETTERS = 5
/** Those that are long enough for a slip of the finger, by first word. */
const WITH_SLIPS = Map.groupBy(
  PHRASES.filter(({ keys }) => keys.join("").length >= FEWEST_LETTERS),
  ({ keys: [first = ""] }) => first,
)
/** Phrases whose first word was mistyped like this. People begin with the same words again and again. */
const mistypedAs = remembering((typed) => {
  const first = keyOfWord(typed)
  const slipped = [...WITH_SLIPS].flatMap(([key, phrases]) => (isSlip(first, key, typed) ? phrases : []))
  return [...slipped, ...heldDown(first, typed)]
})

/** "hủyy", "hủyyy": a key held down too long, in phrases too short for any other slip. */
function heldDown(first: string, typed: string): readonly CommandPhrase[] {
  // With the Vietnamese keyboard switched off "moois" is mối.
  const held = /^\p{ASCII}+$/u.test(typed) ? /([^adeow])\1+/gu : /(\p{L})\1+/gu
  const meant = first.replace(held, "$1")
  if (meant === first) return []
  return (BY_FIRST_WORD.get(meant) ?? []).filter(({ keys }) => keys.join("").length < FEWEST_LETTERS)
}

/** "hủy sáng kiến SK-000123" */
const MOST_BEFORE_CODE = 3

/** Between the words of a command only a space or a hyphen. */
const SOFT_GAP = /^[ _.-]{1,2}$/

/** A phrase, how many words it takes, and whether it was typed as it is written. */
type Match = { readonly phrase: CommandPhrase; readonly count: number; readonly exact: boolean }

/** The longest phrase at a word. */
export function phraseAt(head: Head, at: number): Match | undefined {
  return phrasesAt(head, at)[0]
}

/** The phrases at a word, longest first; with one slip of the finger when none fits as it stands. */
export function phrasesAt(head: Head, at: number): readonly Match[] {
  const fits = (BY_FIRST_WORD.get(head.key(at)) ?? [])
    .filter(({ keys }) => keys.every((key, word) => head.key(at + word) === key && softGap(head, at, word)))
    .filter(
      (phrase) =>
        !phrase.strict ||
        marksAgree(head, phrase, at, phrase.keys.length) ||
        namesRecord(head, at + phrase.keys.length),
    )
  const matches = fits.length > 0 ? fits : slipped(head, at)
  return matches.map((phrase) => ({
    phrase,
    count: phrase.keys.length,
    exact: phrase.typed === typedAt(head, at, phrase.keys.length),
  }))
}

/** Whether the words of a command may stand apart like this. */
export function softGap(head: Head, at: number, word: number): boolean {
  return word === 0 || SOFT_GAP.test(head.gap(at + word))
}

function slipped(head: Head, at: number): readonly CommandPhrase[] {
  const first = head.key(at)
  if (first.length < 2 || first.length > 24) return []
  const slipLater = (WITH_SLIPS.get(first) ?? []).filter((phrase) => slipsBehind(head, at, phrase) === 1)
  const slipFirst = mistypedAs(head.words[at]?.typed ?? "").filter(
    (phrase) => slipsBehind(head, at, phrase) === 0,
  )
  return [...slipLater, ...slipFirst].sort(
    (one, other) => other.keys.length - one.keys.length || PHRASES.indexOf(one) - PHRASES.indexOf(other),
  )
}

/** Slips in a phrase behind its first word; undefined when it is another one. */
function slipsBehind(head: Head, at: number, { keys }: CommandPhrase): number | undefined {
  let slips = 0
  for (let word = 1; word < keys.length; word++) {
    const [typed, key] = [head.key(at + word), keys[word] ?? ""]
    if (!softGap(head, at, word)) return undefined
    if (typed === key) continue
    if (++slips > 1 || !isSlip(typed, key, head.words[at + word]?.typed)) return undefined
  }
  return slips
}

function typedAt(head: Head, at: number, count: number): string {
  return head.words
    .slice(at, at + count)
    .map(({ typed }) => typed)
    .join(" ")
}

/** Whether the marks typed are those of the phrase, or fewer: "huy" and "hùy" may be hủy, "sữa" is not sửa. */
export function marksAgree(head: Head, phrase: CommandPhrase, at: number, count: number): boolean {
  const canonical = phrase.typed.split(" ")
  return head.words
    .slice(at, at + count)
    .every(({ typed }, word) => isSpelled(typed, marksOf(canonical[word] ?? "")))
}

/** By their words written as one, as menus write commands: "/congnhan". */
const JOINED = new Map(PHRASES.toReversed().map((phrase) => [phrase.keys.join(""), phrase]))

/** The phrase whose words the first word writes as one. */
export function joinedPhrase(
  head: Head,
): { readonly phrase: CommandPhrase; readonly count: number } | undefined {
  const phrase = JOINED.get(head.key(0))
  return phrase && { phrase, count: 1 }
}

/** Whether a code follows soon: "sữa SK-000123" is no milk, and its slip of a mark no riddle. */
export function namesRecord(head: Head, at: number): boolean {
  const soon = head.words.slice(at, at + MOST_BEFORE_CODE).map(({ key }) => key)
  return soon.some(
    (key, word) => /^sk\d+$/.test(key) || (key === "sk" && /^\d+$/.test(head.key(at + word + 1))),
  )
}

/** What stands behind the phrase. */
export function tailOf(head: Head, phrase: CommandPhrase, at: number, count: number): Tail {
  const next = at + count
  return {
    head,
    at: next,
    begun: at,
    marked: next < head.words.length && HARD_MARK.test(head.gap(next)),
    exact: phrase.typed === typedAt(head, at, count),
    asked: head.text.slice(-12).includes("?"),
  }
}
