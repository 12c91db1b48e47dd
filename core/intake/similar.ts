import type { Incoming } from "../channel.ts"
import type { Context, Person, RunningCampaign } from "../conversation/context.ts"
import { answer, both, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { PendingMessage, SimilarDialogue, SimilarOption } from "../conversation/dialogue.ts"
import type { InitiativeView, Reads } from "../conversation/reads.ts"
import { MOST_WAITING, takeUp } from "../conversation/waiting.ts"
import { cardOf } from "../ideas/card.ts"
import { askToJoin } from "../ideas/co-author.ts"
import { closest } from "../ideas/likeness.ts"
import type { Phrase } from "../outbox.ts"
import type { UnitRef } from "../people/role.ts"
import { parseChoice } from "../text/choice.ts"
import { foldWords } from "../text/fold.ts"
import { initiativeCode, readCode } from "./code.ts"
import { entryOf } from "./enter.ts"
import type { Registration } from "./registration.ts"

type Written = Pick<Incoming, "message" | "topic">
type Where = { readonly campaign: RunningCampaign; readonly person: Person; readonly unit: UnitRef }

/** More than these would be a wall of text, and nobody reads the fourth. */
const MOST_SHOWN = 3

/** Writes the record down and says so; when the stock has its like, asks first and keeps the record meanwhile. */
export async function enter(
  context: Context,
  written: Written,
  where: Where,
  registration: Registration,
  originalText: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const alike = await alikeTo(where, registration.title, reads)
  if (alike.length > 0) {
    return askSimilar(context, written, where, registration, originalText, alike, moment)
  }
  const entered = await entryNow(context, written, where, registration, originalText, moment, reads)
  // What still waits for an answer goes on waiting.
  return context.dialogue?.step === "similar" ? entered : { dialogue: null, ...entered }
}

async function entryNow(
  context: Context,
  written: Written,
  where: Where,
  registration: Registration,
  originalText: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { id, name } = where.person
  const told = { registration, originalText, author: { id, name } }
  const { asks, ...entry } = await entryOf(context, written, where, told, moment, reads)
  return { register: [entry], ...(asks.length === 0 ? {} : { say: asks }) }
}

/** The standing initiatives that seem to be the same idea, the closest first; never one of a numbered series. */
async function alikeTo(where: Where, title: string, reads: Reads): Promise<readonly InitiativeView[]> {
  const candidates = await reads.similar(where.campaign.id, title)
  return closest({ title, unitName: where.unit.name }, candidates)
    .filter(({ like }) => !like.series)
    .slice(0, MOST_SHOWN)
    .map(({ view }) => view)
}

function askSimilar(
  context: Context,
  written: Written,
  where: Where,
  registration: Registration,
  originalText: string,
  alike: readonly InitiativeView[],
  moment: Moment,
): Decision {
  const isOwn = alike.every(({ authorId }) => authorId === where.person.id)
  const before = context.dialogue?.step === "similar" ? context.dialogue : undefined
  return question(context, written, moment, alike.map(similarLine), {
    pending: { ...quoted(written), text: originalText, registration, unitId: where.unit.id },
    shown: alike.map(({ number }) => number),
    options: isOwn ? ["new", "drop", "look"] : ["new", "join", "look"],
    waiting: before === undefined ? [] : waitingBehind(before, registration.title),
    ...(before?.before === undefined ? {} : { before: before.before }),
  })
}

type Open = Pick<SimilarDialogue, "pending" | "shown" | "options" | "waiting" | "before">

function question(
  context: Context,
  written: Written,
  moment: Moment,
  phrases: readonly Phrase[],
  open: Open,
): Decision {
  const ask = moment.newId()
  return {
    dialogue: { ...open, step: "similar", ask, askedAt: moment.now },
    say: [
      reply(
        context,
        written,
        moment,
        {
          phrases,
          choices: { ask, labels: open.options.map((option) => LABELS[option]) },
        },
        { supersedeKey: `question:${context.account?.id ?? ""}` },
      ),
    ],
  }
}

const LABELS: Readonly<Record<SimilarOption, Phrase>> = {
  new: { key: "choice-other-idea" },
  drop: { key: "choice-drop" },
  join: { key: "choice-join" },
  look: { key: "choice-look" },
}

/** Words that mean an option, beside its number. */
const WORDS: Readonly<Record<SimilarOption, string>> = {
  new: "vẫn là sáng kiến khác",
  drop: "thôi không gửi nữa",
  join: "tham gia cùng (đồng tác giả)",
  look: "xem",
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
export function putOff(
  context: Context,
  dialogue: SimilarDialogue,
  decision: Decision,
  written: Written & { readonly text: string },
  moment: Moment,
): Decision {
  const other = decision.dialogue
  if (other === undefined || other?.step === "similar") return decision
  const message = { ...quoted(written), text: written.text }
  const waiting = [...dialogue.waiting, message].slice(0, MOST_WAITING)
  return question(context, written, moment, [{ key: "similar-first" }], { ...dialogue, waiting })
}

/** The answer to "is it the same?": registers, drops, or shows what was found. Undefined when it is no answer. */
export async function answerSimilar(
  context: Context,
  dialogue: SimilarDialogue,
  written: Written & { readonly text: string },
  moment: Moment,
  reads: Reads,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision | undefined> {
  // "2 SK-000007": which one, where several are shown.
  const named = readCode(/(?<=\d\s+)sk.*$/isu.exec(written.text)?.[0] ?? "")?.number
  const picked = parseChoice(
    named === undefined ? written.text : written.text.replace(/sk.*$/isu, ""),
    dialogue.options.map((option) => WORDS[option]),
  )
  const option = picked === undefined ? undefined : dialogue.options[picked - 1]
  switch (option) {
    case undefined:
      return undefined
    case "new":
      return await goOn(context, dialogue, await registerAnyway(context, dialogue, moment, reads), resume)
    case "drop":
      return await goOn(context, dialogue, answer(context, written, moment, "dialogue-left"), resume)
    case "join": {
      const [closest = 0] = dialogue.shown
      const number = named !== undefined && dialogue.shown.includes(named) ? named : closest
      return await goOn(context, dialogue, await askToJoin(context, written, number, moment, reads), resume)
    }
    case "look":
      return await repeatSimilar(context, dialogue, written, moment, reads)
    default:
      return option satisfies never
  }
}

async function registerAnyway(
  context: Context,
  { pending }: SimilarDialogue,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign, person } = context
  const unit = await reads.unit(pending.unitId)
  if (campaign === undefined || person === undefined || unit === undefined) {
    return answer(context, pending, moment, "begin-again")
  }
  const where = { campaign, person, unit }
  return await entryNow(context, pending, where, pending.registration, pending.text, moment, reads)
}

/** Ends the question and takes up what waited behind it. */
async function goOn(
  context: Context,
  dialogue: SimilarDialogue,
  done: Decision,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision> {
  const { before } = dialogue
  const ended = both({ dialogue: before ?? null }, done)
  return both(ended, await takeUp({ ...context, dialogue: before }, dialogue.waiting, resume))
}

/** The records that were found, and the question once more. */
export async function repeatSimilar(
  context: Context,
  dialogue: SimilarDialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const found = await reads.dossiers(dialogue.shown)
  const inOrder = dialogue.shown.flatMap((number) => found.find((each) => each.number === number) ?? [])
  return question(context, written, moment, inOrder.flatMap(cardOf), dialogue)
}

function quoted(written: Written): Written {
  return {
    ...(written.message === undefined ? {} : { message: written.message }),
    ...(written.topic === undefined ? {} : { topic: written.topic }),
  }
}
