import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { readUpdate, updateNumber } from "./update.ts"

const bot = { id: "8112233445", username: "tro_ly_sang_kien_bot" }
const samples = readSamples()

describe("what people write", () => {
  test.each([
    ["private text", "dk sk thay den led nha xuong", true],
    ["start with a payload", "/start d_7F3K", true],
    ["mention in a group", "đăng ký sáng kiến: Cải tiến cữ gá", true],
    ["mention in the middle", "🌱 hỏi tiến độ", true],
    ["empty mention", "", true],
    ["text mention", "tiến độ", true],
    ["mention of somebody else", "@binh_tng họp lúc mấy giờ?", false],
    ["command with our name", "/dangky Cải tiến cữ gá", true],
    ["bare command in a group", "/tiendo", true],
    ["reply to the bot", "1", true],
    ["text in a topic", "trưa nay ăn gì", false],
    ["photo with a caption", "đăng ký: cữ gá mới", true],
  ])("%s", (name, text, addressed) => {
    expect(incoming(name)?.content).toEqual({ kind: "text", text, addressed })
  })

  test.each([
    ["sticker", { addressed: true, what: "sticker" }],
    ["voice in a group", { addressed: false, what: "voice" }],
    ["channel post forwarded in private", { addressed: true }],
  ])("%s is wordless", (name, more) => {
    expect(incoming(name)?.content).toEqual({ kind: "wordless", ...more })
  })

  test.each([
    "command for another bot",
    "service message",
    "anonymous administrator",
    "channel post forwarded automatically",
    "channel post forwarded to a group",
    "another bot",
    "supergroup made from a group",
    "kind of tomorrow",
  ])("%s holds nothing for us", (name) => {
    expect(readUpdate(sample(name), bot)).toEqual({})
  })

  test("a changed message is told from a new one, and nothing is taken of what has no words", () => {
    expect(incoming("edited message")?.content).toEqual({
      kind: "edited",
      text: "dk sk thay den led",
      addressed: true,
    })
    const voice = { ...(message({}) as { message: object }).message, text: undefined, voice: {} }
    expect(readUpdate({ update_id: 1, edited_message: voice }, bot)).toEqual({})
  })

  test("what somebody else wrote is forwarded; one's own words, brought along from another chat, are not", () => {
    const by = (id: number) =>
      readUpdate(
        message({
          forward_origin: { type: "user", sender_user: { id, first_name: "Hoa", last_name: "Nguyễn" } },
        }),
        bot,
      )
    expect(by(7).incoming?.isForwarded).toBe(true)
    expect(by(7).incoming?.forwardedFrom).toBe("Hoa Nguyễn")
    expect(by(101).incoming).not.toHaveProperty("isForwarded")
    const hidden = readUpdate(
      message({ forward_origin: { type: "hidden_user", sender_user_name: "B" } }),
      bot,
    )
    expect(hidden.incoming).toMatchObject({ isForwarded: true, forwardedFrom: "B" })
  })

  test("ids, names and titles are prefixed and on one line", () => {
    expect(incoming("private text")).toEqual({
      updateKey: "telegram:8112233445:700001",
      bot: "telegram:8112233445",
      chat: { id: "telegram:101", kind: "private" },
      from: { account: "telegram:101", name: "An Nguyễn Văn" },
      message: "telegram:11",
      content: { kind: "text", text: "dk sk thay den led nha xuong", addressed: true },
    })
    expect(incoming("mention in a group")?.chat).toEqual({
      id: "telegram:-1000000000501",
      kind: "group",
      title: "Nhóm TNG",
    })
  })

  test("a topic is handed on only when the message stands in one", () => {
    expect(incoming("text in a topic")?.topic).toBe("7")
    expect(incoming("reply to the bot")).not.toHaveProperty("topic")
  })

  test("a person with an empty name is called by the username", () => {
    const raw = message({ from: { id: 7, is_bot: false, first_name: "\u200b", username: "binh" } })
    expect(readUpdate(raw, bot).incoming?.from?.name).toBe("binh")
  })

  test("optional fields of an unknown form do not cost us the message", () => {
    const raw = message({ entities: "none", reply_to_message: 7, forward_origin: [], message_thread_id: "x" })
    expect(readUpdate(raw, bot).incoming?.content).toEqual({ kind: "text", text: "chào", addressed: true })
  })

  test.each([
    ["đăng ký hộ @tro_ly_sang_kien_bot\n1. A", "đăng ký hộ\n1. A"],
    ["xin chào\n@tro_ly_sang_kien_bot tiến độ", "xin chào\ntiến độ"],
    ["tiến độ @tro_ly_sang_kien_bot", "tiến độ"],
    ["@tro_ly_sang_kien_bot đăng ký: Đèn LED @Tro_Ly_Sang_Kien_bot ơi", "đăng ký: Đèn LED"],
    ["@tro_ly_sang_kien_bot /dangky@tro_ly_sang_kien_bot x", "/dangky x"],
  ])("the mention is taken out of %j", (text, rest) => {
    const content = readUpdate(inGroup({ text }), bot).incoming?.content
    expect(content).toEqual({ kind: "text", text: rest, addressed: true })
  })

  test.each(["thư@tro_ly_sang_kien_bot.vn", "@tro_ly_sang_kien_bot2 ơi", "/đăng ký", "/usr/bin"])(
    "%j is not for us",
    (text) => {
      const content = readUpdate(inGroup({ text }), bot).incoming?.content
      expect(content).toEqual({ kind: "text", text, addressed: false })
    },
  )

  test("until our name is known, the mention of any bot and a reply to us count as ours", () => {
    const nameless = { id: bot.id, username: undefined }
    const read = (name: string) => readUpdate(sample(name), nameless).incoming?.content
    expect(read("mention in a group")).toMatchObject({ addressed: true, text: /^đăng ký/ })
    expect(read("reply to the bot")).toMatchObject({ addressed: true })
    expect(read("mention of somebody else")).toMatchObject({ addressed: false })
  })
})

describe("what people press", () => {
  test("a press comes back as ask and option, with who pressed and where", () => {
    expect(readUpdate(sample("press"), bot)).toEqual({
      pressToAnswer: "4382bfdwdsb323b2d9",
      incoming: {
        updateKey: "telegram:8112233445:700023",
        bot: "telegram:8112233445",
        chat: { id: "telegram:-1000000000501", kind: "group", title: "Nhóm TNG" },
        from: { account: "telegram:102", name: "Bình" },
        message: "telegram:60",
        topic: "7",
        content: { kind: "press", ask: "consent:8f", option: 2 },
      },
    })
  })

  test("a press on a message too old to be seen still counts", () => {
    expect(incoming("press on an old message")?.content).toEqual({
      kind: "press",
      ask: "consent:8f",
      option: 1,
    })
  })

  test("a press of an unknown form is only answered", () => {
    expect(readUpdate(sample("press of an unknown form"), bot)).toEqual({
      pressToAnswer: "4382bfdwdsb323b2db",
    })
  })
})

describe("where the bot is", () => {
  test("who added the bot is told", () => {
    expect(incoming("added to a group")).toMatchObject({
      chat: { id: "telegram:-501", title: "Nhóm TNG" },
      from: { account: "telegram:101" },
      content: { kind: "joined" },
    })
  })

  test("being made an administrator is no news", () => {
    expect(readUpdate(sample("made an administrator"), bot)).toEqual({})
  })

  test.each([
    ["removed from a group", "left"],
    ["blocked in private", "left"],
    ["unblocked in private", "joined"],
  ])("%s", (name, kind) => {
    expect(incoming(name)?.content).toEqual({ kind })
  })

  test("a group that became a supergroup has moved, whoever did it", () => {
    expect(incoming("group became a supergroup")).toEqual({
      updateKey: "telegram:8112233445:700031",
      bot: "telegram:8112233445",
      chat: { id: "telegram:-501", kind: "group", title: "Nhóm TNG" },
      content: { kind: "moved", to: "telegram:-1000000000777" },
    })
  })
})

test("a broken message is named, without its words", () => {
  expect(readUpdate(sample("broken message"), bot)).toEqual({
    broken: expect.stringMatching(/message_id: .*; chat: /),
  })
})

test.each([[undefined], [null], [7], ["x"], [[]], [{}], [{ update_id: "7" }], [{ update_id: 1.5 }]])(
  "%j is no update",
  (raw) => {
    expect(updateNumber(raw)).toBeUndefined()
  },
)

function incoming(name: string) {
  return readUpdate(sample(name), bot).incoming
}

function message(fields: object) {
  const from = { id: 101, is_bot: false, first_name: "An" }
  return {
    update_id: 1,
    message: { message_id: 2, chat: { id: 101, type: "private" }, from, text: "chào", ...fields },
  }
}

function inGroup(fields: object) {
  return message({ chat: { id: -501, type: "group", title: "Nhóm TNG" }, ...fields })
}

function sample(name: string): unknown {
  const found = samples.get(name)
  if (found === undefined) throw new Error(`sample-messages.md has no section "${name}"`)
  return found
}

function readSamples(): ReadonlyMap<string, unknown> {
  const text = readFileSync(new URL("./sample-messages.md", import.meta.url), "utf8")
  const sections = text.matchAll(/^## (.+)\nSource: .+\n```json\n([\s\S]+?)\n```$/gm)
  return new Map(Array.from(sections, ([, name = "", json = ""]) => [name, JSON.parse(json)]))
}
