import type { Change } from "../conversation/change.ts"
import type { Person, RunningCampaign } from "../conversation/context.ts"
import type { Decision, NewRecord } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { type Moment, noticeTo, reply, type Turn } from "../conversation/turn.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { mayAct, type UnitRef } from "../people/role.ts"
import { fold, foldWords } from "../text/fold.ts"
import { personName } from "../text/name.ts"
import { isCalledName } from "../text/occupation.ts"
import { initiativeCode } from "./code.ts"
import { entryOf } from "./enter.ts"
import { authorsKnown } from "./known-author.ts"
import type { BehalfLine, LineProblem, ReadLine } from "./on-behalf-lines.ts"
import type { UnitByName } from "./units-by-name.ts"

/** Whoever registers for others, in which campaign, and the unit of lines that name none. */
export type Submitting = {
  readonly campaign: RunningCampaign
  readonly person: Person
  readonly home: UnitRef
}

/** Registers what can be registered of the first `most` lines and says of every other one why not. */
export async function enterLines(
  turn: Turn,
  { campaign, person, home, units }: Submitting & { readonly units: UnitByName },
  { all, most }: { readonly all: readonly ReadLine[]; readonly most: number },
): Promise<Decision> {
  const sorted = await sortOut(all.slice(0, most), { person, home, units }, turn.reads)
  const problems = notesOn(sorted, all, most)
  const more = sorted.failed.length > 0 ? awaitLines(turn) : {}
  if (sorted.good.length === 0) return { ...more, say: [reply(turn, { phrases: problems })] }

  const entered = await entriesFor(turn, { campaign, person }, sorted.good)
  const notes = [...teamNotes(entered), ...problems, ...calledNotes(sorted.good)]
  const entries = entered.length === 1 ? entered : entered.map(withoutTeam)
  const asks = entries.flatMap((entry) => entry.asks)
  return {
    ...more,
    changes: logsOf(entries, person),
    register: entries.map(({ asks: _, known: __, ...record }, place) =>
      place === entries.length - 1 ? withNotes(record, notes) : record,
    ),
    tell: tellAuthors(person, entries, turn.moment),
    ...(asks.length === 0 ? {} : { say: asks }),
  }
}

/** Whose full name is still wanted: a file needs it, and the record does not wait for it. */
function calledNotes(good: readonly Good[]): readonly Phrase[] {
  const called = good.filter(({ called: isCalled }) => isCalled).map(({ author }) => author)
  return called.length === 0 ? [] : [{ key: "behalf-called", args: { list: called.join(", ") } }]
}

type Entered = Awaited<ReturnType<typeof entriesFor>>[number]

/** Of a list the teams are told together behind the one receipt; of a single record by its own. */
function teamNotes(entered: readonly Entered[]): readonly Phrase[] {
  if (entered.length === 1) return []
  const told = entered.flatMap(({ initiative, receipt }) => {
    const [phrase] = receipt.content.phrases ?? []
    return phrase === undefined || !("key" in phrase) ? [] : [{ phrase, author: initiative.authorName }]
  })
  const teams = told.flatMap(({ phrase }) => phrase.args?.["list"] ?? [])
  const unclear = told.flatMap(({ phrase, author }) => (phrase.args?.["list"] === undefined ? [author] : []))
  return [
    ...(teams.length === 0 ? [] : [{ key: "behalf-teams", args: { list: teams.join("; ") } }]),
    ...(unclear.length === 0 ? [] : [{ key: "behalf-teams-unclear", args: { list: unclear.join(", ") } }]),
  ]
}

function withoutTeam({ receipt, ...entry }: Entered): Entered {
  const { phrases: _, ...content } = receipt.content
  return { ...entry, receipt: { ...receipt, content } }
}

/** The last receipt ends with what is to be said of the other lines. */
function withNotes({ receipt, ...record }: NewRecord, notes: readonly Phrase[]): NewRecord {
  if (notes.length === 0) return { ...record, receipt }
  const { content } = receipt
  return {
    ...record,
    receipt: { ...receipt, content: { ...content, phrases: [...(content.phrases ?? []), ...notes] } },
  }
}

/** One line of the log for each unit. */
function logsOf(entries: readonly Entered[], person: Person): readonly Change[] {
  const byUnit = Map.groupBy(entries, ({ initiative }) => initiative.unitId)
  return [...byUnit].map(([unitId, own]) => ({
    do: "log",
    action: "register_for",
    initiatives: own.map(({ initiative }) => initiative.id),
    unitId,
    personId: person.id,
  }))
}

type Good = BehalfLine & { readonly unit: UnitRef; readonly called: boolean }
type Failed = { readonly line: number; readonly problem: LineProblem | "outside" | "unit" }
type Known = { readonly line: number; readonly number: number | undefined; readonly author: string }
type Sorted = {
  readonly good: readonly Good[]
  readonly failed: readonly Failed[]
  readonly known: readonly Known[]
}

/** Which lines can be registered, which cannot, and which this unit has on record already. */
async function sortOut(
  lines: readonly ReadLine[],
  where: { readonly person: Person; readonly home: UnitRef; readonly units: UnitByName },
  reads: Reads,
): Promise<Sorted> {
  const read = lines.filter((line) => "registration" in line)
  const failed: Failed[] = lines.filter((line) => "problem" in line)
  const recorded = new Map<string, number | undefined>()
  const keyOf = (unitId: string, author: string, titleKey: string) =>
    JSON.stringify([unitId, foldWords(author), titleKey])
  const titleKeys = [...new Set(read.map(({ registration }) => fold(registration.title)))]
  const placed = read.map((line) => ({
    line: {
      ...line,
      author: personName(line.author),
      called: isCalledName(line.author),
    },
    unit: line.place === undefined ? where.home : where.units(line.place),
  }))
  const unitIds = [...new Set(placed.flatMap(({ unit }) => (unit === undefined ? [] : [unit.id])))]
  for (const known of await reads.recordedIn(unitIds, titleKeys)) {
    recorded.set(keyOf(known.unitId, known.authorName, known.titleKey), known.number)
  }
  const good: Good[] = []
  const known: Known[] = []
  for (const { line, unit } of placed) {
    if (unit === undefined || !mayAct(where.person.grants, "support", unit)) {
      failed.push({ line: line.line, problem: unit === undefined ? "unit" : "outside" })
      continue
    }
    const key = keyOf(unit.id, line.author, fold(line.registration.title))
    if (recorded.has(key)) known.push({ line: line.line, number: recorded.get(key), author: line.author })
    else good.push({ ...line, unit })
    // The same line twice in one list counts once.
    if (!recorded.has(key)) recorded.set(key, undefined)
  }
  return { good, known, failed: failed.sort((one, other) => one.line - other.line) }
}

/** What is said behind the receipts: nothing is left out silently. */
function notesOn({ known, failed }: Sorted, all: readonly ReadLine[], limit: number): readonly Phrase[] {
  const before = known.flatMap(({ number, author }) =>
    number === undefined ? [] : [`${initiativeCode(number)} (${author})`],
  )
  const twice = known.filter(({ number }) => number === undefined).map(({ line }) => line)
  const left = all.slice(limit)
  return [
    ...(before.length === 0 ? [] : [{ key: "behalf-known", args: { list: before.join(", ") } }]),
    ...(twice.length === 0 ? [] : [{ key: "behalf-twice", args: { lines: twice.join(", ") } }]),
    ...(all.length === 1 ? failedLine(failed[0]) : failedLines(failed)),
    ...(left.length === 0
      ? []
      : [
          {
            key: "behalf-too-many",
            args: { most: limit, count: left.length, first: left[0]?.line ?? 0 },
          },
        ]),
  ]
}

function failedLine(failed: Failed | undefined): readonly Phrase[] {
  if (failed === undefined) return []
  const isPlace = failed.problem === "outside" || failed.problem === "unit"
  return [
    { key: "behalf-failed", args: { why: failed.problem } },
    { key: isPlace ? "behalf-where" : "behalf-how" },
  ]
}

function failedLines(failed: readonly Failed[]): readonly Phrase[] {
  if (failed.length === 0) return []
  const numbers = (lines: readonly Failed[]) => lines.map(({ line }) => line).join(", ")
  const byProblem = Map.groupBy(failed, ({ problem }) => problem)
  return [
    ...[...byProblem].map(([why, lines]) => ({
      key: "behalf-lines-failed",
      args: { why, lines: numbers(lines) },
    })),
    { key: "behalf-resend", args: { lines: numbers(failed) } },
  ]
}

async function entriesFor(
  turn: Turn,
  where: { readonly campaign: RunningCampaign; readonly person: Person },
  good: readonly Good[],
) {
  const known = await authorsKnown(
    good.map(({ unit }) => unit.id),
    turn.reads,
  )
  return await Promise.all(
    good.map(async ({ unit, author, registration, typed }) => {
      const person = known(unit.id, author)
      const id = person === undefined ? {} : { id: person.personId }
      const told = { registration, originalText: typed, author: { ...id, name: person?.name ?? author } }
      const entry = await entryOf(turn, { ...where, unit }, told)
      return { ...entry, known: person }
    }),
  )
}

/** One message to each author the bot knows, whatever the number of their records; none to whoever submits them. */
function tellAuthors(
  submitter: Person,
  entries: Awaited<ReturnType<typeof entriesFor>>,
  moment: Moment,
): readonly OutboxDraft[] {
  const others = entries.flatMap(({ initiative, known }) =>
    known === undefined || known.personId === submitter.id ? [] : [{ initiative, known }],
  )
  return [...Map.groupBy(others, ({ known }) => known.chat).values()].flatMap((own) => {
    const where = own[0]?.known
    if (where === undefined) return []
    const who = submitter.name
    const named = own.map(({ initiative: { id, title } }) => ({ initiative: id, title }))
    const [only] = named
    const phrases: readonly Phrase[] =
      only !== undefined && named.length === 1
        ? [{ key: "behalf-told", args: { who, ...only } }]
        : [
            { key: "behalf-told-many", args: { who, count: named.length } },
            ...named.map((args) => ({ key: "told-title", args })),
            { key: "behalf-told-foot" },
          ]
    return noticeTo(where, phrases, moment)
  })
}

/** In private the next message may be the list itself, or the lines that were wrong; in a group it may be anything. */
export function awaitLines({ context, moment }: Turn): Pick<Decision, "dialogue"> {
  if (context.chat.kind === "group") return {}
  return { dialogue: { step: "behalf", ask: moment.newId(), askedAt: moment.now } }
}
