import { localDate } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { QueuePlace, ReviewDialogue, ReviewOnly } from "../conversation/dialogue.ts"
import { firstSaying } from "../conversation/kept-draft.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { officeUnits, openDesk } from "../people/office.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { parseAgreement, parseYesNo } from "../text/choice.ts"
import { clean } from "../text/fold.ts"
import { reasonOf } from "../text/reason.ts"
import { askedBack, readAskedBack } from "./asked-back.ts"
import { readRecognition, UNREAD } from "./codes.ts"
import { deadlinesOf } from "./dossier.ts"
import { givesNoReason, wordsFor } from "./for-author.ts"
import { judged, type Wish } from "./judge.ts"
import { duplicateOf } from "./merge.ts"
import { type Queue, screen } from "./screen.ts"
import { asksAnything, pointsElsewhere, readOption, verdictAndWords } from "./screen-answer.ts"
import { readSpokenVerdict } from "./spoken-verdict.ts"
import { judgeIn } from "./tell.ts"
import { WAITING } from "./verdict.ts"
import {
  askWhetherWords,
  askWords,
  isOpen,
  LONGEST_WORDS,
  saysSomething,
  screenBehind,
  tooLong,
} from "./words.ts"

/** "duyệt", "duyệt quá hạn KCN": the oldest initiative that waits in the officer's units, with everything needed to decide on one screen. */
export async function review(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { person } = context
  const ofAuthors = readAskedBack(rest)
  if (ofAuthors !== undefined) return await askedBack(turn, ofAuthors)
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (context.chat.kind === "group") return answer(turn, "review-in-private")
  const named = rest === "" ? undefined : readCode(rest)
  if (named === undefined) return await begin(turn, person, rest)
  const found = await reads.dossiers([named.number])
  const { phrases } = judged(judgeIn(turn, person), [named.number], found, { verdict: "recognized" })
  const dossier = found[0]
  if (dossier === undefined || !isOpen(person, dossier)) {
    return { say: [reply(turn, { phrases })] }
  }
  const waiting = await reads.waiting(officeUnits(person), undefined, moment)
  return await screen(turn, dossier, waiting, {})
}

const OVERDUE = /^(?:quá|qua) (?:hạn|han)(?: (?:của|cua|ở|o))?(?: |$)/iu

async function begin(turn: Turn, person: Person, rest: string): Promise<Decision> {
  const typed = rest.replace(OVERDUE, "").trim()
  const overdue = typed.length < rest.length
  const again = (code: string) => `duyệt ${overdue ? "quá hạn " : ""}${code}`
  const desk = await openDesk(turn, typed, again)
  if ("decision" in desk) return desk.decision
  const [within] = typed === "" ? [] : desk.unitIds
  const only = {
    ...(overdue ? { onlyOverdue: true as const } : {}),
    ...given({ within }),
  }
  return await next(turn, person, { only })
}

/** The answer to a screen of the queue, or the words it still needed; undefined when it is neither. */
export async function answerReview(turn: Turn, dialogue: ReviewDialogue): Promise<Decision | undefined> {
  const { written } = turn
  const { person } = turn.context
  // Rights may have been withdrawn between the screen and the answer.
  if (!isOfficer(person)) return { dialogue: null, ...answer(turn, "officers-only") }
  if (dialogue.step === "review_words") return await answerWords(turn, dialogue)
  const picked = readOption(written.text)
  switch (picked?.option) {
    case 1:
      return await recognizeShown(turn, dialogue, picked.words || (dialogue.offered ?? ""))
    case 2:
    case 3: {
      const verdict = picked.option === 2 ? "needs_more_info" : "refused"
      const words = verdict === "refused" ? reasonOf(picked.words) : picked.words
      if (pointsElsewhere(words))
        return answer(turn, "review-which", { code: initiativeCode(dialogue.shown.number), verdict })
      if (words.length > LONGEST_WORDS) return tooLong(turn, words)
      if (saysSomething(words)) return await decideAndGoOn(turn, dialogue, { verdict, words })
      return askWords(turn, { ...dialogue, step: "review_words", verdict })
    }
    case 4:
      return await next(turn, person, {
        after: dialogue.shown,
        only: onlyOf(dialogue),
      })
    default:
      return await answerSaid(turn, dialogue, person)
  }
}

type ReviewScreen = ReviewDialogue & { readonly step: "review" }

async function recognizeShown(turn: Turn, dialogue: ReviewDialogue, paper: string): Promise<Decision> {
  const recognition = readRecognition(paper, localDate(turn.moment.now, turn.moment.timeZone))
  if (typeof recognition === "string") return answer(turn, UNREAD[recognition])
  return await decideAndGoOn(turn, dialogue, { verdict: "recognized", recognition })
}

/** "cái này được", "ừ", "hỏi lại tác giả xem …": the choices of the screen in other words; undefined when it is none of them. */
async function answerSaid(turn: Turn, dialogue: ReviewScreen, person: Person): Promise<Decision | undefined> {
  const { offered, passed, ...screen } = dialogue
  if (offered !== undefined && passed !== true && parseYesNo(turn.written.text) === true)
    return await recognizeShown(turn, dialogue, offered)
  const said = readSpokenVerdict(turn.written.text)
  if (said === undefined) return undefined
  const isVerdict = ["passes", "agrees", "fails", "mayFail"].includes(said.says)
  if (isVerdict && asksAnything(turn.written.text)) return undefined
  const { words } = said
  const code = initiativeCode(dialogue.shown.number)
  switch (said.says) {
    case "passes":
      return await recognizeShown(turn, dialogue, words)
    case "agrees":
      return {
        dialogue: { ...screen, offered: words },
        ...answer(turn, "review-agreed", { code, paper: words === "" ? "none" : words }),
      }
    case "fails": {
      const reason = reasonOf(words)
      return saysSomething(reason)
        ? await decideAndGoOn(turn, dialogue, { verdict: "refused", words: reason })
        : askWords(turn, { ...dialogue, step: "review_words", verdict: "refused" })
    }
    case "mayFail":
      return await askWhetherWords(turn, {
        ...dialogue,
        step: "review_words",
        verdict: "refused",
        typed: words,
      })
    case "asked":
      return await askWhetherWords(turn, {
        ...dialogue,
        step: "review_words",
        verdict: "needs_more_info",
        typed: words,
      })
    case "next":
      return await next(turn, person, { after: dialogue.shown, only: onlyOf(dialogue) })
    case "twin": {
      const number = readCode(words)?.number ?? 0
      const meant = await duplicateOf(turn, person, { number, among: [dialogue.shown.number] })
      return "decision" in meant ? meant.decision : await decideAndGoOn(turn, dialogue, meant.wish)
    }
    case "shown":
      return await repeatReview(turn, dialogue)
    default:
      return said.says satisfies never
  }
}

/** The words behind "hỏi thêm?" or "lý do?"; the author gets them as they are, so what may be meant otherwise is asked about. */
async function answerWords(
  turn: Turn,
  dialogue: ReviewDialogue & { readonly step: "review_words" },
): Promise<Decision | undefined> {
  const { verdict, typed: held } = dialogue
  const typed = clean(turn.written.text)
  const whole = held === undefined ? verdictAndWords(typed) : undefined
  if (whole !== undefined)
    return whole.words.length > LONGEST_WORDS
      ? tooLong(turn, typed)
      : await decideAndGoOn(turn, dialogue, whole)
  const agreed = held === undefined ? undefined : parseAgreement(typed, 2)
  if (agreed === false) return await stepBack(turn, dialogue)
  const words = agreed === true ? held : verdict === "refused" ? reasonOf(typed) : typed
  if (words === undefined || words.length > LONGEST_WORDS) return tooLong(turn, typed)
  const meant = agreed === true ? "send" : wordsFor(typed)
  if (meant === "back") return await stepBack(turn, dialogue)
  if (meant === "nothing" || !saysSomething(words)) return undefined
  const isNoReason = verdict === "refused" && agreed !== true && givesNoReason(typed)
  return meant === "unsure" || isNoReason
    ? await askWhetherWords(turn, { ...dialogue, typed: words })
    : await decideAndGoOn(turn, dialogue, { verdict, words })
}

/** From the words of a verdict to the record itself; nobody was told anything. */
export async function stepBack(
  turn: Turn,
  dialogue: ReviewDialogue & { readonly step: "review_words" },
): Promise<Decision> {
  const said: Phrase = { key: "review-unsent", args: { code: initiativeCode(dialogue.shown.number) } }
  return dialogue.alone === true
    ? { dialogue: null, say: [reply(turn, { phrases: [said] })] }
    : firstSaying(await repeatReview(turn, screenBehind(dialogue)), said)
}

/** The screen, or the question for the missing words, once more. */
export async function repeatReview(turn: Turn, dialogue: ReviewDialogue): Promise<Decision> {
  const { reads } = turn
  const { person } = turn.context
  if (!isOfficer(person)) return { dialogue: null, ...answer(turn, "officers-only") }
  if (dialogue.step === "review_words")
    return dialogue.typed === undefined
      ? askWords(turn, dialogue)
      : await askWhetherWords(turn, { ...dialogue, typed: dialogue.typed })
  const [dossier] = await reads.dossiers([dialogue.shown.number])
  if (dossier === undefined || !isOpen(person, dossier)) {
    return await next(turn, person, {
      after: dialogue.shown,
      only: onlyOf(dialogue),
    })
  }
  const only = onlyOf(dialogue)
  const { unitIds, about } = await part(turn, person, only)
  const waiting = await reads.waiting(unitIds, undefined, turn.moment)
  return await screen(turn, dossier, waiting, { before: about, only })
}

/** Words that mean the screen's choices where they would otherwise be commands of their own. */
export function isChoiceOfScreen(dialogue: ReviewDialogue, command: string): boolean {
  return dialogue.step === "review" && ["recognize", "askMore", "refuse", "skip"].includes(command)
}

async function decideAndGoOn(turn: Turn, dialogue: ReviewDialogue, wish: Wish): Promise<Decision> {
  const { moment } = turn
  const { person } = turn.context
  if (person === undefined) return { dialogue: null, ...answer(turn, "officers-only") }
  const found = await turn.reads.dossiers([dialogue.shown.number])
  const by = judgeIn(turn, person)
  const { changes, notices, phrases } = judged(by, [dialogue.shown.number], found, wish)
  if (dialogue.step === "review_words" && dialogue.alone === true) {
    return { dialogue: null, changes, say: [reply(turn, { phrases }), ...notices] }
  }
  const [gone] = changes.length > 0 ? found.filter(({ status }) => WAITING.includes(status)) : []
  const decided: Queue = {
    count: gone === undefined ? 0 : 1,
    overdue: gone !== undefined && deadlinesOf(gone, moment).overdue > 0 ? 1 : 0,
  }
  const options = { after: dialogue.shown, before: phrases, decided, only: onlyOf(dialogue) }
  const onward = await next(turn, person, options)
  return { ...onward, changes, say: [...(onward.say ?? []), ...notices] }
}

/** The next screen behind `after`; `decided` counts what this very message takes out of the queue. */
async function next(
  turn: Turn,
  person: Person,
  options: { after?: QueuePlace; before?: readonly Phrase[]; decided?: Queue; only: ReviewOnly },
): Promise<Decision> {
  const { before = [], decided = { count: 0, overdue: 0 }, only } = options
  const onlyOverdue = only.onlyOverdue === true
  const { unitIds, about } = await part(turn, person, only)
  const waiting = await turn.reads.waiting(unitIds, options.after, { ...turn.moment, onlyOverdue })
  const count = waiting.count - decided.count
  const left = { count, overdue: waiting.overdue - decided.overdue }
  const told = [...before, ...about]
  if (waiting.next !== undefined) return await screen(turn, waiting.next, left, { before: told, only })
  const end: Phrase =
    count <= 0
      ? { key: "review-none" }
      : onlyOverdue && left.overdue <= 0
        ? { key: "review-none-overdue", args: { count } }
        : { key: "review-later", args: { count } }
  return { dialogue: null, say: [reply(turn, { phrases: [...told, end] })] }
}

/** The units whose records are shown, and what is said of them where they are not all of the officer's. */
async function part(
  { reads }: Turn,
  person: Person,
  { within }: ReviewOnly,
): Promise<{ readonly unitIds: readonly string[]; readonly about: readonly Phrase[] }> {
  const unit = within === undefined ? undefined : await reads.unit(within)
  // Rights may have ended since the screen before.
  if (unit === undefined || !mayAct(person.grants, "officer", unit))
    return { unitIds: officeUnits(person), about: [] }
  return { unitIds: [unit.id], about: [{ key: "review-within", args: { unit: unit.name } }] }
}

function onlyOf({ onlyOverdue, within }: ReviewDialogue): ReviewOnly {
  return {
    ...(onlyOverdue === true ? { onlyOverdue } : {}),
    ...given({ within }),
  }
}
