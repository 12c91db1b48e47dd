import { addDays, formatDay, localDate } from "../clock.ts"
import { beside } from "../command/beside.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RequestDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { isAtALoss } from "../intake/guided-words.ts"
import { asksBack } from "../intake/told.ts"
import type { OutboxDraft } from "../outbox.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { clean } from "../text/fold.ts"
import {
  LONGEST_REQUEST,
  REQUEST_DAYS,
  type RequestKind,
  requestCode,
  requestKey,
  requestNotice,
} from "./data-request.ts"

const KINDS: readonly RequestKind[] = ["restrict", "object", "correct", "other"]
const FEWEST_LETTERS = 5
/** Nobody needs more at one time, and the queue is for people. */
const MOST_OPEN = 5

/** "yêu cầu dữ liệu [nội dung]": a request to the officers; also from somebody the house does not know. Only in private. */
export async function askRequest(turn: Turn, words: string): Promise<Decision> {
  const { context } = turn
  if (context.chat.kind === "group") return answer(turn, "my-data-in-private")
  if ((await turn.reads.openRequestsFrom(context.chat.id)) >= MOST_OPEN) {
    return { dialogue: null, ...answer(turn, "request-too-many", { most: MOST_OPEN }) }
  }
  return askKind(turn, words === "" ? undefined : words)
}

function askKind(turn: Turn, words: string | undefined): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const labels = KINDS.map((kind) => ({ key: "request-kind", args: { kind } }))
  return {
    dialogue: { step: "request_kind", ask, askedAt: moment.now, ...given({ words }) },
    say: [reply(turn, { phrases: [{ key: "request-which" }], choices: { ask, labels } })],
  }
}

/** The answer to one of its questions; undefined when the words are no answer. */
export async function answerRequestDialogue(
  turn: Turn,
  dialogue: RequestDialogue,
): Promise<Decision | undefined> {
  const { written, moment } = turn
  switch (dialogue.step) {
    case "request_kind": {
      const picked = parseChoice(written.text, KINDS.length)
      const kind = picked === undefined ? undefined : KINDS[picked - 1]
      if (kind === undefined) return undefined
      if (dialogue.words !== undefined) return await keep(turn, kind, dialogue.words)
      return {
        dialogue: { step: "request_words", ask: moment.newId(), askedAt: moment.now, kind },
        ...answer(turn, "request-words"),
      }
    }
    case "request_words":
      return await keep(turn, dialogue.kind, written.text)
    default:
      return dialogue satisfies never
  }
}

/** The question that is open, asked again. */
export function repeatRequest(turn: Turn, dialogue: RequestDialogue): Decision {
  return dialogue.step === "request_kind" ? askKind(turn, dialogue.words) : answer(turn, "request-words")
}

/** "dạ", "cảm ơn em", "là gì vậy em": said to the bot, and no request to anybody. */
function asksNothing(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS || parseYesNo(words) === true || beside(words) === "welcome") return true
  return words.split(" ").length <= MOST_WORDS_AT_A_LOSS && (isAtALoss(words) || asksBack(words))
}

const MOST_WORDS_AT_A_LOSS = 4

async function keep(turn: Turn, kind: RequestKind, typed: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const words = clean(typed)
  if (asksNothing(words)) {
    return {
      dialogue: { step: "request_words", ask: moment.newId(), askedAt: moment.now, kind },
      ...answer(turn, "request-words"),
    }
  }
  if (words.length > LONGEST_REQUEST) {
    return answer(turn, "words-too-long", { length: words.length, most: LONGEST_REQUEST })
  }
  const number = await reads.newRequestNumber()
  const today = localDate(moment.now, moment.timeZone)
  const dueOn = addDays(today, REQUEST_DAYS[kind].days)
  const { person, account, campaign } = context
  const unit = person?.unit ?? campaign?.federation
  const kept = answer(turn, "request-kept", {
    code: requestCode(number),
    due: formatDay(dueOn, "date"),
    more: REQUEST_DAYS[kind].more,
  })
  const officers = (await reads.officersFor(unit?.id)).filter(({ chat }) => chat !== context.chat.id)
  return {
    dialogue: null,
    changes: [
      {
        do: "ask_request",
        id: moment.newId(),
        number,
        ...given({ personId: person?.id, unitId: unit?.id }),
        name: person?.name ?? account?.name ?? "",
        kind,
        words,
        bot: context.chat.bot,
        dueOn,
      },
    ],
    say: [
      ...(kept.say ?? []),
      ...officers.map(
        (officer): OutboxDraft => ({
          ...officer,
          kind: "notice",
          content: requestNotice({ number, kind, dueOn, unit }, today),
          dedupeKey: requestKey(number, "new", officer.chat),
          dueAt: moment.now,
        }),
      ),
    ],
  }
}
