import { promises as fs } from "node:fs"
import { join } from "node:path"
import { type Kysely, sql } from "kysely"
import { FileMigrationProvider, Migrator } from "kysely/migration"
import pg from "pg"
import type { Database } from "./schema.ts"

const FOLDER = join(import.meta.dirname, "migrations")
/** SQLSTATE of a table that is not there. */
const UNDEFINED_TABLE = "42P01"

/**
 * Brings the schema up to date, under a lock, in the order of the files' names. A second run does nothing.
 * Throws when a migration fails (nothing of it stays) or when the database knows one that is not here; the operator reads why.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const [here, done] = await Promise.all([namesHere(), namesDone(db)])
  // The usual start: the migrator itself would load every file and ask the database many times.
  if (isSame(here, done)) return
  const newer = done.find((name) => !here.includes(name))
  // Kysely would call the migrations corrupted.
  if (newer !== undefined)
    throw new Error(
      `The database is of a newer version of this program, which made ${newer}. Start that version, or restore a backup of this one into a new database (docs/operations.md, Upgrade)`,
    )
  const { error } = await migrator(db).migrateToLatest()
  if (error !== undefined) throw error
}

/** True when every migration of this version has run, and none that this version does not know. */
export async function isMigrated(db: Kysely<Database>): Promise<boolean> {
  return isSame(...(await Promise.all([namesHere(), namesDone(db)])))
}

function isSame(here: readonly string[], done: readonly string[]): boolean {
  return done.length === here.length && done.every((name, index) => name === here[index])
}

/** In alphabetical order. */
async function namesHere(): Promise<readonly string[]> {
  const files = await fs.readdir(FOLDER)
  return files.map((file) => file.replace(/\.ts$/, "")).toSorted()
}

/** In alphabetical order; the table is Kysely's own. */
async function namesDone(db: Kysely<Database>): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    return rows.map(({ name }) => name).toSorted()
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return []
    throw error
  }
}

/** The migrator of our folder, also inside a transaction. */
export function migrator(db: Kysely<Database>): Migrator {
  return new Migrator({
    db,
    provider: new FileMigrationProvider({ fs, path: { join }, migrationFolder: FOLDER }),
  })
}
