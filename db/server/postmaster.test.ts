import { spawn } from "node:child_process"
import { access, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { testFolder } from "../test-folder.ts"
import { putAway, runningPort } from "./postmaster.ts"

async function aCluster() {
  const cluster = await testFolder("postmaster")
  onTestFinished(async () => await rm(cluster, { recursive: true, force: true }))
  const file = join(cluster, "postmaster.pid")
  const isLocked = async () =>
    await access(file).then(
      () => true,
      () => false,
    )
  const leave = async (pid: number) =>
    await writeFile(file, `${pid}\n${cluster}\n1795803113\n45799\n\n127.0.0.1\n    14 6\nready   \n`)
  return { cluster, file, isLocked, leave }
}

/** A live process that works in `folder`. */
async function worker(folder: string): Promise<number> {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"], {
    cwd: folder,
    stdio: ["pipe", "ignore", "inherit"],
  })
  onTestFinished(() => void child.kill())
  await new Promise((spawned) => child.once("spawn", spawned))
  return child.pid ?? 0
}

test("a folder without a lock file, or with that of a process that is gone, has no server; the file is PostgreSQL's to judge", async () => {
  const { cluster, leave, isLocked } = await aCluster()
  expect(await runningPort(cluster)).toBeUndefined()
  // Beyond the highest number Linux and macOS give.
  await leave(2 ** 22 + 1)
  expect(await runningPort(cluster)).toBeUndefined()
  expect(await isLocked()).toBe(true)
})

test("the server that works in the folder is found by its lock file", async () => {
  const { cluster, leave, isLocked } = await aCluster()
  await leave(await worker(cluster))
  // Elsewhere it is known by its name, which this worker has not.
  const isKnown = process.platform === "linux"
  expect(await runningPort(cluster)).toBe(isKnown ? 45799 : undefined)
  expect(await isLocked()).toBe(isKnown)
})

test("a lock file whose number is another process's by now is put away", async () => {
  const [{ cluster, leave, isLocked }, elsewhere] = [await aCluster(), await aCluster()]
  await leave(await worker(elsewhere.cluster))
  expect(await runningPort(cluster)).toBeUndefined()
  expect(await isLocked()).toBe(false)
  expect(await readdir(cluster)).toEqual([])
})

test.for([
  ["nothing", ""],
  ["an empty line", "\n"],
  ["zeros", "\0".repeat(160)],
])(
  "a lock file that holds %s, as a power failure or a full disk leaves it, is put away",
  async ([, content]) => {
    const { cluster, file } = await aCluster()
    await writeFile(file, content ?? "")
    expect(await runningPort(cluster)).toBeUndefined()
    expect(await readdir(cluster)).toEqual([])
  },
)

test("a lock file that was made anew in the meantime stays", async () => {
  const { cluster, file, leave } = await aCluster()
  await putAway(file, "of one that somebody else put away")
  await leave(process.pid)
  const fresh = await readFile(file, "utf8")
  await putAway(file, "of one before it")
  expect(await readFile(file, "utf8")).toBe(fresh)
  expect(await readdir(cluster)).toEqual(["postmaster.pid"])
})
