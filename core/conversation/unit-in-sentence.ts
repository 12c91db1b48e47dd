import { compact, type SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import { tokens, WORDS_OF_FORMS } from "../intake/unit-words.ts"
import { foldWords } from "../text/fold.ts"
import type { SentenceWords } from "./sentence-words.ts"
import { namesOwnUnit } from "./which-unit.ts"

/** A unit, words that several may be called by, or the one that is meant anyhow ("bên em"); and how many words name it. */
export type UnitTaken = { readonly unit: SearchableUnit | string | undefined; readonly count: number }

const LONGEST_NAME = 9
const OWN_PLACE =
  /^(?:đơn vị|don vi|công đoàn|cong doan|cơ sở|co so|cơ quan|co quan|công ty|cong ty|cty|trường|truong|khoa|phòng|phong|tổ|to|đội|doi|xưởng|xuong|nhà máy|nha may|bệnh viện|benh vien|bên|ben|chỗ|cđcs|cdcs)\s/iu
/** Before a number "GD" is a phase. */
const PHASE = "gd"

/** The unit that words from `at` on name, the longest name of those that are sure. */
export function unitAt(
  words: SentenceWords<string>,
  at: number,
  units: readonly SearchableUnit[],
): UnitTaken | undefined {
  return byCode(words, at, units) ?? byName(words, at, units)
}

/** By its code as it is written: "GD", and no phase. */
function byCode(
  { typed, folded }: SentenceWords<string>,
  at: number,
  units: readonly SearchableUnit[],
): UnitTaken | undefined {
  const word = typed[at] ?? ""
  if (folded[at] === PHASE && /^\d/.test(typed[at + 1] ?? "")) return undefined
  const unit = word === word.toUpperCase() ? units.find(({ code }) => code === word) : undefined
  return unit && { unit, count: 1 }
}

function byName(
  words: SentenceWords<string>,
  at: number,
  units: readonly SearchableUnit[],
): UnitTaken | undefined {
  const { typed, folded } = words
  const ofNames = wordsOfNames(units)
  let several: UnitTaken | undefined
  for (let count = Math.min(LONGEST_NAME, typed.length - at); count > 0; count--) {
    const name = typed.slice(at, at + count).join(" ")
    if (count > 1 && OWN_PLACE.test(name) && namesOwnUnit(name)) return { unit: undefined, count }
    const places = Array.from({ length: count }, (_, index) => at + index)
    const isKnown = (place: number) => words.isOfPart(place) || words.isIdle(place)
    // "giao thong" without its marks is made of words that ask nothing: then the name has to hold them as they stand.
    const isOfNames = (place: number) => ofNames.has(foldWords(folded[place] ?? ""))
    const isOnlyIdle =
      count > 1 && places.every((place) => words.isIdle(place) && !words.isOfPart(place) && isOfNames(place))
    const isName = isOnlyIdle && units.some((unit) => isPartOfName(foldWords(name), unit))
    const own = isName ? places : places.filter((place) => !isKnown(place))
    const telling = own.map((place) => foldWords(folded[place] ?? ""))
    const mayBeName =
      telling.every((word) => ofNames.has(word)) && telling.some((word) => !SHORT_FORMS.includes(word))
    if (!mayBeName || words.isOfPart(at + count - 1) || (count === 1 && !mayStandAlone(name, units))) continue
    const found = findUnit(name, units)
    const ids = found.kind === "sure" ? [found.id] : found.kind === "choices" ? found.ids : []
    const meant = units.filter(({ id }) => ids.includes(id))
    const has = (unit: SearchableUnit) => (place: number) => isOfName(folded[place] ?? "", unit)
    const isCalled = (unit: SearchableUnit) => own.every(has(unit)) || hasTokens(name, unit)
    // A slip of the finger is forgiven where a unit is asked for, and not in a sentence.
    const [unit] = found.kind === "sure" ? meant.filter(isCalled) : []
    if (unit !== undefined) return { unit, count }
    if (meant.some((each) => isPartOfName(foldWords(name), each))) several ??= { unit: name, count }
  }
  return several
}

/** A word may be part of many names: alone the province is one, a code, or letters that stand for a name, "TNG". */
function mayStandAlone(word: string, units: readonly SearchableUnit[]): boolean {
  if (/^(?:tỉnh|tinh)$/iu.test(word)) return true
  return /^\p{Lu}{3,}$/u.test(word) || units.some(({ code }) => compact(code) === compact(word))
}

const WORDS_OF_NAMES = new WeakMap<readonly SearchableUnit[], ReadonlySet<string>>()

/** Every word some unit is called by: most words of most sentences are none, and no unit is looked for by them. */
function wordsOfNames(units: readonly SearchableUnit[]): ReadonlySet<string> {
  const known = WORDS_OF_NAMES.get(units)
  if (known !== undefined) return known
  const words = new Set([
    ...units.flatMap(({ nameKey, alsoKeys = [], code }) => [
      ...[nameKey, ...alsoKeys].flatMap((key) => key.split(" ")),
      foldWords(code),
      compact(code),
    ]),
    ...SHORT_FORMS,
    ...WORDS_OF_FORMS,
  ])
  WORDS_OF_NAMES.set(units, words)
  return words
}

/** Short for words that many names have. */
const SHORT_FORMS = [
  "ldld",
  "cdcs",
  "cd",
  "tp",
  "bv",
  "thpt",
  "thcs",
  "th",
  "mn",
  "cti",
  "h",
  "x",
  "p",
  "tt",
  "lien",
  "doan",
  "lao",
  "dong",
  "huien",
  "thanh",
  "pho",
]

function isOfName(folded: string, { nameKey, alsoKeys = [], code }: SearchableUnit): boolean {
  const word = foldWords(folded)
  if (SHORT_FORMS.includes(word) || compact(code) === compact(folded)) return true
  return [nameKey, ...alsoKeys].some((key) => ` ${key} `.includes(` ${word} `))
}

/** "khu công nghiệp" for "Công đoàn các KCN tỉnh": by what the words stand for. */
function hasTokens(typed: string, { nameKey, alsoKeys = [] }: SearchableUnit): boolean {
  const own = tokens(foldWords(typed))
  return [nameKey, ...alsoKeys].some((key) => own.every((token) => tokens(key).includes(token)))
}

/** `folded` by `foldWords`. */
function isPartOfName(folded: string, { nameKey, alsoKeys = [] }: SearchableUnit): boolean {
  return [nameKey, ...alsoKeys].some((key) => ` ${key} `.includes(` ${folded} `))
}

/** What is written for the units: "THPT Bảo Cường bên GD" names one, for where a unit belongs only tells it apart. */
export function unitsToType(named: readonly UnitTaken["unit"][]): readonly string[] {
  const units = named.filter((unit) => typeof unit === "object")
  const asTyped = named.filter((unit) => typeof unit === "string")
  const isAbove = ({ id }: SearchableUnit) =>
    units.some((other) => other.id !== id && other.path?.includes(id) === true)
  return [...new Set([...units.filter((unit) => !isAbove(unit)).map(({ code }) => code), ...asTyped])]
}
