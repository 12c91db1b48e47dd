import { randomUUID } from "node:crypto"
import { link, open, readFile, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { codeOf } from "../../core/error.ts"
import { makeFolder } from "./folder.ts"

/** The file's text; undefined when there is none. */
export async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8")
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  }
}

/**
 * The text of a file that is made once, readable for our user only, and whether it was made just now. Two processes may
 * start on an empty folder at once: the first to name its file wins, and both have that one's text.
 */
export async function madeOnce(
  file: string,
  make: () => string,
): Promise<{ readonly text: string; readonly isNew: boolean }> {
  const found = await textOf(file)
  if (found !== undefined) return { text: found, isNew: false }
  const own = `${file}.${randomUUID()}.tmp`
  await makeFolder(dirname(file))
  await writeSafely(own, make())
  await link(own, file).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error
  })
  await rm(own, { force: true })
  await onDisk(dirname(file))
  return { text: await readFile(file, "utf8"), isNew: true }
}

/** Puts another text in its place, whole or not at all. */
export async function replaceWhole(file: string, text: string): Promise<void> {
  await writeSafely(`${file}.new`, text)
  await rename(`${file}.new`, file)
  await onDisk(dirname(file))
}

/** What the database keeps by the help of this file must never be older on the disk than the file. */
async function writeSafely(file: string, text: string): Promise<void> {
  const handle = await open(file, "w", 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file that is safe under a name that is not would be lost with the power. */
async function onDisk(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
