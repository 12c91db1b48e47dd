import { randomUUID } from "node:crypto"
import { describe, expect, test } from "vitest"
import type { AccountId, Incoming, MessageRef } from "../../core/channel.ts"
import { STRONG_OFF, STRONG_ON } from "../../core/channel.ts"
import { channelContract } from "../channel-contract.ts"
import { createWebChannel, type WebChannel } from "./channel.ts"
import type { MessageView, WebEvent } from "./history.ts"
import type { WebPost } from "./post.ts"
import { aWebChannel, botSays, intakeOf, webChat } from "./testing.ts"

channelContract("web", async () => {
  const channel = aWebChannel()
  let told = false
  let last: WebPost | undefined
  let underWay = Promise.resolve()
  const deliver = (asked: WebPost) => {
    told = false
    last = asked
    underWay = channel.post(asked).then(
      () => {
        told = true
      },
      // What was refused waits for `afterRefusal`, as in the page it waits for a press on "gửi lại".
      () => {},
    )
  }
  const post = async (asked: Omit<WebPost, "clientId">) => deliver({ clientId: randomUUID(), ...asked })
  const repeat = async () => {
    await underWay
    if (last) deliver(last)
  }
  return {
    channel,
    privateChat: webChat("private-an"),
    secrets: [],
    privateSays: (text) => post({ person: "an", room: "private-an", text }),
    groupSays: (text, { addressed }) =>
      post({ person: "an", room: "tng", text: addressed ? `@Bot ${text}` : text }),
    privateSticker: () => post({ person: "an", room: "private-an", sticker: "👍" }),
    repeatLast: repeat,
    afterRefusal: repeat,
    toldReceived: () => told,
    sentTexts: async () =>
      seenBy(channel, "an")
        .filter(({ from }) => from === "bot")
        .map(wordsOf),
    failures: [],
    failNext: () => {},
    close: async () => {},
  }
})

function wordsOf(message: MessageView): string {
  return message.pieces.map((piece) => piece.text).join("")
}

/** Everything `person` would see after opening the page now. */
function seenBy(channel: WebChannel, person: string): readonly MessageView[] {
  const [first] = eventsOf(channel, person)
  return first?.kind === "history" ? first.messages : []
}

/** Events as they come; the array grows. */
function eventsOf(channel: WebChannel, person: string, resumeAt?: string): WebEvent[] {
  const events: WebEvent[] = []
  channel.watch(person, resumeAt, (event) => events.push(event))
  return events
}

function aPost(post: Partial<WebPost>): WebPost {
  return { clientId: randomUUID(), person: "an", room: "tng", ...post }
}

/** A started channel and what the house received. */
async function started(answer: (incoming: Incoming) => Promise<{ toast?: string }> = async () => ({})) {
  const channel = aWebChannel(() => new Date("2022-04-21T01:00:00Z"))
  const received: Incoming[] = []
  await channel.start(
    intakeOf(async (incoming) => {
      received.push(incoming)
      return answer(incoming)
    }),
  )
  return { channel, received }
}

describe("receiving", () => {
  test("a post becomes an update with the ids of person, room and message", async () => {
    const { channel, received } = await started()
    const post = aPost({ text: "@Bot tiến độ" })
    expect(await channel.post(post)).toEqual({ kind: "accepted", id: `web:${post.clientId}` })
    expect(received).toEqual([
      {
        updateKey: `web:local:${post.clientId}`,
        bot: "web:local",
        chat: { id: "web:tng", kind: "group", title: "Nhóm TNG" },
        from: { account: "web:an", name: "Nguyễn Văn An" },
        message: `web:${post.clientId}`,
        content: { kind: "text", text: "tiến độ", addressed: true },
      },
    ])
  })

  test("group chatter is passed on, not addressed; a reply to the bot is addressed, one to a person is not", async () => {
    const { channel, received } = await started()
    const chatter = aPost({ text: "chiều nay họp nhé" })
    await channel.post(chatter)
    const toBot = await botSays(channel, "tng", "✅ SK-000001")
    await channel.post(aPost({ text: "bổ sung ảnh", replyTo: toBot }))
    await channel.post(aPost({ person: "chi", text: "vâng", replyTo: `web:${chatter.clientId}` }))
    await channel.post(aPost({ sticker: "👍", replyTo: toBot }))
    expect(received.map(({ content }) => "addressed" in content && content.addressed)).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  test("a press comes back as it was asked, with its toast, and uses the buttons up for who pressed", async () => {
    const { channel, received } = await started(async () => ({ toast: "Đã ghi." }))
    const choices = { ask: "consent:1", labels: ["Đồng ý", "Không"] }
    const asked = await channel.send({ chat: webChat("tng"), text: "1. Đồng ý 2. Không", choices })
    const posted = await channel.post(aPost({ press: { ask: "consent:1", option: 1 } }))
    expect(posted).toMatchObject({ kind: "accepted", toast: "Đã ghi." })
    expect(received[0]).toMatchObject({
      message: asked,
      content: { kind: "press", ask: "consent:1", option: 1 },
    })
    expect(seenBy(channel, "an")[0]).toMatchObject({ pressed: 1 })
    expect(seenBy(channel, "chi")[0]).not.toHaveProperty("pressed")
  })

  test("a post is shown after the commit only, above an answer that was faster", async () => {
    const { channel } = await started(async () => {
      expect(seenBy(channel, "chi")).toEqual([])
      await botSays(channel, "tng", "em đây")
      return {}
    })
    await channel.post(aPost({ text: "@Bot" }))
    expect(seenBy(channel, "chi").map(wordsOf)).toEqual(["@Bot", "em đây"])
  })

  test("what the store refused is not shown; the repeat has the same key and is shown once", async () => {
    let refusals = 1
    const { channel, received } = await started(async () => {
      if (refusals-- > 0) throw new Error("the store is down")
      return {}
    })
    const post = aPost({ text: "@Bot tiến độ" })
    await expect(channel.post(post)).rejects.toThrow("the store is down")
    expect(seenBy(channel, "an")).toEqual([])
    await channel.post(post)
    await channel.post(post)
    expect(seenBy(channel, "an")).toHaveLength(1)
    expect(new Set(received.map((incoming) => incoming.updateKey)).size).toBe(1)
    expect(new Set(received.map((incoming) => incoming.message)).size).toBe(1)
  })

  test("strangers, foreign rooms and foreign ids are refused with a reason", async () => {
    const { channel, received } = await started()
    const post = aPost({ text: "chào" })
    await channel.post(post)
    expect(await channel.post(aPost({ person: "ai", text: "x" }))).toMatchObject({ status: 404 })
    expect(await channel.post(aPost({ room: "xyz", text: "x" }))).toMatchObject({ status: 404 })
    expect(await channel.post(aPost({ room: "private-chi", text: "x" }))).toMatchObject({ status: 403 })
    expect(await channel.post({ ...post, person: "chi" })).toMatchObject({ status: 409 })
    expect(received).toHaveLength(1)
  })

  test("after stop, and before start, a post must be repeated", async () => {
    const { channel } = await started()
    await channel.stop()
    await expect(channel.post(aPost({ text: "chào" }))).rejects.toThrow("stopped")
    await expect(aWebChannel().post(aPost({ text: "chào" }))).rejects.toThrow("not started")
  })

  test("stop waits for what is being committed", async () => {
    const gate = Promise.withResolvers<void>()
    const { channel } = await started(async () => {
      await gate.promise
      return {}
    })
    const posted = channel.post(aPost({ text: "chào" }))
    const order: string[] = []
    const stopped = channel.stop().then(() => order.push("stopped"))
    void posted.then(() => order.push("committed"))
    gate.resolve()
    await stopped
    expect(order).toEqual(["committed", "stopped"])
  })
})

describe("sending", () => {
  test("stress, buttons and the quoted message reach the page", async () => {
    const { channel } = await started()
    const post = aPost({ text: "@Bot đăng ký: Đèn LED" })
    await channel.post(post)
    await channel.send({
      chat: webChat("tng"),
      text: `✅ ${STRONG_ON}SK-000001${STRONG_OFF} · <b>Đèn</b>`,
      replyTo: `web:${post.clientId}` as MessageRef,
      choices: { ask: "a", labels: ["Bổ sung"] },
    })
    expect(seenBy(channel, "dung").at(-1)).toMatchObject({
      from: "bot",
      at: "2022-04-21T01:00:00.000Z",
      pieces: [
        { text: "✅ ", strong: false },
        { text: "SK-000001", strong: true },
        { text: " · <b>Đèn</b>", strong: false },
      ],
      replyTo: { id: `web:${post.clientId}`, from: "an", text: "@Bot đăng ký: Đèn LED" },
      choices: { ask: "a", labels: ["Bổ sung"] },
    })
  })

  test("a quoted message that is no longer there is ignored", async () => {
    const { channel } = await started()
    await channel.send({ chat: webChat("tng"), text: "chào", replyTo: "web:gone" as MessageRef })
    expect(seenBy(channel, "an").at(-1)).not.toHaveProperty("replyTo")
  })

  test("a text over the limit, an empty one and an unknown chat are refused for good", async () => {
    const { channel } = await started()
    await expect(botSays(channel, "tng", "x".repeat(4001))).rejects.toMatchObject({ code: "rejected" })
    await expect(botSays(channel, "tng", "")).rejects.toMatchObject({ code: "rejected" })
    await expect(botSays(channel, "private-ai", "chào")).rejects.toMatchObject({
      code: "chat_gone",
      surelyNotSent: true,
    })
  })

  test("a whisper is seen by one person, and quoted to nobody else", async () => {
    const { channel } = await started()
    const whispered = await channel.whisper("web:an" as AccountId, { chat: webChat("tng"), text: "riêng An" })
    await channel.send({ chat: webChat("tng"), text: "chung", replyTo: whispered })
    await channel.post(aPost({ text: "cảm ơn em", replyTo: whispered }))
    expect(seenBy(channel, "an")[0]).toMatchObject({ onlyFor: "an" })
    expect(seenBy(channel, "chi").map(wordsOf)).toEqual(["chung", "cảm ơn em"])
    expect(JSON.stringify(seenBy(channel, "chi"))).not.toContain("riêng An")
  })

  test("a private chat is seen by its person; the others only hear that something came", async () => {
    const { channel } = await started()
    const chi = eventsOf(channel, "chi")
    await botSays(channel, "private-an", "chào anh")
    expect(seenBy(channel, "an").map(wordsOf)).toEqual(["chào anh"])
    expect(chi.slice(1)).toEqual([{ kind: "elsewhere", people: ["an"] }])
  })

  test("a picture has its size and is kept under a key nobody can guess", async () => {
    const { channel } = await started()
    await channel.sendPicture({ chat: webChat("tng"), text: "" }, { png: aPng(800, 600), alt: "Biểu đồ" })
    const picture = seenBy(channel, "an")[0]?.picture
    expect(picture).toMatchObject({ alt: "Biểu đồ", width: 800, height: 600 })
    const key = /^\/api\/chat\/pictures\/([0-9a-f-]{36})\.png$/.exec(picture?.url ?? "")?.[1] ?? ""
    expect(channel.picture(key)).toEqual(aPng(800, 600))
    const noPng = channel.sendPicture(
      { chat: webChat("tng"), text: "" },
      { png: new Uint8Array(30), alt: "" },
    )
    await expect(noPng).rejects.toMatchObject({ code: "rejected" })
  })

  test("old pictures are forgotten", async () => {
    const { channel } = await started()
    for (let sent = 0; sent < 61; sent++) {
      await channel.sendPicture({ chat: webChat("tng"), text: "" }, { png: aPng(1, 1), alt: "" })
    }
    const keys = seenBy(channel, "an").map((message) => message.picture?.url.slice(-40, -4) ?? "")
    expect(keys.map((key) => channel.picture(key) !== undefined)).toEqual([false, ...Array(60).fill(true)])
  })
})

describe("watching", () => {
  test("a broken stream resumes behind the last event it had", async () => {
    const { channel } = await started()
    await botSays(channel, "tng", "một")
    const [first] = eventsOf(channel, "an")
    await botSays(channel, "tng", "hai")
    const resumed = eventsOf(channel, "an", first?.kind === "history" ? first.id : "")
    expect(resumed[0]).toMatchObject({ fresh: false, messages: [{ pieces: [{ text: "hai" }] }] })
  })

  test("an id of another process, or nonsense, gives everything", async () => {
    const { channel } = await started()
    await botSays(channel, "tng", "một")
    for (const id of ["abcd1234.1", "x", "", "999"]) {
      expect(eventsOf(channel, "an", id)[0]).toMatchObject({ fresh: true, messages: [{}] })
    }
  })

  test("a room keeps its last 300 messages; who missed more begins afresh", async () => {
    const { channel } = await started()
    const [before] = eventsOf(channel, "an")
    for (let sent = 1; sent <= 301; sent++) await botSays(channel, "tng", `tin ${sent}`)
    const seen = seenBy(channel, "an").map(wordsOf)
    expect([seen.length, seen[0], seen.at(-1)]).toEqual([300, "tin 2", "tin 301"])
    const resumed = eventsOf(channel, "an", before?.kind === "history" ? before.id : "")
    expect(resumed[0]).toMatchObject({ fresh: true })
  })

  test("nobody is told anything after the watch has ended", async () => {
    const { channel } = await started()
    const events: WebEvent[] = []
    channel.watch("an", undefined, (event) => events.push(event))?.()
    await botSays(channel, "tng", "một")
    expect(events).toHaveLength(1)
    expect(channel.watch("ai", undefined, () => {})).toBeUndefined()
  })
})

test("ids that clash or cannot stand in an address are refused at once", () => {
  const cast = aWebChannel().cast
  const person = { id: "bot", name: "B", part: "member" } as const
  expect(() => createWebChannel({ ...cast, people: [person] })).toThrow("used twice")
  expect(() => createWebChannel({ ...cast, groups: [{ id: "an", name: "A" }] })).toThrow("used twice")
  expect(() => createWebChannel({ ...cast, groups: [{ id: "private-an", name: "A" }] })).toThrow("a–z")
})

function aPng(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(24)
  bytes.write("89504e470d0a1a0a", "hex")
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
