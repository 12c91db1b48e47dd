import { type LocalDate, localDate } from "../clock.ts"
import { parseTimestamp } from "../text/dates.ts"
import { clean, foldWords } from "../text/fold.ts"
import { codeKey, UNIT_LEVELS, type UnitLevel } from "./unit.ts"

/** Columns of a sheet of units: identifier and the headings it answers to (English, Vietnamese; case and marks do not matter). */
export const UNIT_COLUMNS = {
  code: ["code", "mã", "mã đơn vị"],
  name: ["name", "tên", "tên đơn vị"],
  parent: ["parent", "đơn vị cấp trên", "cấp trên", "mã cấp trên", "parent code"],
  level: ["level", "cấp"],
  members: ["members", "đoàn viên", "số đoàn viên"],
  workers: ["workers", "người lao động", "số người lao động"],
  effectiveFrom: ["effective_from", "từ ngày", "effective date", "ngày hiệu lực"],
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

/** A unit as it is stored, with every headcount it ever had. */
export type StoredUnit = {
  readonly id: string
  readonly federationId: string
  readonly code: string
  readonly name: string
  readonly nameKey: string
  readonly level: string
  readonly parentId: string | null
  /** Ids from the root down to the unit itself. */
  readonly path: readonly string[]
  readonly effectiveFrom: LocalDate
}

/** A headcount and the day from which it is in force. */
export type StoredHeadcount = {
  readonly unitId: string
  readonly effectiveFrom: LocalDate
  readonly members: number
  readonly workers: number
}

/** What an import would write and what it reports. `units` and `headcounts` hold only what is new or changed. */
export type UnitImportPlan = {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly bad: readonly BadRow[]
  readonly units: readonly StoredUnit[]
  readonly headcounts: readonly StoredHeadcount[]
}

/** In force "since always": the day of a row that names none, the same at every import so that repeating changes nothing. */
const SINCE_ALWAYS: LocalDate = "1900-01-01"

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

/**
 * Decides what a sheet of units changes. Pure: `newId` makes ids for new units, `zone` reads dates. Parents may stand
 * anywhere in the file or be stored already; a cell that is empty, or a column that is missing, leaves a stored value
 * alone. A unit keeps the earliest day it was ever known from; headcounts are kept per day. Bad rows change nothing.
 */
export function planUnitImport(
  rows: readonly SheetRow<UnitColumn>[],
  stored: { readonly units: readonly StoredUnit[]; readonly headcounts: readonly StoredHeadcount[] },
  context: { readonly zone: string; readonly newId: () => string },
): UnitImportPlan {
  const bad: BadRow[] = []
  const known = new Map(stored.units.map((unit) => [codeKey(unit.code), unit]))
  const byId = new Map(stored.units.map((unit) => [unit.id, unit]))
  const drafts = readDrafts(rows, known, byId, context.zone, bad)
  dropOrphans(drafts, known, byId, bad)
  dropCycles(drafts, known, byId, bad)

  const draftsWithChildren = new Set([...drafts.values()].map((draft) => draft.parentKey))
  const ids = new Map<string, string>()
  for (const [key] of drafts) ids.set(key, known.get(key)?.id ?? context.newId())
  const next = new Map(byId)
  for (const [key, draft] of drafts) {
    const before = known.get(key)
    const id = ids.get(key) as string
    const parentId =
      draft.parentKey === null ? null : (ids.get(draft.parentKey) ?? known.get(draft.parentKey)?.id ?? null)
    const name = draft.name ?? before?.name ?? draft.code
    next.set(id, {
      id,
      federationId: before?.federationId ?? id,
      code: before?.code ?? draft.code,
      name,
      nameKey: foldWords(name),
      level: draft.level ?? before?.level ?? guessLevel(parentId, draftsWithChildren.has(key)),
      parentId,
      path: before?.path ?? [id],
      effectiveFrom: earlier(before?.effectiveFrom, draft.effectiveFrom),
    })
  }
  placeInTree(next)

  const draftOf = new Map([...drafts].map(([key, draft]) => [ids.get(key) as string, draft]))
  const headcounts = changedHeadcounts(draftOf, stored.headcounts)
  const units = [...next.values()].filter((unit) => !sameUnit(byId.get(unit.id), unit))
  const touched = new Set([
    ...units.map((unit) => unit.id),
    ...headcounts.map((headcount) => headcount.unitId),
  ])
  const created = units.filter((unit) => !byId.has(unit.id)).length
  const changed = [...draftOf.keys()].filter((id) => byId.has(id) && touched.has(id)).length
  return {
    created,
    changed,
    unchanged: drafts.size - created - changed,
    bad: bad.toSorted((a, b) => a.line - b.line),
    // Parents first, so that a partial read while they are written never meets an unknown parent.
    units: units.toSorted((a, b) => a.path.length - b.path.length),
    headcounts,
  }
}

type Draft = {
  readonly line: number
  readonly code: string
  readonly name: string | undefined
  readonly parentKey: string | null
  readonly parentText: string
  readonly level: UnitLevel | undefined
  readonly members: number | undefined
  readonly workers: number | undefined
  readonly effectiveFrom: LocalDate | undefined
}

function readDrafts(
  rows: readonly SheetRow<UnitColumn>[],
  known: ReadonlyMap<string, StoredUnit>,
  byId: ReadonlyMap<string, StoredUnit>,
  zone: string,
  bad: BadRow[],
): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  const firstLine = new Map<string, number>()
  for (const row of rows) {
    const code = clean(row.cells.code ?? "")
    const key = codeKey(code)
    const earlierLine = firstLine.get(key)
    if (code !== "" && earlierLine !== undefined) {
      bad.push({ line: row.line, reason: `code "${code}" stands already on line ${earlierLine}` })
      continue
    }
    firstLine.set(key, row.line)
    const before = known.get(key)
    const reasons: string[] = []
    const draft = readDraft(row, code, before, byId, zone, reasons)
    if (reasons.length > 0) bad.push({ line: row.line, reason: reasons.join("; ") })
    else drafts.set(key, draft)
  }
  return drafts
}

function readDraft(
  row: SheetRow<UnitColumn>,
  code: string,
  before: StoredUnit | undefined,
  byId: ReadonlyMap<string, StoredUnit>,
  zone: string,
  reasons: string[],
): Draft {
  const cell = (column: UnitColumn) => clean(row.cells[column] ?? "")
  if (code === "") reasons.push("code is empty")
  if (code.length > MAX_CODE_LENGTH || code.includes("\n")) {
    reasons.push(`code is longer than ${MAX_CODE_LENGTH} characters or has several lines`)
  }
  const name = cell("name").replaceAll("\n", " ")
  if (name === "" && before === undefined) reasons.push("name is empty")
  if (name.length > MAX_NAME_LENGTH) reasons.push(`name is longer than ${MAX_NAME_LENGTH} characters`)

  const parentText = cell("parent")
  const storedParent = before?.parentId == null ? undefined : byId.get(before.parentId)
  let parentKey = parentText === "" ? null : codeKey(parentText)
  if (row.cells.parent === undefined && storedParent !== undefined) parentKey = codeKey(storedParent.code)
  else if (parentText === "" && storedParent !== undefined) {
    reasons.push(`parent is empty, but "${code}" stands below "${storedParent.code}": give its parent's code`)
  }
  if (parentKey !== null && parentKey === codeKey(code)) reasons.push(`"${code}" is its own parent`)
  else if (before !== undefined && before.parentId === null && parentKey !== null) {
    reasons.push(
      `"${code}" is the root of its federation and cannot be put below "${parentText}": leave parent empty`,
    )
  }

  const levelText = cell("level")
  const level = LEVEL_OF.get(foldWords(levelText))
  if (levelText !== "" && level === undefined) {
    reasons.push(`level "${levelText}" is not one of ${UNIT_LEVELS.join(", ")}`)
  }
  const dateText = cell("effectiveFrom")
  const at = dateText === "" ? undefined : parseTimestamp(dateText, zone)
  if (dateText !== "" && at === undefined) {
    reasons.push(`effective_from "${dateText}" is not a date such as 2021-09-01 or 1/9/2021`)
  }
  return {
    line: row.line,
    code,
    name: name === "" ? undefined : name,
    parentKey,
    parentText,
    level,
    members: readHeadcount("members", cell("members"), reasons),
    workers: readHeadcount("workers", cell("workers"), reasons),
    effectiveFrom: at === undefined ? undefined : localDate(at, zone),
  }
}

function readHeadcount(column: string, text: string, reasons: string[]): number | undefined {
  if (text === "") return undefined
  const grouped = /^\d{1,3}([.,\u0020]\d{3})+$/.test(text) ? text.replace(/[.,\u0020]/g, "") : text
  const count = /^\d{1,9}$/.test(grouped) ? Number(grouped) : Number.NaN
  if (count <= MAX_HEADCOUNT) return count
  reasons.push(`${column} "${text}" is not a whole number from 0`)
  return undefined
}

function dropOrphans(
  drafts: Map<string, Draft>,
  known: ReadonlyMap<string, StoredUnit>,
  byId: ReadonlyMap<string, StoredUnit>,
  bad: BadRow[],
): void {
  // Dropping one can orphan others, so until nothing is dropped any more.
  for (let dropped = true; dropped; ) {
    dropped = false
    for (const [key, draft] of drafts) {
      const reason = orphanReason(draft, key, drafts, known, byId)
      if (reason === undefined) continue
      drafts.delete(key)
      bad.push({ line: draft.line, reason })
      dropped = true
    }
  }
}

function orphanReason(
  draft: Draft,
  key: string,
  drafts: ReadonlyMap<string, Draft>,
  known: ReadonlyMap<string, StoredUnit>,
  byId: ReadonlyMap<string, StoredUnit>,
): string | undefined {
  if (draft.parentKey === null) return undefined
  const parent = known.get(draft.parentKey)
  if (parent === undefined && !drafts.has(draft.parentKey)) {
    return `parent "${draft.parentText}" is neither an accepted row of this file nor a known unit`
  }
  const before = known.get(key)
  // Records carry their federation; a unit that changed it would leave them behind.
  if (parent !== undefined && before !== undefined && parent.federationId !== before.federationId) {
    return `parent "${draft.parentText}" belongs to another federation (${byId.get(parent.federationId)?.code})`
  }
  return undefined
}

function dropCycles(
  drafts: Map<string, Draft>,
  known: ReadonlyMap<string, StoredUnit>,
  byId: ReadonlyMap<string, StoredUnit>,
  bad: BadRow[],
): void {
  const parentOf = (key: string): string | null => {
    const draft = drafts.get(key)
    if (draft !== undefined) return draft.parentKey
    const parentId = known.get(key)?.parentId
    return parentId == null ? null : codeKey(byId.get(parentId)?.code ?? "")
  }
  const safe = new Set<string>()
  for (const start of [...drafts.keys()]) {
    const way: string[] = []
    let key: string | null = start
    while (key !== null && !safe.has(key) && !way.includes(key)) {
      way.push(key)
      key = parentOf(key)
    }
    if (key === null || safe.has(key)) {
      for (const passed of way) safe.add(passed)
      continue
    }
    const cycle = way.slice(way.indexOf(key)).filter((member) => drafts.has(member))
    const names = cycle.map((member) => drafts.get(member)?.code).join(" → ")
    for (const member of cycle) {
      const draft = drafts.get(member)
      if (draft === undefined) continue
      bad.push({ line: draft.line, reason: `parents go round in a circle: ${names}` })
      drafts.delete(member)
    }
    dropOrphans(drafts, known, byId, bad)
  }
}

function guessLevel(parentId: string | null, hasChildren: boolean): UnitLevel {
  if (parentId === null) return "province"
  return hasChildren ? "upper" : "grassroots"
}

function earlier(before: LocalDate | undefined, given: LocalDate | undefined): LocalDate {
  if (before === undefined) return given ?? SINCE_ALWAYS
  return given !== undefined && given < before ? given : before
}

function placeInTree(units: Map<string, StoredUnit>): void {
  const paths = new Map<string, readonly string[]>()
  const pathOf = (id: string): readonly string[] => {
    const done = paths.get(id)
    if (done !== undefined) return done
    const parentId = units.get(id)?.parentId ?? null
    const path = parentId === null ? [id] : [...pathOf(parentId), id]
    paths.set(id, path)
    return path
  }
  for (const [id, unit] of units) {
    const path = pathOf(id)
    units.set(id, { ...unit, path, federationId: path[0] ?? id })
  }
}

function sameUnit(before: StoredUnit | undefined, after: StoredUnit): boolean {
  return (
    before !== undefined &&
    before.name === after.name &&
    before.nameKey === after.nameKey &&
    before.level === after.level &&
    before.parentId === after.parentId &&
    before.federationId === after.federationId &&
    before.effectiveFrom === after.effectiveFrom &&
    before.path.join() === after.path.join()
  )
}

function changedHeadcounts(
  drafts: ReadonlyMap<string, Draft>,
  stored: readonly StoredHeadcount[],
): StoredHeadcount[] {
  const known = new Map(
    stored.map((headcount) => [`${headcount.unitId} ${headcount.effectiveFrom}`, headcount]),
  )
  const changed: StoredHeadcount[] = []
  for (const [unitId, draft] of drafts) {
    if (draft.members === undefined && draft.workers === undefined) continue
    const effectiveFrom = draft.effectiveFrom ?? SINCE_ALWAYS
    const before = known.get(`${unitId} ${effectiveFrom}`)
    const members = draft.members ?? before?.members ?? 0
    const workers = draft.workers ?? before?.workers ?? 0
    if (before?.members !== members || before.workers !== workers) {
      changed.push({ unitId, effectiveFrom, members, workers })
    }
  }
  return changed
}
