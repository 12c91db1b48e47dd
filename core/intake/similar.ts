import type { Context } from "../conversation/context.ts"
import { both, type Decision, type Resume } from "../conversation/decision.ts"
import type { PendingMessage, SimilarDialogue, SimilarOption } from "../conversation/dialogue.ts"
import type { InitiativeView } from "../conversation/initiative-view.ts"
import { firstSaying } from "../conversation/kept-draft.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, pendingOf, questionKey, reply, type Turn } from "../conversation/turn.ts"
import { MOST_WAITING, takeUp } from "../conversation/waiting.ts"
import { unitNamed } from "../conversation/which-unit.ts"
import { cardOf } from "../ideas/card.ts"
import { askToJoin } from "../ideas/co-author.ts"
import { closest } from "../ideas/likeness.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { Phrase } from "../outbox.ts"
import { parseChoice } from "../text/choice.ts"
import { fold, foldWords } from "../text/fold.ts"
import { personName } from "../text/name.ts"
import { isSameName, peopleIn } from "./author-name.ts"
import { initiativeCode, readCode } from "./code.ts"
import { entryOf, type Submission, type Where } from "./enter.ts"
import { otherTitle } from "./guided-words.ts"
import type { Registration } from "./registration.ts"
import { heldToo } from "./sent-early.ts"
import { isTitle } from "./title.ts"

/** More than these would be a wall of text, and nobody reads the fourth. */
const MOST_SHOWN = 3

/** Writes the record down and says so; when the stock has its like, asks first and keeps the record meanwhile. */
export async function enter(turn: Turn, where: Where, told: Submission): Promise<Decision> {
  const alike = await alikeTo(turn, where, told.registration.title)
  if (alike.length > 0) return askSimilar(turn, where, told, alike)
  const entered = await entryNow(turn, where, told)
  // What still waits for an answer goes on waiting.
  return turn.context.dialogue?.step === "similar" ? entered : { dialogue: null, ...entered }
}

async function entryNow(
  turn: Turn,
  where: Where,
  { registration, originalText }: Submission,
): Promise<Decision> {
  const { id, name } = where.person
  const told = { registration: withSelf(registration, name), originalText, author: { id, name } }
  const { asks, ...entry } = await entryOf(turn, where, told)
  const notes = await othersNamed(registration, where, turn.reads)
  const { content } = entry.receipt
  const phrases = [...(content.phrases ?? []), ...notes]
  const receipt =
    phrases.length === 0 ? entry.receipt : { ...entry.receipt, content: { ...content, phrases } }
  return { register: [{ ...entry, receipt }], ...(asks.length === 0 ? {} : { say: asks }) }
}

/** Whoever hands in a work of several is its author beside the others, wherever in the list they stand. */
function withSelf(registration: Registration, name: string): Registration {
  const { author, coAuthors } = registration
  return author !== undefined &&
    coAuthors !== undefined &&
    !isSameName(author, name) &&
    isAmong(name, coAuthors)
    ? { ...registration, coAuthors: `${author}, ${coAuthors}` }
    : registration
}

function isAmong(name: string, list: string): boolean {
  return peopleIn(list).some((each) => isSameName(each, name))
}

/** The author or unit that a form names, when the record goes to others: it is said, and how to change it. */
async function othersNamed(
  { author, coAuthors = "", unit }: Registration,
  where: Where,
  reads: Reads,
): Promise<readonly Phrase[]> {
  const { name } = where.person
  const isOther = author !== undefined && !isSameName(author, name) && !isAmong(name, coAuthors)
  const named = unit === undefined ? undefined : unitNamed(unit, await reads.units())
  const isElsewhere = named?.kind === "sure" && named.unit.id !== where.unit.id
  return [
    ...(isOther ? [{ key: "receipt-author-other", args: { named: personName(author) } }] : []),
    ...(isElsewhere
      ? [{ key: "receipt-unit-other", args: { named: named.unit.name, unit: where.unit.name } }]
      : []),
  ]
}

/**
 * The standing initiatives that seem to be the same idea, the closest first; never one of a numbered series, nor one that the
 * same message withdraws.
 */
async function alikeTo(
  { context, reads }: Turn,
  where: Where,
  title: string,
): Promise<readonly InitiativeView[]> {
  const found = await reads.similar(where.campaign.id, title)
  const withdrawn = (context.decided?.changes ?? []).flatMap((change) =>
    change.do === "withdraw" ? [change.initiativeId] : [],
  )
  const standing = found.filter(({ id }) => !withdrawn.includes(id))
  return closest({ title, unitName: where.unit.name }, standing)
    .filter(({ like }) => !like.series)
    .slice(0, MOST_SHOWN)
    .map(({ view }) => view)
}

function askSimilar(
  turn: Turn,
  where: Where,
  { registration, originalText }: Submission,
  alike: readonly InitiativeView[],
): Decision {
  const { context } = turn
  const isOwn = alike.every(({ authorId }) => authorId === where.person.id)
  const before = context.dialogue?.step === "similar" ? context.dialogue : undefined
  return question(turn, alike.map(similarLine), {
    pending: { ...pendingOf(turn.written), text: originalText, registration, unitId: where.unit.id },
    shown: alike.map(({ number }) => number),
    options: isOwn ? ["new", "drop", "look"] : ["new", "join", "look"],
    waiting: before === undefined ? [] : waitingBehind(before, registration.title),
  })
}

type Open = Pick<SimilarDialogue, "pending" | "shown" | "options" | "waiting" | "before">

function question(turn: Turn, phrases: readonly Phrase[], open: Open): Decision {
  const { moment } = turn
  const ask = moment.newId()
  return {
    dialogue: { ...open, step: "similar", ask, askedAt: moment.now },
    say: [
      reply(
        turn,
        {
          phrases,
          choices: { ask, labels: choicesOf(open.options) },
        },
        { supersedeKey: questionKey(turn) },
      ),
    ],
  }
}

const CHOICES: Readonly<Record<SimilarOption, SpokenChoices[number]>> = {
  new: { key: "choice-other-idea" },
  drop: { key: "choice-drop" },
  join: { key: "choice-join" },
  look: { key: "choice-look" },
}

function choicesOf(options: readonly SimilarOption[]): SpokenChoices {
  return options.map((option) => CHOICES[option])
}

function similarLine(view: InitiativeView): Phrase {
  return {
    key: "similar-line",
    args: {
      code: initiativeCode(view.number),
      title: view.title,
      author: view.authorName,
      unit: view.unit.name,
    },
  }
}

/** What was asked about before goes on waiting, unless it is the same title said again. */
function waitingBehind(before: SimilarDialogue, title: string): readonly PendingMessage[] {
  const isSame = foldWords(before.pending.registration.title) === foldWords(title)
  const { registration: _, unitId: __, ...message } = before.pending
  return (isSame ? before.waiting : [...before.waiting, message]).slice(0, MOST_WAITING)
}

/** A registration that waits is never lost: whatever would open another dialogue waits behind it. */
export function putOff(turn: Turn, dialogue: SimilarDialogue, decision: Decision): Decision {
  const { written } = turn
  const other = decision.dialogue
  if (other === undefined || other?.step === "similar") return decision
  const message = pendingOf(written)
  const waiting = [...dialogue.waiting, message].slice(0, MOST_WAITING)
  return question(turn, [{ key: "similar-first" }], { ...dialogue, waiting })
}

/** "sửa thành Kệ xoay dụng cụ cho tổ may 3": what was registered, by the title that makes it another one. */
function retitled({ pending }: SimilarDialogue, typed: string): string | undefined {
  const title = otherTitle(typed) ?? INSTEAD.exec(typed)?.[1]
  if (title === undefined || !isTitle(title)) return undefined
  const { text, registration } = pending
  return text.includes(registration.title)
    ? text.replace(registration.title, () => title)
    : `đăng ký: ${title}`
}

const INSTEAD =
  /^\s*(?:(?:à|ừ|dạ|em|thôi|vậy)[\s,]+)*(?:sửa|sua|đổi|doi)(?:\s+(?:lại|lai))?\s+(?:thành|thanh|là)\s*:?\s+(.+)$/isu

/** "không phải đâu em", "khác hẳn mà": said of what it is likened to; "không" alone may as well mean that they want none of it. */
const DIFFERS =
  /^(?:(?:da|a|o|em|anh|chi|cai|hai|2|nay|cua|toi|minh|la|thi|no) )*(?:(?:khong|ko|k|chang|cha) (?:phai|giong|trung)|khac|sai roi)(?: (?:nhau|han|nhieu|dau|ma|nay|cai|do|kia|em|a|nhe|roi|hoan toan|voi|giong))*\W*$/

/** The answer to "is it the same?": registers, drops, or shows what was found. Undefined when it is no answer. */
export async function answerSimilar(
  turn: Turn,
  dialogue: SimilarDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written } = turn
  // "2 SK-000007": which one, where several are shown.
  const named = readCode(/(?<=\d\s+)sk.*$/isu.exec(written.text)?.[0] ?? "")?.number
  const picked = parseChoice(
    named === undefined ? written.text : written.text.replace(/sk.*$/isu, ""),
    spoken(choicesOf(dialogue.options)),
  )
  // In a group "không phải" may be said to anybody, and would register.
  const option =
    turn.addressed && DIFFERS.test(fold(written.text))
      ? "new"
      : picked === undefined
        ? undefined
        : dialogue.options[picked - 1]
  switch (option) {
    case undefined: {
      const text = turn.addressed ? retitled(dialogue, written.text) : undefined
      if (text !== undefined) {
        const again = await resume({ ...context, dialogue: undefined }, { ...pendingOf(written), text })
        return await goOn(context, dialogue, again, resume)
      }
      const held = turn.addressed
        ? heldToo(turn, { pending: dialogue.pending, waiting: dialogue.waiting })
        : undefined
      const again =
        held?.waiting === undefined
          ? undefined
          : await repeatSimilar(turn, { ...dialogue, waiting: held.waiting })
      return again && firstSaying(again, { key: "message-held" })
    }
    case "new":
      return await goOn(
        context,
        dialogue,
        await registerAnyway({ ...turn, written: dialogue.pending }, dialogue),
        resume,
      )
    case "drop":
      return await goOn(context, dialogue, answer(turn, "dialogue-left"), resume)
    case "join": {
      const [closest = 0] = dialogue.shown
      const number = named !== undefined && dialogue.shown.includes(named) ? named : closest
      return await goOn(context, dialogue, await askToJoin(turn, number), resume)
    }
    case "look":
      return await repeatSimilar(turn, dialogue)
    default:
      return option satisfies never
  }
}

async function registerAnyway(turn: Turn, { pending }: SimilarDialogue): Promise<Decision> {
  const { campaign, person } = turn.context
  const unit = await turn.reads.unit(pending.unitId)
  if (campaign === undefined || person === undefined || unit === undefined) {
    return answer(turn, "begin-again")
  }
  const where = { campaign, person, unit }
  return await entryNow(turn, where, { registration: pending.registration, originalText: pending.text })
}

/** Ends the question and takes up what waited behind it. */
async function goOn(
  context: Context,
  dialogue: SimilarDialogue,
  done: Decision,
  resume: Resume,
): Promise<Decision> {
  const ended = both({ dialogue: null }, done)
  return both(
    ended,
    await takeUp({ ...context, dialogue: undefined, decided: done }, dialogue.waiting, resume),
  )
}

/** The records that were found, and the question once more. */
export async function repeatSimilar(turn: Turn, dialogue: SimilarDialogue): Promise<Decision> {
  const found = await turn.reads.dossiers(dialogue.shown)
  const inOrder = dialogue.shown.flatMap((number) => found.find((each) => each.number === number) ?? [])
  return question(
    turn,
    inOrder.flatMap((each) => cardOf(each, turn.moment.timeZone)),
    dialogue,
  )
}
