import type { Kysely } from "kysely"
import type pg from "pg"
import { openDatabase, openPool } from "./connection.ts"
import { startEmbedded } from "./embedded.ts"
import { migrate } from "./migrate.ts"
import type { Database } from "./schema.ts"
import { type SettlementDesk, settlementDesk } from "./settling.ts"

/** The open store: typed SQL, the pool under it, and the address for those who need connections of their own. */
export type Store = {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  readonly url: string
  /** One for all who send and commit, so that the one carries what the other has to store. */
  readonly desk: SettlementDesk
  close(): Promise<void>
}

const SETTLE_WITHIN_MS = 20

/** The database of `DATABASE_URL` does not answer, or does not let us in; `message` is for the operator. */
export class DatabaseUnreachable extends Error {
  constructor(cause: Error) {
    super(
      `DATABASE_URL leads to no database we can use: ${cause.message || "no answer"}. Example: DATABASE_URL=postgres://user:password@localhost:5432/sangkien`,
      { cause },
    )
    this.name = "DatabaseUnreachable"
  }
}

/** Of a connection that cannot be made; SQLSTATE 28… is a wrong user or password, 3D000 a database that is not there. */
const UNREACHABLE = /^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|28|3D000)/

function isUnreachable(error: unknown): error is Error {
  return error instanceof Error && "code" in error && UNREACHABLE.test(String(error.code))
}

/**
 * Opens `databaseUrl`, or the embedded server in `dataDir` (started when it does not run, stopped when we are the last to
 * leave), and brings the schema up to date. Throws `DatabaseUnreachable` when that of `databaseUrl` cannot be reached.
 */
export async function openStore(settings: {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
}): Promise<Store> {
  const embedded = settings.databaseUrl === undefined ? await startEmbedded(settings.dataDir) : undefined
  const url = settings.databaseUrl ?? (embedded as { url: string }).url
  const pool = openPool(url)
  const db = openDatabase(pool)
  const close = async () => {
    await db.destroy()
    await embedded?.close()
  }
  try {
    await migrate(db)
  } catch (error) {
    await close()
    throw settings.databaseUrl !== undefined && isUnreachable(error) ? new DatabaseUnreachable(error) : error
  }
  return { db, pool, url, desk: settlementDesk(db, SETTLE_WITHIN_MS), close }
}
