import { localDate } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision, Resume } from "../conversation/decision.ts"
import { both } from "../conversation/decision.ts"
import type { AskFirstDialogue } from "../conversation/dialogue.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { answer, pendingOf, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { opensReason, reasonOf } from "../text/reason.ts"
import { readCodes, readPaper, recognitionBy, UNREAD } from "./codes.ts"
import { decideOn, type Wish } from "./judge.ts"
import { meansPaper } from "./restate.ts"
import { JUDGED_FROM, MERGED_AWAY, type Verdict } from "./verdict.ts"
import { saysSomething } from "./words.ts"

const MERGES = /^gộp /u
const REFUSES = /^từ chối /u
const WITHDRAWS = /^hủy /u
const RECOGNIZES = /^công nhận /u

/** "SK-3 không mới", "SK-3 với SK-4 là một", "SK-3 chưa được, cấp cơ sở thôi": told and not ordered, so that the officer is asked whether it is to be done. */
export async function askFirst(turn: Turn, said: string): Promise<Decision> {
  const { person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const told = [MERGES, REFUSES, WITHDRAWS, RECOGNIZES].reduce((words, verb) => words.replace(verb, ""), said)
  const list = readCodes(told, { words: true })
  if (list === undefined || list === "too_many") return answer(turn, "which-code")
  const found = await turn.reads.dossiers(list.numbers)
  if (RECOGNIZES.test(said)) return await askWhetherRecognized(turn, person, { ...list, found })
  const verdict: Verdict = MERGES.test(said) ? "duplicate" : "refused"
  const [first = 0] = list.numbers
  const concerned: Concerned =
    verdict === "duplicate" ? parted(list.numbers, found) : { goes: first, stays: undefined }
  const going = found.find(({ number }) => number === concerned.goes)
  const isOpen = going !== undefined && mayAct(person.grants, "officer", going.unit)
  if (WITHDRAWS.test(said) && isOpen) {
    const code = initiativeCode(concerned.goes)
    const order = `hủy ${code} vì ${reasonOf(list.rest)}`
    return asking(turn, { order, question: { key: "ask-first-withdraw", args: { code } } })
  }
  // What stands in the way is said at once, as if it had been ordered.
  if (!isOpen || !JUDGED_FROM[verdict].includes(going.status))
    return await decideOn(turn, [concerned.goes], { verdict } satisfies Wish)
  const code = initiativeCode(concerned.goes)
  if (concerned.stays !== undefined) {
    const into = initiativeCode(concerned.stays)
    return asking(turn, {
      order: `gộp ${code} vào ${into}`,
      question: { key: "ask-first-merge", args: { code, into } },
    })
  }
  const words = reasonOf(list.rest)
  return asking(turn, {
    order: `từ chối ${code} lý do ${words}`,
    question: { key: "ask-first-refuse", args: { code, words } },
  })
}

type LevelTold = {
  readonly numbers: readonly number[]
  readonly rest: string
  readonly found: readonly Dossier[]
}

/** At the level that was told; of what is recognised already its paper is what may change. */
async function askWhetherRecognized(
  turn: Turn,
  person: Person,
  { numbers, rest, found }: LevelTold,
): Promise<Decision> {
  const paper = readPaper(rest, localDate(turn.moment.now, turn.moment.timeZone))
  if (typeof paper === "string") return answer(turn, UNREAD[paper])
  const [first] = found
  const isRestated = first !== undefined && meansPaper(first, paper)
  const mayBe = isRestated || (first !== undefined && JUDGED_FROM.recognized.includes(first.status))
  const isOpen = mayBe && mayAct(person.grants, "officer", first.unit)
  if (!isOpen)
    return await decideOn(turn, numbers, { verdict: "recognized", recognition: recognitionBy(paper) })
  const code = initiativeCode(first.number)
  const { scope = "co_so" } = paper
  return asking(turn, {
    order: `${isRestated ? "sửa công nhận" : "công nhận"} ${code} ${rest}`,
    question: { key: "ask-first-recognize", args: { code, scope } },
  })
}

type Concerned = { readonly goes: number; readonly stays: number | undefined }

/** What was decided stays, else what came first; the other one is merged into it. */
function parted([one = 0, other = 0]: readonly number[], found: readonly Dossier[]): Concerned {
  const [first, second] = one < other ? [one, other] : [other, one]
  const status = (number: number) => found.find((dossier) => dossier.number === number)?.status ?? ""
  const isSettled = (number: number) =>
    JUDGED_FROM.on_portal.includes(status(number)) || status(number) === "on_portal"
  const isSwapped = MERGED_AWAY.has(status(first)) || (isSettled(second) && !isSettled(first))
  return isSwapped ? { goes: first, stays: second } : { goes: second, stays: first }
}

/** Asks whether `order`, as it could have been typed, is to be done. */
export function asking(
  turn: Turn,
  { order, question }: Pick<AskFirstDialogue, "order" | "question">,
): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const labels = [{ key: "choice-do-it" }, { key: "choice-leave" }]
  return {
    dialogue: { step: "ask_first", ask, askedAt: moment.now, order, question },
    say: [reply(turn, { phrases: [question], choices: { ask, labels } })],
  }
}

const REASON = / lý do .*$/su
/** "làm đi", "gộp đi em": what was asked, and nothing else. */
const DOES_IT =
  /^(?:(?:dung|u|uh|ok|da|vang)[ ,]+)*(?:lam|tu choi|gop|thu hoi|bo)(?: (?:di|luon|giup|chi|anh|em|nhe|a))*\W*$/

/** The answer, or another reason; undefined when it is neither yes nor no. */
export async function answerAskFirst(
  turn: Turn,
  { order, question }: AskFirstDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written } = turn
  const typed = clean(written.text)
  const words = reasonOf(typed)
  if (opensReason(typed) && saysSomething(words) && REASON.test(order) && "key" in question) {
    const args = { ...question.args, words, reason: words }
    return asking(turn, { order: order.replace(REASON, ` lý do ${words}`), question: { ...question, args } })
  }
  const agreed = DOES_IT.test(fold(typed)) ? true : parseAgreement(typed, 2)
  if (agreed === undefined) return undefined
  if (!agreed) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const done = await resume({ ...context, dialogue: undefined }, { ...pendingOf(written), text: order })
  return both({ dialogue: null }, done)
}

/** The question once more. */
export function repeatAskFirst(turn: Turn, { order, question }: AskFirstDialogue): Decision {
  return asking(turn, { order, question })
}
