import { FAMILY_NAMES } from "../text/family-names.ts"
import { fold, foldWords } from "../text/fold.ts"
import { personName } from "../text/name.ts"
import { formatNumber } from "../text/number.ts"

/** Shares of the authors of one initiative, the main author first, in tenths of a percent: 600 is 60%. They sum to 1000. */
export type Shares = readonly number[]

const WHOLE = 1_000

/** Equal shares as far as whole tenths allow; what is left goes to the main author. */
export function evenShares(count: number): Shares {
  const each = Math.floor(WHOLE / count)
  return Array.from({ length: count }, (_, place) => (place === 0 ? WHOLE - each * (count - 1) : each))
}

/** Whether each author has something and all together exactly 100%. */
export function isWhole(shares: Shares): boolean {
  return shares.every((share) => share > 0) && shares.reduce((sum, share) => sum + share, 0) === WHOLE
}

/** What is left for the main author beside the others; 0 or less where they take everything. */
export function mainShare(others: Shares): number {
  return WHOLE - others.reduce((sum, share) => sum + share, 0)
}

const SHARE = String.raw`(\d{1,3}(?:[.,]\d)?)\s*%?`

const DIVIDED = new RegExp(
  `(?:^|(?<![\\s,;(])[\\s,;(]+)((?:(?:chia|tỷ lệ|tỉ lệ|ty le|ti le|theo|là|la)\\s+){0,3})` +
    `(${SHARE}(?:\\s*[/;:+–-]\\s*${SHARE}|\\s+${SHARE}){1,19})\\)?(?:\\s+(?:nhé|nhe|nha|ạ|em|thôi|thoi))*[\\s.!]*$`,
  "iu",
)

/** The shares a text ends with, "Trần Thị Lan chia 70 30", and what stands before them; undefined where it ends otherwise. */
export function sharesAtEnd(text: string): { readonly before: string; readonly shares: Shares } | undefined {
  const found = DIVIDED.exec(text.trim())
  const [, said = "", typed = ""] = found ?? []
  const before = found === null ? "" : text.trim().slice(0, found.index)
  // Behind a name two numbers are shares when that is said, or a mark divides them.
  if (found === null || (before !== "" && said === "" && !/[/:]/.test(typed))) return undefined
  const shares = [...typed.matchAll(new RegExp(SHARE, "g"))].map(([, share = ""]) => tenths(share))
  const inTenths = shares.reduce((sum, share) => sum + share, 0) === WHOLE / 10
  return { before, shares: inTenths ? shares.map((share) => share * 10) : shares }
}

/** "60/40", "60-40", "33,4 / 33,3 / 33,3", "60% 40%", "chia 7 3": two shares or more and nothing else; undefined otherwise. */
export function readShares(text: string): Shares | undefined {
  const divided = sharesAtEnd(text)
  return divided?.before === "" ? divided.shares : undefined
}

/** Names with their shares: "Trần Thị Lan 40%, Lê Minh 10%"; a name alone has none yet. */
export type NamedShare = { readonly name: string; readonly share: number | undefined }

const ONESELF = new Set("toi, em, minh, anh, chi, ban than, toi la, tac gia chinh".split(", "))

/** Whether "tôi 50%" is said of whoever writes. */
export function isOneself(name: string): boolean {
  return ONESELF.has(foldWords(name))
}

/** Without marks "chu", "ba" and "ong" are families as well: Chu Hùng has both his names. */
export const ADDRESS =
  /^(?:anh|chị|chi|em|cô|co|chú|bác|bac|ông|bà|thầy|thay|bạn|đồng chí|dong chi)\s+(?=\S)/iu

const TITLE_BEFORE =
  /^(?:anh|chị|chi|em|cô|co|chú|bác sĩ|bác sỹ|bác|bac|ông|bà|thầy|thay|bạn|ban|đồng chí|dong chi|đ\/c|bs|ths|ts|ks|kỹ sư)\.?\s+(?=(\S+)(\s+\S)?)/iu

/** "chị Trần Thị Mai" is Trần Thị Mai, "ANH NGUYEN ANH TUAN" Nguyễn Anh Tuấn; "anh tuan" and "Bà Văn Hai" may be names as they stand. */
export function withoutAddress(typed: string): string {
  return typed.replace(TITLE_BEFORE, (address, first: string, more?: string) => {
    if (more === undefined) return address
    const isSmall = address === address.toLowerCase()
    return FAMILY_NAMES.has(fold(first)) || (isSmall && /^\p{Lu}/u.test(first) && /\p{Lu}/u.test(more))
      ? ""
      : address
  })
}

/** "Lan", "chị Lan": a name without the family's before it. */
export function isGivenName(name: string): boolean {
  return !/\s/.test(name.normalize("NFC").trim().replace(ADDRESS, ""))
}

const EVENLY =
  /(?<![\s,;–-])[\s,;–-]*(?:chia\s+(?:đều|deu|đôi|doi|bằng|bang)|bằng nhau|bang nhau|đều nhau|deu nhau)(?:\s+(?:nhau|nhé|nhe|nha|ạ))*[\s.!]*$/iu

/** "Trần Thị Lan và Lê Minh chia đều": without the end, for shares are even unless others are said. */
export function withoutEvenly(text: string): string {
  return text.replace(EVENLY, "")
}

/** Undefined when a piece is no name. */
export function readNamedShares(text: string): readonly NamedShare[] | undefined {
  const divided = sharesAtEnd(text)
  const pieces = withoutEvenly(divided?.before ?? text)
    .split(/[;\n]|,(?!\d)| (?:và|cùng với|cùng|với) /u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
  const named = pieces.map((piece): NamedShare | undefined => {
    const found =
      /^([\p{L}][\p{L}\p{M} .'’]{1,80}?(?:\s(?:tổ|to|chuyền|chuyen|đội|doi|ca|phòng|phong|lớp|lop)\s\p{Nd}{1,2})?)\s*(?:[:(–-]\s*)?(?:(\d{1,3}(?:[.,]\d)?)\s*%?\)?)?$/u.exec(
        piece,
      )
    if (found?.[1] === undefined) return undefined
    return {
      name: personName(withoutAddress(found[1].trim())),
      share: found[2] === undefined ? undefined : tenths(found[2]),
    }
  })
  if (named.length === 0 || named.length > 19 || named.some((each) => each === undefined)) return undefined
  return named
    .filter((each) => each !== undefined)
    .map((each, place) => ({ ...each, share: each.share ?? divided?.shares.at(place - named.length) }))
}

/** 600 → "60%", 333 → "33,3%". */
export function formatShare(share: number): string {
  return `${formatNumber(share / 10)}%`
}

function tenths(typed: string): number {
  return Math.round(Number(typed.replace(",", ".")) * 10)
}
