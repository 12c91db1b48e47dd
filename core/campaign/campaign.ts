import { z } from "zod"
import type { Closing, LocalDate } from "../clock.ts"
import { type Emulation, emulationMistakes, emulationOf, emulationRules } from "../emulation/criterion.ts"
import { EXPORT_FIELDS, type ExportField, PORTAL_FIELDS } from "../export/fields.ts"
import { fold } from "../text/fold.ts"
import { choice, code, day, goal, list, mapping, text } from "./file-rules.ts"

/** The three counters every tally shows, in the order of an initiative's life. */
export const COUNTERS = ["registered", "recognized", "onPortal"] as const

/** One of the three counters. */
export type Counter = (typeof COUNTERS)[number]

/** A stretch of days with a goal of its own, first and last day included. */
export type GoalPeriod = {
  readonly code: string
  readonly name: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly goal: number
}

/** Everything that differs between campaigns. Days are local (`TIME_ZONE`), first and last day included. */
export type Campaign = {
  readonly code: string
  readonly name: string
  readonly shortName: string
  /** Code of the root unit it belongs to. */
  readonly unit: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  /** Eligible days of first application; undefined: not restricted. */
  readonly firstAppliedBetween: readonly [LocalDate, LocalDate] | undefined
  readonly quota: { readonly base: "members" | "members_and_workers"; readonly percent: number }
  /** The counter that is held against the goals. */
  readonly progressCounter: Counter
  /** perPhase: a phase's goal is for the phase alone; cumulative: it includes the phases before it. */
  readonly goalCounting: "perPhase" | "cumulative"
  /** In order of time, never overlapping, at least one. */
  readonly phases: readonly GoalPeriod[]
  readonly peakPeriods: readonly GoalPeriod[]
  readonly weeklyClosing: Closing
  readonly sectors: readonly string[]
  readonly honours: { readonly breakthroughBenefitVnd: number | undefined }
  readonly reminders: {
    /** Days without scheduled messages beside Sundays and the public holidays of fixed date. */
    readonly holidays: readonly LocalDate[]
    /** Whether the common group reads who lags behind; else everybody hears only their own. */
    readonly nameLaggards: boolean
    /** Reminded so long without any movement, the unit above hears of it. */
    readonly escalateAfterDays: number
  }
  /** What the portal is given of an initiative, in its order. */
  readonly portalColumns: readonly ExportField[]
  /** How units are scored. */
  readonly emulation: Emulation
}

/** The campaign file cannot be used; `message` has one line for each mistake: path, what is allowed, what was there. */
export class CampaignFileError extends Error {
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"))
    this.name = "CampaignFileError"
    this.mistakes = mistakes
  }
}

const goalPeriod = mapping({ code, name: text(200), starts_on: day, ends_on: day, goal })
const ESCALATE_RULE = "must be a whole number of days from 1 to 365"
const closingRule = 'must be an hour of the day in quotes, like "16:00"'

const campaignFile = mapping({
  code,
  name: text(500),
  short_name: text(100).optional(),
  unit: code,
  starts_on: day,
  ends_on: day,
  first_applied_between: z.tuple([day, day], "must be two days: [2021-09-01, 2023-09-01]").optional(),
  quota: mapping({
    base: choice(["members", "members_and_workers"]).default("members_and_workers"),
    percent: z
      .number("must be a number from 0 to 100")
      .min(0, "must be a number from 0 to 100")
      .max(100, "must be a number from 0 to 100")
      .default(10),
  }).prefault({}),
  progress_counter: choice(["registered", "recognized", "on_portal"]).default("on_portal"),
  goal_counting: choice(["per_phase", "cumulative"]).default("per_phase"),
  phases: list(goalPeriod, "must be a list of phases").min(1, "must name at least one phase"),
  peak_periods: list(goalPeriod, "must be a list of peak periods").default([]),
  weekly_closing: mapping({
    weekday: choice(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    at: z.string(closingRule).regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, closingRule),
  }).default({ weekday: "friday", at: "16:00" }),
  sectors: list(text(200), "must be a list of texts").default([]),
  honours: mapping({
    breakthrough_benefit_vnd: z.number("must be an amount in đồng").min(0, "must be 0 or more").optional(),
  }).default({}),
  reminders: mapping({
    holidays: list(day, "must be a list of days").default([]),
    name_laggards: z.boolean("must be true or false").default(false),
    escalate_after_days: z.int(ESCALATE_RULE).min(1, ESCALATE_RULE).max(365, ESCALATE_RULE).default(14),
  }).prefault({}),
  portal_columns: list(choice(EXPORT_FIELDS), "must be a list of columns")
    .min(1, "must name at least one column")
    .default([...PORTAL_FIELDS]),
  // Left out when it is not given: a version that does not know it reads such a document still.
  emulation: emulationRules.optional(),
})

/** The campaign file as it is stored: the file's own key names, defaults filled in, days as text. */
export type CampaignDocument = z.output<typeof campaignFile>

/**
 * Checks a campaign file whose YAML is already parsed (also accepts what it returned before). Keys and rules are those
 * of docs/samples/campaign.yaml. Throws `CampaignFileError` that names every mistake at once.
 */
export function checkCampaign(value: unknown): CampaignDocument {
  const result = campaignFile.safeParse(value)
  if (!result.success) {
    throw new CampaignFileError(
      result.error.issues.map((issue) => describe(value, issue.path, issue.message)),
    )
  }
  const mistakes = contradictions(result.data)
  if (mistakes.length > 0) throw new CampaignFileError(mistakes)
  return result.data
}

/** The campaign of a checked file or a stored document. Throws `CampaignFileError` as `checkCampaign` does. */
export function campaignOf(value: unknown): Campaign {
  const file = checkCampaign(value)
  return {
    code: file.code,
    name: file.name,
    shortName: file.short_name ?? file.name,
    unit: file.unit,
    startsOn: file.starts_on,
    endsOn: file.ends_on,
    firstAppliedBetween: file.first_applied_between,
    quota: file.quota,
    progressCounter: file.progress_counter === "on_portal" ? "onPortal" : file.progress_counter,
    goalCounting: file.goal_counting === "per_phase" ? "perPhase" : "cumulative",
    phases: file.phases.map(goalPeriodOf),
    peakPeriods: file.peak_periods.map(goalPeriodOf),
    weeklyClosing: file.weekly_closing,
    sectors: file.sectors,
    honours: { breakthroughBenefitVnd: file.honours.breakthrough_benefit_vnd },
    reminders: {
      holidays: file.reminders.holidays,
      nameLaggards: file.reminders.name_laggards,
      escalateAfterDays: file.reminders.escalate_after_days,
    },
    portalColumns: file.portal_columns,
    emulation: emulationOf(file.emulation ?? {}),
  }
}

/**
 * The phase of a local day: the latest one begun, so that the days between two phases, and after the last one, still
 * belong to a phase. undefined before the first.
 */
export function phaseAt(campaign: Campaign, date: LocalDate): GoalPeriod | undefined {
  return campaign.phases.findLast((phase) => phase.startsOn <= date)
}

/** The goal of the whole campaign: the phases' sum, or the last phase's when goals are cumulative. */
export function wholeGoal(campaign: Campaign): number {
  if (campaign.goalCounting === "cumulative") return campaign.phases.at(-1)?.goal ?? 0
  return campaign.phases.reduce((sum, phase) => sum + phase.goal, 0)
}

type FilePeriod = CampaignDocument["phases"][number]

function goalPeriodOf(file: FilePeriod): GoalPeriod {
  return { code: file.code, name: file.name, startsOn: file.starts_on, endsOn: file.ends_on, goal: file.goal }
}

function describe(root: unknown, path: readonly PropertyKey[], rule: string): string {
  let value = root
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
  const where = path.length === 0 ? "the file" : pathText(path)
  if (rule.startsWith("does not know")) return `${where}: ${rule}.`
  const got = value === undefined ? "it is missing" : `got ${JSON.stringify(value)?.slice(0, 80)}`
  return `${where}: ${rule}; ${got}.`
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "")
}

function contradictions(file: CampaignDocument): string[] {
  const mistakes: string[] = []
  if (file.ends_on < file.starts_on) {
    mistakes.push(`ends_on: must not be before starts_on (${file.starts_on}); got "${file.ends_on}".`)
  }
  const [first, last] = file.first_applied_between ?? []
  if (first !== undefined && last !== undefined && last < first) {
    mistakes.push(
      `first_applied_between: the second day must not be before the first; got [${first}, ${last}].`,
    )
  }
  mistakes.push(...periodMistakes(file, "phases"), ...periodMistakes(file, "peak_periods"))
  mistakes.push(...emulationMistakes(file.emulation ?? {}))
  for (const [index, phase] of file.phases.entries()) {
    const before = file.phases[index - 1]
    if (before === undefined) continue
    if (phase.starts_on <= before.ends_on) {
      mistakes.push(
        `phases[${index}].starts_on: must be after the end of the phase before it (${before.ends_on}); got "${phase.starts_on}".`,
      )
    }
    if (file.goal_counting === "cumulative" && phase.goal < before.goal) {
      mistakes.push(
        `phases[${index}].goal: with goal_counting cumulative it includes the phase before it (${before.goal}), so it must not be less; got ${phase.goal}.`,
      )
    }
  }
  for (const [index, column] of file.portal_columns.entries()) {
    const earlier = file.portal_columns.indexOf(column)
    if (earlier < index)
      mistakes.push(`portal_columns[${index}]: is the same as portal_columns[${earlier}]; got "${column}".`)
  }
  const sectors = new Map<string, number>()
  for (const [index, sector] of file.sectors.entries()) {
    const earlier = sectors.get(fold(sector))
    if (earlier !== undefined) {
      mistakes.push(`sectors[${index}]: is the same as sectors[${earlier}]; got "${sector}".`)
    }
    sectors.set(fold(sector), index)
  }
  return mistakes
}

function periodMistakes(file: CampaignDocument, key: "phases" | "peak_periods"): string[] {
  const mistakes: string[] = []
  const codes = new Set<string>()
  for (const [index, period] of file[key].entries()) {
    const at = `${key}[${index}]`
    if (period.ends_on < period.starts_on) {
      mistakes.push(
        `${at}.ends_on: must not be before starts_on (${period.starts_on}); got "${period.ends_on}".`,
      )
    }
    if (period.starts_on < file.starts_on || period.ends_on > file.ends_on) {
      mistakes.push(
        `${at}: must lie within the campaign (${file.starts_on} to ${file.ends_on}); got ${period.starts_on} to ${period.ends_on}.`,
      )
    }
    if (codes.has(period.code)) mistakes.push(`${at}.code: "${period.code}" is used twice.`)
    codes.add(period.code)
  }
  return mistakes
}
