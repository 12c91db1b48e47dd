import fc from "fast-check"
import { expect, test } from "vitest"
import { startOfDay } from "../../core/clock.ts"
import {
  addUnit,
  type FreshDatabase,
  freshDatabase,
  indexesOf,
  keptPlanOf,
  listened,
  planOf,
  rowsRead,
} from "../testing.ts"
import { rebuildCounters } from "./counter-check.ts"
import { countCorrections, countSpans, sumSpans } from "./tally.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const HOUR_MS = 3_600_000
const START = startOfDay("2021-09-01", ZONE)
const CAMPAIGN = "00000000-0000-0000-0000-00000000000c"
const UNITS = ["00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"]

/** Hours since the start: midnights of Vietnam and of UTC come up often. */
const hours = fc.oneof(
  fc.integer({ min: 0, max: 4_800 }),
  fc.integer({ min: 0, max: 200 }).map((day) => day * 24),
  fc.integer({ min: 0, max: 200 }).map((day) => day * 24 + 7),
)

async function withEvents(
  fresh: FreshDatabase,
  events: readonly { at: number; unit: number; count: number }[],
) {
  const { db } = fresh
  const created_at = new Date(START)
  for (const [index, id] of UNITS.entries()) {
    await addUnit(db, { id, code: `U${index}` })
  }
  const federation_id = UNITS[0] ?? ""
  const campaign = { id: CAMPAIGN, federation_id, unit_id: federation_id, code: "c", document: "{}" }
  await db
    .insertInto("campaign")
    .values({ ...campaign, created_at, updated_at: created_at })
    .execute()
  await db
    .insertInto("initiative")
    .values({
      id: CAMPAIGN,
      number: 1,
      federation_id,
      campaign_id: CAMPAIGN,
      unit_id: federation_id,
      status: "registered",
      title: "x",
      title_key: "x",
      author_name: "x",
      registered_at: created_at,
      created_at,
    })
    .execute()
  // As one value: of thousands of rows the parameters alone would take a second on a busy machine.
  await fresh.pool.query(
    `insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, on_portal, benefit_vnd, created_at)
      select $1, $1, ($2::uuid[])[unit + 1], 'registered', to_timestamp(at / 1000.0), count, -count, 1000 * count, $3
      from json_to_recordset($4) as event (at bigint, unit integer, count integer)`,
    [CAMPAIGN, UNITS, created_at, JSON.stringify(events)],
  )
  await rebuildCounters(db, ZONE)
}

test("spans of any length and edge count exactly the events in [from, to), from counters or events", async () => {
  await using fresh = await freshDatabase()
  const events = fc
    .sample(fc.tuple(hours, fc.integer({ min: 0, max: 1 }), fc.constantFrom(1, 1, 1, -1)), {
      numRuns: 400,
      seed: 7,
    })
    .map(([hour, unit, count]) => ({ at: START + hour * HOUR_MS, unit, count }))
  await withEvents(fresh, events)
  const spans = fc.sample(fc.tuple(hours, hours), { numRuns: 150, seed: 11 }).map(([from, to]) => ({
    from: START + from * HOUR_MS,
    to: START + to * HOUR_MS,
    withBenefit: true as const,
  }))
  const counted = await countSpans(fresh.db, CAMPAIGN, spans, { zone: ZONE })
  for (const [unit, id] of UNITS.entries()) {
    for (const [index, span] of spans.entries()) {
      const plain = events
        .filter((event) => event.unit === unit && event.at >= span.from && event.at < span.to)
        .reduce((sum, event) => sum + event.count, 0)
      const { registered = 0, onPortal = 0, benefit } = counted.get(id)?.[index] ?? {}
      const numbers = [registered, onPortal + 0, benefit?.vnd ?? 0]
      expect(numbers, JSON.stringify(span)).toEqual([plain, 0 - plain, 1000 * plain])
    }
  }
})

test("among chosen units only those are counted, and no span asks nothing", async () => {
  await using fresh = await freshDatabase()
  await withEvents(fresh, [
    { at: START, unit: 0, count: 1 },
    { at: START, unit: 1, count: 1 },
  ])
  const span = { from: START, to: START + HOUR_MS }
  const only = await countSpans(fresh.db, CAMPAIGN, [span], { zone: ZONE, unitIds: [UNITS[1] ?? ""] })
  expect([...only.keys()]).toEqual([UNITS[1]])
  const both = await sumSpans(fresh.db, CAMPAIGN, [span, span], { zone: ZONE, unitIds: UNITS })
  expect(both.map(({ registered }) => registered)).toEqual([2, 2])
  expect((await countSpans(fresh.db, CAMPAIGN, [{ from: START, to: START }], { zone: ZONE })).size).toBe(0)
})

test("the spans of a tally, most of which are what others leave of all there is, count the same", async () => {
  await using fresh = await freshDatabase()
  const events = fc
    .sample(fc.tuple(hours, fc.integer({ min: 0, max: 1 }), fc.constantFrom(1, 1, 1, -1)), {
      numRuns: 500,
      seed: 3,
    })
    .map(([hour, unit, count]) => ({ at: START + hour * HOUR_MS, unit, count }))
  await withEvents(fresh, events)
  const moments = fc.tuple(hours, hours, hours, fc.integer({ min: 1, max: 240 }))
  for (const [run, [one, other, third, length]] of fc.sample(moments, { numRuns: 60, seed: 4 }).entries()) {
    const asking = run % 4
    const [begin = 0, phase = 0, to = 0] = [one, other, third].toSorted((a, b) => a - b)
    const from = Math.max(begin, to - length)
    const spans = [
      [begin, to],
      [from, to],
      [phase, to],
      [phase, Math.max(phase, from)],
    ].map(([first = 0, last = 0], index) => ({
      from: START + first * HOUR_MS,
      to: START + last * HOUR_MS,
      ...(index === asking ? { withBenefit: true as const } : {}),
    }))
    const [counted, own, together, all] = await Promise.all([
      countSpans(fresh.db, CAMPAIGN, spans, { zone: ZONE }),
      countSpans(fresh.db, CAMPAIGN, spans, { zone: ZONE, unitIds: UNITS }),
      sumSpans(fresh.db, CAMPAIGN, spans, { zone: ZONE, unitIds: UNITS }),
      sumSpans(fresh.db, CAMPAIGN, spans, { zone: ZONE, unitIds: undefined }),
    ])
    expect(own).toEqual(counted)
    expect(all).toEqual(together)
    const each = [...counted.values()].map((counts) =>
      counts.map(({ benefit, ...rest }) => ({ ...rest, ...benefit })),
    )
    for (const [index, { benefit, ...rest }] of together.entries()) {
      for (const [name, sum] of Object.entries({ ...rest, ...benefit })) {
        const added = each.reduce((total, counts) => total + (counts[index]?.[name as "vnd"] ?? 0), 0)
        expect(sum, `${name} of both`).toBe(added)
      }
    }
    for (const [unit, id] of UNITS.entries()) {
      const plain = spans.map((span) =>
        events
          .filter((event) => event.unit === unit && event.at >= span.from && event.at < span.to)
          .reduce((sum, event) => sum + event.count, 0),
      )
      const got = spans.map((_, index) => counted.get(id)?.[index]?.registered ?? 0)
      expect(got, JSON.stringify({ begin, phase, from, to })).toEqual(plain)
      const benefits = spans.map((_, index) => counted.get(id)?.[index]?.benefit.vnd ?? 0)
      const stated = plain.map((count, index) => (index === asking ? 1000 * count : 0))
      expect(benefits, JSON.stringify({ begin, phase, from, to, asking })).toEqual(stated)
    }
  }
})

test("a week's tally is two statements, and reads as many rows after a past ten times as full", async () => {
  const DAY_MS = 24 * HOUR_MS
  const week = { from: START + 150.6 * DAY_MS, to: START + 157.6 * DAY_MS }
  const read = async (registered: number, withdrawn: number) => {
    await using fresh = await freshDatabase()
    const past = Array.from({ length: registered + withdrawn }, (_, n) => ({
      at: START + ((n % 150) + 0.5) * DAY_MS,
      unit: n % 2,
      count: n < registered ? 1 : -1,
    }))
    const lately = [1, 1, -1].map((count, n) => ({ at: week.from + n * DAY_MS, unit: 0, count }))
    await withEvents(fresh, [...past, ...lately])
    await fresh.pool.query("update initiative_event set on_portal = 0")
    // What the planner knows and how full the pages are must not decide.
    await fresh.pool.query("vacuum analyze initiative_event, unit_day, unit_month, unit_total, unit")
    const { db, asked } = listened(fresh)
    const spans = [{ from: START, to: week.to, withBenefit: true as const }, week, { ...week, from: START }]
    await countSpans(db, CAMPAIGN, spans, { zone: ZONE })
    await countCorrections(db, CAMPAIGN, week)
    expect(asked).toHaveLength(2)
    // And what was taken back in half of the past.
    await countCorrections(db, CAMPAIGN, { from: START + 75 * DAY_MS, to: week.to })
    const plans = await Promise.all(asked.splice(0).map((query) => planOf(fresh, query)))
    // Of a unit and those below it, by the plan that is kept.
    const unitIds = UNITS.slice(0, 1)
    await sumSpans(db, CAMPAIGN, spans, { zone: ZONE, unitIds })
    await countSpans(db, CAMPAIGN, spans, { zone: ZONE, unitIds })
    await countCorrections(db, CAMPAIGN, week, unitIds)
    const kept = await Promise.all(asked.splice(0).map((query) => keptPlanOf(fresh, query)))
    const indexes = kept.map((plan) => [...new Set(indexesOf(plan))].sort())
    return {
      rows: [...plans.slice(0, 2), ...kept.slice(0, 2)].map(rowsRead),
      long: JSON.stringify(plans[2]),
      indexes,
    }
  }
  const few = await read(600, 30)
  const many = await read(6_000, 300)
  expect(many.rows).toEqual(few.rows)
  // With another condition than the index has, every event of those months would be read.
  expect(many.long).toMatch(/taken_back/)
  for (const indexes of many.indexes.slice(0, 2)) {
    expect(indexes).toEqual(expect.arrayContaining(["unit_day_pkey", "unit_month_pkey", "unit_total_pkey"]))
  }
  expect(many.indexes[2]).toContain("initiative_event_unit_taken_back")
})
