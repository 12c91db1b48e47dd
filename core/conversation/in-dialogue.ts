import { asked } from "../command/asked.ts"
import { type Command, type CommandName, readCommand } from "../command/command.ts"
import { LAST_VERDICT } from "../command/officer-words.ts"
import { behindThanks } from "../command/requests.ts"
import { withdraws } from "../intake/about-own.ts"
import { peopleIn } from "../intake/author-name.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { goBack, resumed, skip, wait, writeDown } from "../intake/guided.ts"
import {
  asksToWait,
  cannotChoose,
  isAtALoss,
  putsOff,
  saysEnough,
  tellsNothing,
} from "../intake/guided-words.ts"
import { findLabels } from "../intake/labels.ts"
import { answerUnit } from "../intake/register.ts"
import { putOff } from "../intake/similar.ts"
import { isForOthers } from "../intake/talk.ts"
import { asksBack, givesUp, isQuestion } from "../intake/told.ts"
import type { OutboxDraft } from "../outbox.ts"
import { isOfficer } from "../people/role.ts"
import { readReminderCode } from "../reminder/reminder.ts"
import { isOrder, wordsFor } from "../review/for-author.ts"
import { isChoiceOfScreen, stepBack } from "../review/queue.ts"
import { screenBehind } from "../review/words.ts"
import { isStop, parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { meantByKeys } from "../text/raw-keys.ts"
import { both, type Decision, SILENCE } from "./decision.ts"
import { type Dialogue, isGuided, isRegistration, isReview } from "./dialogue.ts"
import { isNotUnderstood } from "./hint.ts"
import { alsoSaying, firstSaying, keepDraft, keptPhrase } from "./kept-draft.ts"
import { obey } from "./obey.ts"
import { isNumber, ONLY_SHOWN, passing, repeated, showAgain } from "./passed.ts"
import { answerTo, askAgain, type Resume } from "./questions.ts"
import { answer, type Moment, pendingOf, questionKey, reply, saying, type Turn } from "./turn.ts"
import { about, aboutCampaign } from "./which-campaign.ts"
import { unitNamed } from "./which-unit.ts"

/** In groups, words not addressed to the bot are taken for the answer to its question only this long after it. */
const UNADDRESSED_ANSWER_MS = 10 * 60_000

/** Commands that mean themselves even where free words are expected; others may be the first word of a title. */
const ALWAYS_COMMANDS: ReadonlySet<CommandName> = new Set([
  "register",
  "registerFor",
  "mine",
  "help",
  "claim",
])

/** Nobody answers a question with these words alone. */
const COMMANDS_ALONE: ReadonlySet<CommandName> = new Set(["progress", "ranking", "myData"])

/** Alone these words are one of the choices just offered, "Sửa" and "Thu hồi", and not the command of the same name. */
const NAMED_AS_CHOICE: Readonly<Partial<Record<Dialogue["step"], CommandName>>> = {
  my_data: "edit",
  recognize_all: "recognize",
  withdraw_role: "takeBack",
  removed_period: "takeBack",
  group: "unlink",
  meant: "register",
}

/** "đăng ký" alone is meant for a guess of ours while that is fresh: later somebody begins anew. */
const FRESH_MS = 2 * 60_000

function isNamedChoice({ moment }: Turn, dialogue: Dialogue, command: Command): boolean {
  if (dialogue.step === "meant" && moment.now - dialogue.askedAt > FRESH_MS) return false
  const isAlone = command.rest === "" || command.rest === LAST_VERDICT
  return isAlone && NAMED_AS_CHOICE[dialogue.step] === command.name
}

/** Nobody who was shown what they looked for owes an answer. */
const SHOWS_ONLY: ReadonlySet<Dialogue["step"]> = new Set(["found", "card"])

/** Nearly any words can be the name of a unit there. */
const EXPECTS_UNIT: ReadonlySet<Dialogue["step"]> = new Set(["unit", "my_data_unit", "group_unit"])

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

/** What was begun in a unit's group is registered for that unit, wherever it goes on. */
export function keepUnit({ begunAt }: Dialogue, decision: Decision): Decision {
  const { dialogue: next } = decision
  const goesOn = begunAt !== undefined && next !== undefined && next !== null && isRegistration(next)
  return goesOn ? { ...decision, dialogue: { ...next, begunAt } } : decision
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
  // A request goes to people: whoever has thought better of it sends none.
  if (dialogue.step === "request_words" && wordsFor(written.text) === "back") return leave(turn, dialogue)
  const decision = await answerTo(turn, dialogue, resume)
  if (decision !== undefined) return decision
  if (!turn.addressed) return SILENCE
  // "thôi" is one of the choices here and there; where it is none it means that the person has enough.
  if (parseYesNo(written.text) === false) return later(turn, dialogue)
  if (ONLY_SHOWN.has(dialogue.step) && !isNumber(written.text))
    return await resume({ ...turn.context, dialogue: undefined }, pendingOf(written))
  if (OFFERS_COMMANDS.has(dialogue.step)) {
    const other = await resume({ ...turn.context, dialogue: undefined }, pendingOf(written))
    // Asked for once more it would stand in the way of everything else they say.
    const isBeside = dialogue.passed === true || isQuestion(written.text) || asksBack(written.text)
    if (isBeside || !isNotUnderstood(other)) return passing(dialogue, other)
  }
  if (dialogue.step === "review") return await besideReview(turn, dialogue, resume)
  const again = repeated(dialogue, await askAgain(turn, dialogue))
  // Who asks what it is for, or who reads it, is told before being asked again.
  return dialogue.step === "consent" && isQuestion(written.text)
    ? firstSaying(again, { key: "consent-why" })
    : again
}

/**
 * What is no verdict: the answer to something else, where that changes nothing, for words meant for a verdict must not become anything
 * of their own. The record stands above already; whoever wants to see it once more says "tiếp".
 */
async function besideReview(
  turn: Turn,
  dialogue: Dialogue & { step: "review" },
  resume: Resume,
): Promise<Decision> {
  const { number } = dialogue.shown
  const other = await resume({ ...turn.context, dialogue: undefined }, pendingOf(turn.written))
  const { changes = [], register = [], dialogue: next } = other
  if (changes.length + register.length === 0 && next === undefined && !isNotUnderstood(other))
    return passing(dialogue, other)
  const [shown] = await turn.reads.dossiers([number])
  const isDecided = shown !== undefined && shown.status !== "registered" && shown.status !== "under_review"
  if (isDecided) return { dialogue: null, ...answer(turn, "not-understood-officer") }
  const key = dialogue.hinted === true ? "review-again-short" : "review-again"
  return { dialogue: { ...dialogue, hinted: true }, ...answer(turn, key, { code: initiativeCode(number) }) }
}

/**
 * What is asked for while the words of a verdict are awaited: done, and the author was told nothing. The record stays open; more words
 * are no longer taken for its author's.
 */
function besideWords(dialogue: Dialogue & { step: "review_words" }, decision: Decision): Decision {
  const under = dialogue.alone === true ? dialogue.before : screenBehind(dialogue)
  const behind = under === undefined ? decision : keepDraft(under, decision, "request")
  const code = initiativeCode(dialogue.shown.number)
  const hasJudged = (decision.changes ?? []).some((change) => change.do === "judge")
  if (decision.dialogue != null) {
    const saysItself = hasJudged || isReview(decision.dialogue)
    return saysItself ? behind : firstSaying(behind, { key: "review-unsent", args: { code } })
  }
  const open = { ...behind, dialogue: under ?? null }
  if (hasJudged) return under === undefined ? open : alsoSaying(open, keptPhrase(under))
  return alsoSaying(open, {
    key: under === undefined ? "review-unsent" : "review-unsent-kept",
    args: { code },
  })
}

/** A record that is decided by another way than its screen is not being reviewed any more. */
async function pastReview({ reads }: Turn, decision: Decision): Promise<Decision> {
  const { dialogue: next, changes = [], say = [] } = decision
  const judged = changes.flatMap((change) => (change.do === "judge" ? change.initiatives : []))
  if (next?.step !== "review" || judged.length === 0) return decision
  const [shown] = await reads.dossiers([next.shown.number])
  if (shown === undefined || !judged.some(({ id }) => id === shown.id)) return decision
  return { ...decision, dialogue: null, say: say.map(withoutKept) }
}

function withoutKept(said: OutboxDraft): OutboxDraft {
  const phrases = (said.content.phrases ?? []).filter(
    (each) => !("key" in each) || each.key !== "review-kept",
  )
  return { ...said, content: { ...said.content, phrases } }
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

/** "thôi" before there is a title ends the draft; later it may as well mean just the question, and nothing is lost for it. */
function stopped(dialogue: Dialogue, text: string): Command | undefined {
  if (!isGuided(dialogue)) return undefined
  if (MAY_DROP.test(text) && DROPS_THIS.test(fold(clean(text)))) return asked("cancel", "")
  if (givesUp(text) || (dialogue.step === "title" && withdraws(text))) return asked("cancel", "")
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

async function isMeantAsCommand(turn: Turn, dialogue: Dialogue, command: Command): Promise<boolean> {
  // "Đăng ký lịch máy qua app thay cho sổ tay" tells what changed.
  if (dialogue.step === "change" && !command.clear) return false
  if (isNamedChoice(turn, dialogue, command)) return false
  // "tên sáng kiến: Xe đẩy vải" answers what the title is.
  if (dialogue.step === "title" && command.name === "register" && isOnlyTitled(command.rest, turn))
    return false
  if (dialogue.step === "meant" && dialogue.passedOn !== undefined && command.name === "mine") return false
  // "đăng ký hộ Lê Văn Tám" says whose the title is that was just asked about.
  if (dialogue.step === "meant" && command.name === "registerFor" && peopleIn(command.rest).length === 1)
    return false
  // Who reads what they agree to is told with the question, which stays before their eyes.
  const isPrivacy = command.name === "askRule" && command.rest === "privacy"
  if (dialogue.step === "consent" && isPrivacy && isQuestion(turn.written.text)) return false
  // "xem SK-000123", or the code alone, is one of the choices there.
  const isChosenByCode = ["similar", "which_initiative", "file_for"].includes(dialogue.step)
  if (isChosenByCode && command.name === "look") return false
  if (isReview(dialogue) && command.rest === "" && isChoiceOfScreen(dialogue, command.name)) return false
  const isGreeting = command.name === "greet" || command.name === "thanks"
  if (dialogue.step === "review_words" || (dialogue.step === "request_words" && !isGreeting))
    return await isOrder(turn.written.text, command, turn.reads)
  // Taking a reminder back cannot wait until a title is found.
  if (command.name === "remind" && readReminderCode(command.rest) !== undefined) return true
  // What they ask about the rules is answered, whatever they are asked; at a loss with our question they are helped with that.
  if (command.name === "askRule" && isGuided(dialogue)) return asksBack(turn.written.text)
  if (command.name === "help" && isGuided(dialogue) && isAtALoss(turn.written.text)) return false
  if (command.slash || ALWAYS_COMMANDS.has(command.name)) return true
  if (command.rest === "" && COMMANDS_ALONE.has(command.name)) return true
  const expectsFreeWords = ["title", "change", "my_data_name", "honour_change"].includes(dialogue.step)
  // Nothing that is told begins with the code of a record.
  const namesRecord =
    isGuided(dialogue) && readCode(command.rest) !== undefined && /^\s*sk/i.test(command.rest)
  if (namesRecord) return true
  if (expectsFreeWords) return false
  // Thanks are answered, and the draft of a post need not be shown for them once more.
  if (command.name === "greet" || command.name === "thanks")
    return (
      SHOWS_ONLY.has(dialogue.step) ||
      (dialogue.step === "honour" && parseYesNo(turn.written.text) === undefined)
    )
  if (!EXPECTS_UNIT.has(dialogue.step) || command.rest === "") return true
  return unitNamed(turn.written.text, await turn.reads.units()).kind !== "sure"
}

/** A title behind its label, and nothing else: the whole of what was written; or just "sáng kiến", as the second bubble of three. */
function isOnlyTitled(rest: string, { written }: Turn): boolean {
  if (rest === "") return /^\s*(?:sáng kiến|sang kien|sk)\s*$/iu.test(written.text)
  const [first, ...others] = rest === clean(written.text) ? findLabels(rest) : []
  return first?.field === "title" && others.length === 0
}

/** Words that were not said to the bot answer its question only while that is fresh, and not when others are spoken to. */
function mayBeAnswer(dialogue: Dialogue, text: string, moment: Moment): boolean {
  if (moment.now - dialogue.askedAt > UNADDRESSED_ANSWER_MS) return false
  if (!isGuided(dialogue)) return text.length <= 60 && !(dialogue.step === "unit" && isAsideTo(text))
  // "không tính được" and "không biết" are what we say ourselves that they may answer.
  const isAnswered =
    dialogue.step === "sector" ? cannotChoose(text) : dialogue.step !== "title" && tellsNothing(text)
  return isAnswered || parseYesNo(text) !== undefined || asksToWait(text) || !isAsideTo(text)
}

function isAsideTo(text: string): boolean {
  return isForOthers(text) || isQuestion(text) || asksBack(text)
}
