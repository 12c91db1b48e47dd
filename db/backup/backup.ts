import { sql } from "kysely"
import type { BackupContents, Backups } from "../../core/backup.ts"
import type { Trx } from "../schema.ts"
import { keysInFile } from "../seal/keys.ts"
import { encryptionState } from "../seal/resealing.ts"
import {
  type BackupSource,
  type Column,
  FOLDERS,
  filesIn,
  ROWS_AT_ONCE,
  speakPlainly,
  tablesOf,
  takeTime,
} from "./contents.ts"
import { type BackupPiece, checkBackupFile, writeBackupFile } from "./file.ts"
import { restoreBackup } from "./restore.ts"

/** The operator's backups of a store; `source` is opened on first use. `now` in epoch milliseconds. */
export function backups(source: () => Promise<BackupSource>, now: () => number): Backups {
  return {
    write: async (file) => await writeBackup(await source(), file, now()),
    check: checkBackupFile,
    restore: async (file, options) =>
      await restoreBackup(await source(), file, {
        force: options.force,
        erased: (options.erased ?? []).map((personId) => ({ personId, at: new Date(now()) })),
      }),
  }
}

/**
 * Writes every row, every sequence and the files of `FOLDERS` to `file`, as they were at one moment; the bot may run meanwhile.
 * BullMQ's schema is left out: the rows are the truth and the queue is made anew from them.
 */
export async function writeBackup(
  { db, dataDir }: BackupSource,
  file: string,
  now: number,
): Promise<BackupContents> {
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      await speakPlainly(trx)
      await takeTime(trx)
      const migrations = [...(await migrationsRun(trx))]
      return await writeBackupFile(file, { madeAt: now, migrations }, piecesOf(trx, dataDir))
    })
}

async function* piecesOf(trx: Trx, dataDir: string): AsyncGenerator<BackupPiece> {
  for (const { name, columns } of await tablesOf(trx)) {
    yield { table: name, columns: columns.map((column) => column.name) }
    yield* rowsOf(trx, name, columns)
  }
  // After the rows: a sequence knows no snapshot and may only be ahead of them.
  yield* await sequencesOf(trx)
  const state = await encryptionState(trx)
  const keys = state === undefined ? undefined : await keysInFile(dataDir, state.key)
  if (keys !== undefined) yield { keys: [...keys] }
  for (const folder of FOLDERS) yield* filesIn(dataDir, folder)
}

async function* rowsOf(trx: Trx, table: string, columns: readonly Column[]): AsyncGenerator<BackupPiece> {
  // As text, for PostgreSQL reads back exactly what it printed; a number of JavaScript's would not hold every bigint.
  const texts = sql.join(columns.map((column) => sql`${sql.ref(column.name)}::text`))
  await sql`declare backup_rows no scroll cursor for
    select json_build_array(${texts})::text as row from ${sql.table(table)}`.execute(trx)
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(trx)
    yield* rows
    if (rows.length < ROWS_AT_ONCE) break
  }
  await sql`close backup_rows`.execute(trx)
}

async function sequencesOf(trx: Trx) {
  const { rows } = await sql<{ sequence: string; last: string | null; first: string }>`
    select sequencename as sequence, last_value::text as last, start_value::text as first
    from pg_sequences where schemaname = 'public' order by 1`.execute(trx)
  return rows.map(({ sequence, last, first }) => ({ sequence, last: last ?? first, called: last !== null }))
}

async function migrationsRun(trx: Trx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(trx)
  return rows.map(({ name }) => name)
}
