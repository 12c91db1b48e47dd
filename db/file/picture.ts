import type { Kysely } from "kysely"
import type { Database } from "../schema.ts"

/** A picture to be fetched by its address until it expires. */
export type StoredPicture = {
  /** base64url of at least 128 random bits: whoever knows it may see the picture. */
  readonly key: string
  readonly png: Uint8Array
  readonly alt: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Stores a picture and drops those that have expired by `now`. */
export async function putPicture(db: Kysely<Database>, picture: StoredPicture, now: number): Promise<void> {
  await expirePictures(db, now)
  await db
    .insertInto("picture")
    .values({
      key: picture.key,
      png: Buffer.from(picture.png),
      alt: picture.alt,
      expires_at: new Date(picture.expiresAt),
    })
    .execute()
}

/** The picture of an address; undefined when there is none or no longer. */
export async function findPicture(
  db: Kysely<Database>,
  key: string,
  now: number,
): Promise<StoredPicture | undefined> {
  const row = await db
    .selectFrom("picture")
    .select(["key", "png", "alt", "expires_at"])
    .where("key", "=", key)
    .where("expires_at", ">", new Date(now))
    .executeTakeFirst()
  return row && { key: row.key, png: row.png, alt: row.alt, expiresAt: row.expires_at.getTime() }
}

/** Drops what has expired by `now`. */
async function expirePictures(db: Kysely<Database>, now: number): Promise<void> {
  await db.deleteFrom("picture").where("expires_at", "<=", new Date(now)).execute()
}
