import { type FileHandle, open, rename, rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import { sql } from "kysely"
import type pg from "pg"
import { type BackupContents, BackupError } from "../../core/backup.ts"
import { migrator } from "../migrate.ts"
import { erasuresDone, repeatErasures } from "../people/erasure.ts"
import type { Trx } from "../schema.ts"
import { addOlderKeys } from "../seal/keys.ts"
import { ANY_OF_OURS } from "../server/connection.ts"
import { makeFolder } from "../server/folder.ts"
import {
  type BackupSource,
  filesIn,
  ROWS_AT_ONCE,
  speakPlainly,
  type Table,
  tablesOf,
  takeTime,
  unlessMissing,
} from "./contents.ts"
import { checkBackupFile, readBackupFile } from "./file.ts"

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
  const { migrations, folders } = await checkBackupFile(file)
  const known = (await migrator(db).getMigrations()).map(({ name }) => name)
  const unknown = migrations.find((name, index) => name !== known[index])
  if (unknown !== undefined) {
    throw new BackupError(
      `${file} was made by a newer version (its migration ${unknown} is not known here). Upgrade, then restore.`,
    )
  }
  const incoming = join(dataDir, "restoring")
  await rm(incoming, { recursive: true, force: true })
  try {
    const contents = await db.transaction().execute(async (trx) => {
      await refuseCompany(trx, pool)
      if (!options.force) await refuseLoss(trx, dataDir, folders)
      const erased = [...(options.erased ?? []), ...(await erasuresDone(trx))]
      await speakPlainly(trx)
      await takeTime(trx)
      await dropEverything(trx)
      await migrateTo(trx, migrations.at(-1))
      const restored = await fill(trx, file, { dataDir, incoming })
      await migrateTo(trx, known.at(-1))
      await repeatErasures(trx, erased)
      return restored
    })
    for (const folder of folders) await replaceFolder(join(dataDir, folder), join(incoming, folder))
    return contents
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}

async function refuseCompany(trx: Trx, pool: pg.Pool): Promise<void> {
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

async function refuseLoss(trx: Trx, dataDir: string, folders: readonly string[]): Promise<void> {
  const held: string[] = []
  for (const { name } of await tablesOf(trx)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(trx)
    if (rows.length > 0) held.push(name)
  }
  for (const folder of folders) {
    for await (const _ of filesIn(dataDir, folder)) {
      held.push(join(dataDir, folder))
      break
    }
  }
  if (held.length > 0) {
    throw new BackupError(
      `There is something here already, in ${held.join(", ")}. Restore into an empty database, or add --force to lose it.`,
    )
  }
}

/** What an extension brought stays: making it again may need rights that we do not have. */
async function dropEverything(trx: Trx): Promise<void> {
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

async function migrateTo(trx: Trx, migration: string | undefined): Promise<void> {
  if (migration === undefined) return
  const { error } = await migrator(trx).migrateTo(migration)
  if (error !== undefined) throw error
}

async function fill(
  trx: Trx,
  file: string,
  to: { readonly dataDir: string; readonly incoming: string },
): Promise<BackupContents> {
  const tables = new Map((await tablesOf(trx)).map((table) => [table.name, table]))
  const putBack = await takeOffConstraints(trx)
  await emptyTables(trx, [...tables.keys()])
  const reading = readBackupFile(file)
  let rows: string[] = []
  let table: Table | undefined
  let current: FileHandle | undefined
  const finish = async () => {
    if (table !== undefined) await insertRows(trx, table, rows)
    rows = []
    await current?.sync()
    await current?.close()
    current = undefined
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
      } else if ("chunk" in piece) await current?.appendFile(piece.chunk)
      else {
        await finish()
        table = "table" in piece ? tableOf(tables, piece) : undefined
        if ("sequence" in piece) await setSequence(trx, piece)
        // Before the commit: one key more does no harm, one that is missing does.
        if ("keys" in piece) await addOlderKeys(to.dataDir, piece.keys)
        if ("file" in piece) current = await openFile(to.incoming, piece.file)
      }
    }
  } finally {
    await current?.close()
  }
}

/** Migrations may have written rows of their own; the backup holds them too. */
async function emptyTables(trx: Trx, names: readonly string[]): Promise<void> {
  await sql`truncate ${sql.join(names.map((name) => sql.table(name)))}`.execute(trx)
}

/**
 * Takes off what would look at single rows: triggers, which have had their effect already, and foreign keys, so that the
 * order of tables and rows does not matter. Putting the keys back checks every row.
 */
async function takeOffConstraints(trx: Trx): Promise<() => Promise<void>> {
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

async function insertRows(trx: Trx, { name, columns }: Table, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return
  const names = sql.join(columns.map((column) => sql.ref(column.name)))
  const values = sql.join(
    columns.map((column, index) => sql`(row ->> ${sql.lit(index)})::${sql.raw(column.type)}`),
  )
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${values} from json_array_elements(${`[${rows.join(",")}]`}::json) as each (row)`.execute(trx)
}

async function setSequence(
  trx: Trx,
  { sequence, last, called }: { readonly sequence: string; readonly last: string; readonly called: boolean },
): Promise<void> {
  await sql`select setval(format('public.%I', ${sequence}::text)::regclass, ${last}::bigint, ${called})`.execute(
    trx,
  )
}

async function openFile(folder: string, name: string): Promise<FileHandle> {
  const path = join(folder, ...name.split("/"))
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
