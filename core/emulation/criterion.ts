import { z } from "zod"
import { choice, code, list, mapping, text } from "../campaign/file-rules.ts"
import { fold } from "../text/fold.ts"

const POINTS_RULE = "must be points from 0.1 to 1000 with at most one decimal"
/** With one decimal points add up as they are printed. */
const points = z.number(POINTS_RULE).min(0.1, POINTS_RULE).max(1000, POINTS_RULE).refine(isTenth, POINTS_RULE)
const PCT_RULE = "must be percent from 0 to 1000 with at most one decimal"
const pct = z.number(PCT_RULE).min(0, PCT_RULE).max(1000, PCT_RULE).refine(isTenth, PCT_RULE)
const STEP_RULE = "must be percent from 0.1 to 1000 with at most one decimal"
const step = z.number(STEP_RULE).min(0.1, STEP_RULE).max(1000, STEP_RULE).refine(isTenth, STEP_RULE)
const DEDUCTED_RULE = "must be points from -1000 to -0.1 with at most one decimal"
const deducted = z
  .number(DEDUCTED_RULE)
  .min(-1000, DEDUCTED_RULE)
  .max(-0.1, DEDUCTED_RULE)
  .refine(isTenth, DEDUCTED_RULE)
const AMOUNT_RULE = "must be an amount in đồng"
const GRADE_RULE = "must be points from -1000 to 1000"

const named = { code, name: text(200) }

/** One criterion of the file; `by` tells how its points come about. */
const criterion = z.discriminatedUnion(
  "by",
  [
    mapping({ ...named, by: z.literal("declared"), points }),
    mapping({ ...named, by: z.literal("achieved_pct"), points }),
    mapping({
      ...named,
      by: z.literal("covered_units"),
      points,
      counter: choice(["registered", "recognized", "on_portal"]).default("registered"),
    }),
    mapping({
      ...named,
      by: z.literal("high_benefit"),
      points,
      each: points,
      from_vnd: z.number(AMOUNT_RULE).min(1, AMOUNT_RULE),
    }),
    mapping({ ...named, by: z.literal("active_weeks"), points }),
    mapping({ ...named, by: z.literal("exceeded_pct"), points, each: points, per_pct: step }),
    mapping({
      ...named,
      by: z.literal("turned_down_pct"),
      levels: list(mapping({ above_pct: pct, points: deducted }), "must be a list of levels").min(
        1,
        "must name at least one level",
      ),
    }),
  ],
  {
    error: () =>
      'must be a criterion whose "by" is declared, achieved_pct, covered_units, high_benefit, active_weeks, exceeded_pct or turned_down_pct',
  },
)

/** The rules by which units are scored, as the campaign file has them. */
export const emulationRules = mapping({
  criteria: list(criterion, "must be a list of criteria").default([]),
  clusters: list(
    mapping({ name: text(200), units: list(code, "must be a list of unit codes") }),
    "must be a list of clusters",
  ).default([]),
  grades: list(
    mapping({ from: z.number(GRADE_RULE).min(-1000, GRADE_RULE).max(1000, GRADE_RULE), name: text(100) }),
    "must be a list of grades",
  ).default([]),
})

type Rules = z.output<typeof emulationRules>

/**
 * One criterion. Points have at most one decimal.
 * - `declared`: an officer above the unit says how many.
 * - `achieved_pct`: the unit's percentage of its target, 100 at most, of `points`.
 * - `covered_units`: the percentage of grassroots unions with at least one initiative counted by `counter`.
 * - `high_benefit`: `each` for an initiative recognised in the period that brings `from_vnd` a year or more.
 * - `active_weeks`: the percentage of weeks, closing to closing, in which something was registered.
 * - `exceeded_pct`: a bonus of `each` for every full `per_pct` percent above the target.
 * - `turned_down_pct`: a deduction for what was refused or registered twice, by the highest of `levels` that is exceeded.
 */
export type Criterion = Rules["criteria"][number]

/** Units that are compared with each other: "khối huyện", "cụm doanh nghiệp"; by their codes. */
export type EmulationCluster = Rules["clusters"][number]

/** From how many points on a unit is called what. */
export type Grade = Rules["grades"][number]

/** How units of a campaign are scored; without criteria nobody is. Grades stand from the highest down. */
export type Emulation = {
  readonly criteria: readonly Criterion[]
  readonly clusters: readonly EmulationCluster[]
  readonly grades: readonly Grade[]
}

/** The rules of a checked file. */
export function emulationOf({ criteria = [], clusters = [], grades = [] }: Partial<Rules>): Emulation {
  return { criteria, clusters, grades: grades.toSorted((one, other) => other.from - one.from) }
}

/** The most a unit can have without a bonus: what a score is "out of". */
export function fullScore(criteria: readonly Criterion[]): number {
  const tenths = criteria.map((each) =>
    each.by === "exceeded_pct" || each.by === "turned_down_pct" ? 0 : tenthsOf(each.points),
  )
  return tenths.reduce((sum, each) => sum + each, 0) / 10
}

/** Points as whole tenths, which add up exactly. */
export function tenthsOf(amount: number): number {
  return Math.round(amount * 10)
}

/** What contradicts itself in the rules; one line for each mistake, as `checkCampaign` has them. */
export function emulationMistakes({
  criteria = [],
  clusters = [],
  grades = [],
}: Partial<Rules>): readonly string[] {
  return [
    ...doubled(
      criteria.map(({ code }) => code),
      (index) => `emulation.criteria[${index}].code`,
    ),
    ...criteria.flatMap((each, index) =>
      each.by === "turned_down_pct" ? levelMistakes(each.levels, `emulation.criteria[${index}].levels`) : [],
    ),
    ...doubled(
      clusters.flatMap(({ units }) => units),
      () => "emulation.clusters",
    ),
    ...doubled(
      grades.map(({ from }) => String(from)),
      (index) => `emulation.grades[${index}].from`,
    ),
  ]
}

function doubled(values: readonly string[], where: (index: number) => string): readonly string[] {
  const keys = values.map(fold)
  return values.flatMap((value, index) =>
    keys.indexOf(keys[index] ?? "") < index ? [`${where(index)}: "${value}" is used twice.`] : [],
  )
}

function levelMistakes(
  levels: readonly { readonly above_pct: number; readonly points: number }[],
  where: string,
): readonly string[] {
  return levels.flatMap((level, index) => {
    const before = levels[index - 1]
    return before !== undefined && (level.above_pct <= before.above_pct || level.points >= before.points)
      ? [`${where}[${index}]: must be above the level before it and deduct more than it.`]
      : []
  })
}

function isTenth(value: number): boolean {
  return Math.abs(value * 10 - Math.round(value * 10)) < 1e-9
}
