import type { Decision } from "../conversation/decision.ts"
import type { ReviewOnly } from "../conversation/dialogue.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import { reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { facts, hints } from "./dossier.ts"

/** A record with everything needed to decide on it, and the choices. */
export async function screen(
  turn: Turn,
  dossier: Dossier,
  queue: Queue,
  { before = [], only = {} }: { before?: readonly Phrase[]; only?: ReviewOnly },
): Promise<Decision> {
  const { moment } = turn
  const ask = moment.newId()
  const labels = ["choice-recognize", "choice-ask-more", "choice-refuse", "choice-later"]
  return {
    dialogue: {
      step: "review",
      ask,
      askedAt: moment.now,
      shown: { registeredAt: dossier.registeredAt, number: dossier.number },
      ...only,
    },
    say: [
      reply(turn, {
        phrases: [
          ...before,
          headPhrase(queue),
          ...facts(dossier, moment),
          ...(await hints(turn.context, dossier, turn.reads)),
        ],
        choices: { ask, labels: labels.map((key) => ({ key })) },
      }),
    ],
  }
}

/** How many wait, and how many of them longer than the law allows. */
export type Queue = { readonly count: number; readonly overdue: number }

function headPhrase({ count, overdue }: Queue): Phrase {
  return overdue > 0
    ? { key: "review-head-overdue", args: { count, overdue } }
    : { key: "review-head", args: { count } }
}
