import { fold, foldWords } from "../text/fold.ts"

/** A unit that can be searched for; `nameKey` is `foldWords(name)`. With `path` the names of the units above it may be typed too. */
export type SearchableUnit = {
  readonly id: string
  readonly code: string
  readonly nameKey: string
  /** Other names, former ones among them, folded in the same way. */
  readonly alsoKeys?: readonly string[]
  /** Ids from the root down to the unit itself. */
  readonly path?: readonly string[]
}

/** What was found: exactly one for certain, or up to three to choose from, best first. */
export type UnitSearch =
  | { readonly kind: "sure"; readonly id: string }
  | { readonly kind: "choices"; readonly ids: readonly string[] }
  | { readonly kind: "none" }

const MOST_CHOICES = 3
/** A name is short; more words, or longer ones, are a sentence that holds no name we could find. */
const LONGEST_QUERY = 240
const MOST_WORDS = 16
const LONGEST_WORD = 24
/** So many slips of the finger are forgiven over a whole name. */
const MOST_SLIPS = 2
/** What a unit must have of the query's weight to be offered. */
const LEAST_MET = 0.5

// ---- Words of names

/**
 * Words that stand for several, and what each is compared as. Long and short forms of a kind ("tiểu học", "TH") become
 * the same token, so that either side may abbreviate; forms that share letters ("TT": trung tâm, thị trấn) share it too.
 */
const TOKEN_OF: Readonly<Record<string, string>> = {
  "công đoàn cơ sở": "cdcs",
  "công đoàn": "cd",
  "cao đẳng": "cd",
  "liên đoàn lao động": "ldld",
  "liên đoàn": "ldld",
  "công ty": "cti",
  "trách nhiệm hữu hạn": "tnhh",
  "cổ phần": "cp",
  "một thành viên": "mtv",
  "khu công nghiệp": "kcn",
  "cụm công nghiệp": "ccn",
  "tiểu học": "th",
  "trung học cơ sở": "thcs",
  "trung học phổ thông": "thpt",
  "giáo dục thường xuyên": "gdtx",
  "cấp 1": "th",
  "cấp 2": "thcs",
  "cấp 3": "thpt",
  "mầm non": "mn",
  "mẫu giáo": "mn",
  "đại học": "dh",
  "thị xã": "tx",
  "thành phố": "tp",
  "bệnh viện": "bv",
  "đa khoa": "dk",
  "trung tâm": "tt",
  "thị trấn": "tt",
  "hợp tác xã": "htx",
  "nhà máy": "nm",
  "xí nghiệp": "xn",
  "uỷ ban nhân dân": "ubnd",
  "giáo dục": "gd",
  "giao dịch": "gd",
  "đào tạo": "dt",
  "điện tử": "dt",
  "y tế": "yt",
  "dịch vụ": "dv",
  "xây dựng": "xd",
  "cơ khí": "ck",
  "giao thông vận tải": "gtvt",
  "phát triển nông thôn": "ptnt",
  "công thương": "ct",
  "nông nghiệp": "nn",
  "viên chức": "vc",
  "khoáng sản": "ks",
  "thương mại": "tm",
  "sản xuất": "sx",
  "ngân hàng": "nh",
}

/** Short forms that hold several tokens, or are typed in another way; with more than one reading each is tried. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  cty: ["cti"],
  cong: ["cong"],
  ct: ["ct", "cti"],
  ctcp: ["cti cp"],
  ctytnhh: ["cti tnhh"],
  tyt: ["tram yt"],
  ttyt: ["tt yt"],
  ttdv: ["tt dv"],
  ttgdtx: ["tt gdtx"],
  bvđk: ["bv dk"],
  pgd: ["phong gd"],
  pgdđt: ["phong gd dt"],
  gdđt: ["gd dt"],
  mnon: ["mn"],
  thọc: ["th"],
  cđn: ["cd nganh"],
  cđvc: ["cd vc"],
  c1: ["th"],
  c2: ["thcs"],
  c3: ["thpt"],
  xdung: ["xd"],
  h: ["huyen"],
  p: ["phuong", "phong"],
  x: ["xa"],
  t: ["tinh"],
  q: ["quan"],
}

const FOLDED_READINGS = new Map(
  Object.entries(READINGS).map(([word, readings]) => [
    foldWords(word),
    readings.map((reading) => reading.split(" ").map((token) => foldWords(token))),
  ]),
)
const LONG_FORMS = Object.entries(TOKEN_OF)
  .map(([long, token]) => ({ keys: foldWords(long).split(" "), token: foldWords(token) }))
  .sort((one, other) => other.keys.length - one.keys.length)

/** Tokens people leave out and which tell no unit from another. */
const COMMON = new Set(
  foldWords("cdcs cd cti cp tnhh mtv trường ngành các tỉnh huyện tp tx xã phường").split(" "),
)
/** Of those, what may stand in the query though the name has it not: "công ty TNHH" for a "công ty". */
const LEGAL_FORM = new Set(["cdcs", "cd", "cti", "cp", "tnhh", "mtv", "truong"])
/** Words around a name: "em ở …", "đơn vị của em là …". Only where the name itself has no such word. */
const AROUND = new Set(
  foldWords(
    "em anh chị tôi mình bác cô chú ở thuộc bên là của làm việc tại đơn vị nhé ạ nha với dạ vâng ơi chỗ",
  ).split(" "),
)

/** What federations are of, and the words around it that name no other unit. */
const LEVELS = new Set(foldWords("tỉnh tp").split(" "))
const AROUND_LEVEL = new Set(foldWords("cdcs cd ldld toàn cả cấp").split(" "))

const ABOUT_ONESELF =
  /^(?:(?:em|anh|chi|toi|minh) )?(?:(?:ten )?(?:don vi|cong doan) (?:cua )?(?:em|anh|chi|toi|minh) (?:la |o |thuoc )?|(?:lam )?(?:o|thuoc|ben|tai) (?!$))/

/** The words of a name as tokens; long forms may carry a slip of the finger each word. */
function tokens(key: string): string[] {
  const words = key.split(" ").filter((word) => word !== "")
  const made: string[] = []
  let at = 0
  while (at < words.length) {
    const long = LONG_FORMS.find(({ keys }) => keys.every((word, index) => isNearly(words[at + index], word)))
    made.push(long?.token ?? (words[at] as string))
    at += long?.keys.length ?? 1
  }
  return made
}

function isNearly(typed: string | undefined, meant: string): boolean {
  if (typed === undefined) return false
  return typed === meant || (meant.length >= 4 && editDistance(typed, meant, 1) <= 1)
}

// ---- Index

type Indexed = {
  readonly id: string
  readonly tokens: readonly string[]
  /** The tokens of the units above that are not its own. */
  readonly above: ReadonlySet<string>
}

type Index = {
  readonly byCode: ReadonlyMap<string, readonly string[]>
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly weightOf: ReadonlyMap<string, number>
  /** The units that have a token. */
  readonly having: ReadonlyMap<string, readonly Indexed[]>
  /** The federation above all others; undefined where several units, or none, stand under no other. */
  readonly root: Indexed | undefined
}

const INDEXES = new WeakMap<readonly SearchableUnit[], Index>()

/** Built once for each list: `reads.units()` hands the same array out as long as no unit changes. */
function indexOf(list: readonly SearchableUnit[]): Index {
  const known = INDEXES.get(list)
  if (known !== undefined) return known
  const units = list.map(({ id, code, nameKey, alsoKeys = [], path = [] }) => ({
    id,
    code,
    path,
    names: [nameKey, ...alsoKeys.filter((key) => key !== nameKey)],
  }))
  const tokensOf = new Map(units.map(({ id, names }) => [id, tokens(names[0] ?? "")]))
  const indexed = units.flatMap(({ id, path, names }) => {
    const above = path.slice(0, -1).flatMap((one) => tokensOf.get(one) ?? [])
    return names.map((name): Indexed => {
      const own = tokens(name)
      return { id, tokens: own, above: new Set(above.filter((token) => !own.includes(token))) }
    })
  })
  const having = new Map<string, Indexed[]>()
  for (const unit of indexed) {
    for (const token of new Set(unit.tokens)) {
      const others = having.get(token)
      if (others === undefined) having.set(token, [unit])
      else others.push(unit)
    }
  }
  const roots = units.filter(({ path }) => path.length === 1)
  const index: Index = {
    having,
    root: roots.length === 1 ? indexed.find(({ id }) => id === roots[0]?.id) : undefined,
    byCode: grouped(units, (unit) => [compact(unit.code)]),
    byName: grouped(units, (unit) => [...new Set(unit.names.map((name) => tokens(name).join(" ")))]),
    weightOf: new Map(
      [...having].map(([token, { length: n }]) => [
        token,
        COMMON.has(token) ? 0.1 : 1 + Math.log(indexed.length / n) / 4,
      ]),
    ),
  }
  INDEXES.set(list, index)
  return index
}

function grouped<Unit extends { readonly id: string }>(
  units: readonly Unit[],
  keysOf: (unit: Unit) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const unit of units) {
    for (const key of keysOf(unit)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [unit.id])
      else group.push(unit.id)
    }
  }
  return groups
}

/** "KCN-01", "kcn 01" and "KCN01" are one code. */
function compact(code: string): string {
  return fold(code).replace(/[^\p{L}\p{N}]+/gu, "")
}

// ---- Search

/** How well one unit answers the query. */
type Match = {
  readonly id: string
  /** Slips of the finger that must be forgiven. */
  readonly slips: number
  /** Whether every word of the query was met by the name, or by the name of a unit above. */
  readonly explained: boolean
  /** Whether the query has every word of the name that matters. */
  readonly complete: boolean
  /** How many words that matter were met. */
  readonly distinct: number
  /** Whether some word was met only by the name of a unit above. */
  readonly byAbove: boolean
  readonly cost: number
}

/**
 * Finds the unit meant by `text`: its code, or its name with missing marks, left-out common words, short forms and up to
 * two typos. Sure only when no other unit could be meant by the same words with as many typos; a name that several units
 * have is never sure, unless the unit above is named too.
 */
export function findUnit(text: string, units: readonly SearchableUnit[]): UnitSearch {
  const typed = text.slice(0, LONGEST_QUERY)
  const index = indexOf(units)
  const coded = index.byCode.get(compact(typed.replace(/^\s*m[ãa]\s+/iu, "")))
  if (coded?.length === 1) return { kind: "sure", id: coded[0] as string }

  const key = foldWords(typed).replace(ABOUT_ONESELF, "")
  if (key === "") return { kind: "none" }
  if (index.root !== undefined && isRootMeant(tokens(key), index.root))
    return { kind: "sure", id: index.root.id }
  const matches = readingsOf(key, index)
    .map((reading) => reading.map((word) => wordOf(word, index)))
    .flatMap((query) => candidates(query, index).flatMap((unit) => matched(query, unit, index) ?? []))
    .sort((one, other) => one.cost - other.cost)
  const best = matches[0]
  if (best === undefined) return { kind: "none" }
  const named = index.byName.get(tokens(key).join(" "))
  const isNamed = named?.length === 1 && named[0] === best.id
  const ids = [...new Set(matches.map(({ id }) => id))]
  // Two slips can make any place of another; and between namesakes the unit above must be named right.
  // "thôi" is one slip from a part of "Thái Nguyên": a slip is forgiven beside a word that is right, or in the whole name.
  const isTold = best.slips === 0 || best.complete || best.distinct > best.slips
  const isClear = best.explained && isTold && best.slips <= (best.byAbove ? 0 : 1)
  if (isClear && !matches.some((other) => other.id !== best.id && isRival(other, best, isNamed))) {
    return { kind: "sure", id: best.id }
  }
  return { kind: "choices", ids: ids.slice(0, MOST_CHOICES) }
}

/** "tỉnh", "toàn tỉnh", "LĐLĐ tỉnh": the federation by its level alone, where its own name says that level. */
function isRootMeant(typed: readonly string[], root: Indexed): boolean {
  return (
    typed.some((token) => LEVELS.has(token) && root.tokens.includes(token)) &&
    typed.every((token) =>
      LEVELS.has(token) ? root.tokens.includes(token) : AROUND_LEVEL.has(token) || AROUND.has(token),
    )
  )
}

/** The units that have a word of the query which matters, or, when none of its words does, any. */
function candidates(query: readonly QueryWord[], index: Index): readonly Indexed[] {
  const near = query.flatMap((word) => [...word.near.keys()])
  const telling = near.filter((token) => !COMMON.has(token))
  const found = new Set(
    (telling.length > 0 ? telling : near).flatMap((token) => index.having.get(token) ?? []),
  )
  return [...found]
}

/** Whether `other` could just as well be meant where `best` was typed. */
function isRival(other: Match, best: Match, isNamed: boolean): boolean {
  if (!other.explained) return false
  // The very name was typed: only a unit whose own name is one slip away is asked about.
  if (isNamed) return other.complete && other.slips <= 1 && !other.byAbove
  return other.complete || !best.complete || other.slips < best.slips
}

/** The query as tokens, in each way its short forms can be read. */
function readingsOf(key: string, index: Index): readonly (readonly string[])[] {
  const words = key
    .split(" ")
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
  const parts = tokens(joined(words, index).join(" ")).map(
    (token) => FOLDED_READINGS.get(token) ?? [index.weightOf.has(token) ? [token] : apart(token, index)],
  )
  let readings: string[][] = [[]]
  for (const part of parts) {
    // Two readings of two words at most: beyond that the first will do.
    const choices = readings.length >= 4 ? part.slice(0, 1) : part
    readings = readings.flatMap((reading) => choices.map((choice) => [...reading, ...choice]))
  }
  return readings
}

/** "tân lo ng": two words that only together are a word of some name. */
function joined(words: readonly string[], index: Index): string[] {
  const made: string[] = []
  for (const word of words) {
    const before = made.at(-1)
    const isPiece = before !== undefined && !index.weightOf.has(word) && !FOLDED_READINGS.has(word)
    if (isPiece && index.weightOf.has(before + word)) made[made.length - 1] = before + word
    else made.push(word)
  }
  return made
}

/** "tanlong": one word that is two, both of them words of names. */
function apart(word: string, index: Index): string[] {
  for (let at = 3; at <= word.length - 3; at++) {
    const pair = [word.slice(0, at), word.slice(at)]
    if (pair.every((half) => index.weightOf.has(half))) return pair
  }
  return [word]
}

const UNKNOWN_WEIGHT = 1.5

/** A word of the query with the words of names it may be, and the slips that takes. */
type QueryWord = {
  readonly word: string
  readonly weight: number
  readonly near: ReadonlyMap<string, number>
}

/** Compared with each different word once, not with each unit: names share most of their words. */
function wordOf(word: string, index: Index): QueryWord {
  const near = new Map<string, number>()
  // "các" and "của" are typed as they are, and are no slip from "Cau".
  const isItself = COMMON.has(word) || AROUND.has(word)
  for (const token of index.weightOf.keys()) {
    const slips = isItself && word !== token ? undefined : slipsBetween(word, token)
    if (slips !== undefined) near.set(token, slips)
  }
  return { word, weight: index.weightOf.get(word) ?? (COMMON.has(word) ? 0.1 : UNKNOWN_WEIGHT), near }
}

function matched(query: readonly QueryWord[], unit: Indexed, index: Index): Match | undefined {
  const left = new Set(unit.tokens.keys())
  let asked = 0
  let met = 0
  let slips = 0
  let unmet = 0
  let farther = 0
  let distinct = 0
  for (const { word, weight, near } of query) {
    const { at, distance } = nearest(near, unit, left)
    if (at !== undefined) {
      left.delete(at)
      const own = index.weightOf.get(unit.tokens[at] as string) ?? weight
      asked += own
      met += own * (1 - 0.3 * distance)
      slips += distance
      if (!COMMON.has(unit.tokens[at] as string)) distinct++
    } else if (isAbove(near, unit)) {
      farther += 0.05
    } else if (!AROUND.has(word) || index.weightOf.has(word)) {
      // A common word too many ("công ty" for a "nhà máy") hardly speaks against a unit; any other word does.
      asked += weight
      if (!LEGAL_FORM.has(word)) unmet++
    }
  }
  if (met === 0 || met < LEAST_MET * asked || slips > MOST_SLIPS) return undefined
  let missing = 0
  let missingDistinct = 0
  for (const at of left) {
    const token = unit.tokens[at] as string
    missing += index.weightOf.get(token) ?? 0
    if (!COMMON.has(token)) missingDistinct++
  }
  return {
    id: unit.id,
    slips,
    explained: unmet === 0 && distinct > 0,
    complete: missingDistinct === 0,
    distinct,
    byAbove: farther > 0,
    cost: (asked - met) * 1.5 + missing * 0.25 + farther,
  }
}

function nearest(
  near: ReadonlyMap<string, number>,
  unit: Indexed,
  left: ReadonlySet<number>,
): { at: number | undefined; distance: number } {
  let at: number | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const position of left) {
    const found = near.get(unit.tokens[position] as string)
    if (found === undefined || found >= distance) continue
    at = position
    distance = found
  }
  return { at, distance }
}

function isAbove(near: ReadonlyMap<string, number>, unit: Indexed): boolean {
  // Between namesakes this decides, so nothing is forgiven.
  for (const [token, slips] of near) if (slips === 0 && unit.above.has(token)) return true
  return false
}

/** Slips between two words; undefined for different ones. Numbers and short forms must be right. */
function slipsBetween(one: string, other: string): number | undefined {
  if (one === other) return 0
  const longest = Math.max(one.length, other.length)
  const shortest = Math.min(one.length, other.length)
  const allowed = longest >= 5 ? 2 : shortest >= 3 || longest >= 4 ? 1 : 0
  if (allowed === 0 || /\d/.test(one + other)) return undefined
  if (KINDS.has(other) && (other.length < 4 || editDistance(one, other, 1) > 1)) return undefined
  const distance = editDistance(one, other, allowed)
  return distance <= allowed ? distance : undefined
}

/** Kinds of units: "th", "kcn" and the like must be right, "thcs" and other long ones may miss one letter. */
const KINDS = new Set(LONG_FORMS.map(({ token }) => token))

/** Edits (insert, delete, change, swap of neighbours) between two short words; `most` + 1 as soon as there are more. */
function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  const width = other.length + 1
  let before: number[] = []
  let row = Array.from({ length: width }, (_, column) => column)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j < width; j++) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1)
      let cost = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      }
      next.push(cost)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[width - 1] as number
}
