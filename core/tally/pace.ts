import { daysBetweenInclusive, type LocalDate, localDate } from "../clock.ts"
import { roundPct } from "../text/number.ts"
import type { TallyPlan } from "./plan.ts"
import type { Tally } from "./tally.ts"

/** How fast it has to go. */
export type Pace = {
  readonly perDay: number
  readonly daysLeft: number
  readonly remaining: number
  readonly lastDay: LocalDate
}

/** The pace a tally asks for; undefined when its unit has no target, or one so small that nothing of it falls to the unit. */
export function paceOf(plan: TallyPlan, { target }: Pick<Tally, "target">): Pace | undefined {
  const { assigned, remaining, perDay, daysLeft } = target
  if (plan.goal === undefined || assigned === 0) return undefined
  if (remaining === null || perDay === null || daysLeft === null) return undefined
  return { remaining, perDay, daysLeft, lastDay: plan.goal.lastDay }
}

/** How what is held stands against a target; null: there is none. */
export function againstTarget(
  assigned: number | null,
  held: number,
  plan: TallyPlan,
  zone: string,
): Tally["target"] {
  if (assigned === null || plan.goal === undefined) {
    return { assigned: null, achievedPct: null, remaining: null, perDay: null, daysLeft: null }
  }
  const remaining = Math.max(0, assigned - held)
  const target = { assigned, achievedPct: pctOf(held, assigned), remaining, perDay: 0, daysLeft: 0 }
  // An empty tally at the first instant still has its whole first day before it.
  return targetOn(localDate(plan.to, zone), target, plan)
}

/** The same with the days that are left from `day` on, that one included. */
export function targetOn(
  day: LocalDate,
  target: Tally["target"],
  { goal }: Pick<TallyPlan, "goal">,
): Tally["target"] {
  const { remaining } = target
  if (remaining === null || goal === undefined) return target
  const daysLeft = remaining === 0 ? 0 : daysBetweenInclusive(day, goal.lastDay)
  return { ...target, daysLeft, perDay: daysLeft === 0 ? 0 : Math.ceil(remaining / daysLeft) }
}

/** 75.6, not 0.756; null: there is no target to hold it against. */
export function pctOf(held: number, target: number | null): number | null {
  return target === null || target === 0 ? null : roundPct(held, target)
}
