import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { startEmbedded } from "../db/server/embedded.ts"

/** A PostgreSQL of its own on the disk, with the settings every federation gets: commits reach the disk. */
export type Cluster = AsyncDisposable & {
  /** The address of a new, empty database. */
  database(name: string): Promise<string>
  /** Seconds of CPU all its processes have used. */
  cpuSeconds(): Promise<number>
}

/** Of Linux: the unit of `/proc/<pid>/stat` is a hundredth of a second. */
const TICKS_PER_SECOND = 100

export async function openCluster(): Promise<Cluster> {
  const home = await mkdtemp(join(tmpdir(), "tro-ly-sang-kien-bench-"))
  await chmod(home, 0o755)
  const server = await startEmbedded(home)
  const postmaster = Number((await readFile(join(home, "postgres/postmaster.pid"), "utf8")).split("\n")[0])
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  return {
    database: async (name) => {
      await admin.query(`create database ${name}`)
      const url = new URL(server.url)
      url.pathname = `/${name}`
      return url.href
    },
    cpuSeconds: async () => {
      const processes = await readdir("/proc")
      const seconds = await Promise.all(
        processes.filter((each) => /^\d+$/.test(each)).map((pid) => cpuOf(Number(pid), postmaster)),
      )
      return seconds.reduce((sum, each) => sum + each, 0)
    },
    [Symbol.asyncDispose]: async () => {
      await admin.end()
      await server.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Seconds of CPU of one process; with `parent`, only when it is that one or a child of it. */
export async function cpuOf(pid: number, parent?: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined)
  if (stat === undefined) return 0
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  if (parent !== undefined && pid !== parent && Number(fields[1]) !== parent) return 0
  // A parent's own figure and those of the children it has seen off.
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number)
  const children = pid === parent ? childUser + childSystem : 0
  return (user + system + children) / TICKS_PER_SECOND
}

/** The most memory the process has had, in megabytes. */
export async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8")
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
