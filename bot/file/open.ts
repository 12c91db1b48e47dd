import {
  type FileProblem,
  type KeptBytes,
  MOST_SHEET_ROWS,
  type OpenedFile,
  type WaitingFile,
} from "../../core/file/file.ts"
import { clean } from "../../core/text/fold.ts"
import {
  csvLines,
  hasDocumentType,
  isUnbounded,
  LostLettersError,
  SheetError,
  workbookLines,
} from "../sheet/read.ts"
import { sniff } from "./sniff.ts"
import { UnsafeZip, unzip, type ZipEntry } from "./zip.ts"

/** Keeps bytes for good. */
export type KeepBytes = (bytes: Uint8Array, contentType: string) => Promise<KeptBytes>

/** A list of 500 rows has a hundredth of it. */
const MOST_UNPACKED_BYTES = 40 * 1024 * 1024
/** Empty rows between the filled ones are forgiven up to here. */
const LAST_ROW = 20_000
/** Above its headings a list may have a title and a date. */
const LINES_BESIDE_ROWS = 15
const MOST_COLUMNS = 200
const OFFICE = {
  "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

/** Looks into what was fetched. What it is decides, not its name; a bad file is a problem, never an exception. */
export function fileOpener(
  keep: KeepBytes,
): (bytes: Uint8Array, waiting: WaitingFile) => Promise<OpenedFile> {
  return async (bytes, { file, purpose }) => {
    const name = clean((file.name ?? "").slice(-200)).replace(/[\n/\\]/g, " ")
    const problem = (why: FileProblem): OpenedFile => ({ is: "problem", name, problem: why })
    try {
      if (purpose.for === "list") return await openSheet(bytes, name)
      const kept = await openEvidence(bytes, keep)
      return kept === undefined ? problem("wrong_type") : { is: "kept", name, ...kept }
    } catch (error) {
      if (error instanceof LostLettersError) return problem("lost_letters")
      if (error instanceof UnsafeZip || error instanceof SheetError) return problem("unreadable")
      // sharp's errors are plain ones, about the picture; those of the disk have a code and are not the file's fault.
      if (error instanceof Error && !("code" in error)) return problem("unreadable")
      throw error
    }
  }
}

async function openSheet(bytes: Uint8Array, name: string): Promise<OpenedFile> {
  const kind = sniff(bytes)
  const problem = (why: FileProblem): OpenedFile => ({ is: "problem", name, problem: why })
  if (kind !== "zip" && kind !== "text") return problem("wrong_type")
  const workbook = kind === "zip" ? unzip(bytes, MOST_UNPACKED_BYTES) : undefined
  if (workbook !== undefined && officeType(workbook) !== OFFICE["xl/"]) return problem("wrong_type")
  if (workbook !== undefined && isUnbounded(workbook, LAST_ROW)) return problem("too_many_rows")
  const all = workbook === undefined ? await csvLines(Buffer.from(bytes)) : await workbookLines(workbook)
  const lines = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  if (lines.length > MOST_SHEET_ROWS + LINES_BESIDE_ROWS) return problem("too_many_rows")
  return {
    is: "sheet",
    name,
    lines: lines.map((each) => ({ ...each, cells: each.cells.slice(0, MOST_COLUMNS) })),
  }
}

async function openEvidence(bytes: Uint8Array, keep: KeepBytes): Promise<KeptBytes | undefined> {
  const kind = sniff(bytes)
  switch (kind) {
    case "jpeg":
    case "png":
    case "webp": {
      // Loaded when the first photo comes: its library is the largest of all.
      const { cleanPhoto } = await import("./photo.ts")
      const photo = await cleanPhoto(bytes, kind)
      return await keep(photo.bytes, photo.contentType)
    }
    case "pdf":
      return await keep(bytes, "application/pdf")
    case "zip": {
      const type = officeType(unzip(bytes, MOST_UNPACKED_BYTES))
      return type === undefined ? undefined : await keep(bytes, type)
    }
    case "text":
    case "unknown":
      return undefined
    default:
      return kind satisfies never
  }
}

/** A Word or Excel file without macros, with no document type that could make an XML reader swell; else undefined. */
function officeType(entries: readonly ZipEntry[]): string | undefined {
  if (!entries.some(({ name }) => name === "[Content_Types].xml")) return undefined
  if (entries.some(({ name }) => /vbaProject|\.bin$/i.test(name) && !/printerSettings/i.test(name)))
    return undefined
  if (hasDocumentType(entries)) return undefined
  const folder = (["word/", "xl/"] as const).find((start) =>
    entries.some(({ name }) => name.startsWith(start)),
  )
  return folder && OFFICE[folder]
}
