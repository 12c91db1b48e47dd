import type { BotId, ChatId } from "../core/channel.ts"
import { remember } from "../core/remember.ts"
import { createLane, type Lane, type LaneOptions } from "./lane.ts"

/** Every bot's way out, and by which of them a chat was last written to. */
export type Lanes = {
  of(bot: BotId): Lane
  /** The bot's lane, from now on the chat's too. */
  take(chat: ChatId, bot: BotId): Lane
  /** undefined until something was sent there. */
  ofChat(chat: ChatId): Lane | undefined
  all(): readonly Lane[]
}

export function createLanes(optionsOf: (bot: BotId) => LaneOptions): Lanes {
  const lanes = new Map<BotId, Lane>()
  const botOf = new Map<ChatId, BotId>()

  function of(bot: BotId): Lane {
    const known = lanes.get(bot)
    if (known) return known
    const lane = createLane(optionsOf(bot))
    lanes.set(bot, lane)
    return lane
  }

  return {
    of,
    take: (chat, bot) => {
      const lane = of(bot)
      remember(botOf, chat, bot)
      return lane
    },
    ofChat: (chat) => {
      const bot = botOf.get(chat)
      return bot === undefined ? undefined : lanes.get(bot)
    },
    all: () => [...lanes.values()],
  }
}
