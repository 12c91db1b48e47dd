import type { OperatorStore, StoredCampaign } from "../../core/campaign/operator-store.ts"
import { codeKey, subtreeIds, type Unit, type UnitTree, unitTree } from "../../core/campaign/unit.ts"
import { localDate, parseIso } from "../../core/clock.ts"
import {
  makeTally,
  PERIODS,
  type Period,
  planTally,
  spansOf,
  type Tally,
  TallyError,
} from "../../core/tally/tally.ts"
import { formatNumber, formatPct } from "../../core/text/number.ts"
import { readArguments } from "./arguments.ts"
import { chooseCampaign } from "./campaign.ts"
import { CliError } from "./errors.ts"
import type { World } from "./world.ts"

/** `tally`: the numbers of a unit and a period, printed, as JSON, or posted to the groups concerned. */
export async function tallyCommand(world: World, words: readonly string[]): Promise<void> {
  const usage =
    "tally [--at ISO] [--period week|month|phase|campaign|peak] [--unit CODE] [--campaign CODE] [--json] [--post]"
  const { options, flags } = readArguments(words, {
    usage,
    options: ["at", "period", "unit", "campaign"],
    flags: ["json", "post"],
  })
  const at = readAt(options.at, world)
  const period = readPeriod(options.period)
  const store = await world.store()
  const campaigns = await store.campaigns()
  const campaign = chooseCampaign(campaigns, options.campaign, at, world.timeZone)
  const { tally, unitId } = await readTally(store, campaign, {
    period,
    at,
    unit: options.unit,
    zone: world.timeZone,
  })
  const posted = flags.post ? await world.postTally({ store, campaign, unitId, tally, at }) : undefined
  if (flags.json) {
    world.print(JSON.stringify(posted === undefined ? tally : { ...tally, groups: posted.groups }))
    return
  }
  for (const line of describe(tally, campaign)) world.print(line)
  if (posted !== undefined) world.print(`Posted to ${posted.groups} groups.`)
}

/**
 * Makes a tally from the store. `unit`: code, default the campaign's root. Throws `CliError` for a unit outside the
 * campaign or a moment nothing can be counted at.
 */
export async function readTally(
  store: OperatorStore,
  campaign: StoredCampaign,
  ask: {
    readonly period: Period
    readonly at: number
    readonly unit: string | undefined
    readonly zone: string
  },
): Promise<{ tally: Tally; unitId: string }> {
  const plan = planned(campaign, ask)
  const tree = unitTree(await store.units(localDate(Math.max(plan.from, plan.to - 1), ask.zone)))
  const unit = chooseUnit(tree, campaign, ask.unit)
  const unitIds = unit.id === campaign.unitId ? undefined : subtreeIds(tree, unit.id)
  const [counts, corrections, benefit] = await Promise.all([
    store.countSpans(campaign.id, spansOf(plan), unitIds),
    store.corrections(campaign.id, plan.delta, unitIds),
    store.benefit(campaign.id, plan.total, unitIds),
  ])
  const ofUnits = new Map(
    [...counts].map(([id, [total = NOTHING, delta = NOTHING, held = NOTHING, heldBefore = NOTHING]]) => [
      id,
      { total, delta, held, heldBefore },
    ]),
  )
  const tally = makeTally({
    plan,
    campaign: campaign.campaign,
    tree,
    rootId: campaign.unitId,
    unitId: unit.id,
    counts: ofUnits,
    corrections,
    benefit,
    zone: ask.zone,
  })
  return { tally, unitId: unit.id }
}

const NOTHING = { registered: 0, recognized: 0, onPortal: 0 }

function planned(campaign: StoredCampaign, ask: { period: Period; at: number; zone: string }) {
  try {
    return planTally(campaign.campaign, ask.period, ask.at, ask.zone)
  } catch (error) {
    if (error instanceof TallyError) throw new CliError(error.message, { cause: error })
    throw error
  }
}

function chooseUnit(tree: UnitTree, campaign: StoredCampaign, code: string | undefined): Unit {
  const below = subtreeIds(tree, campaign.unitId).flatMap((id) => tree.byId.get(id) ?? [])
  const unit =
    code === undefined
      ? tree.byId.get(campaign.unitId)
      : (below.find((one) => one.code === code) ?? below.find((one) => codeKey(one.code) === codeKey(code)))
  if (unit !== undefined) return unit
  throw new CliError(
    `There is no unit "${code ?? campaign.campaign.unit}" in the campaign ${campaign.campaign.code}. See the codes with: units list`,
  )
}

function readAt(text: string | undefined, world: World): number {
  if (text === undefined) return world.now()
  const at = parseIso(text, world.timeZone)
  if (at !== undefined) return at
  throw new CliError(`--at "${text}" is not a moment such as 2022-04-21T08:00:00+07:00 or 2022-04-21 08:00.`)
}

function readPeriod(text: string | undefined): Period {
  const period = PERIODS.find((known) => known === (text ?? "week"))
  if (period !== undefined) return period
  throw new CliError(`--period "${text}" is not one of ${PERIODS.join(", ")}.`)
}

function describe(tally: Tally, { campaign }: StoredCampaign): string[] {
  const { registered, recognized, onPortal } = tally.counters
  const counter = (name: string, { total, delta }: { total: number; delta: number }) =>
    `${name} ${formatNumber(total)} (+${formatNumber(delta)})`
  const { assigned, achievedPct, remaining, perDay, daysLeft } = tally.target
  const target =
    assigned === null || remaining === null || perDay === null
      ? "no target"
      : `target ${formatNumber(assigned)} (${achievedPct === null ? "–" : formatPct(achievedPct)}), ${formatNumber(remaining)} left, ${formatNumber(perDay)} a day for ${daysLeft} days`
  return [
    `${campaign.shortName}, ${tally.unit}, ${tally.period}: ${tally.from} to ${tally.to}`,
    [
      counter("registered", registered),
      counter("recognized", recognized),
      counter("on portal", onPortal),
    ].join(", "),
    target,
    `benefit ${formatNumber(tally.benefit.vnd)} VND, ${tally.benefit.unconverted} not converted; ${tally.corrections} corrections`,
    ...tally.rows.map(
      (row) =>
        `${row.rank}. ${row.name} (${row.unit})\t${formatNumber(row[campaign.progressCounter])} (+${formatNumber(row.delta)})\t${row.target === null ? "–" : formatNumber(row.target)}\t${row.achievedPct === null ? "–" : formatPct(row.achievedPct)}`,
    ),
  ]
}
