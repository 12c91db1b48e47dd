import type { OperatorStore, StoredCampaign } from "../campaign/operator-store.ts"
import { subtreeIds, unitTree } from "../campaign/unit.ts"
import { isoLocal, lastDayOf, type Span } from "../clock.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { type OutColumn, type OutSheet, sheetOf } from "./sheet.ts"

/** One count behind a number of a tally, with what it brought or took back. */
export type CountedRecord = {
  readonly number: number
  readonly title: string
  readonly author: string
  readonly unitCode: string
  readonly unit: string
  readonly sector: string | null
  /** Epoch milliseconds. */
  readonly at: number
  /** 1, or −1 for what was taken back: the sum is the number. */
  readonly change: number
  readonly reason: string | null
  readonly benefitVnd: number
  readonly unconverted: number
}

/** Where to look for what a unit's tally of `span` counted: it with all that was below it then. Unit ids undefined: all. */
export async function behind(
  source: Pick<OperatorStore, "units">,
  campaign: Pick<StoredCampaign, "id" | "unitId">,
  { unitId, span, zone }: { readonly unitId: string; readonly span: Span; readonly zone: string },
) {
  // Under the tree of its last day, as the tally itself was summed.
  const day = lastDayOf(span, zone)
  const unitIds =
    unitId === campaign.unitId ? undefined : subtreeIds(unitTree(await source.units(day)), unitId)
  return { campaignId: campaign.id, unitIds, span }
}

/** A benefit is counted with the registration alone; beside another count it would stand as 0, as if there were none. */
const COUNTS_BENEFIT: ReadonlySet<string> = new Set(["registered", "corrections"])

function benefitColumns(column: (name: string) => string): readonly OutColumn<CountedRecord>[] {
  return [
    { heading: column("benefit"), value: ({ benefitVnd }) => benefitVnd, look: "count", width: 20 },
    { heading: column("unconverted"), value: ({ unconverted }) => unconverted, look: "count" },
  ]
}

/** The records behind a number as a sheet, one line a count. `about`: whose number of which days it is. */
export function recordSheet(
  records: readonly CountedRecord[],
  kind: string,
  { say, zone }: { readonly say: (phrase: Phrase) => string; readonly zone: string },
  about: string,
): OutSheet {
  const field = (name: string) => say({ key: "export-field", args: { field: name } })
  const column = (name: string) => say({ key: "export-column", args: { column: name } })
  const sheet = sheetOf(
    say({ key: "export-records", args: { kind } }),
    [
      { heading: field("code"), value: ({ number }) => initiativeCode(number), width: 14 },
      { heading: field("title"), value: ({ title }) => title, width: 60 },
      { heading: field("author"), value: ({ author }) => author, width: 24 },
      { heading: field("unit_code"), value: ({ unitCode }) => unitCode },
      { heading: field("unit"), value: ({ unit }) => unit, width: 36 },
      { heading: field("sector"), value: ({ sector }) => sector, width: 26 },
      {
        heading: column("counted_at"),
        value: ({ at }) => ({ time: isoLocal(Math.floor(at / 1000) * 1000, zone) }),
        width: 20,
      },
      { heading: column("change"), value: ({ change }) => change, look: "count", width: 10 },
      ...(COUNTS_BENEFIT.has(kind) ? benefitColumns(column) : []),
      { heading: column("reason"), value: ({ change, reason }) => (change < 0 ? reason : null), width: 30 },
    ],
    records,
  )
  return { ...sheet, about }
}
