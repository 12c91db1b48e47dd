import type { Person } from "../conversation/context.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import type { Moment } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import type { Judgement } from "./judge.ts"
import { newsOf, paperPhrases, titlesOf } from "./judged-words.ts"
import { codesOf, type Judge, type News, noticesOf } from "./tell.ts"
import { type Paper, RECOGNIZED, type Scope } from "./verdict.ts"

/** How far each reaches beside the others. */
const REACH: Readonly<Record<Scope, number>> = { co_so: 0, tinh: 1, toan_quoc: 2 }

/** Whether it is recognised already and something is stated of that, so that its paper is meant. */
export function meansPaper({ status }: Dossier, paper: Paper | undefined): paper is Paper {
  return RECOGNIZED.includes(status) && paper !== undefined && Object.keys(paper).length > 0
}

const PARTS = ["scope", "decision", "decidedOn"] as const

/** Whether something of it is not written down like that yet. */
export function isOtherwise({ recognition }: Dossier, paper: Paper): boolean {
  return PARTS.some((part) => paper[part] !== undefined && paper[part] !== recognition?.[part])
}

/**
 * Whether it is only more than is known: a higher level, or what nobody had written down. A list of codes that names one twice must not put
 * another number in place of that of its own decision.
 */
export function isMore(dossier: Dossier, paper: Paper): boolean {
  const { recognition } = dossier
  const contradicts = PARTS.some((part) => {
    const known = recognition?.[part]
    return known !== undefined && paper[part] !== undefined && paper[part] !== known
  })
  return isRaised(dossier, paper) || (!contradicts && isOtherwise(dossier, paper))
}

/**
 * The paper of recognitions is written down anew: a higher level, or a number that was wrong. It takes nothing back, so no tally changes. Its
 * people are congratulated where the level is higher than before, and told otherwise.
 */
export function restating(by: Judge, restated: readonly Dossier[], paper: Paper): Judgement {
  if (restated.length === 0) return { changes: [], notices: [], phrases: [] }
  const { person, moment } = by
  const raised = restated.filter((dossier) => isRaised(dossier, paper))
  const others = restated.filter((dossier) => !raised.includes(dossier))
  const { scope = "co_so" } = paper
  const congratulation = newsOf({ verdict: "recognized", recognition: { ...paper, scope } }, moment)
  return {
    changes: [changeOf(person, restated, paper)],
    notices: [
      ...noticesOf(by, raised, congratulation),
      ...noticesOf(by, others, correctionOf(paper, moment)),
    ],
    phrases: donePhrases(restated, paper, moment),
  }
}

function isRaised({ recognition }: Dossier, { scope }: Paper): boolean {
  return scope !== undefined && REACH[scope] > REACH[recognition?.scope ?? "co_so"]
}

function changeOf(
  { id: personId }: Person,
  restated: readonly Dossier[],
  paper: Paper,
): Judgement["changes"][0] {
  return { do: "restate_recognition", initiativeIds: restated.map(({ id }) => id), paper, personId }
}

/** Of one the whole paper as it now stands, for what was not said of it stays. */
function donePhrases(restated: readonly Dossier[], paper: Paper, moment: Moment): readonly Phrase[] {
  const [first, ...others] = restated
  const { at: _, ...before } = first?.recognition ?? { at: 0 }
  const now = others.length === 0 ? { ...before, ...paper } : paper
  return [
    {
      key: "judged-restated",
      args: { count: restated.length, codes: codesOf(restated.map(({ number }) => number)) },
    },
    ...paperPhrases(now, moment),
  ]
}

function correctionOf(paper: Paper, moment: Moment): News {
  return {
    what: "restated",
    forCoAuthors: true,
    phrases: (concerned) => [
      { key: "told-restated", args: { codes: codesOf(concerned.map(({ number }) => number)) } },
      ...paperPhrases(paper, moment),
      ...titlesOf(concerned),
    ],
  }
}
