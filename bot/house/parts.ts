import type { pino } from "pino"
import type { BotId, Channel, PaceLimits } from "../../core/channel.ts"
import type { Wording } from "../../core/messages/wording.ts"
import type { Seal } from "../../core/seal.ts"
import type { Store } from "../../db/server/open.ts"
import type { Metrics } from "../metrics.ts"
import type { Settings } from "../settings.ts"

/** What the house takes from its surroundings; tests bring their own. */
export type Surroundings = {
  readonly log: pino.Logger
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Replaces the documented pace of every channel, for benchmarks and doubles without limits. */
  readonly pace?: PaceLimits
  /** Replaces `REST_AFTER_MS`. */
  readonly restAfterMs?: number
  /** See `MinuteOptions`. */
  readonly isMinuteHandStill?: boolean
}

/** What the house has before it goes to work. */
export type Parts = {
  readonly settings: Settings
  readonly around: Surroundings
  readonly store: Store
  readonly seal: Seal
  readonly channels: ReadonlyMap<BotId, Channel>
  readonly wording: Wording
  readonly metrics: Metrics
  /** Resolves when queue and clock may be loaded. */
  readonly rest: Promise<void>
}
