import { phaseAt } from "../campaign/campaign.ts"
import { quotaTold } from "../campaign/set-target.ts"
import { daysBetweenInclusive, formatDayFrom, localDate } from "../clock.ts"
import { mine } from "../intake/own.ts"
import { groups } from "../people/group.ts"
import { isOfficer } from "../people/role.ts"
import { today } from "../review/today.ts"
import { tallyOnDemand } from "../tally/ask.ts"
import { formatWhen } from "../text/when.ts"
import type { Decision } from "./decision.ts"
import { alsoSaying, firstSaying } from "./kept-draft.ts"
import { type PostRule, RULE_TEXTS } from "./rule-texts.ts"
import { answer, type Turn } from "./turn.ts"

/** What is asked about the rules, the house and its posts. `rest`: which of them, as the readers of `core/command` name it. */
export async function ruleAsked(turn: Turn, rest: string): Promise<Decision> {
  const { campaign, chat, person } = turn.context
  switch (rest) {
    case "certificate":
      return answer(turn, isOfficer(person) ? RULE_TEXTS.papers : RULE_TEXTS.certificate)
    case "today":
      return await today(turn)
    case "quota":
      return campaign === undefined ? answer(turn, RULE_TEXTS.quota) : quotaTold(turn, campaign)
    case "closing":
    case "posting":
    case "missing":
      return posts(turn, rest)
    case "repost":
      return await postedAgain(turn)
    case "group":
      return await groupAsked(turn)
    case "others":
      return answer(turn, isOfficer(person) ? "others-listed" : "others-info")
    case "behalf":
      return answer(turn, (person?.grants.length ?? 0) > 0 ? "behalf-how" : RULE_TEXTS.behalf)
    case "open":
      return openUntil(turn)
    case "peak":
      return peakAsked(turn)
    case "points": {
      const told =
        chat.kind === "private" && person !== undefined
          ? firstSaying(await mine(turn), { key: RULE_TEXTS.points })
          : answer(turn, RULE_TEXTS.points)
      const isScored = (campaign?.campaign.emulation.criteria.length ?? 0) > 0
      return isScored ? alsoSaying(told, { key: "points-of-units" }) : told
    }
    default:
      return answer(turn, RULE_TEXTS[rest as keyof typeof RULE_TEXTS])
  }
}

/** Until when the running phase takes what is registered; what is registered behind it is written down all the same. */
function openUntil(turn: Turn): Decision {
  const { campaign } = turn.context
  if (campaign === undefined) return answer(turn, "no-campaign")
  const now = localDate(turn.moment.now, turn.moment.timeZone)
  const running = phaseAt(campaign.campaign, now)
  const [first] = campaign.campaign.phases
  const phase = running ?? first
  if (phase === undefined) return answer(turn, "late-info")
  const state = running === undefined ? "ahead" : phase.endsOn < now ? "over" : "open"
  const day = state === "ahead" ? phase.startsOn : phase.endsOn
  return answer(turn, "open-until", {
    state,
    phase: phase.name,
    day: formatDayFrom(day, now),
    days: state === "open" ? daysBetweenInclusive(now, day) : 0,
  })
}

/** What a peak period is, and when the running one, the next one or the last one is. */
function peakAsked(turn: Turn): Decision {
  const told = answer(turn, RULE_TEXTS.peak)
  const now = localDate(turn.moment.now, turn.moment.timeZone)
  const peaks = turn.context.campaign?.campaign.peakPeriods ?? []
  const inOrder = peaks.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
  const peak = inOrder.find(({ endsOn }) => endsOn >= now) ?? inOrder.at(-1)
  if (peak === undefined) return told
  const state = peak.endsOn < now ? "over" : peak.startsOn > now ? "ahead" : "open"
  const [from, to] = [formatDayFrom(peak.startsOn, now), formatDayFrom(peak.endsOn, now)]
  return alsoSaying(told, { key: "peak-days", args: { state, peak: peak.name, from, to } })
}

const POSTS: Readonly<Record<PostRule, string>> = {
  closing: "closing-info",
  posting: "posting-info",
  missing: "missing-info",
  repost: "repost-info",
}

/** What was posted is posted once by itself; in the group an officer has the same figures again. */
async function postedAgain(turn: Turn): Promise<Decision> {
  const { chat, person } = turn.context
  return chat.kind === "group" && isOfficer(person)
    ? await tallyOnDemand(turn, "tuần trước")
    : posts(turn, "repost")
}

/** When the weekly tally is posted, who may change that, and why one may not have come. */
function posts(turn: Turn, asked: PostRule): Decision {
  const { campaign, chat, person } = turn.context
  if (campaign === undefined) return answer(turn, "no-campaign")
  if (asked === "missing" && chat.kind === "group" && chat.unit === undefined)
    return answer(turn, "group-not-linked")
  const { weekday, at } = campaign.campaign.weeklyClosing
  const now = localDate(turn.moment.now, turn.moment.timeZone)
  return answer(turn, POSTS[asked], {
    when: formatWhen({ kind: "weekly", days: [weekday], time: at }, now),
    for: isOfficer(person) ? "officer" : "member",
  })
}

/** Whose the group is that it is asked in. */
async function groupAsked(turn: Turn): Promise<Decision> {
  const { chat, person } = turn.context
  // There officers see which group is whose.
  if (chat.kind === "private") return isOfficer(person) ? await groups(turn, "") : answer(turn, "link-how")
  return chat.unit === undefined
    ? answer(turn, "group-not-linked")
    : answer(turn, "group-whose", { unit: chat.unit.name })
}
