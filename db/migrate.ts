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
 * Throws when a migration fails (nothing of it stays) or when the database knows one that is not here.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  // The usual start: the migrator itself would load every file and ask the database many times.
  if (await isMigrated(db)) return
  const { error } = await migrator(db).migrateToLatest()
  if (error !== undefined) throw error
}

/** True when every migration of this version has run, and none that this version does not know. */
export async function isMigrated(db: Kysely<Database>): Promise<boolean> {
  const [files, done] = await Promise.all([fs.readdir(FOLDER), namesDone(db)])
  const here = files.map((file) => file.replace(/\.ts$/, "")).toSorted()
  return done.length === here.length && done.every((name, index) => name === here[index])
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
