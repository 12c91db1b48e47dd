import type { Command } from "../command/command.ts"
import type { FigurePart } from "../command/figure-words.ts"
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
export async function commandByParts({
  context,
  moment,
  reads,
  written,
}: Turn): Promise<Command | undefined> {
  const { campaign, person } = context
  if (campaign === undefined || !isOfficer(person) || written.text.length > LONGEST) return undefined
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const parts = partsIn(written.text, calendar, await reads.units())
  return parts && commandOf(parts)
}

const MAY_BEGIN_PERIOD =
  /^(?:tuan|thang|giai|gd\d?|dot|quy|q[1-4].*|nam|hom|tu|tinh|den|ngay|cao|ca|toan|chuong|hai|ba|sau|chin|\d.*)$/
/** "cả tỉnh", "toàn bộ" */
const ALL_BUT_PERIOD = /^(?:ca|toan) (?!chuong|nam|giai|dot|quy|thang|tuan)/
/** "thêm 1 tuần cao điểm", "SK-101 với SK-98", "làm sao để xem", "vì sao": an order, a record, how it is done and why. */
const NO_QUESTION =
  /^(?:them|sua|doi) |(?:^| )(?:sk ?-? ?\d|lam sao|lam the nao|vi sao|tai sao|hoi (?:lai|them)|(?:cai|ho so|sang kien|sk|don|bai) (?:nay|do|kia|ay))/
/** "mảng giáo dục – đào tạo" */
const OTHER_WORD_FOR_SECTOR = /(?<!\p{L})mảng(?!\p{L})/iu
/** "kịp 5.000 không": which goal is known anyhow. */
const GOAL = /^(?:\d{3,4}|\d{1,3}[.,]\d{3}|100%)$/
/** "hồ sơ của chị": their own, and no figure. */
const OWN_RECORD =
  /(?:^| )(?:sang kien|sk|ho so|bai|don|cai)(?: [^ ]+){0,2} (?:cua )?(?:toi|em|minh|chi|anh|tui)(?: (?:gui|nop|dang ky|toi|hoi|da|vua)|$)/

/** The parts of what was said; undefined where a word belongs to none. */
export function partsIn(
  text: string,
  calendar: Calendar,
  units: readonly SearchableUnit[],
): Parts | undefined {
  const whole = fold(clean(text))
  if (OWN_RECORD.test(whole) || NO_QUESTION.test(whole)) return undefined
  const { sectors } = calendar.campaign
  const taken = takeSector(clean(text).replace(OTHER_WORD_FOR_SECTOR, "lĩnh vực").split(/\s+/), sectors)
  // "lĩnh vực nhiều nhất": what stands behind it is no name of one.
  const isSector = taken.sector?.typed === "" || sectorsNamed(taken.sector?.typed ?? "", sectors).length > 0
  const sector = isSector ? taken.sector : undefined
  const byInitials = isSector && sector !== undefined ? undefined : sectorByInitials(text, sectors)
  const words = new SentenceWords(byInitials?.left ?? (isSector ? taken.words.join(" ") : text))
  const { typed } = words
  if (typed.length > MOST_WORDS) return undefined
  const said = new Set<FigurePart>()
  const periods: string[] = []
  const named: UnitTaken["unit"][] = []
  let top: number | undefined
  let share: number | undefined
  for (let at = 0; at < typed.length; ) {
    const unit = unitAt(words, at, units)
    const meant = words.meantAt(at)
    // "đột phá", "đến đâu" begin like a period.
    const mayBePeriod = unit === undefined && (meant.meaning === undefined || meant.count === 1)
    const period = mayBePeriod ? periodAt(words, at, calendar) : 0
    const word = typed[at] ?? ""
    if (unit !== undefined) named.push(unit.unit)
    else if (period > 0) periods.push(typed.slice(at, at + period).join(" "))
    else if (meant.meaning !== undefined) said.add(meant.meaning)
    else if (/^\d{1,2}%$/.test(word)) share = Number.parseInt(word, 10)
    else if (/^\d{1,2}$/.test(word) && (top ?? Number(word)) === Number(word)) top = Number(word)
    else if (words.meantAt(at + 1).meaning === "units" && NUMBER_WORDS.includes(words.folded[at] ?? ""))
      top = NUMBER_WORDS.indexOf(words.folded[at] ?? "") + 1
    else if (GOAL.test(word)) said.add("goal")
    else if (!words.isIdle(at) && !words.endsAsking(at)) return undefined
    at += period || unit?.count || meant.count
  }
  const sectorTyped = byInitials?.typed ?? sector?.typed
  if (sectorTyped !== undefined) said.add("sector")
  return { said, periods, units: unitsToType(named), sector: sectorTyped, top, share }
}

/** "sk ATVSLĐ của KCN": a sector by the first letters of its words, which stand for nothing else. */
function sectorByInitials(
  text: string,
  sectors: readonly string[],
): { readonly typed: string; readonly left: string } | undefined {
  const typed = /(?<!\p{L})\p{Lu}{4,}(?!\p{L})/u.exec(text)?.[0]
  if (typed === undefined || sectorsNamed(typed, sectors).length === 0) return undefined
  return { typed, left: text.replace(typed, " ") }
}

function periodAt({ typed, folded }: SentenceWords, at: number, calendar: Calendar): number {
  if (!MAY_BEGIN_PERIOD.test(folded[at] ?? "")) return 0
  const left = folded.slice(at).join(" ")
  return ALL_BUT_PERIOD.test(left) ? 0 : takePeriod(typed.slice(at), calendar).taken
}
