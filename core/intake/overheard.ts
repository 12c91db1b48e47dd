import { Head } from "../command/head.ts"
import { tellsAGain, tellsAnIdea } from "../command/object.ts"
import type { GuidedDialogue } from "../conversation/dialogue.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { mayHoldMoney, parseMoney } from "../text/money-reading.ts"
import { asksToWait, cannotChoose, spoken, tellsNothing } from "./guided-words.ts"
import { readSlip } from "./slip.ts"
import { isForOthers } from "./talk.ts"
import { asksBack, isQuestion } from "./told.ts"

const MOST_SECTORS = 100

/**
 * Whether what somebody says in a group, and not to the bot, may be their answer to its guided question: most of what is said there is said to
 * others, and of the fund, the lunch and who is on duty too.
 */
export function mayBeOverheard(dialogue: GuidedDialogue, text: string, now: number): boolean {
  if (asksToWait(text)) return true
  switch (dialogue.step) {
    case "title":
      return dialogue.doubted !== undefined && isYesOrNo(text) ? true : isSaidOfAnIdea(text)
    case "change":
      return tellsNothing(text) || parseYesNo(text) === false || isSaidOfAnIdea(text)
    case "which_benefit":
      return parseChoice(text, 2) !== undefined || answersHowMuch(text)
    case "benefit":
      return answersHowMuch(text) || (isInBubbles(dialogue, now) && isSaidOfAnIdea(text))
    case "sector":
      return (
        cannotChoose(text) ||
        parseChoice(text, MOST_SECTORS) !== undefined ||
        (!/\d/.test(text) && isSaidOfAnIdea(text)) ||
        (isInBubbles(dialogue, now) && isSaidOfAnIdea(text))
      )
    default:
      return dialogue satisfies never
  }
}

function isYesOrNo(text: string): boolean {
  return parseYesNo(text) !== undefined || parseChoice(text, 2) !== undefined
}

/** "50k ai góp tiền nước" speaks of money and of nothing that was made. */
function isSaidOfAnIdea(text: string): boolean {
  if (isAsideTo(text) || parseYesNo(text) !== undefined) return false
  const head = new Head(text)
  return !mayHoldMoney(text) || tellsAGain(head) || tellsAnIdea(head)
}

/** "tầm 5 chục triệu", "không tính được", "2 tr/năm, lĩnh vực kỹ thuật", "đỡ 2 người". */
function answersHowMuch(text: string): boolean {
  if (tellsNothing(text) || parseYesNo(text) === false) return true
  if (isAsideTo(text)) return false
  const [first = ""] = text.split(AT_ITS_END)
  return [readSlip(text) ?? text, first].some(isAmount) || tellsAGain(new Head(text))
}

const AT_ITS_END = /[,;\n]\s/

function isAmount(words: string): boolean {
  const { kind } = parseMoney(spoken(words))
  return kind === "money" || kind === "ambiguous"
}

function isInBubbles(dialogue: GuidedDialogue, now: number): boolean {
  return dialogue.step !== "which_benefit" && now <= (dialogue.joinUntil ?? 0)
}

/** Said to others, or asked. */
export function isAsideTo(text: string): boolean {
  return isForOthers(text) || isQuestion(text) || asksBack(text)
}
