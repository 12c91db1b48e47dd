import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { madeOnce, replaceWhole, textOf } from "../server/made-once.ts"
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
  const isMade = isOurs && where.databaseUrl === undefined
  const kept = isMade
    ? linesOf((await madeOnce(file, () => textOfKeys([newKey()]))).text)
    : linesOf((await textOf(file)) ?? "")
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
      await replaceWhole(file, textOfKeys([newKey(), ...kept]))
      return (await keyRing(where)) as KeyRing
    },
  }
}

/** The keys of our file, when the one of this name is among them: they go into a backup, which nobody could use without. */
export async function keysInFile(dataDir: string, name: string): Promise<readonly string[] | undefined> {
  const file = join(dataDir, FILE)
  const kept = linesOf((await textOf(file)) ?? "")
  return kept.some((key) => sealOf(keyOf(key, file)).name === name) ? kept : undefined
}

/** Puts the keys of a backup behind those that are there. */
export async function addOlderKeys(dataDir: string, keys: readonly string[]): Promise<void> {
  const file = join(dataDir, FILE)
  await replaceWhole(file, textOfKeys([...new Set([...linesOf((await textOf(file)) ?? ""), ...keys])]))
}

/** A fresh key as the setting and the file take it. */
export function newKey(): string {
  return randomBytes(32).toString("base64url")
}

function linesOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((line) => line !== "")
}

function textOfKeys(keys: readonly string[]): string {
  return `${keys.join("\n")}\n`
}

function keyOf(text: string, from: string): Uint8Array {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64url")
  if (bytes.length === 32) return bytes
  throw new Error(
    `${from} holds something that is no key of 32 bytes. Bring it back from where you keep it; the newest key stands first.`,
  )
}
