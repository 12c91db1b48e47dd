import { fold } from "./fold.ts"

/**
 * What a keyboard's Vietnamese makes of the keys it is given, Telex or VNI: for whoever typed with it switched off, "ddawng kys",
 * "d9a8ng ky1". Which syllables there are decides: every word has to become one, and as typed some were none.
 */

/** What was typed without looking at the screen is no document. */
const LONGEST = 1_000
/** "nghieengx": a syllable has seven letters at most, with two marks and a tone, and one slip. */
const MOST_KEYS = 12

/** A way of typing: a word's keys to its syllable, and the keys for đ. */
type Method = { readonly syllable: (keys: string) => string | undefined; readonly d: string }

/** What the keys were meant to write. */
export type MeantKeys = {
  /** Undefined when some word would be no syllable then either. */
  readonly text: string | undefined
  /** Several words can hardly have been meant otherwise: letters and tones were both typed as keys. */
  readonly isSure: boolean
}

/** The text that plain keys were meant to write; undefined for text with marks, and for what is no such keys. */
export function meantByKeys(typed: string): MeantKeys | undefined {
  if (typed.length > LONGEST || /\P{ASCII}/u.test(typed)) return undefined
  const [one, other] = [TELEX, VNI].map((method) => readWith(method, typed))
  return [one, other].find((each) => each?.text !== undefined) ?? [one, other].find((each) => each?.isSure)
}

function readWith({ syllable: meantBy, d }: Method, typed: string): MeantKeys | undefined {
  const count = { wrong: 0, sure: 0, plain: 0, unknown: 0 }
  const withD = (word: string) =>
    word.replace(new RegExp(d, "gi"), (key) => {
      count.wrong++
      return inCaseOf(key, "đ")
    })
  const isAllCapital = typed === typed.toUpperCase()
  const text = typed.replace(WORD, (word) => {
    const keys = word.toLowerCase()
    if (NO_SYLLABLE.test(keys)) return withD(word)
    if (isSyllable(keys)) {
      count.plain++
      return word
    }
    const meant = keys.length > MOST_KEYS ? undefined : meantBy(keys)
    if (meant === undefined) {
      // "LED", "TNG"
      if (isAllCapital || word !== word.toUpperCase()) count.unknown++
      return word
    }
    count.wrong++
    if (MARKED_TWICE.test(meant.normalize("NFD"))) count.sure++
    return inCaseOf(word, meant)
  })
  const isSure = count.sure >= 2 && count.sure >= count.unknown
  // "pallet": a loanword among many words that were meant otherwise stays as it is.
  const isLoan = count.sure > 0 && count.unknown <= MOST_LOANS && count.wrong >= 3 * count.unknown
  if (count.unknown > 0 && !isLoan) return isSure ? { text: undefined, isSure } : undefined
  return count.wrong > 0 && count.wrong * 3 >= count.plain ? { text, isSure } : undefined
}

const MOST_LOANS = 2
/** A letter with a mark, or đ, and a tone. */
const MARKED_TWICE = /(?:[\u0306\u0302\u031B]|đ).*[\u0300\u0301\u0303\u0309\u0323]|[\u0323].*[\u0306\u0302]/u

const WORD = /[A-Za-z][A-Za-z0-9]*/g
/** Abbreviations and codes: "sk", "SK12", "cdcs". */
const NO_SYLLABLE = /^(?:[^aeiouyw]+|sk\d+)$/

function inCaseOf(word: string, meant: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return meant.toUpperCase()
  return word.startsWith(word.charAt(0).toUpperCase())
    ? meant.charAt(0).toUpperCase() + meant.slice(1)
    : meant
}

// ---- The two ways of typing

const TELEX_TONES: Readonly<Record<string, string>> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
}
const HATS: Readonly<Record<string, string>> = { a: "â", e: "ê", o: "ô" }
const HORNS: Readonly<Record<string, string>> = { a: "ă", o: "ơ", u: "ư" }

/** "caair": a letter too many, where its hat makes no syllable. */
function telex(keys: string): string | undefined {
  return telexExactly(keys) ?? telexExactly(keys.replace(/([aeo])\1/, "$1"))
}

function telexExactly(keys: string): string | undefined {
  const letters: string[] = []
  let tone = ""
  for (const key of keys) {
    const hasVowel = letters.some(isVowel)
    const same = letters.lastIndexOf(key)
    if (hasVowel && key in TELEX_TONES) tone = TELEX_TONES[key] ?? ""
    else if (key === "d" && letters[0] === "d") letters[0] = "đ"
    else if (key in HATS && same >= 0) letters[same] = HATS[key] ?? key
    else if (key !== "w") letters.push(key)
    else if (!horned(letters, ["a", "o", "u"])) letters.push("ư")
  }
  return syllable(letters, tone)
}

const TELEX: Method = { syllable: telex, d: "dd" }

const VNI_TONES = [
  "",
  TELEX_TONES["s"],
  TELEX_TONES["f"],
  TELEX_TONES["r"],
  TELEX_TONES["x"],
  TELEX_TONES["j"],
]

function vni(keys: string): string | undefined {
  const letters: string[] = []
  let tone = ""
  for (const key of keys) {
    if (!/\d/.test(key)) letters.push(key)
    else if (key === "9" && letters[0] === "d") letters[0] = "đ"
    else if (key === "8" && horned(letters, ["a"])) continue
    else if (key === "7" && horned(letters, ["o", "u"])) continue
    else if (key === "6" && letters.some((letter) => letter in HATS)) {
      const at = letters.findLastIndex((letter) => letter in HATS)
      letters[at] = HATS[letters[at] ?? ""] ?? ""
    } else if (/[1-5]/.test(key) && letters.some(isVowel)) tone = VNI_TONES[Number(key)] ?? ""
    else return undefined
  }
  return syllable(letters, tone)
}

const VNI: Method = { syllable: vni, d: "d9" }

/** Gives the last letter of `which` its horn or breve, "uo" both; false where there is none. */
function horned(letters: string[], which: readonly string[]): boolean {
  const at = letters.findLastIndex((letter) => which.includes(letter))
  const letter = letters[at]
  if (letter === undefined) return false
  letters[at] = HORNS[letter] ?? letter
  if (letter === "o" && letters[at - 1] === "u" && letters[at - 2] !== "q") letters[at - 1] = "ư"
  return true
}

function isVowel(letter: string): boolean {
  return "aăâeêioôơuưy".includes(letter)
}

// ---- Syllables

const ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x".split(" ").concat("")

const RIMES = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et " +
    "ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh " +
    "oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt " +
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu " +
    "ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt"
  ).split(" "),
)

/** Stopped by p, t, c or ch a syllable has the sharp or the heavy tone. */
const STOPPED = /(?:p|t|c|ch)$/
const SHARP_OR_HEAVY = ["\u0301", "\u0323"]

/** The syllable of these letters under this tone; undefined when there is none. */
function syllable(letters: readonly string[], tone: string): string | undefined {
  const word = letters.join("")
  const isMarked = tone !== "" || /\P{ASCII}/u.test(word)
  for (const onset of ONSETS) {
    const rime = word.slice(onset.length)
    if (!word.startsWith(onset) || !RIMES.has(rime) || !spells(onset, rime)) continue
    if (isMarked && STOPPED.test(rime) && !SHARP_OR_HEAVY.includes(tone)) continue
    return onset + toned(rime, tone)
  }
  return undefined
}

const BARE_RIMES = new Set([...RIMES].map(fold))

/** Without marks, as many type all they write. */
function isSyllable(keys: string): boolean {
  return ONSETS.some((onset) => {
    const rime = keys.slice(onset.length)
    return keys.startsWith(onset) && BARE_RIMES.has(rime) && spells(onset, rime)
  })
}

/** k, gh and ngh stand before e and i, c, g and ng before the others; behind qu the rime has no other glide. */
function spells(onset: string, rime: string): boolean {
  const isFront = /^[eêiy]/.test(rime)
  if (["k", "gh", "ngh"].includes(onset)) return isFront
  if (onset === "c" || onset === "ng") return !isFront
  if (onset === "g") return !/^[eêy]/.test(rime)
  return onset !== "qu" || !/^[uưo]/.test(rime)
}

/** The rime with its tone: above the letter that has a mark of its own, else the last vowel before a consonant or the first of two. */
function toned(rime: string, tone: string): string {
  if (tone === "") return rime
  const vowels = [...rime].filter(isVowel).length
  const marked = [...rime].findLastIndex((letter) => "ăâêôơư".includes(letter))
  const isOpen = vowels === rime.length
  const plain = isOpen ? Math.floor((vowels - 1) / 2) : vowels - 1
  const at = marked >= 0 ? marked : plain
  return (rime.slice(0, at + 1) + tone + rime.slice(at + 1)).normalize("NFC")
}
