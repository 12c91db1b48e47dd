import type { OperatorStore, StoredCampaign } from "../campaign/operator-store.ts"
import { childrenOf, subtreeIds, unitTree } from "../campaign/unit.ts"
import { isoLocal, lastDayOf } from "../clock.ts"
import type { Criterion } from "../emulation/criterion.ts"
import type { ScoreRecord } from "../emulation/detail.ts"
import { readScores, type Scoreboard, type ScorePeriod, type ScoreSource } from "../emulation/read.ts"
import type { CriterionScore, UnitScore } from "../emulation/score.ts"
import { basisPhrase } from "../emulation/text.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { planTally } from "../tally/plan.ts"
import { aboutLine, type OutSheet, sheetOf } from "./sheet.ts"

/** Where a file of scores comes from. */
export type ScoreFileSource = ScoreSource & Pick<OperatorStore, "countedRecords" | "scoreRecords">

/** The scores of the units right below one, or of itself where none is, with every record that they count. */
export type ScoreFile = {
  readonly about: string
  readonly board: Scoreboard
  readonly records: readonly CountedFor[]
}

/** A record and the number, from 1, of the criterion that counts it. */
type CountedFor = {
  readonly item: number
  readonly criterion: Criterion
  readonly number: number
  readonly title: string
  readonly unitCode: string
  readonly unit: string
  /** Epoch milliseconds. */
  readonly at: number
  /** 1, or −1 for what was taken back. */
  readonly change: number
  readonly benefit: string | null
}

/** Reads scores with their records, `limit` at most for each criterion. Throws `TallyError` as `readScores` does. */
export async function readScoreFile(
  source: ScoreFileSource,
  campaign: StoredCampaign,
  ask: { readonly period: ScorePeriod; readonly at: number; readonly zone: string; readonly limit: number },
  unitId: string,
): Promise<ScoreFile> {
  const { campaign: rules } = campaign
  const day = lastDayOf(planTally(rules, ask, ask.zone), ask.zone)
  const tree = unitTree(await source.units(day))
  const whose = childrenOf(tree, unitId).some(({ state }) => state === "open") ? "below" : "own"
  const board = await readScores(source, campaign, ask, { unitId, whose })
  const own = whose === "own" ? board.units.filter((unit) => unit.unitId === unitId) : board.units
  const unitIds = unitId === campaign.unitId ? undefined : subtreeIds(tree, unitId)
  const where = { campaignId: campaign.id, unitIds }
  const records: CountedFor[] = []
  for (const [index, criterion] of rules.emulation.criteria.entries()) {
    const counted = { item: index + 1, criterion }
    if (criterion.by === "achieved_pct") {
      const kind = rules.progressCounter
      const found = await source.countedRecords({ ...where, span: board.held, kind }, ask.limit)
      records.push(
        ...found.map(({ number, title, unitCode, unit, at, change }) => {
          return { ...counted, number, title, unitCode, unit, at, change, benefit: null }
        }),
      )
    }
    if (criterion.by === "high_benefit" || criterion.by === "turned_down_pct") {
      const of =
        criterion.by === "high_benefit"
          ? { by: criterion.by, fromVnd: criterion.from_vnd }
          : ({ by: criterion.by } as const)
      const paged = { ...where, span: board.span, of, offset: 0, limit: ask.limit }
      const { records: found } = await source.scoreRecords(paged)
      records.push(...found.map((record) => ({ ...counted, ...rowOf(record) })))
    }
  }
  const about = aboutLine(rules.shortName, tree.byId.get(unitId)?.name, { span: board.span, zone: ask.zone })
  return { about, board: { ...board, units: own }, records }
}

function rowOf({ number, title, unitCode, unitName, at, benefit }: ScoreRecord) {
  return { number, title, unitCode, unit: unitName, at, change: 1, benefit: benefit ?? null }
}

/** Points by unit, then how each came about, then the records behind them. */
export function scoreSheets(
  { about, board, records }: ScoreFile,
  { emulation, progressCounter }: StoredCampaign["campaign"],
  { say, zone }: { readonly say: (phrase: Phrase) => string; readonly zone: string },
): readonly OutSheet[] {
  const column = (name: string) => say({ key: "export-column", args: { column: name } })
  const sheet = (name: string) => say({ key: "export-sheet", args: { sheet: name } })
  const clustered = board.units.some(({ cluster }) => cluster !== undefined)
  const graded = board.units.some(({ grade }) => grade !== undefined)
  const cluster = clustered
    ? [{ heading: column("cluster"), value: ({ cluster }: UnitScore) => cluster ?? null, width: 24 }]
    : []
  const grade = graded
    ? [{ heading: column("grade"), value: ({ grade }: UnitScore) => grade?.name ?? null, width: 14 }]
    : []
  const points = sheetOf<UnitScore>(
    sheet("scores"),
    [
      ...cluster,
      { heading: column("rank"), value: ({ rank }) => rank, look: "count", width: 8 },
      { heading: column("code"), value: ({ code }) => code, width: 12 },
      { heading: column("name"), value: ({ name }) => name, width: 40 },
      ...emulation.criteria.map(({ name }, index) => ({
        heading: `${index + 1}. ${name}`,
        value: ({ criteria }: UnitScore) => tenth(criteria[index]?.points ?? 0),
        width: 14,
      })),
      { heading: column("score_total"), value: ({ total }) => tenth(total), width: 12 },
      ...grade,
    ],
    board.units,
  )
  const scored = board.units.flatMap((unit) =>
    unit.criteria.map((score, index) => ({ unit, score, item: index + 1 })),
  )
  type Scored = { readonly unit: UnitScore; readonly score: CriterionScore; readonly item: number }
  const why = sheetOf<Scored>(
    sheet("score_basis"),
    [
      { heading: column("code"), value: ({ unit }) => unit.code, width: 12 },
      { heading: column("name"), value: ({ unit }) => unit.name, width: 40 },
      { heading: column("item"), value: ({ item }) => item, look: "count", width: 6 },
      { heading: column("criterion"), value: ({ score }) => score.criterion.name, width: 36 },
      { heading: column("points"), value: ({ score }) => tenth(score.points), width: 10 },
      {
        heading: column("most"),
        value: ({ score: { criterion } }) => ("points" in criterion ? tenth(criterion.points) : null),
        width: 10,
      },
      { heading: column("basis"), value: ({ score }) => say(basisPhrase(score, progressCounter)), width: 60 },
    ],
    scored,
  )
  const behind = sheetOf<CountedFor>(
    sheet("score_records"),
    [
      { heading: column("item"), value: ({ item }) => item, look: "count", width: 6 },
      { heading: column("criterion"), value: ({ criterion }) => criterion.name, width: 30 },
      {
        heading: say({ key: "export-field", args: { field: "code" } }),
        value: ({ number }) => initiativeCode(number),
        width: 14,
      },
      {
        heading: say({ key: "export-field", args: { field: "title" } }),
        value: ({ title }) => title,
        width: 60,
      },
      { heading: column("code"), value: ({ unitCode }) => unitCode, width: 12 },
      { heading: column("unit"), value: ({ unit }) => unit, width: 36 },
      {
        heading: column("counted_at"),
        value: ({ at }) => ({ time: isoLocal(Math.floor(at / 1000) * 1000, zone) }),
        width: 20,
      },
      { heading: column("change"), value: ({ change }) => change, look: "count", width: 10 },
      {
        heading: say({ key: "export-field", args: { field: "benefit" } }),
        value: ({ benefit }) => benefit,
        width: 24,
      },
    ],
    records,
  )
  return [points, why, behind].map((each) => ({ ...each, about }))
}

/** Points have one decimal, in Excel too. */
function tenth(points: number) {
  return { number: points, look: "pct" } as const
}
