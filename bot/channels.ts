import type { pino } from "pino"
import type { BotId, Channel, PaceLimits, Picture } from "../core/channel.ts"
import { given } from "../core/given.ts"
import type { Seal } from "../core/seal.ts"
import { sealed } from "./sealed.ts"
import type { Settings } from "./settings.ts"

/** Telegram: its FAQ. Zalo: the careful guess of those who measured it (nothing is published). Web: no limit. */
const PACES: Readonly<Record<string, PaceLimits>> = {
  telegram: { perChatPerSecond: 1, perGroupPerMinute: 20, perBotPerSecond: 30 },
  zalo: { perChatPerSecond: 3, perBotPerSecond: 10 },
  web: { perChatPerSecond: Number.POSITIVE_INFINITY, perBotPerSecond: Number.POSITIVE_INFINITY },
}

/** The pace a bot begins with. */
export function documentedPace(bot: BotId): PaceLimits {
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

/** Those of the bots that have such a limit. */
export function monthlyQuotas(
  settings: Pick<Settings, "zaloMonthlyMessages">,
  bots: Iterable<BotId>,
): readonly { readonly bot: BotId; readonly limit: number }[] {
  return [...bots].flatMap((bot) => {
    const limit = monthlyQuota(settings, bot)
    return limit === undefined ? [] : [{ bot, limit }]
  })
}

/** What channels need from the house. */
export type ChannelParts = {
  readonly webhookSecret: string
  /** Under which the house knows people at a platform. */
  readonly seal: Seal
  /** The web chat, when there is one. */
  readonly web: Channel | undefined
  /** Puts a picture where a platform can fetch it; needs PUBLIC_URL. */
  readonly publish: ((picture: Picture) => Promise<string>) | undefined
  readonly log: pino.Logger
}

/**
 * One channel for every token, and the web chat when there is one; none of them receives before `start`. A platform
 * without a token is not even loaded: its library is an eighth of the start.
 */
export async function openChannels(
  settings: Settings,
  { webhookSecret, seal, web, publish, log }: ChannelParts,
): Promise<ReadonlyMap<BotId, Channel>> {
  const mode =
    settings.publicUrl === undefined
      ? ({ kind: "polling" } as const)
      : ({ kind: "webhook", publicUrl: settings.publicUrl, secret: webhookSecret } as const)
  const platforms: Channel[] = []
  if (settings.telegramTokens.length > 0) {
    const { createTelegramChannel } = await import("./telegram/channel.ts")
    const { TELEGRAM_MENU: commands } = await import("./telegram/menu.ts")
    for (const token of settings.telegramTokens) {
      platforms.push(createTelegramChannel({ token, apiRoot: settings.telegramApiRoot, mode, log, commands }))
    }
  }
  if (settings.zaloTokens.length > 0) {
    const { createZaloChannel } = await import("./zalo/channel.ts")
    for (const [place, token] of settings.zaloTokens.entries()) {
      const options = { token, apiRoot: settings.zaloApiRoot, mode, log }
      platforms.push(
        createZaloChannel({ ...options, ...given({ publish, link: settings.zaloLinks[place] }) }),
      )
    }
  }
  // The people of the web chat are invented.
  const channels = [...platforms.map((channel) => sealed(channel, seal)), ...(web === undefined ? [] : [web])]
  return new Map(channels.map((channel) => [channel.bot, channel]))
}
