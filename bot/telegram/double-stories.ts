import { given } from "../../core/given.ts"
import type { Behind } from "./double-methods.ts"
import type { ChatState, DoubleChat, DoublePerson, SentMessage, Standing } from "./double-world.ts"

/** What a person writes. `text` may be missing for content without words. */
export type Says = {
  readonly chat: DoubleChat
  readonly from: DoublePerson
  readonly text?: string
  /** Message number in this chat. */
  readonly replyTo?: number
  readonly topic?: number
  /** More fields of the message: `{ sticker: {} }`, `{ photo: [], caption: "…" }`. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** What people do, turned into the updates Telegram would make of it. */
export function createStories({ world, updates, me, presses, now }: Behind) {
  let lastPress = 0

  function chatFields({ id, type, title }: DoubleChat) {
    return { id, type, ...given({ title }) }
  }

  function userFields({ id, first_name, last_name, username: name }: DoublePerson) {
    return { id, is_bot: false, first_name, last_name, username: name }
  }

  function nextMessage(state: ChatState, author: "bot" | number) {
    state.lastMessageId += 1
    state.authors.set(state.lastMessageId, author)
    return { message_id: state.lastMessageId, date: Math.floor(now() / 1000), chat: chatFields(state.chat) }
  }

  function replyFields(state: ChatState, replyTo: number | undefined) {
    const author = replyTo === undefined ? undefined : state.authors.get(replyTo)
    if (replyTo === undefined || author === undefined) return {}
    const from =
      author === "bot"
        ? { id: me.id, is_bot: true, first_name: "Bot", username: me.username }
        : { id: author }
    const target = { message_id: replyTo, date: 0, chat: chatFields(state.chat), from }
    return { reply_to_message: target }
  }

  function isForBot(message: Says, state: ChatState): boolean {
    if (state.chat.type === "private" || me.readsAll()) return true
    if (message.replyTo !== undefined && state.authors.get(message.replyTo) === "bot") return true
    const text = message.text ?? String(message.more?.["caption"] ?? "")
    const name = `@${me.username}`.toLowerCase()
    return entitiesIn(text).some((entity) => {
      const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
      return entity.type === "mention" ? words === name : !words.includes("@") || words.endsWith(name)
    })
  }

  function changeStanding(chat: DoubleChat, by: DoublePerson, standing: Standing): number | undefined {
    const state = world.state(chat)
    const before = state.standing
    state.standing = standing
    const member = (is: Standing) => ({
      user: { id: me.id, is_bot: true, first_name: "Bot", username: me.username },
      status:
        is === "in" ? "member" : chat.type === "private" ? "kicked" : is === "kicked" ? "kicked" : "left",
    })
    const change = {
      chat: chatFields(chat),
      from: userFields(by),
      date: Math.floor(now() / 1000),
      old_chat_member: member(before),
      new_chat_member: member(standing),
    }
    return updates.push("my_chat_member", change, chat.id)
  }

  return {
    /** A person writes. Answers the message's number; the update's is undefined when privacy mode keeps it back. */
    says(message: Says): { readonly messageId: number; readonly updateId: number | undefined } {
      const state = world.state(message.chat)
      if (state.chat.type === "private" && state.standing === "never started") state.standing = "in"
      const entities = entitiesIn(message.text ?? "")
      const captioned = message.more?.["caption"]
      const content = {
        ...nextMessage(state, message.from.id),
        from: userFields(message.from),
        ...replyFields(state, message.replyTo),
        ...(message.topic === undefined ? {} : { message_thread_id: message.topic, is_topic_message: true }),
        ...given({ text: message.text }),
        ...(entities.length === 0 ? {} : { entities }),
        ...(typeof captioned === "string" ? { caption_entities: entitiesIn(captioned) } : {}),
        ...message.more,
      }
      const seen = state.standing === "in" && isForBot(message, state)
      return {
        messageId: content.message_id,
        updateId: seen ? updates.push("message", content, state.chat.id) : undefined,
      }
    },

    /** Anybody in the chat presses a button of a message the bot sent. Answers the callback query's id. */
    presses(press: {
      readonly chat: DoubleChat
      readonly from: DoublePerson
      readonly message: SentMessage
      /** The button's text, or what it carries. */
      readonly button: string
    }): string {
      const found = press.message.buttons.find(
        (each) => each.text === press.button || each.data === press.button,
      )
      if (found === undefined) throw new Error(`The message has no button "${press.button}"`)
      lastPress += 1
      const id = `press-${lastPress}`
      presses.add(id)
      const query = {
        id,
        from: userFields(press.from),
        chat_instance: String(press.chat.id),
        data: found.data,
        message: {
          message_id: press.message.messageId,
          date: Math.floor(now() / 1000),
          chat: chatFields(press.chat),
          ...(press.message.topic === undefined
            ? {}
            : { message_thread_id: press.message.topic, is_topic_message: true }),
          text: press.message.text,
        },
      }
      updates.push("callback_query", query, press.chat.id)
      return id
    },

    /** `by` adds the bot to a group, or unblocks it in private. Answers the update's id. */
    joins: (chat: DoubleChat, by: DoublePerson) => changeStanding(chat, by, "in"),
    /** `by` removes the bot from a group, or blocks it in private. Answers the update's id. */
    removes: (chat: DoubleChat, by: DoublePerson) =>
      changeStanding(chat, by, chat.type === "private" ? "blocked" : "kicked"),
    /** The bot becomes an administrator of the group; nothing tells it. */
    promotes(chat: DoubleChat): void {
      world.state(chat).isAdmin = true
    },
    /** The group is no more, and Telegram says nothing until somebody writes to it. */
    deactivates(chat: DoubleChat): void {
      world.state(chat).standing = "deactivated"
    },

    /** A basic group becomes a supergroup, which is answered; both service messages are sent. */
    migrates(chat: DoubleChat): DoubleChat {
      const old = world.state(chat)
      const next = world.group(chat.title ?? "", "supergroup")
      old.movedTo = next
      updates.push("message", { ...nextMessage(old, 0), migrate_to_chat_id: next.id }, chat.id)
      const arrival = { ...nextMessage(world.state(next), 0), migrate_from_chat_id: chat.id }
      updates.push("message", arrival, next.id)
      return next
    },

    /** Any update: `delivers("message", {…})`, for what the stories above cannot tell. Answers its id. */
    delivers: (kind: string, content: unknown) => updates.push(kind, content, kind),
  }
}

/** The entities Telegram would find: commands and mentions. */
function entitiesIn(text: string) {
  const found = text.matchAll(/(?<=^|\s)(?:\/\w{1,32}(?:@\w+)?|@\w{4,32})/g)
  return Array.from(found, (match) => ({
    type: match[0].startsWith("/") ? "bot_command" : "mention",
    offset: match.index,
    length: match[0].length,
  }))
}
