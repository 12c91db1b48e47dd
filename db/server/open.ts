import { access, constants } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import type { Kysely } from "kysely"
import type pg from "pg"
import { codeOf } from "../../core/error.ts"
import { migrate } from "../migrate.ts"
import { type SettlementDesk, settlementDesk } from "../outbox/settling.ts"
import type { Database } from "../schema.ts"
import { BY_KEY, openDatabase, openPool } from "./connection.ts"
import { isFolder, makeFolder } from "./folder.ts"
import { applicationUrl, giveUpRights, prepareAsOwner, untilOwnerIsGone } from "./rights.ts"

/** The open store: typed SQL, the pool under it, and the address for those who need connections of their own. */
export type Store = {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  /** The same database for what every message costs. Its connections are never taken by a long report. */
  readonly byKey: Kysely<Database>
  readonly url: string
  /** One for all who send and commit, so that the one carries what the other has to store. */
  readonly desk: SettlementDesk
  close(): Promise<void>
  /** Stops the embedded server under what is still being done, which fails and stays undone. Not while others use it, nor one of the operator's own. */
  abandon(): Promise<void>
  /** See `EmbeddedServer`; always false for a server of the operator's own. */
  revive(): Promise<boolean>
}

/** SQLSTATE insufficient_privilege. */
const FORBIDDEN = "42501"
const SETTLE_WITHIN_MS = 20
/** Loading, committing, claiming, settling and reading titles go one call of each at a time. */
const MOST_BY_KEY = 6

/** Node's codes of a certificate that it does not trust, or that is another server's. */
const UNTRUSTED = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_)/

type AddressSetting = "DATABASE_URL" | "DATABASE_OWNER_URL"

/** The database at an address of the operator's does not answer, or does not let us in; `message` is for the operator. */
export class DatabaseUnreachable extends Error {
  constructor(setting: AddressSetting, cause: Error) {
    super(
      `${setting} leads to no database we can use: ${told(cause)}. Example: ${setting}=postgres://user:password@localhost:5432/sangkien`,
      { cause },
    )
    this.name = "DatabaseUnreachable"
  }
}

/** What went wrong, and what to do where it can be told. */
function told(cause: Error): string {
  const code = codeOf(cause) ?? ""
  if (code === FORBIDDEN) return `${cause.message}; our role makes the tables, so let it own the database`
  // Behind a semicolon Node advises an option of its own.
  if (UNTRUSTED.test(code))
    return `its certificate is not trusted (${cause.message.split(";")[0]}); name the file of who issued it, with sslrootcert=/path/ca.crt behind the address`
  return cause.message || "no answer"
}

/** What `DATA_DIR` names cannot be made, read or written; `message` is for the operator. */
export class DataDirUnusable extends Error {
  constructor(dataDir: string, cause: Error) {
    super(
      `DATA_DIR is no folder we can keep data in (${resolve(dataDir)}): ${cause.message}. Example: DATA_DIR=./.data`,
      { cause },
    )
    this.name = "DataDirUnusable"
  }
}

const ALL_OF_IT = constants.R_OK | constants.W_OK | constants.X_OK

/**
 * The folder of `DATA_DIR` is there afterwards: beside a database of the operator's own it still keeps the files people send. Throws
 * `DataDirUnusable`.
 */
export async function openDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir, 0o700)
    await access(dataDir, ALL_OF_IT)
  } catch (error) {
    throw new DataDirUnusable(dataDir, error as Error)
  }
}

/** As `openDataDir`, but makes nothing, for whoever asks may be another user than the bot. */
export async function checkDataDir(dataDir: string): Promise<void> {
  let path = resolve(dataDir)
  try {
    while (path !== dirname(path) && (await isMissing(path))) path = dirname(path)
    await access(path, ALL_OF_IT)
    if (!(await isFolder(path))) throw new Error(`${path} is no folder`)
  } catch (error) {
    throw new DataDirUnusable(dataDir, error as Error)
  }
}

async function isMissing(path: string): Promise<boolean> {
  return await access(path).then(
    () => false,
    (error: unknown) => codeOf(error) === "ENOENT",
  )
}

/**
 * Of a connection that cannot be made; SQLSTATE 28… is a wrong user or password, 3D000 a database that is not there, 53300 one
 * with too many connections, 57P0… one that starts or stops.
 */
const UNREACHABLE =
  /^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|ERR_TLS|28|3D000|42501|53300|57P0)/
/** pg gives these no code (8.23.1, client.js and connection.js). */
const UNREACHABLE_WORDS = /^(?:Connection terminated|The server does not support SSL)/

function isUnreachable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = codeOf(error) ?? ""
  return UNREACHABLE.test(code) || UNTRUSTED.test(code) || UNREACHABLE_WORDS.test(error.message)
}

/** Where the database is, and who owns it. */
export type StoreSettings = {
  readonly databaseUrl: string | undefined
  /** The same database by the role that owns its tables; unset, `databaseUrl` does everything. */
  readonly databaseOwnerUrl?: string | undefined
  readonly dataDir: string
}

/**
 * Opens `databaseUrl`, or the embedded server in `dataDir` (started when it does not run, stopped when we are the last to
 * leave), and brings the schema up to date. `as`: the owner brings backups back; the bot and all else is the application,
 * which can change neither tables nor the log of actions. Throws `DatabaseUnreachable` when that of one of the addresses cannot be
 * used, `DataDirUnusable` when there is no place for one of our own.
 */
export async function openStore(
  settings: StoreSettings,
  as: "application" | "owner" = "application",
): Promise<Store> {
  const embedded = settings.databaseUrl === undefined ? await startOwn(settings.dataDir) : undefined
  let opened: Pick<Store, "db" | "pool" | "byKey"> | undefined
  const close = async () => {
    await Promise.all([opened?.db.destroy(), opened?.byKey.destroy()])
    // Kysely ends only a pool that it has used itself; one that is left keeps its connection, and with it the process.
    if (opened?.pool.ending === false) await opened.pool.end()
    await embedded?.close()
  }
  let asked: AddressSetting = "DATABASE_URL"
  const abandon = async () => await embedded?.close()
  const revive = async () => (await embedded?.revive()) ?? false
  try {
    const ownerUrl = embedded?.url ?? settings.databaseOwnerUrl
    const ownUrl =
      embedded === undefined
        ? (settings.databaseUrl as string)
        : await applicationUrl(embedded.url, settings.dataDir)
    if (ownerUrl !== undefined) {
      asked = "DATABASE_OWNER_URL"
      await prepareAsOwner(ownerUrl, ownUrl)
      asked = "DATABASE_URL"
    }
    const url = as === "owner" ? (ownerUrl ?? ownUrl) : ownUrl
    const pool = openPool(url)
    const byKey = openDatabase(openPool(url, { max: MOST_BY_KEY, startOptions: BY_KEY }))
    opened = { pool, byKey, db: openDatabase(pool) }
    if (ownerUrl === undefined) {
      await migrate(opened.db)
      await giveUpRights(opened.db)
    } else {
      await pool.query("select 1")
      await embedded?.joined()
      await untilOwnerIsGone(pool)
    }
    return { ...opened, url, desk: settlementDesk(byKey, SETTLE_WITHIN_MS), close, abandon, revive }
  } catch (error) {
    await close()
    throw settings.databaseUrl !== undefined && isUnreachable(error)
      ? new DatabaseUnreachable(asked, error)
      : error
  }
}

/** Loaded only where there is no database already. */
async function startOwn(dataDir: string) {
  const { startEmbedded } = await import("./embedded.ts")
  try {
    return await startEmbedded(dataDir)
  } catch (error) {
    throw isOfFiles(error, resolve(dataDir)) ? new DataDirUnusable(dataDir, error) : error
  }
}

/** Whether the system refused something about a file or folder at `home`, above or below it. */
function isOfFiles(error: unknown, home: string): error is Error {
  if (!(error instanceof Error && "path" in error && typeof error.path === "string")) return false
  return error.path.startsWith(home) || home.startsWith(error.path)
}
