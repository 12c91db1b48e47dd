import { formatLocal } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Phrase } from "../outbox.ts"
import { nameAmong } from "../tally/tally.ts"
import { formatNumber, formatPct } from "../text/number.ts"
import { type Criterion, type Emulation, fullScore } from "./criterion.ts"
import { declaredIn, type Scoreboard } from "./read.ts"
import type { CriterionScore, UnitScore } from "./score.ts"

/** A list longer than this is a wall; the file has them all. */
const MOST_LISTED = 20

/** One unit's points, criterion by criterion, with the figures that they come from. */
export function explanation(
  board: Scoreboard,
  unit: UnitScore,
  campaign: RunningCampaign,
  zone: string,
): readonly Phrase[] {
  const { emulation, progressCounter } = campaign.campaign
  return [
    {
      key: "score-head",
      args: {
        ...headOf(board, emulation, campaign, zone),
        unit: unit.name,
        total: formatNumber(unit.total),
        graded: unit.grade === undefined ? "no" : "yes",
        grade: unit.grade?.name ?? "",
        ranked: unit.among > 1 ? "yes" : "no",
        rank: unit.rank,
        among: unit.among,
        clustered: unit.cluster === undefined ? "no" : "yes",
        cluster: unit.cluster ?? "",
      },
    },
    ...unit.criteria.map((score, index) => criterionPhrase(score, index + 1, progressCounter)),
    { key: "score-more", args: { code: unit.code, number: exampleOf(unit.criteria) } },
  ]
}

/** The units below one, best first, each cluster by itself, and what officers have still to give. */
export function scoreTable(
  board: Scoreboard,
  campaign: RunningCampaign,
  above: { readonly name: string },
  zone: string,
): readonly Phrase[] {
  const { emulation } = campaign.campaign
  const clusters = [...new Set(board.units.map(({ cluster }) => cluster))]
  const rows = board.units.map(({ code, name }) => ({ unit: code, name }))
  const shown = board.units.slice(0, MOST_LISTED)
  const more = board.units.length - shown.length
  const [first] = board.units
  return [
    { key: "score-table-head", args: { ...headOf(board, emulation, campaign, zone), unit: above.name } },
    ...clusters.flatMap((cluster) => {
      const inCluster = shown.filter((unit) => unit.cluster === cluster)
      if (inCluster.length === 0) return []
      const named = clusters.length > 1 || cluster !== undefined
      return [
        ...(named
          ? [
              {
                key: "score-cluster",
                args: { known: cluster === undefined ? "no" : "yes", cluster: cluster ?? "" },
              },
            ]
          : []),
        ...inCluster.map(
          (unit): Phrase => ({
            key: "score-line",
            args: {
              rank: unit.rank,
              name: nameAmong({ unit: unit.code, name: unit.name }, rows),
              total: formatNumber(unit.total),
              graded: unit.grade === undefined ? "no" : "yes",
              grade: unit.grade?.name ?? "",
            },
          }),
        ),
      ]
    }),
    ...(more > 0 ? [{ key: "ranking-more", args: { count: more } }] : []),
    ...unmarked(board, emulation),
    ...(first === undefined ? [] : [{ key: "score-table-more", args: { code: first.code } }]),
  ]
}

function unmarked(board: Scoreboard, { criteria }: Emulation): readonly Phrase[] {
  return declaredIn(criteria).flatMap((criterion): readonly Phrase[] => {
    const missing = board.units.filter((unit) =>
      unit.criteria.some(
        ({ basis, criterion: { code: other } }) =>
          other === criterion.code && basis.by === "declared" && basis.mark === undefined,
      ),
    )
    const [next] = missing
    if (next === undefined) return []
    const number = criteria.indexOf(criterion) + 1
    return [
      {
        key: "score-unmarked",
        args: { count: missing.length, name: criterion.name, number, code: next.code },
      },
    ]
  })
}

/** The criteria in writing, with how it is rounded, what settles a tie and when it closes. */
export function rulesTold({ campaign }: RunningCampaign): readonly Phrase[] {
  const { criteria, grades } = campaign.emulation
  return [
    { key: "score-rules-head", args: { full: formatNumber(fullScore(criteria)) } },
    ...criteria.map((criterion, index) => rulePhrase(criterion, index + 1, campaign.progressCounter)),
    { key: "score-rules-foot" },
    ...(grades.length === 0
      ? []
      : [
          {
            key: "score-rules-grades",
            args: { grades: grades.map(({ from, name }) => `${name} ≥ ${formatNumber(from)}`).join(", ") },
          },
        ]),
  ]
}

function rulePhrase(criterion: Criterion, number: number, counter: string): Phrase {
  const common = { number, name: criterion.name, counter }
  if (criterion.by === "turned_down_pct") {
    const levels = criterion.levels.map(
      ({ above_pct, points }) => `> ${formatNumber(above_pct)}%: −${formatNumber(-points)}`,
    )
    return { key: "score-rule", args: { ...common, by: criterion.by, points: "", levels: levels.join(", ") } }
  }
  return {
    key: "score-rule",
    args: {
      ...common,
      by: criterion.by,
      points: formatNumber(criterion.points),
      each: "each" in criterion ? formatNumber(criterion.each) : "",
      per: "per_pct" in criterion ? formatNumber(criterion.per_pct) : "",
      from: "from_vnd" in criterion ? moneyText(criterion.from_vnd) : "",
    },
  }
}

/** The figures behind the points of a criterion, in one line. */
export function criterionPhrase(score: CriterionScore, number: number, counter: string): Phrase {
  const { criterion, points, basis } = score
  const out = criterion.by === "turned_down_pct" ? "" : formatNumber(criterion.points)
  const common = { number, name: criterion.name, points: signed(points), out, counter }
  return { key: "score-criterion", args: { ...common, ...basisArgs(score), by: basis.by } }
}

/** The same without the points. */
export function basisPhrase(score: CriterionScore, counter: string): Phrase {
  return { key: "score-basis", args: { ...basisArgs(score), by: score.basis.by, counter } }
}

function basisArgs({ basis, criterion }: CriterionScore): Readonly<Record<string, string | number>> {
  switch (basis.by) {
    case "declared":
      return {
        state: basis.mark === undefined ? "none" : basis.mark.reason === undefined ? "plain" : "why",
        reason: basis.mark?.reason ?? "",
      }
    case "achieved_pct":
    case "exceeded_pct":
      return {
        state:
          basis.pct === null ? "none" : basis.by === "exceeded_pct" && basis.pct <= 100 ? "short" : "some",
        part: formatNumber(basis.held),
        of: formatNumber(basis.target ?? 0),
        pct: formatPct(basis.pct ?? 0),
        over: formatPct(Math.max(0, Math.round(((basis.pct ?? 0) - 100) * 10) / 10)),
      }
    case "high_benefit":
      return {
        state: basis.count === 0 ? "none" : "some",
        part: formatNumber(basis.count),
        from: criterion.by === "high_benefit" ? moneyText(criterion.from_vnd) : "",
      }
    case "covered_units":
    case "active_weeks":
    case "turned_down_pct":
      return {
        state: basis.part === 0 ? "none" : "some",
        part: formatNumber(basis.part),
        of: formatNumber(basis.of),
        pct: formatPct(basis.pct),
      }
    default:
      return basis satisfies never
  }
}

/** "150 triệu", "1,5 tỷ". */
function moneyText(vnd: number): string {
  if (vnd >= 1e9) return `${formatNumber(vnd / 1e9)} tỷ`
  return vnd >= 1e6 ? `${formatNumber(vnd / 1e6)} triệu` : `${formatNumber(vnd)} đồng`
}

function signed(points: number): string {
  return points < 0 ? `−${formatNumber(-points)}` : formatNumber(points)
}

function headOf(board: Scoreboard, { criteria }: Emulation, { campaign }: RunningCampaign, zone: string) {
  return {
    full: formatNumber(fullScore(criteria)),
    period: board.phase ?? campaign.shortName,
    // A period ends before its last instant: at midnight it is the day before.
    at: board.isOver
      ? formatLocal(board.span.to - 1, zone, "date")
      : formatLocal(board.span.to, zone, "sentence"),
    state: board.isOver ? "closed" : "running",
  }
}

/** A criterion that has records to be looked at: what a reader is shown by example. */
function exampleOf(criteria: readonly CriterionScore[]): number {
  const found = criteria.findIndex(({ basis }) => basis.by === "achieved_pct")
  return Math.max(0, found) + 1
}
