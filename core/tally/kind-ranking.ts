import { isOfKind, type KindAsked, kindAsked } from "../campaign/unit-kind.ts"
import { formatLocal } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { unitMeant, unitNamed } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import type { Field, UnitStanding } from "../reminder/audience.ts"
import { nameAmongUnits } from "../reminder/message.ts"
import { compareVietnamese, formatNumber, formatPct, roundPct } from "../text/number.ts"
import { orWhyNot } from "./or-why-not.ts"

const LONGEST_RANKING = 10

/** The kind of units that is asked for; a unit that is called so is meant itself. */
export async function kindMeant({ reads }: Turn, typed: string): Promise<KindAsked | undefined> {
  const asked = kindAsked(typed)
  if (asked === undefined || asked.several) return asked
  return unitNamed(typed, await reads.units()).kind === "sure" ? undefined : asked
}

/**
 * "bảng xếp hạng các trường", "khối doanh nghiệp của KCN": the units of a kind, wherever they stand below, best first; or which kinds there
 * are. What tells the kind is said beside it, for it is the level or the name alone.
 */
export async function rankingOfKind(
  turn: Turn,
  campaign: RunningCampaign,
  { kind, place }: KindAsked,
  { most = LONGEST_RANKING, typed }: { readonly most?: number; readonly typed: string },
): Promise<Decision> {
  if (kind === undefined) return answer(turn, "kinds-known")
  const { moment, reads } = turn
  const again = (code: string) =>
    `bảng xếp hạng ${place === "" ? `${typed} của ${code}` : typed.replace(place, code)}`
  const meant = await unitMeant(turn, place, { usual: campaign.federation, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  return await orWhyNot(turn, campaign, "phase", async () => {
    const field = await reads.reminderField(campaign, unit.id, moment.now)
    const [, ...below] = field.standings
    const ofKind = ranked(below.filter((each) => isOfKind(each, kind)))
    const counter = campaign.campaign.progressCounter
    if (ofKind.length === 0)
      return {
        phrases: [{ key: "kind-none", args: { ofKind: kind, unit: unit.name } }, { key: "kinds-known" }],
      }
    const head: Phrase = {
      key: "kind-head",
      args: {
        ofKind: kind,
        unit: unit.name,
        count: ofKind.length,
        period: field.phase?.name ?? campaign.campaign.shortName,
        at: formatLocal(moment.now, moment.timeZone, "sentence"),
        counter,
      },
    }
    const shown = ofKind.slice(0, most)
    const more = ofKind.length - shown.length
    return {
      phrases: [
        head,
        ...(ofKind.every((each) => each.held === 0)
          ? [{ key: "ranking-nobody", args: { counter } }]
          : [
              ...shown.map((each, at) => lineOf(each, at + 1, field)),
              ...(more > 0 ? [{ key: "ranking-more", args: { count: more } }] : []),
            ]),
        { key: "kind-told-by", args: { kind } },
      ],
    }
  })
}

function pctOf({ held, target }: UnitStanding): number | undefined {
  return target === null || target === 0 ? undefined : roundPct(held, target)
}

/** As everywhere: by the percentage of the target, then by count, name and code; those without a target last. */
function ranked(units: readonly UnitStanding[]): readonly UnitStanding[] {
  return units.toSorted(
    (a, b) =>
      (pctOf(b) ?? -1) - (pctOf(a) ?? -1) ||
      b.held - a.held ||
      compareVietnamese(a.name, b.name) ||
      compareVietnamese(a.code, b.code),
  )
}

function lineOf(unit: UnitStanding, rank: number, { standings }: Field): Phrase {
  const pct = pctOf(unit)
  const above = standings.find(({ id }) => id === unit.path.at(-2))
  const isBelow = above !== undefined && above !== standings[0]
  const siblings = standings.filter(({ path }) => path.at(-2) === unit.path.at(-2))
  return {
    key: "kind-line",
    args: {
      rank,
      name: nameAmongUnits(unit, siblings),
      below: isBelow ? "yes" : "no",
      above: above?.name ?? "",
      value: pct === undefined ? formatNumber(unit.held) : formatPct(pct),
      count: unit.held,
      target: unit.target ?? 0,
      goal: pct === undefined ? "no" : "yes",
    },
  }
}
