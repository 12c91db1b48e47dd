import type { Decision } from "../conversation/decision.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { answer, noticeTo, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { SpokenChoices } from "../messages/choice.ts"
import { fullCard } from "./card.ts"

/** What can be answered to the card of somebody else's initiative. */
export const USE_CHOICES: SpokenChoices = [{ key: "choice-use" }]

/** What anybody may see of an initiative; whoever could use it where they work is offered to say so. */
export async function cardToUse(turn: Turn, dossier: Dossier): Promise<Decision> {
  const { moment, context } = turn
  const phrases = await fullCard(turn, dossier, "anybody")
  const { unit } = context.person ?? {}
  const isOver = dossier.status === "withdrawn" || dossier.status === "refused"
  if (unit === undefined || unit.id === dossier.unit.id || isOver) return { say: [reply(turn, { phrases })] }
  const ask = moment.newId()
  return {
    dialogue: { step: "card", ask, askedAt: moment.now, number: dossier.number },
    say: [reply(turn, { phrases, choices: { ask, labels: USE_CHOICES } })],
  }
}

/** "dùng SK-000001": the person's unit uses it too, which counts for whoever had the idea. */
export async function adopt(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "which-code")
  const code = initiativeCode(named.number)
  const [team, spread] = await Promise.all([reads.team(named.number), reads.spread(named.number)])
  if (team === undefined) return answer(turn, "code-unknown", { code })
  const { person } = context
  const unit = person?.unit
  if (person === undefined || unit === undefined) return answer(turn, "use-no-unit")
  if (unit.id === team.unit.id) return answer(turn, "use-own", { code })
  const isNew = !spread.unitIds.includes(unit.id)
  const args = { code, unit: unit.name, count: spread.units + (isNew ? 1 : 0) }
  const told = [{ key: "used-told", args: { ...args, title: team.title } }]
  const tells = isNew && team.author !== undefined && team.author.chat !== context.chat.id
  return {
    changes: [{ do: "adopt", initiativeId: team.id, unitId: unit.id, personId: person.id }],
    say: [
      reply(turn, {
        phrases: [{ key: "used", args: { ...args, author: team.authorName, from: team.unit.name } }],
      }),
      ...(tells && team.author !== undefined ? [noticeTo(team.author, told, turn.moment)] : []),
    ],
  }
}
