import { START_RESUMES } from "../command/read.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Draft, GuidedDialogue, GuidedStep } from "../conversation/dialogue.ts"
import { answer, questionKey, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { quote } from "../text/cut.ts"
import { formatReading, type Money } from "../text/money.ts"
import { unitFor } from "./enter.ts"
import { putsOff } from "./guided-words.ts"
import { readRegistration } from "./registration.ts"
import { sectorsOf } from "./sector.ts"
import { enter } from "./similar.ts"

const ORDER: readonly GuidedStep[] = ["title", "change", "benefit", "sector"]

/** People write in bubbles: the next question waits this long for another one … */
export const BUBBLE_PAUSE_MS = 1_500
/** … and a bubble that comes later than that, but within this time, still joins the description it belongs to. */
const BUBBLE_JOIN_MS = 20_000

/** The first question, of somebody who told what they changed and gave it no name; their words are the description. */
export function nameOfTold(turn: Turn): Decision {
  const { text } = turn.written
  const { benefit } = readRegistration(text)
  const draft = { typed: [text], description: text, ...given({ benefit }) }
  return ask(turn, "title", draft, { opening: { key: "guided-told" } })
}

/** The first question; `refused` is what was offered as a title and is none. */
export function startGuided(turn: Turn, options: { readonly refused?: string } = {}): Decision {
  const opening: Phrase =
    options.refused === undefined || options.refused === ""
      ? guidedOpening(turn)
      : { key: "title-too-short", args: { typed: options.refused } }
  return ask(turn, "title", { typed: [] }, { opening })
}

/** Who is asked in a group may answer in private, with one tap where the platform has an address for it. */
function guidedOpening({ context: { chat }, reads }: Turn): Phrase {
  if (chat.kind === "private") return { key: "guided-opening" }
  const found = reads.entrance(chat.bot, START_RESUMES)
  return found?.carries === true
    ? { key: "guided-opening-group-link", args: { link: found.link } }
    : { key: "guided-opening-group" }
}

/** Asks which of two readings of a typed benefit was meant. */
export function whichBenefit(
  turn: Turn,
  draft: Draft,
  readings: readonly [Money, Money],
  options: { readonly opening?: Phrase } = {},
): Decision {
  const { moment } = turn
  const question = moment.newId()
  return {
    dialogue: { step: "which_benefit", ask: question, askedAt: moment.now, draft, readings },
    say: [
      reply(turn, {
        phrases: [...(options.opening === undefined ? [] : [options.opening]), { key: "benefit-which" }],
        choices: { ask: question, labels: readings.map((money) => ({ text: formatReading(money) })) },
      }),
    ],
  }
}

/** The same question again: after "tiếp", or for somebody who lost the thread. */
export function repeatQuestion(
  turn: Turn,
  dialogue: GuidedDialogue,
  options: { readonly opening?: Phrase } = {},
): Decision {
  return dialogue.step === "which_benefit"
    ? whichBenefit(turn, dialogue.draft, dialogue.readings, options)
    : ask(turn, dialogue.step, dialogue.draft, options)
}

/** A draft that was left for this long is not in anybody's mind any more: it is named. */
const LEFT_MS = 60 * 60_000

/** The open question for whoever comes back to it. */
export function resumed(turn: Turn, dialogue: GuidedDialogue): Decision {
  const { title } = dialogue.draft
  const isLeft = title !== undefined && turn.moment.now - dialogue.askedAt > LEFT_MS
  const opening = { key: "draft-open", args: { title: quote(title ?? "") } }
  return repeatQuestion(turn, dialogue, isLeft ? { opening } : {})
}

/** One question back; at the first it is asked again. */
export function goBack(turn: Turn, dialogue: GuidedDialogue): Decision {
  const at = dialogue.step === "which_benefit" ? ORDER.indexOf("benefit") + 1 : ORDER.indexOf(dialogue.step)
  return ask(turn, ORDER[at - 1] ?? "title", dialogue.draft)
}

/** Leaves the question open; the title cannot be left open. */
export async function skip(turn: Turn, dialogue: GuidedDialogue): Promise<Decision> {
  switch (dialogue.step) {
    case "title":
      return ask(turn, "title", dialogue.draft, { opening: { key: "title-needed" } })
    case "change":
      return await advance(turn, "change", dialogue.draft)
    case "benefit":
    case "which_benefit":
      return await advance(turn, "benefit", withoutBenefit(dialogue.draft))
    case "sector":
      return await finish(turn, dialogue.draft, undefined)
    default:
      return dialogue satisfies never
  }
}

/** Nothing is asked until the person comes back to it. Whoever leaves it for later is told that what there is can be registered. */
export function wait(turn: Turn, { draft }: GuidedDialogue): Decision {
  const isLeft = draft.title !== undefined && putsOff(turn.written.text)
  return answer(turn, isLeft ? "guided-wait-titled" : "guided-wait")
}

/** Writes down what was told so far; undefined while there is no title. */
export async function writeDown(turn: Turn, { draft }: GuidedDialogue): Promise<Decision | undefined> {
  return draft.title === undefined ? undefined : await finish(turn, draft, draft.sector)
}

/** On to the question after `done`, or to the end where the campaign has no sectors to choose from. */
export async function advance(turn: Turn, done: GuidedStep, draft: Draft): Promise<Decision> {
  if (draft.isWhole) return await finish(turn, draft, draft.sector)
  const next = ORDER.slice(ORDER.indexOf(done) + 1).find((step) => !isTold(draft, step))
  const isDone = next === "sector" && sectorsOf(turn).length === 0
  return next === undefined || isDone ? await finish(turn, draft, draft.sector) : ask(turn, next, draft)
}

/** Registers the draft, or begins again where what it stood on was taken away meanwhile. */
export async function finish(turn: Turn, draft: Draft, sector: string | undefined): Promise<Decision> {
  const { context } = turn
  const { campaign, person } = context
  const unit = person === undefined ? undefined : await unitFor(context, person, turn.reads)
  if (campaign === undefined || person === undefined || unit === undefined || draft.title === undefined) {
    return { dialogue: null, say: [reply(turn, { phrases: [{ key: "begin-again" }] })] }
  }
  const { typed, isWhole: _, ...told } = draft
  const registration = { ...told, title: draft.title, ...given({ sector }) }
  const where = { campaign, person, unit }
  return await enter(turn, where, { registration, originalText: typed.join("\n") })
}

function isTold(draft: Draft, step: GuidedStep): boolean {
  const told = { title: draft.title, change: draft.description, benefit: draft.benefit, sector: draft.sector }
  return told[step] !== undefined
}

/** Asks for this part of the draft; `afterBubbles`, unless another bubble comes first. */
export function ask(
  turn: Turn,
  step: GuidedStep,
  draft: Draft,
  options: { readonly opening?: Phrase; readonly afterBubbles?: boolean } = {},
): Decision {
  const { moment } = turn
  const question = moment.newId()
  const phrases = [...(options.opening === undefined ? [] : [options.opening]), { key: `ask-${step}` }]
  return {
    dialogue: {
      step,
      ask: question,
      askedAt: moment.now,
      draft,
      ...(options.afterBubbles ? { joinUntil: moment.now + BUBBLE_JOIN_MS } : {}),
    },
    say: [
      reply(
        turn,
        {
          phrases,
          ...(step === "sector"
            ? { choices: { ask: question, labels: sectorsOf(turn).map((text) => ({ text })) } }
            : {}),
        },
        {
          // A newer question makes an older one that still waits pointless.
          supersedeKey: questionKey(turn),
          ...(options.afterBubbles ? { dueAt: moment.now + BUBBLE_PAUSE_MS } : {}),
        },
      ),
    ],
  }
}

/** The same with the benefit left open. */
export function withoutBenefit(draft: Draft): Draft {
  const { benefit: _, ...rest } = draft
  return rest
}
