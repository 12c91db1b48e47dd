import { promises as fs } from "node:fs"
import { join } from "node:path"
import type { Kysely } from "kysely"
import { FileMigrationProvider, Migrator } from "kysely/migration"
import type { Database } from "./schema.ts"

/**
 * Brings the schema up to date, under a lock, in the order of the files' names. A second run does nothing.
 * Throws when a migration fails (nothing of it stays) or when the database knows one that is not here.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const { error } = await migrator(db).migrateToLatest()
  if (error !== undefined) throw error
}

/** True when every migration of this version has run. */
export async function isMigrated(db: Kysely<Database>): Promise<boolean> {
  const migrations = await migrator(db).getMigrations()
  return migrations.every((migration) => migration.executedAt !== undefined)
}

/** The migrator of our folder, also inside a transaction. */
export function migrator(db: Kysely<Database>): Migrator {
  return new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path: { join },
      migrationFolder: join(import.meta.dirname, "migrations"),
    }),
  })
}
