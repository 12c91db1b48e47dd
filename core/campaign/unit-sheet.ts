import { type LocalDate, localDate } from "../clock.ts"
import { cut } from "../text/cut.ts"
import { parseTimestamp } from "../text/dates.ts"
import { clean, foldWords } from "../text/fold.ts"
import { monthFirstDoubt, monthFirstIn } from "../text/month-first.ts"
import { codeKey, UNIT_LEVELS, type UnitLevel } from "./unit.ts"
import type { StoredUnit } from "./unit-history.ts"

/** Columns of a sheet of units: identifier and the headings it answers to (English, Vietnamese; case and marks do not matter). */
export const UNIT_COLUMNS = {
  code: ["code", "mã", "mã đơn vị"],
  name: ["name", "tên", "tên đơn vị"],
  parent: ["parent", "đơn vị cấp trên", "cấp trên", "mã cấp trên", "parent code"],
  level: ["level", "cấp"],
  members: ["members", "đoàn viên", "số đoàn viên"],
  workers: ["workers", "người lao động", "số người lao động"],
  effectiveFrom: ["effective_from", "từ ngày", "effective date", "ngày hiệu lực"],
  aliases: ["aliases", "tên khác", "tên cũ"],
  closedFrom: ["closed_from", "đóng từ ngày", "ngày đóng"],
  mergedInto: ["merged_into", "gộp vào", "nhập vào"],
} as const

/** A column of a sheet of units. */
export type UnitColumn = keyof typeof UNIT_COLUMNS

/** One row of a sheet: the file's own line number and the cells of known columns; a missing column is undefined. */
export type SheetRow<Column extends string> = {
  readonly line: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
}

/** A row that was not taken, by file line (the heading is line 1), and why. */
export type BadRow = { readonly line: number; readonly reason: string }

const MAX_CODE_LENGTH = 60
const MAX_NAME_LENGTH = 300
const MAX_HEADCOUNT = 100_000_000

const LEVEL_WORDS: Readonly<Record<UnitLevel, readonly string[]>> = {
  central: ["central", "trung ương", "tổng liên đoàn"],
  province: ["province", "tỉnh", "cấp tỉnh", "thành phố", "tỉnh, thành phố"],
  upper: ["upper", "cấp trên", "cấp trên cơ sở", "cấp trên trực tiếp cơ sở", "trên cơ sở", "huyện", "ngành"],
  grassroots: ["grassroots", "cơ sở", "CĐCS", "cấp cơ sở", "công đoàn cơ sở"],
  section: ["section", "bộ phận", "công đoàn bộ phận", "CĐBP", "công đoàn cơ sở thành viên", "thành viên"],
  group: ["group", "tổ", "tổ công đoàn"],
}

const LEVEL_OF = new Map(
  UNIT_LEVELS.flatMap((level) => LEVEL_WORDS[level].map((word) => [foldWords(word), level] as const)),
)

/** What a row says of a unit; undefined where it says nothing. */
export type UnitDraft = {
  readonly line: number
  readonly code: string
  readonly name: string | undefined
  /** Key of its parent's code; null: a root. */
  readonly parentKey: string | null
  readonly parentText: string
  /** Whether the row itself names the parent. */
  readonly parentGiven: boolean
  readonly level: UnitLevel | undefined
  readonly members: number | undefined
  readonly workers: number | undefined
  readonly effectiveFrom: LocalDate | undefined
  readonly aliases: readonly string[]
  readonly closedFrom: LocalDate | undefined
  /** Key of the code of the unit it was merged into on `closedFrom`. */
  readonly mergedInto: string | null
}

/** All stored units by the keys of their codes and by their ids. */
export type KnownUnits = {
  readonly byCode: ReadonlyMap<string, StoredUnit>
  readonly byId: ReadonlyMap<string, StoredUnit>
}

/** The rows that can be taken, by the keys of their codes, and the others with what is wrong. */
export type UnitSheet = {
  readonly drafts: Map<string, UnitDraft>
  readonly bad: BadRow[]
}

/**
 * Reads a sheet of units; `zone` reads its dates. Parents may stand anywhere in it or be known already. A row is taken when
 * it is good by itself and its parents lead to a root.
 */
export function readUnitSheet(
  rows: readonly SheetRow<UnitColumn>[],
  known: KnownUnits,
  zone: string,
): UnitSheet {
  const sheet: UnitSheet = { drafts: new Map(), bad: [] }
  const written = rows.flatMap(({ cells }) => [cells.effectiveFrom, cells.closedFrom])
  const dates: DateReader = { zone, monthFirst: monthFirstIn(written) }
  const firstLine = new Map<string, number>()
  for (const row of rows) {
    const code = clean(row.cells.code ?? "")
    const key = codeKey(code)
    const earlierLine = firstLine.get(key)
    if (code !== "" && earlierLine !== undefined) {
      sheet.bad.push({ line: row.line, reason: `code "${code}" stands already on line ${earlierLine}` })
      continue
    }
    firstLine.set(key, row.line)
    const reasons: string[] = []
    const draft = readDraft(row, known, dates, (reason) => reasons.push(reason))
    if (reasons.length > 0) sheet.bad.push({ line: row.line, reason: reasons.join("; ") })
    else sheet.drafts.set(key, draft)
  }
  dropOrphans(sheet, known)
  dropCycles(sheet, known)
  return sheet
}

/** Names one thing that is wrong with a row. */
type Complain = (reason: string) => void

/** What a sheet's dates are read with; `monthFirst` is one of them that has the month first. */
type DateReader = { readonly zone: string; readonly monthFirst: string | undefined }

function readDraft(
  row: SheetRow<UnitColumn>,
  known: KnownUnits,
  dates: DateReader,
  complain: Complain,
): UnitDraft {
  const cell = (column: UnitColumn) => clean(row.cells[column] ?? "")
  const code = cell("code")
  const before = known.byCode.get(codeKey(code))
  if (code === "") complain("code is empty")
  if (code.length > MAX_CODE_LENGTH || code.includes("\n")) {
    complain(`code is longer than ${MAX_CODE_LENGTH} characters or has several lines`)
  }
  const name = cell("name").replaceAll("\n", " ")
  if (name === "" && before === undefined) complain("name is empty")
  if (name.length > MAX_NAME_LENGTH) complain(`name is longer than ${MAX_NAME_LENGTH} characters`)
  const parentText = cell("parent")
  const parentKey = readParent(row, code, known, complain)
  const levelText = cell("level")
  const level = LEVEL_OF.get(foldWords(levelText))
  if (levelText !== "" && level === undefined) {
    complain(`level "${levelText}" is not one of ${UNIT_LEVELS.join(", ")}`)
  }
  const closedFrom = readDay("closed_from", cell("closedFrom"), dates, complain)
  const mergedText = cell("mergedInto")
  if (mergedText !== "" && closedFrom === undefined) {
    complain(`merged_into "${mergedText}" needs the day in closed_from`)
  }
  if (closedFrom !== undefined && parentKey === null) complain(`"${code}" is a root and cannot be closed`)
  return {
    line: row.line,
    code,
    name: name === "" ? undefined : name,
    parentKey,
    parentText,
    parentGiven: parentText !== "",
    level,
    members: readCount("members", cell("members"), complain),
    workers: readCount("workers", cell("workers"), complain),
    effectiveFrom: readDay("effective_from", cell("effectiveFrom"), dates, complain),
    aliases: cell("aliases")
      .split(/[;\n]/)
      .map((alias) => cut(alias.trim(), MAX_NAME_LENGTH))
      .filter((alias) => alias !== ""),
    closedFrom,
    mergedInto: mergedText === "" ? null : codeKey(mergedText),
  }
}

/** The parent a row names or, where the column is missing, the one that is known. */
function readParent(
  row: SheetRow<UnitColumn>,
  code: string,
  { byCode, byId }: KnownUnits,
  complain: Complain,
): string | null {
  const before = byCode.get(codeKey(code))
  const typed = clean(row.cells.parent ?? "")
  const stored = before?.parentId == null ? undefined : byId.get(before.parentId)
  let parentKey = typed === "" ? null : codeKey(typed)
  if (row.cells.parent === undefined && stored !== undefined) parentKey = codeKey(stored.code)
  else if (typed === "" && stored !== undefined) {
    complain(`parent is empty, but "${code}" stands below "${stored.code}": give its parent's code`)
  }
  if (parentKey !== null && parentKey === codeKey(code)) complain(`"${code}" is its own parent`)
  else if (before !== undefined && before.parentId === null && parentKey !== null) {
    complain(`"${code}" is the root of its federation and cannot be put below "${typed}": leave parent empty`)
  }
  return parentKey
}

function readDay(
  heading: string,
  typed: string,
  { zone, monthFirst }: DateReader,
  complain: Complain,
): LocalDate | undefined {
  if (typed === "") return undefined
  const at = parseTimestamp(typed, zone)
  if (at === undefined) {
    complain(`${heading} "${typed}" is not a date such as 2021-09-01 or 1/9/2021`)
    return undefined
  }
  const day = localDate(at, zone)
  const doubt = monthFirstDoubt(typed, day, monthFirst)
  if (doubt !== undefined) complain(`${heading} ${doubt}`)
  return day
}

function readCount(heading: string, typed: string, complain: Complain): number | undefined {
  if (typed === "") return undefined
  const digits = /^\d{1,3}([.,\u0020]\d{3})+$/.test(typed) ? typed.replace(/[.,\u0020]/g, "") : typed
  const count = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
  if (count <= MAX_HEADCOUNT) return count
  complain(`${heading} "${typed}" is not a whole number from 0`)
  return undefined
}

function dropOrphans({ drafts, bad }: UnitSheet, known: KnownUnits): void {
  // Dropping one can orphan others, so until nothing is dropped any more.
  for (let dropped = true; dropped; ) {
    dropped = false
    for (const [key, draft] of drafts) {
      const reason = orphanReason(key, draft, drafts, known)
      if (reason === undefined) continue
      drafts.delete(key)
      bad.push({ line: draft.line, reason })
      dropped = true
    }
  }
}

function orphanReason(
  key: string,
  draft: UnitDraft,
  drafts: ReadonlyMap<string, UnitDraft>,
  { byCode, byId }: KnownUnits,
): string | undefined {
  if (draft.parentKey === null) return undefined
  const parent = byCode.get(draft.parentKey)
  if (parent === undefined && !drafts.has(draft.parentKey)) {
    return `parent "${draft.parentText}" is neither an accepted row of this file nor a known unit`
  }
  const into = draft.mergedInto
  if (into !== null && !byCode.has(into) && !drafts.has(into)) {
    return `merged_into "${into}" is neither an accepted row of this file nor a known unit`
  }
  const before = byCode.get(key)
  // Records carry their federation; a unit that changed it would leave them behind.
  if (parent !== undefined && before !== undefined && parent.federationId !== before.federationId) {
    return `parent "${draft.parentText}" belongs to another federation (${byId.get(parent.federationId)?.code})`
  }
  return undefined
}

function dropCycles(sheet: UnitSheet, known: KnownUnits): void {
  const { drafts, bad } = sheet
  const parentOf = (key: string): string | null => {
    const draft = drafts.get(key)
    if (draft !== undefined) return draft.parentKey
    const parentId = known.byCode.get(key)?.parentId
    return parentId == null ? null : codeKey(known.byId.get(parentId)?.code ?? "")
  }
  const safe = new Set<string>()
  for (const start of [...drafts.keys()]) {
    const way = new Set<string>()
    let key: string | null = start
    while (key !== null && !safe.has(key) && !way.has(key)) {
      way.add(key)
      key = parentOf(key)
    }
    if (key === null || safe.has(key)) {
      for (const passed of way) safe.add(passed)
      continue
    }
    const passed = [...way]
    const circle = passed.slice(passed.indexOf(key)).flatMap((member) => drafts.get(member) ?? [])
    const codes = circle.map(({ code }) => code)
    for (const { line, code } of circle) {
      bad.push({ line, reason: `parents go round in a circle: ${codes.join(" → ")}` })
      drafts.delete(codeKey(code))
    }
    dropOrphans(sheet, known)
  }
}
