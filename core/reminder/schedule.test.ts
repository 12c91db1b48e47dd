import fc from "fast-check"
import { expect, test } from "vitest"
import { formatLocal, localDate, WEEK } from "../clock.ts"
import { isAllowed } from "../courtesy.ts"
import type { When } from "../text/when.ts"
import { cronOf, isAlwaysQuiet, nextMoment, settled } from "./schedule.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const COURTESY = { timeZone: ZONE, holidays: ["2026-02-17"] }
const at = (local: string) => Date.parse(`${local}:00+07:00`)
const said = (moment: number | undefined) =>
  moment === undefined ? "never" : formatLocal(moment, ZONE, "stamp")
const mondays: When = { kind: "weekly", days: ["monday"], time: "08:00" }

test.each<[string, When, string, string]>([
  [
    "now leaves after two minutes, on the full minute",
    { kind: "now" },
    "2026-03-10T09:00",
    "10/3/2026 09:02",
  ],
  ["now at night waits for the morning", { kind: "now" }, "2026-03-10T22:00", "11/3/2026 07:00"],
  ["now on a Saturday night waits for Monday", { kind: "now" }, "2026-03-14T21:00", "16/3/2026 07:00"],
  [
    "a single one",
    { kind: "once", date: "2026-03-11", time: "14:00" },
    "2026-03-10T09:00",
    "11/3/2026 14:00",
  ],
  [
    "a single one on a holiday waits",
    { kind: "once", date: "2026-04-30", time: "08:00" },
    "2026-03-10T09:00",
    "2/5/2026 07:00",
  ],
  [
    "a single one that is over",
    { kind: "once", date: "2026-03-10", time: "08:00" },
    "2026-03-10T09:00",
    "never",
  ],
  ["every Monday", mondays, "2026-03-10T09:00", "16/3/2026 08:00"],
  ["on its very moment the next one is meant", mondays, "2026-03-16T08:00", "23/3/2026 08:00"],
  ["from a day on", { ...mondays, from: "2026-04-01" }, "2026-03-10T09:00", "6/4/2026 08:00"],
  [
    "until a day, that day included",
    { ...mondays, until: "2026-03-16" },
    "2026-03-10T09:00",
    "16/3/2026 08:00",
  ],
  ["until a day, and not longer", { ...mondays, until: "2026-03-15" }, "2026-03-10T09:00", "never"],
  ["every day skips Sundays", { ...mondays, days: WEEK }, "2026-03-14T09:00", "16/3/2026 08:00"],
  [
    "a holiday of the campaign is skipped",
    { ...mondays, days: ["tuesday"] },
    "2026-02-11T09:00",
    "24/2/2026 08:00",
  ],
  [
    "a day of every month",
    { kind: "monthly", day: 15, time: "08:00" },
    "2026-03-10T09:00",
    "16/3/2026 07:00",
  ],
  [
    "the last day of every month",
    { kind: "monthly", day: 31, time: "08:00" },
    "2026-02-10T09:00",
    "28/2/2026 08:00",
  ],
])("%s", (_, when, after, next) => {
  expect(said(nextMoment(when, at(after), COURTESY))).toBe(next)
})

test("what would be held by quiet hours is said as it will leave", () => {
  const night: When = { kind: "once", date: "2026-03-10", time: "22:00" }
  expect(settled(night, at("2026-03-10T09:00"), COURTESY)).toEqual({
    when: { kind: "once", date: "2026-03-11", time: "07:00" },
    moved: true,
  })
  expect(settled({ kind: "now" }, at("2026-03-10T09:00"), COURTESY).moved).toBe(false)
  expect(isAlwaysQuiet({ ...mondays, time: "21:00" }, COURTESY)).toBe(true)
  expect(isAlwaysQuiet({ ...mondays, days: ["sunday"] }, COURTESY)).toBe(true)
  expect(isAlwaysQuiet(mondays, COURTESY)).toBe(false)
})

test("the queue's clock strikes for what is due", () => {
  const due = at("2026-03-16T08:00")
  expect(cronOf(mondays, due, ZONE)).toBe("0 8 * * 1")
  expect(cronOf({ ...mondays, days: WEEK, time: "07:30" }, due, ZONE)).toBe("30 7 * * 1,2,3,4,5,6,0")
  expect(cronOf({ kind: "now" }, at("2026-03-10T09:02"), ZONE)).toBe("2 9 10 3 *")
  // One that waits for the end of a holiday strikes then, not at its own hour.
  expect(cronOf({ kind: "monthly", day: 15, time: "08:00" }, at("2026-03-16T07:00"), ZONE)).toBe("0 7 16 3 *")
})

test("whatever is arranged, it is sent later than now, outside of quiet hours and within its days", () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => {
    return parts.map((part) => String(part).padStart(2, "0")).join(":")
  })
  const when = fc.oneof(
    fc.record({
      kind: fc.constant("weekly" as const),
      days: fc.subarray([...WEEK], { minLength: 1 }),
      time,
      until: fc.constant("2026-06-30"),
    }),
    fc.record({ kind: fc.constant("monthly" as const), day: fc.integer({ min: 1, max: 31 }), time }),
    fc.constant<When>({ kind: "now" }),
  )
  fc.assert(
    fc.property(when, fc.integer({ min: 0, max: 200 * 24 * 60 }), (arranged: When, minutes) => {
      const now = at("2026-01-01T00:00") + minutes * 60_000
      const next = nextMoment(arranged, now, COURTESY)
      if (next === undefined) return
      expect(next).toBeGreaterThan(now)
      expect(isAllowed(next, COURTESY), said(next)).toBe(true)
      if (arranged.kind === "weekly") expect(localDate(next, ZONE) <= "2026-06-30").toBe(true)
    }),
    { numRuns: 150 },
  )
})
