import type { Incoming } from "../channel.ts"
import { formatDay, type LocalDate, localDate } from "../clock.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { ReorganiseDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct, mayActAbove, type RoleGrant, type UnitRef } from "../people/role.ts"
import { isOfficer } from "../review/judge.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { parseDate } from "../text/dates.ts"
import { clean } from "../text/fold.ts"
import type { Reorganisation } from "./reorganisation.ts"
import { codeKey } from "./unit.ts"

type Written = Pick<Incoming, "message" | "topic">

/** A change of the tree as typed; units still by the words they were named with. */
export type TypedReorganisation = { readonly from: string | undefined } & (
  | { readonly kind: "add"; readonly name: string; readonly code: string | undefined; readonly other: string }
  | { readonly kind: "rename"; readonly unit: string; readonly name: string }
  | { readonly kind: "move" | "merge"; readonly unit: string; readonly other: string }
  | { readonly kind: "close"; readonly unit: string }
)

const LONGEST_NAME = 300
const DAY = /[\s,;]+(?:kể từ|ke tu|từ|tu)\s+(?:ngày\s+|ngay\s+)?(?<from>\d[\d/.-]*)\s*[.]?$/iu
const FORMS = {
  add: /^thêm\s+(?<name>.+?)(?:[\s,(]+mã\s+(?<code>[\p{L}\p{N}._-]+)\)?)?[\s,]+(?:thuộc|vào|dưới)\s+(?<other>.+)$/iu,
  rename: /^đổi tên\s+(?<unit>.+?)\s+(?:thành|sang)\s+(?<name>.+)$/iu,
  move: /^chuyển\s+(?<unit>.+?)\s+(?:về|sang|vào|thuộc)\s+(?<other>.+)$/iu,
  merge: /^(?:gộp|sáp nhập|nhập)\s+(?<unit>.+?)\s+(?:vào|với)\s+(?<other>.+)$/iu,
  close: /^(?:đóng|giải thể)\s+(?<unit>.+)$/iu,
} as const
/** The same words without marks, as many people type them. */
const BARE: readonly (readonly [RegExp, string])[] = [
  [/^them\b/i, "thêm"],
  [/^doi ten\b/i, "đổi tên"],
  [/^chuyen\b/i, "chuyển"],
  [/^(?:gop|sap nhap)\b/i, "gộp"],
  [/^(?:dong|giai the)\b/i, "đóng"],
  [/\s(?:thuoc|duoi)\s/i, " thuộc "],
  [/\sthanh\s/i, " thành "],
  [/\sve\s/i, " về "],
  [/\svao\s/i, " vào "],
  [/[\s,(]ma\s/i, " mã "],
]

/** Reads what follows "đơn vị"; undefined when it is none of the five changes. */
export function readReorganisation(text: string): TypedReorganisation | undefined {
  const typed = clean(text)
  const from = DAY.exec(typed)?.groups?.["from"]
  const marked = withMarks(from === undefined ? typed : typed.replace(DAY, ""))
  for (const kind of ["add", "rename", "move", "merge", "close"] as const) {
    const groups = FORMS[kind].exec(marked)?.groups
    if (groups === undefined) continue
    const { unit = "", other = "", name = "", code } = groups
    if (kind === "add") return { kind, name: name.slice(0, LONGEST_NAME), code, other, from }
    if (kind === "rename") return { kind, unit, name: name.slice(0, LONGEST_NAME), from }
    if (kind === "close") return { kind, unit, from }
    return { kind, unit, other, from }
  }
  return undefined
}

/** Only where the command word itself was typed without marks, or they would be put into names. */
function withMarks(text: string): string {
  const isBare = BARE.slice(0, 5).some(([bare]) => bare.test(text))
  return isBare ? BARE.reduce((marked, [bare, word]) => marked.replace(bare, word), text) : text
}

/** "đơn vị gộp … vào … từ 1/7": asks an officer of the unit above whether it is right, and changes nothing yet. */
export async function reorganiseCommand(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { person } = context
  if (!isOfficer(person)) return answer(context, written, moment, "officers-only")
  const typed = readReorganisation(rest)
  if (typed === undefined) return answer(context, written, moment, "units-how")
  const today = localDate(moment.now, moment.timeZone)
  const day =
    typed.from === undefined ? { kind: "day" as const, date: today } : parseDate(typed.from, today, "future")
  if (day.kind !== "day") return answer(context, written, moment, "day-unread", { typed: typed.from ?? "" })
  const found = await resolved(typed, moment, reads)
  if ("missing" in found) {
    return answer(context, written, moment, "unit-not-found", { typed: found.missing.slice(0, 60) })
  }
  if (!allowed(person.grants, found)) {
    return answer(context, written, moment, "units-not-yours", {
      unit: (found.unit ?? found.other)?.name ?? "",
    })
  }
  const problem = await problemOf(found, reads)
  if (problem !== undefined) return answer(context, written, moment, "units-problem", { why: problem })
  const ask = moment.newId()
  const summary = summaryOf(found, day.date)
  return {
    dialogue: { step: "reorganise", ask, askedAt: moment.now, change: found.change, from: day.date, summary },
    say: [question(context, written, moment, ask, summary)],
  }
}

/** The answer to "is it right?"; undefined when the words are none. */
export async function answerReorganise(
  context: Context,
  dialogue: ReorganiseDialogue,
  written: Written & { readonly text: string },
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const choice = parseChoice(written.text, 2)
  const isRight = choice === undefined ? parseYesNo(written.text) : choice === 1
  if (isRight === undefined) return undefined
  if (!isRight) return { dialogue: null, ...answer(context, written, moment, "dialogue-left") }
  const { person } = context
  const { change, from } = dialogue
  const ids = idsOf(change)
  const [unit, other] = await Promise.all([reads.unit(ids.unitId ?? ""), reads.unit(ids.otherId ?? "")])
  const found = { change, unit, other }
  // Rights may have been withdrawn, and the tree changed, between the question and the answer.
  if (!isOfficer(person) || !allowed(person.grants, found)) {
    return { dialogue: null, ...answer(context, written, moment, "officers-only") }
  }
  const problem = await problemOf(found, reads)
  if (problem !== undefined) {
    return { dialogue: null, ...answer(context, written, moment, "units-problem", { why: problem }) }
  }
  const unitId = ids.unitId ?? ids.otherId ?? ""
  return {
    dialogue: null,
    changes: [{ do: "reorganise", change, from, unitId, personId: person.id }],
    ...answer(context, written, moment, "units-done"),
  }
}

/** Asks once more. */
export function repeatReorganise(
  context: Context,
  dialogue: ReorganiseDialogue,
  written: Written,
  moment: Moment,
): Decision {
  return { say: [question(context, written, moment, dialogue.ask, dialogue.summary)] }
}

function question(context: Context, written: Written, moment: Moment, ask: string, summary: Phrase) {
  return reply(context, written, moment, {
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
  typed: TypedReorganisation,
  moment: Moment,
  reads: Reads,
): Promise<Found | { readonly missing: string }> {
  const units = await reads.units()
  const find = async (words: string) => {
    const search = findUnit(words, units)
    return search.kind === "sure" ? await reads.unit(search.id) : undefined
  }
  const unit = "unit" in typed ? await find(typed.unit) : undefined
  if ("unit" in typed && unit === undefined) return { missing: typed.unit }
  const other = "other" in typed ? await find(typed.other) : undefined
  if ("other" in typed && other === undefined) return { missing: typed.other }
  const unitId = unit?.id ?? ""
  const otherId = other?.id ?? ""
  switch (typed.kind) {
    case "add": {
      const taken = new Set(units.map(({ code }) => codeKey(code)))
      const code = typed.code ?? freeCode(other?.code ?? "", taken)
      return {
        change: { kind: "add", id: moment.newId(), code, name: typed.name, parentId: otherId },
        unit,
        other,
      }
    }
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
    case "rename":
    case "close":
      return { unitId: change.unitId, otherId: undefined }
    default:
      return change satisfies never
  }
}

/** An officer of a unit above both: of what changes and, where it goes somewhere, of that place. */
function allowed(grants: readonly RoleGrant[], { change, unit, other }: Found): boolean {
  if (change.kind === "add") return other !== undefined && mayAct(grants, "officer", other)
  if (unit === undefined || !mayActAbove(grants, "officer", unit)) return false
  if (change.kind === "move") return other !== undefined && mayAct(grants, "officer", other)
  if (change.kind === "merge") return other !== undefined && mayActAbove(grants, "officer", other)
  return true
}

/** Why it cannot be, told before it is asked; the store looks again. */
async function problemOf({ change, unit, other }: Found, reads: Reads): Promise<string | undefined> {
  if (change.kind === "add") {
    const units = await reads.units()
    return units.some(({ code }) => codeKey(code) === codeKey(change.code)) ? "code_taken" : undefined
  }
  if (unit === undefined) return "unknown"
  if (change.kind === "rename") return change.name === unit.name ? "same" : undefined
  if (change.kind === "close") return (await reads.hasSubUnits(unit.id)) ? "has_units" : undefined
  if (other === undefined) return "unknown"
  if (other.path.includes(unit.id)) return "below_itself"
  if (change.kind === "move" && unit.path.at(-2) === other.id) return "same"
  return undefined
}

function summaryOf({ change, unit, other }: Found, day: LocalDate): Phrase {
  const from = formatDay(day, "date")
  const names = { unit: unit?.name ?? "", other: other?.name ?? "", from }
  switch (change.kind) {
    case "add":
      return { key: "units-add", args: { name: change.name, code: change.code, other: names.other, from } }
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
