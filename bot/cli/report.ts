import type { BadRow } from "../../core/campaign/unit-sheet.ts"
import type { World } from "./world.ts"

/** What an import did, in numbers and notes. */
export type ImportReport = {
  readonly what: string
  readonly json: boolean
  readonly dryRun: boolean
  readonly counts: Readonly<Record<string, number>>
  readonly bad: readonly BadRow[]
  readonly unknownColumns: readonly string[]
  readonly notes: readonly string[]
}

/** Counts whose name for machines says nothing to people. */
const IN_WORDS: Readonly<Record<string, string>> = { leftAlone: "closed in the chat, left alone" }

/** Prints the report, bad rows on standard error by file line. False when there were bad rows: the command then exits 1. */
export function reportImport(world: World, report: ImportReport): boolean {
  const bad = report.bad.toSorted((a, b) => a.line - b.line)
  if (report.json) {
    const { dryRun, counts, unknownColumns, notes } = report
    world.print(JSON.stringify({ ...counts, bad, unknownColumns, notes, dryRun }))
  } else {
    const counts = Object.entries(report.counts)
      .filter(([name, count]) => count > 0 || ["new", "changed", "unchanged"].includes(name))
      .map(([name, count]) => `${count} ${IN_WORDS[name] ?? name}`)
    world.print(
      `${report.what}: ${[...counts, `${bad.length} bad`].join(", ")}${report.dryRun ? " (dry run, nothing was changed)" : ""}`,
    )
    if (report.unknownColumns.length > 0) {
      world.print(`Columns nobody knows: ${report.unknownColumns.join(", ")}`)
    }
    for (const note of report.notes) world.print(note)
  }
  for (const { line, reason } of bad) world.warn(`line ${line}: ${reason}`)
  return bad.length === 0
}
