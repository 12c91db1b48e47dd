import { formatDay, type LocalDate, localDate } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import type { ScheduleDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct } from "../people/role.ts"
import { parseAgreement } from "../text/choice.ts"
import { cut } from "../text/cut.ts"
import { parseDate } from "../text/dates.ts"
import { clean } from "../text/fold.ts"
import type { Campaign, GoalPeriod } from "./campaign.ts"

/** Which of a campaign's lists a period stands in. */
export type Schedule = "phases" | "peaks"

const LONGEST_PERIOD = 300
const LONGEST_NAME = 200

const GOAL =
  /(?:^|[\s,;:])(?:chỉ tiêu|chi tieu|mục tiêu|muc tieu)?[\s:=]*(?<goal>\d{1,3}(?:\.\d{3})+|\d{2,9})(?:\s*(?:sk|sáng kiến|sang kien))?[\s.]*$/iu
const DAYS =
  /(?<first>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)\s*(?:-|–|đến|den|tới|toi)\s*(?:hết\s+|het\s+|ngày\s+|ngay\s+)?(?<last>\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)/iu

/** What was typed about a period; what is missing stays as it is. */
export type TypedPeriod = {
  readonly name: string
  readonly days: readonly [string, string] | undefined
  readonly goal: number | undefined
}

const LONGEST_TYPED = 1_000

/** Without the "từ ngày" before what was taken out, and without marks; a pattern that ends in marks would take the cube of their number. */
function withoutEnd(text: string): string {
  const bare = trimmedEnd(text)
  return trimmedEnd(bare.replace(/(?:^|\s)(?:từ|tu)(?:\s(?:ngày|ngay))?$|\s(?:ngày|ngay)$/iu, ""))
}

function trimmedEnd(text: string): string {
  let end = text.length
  while (end > 0 && " ,:;\n".includes(text[end - 1] as string)) end--
  return text.slice(0, end)
}

/** Reads "1 từ 1/9/2021 đến 31/5/2022 chỉ tiêu 5.000" or "thêm tuần lễ xanh 31/3 - 8/4 1500". */
export function readPeriod(text: string): TypedPeriod {
  const typed = clean(text.slice(0, LONGEST_TYPED))
  const found = DAYS.exec(typed)
  const { first = "", last = "" } = found?.groups ?? {}
  const withoutDays = found === null ? typed : typed.replace(found[0], " ")
  const goal = GOAL.exec(withoutDays)
  const name = withoutEnd(goal === null ? withoutDays : withoutDays.slice(0, goal.index))
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
  if (rest === "") return { say: [reply(turn, { phrases: shown(rules, list) })] }
  if (person === undefined || !mayAct(person.grants, "officer", campaign.federation)) {
    return answer(turn, "schedule-not-yours", { unit: campaign.federation.name })
  }
  // Its readers look for an end at every place, which costs the cube of the length.
  if (rest.length > LONGEST_PERIOD) return answer(turn, "schedule-how", { list })
  const typed = readPeriod(rest)
  const period = periodOf(rules, list, typed, localDate(moment.now, moment.timeZone))
  if (period === undefined) return answer(turn, "schedule-how", { list })
  const why = problemOf(rules, list, period)
  if (why !== undefined) return answer(turn, "schedule-problem", { why })
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
  const why = problemOf(campaign.campaign, list, period)
  if (why !== undefined) return { dialogue: null, ...answer(turn, "schedule-problem", { why }) }
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
  const periods = list === "phases" ? campaign.phases : campaign.peakPeriods
  if (periods.length === 0) return [{ key: "schedule-none" }]
  return periods.map((period) => ({ key: "schedule-line", args: wordsOf(period) }))
}

function wordsOf({ name, startsOn, endsOn, goal }: GoalPeriod) {
  return { name, from: formatDay(startsOn, "date"), to: formatDay(endsOn, "date"), goal }
}

/** The period as it would be; undefined when too little was said, or a day cannot be read. */
function periodOf(
  campaign: Campaign,
  list: Schedule,
  typed: TypedPeriod,
  today: LocalDate,
): GoalPeriod | undefined {
  const periods = list === "phases" ? campaign.phases : campaign.peakPeriods
  const number = /^(?:gđ|gd)?(\d{1,2})$/iu.exec(typed.name)?.[1]
  const known = number === undefined ? undefined : periods[Number(number) - 1]
  if (number !== undefined && known === undefined) return undefined
  if (known === undefined && list === "phases") return undefined
  const days = typed.days?.map((day) => parseDate(day, today, "future"))
  if (days?.some((day) => day.kind !== "day")) return undefined
  const [first, last] = (days ?? []).map((day) => (day.kind === "day" ? day.date : undefined))
  const startsOn = first ?? known?.startsOn
  const endsOn = last ?? known?.endsOn
  const goal = typed.goal ?? known?.goal
  if (startsOn === undefined || endsOn === undefined || goal === undefined) return undefined
  if (known !== undefined && typed.days === undefined && typed.goal === undefined) return undefined
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

function freeCode(periods: readonly GoalPeriod[]): string {
  for (let n = periods.length + 1; ; n++) {
    if (!periods.some(({ code }) => code === `cd${n}`)) return `cd${n}`
  }
}

/** The campaign's own rules, told before it is asked; the store checks the whole document again. */
function problemOf(campaign: Campaign, list: Schedule, period: GoalPeriod): string | undefined {
  if (period.endsOn < period.startsOn) return "order"
  if (period.startsOn < campaign.startsOn || period.endsOn > campaign.endsOn) return "outside"
  if (list === "peaks") return undefined
  const others = campaign.phases.filter(({ code }) => code !== period.code)
  const overlaps = others.some((other) => other.startsOn <= period.endsOn && period.startsOn <= other.endsOn)
  return overlaps ? "overlap" : undefined
}
