import { formatDay, type LocalDate, localDate } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import type { ReorganiseDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, mayActAbove, type RoleGrant, type UnitRef, widestGrant } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { effectiveDay } from "./effective-day.ts"
import { planReorganisation, type Reorganisation, type ReorganisationProblem } from "./reorganisation.ts"
import type { TypedHeadcount } from "./typed-headcount.ts"
import { readReorganisation, type TypedReorganisation, typedAgain } from "./typed-reorganisation.ts"
import { codeKey } from "./unit.ts"

/** "đơn vị gộp … vào … từ 1/7": asks an officer of the unit above whether it is right, and changes nothing yet. */
export async function reorganiseCommand(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  const { person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const typed = readReorganisation(rest)
  if (typed === undefined) return answer(turn, "units-how")
  const today = localDate(moment.now, moment.timeZone)
  const day = effectiveDay(typed.from, today)
  if (day === undefined) return answer(turn, "day-unread", { typed: typed.from ?? "" })
  const found = await resolved(turn, typed)
  if ("decision" in found) return found.decision
  if (!allowed(person.grants, found)) {
    return answer(turn, "units-not-yours", {
      unit: (found.unit ?? found.other)?.name ?? "",
    })
  }
  const problem = await problemOf(found.change, day, turn.reads)
  if (problem !== undefined) return answer(turn, "units-problem", { why: problem })
  const ask = moment.newId()
  const summary = summaryOf(found, day)
  return {
    dialogue: { step: "reorganise", ask, askedAt: moment.now, change: found.change, from: day, summary },
    say: [question(turn, ask, summary)],
  }
}

/** The answer to "is it right?"; undefined when the words are none. */
export async function answerReorganise(
  turn: Turn,
  dialogue: ReorganiseDialogue,
): Promise<Decision | undefined> {
  const { written, reads } = turn
  const isRight = parseAgreement(written.text, 2)
  if (isRight === undefined) return undefined
  if (!isRight) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const { person } = turn.context
  const { change, from } = dialogue
  const ids = idsOf(change)
  const [unit, other] = await Promise.all([reads.unit(ids.unitId ?? ""), reads.unit(ids.otherId ?? "")])
  const found = { change, unit, other }
  // Rights may have been withdrawn, and the tree changed, between the question and the answer.
  if (!isOfficer(person) || !allowed(person.grants, found)) {
    return { dialogue: null, ...answer(turn, "officers-only") }
  }
  const problem = await problemOf(change, from, reads)
  if (problem !== undefined) {
    return { dialogue: null, ...answer(turn, "units-problem", { why: problem }) }
  }
  const unitId = ids.unitId ?? ids.otherId ?? ""
  return {
    dialogue: null,
    changes: [{ do: "reorganise", change, from, unitId, personId: person.id }],
    ...answer(turn, "units-done"),
  }
}

/** Asks once more. */
export function repeatReorganise(turn: Turn, dialogue: ReorganiseDialogue): Decision {
  return { say: [question(turn, dialogue.ask, dialogue.summary)] }
}

function question(turn: Turn, ask: string, summary: Phrase) {
  return reply(turn, {
    phrases: [summary, { key: "units-note" }],
    choices: { ask, labels: [{ key: "choice-right" }, { key: "choice-stop" }] },
  })
}

type Found = {
  readonly change: Reorganisation
  /** The unit that changes; undefined for one to be added. */
  readonly unit: UnitRef | undefined
  /** Where it goes: its new parent, or the unit that stays. */
  readonly other: UnitRef | undefined
}

async function resolved(
  turn: Turn,
  typed: TypedReorganisation,
): Promise<Found | { readonly decision: Decision }> {
  const { context, reads } = turn
  const find = async (words: string, again: (code: string) => TypedReorganisation) => {
    const usual = context.chat.unit ?? widestGrant(context.person?.grants ?? [])?.unit
    if (usual === undefined) return { decision: answer(turn, "officers-only") }
    const ask = { usual, again: (code: string) => typedAgain(again(code)) }
    return await unitMeant(turn, words, ask)
  }
  let unit: UnitRef | undefined
  let other: UnitRef | undefined
  if ("unit" in typed) {
    const meant = await find(typed.unit, (code) => ({ ...typed, unit: code }))
    if ("decision" in meant) return meant
    unit = meant.unit
  }
  if ("other" in typed) {
    const meant = await find(typed.other, (code) => ({ ...typed, other: code }))
    if ("decision" in meant) return meant
    other = meant.unit
  }
  const unitId = unit?.id ?? ""
  const otherId = other?.id ?? ""
  switch (typed.kind) {
    case "add":
    case "split": {
      // A closed unit keeps its code, and one that was added a moment ago has taken its own.
      const { units } = await reads.unitHistory()
      const taken = new Set(units.map(({ code }) => codeKey(code)))
      const above = typed.kind === "add" ? other : await reads.unit(other?.path.at(-2) ?? "")
      const code = typed.code ?? freeCode((above ?? other)?.code ?? "", taken)
      const { name, headcount } = typed
      const added = {
        id: turn.moment.newId(),
        code,
        name,
        ...given({ headcount }),
      }
      return typed.kind === "add"
        ? { change: { kind: "add", ...added, parentId: otherId }, unit, other }
        : { change: { kind: "split", ...added, unitId: otherId }, unit: other, other }
    }
    case "count":
      return { change: { kind: "count", unitId, headcount: typed.headcount }, unit, other }
    case "rename":
      return { change: { kind: "rename", unitId, name: typed.name }, unit, other }
    case "move":
      return { change: { kind: "move", unitId, parentId: otherId }, unit, other }
    case "merge":
      return { change: { kind: "merge", unitId, intoId: otherId }, unit, other }
    case "close":
      return { change: { kind: "close", unitId }, unit, other }
    default:
      return typed satisfies never
  }
}

function countedWords({ members, workers }: TypedHeadcount = {}) {
  return {
    counted:
      members === undefined
        ? workers === undefined
          ? "none"
          : "workers"
        : workers === undefined
          ? "members"
          : "both",
    members: members ?? 0,
    workers: workers ?? 0,
  }
}

function freeCode(parent: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const code = `${parent}-${String(n).padStart(2, "0")}`
    if (!taken.has(codeKey(code))) return code
  }
}

function idsOf(change: Reorganisation): { unitId: string | undefined; otherId: string | undefined } {
  switch (change.kind) {
    case "add":
      return { unitId: undefined, otherId: change.parentId }
    case "move":
      return { unitId: change.unitId, otherId: change.parentId }
    case "merge":
      return { unitId: change.unitId, otherId: change.intoId }
    case "split":
      return { unitId: change.unitId, otherId: change.unitId }
    case "rename":
    case "close":
    case "count":
      return { unitId: change.unitId, otherId: undefined }
    default:
      return change satisfies never
  }
}

/** An officer of a unit above both: of what changes and, where it goes somewhere, of that place. */
function allowed(grants: readonly RoleGrant[], { change, unit, other }: Found): boolean {
  if (change.kind === "add") return other !== undefined && mayAct(grants, "officer", other)
  if (unit === undefined) return false
  // Nobody stands above the whole federation: its own members are counted by its own officers.
  if (change.kind === "count" && unit.path.length === 1) return mayAct(grants, "officer", unit)
  if (!mayActAbove(grants, "officer", unit)) return false
  if (change.kind === "move") return other !== undefined && mayAct(grants, "officer", other)
  if (change.kind === "merge") return other !== undefined && mayActAbove(grants, "officer", other)
  return true
}

/** Why it cannot be, told before it is asked; the store looks again. */
async function problemOf(
  change: Reorganisation,
  day: LocalDate,
  reads: Reads,
): Promise<ReorganisationProblem | undefined> {
  const plan = planReorganisation(await reads.unitHistory(), change, day)
  return typeof plan === "string" ? plan : undefined
}

function summaryOf({ change, unit, other }: Found, day: LocalDate): Phrase {
  const from = formatDay(day, "date")
  const names = { unit: unit?.name ?? "", other: other?.name ?? "", from }
  switch (change.kind) {
    case "add":
    case "split": {
      const { name, code, headcount } = change
      const key = change.kind === "add" ? "units-add" : "units-split"
      return { key, args: { name, code, other: names.other, from, ...countedWords(headcount) } }
    }
    case "count":
      return { key: "units-count", args: { unit: names.unit, from, ...countedWords(change.headcount) } }
    case "rename":
      return { key: "units-rename", args: { unit: names.unit, name: change.name, from } }
    case "move":
      return { key: "units-move", args: names }
    case "merge":
      return { key: "units-merge", args: names }
    case "close":
      return { key: "units-close", args: { unit: names.unit, from } }
    default:
      return change satisfies never
  }
}
