import { createReadStream } from "node:fs"
import { type FileHandle, open, readdir, rename, rm } from "node:fs/promises"
import { dirname, join, relative, sep } from "node:path"
import { type Kysely, sql, type Transaction } from "kysely"
import type pg from "pg"
import { type BackupContents, BackupError, type Backups } from "../core/backup.ts"
import { type BackupPiece, checkBackupFile, readBackupFile, writeBackupFile } from "./backup-file.ts"
import { ANY_OF_OURS } from "./connection.ts"
import { erasuresDone, repeatErasures } from "./erasure.ts"
import { makeFolder } from "./folder.ts"
import { addOlderKeys, keysInFile } from "./keys.ts"
import { migrator } from "./migrate.ts"
import { encryptionState } from "./resealing.ts"
import type { Database } from "./schema.ts"

/** What is saved, and where it comes back to. */
export type BackupSource = {
  readonly db: Kysely<Database>
  /** The pool under `db`; while a backup is brought back it must be the only one of ours on the database. */
  readonly pool: pg.Pool
  readonly dataDir: string
}

type Table = { readonly name: string; readonly columns: readonly Column[] }
type Column = { readonly name: string; readonly type: string }

/** Attachments, below `DATA_DIR`. */
const FILES = "files"
const ROWS_AT_ONCE = 1_000
const CHUNK_BYTES = 256 * 1024
/** The migrator's own tables: a restore makes them anew by running the migrations. */
const NOT_OURS = ["kysely_migration", "kysely_migration_lock"]

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
 * Writes every row, every sequence and every attachment to `file`, as they were at one moment; the bot may run meanwhile.
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

async function* piecesOf(trx: Transaction<Database>, dataDir: string): AsyncGenerator<BackupPiece> {
  for (const { name, columns } of await tablesOf(trx)) {
    yield { table: name, columns: columns.map((column) => column.name) }
    yield* rowsOf(trx, name, columns)
  }
  // After the rows: a sequence knows no snapshot and may only be ahead of them.
  yield* await sequencesOf(trx)
  const state = await encryptionState(trx)
  const keys = state === undefined ? undefined : await keysInFile(dataDir, state.key)
  if (keys !== undefined) yield { keys: [...keys] }
  yield* filesIn(join(dataDir, FILES))
}

async function* rowsOf(
  trx: Transaction<Database>,
  table: string,
  columns: readonly Column[],
): AsyncGenerator<BackupPiece> {
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

async function sequencesOf(trx: Transaction<Database>) {
  const { rows } = await sql<{ sequence: string; last: string | null; first: string }>`
    select sequencename as sequence, last_value::text as last, start_value::text as first
    from pg_sequences where schemaname = 'public' order by 1`.execute(trx)
  return rows.map(({ sequence, last, first }) => ({ sequence, last: last ?? first, called: last !== null }))
}

async function* filesIn(folder: string): AsyncGenerator<BackupPiece> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const entry of found.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    yield { file: relative(folder, path).split(sep).join("/") }
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      yield { chunk: chunk as Buffer }
    }
  }
}

/**
 * Makes the store what `file` says. In one transaction our tables are dropped, the migrations run up to those of the
 * backup, its rows are written, and the newer migrations run over them as they would have in an upgrade. Whoever was
 * erased, here or there, is erased again.
 */
export async function restoreBackup(
  { db, pool, dataDir }: BackupSource,
  file: string,
  options: {
    readonly force: boolean
    readonly erased?: readonly { readonly personId: string; readonly at: Date }[]
  },
): Promise<BackupContents> {
  const { migrations } = await checkBackupFile(file)
  const known = (await migrator(db).getMigrations()).map(({ name }) => name)
  const unknown = migrations.find((name, index) => name !== known[index])
  if (unknown !== undefined) {
    throw new BackupError(
      `${file} was made by a newer version (its migration ${unknown} is not known here). Upgrade, then restore.`,
    )
  }
  const files = join(dataDir, FILES)
  const incoming = `${files}.restoring`
  await rm(incoming, { recursive: true, force: true })
  try {
    const contents = await db.transaction().execute(async (trx) => {
      await refuseCompany(trx, pool)
      if (!options.force) await refuseLoss(trx, files)
      const erased = [...(options.erased ?? []), ...(await erasuresDone(trx))]
      await speakPlainly(trx)
      await takeTime(trx)
      await dropEverything(trx)
      await migrateTo(trx, migrations.at(-1))
      const restored = await fill(trx, file, { dataDir, files: incoming })
      await migrateTo(trx, known.at(-1))
      await repeatErasures(trx, erased)
      return restored
    })
    await replaceFolder(files, incoming)
    return contents
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}

async function refuseCompany(trx: Transaction<Database>, pool: pg.Pool): Promise<void> {
  const { rows } = await sql<{ connections: number }>`
    select count(*)::integer as connections from pg_stat_activity
    where datname = current_database() and application_name like ${ANY_OF_OURS}`.execute(trx)
  const others = (rows[0]?.connections ?? 0) - pool.totalCount
  // A bot that runs would settle what it has in hand on rows that are others by then.
  if (others > 0) {
    throw new BackupError(
      `The bot or another command uses this database (${others} connections). Stop it, restore, then start it again.`,
    )
  }
}

async function refuseLoss(trx: Transaction<Database>, files: string): Promise<void> {
  const held: string[] = []
  for (const { name } of await tablesOf(trx)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(trx)
    if (rows.length > 0) held.push(name)
  }
  for await (const _ of filesIn(files)) {
    held.push(files)
    break
  }
  if (held.length > 0) {
    throw new BackupError(
      `There is something here already, in ${held.join(", ")}. Restore into an empty database, or add --force to lose it.`,
    )
  }
}

/** What an extension brought stays: making it again may need rights that we do not have. */
async function dropEverything(trx: Transaction<Database>): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('drop %s if exists %s cascade', kind, name) as statement from (
      select 'pg_class'::regclass as class, oid, relnamespace as namespace, oid::regclass::text as name,
        case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind
      from pg_class where relkind in ('r', 'p', 'v', 'm', 'S')
      union all
      select 'pg_proc'::regclass, oid, pronamespace, oid::regprocedure::text, 'routine' from pg_proc where prokind <> 'a'
      union all
      select 'pg_type'::regclass, oid, typnamespace, oid::regtype::text, 'type' from pg_type where typtype in ('e', 'd')
    ) as each
    where namespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend where classid = class and objid = each.oid and deptype = 'e')
    order by kind <> 'table'`.execute(trx)
  for (const { statement } of rows) await sql.raw(statement).execute(trx)
}

async function migrateTo(trx: Transaction<Database>, migration: string | undefined): Promise<void> {
  if (migration === undefined) return
  const { error } = await migrator(trx).migrateTo(migration)
  if (error !== undefined) throw error
}

async function fill(
  trx: Transaction<Database>,
  file: string,
  to: { readonly dataDir: string; readonly files: string },
): Promise<BackupContents> {
  const tables = new Map((await tablesOf(trx)).map((table) => [table.name, table]))
  const putBack = await takeOffConstraints(trx)
  await emptyTables(trx, [...tables.keys()])
  const reading = readBackupFile(file)
  let rows: string[] = []
  let table: Table | undefined
  let attachment: FileHandle | undefined
  const finish = async () => {
    if (table !== undefined) await insertRows(trx, table, rows)
    rows = []
    await attachment?.sync()
    await attachment?.close()
    attachment = undefined
  }
  try {
    for (;;) {
      const step = await reading.next()
      if (step.done) {
        await finish()
        await putBack()
        return step.value
      }
      const piece = step.value
      if ("row" in piece) {
        rows.push(piece.row)
        if (rows.length === ROWS_AT_ONCE) await finish()
      } else if ("chunk" in piece) await attachment?.appendFile(piece.chunk)
      else {
        await finish()
        table = "table" in piece ? tableOf(tables, piece) : undefined
        if ("sequence" in piece) await setSequence(trx, piece)
        // Before the commit: one key more does no harm, one that is missing does.
        if ("keys" in piece) await addOlderKeys(to.dataDir, piece.keys)
        if ("file" in piece) attachment = await openAttachment(to.files, piece.file)
      }
    }
  } finally {
    await attachment?.close()
  }
}

/** Migrations may have written rows of their own; the backup holds them too. */
async function emptyTables(trx: Transaction<Database>, names: readonly string[]): Promise<void> {
  await sql`truncate ${sql.join(names.map((name) => sql.table(name)))}`.execute(trx)
}

/**
 * Takes off what would look at single rows: triggers, which have had their effect already, and foreign keys, so that the
 * order of tables and rows does not matter. Putting the keys back checks every row.
 */
async function takeOffConstraints(trx: Transaction<Database>): Promise<() => Promise<void>> {
  const { rows: keys } = await sql<{ tablename: string; off: string; on: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`.execute(
    trx,
  )
  const { rows: triggers } = await sql<{ off: string; on: string }>`
    select distinct format('alter table %s disable trigger user', tgrelid::regclass) as off,
      format('alter table %s enable trigger user', tgrelid::regclass) as on
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and relnamespace = 'public'::regnamespace`.execute(trx)
  const all = [...keys, ...triggers]
  for (const { off } of all) await sql.raw(off).execute(trx)
  return async () => {
    for (const { on } of all) await sql.raw(on).execute(trx)
  }
}

function tableOf(
  tables: ReadonlyMap<string, Table>,
  wanted: { readonly table: string; readonly columns: readonly string[] },
): Table {
  const columns = wanted.columns.map((name) => {
    const column = tables.get(wanted.table)?.columns.find((each) => each.name === name)
    if (column !== undefined) return column
    throw new BackupError(
      `The backup has a column ${wanted.table}.${name} that its own migrations do not make.`,
    )
  })
  return { name: wanted.table, columns }
}

async function insertRows(
  trx: Transaction<Database>,
  { name, columns }: Table,
  rows: readonly string[],
): Promise<void> {
  if (rows.length === 0) return
  const names = sql.join(columns.map((column) => sql.ref(column.name)))
  const values = sql.join(
    columns.map((column, index) => sql`(row ->> ${sql.lit(index)})::${sql.raw(column.type)}`),
  )
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${values} from json_array_elements(${`[${rows.join(",")}]`}::json) as each (row)`.execute(trx)
}

async function setSequence(
  trx: Transaction<Database>,
  { sequence, last, called }: { readonly sequence: string; readonly last: string; readonly called: boolean },
): Promise<void> {
  await sql`select setval(format('public.%I', ${sequence}::text)::regclass, ${last}::bigint, ${called})`.execute(
    trx,
  )
}

async function openAttachment(folder: string, name: string): Promise<FileHandle> {
  // Whoever altered the file could have made a new checksum as well.
  const parts = name.split("/")
  if (parts.some((part) => ["", ".", ".."].includes(part) || /[\\:\0]/.test(part))) {
    throw new BackupError(`The backup has an attachment with a forbidden name, ${JSON.stringify(name)}.`)
  }
  const path = join(folder, ...parts)
  await makeFolder(dirname(path))
  return await open(path, "wx", 0o600)
}

/** Renames are all that is left to do after the commit, and a crash between them leaves both folders. */
async function replaceFolder(folder: string, incoming: string): Promise<void> {
  const old = `${folder}.old`
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch(unlessMissing)
  await rename(incoming, folder).catch(unlessMissing)
  await rm(old, { recursive: true, force: true })
}

function unlessMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT"
}

/** Printed values must not depend on how this server or user is set up. */
async function speakPlainly(trx: Transaction<Database>): Promise<void> {
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
async function takeTime(trx: Transaction<Database>): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout to 0`.execute(trx)
}

async function migrationsRun(trx: Transaction<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(trx)
  return rows.map(({ name }) => name)
}

/** Our tables with the columns that can be written; a generated column follows from the others. */
async function tablesOf(trx: Transaction<Database>): Promise<readonly Table[]> {
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
