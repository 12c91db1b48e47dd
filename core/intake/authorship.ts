import type { Decision } from "../conversation/decision.ts"
import { answer, noticeTo, reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { readCodes } from "../review/codes.ts"
import { initiativeCode, readCode } from "./code.ts"

/** "đúng của tôi [SK-000012, …]": the person is the author that others named, in their own unit and by their own name. */
export async function own(turn: Turn, rest: string): Promise<Decision> {
  const { person } = turn.context
  const unclaimed = person?.unit === undefined ? [] : await turn.reads.unclaimed(person.unit.id, person.name)
  const list = rest === "" ? undefined : readCodes(rest, { words: false })
  const numbers = list === undefined || list === "too_many" ? undefined : list.numbers
  const meant = unclaimed.filter(({ number }) => numbers === undefined || numbers.includes(number))
  if (person === undefined || meant.length === 0) return answer(turn, "own-none")
  const codes = meant.map(({ number }) => initiativeCode(number)).join(", ")
  return {
    changes: [{ do: "own", initiativeIds: meant.map(({ id }) => id), personId: person.id }],
    ...answer(turn, "owned", { codes }),
  }
}

/** "không phải của tôi SK-000012": whoever was named as the author of what another one submitted is so no more. */
export async function disown(turn: Turn, rest: string): Promise<Decision> {
  const { reads } = turn
  const { person } = turn.context
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "which-code")
  const code = initiativeCode(named.number)
  const initiative = await reads.initiative(named.number)
  if (initiative === undefined) return answer(turn, "code-unknown", { code })
  if (person === undefined || initiative.authorId !== person.id)
    return answer(turn, "disown-not-named", { code })
  if (initiative.submitterId === undefined || initiative.submitterId === person.id)
    return answer(turn, "disown-own", { code })
  const submitter = await reads.privateChatOf(initiative.submitterId)
  const said: Phrase = { key: "disowned-told", args: { code, title: initiative.title, who: person.name } }
  return {
    changes: [{ do: "disown", initiativeId: initiative.id, personId: person.id }],
    say: [
      reply(turn, { phrases: [{ key: "disowned", args: { code } }] }),
      ...(submitter === undefined ? [] : [noticeTo(submitter, [said], turn.moment)]),
    ],
  }
}
