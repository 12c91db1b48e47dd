import { beside } from "../command/beside.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Draft, GuidedDialogue } from "../conversation/dialogue.ts"
import { questionKey, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { parseAgreement, parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import { listedInLine } from "../text/list-in-line.ts"
import { extractBenefit } from "../text/money-reading.ts"
import { bearsFamilyName } from "./author-name.ts"
import { advance, ask, resumed } from "./guided.ts"
import { aside, isShort, WHY, withBenefit } from "./guided-aside.ts"
import { benefitTold, describedWith } from "./guided-bubble.ts"
import { amountIn, cannotChoose, LONGEST_NO_IDEA, oneLine, titleSaid } from "./guided-words.ts"
import { readRegistration } from "./registration.ts"
import { saidInstead } from "./said-instead.ts"
import { isRatherTalk, namesWorkplace } from "./talk.ts"
import { isTitle } from "./title.ts"
import { complains, tellsHowItWas } from "./told.ts"

/** Takes what was written as the title, or for what else may be said where one is asked for. */
export async function answerTitle(
  turn: Turn,
  dialogue: Exclude<GuidedDialogue, { readonly step: "which_benefit" }>,
  draft: Draft,
): Promise<Decision> {
  const { text } = turn.written
  const { doubted } = dialogue
  const isRight = doubted === undefined ? undefined : parseAgreement(text, 2)
  if (doubted !== undefined && isRight === true)
    return await advance(turn, "title", { ...draft, title: oneLine(doubted) })
  if (isRight === false) return ask(turn, "title", dialogue.draft)
  if (text.length <= LONGEST_NO_IDEA && ONLY_THE_WORD.test(fold(text))) return resumed(turn, dialogue)
  if (complains(text)) return aside(turn, dialogue, "upset-info")
  const yesOrNo = parseYesNo(text)
  if (yesOrNo === false) return aside(turn, dialogue, "title-needed")
  const isShortTalk = isShort(text) && isRatherTalk(text)
  const said = isShortTalk ? beside(text) : undefined
  if (said !== undefined) return aside(turn, dialogue, said)
  // "ok", "không biết nữa": they have not seen what is wanted.
  const isNoIdea = text.length <= LONGEST_NO_IDEA && cannotChoose(text)
  if (isNoIdea || yesOrNo === true) return aside(turn, dialogue, WHY.title)
  const hasBenefit = extractBenefit(text) !== null
  const amount = hasBenefit ? undefined : amountIn(text)
  if (amount !== undefined) return withBenefit(turn, dialogue, draft, amount)
  if (tellsHowItWas(text, draft.description !== undefined)) return nameAfterStory(turn, draft)
  if (listedInLine(text)?.every(isTitle)) return aside(turn, dialogue, "title-one-each")
  if (!isTitle(text)) {
    const opening = { key: "title-too-short", args: { typed: quote(text) } }
    return ask(turn, "title", dialogue.draft, { opening })
  }
  const isTalk = isShortTalk || (!isShort(text) && isRatherTalk(text))
  if (!hasBenefit && (isTalk || namesWorkplace(text) || bearsFamilyName(text)))
    return askWhetherTitle(turn, dialogue.draft)
  const title = titleSaid(saidInstead(text) ?? text)
  return await advance(turn, "title", { ...draft, ...titleAndBenefit(title) })
}

/** "đăng ký" / "sáng kiến" / the title: the second bubble of three. */
const ONLY_THE_WORD =
  /^\W*(?:(?:cai |mot |1 )?(?:sang kien|sk)(?: moi| cua em| cua toi| cua minh)?|ten (?:sang kien|sk))\W*$/

/** "Cải tiến cữ gá, làm lợi 120tr/năm" answers two questions; the text as it is where that is not clear. */
function titleAndBenefit(text: string): Pick<Draft, "title" | "benefit"> {
  const { title, benefit } = readRegistration(oneLine(text))
  return benefit !== undefined && isTitle(title) ? { title, benefit } : { title: oneLine(text) }
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
