/** One line of a table: heading → value, the same headings in every row. */
export type Row = Readonly<Record<string, string | number>>

/** A Markdown table. */
export function table(rows: readonly Row[]): string {
  const headings = Object.keys(rows[0] ?? {})
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`
  return [
    line(headings),
    line(headings.map(() => "---")),
    ...rows.map((row) => line(headings.map((heading) => shown(row[heading] ?? "")))),
  ].join("\n")
}

function shown(value: string | number): string {
  return typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 3 }) : value
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

/** Of measured milliseconds. */
export function quantiles(took: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = took.toSorted((one, other) => one - other)
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0, 1)
  return { p50: at(0.5), p95: at(0.95) }
}
