import { fold } from "../text/fold.ts"
import { isPersonName, peopleIn } from "./author-name.ts"

/** A row of a form; what stands beyond that names nobody. */
const LONGEST_LINE = 400

/** Who is named, without what is said of them; with shares, or where a piece is no name, as typed. */
export function namesOf(typed: string | undefined): string | undefined {
  const people = typed === undefined || /\d/.test(typed) ? [] : peopleIn(typed)
  return people.length > 0 ? people.join(", ") : typed === "" ? undefined : typed
}

/** The people of a label for authors, where a dash parts them as well. */
export function authorsNamed(typed: string): readonly string[] {
  const people = peopleIn(typed.replace(/\s+[-–—]\s+/gu, ", "))
  const isOne = people.length === 0 && !/[\d,;\n]/.test(typed) && isPersonName(typed)
  return isOne ? [typed] : people
}

const AUTHOR_ROW =
  /^\d{1,2}[\s.)|:]+(\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){1,5})[\t ]*[|:,\d].*?(?<!\d)(\d{1,3}(?:[.,]\d)?)[\t ]*%?[\t ]*$/u
const AUTHOR_LINE =
  /^(?:[-–•*+]\s*)?(?:nhóm\s+|các\s+|tên\s+)?tác giả(?:\s+sáng kiến)?[^:\n]{0,30}[:：]\s*(.+)$/iu
const SHARED_NAME = /^\p{L}[^\d%]{2,80}\(?\d{1,3}(?:[.,]\d)?\s*%\)?[\s.;]*$/u

/** Several authors with their shares: the rows of the request form's table, or "Tác giả: A (60%), B (40%)". */
export function authorsOf(text: string): string | undefined {
  const lines = text.split("\n").map((line) => line.trim().slice(0, LONGEST_LINE))
  const list = lines.map((line) => AUTHOR_LINE.exec(line)?.[1]).find((value) => value !== undefined)
  const pieces = list?.split(/[;]|,(?!\d)/u).map((piece) => piece.trim()) ?? []
  if (pieces.length > 1 && pieces.every((piece) => SHARED_NAME.test(piece))) return list
  const heading = lines.findIndex((line) => /ho va ten.*(?:ty le|dong gop)/.test(fold(line)))
  if (heading < 0) return undefined
  const rows = lines.slice(heading + 1).map((line) => AUTHOR_ROW.exec(line))
  const authors = rows.flatMap((row) => (row === null ? [] : [`${row[1]} ${row[2]}%`]))
  return authors.length > 1 ? authors.join(", ") : undefined
}
