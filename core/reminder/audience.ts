import type { GoalPeriod } from "../campaign/campaign.ts"
import { childrenOf, subtreeIds, type UnitTree } from "../campaign/unit.ts"
import { isOfKind } from "../campaign/unit-kind.ts"
import type { BotId, ChatId } from "../channel.ts"
import { daysBetweenInclusive, type LocalDate } from "../clock.ts"
import type { AudienceState } from "./reminder.ts"

/** Where a unit stands, everything below it included. */
export type UnitStanding = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly level: string
  /** Ids from the root down to the unit itself. */
  readonly path: readonly string[]
  readonly isLeaf: boolean
  /** Of the running phase; null: none. */
  readonly target: number | null
  /** What counts against the target. */
  readonly held: number
  /** Registered since the campaign's start. */
  readonly registered: number
  /** Registered since the last weekly closing, or within the period that was asked for. */
  readonly week: number
}

/** A chat in which a unit can be told something. `busy`: its person is in the middle of a dialogue. */
export type Way = {
  readonly chat: ChatId
  readonly bot: BotId
  readonly unitId: string
  readonly isGroup: boolean
  readonly busy: boolean
}

/** A chat in which `people` began a registration and left it. */
export type DraftChat = Omit<Way, "unitId"> & { readonly people: number }

/** Everything a reminder can be decided upon, read at one moment. */
export type Field = {
  readonly today: LocalDate
  readonly phase: GoalPeriod | undefined
  /** The unit asked for first, then everything below it, parents before children. */
  readonly standings: readonly UnitStanding[]
  readonly ways: readonly Way[]
  readonly drafts: readonly DraftChat[]
}

/** One chat and the units that are told something there; none where a draft is meant. */
export type Recipient = Omit<Way, "unitId"> & {
  readonly units: readonly UnitStanding[]
  readonly people: number
}

export type Recipients = {
  readonly recipients: readonly Recipient[]
  /** The units that are meant and can be told. */
  readonly reached: readonly UnitStanding[]
  readonly unreachable: readonly UnitStanding[]
}

/** What was counted at a unit itself. */
export type OwnCount = { readonly held: number; readonly registered: number; readonly week: number }

/** Sums up each unit with everything below it; closed and merged ones only add to those above them. */
export function standingsOf(
  tree: UnitTree,
  unitId: string,
  counts: ReadonlyMap<string, OwnCount>,
  targetOf: (unitId: string) => number | null,
): readonly UnitStanding[] {
  const ids = subtreeIds(tree, unitId)
  const sums = new Map(ids.map((id) => [id, { held: 0, registered: 0, week: 0, ...counts.get(id) }]))
  for (const id of ids.toReversed()) {
    const parent = sums.get(tree.byId.get(id)?.parentId ?? "")
    const own = sums.get(id)
    if (parent === undefined || own === undefined || id === unitId) continue
    parent.held += own.held
    parent.registered += own.registered
    parent.week += own.week
  }
  return ids.flatMap((id) => {
    const unit = tree.byId.get(id)
    const sum = sums.get(id)
    if (unit === undefined || sum === undefined || unit.state !== "open") return []
    const isLeaf = !childrenOf(tree, id).some(({ state }) => state === "open")
    return [
      {
        ...{ id, code: unit.code, name: unit.name, level: unit.level, path: pathOf(tree, id) },
        ...{ isLeaf, target: targetOf(id), ...sum },
      },
    ]
  })
}

function pathOf(tree: UnitTree, id: string): readonly string[] {
  const path = [id]
  for (let up = tree.byId.get(id)?.parentId; up != null; up = tree.byId.get(up)?.parentId) path.unshift(up)
  return path
}

/** How many a unit should have by the end of `today` when it goes on evenly to the phase's last day. */
function duePace(target: number, phase: GoalPeriod, today: LocalDate): number {
  const whole = daysBetweenInclusive(phase.startsOn, phase.endsOn)
  const gone = Math.min(whole, daysBetweenInclusive(phase.startsOn, today))
  return (target * gone) / whole
}

/**
 * The units that are meant. States are those of the units below the one asked for, for that one is who asks; of a unit
 * without any below it, its own.
 */
export function unitsMeant(field: Field, state: AudienceState): readonly UnitStanding[] {
  const { kind, under, of, without = [] } = state
  const [top, ...below] = field.standings
  if (top === undefined || kind === "drafts") return []
  const ofKind = (units: readonly UnitStanding[]) =>
    units.filter(
      (unit) => (of === undefined || isOfKind(unit, of)) && !without.some(({ id }) => unit.path.includes(id)),
    )
  if (kind === "unit" || kind === "all") return ofKind(field.standings)
  const candidates = below.length === 0 ? [top] : below
  return ofKind(candidates).filter((unit) => isIn(unit, kind, field) && isUnder(unit, under))
}

function isIn(unit: UnitStanding, kind: "short" | "behind" | "zero" | "zero_week", field: Field): boolean {
  const hasTarget = unit.target !== null && unit.target > 0
  switch (kind) {
    case "short":
      return hasTarget && unit.held < (unit.target ?? 0)
    case "behind": {
      if (!hasTarget || field.phase === undefined) return false
      // Today is not over: what it asks for is not yet owed.
      return unit.held < Math.floor(duePace(unit.target ?? 0, field.phase, field.today))
    }
    case "zero":
      return (hasTarget || unit.isLeaf) && unit.registered === 0
    case "zero_week":
      return (hasTarget || unit.isLeaf) && unit.week === 0
    default:
      return kind satisfies never
  }
}

function isUnder({ held, target }: UnitStanding, percent: number | undefined): boolean {
  return percent === undefined || held * 100 < (target ?? 0) * percent
}

/** True when `unit` has nothing more to reach in this phase. */
export function hasReached(unit: UnitStanding): boolean {
  return unit.target !== null && unit.target > 0 && unit.held >= unit.target
}

/** Who is told, and where: a unit in its own groups, else its officers in private; each chat once. */
export function recipientsOf(
  field: Field,
  state: AudienceState,
  units: readonly UnitStanding[] = unitsMeant(field, state),
): Recipients {
  if (state.kind === "drafts") {
    return {
      recipients: field.drafts.map((draft) => ({ ...draft, units: [] })),
      reached: [],
      unreachable: [],
    }
  }
  const waysOf = Map.groupBy(field.ways, (way) => way.unitId)
  const byChat = new Map<ChatId, Omit<Recipient, "units"> & { units: UnitStanding[] }>()
  const unreachable: UnitStanding[] = []
  for (const unit of units) {
    const ways = waysOf.get(unit.id) ?? []
    const groups = ways.filter((way) => way.isGroup)
    const chosen = groups.length > 0 ? groups : ways
    if (chosen.length === 0) unreachable.push(unit)
    for (const { chat, bot, isGroup, busy } of chosen) {
      const known = byChat.get(chat)
      if (known === undefined) byChat.set(chat, { chat, bot, isGroup, busy, people: 0, units: [unit] })
      else known.units.push(unit)
    }
  }
  return {
    recipients: [...byChat.values()],
    reached: units.filter((unit) => !unreachable.includes(unit)),
    unreachable,
  }
}
