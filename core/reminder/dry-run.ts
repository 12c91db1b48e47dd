import type { Campaign } from "../campaign/campaign.ts"
import { localDate, weekdayOf } from "../clock.ts"
import type { Context, Person, RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RemindDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import type { Courtesy } from "../courtesy.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { TallyError } from "../tally/plan.ts"
import { formatWhen } from "../text/when.ts"
import { type Field, type Recipients, recipientsOf } from "./audience.ts"
import { nameAmongUnits, namesOf, reminderPhrases } from "./message.ts"
import { type Audience, audiencesOf, type ReminderPlan, type ReminderWish, shareArgs } from "./reminder.ts"
import { nextMoment } from "./schedule.ts"

export const DRY_RUN_CHOICES: readonly Phrase[] = [
  { key: "choice-send" },
  { key: "choice-show-list" },
  { key: "choice-leave" },
]

export function courtesyOf(campaign: Campaign, moment: Moment): Courtesy {
  return { timeZone: moment.timeZone, holidays: campaign.reminders.holidays }
}

export function audienceArgs(audience: Audience, others: readonly UnitRef[] = []) {
  const { kind, unit } = audience
  return { kind, ...shareArgs(audience), unit: [unit, ...others].map(({ name }) => name).join(", ") }
}

/** The audience of the first unit, once for each kind of units that is meant. */
function kindsOf({ audience, furtherKinds }: ReminderWish): readonly Audience[] {
  return audiencesOf({ audience, ...given({ furtherKinds }) })
}

type Looked = { readonly field: Field; readonly recipients: Recipients }

async function look(
  campaign: RunningCampaign,
  wish: Pick<ReminderWish, "audience" | "others" | "furtherKinds">,
  moment: Moment,
  reads: Reads,
): Promise<Looked | undefined> {
  try {
    const field = await reads.reminderField(campaign, wish.audience.unit.id, moment.now)
    const all: Recipients[] = []
    for (const audience of audiencesOf(wish)) {
      const { id } = audience.unit
      const at = id === wish.audience.unit.id ? field : await reads.reminderField(campaign, id, moment.now)
      all.push(recipientsOf(at, audience))
    }
    return {
      field,
      recipients: {
        recipients: all.flatMap(({ recipients }) => recipients),
        reached: all.flatMap(({ reached }) => reached),
        unreachable: all.flatMap(({ unreachable }) => unreachable),
      },
    }
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

type Planned = ReminderWish & ReminderPlan

/** Who would get it and when, before anything is sent; nobody to get it ends the dialogue. */
export async function dryRun(
  turn: Turn,
  campaign: RunningCampaign,
  plan: Planned,
  moved: boolean,
): Promise<Decision> {
  const { moment } = turn
  const looked = await look(campaign, plan, moment, turn.reads)
  if (looked === undefined) return answer(turn, "remind-too-early")
  const { recipients } = looked
  const notReached = unreachablePhrases(recipients, turn.context)
  if (recipients.recipients.length === 0) {
    const key = recipients.unreachable.length > 0 ? "remind-nobody-reached" : "remind-nobody"
    const nobody: readonly Phrase[] = kindsOf(plan).map((each) => ({
      key,
      args: audienceArgs(each, plan.others),
    }))
    return { dialogue: null, say: [reply(turn, { phrases: [...nobody, ...notReached] })] }
  }
  const ask = moment.newId()
  return {
    dialogue: { step: "remind_confirm", ask, askedAt: moment.now, plan },
    say: [
      reply(turn, {
        phrases: [
          planPhrase(plan, recipients, moment),
          ...kindsOf(plan).map((each) => ({
            key: "remind-audience",
            args: audienceArgs(each, plan.others),
          })),
          plan.words === undefined
            ? { key: "remind-template" }
            : { key: "remind-words", args: { words: plan.words } },
          ...(moved ? [{ key: "remind-moved" }] : []),
          ...tallyDayPhrases(plan, recipients, campaign.campaign, moment),
          ...notReached,
        ],
        choices: { ask, labels: DRY_RUN_CHOICES },
      }),
    ],
  }
}

function planPhrase(plan: ReminderPlan, { recipients, reached }: Recipients, moment: Moment): Phrase {
  const groups = recipients.filter(({ isGroup }) => isGroup).length
  const privates = recipients.length - groups
  const ways = groups === 0 ? "private" : privates === 0 ? "groups" : "both"
  const when = formatWhen(plan.when, localDate(moment.now, moment.timeZone))
  if (plan.audience.kind === "drafts") {
    const people = recipients.reduce((sum, recipient) => sum + recipient.people, 0)
    return { key: "remind-plan-drafts", args: { people, groups, privates, ways, when } }
  }
  return { key: "remind-plan", args: { units: reached.length, groups, privates, ways, when } }
}

/** In a group only how many they are: who lags behind is not read out there. */
function unreachablePhrases({ unreachable }: Recipients, context: Context): readonly Phrase[] {
  const count = unreachable.length
  if (count === 0) return []
  return context.chat.kind === "group"
    ? [{ key: "remind-unreachable-count", args: { count } }]
    : [{ key: "remind-unreachable", args: { count, units: namesOf(unreachable) } }]
}

/** On its day the weekly tally is a group's one post: what was meant for that day comes on the next one. */
function tallyDayPhrases(
  plan: ReminderPlan,
  { recipients }: Recipients,
  campaign: Campaign,
  moment: Moment,
): readonly Phrase[] {
  const { when } = plan
  const { weekday } = campaign.weeklyClosing
  const first = nextMoment(when, moment.now, courtesyOf(campaign, moment)) ?? moment.now
  const meetsTally =
    when.kind === "weekly"
      ? when.days.includes(weekday)
      : weekdayOf(localDate(first, moment.timeZone)) === weekday
  return meetsTally && recipients.some(({ isGroup }) => isGroup) ? [{ key: "remind-tally-day" }] : []
}

/** Its list and how it will read, with the question once more. */
export async function show(
  turn: Turn,
  campaign: RunningCampaign,
  dialogue: RemindDialogue & { step: "remind_confirm" },
): Promise<Decision> {
  const { context, moment } = turn
  const { plan } = dialogue
  // Who lags behind is not read out in a group.
  if (context.chat.kind === "group") return answer(turn, "remind-list-in-private")
  const looked = await look(campaign, plan, moment, turn.reads)
  if (looked === undefined) return answer(turn, "remind-too-early")
  const { field, recipients } = looked
  const first = recipients.recipients[0]
  const names: readonly Phrase[] = recipients.reached.map((unit) => ({
    key: unit.target === null ? "remind-list-plain" : "remind-list-line",
    args: {
      unit: nameAmongUnits(unit, recipients.reached),
      count: unit.held,
      ...(unit.target === null ? {} : { target: unit.target }),
    },
  }))
  const sample =
    first === undefined
      ? []
      : [{ key: "remind-sample" }, ...reminderPhrases(first, field, occasionOf(plan, context, campaign))]
  return {
    dialogue: { ...dialogue, askedAt: moment.now },
    say: [
      reply(turn, {
        phrases: [
          planPhrase(plan, recipients, moment),
          ...names.slice(0, MOST_LISTED),
          ...(names.length > MOST_LISTED
            ? [{ key: "ranking-more", args: { count: names.length - MOST_LISTED } }]
            : []),
          ...unreachablePhrases(recipients, context),
          ...sample,
        ],
        choices: { ask: dialogue.ask, labels: DRY_RUN_CHOICES },
      }),
    ],
  }
}

/** A longer list would be cut into several messages. */
export const MOST_LISTED = 40

function occasionOf(plan: ReminderPlan, context: Context, campaign: RunningCampaign) {
  return {
    kind: plan.audience.kind,
    words: plan.words,
    office: officeOf(context.person, plan.audience)?.name ?? plan.audience.unit.name,
    counter: campaign.campaign.progressCounter,
    campaign: context.isCampaignNamed === true ? campaign.campaign.shortName : undefined,
    late: false,
  }
}

/** In whose name a reminder goes out: the unit whose officer sends it. */
export function officeOf(person: Person | undefined, audience: Audience): UnitRef | undefined {
  const grants = (person?.grants ?? []).filter((grant) => mayAct([grant], "officer", audience.unit))
  return widestGrant(grants)?.unit
}
