import { type Campaign, phaseAt } from "../campaign/campaign.ts"
import { formatLocal, localDate, WEEK } from "../clock.ts"
import type { Change } from "../conversation/change.ts"
import type { Person, RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RemindDialogue } from "../conversation/dialogue.ts"
import { firstSaying } from "../conversation/kept-draft.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { LONGEST_WORDS, tooLong } from "../review/words.ts"
import { capitalised } from "../text/capitalised.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { fold } from "../text/fold.ts"
import { formatWhen, parseWhen, type When, type WhenReading } from "../text/when.ts"
import type { WhenContext } from "../text/when-span.ts"
import { courtesyOf, DRY_RUN_CHOICES, dryRun, officeOf, show } from "./dry-run.ts"
import { audiencesOf, type ReminderWish, reminderCode } from "./reminder.ts"
import { isAlwaysQuiet, nextMoment, settled } from "./schedule.ts"

/** The answer to "when?" or to the dry run; undefined when the words are no answer. */
export async function answerRemind(turn: Turn, dialogue: RemindDialogue): Promise<Decision | undefined> {
  const { written } = turn
  const { person, campaign } = turn.context
  const { audience } = dialogue.step === "remind_when" ? dialogue.wish : dialogue.plan
  // Rights may have been withdrawn between the question and the answer.
  if (!isOfficer(person) || !mayAct(person.grants, "officer", audience.unit) || campaign === undefined) {
    return { dialogue: null, ...answer(turn, "officers-only") }
  }
  if (dialogue.step === "remind_when") {
    const picked = parseChoice(written.text, dialogue.offered.length)
    const offered = picked === undefined ? undefined : dialogue.offered[picked - 1]
    const reading: WhenReading =
      offered === undefined
        ? parseWhen(written.text, whenContext(campaign.campaign, turn.moment))
        : { kind: "when", when: offered }
    if (reading.kind === "unreadable") return undefined
    return await planned(turn, campaign, dialogue.wish, reading)
  }
  const choice = readChoice(written.text)
  switch (choice) {
    case "send":
      return await settle(turn, person, campaign, dialogue)
    case "show":
      return await show(turn, campaign, dialogue)
    case "leave":
      return { dialogue: null, ...answer(turn, "remind-left") }
    case undefined:
      return undefined
    default:
      return choice satisfies never
  }
}

/** The question that waits, once more. */
export function repeatRemind(turn: Turn, dialogue: RemindDialogue): Decision {
  const { moment } = turn
  const today = localDate(moment.now, moment.timeZone)
  if (dialogue.step === "remind_when") {
    return askWhen(turn, dialogue.wish, dialogue.offered, [{ key: "remind-when" }])
  }
  const say = { when: formatWhen(dialogue.plan.when, today) }
  return {
    say: [
      reply(turn, {
        phrases: [{ key: "remind-again", args: say }],
        choices: { ask: dialogue.ask, labels: DRY_RUN_CHOICES },
      }),
    ],
  }
}

function readChoice(text: string): "send" | "show" | "leave" | undefined {
  const said = fold(text)
  if (/^(?:2[. ]*)?(?:xem(?: danh sach)?|danh sach)$/.test(said)) return "show"
  if (/^(?:1[. ]*)?gui(?: di| luon| nhe)?$/.test(said)) return "send"
  const number = parseChoice(text, 3)
  if (number !== undefined) return (["send", "show", "leave"] as const)[number - 1]
  const agreed = parseYesNo(text)
  return agreed === undefined ? undefined : agreed ? "send" : "leave"
}

export function whenContext(campaign: Campaign, { now, timeZone }: Moment): WhenContext {
  const phase = phaseAt(campaign, localDate(now, timeZone))
  return {
    now,
    timeZone,
    ...given({ phaseEndsOn: phase?.endsOn }),
    phasesEndOn: campaign.phases.map(({ endsOn }) => endsOn),
    campaignEndsOn: campaign.endsOn,
  }
}

/** Asks for a moment that was not said or can mean several; with one that is certain the dry run follows. */
export async function planned(
  turn: Turn,
  campaign: RunningCampaign,
  wish: ReminderWish,
  reading: WhenReading | undefined,
): Promise<Decision> {
  const { moment } = turn
  if (wish.words !== undefined && wish.words.length > LONGEST_WORDS) {
    return tooLong(turn, wish.words)
  }
  const ask = (offered: readonly When[], phrase: Phrase) => askWhen(turn, wish, offered, [phrase])
  if (reading === undefined || reading.kind === "unreadable") {
    return ask(usualMoments(campaign, moment), { key: "remind-when" })
  }
  if (reading.kind === "past") return ask(usualMoments(campaign, moment), { key: "remind-past" })
  if (reading.kind === "ambiguous") return ask(reading.readings, { key: "remind-which-when" })
  const courtesy = courtesyOf(campaign.campaign, moment)
  const { when, moved } = settled(bounded(reading.when, campaign.campaign, moment), moment.now, courtesy)
  if (isAlwaysQuiet(when, courtesy)) return ask(usualMoments(campaign, moment), { key: "remind-quiet" })
  if (nextMoment(when, moment.now, courtesy) === undefined) {
    return ask(usualMoments(campaign, moment), { key: "remind-past" })
  }
  if (reading.second === undefined) return await dryRun(turn, campaign, { ...wish, when }, moved)
  const first = await dryRun(turn, campaign, { ...wish, when, second: reading.second }, moved)
  return firstSaying(first, { key: "remind-two" })
}

/** What repeats without an end ends with the phase, or with the campaign when the phase is over. */
function bounded(when: When, campaign: Campaign, moment: Moment): When {
  if ((when.kind !== "weekly" && when.kind !== "monthly") || when.until !== undefined) return when
  const today = localDate(moment.now, moment.timeZone)
  const phase = phaseAt(campaign, when.from ?? today)
  return { ...when, until: phase !== undefined && phase.endsOn >= today ? phase.endsOn : campaign.endsOn }
}

/** At once, at eight of the next day on which anything is sent, and every Monday. */
function usualMoments(campaign: RunningCampaign, moment: Moment): readonly When[] {
  const context = whenContext(campaign.campaign, moment)
  const [atOnce, tomorrow, mondays] = ["ngay", "8h sáng mai", "8h thứ hai hằng tuần"].map((text) => {
    const reading = parseWhen(text, context)
    return reading.kind === "when" ? reading.when : undefined
  })
  return [atOnce, tomorrow && onWorkday(tomorrow, campaign.campaign, moment), mondays].filter(
    (when) => when !== undefined,
  )
}

/** The hour on the first day from then on that is no Sunday and no holiday. */
function onWorkday(when: When, campaign: Campaign, moment: Moment): When {
  if (when.kind !== "once") return when
  const { date, time } = when
  const daily: When = { kind: "weekly", days: WEEK, time, from: date }
  const at = nextMoment(daily, moment.now, courtesyOf(campaign, moment))
  return at === undefined ? when : { ...when, date: localDate(at, moment.timeZone) }
}

function askWhen(
  turn: Turn,
  wish: ReminderWish,
  offered: readonly When[],
  phrases: readonly Phrase[],
): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const today = localDate(moment.now, moment.timeZone)
  const labels = offered.map((when) => ({ text: capitalised(formatWhen(when, today)) }))
  return {
    dialogue: { step: "remind_when", ask, askedAt: moment.now, wish, offered },
    say: [reply(turn, { phrases, choices: { ask, labels } })],
  }
}

async function settle(
  turn: Turn,
  person: Person,
  campaign: RunningCampaign,
  dialogue: RemindDialogue & { step: "remind_confirm" },
): Promise<Decision> {
  const { context, moment } = turn
  const { plan } = dialogue
  const nextAt = nextMoment(plan.when, moment.now, courtesyOf(campaign.campaign, moment))
  // The dry run may have been read for longer than its moment was away.
  if (nextAt === undefined) return { dialogue: null, ...answer(turn, "remind-past") }
  const changes: Change[] = []
  const codes: string[] = []
  for (const audience of audiencesOf(plan)) {
    const number = plan.of?.number ?? (await turn.reads.newReminderNumber())
    codes.push(reminderCode(number))
    changes.push({
      do: "remind",
      id: plan.of?.id ?? moment.newId(),
      number,
      isNew: plan.of === undefined,
      campaignId: campaign.id,
      officeId: officeOf(person, audience)?.id ?? audience.unit.id,
      plan: { audience, when: plan.when, ...given({ words: plan.words }) },
      nextAt,
      chat: context.chat.id,
      bot: context.chat.bot,
      personId: person.id,
    })
  }
  const args = {
    code: codes.join(", "),
    one: codes[0] ?? "",
    at: formatLocal(nextAt, moment.timeZone, "sentence"),
  }
  const done =
    plan.when.kind === "now" ? "remind-set-now" : plan.of === undefined ? "remind-set" : "remind-changed"
  const said: Phrase = { key: done, args }
  if (plan.second === undefined) return { dialogue: null, changes, say: [reply(turn, { phrases: [said] })] }
  const { audience, others, furtherKinds, words } = plan
  const wish = { audience, ...given({ others, furtherKinds, words }) }
  const next = await planned(turn, campaign, wish, { kind: "when", when: plan.second })
  return { ...firstSaying(next, said), changes }
}
