import type { Counter } from "../campaign/campaign.ts"
import { daysBetweenInclusive, formatDay } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { formatPct, roundPct } from "../text/number.ts"
import type { Field, Recipient, UnitStanding } from "./audience.ts"
import { hasReached } from "./audience.ts"
import { type AudienceKind, type AudienceState, shareArgs } from "./reminder.ts"

/** What a message is made of beside its recipient. */
export type Occasion = {
  readonly kind: AudienceKind
  readonly words: string | undefined
  /** The office in whose name own words go out. */
  readonly office: string
  readonly counter: Counter
  /** The campaign to be named beside the numbers; undefined where there is only one. */
  readonly campaign: string | undefined
  readonly late: boolean
}

/** In a private message to somebody with many units; in the list of laggards. */
const MOST_UNITS = 10

/** What one chat is told: the officer's own words, or what the numbers say and what to do next. */
export function reminderPhrases(recipient: Recipient, field: Field, occasion: Occasion): readonly Phrase[] {
  const late: readonly Phrase[] = occasion.late ? [{ key: "reminder-late" }] : []
  if (occasion.words !== undefined) {
    return [{ key: "reminder-own", args: { office: occasion.office, words: occasion.words } }, ...late]
  }
  if (occasion.kind === "drafts") {
    const key = recipient.isGroup ? "reminder-draft-group" : "reminder-draft"
    return [{ key, args: recipient.isGroup ? { people: recipient.people } : {} }, ...late]
  }
  const shown = recipient.units.slice(0, MOST_UNITS)
  const more = recipient.units.length - shown.length
  const [only] = recipient.units
  return [
    ...shown.flatMap((unit) => unitPhrases(unit, field, occasion)),
    ...(more > 0 ? [{ key: "reminder-more", args: { count: more } }] : []),
    ...(recipient.units.length === 1 && only !== undefined
      ? [nextStep(only, occasion.counter)]
      : [nextStepOf(occasion.counter)]),
    ...late,
  ]
}

function unitPhrases(unit: UnitStanding, field: Field, { kind, campaign }: Occasion): readonly Phrase[] {
  const args = { unit: unit.name, phase: field.phase?.name ?? "" }
  const head: Phrase =
    campaign === undefined
      ? { key: "reminder-head", args }
      : { key: "reminder-head-campaign", args: { ...args, campaign } }
  const state: readonly Phrase[] =
    kind === "zero" || unit.registered === 0
      ? [{ key: "reminder-zero" }]
      : kind === "zero_week"
        ? [{ key: "reminder-zero-week" }]
        : []
  return [head, ...state, ...numbers(unit, field)]
}

function numbers(unit: UnitStanding, field: Field): readonly Phrase[] {
  const { target, held } = unit
  if (target === null || target === 0 || field.phase === undefined) {
    return [{ key: "reminder-count", args: { count: held } }]
  }
  const pct = formatPct(roundPct(held, target))
  if (hasReached(unit)) return [{ key: "reminder-reached", args: { count: held, target, pct } }]
  const remaining = target - held
  const days = daysBetweenInclusive(field.today, field.phase.endsOn)
  if (days === 0) return [{ key: "reminder-over", args: { count: held, target, pct, remaining } }]
  const args = {
    count: held,
    target,
    pct,
    remaining,
    perDay: Math.ceil(remaining / days),
    until: formatDay(field.phase.endsOn, "day"),
  }
  return [{ key: "reminder-goal", args }]
}

/** What is to be typed: to register while there are too few, else to bring on what is there. */
function nextStep(unit: UnitStanding, counter: Counter): Phrase {
  const hasEnough = unit.target !== null && unit.registered >= unit.target
  if (counter === "registered" || !hasEnough || hasReached(unit)) return { key: "reminder-next-registered" }
  return counter === "recognized" ? { key: "reminder-next-recognized" } : { key: "reminder-next-portal" }
}

function nextStepOf(counter: Counter): Phrase {
  return counter === "registered" ? { key: "reminder-next-registered" } : { key: "reminder-next-many" }
}

/** For the common group, where the federation wants laggards to be named. */
export function laggardPhrases(units: readonly UnitStanding[], state: AudienceState): readonly Phrase[] {
  return [
    {
      key: "reminder-laggards",
      args: { state: state.kind, ...shareArgs(state), count: units.length, units: namesOf(units) },
    },
  ]
}

/** A unit as it is named among others: two that are called alike with their codes. */
export function nameAmongUnits({ id, code, name }: UnitStanding, units: readonly UnitStanding[]): string {
  return units.some((other) => other.id !== id && other.name === name) ? `${name} (${code})` : name
}

/** Up to ten names, then "…". */
export function namesOf(units: readonly UnitStanding[]): string {
  const names = units.slice(0, MOST_UNITS).map((unit) => nameAmongUnits(unit, units))
  return units.length > MOST_UNITS ? `${names.join(", ")}, …` : names.join(", ")
}
