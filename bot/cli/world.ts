import type { Audit } from "../../core/audit.ts"
import type { Backups } from "../../core/backup.ts"
import type { OperatorStore, StoredCampaign } from "../../core/campaign/operator-store.ts"
import type { BotId, Entrance } from "../../core/channel.ts"
import type { QuotaUsage } from "../../core/notice.ts"
import type { DeadLetters, Phrase } from "../../core/outbox.ts"
import type { DataRequest } from "../../core/people/data-request.ts"
import type { Reminder } from "../../core/reminder/reminder.ts"
import type { Rotation } from "../../core/seal.ts"
import type { PeriodAsk } from "../../core/tally/plan.ts"

/** One thing `doctor` looks at. */
export type Check = {
  readonly name: string
  /** What was found, and what to do when it is not `ok`. A throw counts as not ok. */
  run(): Promise<{ readonly ok: boolean; readonly text: string }>
}

/** What posting a tally answers: how many groups get it. */
export type PostTally = (ask: {
  readonly store: OperatorStore
  readonly campaign: StoredCampaign
  readonly unitId: string
  readonly ask: PeriodAsk
}) => Promise<{ readonly groups: number }>

/** Where people reach each bot whose address is known, by what is handed over; see `Channel.entrance`. */
export type Entrances = ReadonlyMap<BotId, (start: string | undefined) => Entrance>

/** Everything a command needs from outside; the entry wires it, tests give their own. */
export type World = {
  /** Opens the store on first use, so that a mistyped command starts no database. */
  store(): Promise<OperatorStore>
  readonly backups: Backups
  /** Messages that were given up or are of unknown outcome. */
  deadLetters(): Promise<DeadLetters>
  /** The log of who did what. */
  audit(): Promise<Audit>
  /** The keys under which ids of people and secrets are kept. */
  readonly keys: {
    fresh(): string
    /** Seals everything with the newest key; `lose` forgets what no key at hand opens. */
    rotate(lose: boolean): Promise<Rotation>
  }
  /** Whose account on the machine runs the command. */
  readonly operator: string
  /** What officers arranged to be sent; those that still stand first. */
  reminders(): Promise<readonly Reminder[]>
  /** What people asked about their data and nobody answered yet, the most urgent first. */
  dataRequests(): Promise<readonly DataRequest[]>
  /** This month's use of every bot's quota; empty when no bot has one. */
  quotas(): Promise<readonly QuotaUsage[]>
  /** Asks the platforms. */
  entrances(): Promise<Entrances>
  /** One line to standard output, without its line break. */
  print(line: string): void
  /** One line to standard error. */
  warn(line: string): void
  /** Epoch milliseconds. */
  now(): number
  readonly timeZone: string
  /** The bot's own words: what officers get from the tool looks as what they get from the bot. */
  say(phrase: Phrase): string
  randomBytes(howMany: number): Uint8Array
  sha256Hex(text: string): string
  readonly postTally: PostTally
  /** What `doctor` looks at beside the store itself: settings, queue, tokens, webhooks, clock, fonts. */
  readonly checks: readonly Check[]
}
