import { beside } from "../command/beside.ts"
import { readCommand } from "../command/read.ts"
import { both, type Decision } from "../conversation/decision.ts"
import type { Draft, GuidedDialogue } from "../conversation/dialogue.ts"
import { ruleTextFor } from "../conversation/rule-texts.ts"
import type { Turn } from "../conversation/turn.ts"
import { isGivenName, readNamedShares } from "../ideas/shares.ts"
import type { Phrase } from "../outbox.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import { mayHoldMoney, parseMoney } from "../text/money-reading.ts"
import { spelledOut } from "../text/short-forms.ts"
import { asksHowItStands } from "./answered.ts"
import { clearsBenefit } from "./details.ts"
import {
  advance,
  finish,
  goBack,
  repeatQuestion,
  resumed,
  startGuided,
  wait,
  whichBenefit,
  withoutBenefit,
} from "./guided.ts"
import { aside, hinted, isShort, WHY, withBenefit } from "./guided-aside.ts"
import { askAfterBubble, bubble, describedWith } from "./guided-bubble.ts"
import { answerTitle } from "./guided-title.ts"
import {
  amountIn,
  asksToWait,
  asksWhatToWrite,
  cannotChoose,
  isAtALoss,
  LONGEST_NO_IDEA,
  otherTitle,
  slipIn,
  spoken,
  startsOver,
  takesBackAnswer,
  teamIn,
  tellsNothing,
} from "./guided-words.ts"
import { mine } from "./own.ts"
import { asksHowOwnStand } from "./own-named.ts"
import { putRight } from "./put-right.ts"
import { sectorMeant, sectorNamed, sectorsOf } from "./sector.ts"
import { nearestSaid, nearestSector } from "./sector-near.ts"
import { readSlip } from "./slip.ts"
import { withSpan } from "./span.ts"
import { isRatherTalk } from "./talk.ts"
import { asksBack, mayTell, tellsHowItIs, tellsMore } from "./told.ts"

/** Takes what was written as the answer to the dialogue's question, or for what else it is. */
export async function answerGuided(turn: Turn, dialogue: GuidedDialogue): Promise<Decision> {
  const draft: Draft = { ...dialogue.draft, typed: [...dialogue.draft.typed, turn.written.text] }
  return (await besideEveryQuestion(turn, dialogue, draft)) ?? (await answerTo(turn, dialogue, draft))
}

/** What may be said to any question and answers none of them; undefined for everything else. */
async function besideEveryQuestion(
  turn: Turn,
  dialogue: GuidedDialogue,
  draft: Draft,
): Promise<Decision | undefined> {
  const { text } = turn.written
  const { step } = dialogue
  const unchosen = step === "sector" ? await withoutChoice(turn, dialogue, draft) : undefined
  if (unchosen !== undefined) return unchosen
  const title = step === "title" ? undefined : otherTitle(text)
  if (title !== undefined) {
    const opening = { key: "draft-retitled", args: { title } }
    return repeatQuestion(turn, { ...dialogue, draft: { ...draft, title } }, { opening })
  }
  if (step === "benefit" && clearsBenefit(text)) return await advance(turn, step, withoutBenefit(draft))
  if (step === "sector" && clearsBenefit(text)) {
    const opening = { key: "amended-no-benefit" }
    return repeatQuestion(turn, { ...dialogue, draft: withoutBenefit(draft) }, { opening })
  }
  const right = step === "sector" ? (withSpan(draft.benefit, text) ?? slipIn(text)) : undefined
  if (right !== undefined) return withBenefit(turn, dialogue, draft, right)
  const instead = await putRight(turn, dialogue, draft)
  if (instead !== undefined) return instead
  // In a group "làm lại đi" may be said to anybody, and would cost the draft.
  if (turn.addressed && startsOver(text)) return startGuided(turn)
  if (takesBackAnswer(text)) return goBack(turn, dialogue)
  const said = parseYesNo(text)
  const isPlainYes = step !== "title" && said === true
  if (isPlainYes || (said === undefined && isCourtesy(text))) return resumed(turn, dialogue)
  if (asksHowItStands(text)) return both(await mine(turn), { dialogue })
  // "tên là tên gì hả em?" wants an answer, and is none.
  if (asksWhatToWrite(text)) return aside(turn, dialogue, WHY[step])
  if (asksBack(text) || isAtALoss(text) || asksInShort(text))
    return aside(turn, dialogue, ruleToldBeside(step, text) ?? WHY[step])
  if (asksToWait(text)) return wait(turn, dialogue)
  const team = step === "title" ? undefined : teamIn(text)
  const named = team === undefined ? undefined : readNamedShares(team)
  if (named?.some(({ name }) => isGivenName(name))) return aside(turn, dialogue, "draft-team-full-name")
  if (team !== undefined && named !== undefined) {
    const opening = { key: "draft-team", args: { names: team } }
    return repeatQuestion(turn, { ...dialogue, draft: { ...draft, coAuthors: team } }, { opening })
  }
  const sector = step === "sector" ? undefined : sectorNamed(text, sectorsOf(turn))
  if (sector === undefined) return undefined
  const opening = { key: "review-sector", args: { sector } }
  return repeatQuestion(turn, { ...dialogue, draft: { ...draft, sector } }, { opening })
}

/** A question about the rules has its answer; one about what is being asked for is helped with that. */
function ruleToldBeside(step: GuidedDialogue["step"], text: string): string | undefined {
  const told = ruleTextFor(text)
  return told !== undefined && ABOUT_THE_QUESTION[step].includes(told) ? undefined : told
}

const ABOUT_THE_QUESTION: Readonly<Record<GuidedDialogue["step"], readonly string[]>> = {
  title: ["guided-why-title"],
  change: ["description-info"],
  benefit: ["benefit-info"],
  which_benefit: ["benefit-info"],
  sector: ["sector-info"],
}

/** "cái ni là răng": asked in the words of a region, or in short. */
function asksInShort(text: string): boolean {
  const whole = text.length <= LONGEST_ASKED_IN_SHORT ? spelledOut(text) : undefined
  return whole !== undefined && (asksBack(whole) || isAtALoss(whole))
}

const LONGEST_ASKED_IN_SHORT = 30

async function answerTo(turn: Turn, dialogue: GuidedDialogue, draft: Draft): Promise<Decision> {
  switch (dialogue.step) {
    case "title":
      return await answerTitle(turn, dialogue, draft)
    case "change":
      return await answerChange(turn, dialogue, draft)
    case "benefit":
      return await answerBenefit(turn, dialogue, draft)
    case "which_benefit": {
      const choice = parseChoice(turn.written.text, 2)
      if (choice === undefined) return await answerBenefit(turn, dialogue, draft)
      const [lesser, greater] = dialogue.readings
      return await advance(turn, "benefit", { ...draft, benefit: choice === 1 ? lesser : greater })
    }
    case "sector":
      return await answerSector(turn, dialogue, draft)
    default:
      return dialogue satisfies never
  }
}

/** "chào em", "cảm ơn em nhé ❤️": no answer, and blames nobody. */
function isCourtesy(text: string): boolean {
  if (text.length > LONGEST_COURTESY) return false
  const said = readCommand(text)?.name
  return said === "thanks" || said === "greet"
}

const LONGEST_COURTESY = 60

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
  const near = draft.sector ?? nearestSector(`${draft.title ?? ""}\n${draft.description ?? ""}`, sectors)
  if (isAgreed) return near === undefined ? undefined : await finish(turn, draft, near)
  if (near === undefined || dialogue.hinted === true) return await finish(turn, draft, undefined)
  return hinted(turn, dialogue, nearestPhrase(near, sectors))
}

async function answerChange(turn: Turn, dialogue: GuidedDialogue, draft: Draft): Promise<Decision> {
  const { text } = turn.written
  if (tellsNothing(text) || (text.length <= LONGEST_NO_IDEA && cannotChoose(text)))
    return await advance(turn, "change", dialogue.draft)
  // "2️⃣", "…": nothing is told without a word. Praise is for us.
  if (!/\p{L}/u.test(text)) return aside(turn, dialogue, "guided-why-change")
  if (text.length <= LONGEST_NO_IDEA && TITLE_SAYS_IT.test(fold(text)))
    return await advance(turn, "change", dialogue.draft)
  const amount = isShort(text) ? amountIn(text) : undefined
  if (amount !== undefined) return withBenefit(turn, dialogue, draft, amount)
  const said = isShort(text) && isRatherTalk(text) ? beside(text) : undefined
  if (said !== undefined) return aside(turn, dialogue, said)
  if (parseYesNo(text) === false) return await advance(turn, "change", dialogue.draft)
  return beside(text) === "welcome" ? resumed(turn, dialogue) : askAfterBubble(turn, draft)
}

/** "như tên đó" */
const TITLE_SAYS_IT = /^(?:(?:da|thi|cung|la|cai) )*(?:nhu|giong) (?:cai )?ten|^ten (?:noi|ghi) (?:het|ro)/

async function answerBenefit(turn: Turn, dialogue: GuidedDialogue, draft: Draft): Promise<Decision> {
  const { written } = turn
  const right = readSlip(written.text)
  const reading = parseMoney(right ?? spoken(written.text))
  switch (reading.kind) {
    case "money": {
      // "300k/ng" stands as it was typed: a day, or a person?
      const raw = right === undefined ? clean(written.text) : reading.money.raw
      return await advance(turn, "benefit", { ...draft, benefit: { ...reading.money, raw } })
    }
    case "ambiguous":
      return whichBenefit(turn, draft, reading.readings)
    case "none_given":
      return await advance(turn, "benefit", withoutBenefit(draft))
    case "unreadable": {
      if (GAIN_IN_KIND.test(written.text) && !mayHoldMoney(written.text))
        return await advance(turn, "benefit", { ...draft, description: describedWith(draft, written.text) })
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

/** "đỡ 2 người", "tiết kiệm 30 phút mỗi ca", "5 ngày công": a benefit that is no money answers the question, too. */
const GAIN_IN_KIND =
  /^\s*(?:(?:mỗi|moi|một|mot|1)\s+(?:ngày|ngay|ca|tháng|thang|năm|nam|tuần|tuan|lần|lan)\s+)?(?:(?:đỡ|do|giảm|giam|bớt|bot|tiết kiệm|tiet kiem|tăng|tang)\s+(?:(?:được|duoc|dc|khoảng|khoang|tầm|tam|thêm|them)\s+)*\d+(?:[.,]\d+)?\s*(?:%|phút|phut|giờ|gio|tiếng|tieng|người|nguoi|công|cong|lần|lan|m\d?|kg|tấn|tan|lít|lit|kwh|số điện|tờ|bộ|cái|ngày|ngay)(?![\p{L}\p{M}])|\d+\s+(?:ngày |ngay )?(?:công|cong)(?![\p{L}\p{M}]))[^\n]{0,80}$/iu

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

async function answerSector(turn: Turn, dialogue: GuidedDialogue, draft: Draft): Promise<Decision> {
  const { text } = turn.written
  const sectors = sectorsOf(turn)
  const choice = parseChoice(text, [...sectors])
  const named =
    choice === undefined ? (sectorNamed(text, sectors) ?? sectorMeant(text, sectors)) : sectors[choice - 1]
  if (named !== undefined) return await finish(turn, draft, named)
  const amount = amountIn(text)
  if (amount !== undefined) return withBenefit(turn, dialogue, draft, amount)
  const joined = bubble(turn, dialogue, draft)
  if (joined !== undefined) return joined
  const near = isShort(text) && dialogue.step === "sector" ? nearestSaid(text, sectors) : undefined
  return near === undefined
    ? await besideTheQuestion(turn, dialogue, draft, { key: "sector-unknown" })
    : hinted(turn, { ...dialogue, draft: { ...dialogue.draft, sector: near } }, nearestPhrase(near, sectors))
}

/** "cơ khí" names no sector, and one is nearest; a yes then means that one. */
function nearestPhrase(sector: string, sectors: readonly string[]): Phrase {
  return { key: "sector-near", args: { number: sectors.indexOf(sector) + 1, sector } }
}

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
  const words = told.split(/\s+/).length
  const isHowItIs = tellsHowItIs(fold(text))
  const isTold =
    mayTell(told) &&
    ((words >= FEWEST_TELLING_WORDS && (told !== text || tellsMore(text))) ||
      (words >= FEWEST_OF_A_HALF && isHowItIs))
  if (!isTold) return hinted(turn, dialogue, hint)
  const description = describedWith(draft, told)
  return repeatQuestion(
    turn,
    { ...dialogue, draft: { ...draft, description } },
    { opening: { key: "told-more" } },
  )
}

const FEWEST_TELLING_WORDS = 5
/** "trước bụi lắm" */
const FEWEST_OF_A_HALF = 3
/** "bổ sung trước hàn hay bị dính giờ không dính nữa": of the draft that is being asked about. */
const ADDS = /^\s*(?:bổ sung|bo sung|ghi thêm|ghi them|thêm ý|them y)(?:\s+(?:là|la|ý|y|này|nay))*\s*:?\s+/iu
