import { type Kysely, type Selectable, sql } from "kysely"
import { planReorganisation, type Reorganisation, successorOf } from "../../core/campaign/reorganisation.ts"
import { childrenOf, type Unit, unitTree } from "../../core/campaign/unit.ts"
import {
  type StoredUnit,
  sameUnit,
  treeOn,
  type UnitState,
  versionsByUnit,
} from "../../core/campaign/unit-history.ts"
import { type ImportedOver, planUnitImport, type UnitImportPlan } from "../../core/campaign/unit-import.ts"
import type { SheetRow, UnitColumn } from "../../core/campaign/unit-sheet.ts"
import { type LocalDate, localDate } from "../../core/clock.ts"
import { Conflict } from "../../core/conversations.ts"
import { foldWords } from "../../core/text/fold.ts"
import { newId } from "../id.ts"
import type { Database, Trx } from "../schema.ts"
import { inTransaction } from "../transaction.ts"

/**
 * Units as they are on `day`, with the headcount in force then: of one federation, or all; a unit that came later is among
 * them as it first was. Parents come before children, then by code.
 */
export async function listUnits(
  db: Kysely<Database>,
  day: LocalDate,
  federationId?: string,
): Promise<Unit[]> {
  const { rows } = await sql<UnitRow>`
    with version as (
      -- The latest one begun by then, before all of them the first.
      select distinct on (unit_id) unit_id, name, level, parent_id, state
      from unit_version
      order by unit_id, effective_from > ${day}::date,
        case when effective_from <= ${day}::date then effective_from end desc, effective_from
    ),
    headcount as (
      select distinct on (unit_id) unit_id, members, workers from unit_headcount
      where effective_from <= ${day}::date order by unit_id, effective_from desc
    )
    select unit.id, federation_id, code, coalesce(version.name, unit.name) as name,
      coalesce(version.level, unit.level) as level,
      case when version.unit_id is null then unit.parent_id else version.parent_id end as parent_id,
      effective_from, coalesce(version.state, unit.state) as state, members, workers
    from unit
    left join version on version.unit_id = unit.id
    left join headcount on headcount.unit_id = unit.id
    where ${federationId ?? null}::uuid is null or federation_id = ${federationId ?? null}::uuid
    order by code`.execute(db)
  return parentsFirst(rows.map(unitOfRow))
}

function parentsFirst(units: readonly Unit[]): Unit[] {
  const tree = unitTree(units)
  const placed = units.filter(({ parentId }) => parentId === null)
  // The list grows while it is walked: level by level, whatever the depth.
  for (const unit of placed) placed.push(...childrenOf(tree, unit.id))
  const depth = new Map<string | null, number>([[null, 0]])
  for (const { id, parentId } of placed) depth.set(id, (depth.get(parentId) ?? 0) + 1)
  // Within a level they stay in the order of their codes.
  const levels = Map.groupBy(units, ({ id }) => depth.get(id))
  return [...new Set(depth.values())].flatMap((level) => levels.get(level) ?? [])
}

function unitOfRow(row: UnitRow): Unit {
  return {
    id: row.id,
    federationId: row.federation_id,
    code: row.code,
    name: row.name,
    level: row.level,
    parentId: row.parent_id,
    effectiveFrom: row.effective_from,
    state: row.state,
    // Who belonged to a closed unit counts elsewhere, or no more.
    headcount:
      row.members === null || row.workers === null || row.state !== "open"
        ? null
        : { members: row.members, workers: row.workers },
  }
}

type UnitRow = {
  id: string
  federation_id: string
  code: string
  name: string
  level: string
  parent_id: string | null
  effective_from: LocalDate
  state: UnitState
  members: number | null
  workers: number | null
}

/** Writes a sheet of units, or with `dryRun` only says what it would change. One transaction; two imports wait for each other. */
export async function importUnits(
  db: Kysely<Database>,
  rows: readonly SheetRow<UnitColumn>[],
  options: { readonly dryRun: boolean; readonly now: number; readonly zone: string },
): Promise<UnitImportPlan> {
  return await inTransaction(db, async (trx) => {
    await lockUnits(trx)
    const stored = await storedUnits(trx)
    const today = localDate(options.now, options.zone)
    const plan = planUnitImport(rows, stored, { zone: options.zone, today, newId })
    if (!options.dryRun) {
      await writeUnits(trx, plan, options.now)
      await followSuccessors(trx)
    }
    return plan
  })
}

/**
 * Carries out an officer's change of the tree in force from `day` on; one that lies in the future is written down and
 * comes into force by `settleUnits`. Throws `Conflict` when it cannot be any more.
 */
export async function reorganise(
  trx: Trx,
  change: Reorganisation,
  day: LocalDate,
  options: { readonly now: number; readonly zone: string },
): Promise<void> {
  await lockUnits(trx)
  const plan = planReorganisation(await storedUnits(trx), change, day)
  if (typeof plan === "string") throw new Conflict()
  await writeUnits(trx, { ...plan, aliases: [] }, options.now)
  await settle(trx, localDate(options.now, options.zone))
}

/** Brings what units are today in line with their histories; true when something came into force. Safe to do again. */
export async function settleUnits(db: Kysely<Database>, today: LocalDate): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (
      select from unit_version as version join unit on unit.id = version.unit_id
      where version.effective_from <= ${today}::date
        and not exists (select from unit_version as later where later.unit_id = version.unit_id
          and later.effective_from <= ${today}::date and later.effective_from > version.effective_from)
        and (version.name, version.level, version.parent_id, version.state)
          is distinct from (unit.name, unit.level, unit.parent_id, unit.state)
    ) as due`.execute(db)
  if (rows[0]?.due !== true) return false
  await db.transaction().execute(async (trx) => {
    await lockUnits(trx)
    await settle(trx, today)
  })
  return true
}

async function settle(trx: Trx, today: LocalDate): Promise<void> {
  const { units, versions } = await storedUnits(trx)
  const before = new Map(units.map((unit) => [unit.id, unit]))
  const changed = treeOn(units, versionsByUnit(versions), today).filter(
    (unit) => !sameUnit(before.get(unit.id), unit),
  )
  await writeUnits(trx, { units: changed, headcounts: [], versions: [], aliases: [] }, 0)
  await followSuccessors(trx)
}

/** Groups and people of a unit that is closed belong to the one it was merged into, or to none until somebody says so. */
async function followSuccessors(trx: Trx): Promise<void> {
  const stored = await trx.selectFrom("unit").selectAll().execute()
  const units = new Map(stored.map((row) => [row.id, unitOf(row)]))
  const moves = stored
    .filter((row) => row.state !== "open")
    .map((row) => ({ from: row.id, to: successorOf(units, row.id) ?? null }))
  if (moves.length === 0) return
  const moved = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as moved ("from" uuid, "to" uuid)`
  await sql`update chat set unit_id = moved.to from ${moved} where chat.unit_id = moved.from`.execute(trx)
  await sql`update person set unit_id = moved.to from ${moved} where person.unit_id = moved.from`.execute(trx)
}

/**
 * Holds off every other writer of units and campaigns until the transaction ends, for paths depend on the whole tree, and
 * lets readers that remember them know that they changed.
 */
export async function lockUnits(trx: Trx): Promise<void> {
  await sql`
    insert into setting (key, value) values (${UNITS_REVISION}, '1')
    on conflict (key) do update set value = (setting.value::bigint + 1)::text`.execute(trx)
}

/** Another one each time units or campaigns may have changed. */
export async function unitsRevision(db: Kysely<Database>): Promise<string> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", UNITS_REVISION)
    .executeTakeFirst()
  return row?.value ?? "0"
}

const UNITS_REVISION = "units_revision"

/** Inserts new units and updates known ones by id, then their histories, headcounts and other names. */
export async function writeUnits(
  trx: Trx,
  plan: Pick<UnitImportPlan, "units" | "headcounts" | "versions" | "aliases">,
  now: number,
): Promise<void> {
  if (plan.units.length > 0) {
    await sql`
      insert into unit (id, federation_id, code, name, name_key, level, parent_id, path, effective_from, state, created_at)
      select id, "federationId", code, name, "nameKey", level, "parentId", path, "effectiveFrom", state, ${new Date(now)}
      from jsonb_to_recordset(${JSON.stringify(plan.units)}::jsonb)
        as u (id uuid, "federationId" uuid, code text, name text, "nameKey" text, level text, "parentId" uuid,
          path uuid[], "effectiveFrom" date, state text)
      on conflict (id) do update set federation_id = excluded.federation_id, name = excluded.name,
        name_key = excluded.name_key, level = excluded.level, parent_id = excluded.parent_id, path = excluded.path,
        effective_from = excluded.effective_from, state = excluded.state`.execute(trx)
  }
  if (plan.versions.length > 0) {
    await sql`
      insert into unit_version (unit_id, effective_from, name, level, parent_id, state)
      select "unitId", "effectiveFrom", name, level, "parentId", state
      from jsonb_to_recordset(${JSON.stringify(plan.versions)}::jsonb)
        as v ("unitId" uuid, "effectiveFrom" date, name text, level text, "parentId" uuid, state text)
      on conflict (unit_id, effective_from) do update set name = excluded.name, level = excluded.level,
        parent_id = excluded.parent_id, state = excluded.state`.execute(trx)
  }
  if (plan.aliases.length > 0) {
    const rows = plan.aliases.map((alias) => ({ ...alias, key: foldWords(alias.alias) }))
    await sql`
      insert into unit_alias (unit_id, alias_key, alias)
      select "unitId", key, alias
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a ("unitId" uuid, key text, alias text)
      on conflict do nothing`.execute(trx)
  }
  if (plan.headcounts.length > 0) {
    await sql`
      insert into unit_headcount (unit_id, effective_from, members, workers)
      select "unitId", "effectiveFrom", members, workers
      from jsonb_to_recordset(${JSON.stringify(plan.headcounts)}::jsonb)
        as h ("unitId" uuid, "effectiveFrom" date, members integer, workers integer)
      on conflict (unit_id, effective_from) do update set members = excluded.members, workers = excluded.workers`.execute(
      trx,
    )
  }
}

/** Everything stored of all units. */
export async function storedUnits(trx: Kysely<Database>): Promise<ImportedOver> {
  const units = await trx.selectFrom("unit").selectAll().execute()
  const headcounts = await trx.selectFrom("unit_headcount").selectAll().execute()
  const versions = await trx.selectFrom("unit_version").selectAll().execute()
  const aliases = await trx.selectFrom("unit_alias").select(["unit_id", "alias"]).execute()
  return {
    units: units.map(unitOf),
    headcounts: headcounts.map((row) => ({
      unitId: row.unit_id,
      effectiveFrom: row.effective_from,
      members: row.members,
      workers: row.workers,
    })),
    versions: versions.map((row) => ({
      unitId: row.unit_id,
      effectiveFrom: row.effective_from,
      name: row.name,
      level: row.level,
      parentId: row.parent_id,
      state: row.state,
    })),
    aliases: aliases.map((row) => ({ unitId: row.unit_id, alias: row.alias })),
  }
}

function unitOf(row: Selectable<Database["unit"]>): StoredUnit {
  return {
    id: row.id,
    federationId: row.federation_id,
    code: row.code,
    name: row.name,
    nameKey: row.name_key,
    level: row.level,
    parentId: row.parent_id,
    path: row.path,
    effectiveFrom: row.effective_from,
    state: row.state,
  }
}
