import type { OperatorStore, StoredCampaign } from "../../core/campaign/operator-store.ts"
import { unitTree } from "../../core/campaign/unit.ts"
import { isoLocal, localDate } from "../../core/clock.ts"
import { fullScore } from "../../core/emulation/criterion.ts"
import { readScores, type Scoreboard, type ScorePeriod } from "../../core/emulation/read.ts"
import { basisPhrase } from "../../core/emulation/text.ts"
import { MOST_RECORDS } from "../../core/export/file.ts"
import { readScoreFile, scoreSheets } from "../../core/export/score-sheets.ts"
import { readArguments } from "./arguments.ts"
import { chooseCampaign } from "./campaign.ts"
import { CliError } from "./errors.ts"
import { writeFileOf } from "./sheet.ts"
import { chooseUnit, readMoment, unitIn } from "./tally.ts"
import type { World } from "./world.ts"

const SCORED: readonly ScorePeriod[] = ["phase", "campaign"]

/** `scores`: the emulation scores of the units right below one, printed, as JSON, or as a file with every record behind them. */
export async function scoresCommand(world: World, words: readonly string[]): Promise<void> {
  const usage =
    "scores [--at ISO] [--period phase|campaign] [--unit CODE] [--campaign CODE] [--json] [--file FILE.xlsx|csv]"
  const { options, flags } = readArguments(words, {
    usage,
    options: ["at", "period", "unit", "campaign", "file"],
    flags: ["json"],
  })
  const at = readMoment("at", options.at, world) ?? world.now()
  const period = SCORED.find((known) => known === (options.period ?? "phase"))
  if (period === undefined)
    throw new CliError(`--period "${options.period}" is not one of ${SCORED.join(", ")}.`)
  const store = await world.store()
  const { campaign, unitId } = await chosen(world, store, at, options)
  const { criteria } = campaign.campaign.emulation
  if (criteria.length === 0) {
    throw new CliError(
      `The campaign ${campaign.campaign.code} has no criteria. Add "emulation:" to its file, as docs/samples/campaign.yaml has it, and apply it again.`,
    )
  }
  const ask = { period, at, zone: world.timeZone }
  const board = await readScores(store, campaign, ask, { unitId, whose: "below" })
  const { file } = options
  if (file !== undefined) {
    const read = await readScoreFile(store, campaign, { ...ask, limit: MOST_RECORDS }, unitId)
    const sheets = scoreSheets(read, campaign.campaign, { say: world.say, zone: world.timeZone })
    await writeFileOf(file, (form) => (form === "csv" ? sheets.slice(1, 2) : sheets))
    world.warn(`Written to ${file}.`)
  }
  if (flags.json) world.print(JSON.stringify(asJson(board, campaign, world.timeZone)))
  else for (const line of describe(board, campaign, world)) world.print(line)
}

async function chosen(
  world: World,
  store: OperatorStore,
  at: number,
  options: { readonly unit?: string; readonly campaign?: string },
): Promise<{ readonly campaign: StoredCampaign; readonly unitId: string }> {
  const campaigns = await store.campaigns()
  const tree = unitTree(await store.units(localDate(at, world.timeZone)))
  const { unit } = options
  // Of several federations the unit tells which one is meant.
  const its = unit === undefined ? [] : campaigns.filter((one) => unitIn(tree, one, unit) !== undefined)
  const among = options.campaign === undefined && its.length > 0 ? its : campaigns
  const campaign = chooseCampaign(among, options.campaign, at, world.timeZone)
  return { campaign, unitId: chooseUnit(tree, campaign, unit).id }
}

function asJson({ period, span, units }: Scoreboard, { campaign }: StoredCampaign, zone: string) {
  return {
    period,
    from: isoLocal(span.from, zone),
    to: isoLocal(span.to, zone),
    outOf: fullScore(campaign.emulation.criteria),
    rows: units.map(({ code, name, cluster, rank, among, total, grade, criteria }) => ({
      unit: code,
      name,
      cluster: cluster ?? null,
      rank,
      among,
      total,
      grade: grade?.name ?? null,
      criteria: criteria.map(({ criterion, points, basis }) => ({ code: criterion.code, points, ...basis })),
    })),
  }
}

function describe(
  { span, units, period, phase }: Scoreboard,
  { campaign }: StoredCampaign,
  world: World,
): string[] {
  const { criteria } = campaign.emulation
  const { timeZone: zone } = world
  return [
    `${campaign.shortName}, ${phase ?? period}: ${isoLocal(span.from, zone)} to ${isoLocal(span.to, zone)}, out of ${fullScore(criteria)}`,
    ...units.flatMap((unit) => [
      `${unit.rank}. ${unit.name} (${unit.code})\t${unit.total}${unit.grade === undefined ? "" : `\t${unit.grade.name}`}${unit.cluster === undefined ? "" : `\t${unit.cluster}`}`,
      ...unit.criteria.map(
        (score, index) =>
          `   ${index + 1}. ${score.criterion.name}: ${score.points} – ${world.say(basisPhrase(score, campaign.progressCounter))}`,
      ),
    ]),
  ]
}
