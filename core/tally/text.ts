import type { Campaign } from "../campaign/campaign.ts"
import { formatLocal, parseIso } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { formatNumber, formatPct, roundPct } from "../text/number.ts"
import { type Pace, paceOf, planTally, type Tally, type TallyReading, type TallyRow } from "./tally.ts"

const LEADERS = 3
const LONGEST_RANKING = 10

/** T11: where a unit stands in the running phase, in two or three lines. */
export function progressPhrases(reading: TallyReading, campaign: Campaign, zone: string): readonly Phrase[] {
  const { tally } = reading
  const at = instantOf(tally.to, zone)
  const plan = planTally(campaign, tally.period, at, zone)
  const counter = campaign.progressCounter
  const { held } = reading
  const { assigned } = tally.target
  return [
    {
      key: "progress-head",
      args: {
        unit: reading.unitName,
        period: plan.phase?.name ?? campaign.shortName,
        at: formatLocal(at, zone, "sentence"),
      },
    },
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
    ...pacePhrases(paceOf(campaign, plan, tally, zone), "progress"),
    {
      key: "progress-counters",
      args: {
        registered: tally.counters.registered.total,
        recognized: tally.counters.recognized.total,
        onPortal: tally.counters.onPortal.total,
      },
    },
  ]
}

/** The table of the units below, best first. */
export function rankingPhrases(reading: TallyReading, campaign: Campaign, zone: string): readonly Phrase[] {
  const { tally } = reading
  const at = instantOf(tally.to, zone)
  const rows = tally.rows.filter((row) => row.unit !== tally.unit)
  if (rows.length === 0) return [{ key: "ranking-none", args: { unit: reading.unitName } }]
  const phase = planTally(campaign, tally.period, at, zone).phase
  const lines: Phrase[] = rows.slice(0, LONGEST_RANKING).map((row) => ({
    key: "ranking-line",
    args: { rank: row.rank, name: row.name, value: standing(row, campaign), change: rankChange(row) },
  }))
  const more: Phrase[] =
    rows.length > lines.length ? [{ key: "ranking-more", args: { count: rows.length - lines.length } }] : []
  const head: Phrase = {
    key: "ranking-head",
    args: {
      unit: reading.unitName,
      period: phase?.name ?? campaign.shortName,
      at: formatLocal(at, zone, "sentence"),
    },
  }
  return [head, ...lines, ...more]
}

/** T13: the post of a closed period; `late` when it is sent well after its hour. */
export function tallyPhrases(
  reading: TallyReading,
  campaign: Campaign,
  zone: string,
  options: { readonly late: boolean },
): readonly Phrase[] {
  const { tally } = reading
  const from = instantOf(tally.from, zone)
  const to = instantOf(tally.to, zone)
  const plan = planTally(campaign, tally.period, to, zone)
  const { counters } = tally
  const units = tally.rows.filter((row) => row.unit !== tally.unit)
  const atZero = units.filter((row) => row.registered === 0).length
  const leaders = units.filter((row) => row[campaign.progressCounter] > 0).slice(0, LEADERS)
  return [
    {
      key: "tally-title",
      args: {
        period: tally.period,
        name: (plan.peak?.name ?? plan.phase?.name ?? campaign.shortName).toUpperCase(),
        from: formatLocal(from, zone, "dayHour"),
        to: formatLocal(to, zone, "dayHour"),
      },
    },
    { key: "tally-unit", args: { unit: reading.unitName } },
    ...(options.late ? [{ key: "tally-late" }] : []),
    {
      key: "tally-counters",
      args: {
        registered: counters.registered.total,
        registeredDelta: signed(counters.registered.delta),
        recognized: counters.recognized.total,
        recognizedDelta: signed(counters.recognized.delta),
        onPortal: counters.onPortal.total,
        onPortalDelta: signed(counters.onPortal.delta),
      },
    },
    ...goalPhrases(reading, campaign, plan.peak?.name ?? plan.phase?.name),
    ...pacePhrases(paceOf(campaign, plan, tally, zone), "tally"),
    ...(leaders.length === 0
      ? []
      : [
          {
            key: "tally-leaders",
            args: {
              list: leaders
                .map((row) => `${row.rank}. ${row.name} ${standing(row, campaign)}${rankChange(row)}`)
                .join(" · "),
            },
          },
        ]),
    ...(atZero === 0 ? [] : [{ key: "tally-zero", args: { count: atZero } }]),
    ...(tally.corrections === 0 ? [] : [{ key: "tally-corrections", args: { count: tally.corrections } }]),
    ...benefitPhrases(tally),
  ]
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
  if (wholeTarget !== null && wholeTarget > 0) {
    const count = tally.counters[campaign.progressCounter].total
    const pct = formatPct(roundPct(count, wholeTarget))
    parts.push({ key: "tally-whole", args: { count, target: wholeTarget, pct } })
  }
  return parts
}

function pacePhrases(pace: Pace | undefined, prefix: "progress" | "tally"): readonly Phrase[] {
  if (pace === undefined) return []
  if (pace.remaining === 0) return [{ key: `${prefix}-reached` }]
  const until = dayAndMonth(pace.lastDay)
  if (pace.daysLeft === 0) return [{ key: `${prefix}-over`, args: { remaining: pace.remaining, until } }]
  const needed: Phrase =
    prefix === "progress"
      ? {
          key: "progress-remaining",
          args: { remaining: pace.remaining, perDay: pace.perDay, days: pace.daysLeft, until },
        }
      : { key: "tally-pace", args: { remaining: pace.remaining, perDay: pace.perDay, until } }
  if (prefix === "progress" || pace.peak === undefined) return [needed]
  const { name, startsOn, endsOn, perDay } = pace.peak
  const peak = { peak: name.toLowerCase(), from: dayAndMonth(startsOn), to: dayAndMonth(endsOn), perDay }
  return [needed, { key: "tally-pace-peak", args: peak }]
}

function benefitPhrases(tally: Tally): readonly Phrase[] {
  const { vnd, unconverted } = tally.benefit
  if (vnd === 0 && unconverted === 0) return []
  return unconverted === 0
    ? [{ key: "tally-benefit", args: { vnd } }]
    : [{ key: "tally-benefit-unconverted", args: { vnd, count: unconverted } }]
}

function standing(row: TallyRow, campaign: Campaign): string {
  return row.achievedPct === null ? formatNumber(row[campaign.progressCounter]) : formatPct(row.achievedPct)
}

function rankChange(row: TallyRow): string {
  if (row.rankChange === null || row.rankChange === 0) return ""
  return row.rankChange > 0 ? ` ▲${row.rankChange}` : ` ▼${-row.rankChange}`
}

function signed(delta: number): string {
  return delta < 0 ? formatNumber(delta) : `+${formatNumber(delta)}`
}

function dayAndMonth(date: string): string {
  const [, month = "", day = ""] = date.split("-")
  return `${Number(day)}/${Number(month)}`
}

function instantOf(iso: string, zone: string): number {
  const at = parseIso(iso, zone)
  if (at === undefined) throw new Error(`A tally holds a moment that is none: ${iso}`)
  return at
}
