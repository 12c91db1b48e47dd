import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import type { UnitRef } from "../people/role.ts"
import { formatPct, roundPct } from "../text/number.ts"
import { usualFor } from "./ask.ts"
import type { Part } from "./compare-parts.ts"
import { orWhyNot } from "./or-why-not.ts"
import { spanWords } from "./period.ts"
import type { Progress } from "./progress.ts"
import type { Tally } from "./tally.ts"
import { periodHead } from "./text.ts"

/**
 * "so sánh CĐCS A với CĐCS B", "so sánh KCN, GD và YT": how far each is in the running phase, or what came in during the period that is
 * named, which anybody may see, one line each, and who is ahead by the measure the ranks go by.
 */
export async function compareUnits(
  turn: Turn,
  parts: readonly Part[],
  campaign: RunningCampaign,
): Promise<Decision> {
  const usual = usualFor(turn.context, campaign)
  const named = parts.find(({ period }) => period !== "")
  const units: UnitRef[] = []
  for (const [nth, { unit }] of parts.entries()) {
    const others = (code: string) => [
      ...units.map((one) => one.code),
      code,
      ...parts.slice(nth + 1).map((part) => part.unit),
    ]
    const again = (code: string) => `so sánh ${others(code).join(" với ")} ${named?.period ?? ""}`.trim()
    const meant = await unitMeant(turn, unit, { usual, again })
    if ("decision" in meant) return meant.decision
    units.push(meant.unit)
  }
  if (new Set(units.map(({ id }) => id)).size < units.length) return answer(turn, "compare-units-how")
  const { moment, reads } = turn
  const { campaign: rules } = campaign
  if (named !== undefined)
    return await orWhyNot(turn, campaign, named.ask.period, async () => {
      const tallies = await Promise.all(
        units.map(async ({ id, name }) => ({
          name,
          tally: (await reads.tally(campaign, id, named.ask)).tally,
        })),
      )
      return { phrases: inPeriod(tallies, rules, moment.timeZone) }
    })
  return await orWhyNot(turn, campaign, "phase", async () => {
    const all = await Promise.all(units.map(({ id }) => reads.progress(campaign, id, moment.now)))
    return { phrases: comparison(all, rules, moment.timeZone) }
  })
}

type Counted = { readonly name: string; readonly tally: Tally }

/** What came in at each of them during one period. */
function inPeriod(
  all: readonly Counted[],
  { progressCounter }: RunningCampaign["campaign"],
  zone: string,
): readonly Phrase[] {
  const { from = "", to = "" } = all[0]?.tally ?? {}
  const span = spanWords({ from: Date.parse(from), to: Date.parse(to) }, zone)
  const ranked = all.toSorted((a, b) => added(b, progressCounter) - added(a, progressCounter))
  return [
    { key: "compare-parts-head", args: { what: span } },
    ...ranked.map(({ name, tally }) => partLine(name, tally)),
  ]
}

function added({ tally }: Counted, counter: RunningCampaign["campaign"]["progressCounter"]): number {
  return tally.counters[counter].delta
}

/** What came in at a unit, or in a period. */
export function partLine(what: string, { counters }: Tally): Phrase {
  return {
    key: "compare-parts-line",
    args: {
      what,
      registered: counters.registered.delta,
      recognized: counters.recognized.delta,
      onPortal: counters.onPortal.delta,
    },
  }
}

function comparison(
  all: readonly Progress[],
  campaign: RunningCampaign["campaign"],
  zone: string,
): readonly Phrase[] {
  const counter = campaign.progressCounter
  const lines = ranked(all).map(({ unitName, held, target: { assigned }, counters }): Phrase => {
    const { registered, recognized, onPortal } = counters
    const hasTarget = assigned !== null && assigned > 0
    return {
      key: "compare-units-line",
      args: {
        unit: unitName,
        goal: hasTarget ? "some" : "none",
        count: held,
        target: assigned ?? 0,
        pct: hasTarget ? formatPct(roundPct(held, assigned)) : "",
        registered,
        recognized,
        onPortal,
      },
    }
  })
  return [
    ...all.slice(0, 1).map(({ plan }) => ({
      key: "compare-units-head",
      args: { ...periodHead(plan, campaign, zone), counter },
    })),
    ...lines,
    ...resultOf(all, counter),
  ]
}

/** Two as they were named; of more the best first. */
function ranked(all: readonly Progress[]): readonly Progress[] {
  return all.length < 3
    ? all
    : all.toSorted((a, b) => (b.target.achievedPct ?? -1) - (a.target.achievedPct ?? -1) || b.held - a.held)
}

/** Of two who is ahead; of more the lines show it. */
function resultOf([one, other, ...more]: readonly Progress[], counter: string): readonly Phrase[] {
  if (one === undefined || other === undefined || more.length > 0) return []
  const [a, b] = [one.target.achievedPct, other.target.achievedPct]
  const byPct = a !== null && b !== null && a !== b
  const ahead = (byPct ? a - b : one.held - other.held) >= 0 ? one : other
  const behind = ahead === one ? other : one
  const isEven = !byPct && one.held === other.held
  return [
    {
      key: "compare-units-result",
      args: {
        by: isEven ? "nothing" : byPct ? "pct" : "count",
        unit: ahead.unitName,
        more: formatPct(ahead.target.achievedPct ?? 0),
        less: formatPct(behind.target.achievedPct ?? 0),
        count: ahead.held - behind.held,
        counter,
      },
    },
  ]
}
