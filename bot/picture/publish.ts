import { randomBytes } from "node:crypto"
import type { Picture } from "../../core/channel.ts"

/** Where published pictures are kept. */
export type PublishParts = {
  /** Without a slash at the end. */
  readonly publicUrl: string
  /** Keeps the picture until `expiresAt` (epoch milliseconds). */
  readonly put: (picture: Picture & { readonly key: string; readonly expiresAt: number }) => Promise<void>
  /** Groups scroll back; who fetches a picture may do so when somebody looks. */
  readonly keptDays: number
  /** Epoch milliseconds. */
  readonly now: () => number
}

const DAY_MS = 24 * 3_600_000
/** 192 bits: nobody guesses an address. */
const KEY_BYTES = 24

/**
 * Gives a picture an address that its platform can fetch, `GET /pictures/:key.png`. One picture sent to many groups gets
 * one address for a day, so that a new one never lives much shorter than promised.
 */
export function createPublisher({
  publicUrl,
  put,
  keptDays,
  now,
}: PublishParts): (picture: Picture) => Promise<string> {
  const known = new WeakMap<Picture, { readonly at: number; readonly address: Promise<string> }>()
  const publish = async (picture: Picture): Promise<string> => {
    const key = randomBytes(KEY_BYTES).toString("base64url")
    await put({ ...picture, key, expiresAt: now() + keptDays * DAY_MS })
    return `${publicUrl}/pictures/${key}.png`
  }
  return async (picture) => {
    const before = known.get(picture)
    if (before !== undefined && now() - before.at < DAY_MS) return await before.address
    const address = publish(picture)
    known.set(picture, { at: now(), address })
    address.catch(() => known.delete(picture))
    return await address
  }
}
