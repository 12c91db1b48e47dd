import { isOfficer } from "../people/role.ts"
import type { Decision } from "./decision.ts"
import { HINTS, says } from "./hint.ts"
import { alsoSaying } from "./kept-draft.ts"
import { answer, type Turn } from "./turn.ts"

const LEADS_NOWHERE: ReadonlySet<string> = new Set([
  ...HINTS,
  "officers-only",
  "no-campaign",
  "progress-none",
  "link-in-group",
  "link-officers-only",
])
const NO_CAMPAIGN: ReadonlySet<string> = new Set(["no-campaign", "progress-none"])
const NO_SUCH_UNIT: ReadonlySet<string> = new Set(["unit-not-found", "invite-which-unit"])

/**
 * The decision, or what is to be done first: before units, the campaign or more than the federation itself were loaded, most of what is asked for
 * leads nowhere, and whoever tries it is who sets the bot up.
 */
export async function orSetUpFirst(turn: Turn, decision: Decision): Promise<Decision> {
  const { campaign, person } = turn.context
  if (campaign === undefined && says(decision, LEADS_NOWHERE)) {
    if ((await turn.reads.units()).length === 0) return answer(turn, "set-up-units")
    return isOfficer(person) && says(decision, NO_CAMPAIGN) ? answer(turn, "set-up-campaign") : decision
  }
  if (!isOfficer(person) || !says(decision, NO_SUCH_UNIT)) return decision
  const [only, another] = await turn.reads.units()
  return only === undefined || another !== undefined
    ? decision
    : alsoSaying(decision, { key: "set-up-more-units", args: { unit: only.name } })
}
