import { isHelp } from "./arguments.ts"
import { exportAudit } from "./audit.ts"
import { backupCommand, restoreCommand } from "./backup.ts"
import { applyCampaignFile, showCampaign } from "./campaign.ts"
import { listDataRequests } from "./data-requests.ts"
import { doctor } from "./doctor.ts"
import { oneLine, UsageAsked } from "./errors.ts"
import { exportInitiatives, importInitiativesFile } from "./initiatives.ts"
import { invite } from "./invite.ts"
import { newKeyCommand, rotateKeyCommand } from "./key.ts"
import { dropLetters, listLetters, retryLetters } from "./outbox.ts"
import { posters } from "./posters.ts"
import { listReminders } from "./reminders.ts"
import { scoresCommand } from "./scores.ts"
import { tallyCommand } from "./tally.ts"
import { importUnitsFile, listUnitsCommand } from "./units.ts"
import type { World } from "./world.ts"

/** A command; false means that it was done in part (it has said what not), and the tool exits 1. */
type Command = (world: World, words: readonly string[]) => Promise<unknown>

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly does: string }>> = {
  "campaign show": { run: showCampaign, does: "the campaign, its phases, goals and peak periods" },
  "campaign apply": { run: applyCampaignFile, does: "reads a campaign from a YAML file; can be repeated" },
  "units import": {
    run: importUnitsFile,
    does: "reads the tree of units with their headcounts from a sheet",
  },
  "units list": { run: listUnitsCommand, does: "the units" },
  "initiatives import": {
    run: importInitiativesFile,
    does: "reads a sheet of initiatives, or the portal's list",
  },
  "initiatives export": { run: exportInitiatives, does: "writes the initiatives to a sheet" },
  tally: { run: tallyCommand, does: "the figures of any period; --post sends them to the groups" },
  scores: { run: scoresCommand, does: "the emulation scores of units, with the figures behind every point" },
  invite: { run: invite, does: "makes a code that gives a role once" },
  posters: { run: posters, does: "a poster with its QR code for every unit, as pictures to be printed" },
  "reminders list": { run: listReminders, does: "the reminders that are set up" },
  "requests list": { run: listDataRequests, does: "open requests about personal data" },
  "outbox list": { run: listLetters, does: "messages that could not be delivered" },
  "outbox retry": { run: retryLetters, does: "sends such a message again" },
  "outbox drop": { run: dropLetters, does: "forgets such a message" },
  "audit export": { run: exportAudit, does: "writes the log of who did what to a sheet" },
  "key new": { run: newKeyCommand, does: "makes a key that seals people's ids" },
  "key rotate": { run: rotateKeyCommand, does: "seals everything with the newest key" },
  backup: { run: backupCommand, does: "everything in one file" },
  restore: { run: restoreCommand, does: "everything back from such a file" },
  doctor: { run: doctor, does: "what is wrong and what to do" },
}

/** What changes something or takes data out of the house stands in the log of actions: the command, or one of its flags. */
const NOTED: ReadonlySet<string> = new Set([
  "campaign apply",
  "units import",
  "initiatives import",
  "initiatives export",
  "invite",
  "outbox retry",
  "outbox drop",
  "audit export",
  "key rotate",
  "backup",
  "restore",
  "scores --file",
  "tally --file",
  "tally --post",
  "doctor --fix-counters",
])

/**
 * Runs one command of the operator's tool. Returns the exit code: 0, or 1 with a line on standard error. Does
 * not throw.
 */
export async function runCli(words: readonly string[], world: World): Promise<0 | 1> {
  const [first = ""] = words
  if (first === "help" || isHelp(first)) {
    listCommands(Object.keys(COMMANDS), world.print)
    world.print("With --help a command shows what it takes.")
    return 0
  }
  const two = words.slice(0, 2).join(" ")
  const name = COMMANDS[two] === undefined ? (words[0] ?? "") : two
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) return unknownCommand(words, world)
  try {
    const rest = words.slice(name.split(" ").length)
    const done = await command.run(world, rest)
    if ([name, ...rest.map((word) => `${name} ${word.replace(/=.*/, "")}`)].some((one) => NOTED.has(one)))
      await (await world.audit()).note(name, world.operator, world.now())
    return done === false ? 1 : 0
  } catch (error) {
    if (error instanceof UsageAsked) {
      listCommands([name], world.print)
      world.print(`Usage: ${error.usage}`)
      return 0
    }
    world.warn(oneLine(error))
    return 1
  }
}

/** One line of what there is instead; "units --help" asks for the commands that begin so. */
function unknownCommand(words: readonly string[], world: World): 0 | 1 {
  const [first = "", second = ""] = words
  const family = Object.keys(COMMANDS).filter((name) => name.startsWith(`${first} `))
  if (family.length > 0 && isHelp(second)) {
    listCommands(family, world.print)
    return 0
  }
  const asked = first === "" ? "A command is missing" : `There is no command "${`${first} ${second}`.trim()}"`
  world.warn(
    `${asked}. ${family.length > 0 ? `There are: ${family.join(", ")}.` : "See them all with: help"}`,
  )
  return 1
}

function listCommands(names: readonly string[], print: (line: string) => void): void {
  const width = Math.max(...names.map(({ length }) => length))
  for (const name of names) print(`${name.padEnd(width)}  ${COMMANDS[name]?.does}`)
}
