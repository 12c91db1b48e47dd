import { addDays, formatDay, localDate } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import {
  type DataRequest,
  daysLeft,
  LONGEST_REQUEST,
  REQUEST_DAYS,
  readRequestCode,
  requestCode,
  requestLine,
} from "./data-request.ts"
import { askRequest } from "./data-request-ask.ts"
import { officeUnits, openDesk } from "./office.ts"
import { isOfficer, mayAct, officerGrants } from "./role.ts"

/** A message bears so many lines; the most urgent come first. */
const MOST_LISTED = 10

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
    ...open.slice(0, MOST_LISTED).map((request) => requestLine(request, today)),
    { key: "requests-foot" },
  ]
  return { say: [reply(turn, { phrases })] }
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
            : {
                key: "request-answered",
                args: { code: requestCode(request.number), name: request.name, words },
              },
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
              : { key: "request-extended", args: { ...args, name: request.name, words } },
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
  if (code.rest.length > LONGEST_REQUEST) {
    return answer(turn, "words-too-long", {
      length: code.rest.length,
      most: LONGEST_REQUEST,
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
