import { type Kysely, sql, type Transaction } from "kysely"
import { v7 } from "uuid"
import type { Unit } from "../core/campaign/unit.ts"
import {
  planUnitImport,
  type SheetRow,
  type StoredHeadcount,
  type StoredUnit,
  type UnitColumn,
  type UnitImportPlan,
} from "../core/campaign/unit-import.ts"
import type { LocalDate } from "../core/clock.ts"
import type { Database } from "./schema.ts"

/** Units with the headcount in force on `day`: of one federation, or all. Parents come before children, then by code. */
export async function listUnits(
  db: Kysely<Database>,
  day: LocalDate,
  federationId?: string,
): Promise<Unit[]> {
  const rows = await db
    .selectFrom("unit")
    .leftJoin(
      (eb) =>
        eb
          .selectFrom("unit_headcount")
          .distinctOn("unit_id")
          .select(["unit_id", "members", "workers"])
          .where("effective_from", "<=", day)
          .orderBy("unit_id")
          .orderBy("effective_from", "desc")
          .as("headcount"),
      (join) => join.onRef("headcount.unit_id", "=", "unit.id"),
    )
    .$if(federationId !== undefined, (query) => query.where("unit.federation_id", "=", federationId ?? ""))
    .select([
      "unit.id",
      "unit.federation_id",
      "unit.code",
      "unit.name",
      "unit.level",
      "unit.parent_id",
      "unit.effective_from",
      "headcount.members",
      "headcount.workers",
    ])
    .orderBy(sql`cardinality(unit.path)`)
    .orderBy("unit.code")
    .execute()
  return rows.map((row) => ({
    id: row.id,
    federationId: row.federation_id,
    code: row.code,
    name: row.name,
    level: row.level,
    parentId: row.parent_id,
    effectiveFrom: row.effective_from,
    headcount:
      row.members === null || row.workers === null ? null : { members: row.members, workers: row.workers },
  }))
}

/** Writes a sheet of units, or with `dryRun` only says what it would change. One transaction; two imports wait for each other. */
export async function importUnits(
  db: Kysely<Database>,
  rows: readonly SheetRow<UnitColumn>[],
  options: { readonly dryRun: boolean; readonly now: number; readonly zone: string },
): Promise<UnitImportPlan> {
  return db.transaction().execute(async (trx) => {
    await lockUnits(trx)
    const stored = await storedUnits(trx)
    const plan = planUnitImport(rows, stored, { zone: options.zone, newId: v7 })
    if (!options.dryRun) await writeUnits(trx, plan, options.now)
    return plan
  })
}

/** Holds off every other writer of the unit tree until the transaction ends: paths depend on the whole tree. */
export async function lockUnits(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('unit tree'))`.execute(trx)
}

/** Inserts new units and updates known ones by id, then their headcounts. */
export async function writeUnits(
  trx: Transaction<Database>,
  plan: { readonly units: readonly StoredUnit[]; readonly headcounts: readonly StoredHeadcount[] },
  now: number,
): Promise<void> {
  if (plan.units.length > 0) {
    await sql`
      insert into unit (id, federation_id, code, name, name_key, level, parent_id, path, effective_from, created_at)
      select id, "federationId", code, name, "nameKey", level, "parentId", path, "effectiveFrom", ${new Date(now)}
      from jsonb_to_recordset(${JSON.stringify(plan.units)}::jsonb)
        as u (id uuid, "federationId" uuid, code text, name text, "nameKey" text, level text, "parentId" uuid,
          path uuid[], "effectiveFrom" date)
      on conflict (id) do update set federation_id = excluded.federation_id, name = excluded.name,
        name_key = excluded.name_key, level = excluded.level, parent_id = excluded.parent_id, path = excluded.path,
        effective_from = excluded.effective_from`.execute(trx)
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

async function storedUnits(
  trx: Transaction<Database>,
): Promise<{ units: StoredUnit[]; headcounts: StoredHeadcount[] }> {
  const units = await trx.selectFrom("unit").selectAll().execute()
  const headcounts = await trx.selectFrom("unit_headcount").selectAll().execute()
  return {
    units: units.map((row) => ({
      id: row.id,
      federationId: row.federation_id,
      code: row.code,
      name: row.name,
      nameKey: row.name_key,
      level: row.level,
      parentId: row.parent_id,
      path: row.path,
      effectiveFrom: row.effective_from,
    })),
    headcounts: headcounts.map((row) => ({
      unitId: row.unit_id,
      effectiveFrom: row.effective_from,
      members: row.members,
      workers: row.workers,
    })),
  }
}
