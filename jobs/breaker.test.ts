import { expect, test } from "vitest"
import type { ChatId } from "../core/channel.ts"
import { createBreaker } from "./breaker.ts"

const AN = "test:an" as ChatId
const BINH = "test:binh" as ChatId

/** A breaker after so many calls in a row that nobody answered, and its clock. */
function silent(calls: number) {
  let at = Date.parse("2022-04-21T08:00:00+07:00")
  const breaker = createBreaker(() => at)
  for (let call = 0; call < calls; call += 1) breaker.unanswered()
  return {
    breaker,
    now: () => at,
    pass: (ms: number) => {
      at += ms
    },
  }
}

test("four calls in a row that nobody answers are no outage, the fifth is", () => {
  expect(silent(4).breaker.isBroken()).toBe(false)
  expect(silent(5).breaker.isBroken()).toBe(true)
})

test("an answer in between, whatever it says, begins the count anew", () => {
  const { breaker } = silent(4)
  breaker.answered()
  breaker.unanswered()
  expect(breaker.isBroken()).toBe(false)
})

test("calls that were under way when it broke do not make the break longer", () => {
  const { breaker, now } = silent(5)
  expect(breaker.unanswered()).toBe(false)
  expect(breaker.until()).toBe(now() + 2_000)
})

test("each break is twice as long as the one before, up to a minute", () => {
  const { breaker, now, pass } = silent(5)
  const lengths = [breaker.until() - now()]
  for (let more = 0; more < 6; more += 1) {
    pass(breaker.until() - now())
    breaker.unanswered()
    lengths.push(breaker.until() - now())
  }
  expect(lengths).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
})

test("nobody is sent away for more than ten seconds, however long the break is", () => {
  const { breaker, now, pass } = silent(5)
  expect(breaker.admit(AN)).toBe(now() + 2_000)
  for (let more = 0; more < 4; more += 1) {
    pass(breaker.until() - now())
    breaker.unanswered()
  }
  expect(breaker.admit(AN)).toBe(now() + 10_000)
})

test("behind a break one chat tries for all, and another when its try is over", () => {
  const { breaker, now, pass } = silent(5)
  pass(2_000)
  expect([breaker.admit(AN), breaker.admit(AN)]).toEqual([0, 0])
  expect(breaker.admit(BINH)).toBe(now() + 2_000)
  breaker.dismiss(BINH)
  expect(breaker.admit(BINH)).toBe(now() + 2_000)
  breaker.dismiss(AN)
  expect(breaker.admit(BINH)).toBe(0)
})

test("when the platform is back everybody may try", () => {
  const { breaker, pass } = silent(5)
  pass(2_000)
  breaker.admit(AN)
  breaker.answered()
  expect([breaker.admit(AN), breaker.admit(BINH), breaker.isBroken()]).toEqual([0, 0, false])
})

test("when the clock is set back the next may try at once", () => {
  const { breaker, pass } = silent(5)
  pass(-3_600_000)
  breaker.forget()
  expect(breaker.admit(AN)).toBe(0)
})
