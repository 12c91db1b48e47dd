import { type LocalDate, localDate } from "../clock.ts"
import type { Change } from "../conversation/change.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { reasonOf } from "../text/reason.ts"
import {
  MOST_CODES,
  readCodes,
  readPaper,
  readPortalList,
  readRecognition,
  recognitionBy,
  UNREAD,
} from "./codes.ts"
import { donePhrases, newsOf, untoldPhrases } from "./judged-words.ts"
import { isMore, isOtherwise, meansPaper, restating } from "./restate.ts"
import { codesOf, type Judge, judgeIn, noticesOf } from "./tell.ts"
import { JUDGED_FROM, type Paper, type Recognition, type Verdict } from "./verdict.ts"
import { askWordsOf, forTheAuthor, LONGEST_WORDS, saysSomething, tooLong } from "./words.ts"

/** What an officer wants to be done, before it is known with which initiatives it can be. */
export type Wish = {
  readonly verdict: Verdict
  /** The question to the author, the reason of the refusal, or the code of the one that a duplicate is of. */
  readonly words?: string
  /** Id of the one that a duplicate is of. */
  readonly into?: string
  readonly recognition?: Recognition
  /** What is said of recognitions that stand already; of those alone where no `recognition` is given. */
  readonly paper?: Paper
  readonly acceptedOn?: LocalDate
  readonly portalCodes?: ReadonlyMap<number, string | undefined>
  /** Those whose code belongs to another initiative already. */
  readonly taken?: ReadonlySet<number>
}

/** What comes of a wish: what changes, who is told, and what the officer is answered. */
export type Judgement = {
  readonly changes: readonly Change[]
  readonly notices: readonly OutboxDraft[]
  readonly phrases: readonly Phrase[]
}

/**
 * "công nhận SK-000010, SK-000011, 12-17 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/4"; of what is recognised already, what is more is written down.
 * With `onlyPaper`, as in "sửa công nhận SK-000012 QĐ 46/QĐ-CĐCS", the paper of those is written down anew and nothing is recognised.
 */
export async function recognize(turn: Turn, rest: string, onlyPaper = false): Promise<Decision> {
  const { moment } = turn
  if (!isOfficer(turn.context.person)) return answer(turn, "officers-only")
  const list = readCodes(rest, { words: false, spaced: true })
  if (list === undefined) return answer(turn, "recognize-how")
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const paper = readPaper(list.rest, localDate(moment.now, moment.timeZone))
  if (typeof paper === "string") return answer(turn, UNREAD[paper])
  if (onlyPaper && Object.keys(paper).length === 0) return answer(turn, "restate-how")
  const recognition = onlyPaper ? undefined : recognitionBy(paper)
  return await decideOn(turn, list.numbers, { verdict: "recognized", paper, ...given({ recognition }) })
}

/** "tiếp nhận SK-000010, 12-17 ngày 5/4": the requests are in order, and the time to decide runs from that day. */
export async function accept(turn: Turn, rest: string): Promise<Decision> {
  if (!isOfficer(turn.context.person)) return answer(turn, "officers-only")
  const list = readCodes(rest, { words: false, spaced: true })
  if (list === undefined) return answer(turn, "accept-how")
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const acceptedOn = acceptedDay(list.rest, turn)
  if (acceptedOn === undefined) return answer(turn, "accept-date-unread")
  return await decideOn(turn, list.numbers, { verdict: "accepted", acceptedOn })
}

/** The day of an acceptance, "ngày 5/4", today without one; undefined where it cannot be read or has not come. */
export function acceptedDay(typed: string, { moment }: Pick<Turn, "moment">): LocalDate | undefined {
  const today = localDate(moment.now, moment.timeZone)
  const read = readRecognition(typed, today)
  const acceptedOn = read === "date" ? undefined : ((read === "scope" ? undefined : read.decidedOn) ?? today)
  return acceptedOn !== undefined && acceptedOn <= today ? acceptedOn : undefined
}

/** "hỏi thêm SK-000012 cho em xin số liệu trước và sau". */
export async function askMore(turn: Turn, rest: string): Promise<Decision> {
  return await withWords(turn, rest, "needs_more_info")
}

/** "từ chối SK-000012 trùng với SK-000003": never without a reason. */
export async function refuse(turn: Turn, rest: string): Promise<Decision> {
  return await withWords(turn, rest, "refused")
}

async function withWords(
  turn: Turn,
  rest: string,
  verdict: "needs_more_info" | "refused",
): Promise<Decision> {
  if (!isOfficer(turn.context.person)) return answer(turn, "officers-only")
  const list = readCodes(rest, { words: true })
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const typed = list?.rest ?? ""
  const words = forTheAuthor(verdict === "refused" ? reasonOf(typed) : typed)
  const [number, ...others] = list?.numbers ?? []
  if (number !== undefined && others.length === 0 && typed === "") {
    const [dossier] = await turn.reads.dossiers([number])
    const asked = askWordsOf(turn, turn.context.person, dossier, verdict)
    if (asked !== undefined) return asked
  }
  if (list === undefined || !saysSomething(words)) {
    return answer(turn, verdict === "refused" ? "refuse-how" : "ask-more-how")
  }
  if (words.length > LONGEST_WORDS) return tooLong(turn, words)
  return await decideOn(turn, list.numbers, { verdict, words })
}

/** "lên cổng SK-000010 CP-889123, SK-000011 CP-889124". */
export async function putOnPortal(turn: Turn, rest: string): Promise<Decision> {
  if (!isOfficer(turn.context.person)) return answer(turn, "officers-only")
  const list = readPortalList(rest)
  if (list === undefined) return answer(turn, "portal-how")
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const wish = await portalWish(list.codes, turn.reads)
  const unread: Phrase[] = list.unread.map((typed) => ({ key: "portal-unread", args: { typed } }))
  return await decideOn(turn, [...list.codes.keys()], wish, unread)
}

/** The wish to mark these as uploaded; codes that another initiative has already are known by it. */
export async function portalWish(
  codes: ReadonlyMap<number, string | undefined>,
  reads: Pick<Reads, "portalCodeOwners">,
): Promise<Wish> {
  const typed = [...codes.values()].flatMap((code) => (code === undefined ? [] : [code.toUpperCase()]))
  const owners = await reads.portalCodeOwners(typed)
  const taken = [...codes].flatMap(([number, code]) => {
    const owner = code === undefined ? undefined : owners.get(code.toUpperCase())
    return owner === undefined || owner === number ? [] : [number]
  })
  return { verdict: "on_portal", portalCodes: codes, taken: new Set(taken) }
}

/** Does a wish for these initiatives and says what came of it. */
export async function decideOn(
  turn: Turn,
  numbers: readonly number[],
  wish: Wish,
  further: readonly Phrase[] = [],
): Promise<Decision> {
  const { person } = turn.context
  if (person === undefined) return answer(turn, "officers-only")
  const by = judgeIn(turn, person)
  const { changes, notices, phrases } = judged(by, numbers, await turn.reads.dossiers(numbers), wish)
  return {
    changes,
    say: [reply(turn, { phrases: [...phrases, ...further] }), ...notices],
  }
}

/** Why an initiative is left as it is. A status stands for itself. */
type Obstacle = "unknown" | "outside" | "no_code" | "same_code" | string

/** Does what can be done of a wish and names the rest with its reason. */
export function judged(
  by: Judge,
  numbers: readonly number[],
  found: readonly Dossier[],
  wish: Wish,
): Judgement {
  const { person, moment } = by
  const dossiers = new Map(found.map((dossier) => [dossier.number, dossier]))
  const good: Dossier[] = []
  const restated: Dossier[] = []
  const obstacles = new Map<Obstacle, number[]>()
  const usedCodes = new Set<string>()
  for (const number of numbers) {
    const dossier = dossiers.get(number)
    const obstacle = obstacleFor(person, dossier, wish, usedCodes)
    if (obstacle === undefined && dossier !== undefined) {
      if (meansPaper(dossier, wish.paper)) restated.push(dossier)
      else good.push(dossier)
      const portalCode = wish.portalCodes?.get(number)
      if (portalCode !== undefined) usedCodes.add(portalCode.toUpperCase())
    } else if (obstacle !== undefined) {
      obstacles.set(obstacle, [...(obstacles.get(obstacle) ?? []), number])
    }
  }
  const anew = restating(by, restated, wish.paper ?? {})
  return {
    changes: [...(good.length === 0 ? [] : [changeOf(person, good, wish)]), ...anew.changes],
    notices: [...noticesOf(by, good, newsOf(wish, moment)), ...anew.notices],
    phrases: [
      ...donePhrases(person, good, wish, moment),
      ...untoldPhrases(good, wish),
      ...anew.phrases,
      ...[...obstacles].map(([why, numbers]) => ({
        key: "not-judged",
        args: { codes: codesOf(numbers), why },
      })),
    ],
  }
}

function obstacleFor(
  person: Person,
  dossier: Dossier | undefined,
  wish: Wish,
  usedCodes: ReadonlySet<string>,
): Obstacle | undefined {
  if (dossier === undefined) return "unknown"
  if (!mayAct(person.grants, "officer", dossier.unit)) return "outside"
  if (meansPaper(dossier, wish.paper)) {
    if (wish.recognition !== undefined) return isMore(dossier, wish.paper) ? undefined : dossier.status
    return isOtherwise(dossier, wish.paper) ? undefined : "same_paper"
  }
  if (!JUDGED_FROM[wish.verdict].includes(dossier.status)) return dossier.status
  if (wish.verdict === "recognized" && wish.recognition === undefined) return dossier.status
  if (wish.verdict !== "on_portal") return undefined
  const portalCode = wish.portalCodes?.get(dossier.number)
  if (portalCode === undefined) return "no_code"
  return usedCodes.has(portalCode.toUpperCase()) || wish.taken?.has(dossier.number) === true
    ? "same_code"
    : undefined
}

function changeOf(person: Person, good: readonly Dossier[], wish: Wish): Change {
  return {
    do: "judge",
    verdict: wish.verdict,
    initiatives: good.map(({ id, number }) => {
      const portalCode = wish.portalCodes?.get(number)
      return { id, ...given({ portalCode }) }
    }),
    ...given({
      recognition: wish.recognition,
      acceptedOn: wish.acceptedOn,
      reason: wish.words,
      into: wish.into,
    }),
    personId: person.id,
  }
}
