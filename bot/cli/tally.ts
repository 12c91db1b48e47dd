import type { OperatorStore, StoredCampaign } from "../../core/campaign/operator-store.ts"
import { codeKey, subtreeIds, type Unit, type UnitTree, unitTree } from "../../core/campaign/unit.ts"
import { addDays, localDate, parseIso, startOfDay } from "../../core/clock.ts"
import { MOST_RECORDS } from "../../core/export/file.ts"
import { behind, recordSheet } from "../../core/export/record-sheet.ts"
import { aboutLine } from "../../core/export/sheet.ts"
import { readAnnex, tallySheets } from "../../core/export/tally-sheets.ts"
import { PERIODS, type Period, type PeriodAsk } from "../../core/tally/plan.ts"
import { readTallies } from "../../core/tally/read.ts"
import type { Tally, TallyReading } from "../../core/tally/tally.ts"
import type { RecordKind } from "../../core/tally/wish.ts"
import { readArguments } from "./arguments.ts"
import { chooseCampaign } from "./campaign.ts"
import { CliError } from "./errors.ts"
import { count, numberOf, percent, signed } from "./figures.ts"
import { writeFileOf } from "./sheet.ts"
import type { World } from "./world.ts"

/** `tally`: the numbers of a unit and a period, printed, as JSON, or posted to the groups concerned. */
export async function tallyCommand(world: World, words: readonly string[]): Promise<void> {
  const usage =
    "tally [--at ISO] [--period week|month|phase|campaign|peak | --from ISO [--to ISO]] [--unit CODE] [--campaign CODE] [--json] [--file FILE.xlsx|csv [--records registered|recognized|on_portal|corrections]] [--post]"
  const { options, flags } = readArguments(words, {
    usage,
    options: ["at", "from", "to", "period", "unit", "campaign", "file", "records"],
    flags: ["json", "post"],
  })
  const { at, ...kind } = readWhen(options, world)
  const counter = readCounter(options)
  const store = await world.store()
  const campaigns = await store.campaigns()
  const tree = unitTree(await store.units(localDate(at, world.timeZone)))
  // Of several federations the unit tells which one is meant.
  const { unit } = options
  const its = unit === undefined ? [] : campaigns.filter((one) => unitIn(tree, one, unit) !== undefined)
  const meant = its.length === 0 ? campaigns : its
  const campaign = chooseCampaign(
    options.campaign === undefined ? meant : campaigns,
    options.campaign,
    at,
    world.timeZone,
  )
  const { id: unitId } = chooseUnit(tree, campaign, options.unit)
  const ask = { ...kind, at, zone: world.timeZone }
  const [reading] = await readTallies(store, campaign, ask, [unitId])
  if (reading === undefined)
    throw new CliError(`There is no tally of ${options.unit ?? campaign.campaign.unit}.`)
  const { tally } = reading
  const posted = flags.post ? await world.postTally({ store, campaign, unitId, ask }) : undefined
  const { file } = options
  if (file !== undefined) {
    const what = { campaign, unitId, ask }
    if (counter === undefined) await writeAnnex(world, store, what, file)
    else await writeRecords(world, store, { ...what, reading, kind: counter }, file)
  }
  if (flags.json) {
    world.print(JSON.stringify(posted === undefined ? tally : { ...tally, groups: posted.groups }))
    return
  }
  for (const line of describe(tally, campaign)) world.print(line)
  if (posted !== undefined)
    world.print(`Posted to ${posted.groups} ${posted.groups === 1 ? "group" : "groups"}.`)
}

async function writeAnnex(
  world: World,
  store: OperatorStore,
  { campaign, unitId, ask }: { campaign: StoredCampaign; unitId: string; ask: PeriodAsk & { zone: string } },
  file: string,
): Promise<void> {
  const annex = await readAnnex(store, campaign, unitId, ask)
  if (annex === undefined) return
  await writeFileOf(file, (form) => tallySheets(annex, form, world.say))
  world.warn(`Written to ${file}.`)
}

async function writeRecords(
  world: World,
  store: OperatorStore,
  what: { campaign: StoredCampaign; unitId: string; reading: TallyReading; kind: RecordKind },
  file: string,
): Promise<void> {
  const { campaign, unitId, reading, kind } = what
  const { say, timeZone: zone } = world
  const span = { from: Date.parse(reading.tally.from), to: Date.parse(reading.tally.to) }
  const where = await behind(store, campaign, { unitId, span, zone })
  const records = await store.countedRecords({ ...where, kind }, MOST_RECORDS)
  const about = aboutLine(campaign.campaign.shortName, reading.unitName, { span, zone })
  await writeFileOf(file, () => [recordSheet(records, kind, { say, zone }, about)])
  world.warn(`${numberOf(records.length, "record")} written to ${file}.`)
}

/** Throws `CliError` for a unit that is not in the campaign; without a code it is the campaign's own. */
export function chooseUnit(tree: UnitTree, campaign: StoredCampaign, code: string | undefined): Unit {
  const unit = code === undefined ? tree.byId.get(campaign.unitId) : unitIn(tree, campaign, code)
  if (unit !== undefined) return unit
  throw new CliError(
    `There is no unit "${code ?? campaign.campaign.unit}" in the campaign ${campaign.campaign.code}. See the codes with: units list`,
  )
}

/** The unit of this code at or below the campaign's own. */
export function unitIn(tree: UnitTree, campaign: StoredCampaign, code: string): Unit | undefined {
  const below = subtreeIds(tree, campaign.unitId).flatMap((id) => tree.byId.get(id) ?? [])
  return below.find((one) => one.code === code) ?? below.find((one) => codeKey(one.code) === codeKey(code))
}

type When = Partial<Record<"at" | "from" | "to" | "period", string>>

/** `--from … --to …` is any two dates; the day that `--to` names is counted whole. */
function readWhen(options: When, world: World): PeriodAsk {
  if (options.from === undefined && options.to === undefined) {
    return { period: readPeriod(options.period), at: readMoment("at", options.at, world) ?? world.now() }
  }
  if (options.from === undefined)
    throw new CliError(`--to needs --from: tally --from 2022-03-01 --to 2022-03-15.`)
  const other = options.period === undefined ? (options.at === undefined ? undefined : "at") : "period"
  if (other !== undefined) throw new CliError(`--from is a period of its own: leave out --${other}.`)
  const from = readMoment("from", options.from, world) ?? world.now()
  const to = readMoment("to", options.to, world) ?? world.now()
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(options.to?.trim() ?? "")
  const at = isDay ? startOfDay(addDays(localDate(to, world.timeZone), 1), world.timeZone) : to
  return { period: "dates", from, at }
}

/** Throws `CliError` for what is no moment; undefined for nothing. */
export function readMoment(name: string, text: string | undefined, world: World): number | undefined {
  if (text === undefined) return undefined
  const at = parseIso(text, world.timeZone)
  if (at !== undefined) return at
  throw new CliError(
    `--${name} "${text}" is not a moment such as 2022-04-21T08:00:00+07:00 or 2022-04-21 08:00.`,
  )
}

const COUNTERS_TYPED: Readonly<Record<string, RecordKind>> = {
  registered: "registered",
  recognized: "recognized",
  on_portal: "onPortal",
  corrections: "corrections",
}

function readCounter({ records, file }: { records?: string; file?: string }): RecordKind | undefined {
  if (records === undefined) return undefined
  if (file === undefined) throw new CliError("--records goes into a file: add --file FILE.xlsx or FILE.csv.")
  const kind = COUNTERS_TYPED[records]
  if (kind !== undefined) return kind
  throw new CliError(`--records "${records}" is not one of ${Object.keys(COUNTERS_TYPED).join(", ")}.`)
}

function readPeriod(text: string | undefined): Period {
  const period = PERIODS.find((known) => known === (text ?? "week"))
  if (period !== undefined) return period
  throw new CliError(`--period "${text}" is not one of ${PERIODS.join(", ")}.`)
}

function describe(tally: Tally, { campaign }: StoredCampaign): string[] {
  const { registered, recognized, onPortal } = tally.counters
  const counter = (name: string, { total, delta }: { total: number; delta: number }) =>
    `${name} ${count(total)} (${signed(delta)})`
  const { assigned, achievedPct, remaining, perDay, daysLeft } = tally.target
  const target =
    assigned === null || remaining === null || perDay === null || daysLeft === null
      ? "no target"
      : `target ${count(assigned)} (${achievedPct === null ? "–" : percent(achievedPct)}), ${count(remaining)} left, ${count(perDay)} a day for ${numberOf(daysLeft, "day")}`
  return [
    `${campaign.shortName}, ${tally.unit}, ${tally.period}: ${tally.from} to ${tally.to}`,
    [
      counter("registered", registered),
      counter("recognized", recognized),
      counter("on portal", onPortal),
    ].join(", "),
    target,
    `benefit ${count(tally.benefit.vnd)} VND, ${tally.benefit.unconverted} not converted; ${tally.corrections} corrections`,
    ...tally.rows.map(
      (row) =>
        `${row.rank}. ${row.name} (${row.unit})\t${count(row[campaign.progressCounter])} (${signed(row.delta)})\t${row.target === null ? "–" : count(row.target)}\t${row.achievedPct === null ? "–" : percent(row.achievedPct)}`,
    ),
  ]
}
