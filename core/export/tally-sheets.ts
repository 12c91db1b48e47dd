import type { OperatorStore, StoredCampaign } from "../campaign/operator-store.ts"
import { subtreeIds, unitTree } from "../campaign/unit.ts"
import { addDays, lastDayOf, type Span } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { type PeriodAsk, planTally } from "../tally/plan.ts"
import { readTallies, type TallySource } from "../tally/read.ts"
import type { Benefit, Counts, TallyReading } from "../tally/tally.ts"
import { aboutLine, type OutColumn, type OutSheet, type SheetForm, sheetOf } from "./sheet.ts"

/** What one sector counted; `sector` null: none was stated. */
export type SectorCount = {
  readonly sector: string | null
  readonly total: Counts
  readonly delta: Counts
  readonly benefit: Benefit
}

/** Which counts of sectors are asked for. */
export type SectorAsk = {
  readonly campaignId: string
  readonly unitIds: readonly string[] | undefined
  readonly total: Span
  readonly delta: Span
}

/** Where a tally's annexes come from. */
export type AnnexSource = TallySource & Pick<OperatorStore, "sectors" | "countedRecords">

/** A tally with what it counted by unit (itself first, then all below it) and by sector. */
export type TallyAnnex = {
  readonly campaign: string
  /** Whose tally of which days it is, in one line. */
  readonly about: string
  readonly reading: TallyReading
  readonly units: readonly TallyReading[]
  readonly sectors: readonly SectorCount[]
}

/** Reads a tally and its annexes for one moment. Throws `TallyError` as `readTallies` does. */
export async function readAnnex(
  source: AnnexSource,
  campaign: StoredCampaign,
  unitId: string,
  ask: PeriodAsk & { readonly zone: string },
): Promise<TallyAnnex | undefined> {
  const plan = planTally(campaign.campaign, ask, ask.zone)
  const day = lastDayOf(plan, ask.zone)
  const ids = subtreeIds(unitTree(await source.units(day)), unitId)
  const unitIds = unitId === campaign.unitId ? undefined : ids
  const [units, sectors] = await Promise.all([
    readTallies(source, campaign, ask, ids),
    source.sectors({ campaignId: campaign.id, unitIds, total: plan.total, delta: plan.delta }),
  ])
  const [reading] = units
  if (reading === undefined) return undefined
  const { shortName } = campaign.campaign
  const about = aboutLine(shortName, reading.unitName, { span: plan, zone: ask.zone })
  return { campaign: shortName, about, reading, units, sectors }
}

/** One line of an annex: a unit with everything below it, or a sector. */
type AnnexLine = {
  readonly part: "unit" | "sector"
  readonly code: string | null
  readonly name: string
  readonly total: Counts
  readonly delta: Counts
  readonly target: number | null
  readonly achievedPct: number | null
  readonly benefit: Benefit
}

/** A tally as a file: .xlsx with its numbers, ranking and annexes as sheets, .csv with the annexes one under the other. */
export function tallySheets(
  annex: TallyAnnex,
  form: SheetForm,
  say: (phrase: Phrase) => string,
): readonly OutSheet[] {
  const lines = annexLines(annex, say)
  const columns = annexColumns(say)
  const name = (sheet: string) => say({ key: "export-sheet", args: { sheet } })
  const ofUnits = ["code", "target", "achieved"].map((column) =>
    say({ key: "export-column", args: { column } }),
  )
  if (form === "csv") return [sheetOf(name("annex"), [partColumn(say), ...columns], lines)]
  const sheets = [
    summarySheet(name("summary"), annex, say),
    rankingSheet(name("ranking"), annex.reading, say),
    sheetOf(
      name("units"),
      columns,
      lines.filter(({ part }) => part === "unit"),
    ),
    sheetOf(
      name("sectors"),
      // No sector has a code or a target.
      columns.filter(({ heading }) => !ofUnits.includes(heading)),
      lines.filter(({ part }) => part === "sector"),
    ),
  ]
  return sheets.map((sheet) => ({ ...sheet, about: annex.about }))
}

function annexLines({ units, sectors }: TallyAnnex, say: (phrase: Phrase) => string): readonly AnnexLine[] {
  return [
    ...units.map(({ tally, unitName }): AnnexLine => {
      const { registered, recognized, onPortal } = tally.counters
      return {
        part: "unit",
        code: tally.unit,
        name: unitName,
        total: { registered: registered.total, recognized: recognized.total, onPortal: onPortal.total },
        delta: { registered: registered.delta, recognized: recognized.delta, onPortal: onPortal.delta },
        target: tally.target.assigned,
        achievedPct: tally.target.achievedPct,
        benefit: tally.benefit,
      }
    }),
    ...sectors.map(
      ({ sector, total, delta, benefit }): AnnexLine => ({
        part: "sector",
        code: null,
        name: sector ?? say({ key: "export-no-sector" }),
        total,
        delta,
        target: null,
        achievedPct: null,
        benefit,
      }),
    ),
  ]
}

function partColumn(say: (phrase: Phrase) => string): OutColumn<AnnexLine> {
  return {
    heading: say({ key: "export-column", args: { column: "part" } }),
    value: ({ part }) => say({ key: "export-sheet", args: { sheet: part === "unit" ? "units" : "sectors" } }),
  }
}

function annexColumns(say: (phrase: Phrase) => string): readonly OutColumn<AnnexLine>[] {
  const column = (
    column: string,
    value: OutColumn<AnnexLine>["value"],
    width = 11,
  ): OutColumn<AnnexLine> => ({
    heading: say({ key: "export-column", args: { column } }),
    value,
    width,
    ...(column === "achieved" ? { look: "pct" } : { look: "count" }),
  })
  return [
    column("code", (line) => line.code),
    column("name", (line) => line.name, 40),
    column("registered", (line) => line.total.registered),
    column("registered_delta", (line) => line.delta.registered),
    column("recognized", (line) => line.total.recognized),
    column("recognized_delta", (line) => line.delta.recognized),
    column("on_portal", (line) => line.total.onPortal),
    column("on_portal_delta", (line) => line.delta.onPortal),
    column("target", (line) => line.target),
    column("achieved", (line) => line.achievedPct),
    column("benefit", (line) => line.benefit.vnd, 20),
    column("unconverted", (line) => line.benefit.unconverted),
  ]
}

function summarySheet(
  name: string,
  { campaign, reading: { tally, unitName } }: TallyAnnex,
  say: (phrase: Phrase) => string,
): OutSheet {
  const { counters, target, benefit } = tally
  const label = (column: string) => say({ key: "export-column", args: { column } })
  return {
    name,
    columns: [
      { heading: label("what"), width: 34 },
      { heading: label("total"), width: 40, look: "count" },
      { heading: label("delta"), width: 16, look: "count" },
    ],
    rows: [
      [label("campaign"), campaign, null],
      [label("unit"), unitName, null],
      [label("from"), { time: tally.from }, null],
      [label("to"), { time: lastDay(tally.to) }, null],
      [label("registered"), counters.registered.total, counters.registered.delta],
      [label("recognized"), counters.recognized.total, counters.recognized.delta],
      [label("on_portal"), counters.onPortal.total, counters.onPortal.delta],
      [label("target"), target.assigned, null],
      [
        label("achieved"),
        target.achievedPct === null ? null : { number: target.achievedPct, look: "pct" },
        null,
      ],
      [label("remaining"), target.remaining, null],
      [label("per_day"), target.perDay, null],
      [label("benefit"), benefit.vnd, null],
      [label("unconverted"), benefit.unconverted, null],
      [label("corrections"), null, tally.corrections],
    ],
  }
}

/** A span that ends with a day, as spans of days do, is told by that day and not by the midnight behind it. */
function lastDay(to: string): string {
  const [day = "", time = ""] = to.split("T")
  return /^00:00(?::00(?:\.0+)?)?(?!\d)/.test(time) ? addDays(day, -1) : to
}

function rankingSheet(name: string, { tally }: TallyReading, say: (phrase: Phrase) => string): OutSheet {
  const heading = (column: string) => say({ key: "export-column", args: { column } })
  return sheetOf(
    name,
    [
      { heading: heading("rank"), value: (row) => row.rank, width: 8 },
      { heading: heading("rank_change"), value: (row) => row.rankChange, width: 8 },
      { heading: heading("code"), value: (row) => row.unit, width: 12 },
      { heading: heading("name"), value: (row) => row.name, width: 36 },
      { heading: heading("registered"), value: (row) => row.registered, look: "count", width: 10 },
      { heading: heading("recognized"), value: (row) => row.recognized, look: "count", width: 10 },
      { heading: heading("on_portal"), value: (row) => row.onPortal, look: "count", width: 10 },
      { heading: heading("delta"), value: (row) => row.delta, look: "count", width: 10 },
      { heading: heading("target"), value: (row) => row.target, look: "count", width: 10 },
      { heading: heading("achieved"), value: (row) => row.achievedPct, look: "pct", width: 10 },
    ],
    tally.rows,
  )
}
