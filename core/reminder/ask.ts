import type { Campaign } from "../campaign/campaign.ts"
import { phaseAt } from "../campaign/campaign.ts"
import { formatLocal, localDate, weekdayOf } from "../clock.ts"
import type { Context, Person, RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RemindDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import type { Courtesy } from "../courtesy.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { Phrase } from "../outbox.ts"
import { CONSENT_VERSION } from "../people/consent.ts"
import { officeUnits } from "../people/office.ts"
import { mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { isOfficer, LONGEST_WORDS, tooLong } from "../review/judge.ts"
import { TallyError } from "../tally/tally.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { formatWhen, parseWhen, type When, type WhenContext, type WhenReading } from "../text/when.ts"
import { type Field, type Recipients, recipientsOf } from "./audience.ts"
import { namesOf, reminderPhrases } from "./message.ts"
import { type ReminderRead, readReminder, type UnitRead } from "./read.ts"
import {
  type Audience,
  type Reminder,
  type ReminderPlan,
  type ReminderWish,
  readReminderCode,
  reminderCode,
} from "./reminder.ts"
import { isAlwaysQuiet, nextMoment, settled } from "./schedule.ts"

const STOP_VERBS = ["bo", "dung", "huy", "xoa", "tat"]

/** "nhắc …", "bỏ NH-3", "sửa NH-3 …", "tắt nhắc": everything about reminders. */
export async function remind(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const typed = clean(rest)
  const whole = fold(typed)
  if (/^(?:tat|bat) nhac/.test(whole)) return mute(turn, whole.startsWith("bat"))
  const { person, campaign } = context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const code = readReminderCode(typed)
  if (code !== undefined) return await withCode(turn, person, code)
  if (whole === "" || /^lich(?: nhac)?$/.test(whole)) return await list(turn, person)
  if (campaign === undefined) return answer(turn, "no-campaign")
  const read = readReminder(typed, await reads.units(), whenContext(campaign.campaign, turn.moment))
  if (read.audience === undefined) {
    const unread: readonly Phrase[] =
      read.unread === undefined
        ? []
        : [{ key: "remind-who-unread", args: { typed: read.unread.slice(0, 60) } }]
    return { say: [reply(turn, { phrases: [...unread, { key: "remind-how" }] })] }
  }
  const unit = await unitMeant(context, person, read.audience.unit, reads)
  if ("problem" in unit) return answer(turn, unit.problem, unit.args)
  const audience: Audience = { kind: read.audience.kind, unit: unit.unit }
  return await planned(
    turn,
    campaign,
    { audience, ...(read.words === undefined ? {} : { words: read.words }) },
    read.when,
  )
}

/**
 * "nhac may tng": without its mark "nhắc" may be music as well, so it is a reminder only from an officer, and only when
 * nothing but the name of one of their units follows for certain. Answers that name.
 */
export async function unmarkedReminder(
  context: Context,
  text: string,
  reads: Reads,
): Promise<string | undefined> {
  const { person } = context
  const name = /^nhac ([\p{L}\p{N} .-]{2,60})$/u.exec(fold(clean(text)))?.[1]
  if (name === undefined || !isOfficer(person)) return undefined
  const units = (await reads.units()).filter((unit) => mayAct(person.grants, "officer", unit))
  return findUnit(name, units).kind === "sure" ? name : undefined
}

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
        choices: { ask: dialogue.ask, labels: CHOICES },
      }),
    ],
  }
}

const CHOICES: readonly Phrase[] = [
  { key: "choice-send" },
  { key: "choice-show-list" },
  { key: "choice-leave" },
]

function readChoice(text: string): "send" | "show" | "leave" | undefined {
  const said = fold(text)
  if (/^(?:2[. ]*)?(?:xem(?: danh sach)?|danh sach)$/.test(said)) return "show"
  if (/^(?:1[. ]*)?gui(?: di| luon| nhe)?$/.test(said)) return "send"
  const number = parseChoice(text, 3)
  if (number !== undefined) return (["send", "show", "leave"] as const)[number - 1]
  const agreed = parseYesNo(text)
  return agreed === undefined ? undefined : agreed ? "send" : "leave"
}

function courtesyOf(campaign: Campaign, moment: Moment): Courtesy {
  return { timeZone: moment.timeZone, holidays: campaign.reminders.holidays }
}

function whenContext(campaign: Campaign, { now, timeZone }: Moment): WhenContext {
  const phase = phaseAt(campaign, localDate(now, timeZone))
  return {
    now,
    timeZone,
    ...(phase === undefined ? {} : { phaseEndsOn: phase.endsOn }),
    phasesEndOn: campaign.phases.map(({ endsOn }) => endsOn),
    campaignEndsOn: campaign.endsOn,
  }
}

type UnitMeant =
  | { readonly unit: UnitRef }
  | { readonly problem: string; readonly args: Readonly<Record<string, string>> }

/** The unit named, else the officer's own: what they may not touch is no audience of theirs. */
async function unitMeant(
  context: Context,
  person: Person,
  read: UnitRead | undefined,
  reads: Reads,
): Promise<UnitMeant> {
  if (read !== undefined && "typed" in read) {
    return { problem: "invite-which-unit", args: { typed: read.typed.slice(0, 60) } }
  }
  const own = widestGrant(person.grants)?.unit
  const group = context.chat.unit
  const usual = group !== undefined && mayAct(person.grants, "officer", group) ? group : own
  const unit = read === undefined ? usual : await reads.unit(read.id)
  if (unit === undefined || !mayAct(person.grants, "officer", unit)) {
    return { problem: "remind-outside", args: { unit: unit?.name ?? "" } }
  }
  return { unit }
}

/** Asks for a moment that was not said or can mean several; with one that is certain the dry run follows. */
async function planned(
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
  return await dryRun(turn, campaign, { ...wish, when }, moved)
}

/** What repeats without an end ends with the phase, or with the campaign when the phase is over. */
function bounded(when: When, campaign: Campaign, moment: Moment): When {
  if ((when.kind !== "weekly" && when.kind !== "monthly") || when.until !== undefined) return when
  const today = localDate(moment.now, moment.timeZone)
  const phase = phaseAt(campaign, when.from ?? today)
  return { ...when, until: phase !== undefined && phase.endsOn >= today ? phase.endsOn : campaign.endsOn }
}

function usualMoments(campaign: RunningCampaign, moment: Moment): readonly When[] {
  const context = whenContext(campaign.campaign, moment)
  return ["ngay", "8h sáng mai", "8h thứ hai hằng tuần"].flatMap((text) => {
    const reading = parseWhen(text, context)
    return reading.kind === "when" ? [reading.when] : []
  })
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

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

// ---- The dry run

type Looked = { readonly field: Field; readonly recipients: Recipients }

async function look(
  campaign: RunningCampaign,
  plan: Pick<ReminderPlan, "audience">,
  moment: Moment,
  reads: Reads,
): Promise<Looked | undefined> {
  try {
    const field = await reads.reminderField(campaign, plan.audience.unit.id, moment.now)
    return { field, recipients: recipientsOf(field, plan.audience.kind) }
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

type Planned = ReminderWish & ReminderPlan

async function dryRun(
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
    const nobody: Phrase = { key, args: audienceArgs(plan.audience) }
    return { dialogue: null, say: [reply(turn, { phrases: [nobody, ...notReached] })] }
  }
  const ask = moment.newId()
  return {
    dialogue: { step: "remind_confirm", ask, askedAt: moment.now, plan },
    say: [
      reply(turn, {
        phrases: [
          planPhrase(plan, recipients, moment),
          { key: "remind-audience", args: audienceArgs(plan.audience) },
          ...(plan.words === undefined ? [{ key: "remind-template" }] : []),
          ...(moved ? [{ key: "remind-moved" }] : []),
          ...tallyDayPhrases(plan, recipients, campaign.campaign, moment),
          ...notReached,
        ],
        choices: { ask, labels: CHOICES },
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

function audienceArgs({ kind, unit }: Audience) {
  return { kind, unit: unit.name }
}

async function show(
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
    args: { unit: unit.name, count: unit.held, ...(unit.target === null ? {} : { target: unit.target }) },
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
        choices: { ask: dialogue.ask, labels: CHOICES },
      }),
    ],
  }
}

/** A longer list would be cut into several messages. */
const MOST_LISTED = 40

function occasionOf(plan: ReminderPlan, context: Context, campaign: RunningCampaign) {
  return {
    kind: plan.audience.kind,
    words: plan.words,
    office: officeOf(context.person, plan.audience)?.name ?? plan.audience.unit.name,
    counter: campaign.campaign.progressCounter,
    late: false,
  }
}

/** In whose name a reminder goes out: the unit whose officer sends it. */
function officeOf(person: Person | undefined, audience: Audience): UnitRef | undefined {
  const grants = (person?.grants ?? []).filter((grant) => mayAct([grant], "officer", audience.unit))
  return widestGrant(grants)?.unit
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
  const number = plan.of?.number ?? (await turn.reads.newReminderNumber())
  const args = { code: reminderCode(number), at: formatLocal(nextAt, moment.timeZone, "sentence") }
  const done =
    plan.when.kind === "now" ? "remind-set-now" : plan.of === undefined ? "remind-set" : "remind-changed"
  return {
    dialogue: null,
    changes: [
      {
        do: "remind",
        id: plan.of?.id ?? moment.newId(),
        number,
        isNew: plan.of === undefined,
        campaignId: campaign.id,
        officeId: officeOf(person, plan.audience)?.id ?? plan.audience.unit.id,
        plan: {
          audience: plan.audience,
          when: plan.when,
          ...(plan.words === undefined ? {} : { words: plan.words }),
        },
        nextAt,
        chat: context.chat.id,
        bot: context.chat.bot,
        personId: person.id,
      },
    ],
    say: [reply(turn, { phrases: [{ key: done, args }] })],
  }
}

// ---- What stands already

async function list(turn: Turn, person: Person): Promise<Decision> {
  const standing = await turn.reads.reminders(officeUnits(person))
  if (standing.length === 0) return answer(turn, "remind-none")
  return {
    say: [
      reply(turn, {
        phrases: [
          { key: "remind-list-head", args: { count: standing.length } },
          ...standing.slice(0, MOST_LISTED).map((reminder) => lineOf(reminder, turn.moment)),
          { key: "remind-list-foot", args: { code: reminderCode(standing[0]?.number ?? 1) } },
        ],
      }),
    ],
  }
}

function lineOf({ number, audience, when, nextAt, state }: Reminder, moment: Moment): Phrase {
  const args = {
    code: reminderCode(number),
    ...audienceArgs(audience),
    when: formatWhen(when, localDate(moment.now, moment.timeZone)),
  }
  if (nextAt === undefined) return { key: "remind-line-over", args: { ...args, state } }
  return { key: "remind-line", args: { ...args, next: formatLocal(nextAt, moment.timeZone, "dayHour") } }
}

async function withCode(
  turn: Turn,
  person: Person,
  code: NonNullable<ReturnType<typeof readReminderCode>>,
): Promise<Decision> {
  const known = await turn.reads.reminder(code.number)
  const args = { code: reminderCode(code.number) }
  if (known === undefined) return answer(turn, "remind-unknown", args)
  if (!mayAct(person.grants, "officer", known.audience.unit)) {
    return answer(turn, "remind-outside", { unit: known.audience.unit.name })
  }
  if (STOP_VERBS.includes(fold(code.verb))) {
    return known.state === "standing" || known.when.kind === "now"
      ? {
          changes: [
            {
              do: "stop_reminder",
              id: known.id,
              unitId: known.audience.unit.id,
              number: known.number,
              personId: person.id,
            },
          ],
          ...answer(turn, "remind-stopped", args),
        }
      : answer(turn, "remind-over", args)
  }
  if (code.rest === "") {
    return { say: [reply(turn, { phrases: [lineOf(known, turn.moment)] })] }
  }
  return await change(turn, person, known, code.rest)
}

async function change(turn: Turn, person: Person, known: Reminder, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const { campaign } = context
  if (campaign === undefined) return answer(turn, "no-campaign")
  if (known.state !== "standing") {
    return answer(turn, "remind-over", { code: reminderCode(known.number) })
  }
  const read: ReminderRead = readReminder(
    rest,
    await reads.units(),
    whenContext(campaign.campaign, turn.moment),
  )
  if (read.unread !== undefined) {
    return answer(turn, "remind-change-how", { code: reminderCode(known.number) })
  }
  const unit =
    read.audience === undefined
      ? { unit: known.audience.unit }
      : await unitMeant(context, person, read.audience.unit, reads)
  if ("problem" in unit) return answer(turn, unit.problem, unit.args)
  const words = read.words ?? known.words
  return await planned(
    turn,
    campaign,
    {
      audience: { kind: read.audience?.kind ?? known.audience.kind, unit: unit.unit },
      ...(words === undefined ? {} : { words }),
      of: { id: known.id, number: known.number },
    },
    read.when ?? { kind: "when", when: known.when },
  )
}

// ---- Who wants none

/** "tắt nhắc", "bật nhắc": for the person, on every platform. */
function mute(turn: Turn, granted: boolean): Decision {
  const { person } = turn.context
  if (person === undefined) return answer(turn, "reminders-unknown")
  return {
    changes: [
      { do: "consent", personId: person.id, purpose: "reminders", version: CONSENT_VERSION, granted },
    ],
    ...answer(turn, granted ? "reminders-on" : "reminders-off"),
  }
}
