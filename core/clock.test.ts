import fc from "fast-check"
import { expect, test } from "vitest"
import type { Closing, LocalDate, LocalStyle } from "./clock.ts"
import * as clock from "./clock.ts"
import { anyText } from "./text/testing.ts"

const HANOI = "Asia/Ho_Chi_Minh"
const BERLIN = "Europe/Berlin"
const FRIDAY_16: Closing = { weekday: "friday", at: "16:00" }

const at = (iso: string) => Date.parse(iso)
const hanoi = (local: string) => Date.parse(`${local}+07:00`)

test.each([
  ["2022-04-20T16:59:59Z", "2022-04-20", "23:59"],
  ["2022-04-20T17:00:00Z", "2022-04-21", "00:00"],
  ["2022-04-21T01:00:00Z", "2022-04-21", "08:00"],
])("%s is in Hà Nội the day %s at %s", (iso, date, time) => {
  expect(clock.localDate(at(iso), HANOI)).toBe(date)
  expect(clock.localTime(at(iso), HANOI)).toBe(time)
})

test("the Monday of any day's week is at most six days back, and the next weekday at most six ahead", () => {
  const day = fc.integer({ min: -20_000, max: 20_000 }).map((days) => clock.addDays("2024-02-29", days))
  fc.assert(
    fc.property(day, fc.constantFrom(...clock.WEEK), (date, weekday) => {
      const [monday, next] = [clock.mondayOf(date), clock.nextWeekday(date, weekday)]
      expect([clock.weekdayOf(monday), clock.weekdayOf(next)]).toEqual(["monday", weekday])
      expect(monday <= date && date <= clock.addDays(monday, 6)).toBe(true)
      expect(date <= next && next <= clock.addDays(date, 6)).toBe(true)
    }),
  )
})

test("a day starts at local midnight and ends where the next one starts", () => {
  expect(clock.startOfDay("2022-04-21", HANOI)).toBe(hanoi("2022-04-21T00:00"))
  expect(clock.instantAt("2022-05-31", "16:00", HANOI)).toBe(hanoi("2022-05-31T16:00"))
  expect(clock.instantAt("2022-05-31", "24:00", HANOI)).toBe(hanoi("2022-06-01T00:00"))
})

test.each([
  ["2022-04-21", 1, "2022-04-22"],
  ["2022-02-28", 1, "2022-03-01"],
  ["2020-02-28", 1, "2020-02-29"],
  ["2022-01-01", -1, "2021-12-31"],
  ["2022-04-21", 0, "2022-04-21"],
])("%s and %i days is %s", (date, days, result) => {
  expect(clock.addDays(date, days)).toBe(result)
})

test.each([
  ["2022-04-21", "2022-05-31", 41],
  ["2022-04-21", "2022-04-21", 1],
  ["2022-04-22", "2022-04-21", 0],
  ["2022-04-30", "2022-04-21", 0],
  ["2021-09-01", "2022-05-31", 273],
])("from %s to %s are %i days", (from, to, days) => {
  expect(clock.daysBetweenInclusive(from, to)).toBe(days)
})

test.each([
  ["2022-04-18", "monday"],
  ["2022-04-21", "thursday"],
  ["2022-04-22", "friday"],
  ["2022-04-24", "sunday"],
])("%s is a %s", (date, weekday) => {
  expect(clock.weekdayOf(date)).toBe(weekday)
})

test.each([
  [2022, 4, 21, "2022-04-21"],
  [2020, 2, 29, "2020-02-29"],
  [2022, 2, 29, undefined],
  [2022, 13, 1, undefined],
  [2022, 0, 1, undefined],
  [1899, 1, 1, undefined],
  [Number.NaN, 1, 1, undefined],
])("year %s month %s day %s is %s", (year, month, day, date) => {
  expect(clock.toLocalDate(year, month, day)).toBe(date)
})

test("months know their ends", () => {
  expect(clock.lastOfMonth("2022-02-10")).toBe("2022-02-28")
  expect(clock.addMonths("2022-01-31", 1)).toBe("2022-02-28")
  expect(clock.addMonths("2022-01-15", -1)).toBe("2021-12-15")
})

test.each([
  ["2022-04-22T16:00", "2022-04-22T16:00"],
  ["2022-04-22T15:59", "2022-04-15T16:00"],
  ["2022-04-22T16:01", "2022-04-22T16:00"],
  ["2022-04-21T08:00", "2022-04-15T16:00"],
  ["2022-04-24T23:59", "2022-04-22T16:00"],
])("at %s the last closing was %s", (now, last) => {
  expect(clock.lastClosing(hanoi(now), FRIDAY_16, HANOI)).toBe(hanoi(last))
})

test("a closing at 24:00 is the first instant of the following day", () => {
  const sundayNight: Closing = { weekday: "sunday", at: "24:00" }
  expect(clock.lastClosing(hanoi("2022-04-25T00:00"), sundayNight, HANOI)).toBe(hanoi("2022-04-25T00:00"))
  expect(clock.lastClosing(hanoi("2022-04-24T23:59"), sundayNight, HANOI)).toBe(hanoi("2022-04-18T00:00"))
})

test("the running week reaches to the moment asked, and is a whole week at a closing", () => {
  expect(clock.weekUntil(hanoi("2022-04-21T08:00"), FRIDAY_16, HANOI)).toEqual({
    from: hanoi("2022-04-15T16:00"),
    to: hanoi("2022-04-21T08:00"),
  })
  expect(clock.weekUntil(hanoi("2022-04-22T16:00"), FRIDAY_16, HANOI)).toEqual({
    from: hanoi("2022-04-15T16:00"),
    to: hanoi("2022-04-22T16:00"),
  })
})

test("the running month is the month before when asked at its first instant", () => {
  expect(clock.monthUntil(hanoi("2022-04-21T08:00"), HANOI).from).toBe(hanoi("2022-04-01T00:00"))
  expect(clock.monthUntil(hanoi("2022-05-01T00:00"), HANOI)).toEqual({
    from: hanoi("2022-04-01T00:00"),
    to: hanoi("2022-05-01T00:00"),
  })
})

test("a closing keeps its local hour when clocks change", () => {
  const monday: Closing = { weekday: "monday", at: "08:00" }
  const week = clock.weekUntil(clock.lastClosing(at("2022-03-28T12:00Z"), monday, BERLIN), monday, BERLIN)
  expect(week).toEqual({ from: at("2022-03-21T07:00Z"), to: at("2022-03-28T06:00Z") })
})

const QUIET = { from: "20:30", to: "07:00", sundays: true }

test.each([
  ["2022-04-21T20:29", false, "2022-04-21T20:29"],
  ["2022-04-21T20:30", true, "2022-04-22T07:00"],
  ["2022-04-22T00:00", true, "2022-04-22T07:00"],
  ["2022-04-22T06:59", true, "2022-04-22T07:00"],
  ["2022-04-22T07:00", false, "2022-04-22T07:00"],
  ["2022-04-23T21:00", true, "2022-04-25T07:00"],
  ["2022-04-24T10:00", true, "2022-04-25T07:00"],
])("at %s quiet is %s, and sending is allowed from %s", (now, quiet, free) => {
  expect(clock.inQuietHours(hanoi(now), HANOI, QUIET)).toBe(quiet)
  expect(clock.endOfQuiet(hanoi(now), HANOI, QUIET)).toBe(hanoi(free))
})

test("Sundays count only when asked for", () => {
  const sunday = hanoi("2022-04-24T10:00")
  expect(clock.isSunday(sunday, HANOI)).toBe(true)
  expect(clock.isSunday(hanoi("2022-04-25T00:00"), HANOI)).toBe(false)
  expect(clock.inQuietHours(sunday, HANOI, { from: "20:30", to: "07:00" })).toBe(false)
})

test("quiet hours within one day, none at all, and all day are obeyed without waiting forever", () => {
  const noon = hanoi("2022-04-21T12:30")
  expect(clock.endOfQuiet(noon, HANOI, { from: "12:00", to: "13:30" })).toBe(hanoi("2022-04-21T13:30"))
  expect(clock.inQuietHours(noon, HANOI, { from: "07:00", to: "07:00" })).toBe(false)
  expect(clock.endOfQuiet(noon, HANOI, { from: "00:00", to: "24:00" })).toBe(noon)
})

test.each([
  ["sentence", "8h00 ngày 21/4/2022"],
  ["day", "21/4"],
  ["date", "21/4/2022"],
  ["dayHour", "21/4 8h00"],
  ["stamp", "21/4/2022 08:00"],
] satisfies [LocalStyle, string][])("in the style %s a moment is %s", (style, written) => {
  expect(clock.formatLocal(hanoi("2022-04-21T08:00"), HANOI, style)).toBe(written)
})

test.each([
  ["2022-01-09", "2022-01-08T17:00:00.000Z"],
  ["2022-01-09T08:27", "2022-01-09T01:27:00.000Z"],
  ["2022-01-09 08:27:30", "2022-01-09T01:27:30.000Z"],
  ["2022-01-09T08:27:30.5+07:00", "2022-01-09T01:27:30.500Z"],
  ["2022-01-09T08:27+0700", "2022-01-09T01:27:00.000Z"],
  ["2022-01-09t08:27z", "2022-01-09T08:27:00.000Z"],
  ["2022-01-09T24:00", "2022-01-09T17:00:00.000Z"],
])("the ISO text %j is %s", (text, moment) => {
  expect(clock.parseIso(text, HANOI)).toBe(at(moment))
})

test.each([
  "",
  "2022-1-9",
  "2022-02-30",
  "2022-01-09T25:00",
  "2022-01-09+07:00",
  "2022-13-01",
  "9/1/2022",
  "x".repeat(500),
])("%j is no ISO moment", (text) => {
  expect(clock.parseIso(text, HANOI)).toBeUndefined()
})

const moment = fc.integer({ min: at("2000-01-01T00:00Z"), max: at("2099-12-31T00:00Z") })
const weekday = fc.constantFrom(...clock.WEEK)
const hour = fc.constantFrom("00:00", "07:30", "16:00", "23:59")
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

test("closings fall on their weekday and hour, enclose the moment, and are seven days apart", () => {
  fc.assert(
    fc.property(moment, weekday, hour, (now, on, time) => {
      const closing: Closing = { weekday: on, at: time }
      const last = clock.lastClosing(now, closing, HANOI)
      expect(last <= now && now - last < WEEK_MS).toBe(true)
      expect(last - clock.lastClosing(last - 1, closing, HANOI)).toBe(WEEK_MS)
      expect(clock.weekdayOf(clock.localDate(last, HANOI))).toBe(on)
      expect(clock.localTime(last, HANOI)).toBe(time)
      const running = clock.weekUntil(now, closing, HANOI)
      expect(running.to).toBe(now)
      expect(running.from < now && now - running.from <= WEEK_MS).toBe(true)
    }),
  )
})

test("closings keep weekday and hour where clocks change", () => {
  fc.assert(
    fc.property(moment, weekday, (now, on) => {
      const closing: Closing = { weekday: on, at: "16:00" }
      const last = clock.lastClosing(now, closing, BERLIN)
      expect(clock.weekdayOf(clock.localDate(last, BERLIN))).toBe(on)
      expect(clock.localTime(last, BERLIN)).toBe("16:00")
      expect(clock.lastClosing(last, closing, BERLIN)).toBe(last)
    }),
  )
})

test.each([
  ["2026-03-01T00:00:00+07:00", "2026-04-01T00:00:00+07:00", "2026-03-31"],
  ["2026-03-06T16:00:00+07:00", "2026-03-13T16:00:00+07:00", "2026-03-13"],
  ["2026-03-13T00:00:00+07:00", "2026-03-13T00:00:00+07:00", "2026-03-13"],
])("of [%s, %s) the last day is %s", (from, to, day) => {
  expect(clock.lastDayOf({ from: Date.parse(from), to: Date.parse(to) }, "Asia/Ho_Chi_Minh")).toBe(day)
})

test("adding days and counting them agree", () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 5000 }), (now, days) => {
      const from: LocalDate = clock.localDate(now, HANOI)
      expect(clock.daysBetweenInclusive(from, clock.addDays(from, days))).toBe(days + 1)
    }),
  )
})

test("the end of quiet is never quiet and never in the past", () => {
  fc.assert(
    fc.property(moment, (now) => {
      const free = clock.endOfQuiet(now, HANOI, QUIET)
      expect(free >= now && !clock.inQuietHours(free, HANOI, QUIET)).toBe(true)
    }),
  )
})

test("no text makes the ISO reader throw", () => {
  const text = fc.oneof(
    anyText({ maxLength: 80 }),
    fc.array(fc.constantFrom(..."0129-:TZ+. "), { maxLength: 30 }).map((letters) => letters.join("")),
  )
  fc.assert(
    fc.property(text, (iso) => {
      clock.parseIso(iso, HANOI)
    }),
    { numRuns: 10_000 },
  )
})

test("the day is the one on the calendar, whatever was asked just before", () => {
  // The clock went back to yesterday at one past midnight.
  expect(clock.localDate(at("2010-11-07T02:30:30Z"), "America/St_Johns")).toBe("2010-11-07")
  expect(clock.localDate(at("2010-11-07T02:31:30Z"), "America/St_Johns")).toBe("2010-11-06")
  const zones = [
    HANOI,
    BERLIN,
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Pacific/Chatham",
  ]
  const calendars = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat("sv-SE", { timeZone: zone })]))
  const instants = fc.integer({ min: at("1972-12-30T00:00Z"), max: at("2060-01-01T00:00Z") })
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const midnight = clock.startOfDay(clock.localDate(instant, zone), zone)
      for (const near of [instant, midnight, midnight - 1, midnight + 1, instant]) {
        for (const each of [zone, HANOI]) {
          expect(clock.localDate(near, each)).toBe(calendars.get(each)?.format(near))
        }
      }
    }),
  )
})
