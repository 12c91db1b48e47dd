import { formatDay, formatLocal, type LocalDate } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier, Happened } from "../conversation/initiative-view.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct, mayTouch } from "../people/role.ts"
import { truncate } from "../text/cut.ts"
import { paperArgs } from "./card.ts"

/** So many lines fit a phone; what came before them is counted. */
const MOST_LINES = 12
const EXCERPT = 120

/** "lịch sử SK-000123": everything that happened to a record, oldest first, for its own people and the officers of its unit. */
export async function history(turn: Turn, rest: string): Promise<Decision> {
  const { reads } = turn
  const { person, chat } = turn.context
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "which-code")
  const code = initiativeCode(named.number)
  const [dossier] = await reads.dossiers([named.number])
  if (person === undefined || dossier === undefined || !mayTouch(person, dossier))
    return answer(turn, dossier === undefined ? "code-unknown" : "history-not-theirs", { code })
  // It tells names and what officers wrote to the author.
  if (chat.kind !== "private") return answer(turn, "desk-in-private")
  const happened = (await reads.history(dossier.id)).filter(({ kind }) => kind !== "moved_out")
  const shown = happened.slice(-MOST_LINES)
  const before = happened.length - shown.length
  const phrases: readonly Phrase[] = [
    { key: "mine-line", args: { code, title: dossier.title, status: dossier.status } },
    ...(before === 0 ? [] : [{ key: "history-before", args: { count: before } }]),
    ...shown.map((each) => linePhrase(each, by(person, dossier, each), turn.moment.timeZone)),
  ]
  return { say: [reply(turn, { phrases })] }
}

/** Whoever did it, as this reader may know: members are not told which officer decided. */
function by(
  reader: Person,
  { authorId, submitterId, unit }: Dossier,
  { actorId, actorName }: Happened,
): { readonly by: "list" | "you" | "person" | "office"; readonly who: string } {
  if (actorId === undefined) return { by: "list", who: "" }
  if (actorId === reader.id) return { by: "you", who: "" }
  const isNamed = actorId === authorId || actorId === submitterId || mayAct(reader.grants, "officer", unit)
  return isNamed && actorName !== undefined ? { by: "person", who: actorName } : { by: "office", who: "" }
}

function linePhrase(happened: Happened, who: ReturnType<typeof by>, timeZone: string): Phrase {
  const { kind, at, unit, words, was, became, paper = {} } = happened
  return {
    key: "history-line",
    args: {
      at: formatLocal(at, timeZone, "date"),
      ...who,
      kind,
      unit,
      was: truncate(was ?? "", EXCERPT),
      became: truncate(becameSaid(happened), EXCERPT),
      words: truncate(words ?? "", EXCERPT),
      hasWords: words === undefined ? "no" : "yes",
      has: became === undefined ? "no" : "yes",
      ...paperArgs(paper),
    },
  }
}

function becameSaid({ kind, became = "" }: Happened): string {
  return kind === "applied_set" && became !== "" ? formatDay(became as LocalDate, "date") : became
}
