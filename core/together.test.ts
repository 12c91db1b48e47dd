import { expect, test } from "vitest"
import { together } from "./together.ts"

/** A call that ends when it is told to; what it was asked, call by call. */
function slow() {
  const calls: (readonly string[])[] = []
  const ends: (() => void)[] = []
  const run = async (asks: readonly string[]) => {
    calls.push(asks)
    await new Promise<void>((resolve) => ends.push(resolve))
    return asks.map((ask) => ask.toUpperCase())
  }
  return { calls, run, end: (call: number) => ends[call]?.() }
}

const turns = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test("what is asked for while a call is under way is the next call, and everybody gets an answer of their own", async () => {
  const { calls, run, end } = slow()
  const ask = together(run)
  const first = ask("a")
  await turns()
  const others = [ask("b"), ask("c")]
  await turns()
  expect(calls).toEqual([["a"]])
  end(0)
  expect(await first).toBe("A")
  await turns()
  expect(calls).toEqual([["a"], ["b", "c"]])
  end(1)
  expect(await Promise.all(others)).toEqual(["B", "C"])
})

test("a call that takes longer than the patience keeps nobody behind it waiting", async () => {
  const { calls, run, end } = slow()
  const ask = together(run, undefined, 1)
  const first = ask("long")
  await turns()
  const second = ask("short")
  // Without patience this would never come.
  while (calls.length < 2) await new Promise((resolve) => setImmediate(resolve))
  end(1)
  expect(await second).toBe("SHORT")
  end(0)
  expect(await first).toBe("LONG")
})

test("a call that fails is asked again one by one where one of them may be at fault, and fails all where none is", async () => {
  const fail = async (asks: readonly string[]) => {
    if (asks.includes("bad")) throw new Error("bad")
    return asks
  }
  const settled = async (ask: (word: string) => Promise<string>) =>
    (await Promise.allSettled(["a", "bad", "c"].map(ask))).map(({ status }) => status)
  expect(await settled(together(fail, () => true))).toEqual(["fulfilled", "rejected", "fulfilled"])
  expect(await settled(together(fail))).toEqual(["rejected", "rejected", "rejected"])
})
