import { readFile } from "node:fs/promises"
import { parseDocument } from "yaml"
import { CampaignFileError, checkCampaign } from "../../core/campaign/campaign.ts"
import { isDemo } from "../../core/campaign/demo.ts"
import type { StoredCampaign } from "../../core/campaign/operator-store.ts"
import { localDate } from "../../core/clock.ts"
import { readArguments } from "./arguments.ts"
import { CliError, unreadable } from "./errors.ts"
import { count } from "./figures.ts"
import type { World } from "./world.ts"

/** `campaign show`: every campaign in the database. */
export async function showCampaign(world: World, words: readonly string[]): Promise<void> {
  const { flags } = readArguments(words, { usage: "campaign show [--json]", flags: ["json"] })
  const stored = await (await world.store()).campaigns()
  if (flags.json) {
    world.print(JSON.stringify(stored.map(({ campaign }) => campaign)))
    return
  }
  if (stored.length === 0) world.print("There is no campaign yet. Make one with: campaign apply FILE.yaml")
  for (const one of stored) for (const line of describe(one)) world.print(line)
}

/** `campaign apply FILE.yaml`: stores a campaign file; the same file again changes nothing. */
export async function applyCampaignFile(world: World, words: readonly string[]): Promise<void> {
  const usage = "campaign apply FILE.yaml [--json]"
  const { files, flags } = readArguments(words, { usage, files: 1, flags: ["json"] })
  const file = files[0] ?? ""
  const document = checked(file, await readYaml(file))
  const store = await world.store()
  const hadDemo = (await store.campaigns()).some(({ campaign }) => isDemo(campaign))
  const { change, rootCreated } = await store.applyCampaign(document, world.now())
  if (flags.json) {
    world.print(JSON.stringify({ code: document.code, change, rootCreated }))
    return
  }
  world.print(`Campaign ${document.code}: ${change}.`)
  if (hadDemo && !(await store.campaigns()).some(({ campaign }) => isDemo(campaign))) {
    world.print("The demo campaign stands back: what was tried in it is counted no more.")
  }
  if (rootCreated) {
    world.print(
      `Unit ${document.unit} was unknown and stands now as an empty root; fill it with: units import FILE.csv`,
    )
  }
}

/**
 * The campaign a command is about: the one named by `code`, else the only one beside the demo, else the one that runs at `at`. Throws
 * `CliError` when there is none or more than one fits.
 */
export function chooseCampaign(
  stored: readonly StoredCampaign[],
  code: string | undefined,
  at: number,
  zone: string,
): StoredCampaign {
  const codes = stored.map((one) => one.campaign.code).join(", ")
  if (code !== undefined) {
    const named = stored.find((one) => one.campaign.code === code)
    if (named !== undefined) return named
    throw new CliError(
      `There is no campaign "${code}". ${codes === "" ? "None is stored." : `Known: ${codes}.`}`,
    )
  }
  if (stored.length === 0) {
    throw new CliError("There is no campaign yet. Make one with: campaign apply FILE.yaml")
  }
  const day = localDate(at, zone)
  const real = stored.filter(({ campaign }) => !isDemo(campaign))
  const candidates = real.length > 0 ? real : stored
  const running =
    candidates.length === 1
      ? candidates
      : candidates.filter(({ campaign }) => campaign.startsOn <= day && day <= campaign.endsOn)
  const [only] = running
  if (only !== undefined && running.length === 1) return only
  throw new CliError(
    `${running.length} of the campaigns run on ${day}; say which with --campaign. Known: ${codes}.`,
  )
}

async function readYaml(file: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (cause) {
    throw unreadable(file, cause)
  }
  const document = parseDocument(text)
  const [mistake] = document.errors
  if (mistake !== undefined) throw new CliError(`${file} is not YAML: ${mistake.message.split("\n")[0]}`)
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  return value
}

function checked(file: string, value: unknown) {
  try {
    return checkCampaign(value)
  } catch (error) {
    if (!(error instanceof CampaignFileError)) throw error
    throw new CliError(`${file} is not a campaign file: ${error.mistakes.join(" ")} Nothing was changed.`, {
      cause: error,
    })
  }
}

function describe({ campaign }: StoredCampaign): string[] {
  const goalLine = (period: (typeof campaign.phases)[number]) =>
    `  ${period.code}  ${period.startsOn} to ${period.endsOn}  goal ${count(period.goal)}  ${period.name}`
  return [
    `${campaign.code}: ${campaign.name}`,
    `  unit ${campaign.unit}, ${campaign.startsOn} to ${campaign.endsOn}`,
    `  progress counter ${campaign.progressCounter}, goals ${campaign.goalCounting}, quota ${campaign.quota.percent}% of ${campaign.quota.base}`,
    `  week closes ${campaign.weeklyClosing.weekday} ${campaign.weeklyClosing.at}`,
    ...campaign.phases.map(goalLine),
    ...campaign.peakPeriods.map(goalLine),
    `  sectors: ${campaign.sectors.join("; ")}`,
  ]
}
