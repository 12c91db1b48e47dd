import { WEEK, type Weekday } from "../clock.ts"

/** A day of the week as people write it, folded: a part of a pattern. */
export const WEEKDAY_SAID = "(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)"

const NAMES = ["hai", "ba", "tu", "nam", "sau", "bay"]

/** "thu sau", "t6", "cn"; undefined for everything else. */
export function weekdaySaid(words: string): Weekday | undefined {
  if (/^(?:chu nhat|cn)$/.test(words)) return "sunday"
  const [, name = "", number = ""] = /^(?:thu ([a-z]+)|(?:thu |t)([2-7]))$/.exec(words) ?? []
  return number === "" ? WEEK[NAMES.indexOf(name)] : WEEK[Number(number) - 2]
}

const RANGE = new RegExp(
  `(?:^|(?<= ))(?:tu )?(${WEEKDAY_SAID}) ?(?:den|-|toi) ?(?:(${WEEKDAY_SAID})|([2-7])(?![\\d/]))(?= |,|$)`,
)

/** "thu 2 den thu 6" as the list of its days, "cac thu 2,thu 3,…". */
export function withWeekdaysListed(words: string): string {
  return words.replace(RANGE, (whole, first: string, last: string | undefined, number: string) => {
    const [from, to] = [first, last ?? `thu ${number}`].map((name) => placeInWeek(weekdaySaid(name)))
    if (from === undefined || to === undefined || to <= from) return whole
    return `cac ${WEEK.slice(from, to + 1)
      .map(plainly)
      .join(",")}`
  })
}

function placeInWeek(day: Weekday | undefined): number | undefined {
  return day && WEEK.indexOf(day)
}

function plainly(day: Weekday): string {
  return day === "sunday" ? "chu nhat" : `thu ${WEEK.indexOf(day) + 2}`
}

/** "thu 2, 4, 6", "thu hai va thu nam": undefined when anything else stands there. */
export function weekdaysListed(words: string): readonly Weekday[] | undefined {
  const names = words
    .split(/ ?(?:,|&|\+|-| va | voi ) ?| (?=thu |t[2-7]|chu nhat|cn)/)
    .map((name) => name.trim())
  if (weekdaySaid(names[0] ?? "") === undefined) return undefined
  // Behind the first of a list "4" and "sáu" are days, too.
  const days = names
    .filter((name) => name !== "")
    .map((name) => weekdaySaid(name) ?? weekdaySaid(`thu ${name}`))
  return days.every((day) => day !== undefined) ? days : undefined
}
