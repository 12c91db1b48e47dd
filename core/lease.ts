import type { BotId } from "./channel.ts"

/** Who may poll a bot's updates: one process for each token, because two pollers steal from each other. */
export type PollerLeases = {
  /**
   * Takes the bot for this process; undefined while another process has it. The lease ends with the process, however that
   * ends; `lost` is called once when it is lost earlier (the database went away). Rejects when the database is away.
   */
  take(bot: BotId, lost: () => void): Promise<{ release(): Promise<void> } | undefined>
}
