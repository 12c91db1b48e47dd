import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, widestGrant } from "../people/role.ts"
import { TallyError } from "../tally/plan.ts"
import { type Field, type UnitStanding, unitsMeant } from "./audience.ts"
import { readAudience } from "./read.ts"

const MOST_NAMED = 20

/** "đơn vị nào chưa có sáng kiến", "ai chưa đạt của KCN": the units that a reminder to them would mean, to their officer in private. */
export async function whoLags(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  const usual = widestGrant(person?.grants ?? [])?.unit
  if (!isOfficer(person) || usual === undefined) return answer(turn, "officers-only")
  if (campaign === undefined) return answer(turn, "no-campaign")
  if (context.chat.kind === "group") return answer(turn, "lags-in-private")
  const read = readAudience(rest, await reads.units())
  const kind = read?.kind ?? "zero"
  const named = read?.unit
  const again = (code: string) => `${rest.replace(/ (?:cua|thuoc|trong|tai|o|ben|cho) .*$/, "")} cua ${code}`
  const typed =
    named === undefined ? "" : "typed" in named ? named.typed : ((await reads.unit(named.id))?.code ?? "")
  const meant = await unitMeant(turn, typed, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  let field: Field
  try {
    field = await reads.reminderField(campaign, unit.id, moment.now)
  } catch (error) {
    if (error instanceof TallyError) return answer(turn, "remind-too-early")
    throw error
  }
  if (field.standings.length === 1) return answer(turn, "lags-no-units", { unit: unit.name })
  const lagging = nearestFirst(unitsMeant(field, kind))
  const args = { kind, unit: unit.name }
  if (lagging.length === 0) return answer(turn, "lags-none", args)
  const more = lagging.length - MOST_NAMED
  return {
    say: [
      reply(turn, {
        phrases: [
          { key: "lags-head", args: { ...args, count: lagging.length } },
          ...lagging.slice(0, MOST_NAMED).map((each) => lineOf(each, field)),
          ...(more > 0 ? [{ key: "ranking-more", args: { count: more } }] : []),
          { key: "lags-foot", args },
        ],
      }),
    ],
  }
}

/** Those directly below before those below them, and who is farthest from the target first. */
function nearestFirst(units: readonly UnitStanding[]): readonly UnitStanding[] {
  const share = ({ held, target }: UnitStanding) => (target === null || target === 0 ? 0 : held / target)
  return units.toSorted((one, other) => one.path.length - other.path.length || share(one) - share(other))
}

/** Grassroots unions of several upper ones are called alike, so theirs is named too. */
function lineOf(unit: UnitStanding, { standings }: Field): Phrase {
  const [top] = standings
  const isBelow = unit.path.length > (top?.path.length ?? 0) + 1
  const above = isBelow ? standings.find(({ id }) => id === unit.path.at(-2))?.name : undefined
  const { name, held, target } = unit
  return {
    key: "lags-line",
    args: {
      unit: name,
      below: above === undefined ? "no" : "yes",
      above: above ?? "",
      count: held,
      goal: target === null || target === 0 ? "no" : "yes",
      target: target ?? 0,
    },
  }
}
