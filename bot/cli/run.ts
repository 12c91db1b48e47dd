import { exportAudit } from "./audit.ts"
import { backupCommand, restoreCommand } from "./backup.ts"
import { applyCampaignFile, showCampaign } from "./campaign.ts"
import { listDataRequests } from "./data-requests.ts"
import { doctor } from "./doctor.ts"
import { oneLine } from "./errors.ts"
import { exportInitiatives, importInitiativesFile } from "./initiatives.ts"
import { invite } from "./invite.ts"
import { newKeyCommand, rotateKeyCommand } from "./key.ts"
import { dropLetters, listLetters, retryLetters } from "./outbox.ts"
import { listReminders } from "./reminders.ts"
import { tallyCommand } from "./tally.ts"
import { importUnitsFile, listUnitsCommand } from "./units.ts"
import type { World } from "./world.ts"

/** A command; false means that it was done in part (it has said what not), and the tool exits 1. */
type Command = (world: World, words: readonly string[]) => Promise<unknown>

const COMMANDS: Readonly<Record<string, Command>> = {
  "campaign show": showCampaign,
  "campaign apply": applyCampaignFile,
  "units import": importUnitsFile,
  "units list": listUnitsCommand,
  "initiatives import": importInitiativesFile,
  "initiatives export": exportInitiatives,
  tally: tallyCommand,
  invite,
  "reminders list": listReminders,
  "requests list": listDataRequests,
  "outbox list": listLetters,
  "outbox retry": retryLetters,
  "outbox drop": dropLetters,
  "audit export": exportAudit,
  "key new": newKeyCommand,
  "key rotate": rotateKeyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  doctor,
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
  "tally --file",
  "tally --post",
  "doctor --fix-counters",
])

/**
 * Runs one command of the operator's tool. Returns the exit code: 0, or 1 with a line on standard error. Does
 * not throw.
 */
export async function runCli(words: readonly string[], world: World): Promise<0 | 1> {
  if (words[0] === "help" || words[0] === "--help") {
    world.print(Object.keys(COMMANDS).join("\n"))
    return 0
  }
  const two = words.slice(0, 2).join(" ")
  const name = COMMANDS[two] === undefined ? (words[0] ?? "") : two
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    const asked = words.length === 0 ? "A command is missing" : `There is no command "${two}"`
    world.warn(`${asked}. Commands: ${Object.keys(COMMANDS).join(", ")}.`)
    return 1
  }
  try {
    const rest = words.slice(name.split(" ").length)
    const done = await command(world, rest)
    if ([name, ...rest.map((word) => `${name} ${word.replace(/=.*/, "")}`)].some((one) => NOTED.has(one)))
      await (await world.audit()).note(name, world.operator, world.now())
    return done === false ? 1 : 0
  } catch (error) {
    world.warn(oneLine(error))
    return 1
  }
}
