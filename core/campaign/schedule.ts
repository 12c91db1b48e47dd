import { addDays, formatDay, type LocalDate, localDate } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import type { ScheduleDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { cut, withoutEnd } from "../text/cut.ts"
import { parseDate } from "../text/dates.ts"
import { clean } from "../text/fold.ts"
import type { Campaign, GoalPeriod } from "./campaign.ts"
import { type Edge, type MovedEdge, movedDay, readMovedEdge } from "./moved-edge.ts"

/** Which of a campaign's lists a period stands in. */
export type Schedule = "phases" | "peaks"

const LONGEST_PERIOD = 300
const LONGEST_NAME = 200

const GOAL =
  /(?:^|[\s,;:])(?:chỉ tiêu|chi tieu|mục tiêu|muc tieu)?[\s:=]*(?<goal>\d{1,3}(?:\.\d{3})+|\d{2,9})(?:\s*(?:sk|sáng kiến|sang kien))?[\s.]*$/iu
/** Where days are moved any other number may belong to them. */
const SAID_GOAL =
  /(?:chỉ tiêu|chi tieu|mục tiêu|muc tieu)[\s:=]*(?:là |la |lên |len |thành |thanh )?(?<goal>\d{1,3}(?:\.\d{3})+|\d{1,9})/iu
/** "1", "gđ2": which of them. */
const NUMBER = /(?:^|\s)(?:gđ|gd)?(\d{1,2})(?=[\s,:]|$)/iu
const DAYS =
  /(?<first>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)\s*(?:-|–|đến|den|tới|toi)\s*(?:hết\s+|het\s+|ngày\s+|ngay\s+)?(?<last>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)/iu

/** What was typed about a period; what is missing stays as it is. */
export type TypedPeriod = {
  readonly name: string
  readonly days: readonly [string, string] | undefined
  readonly goal: number | undefined
  /** Only one of its ends moves. */
  readonly moved?: MovedEdge
}

const LONGEST_TYPED = 1_000

const MARKS = " ,:;\n"

/** A name without the marks behind it, and without the "từ ngày" that led to days which were taken out. */
function nameAlone(text: string): string {
  const bare = withoutEnd(text, MARKS)
  return withoutEnd(bare.replace(/(?:^|\s)(?:từ|tu)(?:\s(?:ngày|ngay))?$|\s(?:ngày|ngay)$/iu, ""), MARKS)
}

/** Reads "1 từ 1/9/2021 đến 31/5/2022 chỉ tiêu 5.000", "1 gia hạn đến 15/6" or "thêm tuần lễ xanh 31/3 - 8/4 1500". */
export function readPeriod(text: string): TypedPeriod {
  const typed = clean(text.slice(0, LONGEST_TYPED))
  const found = DAYS.exec(typed)
  const edge = found === null ? readMovedEdge(typed) : undefined
  if (edge !== undefined) {
    const goal = SAID_GOAL.exec(edge.rest)?.groups?.["goal"]
    return {
      name: NUMBER.exec(edge.rest)?.[1] ?? "",
      days: undefined,
      goal: goal === undefined ? undefined : Number(goal.replaceAll(".", "")),
      moved: edge.moved,
    }
  }
  const { first = "", last = "" } = found?.groups ?? {}
  const withoutDays = found === null ? typed : typed.replace(found[0], " ")
  const goal = GOAL.exec(withoutDays)
  const name = nameAlone(goal === null ? withoutDays : withoutDays.slice(0, goal.index))
    .trimStart()
    .replace(/^(?:thêm|them)(?:\s+|$)/iu, "")
  return {
    name,
    days: found === null ? undefined : [first, last],
    goal: goal === null ? undefined : Number((goal.groups?.["goal"] ?? "").replaceAll(".", "")),
  }
}

/** "giai đoạn", "đợt cao điểm": shows them to everybody, changes or adds one for officers of the whole federation. */
export async function scheduleCommand(turn: Turn, list: Schedule, rest: string): Promise<Decision> {
  const { moment } = turn
  const { campaign, person } = turn.context
  if (campaign === undefined) return answer(turn, "progress-none")
  const rules = campaign.campaign
  const one = /^\d{1,2}$/.test(rest) ? periodsOf(rules, list)[Number(rest) - 1] : undefined
  if (one !== undefined) return answer(turn, "schedule-line", wordsOf(one))
  if (rest === "") return { say: [reply(turn, { phrases: shown(rules, list) })] }
  if (person === undefined || !mayAct(person.grants, "officer", campaign.federation)) {
    return answer(turn, "schedule-not-yours", { unit: campaign.federation.name })
  }
  // Its readers look for an end at every place, which costs the cube of the length.
  if (rest.length > LONGEST_PERIOD) return answer(turn, "schedule-how", { list })
  const typed = readPeriod(rest)
  const today = localDate(moment.now, moment.timeZone)
  const known = knownPeriod(rules, list, typed, today)
  if (known !== undefined && typed.moved !== undefined && typed.moved.edge === undefined)
    return whichEdge(turn, list, known, typed.moved)
  const period = periodOf(rules, list, typed, today)
  if (period === undefined) return answer(turn, "schedule-how", { list })
  if (known !== undefined && isSame(known.period, period))
    return answer(turn, "schedule-same", wordsOf(period))
  const problem = problemOf(rules, list, period)
  if (problem !== undefined) return { say: [reply(turn, { phrases: [problem] })] }
  const ask = moment.newId()
  return {
    dialogue: { step: "schedule", ask, askedAt: moment.now, list, period },
    say: [question(turn, ask, list, period)],
  }
}

/** The answer to "is it right?"; undefined when the words are none. */
export function answerSchedule(turn: Turn, dialogue: ScheduleDialogue): Decision | undefined {
  const { written } = turn
  const isRight = parseAgreement(written.text, 2)
  if (isRight === undefined) return undefined
  if (!isRight) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const { campaign, person } = turn.context
  if (
    campaign === undefined ||
    person === undefined ||
    !mayAct(person.grants, "officer", campaign.federation)
  ) {
    return { dialogue: null, ...answer(turn, "officers-only") }
  }
  const { list, period } = dialogue
  const problem = problemOf(campaign.campaign, list, period)
  if (problem !== undefined) return { dialogue: null, say: [reply(turn, { phrases: [problem] })] }
  return {
    dialogue: null,
    changes: [
      {
        do: "set_period",
        campaignId: campaign.id,
        list,
        period,
        unitId: campaign.federation.id,
        personId: person.id,
      },
    ],
    ...answer(turn, "schedule-done", { name: period.name }),
  }
}

/** Asks once more. */
export function repeatSchedule(turn: Turn, dialogue: ScheduleDialogue): Decision {
  return { say: [question(turn, dialogue.ask, dialogue.list, dialogue.period)] }
}

function question(turn: Turn, ask: string, list: Schedule, period: GoalPeriod) {
  return reply(turn, {
    phrases: [{ key: "schedule-confirm", args: { list, ...wordsOf(period) } }],
    choices: { ask, labels: [{ key: "choice-right" }, { key: "choice-stop" }] },
  })
}

function shown(campaign: Campaign, list: Schedule): readonly Phrase[] {
  const periods = periodsOf(campaign, list)
  if (periods.length === 0) return [{ key: "schedule-none" }]
  return periods.map((period) => ({ key: "schedule-line", args: wordsOf(period) }))
}

function wordsOf({ name, startsOn, endsOn, goal }: GoalPeriod) {
  return { name, from: formatDay(startsOn, "date"), to: formatDay(endsOn, "date"), goal }
}

type Known = { readonly period: GoalPeriod; readonly number: number }

/** The one that is changed: by its number, or, where only an end moves, the one that runs or the only one. */
function knownPeriod(
  campaign: Campaign,
  list: Schedule,
  { name, moved }: TypedPeriod,
  today: LocalDate,
): Known | undefined {
  const periods = periodsOf(campaign, list)
  const typed = /^(?:gđ|gd)?(\d{1,2})$/iu.exec(name)?.[1]
  const running = periods.findIndex(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  const usual = moved === undefined || name !== "" ? -1 : periods.length === 1 ? 0 : running
  const index = typed === undefined ? usual : Number(typed) - 1
  const period = periods[index]
  return period === undefined ? undefined : { period, number: index + 1 }
}

/** The period as it would be; undefined when too little was said, or a day cannot be read. */
function periodOf(
  campaign: Campaign,
  list: Schedule,
  typed: TypedPeriod,
  today: LocalDate,
): GoalPeriod | undefined {
  const periods = periodsOf(campaign, list)
  const { period: known } = knownPeriod(campaign, list, typed, today) ?? {}
  const { moved } = typed
  if (known === undefined && (list === "phases" || moved !== undefined || /^\d{1,2}$/.test(typed.name)))
    return undefined
  const days = typed.days?.map((day) => parseDate(day, today, "future"))
  if (days?.some((day) => day.kind !== "day")) return undefined
  const [first, last] = (days ?? []).map((day) => (day.kind === "day" ? day.date : undefined))
  const edge = moved?.edge
  const day = known && moved && edge && movedDay(known, edge, moved)
  if (moved !== undefined && day === undefined) return undefined
  const startsOn = (edge === "startsOn" ? day : first) ?? known?.startsOn
  const endsOn = (edge === "endsOn" ? day : last) ?? known?.endsOn
  const goal = typed.goal ?? known?.goal
  if (startsOn === undefined || endsOn === undefined || goal === undefined) return undefined
  if (known !== undefined && typed.days === undefined && typed.goal === undefined && moved === undefined)
    return undefined
  return {
    code: known?.code ?? freeCode(periods),
    name:
      known?.name ??
      (typed.name === "" ? `Đợt cao điểm ${periods.length + 1}` : cut(typed.name, LONGEST_NAME)),
    startsOn,
    endsOn,
    goal,
  }
}

function periodsOf(campaign: Campaign, list: Schedule): readonly GoalPeriod[] {
  return list === "phases" ? campaign.phases : campaign.peakPeriods
}

function isSame(one: GoalPeriod, other: GoalPeriod): boolean {
  return one.startsOn === other.startsOn && one.endsOn === other.endsOn && one.goal === other.goal
}

function freeCode(periods: readonly GoalPeriod[]): string {
  for (let n = periods.length + 1; ; n++) {
    if (!periods.some(({ code }) => code === `cd${n}`)) return `cd${n}`
  }
}

/** "dời giai đoạn 2 một tuần": both ways to say it, to be copied. */
function whichEdge(turn: Turn, list: Schedule, { period, number }: Known, moved: MovedEdge): Decision {
  const example = (edge: Edge) => {
    const day = movedDay(period, edge, moved)
    return day === undefined ? undefined : edgeCommand(list, number, edge, day)
  }
  const [start, end] = [example("startsOn"), example("endsOn")]
  if (start === undefined || end === undefined) return answer(turn, "schedule-how", { list })
  return answer(turn, "schedule-which-edge", { name: period.name, start, end })
}

function edgeCommand(list: Schedule, number: number, edge: Edge, day: LocalDate): string {
  const what = list === "phases" ? "giai đoạn" : "đợt cao điểm"
  return `${what} ${number} ${edge === "startsOn" ? "bắt đầu" : "kết thúc"} ${formatDay(day, "date")}`
}

/** The campaign's own rules, told before it is asked; the store checks the whole document again. */
function problemOf(campaign: Campaign, list: Schedule, period: GoalPeriod): Phrase | undefined {
  const [from, to] = [formatDay(campaign.startsOn, "date"), formatDay(campaign.endsOn, "date")]
  const problem = (why: string): Phrase => ({ key: "schedule-problem", args: { why, from, to } })
  if (period.endsOn < period.startsOn) return problem("order")
  if (period.startsOn < campaign.startsOn || period.endsOn > campaign.endsOn) return problem("outside")
  if (list === "peaks") return undefined
  const index = campaign.phases.findIndex(
    (other) =>
      other.code !== period.code && other.startsOn <= period.endsOn && period.startsOn <= other.endsOn,
  )
  const other = campaign.phases[index]
  if (other === undefined) return undefined
  // What has to make room: the beginning of the one behind, or the end of the one before.
  const isBehind = other.startsOn > period.startsOn
  const edge = isBehind ? "startsOn" : "endsOn"
  const day = isBehind ? addDays(period.endsOn, 1) : addDays(period.startsOn, -1)
  const hasRoom = isBehind ? day <= other.endsOn : day >= other.startsOn
  if (!hasRoom) return problem("overlap")
  const example = edgeCommand("phases", index + 1, edge, day)
  const { goal: _, ...args } = wordsOf(other)
  return { key: "schedule-overlap", args: { ...args, example } }
}
