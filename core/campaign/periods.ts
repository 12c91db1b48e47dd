import { addDays, formatDay, type LocalDate } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { cut } from "../text/cut.ts"
import { parseDate } from "../text/dates.ts"
import { fold } from "../text/fold.ts"
import type { Campaign, GoalPeriod } from "./campaign.ts"
import { movedDay } from "./moved-edge.ts"
import type { TypedPeriod } from "./typed-period.ts"

/** Which of a campaign's lists a period stands in. */
export type Schedule = "phases" | "peaks"

const LONGEST_NAME = 200

/** One of a list, and which it is, from 1. */
export type Known = { readonly period: GoalPeriod; readonly number: number }

const NUMBERED = /^(?:gđ|gd)?(\d{1,2})$/iu

/** "giai đoạn 3 từ 1/10 đến 31/12 chỉ tiêu 2.000" where there are two of them. */
export function orNew(typed: TypedPeriod, { length }: readonly GoalPeriod[]): TypedPeriod {
  const isNext = Number(NUMBERED.exec(typed.name)?.[1]) > length
  const isWhole = typed.days !== undefined && typed.goal !== undefined
  return isNext && isWhole ? { ...typed, name: "", added: true } : typed
}

/** Whether one of those that are there is meant; a new one has a name of its own. */
export function isNamed({ name, removed: isRemoved }: TypedPeriod): boolean {
  return NUMBERED.test(name) || (name !== "" && isRemoved === true)
}

/** The one that is meant: by its number or its name, or, where one that is there must be, the one that runs or the only one. */
export function knownPeriod(
  campaign: Campaign,
  list: Schedule,
  { name, moved, beside = name, added, removed: isRemoved, renamed }: TypedPeriod,
  today: LocalDate,
): Known | undefined {
  if (added === true) return undefined
  const periods = periodsOf(campaign, list)
  const mustBeThere = moved !== undefined || isRemoved === true || renamed !== undefined
  const number = NUMBERED.exec(name)?.[1]
  const usual = () => {
    const called = periods.findIndex((period) => ` ${fold(beside)} `.includes(` ${fold(period.name)} `))
    if (called >= 0 || name !== "") return called
    if (periods.length === 1) return mustBeThere ? 0 : -1
    const running = ({ startsOn, endsOn }: GoalPeriod) => startsOn <= today && today <= endsOn
    return moved === undefined || periods.filter(running).length > 1 ? -1 : periods.findIndex(running)
  }
  const index = number === undefined ? usual() : Number(number) - 1
  const period = periods[index]
  return period === undefined ? undefined : { period, number: index + 1 }
}

/** The period as it would be; undefined when too little was said, or a day cannot be read. */
export function periodOf(
  campaign: Campaign,
  list: Schedule,
  typed: TypedPeriod,
  today: LocalDate,
): GoalPeriod | undefined {
  const periods = periodsOf(campaign, list)
  const { period: known } = knownPeriod(campaign, list, typed, today) ?? {}
  const { moved, renamed } = typed
  if (renamed !== undefined) return known && { ...known, name: cut(renamed, LONGEST_NAME) }
  const isNew = list === "peaks" || typed.added === true
  if (known === undefined && (!isNew || moved !== undefined)) return undefined
  const days = typed.days?.map((day) => parseDate(day, today, "future"))
  if (days?.some((day) => day.kind !== "day")) return undefined
  const [from, last] = (days ?? []).map((day) => (day.kind === "day" ? day.date : undefined))
  // "9/3 - 20/3" on 10 March has begun yesterday, and not in a year.
  const before =
    from !== undefined && last !== undefined && from > last
      ? parseDate(typed.days?.[0] ?? "", today)
      : undefined
  const first = before?.kind === "day" && before.assumedYear ? before.date : from
  const edge = moved?.edge
  const day = known && moved && edge && movedDay(known, edge, moved)
  if (moved !== undefined && day === undefined) return undefined
  const startsOn = (edge === "startsOn" ? day : first) ?? known?.startsOn
  const endsOn = (edge === "endsOn" ? day : last) ?? known?.endsOn
  const goal = typed.goal ?? known?.goal
  if (startsOn === undefined || endsOn === undefined || goal === undefined) return undefined
  if (known !== undefined && typed.days === undefined && typed.goal === undefined && moved === undefined)
    return undefined
  const kind = list === "phases" ? "Giai đoạn" : "Đợt cao điểm"
  return {
    code: known?.code ?? freeCode(periods, list, startsOn),
    name:
      known?.name ?? (typed.name === "" ? `${kind} ${periods.length + 1}` : cut(typed.name, LONGEST_NAME)),
    startsOn,
    endsOn,
    goal,
  }
}

/** The list itself. */
export function periodsOf(campaign: Campaign, list: Schedule): readonly GoalPeriod[] {
  return list === "phases" ? campaign.phases : campaign.peakPeriods
}

/** Whether both have the same name, days and goal. */
export function isSame(one: GoalPeriod, other: GoalPeriod): boolean {
  return (
    one.name === other.name &&
    one.startsOn === other.startsOn &&
    one.endsOn === other.endsOn &&
    one.goal === other.goal
  )
}

/** By its first day, for targets and posts of one that was removed still bear its code. */
function freeCode(periods: readonly GoalPeriod[], list: Schedule, startsOn: LocalDate): string {
  const code = `${list === "phases" ? "gd" : "cd"}-${startsOn}`
  for (let n = 1; ; n++) {
    const free = n === 1 ? code : `${code}-${n}`
    if (!periods.some((period) => period.code === free)) return free
  }
}

/** The campaign with the period as it is changed. */
export function replaced(campaign: Campaign, list: Schedule, changed: GoalPeriod): Campaign {
  const key = list === "phases" ? "phases" : "peakPeriods"
  return { ...campaign, [key]: campaign[key].map((each) => (each.code === changed.code ? changed : each)) }
}

/**
 * What keeps a period from being as it would be, or the phase beside it as it has to make room; undefined when nothing stands in
 * the way. The campaign's own rules, told before it is asked; the store checks the whole document again.
 */
export function roomFor(
  campaign: Campaign,
  list: Schedule,
  period: GoalPeriod,
): { readonly problem: Phrase } | { readonly also: GoalPeriod } | undefined {
  const [from, to] = [formatDay(campaign.startsOn, "date"), formatDay(campaign.endsOn, "date")]
  const problem = (why: string) => ({ problem: { key: "schedule-problem", args: { why, from, to } } })
  if (period.endsOn < period.startsOn) return problem("order")
  if (period.startsOn < campaign.startsOn || period.endsOn > campaign.endsOn) return problem("outside")
  if (list === "peaks") return undefined
  const others = campaign.phases.filter(({ code }) => code !== period.code)
  const [other, ...more] = others.filter(
    ({ startsOn, endsOn }) => startsOn <= period.endsOn && period.startsOn <= endsOn,
  )
  if (other !== undefined) {
    // What has to make room: the beginning of the one behind, or the end of the one before.
    const also =
      other.startsOn > period.startsOn
        ? { ...other, startsOn: addDays(period.endsOn, 1) }
        : { ...other, endsOn: addDays(period.startsOn, -1) }
    return more.length > 0 || also.endsOn < also.startsOn ? { problem: overlap(other) } : { also }
  }
  if (campaign.goalCounting !== "cumulative") return undefined
  const isLess = others.some((each) =>
    each.startsOn < period.startsOn ? each.goal > period.goal : each.goal < period.goal,
  )
  return isLess ? problem("goal") : undefined
}

/** Says what the days of a period belong to already. */
export function overlap({ name, startsOn, endsOn }: GoalPeriod): Phrase {
  return {
    key: "schedule-overlap",
    args: { name, from: formatDay(startsOn, "date"), to: formatDay(endsOn, "date") },
  }
}
