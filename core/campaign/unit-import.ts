import { addDays, type LocalDate } from "../clock.ts"
import { foldWords } from "../text/fold.ts"
import type { UnitHistory } from "./reorganisation.ts"
import { codeKey, type UnitLevel } from "./unit.ts"
import {
  type StoredHeadcount,
  type StoredUnit,
  sameUnit,
  treeOn,
  type UnitAlias,
  type UnitVersion,
  versionOn,
  versionsByUnit,
} from "./unit-history.ts"
import { type BadRow, readUnitSheet, type SheetRow, type UnitColumn, type UnitDraft } from "./unit-sheet.ts"

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

/** What an import starts from: everything stored of all units. */
export type ImportedOver = UnitHistory & { readonly aliases: readonly UnitAlias[] }

/**
 * Decides what a sheet of units changes. Pure: `newId` makes ids for new units, `zone` reads dates. A cell that is empty, or a
 * column that is missing, leaves a stored value alone. What a row says holds from its day on and is compared with what was in
 * force on that day; without a day, from `today` on, so that no past tally changes. A unit keeps the earliest day it was ever
 * known from; headcounts are kept per day. Bad rows change nothing. Throws `UnitCircleError` when histories that are good for
 * today make a circle on some day.
 */
export function planUnitImport(
  rows: readonly SheetRow<UnitColumn>[],
  stored: ImportedOver,
  context: { readonly zone: string; readonly today: LocalDate; readonly newId: () => string },
): UnitImportPlan {
  const { today, newId, zone } = context
  const byCode = new Map(stored.units.map((unit) => [codeKey(unit.code), unit]))
  const byId = new Map(stored.units.map((unit) => [unit.id, unit]))
  const { drafts, bad } = readUnitSheet(rows, { byCode, byId }, zone)
  const ids = new Map([...drafts.keys()].map((key) => [key, byCode.get(key)?.id ?? newId()]))
  const idOf = (key: string | null) => (key === null ? null : (ids.get(key) ?? byCode.get(key)?.id ?? null))
  const draftsWithChildren = new Set([...drafts.values()].map((draft) => draft.parentKey))
  const histories = versionsByUnit(stored.versions)
  const next = new Map(byId)
  const draftOf = new Map<string, UnitDraft>()
  const versions: UnitVersion[] = []
  for (const [key, id] of ids) {
    const draft = drafts.get(key)
    if (draft === undefined) continue
    draftOf.set(id, draft)
    const before = byCode.get(key)
    const parentId = idOf(draft.parentKey)
    const guessed = before === undefined ? guessLevel(parentId, draftsWithChildren.has(key)) : undefined
    const stated = { parentId, level: draft.level ?? guessed, mergedInto: idOf(draft.mergedInto) }
    const unit = before ?? newUnit(id, draft, stated)
    next.set(id, { ...unit, effectiveFrom: earlier(before?.effectiveFrom, draft.effectiveFrom) })
    for (const version of statedVersions(id, draft, stated, {
      before,
      history: histories.get(id) ?? [],
      today,
    })) {
      versions.push(version)
      histories.set(id, withVersion(histories.get(id) ?? [], version))
    }
  }
  for (const day of new Set(versions.map((version) => version.effectiveFrom))) {
    treeOn([...next.values()], histories, day)
  }
  const units = treeOn([...next.values()], histories, today).filter(
    (unit) => !sameUnit(byId.get(unit.id), unit),
  )
  const headcounts = changedHeadcounts(draftOf, stored.headcounts)
  const aliases = newAliases(draftOf, stored.aliases)
  const touched = new Set([
    ...units.map(({ id }) => id),
    ...[...headcounts, ...versions, ...aliases].map(({ unitId }) => unitId),
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
    versions,
    aliases,
  }
}

/** What a row says of a unit's place, with the ids of the units it names. */
type Stated = {
  readonly parentId: string | null
  readonly level: UnitLevel | undefined
  readonly mergedInto: string | null
}

function newUnit(id: string, draft: UnitDraft, { level, parentId }: Stated): StoredUnit {
  const name = draft.name ?? draft.code
  return {
    id,
    federationId: id,
    code: draft.code,
    name,
    nameKey: foldWords(name),
    level: level ?? "grassroots",
    parentId,
    path: [id],
    effectiveFrom: earlier(undefined, draft.effectiveFrom),
    state: "open",
  }
}

/** The versions a row adds to a unit's history: none when it says what was in force on its day anyway. */
function statedVersions(
  unitId: string,
  draft: UnitDraft,
  { parentId, level, mergedInto }: Stated,
  known: {
    readonly before: StoredUnit | undefined
    readonly history: readonly UnitVersion[]
    readonly today: LocalDate
  },
): readonly UnitVersion[] {
  const { before, history, today } = known
  const first = history[0]
  // The empty root that a campaign made is filled from its own first day on, whatever day the row names: its name was none.
  const filled = before !== undefined && isEmptyRoot(before) ? before.effectiveFrom : undefined
  const from =
    filled === undefined
      ? (draft.effectiveFrom ?? dayOfUndated(before, draft, today))
      : earlier(filled, draft.effectiveFrom)
  const base = versionOn(history, from)
  const version: UnitVersion = {
    unitId,
    effectiveFrom: from,
    name: draft.name ?? base?.name ?? draft.code,
    level: level ?? base?.level ?? "grassroots",
    // Where a closed unit went is no place to be moved from.
    parentId: base === undefined || (draft.parentGiven && base.state === "open") ? parentId : base.parentId,
    state: base?.state ?? "open",
  }
  const versions: UnitVersion[] = []
  if (base === undefined || !sameVersion(base, version)) versions.push(version)
  else if (first === base && from < first.effectiveFrom)
    versions.push({ ...version, ...first, effectiveFrom: from })
  if (filled !== undefined && from < filled) versions.push({ ...version, effectiveFrom: filled })
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

/** As `applyCampaign` makes it of a code it does not know. */
function isEmptyRoot({ parentId, name, code }: StoredUnit): boolean {
  return parentId === null && name === code
}

/** The day from which a row holds that names none. */
function dayOfUndated(before: StoredUnit | undefined, draft: UnitDraft, today: LocalDate): LocalDate {
  if (before === undefined) return SINCE_ALWAYS
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

function newAliases(drafts: ReadonlyMap<string, UnitDraft>, stored: readonly UnitAlias[]): UnitAlias[] {
  const keyOf = ({ unitId, alias }: UnitAlias) => `${unitId} ${foldWords(alias)}`
  const known = new Set(stored.map(keyOf))
  return [...drafts].flatMap(([unitId, draft]) =>
    draft.aliases
      .map((alias) => ({ unitId, alias }))
      .filter((alias) => !known.has(keyOf(alias)) && known.add(keyOf(alias))),
  )
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
  drafts: ReadonlyMap<string, UnitDraft>,
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
