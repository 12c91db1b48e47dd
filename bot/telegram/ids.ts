import type { AccountId, BotId, ChatId, MessageRef } from "../../core/channel.ts"

/** What `readUpdate` must know of the bot itself. */
export type BotIdentity = {
  /** The digits before the colon of its token, which are its user id. */
  readonly id: string
  /** Its @username without the "@"; undefined until `getMe` answered. */
  readonly username: string | undefined
}

/** Digits, a colon and the secret; Telegram documents no fixed length (core.telegram.org/bots/api, 2026-08). */
const TOKEN_FORM = /^(\d+):([\w-]+)$/

/** The bot's user id inside its token. Throws, without showing the token, when it is not one. */
export function botDigits(token: string): string {
  const digits = TOKEN_FORM.exec(token)?.[1]
  if (digits === undefined) {
    throw new Error(
      `TELEGRAM_BOT_TOKENS holds something that is not a bot token: expected "<digits>:<35 characters>", ` +
        `got ${token.length} characters. Copy it from @BotFather.`,
    )
  }
  return digits
}

/** "telegram:8112233". */
export function botId(digits: string): BotId {
  return `telegram:${digits}` as BotId
}

/** "telegram:-100123": Telegram's own chat id, negative for groups. */
export function chatId(id: number): ChatId {
  return `telegram:${id}` as ChatId
}

/** "telegram:8112233": Telegram's own user id. */
export function accountId(id: number): AccountId {
  return `telegram:${id}` as AccountId
}

/** "telegram:417": the message's number in its chat. */
export function messageRef(id: number): MessageRef {
  return `telegram:${id}` as MessageRef
}

/** Telegram's number for a chat or message of ours; undefined for another channel's. */
export function numberOf(id: ChatId | AccountId | MessageRef): number | undefined {
  const digits = /^telegram:(-?\d+)$/.exec(id)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
