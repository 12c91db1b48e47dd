import { chmod, mkdtemp, statfs } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** In memory on Linux: a database is copied there in 20 ms, on a disk in up to half a second. */
const MEMORY = "/dev/shm"
/** What the databases of a whole test run take at most; containers often have much less there. */
const ENOUGH_BYTES = 4 * 1024 ** 3

/** A new, empty folder that every user may enter, for servers and files that live as long as a test. */
export async function testFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join((await hasRoom(MEMORY)) ? MEMORY : tmpdir(), `tro-ly-sang-kien-${name}-`))
  // As root the embedded server runs as another user.
  await chmod(folder, 0o755)
  return folder
}

async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}
