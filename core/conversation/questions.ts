import { answerReorganise, repeatReorganise } from "../campaign/reorganise.ts"
import { answerRemoved, answerSchedule, repeatRemoved, repeatSchedule } from "../campaign/schedule.ts"
import { answerForWhich, repeatForWhich } from "../file/for-which.ts"
import { answerHonour, repeatHonour } from "../honour/ask.ts"
import { answerSearch, repeatSearch } from "../ideas/search.ts"
import { answerUnit } from "../intake/answer-unit.ts"
import { repeatQuestion } from "../intake/guided.ts"
import { answerGuided } from "../intake/guided-answer.ts"
import { repeatMeant } from "../intake/meant.ts"
import { answerMeant } from "../intake/meant-answer.ts"
import { answerBehalf } from "../intake/on-behalf.ts"
import { answerConsent, repeatConsent } from "../intake/register.ts"
import { answerSimilar, repeatSimilar } from "../intake/similar.ts"
import { answerSupplement, repeatSupplement } from "../intake/supplement.ts"
import { repeatWhichInitiative } from "../intake/which-initiative.ts"
import { answerWhichInitiative } from "../intake/which-initiative-answer.ts"
import { answerWhyWithdrawn, repeatWhyWithdrawn } from "../intake/withdraw-why.ts"
import { answerRequestDialogue, repeatRequest } from "../people/data-request-ask.ts"
import { answerGroups, repeatGroups } from "../people/group.ts"
import { answerLink, LINK_CHOICES } from "../people/link.ts"
import { answerMyData, repeatMyData } from "../people/my-data.ts"
import { answerRoles, repeatRoles } from "../people/roles.ts"
import { answerRemind, repeatRemind } from "../reminder/plan.ts"
import { answerAskFirst, repeatAskFirst } from "../review/ask-first.ts"
import { answerMoveRecord, repeatMoveRecord } from "../review/move-record.ts"
import { answerReview, repeatReview } from "../review/queue.ts"
import { answerRecognizeAll, repeatRecognizeAll } from "../review/recognize-all.ts"
import type { Decision, Resume } from "./decision.ts"
import { type Dialogue, isGuided, type WhichUnitDialogue } from "./dialogue.ts"
import { answer, askForNumber, reply, type Turn } from "./turn.ts"
import { answerWays, repeatWays } from "./ways.ts"
import { answerWhichUnit } from "./which-unit.ts"

/** Takes the words for the answer to the open question; undefined when they are none. */
export async function answerTo(
  turn: Turn,
  dialogue: Dialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  switch (dialogue.step) {
    case "consent":
      return await answerConsent(turn, dialogue, resume)
    case "unit":
      return await answerUnit(turn, dialogue, resume)
    case "link":
    case "pick_link":
      return await answerLink(turn, dialogue)
    case "title":
    case "change":
    case "benefit":
    case "sector":
    case "which_benefit":
      return await answerGuided(turn, dialogue)
    case "review":
    case "review_words":
      return await answerReview(turn, dialogue)
    case "my_data":
    case "my_data_correct":
    case "my_data_name":
    case "my_data_unit":
    case "my_data_erase":
      return await answerMyData(turn, dialogue)
    case "request_kind":
    case "request_words":
      return await answerRequestDialogue(turn, dialogue)
    case "found":
    case "card":
      return await answerSearch(turn, dialogue)
    case "similar":
      return await answerSimilar(turn, dialogue, resume)
    case "remind_when":
    case "remind_confirm":
      return await answerRemind(turn, dialogue)
    case "reorganise":
      return await answerReorganise(turn, dialogue)
    case "schedule":
      return answerSchedule(turn, dialogue)
    case "removed_period":
      return answerRemoved(turn, dialogue)
    case "which_unit":
      return await answerWhichUnit(turn, dialogue, resume)
    case "which_initiative":
      return await answerWhichInitiative(turn, dialogue, resume)
    case "groups":
    case "group":
    case "group_unit":
      return await answerGroups(turn, dialogue)
    case "honour":
    case "honour_change":
      return await answerHonour(turn, dialogue)
    case "roles":
    case "withdraw_role":
    case "hand_over":
      return await answerRoles(turn, dialogue)
    case "recognize_all":
    case "accept_all":
      return await answerRecognizeAll(turn, dialogue)
    case "ask_first":
      return await answerAskFirst(turn, dialogue, resume)
    case "move_record":
      return await answerMoveRecord(turn, dialogue)
    case "behalf":
      return await answerBehalf(turn, dialogue, resume)
    case "supplement":
      return await answerSupplement(turn, dialogue)
    case "meant":
      return await answerMeant(turn, dialogue, resume)
    case "ways":
      return await answerWays(turn, dialogue, resume)
    case "remembered":
      return undefined
    case "file_for":
      return await answerForWhich(turn, dialogue)
    case "withdraw_why":
      return await answerWhyWithdrawn(turn, dialogue, resume)
    default:
      return dialogue satisfies never
  }
}

/** The open question once more. */
export async function askAgain(turn: Turn, dialogue: Dialogue): Promise<Decision> {
  if (isGuided(dialogue)) return repeatQuestion(turn, dialogue)
  switch (dialogue.step) {
    case "consent":
      return repeatConsent(turn, dialogue)
    case "unit":
      return answer(turn, "unit-ask")
    case "link": {
      const unit = await turn.reads.unit(dialogue.unitId)
      return {
        say: [
          reply(turn, {
            phrases: [{ key: "link-again", args: { unit: unit?.name ?? "" } }],
            choices: { ask: dialogue.ask, labels: LINK_CHOICES },
          }),
        ],
      }
    }
    case "pick_link":
      return askForNumber(turn, dialogue.offered.length)
    case "review":
    case "review_words":
      return await repeatReview(turn, dialogue)
    case "my_data":
    case "my_data_correct":
    case "my_data_name":
    case "my_data_unit":
    case "my_data_erase":
      return await repeatMyData(turn, dialogue)
    case "request_kind":
    case "request_words":
      return repeatRequest(turn, dialogue)
    case "found":
    case "card":
      return await repeatSearch(turn, dialogue)
    case "similar":
      return await repeatSimilar(turn, dialogue)
    case "remind_when":
    case "remind_confirm":
      return repeatRemind(turn, dialogue)
    case "reorganise":
      return repeatReorganise(turn, dialogue)
    case "schedule":
      return repeatSchedule(turn, dialogue)
    case "removed_period":
      return repeatRemoved(turn, dialogue)
    case "which_unit":
      return repeatWhichUnit(turn, dialogue)
    case "which_initiative":
      return repeatWhichInitiative(turn, dialogue)
    case "groups":
    case "group":
    case "group_unit":
      return await repeatGroups(turn, dialogue)
    case "honour":
    case "honour_change":
      return await repeatHonour(turn, dialogue)
    case "roles":
    case "withdraw_role":
    case "hand_over":
      return await repeatRoles(turn, dialogue)
    case "recognize_all":
    case "accept_all":
      return repeatRecognizeAll(turn, dialogue)
    case "ask_first":
      return repeatAskFirst(turn, dialogue)
    case "move_record":
      return await repeatMoveRecord(turn, dialogue)
    case "behalf":
      return answer(turn, "behalf-how")
    case "supplement":
      return await repeatSupplement(turn, dialogue)
    case "meant":
      return repeatMeant(turn, dialogue)
    case "ways":
      return repeatWays(turn)
    case "remembered":
      return answer(turn, "nothing-to-resume")
    case "file_for":
      return await repeatForWhich(turn, dialogue)
    case "withdraw_why":
      return repeatWhyWithdrawn(turn, dialogue.codes)
    default:
      return dialogue satisfies never
  }
}

function repeatWhichUnit(turn: Turn, { ask, offered, labels }: WhichUnitDialogue): Decision {
  if (labels === undefined) return askForNumber(turn, offered.length)
  const choices = { ask, labels: labels.map((text) => ({ text })) }
  return {
    say: [reply(turn, { phrases: [{ key: labels.length === 1 ? "unit-this" : "unit-which" }], choices })],
  }
}
