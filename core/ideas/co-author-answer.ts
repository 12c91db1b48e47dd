import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { mayTouch } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { evenShares, mainShare, readShares, type Shares } from "./shares.ts"
import { type CoAuthor, isAccepted, listOf, problemWith, setTeam, type Team, toReach } from "./team.ts"

/**
 * "1", "2", "1 60/40" without a dialogue: the answer to a question about a co-author, if one is open: the one that was pressed, or
 * the last one, when it was asked after `since`.
 */
export async function answerOpenAsk(
  turn: Turn,
  {
    coAuthorId,
    since = 0,
  }: { readonly coAuthorId?: string | undefined; readonly since?: number | undefined } = {},
): Promise<Decision | undefined> {
  const { written, reads } = turn
  const { person } = turn.context
  if (person === undefined || (coAuthorId === undefined && readAnswer(written.text) === undefined))
    return undefined
  const open = await reads.openAsk(person.id, coAuthorId)
  if (open !== undefined && open.askedAt < since) return undefined
  const team = open === undefined ? undefined : await reads.team(open.number)
  const asked = team?.coAuthors.find(({ id }) => id === open?.coAuthorId)
  if (team === undefined || asked === undefined) return undefined
  return settleAsk(turn, team, asked, written.text)
}

/** Whether the words could answer such a question at all. */
export function mayAnswerAsk(text: string): boolean {
  return text.length <= 60 && readAnswer(text) !== undefined
}

/** "1 60/40", "đồng ý chia 60 40", "không". */
function readAnswer(
  text: string,
): { readonly agrees: boolean; readonly shares: Shares | undefined } | undefined {
  const typed = text.trim()
  for (const { index } of typed.matchAll(/[\s,:;]+/g)) {
    const shares = readShares(typed.slice(index + 1))
    const agrees = shares === undefined ? undefined : parseAgreement(typed.slice(0, index), 2)
    if (agrees !== undefined) return { agrees, shares }
  }
  const agrees = parseAgreement(typed, 2)
  return agrees === undefined ? undefined : { agrees, shares: undefined }
}

/** What this person has to say yes or no to: somebody who wants to join theirs, or themselves being named. */
export function askedOf(team: Team, person: Person): CoAuthor | undefined {
  return team.coAuthors.find(
    ({ state, personId }) =>
      (state === "named" && personId === person.id) ||
      (state === "wants" && mayTouch(person, team) && personId !== person.id),
  )
}

export function settleAsk(turn: Turn, team: Team, asked: CoAuthor, words: string): Decision | undefined {
  const { context, moment } = turn
  const said = readAnswer(words)
  const { person } = context
  if (said === undefined || person === undefined) return undefined
  const code = initiativeCode(team.number)
  const tell = asked.chat === context.chat.id ? [] : [asked]
  if (!said.agrees) {
    const phrase: Phrase = { key: "co-author-declined", args: { name: person.name, code } }
    return {
      changes: [setTeam(team, person, [{ id: asked.id, state: "declined" }])],
      say: [
        reply(turn, {
          phrases: [{ key: "co-author-noted", args: { name: asked.name, code } }],
        }),
        ...tell.map((where) => toReach(where, moment, { phrases: [phrase] })),
      ],
    }
  }
  const others = team.coAuthors.filter((each) => isAccepted(each) && each.id !== asked.id)
  const members = [...others, asked]
  // Whoever was named with a share agrees to that share.
  const agreed =
    asked.state === "named" && asked.share !== undefined ? sharesWith(others, asked.share) : undefined
  const shares = said.shares ?? agreed ?? evenShares(members.length + 1)
  const wrong = problemWith(turn, shares, members.length + 1)
  if (wrong !== undefined) return wrong
  const list = listOf(team.authorName, members, shares)
  const phrase: Phrase = { key: "co-author-team", args: { code, list } }
  return {
    changes: [
      setTeam(
        team,
        person,
        members.map(({ id }, place) => ({ id, state: "accepted", share: shares[place + 1] ?? 0 })),
      ),
    ],
    say: [
      reply(turn, { phrases: [phrase] }),
      ...tell.map((where) => toReach(where, moment, { phrases: [phrase] })),
    ],
  }
}

/** The main author's share pays for the new one; undefined when it is not large enough. */
function sharesWith(others: readonly CoAuthor[], share: number): Shares | undefined {
  const given = [...others.map((each) => each.share ?? 0), share]
  const main = mainShare(given)
  return main > 0 ? [main, ...given] : undefined
}
