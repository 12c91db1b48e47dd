import type { Campaign } from "../campaign/campaign.ts"
import { formatDay, formatDayFrom, formatLocal, type LocalDate, localDate } from "../clock.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { formatNumber, formatPct, formatSigned, roundPct } from "../text/number.ts"
import { forecastPhrases, rateNumber } from "./forecast.ts"
import { laggardPhrases, laggardsOf } from "./laggards.ts"
import { type Pace, paceOf, targetOn } from "./pace.ts"
import type { PeakPace } from "./peak.ts"
import { spanWords } from "./period.ts"
import { planOf, type TallyPlan } from "./plan.ts"
import type { Progress } from "./progress.ts"
import { changeText, hasBegun, standing } from "./ranking-text.ts"
import { nameAmong, type Tally, type TallyReading } from "./tally.ts"

const LEADERS = 3

/** T11: where a unit stands in the running phase, in two or three lines. */
export function progressPhrases(progress: Progress, campaign: Campaign, zone: string): readonly Phrase[] {
  const { plan, held, counters } = progress
  const counter = campaign.progressCounter
  const { assigned } = progress.target
  return [
    { key: "progress-head", args: { unit: progress.unitName, ...periodHead(plan, campaign, zone) } },
    assigned === null || assigned === 0
      ? { key: "progress-count", args: { count: held, counter } }
      : {
          key: "progress-goal",
          args: {
            count: held,
            target: assigned,
            pct: formatPct(roundPct(held, assigned)),
            counter,
          },
        },
    ...pledgePhrases(progress, "progress-pledged"),
    ...pacePhrases(paceOf(plan, progress), "progress", localDate(plan.to, zone)),
    {
      key: "progress-counters",
      args: {
        registered: counters.registered,
        recognized: counters.recognized,
        onPortal: counters.onPortal,
      },
    },
    ...forecastLine(progress, plan, zone),
  ]
}

/** The running phase and until when it was counted. */
export function periodHead({ phase, to }: TallyPlan, { shortName }: Campaign, zone: string) {
  return { period: phase?.name ?? shortName, at: formatLocal(to, zone, "sentence") }
}

/** What a group's post tells beside its tally. */
export type PostFacts = {
  /** It is sent well after its hour. */
  readonly late: boolean
  /** Who lags is named: an officer asks in private. */
  readonly namesLaggards?: true
  /** The campaign is named, for it is not the only one. */
  readonly isNamed?: true
  /** Where the unit stands among those of the unit above. */
  readonly place?: {
    readonly rank: number
    readonly of: number
    readonly parent: string
    readonly change: number | null
  }
  /** Who registered in the period, most first: those who may be named, and how many more there were. */
  readonly people?: {
    readonly named: readonly { readonly name: string; readonly count: number }[]
    readonly others: number
  }
}

/** Last week's post still means today's reader, as long as its goal can be reached. */
const OLD_MS = 7 * 24 * 3_600_000

/** The reading for whoever reads it at `now` (epoch milliseconds). */
export function asRead(reading: TallyReading, campaign: Campaign, now: number, zone: string): TallyReading {
  const { to, goal } = planOf(campaign, reading.tally, zone)
  const isPast = now - to > OLD_MS || (goal !== undefined && goal.lastDay < localDate(now, zone))
  return isPast ? { ...reading, isPast } : reading
}

/** The reading for a post that leaves at `dueAt`: what is needed a day is reckoned from that day. */
export function asLeaving(
  reading: TallyReading,
  campaign: Campaign,
  dueAt: number,
  zone: string,
): TallyReading {
  const readOn = localDate(dueAt, zone)
  const plan = planOf(campaign, reading.tally, zone)
  const read = asRead(reading, campaign, dueAt, zone)
  if (readOn <= localDate(plan.to, zone)) return read
  const target = targetOn(readOn, read.tally.target, plan)
  return { ...read, readOn, tally: { ...read.tally, target } }
}

/** What a tally says of the days to come. */
export function stillToDo(reading: TallyReading, campaign: Campaign, zone: string): readonly Phrase[] {
  const { tally } = reading
  const plan = planOf(campaign, tally, zone)
  const isPast = reading.isPast === true
  return [
    ...pacePhrases(paceOf(plan, tally), "tally", localDate(plan.to, zone), {
      ...given({ peak: reading.peak }),
      isPast,
    }),
    ...(isPast ? [] : forecastLine({ ...reading, target: tally.target }, plan, zone)),
  ]
}

/** Whether it is one of the sentences of `stillToDo`. */
export function isStillToDo(phrase: Phrase): boolean {
  return "key" in phrase && /^(?:tally-(?:pace|pace-peak|over|reached)|forecast-.*)$/.test(phrase.key)
}

/**
 * T13: the post of a closed period. A group reads its own unit: the province the whole table, a union its part and its
 * place, a grassroots union its place and its people.
 */
export function tallyPhrases(
  reading: TallyReading,
  campaign: Campaign,
  zone: string,
  facts: PostFacts,
): readonly Phrase[] {
  const { tally } = reading
  const plan = planOf(campaign, tally, zone)
  const { counters } = tally
  const units = tally.rows.filter((row) => row.unit !== tally.unit)
  const atZero = units.filter((row) => row.registered === 0).length
  const leaders = units.filter((row) => hasBegun(row, campaign)).slice(0, LEADERS)
  return [
    titleOf(tally, plan, campaign, zone),
    ...(facts.isNamed === true ? [{ key: "tally-campaign", args: { campaign: campaign.shortName } }] : []),
    { key: "tally-unit", args: { unit: reading.unitName } },
    ...(facts.late ? [{ key: "tally-late" }] : []),
    {
      key: "tally-counters",
      args: {
        registered: counters.registered.total,
        registeredDelta: formatSigned(counters.registered.delta),
        recognized: counters.recognized.total,
        recognizedDelta: formatSigned(counters.recognized.delta),
        onPortal: counters.onPortal.total,
        onPortalDelta: formatSigned(counters.onPortal.delta),
      },
    },
    ...goalPhrases(reading, campaign, plan.peak?.name ?? plan.phase?.name),
    ...stillToDo(reading, campaign, zone),
    ...placePhrases(facts),
    ...(leaders.length === 0
      ? []
      : [
          {
            key: "tally-leaders",
            args: {
              list: leaders
                .map(
                  (row) =>
                    `${row.rank}. ${nameAmong(row, units)} ${standing(row, campaign)}${changeText(row.rankChange)}`,
                )
                .join(" · "),
            },
          },
        ]),
    ...(campaign.reminders.nameLaggards || facts.namesLaggards === true
      ? laggardPhrases(laggardsOf(reading, campaign, zone))
      : atZero === 0
        ? []
        : [{ key: "tally-zero", args: { count: atZero } }]),
    ...peoplePhrases(facts),
    ...(tally.corrections === 0 ? [] : [{ key: "tally-corrections", args: { count: tally.corrections } }]),
    ...benefitPhrases(tally),
  ]
}

function titleOf(tally: Tally, plan: TallyPlan, campaign: Campaign, zone: string): Phrase {
  return {
    key: "tally-title",
    args: {
      period: tally.period,
      name: (plan.peak?.name ?? plan.phase?.name ?? campaign.shortName).toUpperCase(),
      span: spanWords({ from: Date.parse(tally.from), to: Date.parse(tally.to) }, zone),
    },
  }
}

function forecastLine(
  { held, recent, target: { assigned } }: Pick<Progress, "held" | "recent" | "target">,
  plan: TallyPlan,
  zone: string,
): readonly Phrase[] {
  if (plan.goal === undefined || assigned === null || assigned === 0) return []
  const { lastDay } = plan.goal
  return forecastPhrases({ at: plan.to, count: held, target: assigned, lastDay, recent }, zone)
}

function placePhrases({ place }: PostFacts): readonly Phrase[] {
  if (place === undefined) return []
  const { rank, of, parent, change } = place
  return [{ key: "tally-place", args: { rank, of, parent, change: changeText(change) } }]
}

function peoplePhrases({ people }: PostFacts): readonly Phrase[] {
  if (people === undefined || people.named.length + people.others === 0) return []
  if (people.named.length === 0) return [{ key: "tally-people-count", args: { count: people.others } }]
  const list = people.named.map(({ name, count }) => `${name} (${formatNumber(count)})`).join(", ")
  const rest = people.others === 0 ? "none" : "some"
  return [{ key: "tally-people", args: { list, rest, more: people.others } }]
}

function pledgePhrases(
  { held, pledged }: Pick<TallyReading, "held" | "pledged">,
  key: string,
): readonly Phrase[] {
  if (pledged === undefined || pledged === 0) return []
  return [{ key, args: { count: held, target: pledged, pct: formatPct(roundPct(held, pledged)) } }]
}

function goalPhrases(reading: TallyReading, campaign: Campaign, name: string | undefined): readonly Phrase[] {
  const { tally, wholeTarget } = reading
  const { assigned } = tally.target
  const parts: Phrase[] = []
  if (assigned !== null && assigned > 0 && name !== undefined && tally.period !== "campaign") {
    const count = reading.held
    parts.push({
      key: "tally-goal",
      args: { phase: name, count, target: assigned, pct: formatPct(roundPct(count, assigned)) },
    })
  }
  parts.push(...pledgePhrases(reading, "tally-pledged"))
  if (wholeTarget !== null && wholeTarget > 0) {
    const count = tally.counters[campaign.progressCounter].total
    const pct = formatPct(roundPct(count, wholeTarget))
    parts.push({ key: "tally-whole", args: { count, target: wholeTarget, pct } })
  }
  return parts
}

function pacePhrases(
  pace: Pace | undefined,
  prefix: "progress" | "tally",
  today: LocalDate,
  { peak, isPast = false }: { readonly peak?: PeakPace; readonly isPast?: boolean } = {},
): readonly Phrase[] {
  if (pace === undefined) return []
  if (pace.remaining === 0) return [{ key: `${prefix}-reached` }]
  const until = formatDayFrom(pace.lastDay, today)
  if (pace.daysLeft === 0) return [{ key: `${prefix}-over`, args: { remaining: pace.remaining, until } }]
  if (isPast) return []
  const needed: Phrase =
    prefix === "progress"
      ? {
          key: "progress-remaining",
          args: { remaining: pace.remaining, perDay: pace.perDay, days: pace.daysLeft, until },
        }
      : { key: "tally-pace", args: { remaining: pace.remaining, perDay: pace.perDay, until } }
  if (peak === undefined) return [needed]
  const { name, startsOn, endsOn } = peak
  const args = {
    peak: name.toLowerCase(),
    from: formatDay(startsOn, "day"),
    to: formatDay(endsOn, "day"),
    perDay: rateNumber(peak),
  }
  return [needed, { key: "tally-pace-peak", args }]
}

function benefitPhrases(tally: Tally): readonly Phrase[] {
  const { vnd, unconverted } = tally.benefit
  if (vnd === 0 && unconverted === 0) return []
  return unconverted === 0
    ? [{ key: "tally-benefit", args: { vnd } }]
    : [{ key: "tally-benefit-unconverted", args: { vnd, count: unconverted } }]
}
