import type { Turn } from "../conversation/turn.ts"
import { remembering } from "../remember.ts"
import { fold } from "../text/fold.ts"

/** The few sectors of a campaign are held against nearly every message. */
const keyOf = remembering(keyed)

/** "kĩ thuật" is "kỹ thuật". */
function keyed(text: string): string {
  return fold(text).replaceAll("y", "i")
}

const CALLED = /^\s*l[iĩ]nh v[uự]c(?:\s+l[aà])?\s*:?\s*/iu
const SHORTEST = 4

/** Those of the running campaign, in its order. */
export function sectorsOf({ context }: Turn): readonly string[] {
  return context.campaign?.campaign.sectors ?? []
}

/**
 * A sector as the campaign names it, or by its number in that list; free words that name none are kept as typed. Undefined for a number that the
 * list does not have.
 */
export function sectorOf(typed: string, sectors: readonly string[]): string | undefined {
  const number = /^\s*(?:số |so )?(\d{1,2})\s*$/iu.exec(typed)?.[1]
  if (number !== undefined && sectors.length > 0) return sectors[Number(number) - 1]
  const key = keyed(typed)
  return sectorCalled(typed, sectors) ?? sectors.find((sector) => keyOf(sector).includes(key)) ?? typed
}

/** The sector whose whole name this is. */
export function sectorCalled(text: string, sectors: readonly string[]): string | undefined {
  const key = keyed(text)
  return sectors.find((sector) => keyOf(sector) === key)
}

/** "Giáo dục – đào tạo", "giáo dục", "lĩnh vực: đào tạo": what can only be meant for a sector. */
export function sectorNamed(text: string, sectors: readonly string[]): string | undefined {
  const named = keyed(text.replace(CALLED, "")).replace(/[\s.!]+$/, "")
  if (named.length < SHORTEST) return undefined
  const isCalled = CALLED.test(text)
  return sectors.find((sector) => {
    const key = keyOf(sector)
    return (
      key === named ||
      key.startsWith(`${named} – `) ||
      key.endsWith(` – ${named}`) ||
      (isCalled && key.includes(named))
    )
  })
}

/** As people shorten them, folded: what the sector is to be called by. */
const SHORT_FOR: readonly (readonly [RegExp, string])[] = [
  [/^(?:at|atl[dđ]|atvsl[dđ]|atvs|bhl[dđ]|antoan|pccc)$/, "an toan"],
  [/^(?:kt|ktcn|kt cn|kthuat|kt cong nghe)$/, "ki thuat"],
  [/^(?:cntt|it|tin hoc|phan mem|cds|chuyen doi so|so hoa)$/, "chuien doi so"],
  [/^(?:cchc|hc|thu tuc)$/, "hanh chinh"],
  [/^(?:gd|gd ?dt|giao vien|day hoc|su pham)$/, "giao duc"],
  [/^(?:yt|bv|dieu duong|kham benh)$/, "i te"],
  [/^(?:mt|tkd|tiet kiem dien)$/, "moi truong"],
  [/^(?:cd|hdcd)$/, "cong doan"],
  [/^(?:ql|nv|qlnv)$/, "quan li"],
]

const LONGEST_SAID = 60
const SAID_AROUND =
  /^(?:(?:ve|thuoc|la|linh vuc|mang|nganh|cai|muc|chac|thi|da) )+|(?: (?:a|em|nhe|nha|di|nhi|chac|thi phai))+$/g

/**
 * The one sector that an answer to the question of them can only mean: "atvslđ", "an toàn lao động", "ngành hành chính". Words that stand in the name
 * of one alone mean that one; a single word must be a piece of two syllables or a short form. Undefined where several fit, or none.
 */
export function sectorMeant(text: string, sectors: readonly string[]): string | undefined {
  if (text.length > LONGEST_SAID) return undefined
  const said = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(SAID_AROUND, "")
  const key = SHORT_FOR.find(([short]) => short.test(said))?.[1] ?? keyed(said)
  const words = key.split(" ")
  if (words.length < 2) return undefined
  const having = sectors.filter((sector) => {
    const own = new Set(keyOf(sector).split(/[^\p{L}\p{N}]+/u))
    return words.every((word) => own.has(word))
  })
  return having.length === 1 ? having[0] : undefined
}
