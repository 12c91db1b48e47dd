import { statfs } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { codeOf } from "../../core/error.ts"

const MEGABYTE = 1024 * 1024
/** The database's own log of changes grows by pieces of 16 MB, and a backup of a province takes less. */
const LEAST_BYTES = 500 * MEGABYTE

/** Whether what people send still finds room. Where there is no folder yet it is the place it would be made in. */
export async function diskCheck(dataDir: string, freeAt = freeBytes): Promise<{ ok: boolean; text: string }> {
  const free = await freeAt(resolve(dataDir))
  const text = `${Math.floor(free / MEGABYTE).toLocaleString("en")} MB free for ${dataDir}`
  return free >= LEAST_BYTES
    ? { ok: true, text }
    : {
        ok: false,
        text: `${text}; make room (old backups, journalctl --vacuum-size): on a full disk nothing is accepted any more`,
      }
}

async function freeBytes(path: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || path === dirname(path)) throw error
    return await freeBytes(dirname(path))
  }
}
