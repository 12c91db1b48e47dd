import type { ZipEntry } from "../file/zip.ts"

/** A box that was drawn over several cells, from 0; what it holds is written in its first cell alone. */
type Merged = { readonly top: number; readonly bottom: number; readonly place: number }

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/
/** A list has some for each of its rows. */
const MOST_MERGED = 20_000

/**
 * What lines hold in cells that are merged with cells above them: by the number of the line, from 0, and the place of the
 * cell. Of the first sheet of an unpacked .xlsx file.
 */
export function mergedAbove(
  workbook: readonly ZipEntry[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const found = new Map<number, Map<number, string>>()
  for (const { top, bottom, place } of mergedIn(firstSheet(workbook))) {
    const text = rows[top]?.[place] ?? ""
    if (text === "") continue
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1); row++) {
      found.set(row, (found.get(row) ?? new Map<number, string>()).set(place, text))
    }
  }
  return found
}

function mergedIn(xml: string): readonly Merged[] {
  return [...xml.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]{1,2})(\d{1,7}):[A-Z]{1,2}(\d{1,7})"/g)]
    .slice(0, MOST_MERGED)
    .map(([, column = "", top = "1", bottom = "1"]) => ({
      top: Number(top) - 1,
      bottom: Number(bottom) - 1,
      place: [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    }))
    .filter(({ top, bottom }) => bottom > top)
}

/** The sheet that the workbook names first, which need not be the one that was made first. */
function firstSheet(workbook: readonly ZipEntry[]): string {
  const part = (name: string) => workbook.find((entry) => entry.name === name)?.content.toString("utf8") ?? ""
  const id = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(part("xl/workbook.xml"))?.[1] ?? ""
  const relation = part("xl/_rels/workbook.xml.rels").match(/<Relationship\b[^>]*>/g) ?? []
  const target = relation.find((each) => each.includes(`Id="${id}"`))?.match(/\bTarget="([^"]+)"/)?.[1] ?? ""
  const named = part(`xl/${target.replace(/^\/?(?:xl\/)?/, "")}`)
  if (named !== "") return named
  return workbook.find(({ name }) => SHEET.test(name))?.content.toString("utf8") ?? ""
}
