import type { Blob } from "node:buffer"
import type { Stream } from "node:stream"
import type { Feature } from "write-excel-file/node"
import type { OutSheet } from "../../core/export/sheet.ts"
import { escapeXml } from "../xml.ts"

/** Of a column that names none, in characters. */
export const DEFAULT_WIDTH = 16

/**
 * Makes a list a list and a paper in every spreadsheet program: a filter on its heading, and on A4 as wide as the paper, or as
 * two of it where letters would be too small, the heading, the first column and lines on each page, the
 * pages named and numbered. The writer has no options for these; the elements and their order are those of ECMA-376, part 1,
 * §18.3.1.99.
 */
export function printing(sheets: readonly OutSheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => laidOut(xml, sheets[sheetIndex]),
        },
        "xl/workbook.xml": {
          transform: (xml) => xml.replace(/<definedNames\s*\/>/, () => definedNames(sheets)),
        },
      },
    },
  }
}

/** What has more columns is a list: it is filtered, and printed across the paper. */
const MOST_FIGURES = 3

/** What is no list is a summary, read like a letter. */
export function isList({ columns }: OutSheet): boolean {
  return columns.length > MOST_FIGURES
}

function laidOut(xml: string, sheet: OutSheet | undefined): string {
  if (sheet === undefined) return xml
  const filter = isList(sheet) ? `<autoFilter ref="${range(sheet, "")}"/>` : ""
  const orientation = isList(sheet) ? "landscape" : "portrait"
  const across = pagesAcross(sheet)
  // Side by side, then down: what lies beside the first page is not hundreds of pages behind it.
  const order = across > 1 ? ' pageOrder="overThenDown"' : ""
  const paper =
    '<printOptions horizontalCentered="1" gridLines="1"/>' +
    '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${across}" fitToHeight="0"${order}/>` +
    `<headerFooter><oddHeader>${headerOf(sheet)}</oddHeader><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`
  return xml
    .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/g, "")
    .replace("</sheetData>", () => `</sheetData>${filter}${paper}`)
}

/** A program takes 255 characters of a header; the name has 31 at most, and "&" counts twice. */
const LONGEST_ABOUT = 150

/** The name in bold, and below it what the sheet is about: a page that lies alone still says so. */
function headerOf({ name, about }: OutSheet): string {
  const typed = (text: string) => escapeXml(text.replaceAll("&", "&&"))
  const below = about === undefined ? "" : `&amp;B&#10;${typed(about.slice(0, LONGEST_ABOUT))}`
  return `&amp;C&amp;B${typed(name)}${below}`
}

/** How many characters of 12 points A4 holds across with letters of 7 points still. */
const MOST_ACROSS = 190

/** Where there are several, the first column stands on each of them. */
function pagesAcross({ columns }: OutSheet): number {
  const [first = 0, ...others] = columns.map(({ width = DEFAULT_WIDTH }) => width)
  const rest = others.reduce((sum, width) => sum + width, 0)
  return first + rest <= MOST_ACROSS ? 1 : Math.ceil(rest / (MOST_ACROSS - first))
}

function definedNames(sheets: readonly OutSheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const quoted = `'${sheet.name.replaceAll("'", "''")}'!`
    const named = (name: string, ranges: readonly string[], more = "") => {
      const cells = ranges.map((each) => `${quoted}${each}`).join(",")
      return `<definedName name="_xlnm.${name}" localSheetId="${index}"${more}>${escapeXml(cells)}</definedName>`
    }
    return [
      ...(isList(sheet) ? [named("_FilterDatabase", [range(sheet, "$")], ' hidden="1"')] : []),
      named("Print_Titles", [...(pagesAcross(sheet) > 1 ? ["$A:$A"] : []), "$1:$1"]),
    ]
  })
  return names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`
}

function range({ columns, rows }: OutSheet, fixed: "" | "$"): string {
  const last = columnName(columns.length)
  return `${fixed}A${fixed}1:${fixed}${last}${fixed}${rows.length + 1}`
}

/** 1 is A, 27 is AA. */
function columnName(place: number): string {
  const rest = place - 1
  return (rest >= 26 ? columnName(Math.floor(rest / 26)) : "") + String.fromCharCode(65 + (rest % 26))
}
