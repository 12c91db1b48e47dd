import type { Incoming, MessageRef } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import type { Turn } from "../conversation/turn.ts"
import { look } from "../ideas/look.ts"
import { mayTouch } from "../people/role.ts"
import { parseChoice } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { add } from "./amend.ts"
import { initiativeCode } from "./code.ts"
import { mine } from "./own.ts"
import { asksBack, isQuestion } from "./told.ts"
import { askWhich, initiativeAnswered } from "./which-initiative.ts"

/** What is said of one initiative, by its first two words or its first. */
const VERBS = new Set([
  "bo sung",
  "hoi them",
  "tu choi",
  "cong nhan",
  "tiep nhan",
  "bao mat",
  "sua",
  "huy",
  "rut",
  "duyet",
  "the",
])
const CODE = /^[\s:,–-]*(?:sáng kiến|sang kien)?\s*sk\s*[-–—]?\s*\d/iu

const SAID_FIRST = oneOf(
  "da, a, u, vang, thua, the, vay, con, thi, cho, hoi, em, anh, chi, toi, minh, bac, co, chu, bot, ad, oi, cua, cai, sang kien, sk, ho so, nay, do, kia, ay, no",
)
const POLITE = oneOf(
  "roi, duoc, a, em, anh, chi, toi, minh, oi, nhi, the, vay, day, nhe, nha, voi, giup, ho, bot, ad, nua, ha, thi phai",
)
const STEPS = oneOf(
  "duyet, xet, xet duyet, cong nhan, xong, len cong, nop, nop len cong, dua len cong, ghi nhan, xem, nhan, tra loi, phan hoi, ket qua, du, du thong tin",
)
/** How far it is: also asked of one's own without naming any. */
const STANDING = [
  `(?:(?:da|duoc|co|ai) )*${STEPS}(?: ${oneOf("gi, ket qua, roi, duoc, xong")})* chua`,
  "(?:da )?(?:den|toi) dau",
  `(?:the |nhu )?${oneOf("nao, sao")} roi`,
  `${oneOf("ket qua, tinh trang, trang thai, tien do")}(?: ${oneOf("sao, the nao, ra sao, gi")})?`,
  `thieu (?:nhung |cai )?gi(?: ${oneOf("nua, khong, ko, k")})*`,
]
const ASKED = [
  ...STANDING,
  `(?:la )?${oneOf("cua, do")} ai(?: ${oneOf("lam, gui, nop, dang ky")})?`,
  `ai ${oneOf("lam, gui, nop, dang ky")}`,
  "lam (?:the|nhu the|kieu) (?:nao|gi)|lam (?:ra )?sao",
  "lam loi (?:duoc )?(?:bao nhieu|may)",
  `xem(?: ${oneOf("lai, di, ho so, chi tiet, noi dung, thu")})*`,
  "chi tiet|noi dung(?: (?:la gi|the nao))?",
]
/** "duyệt chưa em", "cái này tới đâu rồi", "xem lại với": under a message that tells of one initiative it asks about that one. */
const ASKS_ABOUT_IT = new RegExp(`^(?:${SAID_FIRST} )*(?:${ASKED.join("|")})(?: ${POLITE})*\\W*$`)
const ASKS_HOW_IT_STANDS = new RegExp(`^(?:${SAID_FIRST} )*(?:${STANDING.join("|")})(?: ${POLITE})*\\W*$`)
/** "cái này không phải của tôi" */
const NOT_MINE = new RegExp(
  `^(?:${SAID_FIRST} )*(?:khong|ko|k) phai (?:la )?(?:sang kien |sk )?(?:cua )?(?:toi|em|minh|anh|chi|bac)(?: ${oneOf("lam, dau, gui, dang ky, a, ma, em, nhe")})*\\W*$`,
)
/** "in đơn giúp em" */
const ASKS_FOR_FORM = new RegExp(
  `^(?:${SAID_FIRST} )*(?:${oneOf("in, xuat, lay, xin, lam, tai, viet")} )?(?:mau |to )?don(?: ${oneOf("word, de nghi, cong nhan")})*(?: ${POLITE})*\\W*$`,
)
const LONGEST_ASKED = 60

/**
 * "tới đâu rồi", "in đơn giúp em" of somebody who names none: their only one is meant, or they choose. Undefined where nothing of theirs is asked
 * about.
 */
export async function ownMeant(turn: Turn): Promise<Decision | undefined> {
  const { text } = turn.written
  const { person } = turn.context
  if (person === undefined || text.length > LONGEST_ASKED) return undefined
  const said = fold(clean(text))
  if (ASKS_FOR_FORM.test(said)) return await askWhich(turn, (code) => `đơn ${code}`)
  if (!asksHowItStands(text)) return undefined
  const { newest, total } = await turn.reads.initiativesOf(person.id, 1)
  const [only] = newest
  return only !== undefined && total === 1 ? await look(turn, initiativeCode(only.number)) : await mine(turn)
}

/** "tới đâu rồi", "còn thiếu gì không": no answer to any question of ours. */
export function asksHowItStands(text: string): boolean {
  return text.length <= LONGEST_ASKED && ASKS_HOW_IT_STANDS.test(fold(clean(text)))
}

/** What is asked, or denied, of the one that is answered, as it is said with a code. */
function saidOfIt(text: string): ((code: string) => string) | undefined {
  if (text.length > LONGEST_ASKED) return undefined
  const said = fold(clean(text))
  if (ASKS_ABOUT_IT.test(said)) return (code) => `xem ${code}`
  if (ASKS_FOR_FORM.test(said)) return (code) => `đơn ${code}`
  return NOT_MINE.test(said) ? (code) => `không phải của tôi ${code}` : undefined
}

/**
 * "bổ sung giảm thêm 2 người" in answer to a receipt means the initiative of that receipt: its code is put in where people leave it out, and
 * "duyệt chưa em" asks about it. What answers nothing, names a code, or is said of something else comes back as it was.
 */
export async function withAnsweredCode(
  context: Context,
  incoming: Pick<Incoming, "replyTo">,
  text: string,
  reads: Reads,
): Promise<string> {
  if (incoming.replyTo === undefined) return text
  const ofIt = saidOfIt(text)
  if (ofIt !== undefined) {
    const asked = await reads.initiativeToldIn(context.chat.id, incoming.replyTo)
    return asked === undefined ? text : ofIt(initiativeCode(asked.number))
  }
  const [, first = "", second = ""] = /^\s*\/?(\S+)(\s+\S+)?/u.exec(text) ?? []
  const bare = (words: string) => fold(words).replace(/[:.,]+$/, "")
  const verb = [`${first}${second}`, first].find((words) => VERBS.has(bare(words)))
  if (verb === undefined) return await asJoining(context, incoming.replyTo, text, reads)
  const end = text.indexOf(verb) + verb.length
  const rest = text.slice(end)
  if (CODE.test(rest)) return text
  const initiative = await reads.initiativeToldIn(context.chat.id, incoming.replyTo)
  if (initiative === undefined) return text
  const said = rest.replace(/^[\s:,–-]+/, "")
  return `${text.slice(0, end).replace(/[:.,]+$/, "")} ${initiativeCode(initiative.number)} ${said}`.trimEnd()
}

/** "chị ơi cho em tham gia với" */
const JOINS = new RegExp(
  `^(?:${oneOf("cho, xin, em, toi, minh, anh, chi, bac, co, chu, a, c, oi, muon, duoc, dc, cung, da, voi")} )*${oneOf(
    "tham gia, lam cung, lam chung, vao cung",
  )}(?: ${oneOf("sang kien, sk, nay, voi, cung, duoc khong, dc khong, dc ko, khong, a, nhe, nha, chi, anh, em, cai, nua, vao")})*\\W*$`,
)

function asksToJoin(text: string): boolean {
  return text.length <= LONGEST_JOINING && JOINS.test(fold(text))
}

const LONGEST_JOINING = 80

async function asJoining(
  context: Context,
  answered: MessageRef,
  text: string,
  reads: Reads,
): Promise<string> {
  if (context.person === undefined || context.dialogue !== undefined || !asksToJoin(text)) return text
  const initiative = await reads.initiativeToldIn(context.chat.id, answered)
  return initiative === undefined ? text : `đồng tác giả ${initiativeCode(initiative.number)}`
}

/** A number up to this one picks something of a list, if of one that is gone. */
const MOST_CHOICES = 20
/** A figure, or three words: a nod to a receipt ("hay quá") adds nothing to a record. */
const SAYS_SOMETHING = /\d|\S+\s+\S+\s+\S/u

/** Words that mean nothing else, under a message that tells of one initiative, from somebody who may touch it, are a supplement to it. */
export async function addToAnswered(turn: Turn): Promise<Decision | undefined> {
  const { context, written } = turn
  const { text } = written
  if (context.person === undefined || written.replyTo === undefined || !SAYS_SOMETHING.test(text))
    return undefined
  if (isQuestion(text) || asksBack(text) || parseChoice(text, MOST_CHOICES) !== undefined) return undefined
  const initiative = await initiativeAnswered(turn)
  return initiative !== undefined && mayTouch(context.person, initiative)
    ? await add(turn, `${initiativeCode(initiative.number)} ${text}`)
    : undefined
}
