import { open, readdir } from "node:fs/promises"
import { join, relative, sep } from "node:path"
import { type Kysely, sql } from "kysely"
import type pg from "pg"
import { codeOf } from "../../core/error.ts"
import type { Database, Trx } from "../schema.ts"
import type { BackupPiece } from "./file.ts"

/** What is saved, and where it comes back to. */
export type BackupSource = {
  readonly db: Kysely<Database>
  /** The pool under `db`; while a backup is brought back it must be the only one of ours on the database. */
  readonly pool: pg.Pool
  readonly dataDir: string
}

/** One of our tables, with the columns that can be written. */
export type Table = { readonly name: string; readonly columns: readonly Column[] }
export type Column = { readonly name: string; readonly type: string }

/** Below `DATA_DIR`: attachments, and a federation's own forms and sentences. */
export const FOLDERS: readonly string[] = ["files", "forms", "wording"]
/** So many rows are read, or written, by one statement. */
export const ROWS_AT_ONCE = 1_000
const CHUNK_BYTES = 256 * 1024
/** The migrator's own tables: a restore makes them anew by running the migrations. */
const NOT_OURS = ["kysely_migration", "kysely_migration_lock"]

/** Our tables with the columns that can be written; a generated column follows from the others. */
export async function tablesOf(trx: Trx): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select relname as name,
      json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace
      and relname not in (${sql.join(NOT_OURS)})
      and attnum > 0 and not attisdropped and attgenerated = ''
      and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    group by relname order by relname`.execute(trx)
  return rows
}

/** Every file in a folder of `DATA_DIR`, with its name below that, then its bytes; nothing where there is no folder. */
export async function* filesIn(dataDir: string, folder: string): AsyncGenerator<BackupPiece> {
  const found = await readdir(join(dataDir, folder), { withFileTypes: true, recursive: true }).catch(
    unlessMissing,
  )
  for (const entry of found?.filter((each) => each.isFile()) ?? []) {
    const path = join(entry.parentPath, entry.name)
    // Beside a running bot one that nothing names may be gone by now, or have got its name.
    await using handle = await open(path).catch(unlessMissing)
    if (handle === undefined) continue
    yield { file: relative(dataDir, path).split(sep).join("/") }
    for await (const chunk of handle.createReadStream({ highWaterMark: CHUNK_BYTES })) {
      yield { chunk: chunk as Buffer }
    }
  }
}

/** For `catch`: a file that is not there is none, anything else is thrown on. */
export function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error
}

/** Printed values must not depend on how this server or user is set up. */
export async function speakPlainly(trx: Trx): Promise<void> {
  for (const setting of [
    "datestyle to iso",
    "timezone to utc",
    "intervalstyle to iso_8601",
    "extra_float_digits to 3",
  ]) {
    await sql.raw(`set local ${setting}`).execute(trx)
  }
}

/** Reading and writing attachments, the server is asked nothing for as long as the disk takes. */
export async function takeTime(trx: Trx): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout to 0`.execute(trx)
}
