import fc from "fast-check"
import { expect, test } from "vitest"
import type { ChatId } from "../core/channel.ts"
import { createPace, type Pace } from "./pace.ts"

const TELEGRAM = { perChatPerSecond: 1, perGroupPerMinute: 20, perBotPerSecond: 30 }
const GROUP = "test:group" as ChatId

/** Sends as soon as the pace lets it, each message wanted so long after the one before; answers the moments. */
function sendAll(pace: Pace, wantedAfterMs: readonly number[]): readonly number[] {
  let wantedAt = 1_000_000
  let now = wantedAt
  return wantedAfterMs.map((afterMs) => {
    wantedAt += afterMs
    now = Math.max(now, wantedAt, pace.chatReadyAt(GROUP, now))
    pace.spendChat(GROUP, true, now)
    return now
  })
}

test("in a lively group of one question every six seconds nobody waits", () => {
  const moments = sendAll(createPace(TELEGRAM), Array(60).fill(6_500))
  expect(moments).toEqual(moments.map((_, place) => 1_000_000 + (place + 1) * 6_500))
})

test("ten who speak within ten seconds are answered as they come, and whoever comes then waits six seconds at most", () => {
  const moments = sendAll(createPace(TELEGRAM), Array(40).fill(0))
  const gaps = moments.slice(1).map((at, place) => at - (moments[place] ?? 0))
  expect(gaps.slice(0, 9)).toEqual(Array(9).fill(1_060))
  expect((moments.at(-1) ?? 0) - 1_000_000).toBeLessThan(135_000)
  expect(Math.max(...gaps)).toBeLessThan(6_000)
})

test("no minute of a group has more than nineteen messages and no second two, whatever is wanted when and by whom it is sent", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(8_000), fc.nat(1)), { maxLength: 120 }),
      fc.array(fc.nat(1), { maxLength: 120 }),
      (wanted, senders) => {
        const processes = [createPace(TELEGRAM), createPace(TELEGRAM)] as const
        const moments: number[] = []
        let now = 1_000_000
        for (const [place, [afterMs]] of wanted.entries()) {
          const [sender, other] = senders[place] === 1 ? processes : processes.toReversed()
          const known = other?.budgetOf(GROUP, now)
          if (known) sender?.adopt(GROUP, true, JSON.parse(JSON.stringify(known)))
          now = Math.max(now + afterMs, sender?.chatReadyAt(GROUP, now) ?? 0)
          sender?.spendChat(GROUP, true, now)
          moments.push(now)
        }
        for (const [place, at] of moments.entries()) {
          expect(at - (moments[place - 19] ?? 0)).toBeGreaterThan(60_000)
          if (place > 0) expect(at - (moments[place - 1] ?? 0)).toBeGreaterThan(1_000)
        }
      },
    ),
    { numRuns: 60 },
  )
})
