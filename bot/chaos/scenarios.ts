import type { Mishap, PlatformName } from "./gate.ts"
import type { Scenario } from "./plan.ts"

type Mishaps = Readonly<Record<PlatformName, readonly Mishap[]>>

// Zalo's 429 asks for a minute of silence and a call without an answer ends after half a minute: not in the short form.
const SHORT_MISHAPS: Mishaps = {
  telegram: ["server_error", "rate_limited", "garbage", "drop", "cut", "server_error", "drop"],
  zalo: ["server_error", "garbage", "drop", "cut", "drop"],
}
const LONG_MISHAPS: Mishaps = {
  telegram: [...SHORT_MISHAPS.telegram, "hang", ...SHORT_MISHAPS.telegram, "hang"],
  zalo: [...SHORT_MISHAPS.zalo, "hang", ...SHORT_MISHAPS.zalo, "rate_limited"],
}

/** Far beyond anything that works, with other tests beside it. */
const SHORT_PATIENCE_MS = 90_000

/** On every machine with every change: forty people, twenty at each platform. */
export const SHORT = {
  polling: {
    name: "polling, killed",
    receives: "polling",
    team: ["all"],
    people: 20,
    blows: ["kill"],
    seed: 11,
    leases: "skip",
    patienceMs: SHORT_PATIENCE_MS,
  },
  webhooks: {
    name: "webhooks, 2 bots + 2 workers, killed",
    receives: "webhook",
    team: ["bot", "bot", "worker", "worker"],
    people: 20,
    blows: ["kill", "empty redis"],
    seed: 12,
    leases: "skip",
    patienceMs: SHORT_PATIENCE_MS,
  },
  outages: {
    name: "polling, database and platform away",
    receives: "polling",
    team: ["all"],
    people: 20,
    blows: ["platform", "database"],
    mishaps: SHORT_MISHAPS,
    seed: 13,
    leases: "skip",
    patienceMs: SHORT_PATIENCE_MS,
  },
} as const satisfies Record<string, Scenario>

const PATIENCE_MS = 600_000

/** Two hundred people, a hundred at each platform. */
export const LONG: readonly (Scenario & { readonly needsRedis?: true })[] = [
  {
    name: "polling, killed",
    receives: "polling",
    team: ["all"],
    people: 100,
    blows: ["kill", "kill", "kill", "kill", "kill", "kill"],
    seed: 101,
    leases: "skip",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "webhooks, killed",
    receives: "webhook",
    team: ["all"],
    people: 100,
    blows: ["kill", "kill", "kill", "kill", "kill", "kill"],
    seed: 102,
    leases: "skip",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "polling, the lease taken over",
    receives: "polling",
    team: ["all", "all"],
    people: 100,
    blows: ["kill the poller", "kill the poller", "kill the poller"],
    seed: 103,
    leases: "wait",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "webhooks, 2 bots + 3 workers, killed",
    receives: "webhook",
    team: ["bot", "bot", "worker", "worker", "worker"],
    people: 100,
    blows: ["kill", "kill", "kill", "kill", "kill"],
    seed: 104,
    leases: "wait",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "webhooks, 2 bots + 3 workers, one stands still",
    receives: "webhook",
    team: ["bot", "bot", "worker", "worker", "worker"],
    people: 100,
    blows: ["freeze", "freeze", "freeze"],
    seed: 109,
    leases: "wait",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "polling, database away",
    receives: "polling",
    team: ["all"],
    people: 100,
    // No kill beside it: what Zalo loses here is lost by servers that lived.
    blows: ["database", "database", "database"],
    seed: 105,
    leases: "skip",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "webhooks, 2 bots + 3 workers, database away",
    receives: "webhook",
    team: ["bot", "bot", "worker", "worker", "worker"],
    people: 100,
    blows: ["database", "kill", "database"],
    seed: 106,
    leases: "wait",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "webhooks, platform away",
    receives: "webhook",
    team: ["all"],
    people: 100,
    blows: ["platform", "kill", "platform"],
    mishaps: LONG_MISHAPS,
    seed: 107,
    leases: "skip",
    patienceMs: PATIENCE_MS,
  },
  {
    name: "webhooks, 2 bots + 3 workers, Redis away",
    receives: "webhook",
    team: ["bot", "bot", "worker", "worker", "worker"],
    people: 100,
    blows: ["redis", "empty redis", "kill", "redis", "empty redis"],
    seed: 108,
    leases: "wait",
    patienceMs: PATIENCE_MS,
    needsRedis: true,
  },
]
