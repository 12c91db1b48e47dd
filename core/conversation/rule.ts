import { phaseAt } from "../campaign/campaign.ts"
import { quotaTold } from "../campaign/set-target.ts"
import { daysBetweenInclusive, formatDayFrom, localDate } from "../clock.ts"
import type { DeskRule } from "../command/desk-question.ts"
import type { MemberRule } from "../command/member-question.ts"
import type { Rule } from "../command/rule-question.ts"
import { mine } from "../intake/own.ts"
import { isOfficer } from "../people/role.ts"
import { today } from "../review/today.ts"
import { formatWhen } from "../text/when.ts"
import type { Decision } from "./decision.ts"
import { firstSaying } from "./kept-draft.ts"
import { answer, type Turn } from "./turn.ts"

type PostRule = "closing" | "posting" | "missing"

/** What is asked about the rules, the house and its posts. `rest`: which of them, as the readers of `core/command` name it. */
export async function ruleAsked(turn: Turn, rest: string): Promise<Decision> {
  const { campaign, chat, person } = turn.context
  switch (rest) {
    case "certificate":
      return answer(turn, isOfficer(person) ? RULES.papers : RULES.certificate)
    case "today":
      return await today(turn)
    case "quota":
      return campaign === undefined ? answer(turn, RULES.quota) : quotaTold(turn, campaign)
    case "closing":
    case "posting":
    case "missing":
      return posts(turn, rest)
    case "group":
      return groupAsked(turn)
    case "others":
      return answer(turn, isOfficer(person) ? "others-listed" : "others-info")
    case "behalf":
      return answer(turn, (person?.grants.length ?? 0) > 0 ? "behalf-how" : RULES.behalf)
    case "open":
      return openUntil(turn)
    case "points":
      return chat.kind === "private" && person !== undefined
        ? firstSaying(await mine(turn), { key: RULES.points })
        : answer(turn, RULES.points)
    default:
      return answer(turn, RULES[rest as keyof typeof RULES])
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

const RULES: Readonly<
  Record<Exclude<Rule | DeskRule | MemberRule, PostRule | "group" | "others" | "today" | "open">, string>
> = {
  campaign: "campaign-info",
  reward: "reward-info",
  criteria: "criteria-info",
  who: "who-info",
  reviewer: "reviewer-info",
  law: "law-info",
  phone: "account-kept-info",
  alike: "alike-info",
  late: "late-info",
  leaving: "leaving-info",
  speech: "speech-info",
  earlier: "earlier-info",
  authors: "authors-info",
  again: "again-info",
  privacy: "privacy-info",
  secret: "secret-info",
  certificate: "certificate-info",
  several: "several-info",
  behalf: "behalf-not-allowed",
  form: "form-info",
  change: "change-info",
  photo: "photo-info",
  benefit: "guided-why-benefit",
  sector: "sector-info",
  title: "guided-why-title",
  fee: "fee-info",
  figures: "figures-info",
  verdicts: "verdicts-info",
  states: "states-info",
  account: "account-info",
  start: "start-info",
  counted: "counted-info",
  papers: "papers-info",
  portal: "portal-info",
  notice: "notice-how",
  contact: "reach-info",
  posts: "posts-info",
  quota: "no-campaign",
  operator: "operator-info",
  deadline: "time-info",
  regular: "regular-info",
  import: "import-info",
  points: "points-info",
  most: "most-info",
  boss: "boss-info",
  unnamed: "unnamed-info",
  number: "number-info",
  news: "news-info",
}

const POSTS: Readonly<Record<PostRule, string>> = {
  closing: "closing-info",
  posting: "posting-info",
  missing: "missing-info",
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
function groupAsked(turn: Turn): Decision {
  const { chat } = turn.context
  if (chat.kind === "private") return answer(turn, "link-how")
  return chat.unit === undefined
    ? answer(turn, "group-not-linked")
    : answer(turn, "group-whose", { unit: chat.unit.name })
}
