import { expect, test } from "vitest"
import type { BotId, Channel, Intake } from "../core/channel.ts"
import type { PollerLeases } from "../core/lease.ts"
import { leased } from "./leased.ts"

/** A database with one lease, and a channel that only remembers whether it polls. */
function scene() {
  const told: string[] = []
  const tell = (what: string) => {
    told.push(what)
    for (const waiting of waiters.splice(0)) waiting()
  }
  const waiters: (() => void)[] = []
  const until = async (what: string) => {
    while (!told.includes(what)) await new Promise<void>((heard) => waiters.push(heard))
    told.splice(0, told.indexOf(what) + 1)
  }
  let holder: { lost: () => void } | undefined
  let takings = 0
  const leases: PollerLeases = {
    take: async (_bot, lost) => {
      if (holder !== undefined) return undefined
      const mine = { lost }
      holder = mine
      takings += 1
      tell("lease taken")
      return {
        release: async () => {
          if (holder === mine) holder = undefined
        },
      }
    },
  }
  const process = (name: string) =>
    leased(
      {
        name: "zalo",
        bot: "zalo:1" as BotId,
        limits: { textLength: 100 },
        start: async () => tell(`${name} polls`),
        stop: async () => tell(`${name} stopped`),
      } as unknown as Channel,
      { leases, log: { info: () => {}, warn: () => {} }, sleep: async () => await new Promise(setImmediate) },
    )
  const loseLease = () => {
    const was = holder
    holder = undefined
    was?.lost()
  }
  const loseLeaseTo = (_other: string) => {
    const was = holder
    holder = { lost: () => {} }
    was?.lost()
  }
  return { process, until, loseLease, loseLeaseTo, told, taken: () => takings }
}

const intake = {} as Intake

test("the second process polls when the first one stops", async () => {
  const { process, until } = scene()
  const [first, second] = [process("first"), process("second")]
  await first.start(intake)
  await until("first polls")
  await second.start(intake)
  await first.stop()
  await until("second polls")
  await second.stop()
})

test("a lost lease is asked for again while the poller goes on: what it just read must not be lost", async () => {
  const { process, until, loseLease, told, taken } = scene()
  const only = process("it")
  await only.start(intake)
  await until("it polls")
  const before = taken()
  loseLease()
  await until("lease taken")
  expect(taken()).toBe(before + 1)
  expect(told).not.toContain("it stopped")
  await only.stop()
})

test("when another process has the lost lease meanwhile, the poller stops", async () => {
  const { process, until, loseLeaseTo } = scene()
  const only = process("it")
  await only.start(intake)
  await until("it polls")
  loseLeaseTo("another")
  await until("it stopped")
  await only.stop()
})

test("stopping while somebody else polls does not hang", async () => {
  const { process, until } = scene()
  const [first, second] = [process("first"), process("second")]
  await first.start(intake)
  await until("first polls")
  await second.start(intake)
  await expect(second.stop()).resolves.toBeUndefined()
  await first.stop()
})
