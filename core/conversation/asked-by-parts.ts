import type { Command } from "../command/command.ts"
import { type FigurePart, figureWords } from "../command/figure-words.ts"
import { given } from "../given.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import { isOfficer } from "../people/role.ts"
import { type Calendar, takePeriod } from "../tally/period.ts"
import { sectorsNamed, takeSector } from "../tally/sector-words.ts"
import { clean, fold } from "../text/fold.ts"
import { NUMBER_WORDS } from "../text/number.ts"
import { commandOf, type Parts } from "./command-of-parts.ts"
import { SentenceWords } from "./sentence-words.ts"
import type { Turn } from "./turn.ts"
import { type UnitTaken, unitAt, unitsToType } from "./unit-in-sentence.ts"

const LONGEST = 160
const MOST_WORDS = 28

/**
 * What an officer asks to see, in words that fit no pattern: told from its parts, a thing, a period, a unit, in whichever order. Every word must
 * be one of a part or ask nothing; what else is said is not guessed at. The command only ever shows.
 */
export async function commandByParts(turn: Turn): Promise<Command | undefined> {
  return isOfficer(turn.context.person) ? await commandIn(turn) : undefined
}

/** What everybody may ask to see: how far a unit is, and its place. */
export async function figureByParts(turn: Turn): Promise<Command | undefined> {
  const command = turn.context.person === undefined ? undefined : await commandIn(turn)
  return command?.name === "progress" || command?.name === "ranking" ? command : undefined
}

/** The same where words are said that belong to no part: what an officer may mean, and is to be asked. */
export async function commandByPartsKnown(turn: Turn): Promise<Command | undefined> {
  return await commandIn(turn, { loosely: true })
}

async function commandIn(
  { context, moment, reads, written }: Turn,
  options: { readonly loosely?: boolean } = {},
): Promise<Command | undefined> {
  const { campaign } = context
  if (campaign === undefined || written.text.length > LONGEST) return undefined
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const parts = partsIn(written.text, calendar, await reads.units(), options)
  return parts && commandOf(parts)
}

const MAY_BEGIN_PERIOD =
  /^(?:tuan|thang|giai|gd\d?|dot|quy|q[1-4].*|nam|hom|tu|tinh|den|ngay|cao|ca|toan|chuong|hai|ba|sau|chin|\d.*)$/
/** "cả tỉnh", "toàn bộ" */
const ALL_BUT_PERIOD = /^(?:ca|toan) (?!chuong|nam|giai|dot|quy|thang|tuan)/
/** "thêm 1 tuần cao điểm", "SK-101 với SK-98", "làm sao để xem", "vì sao": an order, a record, how it is done and why. */
const NO_QUESTION =
  /^(?:them|sua|doi|giao) |(?:^| )(?:sk ?-? ?\d|lam sao|lam the nao|vi sao|tai sao|hoi (?:lai|them)|(?:cai|ho so|sang kien|sk|don|bai) (?:nay|do|kia|ay))/
/** "mảng giáo dục – đào tạo" */
const OTHER_WORD_FOR_SECTOR = /(?<!\p{L})mảng(?!\p{L})/iu
/** "kịp 5.000 không": which goal is known anyhow. */
const GOAL = /^(?:\d{3,4}|\d{1,3}[.,]\d{3}|100%)$/
/** "hồ sơ của chị": their own, and no figure. */
const OWN_RECORD =
  /(?:^| )(?:sang kien|sk|ho so|bai|don|cai)(?: [^ ]+){0,2} (?:cua )?(?:toi|em|minh|chi|anh|tui)(?: (?:gui|nop|dang ky|toi|hoi|da|vua)|$)/

const REACHES: ReadonlySet<FigurePart> = new Set([
  ...(["pace", "reached", "target", "compared", "short", "when", "standing", "count"] as const),
])

/** The parts of what was said; undefined where a word belongs to none, unless `loosely`. */
export function partsIn(
  text: string,
  calendar: Calendar,
  units: readonly SearchableUnit[],
  { loosely = false }: { readonly loosely?: boolean } = {},
): Parts | undefined {
  const whole = fold(clean(text))
  if (OWN_RECORD.test(whole) || NO_QUESTION.test(whole)) return undefined
  const { sector, left } = sectorIn(text, calendar.campaign.sectors)
  const words = new SentenceWords(left, figureWords)
  const pieces = words.typed.length > MOST_WORDS ? undefined : piecesIn(words, calendar, units, loosely)
  if (pieces === undefined) return undefined
  // "4317 của ai thế": a goal is something to be reached.
  const isGoal = pieces.some(({ part }) => part !== undefined && REACHES.has(part))
  if (!isGoal && pieces.some(({ part }) => part === "goal")) return undefined
  // "CĐCS Cơ khí Kha Sơn": what kind of unit it is asks about no others.
  const telling = pieces.filter(
    (piece, index) => piece.part !== "units" || pieces[index + 1]?.unit === undefined,
  )
  return {
    said: new Set([
      ...telling.flatMap(({ part }) => part ?? []),
      ...(sector === undefined ? [] : ["sector" as const]),
    ]),
    periods: telling.flatMap(({ period }) => period ?? []),
    units: unitsToType(telling.flatMap(({ unit }) => unit ?? [])),
    sector,
    top: telling.find(({ top }) => top !== undefined)?.top,
    share: telling.find(({ share }) => share !== undefined)?.share,
  }
}

/** What some words are: one of these, or nothing that asks. */
type Piece = {
  readonly count: number
  readonly part?: FigurePart
  readonly period?: string
  readonly unit?: NonNullable<UnitTaken["unit"]>
  readonly top?: number
  readonly share?: number
}

const UNKNOWN: Piece = { count: 1 }

function piecesIn(
  words: SentenceWords<FigurePart>,
  calendar: Calendar,
  units: readonly SearchableUnit[],
  loosely: boolean,
): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  for (let at = 0; at < words.typed.length; at += pieces.at(-1)?.count ?? 1) {
    const known = namedAt(words, at, calendar, units) ?? wordAt(words, at)
    const piece = known ?? (loosely ? UNKNOWN : undefined)
    if (piece === undefined) return undefined
    pieces.push(piece)
  }
  return pieces
}

/** A unit, a period or a part of what is asked. */
function namedAt(
  words: SentenceWords<FigurePart>,
  at: number,
  calendar: Calendar,
  units: readonly SearchableUnit[],
): Piece | undefined {
  const named = unitAt(words, at, units)
  if (named !== undefined) return { count: named.count, ...given({ unit: named.unit }) }
  const { meaning, count } = words.meantAt(at)
  // "đột phá", "đến đâu" begin like a period.
  const period = meaning === undefined || count === 1 ? periodAt(words, at, calendar) : 0
  if (period > 0) return { count: period, period: words.typed.slice(at, at + period).join(" ") }
  return meaning === undefined ? undefined : { count, part: meaning }
}

/** A number, or a word that asks nothing. */
function wordAt(words: SentenceWords<FigurePart>, at: number): Piece | undefined {
  const word = words.typed[at] ?? ""
  if (/^\d{1,2}%$/.test(word)) return { count: 1, share: Number.parseInt(word, 10) }
  if (/^\d{1,2}$/.test(word)) return { count: 1, top: Number(word) }
  if (GOAL.test(word)) return { count: 1, part: "goal" }
  const spelled = NUMBER_WORDS.indexOf(words.folded[at] ?? "") + 1
  // "năm đơn vị bét bảng"
  if (spelled > 0 && words.meantAt(at + 1).meaning === "units") return { count: 1, top: spelled }
  return words.isIdle(at) || words.endsAsking(at) ? { count: 1 } : undefined
}

/** The sector that is spoken of, empty for all of them; and the rest of the text. */
function sectorIn(
  text: string,
  sectors: readonly string[],
): { readonly sector: string | undefined; readonly left: string } {
  const { words, sector } = takeSector(
    clean(text).replace(OTHER_WORD_FOR_SECTOR, "lĩnh vực").split(/\s+/),
    sectors,
  )
  // "lĩnh vực nhiều nhất": what stands behind it is no name of one.
  const isOne = sector?.typed === "" || sectorsNamed(sector?.typed ?? "", sectors).length > 0
  if (sector !== undefined && isOne) return { sector: sector.typed, left: words.join(" ") }
  const initials = /(?<!\p{L})\p{Lu}{4,}(?!\p{L})/u.exec(text)?.[0]
  // "sk ATVSLĐ của KCN"
  const isNamed = initials !== undefined && sectorsNamed(initials, sectors).length > 0
  return isNamed ? { sector: initials, left: text.replace(initials, " ") } : { sector: undefined, left: text }
}

function periodAt({ typed, folded }: SentenceWords<FigurePart>, at: number, calendar: Calendar): number {
  if (!MAY_BEGIN_PERIOD.test(folded[at] ?? "")) return 0
  const left = folded.slice(at).join(" ")
  return ALL_BUT_PERIOD.test(left) ? 0 : takePeriod(typed.slice(at), calendar).taken
}
