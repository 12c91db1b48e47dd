import { asked } from "../command/asked.ts"
import type { Command, CommandName } from "../command/command.ts"
import { type FigurePart, figureWords } from "../command/figure-words.ts"
import { PLACE_OF } from "../command/officer-words.ts"
import { meaningAt, type Vocabulary } from "../command/vocabulary.ts"
import { compact, type SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import { isOfficer, type UnitRef } from "../people/role.ts"
import { type Calendar, takePeriod } from "../tally/period.ts"
import { sectorsNamed, takeSector } from "../tally/sector-words.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import { spelledOut } from "../text/short-forms.ts"
import type { Turn } from "./turn.ts"
import { namesOwnUnit } from "./which-unit.ts"

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

/** What is asked for; `units` by their codes, `periods` as they were typed, `top` how many, `share` of their target in percent. */
type Parts = {
  readonly said: ReadonlySet<FigurePart>
  readonly periods: readonly string[]
  readonly units: readonly string[]
  readonly sector: string | undefined
  readonly top: number | undefined
  readonly share: number | undefined
}

const MAY_BEGIN_PERIOD =
  /^(?:tuan|thang|giai|gd\d?|dot|quy|q[1-4]|nam|hom|tu|tinh|den|ngay|cao|ca|toan|chuong|\d.*)$/
/** "cả tỉnh", "toàn bộ" */
const ALL_BUT_PERIOD = /^(?:ca|toan) (?!chuong|nam|giai|dot|quy|thang|tuan)/
const OWN_PLACE =
  /^(?:đơn vị|don vi|công đoàn|cong doan|cơ sở|co so|cơ quan|co quan|công ty|cong ty|cty|trường|truong|khoa|phòng|phong|tổ|to|đội|doi|xưởng|xuong|nhà máy|nha may|bệnh viện|benh vien|bên|ben|chỗ|cđcs|cdcs)\s/iu
/** "thêm 1 tuần cao điểm", "SK-101 với SK-98", "làm sao để xem": an order, records, and how it is done. */
const NO_QUESTION = /^(?:them|sua|doi) |(?:^| )(?:sk ?-? ?\d|lam sao|lam the nao)/
const LONGEST_NAME = 9
/** "kịp 5.000 không": which goal is known anyhow. */
const GOAL = /^(?:\d{3,4}|\d{1,3}[.,]\d{3}|100%)$/
/** "hồ sơ của chị": their own, and no figure. */
const OWN_RECORD =
  /(?:^| )(?:sang kien|sk|ho so|bai|don|cai)(?: [^ ]+){0,2} (?:cua )?(?:toi|em|minh|chi|anh|tui)(?: (?:gui|nop|dang ky|toi|hoi|da|vua)|$)/

/** The words of a message, as they are compared. */
class Words {
  readonly typed: readonly string[]
  readonly folded: readonly string[]
  readonly #written: readonly string[]
  readonly #vocabulary: Vocabulary<FigurePart>
  readonly #bare = figureWords("")
  /** Of each word whether it belongs to words of a part. */
  readonly #isOfPart: readonly boolean[]

  constructor(text: string) {
    const typed = clean(text)
    this.typed = (spelledOut(typed, { officer: true }) ?? typed)
      .split(/\s+/)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ""))
      .filter((word) => word !== "" && word !== "%")
    this.#vocabulary = figureWords(typed)
    this.#written = this.typed.map(this.#vocabulary.write)
    this.folded = this.typed.map(this.#bare.write)
    const isOfPart = this.typed.map(() => false)
    for (const at of this.typed.keys()) {
      const { meaning, count } = this.meantAt(at)
      if (meaning !== undefined) isOfPart.fill(true, at, at + count)
    }
    this.#isOfPart = isOfPart
  }

  /** What the longest words from `at` on mean; in "tien do KCN tuần này" the words without marks are read without. */
  meantAt(at: number): { readonly meaning?: FigurePart; readonly count: number } {
    const meant = meaningAt(this.#written, at, this.#vocabulary)
    return meant.meaning === undefined && this.#isBare(at) ? meaningAt(this.folded, at, this.#bare) : meant
  }

  isIdle(at: number): boolean {
    const isWritten = this.#vocabulary.idle.has(this.#written[at] ?? "")
    return isWritten || (this.#isBare(at) && this.#bare.idle.has(this.folded[at] ?? ""))
  }

  isOfPart(at: number): boolean {
    return this.#isOfPart[at] === true
  }

  #isBare(at: number): boolean {
    return this.#written[at] === this.folded[at]
  }
}

/** The parts of what was said; undefined where a word belongs to none. */
export function partsIn(
  text: string,
  calendar: Calendar,
  units: readonly (SearchableUnit & UnitRef)[],
): Parts | undefined {
  const whole = fold(clean(text))
  if (OWN_RECORD.test(whole) || NO_QUESTION.test(whole)) return undefined
  const { sectors } = calendar.campaign
  const taken = takeSector(clean(text).split(/\s+/), sectors)
  // "lĩnh vực nhiều nhất": what stands behind it is no name of one.
  const isSector = taken.sector?.typed === "" || sectorsNamed(taken.sector?.typed ?? "", sectors).length > 0
  const sector = isSector ? taken.sector : undefined
  const words = new Words(isSector ? taken.words.join(" ") : text)
  const { typed } = words
  if (typed.length > MOST_WORDS) return undefined
  const said = new Set<FigurePart>()
  const periods: string[] = []
  const named: (SearchableUnit | undefined)[] = []
  let top: number | undefined
  let share: number | undefined
  for (let at = 0; at < typed.length; ) {
    const code = codeAt(words, at, units)
    const period = code === undefined ? periodAt(words, at, calendar) : 0
    const unit = code ?? (period > 0 ? undefined : unitAt(words, at, units))
    const meant = words.meantAt(at)
    const word = typed[at] ?? ""
    if (period > 0) periods.push(typed.slice(at, at + period).join(" "))
    else if (unit !== undefined) named.push(unit.unit)
    else if (meant.meaning !== undefined) said.add(meant.meaning)
    else if (/^\d{1,2}%$/.test(word)) share = Number.parseInt(word, 10)
    else if (/^\d{1,2}$/.test(word) && top === undefined) top = Number(word)
    else if (GOAL.test(word)) said.add("goal")
    else if (!words.isIdle(at)) return undefined
    at += period || unit?.count || meant.count
  }
  if (sector !== undefined) said.add("sector")
  return { said, periods, units: codesOf(named), sector: sector?.typed, top, share }
}

/** "THPT Bảo Cường bên GD": where a unit belongs tells it apart, and is not asked about. */
function codesOf(named: readonly (SearchableUnit | undefined)[]): readonly string[] {
  const units = named.filter((unit) => unit !== undefined)
  const isAbove = ({ id }: SearchableUnit) =>
    units.some((other) => other.id !== id && other.path?.includes(id) === true)
  return [...new Set(units.filter((unit) => !isAbove(unit)).map(({ code }) => code))]
}

/** A unit, or the one that is meant anyhow, and how many words name it. */
type Taken = { readonly unit: SearchableUnit | undefined; readonly count: number }

/** A unit by its code as it is written, "GD" and no phase. */
function codeAt({ typed, folded }: Words, at: number, units: readonly SearchableUnit[]): Taken | undefined {
  const word = typed[at] ?? ""
  if (/^\d/.test(typed[at + 1] ?? "") && folded[at] === "gd") return undefined
  const unit = word === word.toUpperCase() ? units.find(({ code }) => code === word) : undefined
  return unit && { unit, count: 1 }
}

function periodAt({ typed, folded }: Words, at: number, calendar: Calendar): number {
  if (!MAY_BEGIN_PERIOD.test(folded[at] ?? "")) return 0
  const left = folded.slice(at).join(" ")
  return ALL_BUT_PERIOD.test(left) ? 0 : takePeriod(typed.slice(at), calendar).taken
}

/** The longest words that are one unit for certain; whoever says "bên em" means the unit that is meant anyhow. */
function unitAt(words: Words, at: number, units: readonly SearchableUnit[]): Taken | undefined {
  const { typed } = words
  for (let count = Math.min(LONGEST_NAME, typed.length - at); count > 0; count--) {
    const name = typed.slice(at, at + count).join(" ")
    if (count > 1 && OWN_PLACE.test(name) && namesOwnUnit(name)) return { unit: undefined, count }
    const places = Array.from({ length: count }, (_, index) => at + index)
    const own = places.filter((place) => !words.isOfPart(place) && !words.isIdle(place))
    if (own.length === 0 || words.isOfPart(at + count - 1)) continue
    const found = findUnit(name, units)
    const unit = found.kind === "sure" ? units.find(({ id }) => id === found.id) : undefined
    // A slip of the finger is forgiven where a unit is asked for, and not in a sentence.
    if (unit !== undefined && own.every((place) => isOfName(words.folded[place] ?? "", unit)))
      return { unit, count }
  }
  return undefined
}

const SHORT_FOR_MANY =
  /^(?:ldld|cdcs|cd|tp|bv|thpt|thcs|th|mn|cty|ty|h|x|p|tt|lien|doan|lao|dong|huyen|thanh|pho)$/

function isOfName(folded: string, { nameKey, alsoKeys = [], code }: SearchableUnit): boolean {
  const word = foldWords(folded)
  if (SHORT_FOR_MANY.test(folded) || compact(code) === compact(folded)) return true
  return [nameKey, ...alsoKeys].some((key) => ` ${key} `.includes(` ${word} `))
}

/** The command that the parts are asked with; undefined where they make none. */
export function commandOf({ said, periods, units, sector, top, share }: Parts): Command | undefined {
  const has = (...parts: readonly FigurePart[]) => parts.some((part) => said.has(part))
  const [period = ""] = periods
  const [unit = ""] = units
  const when = fold(period)
  const command = (name: CommandName, ...rest: readonly string[]) =>
    asked(name, rest.filter((part) => part !== "").join(" "))
  const of = unit === "" ? "" : `của ${unit}`
  const among = top === undefined ? "" : `top ${top}`
  const isNow = /^(?:tuan|thang|quy|giai doan|gd|nam|dot|hom)(?: cao diem)? nay$/.test(when)
  const whole = period === "" ? "cả chương trình" : period
  const order = [...said]
  const isBehind = (part: FigurePart, other: FigurePart) => order.indexOf(part) > order.indexOf(other)
  const isOfUnits = has("units", "people", "which")
  // Of how many is asked only where some are named: another number belongs to what was not understood.
  if (top !== undefined && !has("best", "rank", "lag", "short", "none")) return undefined
  if (said.size === 0 || (said.size === 1 && has("aside"))) return undefined
  if (sector !== undefined) {
    const inSector = `lĩnh vực ${sector}`.trim()
    if (has("file")) return command("export", "tổng hợp", inSector, whole, unit)
    return sector !== "" && has("list", "which") && period === ""
      ? command("search", inSector, unit === "" ? "" : `ở ${unit}`)
      : command("tally", sector === "" ? "theo lĩnh vực" : inSector, period, unit)
  }
  if (has("sector")) return command("tally", "theo lĩnh vực", period, unit)
  if (units.length > 1) {
    if (has("file")) return command("export", "tổng hợp", period, units.join(" và "))
    if (has("compared", "best", "which", "rank", "grown", "lag"))
      return command("compare", units.join(" với "), period)
    return period === "" || isNow
      ? command("progress", units.join(" và "))
      : command("tally", period, units.join(" và "))
  }
  // Initiatives are counted, and not who made them.
  if (has("people") && has("count") && !has("idea", "best")) return undefined
  if (has("pace")) return command("progress", unit)
  if (has("goal")) return period === "" ? command("progress", unit) : command("tally", period, unit)
  if (periods.length === 2 && has("compared", "grown")) return command("compare", periods.join(" với "), unit)
  if (periods.length > 1) return command("tally", periods.join(" và "), unit)
  if (has("file")) {
    if (has("offPortal", "onPortal") && !has("recognized")) return command("export", "lên cổng", unit)
    if (has("offPortal")) return command("export", "chưa lên cổng", unit)
    if (has("recognized")) return command("export", "đã công nhận", period, unit)
    return has("list", "idea") && period === ""
      ? command("export", "sáng kiến", unit)
      : command("export", "tổng hợp", period, unit)
  }
  if (has("offPortal")) return has("units") ? undefined : command("export", "chưa lên cổng", unit)
  if (has("overdue")) return command("review", "quá hạn", unit)
  const isWaiting = has("waiting") || (has("pending") && has("idea", "count", "reviewed", "list"))
  if (isWaiting && !has("units")) return command("review", unit)
  if (has("scores")) return command("scores", unit)
  if (has("benefit") && has("best")) return command("honour", whole, unit)
  if (has("people") && has("best") && !has("units"))
    return has("reviewed") ? undefined : command("honour", whole, unit)
  if (share !== undefined && isOfUnits) {
    const isAbove = has("above", "compared", "reached") && !has("short")
    return command("whoLags", among, isAbove ? `don vi da dat ${share}` : `don vi duoi ${share}%`, of)
  }
  if (has("none") && isOfUnits)
    return command("whoLags", among, "don vi chua co", when === "tuan nay" ? when : period, of)
  if (has("short", "lag") && isOfUnits) {
    if (period !== "" && !isNow) return command("ranking", period, unit)
    return command("whoLags", among, has("short") ? "don vi chua dat" : "don vi cham", of)
  }
  // "mấy đơn vị đạt" asks which, "các đơn vị đạt mấy cái" how many each has.
  if (has("reached") && isOfUnits && !has("idea") && !isBehind("count", "reached"))
    return command("whoLags", "don vi da dat", of)
  if (has("rank") && unit !== "" && !isOfUnits) return command("ranking", PLACE_OF.trim(), unit, period)
  if (has("rank") || (has("best") && isOfUnits)) return command("ranking", among, unit, period)
  if (has("grown", "compared")) {
    const inMonths = when.startsWith("thang")
    return has("units")
      ? command("movement", period, unit)
      : command("compare", inMonths ? "tháng" : "tuần", unit)
  }
  if (has("refused")) return command("tally", whole, unit, "chi tiết điều chỉnh")
  if (has("benefit")) return command("tally", whole, unit)
  if (has("list") || (has("which") && has("idea"))) {
    if (has("units") && !has("idea")) return command("unitList", unit)
    const state = has("onPortal") ? "lên cổng" : has("recognized") ? "công nhận" : "đăng ký"
    return command("tally", whole, unit, "chi tiết", state)
  }
  if (has("target") && !has("reached", "standing", "report")) return command("targets", unit)
  if (has("report")) return command("tally", period, unit)
  if (has("units") && has("count", "standing")) return command("ranking", unit, period)
  const isAsked = has("count", "standing") || unit !== "" || period !== ""
  if (isAsked && has("count", "standing", "reached", "registered", "recognized", "onPortal", "short"))
    return period === "" ? command("progress", unit) : command("tally", period, unit)
  return undefined
}
