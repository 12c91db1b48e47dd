import { asked } from "../command/asked.ts"
import type { Command } from "../command/command.ts"
import { inVietnamese } from "../command/english.ts"
import { isVerdict, officerRequestsIn } from "../command/officer-requests.ts"
import { readCommand } from "../command/read.ts"
import { behindThanks, requestsIn } from "../command/requests.ts"
import { comparePortalList } from "../file/portal-list.ts"
import { given } from "../given.ts"
import { answerOpenAsk, mayAnswerAsk } from "../ideas/co-author-answer.ts"
import { authorOfAnother, registerFor, registerRecordFor, unmarkedLines } from "../intake/on-behalf.ts"
import { pastedRows } from "../intake/pasted-row.ts"
import { pastedForm, pastedPortalList } from "../intake/pasted-table.ts"
import { askConsent } from "../intake/register.ts"
import { readRegistration } from "../intake/registration.ts"
import { onlyMeant } from "../intake/which-initiative.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer } from "../people/role.ts"
import { remind, unmarkedReminder } from "../reminder/ask.ts"
import { quote } from "../text/cut.ts"
import { clean } from "../text/fold.ts"
import { meantByKeys } from "../text/raw-keys.ts"
import { spelledOut } from "../text/short-forms.ts"
import { begunElsewhere, carryOver } from "./carry-over.ts"
import type { Context } from "./context.ts"
import { both, type Decision, type Resume, SILENCE } from "./decision.ts"
import { answersNothing, HINTS, isHint, isNotUnderstood, onlyOffers, says } from "./hint.ts"
import { inDialogue } from "./in-dialogue.ts"
import { obey } from "./obey.ts"
import { clauseMeant } from "./one-clause.ts"
import { ONLY_SHOWN } from "./passed.ts"
import type { Reads } from "./reads.ts"
import { orSetUpFirst } from "./set-up.ts"
import { answer, pendingOf, reply, saying, type Turn } from "./turn.ts"
import { takeUp } from "./waiting.ts"
import { withoutCommand } from "./without-command.ts"

/** Some words stand for others and are read anew; were they to lead back to themselves, nobody would be answered any more. */
const MOST_READINGS = 10

/**
 * What the words of a message lead to: read as a table, as several requests, as the answer to a question of ours, as a command, or as none of
 * these. `reading` counts how often what was written has been read anew. Throws when that goes on for ever.
 */
export async function heard(turn: Turn, reading = 0): Promise<Decision> {
  const { context, written, addressed } = turn
  if (context.account === undefined) return SILENCE
  if (reading > MOST_READINGS) throw new Error("the words lead back to themselves")
  if (written.text.includes("\t") && !mayBeTable(context, written.text)) {
    const rows = context.person === undefined ? undefined : pastedRows(written.text, context.person.name)
    const text = clean(pastedForm(written.text) ?? rows ?? written.text)
    return await heard(saying(turn, text), reading + 1)
  }
  const resume: Resume = async (known, pending) =>
    await heard({ ...turn, context: known, written: pending, addressed: true }, reading + 1)
  const requests = addressed ? severalIn(context, written.text) : undefined
  if (requests !== undefined) return await heardInTurn(turn, requests, resume)
  const { dialogue } = context
  const isFree = dialogue === undefined || ONLY_SHOWN.has(dialogue.step)
  if (addressed && isFree && mayAnswerAsk(written.text)) {
    // A number is for what was asked last, and not for a list that was shown before.
    const settled = await answerOpenAsk(turn, { since: dialogue?.askedAt })
    if (settled !== undefined) return settled
  }
  // What was only shown, or offered, is nothing to go on with.
  const isResumed = addressed && isFree && readCommand(written.text)?.name === "resume"
  const elsewhere = isResumed
    ? await begunElsewhere({ ...turn, context: { ...context, dialogue: undefined } })
    : undefined
  if (elsewhere !== undefined) return await carryOver(turn, elsewhere)
  const answered = dialogue === undefined ? undefined : await inDialogue(turn, dialogue, resume)
  if (answered !== undefined) return answered
  if (!addressed) return SILENCE
  const decision = await commanded(turn, reading)
  const meant = onlyMeant(decision)
  if (meant !== undefined) return await resume(context, { ...pendingOf(written), text: meant })
  // Their request is answered first; where that opened a question of ours, consent is asked another time.
  if (decision.dialogue !== undefined || !(await isNamedStranger(context, turn.reads))) return decision
  const because = [{ key: "consent-first-contact" }]
  return both(decision, askConsent(saying(turn, "của tôi"), because))
}

/** While a question is open, a message holds several requests only if it clearly begins with one; otherwise it is the answer. */
function severalIn({ dialogue, person }: Context, text: string): readonly string[] | undefined {
  if (
    isOfficer(person) &&
    (dialogue === undefined || ONLY_SHOWN.has(dialogue.step) || dialogue.step === "review")
  ) {
    const orders = officerRequestsIn(text)
    if (orders !== undefined || isVerdict(text)) return orders
  }
  const requests = requestsIn(text)
  if (dialogue === undefined || ONLY_SHOWN.has(dialogue.step) || requests === undefined) return requests
  const first = readCommand(requests[0] ?? "")
  return first?.name === "register" && first.clear ? requests : undefined
}

/** Handles each request of a message as if it had just been written; one that is not understood is quoted back. */
async function heardInTurn(
  { context, written }: Turn,
  requests: readonly string[],
  resume: Resume,
): Promise<Decision> {
  const pending = requests.map((text) => ({ ...pendingOf(written), text }))
  return await takeUp(context, pending, async (known, one) => {
    const decision = await resume(known, one)
    return saidInstead(decision, { key: "request-not-understood", args: { typed: quote(one.text) } })
  })
}

/** Somebody who writes for the first time, and whom others have entered by that name already. */
async function isNamedStranger({ chat, person, account, campaign }: Context, reads: Reads): Promise<boolean> {
  if (chat.kind !== "private" || chat.known || person !== undefined) return false
  return account !== undefined && campaign !== undefined && (await reads.isNamedByOthers(account.name))
}

const NOBODY_FOUND = new Set(["unit-not-found", "remind-who-unread"])

async function commanded(turn: Turn, reading: number): Promise<Decision> {
  const { context, written } = turn
  const first = firstContact(turn)
  const command = readCommand(written.text, { officer: isOfficer(context.person) })
  const unmarked = await unmarkedRequest(turn, command)
  if (unmarked !== undefined) return both(first, unmarked)
  if (command !== undefined) {
    const obeyed = await orSetUpFirst(turn, await obey(turn, command))
    // "tổng hợp bữa qua": what is no unit's name may be said in the words of the south or in short.
    const other = says(obeyed, NOBODY_FOUND) ? await meantByShortForms(turn, reading) : undefined
    return both(first, other === undefined || says(other, NOBODY_FOUND) ? obeyed : other)
  }
  const ordered =
    isOfficer(context.person) && ordersInShort(written.text)
      ? await meantByShortForms(turn, reading)
      : undefined
  if (ordered !== undefined) return both(first, ordered)
  const decision = await orSetUpFirst(turn, await withoutCommandNorThanks(turn))
  const isUnclear = decision.dialogue?.step === "meant" || answersNothing(decision) || onlyOffers(decision)
  const meant = isUnclear
    ? ((await meantByRawKeys(turn, reading)) ?? (await meantByShortForms(turn, reading)))
    : undefined
  if (meant !== undefined) return meant
  const inClause =
    answersNothing(decision) || onlyOffers(decision) || says(decision, UPSET)
      ? await meantInClause(turn, reading)
      : undefined
  if (inClause !== undefined) return both(first, inClause)
  // A group that is greeted just now has read what the hint says.
  return first !== SILENCE && isHint(decision) ? first : both(first, decision)
}

/** "cảm ơn em, sửa giúp tên thành …": what follows the thanks; where that says nothing, they are answered. */
async function withoutCommandNorThanks(turn: Turn): Promise<Decision> {
  const behind = behindThanks(turn.written.text)
  if (behind === undefined) return await withoutCommand(turn)
  const said = saying(turn, behind)
  const command = readCommand(behind, { officer: isOfficer(turn.context.person) })
  const decision = command === undefined ? await withoutCommand(said) : await obey(said, command)
  const isWarm = isHint(decision) && behind.split(" ").length <= MOST_WARM_WORDS
  return isWarm ? await obey(turn, asked("thanks", "")) : decision
}

/**
 * Words typed with the Vietnamese keyboard switched off: does what the keys mean, or says that they look like raw keys.
 * Undefined for all other words.
 */
async function meantByRawKeys(turn: Turn, reading: number): Promise<Decision | undefined> {
  const meant = meantByKeys(turn.written.text)
  if (meant === undefined) return undefined
  const written = { ...turn.written, text: meant.text ?? "" }
  const decision =
    meant.text === undefined ? undefined : await heard({ ...turn, written, addressed: true }, reading + 1)
  if (decision !== undefined && !isNotUnderstood(decision)) return decision
  return meant.isSure ? answer(turn, "keyboard-off") : undefined
}

/** "đơn vị mô chưa có chi": written out an officer's order, and not only like some question. */
function ordersInShort(text: string): boolean {
  const whole = spelledOut(text, { officer: true })
  const command = whole === undefined ? undefined : readCommand(whole, { officer: true })
  return command !== undefined && command.name !== "register" && command.name !== "askRule"
}

/**
 * "sk mk duyệt ch z", "change the title to …": what the words mean once they are written out in Vietnamese. What is registered keeps the words
 * as they were typed.
 */
async function meantByShortForms(turn: Turn, reading: number): Promise<Decision | undefined> {
  const text =
    inVietnamese(clean(turn.written.text)) ??
    spelledOut(turn.written.text, { officer: isOfficer(turn.context.person) })
  if (text === undefined) return undefined
  const decision = await heard({ ...saying(turn, text), addressed: true }, reading + 1)
  const isOther = decision.dialogue?.step === "meant" || (decision.register ?? []).length > 0
  return isOther || isNotUnderstood(decision) || onlyOffers(decision) ? undefined : decision
}

const UPSET = new Set(["upset-info"])

/** What one clause asks for, where what is told beside it is understood by nobody. */
async function meantInClause(turn: Turn, reading: number): Promise<Decision | undefined> {
  const clause = clauseMeant(turn.written.text, { officer: isOfficer(turn.context.person) })
  if (clause === undefined) return undefined
  const decision = await heard({ ...saying(turn, clause), addressed: true }, reading + 1)
  return isNotUnderstood(decision) || onlyOffers(decision) ? undefined : decision
}

/** "cảm ơn em nhé, làm tốt lắm" */
const MOST_WARM_WORDS = 8

/** The decision with another phrase in the place of its hint. */
function saidInstead(decision: Decision, phrase: Phrase): Decision {
  const say = decision.say?.map((said) => {
    const phrases = said.content.phrases?.map((each) =>
      "key" in each && HINTS.has(each.key) ? phrase : each,
    )
    return { ...said, content: { ...said.content, ...given({ phrases }) } }
  })
  return { ...decision, ...given({ say }) }
}

/** Lists and reminders that need no command before them, from somebody who may send them. */
async function unmarkedRequest(turn: Turn, command: Command | undefined): Promise<Decision | undefined> {
  const { context, written } = turn
  if (command !== undefined && command.name !== "register") return undefined
  if (command === undefined) {
    const reminded = await unmarkedReminder(context, written.text, turn.reads)
    if (reminded !== undefined) return await remind(turn, reminded)
    const list = portalListOf(context, written.text)
    if (list !== undefined) return await comparePortalList(turn, list.person, list.table)
  }
  // "chị gửi sáng kiến của tổ 3:" above a list of people announces the ideas of those people.
  const lines = unmarkedLines(context, written.text)
  if (lines !== undefined) return await registerFor(turn, lines)
  // Only who holds a role registers for others: nobody else's title is read here, to be read once more where it is registered.
  const mayBeAnothers = command !== undefined && (context.person?.grants.length ?? 0) > 0
  const registration = mayBeAnothers ? readRegistration(command.rest) : undefined
  const author = registration && authorOfAnother(context, registration)
  return registration === undefined || author === undefined
    ? undefined
    : await registerRecordFor(turn, author, registration)
}

/** Tabs matter only in messages that may hold a table. */
function mayBeTable(context: Context, text: string): boolean {
  return (
    readCommand(text)?.name === "registerFor" ||
    context.dialogue?.step === "behalf" ||
    unmarkedLines(context, text) !== undefined ||
    portalListOf(context, text) !== undefined
  )
}

/** Where the platform brings no files, an officer pastes what the portal's own list holds. */
function portalListOf({ chat, person }: Context, text: string) {
  if (chat.kind === "group" || !isOfficer(person)) return undefined
  const table = pastedPortalList(text)
  return table === undefined ? undefined : { person, table }
}

/** Some platforms do not tell when the bot is added: there a group is greeted at the first words addressed to the bot. */
function firstContact(turn: Turn): Decision {
  const { context, written } = turn
  if (context.chat.kind !== "group" || context.chat.known) return SILENCE
  const greeting = reply(
    { ...turn, written: written.topic === undefined ? {} : { topic: written.topic } },
    { phrases: [{ key: "greeting-group", args: {} }] },
    { kind: "notice" },
  )
  return { say: [{ ...greeting, dedupeKey: `greeting:${context.chat.id}` }] }
}
