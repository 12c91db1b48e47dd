import type { Incoming } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { LinkDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { findUnit } from "../intake/unit-search.ts"
import { isOfficer } from "../review/judge.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { mayAct, type UnitRef } from "./role.ts"

type Written = Pick<Incoming, "message" | "topic">

/** "liên kết <đơn vị>" in a group: an officer of the unit says which unit the group belongs to, and confirms it. */
export async function link(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  if (context.chat.kind === "private") return answer(context, written, moment, "link-in-group")
  if (!isOfficer(context.person)) {
    return answer(context, written, moment, "link-officers-only")
  }
  const present = context.chat.unit
  // Nobody takes a group away from a unit that is not theirs.
  if (present !== undefined && !mayAct(context.person?.grants ?? [], "officer", present)) {
    return answer(context, written, moment, "link-taken", { unit: present.name })
  }
  if (rest === "") return answer(context, written, moment, "link-how")
  const search = findUnit(rest, await reads.units())
  switch (search.kind) {
    case "none":
      return answer(context, written, moment, "unit-not-found", { typed: rest.slice(0, 60) })
    case "choices":
      return await offer(context, written, search.ids, moment, reads)
    case "sure":
      return await confirm(context, written, search.id, moment, reads)
    default:
      return search satisfies never
  }
}

/** The answer to "is it this one?" or "which of these?"; undefined when the words are no answer. */
export async function answerLink(
  context: Context,
  dialogue: LinkDialogue,
  written: Written & { readonly text: string },
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  if (dialogue.step === "pick_link") {
    const picked = parseChoice(written.text, dialogue.offered.length)
    if (picked === undefined) return undefined
    return await confirm(context, written, dialogue.offered[picked - 1] as string, moment, reads)
  }
  const choice = parseChoice(written.text, 2)
  const isRight = choice === undefined ? parseYesNo(written.text) : choice === 1
  if (isRight === undefined) return undefined
  if (!isRight) return { dialogue: null, ...answer(context, written, moment, "link-how") }
  const unit = await reads.unit(dialogue.unitId)
  const { person } = context
  // Rights may have been withdrawn between the question and the answer.
  if (unit === undefined || person === undefined || !mayAct(person.grants, "officer", unit)) {
    return { dialogue: null, ...answer(context, written, moment, "link-officers-only") }
  }
  return {
    dialogue: null,
    changes: [{ do: "link", chat: context.chat.id, unitId: unit.id, personId: person.id }],
    ...answer(context, written, moment, "linked", { unit: unit.name }),
  }
}

async function confirm(
  context: Context,
  written: Written,
  unitId: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const unit = await reads.unit(unitId)
  if (unit === undefined || !mayAct(context.person?.grants ?? [], "officer", unit)) {
    return {
      dialogue: null,
      ...answer(context, written, moment, "link-not-yours", { unit: unit?.name ?? "" }),
    }
  }
  const parentId = unit.path.at(-2)
  const parent = parentId === undefined ? undefined : await reads.unit(parentId)
  const ask = moment.newId()
  return {
    dialogue: { step: "link", ask, askedAt: moment.now, unitId: unit.id },
    say: [
      reply(context, written, moment, {
        phrases: [
          parent === undefined
            ? { key: "link-confirm-root", args: nameAndCode(unit) }
            : { key: "link-confirm", args: { ...nameAndCode(unit), parent: parent.name } },
        ],
        choices: { ask, labels: [{ key: "choice-right" }, { key: "choice-again" }] },
      }),
    ],
  }
}

async function offer(
  context: Context,
  written: Written,
  ids: readonly string[],
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const ask = moment.newId()
  const units = await Promise.all(ids.map((id) => reads.unit(id)))
  const labels = units.map((unit) => ({ text: unit === undefined ? "" : `${unit.name} (${unit.code})` }))
  return {
    dialogue: { step: "pick_link", ask, askedAt: moment.now, offered: ids },
    say: [reply(context, written, moment, { phrases: [{ key: "unit-which" }], choices: { ask, labels } })],
  }
}

function nameAndCode(unit: UnitRef): { unit: string; code: string } {
  return { unit: unit.name, code: unit.code }
}
