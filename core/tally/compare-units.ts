import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { namesOwnUnit, unitMeant, unitNamed } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { clean, fold } from "../text/fold.ts"
import { formatPct, roundPct } from "../text/number.ts"
import { orWhyNot, usualFor } from "./ask.ts"
import type { Progress } from "./progress.ts"
import { periodHead } from "./text.ts"

/** What stands between the two: "A với B", "A so với B", "A và B". */
const JOINS = /^(?:voi|va|hay|hoac|vs|cung|hon)$/
const BEFORE_JOIN = /(?:[\s,]+(?:so|sánh|sanh|có|co))+$/iu

/**
 * "so sánh CĐCS A với CĐCS B": how far each is in the running phase, which anybody may see, one line each, and who is ahead by the
 * measure the ranks go by.
 */
export async function compareUnits(turn: Turn, rest: string, campaign: RunningCampaign): Promise<Decision> {
  const pair = await pairIn(turn, rest)
  if (pair === undefined) return answer(turn, "compare-units-how")
  const [one, other] = pair
  const usual = usualFor(turn.context, campaign)
  const first = await unitMeant(turn, one, { usual, again: (code) => `so sánh ${code} với ${other}` })
  if ("decision" in first) return first.decision
  const again = (code: string) => `so sánh ${first.unit.code} với ${code}`
  const second = await unitMeant(turn, other, { usual, again })
  if ("decision" in second) return second.decision
  if (first.unit.id === second.unit.id) return answer(turn, "compare-units-how")
  const { moment, reads } = turn
  return await orWhyNot(turn, campaign, "phase", async () => {
    const both = await Promise.all([
      reads.progress(campaign, first.unit.id, moment.now),
      reads.progress(campaign, second.unit.id, moment.now),
    ])
    return { phrases: comparison(both, campaign.campaign, moment.timeZone) }
  })
}

/** The words cut where a unit is named on either side: "Sở Nông nghiệp và Môi trường với KCN" has two places for it. */
async function pairIn({ reads }: Turn, rest: string): Promise<readonly [string, string] | undefined> {
  const units = await reads.units()
  const sureness = (typed: string) => {
    if (namesOwnUnit(typed)) return 2
    const { kind } = unitNamed(typed, units)
    return kind === "sure" ? 2 : kind === "choices" ? 1 : 0
  }
  const words = clean(rest).split(/\s+/)
  const cuts = words.flatMap((word, at) => {
    if (at === 0 || !JOINS.test(fold(word))) return []
    const one = words.slice(0, at).join(" ").replace(BEFORE_JOIN, "")
    const other = words.slice(at + 1).join(" ")
    const [left, right] = [sureness(one), sureness(other)]
    return [{ pair: [one, other] as const, fit: Math.min(left, right) * 3 + left + right }]
  })
  const [best] = cuts.toSorted((a, b) => b.fit - a.fit)
  return best === undefined || best.fit === 0 ? undefined : best.pair
}

function comparison(
  both: readonly [Progress, Progress],
  campaign: RunningCampaign["campaign"],
  zone: string,
): readonly Phrase[] {
  const counter = campaign.progressCounter
  const lines = both.map(({ unitName, held, target: { assigned }, counters }): Phrase => {
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
    { key: "compare-units-head", args: { ...periodHead(both[0].plan, campaign, zone), counter } },
    ...lines,
    resultOf(both, counter),
  ]
}

function resultOf([one, other]: readonly [Progress, Progress], counter: string): Phrase {
  const [a, b] = [one.target.achievedPct, other.target.achievedPct]
  const byPct = a !== null && b !== null && a !== b
  const ahead = (byPct ? a - b : one.held - other.held) >= 0 ? one : other
  const behind = ahead === one ? other : one
  const isEven = !byPct && one.held === other.held
  return {
    key: "compare-units-result",
    args: {
      by: isEven ? "nothing" : byPct ? "pct" : "count",
      unit: ahead.unitName,
      more: formatPct(ahead.target.achievedPct ?? 0),
      less: formatPct(behind.target.achievedPct ?? 0),
      count: ahead.held - behind.held,
      counter,
    },
  }
}
