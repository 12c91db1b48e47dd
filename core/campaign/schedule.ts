import { formatDay, localDate } from "../clock.ts"
import type { Change } from "../conversation/change.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RemovedPeriodDialogue, ScheduleDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct } from "../people/role.ts"
import { parseAgreement, parseChoice } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import type { Campaign, GoalPeriod } from "./campaign.ts"
import { daysApart, type Edge, type MovedEdge, movedDay, movedWhole } from "./moved-edge.ts"
import {
  isNamed,
  isSame,
  type Known,
  knownPeriod,
  orNew,
  overlap,
  periodOf,
  periodsOf,
  replaced,
  roomFor,
  type Schedule,
} from "./periods.ts"
import { readPeriod, type TypedPeriod } from "./typed-period.ts"

const LONGEST_PERIOD = 300
/** "1 tới khi nào", "2 bao nhiêu" */
const ASKS = /(?:^| )(?:khi nao|bao gio|chung nao|ngay nao|bao nhieu|may|the nao|con lai may)(?: |$)/

/** "giai đoạn", "đợt cao điểm": shows them to everybody, changes, adds or removes one for officers of the whole federation. */
export async function scheduleCommand(turn: Turn, list: Schedule, rest: string): Promise<Decision> {
  const { moment } = turn
  const { campaign } = turn.context
  if (campaign === undefined) return answer(turn, "progress-none")
  const rules = campaign.campaign
  if (rest === "") return { say: [reply(turn, { phrases: shown(rules, list) })] }
  if (ASKS.test(fold(rest.slice(0, LONGEST_PERIOD)))) return told(turn, rules, list, rest)
  const typed = rest.length > LONGEST_PERIOD ? undefined : orNew(readPeriod(rest), periodsOf(rules, list))
  const today = localDate(moment.now, moment.timeZone)
  const known = typed && knownPeriod(rules, list, typed, today)
  if (known !== undefined && /^\d{1,2}$/.test(rest))
    return answer(turn, "schedule-line", wordsOf(known.period))
  if (officeFor(turn) === undefined)
    return answer(turn, "schedule-not-yours", { unit: campaign.federation.name })
  // Its readers look for an end at every place, which costs the cube of the length.
  if (typed === undefined) return answer(turn, "schedule-how", { list })
  if (known === undefined && isNamed(typed)) return unknown(turn, rules, list, typed.name)
  if (typed.removed === true) return removing(turn, rules, list, known?.period)
  if (known === undefined && isAboutOneThere(typed) && periodsOf(rules, list).length > 1)
    return whichOne(turn, rules, list, { key: "schedule-which", args: { list } }, rest)
  if (known !== undefined && typed.moved !== undefined && typed.moved.edge === undefined)
    return whichEdge(turn, list, known, typed.moved)
  const period = periodOf(rules, list, typed, today)
  if (period === undefined) return answer(turn, "schedule-how", { list })
  if (known !== undefined && isSame(known.period, period))
    return answer(turn, "schedule-same", wordsOf(period))
  const room = roomFor(rules, list, period)
  if (room !== undefined && "problem" in room) return { say: [reply(turn, { phrases: [room.problem] })] }
  return asking(turn, { list, period, ...(known === undefined ? {} : { was: known.period }), ...room })
}

/** "kéo dài đợt cao điểm đến 25/3", "đợt cao điểm chỉ tiêu 150": of one that is there, and it is not said of which. */
function isAboutOneThere({ name, days, goal, moved, renamed, added }: TypedPeriod): boolean {
  const setsOnlyGoal = name === "" && days === undefined && goal !== undefined
  return added !== true && (moved !== undefined || renamed !== undefined || setsOnlyGoal)
}

type Asked = Pick<ScheduleDialogue, "list" | "period" | "was" | "also" | "removes">

function asking(turn: Turn, asked: Asked): Decision {
  const ask = turn.moment.newId()
  const dialogue: ScheduleDialogue = { step: "schedule", ask, askedAt: turn.moment.now, ...asked }
  return { dialogue, ...repeatSchedule(turn, dialogue) }
}

/** The campaign and the person, where they set its phases and peak periods. */
function officeFor({ context: { campaign, person } }: Turn) {
  return campaign !== undefined &&
    person !== undefined &&
    mayAct(person.grants, "officer", campaign.federation)
    ? { campaign, person }
    : undefined
}

/** The answer to "is it right?"; undefined when the words are none. */
export function answerSchedule(turn: Turn, dialogue: ScheduleDialogue): Decision | undefined {
  const isRight = parseAgreement(turn.written.text, 2)
  if (isRight === undefined) return undefined
  if (!isRight) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const office = officeFor(turn)
  if (office === undefined) return { dialogue: null, ...answer(turn, "officers-only") }
  const { list, period, was, also, removes } = dialogue
  const rules = office.campaign.campaign
  const now = periodsOf(rules, list).find(({ code }) => code === period.code)
  if (was !== undefined && (now === undefined || !isSame(now, was)))
    return {
      dialogue: null,
      ...(now === undefined
        ? answer(turn, "schedule-gone", { name: was.name })
        : answer(turn, "schedule-meanwhile", wordsOf(now))),
    }
  if (removes === true) return removed(turn, list, period, office)
  const among = also === undefined ? rules : replaced(rules, list, also)
  const room = roomFor(among, list, period)
  // Meanwhile another one was moved.
  if (room !== undefined)
    return "problem" in room
      ? { dialogue: null, say: [reply(turn, { phrases: [room.problem] })] }
      : asking(turn, { list, period, ...(now === undefined ? {} : { was: now }), ...room })
  const periods = also === undefined ? [period] : [period, also]
  return { dialogue: null, changes: [set(list, periods, office)], ...done(turn, periods) }
}

type Office = NonNullable<ReturnType<typeof officeFor>>

function set(list: Schedule, periods: readonly GoalPeriod[], { campaign, person }: Office): Change {
  const at = { campaignId: campaign.id, unitId: campaign.federation.id, personId: person.id }
  return { do: "set_periods", list, periods, ...at }
}

function done(turn: Turn, periods: readonly GoalPeriod[]): Decision {
  return answer(turn, "schedule-done", { name: periods.map(({ name }) => name).join(", ") })
}

/** "bỏ đợt cao điểm 2": asked first, for what was counted for it is shown nowhere then. */
function removing(turn: Turn, rules: Campaign, list: Schedule, period: GoalPeriod | undefined): Decision {
  if (period === undefined) return whichToRemove(turn, rules, list)
  if (list === "phases" && rules.phases.length === 1)
    return answer(turn, "schedule-last-phase", { name: period.name })
  return asking(turn, { list, period, was: period, removes: true })
}

function removed(turn: Turn, list: Schedule, period: GoalPeriod, office: Office): Decision {
  const { campaign, person } = office
  if (list === "phases" && campaign.campaign.phases.length === 1)
    return { dialogue: null, ...answer(turn, "schedule-last-phase", { name: period.name }) }
  const dialogue: RemovedPeriodDialogue = {
    step: "removed_period",
    ask: turn.moment.newId(),
    askedAt: turn.moment.now,
    list,
    period,
  }
  return {
    dialogue,
    changes: [
      {
        do: "remove_period",
        campaignId: campaign.id,
        list,
        period,
        unitId: campaign.federation.id,
        personId: person.id,
      },
    ],
    ...repeatRemoved(turn, dialogue),
  }
}

/** "Đã bỏ …  1. Lấy lại": with everything that was set for it. */
export function answerRemoved(turn: Turn, { list, period }: RemovedPeriodDialogue): Decision | undefined {
  const { text } = turn.written
  const isWanted = parseChoice(text, 1) === 1 || /^(?:lay lai|hoan tac|undo)(?: |$)/.test(fold(text))
  if (!isWanted) return undefined
  const office = officeFor(turn)
  if (office === undefined) return { dialogue: null, ...answer(turn, "officers-only") }
  const room = roomFor(office.campaign.campaign, list, period)
  if (room !== undefined) {
    const problem = "problem" in room ? room.problem : overlap(room.also)
    return { dialogue: null, say: [reply(turn, { phrases: [problem] })] }
  }
  return { dialogue: null, changes: [set(list, [period], office)], ...done(turn, [period]) }
}

export function repeatRemoved(turn: Turn, { ask, period }: RemovedPeriodDialogue): Decision {
  return {
    say: [
      reply(turn, {
        phrases: [{ key: "schedule-removed", args: { name: period.name } }],
        choices: { ask, labels: [{ key: "choice-take-back" }] },
      }),
    ],
  }
}

/** Asks once more. */
export function repeatSchedule(turn: Turn, { ask, list, period, also, removes }: ScheduleDialogue): Decision {
  const { campaign } = turn.context
  const today = localDate(turn.moment.now, turn.moment.timeZone)
  const isNew =
    campaign !== undefined && !periodsOf(campaign.campaign, list).some(({ code }) => code === period.code)
  const { name: other = "", from: since = "", to: until = "" } = also === undefined ? {} : wordsOf(also)
  const does = removes === true ? "removes" : isNew ? "adds" : "sets"
  const args = { list, does, begun: period.startsOn <= today ? "yes" : "no", ...wordsOf(period) }
  const phrases: readonly Phrase[] = [
    {
      key: removes === true ? "schedule-remove" : "schedule-confirm",
      args: { ...args, also: also === undefined ? "none" : "some", other, since, until },
    },
  ]
  const labels = [{ key: also === undefined ? "choice-right" : "choice-both" }, { key: "choice-stop" }]
  return { say: [reply(turn, { phrases, choices: { ask, labels } })] }
}

function shown(campaign: Campaign, list: Schedule): readonly Phrase[] {
  const periods = periodsOf(campaign, list)
  if (periods.length === 0) return [{ key: "schedule-none" }]
  // "bỏ đợt cao điểm 2" counts them; phases have their numbers in their names.
  return list === "phases"
    ? periods.map((period) => ({ key: "schedule-line", args: wordsOf(period) }))
    : periods.map((period, index) => ({
        key: "schedule-line-numbered",
        args: { number: index + 1, ...wordsOf(period) },
      }))
}

/** The one whose number is named, or all. */
function told(turn: Turn, rules: Campaign, list: Schedule, rest: string): Decision {
  const period = periodsOf(rules, list)[Number(/^(?:gđ|gd)?(\d{1,2})(?=\s|$)/iu.exec(rest)?.[1] ?? 0) - 1]
  return period === undefined
    ? { say: [reply(turn, { phrases: shown(rules, list) })] }
    : answer(turn, "schedule-line", wordsOf(period))
}

function unknown(turn: Turn, rules: Campaign, list: Schedule, typed: string): Decision {
  const head: Phrase = { key: "schedule-unknown", args: { list, typed: quote(typed) } }
  return { say: [reply(turn, { phrases: [head, ...shown(rules, list)] })] }
}

/** Asks by number for the command that is meant. */
function offering(
  turn: Turn,
  question: Phrase,
  ways: readonly { readonly label: Phrase; readonly command: string }[],
): Decision {
  const ask = turn.moment.newId()
  const offered = ways.map(({ command }) => command)
  return {
    dialogue: { step: "which_unit", ask, askedAt: turn.moment.now, offered },
    say: [reply(turn, { phrases: [question], choices: { ask, labels: ways.map(({ label }) => label) } })],
  }
}

function whichToRemove(turn: Turn, rules: Campaign, list: Schedule): Decision {
  if (periodsOf(rules, list).length === 0) return answer(turn, "schedule-none")
  return whichOne(turn, rules, list, { key: "schedule-remove-which", args: { list } }, "bỏ")
}

/** Asks by number which of the list what was said is about. */
function whichOne(turn: Turn, rules: Campaign, list: Schedule, question: Phrase, said: string): Decision {
  return offering(
    turn,
    question,
    periodsOf(rules, list).map((period, index) => ({
      label: { key: "schedule-line", args: wordsOf(period) },
      command: `${called(list)} ${index + 1} ${said}`,
    })),
  )
}

function called(list: Schedule): string {
  return list === "phases" ? "giai đoạn" : "đợt cao điểm"
}

function wordsOf({ name, startsOn, endsOn, goal }: GoalPeriod) {
  return { name, from: formatDay(startsOn, "date"), to: formatDay(endsOn, "date"), goal }
}

/** "dời giai đoạn 2 một tuần": the first day or the last; a peak period as often both. */
function whichEdge(turn: Turn, list: Schedule, { period, number }: Known, moved: MovedEdge): Decision {
  const edges = EDGES.flatMap(([edge, verb]) => {
    const day = movedDay(period, edge, moved)
    if (day === undefined || daysApart(day, period[edge]) > FARTHEST_EDGE_DAYS) return []
    const args = { edge, day: formatDay(day, "date") }
    return [{ label: { key: "choice-edge", args }, command: `${called(list)} ${number} ${verb} ${args.day}` }]
  })
  const today = localDate(turn.moment.now, turn.moment.timeZone)
  const whole = list === "peaks" ? movedWhole(period, moved, today) : undefined
  const [from, to] = (whole ?? []).map((day) => formatDay(day, "date"))
  const ways =
    from === undefined || to === undefined
      ? edges
      : [
          {
            label: { key: "choice-whole", args: { from, to } },
            command: `${called(list)} ${number} ${from} - ${to}`,
          },
          ...edges,
        ]
  return ways.length === 0
    ? answer(turn, "schedule-how", { list })
    : offering(turn, { key: "schedule-which-edge", args: { name: period.name } }, ways)
}

/** An edge is not moved by half a year by words that do not say which. */
const FARTHEST_EDGE_DAYS = 183

const EDGES: readonly (readonly [Edge, string])[] = [
  ["startsOn", "bắt đầu"],
  ["endsOn", "kết thúc"],
]
