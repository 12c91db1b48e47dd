import { beside } from "../conversation/beside.ts"
import { readCommand } from "../conversation/command.ts"
import { both, type Decision } from "../conversation/decision.ts"
import type { Draft, GuidedDialogue, GuidedStep } from "../conversation/dialogue.ts"
import { answer, questionKey, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { isGivenName, readNamedShares } from "../ideas/shares.ts"
import type { Phrase } from "../outbox.ts"
import { parseAgreement, parseChoice, parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import { formatMoney, formatReading, insteadOf, type Money } from "../text/money.ts"
import { extractBenefit, parseMoney } from "../text/money-reading.ts"
import { unitFor } from "./enter.ts"
import {
  amountIn,
  asksToWait,
  cannotChoose,
  isAtALoss,
  oneLine,
  otherTitle,
  putsOff,
  slipIn,
  spoken,
  teamIn,
  tellsNothing,
  titleSaid,
} from "./guided-words.ts"
import { mine } from "./own.ts"
import { readRegistration } from "./registration.ts"
import { sectorNamed, sectorsOf } from "./sector.ts"
import { nearestSector } from "./sector-near.ts"
import { enter } from "./similar.ts"
import { readSlip } from "./slip.ts"
import { isRatherTalk, namesWorkplace } from "./talk.ts"
import { isTitle } from "./title.ts"
import { asksBack, complains, mayTell, tellsHowItIs, tellsHowItWas, tellsMore } from "./told.ts"
import { asksHowOwnStand } from "./which-initiative.ts"

const ORDER: readonly GuidedStep[] = ["title", "change", "benefit", "sector"]
/** People write in bubbles: the next question waits this long for another one … */
const BUBBLE_PAUSE_MS = 1_500
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
      ? { key: turn.context.chat.kind === "group" ? "guided-opening-group" : "guided-opening" }
      : { key: "title-too-short", args: { typed: options.refused } }
  return ask(turn, "title", { typed: [] }, { opening })
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

/** Takes `written` as the answer to the dialogue's question. */
export async function answerGuided(turn: Turn, dialogue: GuidedDialogue): Promise<Decision> {
  const { written } = turn
  const draft: Draft = { ...dialogue.draft, typed: [...dialogue.draft.typed, written.text] }
  const unchosen = dialogue.step === "sector" ? await withoutChoice(turn, dialogue, draft) : undefined
  if (unchosen !== undefined) return unchosen
  const title = dialogue.step === "title" ? undefined : otherTitle(written.text)
  if (title !== undefined) {
    const opening = { key: "draft-retitled", args: { title } }
    return repeatQuestion(turn, { ...dialogue, draft: { ...draft, title } }, { opening })
  }
  const right = dialogue.step === "sector" ? slipIn(written.text) : undefined
  if (right !== undefined) return withBenefit(turn, dialogue, draft, right)
  if (isCourtesy(written.text)) return resumed(turn, dialogue)
  // "tên là tên gì hả em?" wants an answer, and is none.
  if (asksBack(written.text) || isAtALoss(written.text))
    return repeatQuestion(turn, dialogue, { opening: { key: WHY[dialogue.step] } })
  if (asksToWait(written.text)) return wait(turn, dialogue)
  const team = dialogue.step === "title" ? undefined : teamIn(written.text)
  const named = team === undefined ? undefined : readNamedShares(team)
  if (named?.some(({ name }) => isGivenName(name)))
    return repeatQuestion(turn, dialogue, { opening: { key: "draft-team-full-name" } })
  if (team !== undefined && named !== undefined) {
    const opening = { key: "draft-team", args: { names: team } }
    return repeatQuestion(turn, { ...dialogue, draft: { ...draft, coAuthors: team } }, { opening })
  }
  const early = dialogue.step === "sector" ? undefined : sectorNamed(written.text, sectorsOf(turn))
  if (early !== undefined) {
    const opening = { key: "review-sector", args: { sector: early } }
    return repeatQuestion(turn, { ...dialogue, draft: { ...draft, sector: early } }, { opening })
  }
  switch (dialogue.step) {
    case "title": {
      const doubted = dialogue.doubted === undefined ? undefined : parseAgreement(written.text, 2)
      if (dialogue.doubted !== undefined && doubted === true)
        return await advance(turn, "title", { ...draft, title: oneLine(dialogue.doubted) })
      if (doubted === false) return ask(turn, "title", dialogue.draft)
      if (written.text.length <= LONGEST_NO_IDEA && ONLY_THE_WORD.test(fold(written.text)))
        return resumed(turn, dialogue)
      if (complains(written.text)) return aside(turn, dialogue, "upset-info")
      if (parseYesNo(written.text) === false) return aside(turn, dialogue, "title-needed")
      if (extractBenefit(written.text) === null) {
        const amount = amountIn(written.text)
        if (amount !== undefined) return withBenefit(turn, dialogue, draft, amount)
      }
      if (tellsHowItWas(written.text, draft.description !== undefined)) return nameAfterStory(turn, draft)
      const isDoubtful = isRatherTalk(written.text) || namesWorkplace(written.text)
      if (isTitle(written.text) && isDoubtful && extractBenefit(written.text) === null)
        return askWhetherTitle(turn, dialogue.draft)
      return isTitle(written.text)
        ? await advance(turn, "title", { ...draft, ...titleAndBenefit(titleSaid(written.text)) })
        : ask(turn, "title", dialogue.draft, {
            opening: { key: "title-too-short", args: { typed: quote(written.text) } },
          })
    }
    case "change":
      if (
        tellsNothing(written.text) ||
        (written.text.length <= LONGEST_NO_IDEA && cannotChoose(written.text))
      )
        return await advance(turn, "change", dialogue.draft)
      // "2️⃣", "…": nothing is told without a word. Praise is for us.
      if (!/\p{L}/u.test(written.text)) return aside(turn, dialogue, "guided-why-change")
      return beside(written.text) === "welcome" ? resumed(turn, dialogue) : askAfterBubble(turn, draft)
    case "benefit":
      return await answerBenefit(turn, dialogue, draft)
    case "which_benefit": {
      const choice = parseChoice(written.text, 2)
      if (choice === undefined) return await answerBenefit(turn, dialogue, draft)
      const [lesser, greater] = dialogue.readings
      const benefit = choice === 1 ? lesser : greater
      return await advance(turn, "benefit", { ...draft, benefit })
    }
    case "sector": {
      const sectors = sectorsOf(turn)
      const choice = parseChoice(written.text, [...sectors])
      const named = choice === undefined ? sectorNamed(written.text, sectors) : sectors[choice - 1]
      if (named !== undefined) return await finish(turn, draft, named)
      const amount = amountIn(written.text)
      if (amount !== undefined) return withBenefit(turn, dialogue, draft, amount)
      const joined = bubble(turn, dialogue, draft)
      if (joined !== undefined) return joined
      return await besideTheQuestion(turn, dialogue, draft, { key: "sector-unknown" })
    }
    default:
      return dialogue satisfies never
  }
}

/** "k nho", "không biết": longer words may tell what changed all the same. */
const LONGEST_NO_IDEA = 20

/** "đăng ký" / "sáng kiến" / the title: the second bubble of three. */
const ONLY_THE_WORD =
  /^\W*(?:(?:cai |mot |1 )?(?:sang kien|sk)(?: moi| cua em| cua toi| cua minh)?|ten (?:sang kien|sk))\W*$/

/** Who cannot tell the sector is shown the nearest one by the title, once; without one, or asked again, it is left open. */
async function withoutChoice(
  turn: Turn,
  dialogue: GuidedDialogue,
  draft: Draft,
): Promise<Decision | undefined> {
  const { text } = turn.written
  const isAgreed = dialogue.hinted === true && parseYesNo(text) === true
  if (!isAgreed && !cannotChoose(text)) return undefined
  const sectors = sectorsOf(turn)
  const near = nearestSector(`${draft.title ?? ""}\n${draft.description ?? ""}`, sectors)
  if (isAgreed) return near === undefined ? undefined : await finish(turn, draft, near)
  if (near === undefined || dialogue.hinted === true) return await finish(turn, draft, undefined)
  const hint = { key: "sector-near", args: { number: sectors.indexOf(near) + 1, sector: near } }
  return hinted(turn, dialogue, hint)
}

/** What was told instead of the title is kept with the description, and the title asked for once more. */
function nameAfterStory(turn: Turn, draft: Draft): Decision {
  const { text } = turn.written
  const benefit = draft.benefit ?? benefitTold(text)
  const told = { ...draft, description: describedWith(draft, text), ...given({ benefit }) }
  return ask(turn, "title", told, { opening: { key: "told-more" } })
}

/** Words that sound like talk may be a title all the same. */
function askWhetherTitle(turn: Turn, draft: Draft): Decision {
  const { moment, written } = turn
  const question = moment.newId()
  const labels = [{ key: "choice-right" }, { key: "choice-no" }]
  const phrases = [{ key: "title-doubted", args: { typed: quote(written.text) } }]
  return {
    dialogue: { step: "title", ask: question, askedAt: moment.now, draft, doubted: written.text },
    say: [reply(turn, { phrases, choices: { ask: question, labels } }, { supersedeKey: questionKey(turn) })],
  }
}

function withBenefit(turn: Turn, dialogue: GuidedDialogue, draft: Draft, said: Money): Decision {
  const benefit = insteadOf(draft.benefit, said)
  const opening = { key: "review-benefit", args: { benefit: formatMoney(benefit) } }
  return repeatQuestion(turn, { ...dialogue, draft: { ...draft, benefit } }, { opening })
}

/** What is said to whoever answers a question with one of their own. */
const WHY: Readonly<Record<GuidedDialogue["step"], string>> = {
  title: "guided-why-title",
  change: "guided-why-change",
  benefit: "guided-why-benefit",
  which_benefit: "guided-why-benefit",
  sector: "guided-why-sector",
}

async function answerBenefit(turn: Turn, dialogue: GuidedDialogue, draft: Draft): Promise<Decision> {
  const { written } = turn
  const right = readSlip(written.text)
  const reading = parseMoney(right ?? spoken(written.text))
  switch (reading.kind) {
    case "money":
      return await advance(turn, "benefit", { ...draft, benefit: reading.money })
    case "ambiguous":
      return whichBenefit(turn, draft, reading.readings)
    case "none_given":
      return await advance(turn, "benefit", withoutBenefit(draft))
    case "unreadable": {
      const both = await answerBenefitAndMore(turn, draft)
      if (both !== undefined) return both
      const joined = bubble(turn, dialogue, draft)
      if (joined !== undefined) return joined
      const opening = { key: "benefit-unreadable", args: { typed: quote(written.text) } }
      return await besideTheQuestion(turn, dialogue, draft, opening)
    }
    default:
      return reading satisfies never
  }
}

/** "chào em", "cảm ơn em nhé ❤️": no answer, and blames nobody. */
function isCourtesy(text: string): boolean {
  if (text.length > LONGEST_COURTESY || parseYesNo(text) !== undefined) return false
  const said = readCommand(text)?.name
  return said === "thanks" || said === "greet"
}

const LONGEST_COURTESY = 60

/** "20 triệu 1 năm, lĩnh vực kỹ thuật": the amount, and what is asked next or belongs to the description. */
async function answerBenefitAndMore(turn: Turn, draft: Draft): Promise<Decision | undefined> {
  const [, amount = "", behind = ""] = AMOUNT_AND_MORE.exec(turn.written.text) ?? []
  const reading = behind === "" ? undefined : parseMoney(spoken(amount))
  if (reading?.kind !== "money") return undefined
  const told = { ...draft, benefit: reading.money }
  const sector = sectorNamed(behind, sectorsOf(turn))
  if (sector !== undefined) return await advance(turn, "benefit", { ...told, sector })
  return mayTell(behind)
    ? await advance(turn, "benefit", { ...told, description: describedWith(draft, behind) })
    : undefined
}

/** A comma between digits is part of the number. */
const AMOUNT_AND_MORE = /^([^,;\n]*(?:,\d[^,;\n]*)?)[,;\n]\s*(\S.*)$/s

/** Thanks are no answer and blame nobody; remarks to the bot are answered; whatever tells more is kept with the description. */
async function besideTheQuestion(
  turn: Turn,
  dialogue: GuidedDialogue,
  draft: Draft,
  hint: Phrase,
): Promise<Decision> {
  const { text } = turn.written
  if (asksHowOwnStand(turn)) return both(await mine(turn), { dialogue })
  const said = beside(text)
  if (said !== undefined) return aside(turn, dialogue, said)
  const told = text.replace(ADDS, "")
  const isTold =
    told.split(/\s+/).length >= FEWEST_TELLING_WORDS &&
    mayTell(told) &&
    (told !== text || tellsMore(text) || tellsHowItIs(fold(text)))
  if (!isTold) return hinted(turn, dialogue, hint)
  const description = describedWith(draft, told)
  return repeatQuestion(
    turn,
    { ...dialogue, draft: { ...draft, description } },
    { opening: { key: "told-more" } },
  )
}

const FEWEST_TELLING_WORDS = 5
/** "bổ sung trước hàn hay bị dính giờ không dính nữa": of the draft that is being asked about. */
const ADDS = /^\s*(?:bổ sung|bo sung|ghi thêm|ghi them|thêm ý|them y)(?:\s+(?:là|la|ý|y|này|nay))*\s*:?\s+/iu
/** A long list is shown once more, and not again and again. */
function hinted(turn: Turn, dialogue: GuidedDialogue, hint: Phrase): Decision {
  if (dialogue.step === "sector" && dialogue.hinted === true)
    return answer(turn, "sector-again", { most: sectorsOf(turn).length })
  const again = repeatQuestion(turn, dialogue, { opening: hint })
  return again.dialogue == null ? again : { ...again, dialogue: { ...again.dialogue, hinted: true } }
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

function aside(turn: Turn, dialogue: GuidedDialogue, key: string): Decision {
  return repeatQuestion(turn, dialogue, { opening: { key } })
}

function describedWith(draft: Draft, text: string): string {
  return draft.description === undefined ? text : `${draft.description}\n${text}`
}

/** Words that come right behind the description belong to it, whatever was asked meanwhile. */
function bubble(turn: Turn, dialogue: GuidedDialogue, draft: Draft): Decision | undefined {
  const { moment, written } = turn
  const until = dialogue.step === "which_benefit" ? 0 : (dialogue.joinUntil ?? 0)
  // A number by itself tells nothing of what changed.
  const isNod = !/\p{L}/u.test(written.text) || parseYesNo(written.text) !== undefined
  if (moment.now > until || isNod) return undefined
  // Once the question is out, the words may have been meant for it: say where they went.
  const isAsked = moment.now - dialogue.askedAt > BUBBLE_PAUSE_MS
  return askAfterBubble(turn, draft, isAsked ? { opening: { key: "bubble-joined" } } : {})
}

/** Adds the words to the description and asks what comes next, unless another bubble comes first. */
function askAfterBubble(turn: Turn, draft: Draft, options: { readonly opening?: Phrase } = {}): Decision {
  const { written } = turn
  const description = describedWith(draft, written.text)
  const hasSectors = sectorsOf(turn).length > 0
  const gained = draft.benefit === undefined ? benefitTold(written.text) : undefined
  const benefit = draft.benefit ?? gained
  const next = benefit !== undefined && hasSectors ? "sector" : "benefit"
  const opening =
    gained === undefined ? options.opening : { key: "review-benefit", args: { benefit: formatMoney(gained) } }
  return ask(
    turn,
    next,
    { ...draft, description, ...given({ benefit }) },
    { ...given({ opening }), afterBubbles: true },
  )
}

/** "giờ có vát sẵn, mỗi năm làm lợi 20 triệu" answers two questions, where the clause is clear. */
function benefitTold(text: string): Money | undefined {
  const reading = extractBenefit(text)?.reading
  return reading?.kind === "money" && reading.money.amount !== null ? reading.money : undefined
}

/** On to the question after `done`, or to the end where the campaign has no sectors to choose from. */
async function advance(turn: Turn, done: GuidedStep, draft: Draft): Promise<Decision> {
  if (draft.isWhole) return await finish(turn, draft, draft.sector)
  const next = ORDER.slice(ORDER.indexOf(done) + 1).find((step) => !isTold(draft, step))
  const isDone = next === "sector" && sectorsOf(turn).length === 0
  return next === undefined || isDone ? await finish(turn, draft, draft.sector) : ask(turn, next, draft)
}

async function finish(turn: Turn, draft: Draft, sector: string | undefined): Promise<Decision> {
  const { context } = turn
  const { campaign, person } = context
  const unit = person === undefined ? undefined : await unitFor(context, person, turn.reads)
  if (campaign === undefined || person === undefined || unit === undefined || draft.title === undefined) {
    // The group was unlinked or the campaign taken away meanwhile: begin again with what is still missing.
    return { dialogue: null, say: [reply(turn, { phrases: [{ key: "begin-again" }] })] }
  }
  const { typed, isWhole: _, ...told } = draft
  const registration = { ...told, title: draft.title, ...given({ sector }) }
  return await enter(turn, { campaign, person, unit }, registration, typed.join("\n"))
}

function isTold(draft: Draft, step: GuidedStep): boolean {
  const told = { title: draft.title, change: draft.description, benefit: draft.benefit, sector: draft.sector }
  return told[step] !== undefined
}

function ask(
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

/** "Cải tiến cữ gá, làm lợi 120tr/năm" answers two questions; the text as it is where that is not clear. */
function titleAndBenefit(text: string): Pick<Draft, "title" | "benefit"> {
  const { title, benefit } = readRegistration(oneLine(text))
  return benefit !== undefined && isTitle(title) ? { title, benefit } : { title: oneLine(text) }
}

function withoutBenefit(draft: Draft): Draft {
  const { benefit: _, ...rest } = draft
  return rest
}
