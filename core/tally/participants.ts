import type { Decision } from "../conversation/decision.ts"
import type { Turn } from "../conversation/turn.ts"
import { orWhyNot } from "./or-why-not.ts"
import { partAsked } from "./part-asked.ts"
import { spanWords } from "./period.ts"
import { planTally } from "./plan.ts"

/** People behind what was registered within a period and stands, each counted once. */
export type Participants = {
  readonly initiatives: number
  readonly authors: number
  /** Accepted co-authors who are the author of none. */
  readonly coAuthors: number
}

/** How it is asked behind "tổng hợp". */
export const PARTICIPANTS = "người tham gia"
const ASKED = /^(?:số\s+|so\s+)?(?:người|nguoi) (?:tham gia)(?:\s+|$)/iu

/** "người tham gia tháng 3 KCN", behind "tổng hợp": the period and the unit; undefined where something else is wanted. */
export function readParticipantsWish(rest: string): string | undefined {
  const found = ASKED.exec(rest)?.[0]
  return found === undefined ? undefined : rest.slice(found.length).trim()
}

/** How many people took part within a period, the whole campaign without one. For officers. */
export async function participants(turn: Turn, rest: string): Promise<Decision> {
  const part = await partAsked(turn, rest, (unit, period) => `tổng hợp ${PARTICIPANTS} ${period} ${unit}`)
  if ("decision" in part) return part.decision
  const { campaign, unit, ask } = part
  const { timeZone } = turn.moment
  return await orWhyNot(turn, campaign, ask.period, async () => {
    const { from, to } = planTally(campaign.campaign, ask, timeZone)
    const { initiatives, authors, coAuthors } = await turn.reads.participants(campaign, unit.id, { from, to })
    const args = {
      unit: unit.name,
      span: spanWords({ from, to }, timeZone),
      people: authors + coAuthors,
      authors,
      coAuthors,
      joined: coAuthors === 0 ? "none" : "some",
      initiatives,
    }
    return { phrases: [{ key: "participants-told", args }] }
  })
}
