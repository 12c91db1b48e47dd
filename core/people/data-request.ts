import type { BotId, ChatId } from "../channel.ts"
import { addDays, daysBetweenInclusive, formatDay, type LocalDate, localDate } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RequestDialogue } from "../conversation/dialogue.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import type { OutboxContent, OutboxDraft, Phrase } from "../outbox.ts"
import { parseChoice } from "../text/choice.ts"
import { clean } from "../text/fold.ts"
import { officeUnits, openDesk } from "./office.ts"
import { isOfficer, mayAct, officerGrants, type UnitRef } from "./role.ts"

/** What a person may ask that they cannot do by themselves in "dữ liệu của tôi". */
export type RequestKind = "restrict" | "object" | "correct" | "other"

/** Something a person asked about their data, for officers. */
export type DataRequest = {
  readonly id: string
  /** "YC-3" is 3. */
  readonly number: number
  readonly name: string
  /** Undefined: the officers of the topmost unit look after it. */
  readonly unit: UnitRef | undefined
  readonly kind: RequestKind
  readonly words: string
  /** Where it was asked; undefined when the key that this stood sealed by was lost. */
  readonly asked: { readonly chat: ChatId; readonly bot: BotId } | undefined
  /** Epoch milliseconds. */
  readonly receivedAt: number
  /** The last day on which it is in time. */
  readonly dueOn: LocalDate
  readonly extended: boolean
  readonly state: "open" | "answered" | "withdrawn"
}

/**
 * Days for a request, and by how many they may be extended once (Decree 356/2025/NĐ-CP, as frasersvn.com of 2026-01-19 and
 * cdlaf.vn tell it, read 2026-11-27): 15 and 15 for restricting and objecting; the others are given as 10 to 20 days, of which
 * the shorter is taken and the longer is the extension. An acknowledgement is due within 2 working days: the bot gives it at
 * once. Withdrawing, seeing, copying and erasing need no request: people do it by themselves.
 */
const REQUEST_DAYS: Readonly<Record<RequestKind, { readonly days: number; readonly more: number }>> = {
  restrict: { days: 15, more: 15 },
  object: { days: 15, more: 15 },
  correct: { days: 10, more: 10 },
  other: { days: 10, more: 10 },
}

/** Officers are reminded when so few days are left. */
export const REQUEST_SOON_DAYS = 3

const KINDS: readonly RequestKind[] = ["restrict", "object", "correct", "other"]
const LONGEST_WORDS = 2_000
const FEWEST_LETTERS = 5
/** Nobody needs more at one time, and the queue is for people. */
const MOST_OPEN = 5

/** The code people see: "YC-3". */
export function requestCode(number: number): string {
  return `YC-${number}`
}

/** "YC-3 …": the number and what follows; undefined when no code stands there. */
export function readRequestCode(
  text: string,
): { readonly number: number; readonly rest: string } | undefined {
  const typed = clean(text)
  const [all, number] = /^yc[\s-]?(\d{1,6})(?!\d)[\s,.:]*/iu.exec(typed) ?? []
  return all === undefined ? undefined : { number: Number(number), rest: typed.slice(all.length) }
}

/** How it stands on a day: days left (0 is the last day), negative when it is late. */
export function daysLeft(request: Pick<DataRequest, "dueOn">, today: LocalDate): number {
  return request.dueOn >= today
    ? daysBetweenInclusive(today, request.dueOn) - 1
    : 1 - daysBetweenInclusive(request.dueOn, today)
}

// ---- Who asks

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
    dialogue: { step: "request_kind", ask, askedAt: moment.now, ...(words === undefined ? {} : { words }) },
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

async function keep(turn: Turn, kind: RequestKind, typed: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const words = clean(typed)
  if ((words.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) {
    return {
      dialogue: { step: "request_words", ask: moment.newId(), askedAt: moment.now, kind },
      ...answer(turn, "request-words"),
    }
  }
  if (words.length > LONGEST_WORDS) {
    return answer(turn, "words-too-long", { length: words.length, most: LONGEST_WORDS })
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
        ...(person === undefined ? {} : { personId: person.id }),
        ...(unit === undefined ? {} : { unitId: unit.id }),
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

/** What officers are told of a request. */
export function requestNotice(
  request: Pick<DataRequest, "number" | "kind" | "dueOn" | "unit">,
  today: LocalDate,
): OutboxContent {
  const see = { key: "request-see", args: { code: requestCode(request.number) } }
  return { phrases: [requestLine(request, today), see] }
}

/** Each officer is told of each stage once. */
export function requestKey(number: number, stage: string, chat: ChatId): string {
  return `request:${number}:${stage}:${chat}`
}

// ---- Who answers

/** "yêu cầu": what is open in the officer's units, the most urgent first; "yêu cầu YC-3": one of them. */
export async function requests(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  if (!isOfficer(turn.context.person)) return await askRequest(turn, "")
  const desk = await openDesk(turn, "", (code) => code)
  if ("decision" in desk) return desk.decision
  const code = readRequestCode(rest)
  if (code !== undefined) return await show(turn, desk.person, code.number)
  const open = await turn.reads.openRequests(officeUnits(desk.person))
  if (open.length === 0) return answer(turn, "requests-none")
  const today = localDate(moment.now, moment.timeZone)
  const phrases: readonly Phrase[] = [
    { key: "requests-head", args: { count: open.length } },
    ...open.slice(0, 10).map((request) => requestLine(request, today)),
    { key: "requests-foot" },
  ]
  return { say: [reply(turn, { phrases })] }
}

/** Code, kind, unit and how many days are left: no name and none of the words. */
function requestLine(
  request: Pick<DataRequest, "number" | "kind" | "dueOn" | "unit">,
  today: LocalDate,
): Phrase {
  const left = daysLeft(request, today)
  return {
    key: "request-line",
    args: {
      code: requestCode(request.number),
      kind: request.kind,
      unit: request.unit?.name ?? "",
      due: formatDay(request.dueOn, "date"),
      when: left < 0 ? "late" : left <= REQUEST_SOON_DAYS ? "soon" : "open",
      days: Math.abs(left),
    },
  }
}

async function show(turn: Turn, person: Person, number: number): Promise<Decision> {
  const { moment } = turn
  const found = await openFor(turn, person, number)
  if ("decision" in found) return found.decision
  const { request } = found
  const today = localDate(moment.now, moment.timeZone)
  const phrases: readonly Phrase[] = [
    requestLine(request, today),
    { key: "request-from", args: { name: request.name } },
    { text: request.words },
    {
      key: request.extended ? "request-how-again" : "request-how",
      args: { code: requestCode(number), more: REQUEST_DAYS[request.kind].more },
    },
  ]
  return { say: [reply(turn, { phrases })] }
}

/** "trả lời YC-3 <nội dung>": the person gets the answer, and the request is closed. */
export async function answerRequest(turn: Turn, rest: string): Promise<Decision> {
  return await close(turn, rest, "request-answer-how", (request, person, words) => ({
    changes: [
      {
        do: "answer_request",
        id: request.id,
        number: request.number,
        unitId: request.unit?.id,
        personId: person.id,
        answer: words,
      },
    ],
    say: [
      reply(turn, {
        phrases: [
          request.asked === undefined
            ? {
                key: "request-answered-unsent",
                args: { code: requestCode(request.number), name: request.name },
              }
            : { key: "request-answered", args: { code: requestCode(request.number) } },
        ],
      }),
      ...toAsker(request, turn.moment, {
        key: "request-told",
        args: { code: requestCode(request.number), words },
      }),
    ],
  }))
}

/** "gia hạn YC-3 <lý do>": once, before it is late, and the person is told why. */
export async function extendRequest(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  return await close(turn, rest, "request-extend-how", (request, person, words) => {
    const today = localDate(moment.now, moment.timeZone)
    if (request.extended) return answer(turn, "request-extended-before")
    if (daysLeft(request, today) < 0) return answer(turn, "request-extend-late")
    const dueOn = addDays(request.dueOn, REQUEST_DAYS[request.kind].more)
    const args = { code: requestCode(request.number), due: formatDay(dueOn, "date") }
    return {
      changes: [
        {
          do: "extend_request",
          id: request.id,
          number: request.number,
          unitId: request.unit?.id,
          personId: person.id,
          dueOn,
        },
      ],
      say: [
        reply(turn, {
          phrases: [
            request.asked === undefined
              ? { key: "request-extended-unsent", args: { ...args, name: request.name } }
              : { key: "request-extended", args },
          ],
        }),
        ...toAsker(request, moment, { key: "request-extended-told", args: { ...args, words } }),
      ],
    }
  })
}

async function close(
  turn: Turn,
  rest: string,
  how: string,
  act: (request: DataRequest, person: Person, words: string) => Decision,
): Promise<Decision> {
  const desk = await openDesk(turn, "", (code) => code)
  if ("decision" in desk) return desk.decision
  const code = readRequestCode(rest)
  if (code === undefined || code.rest === "") return answer(turn, how)
  if (code.rest.length > LONGEST_WORDS) {
    return answer(turn, "words-too-long", {
      length: code.rest.length,
      most: LONGEST_WORDS,
    })
  }
  const found = await openFor(turn, desk.person, code.number)
  return "decision" in found ? found.decision : act(found.request, desk.person, code.rest)
}

async function openFor(
  turn: Turn,
  person: Person,
  number: number,
): Promise<{ readonly request: DataRequest } | { readonly decision: Decision }> {
  const request = await turn.reads.dataRequest(number)
  const refused = (key: string) => ({
    decision: answer(turn, key, { code: requestCode(number) }),
  })
  // Whose it is not is told no more than who mistyped.
  if (request === undefined || !mayLookAfter(person, request)) return refused("request-unknown")
  return request.state === "open" ? { request } : refused("request-closed")
}

function mayLookAfter(person: Person, { unit }: DataRequest): boolean {
  if (unit !== undefined) return mayAct(person.grants, "officer", unit)
  return officerGrants(person.grants).some((grant) => grant.unit.path.length === 1)
}

/** A person waits for it, so it is repeated when nobody knows whether it arrived. */
function toAsker({ asked }: DataRequest, moment: Moment, phrase: Phrase): readonly OutboxDraft[] {
  if (asked === undefined) return []
  return [{ ...asked, kind: "answer", content: { phrases: [phrase] }, dueAt: moment.now }]
}
