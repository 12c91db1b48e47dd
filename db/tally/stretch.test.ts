import fc from "fast-check"
import { expect, test } from "vitest"
import { instantAt, localDate } from "../../core/clock.ts"
import { type Stretch, stretchesOf } from "./stretch.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const at = (day: string, time = "00:00") => instantAt(day, time, ZONE)

/** Half days, whole days, months and odd minutes over three years. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 1_576_800 }),
  fc.integer({ min: 0, max: 2_190 }).map((half) => half * 720),
  fc
    .integer({ min: 0, max: 36 })
    .map((month) => Math.round((Date.UTC(2021, month) - Date.UTC(2021)) / 60_000) - 420),
)
const instants = instant.map((minute) => Date.UTC(2021) + minute * 60_000)
const spans = fc.array(fc.record({ from: instants, to: instants }), { maxLength: 5 })

test.each([ZONE, "America/St_Johns"])("on the calendar of %s spans count what lies in them, once", (zone) => {
  const isHeld = ({ grain, from, to }: Stretch, moment: number) => {
    const day = localDate(moment, zone)
    if (grain === "total") return true
    const place = { event: moment, day, month: `${day.slice(0, 8)}01` }[grain]
    return from <= place && place < to
  }
  fc.assert(
    fc.property(spans, fc.array(instants, { minLength: 1, maxLength: 10 }), (asked, moments) => {
      const stretches = stretchesOf(asked, zone)
      const ends = asked.flatMap(({ from, to }) => [from, to, to - 1])
      for (const moment of [...moments, ...ends]) {
        const counted = asked.map((_, span) =>
          stretches.reduce(
            (sum, stretch) => sum + (isHeld(stretch, moment) ? (stretch.signs[span] ?? 0) : 0),
            0,
          ),
        )
        expect(counted).toEqual(asked.map(({ from, to }) => Number(from <= moment && moment < to)))
        const real = asked.filter(({ from, to }) => from < to)
        const [first, last] = [
          Math.min(...real.map(({ from }) => from)),
          Math.max(...real.map(({ to }) => to)),
        ]
        const outside = stretches.filter((stretch) => stretch.isOutside && isHeld(stretch, moment))
        if (outside.length > 0) expect(first <= moment && moment < last).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})

const readable = ({ grain, from, to, signs, isOutside }: Stretch) =>
  [grain, ...(grain === "total" ? [] : [from, to]), signs.join(" "), ...(isOutside ? ["outside"] : [])].join(
    " | ",
  )

test("a tally reads what there is in all, the phase's months, and the days and hours of its week", () => {
  const begin = at("2021-02-10")
  const [from, to] = [at("2023-04-14", "16:00"), at("2023-04-21", "16:00")]
  const phase = at("2022-12-01")
  const stretches = stretchesOf(
    [
      { from: begin, to },
      { from, to },
      { from: phase, to },
    ],
    ZONE,
  )
  expect(stretches.map(readable)).toEqual([
    "total | 1 0 0",
    "month | -infinity | 2021-02-01 | -1 0 0 | outside",
    "month | 2022-12-01 | 2023-05-01 | 0 0 1",
    "month | 2023-05-01 | infinity | -1 0 0 | outside",
    "day | 2021-02-01 | 2021-02-10 | -1 0 0 | outside",
    "day | 2023-04-15 | 2023-04-22 | 0 1 0",
    "day | 2023-04-22 | 2023-05-01 | -1 0 -1 | outside",
    `event | ${from} | ${at("2023-04-15")} | 0 1 0`,
    `event | ${to} | ${at("2023-04-22")} | -1 -1 -1 | outside`,
  ])
})

test.each([
  ["an hour", "2023-04-14 10:00", "2023-04-14 11:00", 1],
  ["a day", "2023-04-14 00:00", "2023-04-15 00:00", 1],
  ["a month", "2023-04-01 00:00", "2023-05-01 00:00", 1],
  ["nothing", "2023-04-14 10:00", "2023-04-14 10:00", 0],
])("of %s nothing else is read", (_, from, to, count) => {
  const [[day, time], [lastDay, lastTime]] = [from.split(" "), to.split(" ")] as [string[], string[]]
  expect(stretchesOf([{ from: at(day ?? "", time), to: at(lastDay ?? "", lastTime) }], ZONE)).toHaveLength(
    count,
  )
})
