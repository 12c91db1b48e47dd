import { expect, test } from "vitest"
import type { AccountId, BotId, Channel, ChatId, Incoming } from "../core/channel.ts"
import type { OpenedFile, WaitingFile } from "../core/file/file.ts"
import { startFileWork } from "./file.ts"
import { silent } from "./testing.ts"

const BOT = "test:bot" as BotId

test("a file over which its readers died is not opened again; the person is told that it is gone", async () => {
  const waiting = (attempts: number): WaitingFile => ({
    ...{ id: `after ${attempts}`, attempts, file: { ref: "f", kind: "photo", name: "ảnh.jpg" } },
    purpose: { for: "list", caption: "" },
    from: {
      ...{ bot: BOT, chat: { id: "test:an" as ChatId, kind: "private" } },
      from: { account: "test:an" as AccountId, name: "An" },
    },
  })
  const line = [[waiting(3)], [waiting(4)]]
  const received: Incoming[] = []
  const both = Promise.withResolvers<void>()
  const opened: OpenedFile = { is: "problem", name: "ảnh.jpg", problem: "wrong_type" }
  const work = startFileWork({
    files: { claim: async () => line.shift() ?? [], later: async () => {}, done: async () => {} },
    channels: new Map([[BOT, { bot: BOT, fetchFile: async () => new Uint8Array() } as unknown as Channel]]),
    open: async () => opened,
    receive: async (incoming) => {
      if (received.push(incoming) === 2) both.resolve()
    },
    typing: () => {},
    log: silent,
    now: () => 0,
  })
  work.wake()
  await both.promise
  await work.stop()
  expect(received.map(({ content }) => content.kind === "files" && content.files[0])).toEqual([
    opened,
    { is: "problem", name: "ảnh.jpg", problem: "gone" },
  ])
})
