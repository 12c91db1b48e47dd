import { readCommand } from "../command/read.ts"
import type { Context, Person } from "../conversation/context.ts"
import { both, type Decision, type Resume } from "../conversation/decision.ts"
import type { BehalfDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, reply, saying, type Turn } from "../conversation/turn.ts"
import { mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { clean } from "../text/fold.ts"
import { isPersonName, isSameName, isWholeName } from "./author-name.ts"
import { asTypedList } from "./copied-list.ts"
import { awaitLines, enterLines, type Submitting } from "./on-behalf-enter.ts"
import { arePastedRows, listOfPeople, type ReadLine, readLines } from "./on-behalf-lines.ts"
import { isPastedList, pastedTable } from "./pasted-table.ts"
import { askConsent } from "./register.ts"
import type { Registration } from "./registration.ts"
import { isRatherTalk } from "./talk.ts"
import { isTitle } from "./title.ts"
import { unitsByName } from "./units-by-name.ts"

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
  if (rest === "") return { ...awaitLines(turn), ...answer(turn, "behalf-how") }
  if (person.consents !== true) return askConsent(turn)

  const units = unitsByName(await turn.reads.units(), person)
  const { body, isList } = bodyOf(written.text, rest)
  // In brackets anything less sure may as well belong to the title.
  const isUnit = (typed: string) => units.exact(typed) !== undefined
  const all = pastedTable(body) ?? readLines(body.replace(/\t+/g, " | "), { isList, isUnit })
  return await enterLines(turn, { ...allowed, units: units.near }, { all, most: MOST_LINES })
}

/** After that long a message is meant by itself. */
const AWAITED_MS = 30 * 60_000

/** Lines that were awaited are registered as if the command stood before them; whatever else is said ends the waiting. */
export async function answerBehalf(turn: Turn, dialogue: BehalfDialogue, resume: Resume): Promise<Decision> {
  const { written } = turn
  const alone = { ...turn.context, dialogue: undefined }
  const text = `đăng ký hộ:\n${written.text}`
  const { body } = bodyOf(text, written.text)
  const lines = pastedTable(body) ?? readLines(body, { isList: true, isUnit: () => false })
  const isList = lines.some((line) => !("problem" in line) || line.problem !== "form")
  const isAwaited = turn.moment.now - dialogue.askedAt <= AWAITED_MS
  const beside = isAwaited ? await titleAndNameApart(turn, dialogue) : undefined
  if (beside !== undefined) return beside
  // "dòng 9 là 3,5 triệu nhé", "dòng 8 bỏ đi": what the line was is not known any more.
  const piece = /^\D{0,40}(?:dòng|dong)\s*\d{1,3}/iu.test(written.text) && !lines.some(namesPerson)
  if (piece) return { dialogue, ...answer(turn, "behalf-whole-line") }
  const decided =
    isList && isAwaited
      ? await registerFor({ ...saying(turn, text), context: alone }, written.text)
      : await resume(alone, written)
  return both({ dialogue: null }, decided)
}

/** "Nguyễn Văn Tám", and then in a message of its own what he made; a number or a "dạ" is neither. */
async function titleAndNameApart(turn: Turn, dialogue: BehalfDialogue): Promise<Decision | undefined> {
  const text = clean(turn.written.text)
  if (isWholeName(text)) {
    const open = { ...dialogue, askedAt: turn.moment.now, of: text }
    return { dialogue: open, ...answer(turn, "behalf-title", { name: text }) }
  }
  if (parseChoice(text, MOST_LINES) !== undefined || parseYesNo(text) === true)
    return { dialogue, ...answer(turn, "behalf-how") }
  if (dialogue.of === undefined || text.includes("\n") || !isTitle(text) || isRatherTalk(text))
    return undefined
  const rest = `${dialogue.of}: ${text}`
  const alone = { ...turn.context, dialogue: undefined }
  return both(
    { dialogue: null },
    await registerFor({ ...saying(turn, `đăng ký hộ ${rest}`), context: alone }, rest),
  )
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
  if (chat.kind === "private" && (isPastedList(text) || arePastedRows(text))) return text
  return listOfPeople(asTypedList(text.replace(/^\s*(?:dòng|dong)\s+(?=\d)/gimu, "")))
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
    return askConsent(saying(turn, "đăng ký hộ"), [{ key: "list-consent-first" }])
  }
  const units = unitsByName(await turn.reads.units(), allowed.person)
  return await enterLines(turn, { ...allowed, units: units.near }, { all, most })
}

/** Whoever may register for others, and where; else the answer that says why not. */
async function support(turn: Turn): Promise<Submitting | { readonly say: NonNullable<Decision["say"]> }> {
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

/** A grassroots group's own unit, else the person's when they may act there, else the one they got their role for. */
async function homeUnit(context: Context, person: Person, reads: Reads): Promise<UnitRef | undefined> {
  const { unit } = context.chat
  if (unit !== undefined && !(await reads.hasSubUnits(unit.id))) return unit
  if (person.unit !== undefined && mayAct(person.grants, "support", person.unit)) return person.unit
  return widestGrant(person.grants)?.unit
}

/** Stands for a tab while the command before the first one is read. */
const CELL_MARK = "␉"

/** What follows the command, with the tabs that reading a command smooths away. */
function bodyOf(text: string, rest: string): { body: string; isList: boolean } {
  const marked = text.includes("\t") ? text.replaceAll("\t", ` ${CELL_MARK} `) : text
  const body = marked === text ? rest : (readCommand(marked)?.rest ?? marked)
  const whole = clean(marked)
  const before = whole.slice(0, Math.max(0, whole.length - body.length))
  return {
    body: asTypedList(body.replace(/ ?␉ ?/gu, "\t")),
    isList: before === "" || LIST_BEGINS.test(before),
  }
}

/** The first line's own mark is left behind with the command: "đăng ký hộ:\n- …". */
const LIST_BEGINS = /[:：\n]\s*(?:[-–—•*+●○▪➢✓✔→]\s*)?$/u
