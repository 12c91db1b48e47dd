import type { InitiativeView } from "../conversation/initiative-view.ts"
import { fold, foldWords } from "../text/fold.ts"
import { type Idea, isCommon, readIdea, titleWords } from "./signature.ts"

/** From here on two titles are taken for the same idea; tuned on the labelled pairs beside the tests. */
const SAME_IDEA = 0.58
/** Below this it also matters what they do not share: other things are done to the same machine, in the same place. */
const SURELY_SAME = 0.68
/** Telling words in a row that the other title has not: so many in one and in the other make two ideas. */
const OWN_CORE = { one: 3, other: 2 }
/** How much a word counts that stands in every tenth title. */
const COMMON_WEIGHT = 0.3
/** Words shared as they stand, rare or not, keep a reordered or abbreviated title together. */
const PLAIN_SHARE = 0.3

/** How much two titles have in common. */
export type Likeness = {
  /** 0 (nothing) to 1 (the same words, in whatever order). */
  readonly closeness: number
  /** 0 to 1: how many of the words stand beside the same neighbours. */
  readonly order: number
  /** Whether they seem to be one idea, whatever the numbers in them. */
  readonly sameIdea: boolean
  /** Whether they name different things by number: "máy số 3" and "máy số 4" are a series, not the same. */
  readonly series: boolean
}

/** A title to compare, and the name of the unit it comes from. */
export type Compared = { readonly title: string; readonly unitName: string }

/** A title as it is compared with many: its words, without its place, and without a place that is only its own unit. */
type Reading = {
  readonly idea: Idea
  readonly placeless: ReadonlySet<string>
  readonly proper: ReadonlySet<string>
  /** The telling words without the place, in their order. */
  readonly telling: readonly string[]
  readonly pairs: ReadonlySet<string>
  readonly own: ReadonlySet<string>
}

function read({ title, unitName }: Compared): Reading {
  const folded = fold(title)
  const words = foldWords(folded).split(" ")
  const idea = readIdea(folded, words)
  const own = wordsOfName(unitName)
  const place = PLACE.exec(folded)
  const before = place === null ? words : foldWords(folded.slice(0, place.index)).split(" ")
  const placeless = place === null ? idea.words : titleWords(before)
  const isOwn =
    place !== null && titleWords(foldWords(place[0]).split(" ")).isSubsetOf(own.union(PLACE_LEADS))
  const proper = isOwn ? before : words
  return {
    idea,
    placeless,
    proper: isOwn ? placeless : idea.words,
    telling: [...placeless].filter((word) => !isCommon(word) && !/^\d/.test(word)),
    pairs: new Set(proper.slice(1).map((word, at) => `${proper[at]} ${word}`)),
    own,
  }
}

/** Units come again and again, so that their names are read once. */
function wordsOfName(unitName: string): ReadonlySet<string> {
  const known = NAMES.get(unitName)
  if (known !== undefined) return known
  if (NAMES.size >= MOST_NAMES) NAMES.clear()
  const read = new Set(foldWords(unitName).split(" "))
  NAMES.set(unitName, read)
  return read
}

const NAMES = new Map<string, ReadonlySet<string>>()
const MOST_NAMES = 5_000

/** Compares two titles; words that only name one's own unit do not set them apart. */
export function likeness(one: Compared, other: Compared): Likeness {
  return compare(read(one), read(other))
}

function compare(one: Reading, other: Reading): Likeness {
  const [first, second] = [one.idea, other.idea]
  const shared = first.words.intersection(second.words)
  const own = one.own.union(other.own)
  const left = withoutPlace(one.placeless, own, shared)
  const right = withoutPlace(other.placeless, own, shared)
  const score =
    (1 - PLAIN_SHARE) * dice(left, right, tellingWeight) + PLAIN_SHARE * dice(left, right, () => 1)
  return {
    closeness: dice(one.proper, other.proper, (word) => (isCommon(word) ? 0.5 : 1)),
    order: dice(one.pairs, other.pairs, () => 1),
    sameIdea: score >= SAME_IDEA && (score >= SURELY_SAME || !haveOwnCores(one, other)),
    series: namesAnother(first, second),
  }
}

/**
 * "… tại Công ty May TNG", "- CĐCS Trường Tân Long": where, when at least a few words stand before
 * it; these are looked for last, for dashes are pasted by the thousand.
 */
const PLACE =
  /(?=(?:[ ,(–-]{1,5}(?:tai|o|cua|thuoc) | ?[,(–-] ?)(?:cong ty|cty|truong|benh vien|xi nghiep|nha may|cdcs|cong doan|trung tam|hop tac xa|htx|ubnd|phong gd|chi nhanh|tong cong ty|doanh nghiep)(?!\p{L}))(?<=\S \S{1,99} \S{1,99}).*$/u

const PLACE_LEADS = new Set(["tai", "o", "cua", "thuoc"])

function withoutPlace(words: ReadonlySet<string>, own: ReadonlySet<string>, shared: ReadonlySet<string>) {
  return new Set([...words].filter((word) => !/^\d+$/.test(word) && (shared.has(word) || !own.has(word))))
}

/** "Gương cầu lồi ở góc khuất kho hàng" and "Đèn cảnh báo xe nâng ở góc khuất kho hàng" share a place and nothing of the idea. */
function haveOwnCores(one: Reading, other: Reading): boolean {
  const [left, right] = [longestRun(one.telling, other.idea.words), longestRun(other.telling, one.idea.words)]
  return Math.max(left, right) >= OWN_CORE.one && Math.min(left, right) >= OWN_CORE.other
}

function longestRun(words: readonly string[], others: ReadonlySet<string>): number {
  let [longest, run] = [0, 0]
  for (const word of words) {
    run = others.has(word) ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}

function tellingWeight(word: string): number {
  return isCommon(word) ? COMMON_WEIGHT : 1
}

function namesAnother(one: Idea, other: Idea): boolean {
  if (one.numbers.size === 0 || other.numbers.size === 0) return false
  const shared = one.numbers.intersection(other.numbers).size
  return shared < Math.min(one.numbers.size, other.numbers.size)
}

/** Twice what is shared by all there is, in weights. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>, weigh: (word: string) => number): number {
  let [shared, all] = [0, 0]
  for (const word of one) {
    const weight = weigh(word)
    all += weight
    if (other.has(word)) shared += weight
  }
  for (const word of other) all += weigh(word)
  return all === 0 ? 0 : (2 * shared) / all
}

type Ranked = { readonly view: InitiativeView; readonly like: Likeness }

/** Those of the initiatives that seem to be the same idea, numbered series included, the closest first. */
export function closest(one: Compared, candidates: readonly InitiativeView[]): readonly Ranked[] {
  return ranked(one, candidates).filter(({ like }) => like.sameIdea)
}

/** The initiatives with what each has in common with one title, the closest first. */
export function ranked(one: Compared, candidates: readonly InitiativeView[]): readonly Ranked[] {
  const asked = read(one)
  return candidates
    .map((view) => ({ view, like: compare(asked, read({ title: view.title, unitName: view.unit.name })) }))
    .sort((left, right) => rank(right.like) - rank(left.like) || left.view.number - right.view.number)
}

/** Which of several comes first: the words count, and that they stand together counts half as much. */
function rank({ closeness, order }: Likeness): number {
  return closeness + order / 2
}
