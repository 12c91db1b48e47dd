import { readArguments } from "./arguments.ts"
import { CliError } from "./errors.ts"
import { numberOf, stamp } from "./figures.ts"
import type { World } from "./world.ts"

const MOST_LISTED = 1_000

/** `outbox list`: messages that were given up or are of unknown outcome, without what they say. */
export async function listLetters(world: World, words: readonly string[]): Promise<void> {
  const { flags } = readArguments(words, { usage: "outbox list [--json]", flags: ["json"] })
  const letters = await (await world.deadLetters()).list(MOST_LISTED)
  if (flags.json) {
    world.print(
      JSON.stringify(letters.map((letter) => ({ ...letter, since: new Date(letter.since).toISOString() }))),
    )
    return
  }
  if (letters.length === 0) world.print("No message was given up.")
  for (const { id, chat, kind, state, since, error } of letters) {
    const when = stamp(since, world.timeZone)
    world.print(`${id}\t${chat}\t${kind}\t${state}\t${when}, ${ageOf(world.now() - since)}\t${error}`)
  }
}

/** `outbox retry`: sends one or all of them anew; the running bot does so within seconds. */
export async function retryLetters(world: World, words: readonly string[]): Promise<void> {
  const { id, json } = chosen(words, "outbox retry ID|--all [--json]")
  const chats = await (await world.deadLetters()).retry(id, world.now())
  if (id !== undefined && chats.length === 0) throw nothingThere(id)
  if (json) return world.print(JSON.stringify({ chats }))
  world.print(`Waiting again in ${numberOf(chats.length, "chat")}; the running bot sends them.`)
}

/** `outbox drop`: forgets one or all of them. */
export async function dropLetters(world: World, words: readonly string[]): Promise<void> {
  const { id, json } = chosen(words, "outbox drop ID|--all [--json]")
  const dropped = await (await world.deadLetters()).drop(id)
  if (id !== undefined && dropped === 0) throw nothingThere(id)
  if (json) return world.print(JSON.stringify({ dropped }))
  world.print(`${dropped} dropped.`)
}

/** Which one is meant, undefined for all, and whether a machine reads the answer. */
function chosen(words: readonly string[], usage: string): { id: string | undefined; json: boolean } {
  const isAll = words.includes("--all")
  const { files, flags } = readArguments(words, {
    usage,
    flags: ["all", "json"],
    files: isAll ? 0 : 1,
    named: "An ID or --all",
  })
  const [id] = files
  if (id !== undefined && !/^\d{1,18}$/.test(id)) {
    throw new CliError(`"${id}" is not the number of a message. See the numbers with: outbox list`)
  }
  return { id, json: flags.json }
}

function nothingThere(id: string): CliError {
  return new CliError(`No message ${id} was given up. See the numbers with: outbox list`)
}

function ageOf(ms: number): string {
  const hours = Math.floor(ms / 3_600_000)
  if (hours >= 48) return `${Math.floor(hours / 24)} days ago`
  return hours >= 1 ? `${hours} h ago` : `${Math.max(0, Math.floor(ms / 60_000))} min ago`
}
