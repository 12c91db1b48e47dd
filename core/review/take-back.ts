import { LAST_VERDICT } from "../command/officer-words.ts"
import type { Change } from "../conversation/change.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { clean, fold } from "../text/fold.ts"
import { reasonOf } from "../text/reason.ts"
import { asking } from "./ask-first.ts"
import { MOST_CODES, readCodes } from "./codes.ts"
import { sentPhrases, titlesOf } from "./judged-words.ts"
import { codesOf, judgeIn, type News, noticesOf } from "./tell.ts"
import { TAKEN_BACK_TO, type TakenBack } from "./verdict.ts"
import { LONGEST_WORDS, saysSomething, tooLong } from "./words.ts"

const KINDS: Readonly<Record<string, TakenBack | undefined>> = {
  "cong nhan": "recognized",
  duyet: "recognized",
  "quyet dinh": "recognized",
  "tu choi": "refused",
  "trung lap": "duplicate",
  gop: "duplicate",
  "len cong": "on_portal",
}

/**
 * "thu hồi công nhận SK-000012 lý do nhầm mã": a verdict that was wrong is undone and counts as a correction; the
 * initiative waits to be decided anew. Without a word which one, it is the last verdict of each.
 */
export async function takeBack(turn: Turn, rest: string): Promise<Decision> {
  const { person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (rest === LAST_VERDICT) return await undo(turn, person)
  const { kind, text } = readTakeBack(rest)
  const list = readCodes(text, { words: true })
  if (list === "too_many") return answer(turn, "codes-too-many", { most: MOST_CODES })
  const reason = reasonOf(list?.rest ?? "")
  if (list === undefined) return answer(turn, "take-back-how")
  if (!saysSomething(reason)) return await withoutReason(turn, person, { rest, kind, numbers: list.numbers })
  if (reason.length > LONGEST_WORDS) return tooLong(turn, reason)
  const found = new Map((await turn.reads.dossiers(list.numbers)).map((dossier) => [dossier.number, dossier]))
  const good = new Map<TakenBack, Dossier[]>()
  const obstacles = new Map<string, number[]>()
  for (const number of list.numbers) {
    const dossier = found.get(number)
    const outcome = stepOf(person, dossier, kind)
    if ("back" in outcome) good.set(outcome.back, [...(good.get(outcome.back) ?? []), outcome.dossier])
    else obstacles.set(outcome.why, [...(obstacles.get(outcome.why) ?? []), number])
  }
  const changes = [...good].map(
    ([back, dossiers]): Change => ({
      do: "take_back",
      back,
      initiativeIds: dossiers.map(({ id }) => id),
      reason,
      personId: person.id,
    }),
  )
  const phrases: Phrase[] = [
    ...[...good].map(([back, dossiers]) => ({
      key: "taken-back",
      args: { back, count: dossiers.length, codes: codesOf(dossiers.map(({ number }) => number)) },
    })),
    ...sentPhrases(person, [...good.values()].flat(), reason),
    ...[...obstacles].map(([why, numbers]) => ({
      key: "not-taken-back",
      args: { why, codes: codesOf(numbers) },
    })),
  ]
  const notices = [...good].flatMap(([back, dossiers]) =>
    noticesOf(judgeIn(turn, person), dossiers, newsOf(back, reason)),
  )
  return { changes, say: [reply(turn, { phrases }), ...notices] }
}

/** What stands for a reason that nobody gave. */
const NO_REASON = "xét lại"

/** Nobody loses anything where a refusal or a merger goes; whether a recognition is to go without a reason is asked first. */
async function withoutReason(
  turn: Turn,
  person: Person,
  asked: { readonly rest: string; readonly kind: TakenBack | undefined; readonly numbers: readonly number[] },
): Promise<Decision> {
  const order = `${asked.rest.replace(/[\s.,:;]+$/u, "")} lý do ${NO_REASON}`
  const found = await turn.reads.dossiers(asked.numbers)
  const losing = found.filter((dossier) => {
    const outcome = stepOf(person, dossier, asked.kind)
    return "back" in outcome && (outcome.back === "recognized" || outcome.back === "on_portal")
  })
  const [first] = losing
  if (first === undefined) return await takeBack(turn, order)
  const codes = losing.map(({ number }) => initiativeCode(number)).join(", ")
  const args = { back: first.status, codes, reason: NO_REASON }
  return asking(turn, { order, question: { key: "ask-first-take-back", args } })
}

/** So long after a verdict "nhầm rồi" is said of it. */
const UNDO_MS = 10 * 60_000

/** "nhầm rồi, hủy giúp chị": the one verdict just given is taken back; of several at once it is asked which were wrong. */
async function undo(turn: Turn, person: Person): Promise<Decision> {
  const { action: back, numbers } = (await turn.reads.lastDeed(person.id, turn.moment.now - UNDO_MS)) ?? {}
  const [only, ...others] = numbers ?? []
  if (back === "needs_more_info" && only !== undefined && others.length === 0)
    return answer(turn, "undo-asked", { code: codesOf([only]) })
  // What the paper said before is written down in the same way.
  if (back === "recognition_restated") return answer(turn, "restate-how")
  if (back === undefined || only === undefined || !isTakenBack(back)) return answer(turn, "take-back-how")
  const codes = [only, ...others].map(initiativeCode).join(", ")
  if (others.length > 0) return answer(turn, "undo-which", { back, count: others.length + 1, codes })
  return await takeBack(turn, `thu hồi ${codes} lý do ghi nhầm`)
}

/** Which verdict is meant, and the codes and reason behind it. */
export function readTakeBack(typed: string): { readonly kind: TakenBack | undefined; readonly text: string } {
  const words = clean(typed).split(/\s+/)
  const key = (from: number, count = 2) => fold(words.slice(from, from + count).join(" "))
  const verb = key(0) === "thu hoi" ? 2 : 1
  const named = [2, 1].find((count) => KINDS[key(verb, count)] !== undefined) ?? 0
  const kind = named === 0 ? undefined : KINDS[key(verb, named)]
  return { kind, text: words.slice(verb + named).join(" ") }
}

function stepOf(
  person: Person,
  dossier: Dossier | undefined,
  kind: TakenBack | undefined,
): { readonly back: TakenBack; readonly dossier: Dossier } | { readonly why: string } {
  if (dossier === undefined) return { why: "unknown" }
  if (!mayAct(person.grants, "officer", dossier.unit)) return { why: "outside" }
  const { status } = dossier
  if (!isTakenBack(status)) return { why: status === "withdrawn" ? status : "undecided" }
  return kind === undefined || kind === status ? { back: status, dossier } : { why: status }
}

function isTakenBack(status: string): status is TakenBack {
  return status in TAKEN_BACK_TO
}

function newsOf(back: TakenBack, reason: string): News {
  return {
    what: "taken_back",
    forCoAuthors: true,
    phrases: (concerned) => {
      const codes = codesOf(concerned.map(({ number }) => number))
      return [{ key: "told-taken-back", args: { back, codes, reason } }, ...titlesOf(concerned)]
    },
  }
}
