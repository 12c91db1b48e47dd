import type { AccountId, ChatId } from "../../core/channel.ts"
import { accountId, chatId } from "./ids.ts"

/** A person with a Telegram account. */
export type DoublePerson = {
  readonly id: number
  readonly account: AccountId
  readonly first_name: string
  readonly last_name?: string
  readonly username?: string
}

/** A chat of the double; `ref` is our id for it. */
export type DoubleChat = {
  readonly id: number
  readonly ref: ChatId
  readonly type: "private" | "group" | "supergroup"
  readonly title?: string
}

/** A message the bot sent. */
export type SentMessage = {
  readonly messageId: number
  /** As the reader sees it: markup rendered, nothing escaped. */
  readonly text: string
  /** The words as the bot gave them when it asked for HTML; undefined for plain text. */
  readonly html: string | undefined
  readonly replyTo: number | undefined
  readonly topic: number | undefined
  readonly buttons: readonly { readonly text: string; readonly data: string }[]
  readonly picture: Uint8Array | undefined
  readonly document: Uint8Array | undefined
  /** Set for an ephemeral message: the only person who sees it. */
  readonly receiver: number | undefined
}

/** Whether the bot can write in a chat, and if not, why. */
export type Standing = "in" | "outside" | "never started" | "blocked" | "kicked" | "deactivated"

/** What the double keeps of one chat. */
export type ChatState = {
  readonly chat: DoubleChat
  standing: Standing
  /** The bot is an administrator. */
  isAdmin: boolean
  movedTo: DoubleChat | undefined
  lastMessageId: number
  /** Who wrote which message: "bot" or a person's id. */
  readonly authors: Map<number, "bot" | number>
  readonly topics: Map<number, "open" | "closed">
  readonly sent: SentMessage[]
}

/** People and chats. */
export function createWorld() {
  const chats = new Map<number, ChatState>()
  let lastPersonId = 100
  let lastGroupId = 500

  function keep(chat: DoubleChat, standing: Standing): DoubleChat {
    chats.set(chat.id, {
      chat,
      standing,
      isAdmin: false,
      movedTo: undefined,
      lastMessageId: 0,
      authors: new Map(),
      topics: new Map(),
      sent: [],
    })
    return chat
  }

  return {
    find: (id: number): ChatState | undefined => chats.get(id),

    state(chat: DoubleChat): ChatState {
      const state = chats.get(chat.id)
      if (state === undefined) throw new Error(`The double knows no chat ${chat.id}`)
      return state
    },

    person(
      first_name: string,
      more: { readonly last_name?: string; readonly username?: string } = {},
    ): DoublePerson {
      const id = ++lastPersonId
      return { id, account: accountId(id), first_name, ...more }
    },

    /** The private chat with `person`, made on first use; `started` false: the person never wrote to the bot. */
    privateChat(person: DoublePerson, { started = true } = {}): DoubleChat {
      const known = chats.get(person.id)?.chat
      if (known !== undefined) return known
      const chat = { id: person.id, ref: chatId(person.id), type: "private" } as const
      return keep(chat, started ? "in" : "never started")
    },

    /**
     * A group, which the bot is in unless `inside` is false. Supergroups have ids from -100… on, basic groups small
     * negative ones.
     */
    group(title: string, type: "group" | "supergroup" = "supergroup", { inside = true } = {}): DoubleChat {
      lastGroupId += 1
      const id = type === "group" ? -lastGroupId : -1_000_000_000_000 - lastGroupId
      return keep({ id, ref: chatId(id), type, title }, inside ? "in" : "outside")
    },

    topic(chat: DoubleChat, id: number, status: "open" | "closed" = "open"): void {
      this.state(chat).topics.set(id, status)
    },
  }
}

export type World = ReturnType<typeof createWorld>
