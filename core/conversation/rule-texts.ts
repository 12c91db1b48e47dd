import type { DeskRule } from "../command/desk-question.ts"
import type { MemberRule } from "../command/member-question.ts"
import { nearestQuestion } from "../command/nearest-question.ts"
import type { ExampleRule } from "../command/question-examples.ts"
import type { Rule } from "../command/rule-question.ts"

/** When tallies are posted, who may change that, and why one may not have come. */
export type PostRule = "closing" | "posting" | "missing" | "repost"
/** Answered by what is known of the campaign, the group or the person, not by a text alone. */
type RuleWithFigures = PostRule | "group" | "others" | "today" | "open"

/** The text of the bot's wording that answers a question about the rules. */
export const RULE_TEXTS: Readonly<
  Record<Exclude<Rule | DeskRule | MemberRule | ExampleRule, RuleWithFigures>, string>
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
  benefit: "benefit-info",
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
  codes: "codes-info",
  by: "target-by-info",
  people: "headcount-by-info",
  password: "password-info",
  points: "points-info",
  most: "most-info",
  boss: "boss-info",
  unnamed: "unnamed-info",
  number: "number-info",
  news: "news-info",
  levels: "levels-info",
  dispute: "author-dispute",
  approval: "approval-info",
  listening: "listening-info",
  hours: "hours-info",
  code: "code-info",
  receipt: "receipt-info",
  onPortal: "portal-work-info",
  restore: "restore-info",
  appeal: "appeal-info",
  support: "support-info",
  author: "author-info",
  small: "small-info",
  applied: "applied-info",
  name: "name-info",
  award: "award-info",
  peak: "peak-info",
  target: "target-info",
  elsewhere: "elsewhere-info",
  hard: "hard-info",
  human: "human-info",
  description: "description-info",
  compulsory: "compulsory-info",
  unlisted: "unlisted-info",
  writing: "writing-info",
  where: "where-info",
  call: "call-info",
  anonymous: "anonymous-info",
  ceremony: "ceremony-info",
  nextRound: "next-round-info",
  recognised: "recognised-info",
  supplement: "supplement-info",
  noApp: "no-app-info",
  concern: "concern-info",
  upset: "upset-info",
}

/** The text that answers a question about the rules which is asked in words of one's own; undefined for every other question. */
export function ruleTextFor(question: string): string | undefined {
  const asked = nearestQuestion(question)
  return asked?.name === "askRule" ? RULE_TEXTS[asked.rest as keyof typeof RULE_TEXTS] : undefined
}
