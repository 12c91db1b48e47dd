import type { Person, Said } from "./crowd.ts"
import type { Mishap, PlatformName } from "./gate.ts"

/** What is done to the servers while people write. */
export type Blow =
  /** SIGKILL of a server, and another one in its place. */
  | "kill"
  /** SIGKILL of the server that polls: one that runs beside it takes over. */
  | "kill the poller"
  /** SIGSTOP of a server, which stays connected to everything; it goes on when the others have gone on without it. */
  | "freeze"
  /** PostgreSQL crashes and comes back. */
  | "database"
  /** Redis goes, and comes back with nothing in it. */
  | "redis"
  /** Redis loses everything it holds. */
  | "empty redis"
  /** The platforms' next calls go wrong. */
  | "platform"

export type Scenario = {
  readonly name: string
  readonly receives: "polling" | "webhook"
  /** PROCESS_ROLE of each server. */
  readonly team: readonly ("all" | "bot" | "worker")[]
  /** On each of the two platforms. */
  readonly people: number
  readonly blows: readonly Blow[]
  /** What "platform" does, to each of the two. */
  readonly mishaps?: Readonly<Record<PlatformName, readonly Mishap[]>>
  readonly seed: number
  /**
   * What becomes of rows that a dead server holds: "wait" until the others find it missing, or "skip" that time
   * as soon as everybody who could send is dead.
   */
  readonly leases: "wait" | "skip"
  readonly patienceMs: number
}

/** What the servers stand on. */
export type Ground = {
  /** A fresh, migrated database. */
  readonly databaseUrl: string
  /** Where the scenario takes the database away. */
  readonly cluster?: { crash(): Promise<void>; recover(): Promise<void> }
  /** Unset: the queue is in PostgreSQL. */
  readonly redis?:
    | { readonly url: string; down(): Promise<void>; up(): Promise<void>; empty(): Promise<void> }
    | undefined
}

/** What is posted to every group while people write. */
export const POSTS = ["Bài số 1", "Bài số 2"] as const

/** What the examiner needs to know of what happened. */
export type Happenings = {
  readonly said: readonly Said[]
  readonly odd: readonly string[]
  readonly people: readonly Person[]
  /** By platform and the platform's own id. */
  readonly groups: readonly { readonly platform: PlatformName; readonly chat: string; readonly ref: string }[]
  /** Chats for which a server held rows when one was killed or stood still. */
  readonly heldAtKill: ReadonlySet<string>
  /** Messages at Zalo that were read and never stored, by what came between. */
  readonly lostOnTheWay: ReadonlyMap<string, "kill" | "outage">
  readonly kills: number
  readonly outages: number
}
