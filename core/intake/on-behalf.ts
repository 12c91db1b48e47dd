import { readCommand } from "../conversation/command.ts"
import type { Context, Person, RunningCampaign } from "../conversation/context.ts"
import { both, type Decision } from "../conversation/decision.ts"
import type { BehalfDialogue, PendingMessage } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, noticeTo, reply, type Turn } from "../conversation/turn.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { readCodes } from "../review/codes.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import { personName } from "../text/name.ts"
import { isPersonName, isSameName } from "./author-name.ts"
import { initiativeCode, readCode } from "./code.ts"
import { entryOf } from "./enter.ts"
import { authorsKnown } from "./known-author.ts"
import {
  type BehalfLine,
  type LineProblem,
  listOfPeople,
  type ReadLine,
  readLines,
} from "./on-behalf-lines.ts"
import { isPastedList, pastedTable } from "./pasted-table.ts"
import { askConsent } from "./register.ts"
import type { Registration } from "./registration.ts"
import { isTitle } from "./title.ts"
import { findUnit } from "./unit-search.ts"

/** So many records one message may bring; what is beyond is said to be left out. */
const MOST_LINES = 20
const LONGEST_LIST = 12_000

/**
 * "đăng ký hộ Nguyễn Văn A: tên sáng kiến" or a list of up to twenty: good lines are registered at once, each bad one is
 * named with its reason, and what this person recorded before is named with its code instead of being doubled.
 */
export async function registerFor(turn: Turn, rest: string): Promise<Decision> {
  const { written } = turn
  const allowed = await support(turn)
  if ("say" in allowed) return allowed
  const { person } = allowed
  if (written.text.length > LONGEST_LIST) {
    return answer(turn, "registration-too-long", {
      length: written.text.length,
      most: LONGEST_LIST,
    })
  }
  if (rest === "") return { ...awaited(turn.context, turn.moment), ...answer(turn, "behalf-how") }
  if (person.consents !== true) return askConsent(turn)

  const units = unitsByName(await turn.reads.units(), person)
  const { body, isList } = bodyOf(written.text, rest)
  // In brackets anything less sure may as well belong to the title.
  const isUnit = (typed: string) => units.exact(typed) !== undefined
  const all = pastedTable(body) ?? readLines(body.replace(/\t+/g, " | "), { isList, isUnit })
  return await enterLines(turn, { ...allowed, units: units.near }, { all, most: MOST_LINES })
}

/** In private the next message may be the list itself, or the lines that were wrong; in a group it may be anything. */
function awaited(context: Context, moment: Moment): Pick<Decision, "dialogue"> {
  if (context.chat.kind === "group") return {}
  return { dialogue: { step: "behalf", ask: moment.newId(), askedAt: moment.now } }
}

/** After that long a message is meant by itself. */
const AWAITED_MS = 30 * 60_000

/** Lines that were awaited are registered as if the command stood before them; whatever else is said ends the waiting. */
export async function answerBehalf(
  turn: Turn,
  dialogue: BehalfDialogue,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision> {
  const { written } = turn
  const alone = { ...turn.context, dialogue: undefined }
  const text = `đăng ký hộ:\n${written.text}`
  const { body } = bodyOf(text, written.text)
  const lines = pastedTable(body) ?? readLines(body, { isList: true, isUnit: () => false })
  const isList = lines.some((line) => !("problem" in line) || line.problem !== "form")
  // "dòng 9 là 3,5 triệu nhé", "dòng 8 bỏ đi": what the line was is not known any more.
  const piece = /^\D{0,40}(?:dòng|dong)\s*\d{1,3}/iu.test(written.text) && !lines.some(namesPerson)
  if (piece) return { dialogue, ...answer(turn, "behalf-whole-line") }
  const decided =
    isList && turn.moment.now - dialogue.askedAt <= AWAITED_MS
      ? await registerFor({ ...turn, context: alone, written: { ...written, text } }, written.text)
      : await resume(alone, written)
  return both({ dialogue: null }, decided)
}

function namesPerson(line: ReadLine): boolean {
  return "author" in line && isPersonName(line.author)
}

/**
 * A list for others without the command, from somebody with a role: lines that each name a person, as whoever was
 * asked for a line once more sends them, or, in private, a table with its headings. What is to be registered, or undefined.
 */
export function unmarkedLines({ chat, person }: Context, text: string): string | undefined {
  if ((person?.grants.length ?? 0) === 0) return undefined
  if (chat.kind === "private" && isPastedList(text)) return text
  return listOfPeople(text.replace(/^\s*(?:dòng|dong)\s+(?=\d)/gimu, ""))
}

/** The author a record with labels names, when a role-holder sends it and it is somebody else's; undefined for all others. */
export function authorOfAnother({ person }: Context, registration: Registration): string | undefined {
  const { author } = registration
  if (person === undefined || person.grants.length === 0 || author === undefined) return undefined
  return isSameName(author, person.name) || !isTitle(registration.title) ? undefined : author
}

/** A single record, as a form's answer has it, on behalf of the author it names. */
export async function registerRecordFor(
  turn: Turn,
  author: string,
  { unit, ...registration }: Registration,
): Promise<Decision> {
  const allowed = await support(turn)
  if ("say" in allowed) return allowed
  if (allowed.person.consents !== true) return askConsent(turn)
  const units = unitsByName(await turn.reads.units(), allowed.person)
  // A form asks for the workplace as well: "Tổ may 3" is no unit of ours, and then it is their own.
  const place = unit !== undefined && units.near(unit) !== undefined ? { place: unit } : {}
  const line = { line: 1, typed: turn.written.text, author, ...place }
  const problem = registration.ambiguous === undefined ? undefined : ({ problem: "money" } as const)
  const record = problem === undefined ? { ...line, registration } : { ...line, ...problem }
  return await enterLines(turn, { ...allowed, units: units.near }, { all: [record], most: 1 })
}

/** The rows of a table that was sent as a file, up to `most` of them; otherwise as `registerFor`. */
export async function registerTable(turn: Turn, all: readonly ReadLine[], most: number): Promise<Decision> {
  const allowed = await support(turn)
  if ("say" in allowed) return allowed
  // The file would have to be kept until the answer.
  if (allowed.person.consents !== true) {
    const asked = { ...turn, written: { ...turn.written, text: "đăng ký hộ" } }
    return askConsent(asked, [{ key: "list-consent-first" }])
  }
  const units = unitsByName(await turn.reads.units(), allowed.person)
  return await enterLines(turn, { ...allowed, units: units.near }, { all, most })
}

type Allowed = { readonly campaign: RunningCampaign; readonly person: Person; readonly home: UnitRef }

/** Whoever may register for others, and where; else the answer that says why not. */
async function support(turn: Turn): Promise<Allowed | { readonly say: NonNullable<Decision["say"]> }> {
  const { context } = turn
  const { campaign, person } = context
  const refused = (key: string, args = {}) => ({
    say: [reply(turn, { phrases: [{ key, args }] })],
  })
  if (campaign === undefined) return refused("no-campaign")
  if (person === undefined || person.grants.length === 0) return refused("behalf-not-allowed")
  const home = await homeUnit(context, person, turn.reads)
  if (home === undefined || !mayAct(person.grants, "support", home))
    return refused("behalf-outside", { unit: home?.name ?? "" })
  return { campaign, person, home }
}

async function enterLines(
  turn: Turn,
  { campaign, person, home, units }: Allowed & { readonly units: UnitByName },
  { all, most }: { readonly all: readonly ReadLine[]; readonly most: number },
): Promise<Decision> {
  const { moment } = turn
  const sorted = await sort(all.slice(0, most), { person, home, units }, turn.reads)
  const problems = notesOn(sorted, all, most)
  const [last] = sorted.good.slice(-1)
  const more = sorted.failed.length > 0 ? awaited(turn.context, moment) : {}
  if (last === undefined) return { ...more, say: [reply(turn, { phrases: problems })] }

  const where = { campaign, person }
  const entered = await entriesFor(turn, where, sorted.good)
  const notes = [...teamNotes(entered), ...problems]
  const entries = entered.length === 1 ? entered : entered.map(withoutTeam)
  const logs = [...new Set(sorted.good.map(({ unit }) => unit.id))].map(
    (unitId) =>
      ({
        do: "log",
        action: "register_for",
        initiatives: entries
          .filter(({ initiative }) => initiative.unitId === unitId)
          .map(({ initiative }) => initiative.id),
        unitId,
        personId: person.id,
      }) as const,
  )
  const asks = entries.flatMap((entry) => entry.asks)
  const register = entries.map(({ asks: _, known: __, ...entry }, place) =>
    place < entries.length - 1 || notes.length === 0
      ? entry
      : {
          ...entry,
          receipt: {
            ...entry.receipt,
            content: {
              ...entry.receipt.content,
              phrases: [...(entry.receipt.content.phrases ?? []), ...notes],
            },
          },
        },
  )
  const tell = tellAuthors(person, entries, moment)
  return { ...more, changes: logs, register, tell, ...(asks.length === 0 ? {} : { say: asks }) }
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

/** A grassroots group's own unit, else the person's when they may act there, else the one they got their role for. */
async function homeUnit(context: Context, person: Person, reads: Reads): Promise<UnitRef | undefined> {
  const { unit } = context.chat
  if (unit !== undefined && !(await reads.hasSubUnits(unit.id))) return unit
  if (person.unit !== undefined && mayAct(person.grants, "support", person.unit)) return person.unit
  return widestGrant(person.grants)?.unit
}

type UnitByName = (typed: string) => UnitRef | undefined
type Units = Awaited<ReturnType<Reads["units"]>>

/**
 * Units by their code or whole name, the person's own before others; a column of a table may name one of their own less exactly.
 * What two are called is the name of neither.
 */
function unitsByName(units: Units, person: Person): { exact: UnitByName; near: UnitByName } {
  const own = units.filter((unit) => mayAct(person.grants, "support", unit))
  const [ours, all] = [own, units].map(byCodeOrName) as [UnitByName, UnitByName]
  const near = (typed: string) => {
    const found = findUnit(typed, own)
    return ours(typed) ?? (found.kind === "sure" ? own.find(({ id }) => id === found.id) : all(typed))
  }
  return { exact: (typed) => ours(typed) ?? all(typed), near }
}

function byCodeOrName(units: Units): UnitByName {
  const byName = Map.groupBy(units, ({ nameKey }) => nameKey)
  const byCode = new Map(units.map((unit) => [foldWords(unit.code), unit]))
  return (typed) => {
    const key = foldWords(typed)
    const named = byName.get(key) ?? []
    return byCode.get(key) ?? (named.length === 1 ? named[0] : undefined)
  }
}

/** Stands for a tab while the command before the first one is read. */
const CELL_MARK = "␉"

/** What follows the command, with the tabs that reading a command smooths away. */
function bodyOf(text: string, rest: string): { body: string; isList: boolean } {
  const marked = text.includes("\t") ? text.replaceAll("\t", ` ${CELL_MARK} `) : text
  const body = marked === text ? rest : (readCommand(marked)?.rest ?? marked)
  const whole = clean(marked)
  const before = whole.slice(0, Math.max(0, whole.length - body.length))
  return { body: body.replace(/ ?␉ ?/gu, "\t"), isList: before === "" || LIST_BEGINS.test(before) }
}

/** The first line's own mark is left behind with the command: "đăng ký hộ:\n- …". */
const LIST_BEGINS = /[:：\n]\s*(?:[-–—•*+●○▪➢✓✔→]\s*)?$/u

type Good = BehalfLine & { readonly unit: UnitRef }
type Failed = { readonly line: number; readonly problem: LineProblem | "outside" | "unit" }
type Known = { readonly line: number; readonly number: number | undefined; readonly author: string }
type Sorted = {
  readonly good: readonly Good[]
  readonly failed: readonly Failed[]
  readonly known: readonly Known[]
}

async function sort(
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
    line: { ...line, author: personName(line.author) },
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
  const problems = new Map<Failed["problem"], number[]>()
  for (const { problem, line } of failed) problems.set(problem, [...(problems.get(problem) ?? []), line])
  const isOne = all.length === 1
  const left = all.slice(limit)
  return [
    ...(before.length === 0 ? [] : [{ key: "behalf-known", args: { list: before.join(", ") } }]),
    ...(twice.length === 0 ? [] : [{ key: "behalf-twice", args: { lines: twice.join(", ") } }]),
    ...[...problems].map(([why, lines]) =>
      isOne
        ? { key: "behalf-failed", args: { why } }
        : { key: "behalf-lines-failed", args: { why, lines: lines.join(", ") } },
    ),
    ...(failed.length === 0
      ? []
      : isOne
        ? [
            {
              key:
                failed[0]?.problem === "outside" || failed[0]?.problem === "unit"
                  ? "behalf-where"
                  : "behalf-how",
            },
          ]
        : [{ key: "behalf-resend", args: { lines: failed.map(({ line }) => line).join(", ") } }]),
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

/** "đúng của tôi [SK-000012, …]": the person is the author that others named, in their own unit and by their own name. */
export async function own(turn: Turn, rest: string): Promise<Decision> {
  const { person } = turn.context
  const unclaimed = person?.unit === undefined ? [] : await turn.reads.unclaimed(person.unit.id, person.name)
  const list = rest === "" ? undefined : readCodes(rest, { words: false })
  const numbers = list === undefined || list === "too_many" ? undefined : list.numbers
  const meant = unclaimed.filter(({ number }) => numbers === undefined || numbers.includes(number))
  if (person === undefined || meant.length === 0) return answer(turn, "own-none")
  const codes = meant.map(({ number }) => initiativeCode(number)).join(", ")
  return {
    changes: [{ do: "own", initiativeIds: meant.map(({ id }) => id), personId: person.id }],
    ...answer(turn, "owned", { codes }),
  }
}

/** "không phải của tôi SK-000012": whoever was named as the author of what another one submitted is so no more. */
export async function disown(turn: Turn, rest: string): Promise<Decision> {
  const { reads } = turn
  const { person } = turn.context
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "which-code")
  const code = initiativeCode(named.number)
  const initiative = await reads.initiative(named.number)
  if (initiative === undefined) return answer(turn, "code-unknown", { code })
  if (person === undefined || initiative.authorId !== person.id)
    return answer(turn, "disown-not-named", { code })
  if (initiative.submitterId === undefined || initiative.submitterId === person.id)
    return answer(turn, "disown-own", { code })
  const submitter = await reads.privateChatOf(initiative.submitterId)
  const said: Phrase = { key: "disowned-told", args: { code, title: initiative.title, who: person.name } }
  return {
    changes: [{ do: "disown", initiativeId: initiative.id, personId: person.id }],
    say: [
      reply(turn, { phrases: [{ key: "disowned", args: { code } }] }),
      ...(submitter === undefined ? [] : [noticeTo(submitter, [said], turn.moment)]),
    ],
  }
}
