import { readArguments } from "./arguments.ts"
import type { World } from "./world.ts"

/** `key new`: a key for ENCRYPTION_KEY. Nothing is kept of it. */
export async function newKeyCommand(world: World, words: readonly string[]): Promise<void> {
  const { flags } = readArguments(words, { usage: "key new [--json]", flags: ["json"] })
  const key = world.keys.fresh()
  world.print(flags.json ? JSON.stringify({ key }) : key)
}

/**
 * `key rotate`: ids of people and secrets are sealed with the newest key, which is a fresh one where the keys are a file of
 * ours. Cut off, it goes on when run again. `--lost`: what no key at hand opens is forgotten.
 */
export async function rotateKeyCommand(world: World, words: readonly string[]): Promise<void> {
  const { flags } = readArguments(words, { usage: "key rotate [--lost] [--json]", flags: ["lost", "json"] })
  const done = await world.keys.rotate(flags.lost)
  if (flags.json) return world.print(JSON.stringify(done))
  if (done.did === "nothing") {
    return world.print(
      `Nothing to do: ${done.key} is the newest key. Put a new one first, ENCRYPTION_KEY=<new>,<old> (npm run cli -- key new), and run this again.`,
    )
  }
  const lost = done.lost === undefined ? "" : `; ${done.lost} accounts were forgotten with the lost key`
  world.print(
    `Sealed with the key ${done.to}${done.from === undefined || done.from === done.to ? "" : `, before with ${done.from}`}${lost}. The older key opens the older backups: keep it as long as them.`,
  )
}
