import { addDays, addMonths, type LocalDate, mondayOf, nextWeekday } from "../clock.ts"
import {
  type DateContext,
  type DateReading,
  day,
  dayOf,
  months,
  nearestMonths,
  yearAndMonth,
} from "./date-reading.ts"
import { RELATIVE_UNITS } from "./date-words.ts"
import { WEEKDAY_SAID, weekdaySaid } from "./weekday.ts"

const RELATIVE_DAYS = new Map([
  ["nay", 0],
  ["hom nay", 0],
  ["ngay nay", 0],
  ["bay gio", 0],
  ["hom qua", -1],
  ["qua", -1],
  ["ngay qua", -1],
  ["hom kia", -2],
  ["mai", 1],
  ["ngay mai", 1],
  ["ngay kia", 2],
  ["ngay mot", 2],
])

/** A day, week, month, quarter or year as seen from today: "hôm qua", "thứ sáu tuần trước", "quý này", "3 tháng trước". */
export function readRelative(words: string, context: DateContext): DateReading | undefined {
  const { today } = context
  const offset = RELATIVE_DAYS.get(words)
  if (offset !== undefined) return day(addDays(today, offset))
  const [, unit = "", which] =
    /^(tuan|thang|quy|nam) (nay|truoc|ngoai|kia|roi|vua roi|vua qua|qua|sau|toi)$/.exec(words) ?? []
  const steps = RELATIVE_UNITS.get(which ?? "")
  if (steps !== undefined) return unitAround(unit, steps, today)
  const [, count, of, way] = /^(\d{1,3}) (ngay|tuan|thang|nam) (truoc|nua|toi)$/.exec(words) ?? []
  if (of !== undefined) {
    const away = stepsAway(of, Number(count) * (way === "truoc" ? -1 : 1), today)
    const ofLastMonth = of === "thang" && way === "truoc" && Number(count) > 12
    return ofLastMonth ? eitherOf(dayOfLastMonth(Number(count), today), away) : away
  }
  const month = /^t([2-7])$/.exec(words)?.[1]
  const weekday = readWeekday(words, context)
  return weekday === undefined || month === undefined
    ? weekday
    : {
        kind: "ambiguous",
        readings: [weekday, nearestMonths(Number(month), 1, context)],
      }
}

/** "15 tháng trước" is rather the fifteenth of last month than one year and three months ago. */
function dayOfLastMonth(dayOfMonth: number, today: LocalDate): DateReading {
  return dayOf(...yearAndMonth(addMonths(`${today.slice(0, 7)}-01`, -1)), dayOfMonth)
}

function eitherOf(one: DateReading, other: DateReading): DateReading {
  return one.kind === "unreadable" ? other : { kind: "ambiguous", readings: [one, other] }
}

const WEEKDAY_OF_A_WEEK = new RegExp(
  `^(${WEEKDAY_SAID})(?: tuan (nay|truoc|vua roi|vua qua|roi|qua|sau|toi))?$`,
)

/** "thứ sáu" is the nearest one, today included; "thứ sáu tuần trước" lies in last Monday-to-Sunday week. */
function readWeekday(words: string, { today, missingYear }: DateContext): DateReading | undefined {
  const [, named = "", week] = WEEKDAY_OF_A_WEEK.exec(words) ?? []
  const weekday = weekdaySaid(named)
  if (weekday === undefined) return undefined
  const weeks = week === undefined ? undefined : (RELATIVE_UNITS.get(week) ?? 0)
  if (weeks !== undefined) return day(nextWeekday(addDays(mondayOf(today), weeks * 7), weekday))
  // Of the seven days that end, or begin, with today.
  return day(nextWeekday(missingYear === "past" ? addDays(today, -6) : today, weekday))
}

function unitAround(unit: string, steps: number, today: LocalDate): DateReading {
  if (unit === "tuan") {
    const from = addDays(mondayOf(today), steps * 7)
    return { kind: "range", from, to: addDays(from, 6), assumedYear: false }
  }
  const [year, month] = yearAndMonth(today)
  if (unit === "nam") return months(year + steps, 1, 12)
  const first = addMonths(`${today.slice(0, 7)}-01`, unit === "quy" ? steps * 3 - ((month - 1) % 3) : steps)
  return months(...yearAndMonth(first), unit === "quy" ? 3 : 1)
}

function stepsAway(unit: string, steps: number, today: LocalDate): DateReading {
  if (unit === "ngay") return day(addDays(today, steps))
  if (unit === "tuan") return day(addDays(today, steps * 7))
  const [year, month] = yearAndMonth(addMonths(today, unit === "nam" ? steps * 12 : steps))
  return unit === "nam" ? months(year, 1, 12) : months(year, month, 1)
}
