import { expect, test } from "vitest"
import { createPublisher } from "./publish.ts"

const DAY = 24 * 3_600_000

function aPublisher() {
  const kept: { readonly key: string; readonly expiresAt: number }[] = []
  const clock = { now: 0, fails: false }
  const publish = createPublisher({
    keptDays: 30,
    publicUrl: "https://sangkien.example.vn",
    put: async (picture) => {
      if (clock.fails) throw new Error("the store is down")
      kept.push(picture)
    },
    now: () => clock.now,
  })
  return { kept, clock, publish }
}

const chart = { png: new Uint8Array([1]), alt: "Biểu đồ" }

test("one picture for many groups has one address for a day; another picture has another", async () => {
  const { kept, clock, publish } = aPublisher()
  const [first, second] = await Promise.all([publish(chart), publish(chart)])
  expect(first).toMatch(/^https:\/\/sangkien\.example\.vn\/pictures\/[\w-]{32}\.png$/)
  expect(second).toBe(first)
  expect(await publish({ ...chart })).not.toBe(first)
  clock.now = DAY
  expect(await publish(chart)).not.toBe(first)
  expect(kept.map(({ expiresAt }) => expiresAt / DAY)).toEqual([30, 30, 31])
})

test("a picture that could not be kept is tried again", async () => {
  const { clock, publish } = aPublisher()
  clock.fails = true
  await expect(publish(chart)).rejects.toThrow("the store is down")
  clock.fails = false
  expect(await publish(chart)).toContain("/pictures/")
})
