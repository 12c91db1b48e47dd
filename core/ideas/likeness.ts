import type { InitiativeView } from "../conversation/reads.ts"
import { fold, foldWords } from "../text/fold.ts"
import { type Idea, isCommon, readIdea, titleWords } from "./signature.ts"

/** From here on two titles are taken for the same idea; tuned on the labelled pairs beside the tests. */
const SAME_IDEA = 0.58
/** How much a word counts that stands in every tenth title. */
const COMMON_WEIGHT = 0.3
/** Words shared as they stand, rare or not, keep a reordered or abbreviated title together. */
const PLAIN_SHARE = 0.3

/** How much two titles have in common. */
export type Likeness = {
  /** 0 (nothing) to 1 (the same words): which of several comes first. */
  readonly closeness: number
  /** Whether they seem to be one idea, whatever the numbers in them. */
  readonly sameIdea: boolean
  /** Whether they name different things by number: "máy số 3" and "máy số 4" are a series, not the same. */
  readonly series: boolean
}

/** A title to compare, and the name of the unit it comes from. */
export type Compared = { readonly title: string; readonly unitName: string }

/** A title as it is compared with many. */
type Reading = {
  readonly idea: Idea
  readonly placeless: ReadonlySet<string>
  readonly own: readonly string[]
}

function read({ title, unitName }: Compared): Reading {
  const folded = fold(title)
  const placeless = folded.replace(PLACE, "")
  const idea = readIdea(folded)
  return {
    idea,
    placeless: placeless === folded ? idea.words : titleWords(placeless),
    own: foldWords(unitName).split(" "),
  }
}

/** Compares two titles; words that only name one's own unit do not set them apart. */
export function likeness(one: Compared, other: Compared): Likeness {
  return compare(read(one), read(other))
}

function compare(one: Reading, other: Reading): Likeness {
  const [first, second] = [one.idea, other.idea]
  const shared = intersection(first.words, second.words)
  const own = new Set([...one.own, ...other.own])
  const left = withoutPlace(one.placeless, own, shared)
  const right = withoutPlace(other.placeless, own, shared)
  const score =
    (1 - PLAIN_SHARE) * dice(left, right, tellingWeight) + PLAIN_SHARE * dice(left, right, () => 1)
  return {
    closeness: dice(first.words, second.words, (word) => (isCommon(word) ? 0.5 : 1)),
    sameIdea: score >= SAME_IDEA,
    series: namesAnother(first, second),
  }
}

/** "… tại Công ty May TNG", "- CĐCS Trường Tân Long": where, when at least a few words stand before it. */
const PLACE =
  /(?<=\S+ \S+ \S+)(?:[ ,(–-]+(?:tai|o|cua|thuoc) | ?[,(–-] ?)(?:cong ty|cty|truong|benh vien|xi nghiep|nha may|cdcs|cong doan|trung tam|hop tac xa|htx|ubnd|phong gd|chi nhanh|tong cong ty|doanh nghiep)(?!\p{L}).*$/u

function withoutPlace(words: ReadonlySet<string>, own: ReadonlySet<string>, shared: ReadonlySet<string>) {
  return new Set([...words].filter((word) => !/^\d+$/.test(word) && (shared.has(word) || !own.has(word))))
}

function tellingWeight(word: string): number {
  return isCommon(word) ? COMMON_WEIGHT : 1
}

function namesAnother(one: Idea, other: Idea): boolean {
  if (one.numbers.size === 0 || other.numbers.size === 0) return false
  const shared = intersection(one.numbers, other.numbers).size
  return shared < Math.min(one.numbers.size, other.numbers.size)
}

function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((word) => other.has(word)))
}

/** Twice what is shared by all there is, in weights. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>, weigh: (word: string) => number): number {
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weigh(word), 0)
  const all = sum(one) + sum(other)
  return all === 0 ? 0 : (2 * sum(intersection(one, other))) / all
}

/** Those of the initiatives that seem to be the same idea, numbered series included, the closest first. */
export function closest(
  one: Compared,
  candidates: readonly InitiativeView[],
): readonly { readonly view: InitiativeView; readonly like: Likeness }[] {
  const asked = read(one)
  return candidates
    .map((view) => ({ view, like: compare(asked, read({ title: view.title, unitName: view.unit.name })) }))
    .filter(({ like }) => like.sameIdea)
    .sort((left, right) => right.like.closeness - left.like.closeness || left.view.number - right.view.number)
}
