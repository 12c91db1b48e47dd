import type { Decision } from "../conversation/decision.ts"
import { reply, type Turn } from "../conversation/turn.ts"
import { openDesk } from "../people/office.ts"

/** "hôm nay chị phải làm gì": what waits for an officer, and the words to begin it with. */
export async function today(turn: Turn): Promise<Decision> {
  const { moment, reads } = turn
  const desk = await openDesk(turn, "", () => "")
  if ("decision" in desk) return desk.decision
  const { count, overdue } = await reads.waiting(desk.unitIds, undefined, moment)
  const requests = (await reads.openRequests(desk.unitIds)).length
  const phrases = [
    ...(count > 0
      ? [{ key: "today-waiting", args: { count, overdue, late: overdue > 0 ? "some" : "none" } }]
      : []),
    ...(requests > 0 ? [{ key: "today-requests", args: { count: requests } }] : []),
    { key: count + requests > 0 ? "today-more" : "today-none" },
  ]
  return { say: [reply(turn, { phrases })] }
}
