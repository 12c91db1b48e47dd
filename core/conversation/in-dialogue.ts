import { asked } from "../command/asked.ts"
import { beside } from "../command/beside.ts"
import type { Command, CommandName } from "../command/command.ts"
import { readCommand } from "../command/read.ts"
import { behindThanks } from "../command/requests.ts"
import { withdraws } from "../intake/about-own.ts"
import { answerUnit } from "../intake/answer-unit.ts"
import { goBack, resumed, skip, wait, writeDown } from "../intake/guided.ts"
import {
  asksForAMoment,
  asksToWait,
  cannotChoose,
  isAtALoss,
  putsOff,
  saysEnough,
  takesBackAnswer,
} from "../intake/guided-words.ts"
import { isAsideTo, mayBeOverheard } from "../intake/overheard.ts"
import { putOff } from "../intake/similar.ts"
import { asksBack, givesUp, isQuestion, wantsToKnow } from "../intake/told.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer } from "../people/role.ts"
import { wordsFor } from "../review/for-author.ts"
import { stepBack } from "../review/queue.ts"
import { isStop, parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { meantByKeys } from "../text/raw-keys.ts"
import { besideReview, besideWords, pastReview } from "./beside-review.ts"
import { both, type Decision, type Resume, SILENCE } from "./decision.ts"
import { type Dialogue, isGuided } from "./dialogue.ts"
import { answersNothing, onlyTells } from "./hint.ts"
import { alsoSaying, firstSaying, keepDraft, keepUnit, keptPhrase } from "./kept-draft.ts"
import { EXPECTS_UNIT, isMeantAsCommand } from "./meant-as-command.ts"
import { obey } from "./obey.ts"
import { isNumber, ONLY_SHOWN, passing, repeated, showAgain } from "./passed.ts"
import { answerTo, askAgain } from "./questions.ts"
import { answer, type Moment, pendingOf, questionKey, reply, saying, type Turn } from "./turn.ts"
import { about, aboutCampaign } from "./which-campaign.ts"

/** In groups, words not addressed to the bot are taken for the answer to its question only this long after it. */
const UNADDRESSED_ANSWER_MS = 10 * 60_000

/** Ways to go on with a request are offered by number there: another request, or a question, is no wrong number. */
const OFFERS_COMMANDS: ReadonlySet<Dialogue["step"]> = new Set([
  "which_initiative",
  "which_unit",
  "my_data",
  "my_data_correct",
])

/** What was sent waits for the answer there. */
const HOLDS_BACK: ReadonlySet<Dialogue["step"]> = new Set(["consent", "unit", "similar"])

/**
 * What a message leads to while a question of ours is open: a step of the dialogue, its answer, or a command in spite of it.
 * The draft that is under way, or waits behind what is, stays whatever comes of the message. `resume` hears what a question
 * held back.
 */
export async function inDialogue(
  turn: Turn,
  dialogue: Dialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const decision = await steeredOrAnswered(turn, dialogue, resume)
  return decision && (await pastReview(turn, pastQuestion(turn, dialogue, keepUnit(dialogue, decision))))
}

/** The turn where and about what the question was asked. */
async function asAsked(turn: Turn, dialogue: Dialogue): Promise<Turn> {
  return await aboutCampaign(whereBegun(turn, dialogue), dialogue.about)
}

function whereBegun(turn: Turn, { begunAt: unit }: Dialogue): Turn {
  const { context } = turn
  return unit === undefined ? turn : { ...turn, context: { ...context, chat: { ...context.chat, unit } } }
}

/** A question that waits for another bubble is not asked any more once the conversation has gone past it. */
function pastQuestion(turn: Turn, dialogue: Dialogue, decision: Decision): Decision {
  const mayWait = isGuided(dialogue) && dialogue.step !== "which_benefit" && dialogue.joinUntil !== undefined
  const isPast = decision.dialogue !== undefined && decision.dialogue?.ask !== dialogue.ask
  return mayWait && isPast ? { ...decision, unsaid: questionKey(turn) } : decision
}

async function steeredOrAnswered(
  turn: Turn,
  dialogue: Dialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { written } = turn
  const keys = turn.addressed ? meantByKeys(written.text)?.text : undefined
  if (keys !== undefined && keys !== written.text)
    return await steeredOrAnswered(saying(turn, keys), dialogue, resume)
  if (isGuided(dialogue) && saysEnough(written.text)) {
    const registered = await writeDown(await asAsked(turn, dialogue), dialogue)
    if (registered !== undefined) return keepDraft(dialogue, registered, "dialogue")
  }
  const officer = isOfficer(turn.context.person)
  const command =
    readCommand(written.text, { officer }) ??
    stopped(dialogue, written.text) ??
    readCommand(behindThanks(written.text) ?? "", { officer })
  if (written.text !== "" && command?.rest === "") {
    const steered = await steer(await asAsked(turn, dialogue), dialogue, command.name)
    if (steered !== undefined) return keepDraft(dialogue, steered, "dialogue")
  }
  if (command !== undefined && (await isMeantAsCommand(turn, dialogue, command))) {
    if (turn.addressed) return await obeyed(turn, dialogue, command, resume)
    if (EXPECTS_UNIT.has(dialogue.step)) return SILENCE
  }
  const decision = await answered(await asAsked(turn, dialogue), dialogue, resume)
  const goingOn = decision && dialogue.about !== undefined ? about(dialogue.about, decision) : decision
  return goingOn && keepDraft(dialogue, goingOn, "dialogue")
}

/** Does what is asked for beside the open question, which is not forgotten for it. */
async function obeyed(turn: Turn, dialogue: Dialogue, command: Command, resume: Resume): Promise<Decision> {
  if (dialogue.step === "review_words") return besideWords(dialogue, await obey(turn, command))
  const decision = passing(dialogue, keepDraft(dialogue, await obey(turn, command), "request"))
  if (dialogue.step === "similar") return putOff(turn, dialogue, decision)
  // A guess of ours is over once its person has gone on to something else: a later number is not for it.
  if (dialogue.step === "meant" && decision.dialogue === undefined)
    return { ...decision, dialogue: dialogue.before ?? null }
  if (dialogue.step !== "unit" || decision.dialogue !== undefined) return decision
  const placed = decision.changes?.find((change) => change.do === "place")
  const unit = placed === undefined ? undefined : await turn.reads.unit(placed.unitId)
  if (unit === undefined) return alsoSaying(decision, { key: "unit-ask" })
  // A role that was claimed says where its person belongs.
  return both(decision, (await answerUnit(saying(turn, unit.code), dialogue, resume)) ?? SILENCE)
}

async function answered(turn: Turn, dialogue: Dialogue, resume: Resume): Promise<Decision | undefined> {
  const { written } = turn
  if (written.text === "") return turn.addressed ? await askAgain(turn, dialogue) : SILENCE
  if (!turn.addressed && !mayBeAnswer(dialogue, written.text, turn.moment)) return SILENCE
  const shown = await showAgain(turn, dialogue)
  if (shown !== undefined) return shown
  if (turn.addressed && asksForTime(dialogue, written.text)) return takesTime(turn, dialogue)
  // A request goes to people: whoever has thought better of it sends none.
  if (dialogue.step === "request_words" && wordsFor(written.text) === "back") return leave(turn, dialogue)
  const decision = await answerTo(turn, dialogue, resume)
  if (decision !== undefined) return decision
  if (!turn.addressed) return SILENCE
  // "thôi" is one of the choices here and there; where it is none it means that the person has enough.
  if (parseYesNo(written.text) === false || takesBackAnswer(written.text)) return later(turn, dialogue)
  if (ONLY_SHOWN.has(dialogue.step) && !isNumber(written.text))
    return await resume({ ...turn.context, dialogue: undefined }, pendingOf(written))
  if (givesUp(written.text)) return leave(turn, dialogue)
  if (OFFERS_COMMANDS.has(dialogue.step)) {
    const other = await resume({ ...turn.context, dialogue: undefined }, pendingOf(written))
    // Asked for once more it would stand in the way of everything else they say.
    const isBeside = dialogue.passed === true || asks(written.text)
    if (isBeside || !answersNothing(other)) return passing(dialogue, other)
  }
  if (dialogue.step === "review") return await besideReview(turn, dialogue, resume)
  const again = repeated(dialogue, await askAgain(turn, dialogue))
  const told = dialogue.step === "consent" && asks(written.text) ? await toldBeside(turn, resume) : undefined
  if (told !== undefined) return told.reduceRight(firstSaying, again)
  const opening = openingFor(dialogue, written.text)
  return opening === undefined ? again : firstSaying(again, { key: opening })
}

/** What there is to tell of a question that somebody asks instead of answering ours; undefined where it leads to anything else. */
async function toldBeside(turn: Turn, resume: Resume): Promise<readonly Phrase[] | undefined> {
  const told = await resume({ ...turn.context, dialogue: undefined }, pendingOf(turn.written))
  return onlyTells(told) ? told.say?.[0]?.content.phrases : undefined
}

function asks(text: string): boolean {
  return isQuestion(text) || asksBack(text) || wantsToKnow(text)
}

/** What is said before the question is asked once more: who wonders what it is for is told, and what is said to the bot itself is answered. */
function openingFor(dialogue: Dialogue, text: string): string | undefined {
  const said = beside(text)
  if (said !== undefined) return said
  const wonders = asks(text) || isAtALoss(text) || cannotChoose(text)
  return dialogue.step === "consent" && wonders ? "consent-why" : undefined
}

/** A day, or words for somebody else, may be the very answer there: "chiều mai", "tối nay gửi ảnh nhé". */
const TAKES_A_DAY: ReadonlySet<Dialogue["step"]> = new Set(["remind_when", "review_words", "request_words"])

function asksForTime(dialogue: Dialogue, text: string): boolean {
  // Guided questions know it themselves, and where only a list was shown nobody is waited for.
  if (isGuided(dialogue) || ONLY_SHOWN.has(dialogue.step)) return false
  return TAKES_A_DAY.has(dialogue.step) ? asksForAMoment(text) : asksToWait(text)
}

/** Whoever asks for time has it; what they sent, or were asked, stays. */
function takesTime(turn: Turn, dialogue: Dialogue): Decision {
  return putsOff(turn.written.text) && HOLDS_BACK.has(dialogue.step)
    ? later(turn, dialogue)
    : answer(turn, "guided-wait")
}

/** "hủy", "tiếp", "quay lại" and "bỏ qua" steer the dialogue itself. */
async function steer(turn: Turn, dialogue: Dialogue, command: CommandName): Promise<Decision | undefined> {
  // What was offered to somebody who was not understood is no question of theirs that they could leave or go on with.
  if (dialogue.step === "ways") return undefined
  if (dialogue.step === "review_words" && ["cancel", "back", "skip"].includes(command))
    return await stepBack(turn, dialogue)
  if (command === "cancel") return leave(turn, dialogue)
  if (command === "resume" && dialogue.before !== undefined && !isGuided(dialogue))
    return { dialogue: dialogue.before, ...(await askAgain(turn, dialogue.before)) }
  if (command === "resume")
    return isGuided(dialogue) ? resumed(turn, dialogue) : await askAgain(turn, dialogue)
  if (isGuided(dialogue)) {
    if (command === "back") return goBack(turn, dialogue)
    if (command === "skip")
      return putsOff(turn.written.text) ? wait(turn, dialogue) : await skip(turn, dialogue)
    return undefined
  }
  if (!(turn.addressed || mayBeAnswer(dialogue, turn.written.text, turn.moment))) return undefined
  if (command === "back") return await askAgain(turn, dialogue)
  if (command === "skip" && dialogue.step !== "review") return later(turn, dialogue)
  return undefined
}

/** "em xin hủy sáng kiến này vì trùng với người khác": the draft, which has no code yet. */
const MAY_DROP = /(?:hủy|huỷ|huy|bỏ|bo|rút|rut)\s.*(?:này|nay|đó|do)(?:\s|$)/iu
const DROPS_THIS =
  /^(?:(?:em|anh|chi|toi|minh|xin|muon|cho|thoi|bot|a) )*(?:huy|bo|rut)(?: (?:giup|di|lai|cai|ban nhap|sang kien|sk|dang ky))+ (?:nay|do)(?: (?:di|nhe|a|em))*(?: (?:vi|do|tai) .{3,80})?\W*$/

/** "thôi bỏ qua đi" */
const SKIPS = /^(?:(?:thoi|thui|a|u|da|em|cu|the),? )*bo qua(?: (?:di|nhe|a|em|luon|cau nay|giup|da))*\W*$/

/** "thôi" before there is a title ends the draft; later it may as well mean just the question, and nothing is lost for it. */
function stopped(dialogue: Dialogue, text: string): Command | undefined {
  if (!isGuided(dialogue)) return undefined
  if (MAY_DROP.test(text) && DROPS_THIS.test(fold(clean(text)))) return asked("cancel", "")
  if (givesUp(text) || (dialogue.step === "title" && withdraws(text))) return asked("cancel", "")
  if (dialogue.step !== "title" && SKIPS.test(fold(clean(text)))) return asked("skip", "")
  if (!isStop(text)) return undefined
  return asked(dialogue.step === "title" ? "cancel" : "skip", "")
}

function leave(turn: Turn, dialogue: Dialogue): Decision {
  const key = isGuided(dialogue) ? "draft-dropped" : "dialogue-left"
  return { dialogue: null, ...answer(turn, key) }
}

/** Whoever has enough of a question is left alone; what they sent is kept until they say that they do not want it any more. */
function later(turn: Turn, dialogue: Dialogue): Decision {
  if (!HOLDS_BACK.has(dialogue.step)) return leave(turn, dialogue)
  return { say: [reply(turn, { phrases: [keptPhrase(dialogue)] })] }
}

/** Words that were not said to the bot answer its question only while that is fresh, and not when others are spoken to. */
function mayBeAnswer(dialogue: Dialogue, text: string, moment: Moment): boolean {
  if (moment.now - dialogue.askedAt > UNADDRESSED_ANSWER_MS) return false
  return isGuided(dialogue)
    ? mayBeOverheard(dialogue, text, moment.now)
    : text.length <= 60 && !(dialogue.step === "unit" && isAsideTo(text))
}
