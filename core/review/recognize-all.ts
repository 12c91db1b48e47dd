import { formatDay, type LocalDate, localDate } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RecognizeAllDialogue } from "../conversation/dialogue.ts"
import { isCalledSo, personMeant } from "../conversation/person-meant.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { Phrase } from "../outbox.ts"
import { officeUnits, openDesk } from "../people/office.ts"
import { isOfficer } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { MOST_CODES, readCodes, readRecognition, UNREAD } from "./codes.ts"
import { acceptedDay, decideOn, type Wish } from "./judge.ts"
import { paperPhrases } from "./judged-words.ts"
import { codesOf } from "./tell.ts"
import type { Recognition } from "./verdict.ts"

const CHOICES = {
  recognize_all: [{ key: "choice-recognize" }, { key: "choice-leave" }],
  accept_all: [{ key: "choice-accept" }, { key: "choice-leave" }],
} as const satisfies Readonly<Record<RecognizeAllDialogue["step"], SpokenChoices>>

/** "của May TNG cấp cơ sở QĐ 45": a unit, or an author, up to the scope or the paper. */
const OF_UNIT =
  /^(?:sáng kiến |hồ sơ |sk )*(?:của|cua|ở|o)\s+(?<place>.+?)(?=$|\s(?:cấp|cap|qđ|qd|quyết định|quyet dinh|ngày|ngay|số|so)(?:\s|$))\s*(?<paper>.*)$/isu

/** "công nhận tất cả [của KCN] cấp cơ sở QĐ 45/QĐ-CĐCS": what waits in the officer's units, the oldest first, once they said yes. */
export async function recognizeAll(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  const asked = await waitingOf(turn, rest, "công nhận")
  if ("decision" in asked) return asked.decision
  const recognition = readRecognition(asked.paper, localDate(moment.now, moment.timeZone))
  if (typeof recognition === "string") return answer(turn, UNREAD[recognition])
  if (asked.numbers.length === 0) return answer(turn, "review-none")
  return ask(turn, { step: "recognize_all", numbers: asked.numbers, recognition })
}

/** "tiếp nhận hết [của KCN] ngày 5/4": what waits and was not accepted yet, once they said yes. */
export async function acceptAll(turn: Turn, rest: string): Promise<Decision> {
  const asked = await waitingOf(turn, rest, "tiếp nhận")
  if ("decision" in asked) return asked.decision
  const acceptedOn = acceptedDay(asked.paper, turn)
  if (acceptedOn === undefined) return answer(turn, "accept-date-unread")
  const waiting = await turn.reads.dossiers(asked.numbers)
  const numbers = waiting.filter((dossier) => dossier.acceptedOn === undefined).map(({ number }) => number)
  if (numbers.length === 0) return answer(turn, waiting.length === 0 ? "review-none" : "accept-all-none")
  return ask(turn, { step: "accept_all", numbers: numbers.toSorted((a, b) => a - b), acceptedOn })
}

type Asked = { readonly numbers: readonly number[]; readonly paper: string }

/** What waits at the unit that is named, or of the author, or everywhere the officer looks after. */
async function waitingOf(
  turn: Turn,
  rest: string,
  verb: string,
): Promise<Asked | { readonly decision: Decision }> {
  const { context, reads } = turn
  const { person } = context
  if (!isOfficer(person)) return { decision: answer(turn, "officers-only") }
  if (context.chat.kind === "group") return { decision: answer(turn, "review-in-private") }
  const [all = "", left = ""] = rest.split(BUT_FOR)
  const but = readCodes(left, { words: false, spaced: true })
  if (left !== "" && (but === undefined || but === "too_many"))
    return { decision: answer(turn, "which-code") }
  const spared = but === undefined || but === "too_many" ? [] : but.numbers
  const told = but === undefined || but === "too_many" ? all : `${all} ${but.rest}`.trim()
  const { place: named = "", paper = told } = OF_UNIT.exec(told)?.groups ?? {}
  const place = named.replace(POLITELY, "")
  const author = await personMeant(turn, place)
  if (author !== undefined) {
    const numbers = without(await waitingBy(author, officeUnits(person), reads), spared)
    return numbers.length === 0
      ? { decision: answer(turn, "waits-none-of", { author: place.trim() }) }
      : { numbers, paper }
  }
  const desk = await openDesk(turn, place, (code) => `${verb} tất cả của ${code} ${paper}`.trim())
  if ("decision" in desk) return desk
  return { numbers: without(await reads.waitingNumbers(desk.unitIds, MOST_CODES), spared), paper }
}

const POLITELY = /(?:\s+(?:đi|nhé|nhe|nha|luôn|luon|giúp|giup|em|chị|ạ))+$/iu
/** "… trừ SK-5, SK-6" */
const BUT_FOR = /(?:^|\s)(?:ngoại |ngoai )?(?:trừ|tru)(?: ra)?\s+(?=(?:sk|\d))/iu

function without(numbers: readonly number[], spared: readonly number[]): readonly number[] {
  return numbers.filter((number) => !spared.includes(number))
}

/** So many of what waits are looked at for one author's. */
const MOST_LOOKED_AT = 1_000

async function waitingBy(
  name: string,
  unitIds: readonly string[],
  reads: Turn["reads"],
): Promise<readonly number[]> {
  const waiting = await reads.dossiers(await reads.waitingNumbers(unitIds, MOST_LOOKED_AT))
  const numbers = waiting.filter(({ authorName }) => isCalledSo(authorName, name)).map(({ number }) => number)
  return numbers.toSorted((a, b) => a - b).slice(0, MOST_CODES)
}

/** The answer to "is that meant?"; undefined when it is neither yes nor no. */
export async function answerRecognizeAll(
  turn: Turn,
  dialogue: RecognizeAllDialogue,
): Promise<Decision | undefined> {
  const { written } = turn
  // Rights may have been withdrawn between the question and the answer.
  if (!isOfficer(turn.context.person)) return { dialogue: null, ...answer(turn, "officers-only") }
  const agreed = parseAgreement(written.text, spoken(CHOICES[dialogue.step]))
  if (agreed === undefined) return undefined
  if (!agreed) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const { numbers } = dialogue
  const wish: Wish =
    dialogue.step === "recognize_all"
      ? { verdict: "recognized", recognition: dialogue.recognition }
      : { verdict: "accepted", acceptedOn: dialogue.acceptedOn }
  return { dialogue: null, ...(await decideOn(turn, numbers, wish)) }
}

/** The question once more. */
export function repeatRecognizeAll(turn: Turn, dialogue: RecognizeAllDialogue): Decision {
  return ask(turn, dialogue)
}

type Asking =
  | { readonly step: "recognize_all"; readonly numbers: readonly number[]; readonly recognition: Recognition }
  | { readonly step: "accept_all"; readonly numbers: readonly number[]; readonly acceptedOn: LocalDate }

function ask(turn: Turn, asking: Asking): Decision {
  const { moment } = turn
  const question = { ask: moment.newId(), askedAt: moment.now }
  const args = { count: asking.numbers.length, codes: codesOf(asking.numbers) }
  const phrases: readonly Phrase[] =
    asking.step === "recognize_all"
      ? [{ key: "recognize-all-ask", args }, ...paperPhrases(asking.recognition, moment)]
      : [
          { key: "accept-all-ask", args },
          { key: "accepted-on", args: { on: formatDay(asking.acceptedOn, "date") } },
        ]
  const { ask } = question
  return {
    dialogue: { ...asking, ...question },
    say: [reply(turn, { phrases, choices: { ask, labels: CHOICES[asking.step] } })],
  }
}
