import { asked } from "../command/asked.ts"
import type { Command, CommandName } from "../command/command.ts"
import type { FigurePart } from "../command/figure-words.ts"
import { PLACE_OF } from "../command/officer-words.ts"
import { fold } from "../text/fold.ts"

/** What is asked for; `units` by their codes, `periods` as they were typed, `top` how many, `share` of their target in percent. */
export type Parts = {
  /** In the order in which they were said first. */
  readonly said: ReadonlySet<FigurePart>
  readonly periods: readonly string[]
  readonly units: readonly string[]
  /** Empty for all sectors, undefined where none is spoken of. */
  readonly sector: string | undefined
  readonly top: number | undefined
  readonly share: number | undefined
}

/** The command that the parts are asked with; undefined where they make none. */
export function commandOf(parts: Parts): Command | undefined {
  const { said, top } = parts
  const has: Has = (...any) => any.some((part) => said.has(part))
  if (said.size === 0 || (said.size === 1 && has("aside"))) return undefined
  // Of how many is asked only where some are named: another number belongs to what was not understood.
  if (top !== undefined && !has("best", "rank", "lag", "units")) return undefined
  // When anything comes is told by the rules, but for how long it still takes.
  if (has("when") && !has("pace", "reached", "schedule")) return undefined
  const [period = ""] = parts.periods
  const [unit = ""] = parts.units
  const question = {
    ...{ ...parts, has, period, unit },
    whole: period === "" ? "cả chương trình" : period,
    of: unit === "" ? "" : `của ${unit}`,
    among: top === undefined ? "" : `top ${top}`,
  }
  for (const rule of RULES) {
    const command = rule(question)
    if (command !== undefined) return command === "none" ? undefined : command
  }
  return undefined
}

/** Whether any of these parts was said. */
type Has = (...any: readonly FigurePart[]) => boolean

/** `whole`: the period, or else all there is; `of`, `among`: the unit and how many, as a command writes them. */
type Question = Parts & {
  readonly has: Has
  readonly period: string
  readonly unit: string
  readonly whole: string
  readonly of: string
  readonly among: string
}

/** The command for what it knows; "none" where nothing that is shown is asked for, whatever else was said. */
type Rule = (question: Question) => Command | "none" | undefined

function command(name: CommandName, ...rest: readonly string[]): Command {
  return asked(name, rest.filter((part) => part !== "").join(" "))
}

const bySector: Rule = ({ has, sector, period, whole, unit }) => {
  if (sector === undefined) return has("sector") ? command("tally", "theo lĩnh vực", period, unit) : undefined
  const named = `lĩnh vực ${sector}`.trim()
  if (has("file")) return command("export", "tổng hợp", named, whole, unit)
  return sector !== "" && has("list", "which") && period === ""
    ? command("search", named, unit === "" ? "" : `ở ${unit}`)
    : command("tally", sector === "" ? "theo lĩnh vực" : named, period, unit)
}

const ofSeveral: Rule = ({ has, units, periods, period, unit }) => {
  if (units.length > 1) {
    if (has("file")) return command("export", "tổng hợp", period, units.join(" và "))
    if (has("compared", "best", "which", "rank", "grown", "lag"))
      return command("compare", units.join(" với "), period)
    return isNow(period)
      ? command("progress", units.join(" và "))
      : command("tally", period, units.join(" và "))
  }
  if (periods.length < 2 || has("pace", "goal")) return undefined
  return has("compared", "grown")
    ? command("compare", periods.join(" với "), unit)
    : command("tally", periods.join(" và "), unit)
}

/** What is no figure: an officer's own day, who is in charge, reminders, the days of phases. */
const aboutWork: Rule = ({ has, unit }) => {
  // Initiatives are counted, and not who made them.
  if (has("people") && has("count") && !has("best")) return "none"
  if (has("scores")) return command("scores", unit)
  if (has("todo")) return command("askRule", "today")
  if (has("keeper")) return unit === "" ? "none" : command("roles", unit)
  if (has("reminder")) return has("count", "list", "which") ? command("remind") : "none"
  if (has("schedule")) return command("targets", "giai đoạn")
  return undefined
}

const aboutGoal: Rule = ({ has, period, unit }) => {
  if (has("chart") && !has("rank")) return command("tally", period, unit)
  // A peak period has a goal of its own.
  if (has("pace", "when") && !/cao diem/.test(fold(period))) return command("progress", unit)
  if (!has("goal", "pace", "when")) return undefined
  // "con số 3.801 gồm những hồ sơ nào"
  if (has("which", "list") && !has("reached")) return "none"
  return period === "" ? command("progress", unit) : command("tally", period, unit)
}

const asFile: Rule = ({ has, said, period, unit }) => {
  // "xuất" alone: of what, is asked.
  if (has("file") && said.size === 1 && period === "" && unit === "") return "none"
  const isBehindPortal = has("offPortal") && !has("units")
  if (!has("file")) return isBehindPortal ? command("export", "chưa lên cổng", unit) : undefined
  if (isBehindPortal) return command("export", "chưa lên cổng", unit)
  if (has("onPortal")) return command("export", "lên cổng", unit)
  if (has("recognized")) return command("export", "đã công nhận", period, unit)
  const areRecords = has("list", "idea") && period === ""
  return areRecords ? command("export", "sáng kiến", unit) : command("export", "tổng hợp", period, unit)
}

const waiting: Rule = ({ has, unit }) => {
  if (has("overdue")) return command("review", "quá hạn", unit)
  const isWaiting = has("waiting") || (has("pending") && has("idea", "count", "reviewed", "list"))
  return isWaiting && !has("units") ? command("review", unit) : undefined
}

const honoured: Rule = ({ has, whole, unit }) => {
  if (has("honour") || (has("benefit") && has("best"))) return command("honour", whole, unit)
  if (!has("people") || has("units", "none", "short")) return undefined
  if (has("best") && has("reviewed")) return "none"
  return has("best") || (has("idea") && has("which")) ? command("honour", whole, unit) : undefined
}

/** Units of which none is named: those that are behind, have nothing, have reached so much. */
const whichUnits: Rule = ({ has, said, period, share, of, among, unit }) => {
  if (!has("units", "people", "which") || (has("people") && has("list"))) return undefined
  if (share !== undefined) {
    const isAbove = has("above", "compared", "reached") && !has("short")
    return command("whoLags", among, isAbove ? `don vi da dat ${share}` : `don vi duoi ${share}%`, of)
  }
  // "tôi không có sáng kiến gì đâu"
  if (has("none") && !has("units", "people", "count") && unit === "" && period === "") return undefined
  if (has("none"))
    return command(
      "whoLags",
      among,
      "don vi chua co",
      fold(period) === "tuan nay" ? fold(period) : period,
      of,
    )
  if (has("short", "lag")) {
    if (!isNow(period)) return command("ranking", period, unit)
    return command("whoLags", among, has("short") ? "don vi chua dat" : "don vi cham", of)
  }
  // "mấy đơn vị đạt" asks which, "các đơn vị đạt mấy cái" how many each has.
  const order = [...said]
  const asksHowMany = order.indexOf("count") > order.indexOf("reached")
  return has("reached") && !has("idea") && !asksHowMany ? command("whoLags", "don vi da dat", of) : undefined
}

const ranked: Rule = ({ has, period, unit, among }) => {
  const isOfMany = has("units", "people", "which")
  if (has("rank") && unit !== "" && !isOfMany) return command("ranking", PLACE_OF.trim(), unit, period)
  return has("rank") || (has("best") && (isOfMany || among !== ""))
    ? command("ranking", among, unit, period)
    : undefined
}

const compared: Rule = ({ has, period, unit }) => {
  if (!has("compared") && !(has("grown") && (period !== "" || has("count", "standing", "which", "units"))))
    return undefined
  // "trên cổng với trong bot lệch nhau bao nhiêu": what is held against the portal's own list.
  if (has("onPortal") && period === "") return command("askRule", "figures")
  if (has("units")) return command("movement", period, unit)
  return command("compare", fold(period).startsWith("thang") ? "tháng" : "tuần", unit)
}

const records: Rule = ({ has, period, whole, unit }) => {
  if (has("refused")) return command("tally", whole, unit, "chi tiết điều chỉnh")
  if (has("benefit")) return command("tally", whole, unit)
  const isList =
    has("list") && (has("idea", "recognized", "onPortal", "registered") || period !== "" || unit !== "")
  if (has("list") && has("units") && !has("idea")) return command("unitList", unit)
  const isOfState = has("onPortal", "recognized") || period !== "" || unit !== ""
  if (!isList && !(has("which") && has("idea") && isOfState)) return undefined
  const state = has("onPortal") ? "lên cổng" : has("recognized") ? "công nhận" : "đăng ký"
  return command("tally", whole, unit, "chi tiết", state)
}

const figures: Rule = ({ has, said, period, unit }) => {
  // "lúc mấy giờ": something is counted, and nobody knows what.
  if (said.size === 1 && has("count") && unit === "" && period === "") return "none"
  if (has("target") && !has("reached", "standing", "report")) return command("targets", unit)
  if (has("report")) return command("tally", period, unit)
  const isAsked = has("count", "standing")
  if (isAsked && has("units")) return command("ranking", unit, period)
  // "KCN nộp rồi" only tells.
  const isNamed = (unit !== "" || period !== "") && has("reached", "recognized", "onPortal", "short")
  if (!isAsked && !isNamed) return undefined
  return period === "" ? command("progress", unit) : command("tally", period, unit)
}

/** In the order in which they are asked; the first that knows something says what is meant. */
const RULES: readonly Rule[] = [
  bySector,
  aboutWork,
  ofSeveral,
  aboutGoal,
  asFile,
  waiting,
  honoured,
  whichUnits,
  ranked,
  compared,
  records,
  figures,
]

/** What is behind now is behind in the period that runs. */
function isNow(period: string): boolean {
  return period === "" || /^(?:tuan|thang|quy|giai doan|gd|nam|dot|hom)(?: cao diem)? nay$/.test(fold(period))
}
