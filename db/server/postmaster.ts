import { execFile } from "node:child_process"
import { link, readFile, rename, rm, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"
import { codeOf } from "../../core/error.ts"
import { textOf } from "./made-once.ts"

const run = promisify(execFile)

/** A server that starts writes its lock file at once after making it. */
const WRITTEN_WITHIN_MS = 100

/**
 * The port of the server that runs in `cluster`, undefined when none does. A lock file left by a power failure may name a process
 * that came later, or nothing at all: PostgreSQL would take it for that of a server and never start again. Such a file is put away.
 */
export async function runningPort(cluster: string): Promise<number | undefined> {
  const file = lockFile(cluster)
  let content = await textOf(file)
  if (content !== undefined && Number.isNaN(pidIn(content))) {
    await pause(WRITTEN_WITHIN_MS)
    content = await textOf(file)
  }
  if (content === undefined) return undefined
  const pid = pidIn(content)
  if (!Number.isNaN(pid)) {
    // PostgreSQL itself puts away the file of a process that is gone, and first looks whether its children still are.
    if (!(pid > 0) || !isAlive(pid)) return undefined
    // Line 4 is the port: https://www.postgresql.org/docs/current/storage-file-layout.html
    if (await mayServe(pid, cluster)) return Number(content.split("\n")[3] ?? 0)
  }
  await putAway(file, content)
  return undefined
}

/** Line 1 of a lock file; NaN where there is no number, as in a file that is empty or all zeros. */
function pidIn(content: string): number {
  return Number.parseInt(content, 10)
}

/** The port of the last server in `cluster`; 0 when it is not known. */
export async function lastPort(cluster: string): Promise<number> {
  // The command line it was started with: https://www.postgresql.org/docs/current/storage-file-layout.html
  const words = await readFile(join(cluster, "postmaster.opts"), "utf8").catch(() => "")
  return Number(/"-p" "(\d+)"/.exec(words)?.[1] ?? 0)
}

/** Whether a process has this number. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === "EPERM"
  }
}

/** True unless the process surely is no server of `cluster`. */
async function mayServe(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === "linux") {
    try {
      // A server works in its folder from before it writes the lock file.
      const [works, home] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(cluster)])
      return works.dev === home.dev && works.ino === home.ino
    } catch (error) {
      // It ended meanwhile, or, as EACCES, it is somebody's we may not look at.
      return codeOf(error) !== "ENOENT"
    }
  }
  if (process.platform === "win32") return true
  const { stdout } = await run("ps", ["-p", String(pid), "-o", "comm="]).catch(() => ({ stdout: "postgres" }))
  return basename(stdout.trim()).startsWith("postgres")
}

/**
 * Takes the lock file away if it still is the one that was `judged`: another process may have done so too, and its server be
 * running by now. Were one to slip through nevertheless, PostgreSQL finds the folder's shared memory in use and does not start.
 */
export async function putAway(file: string, judged: string): Promise<void> {
  const aside = `${file}.left-${process.pid}`
  try {
    await rename(file, aside)
    if ((await readFile(aside, "utf8")) !== judged) await link(aside, file)
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error
  }
  await rm(aside, { force: true })
}

function lockFile(cluster: string): string {
  return join(cluster, "postmaster.pid")
}
