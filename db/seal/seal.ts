import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto"
import { remembering } from "../../core/remember.ts"
import type { Seal } from "../../core/seal.ts"

/** A key with its name, which tells nothing about it and stands in everything it sealed. */
export type NamedSeal = Seal & { readonly name: string }

const KEY_BYTES = 32
const NAME_LENGTH = 6
const IV_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16
const TEXT_MARK = "sealed:"

/** A text was sealed with another key, or altered. */
export class SealError extends Error {
  /** Name of the key it was sealed with. */
  readonly key: string

  constructor(key: string) {
    super(`Something is sealed with the key ${key}, which is not the one that is set, or was altered.`)
    this.name = "SealError"
    this.key = key
  }
}

/**
 * The seal of a 32-byte key. Ids are sealed in the manner of SIV (RFC 5297): the initial vector is a keyed hash of the id,
 * so the same id looks the same and can be found, and the hash proves at opening that nothing was altered. Texts are sealed
 * with AES-256-GCM and a nonce of their own.
 */
export function sealOf(key: Uint8Array): NamedSeal {
  const [hashing, hiding, texts] = ["id hash", "id", "text"].map((use) =>
    Buffer.from(hkdfSync("sha256", key, "", `tro-ly-sang-kien ${use}`, KEY_BYTES)),
  ) as [Buffer, Buffer, Buffer]
  const name = createHash("sha256").update("name of ").update(key).digest("base64url").slice(0, NAME_LENGTH)
  const vectorOf = (id: string) => createHmac("sha256", hashing).update(id).digest().subarray(0, IV_BYTES)

  // Both are asked for with every message, and cost tens of microseconds; who writes today is written to today.
  const sealedId = remembering((id) => {
    const { channel, rest } = partsOf(id)
    if (rest.startsWith("~")) return id
    const vector = vectorOf(id)
    const cipher = createCipheriv("aes-256-ctr", hiding, vector)
    const sealed = Buffer.concat([vector, cipher.update(rest, "utf8"), cipher.final()])
    return `${channel}:~${name}${sealed.toString("base64url")}`
  })
  const openedId = remembering((id) => {
    const { channel, rest } = partsOf(id)
    if (!rest.startsWith("~")) return id
    const by = rest.slice(1, 1 + NAME_LENGTH)
    const sealed = Buffer.from(rest.slice(1 + NAME_LENGTH), "base64url")
    if (by !== name || sealed.length <= IV_BYTES) throw new SealError(by)
    const vector = sealed.subarray(0, IV_BYTES)
    const decipher = createDecipheriv("aes-256-ctr", hiding, vector)
    const plain = `${channel}:${Buffer.concat([decipher.update(sealed.subarray(IV_BYTES)), decipher.final()]).toString("utf8")}`
    // Nobody can try bytes against this: it is our own database that is read.
    if (!vectorOf(plain).equals(vector)) throw new SealError(by)
    return plain
  })

  return {
    name,
    id: <Id extends string>(id: Id) => sealedId(id) as Id,
    openedId: <Id extends string>(id: Id) => openedId(id) as Id,
    text: (text) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv("aes-256-gcm", texts, nonce)
      const sealed = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]
      return `${TEXT_MARK}${name}:${Buffer.concat(sealed).toString("base64url")}`
    },
    openedText: (text) => {
      const by = keyOfText(text)
      if (by === undefined) return text
      if (by !== name) throw new SealError(by)
      const sealed = Buffer.from(text.slice(TEXT_MARK.length + NAME_LENGTH + 1), "base64url")
      try {
        const decipher = createDecipheriv("aes-256-gcm", texts, sealed.subarray(0, NONCE_BYTES))
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
        return Buffer.concat([
          decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
          decipher.final(),
        ]).toString("utf8")
      } catch {
        throw new SealError(by)
      }
    },
  }
}

/** The name of the key a text was sealed with; undefined when it was not. */
export function keyOfText(text: string): string | undefined {
  return text.startsWith(TEXT_MARK) ? text.slice(TEXT_MARK.length, TEXT_MARK.length + NAME_LENGTH) : undefined
}

/** The name of the key an id was sealed with; undefined when it was not. */
export function keyOfId(id: string): string | undefined {
  const { rest } = partsOf(id)
  return rest.startsWith("~") ? rest.slice(1, 1 + NAME_LENGTH) : undefined
}

function partsOf(id: string): { readonly channel: string; readonly rest: string } {
  const colon = id.indexOf(":")
  return { channel: id.slice(0, colon), rest: id.slice(colon + 1) }
}
