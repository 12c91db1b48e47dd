import { expect, test } from "vitest"
import type { AccountId, BotId, Channel, ChatId, Incoming } from "../core/channel.ts"
import type { OpenedFile, WaitingFile } from "../core/file/file.ts"
import { type FileWork, startFileWork } from "./file.ts"
import { silent } from "./testing.ts"

const BOT = "test:bot" as BotId

const OPENED: OpenedFile = { is: "problem", name: "ảnh.jpg", problem: "wrong_type" }

function waitingAfter(attempts: number): WaitingFile {
  return {
    id: `after ${attempts}`,
    attempts,
    file: { ref: "f", kind: "photo", name: "ảnh.jpg" },
    purpose: { for: "list", caption: "" },
    from: {
      bot: BOT,
      chat: { id: "test:an" as ChatId, kind: "private" },
      from: { account: "test:an" as AccountId, name: "An" },
    },
  }
}

function workOn(
  claim: () => Promise<readonly WaitingFile[]>,
  receive: (incoming: Incoming) => Promise<unknown>,
): FileWork {
  return startFileWork({
    files: { claim, later: async () => {}, done: async () => {} },
    channels: new Map([[BOT, { bot: BOT, fetchFile: async () => new Uint8Array() } as unknown as Channel]]),
    open: async () => OPENED,
    receive,
    typing: () => {},
    log: silent,
    now: () => 0,
  })
}

test("a file over which its readers died is not opened again; the person is told that it is gone", async () => {
  const line = [[waitingAfter(3)], [waitingAfter(4)]]
  const received: Incoming[] = []
  const both = Promise.withResolvers<void>()
  const work = workOn(
    async () => line.shift() ?? [],
    async (incoming) => {
      if (received.push(incoming) === 2) both.resolve()
    },
  )
  work.wake()
  await both.promise
  await work.stop()
  expect(received.map(({ content }) => content.kind === "files" && content.files[0])).toEqual([
    OPENED,
    { is: "problem", name: "ảnh.jpg", problem: "gone" },
  ])
})

test("what was claimed as the stop came is read before the end, and nothing more is claimed", async () => {
  const claims = Array.from({ length: 2 }, () => Promise.withResolvers<readonly WaitingFile[]>())
  let received = 0
  const work = workOn(
    async () => await (claims.shift()?.promise ?? []),
    async () => {
      received += 1
    },
  )
  const [first] = claims
  work.wake()
  const end = work.stop()
  first?.resolve([waitingAfter(0)])
  await end
  expect([received, claims.length]).toEqual([1, 1])
})
