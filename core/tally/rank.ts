import type { Counter } from "../campaign/campaign.ts"
import type { Unit } from "../campaign/unit.ts"
import { compareVietnamese } from "../text/number.ts"
import { pctOf } from "./pace.ts"
import type { TallyRow, UnitCounts } from "./tally.ts"

/** A unit with all that is counted for it, and its target now and as it was at the start of the span. */
export type Line = {
  readonly unit: Unit
  readonly counts: UnitCounts
  readonly target: number | null
  readonly targetBefore: number | null
}

/** The table of a tally, best rank first. */
export function ranked(lines: readonly Line[], counter: Counter): TallyRow[] {
  const now = inOrder(lines, counter, "held", "target")
  const before = inOrder(lines, counter, "heldBefore", "targetBefore")
  const hadOrder = lines.some((line) => line.counts.heldBefore[counter] !== 0)
  return now.map((line, index) => ({
    unit: line.unit.code,
    name: line.unit.name,
    ...line.counts.total,
    delta: line.counts.delta[counter],
    target: line.target,
    achievedPct: pctOf(line.counts.held[counter], line.target),
    rank: index + 1,
    rankChange: hadOrder ? before.indexOf(line) - index : null,
  }))
}

/**
 * By % of target as published (one decimal), then the higher count, then the name: a reader must be able to check the
 * order from the table. Without a target last.
 */
function inOrder(
  lines: readonly Line[],
  counter: Counter,
  held: "held" | "heldBefore",
  target: "target" | "targetBefore",
): Line[] {
  const pct = (line: Line) => pctOf(line.counts[held][counter], line[target]) ?? Number.NEGATIVE_INFINITY
  return lines.toSorted(
    (a, b) =>
      compareNumbers(pct(b), pct(a)) ||
      b.counts[held][counter] - a.counts[held][counter] ||
      compareVietnamese(a.unit.name, b.unit.name) ||
      compareVietnamese(a.unit.code, b.unit.code),
  )
}

// Infinity − Infinity is NaN, which a sort takes for "equal" only by luck.
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
