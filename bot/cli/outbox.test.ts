import { expect, test } from "vitest"
import type { OperatorStore } from "../../core/campaign/operator-store.ts"
import type { ChatId } from "../../core/channel.ts"
import type { DeadLetter, DeadLetters } from "../../core/outbox.ts"
import { cliOn } from "./testing.ts"

const LETTER: DeadLetter = {
  id: "7",
  chat: "zalo:g" as ChatId,
  kind: "post",
  state: "unknown",
  since: Date.parse("2026-11-22T08:00:00+07:00"),
  error: "unreachable: timeout",
}

function aTool() {
  const asked: string[] = []
  const letters: DeadLetters = {
    list: async () => [LETTER],
    count: async () => ({ dead: 0, unknown: 1, since: LETTER.since }),
    retry: async (id) => {
      asked.push(`retry ${id ?? "all"}`)
      return id === "8" ? [] : [LETTER.chat]
    },
    drop: async (id) => {
      asked.push(`drop ${id ?? "all"}`)
      return 1
    },
  }
  const usage = { bot: "zalo:1", month: "2026-11", sent: 2_900, limit: 3_000 }
  const noStore = {} as OperatorStore
  return { asked, cli: cliOn(noStore, { deadLetters: async () => letters, quotas: async () => [usage] }) }
}

test("messages that were given up are listed with their number, chat, kind, age and error", async () => {
  const { cli } = aTool()
  const { out } = await cli("outbox", "list")
  expect(out).toHaveLength(1)
  expect(out[0]).toMatch(/^7\tzalo:g\tpost\tunknown\t.*2 h ago\tunreachable: timeout$/)
  const [json] = (await cli("outbox", "list", "--json")).out
  expect(JSON.parse(json ?? "")).toMatchObject([{ id: "7", since: "2026-11-22T01:00:00.000Z" }])
})

test("one or all of them are retried or dropped, and never all by mistake", async () => {
  const { cli, asked } = aTool()
  await cli("outbox", "retry", "7")
  await cli("outbox", "drop", "--all")
  expect(asked).toEqual(["retry 7", "drop all"])
  expect((await cli("outbox", "drop")).err).toEqual([
    "An ID or --all is missing. Usage: outbox drop ID|--all [--json]",
  ])
  expect((await cli("outbox", "retry", "8")).err).toEqual([
    "No message 8 was given up. See the numbers with: outbox list",
  ])
  expect((await cli("outbox", "retry", "x")).exit).toBe(1)
  expect((await cli("outbox", "retry", "7", "--json")).out).toEqual(['{"chats":["zalo:g"]}'])
  expect((await cli("outbox", "drop", "--all", "--json")).out).toEqual(['{"dropped":1}'])
})

test("a new key is printed alone, or as JSON for a machine", async () => {
  const { cli } = aTool()
  expect((await cli("key", "new")).out).toEqual(["fresh"])
  expect((await cli("key", "new", "--json")).out).toEqual(['{"key":"fresh"}'])
})

test("what keeps doctor from looking at most things is said once", async () => {
  const unreachable = async () => await Promise.reject(new Error("DATABASE_URL leads nowhere"))
  const { out, exit } = await cliOn({} as OperatorStore, {
    store: unreachable,
    deadLetters: unreachable,
    dataRequests: unreachable,
  })("doctor")
  expect(exit).toBe(1)
  expect(out.filter((line) => line.startsWith("WRONG"))).toEqual([
    "WRONG outbox: DATABASE_URL leads nowhere",
    ...["requests about personal data", "database", "campaign", "units", "counters"].map(
      (name) => `WRONG ${name}: see outbox`,
    ),
  ])
})

test("doctor says how many were given up and since when, and that a quota is for answers only", async () => {
  const { out } = await aTool().cli("doctor")
  const line = (name: string) => out.find((text) => text.includes(` ${name}:`)) ?? ""
  expect(line("outbox")).toMatch(
    /^WRONG outbox: 0 messages given up and 1 of unknown outcome, the first written /,
  )
  expect(line("quota")).toContain("zalo:1 2900 of 3000 messages in 2026-11; from 95 % on only answers leave")
})
