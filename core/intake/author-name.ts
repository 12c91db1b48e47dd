import { hasMarks } from "../command/head.ts"
import { withoutEvenly } from "../ideas/shares.ts"
import { parseYesNo } from "../text/choice.ts"
import { FAMILY_NAMES, SURE_FAMILY_NAMES } from "../text/family-names.ts"
import { fold, foldWords } from "../text/fold.ts"
import { kinIn } from "../text/kin.ts"
import { isNamedByJob } from "../text/occupation.ts"
import { oneOf } from "../text/pattern.ts"
import { isRatherTalk } from "./talk.ts"

const SEPARATOR = /\s*(?:[|:：;\n]|[–—])\s*|\s+-\s*|-\s+/u
const LONGEST_NAME = 80
const MOST_NAME_WORDS = 9

/** The name at the head of a record and what follows the mark behind it; `isAddressed` when it was said with "anh", "chị" …. */
export type NamedRecord = { readonly name: string; readonly rest: string; readonly isAddressed: boolean }

/** Parts "Nguyễn Văn Hùng - cải tiến …" at its first mark; undefined when there is none. */
export function splitName(record: string): NamedRecord | undefined {
  const strong = SEPARATOR.exec(record)
  const comma = /\s*,\s*/u.exec(record)
  // "Nguyễn Văn A, cải tiến …" has its comma for a separator; "Nguyễn Văn A, Trần B - …" names two people.
  const isComma =
    comma !== null &&
    (strong === null || (comma.index < strong.index && !namesPeople(record.slice(0, strong.index))))
  const found = isComma ? comma : strong
  if (found === null || found.index === 0) return undefined
  const { name, isAddressed } = withoutAddress(record.slice(0, found.index))
  // A name may stand on a line of its own; a title without a name may too.
  if (found[0].includes("\n") && !isFullName(name)) return undefined
  return { name, rest: record.slice(found.index + found[0].length).trim(), isAddressed }
}

function namesPeople(text: string): boolean {
  return /,/u.test(text) && peopleIn(text).length > 0
}

// Each run of spaces is looked at once: thousands of them are pasted, too.
const BETWEEN_NAMES = /(?:(?<!\s)\s+)?[,;/&+\n]\s*|(?<!\s)\s+(?:và|cùng với|cùng|với)\s+/u
/** Without its mark "va" parts names only where somebody's family name follows. */
const BARE_AND = /(?<!\s)\s+(?:va|cung voi|cung)\s+(?=(\S+)\s)/giu
const NOTE = /(?:(?<!\s)\s+)?[([][^()[\]]{0,40}[)\]]\s*/gu
/** What somebody is, and not who: "trưởng khoa Nhi", "ThS." behind a name, "bác sĩ" before it. */
const OFFICE = new RegExp(
  `^(?:(?:ths|ts|ks|bs|cn|gs|pgs|ck ?i{1,2})\\.?$|${oneOf(
    "truong, pho, giao vien, cong nhan, nhan vien, can bo, chuyen vien, to (?:truong|pho|\\d|may|dien|co), khoa, phong, doi, chu tich",
    "giam doc, hieu (?:truong|pho), dong tac gia, tac gia, chu tri, lop, chuyen, phan xuong",
  )}(?= |$))`,
)
const OFFICE_BEFORE = new RegExp(
  `^(?:${oneOf(
    "bác sĩ, bác sỹ, điều dưỡng, kỹ sư, kĩ sư, y sĩ, y sỹ, hộ lý, dược sĩ, cô giáo, thầy giáo, thầy, giáo viên, công nhân",
    "tiến sĩ, thạc sĩ, bs, ths, ts, ks, đd, gv",
  )}\\.? ?)+(?=\\S)`,
  "iu",
)

/**
 * Everybody named by "Nguyễn Văn A và Trần Thị B" or "A, B, C (đồng tác giả)", the first one first; what they are by office is
 * left out. Empty when any piece is nobody's name.
 */
export function peopleIn(typed: string): readonly string[] {
  const said = withoutEvenly(typed)
    .replace(NOTE, " ")
    .replace(BARE_AND, (and, next: string) => (FAMILY_NAMES.has(fold(next)) ? ", " : and))
  const pieces = said
    .split(BETWEEN_NAMES)
    .map((piece) => withoutAddress(piece.trim().replace(OFFICE_BEFORE, "")))
    .filter(({ name }) => name !== "")
  const people = pieces.filter(({ name }) => !OFFICE.test(fold(name)) || isFullName(name))
  const isEachSomebody = people.every(
    ({ name, isAddressed }) =>
      isPersonName(name) || isNamedByJob(name) || (isAddressed && /^\p{Lu}/u.test(name)),
  )
  return isEachSomebody ? people.map(({ name }) => name) : []
}

/** Those beside the first of `peopleIn`; with their shares, as typed, where any are said: "A (60%), B (40%)". */
export function othersIn(typed: string): readonly string[] {
  const [, ...others] = peopleIn(typed)
  return others.length > 0 && /\d/.test(typed) ? typed.split(/\s*[,;]\s*/u).slice(1) : others
}

/** Whether two names may be the same person's: "An Nguyễn" and "Nguyễn Văn An". */
export function isSameName(one: string, other: string): boolean {
  const [some, others] = [one, other].map((name) => new Set(foldWords(name).split(" ")))
  return some !== undefined && others !== undefined && (some.isSubsetOf(others) || others.isSubsetOf(some))
}

/** "của anh Nguyễn Văn Nam" is Nguyễn Văn Nam, "chồng em" nobody by name; "anh nam" stays, for it may be a name. */
export function withoutAddress(typed: string): { name: string; isAddressed: boolean } {
  const whole = typed.replace(/^(?:(?:của|cua|cho|giúp|giup)\s+)+/iu, "").replace(/["“”']/gu, "")
  const named = whole.slice(kinIn(whole).length).trim()
  const bare = named.replace(
    /^(?:anh|chị|chi|bác|cô|chú|ông|bà|em|đ\/c|đc|đồng chí)\s+(?=(\S+)(\s+\S)?)/u,
    (address, first: string, isLonger?: string) =>
      /^\p{Lu}/u.test(first) || (isLonger !== undefined && FAMILY_NAMES.has(fold(first))) ? "" : address,
  )
  return { name: bare.trim(), isAddressed: bare !== whole }
}

/** "Cải tiến máy may - giảm 30%" has forgotten its author: a sentence has one capital, a name one for each word or none. */
const SENTENCE = /^\p{Lu}\S*(?: [^\s\p{Lu}]\S*)+$/u
/** What many titles begin with, folded, and no name does. */
export const TITLE_OPENINGS =
  "cai tien, sang kien, giai phap, thiet ke, che tao, ung dung, xay dung, nang cao, doi moi, sap xep, lap dat, thay the, thay doi, " +
  "su dung, tan dung, quy trinh, phan mem, bien phap, mo hinh, he thong, toi uu, tu dong"
const IS_TITLE = new RegExp(
  `^${oneOf(TITLE_OPENINGS, "thay den, thay day, may , gia , khuon , giam , tang ")}`,
)

/** Whether words can be somebody's name; "Lan tổ 3" is one when it was said with "chị". */
export function isName(typed: string, isAddressed = false): boolean {
  return (
    /^\p{L}/u.test(typed) &&
    (isAddressed || !SENTENCE.test(typed)) &&
    !IS_TITLE.test(fold(typed)) &&
    (typed.match(/\p{L}/gu)?.length ?? 0) >= 2 &&
    typed.length <= LONGEST_NAME &&
    typed.split(/\s+/).length <= MOST_NAME_WORDS
  )
}

/** A full name, or one in small letters that begins with a family name: "lê thị nga". */
export function isPersonName(typed: string): boolean {
  const words = typed.split(/\s+/)
  const isSmall = typed === typed.toLowerCase() && FAMILY_NAMES.has(fold(words[0] ?? ""))
  return isFullName(typed) || (isSmall && isName(typed) && words.length >= 2 && words.length <= 5)
}

/** "Nguyễn Văn Tám": a full name that begins with a family name and its marks, as hardly any title does. */
export function bearsFamilyName(typed: string): boolean {
  const end = typed.indexOf(" ")
  return SURE.has(typed.slice(0, Math.max(end, 0)).toLowerCase()) && isFullName(typed)
}

const SURE = new Set(SURE_FAMILY_NAMES.split(" "))

/** "nguyễn thị tám", "nguyen van tam": a family name and what is given with it, and no talk; with its marks where any are typed. */
export function isWholeName(typed: string): boolean {
  const [first = "", ...given] = typed.toLowerCase().split(/\s+/)
  const isFamily = hasMarks(typed) ? SURE.has(first) : FAMILY_NAMES.has(first)
  return (
    isFamily &&
    given.length >= 1 &&
    given.length <= 5 &&
    /^[\p{L}\p{M}\s'’-]+$/u.test(typed) &&
    !isRatherTalk(typed) &&
    parseYesNo(typed) === undefined
  )
}

/** Two words or more, each with a capital. */
function isFullName(typed: string): boolean {
  const words = typed.split(/\s+/)
  return (
    isName(typed) && words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(word))
  )
}
