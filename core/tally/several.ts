import { unitNamed } from "../conversation/which-unit.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import type { UnitRef } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { JOINED, type Part, partsIn } from "./compare-parts.ts"
import type { Calendar } from "./period.ts"
import { readTallyWish, type TallyWish } from "./wish.ts"

/** Each comes with its picture or its file; more would bury the chat. */
export const MOST_AT_ONCE = 4

/**
 * What followed "tổng hợp", one wish for each period or unit that is named: "tuần trước và tháng 3", "tháng 1, 2 và 3 KCN", "KCN và GD
 * tháng 3". Periods share the one unit that is named, whether it is known or still to be asked for; units share the one period.
 */
export function tallyWishes(
  rest: string,
  calendar: Calendar,
  units: readonly (SearchableUnit & UnitRef)[],
): readonly [TallyWish, ...TallyWish[]] {
  const whole = readTallyWish(rest, calendar, units)
  const isOne = !JOINED.test(fold(whole.unit)) || unitNamed(whole.unit, units).kind === "sure"
  const [first, ...others] = (isOne ? undefined : shared(partsIn(rest, calendar, units) ?? [], units)) ?? [
    whole,
  ]
  const { sector, details } = whole
  const as = ({ unit, period, ask, ahead }: Part): TallyWish => ({
    unit,
    period,
    ask,
    details,
    ...(sector === undefined ? {} : { sector }),
    ...(ahead === undefined ? {} : { ahead }),
  })
  return first === undefined || first === whole ? [whole] : [as(first), ...others.map(as)]
}

/** Every part with its period and its unit; undefined where what is left out could not be told. */
function shared(
  parts: readonly Part[],
  units: readonly (SearchableUnit & UnitRef)[],
): readonly Part[] | undefined {
  const named = parts.filter(({ unit }) => unit !== "")
  const timed = parts.filter(({ period }) => period !== "")
  const [unit, ...otherUnits] = named
  const [period, ...otherPeriods] = timed
  if (parts.length < 2) return undefined
  if (timed.length === parts.length && otherUnits.length === 0)
    return parts.map((part) => ({ ...part, unit: unit?.unit ?? "" }))
  const areKnown = named.length === parts.length && named.every((part) => isSure(part, units))
  if (!areKnown || otherPeriods.length > 0)
    return areKnown && timed.length === parts.length ? parts : undefined
  return period === undefined ? parts : parts.map((part) => ({ ...period, unit: part.unit }))
}

function isSure({ unit }: Part, units: readonly (SearchableUnit & UnitRef)[]): boolean {
  return unitNamed(unit, units).kind === "sure"
}
