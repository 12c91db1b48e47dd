import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { MoveRecordDialogue } from "../conversation/dialogue.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { initiativeCode } from "../intake/code.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, type UnitRef } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { clean } from "../text/fold.ts"
import { MOST_CODES, readCodes } from "./codes.ts"
import { titlesOf } from "./judged-words.ts"
import { codesOf, judgeIn, type News, noticesOf } from "./tell.ts"

/** What counts nowhere belongs to no other unit either. */
const COUNTED_NOWHERE: ReadonlySet<string> = new Set(["withdrawn", "duplicate"])
const CHOICES: SpokenChoices = [{ key: "choice-move" }, { key: "choice-leave" }]

/**
 * "chuyển SK-000012 sang CĐCS May TNG": a record that was entered for the wrong unit belongs to the other one, with all that it counts, from
 * today on; what was tallied before stays. Only an officer of both units may do it, once they said yes.
 */
export async function moveRecord(turn: Turn, rest: string): Promise<Decision> {
  const { person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const list = readCodes(rest, { words: true })
  if (list === undefined) return answer(turn, "which-code")
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const [first = 0] = list.numbers
  if (list.rest.trim() === "") return answer(turn, "move-where", { code: initiativeCode(first) })
  const codes = list.numbers.map(initiativeCode).join(", ")
  const found = await turn.reads.dossiers(list.numbers)
  const usual = found[0]?.unit
  if (usual === undefined) return unmoved(turn, { numbers: list.numbers, why: "unknown" })
  const meant = await unitMeant(turn, list.rest, { usual, again: (code) => `chuyển ${codes} sang ${code}` })
  if ("decision" in meant) return meant.decision
  return await ask(turn, person, { numbers: list.numbers, to: meant.unit })
}

/** "nhầm, sang KCN-03" */
const INSTEAD =
  /^(?:(?:nhầm|nham|không|khong|à|sai)(?:\s+(?:rồi|roi))?[\s,]+)*(?:chuyển\s+|chuyen\s+)?(?:sang|về|ve|qua)\s+(\S.*?)(?:\s+(?:mới đúng|moi dung|chứ|chu|nhé|nhe|em|cơ))*[\s.!]*$/iu

/** The answer to "is that meant?", or another unit; undefined when it is neither yes nor no. */
export async function answerMoveRecord(
  turn: Turn,
  { numbers, unitId }: MoveRecordDialogue,
): Promise<Decision | undefined> {
  const { context, reads } = turn
  const { person } = context
  const to = await reads.unit(unitId)
  // Rights may have been withdrawn between the question and the answer.
  if (!isOfficer(person) || to === undefined) return { dialogue: null, ...answer(turn, "officers-only") }
  const instead = INSTEAD.exec(clean(turn.written.text))?.[1]
  if (instead !== undefined)
    return await moveRecord(turn, `${numbers.map(initiativeCode).join(", ")} ${instead}`)
  const agreed = parseAgreement(turn.written.text, spoken(CHOICES))
  if (agreed === undefined) return undefined
  if (!agreed) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const { good, obstacles } = await sorted(turn, person, { numbers, to })
  if (good.length === 0) return { dialogue: null, say: [reply(turn, { phrases: obstacles })] }
  const args = { count: good.length, codes: codesOf(good.map(({ number }) => number)), to: to.name }
  return {
    dialogue: null,
    changes: [
      {
        do: "move_record",
        initiatives: good.map(({ id, unit }) => ({ id, from: unit.id })),
        to: to.id,
        personId: person.id,
      },
    ],
    say: [
      reply(turn, { phrases: [{ key: "move-done", args }, ...obstacles] }),
      ...noticesOf(judgeIn(turn, person), good, newsOf(to)),
    ],
  }
}

/** The question once more. */
export async function repeatMoveRecord(
  turn: Turn,
  { numbers, unitId }: MoveRecordDialogue,
): Promise<Decision> {
  const { person } = turn.context
  const to = await turn.reads.unit(unitId)
  if (!isOfficer(person) || to === undefined) return { dialogue: null, ...answer(turn, "officers-only") }
  return await ask(turn, person, { numbers, to })
}

type Move = { readonly numbers: readonly number[]; readonly to: UnitRef }

async function ask(turn: Turn, person: Person, { numbers, to }: Move): Promise<Decision> {
  const { moment } = turn
  if (!mayAct(person.grants, "officer", to))
    return { dialogue: null, ...answer(turn, "move-not-yours", { unit: to.name }) }
  const { good, obstacles } = await sorted(turn, person, { numbers, to })
  if (good.length === 0) return { dialogue: null, say: [reply(turn, { phrases: obstacles })] }
  const ask = moment.newId()
  const args = {
    codes: codesOf(good.map(({ number }) => number)),
    from: [...new Set(good.map(({ unit }) => unit.name))].join(", "),
    to: to.name,
  }
  return {
    dialogue: {
      step: "move_record",
      ask,
      askedAt: moment.now,
      numbers: good.map(({ number }) => number),
      unitId: to.id,
    },
    say: [
      reply(turn, {
        phrases: [{ key: "move-ask", args }, ...titlesOf(good), ...obstacles],
        choices: { ask, labels: CHOICES },
      }),
    ],
  }
}

/** Those that can be moved, and why the others cannot. */
async function sorted(
  { reads }: Turn,
  person: Person,
  { numbers, to }: Move,
): Promise<{ readonly good: readonly Dossier[]; readonly obstacles: readonly Phrase[] }> {
  const found = await reads.dossiers(numbers)
  const whyNot = (dossier: Dossier | undefined) => {
    if (dossier === undefined) return "unknown"
    const isOurs = dossier.unit.path[0] === to.path[0] && mayAct(person.grants, "officer", to)
    if (!isOurs || !mayAct(person.grants, "officer", dossier.unit)) return "outside"
    if (dossier.unit.id === to.id) return "there"
    return COUNTED_NOWHERE.has(dossier.status) ? "gone" : undefined
  }
  const each = numbers.map((number) => {
    const dossier = found.find((one) => one.number === number)
    return { number, dossier, why: whyNot(dossier) }
  })
  const obstacles = Map.groupBy(
    each.filter(({ why }) => why !== undefined),
    ({ why }) => why,
  )
  return {
    good: each.flatMap(({ dossier, why }) => (why === undefined && dossier !== undefined ? [dossier] : [])),
    obstacles: [...obstacles].map(([why = "", ones]) =>
      obstacle({ numbers: ones.map(({ number }) => number), why }),
    ),
  }
}

type Obstacle = { readonly numbers: readonly number[]; readonly why: string }

function obstacle({ numbers, why }: Obstacle): Phrase {
  return { key: "not-moved", args: { codes: codesOf(numbers), why } }
}

function unmoved(turn: Turn, why: Obstacle): Decision {
  return { say: [reply(turn, { phrases: [obstacle(why)] })] }
}

function newsOf(to: UnitRef): News {
  return {
    what: "moved",
    forCoAuthors: true,
    phrases: (concerned) => [
      {
        key: "told-moved",
        args: { codes: codesOf(concerned.map(({ number }) => number)), to: to.name },
      },
      ...titlesOf(concerned),
    ],
  }
}
