import { asideIn } from "../command/aside.ts"
import { unitAsked } from "../command/others-question.ts"
import {
  asksForOwnUnits,
  asksHowManyOwn,
  asksHowManyThen,
  figuresAsked,
} from "../command/own-unit-question.ts"
import { topicAsked } from "../command/question-topic.ts"
import { readCommand } from "../command/read.ts"
import { look } from "../ideas/look.ts"
import { search } from "../ideas/search.ts"
import { mine } from "../intake/own.ts"
import { askedByTitle, asksHowOwnStand } from "../intake/own-named.ts"
import { asksBack, isQuestion } from "../intake/told.ts"
import { progress } from "../tally/ask.ts"
import { readBenefitWish } from "../tally/benefit-wish.ts"
import { fold } from "../text/fold.ts"
import { commandByParts, figureByParts } from "./asked-by-parts.ts"
import { withFigures } from "./follow-up.ts"
import { says } from "./hint.ts"
import { done, obey } from "./obey.ts"
import { asksOwnStanding } from "./own-by-parts.ts"
import type { Reader, Said } from "./said.ts"
import { answer } from "./turn.ts"
import { repeatWays } from "./ways.ts"
import { unitNamed } from "./which-unit.ts"

/** The rules and one's data are asked about in general, whatever a member has of their own. */
export const ruleOrDataAsked: Reader = async (said) => {
  const { turn, text, near, byOfficer } = said
  if (near?.name !== "askRule" && near?.name !== "myData") return undefined
  if (
    byOfficer ||
    asideIn(text) !== undefined ||
    asksHowManyThen(text) ||
    forOfficersOnly(said) !== undefined
  )
    return undefined
  return await obey(turn, near)
}

/** "ai thấy được …"; "AI nhận diện lỗi vải" is a title. */
const BEGINS_ASKING = /^(?:ai|[Bb]ao nhiêu|[Kk]hi nào|[Bb]ao giờ|[Ll]àm sao|[Cc]ó phải)\s/u

/** A question by its first word is about its subject, and about nothing of their own. */
export const topicAskedAtOnce: Reader = async ({ turn, text, typed, byOfficer }) => {
  const topic = !byOfficer && BEGINS_ASKING.test(typed) ? topicAsked(text) : undefined
  return topic && (await obey(turn, topic))
}

/** "cái giá treo đến đâu rồi": one's own, by words of its title. */
export const ownAskedByTitle: Reader = async ({ turn }) => {
  const asked = await askedByTitle(turn)
  return asked === undefined ? undefined : await look(turn, asked)
}

export const ownAsked: Reader = async ({ turn }) => (asksHowOwnStand(turn) ? await mine(turn) : undefined)

const LOOKS =
  /^\s*(?:(?:cho|dạ|em|tôi|toi|mình|minh|anh|chị|chi|cô|co|chú|bác|muốn|muon|xin)\s+)*xem(?:\s+(?:với|voi|đi|di|nào|nao|thử|thu|lại|lai|nhé|nhe|ạ|a|giúp|giup|cái|cai|đã|da|em|toàn bộ|toan bo|tất cả|tat ca|hết|het|cô|co|chú|bác))*[\s.!?]*$/iu

/** "xem" alone: what there is of theirs to be seen. */
export const onlyLooks: Reader = async ({ turn, text, byOfficer }) => {
  if (!LOOKS.test(text)) return undefined
  return byOfficer ? repeatWays(turn) : await mine(turn)
}

/** "SK-3 còn thiếu gì không", "SK-3 ai đang xem": what is known of that one tells, where nothing better does. */
export const askedOfOne: Reader = async ({ turn, text, folded }) => {
  const [code, another] = text.match(A_CODE) ?? []
  // "đừng cho ai xem SK-1" asks nothing.
  if (code === undefined || another !== undefined || /(?:^| )dung (?:cho|de) /.test(folded)) return undefined
  const asks = isQuestion(text) || asksBack(text) || ASKS_SOMEWHERE.test(folded)
  return asks ? await look(turn, code) : undefined
}

const A_CODE = /(?<![\p{L}\d])sk\s?[-–—]?\s?\d{1,9}(?![\p{L}\d])/giu
const ASKS_SOMEWHERE =
  /(?:^| )(?:bao nhieu|ai (?:dang|se|da|la|xem|duyet)|khi nao|bao gio|the nao|ra sao|con thieu|thieu gi)(?: |$|\W)/

/** "bên phòng họ đã duyệt chưa", "sao mấy đứa tổ em được duyệt hết mà em chưa": of nobody else's that is named, so of their own. */
export const waitsAsked: Reader = async ({ turn, folded, byOfficer }) =>
  !byOfficer && WAITS.test(folded) && !OF_OTHERS.test(folded) ? await mine(turn) : undefined

const WAITS =
  /(?:^| )(?:duyet|xet|cong nhan|co ket qua|len cong)(?: \S+){0,4} chua(?: (?:a|em|anh|chi|vay|the|z|v|nhi|bot|ad))*\W*$/
const OF_OTHERS = /(?:^| )cua (?!(?:em|e|toi|tui|minh|mk|chi|anh)(?: |$))\S/

/** "của e tới đâu rồi ạ", "bao giờ mới xét xong" */
export const ownStandingAsked: Reader = async ({ turn, text, byOfficer }) => {
  const asked = byOfficer ? undefined : asksOwnStanding(text)
  return (
    asked &&
    (await obey(turn, { name: "mine", rest: asked === "when" ? asked : "", slash: false, clear: true }))
  )
}

/** "có ai trong tổ đăng ký chưa" */
export const ownUnitsIdeasAsked: Reader = async ({ turn, text }) =>
  asksForOwnUnits(text) ? await search(turn, "ở đơn vị mình") : undefined

/** "sáng kiến của An" */
const OF_A_NAME = /(?:[Ss]áng kiến|sk|SK|[Hh]ồ sơ) của \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,4}[\s.!?]*$/u

/** "KCN có những sáng kiến gì" */
export const unitsIdeasAsked: Reader = async ({ turn, typed, byOfficer }) => {
  const of = unitAsked(fold(typed))
  const unit = of === undefined ? undefined : unitNamed(of, await turn.reads.units())
  if (unit?.kind === "sure") return await search(turn, `ở ${unit.unit.code}`)
  // No unit is called so.
  return unit?.kind === "none" && byOfficer && OF_A_NAME.test(typed)
    ? answer(turn, "others-listed")
    : undefined
}

const UNIT_UNKNOWN = new Set(["unit-not-found", "unit-which", "unit-this"])

/** In private an officer's period or unit alone asks for a tally; in a group all are told how far it is. */
export const periodOrUnitAsked: Reader = async ({ turn, text, isPrivate, byOfficer }) => {
  if (isPrivate && !byOfficer && asksHowManyOwn(text)) return await mine(turn)
  const figures = isPrivate && byOfficer ? undefined : figuresAsked(text)
  if (figures === undefined) return undefined
  const told = await progress(turn, figures)
  // "báo cáo tuần nộp cho ai" asks about no unit.
  return says(told, UNIT_UNKNOWN) ? undefined : withFigures(turn, "progress", figures, told)
}

/** What an officer asks to see, told from its parts. */
export const askedByParts: Reader = async ({ turn }) => {
  const command = await commandByParts(turn)
  return command && (await done(turn, command))
}

/** How far a unit is, or its place, asked by anybody in words that fit no pattern. */
export const figureAsked: Reader = async ({ turn, byOfficer }) => {
  const command = byOfficer ? undefined : await figureByParts(turn)
  return command && (await done(turn, command))
}

export const officersThingAsked: Reader = (said) => {
  const instead = forOfficersOnly(said)
  return instead === undefined ? undefined : answer(said.turn, instead)
}

/** What members hear who ask for what only officers are shown; undefined where they ask for nothing of it. */
function forOfficersOnly({ text, folded, byOfficer }: Said): string | undefined {
  if (byOfficer) return undefined
  const { name = "", rest = "" } = readCommand(text, { officer: true }) ?? {}
  // "sáng kiến làm lợi trên 1 tỷ" tells of their own.
  if (name === "tally" && readBenefitWish(rest) !== undefined && ASKS_WHICH.test(folded))
    return "tally-officers-only"
  return FOR_OFFICERS[name]
}

const ASKS_WHICH = /(?:^| )(?:nao|nhung|cac|bao nhieu|liet ke|danh sach)(?: |$|\W)/

const FOR_OFFICERS: Readonly<Record<string, string>> = {
  compare: "tally-officers-only",
  groups: "groupless-info",
  honour: "most-info",
}

/** What no pattern knows, by the example it is most like. */
export const nearestAsked: Reader = async ({ turn, near }) => near && (await obey(turn, near))
