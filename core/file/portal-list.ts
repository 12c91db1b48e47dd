import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { officeUnits } from "../people/office.ts"
import { judged, portalWish } from "../review/judge.ts"
import { judgeIn } from "../review/tell.ts"
import { truncate } from "../text/cut.ts"
import { fold, foldWords } from "../text/fold.ts"
import { compareVietnamese } from "../text/number.ts"
import type { ListRow, ListTable } from "./table.ts"

/** An initiative of ours beside the portal's list. */
export type PortalRecord = {
  readonly number: number
  readonly title: string
  readonly author: string
  readonly unit: string
  readonly status: string
  readonly portalCode: string | null
}

/** One thing that is not the same here and there. */
type Difference =
  | { readonly kind: "only_here"; readonly record: PortalRecord }
  | { readonly kind: "only_there"; readonly row: ListRow }
  | {
      readonly kind: "title" | "author" | "code" | "not_recognized"
      readonly record: PortalRecord
      readonly row: ListRow
    }
  /** The code stands on another row, or belongs to another initiative of ours. */
  | { readonly kind: "code_twice"; readonly row: ListRow }

/** What comes of holding the portal's list against ours. */
export type Comparison = {
  readonly same: number
  /** Recognised here and on the portal there: to be marked, with their codes. */
  readonly toMark: ReadonlyMap<number, string>
  readonly differences: readonly Difference[]
}

/**
 * Matches every row by its portal code, else by our own code, else by its title together with author or unit. A code that stands
 * twice in the list is used for neither row.
 */
export function compareWithPortal(table: ListTable, records: readonly PortalRecord[]): Comparison {
  const byPortal = new Map(
    records.flatMap((each) => (each.portalCode === null ? [] : [[codeKey(each.portalCode), each]])),
  )
  const byNumber = new Map(records.map((each) => [each.number, each]))
  const byTitle = Map.groupBy(records, ({ title }) => fold(title))
  const seen = Map.groupBy(table.rows, (row) => codeKey(row.of("portalCode")))
  const matched = new Set<number>()
  const toMark = new Map<number, string>()
  const differences: Difference[] = []
  let same = 0
  for (const row of table.rows) {
    const code = row.of("portalCode")
    if (code === "" && row.of("title") === "") continue
    const owner = code === "" ? undefined : byPortal.get(codeKey(code))
    const record = owner ?? byNumber.get(readCode(row.of("code"))?.number ?? 0) ?? byWords(row, byTitle)
    if (record !== undefined && owner === undefined && matched.has(record.number)) {
      differences.push({ kind: "code_twice", row })
      continue
    }
    if (record !== undefined) matched.add(record.number)
    if (code !== "" && (seen.get(codeKey(code))?.length ?? 0) > 1)
      differences.push({ kind: "code_twice", row })
    else if (record === undefined) differences.push({ kind: "only_there", row })
    else {
      const found = differencesOf(row, record)
      differences.push(...found)
      if (record.status === "recognized" && code !== "") toMark.set(record.number, code)
      else if (found.length === 0) same += 1
    }
  }
  for (const record of records) {
    if (record.status === "on_portal" && !matched.has(record.number))
      differences.push({ kind: "only_here", record })
  }
  return { same, toMark, differences }
}

function byWords(
  row: ListRow,
  byTitle: ReadonlyMap<string, readonly PortalRecord[]>,
): PortalRecord | undefined {
  const alike = byTitle.get(fold(row.of("title"))) ?? []
  const sure = alike.filter(
    ({ author, unit }) =>
      foldWords(author) === foldWords(row.of("author")) || foldWords(unit) === foldWords(row.of("unit")),
  )
  return sure.length === 1 ? sure[0] : undefined
}

function differencesOf(row: ListRow, record: PortalRecord): readonly Difference[] {
  const differs = (column: "title" | "author") =>
    row.of(column) !== "" && foldWords(row.of(column)) !== foldWords(record[column])
  const isWaiting = record.status !== "recognized" && record.status !== "on_portal"
  const code = row.of("portalCode")
  const hasOtherCode =
    record.portalCode !== null && code !== "" && codeKey(code) !== codeKey(record.portalCode)
  return [
    ...(isWaiting ? [{ kind: "not_recognized", record, row } as const] : []),
    ...(hasOtherCode ? [{ kind: "code", record, row } as const] : []),
    ...(differs("title") ? [{ kind: "title", record, row } as const] : []),
    ...(differs("author") ? [{ kind: "author", record, row } as const] : []),
  ]
}

function codeKey(code: string): string {
  return foldWords(code)
}

/** A message holds so many differences; what is beyond is counted. */
const MOST_SHOWN = 40
const LONGEST_VALUE = 120
const MOST_ONLY_HERE = 2
const MOST_CODES = 30

/** Holds the portal's own list against what the officer answers for: marks what has arrived there, and names what differs. */
export async function comparePortalList(turn: Turn, person: Person, table: ListTable): Promise<Decision> {
  const { reads } = turn
  const { campaign } = turn.context
  if (campaign === undefined) return answer(turn, "no-campaign")
  const records = await reads.portalRecords(campaign.id, officeUnits(person))
  const { same, toMark, differences } = compareWithPortal(table, records)
  const wish = await portalWish(toMark, reads)
  const numbers = [...toMark.keys()]
  const found = await reads.dossiers(numbers)
  const { changes, notices, phrases } = judged(judgeIn(turn, person), numbers, found, wish)
  const head: Phrase = {
    key: "portal-compared",
    args: { rows: table.rows.length, same, different: differences.length },
  }
  return {
    changes,
    say: [reply(turn, { phrases: [head, ...phrases, ...differencePhrases(differences)] }), ...notices],
  }
}

/** By unit, in the order of their names. */
export function differencePhrases(differences: readonly Difference[]): readonly Phrase[] {
  const unitOf = (difference: Difference) =>
    "record" in difference ? difference.record.unit : difference.row.of("unit")
  const byUnit = [...Map.groupBy(differences, unitOf)].toSorted(([one], [other]) =>
    compareVietnamese(one, other),
  )
  const lines = byUnit.flatMap(([unit, own]) => [
    ...(unit === "" ? [] : [{ key: "portal-unit", args: { unit } }]),
    ...ofUnit(own),
  ])
  const left = lines.length - MOST_SHOWN
  return left <= 0 ? lines : [...lines.slice(0, MOST_SHOWN), { key: "portal-more", args: { count: left } }]
}

/** What only stands here is one line where it is much: a list of one unit, or of one month, names little of the others. */
function ofUnit(differences: readonly Difference[]): readonly Phrase[] {
  const onlyHere = differences.flatMap((difference) => (difference.kind === "only_here" ? [difference] : []))
  if (onlyHere.length <= MOST_ONLY_HERE) return differences.map(differencePhrase)
  const codes = onlyHere.slice(0, MOST_CODES).map(({ record }) => initiativeCode(record.number))
  const more = onlyHere.length - codes.length
  return [
    ...differences.filter(({ kind }) => kind !== "only_here").map(differencePhrase),
    {
      key: "portal-only-here",
      args: { count: onlyHere.length, codes: codes.join(", "), rest: more === 0 ? "none" : "some", more },
    },
  ]
}

function differencePhrase(difference: Difference): Phrase {
  const { kind } = difference
  const row = "row" in difference ? difference.row : undefined
  const record = "record" in difference ? difference.record : undefined
  const here = kind === "author" ? record?.author : kind === "code" ? record?.portalCode : record?.title
  const there =
    kind === "author" ? row?.of("author") : kind === "code" ? row?.of("portalCode") : row?.of("title")
  return {
    key: "portal-difference",
    args: {
      kind,
      line: row?.line ?? 0,
      code: record === undefined ? (row?.of("portalCode") ?? "") : initiativeCode(record.number),
      here: truncate(here ?? "", LONGEST_VALUE),
      there: truncate(there ?? "", LONGEST_VALUE),
    },
  }
}
