import {
  addDays,
  inQuietHours,
  instantAt,
  isSunday,
  type LocalDate,
  lastOfMonth,
  localDate,
  localTime,
  WEEK,
  weekdayOf,
} from "../clock.ts"
import { type Courtesy, isHoliday, nextAllowed, QUIET } from "../courtesy.ts"
import type { When } from "../text/when.ts"
import { RECALL_MS } from "./reminder.ts"

type Repeated = Exclude<When, { kind: "now" | "once" }>

/** Longer than a year nothing is looked ahead: the next holiday-free month is nearer. */
const MOST_DAYS_AHEAD = 400
const MINUTE_MS = 60_000

/**
 * The first moment after `after` (epoch milliseconds) at which something is to be sent; undefined when there is none any
 * more. A single one, and one of every month, waits for the end of quiet hours, Sundays and holidays; a weekly one skips
 * them. `now` leaves after the time for a recall, on the full minute.
 */
export function nextMoment(when: When, after: number, courtesy: Courtesy): number | undefined {
  const { timeZone } = courtesy
  switch (when.kind) {
    case "now":
      return nextAllowed(Math.ceil((after + RECALL_MS) / MINUTE_MS) * MINUTE_MS, courtesy)
    case "once": {
      const at = nextAllowed(instantAt(when.date, when.time, timeZone), courtesy)
      return at > after ? at : undefined
    }
    case "weekly":
    case "monthly":
      return nextRepeated(when, after, courtesy)
    default:
      return when satisfies never
  }
}

function nextRepeated(when: Repeated, after: number, courtesy: Courtesy): number | undefined {
  const { timeZone, holidays } = courtesy
  const today = localDate(after, timeZone)
  const first = when.from !== undefined && when.from > today ? when.from : today
  for (let days = 0; days <= MOST_DAYS_AHEAD; days++) {
    const date = addDays(first, days)
    if (when.until !== undefined && date > when.until) return undefined
    if (!fallsOn(when, date)) continue
    const at = instantAt(date, when.time, timeZone)
    if (when.kind === "monthly") {
      const allowed = nextAllowed(at, courtesy)
      if (allowed > after) return allowed
    } else if (at > after && !isHoliday(date, holidays) && !inQuietHours(at, timeZone, QUIET)) {
      return at
    }
  }
  return undefined
}

function fallsOn(when: Repeated, date: LocalDate): boolean {
  if (when.kind === "weekly") return when.days.includes(weekdayOf(date))
  const last = lastOfMonth(date)
  return (
    date.slice(8) === String(when.day).padStart(2, "0") || (date === last && when.day > Number(last.slice(8)))
  )
}

/** A single one as it will really leave: at the end of quiet hours when they would hold it. */
export function settled(
  when: When,
  now: number,
  courtesy: Courtesy,
): { readonly when: When; readonly moved: boolean } {
  if (when.kind === "weekly" || when.kind === "monthly") return { when, moved: false }
  const at = nextMoment(when, now, courtesy)
  if (at === undefined) return { when, moved: false }
  const { timeZone } = courtesy
  const planned: When = { kind: "once", date: localDate(at, timeZone), time: localTime(at, timeZone) }
  if (when.kind === "now") {
    const isSoon = at - now <= RECALL_MS + MINUTE_MS
    return isSoon ? { when, moved: false } : { when: planned, moved: true }
  }
  return { when: planned, moved: planned.date !== when.date || planned.time !== when.time }
}

/** Whether a repeated one never leaves, for its hour is a quiet one or its only day is Sunday. */
export function isAlwaysQuiet(when: When, courtesy: Courtesy): boolean {
  if (when.kind !== "weekly") return false
  const at = instantAt("2026-01-05", when.time, courtesy.timeZone)
  const isQuietHour = !isSunday(at, courtesy.timeZone) && inQuietHours(at, courtesy.timeZone, QUIET)
  return isQuietHour || when.days.every((day) => day === "sunday")
}

/** The cron pattern of five fields, on the local clock, that strikes at least whenever something is due. */
export function cronOf(when: When, nextAt: number, timeZone: string): string {
  const [hour = 0, minute = 0] = (when.kind === "weekly" ? when.time : localTime(nextAt, timeZone))
    .split(":")
    .map(Number)
  if (when.kind === "weekly") {
    return `${minute} ${hour} * * ${when.days.map((day) => (WEEK.indexOf(day) + 1) % 7).join(",")}`
  }
  const [, month = 0, day = 0] = localDate(nextAt, timeZone).split("-").map(Number)
  return `${minute} ${hour} ${day} ${month} *`
}
