import { isOfKind, kindsAhead, type UnitKind } from "../campaign/unit-kind.ts"
import { formatLocal } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Turn } from "../conversation/turn.ts"
import { unitNamed } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import type { UnitStanding } from "../reminder/audience.ts"
import { clean, fold } from "../text/fold.ts"
import { formatPct, roundPct } from "../text/number.ts"
import { orWhyNot } from "./or-why-not.ts"

/** The kinds of units that are to be compared, "trường và bệnh viện", "khối trường học với khối doanh nghiệp"; undefined for all else. */
export async function kindsCompared({ reads }: Turn, rest: string): Promise<readonly UnitKind[] | undefined> {
  const ahead = kindsAhead(fold(clean(rest)))
  if (ahead === undefined || ahead.kinds.length < 2 || ahead.rest !== "") return undefined
  return unitNamed(rest, await reads.units()).kind === "sure" ? undefined : ahead.kinds
}

/** How far the units of each kind are together in the running phase, the farthest first. Anybody may see it. */
export async function compareKinds(
  turn: Turn,
  campaign: RunningCampaign,
  kinds: readonly UnitKind[],
): Promise<Decision> {
  const { moment, reads } = turn
  const { federation, campaign: rules } = campaign
  return await orWhyNot(turn, campaign, "phase", async () => {
    const field = await reads.reminderField(campaign, federation.id, moment.now)
    const [, ...below] = field.standings
    const sums = kinds.map((kind) => sumOf(kind, below))
    const head: Phrase = {
      key: "kinds-compared-head",
      args: {
        unit: federation.name,
        period: field.phase?.name ?? rules.shortName,
        at: formatLocal(moment.now, moment.timeZone, "sentence"),
        counter: rules.progressCounter,
      },
    }
    const lines = sums
      .filter(({ units }) => units > 0)
      .toSorted((a, b) => shareOf(b) - shareOf(a) || b.held - a.held)
      .map(
        ({ kind, units, held, target }): Phrase => ({
          key: "kinds-compared-line",
          args: {
            ofKind: kind,
            units,
            count: held,
            target,
            goal: target > 0 ? "yes" : "no",
            pct: target > 0 ? formatPct(roundPct(held, target)) : "",
          },
        }),
      )
    const none = sums
      .filter(({ units }) => units === 0)
      .map(({ kind }): Phrase => ({ key: "kind-none", args: { ofKind: kind, unit: federation.name } }))
    return {
      phrases: [
        ...(lines.length === 0 ? [] : [head]),
        ...lines,
        ...none,
        { key: "kind-told-by", args: { kind: "named" } },
      ],
    }
  })
}

type Sum = {
  readonly kind: UnitKind
  readonly units: number
  readonly held: number
  readonly target: number
}

/** All of a kind together; what is counted at a unit of it is not counted once more below that. */
function sumOf(kind: UnitKind, all: readonly UnitStanding[]): Sum {
  const ofKind = all.filter((unit) => isOfKind(unit, kind))
  const ids = new Set(ofKind.map(({ id }) => id))
  const tops = ofKind.filter(({ path }) => !path.slice(0, -1).some((above) => ids.has(above)))
  return {
    kind,
    units: ofKind.length,
    held: tops.reduce((sum, { held }) => sum + held, 0),
    target: tops.reduce((sum, { target }) => sum + (target ?? 0), 0),
  }
}

function shareOf({ held, target }: Sum): number {
  return target === 0 ? -1 : held / target
}
