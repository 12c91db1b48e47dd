import { both, type Decision, type Resume } from "../conversation/decision.ts"
import type { WithdrawWhyDialogue } from "../conversation/dialogue.ts"
import { answer, pendingOf, type Turn } from "../conversation/turn.ts"
import { parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { opensReason } from "../text/reason.ts"
import { cannotChoose } from "./guided-words.ts"
import { mayBeTitle } from "./meant.ts"
import { isQuestion } from "./told.ts"

/** A reason of few words; whatever else somebody goes on to say must take nothing back. */
const REASON = new RegExp(
  `(?:^| )${oneOf(
    "nham, lon, sai, trung, thua, loi, thu, test, hong, bo, lai, khac, vi, (?<!gi )do, tai, bi, khong, ko, k, chua, het, nham lan, dung dung, doi y",
  )}(?= |\\W|$)`,
)
const LONGEST_REASON = 100

/** What was registered too long ago to be taken back without a word: the reason is awaited. `codes` as they are typed. */
export function askWhyWithdrawn(turn: Turn, codes: readonly string[]): Decision {
  const { moment } = turn
  return {
    dialogue: { step: "withdraw_why", ask: moment.newId(), askedAt: moment.now, codes },
    ...repeatWhyWithdrawn(turn, codes),
  }
}

/** The question once more. */
export function repeatWhyWithdrawn(turn: Turn, codes: readonly string[]): Decision {
  return answer(turn, "withdraw-why", { code: codes.join(", ") })
}

/** "gửi nhầm": taken back as if it had been said with the codes. Undefined for what is no reason. */
export async function answerWhyWithdrawn(
  turn: Turn,
  { codes }: WithdrawWhyDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written, addressed } = turn
  const typed = clean(written.text)
  if (!addressed || typed.length > LONGEST_REASON) return undefined
  if (parseYesNo(typed) === true || cannotChoose(typed)) return repeatWhyWithdrawn(turn, codes)
  // "không phải", "thôi": they keep it. That something is wrong with it is a reason.
  if (parseYesNo(typed) === false && !/(?:^| )sai(?: |$)/.test(fold(typed))) return undefined
  if (!REASON.test(fold(typed)) || isQuestion(typed) || mayBeTitle(typed)) return undefined
  const text = `hủy ${codes.join(", ")} ${opensReason(typed) ? typed : `vì ${typed}`}`
  const free = { ...context, dialogue: undefined }
  return both({ dialogue: null }, await resume(free, { ...pendingOf(written), text }))
}
