import type { Kysely } from "kysely"
import type { Document } from "../../core/channel.ts"
import type { Database } from "../schema.ts"

/** A document to be fetched by its address until it expires. */
export type StoredDocument = Document & {
  /** base64url of at least 128 random bits: whoever knows it may read the document. */
  readonly key: string
  /** Whose personal data it holds; it is gone when they are erased. */
  readonly personId?: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Stores a document. */
export async function putDocument(db: Kysely<Database>, document: StoredDocument): Promise<void> {
  await db
    .insertInto("document")
    .values({
      key: document.key,
      name: document.name,
      content_type: document.contentType,
      bytes: Buffer.from(document.bytes),
      person_id: document.personId ?? null,
      expires_at: new Date(document.expiresAt),
    })
    .execute()
}

/** The document of an address; undefined when there is none or no longer. */
export async function findDocument(
  db: Kysely<Database>,
  key: string,
  now: number,
): Promise<StoredDocument | undefined> {
  const row = await db
    .selectFrom("document")
    .select(["name", "content_type", "bytes", "expires_at"])
    .where("key", "=", key)
    .where("expires_at", ">", new Date(now))
    .executeTakeFirst()
  return (
    row && {
      key,
      name: row.name,
      contentType: row.content_type,
      bytes: row.bytes,
      expiresAt: row.expires_at.getTime(),
    }
  )
}
