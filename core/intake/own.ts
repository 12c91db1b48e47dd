import { ENDING, Head } from "../command/head.ts"
import type { Change } from "../conversation/change.ts"
import type { Context, Person } from "../conversation/context.ts"
import { both, type Decision, type NewInitiative, SILENCE } from "../conversation/decision.ts"
import type { InitiativeView, NewestInitiatives } from "../conversation/initiative-view.ts"
import { hasTitle, keptPhrase } from "../conversation/kept-draft.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct, mayTouch } from "../people/role.ts"
import { initiativeCode, readCode } from "./code.ts"
import { askWhyWithdrawn } from "./withdraw-why.ts"

const UNDO_MS = 10 * 60_000
const LIST_LENGTH = 10

/** "của tôi": the person's newest initiatives and where they stand, then those they handed in for others. */
export async function mine(turn: Turn): Promise<Decision> {
  const { reads } = turn
  const { person } = turn.context
  if (person === undefined) return answer(turn, noneKey(turn.context))
  const own = await reads.initiativesOf(person.id, LIST_LENGTH)
  const handedIn = await reads.handedInBy(person.id, LIST_LENGTH)
  const phrases = [
    ...listed("mine-head", own, turn.context, ({ authorId }) => authorId === person.id),
    ...listed("handed-in-head", handedIn, turn.context, ({ authorId }) => authorId !== person.id),
    ...(await unclaimedBy(person, reads)),
    ...draftOf(turn.context),
  ]
  return { say: [reply(turn, { phrases: phrases.length > 0 ? phrases : [{ key: noneKey(turn.context) }] })] }
}

/** Whose first message waits for their consent or unit has sent something all the same. */
function noneKey({ dialogue }: Context): string {
  const isHeld = [dialogue, dialogue?.before].some(
    (open) => open?.step === "consent" || open?.step === "unit",
  )
  return isHeld ? "message-kept" : "mine-none"
}

/** With what the requests before this one, of the same message, registered and withdrew: the new ones have no code yet. */
function listed(
  head: string,
  list: NewestInitiatives,
  { decided = SILENCE }: Context,
  isOfThese: (fresh: NewInitiative) => boolean,
): readonly Phrase[] {
  const fresh = (decided.register ?? []).filter(({ initiative }) => isOfThese(initiative))
  const withdrawn = new Set(
    (decided.changes ?? []).flatMap((change) => (change.do === "withdraw" ? [change.initiativeId] : [])),
  )
  const count = list.total + fresh.length
  if (count === 0) return []
  const lines: Phrase[] = [
    ...fresh.map(({ initiative: { title } }) => ({ key: "mine-line-new", args: { title } })),
    ...list.newest.map(({ id, number, title, status }) => ({
      key: "mine-line",
      args: { code: initiativeCode(number), title, status: withdrawn.has(id) ? "withdrawn" : status },
    })),
  ]
  const more: Phrase[] =
    count > lines.length ? [{ key: "mine-more", args: { count: count - lines.length } }] : []
  return [{ key: head, args: { count } }, ...lines, ...more]
}

/** What is still being written is none of these, and yet theirs. */
function draftOf({ dialogue }: Context): readonly Phrase[] {
  const draft = [dialogue, dialogue?.before].find((open) => open !== undefined && hasTitle(open))
  return draft === undefined ? [] : [keptPhrase(draft)]
}

/** What others registered under this person's name, who had no account then. */
export async function unclaimedBy(
  person: Person | undefined,
  reads: Pick<Reads, "unclaimed">,
): Promise<readonly Phrase[]> {
  if (person?.unit === undefined) return []
  const found = await reads.unclaimed(person.unit.id, person.name)
  if (found.length === 0) return []
  const list = found.map(({ number, title }) => `${initiativeCode(number)} (${title})`).join("; ")
  return [{ key: "unclaimed", args: { count: found.length, list } }]
}

/** "SK-000001, sk 3 vì trùng": further codes behind the first. */
const FURTHER_CODE = /^(?:[\s,;+&]|và(?=\s)|va(?=\s))*sk\W{0,3}(\d{1,9})(?![\d.,]\d)[\s,;]*/iu
const MOST_AT_ONCE = 10

/** "hủy SK-000001 SK-000003": each of them, with the reason behind the last. */
export async function cancel(turn: Turn, rest: string): Promise<Decision> {
  const named = readCode(rest)
  const codes = named === undefined ? [] : [named.number]
  let reason = named?.rest ?? ""
  for (let next = FURTHER_CODE.exec(reason); next !== null; next = FURTHER_CODE.exec(reason)) {
    codes.push(Number(next[1]))
    reason = reason.slice(next[0].length)
  }
  const all = [...new Set(codes)].slice(0, MOST_AT_ONCE)
  const each = all.length < 2 ? [rest] : all.map((number) => `${initiativeCode(number)} ${reason}`)
  const done: Decision[] = []
  const unreasoned: string[] = []
  for (const one of each) {
    const cancelled = await cancelOne(turn, one)
    if ("unreasoned" in cancelled) unreasoned.push(cancelled.unreasoned)
    else done.push(cancelled)
  }
  if (unreasoned.length > 0) done.push(askWhyWithdrawn(turn, unreasoned))
  return done.reduce(both)
}

/** "hủy SK-000123": within ten minutes without a word, later with a reason, never once it is recognised. */
async function cancelOne(turn: Turn, rest: string): Promise<Decision | { readonly unreasoned: string }> {
  const found = await ownNamed(turn, rest)
  if (!("initiative" in found)) return found
  const { initiative, personId } = found
  const reason = isPolite(found.rest) ? "" : found.rest
  const code = initiativeCode(initiative.number)
  if (initiative.status === "withdrawn") return answer(turn, "already-withdrawn", { code })
  if (isDecided(initiative)) {
    const key = found.isOfficer ? "take-back-first" : "too-late-to-withdraw"
    return answer(turn, key, { code })
  }
  if (reason === "" && turn.moment.now - initiative.createdAt > UNDO_MS) {
    return { unreasoned: code }
  }
  return {
    changes: [
      { do: "withdraw", initiativeId: initiative.id, unitId: initiative.unit.id, reason, personId },
      ...logOf(found, "withdraw"),
    ],
    ...answer(turn, "withdrawn", { code, title: initiative.title }),
  }
}

/** "hủy SK-000123 giúp em với ạ": no reason, only politeness. */
function isPolite(rest: string): boolean {
  return new Head(rest).words.every(({ key }) => ENDING.has(key))
}

/** "bảo mật SK-000001", "công khai SK-000001": whether others see more than the title. */
export async function confide(turn: Turn, rest: string, confidential: boolean): Promise<Decision> {
  const found = await ownNamed(turn, rest)
  if (!("initiative" in found)) return found
  const { initiative, personId } = found
  const code = initiativeCode(initiative.number)
  return {
    changes: [{ do: "confide", initiativeId: initiative.id, confidential, personId }],
    ...answer(turn, confidential ? "made-confidential" : "made-open", { code }),
  }
}

/** Recognised: the record then belongs to its officers. */
export function isDecided({ status }: InitiativeView): boolean {
  return status === "recognized" || status === "on_portal"
}

/** What an officer does to somebody else's record, or to a recognised one, stands in the officers' log. */
export function logOf(found: OwnNamed, action: "amend" | "withdraw"): readonly Change[] {
  const { initiative, personId } = found
  return found.isOfficer && (!found.isOwn || isDecided(initiative))
    ? [{ do: "log", action, initiatives: [initiative.number], unitId: initiative.unit.id, personId }]
    : []
}

/** An initiative that the person may touch, and the words behind its code. */
export type OwnNamed = {
  readonly initiative: InitiativeView
  readonly rest: string
  readonly personId: string
  /** They are its author, or submitted it. */
  readonly isOwn: boolean
  /** They are an officer of its unit. */
  readonly isOfficer: boolean
}

/** The initiative named at the head of `rest` when this person may touch it; else the answer that says why not. */
export async function ownNamed(turn: Turn, rest: string): Promise<OwnNamed | Decision> {
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "which-code")
  const code = initiativeCode(named.number)
  const initiative = await turn.reads.initiative(named.number)
  if (initiative === undefined) return answer(turn, "code-unknown", { code })
  const { person } = turn.context
  if (person === undefined || !mayTouch(person, initiative)) {
    return answer(turn, "not-yours", { code })
  }
  return {
    initiative,
    rest: named.rest,
    personId: person.id,
    isOwn: initiative.authorId === person.id || initiative.submitterId === person.id,
    isOfficer: mayAct(person.grants, "officer", initiative.unit),
  }
}
