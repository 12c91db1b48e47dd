import { given } from "../given.ts"
import type { Headcount } from "./unit.ts"

/** What was said of a headcount; what was not said stays as it is. */
export type TypedHeadcount = Partial<Headcount>

const NUMBER = String.raw`(?<count>\d{1,3}(?:\.\d{3})+|\d{1,8})\s*`
const MEMBERS = new RegExp(String.raw`${NUMBER}(?:đoàn viên|doan vien|đv|dv)(?![\p{L}\d])`, "iu")
const WORKERS = new RegExp(
  String.raw`${NUMBER}(?:người lao động|nguoi lao dong|lao động|lao dong|nlđ|nld|công nhân|cong nhan)(?![\p{L}\d])`,
  "iu",
)
/** What leads to a headcount and belongs neither to it nor to a name. */
const LEAD = /[\s,;(]*(?:(?:gồm|gom|có|co|với|voi|số|so)\s*)?$/iu

/** Splits "CĐCS B gồm 120 đoàn viên, 30 lao động" into its headcount and the words before it. */
export function takeHeadcount(text: string): {
  readonly rest: string
  readonly headcount: TypedHeadcount | undefined
} {
  const members = MEMBERS.exec(text)
  const workers = WORKERS.exec(text)
  const found = [members, workers].filter((match) => match !== null)
  if (found.length === 0) return { rest: text, headcount: undefined }
  const begin = Math.min(...found.map(({ index }) => index))
  const countOf = (match: RegExpExecArray | null) =>
    match === null ? undefined : Number((match.groups?.["count"] ?? "").replaceAll(".", ""))
  const [ofMembers, ofWorkers] = [countOf(members), countOf(workers)]
  return {
    rest: text.slice(0, begin).replace(LEAD, ""),
    headcount: given({ members: ofMembers, workers: ofWorkers }),
  }
}
