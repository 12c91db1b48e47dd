import type { pino } from "pino"
import type { BotId, Channel, Picture } from "../core/channel.ts"
import type { Settings } from "./settings.ts"
import { createTelegramChannel } from "./telegram/channel.ts"
import { TELEGRAM_MENU } from "./telegram/menu.ts"
import { createZaloChannel } from "./zalo/channel.ts"

/** How fast a platform may be written to; see `PaceLimits` of the sender. */
type DocumentedPace = {
  readonly perChatPerSecond: number
  readonly perGroupPerMinute?: number
  readonly perBotPerSecond: number
}

/** Telegram: its FAQ. Zalo: the careful guess of those who measured it (nothing is published). Web: no limit. */
const PACES: Readonly<Record<string, DocumentedPace>> = {
  telegram: { perChatPerSecond: 1, perGroupPerMinute: 20, perBotPerSecond: 30 },
  zalo: { perChatPerSecond: 3, perBotPerSecond: 10 },
  web: { perChatPerSecond: Number.POSITIVE_INFINITY, perBotPerSecond: Number.POSITIVE_INFINITY },
}

/** The pace a bot begins with. */
export function documentedPace(bot: BotId): DocumentedPace {
  return PACES[bot.split(":")[0] ?? ""] ?? { perChatPerSecond: 1, perBotPerSecond: 10 }
}

/** Messages a bot may send in a calendar month; undefined for no limit. Only Zalo's plans have one. */
export function monthlyQuota(
  settings: Pick<Settings, "zaloMonthlyMessages">,
  bot: BotId,
): number | undefined {
  return bot.startsWith("zalo:") && settings.zaloMonthlyMessages > 0
    ? settings.zaloMonthlyMessages
    : undefined
}

/** What channels need from the house. */
export type ChannelParts = {
  readonly webhookSecret: string
  /** The web chat, when there is one. */
  readonly web: Channel | undefined
  /** Puts a picture where a platform can fetch it; needs PUBLIC_URL. */
  readonly publish: ((picture: Picture) => Promise<string>) | undefined
  readonly log: pino.Logger
}

/** One channel for every token, and the web chat when there is one; none of them receives before `start`. */
export function openChannels(
  settings: Settings,
  { webhookSecret, web, publish, log }: ChannelParts,
): ReadonlyMap<BotId, Channel> {
  const mode =
    settings.publicUrl === undefined
      ? ({ kind: "polling" } as const)
      : ({ kind: "webhook", publicUrl: settings.publicUrl, secret: webhookSecret } as const)
  const channels: Channel[] = [
    ...settings.telegramTokens.map((token) =>
      createTelegramChannel({ token, apiRoot: settings.telegramApiRoot, mode, log, commands: TELEGRAM_MENU }),
    ),
    ...settings.zaloTokens.map((token) =>
      createZaloChannel({
        token,
        apiRoot: settings.zaloApiRoot,
        mode,
        log,
        ...(publish === undefined ? {} : { publish }),
      }),
    ),
    ...(web === undefined ? [] : [web]),
  ]
  return new Map(channels.map((channel) => [channel.bot, channel]))
}
