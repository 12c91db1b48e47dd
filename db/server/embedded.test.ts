import { mkdir, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { testFolder } from "../test-folder.ts"
import { startEmbedded } from "./embedded.ts"
import { openDataDir } from "./open.ts"

test("a database that does not start is told with what its server said", async () => {
  const home = await testFolder("embedded")
  onTestFinished(async () => await rm(home, { recursive: true, force: true }))
  const folder = join(home, "postgres")
  await mkdir(folder, { mode: 0o777 })
  await writeFile(join(home, "postgres-password"), "x")
  // Of a version long gone; whatever else the server dislikes about the folder is a reason as well.
  await writeFile(join(folder, "PG_VERSION"), "9.6\n")
  await expect(startEmbedded(home)).rejects.toThrow(
    new RegExp(
      `^The embedded database in ${folder} did not start, .{10,}; its log is ${folder}/server.log.$`,
    ),
  )
})

// Only root hands the database to another user: nobody else has such a folder.
const isNotRoot = process.getuid?.() !== 0
test.skipIf(isNotRoot)(
  "a folder that an earlier start beside a database of the operator's own made for root alone is no hindrance",
  async () => {
    const home = await testFolder("embedded")
    onTestFinished(async () => await rm(home, { recursive: true, force: true }))
    const data = join(home, "above", "data")
    await openDataDir(data)
    const server = await startEmbedded(data)
    await server.close()
    // To pass through, not to look into.
    expect(((await stat(data)).mode & 0o777).toString(8)).toBe("701")
  },
)
