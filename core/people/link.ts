import type { Decision } from "../conversation/decision.ts"
import type { LinkDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { offerUnits, unitNamed, unitNotFound } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { parseAgreement } from "../text/choice.ts"
import { isOfficer, mayAct, type UnitRef } from "./role.ts"

/** "liên kết <đơn vị>" in a group: an officer of the unit says which unit the group belongs to, and confirms it. */
export async function link(turn: Turn, rest: string): Promise<Decision> {
  const { context } = turn
  if (context.chat.kind === "private") return answer(turn, "link-in-group")
  if (!isOfficer(context.person)) {
    return answer(turn, "link-officers-only")
  }
  const present = context.chat.unit
  // Nobody takes a group away from a unit that is not theirs.
  if (present !== undefined && !mayAct(context.person?.grants ?? [], "officer", present)) {
    return answer(turn, "link-taken", { unit: present.name })
  }
  if (rest === "") return answer(turn, "link-how")
  const named = unitNamed(rest, await turn.reads.units())
  switch (named.kind) {
    case "none":
      return unitNotFound(turn, rest)
    case "choices":
      return offer(turn, named.units)
    case "sure":
      return await confirm(turn, named.unit)
    default:
      return named satisfies never
  }
}

/** The answer to "is it this one?" or "which of these?"; undefined when the words are no answer. */
export async function answerLink(turn: Turn, dialogue: LinkDialogue): Promise<Decision | undefined> {
  const { written } = turn
  if (dialogue.step === "pick_link") {
    const named = unitNamed(written.text, await turn.reads.units(), dialogue.offered)
    if (named.kind === "none") return undefined
    if (named.kind === "choices") return offer(turn, named.units)
    // Picked by name from a list it needs no further question.
    return dialogue.offered.includes(named.unit.id)
      ? await linkTo(turn, named.unit.id)
      : await confirm(turn, named.unit)
  }
  const isRight = parseAgreement(written.text, LINK_CHOICES.length)
  if (isRight === undefined) return undefined
  if (!isRight) return { dialogue: null, ...answer(turn, "link-how") }
  return await linkTo(turn, dialogue.unitId)
}

async function linkTo(turn: Turn, unitId: string): Promise<Decision> {
  const { person, chat } = turn.context
  const unit = await turn.reads.unit(unitId)
  // The unit may be another officer's, or rights withdrawn between the question and the answer.
  if (unit === undefined || person === undefined || !mayAct(person.grants, "officer", unit)) {
    return { dialogue: null, ...answer(turn, "link-not-yours", { unit: unit?.name ?? "" }) }
  }
  return {
    dialogue: null,
    changes: [{ do: "link", chat: chat.id, unitId: unit.id, personId: person.id }],
    ...answer(turn, "linked", { unit: unit.name }),
  }
}

async function confirm(turn: Turn, unit: UnitRef): Promise<Decision> {
  const { moment, reads } = turn
  if (!mayAct(turn.context.person?.grants ?? [], "officer", unit)) {
    return { dialogue: null, ...answer(turn, "link-not-yours", { unit: unit.name }) }
  }
  const parentId = unit.path.at(-2)
  const parent = parentId === undefined ? undefined : await reads.unit(parentId)
  const ask = moment.newId()
  return {
    dialogue: { step: "link", ask, askedAt: moment.now, unitId: unit.id },
    say: [
      reply(turn, {
        phrases: [
          parent === undefined
            ? { key: "link-confirm-root", args: nameAndCode(unit) }
            : { key: "link-confirm", args: { ...nameAndCode(unit), parent: parent.name } },
        ],
        choices: { ask, labels: LINK_CHOICES },
      }),
    ],
  }
}

/** What may be answered to "is it this one?". */
export const LINK_CHOICES: readonly Phrase[] = [{ key: "choice-right" }, { key: "choice-again" }]

function offer(turn: Turn, units: readonly UnitRef[]): Decision {
  return offerUnits(turn, units, (question) => ({ ...question, step: "pick_link" }))
}

function nameAndCode(unit: UnitRef): { unit: string; code: string } {
  return { unit: unit.name, code: unit.code }
}
