import type { Verdict } from "./verdict.ts"

const COLUMNS: readonly (readonly [heading: string, of: (verdict: Verdict) => string | number])[] = [
  ["scenario", ({ scenario }) => scenario],
  ["backend", ({ backend }) => backend],
  ["accepted", ({ accepted }) => accepted],
  ["registered", ({ registrations }) => registrations],
  ["kills", ({ kills }) => kills],
  ["outages", ({ outages }) => outages],
  ["calls gone wrong", ({ mishaps }) => mishaps],
  ["lost", ({ lost }) => lost],
  ["effects twice", ({ twice }) => twice],
  ["answers repeated (unknown outcome)", ({ repeated }) => repeated],
  ["posts left to a human", ({ unknownPosts }) => unknownPosts],
  ["Zalo, read and not stored when killed", ({ lostOnTheWay }) => lostOnTheWay],
  ["otherwise wrong", ({ wrong }) => wrong.length],
  ["seed", ({ seed }) => seed],
]

/** The verdicts as a table of Markdown. */
export function table(verdicts: readonly Verdict[]): string {
  const rows = [
    COLUMNS.map(([heading]) => heading),
    COLUMNS.map(() => "---"),
    ...verdicts.map((verdict) => COLUMNS.map(([, of]) => String(of(verdict)))),
  ]
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")
}
