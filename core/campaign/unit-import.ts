import { addDays, type LocalDate, localDate } from "../clock.ts"
import { cut } from "../text/cut.ts"
import { parseTimestamp } from "../text/dates.ts"
import { clean, foldWords } from "../text/fold.ts"
import type { UnitHistory } from "./reorganisation.ts"
import { codeKey, UNIT_LEVELS, type UnitLevel } from "./unit.ts"
import {
  type StoredUnit,
  sameUnit,
  treeOn,
  type UnitAlias,
  type UnitVersion,
  versionOn,
  versionsByUnit,
} from "./unit-history.ts"

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

/** A headcount and the day from which it is in force. */
export type StoredHeadcount = {
  readonly unitId: string
  readonly effectiveFrom: LocalDate
  readonly members: number
  readonly workers: number
}

/** What an import would write and what it reports; the lists hold only what is new or changed. */
export type UnitImportPlan = {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly bad: readonly BadRow[]
  readonly units: readonly StoredUnit[]
  readonly headcounts: readonly StoredHeadcount[]
  readonly versions: readonly UnitVersion[]
  readonly aliases: readonly UnitAlias[]
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

/** What an import starts from: everything stored of all units. */
export type ImportedOver = UnitHistory & { readonly aliases: readonly UnitAlias[] }

/**
 * Decides what a sheet of units changes. Pure: `newId` makes ids for new units, `zone` reads dates. Parents may stand
 * anywhere in the file or be stored already; a cell that is empty, or a column that is missing, leaves a stored value
 * alone. What a row says holds from its day on and is compared with what was in force on that day; without a day, from
 * `today` on, so that no past tally changes. A unit keeps the earliest day it was ever known from; headcounts are kept per
 * day. Bad rows change nothing. Throws `UnitCircleError` when histories that are good for today make a circle on some day.
 */
export function planUnitImport(
  rows: readonly SheetRow<UnitColumn>[],
  stored: ImportedOver,
  context: { readonly zone: string; readonly today: LocalDate; readonly newId: () => string },
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
  const idOf = (key: string | null) => (key === null ? null : (ids.get(key) ?? known.get(key)?.id ?? null))
  const histories = versionsByUnit(stored.versions)
  const next = new Map(byId)
  const versions: UnitVersion[] = []
  for (const [key, draft] of drafts) {
    const before = known.get(key)
    const id = ids.get(key) as string
    const parentId = idOf(draft.parentKey)
    const history = histories.get(id) ?? []
    const stated = {
      name: draft.name,
      parentId,
      level:
        draft.level ?? (before === undefined ? guessLevel(parentId, draftsWithChildren.has(key)) : undefined),
    }
    const written = statedVersions(id, before, history, draft, stated, idOf(draft.mergedInto), context.today)
    versions.push(...written)
    for (const version of written) histories.set(id, withVersion(histories.get(id) ?? [], version))
    const effectiveFrom = earlier(before?.effectiveFrom, draft.effectiveFrom)
    const name = draft.name ?? draft.code
    next.set(
      id,
      before === undefined
        ? newUnit(id, draft.code, name, stated.level ?? "grassroots", parentId, effectiveFrom)
        : { ...before, effectiveFrom },
    )
  }
  for (const day of new Set(versions.map((version) => version.effectiveFrom))) {
    treeOn([...next.values()], histories, day)
  }
  const after = treeOn([...next.values()], histories, context.today)

  const draftOf = new Map([...drafts].map(([key, draft]) => [ids.get(key) as string, draft]))
  const headcounts = changedHeadcounts(draftOf, stored.headcounts)
  const aliases = newAliases(draftOf, stored.aliases)
  const units = after.filter((unit) => !sameUnit(byId.get(unit.id), unit))
  const touched = new Set(
    [units.map(({ id }) => id), [...headcounts, ...versions, ...aliases].map(({ unitId }) => unitId)].flat(),
  )
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
    versions,
    aliases,
  }
}

function newUnit(
  id: string,
  code: string,
  name: string,
  level: UnitLevel,
  parentId: string | null,
  effectiveFrom: LocalDate,
): StoredUnit {
  const nameKey = foldWords(name)
  return {
    id,
    federationId: id,
    code,
    name,
    nameKey,
    level,
    parentId,
    path: [id],
    effectiveFrom,
    state: "open",
  }
}

type Stated = {
  readonly name: string | undefined
  readonly level: UnitLevel | undefined
  readonly parentId: string | null
}

/** The versions a row adds to a unit's history: none when it says what was in force on its day anyway. */
function statedVersions(
  unitId: string,
  before: StoredUnit | undefined,
  history: readonly UnitVersion[],
  draft: Draft,
  stated: Stated,
  mergedInto: string | null,
  today: LocalDate,
): UnitVersion[] {
  const first = history[0]
  const from = draft.effectiveFrom ?? dayOfUndated(before, draft, today)
  const base = versionOn(history, from)
  const version: UnitVersion = {
    unitId,
    effectiveFrom: from,
    name: stated.name ?? base?.name ?? draft.code,
    level: stated.level ?? base?.level ?? "grassroots",
    // Where a closed unit went is no place to be moved from.
    parentId:
      base === undefined || (draft.parentGiven && base.state === "open") ? stated.parentId : base.parentId,
    state: base?.state ?? "open",
  }
  const versions: UnitVersion[] = []
  if (base === undefined || !sameVersion(base, version)) versions.push(version)
  else if (first === base && from < first.effectiveFrom)
    versions.push({ ...version, ...first, effectiveFrom: from })
  if (draft.closedFrom !== undefined) {
    const state = mergedInto === null ? "closed" : "merged"
    const end: UnitVersion = {
      ...version,
      effectiveFrom: draft.closedFrom,
      parentId: mergedInto ?? version.parentId,
      state,
    }
    const standing = versionOn([...history, ...versions], draft.closedFrom)
    if (standing === undefined || standing.state !== state || standing.parentId !== end.parentId)
      versions.push(end)
  }
  return versions
}

/** The day from which a row holds that names none. */
function dayOfUndated(before: StoredUnit | undefined, draft: Draft, today: LocalDate): LocalDate {
  if (before === undefined) return SINCE_ALWAYS
  // The empty root that a campaign made is filled, not renamed.
  if (before.parentId === null && before.name === before.code) return before.effectiveFrom
  const isOver = draft.closedFrom !== undefined && draft.closedFrom <= today
  return isOver ? addDays(draft.closedFrom, -1) : today
}

function sameVersion(one: UnitVersion, other: UnitVersion): boolean {
  return one.name === other.name && one.level === other.level && one.parentId === other.parentId
}

function withVersion(history: readonly UnitVersion[], version: UnitVersion): UnitVersion[] {
  return [...history.filter((each) => each.effectiveFrom !== version.effectiveFrom), version].toSorted(
    (a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1),
  )
}

function newAliases(drafts: ReadonlyMap<string, Draft>, stored: readonly UnitAlias[]): UnitAlias[] {
  const keyOf = ({ unitId, alias }: UnitAlias) => `${unitId} ${foldWords(alias)}`
  const known = new Set(stored.map(keyOf))
  return [...drafts].flatMap(([unitId, draft]) =>
    draft.aliases
      .map((alias) => ({ unitId, alias }))
      .filter((alias) => !known.has(keyOf(alias)) && known.add(keyOf(alias))),
  )
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
  readonly parentGiven: boolean
  readonly aliases: readonly string[]
  readonly closedFrom: LocalDate | undefined
  /** Key of the code of the unit it was merged into on `closedFrom`. */
  readonly mergedInto: string | null
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
  const date = (column: UnitColumn, heading: string) => {
    const typed = cell(column)
    const at = typed === "" ? undefined : parseTimestamp(typed, zone)
    if (typed !== "" && at === undefined) {
      reasons.push(`${heading} "${typed}" is not a date such as 2021-09-01 or 1/9/2021`)
    }
    return at === undefined ? undefined : localDate(at, zone)
  }
  const closedFrom = date("closedFrom", "closed_from")
  const mergedText = cell("mergedInto")
  if (mergedText !== "" && closedFrom === undefined) {
    reasons.push(`merged_into "${mergedText}" needs the day in closed_from`)
  }
  if (closedFrom !== undefined && parentKey === null) reasons.push(`"${code}" is a root and cannot be closed`)
  return {
    line: row.line,
    code,
    name: name === "" ? undefined : name,
    parentKey,
    parentText,
    level,
    members: readHeadcount("members", cell("members"), reasons),
    workers: readHeadcount("workers", cell("workers"), reasons),
    effectiveFrom: date("effectiveFrom", "effective_from"),
    parentGiven: parentText !== "",
    aliases: cell("aliases")
      .split(/[;\n]/)
      .map((alias) => cut(alias.trim(), MAX_NAME_LENGTH))
      .filter((alias) => alias !== ""),
    closedFrom,
    mergedInto: mergedText === "" ? null : codeKey(mergedText),
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
  const into = draft.mergedInto
  if (into !== null && !known.has(into) && !drafts.has(into)) {
    return `merged_into "${into}" is neither an accepted row of this file nor a known unit`
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
