import { localDate } from "../clock.ts"
import { Head } from "../command/head.ts"
import { tellsAnIdea } from "../command/object.ts"
import { readCommand } from "../command/read.ts"
import type { PendingMessage } from "../conversation/dialogue.ts"
import { pendingOf, type Turn } from "../conversation/turn.ts"
import { type HeldBack, MOST_WAITING } from "../conversation/waiting.ts"
import { unitNamed } from "../conversation/which-unit.ts"
import type { UnitRef } from "../people/role.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { fold } from "../text/fold.ts"
import { extractBenefit, parseMoney } from "../text/money-reading.ts"
import { namesCode } from "./code.ts"
import { mayBeTitle } from "./meant.ts"
import { amended } from "./sent-amended.ts"
import { isRatherTalk, namesWorkplace } from "./talk.ts"
import { isTitle } from "./title.ts"
import { isQuestion, mayTell, tellsIdea, tellsMore, wantsToKnow } from "./told.ts"

/**
 * What the question about consent, or about the unit, holds back once these words have come as well, which do not answer it but
 * may be the idea itself: the title that "đăng ký" makes people expect a question for, more of what they sent, or what they meant
 * there ("à nhầm, 150 triệu"). Undefined for all other words. As with what was sent before, nothing of it is written down until
 * they agree, and a "no" drops it.
 */
export function heldToo(
  { written, moment }: Turn,
  { pending, waiting = [] }: HeldBack,
): HeldBack | undefined {
  const { text } = written
  const today = localDate(moment.now, moment.timeZone)
  const right = waiting.length === 0 ? amended(pending.text, text, today) : undefined
  if (right !== undefined) return { pending: { ...pending, text: right } }
  if (!mayBeIdea(text)) return undefined
  const request = readCommand(pending.text)
  const isMore =
    request?.name === "register" &&
    request.rest !== "" &&
    waiting.length === 0 &&
    (isAmountAlone(text) || !mayBeTitle(text))
  if (isMore) return { pending: { ...pending, text: `${pending.text}\n${text}` } }
  const isKnown = waiting.some((message) => fold(message.text) === fold(text))
  return { pending, waiting: isKnown ? waiting : [...waiting, pendingOf(written)].slice(0, MOST_WAITING) }
}

/** "làm lợi 5 triệu một tháng": of what they sent, and no title. */
function isAmountAlone(text: string): boolean {
  return parseMoney(text).kind === "money" && extractBenefit(text) === null
}

/** "đồng ý, may TNG", "ok em, Xe đẩy vải hai tầng": agrees, and answers what would be asked next. */
export type AgreedAndMore = { readonly unit?: UnitRef; readonly idea?: PendingMessage }

/** Undefined for everything but a plain yes with a unit or an idea behind it: "ừ, để tôi xem đã" does not agree. */
export async function agreedAndMore({ written, reads }: Turn): Promise<AgreedAndMore | undefined> {
  const [, yes = "", behind = ""] = YES_AND_MORE.exec(written.text) ?? []
  if (parseYesNo(yes) !== true && parseChoice(yes, 1) !== 1) return undefined
  const named = unitNamed(behind, await reads.units())
  if (named.kind === "sure") return { unit: named.unit }
  return mayBeIdea(behind) ? { idea: { ...pendingOf(written), text: behind } } : undefined
}

/** "tôi làm ở công ty cơ khí phổ yên", "may TNG": what is asked behind the consent, said before. */
export async function unitSaid({ written, reads }: Turn): Promise<UnitRef | undefined> {
  const { text } = written
  if (text.length > LONGEST_UNIT || isQuestion(text)) return undefined
  const named = unitNamed(text.replace(AT_WORK, ""), await reads.units())
  return named.kind === "sure" ? named.unit : undefined
}

const LONGEST_UNIT = 80
const AT_WORK =
  /^(?:dạ |thưa )*(?:em|tôi|toi|anh|chị|chi|mình|minh|bác|cô|chú|dì|tui)\s+(?:(?:là|la|làm|lam|công tác|cong tac|thuộc|thuoc|ở|o|bên|ben|tại|tai|việc|viec)\s+)+/iu

const YES_AND_MORE = /^([^,.;:\n]{1,30})[,.;:\n]\s*(\S.*)$/s

function mayBeIdea(text: string): boolean {
  if (!isTitle(text) || !mayTell(text) || isRatherTalk(text) || namesWorkplace(text) || AT_WORK.test(text))
    return false
  if (wantsToKnow(text) || namesCode(text)) return false
  return tellsAnIdea(new Head(text)) || tellsMore(text) || tellsIdea(text)
}
