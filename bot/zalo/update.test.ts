import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import type { BotId, IncomingContent } from "../../core/channel.ts"
import { type Reader, readUpdate, updateKey } from "./update.ts"

const bot = "zalo:12345689" as BotId
const reader: Reader = { bot, ownIds: ["12345689"], names: ["Bot Trợ lý Sáng kiến", "bot.troly"] }

/** The samples of sample-messages.md by their headings. */
const samples = new Map(
  readFileSync(new URL("sample-messages.md", import.meta.url), "utf8")
    .split("\n## ")
    .slice(1)
    .map((part) => [
      part.slice(0, part.indexOf("\n")),
      JSON.parse(/```json\n(.*?)```/s.exec(part)?.[1] ?? ""),
    ]),
)

const words = (text: string): IncomingContent => ({ kind: "text", text, addressed: true })
const wordless = { kind: "wordless", addressed: true } as const

test.each<[string, IncomingContent]>([
  ["text, private, bare", words("đăng ký: Cải tiến cữ gá")],
  ["text, private, wrapped", words("đăng ký: Cải tiến cữ gá")],
  ["text, group, mention", words("tiến độ")],
  ["image, private, with caption", words("đăng ký: Khuôn dập có vát")],
  ["image, private, without caption", wordless],
  ["sticker, private", { ...wordless, what: "sticker" }],
  ["voice, private", { ...wordless, what: "voice" }],
  ["unsupported, private, with message", { ...wordless, what: "unread" }],
])("sample %s is received", (name, content) => {
  expect(read(samples.get(name))).toMatchObject({ content })
})

test.each([
  ["link", "unread"],
  ["file", "unread"],
  ["video", "video"],
  ["gif", "sticker"],
  ["location", "place"],
])("a %s, should the platform ever hand one over, is answered as what it is", (kind, what) => {
  const body = {
    event_name: `message.${kind}.received`,
    message: {
      message_id: "m9",
      from: { id: "7", display_name: "An" },
      chat: { id: "7", chat_type: "PRIVATE" },
    },
  }
  expect(read(body)).toMatchObject({ content: { kind: "wordless", addressed: true, what } })
})

test.each(["image, private, with caption", "image, private, without caption"])(
  "sample %s brings its picture",
  (name) => {
    const file = { ref: "https://photo-stal.example/abc.jpg", kind: "photo" }
    expect(read(samples.get(name))).toMatchObject({ file })
  },
)

test.each([
  ["unsupported, without message", "without a sender"],
  ["unknown event", "unknown event message.reaction.received with the keys message_id, reaction, from, chat"],
])("sample %s holds nothing for us", (name, why) => {
  expect(readUpdate(samples.get(name), reader)).toMatchObject({
    kind: "nothing",
    why: expect.stringContaining(why),
  })
})

test("a text becomes an Incoming with prefixed ids and nothing else", () => {
  expect(read(samples.get("text, group, mention"))).toEqual({
    updateKey: "zalo:12345689:77aa01a2b4c5d6e7f809",
    bot,
    chat: { id: "zalo:cd34ef56ab78ab12", kind: "group" },
    from: { account: "zalo:ab12cd34ef56ab78", name: "Nguyễn Văn An" },
    message: "zalo:77aa01a2b4c5d6e7f809",
    content: words("tiến độ"),
  })
})

test.each([
  ["PRIVATE", "u1", "private"],
  ["private", "u1", "private"],
  ["PRIVATE", "c1", "private"],
  ["GROUP", "c1", "group"],
  ["Group", "u1", "group"],
  [undefined, "u1", "private"],
  [undefined, "c1", "group"],
  ["CHANNEL", "c1", "group"],
])("a chat of type %s with the id %s of user u1 is %s", (type, id, kind) => {
  expect(read(message({ chat: { id, chat_type: type } }))).toMatchObject({ chat: { kind } })
})

test.each([
  ["An\nNguyễn \u200b 🌱 <b>", "An Nguyễn 🌱 <b>"],
  ["Trâm".normalize("NFD"), "Trâm".normalize("NFC")],
  ["", "Người dùng Zalo"],
  ["\u200b", "Người dùng Zalo"],
  [undefined, "Người dùng Zalo"],
  [12, "Người dùng Zalo"],
])("the display name %j becomes %j", (name, shown) => {
  expect(read(message({ from: { id: "u1", display_name: name } }))).toMatchObject({ from: { name: shown } })
})

test("what bots write is ignored: others and the bot itself", () => {
  for (const from of [{ id: "u1", is_bot: true }, { id: "12345689" }]) {
    expect(readUpdate(message({ from }), reader)).toEqual({ kind: "nothing", why: "written by a bot" })
  }
})

test("an empty mention is an empty text, an empty text is wordless", () => {
  expect(read(inGroup("@Bot Trợ lý Sáng kiến"))?.content).toEqual(words(""))
  expect(read(message({ text: " \u200b " }))?.content).toEqual(wordless)
})

test("a group text with a name that is not ours is marked, and cut at a command", () => {
  const plain = readUpdate(inGroup("@Bot Tên Mới tiến độ"), reader)
  expect(plain).toMatchObject({ strangeMention: true, incoming: { content: words("@Bot Tên Mới tiến độ") } })
  const command = readUpdate(inGroup("@Bot Tên Mới /tiendo tuần"), reader)
  expect(command).toMatchObject({ strangeMention: true, incoming: { content: words("/tiendo tuần") } })
  expect(readUpdate(inGroup("@Bot Trợ lý Sáng kiến /tiendo"), reader)).toMatchObject({
    strangeMention: false,
  })
})

test("without a message id the key is the same for the same event and another for another", () => {
  const body = { event_name: "message.text.received", message: { ...base, message_id: undefined } }
  const later = { ...body, message: { ...body.message, date: 1790000000001 } }
  expect(updateKey(bot, body)).toMatch(/^zalo:12345689:#[0-9a-f]{32}$/)
  expect(updateKey(bot, { ok: true, result: body })).toBe(updateKey(bot, body))
  expect(updateKey(bot, later)).not.toBe(updateKey(bot, body))
  expect(updateKey(bot, { event_name: "x", a: 1 })).not.toBe(updateKey(bot, { event_name: "x", a: 2 }))
})

test.each([
  undefined,
  null,
  1,
  "text",
  [],
  [1],
  {},
  { ok: true },
  { result: null },
  { result: [] },
  { event_name: 1 },
  { event_name: "message.text.received", message: "text" },
  { event_name: "message.text.received", message: { from: [], chat: {} } },
  { event_name: "message.text.received", message: { text: "x", from: { id: "" }, chat: { id: "c" } } },
])("odd body %j holds nothing and has a key", (body) => {
  expect(readUpdate(body, reader).kind).toBe("nothing")
  expect(updateKey(bot, body)).toMatch(/^zalo:12345689:#/)
})

test("ids stay texts; a number too large for JSON is not taken for one", () => {
  expect(read(message({ message_id: 12 }))?.updateKey).toBe("zalo:12345689:12")
  const body = message({ from: { id: 2 ** 60 } })
  expect(readUpdate(body, reader).kind).toBe("nothing")
})

const base = {
  message_id: "m1",
  date: 1790000000000,
  text: "chào",
  from: { id: "u1", display_name: "An", is_bot: false },
  chat: { id: "u1", chat_type: "PRIVATE" },
}

function message(changes: object): object {
  return { event_name: "message.text.received", message: { ...base, ...changes } }
}

function inGroup(text: string): object {
  return message({ text, chat: { id: "c1", chat_type: "GROUP" } })
}

function read(body: unknown) {
  const reading = readUpdate(body, reader)
  return reading.kind === "incoming" ? reading.incoming : undefined
}
