import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect } from "vitest"
import type { OperatorStore } from "../../core/campaign/operator-store.ts"
import { createWording } from "../../core/messages/wording.ts"
import { operatorStore } from "../../db/operator-store.ts"
import { type FreshDatabase, filledDatabase } from "../../db/testing.ts"
import { runCli } from "./run.ts"
import type { World } from "./world.ts"

const wording = createWording(
  readFileSync(new URL("../../core/messages/vi.ftl", import.meta.url), "utf8"),
  "vi",
)

/** Where the sample files are that the tests and the README use. */
export const SAMPLES = join(import.meta.dirname, "../../docs/samples")

/** The operator's tool on a test's store, with a fixed clock (2026-11-22 10:00 in Vietnam) and predictable codes. */
export function cliOn(store: OperatorStore, changes: Partial<World> = {}) {
  return async (...words: string[]): Promise<{ exit: number; out: string[]; err: string[] }> => {
    const out: string[] = []
    const err: string[] = []
    const exit = await runCli(words, {
      store: async () => store,
      deadLetters: async () => ({
        list: async () => [],
        count: async () => ({ dead: 0, unknown: 0 }),
        retry: async () => [],
        drop: async () => 0,
      }),
      audit: async () => ({
        read: async () => [],
        check: async () => ({ entries: 0, head: "" }),
        note: async () => {},
      }),
      keys: { fresh: () => "fresh", rotate: notHere },
      operator: "operator",
      reminders: async () => [],
      dataRequests: async () => [],
      quotas: async () => [],
      entrances: async () => new Map(),
      backups: { write: notHere, check: notHere, restore: notHere },
      print: (line) => out.push(line),
      warn: (line) => err.push(line),
      now: () => Date.parse("2026-11-22T10:00:00+07:00"),
      timeZone: "Asia/Ho_Chi_Minh",
      say: wording.say,
      randomBytes: (howMany) => new Uint8Array(howMany).fill(7),
      sha256Hex: (text) => createHash("sha256").update(text).digest("hex"),
      postTally: async () => ({ groups: 0 }),
      checks: [],
      ...changes,
    })
    return { exit, out, err }
  }
}

/** A database with the sample campaign, its units and the history of 2022, as the operator's tool imports them. */
export async function sampleDatabase(): Promise<FreshDatabase> {
  return await filledDatabase("samples", async ({ db }) => {
    const cli = cliOn(operatorStore(db, "Asia/Ho_Chi_Minh"))
    for (const words of [
      ["campaign", "apply", join(SAMPLES, "campaign.yaml")],
      ["units", "import", join(SAMPLES, "units.csv")],
      ["initiatives", "import", join(SAMPLES, "history-2022.csv")],
    ]) {
      expect(await cli(...words), words.join(" ")).toMatchObject({ exit: 0, err: [] })
    }
  })
}

async function notHere(): Promise<never> {
  throw new Error("this test gave no backups")
}
