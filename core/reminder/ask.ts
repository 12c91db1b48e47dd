import { kindAsked } from "../campaign/unit-kind.ts"
import { formatLocal, localDate } from "../clock.ts"
import type { Context, Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import { about, aboutCampaign } from "../conversation/which-campaign.ts"
import { given } from "../given.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { Phrase } from "../outbox.ts"
import { CONSENT_VERSION } from "../people/consent.ts"
import { officeUnits } from "../people/office.ts"
import { isOfficer, mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import { formatWhen } from "../text/when.ts"
import { audienceArgs, MOST_LISTED } from "./dry-run.ts"
import { type LeftOut, leftOut } from "./left-out.ts"
import { planned, whenContext } from "./plan.ts"
import { type AudienceRead, type ReminderRead, readReminder, type UnitRead } from "./read.ts"
import {
  type Audience,
  type AudienceState,
  type Reminder,
  readReminderCode,
  reminderCode,
} from "./reminder.ts"

/** "nhắc", "lịch nhắc tuần này có gì": what is under way. */
const LISTS =
  /^(?:lich(?: nhac)?)?(?:(?:^| )(?:tuan|thang|hom) (?:nay|sau))?(?:(?:^| )co)?(?:(?:^| )(?:nhung )?(?:gi|nao))?$/
const STOP_VERBS = ["bo", "dung", "huy", "xoa", "tat"]

/** "nhắc …", "bỏ NH-3", "sửa NH-3 …", "tắt nhắc": everything about reminders. */
export async function remind(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const typed = clean(rest)
  const whole = fold(typed)
  if (/^(?:tat|bat) nhac/.test(whole)) return allow(turn, whole.startsWith("bat"))
  const { person, campaign } = context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const code = readReminderCode(typed)
  if (code !== undefined) return await withCode(turn, person, code)
  if (LISTS.test(whole)) return await list(turn, person)
  if (campaign === undefined) return answer(turn, "no-campaign")
  const read = readReminder(typed, await reads.units(), whenContext(campaign.campaign, turn.moment))
  if (read.audience === undefined) {
    if (asksUntoldKind(read.unread ?? "")) return answer(turn, "kinds-known")
    const unread: readonly Phrase[] =
      read.unread === undefined ? [] : [{ key: "remind-who-unread", args: { typed: quote(read.unread) } }]
    return { say: [reply(turn, { phrases: [...unread, { key: "remind-how" }] })] }
  }
  const [first, ...more] = read.audience.units ?? []
  const unit = await unitMeant(context, person, first, reads)
  if ("problem" in unit) return answer(turn, unit.problem, unit.args)
  const others: UnitRef[] = []
  for (const each of more) {
    const other = await unitMeant(context, person, each, reads)
    if ("problem" in other) return answer(turn, other.problem, other.args)
    others.push(other.unit)
  }
  const { leaves = [] } = read.audience
  const left = await leftOut(reads, person, leaves, [unit.unit, ...others])
  if ("problem" in left) return answer(turn, left.problem, left.args)
  const audience: Audience = { ...stateOf(read.audience, left), unit: unit.unit }
  const { furtherKinds } = read.audience
  const wish = {
    audience,
    ...(others.length === 0 ? {} : { others }),
    ...given({ furtherKinds, words: read.words }),
  }
  return await planned(turn, campaign, wish, read.when)
}

/** "khối hành chính sự nghiệp ngay": a kind of units that nothing recorded tells, and perhaps an hour. */
function asksUntoldKind(typed: string): boolean {
  const words = typed.split(" ").slice(0, LONGEST_KIND)
  return words.some((_, at) => {
    const asked = kindAsked(words.slice(0, at + 1).join(" "))
    return asked?.several === true && asked.kind === undefined
  })
}

const LONGEST_KIND = 8

/**
 * "nhac may tng": without its mark "nhắc" may be music as well, so it is a reminder only from an officer, and only when
 * nothing but the name of one of their units follows for certain, and perhaps an hour. Answers both.
 */
export async function unmarkedReminder(
  context: Context,
  text: string,
  reads: Reads,
): Promise<string | undefined> {
  const { person } = context
  const [, name, hour = ""] =
    /^nhac ([\p{L}\p{N} .-]{2,60}?)( \d{1,2} ?(?:h|g|gio)[\p{L}\p{N} .,/-]{0,60})?$/u.exec(
      fold(clean(text)),
    ) ?? []
  if (name === undefined || !isOfficer(person)) return undefined
  const units = (await reads.units()).filter((unit) => mayAct(person.grants, "officer", unit))
  return findUnit(name, units).kind === "sure" ? name + hour : undefined
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
    return { problem: "invite-which-unit", args: { typed: quote(read.typed) } }
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
  // The one it was arranged for, whichever people register for by now.
  const { campaign } = (await aboutCampaign(turn, known.campaignId)).context
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
  const [first, ...more] = read.audience?.units ?? []
  // A reminder is of one unit; another one is arranged for itself.
  if (more.length > 0 || read.audience?.furtherKinds !== undefined)
    return answer(turn, "remind-change-how", { code: reminderCode(known.number) })
  const unit =
    read.audience === undefined
      ? { unit: known.audience.unit }
      : await unitMeant(context, person, first, reads)
  if ("problem" in unit) return answer(turn, unit.problem, unit.args)
  const left = await leftOut(reads, person, read.audience?.leaves ?? [], [unit.unit])
  if ("problem" in left) return answer(turn, left.problem, left.args)
  const words = read.words ?? known.words
  const decision = await planned(
    turn,
    campaign,
    {
      audience: {
        ...(read.audience === undefined ? known.audience : stateOf(read.audience, left)),
        unit: unit.unit,
      },
      ...given({ words }),
      of: { id: known.id, number: known.number },
    },
    read.when ?? { kind: "when", when: known.when },
  )
  return about(campaign.id, decision)
}

function stateOf({ kind, under, of }: AudienceRead, { without }: LeftOut): AudienceState {
  return { kind, ...given({ under, of }), ...(without.length === 0 ? {} : { without }) }
}

/** "tắt nhắc", "bật nhắc": for the person, on every platform. */
function allow(turn: Turn, granted: boolean): Decision {
  const { person } = turn.context
  if (person === undefined) return answer(turn, "reminders-unknown")
  return {
    changes: [
      { do: "consent", personId: person.id, purpose: "reminders", version: CONSENT_VERSION, granted },
    ],
    ...answer(turn, granted ? "reminders-on" : "reminders-off"),
  }
}
