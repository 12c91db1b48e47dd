import { clean, foldWords } from "../text/fold.ts"
import { REASON_OPENS } from "../text/reason.ts"
import type { Criterion } from "./criterion.ts"
import { declaredIn } from "./read.ts"

/** "KCN 8": whom points are given, as typed, and how many; null: they are taken back. */
export type TypedMark = { readonly unit: string; readonly points: number | null }

/** "kế hoạch: KCN 8, GD 10 vì nộp đúng hạn", read. */
export type TypedMarks = {
  readonly marks: readonly TypedMark[]
  /** undefined: several criteria could be meant, and none is named. */
  readonly criterion: Extract<Criterion, { by: "declared" }> | undefined
  readonly reason: string | undefined
}

const LONGEST_TYPED = 2_000
const LONGEST_REASON = 300
const REASON = new RegExp(String.raw`[\s,;.(]+${REASON_OPENS}(?<reason>[^\n]+?)\)?$`, "iu")
/** Between two units; a comma between digits is a decimal one. */
const BETWEEN = /\n+|;|,(?!\d)|,(?=\s)|\s(?:và|va)\s/u
const POINTS =
  /(?:^|[\s:=,-])(?<points>\d{1,4}(?:[.,]\d)?)(?:\s*\/\s*\d{1,4})?(?:\s*(?:điểm|diem|đ|d))?[\s.]*$/iu
/** "KCN 8 điểm kế hoạch" */
const POINTS_AMID = /(?:^|[\s:=,-])(?<points>\d{1,4}(?:[.,]\d)?)\s*(?:điểm|diem)(?=$|[\s.,;])/iu
const TAKEN_BACK = /(?:^|\s)(?:bỏ|bo|xóa|xoá|xoa|hủy|huỷ|huy)(?:\s+(?:điểm|diem))?[\s.]*$/iu
const NUMBERED = /(?:^|\s)(?:mục|muc|tiêu chí|tieu chi|tc|ý)\s*(?:số |so )?(?<number>\d{1,2})(?=$|[\s:,=])/iu
/** What stands around a unit's name. */
const AHEAD = /^(?:[\s:,=-]+|(?:cho|của|cua|đơn vị|don vi|điểm|diem|thi đua|thi dua|là|la)(?=$|[\s:,]))/iu
const BEHIND =
  /(?:[\s:,=-]+|(?:^|\s)(?:được|duoc|dc|là|la|đều|deu|(?:mỗi|moi) (?:đơn vị|don vi|nơi|noi|bên|ben)))$/iu
/** One word of a criterion's name says little: "tổ", "có". */
const SHORTEST_WORD = 4
/** Nobody says more of it. */
const MOST_WORDS = 10

/** Reads who is given how many points for which of the `criteria`; undefined when no points are named. */
export function readMarks(text: string, criteria: readonly Criterion[]): TypedMarks | undefined {
  const typed = clean(text.slice(0, LONGEST_TYPED))
  const why = REASON.exec(typed)
  const said = why === null ? typed : typed.slice(0, why.index)
  const declared = declaredIn(criteria)
  let criterion = declared.length === 1 ? declared[0] : undefined
  const marks: TypedMark[] = []
  /** "KCN, GD và YT 8": who is named before the points. */
  let named: string[] = []
  for (const part of said.split(BETWEEN)) {
    // The number of a criterion is no number of points.
    const numbered = numberedIn(part, criteria)
    const given = pointsIn(numbered?.left ?? part)
    const rest = given?.left ?? numbered?.left ?? part
    const { criterion: meant, left } =
      numbered === undefined ? namedIn(rest, criteria) : { ...numbered, left: rest }
    // One that is counted is not taken for the only other.
    criterion = numbered === undefined ? (meant ?? criterion) : meant
    const unit = tidy(left)
    if (unit !== "") named.push(unit)
    if (given === undefined) continue
    marks.push(...named.map((each) => ({ unit: each, points: given.points })))
    // Points for nobody: whose, is asked.
    if (named.length === 0) marks.push({ unit: "", points: given.points })
    named = []
  }
  if (marks.length === 0) return undefined
  const reason = why?.groups?.["reason"]?.trim().slice(0, LONGEST_REASON)
  return { marks, criterion, reason }
}

/** The points of a part, null for their taking back, and what is said beside them. */
function pointsIn(part: string): { readonly points: number | null; readonly left: string } | undefined {
  const back = TAKEN_BACK.exec(part)
  if (back !== null) return { points: null, left: part.slice(0, back.index) }
  const found = POINTS.exec(part) ?? POINTS_AMID.exec(part)
  if (found === null) return undefined
  const points = Number((found.groups?.["points"] ?? "").replace(",", "."))
  return { points, left: `${part.slice(0, found.index)} ${part.slice(found.index + found[0].length)}` }
}

function tidy(text: string): string {
  let left = text
  for (let before = ""; before !== left; ) {
    before = left
    left = left.replace(AHEAD, "").replace(BEHIND, "")
  }
  return left
}

type Meant = { readonly criterion: TypedMarks["criterion"]; readonly left: string }

/** The criterion named by its number in the list of all, and what is left; one that is counted is given by nobody. */
function numberedIn(text: string, criteria: readonly Criterion[]): Meant | undefined {
  const found = NUMBERED.exec(text)
  if (found === null) return undefined
  const at = criteria[Number(found.groups?.["number"]) - 1]
  const left = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  return { criterion: at?.by === "declared" ? at : undefined, left }
}

/** The declared criterion named by its code or by words of its name, the longest that are said, and what is left. */
function namedIn(text: string, criteria: readonly Criterion[]): Meant {
  const words = text.split(/\s+/).filter((word) => word !== "")
  const keys = words.map((word) => foldWords(word))
  let best: (Meant & { readonly length: number }) | undefined
  for (const criterion of declaredIn(criteria)) {
    const name = ` ${foldWords(criterion.name)} `
    for (let from = 0; from < keys.length; from++) {
      for (let to = Math.min(keys.length, from + MOST_WORDS); to > from; to--) {
        const said = keys.slice(from, to).join(" ")
        const isCode = to === from + 1 && said === foldWords(criterion.code)
        const isName = said.length >= SHORTEST_WORD && name.includes(` ${said} `)
        if (!(isCode || isName) || said.length <= (best?.length ?? 0)) continue
        const left = [...words.slice(0, from), ...words.slice(to)].join(" ")
        best = { criterion, left, length: said.length }
      }
    }
  }
  return best ?? { criterion: undefined, left: text }
}
