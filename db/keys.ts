import { randomBytes, randomUUID } from "node:crypto"
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { type NamedSeal, sealOf } from "./seal.ts"

/** The keys at hand, the newest first; the others open what was sealed before. */
export type KeyRing = {
  readonly seals: readonly NamedSeal[]
  /** Where they come from, for people: "ENCRYPTION_KEY" or the name of a file. */
  readonly from: string
  /** Puts a new key in front; absent when the keys are a setting, which only the operator changes. */
  readonly add?: () => Promise<KeyRing>
}

/** Where keys are looked for. */
export type KeyPlaces = {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** In hexadecimal or base64, the newest first; empty when the setting is not there. */
  readonly encryptionKeys: readonly string[]
}

const FILE = "encryption-key"

/**
 * The keys of ENCRYPTION_KEY and, behind them, those of `DATA_DIR/encryption-key`, which is made beside an embedded database
 * when there is neither. Undefined for a database of the operator's own without either: processes on other machines would not
 * have the key. Throws when one of them is no key.
 */
export async function keyRing(where: KeyPlaces): Promise<KeyRing | undefined> {
  const file = join(where.dataDir, FILE)
  const set = where.encryptionKeys
  const isOurs = set.length === 0
  const kept =
    (await linesOf(file)) ?? (isOurs && where.databaseUrl === undefined ? await firstKey(where.dataDir) : [])
  if (set.length + kept.length === 0) return undefined
  const seals = [
    ...set.map((key) => sealOf(keyOf(key, "ENCRYPTION_KEY"))),
    ...kept.map((key) => sealOf(keyOf(key, file))),
  ]
  if (!isOurs) return { seals, from: "ENCRYPTION_KEY" }
  return {
    seals,
    from: file,
    add: async () => {
      await write(file, [newKey(), ...kept])
      return (await keyRing(where)) as KeyRing
    },
  }
}

/** The keys of our file, when the one of this name is among them: they go into a backup, which nobody could use without. */
export async function keysInFile(dataDir: string, name: string): Promise<readonly string[] | undefined> {
  const file = join(dataDir, FILE)
  const kept = (await linesOf(file)) ?? []
  return kept.some((key) => sealOf(keyOf(key, file)).name === name) ? kept : undefined
}

/** Puts the keys of a backup behind those that are there. */
export async function addOlderKeys(dataDir: string, keys: readonly string[]): Promise<void> {
  const file = join(dataDir, FILE)
  await write(file, [...new Set([...((await linesOf(file)) ?? []), ...keys])])
}

/** A fresh key as the setting and the file take it. */
export function newKey(): string {
  return randomBytes(32).toString("base64url")
}

/** Two processes may start on an empty folder at once: the first to name its key wins, and both have that one. */
async function firstKey(dataDir: string): Promise<readonly string[]> {
  const file = join(dataDir, FILE)
  const own = `${file}.${randomUUID()}.tmp`
  await mkdir(dataDir, { recursive: true })
  await writeWhole(own, [newKey()])
  await link(own, file).catch((error: unknown) => {
    if (!hasCode(error, "EEXIST")) throw error
  })
  await rm(own, { force: true })
  return (await linesOf(file)) ?? []
}

async function linesOf(file: string): Promise<readonly string[] | undefined> {
  try {
    return (await readFile(file, "utf8")).split(/\s+/).filter((line) => line !== "")
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined
    throw error
  }
}

async function write(file: string, keys: readonly string[]): Promise<void> {
  await writeWhole(`${file}.new`, keys)
  await rename(`${file}.new`, file)
}

async function writeWhole(file: string, keys: readonly string[]): Promise<void> {
  const handle = await open(file, "w", 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(`${keys.join("\n")}\n`)
    // What is sealed with it must never be older than the key.
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function keyOf(text: string, from: string): Uint8Array {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64url")
  if (bytes.length === 32) return bytes
  throw new Error(
    `${from} holds something that is no key of 32 bytes. Bring it back from where you keep it; the newest key stands first.`,
  )
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code
}
