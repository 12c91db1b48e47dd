import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { startMinute } from "./minute.ts"

const MINUTE_MS = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-27T16:00:30+07:00") })
})
afterEach(() => {
  vi.useRealTimers()
})

function aMinuteHand() {
  const rounds: string[] = []
  const minute = startMinute({
    align: async () => {
      rounds.push(new Date().toISOString().slice(11, 16))
    },
    orphans: async () => [],
    deliver: async () => {},
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  return { rounds, minute }
}

test("a round at the start and one each minute", async () => {
  const { rounds, minute } = aMinuteHand()
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(rounds).toEqual(["09:00", "09:01", "09:02"])
  await minute.stop()
})

test.each([
  ["back by two hours", -2 * 60],
  ["ahead by three days", 3 * 24 * 60],
])("a clock that is set %s is followed at once, and each minute from then on", async (_, minutes) => {
  const { rounds, minute } = aMinuteHand()
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  vi.setSystemTime(Date.now() + minutes * MINUTE_MS)
  await vi.advanceTimersByTimeAsync(3 * MINUTE_MS)
  const hour = minutes < 0 ? "07" : "09"
  expect(rounds.slice(2)).toEqual([`${hour}:01`, `${hour}:02`, `${hour}:03`, `${hour}:04`])
  await minute.stop()
})
