import { movesAnEdge } from "../campaign/moved-edge.ts"
import { scheduleCommand } from "../campaign/schedule.ts"
import { asked } from "../command/asked.ts"
import { beside } from "../command/beside.ts"
import { topicAsked } from "../command/question-topic.ts"
import { takeBackFiles } from "../file/taken-back.ts"
import { besideNamed, besideTold } from "../ideas/beside-named.ts"
import { saidToOpenAsk } from "../ideas/co-author-talk.ts"
import { aboutOwn } from "../intake/about-own.ts"
import { ideaOfAnother } from "../intake/another.ts"
import { addToAnswered, ownMeant } from "../intake/answered.ts"
import { askedOfOwn } from "../intake/asked-of-own.ts"
import { fullNameTold } from "../intake/full-name.ts"
import { askToRestore, askWhatIsMeant } from "../intake/meant.ts"
import { ownNext } from "../intake/own-next.ts"
import { ownSpoken } from "../intake/own-spoken.ts"
import { offerSupplement } from "../intake/supplement.ts"
import { asksBack, isQuestion } from "../intake/told.ts"
import { partTold, unitSaidWrong, workplaceAsked, workplaceTold } from "../people/workplace-told.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { fold } from "../text/fold.ts"
import {
  askedByParts,
  askedOfOne,
  figureAsked,
  nearestAsked,
  officersThingAsked,
  onlyLooks,
  ownAsked,
  ownAskedByTitle,
  ownStandingAsked,
  ownUnitsIdeasAsked,
  periodOrUnitAsked,
  ruleOrDataAsked,
  topicAskedAtOnce,
  unitsIdeasAsked,
  waitsAsked,
} from "./asked-in-words.ts"
import { begunElsewhere, carryOver } from "./carry-over.ts"
import type { Decision } from "./decision.ts"
import { isGuided } from "./dialogue.ts"
import { followUp } from "./follow-up.ts"
import {
  ideaBeforeWish,
  ideaHad,
  ideaMade,
  ideaNamedInPassing,
  ideaOwned,
  ideaPictured,
  ideaPutForth,
  ideaTold,
  storyWished,
  thingMade,
} from "./idea-told.ts"
import { likelyMeant, likelySpoken } from "./likely-meant.ts"
import { obey } from "./obey.ts"
import { ofTurn, privately, type Reader, type Said, saidIn } from "./said.ts"
import {
  answerToNothing,
  authorDisputed,
  erasureWanted,
  introduced,
  nodded,
  onlyAPicture,
  orderLacksWords,
  othersListed,
  ownNameCorrected,
  portalWished,
  putOff,
  saidAside,
  saidToBot,
  sameTwice,
  wordsReplaced,
  yesToNothing,
} from "./said-beside.ts"
import { answer, type Turn } from "./turn.ts"

/** Words addressed to the bot that give no command: what they may be meant for all the same, else how to say it. */
export async function withoutCommand(turn: Turn): Promise<Decision> {
  if (turn.written.text === "") return answer(turn, "hint")
  const said = saidIn(turn)
  for (const reader of READERS) {
    const decision = await reader(said)
    if (decision !== undefined) return decision
  }
  return await notUnderstood(said)
}

/** "gia hạn Tuần lễ sáng kiến đến 25/3": a phase or peak period by its own name. */
const periodMoved: Reader = async ({ turn, typed, folded, byOfficer }) => {
  const rules = turn.context.campaign?.campaign
  if (!byOfficer || rules === undefined || folded === "" || !movesAnEdge(typed)) return undefined
  for (const [list, periods] of [
    ["peaks", rules.peakPeriods],
    ["phases", rules.phases],
  ] as const) {
    const index = periods.findIndex((each) => folded.includes(fold(each.name)))
    const name = periods[index]?.name
    if (name === undefined) continue
    const at = folded.indexOf(fold(name))
    // Its name may hold a day of its own, "Đợt mừng 19/5".
    const number = index + 1
    return await scheduleCommand(
      turn,
      list,
      `${number} ${typed.slice(0, at)} ${typed.slice(at + name.length)}`,
    )
  }
  return undefined
}

/** "em bấm nhầm số 2", "đồng ý", of somebody who has not agreed yet: they are asked once more. */
const agreesAfterAll: Reader = async ({ turn, text, folded }) => {
  if (turn.context.person !== undefined || text.length > LONGEST_AFTERTHOUGHT) return undefined
  const isSlip = REFUSED_BY_SLIP.test(folded)
  const agrees = AGREES.test(folded) && parseYesNo(text) === true
  // What is taken up once they agree.
  const again = { ...turn, written: { ...turn.written, text: "đăng ký" } }
  return isSlip || agrees ? await obey(again, asked("register", "")) : undefined
}
const LONGEST_AFTERTHOUGHT = 60
const REFUSED_BY_SLIP =
  /(?:^| )(?:bam|chon|go|nhan|tra loi|an) (?:nham|lon) (?:(?:so|nut|vao|sang|chu) )*(?:2|hai|khong)(?: |\W|$)/
const AGREES = /(?:^| )dong y(?: |\W|$)/

/** What they left open in another chat is what they go on with; a question, or what is said to the bot itself, is not. */
const begunInAnotherChat: Reader = async ({ turn, text }) => {
  if (isQuestion(text) || asksBack(text) || beside(text) !== undefined) return undefined
  const elsewhere = await begunElsewhere(turn)
  if (elsewhere === undefined) return undefined
  const isYes = parseYesNo(text) === true || parseChoice(text, 1) === 1
  if (isYes && isGuided(elsewhere.dialogue)) return await carryOver(turn, elsewhere)
  const where = elsewhere.account === turn.context.account?.id ? "group" : "account"
  return answer(turn, "begun-elsewhere", { where })
}

/**
 * The readers in the order in which they are asked; the first that knows the words answers. What is sure goes before what is likely, what
 * they have of their own before what may be new, and before a guess goes what only sounds like one.
 */
const READERS: readonly Reader[] = [
  // What they just did, or were asked outside of any dialogue
  ofTurn(takeBackFiles),
  ofTurn(saidToOpenAsk),
  ofTurn(fullNameTold),
  ideaBeforeWish,
  privately(agreesAfterAll),
  ofTurn(askedOfOwn),
  sameTwice,
  // Asked in general, and so not of their own
  ruleOrDataAsked,
  privately(topicAskedAtOnce),
  privately(askedByParts),
  privately(ownNameCorrected),
  // Of their own: what is added to it, corrected or asked
  ofTurn(unitSaidWrong),
  privately(erasureWanted),
  ofTurn(offerSupplement),
  ofTurn(ownSpoken),
  ofTurn(aboutOwn),
  ofTurn(besideTold),
  ofTurn(addToAnswered),
  ofTurn(besideNamed),
  // Of themselves, and of names
  ofTurn(workplaceAsked),
  ofTurn(workplaceTold),
  authorDisputed,
  privately(wordsReplaced),
  saidAside,
  privately(ofTurn(askToRestore)),
  // Ideas that say so
  ideaPutForth,
  begunInAnotherChat,
  privately(ideaPictured),
  privately(onlyAPicture),
  ideaOwned,
  privately(othersListed),
  privately(ideaTold),
  // Of their own in fewer words
  privately(ownAskedByTitle),
  privately(ownAsked),
  privately(ofTurn(partTold)),
  ofTurn(ownMeant),
  privately(ofTurn(ownNext)),
  privately(onlyLooks),
  // Politeness, and what is said to the bot itself
  privately(yesToNothing),
  nodded,
  privately(answerToNothing),
  privately(putOff),
  saidToBot,
  privately(introduced),
  // Ideas of others and of theirs, units, figures
  privately(ofTurn(ideaOfAnother)),
  ideaHad,
  ownUnitsIdeasAsked,
  unitsIdeasAsked,
  periodOrUnitAsked,
  askedByParts,
  officersThingAsked,
  ideaMade,
  orderLacksWords,
  periodMoved,
  ofTurn(followUp),
  askedOfOne,
  privately(waitsAsked),
  privately(portalWished),
  privately(ownStandingAsked),
  figureAsked,
  privately(storyWished),
  // Guesses
  likelySpoken,
  ofTurn(askWhatIsMeant),
  privately(ideaNamedInPassing),
  privately(thingMade),
  nearestAsked,
  likelyMeant,
]

async function notUnderstood({ turn, text, isPrivate, byOfficer }: Said): Promise<Decision> {
  if (!isPrivate) return answer(turn, "hint")
  if (byOfficer) return answer(turn, "not-understood-officer")
  if (!isQuestion(text) && !asksBack(text)) return answer(turn, "not-understood")
  const topic = topicAsked(text)
  return topic === undefined ? answer(turn, "question-info") : await obey(turn, topic)
}
