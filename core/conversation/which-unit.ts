import { findUnit } from "../intake/unit-search.ts"
import { mayAct, type UnitRef } from "../people/role.ts"
import { parseChoice } from "../text/choice.ts"
import type { Context } from "./context.ts"
import { both, type Decision } from "./decision.ts"
import type { PendingMessage, WhichUnitDialogue } from "./dialogue.ts"
import type { Reads } from "./reads.ts"
import { answer, reply, type Turn } from "./turn.ts"

/** The unit a command is about, or what is to be said instead of obeying it. */
export type UnitMeant = { readonly unit: UnitRef } | { readonly decision: Decision }

/**
 * The unit named by `typed`, else `usual`. When the name fits several, those the person has a role for come first; if that
 * still leaves several, they are offered by number, and the choice is taken as `again(code)`: the command as it could
 * have been written.
 */
export async function unitMeant(
  turn: Turn,
  typed: string,
  ask: { readonly usual: UnitRef; readonly again: (code: string) => string },
): Promise<UnitMeant> {
  const { moment, reads } = turn
  if (typed.trim() === "") return { unit: ask.usual }
  const ids = await unitsNamed(turn.context, typed, reads)
  if (ids.length === 0) {
    return { decision: answer(turn, "unit-not-found", { typed: typed.slice(0, 60) }) }
  }
  const units = (await Promise.all(ids.map((id) => reads.unit(id)))).filter((unit) => unit !== undefined)
  const [only] = units
  if (only !== undefined && units.length === 1) return { unit: only }
  const question = moment.newId()
  const labels = units.map((unit) => ({ text: `${unit.name} (${unit.code})` }))
  return {
    decision: {
      dialogue: {
        step: "which_unit",
        ask: question,
        askedAt: moment.now,
        offered: units.map(({ code }) => ask.again(code)),
      },
      say: [
        reply(turn, {
          phrases: [{ key: "unit-which" }],
          choices: { ask: question, labels },
        }),
      ],
    },
  }
}

async function unitsNamed(context: Context, typed: string, reads: Reads): Promise<readonly string[]> {
  const units = await reads.units()
  const search = findUnit(typed, units)
  if (search.kind === "sure") return [search.id]
  const grants = context.person?.grants ?? []
  const own = findUnit(
    typed,
    units.filter((unit) => mayAct(grants, "support", unit)),
  )
  if (own.kind === "sure") return [own.id]
  if (own.kind === "choices") return own.ids
  return search.kind === "choices" ? search.ids : []
}

/** The number of one of the units offered: the command is obeyed as if it had been written with that unit. */
export async function answerWhichUnit(
  { context, written }: Turn,
  dialogue: WhichUnitDialogue,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision | undefined> {
  const picked = parseChoice(written.text, dialogue.offered.length)
  const text = picked === undefined ? undefined : dialogue.offered[picked - 1]
  if (text === undefined) return undefined
  return both({ dialogue: null }, await resume({ ...context, dialogue: undefined }, { ...written, text }))
}
