import { formatDay, formatLocal, type LocalDate, localDate, startOfDay } from "../clock.ts"
import type { Change } from "../conversation/change.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier, Reads } from "../conversation/reads.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { MOST_CODES, readCodes, readPortalList, readRecognition } from "./codes.ts"
import { deadlines } from "./deadline.ts"
import { codesByAuthor, codesOf, type Judge, type News, noticesOf } from "./tell.ts"
import { JUDGED_FROM, type Recognition, type Verdict } from "./verdict.ts"
import { askWordsOf } from "./words.ts"

/** A question or a reason is a message, not a document. */
export const LONGEST_WORDS = 1_000
/** A message to an author names so many titles; the codes are there anyway. */
const MOST_TITLES = 10

/** What an officer wants to be done, before it is known with which initiatives it can be. */
export type Wish = {
  readonly verdict: Verdict
  /** The question to the author, the reason of the refusal, or the code of the one that a duplicate is of. */
  readonly words?: string
  /** Id of the one that a duplicate is of. */
  readonly into?: string
  readonly recognition?: Recognition
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

/** "công nhận SK-000010, SK-000011, 12-17 cấp cơ sở QĐ 45/QĐ-CĐCS ngày 5/4". */
export async function recognize(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  if (!isOfficer(turn.context.person)) return answer(turn, "officers-only")
  const list = readCodes(rest, { words: false, spaced: true })
  if (list === undefined) return answer(turn, "recognize-how")
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const recognition = readRecognition(list.rest, localDate(moment.now, moment.timeZone))
  if (recognition === "date") return answer(turn, "decision-date-unread")
  return await decideOn(turn, list.numbers, { verdict: "recognized", recognition })
}

/** "tiếp nhận SK-000010, 12-17 ngày 5/4": the requests are in order, and the time to decide runs from that day. */
export async function accept(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  if (!isOfficer(turn.context.person)) return answer(turn, "officers-only")
  const list = readCodes(rest, { words: false, spaced: true })
  if (list === undefined) return answer(turn, "accept-how")
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const today = localDate(moment.now, moment.timeZone)
  const recognition = readRecognition(list.rest, today)
  if (recognition === "date") return answer(turn, "accept-date-unread")
  const acceptedOn = recognition.decidedOn ?? today
  if (acceptedOn > today) return answer(turn, "accept-date-unread")
  return await decideOn(turn, list.numbers, { verdict: "accepted", acceptedOn })
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
  const words = verdict === "refused" ? reasonOf(typed) : typed
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

/** "vì trùng", "lý do: trùng" give the reason "trùng". */
export function reasonOf(typed: string): string {
  return typed.replace(/^(?:(?:lý do|ly do|vì|vi)(?=[\s:])[\s:]*)+/iu, "").trim()
}

/** Whether a question or reason has a word in it. */
export function saysSomething(text: string): boolean {
  return /\p{L}{2}/u.test(text)
}

/** The answer to a question or reason beyond `LONGEST_WORDS`. */
export function tooLong(turn: Turn, text: string): Decision {
  return answer(turn, "words-too-long", { length: text.length, most: LONGEST_WORDS })
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
  const { changes, notices, phrases } = judged(
    { person, chat: turn.context.chat.id },
    numbers,
    await turn.reads.dossiers(numbers),
    wish,
    turn.moment,
  )
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
  moment: Moment,
): Judgement {
  const { person } = by
  const dossiers = new Map(found.map((dossier) => [dossier.number, dossier]))
  const good: Dossier[] = []
  const obstacles = new Map<Obstacle, number[]>()
  const usedCodes = new Set<string>()
  for (const number of numbers) {
    const dossier = dossiers.get(number)
    const obstacle = obstacleFor(person, dossier, wish, usedCodes)
    if (obstacle === undefined && dossier !== undefined) {
      good.push(dossier)
      const portalCode = wish.portalCodes?.get(number)
      if (portalCode !== undefined) usedCodes.add(portalCode.toUpperCase())
    } else if (obstacle !== undefined) {
      obstacles.set(obstacle, [...(obstacles.get(obstacle) ?? []), number])
    }
  }
  return {
    changes: good.length === 0 ? [] : [changeOf(person, good, wish)],
    notices: noticesOf(by, good, newsOf(wish, moment), moment),
    phrases: [
      ...donePhrases(good, wish, moment),
      ...untoldPhrases(good, wish),
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
  if (!JUDGED_FROM[wish.verdict].includes(dossier.status)) return dossier.status
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
      return { id, ...(portalCode === undefined ? {} : { portalCode }) }
    }),
    ...(wish.recognition === undefined ? {} : { recognition: wish.recognition }),
    ...(wish.acceptedOn === undefined ? {} : { acceptedOn: wish.acceptedOn }),
    ...(wish.words === undefined ? {} : { reason: wish.words }),
    ...(wish.into === undefined ? {} : { into: wish.into }),
    personId: person.id,
  }
}

const DONE: Readonly<Record<Verdict, { key: string }>> = {
  accepted: { key: "judged-accepted" },
  recognized: { key: "judged-recognized" },
  needs_more_info: { key: "judged-asked" },
  refused: { key: "judged-refused" },
  duplicate: { key: "judged-duplicate" },
  on_portal: { key: "judged-on-portal" },
}

/** The one that a duplicate is of. */
function intoOf({ verdict, words = "" }: Wish): { readonly into?: string } {
  return verdict === "duplicate" ? { into: words } : {}
}

function donePhrases(good: readonly Dossier[], wish: Wish, moment: Moment): readonly Phrase[] {
  if (good.length === 0) return []
  const codes = codesOf(good.map(({ number }) => number))
  return [
    { ...DONE[wish.verdict], args: { count: good.length, codes, ...intoOf(wish) } },
    ...(wish.acceptedOn === undefined
      ? []
      : [{ key: "accepted-on", args: { on: formatDay(wish.acceptedOn, "date") } }]),
    ...(wish.recognition === undefined ? [] : recognitionPhrases(wish.recognition, moment)),
  ]
}

/** How far a recognition reaches and the paper behind it. */
export function recognitionPhrases(recognition: Recognition, moment: Moment): readonly Phrase[] {
  return [
    { key: "recognition-scope", args: { scope: recognition.scope } },
    ...decisionPhrases(recognition, moment),
  ]
}

function decisionPhrases({ decision, decidedOn }: Recognition, moment: Moment): readonly Phrase[] {
  const zone = moment.timeZone
  const date = decidedOn === undefined ? undefined : formatLocal(startOfDay(decidedOn, zone), zone, "date")
  if (decision === undefined) return date === undefined ? [] : [{ key: "decision-date", args: { date } }]
  return [
    date === undefined
      ? { key: "decision-number", args: { number: decision } }
      : { key: "decision-whole", args: { number: decision, date } },
  ]
}

/** A question or a refusal that reaches nobody must not be believed to have arrived. */
function untoldPhrases(good: readonly Dossier[], { verdict }: Wish): readonly Phrase[] {
  if (verdict !== "needs_more_info" && verdict !== "refused" && verdict !== "duplicate") return []
  const untold = (key: string, is: (dossier: Dossier) => boolean): readonly Phrase[] => {
    const numbers = good.filter(is).map(({ number }) => number)
    return numbers.length === 0 ? [] : [{ key, args: { codes: codesOf(numbers) } }]
  }
  return [
    ...untold("judged-untold", ({ tell }) => tell === undefined),
    ...untold("judged-told-in-group", ({ tell }) => tell?.isGroup === true),
  ]
}

/** The titles behind the codes, as far as a message bears them. */
export function titlesOf(concerned: readonly Dossier[]): readonly Phrase[] {
  return concerned.slice(0, MOST_TITLES).map(({ number, title }) => ({
    key: "told-title",
    args: { code: initiativeCode(number), title },
  }))
}

function newsOf(wish: Wish, moment: Moment): News {
  return {
    what: wish.verdict,
    forCoAuthors: ["recognized", "refused", "duplicate", "on_portal"].includes(wish.verdict),
    phrases: (concerned, isOwn) => noticePhrases(concerned, isOwn, wish, moment),
  }
}

function noticePhrases(
  concerned: readonly Dossier[],
  isOwn: (dossier: Dossier) => boolean,
  wish: Wish,
  moment: Moment,
): readonly Phrase[] {
  const codes = codesOf(concerned.map(({ number }) => number))
  const words = wish.words ?? ""
  const titles: readonly Phrase[] = concerned.slice(0, MOST_TITLES).map((dossier) => {
    const code = initiativeCode(dossier.number)
    const portal = wish.portalCodes?.get(dossier.number)
    return portal === undefined
      ? { key: "told-title", args: { code, title: dossier.title } }
      : { key: "told-title-portal", args: { code, title: dossier.title, portal } }
  })
  switch (wish.verdict) {
    case "accepted": {
      const on = wish.acceptedOn ?? localDate(moment.now, moment.timeZone)
      const until = concerned.slice(0, MOST_TITLES).map((dossier) => ({
        key: "told-title-due",
        args: {
          code: initiativeCode(dossier.number),
          title: dossier.title,
          by: formatDay(decideBy(dossier, on, moment), "date"),
        },
      }))
      return [{ key: "told-accepted", args: { codes, on: formatDay(on, "date") } }, ...until]
    }
    case "recognized": {
      const recognition = wish.recognition ?? { scope: "co_so" }
      const heads = byOwner(concerned, isOwn, {
        own: "told-recognized",
        forOthers: "told-recognized-for",
        args: { scope: recognition.scope },
      })
      return [...heads, ...decisionPhrases(recognition, moment), ...titles]
    }
    case "needs_more_info": {
      const code = initiativeCode(concerned[0]?.number ?? 0)
      return [{ key: "told-needs-more", args: { codes, words, code } }, ...titles]
    }
    case "refused":
      return [{ key: "told-refused", args: { codes, words } }, ...titles]
    case "duplicate":
      return [{ key: "told-duplicate", args: { codes, ...intoOf(wish) } }, ...titles]
    case "on_portal":
      return [
        ...byOwner(concerned, isOwn, { own: "told-on-portal", forOthers: "told-on-portal-for" }),
        ...titles,
      ]
    default:
      return wish.verdict satisfies never
  }
}

/** One sentence of what is somebody's own, one with the authors' names of what they only submitted. */
function byOwner(
  concerned: readonly Dossier[],
  isOwn: (dossier: Dossier) => boolean,
  keys: { readonly own: string; readonly forOthers: string; readonly args?: { readonly scope: string } },
): readonly Phrase[] {
  const { args } = keys
  const own = concerned.filter(isOwn)
  const forOthers = concerned.filter((dossier) => !isOwn(dossier))
  return [
    ...(own.length > 0
      ? [{ key: keys.own, args: { ...args, codes: codesOf(own.map(({ number }) => number)) } }]
      : []),
    ...(forOthers.length > 0
      ? [{ key: keys.forOthers, args: { ...args, codes: codesByAuthor(forOthers) } }]
      : []),
  ]
}

function decideBy(
  { registeredAt, firstAppliedOn }: Dossier,
  acceptedOn: LocalDate,
  moment: Moment,
): LocalDate {
  const filedOn = localDate(registeredAt, moment.timeZone)
  return deadlines({ filedOn, firstAppliedOn, acceptedOn }, acceptedOn).decideBy
}
