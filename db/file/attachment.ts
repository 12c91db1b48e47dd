import { createHash } from "node:crypto"
import { open, readdir, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { type Kysely, sql } from "kysely"
import { codeOf } from "../../core/error.ts"
import type { KeptBytes } from "../../core/file/file.ts"
import type { Database } from "../schema.ts"
import { makeFolder } from "../server/folder.ts"

/** Where kept files stand under `DATA_DIR`; `db/backup/backup.ts` takes the same folder. */
const FOLDER = "files"
/** A file is written before the row that names it: so long it is left alone without one. */
const UNNAMED_MS = 24 * 3_600_000

/** Keeps bytes under their own hash, readable for our user only. The same bytes are kept once, however often they come. */
export async function keepBytes(dataDir: string, bytes: Uint8Array, contentType: string): Promise<KeptBytes> {
  const hash = createHash("sha256").update(bytes).digest("hex")
  const folder = join(dataDir, FOLDER, hash.slice(0, 2))
  await makeFolder(folder, 0o700)
  const place = join(folder, hash)
  const being = `${place}.${process.pid}.tmp`
  const handle = await open(being, "w", 0o600)
  try {
    await handle.writeFile(bytes)
    // The row that names it must never be older than what it names.
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(being, place)
  return { hash, contentType, bytes: bytes.byteLength }
}

/** Removes files that nothing names any more: of erased people, and what a broken-off work left. Answers how many. */
export async function removeUnnamedFiles(
  db: Kysely<Database>,
  dataDir: string,
  now: number,
): Promise<number> {
  const root = join(dataDir, FOLDER)
  let removed = 0
  for (const folder of await namesIn(root)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    const names = await namesIn(join(root, folder))
    const hashes = names.map((name) => name.slice(0, 64))
    const { rows } = await sql<{ hash: string }>`
      select distinct hash from attachment where hash = any(${hashes}::text[])`.execute(db)
    const named = new Set(rows.map(({ hash }) => hash))
    for (const name of names) {
      const path = join(root, folder, name)
      if (named.has(name) || now - (await stat(path)).mtimeMs < UNNAMED_MS) continue
      await rm(path, { force: true })
      removed += 1
    }
  }
  return removed
}

/** Hashes that rows name and whose file is not there: what a restore without its files shows. At most 20. */
export async function missingFiles(db: Kysely<Database>, dataDir: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("attachment").select("hash").distinct().execute()
  const missing: string[] = []
  for (const { hash } of rows) {
    if (missing.length === 20) break
    const there = await stat(join(dataDir, FOLDER, hash.slice(0, 2), hash)).catch(() => undefined)
    if (there === undefined) missing.push(hash)
  }
  return missing
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) return []
    throw error
  })
}
