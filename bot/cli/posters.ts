import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { codeKey, subtreeIds, type Unit, unitTree } from "../../core/campaign/unit.ts"
import { localDate } from "../../core/clock.ts"
import { codeOf } from "../../core/error.ts"
import { startOf } from "../../core/people/entrance.ts"
import { posterOf } from "../../core/people/poster.ts"
import { readArguments } from "./arguments.ts"
import { CliError, oneLine } from "./errors.ts"
import { numberOf } from "./figures.ts"
import type { Entrances, World } from "./world.ts"

/**
 * `posters FOLDER`: the sheet that `link đăng ký` answers with, of every unit that is open today, for whoever prints them all: a
 * PNG of A4's proportion for each, named by its code. Files of the same names are replaced.
 */
export async function posters(world: World, words: readonly string[]): Promise<void> {
  const usage = "posters FOLDER [--unit CODE] [--bot BOT] [--json]"
  const { files, options, flags } = readArguments(words, {
    usage,
    files: 1,
    named: "A folder's name",
    options: ["unit", "bot"],
    flags: ["json"],
  })
  const folder = resolve(files[0] ?? "")
  const [bot, entrance] = chooseBot(await world.entrances(), options.bot)
  const units = await (await world.store()).units(localDate(world.now(), world.timeZone))
  const wanted = unitsBelow(units, options.unit)
  // What draws takes longer to load than most commands take.
  const { drawPoster } = await import("../picture/poster.ts")
  await mkdir(folder).catch((cause: unknown) => {
    if (codeOf(cause) !== "EEXIST") unwritable(folder)(cause)
  })
  const names = fileNames(wanted)
  const asked: string[] = []
  for (const [index, unit] of wanted.entries()) {
    // A federation's is for everybody: they are asked for their unit.
    const found = entrance(unit.parentId === null ? undefined : startOf(unit))
    if (!found.carries) asked.push(unit.code)
    const { png } = await drawPoster(posterOf({ link: found.link, unit: unit.name }, world.say))
    const file = join(folder, names[index] ?? "")
    await writeFile(file, png).catch(unwritable(file))
  }
  if (flags.json) {
    world.print(JSON.stringify({ folder, bot, posters: wanted.length, unitIsAsked: asked }))
    return
  }
  world.print(`${numberOf(wanted.length, "poster")} of ${bot} written to ${folder}`)
  if (asked.length > 0) {
    const [few, more] = [asked.slice(0, 5).join(", "), asked.length > 5 ? ", …" : ""]
    world.print(`Whoever comes by ${asked.length} of them is asked for their unit: ${few}${more}`)
  }
}

/** The only bot with an address, or the one named. Throws `CliError`. */
function chooseBot(entrances: Entrances, named: string | undefined) {
  const known = [...entrances]
  const chosen = known.filter(([bot]) => named === undefined || bot === named)
  const [first, ...others] = chosen
  const bots = known.map(([bot]) => bot).join(", ")
  if (known.length === 0) {
    throw new CliError(
      "No bot has an address. Set TELEGRAM_BOT_TOKENS, or ZALO_BOT_LINKS beside ZALO_BOT_TOKENS; doctor says whether the tokens are accepted.",
    )
  }
  if (first === undefined) throw new CliError(`There is no bot "${named}" with an address. Bots: ${bots}.`)
  if (others.length > 0) throw new CliError(`--bot is missing, for several have an address: ${bots}.`)
  return first
}

/** Those open of a unit and everything below it; without a code of the only federation. Throws `CliError`. */
function unitsBelow(units: readonly Unit[], code: string | undefined): readonly Unit[] {
  const roots = units.filter(({ parentId }) => parentId === null)
  const top =
    code === undefined
      ? roots[0]
      : (units.find((unit) => unit.code === code) ??
        units.find((unit) => codeKey(unit.code) === codeKey(code)))
  if (units.length === 0)
    throw new CliError("There are no units yet. Bring them in with: units import FILE.csv")
  if (top === undefined) throw new CliError(`There is no unit "${code}". See the codes with: units list`)
  if (code === undefined && roots.length > 1) {
    const codes = roots.map((root) => root.code).join(", ")
    throw new CliError(`--unit is missing, for there are several federations: ${codes}.`)
  }
  const below = new Set(subtreeIds(unitTree(units), top.id))
  const open = units.filter(({ id, state }) => state === "open" && below.has(id))
  if (open.length === 0) throw new CliError(`${top.name} (${top.code}) is not open any more.`)
  return open
}

/** A code may hold what no file's name can; two that differ only in that get a number. */
function fileNames(units: readonly Unit[]): readonly string[] {
  const taken = new Set<string>()
  return units.map(({ code }) => {
    const name = code.replace(/[^\p{L}\p{N}_-]/gu, "_")
    let free = name
    for (let again = 2; taken.has(free.toLowerCase()); again += 1) free = `${name}-${again}`
    taken.add(free.toLowerCase())
    return `${free}.png`
  })
}

function unwritable(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new CliError(`${path} cannot be written: ${oneLine(cause)}`, { cause })
  }
}
