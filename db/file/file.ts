import { type Kysely, sql } from "kysely"
import { z } from "zod"
import type { ChatId, MessageRef } from "../../core/channel.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import type { WaitingFile, WaitingFiles } from "../../core/file/file.ts"
import type { PortalRecord } from "../../core/file/portal-list.ts"
import type { Cause } from "../cause.ts"
import { note } from "../ideas/history.ts"
import { isHeard, SENDER } from "../outbox/sender.ts"
import type { Database, Trx } from "../schema.ts"

/** Photos of an album come as messages of their own, one after the other. */
const ALBUM_SETTLES_MS = 1_500

/** Writes down that a file is to be fetched. The others of its album that still wait are for the same from now on. */
export async function keepFile(
  trx: Trx,
  change: Change & { do: "keep_file" },
  { at, incoming: { bot, chat, from } }: Pick<Cause, "at" | "incoming">,
): Promise<void> {
  const { id, file, purpose, message, topic } = change
  if (file.album !== undefined) {
    await sql`
      update waiting_file set incoming = jsonb_set(incoming, '{purpose}', ${JSON.stringify(purpose)}::jsonb)
      where chat_id = ${chat.id} and album = ${file.album} and reader is null`.execute(trx)
  }
  await trx
    .insertInto("waiting_file")
    .values({
      id,
      bot_id: bot,
      chat_id: chat.id,
      account_id: from?.account ?? "",
      incoming: JSON.stringify({ file, purpose, from: { bot, chat, from, message, topic } }),
      album: file.album ?? null,
      due_at: at,
      came_at: at,
    })
    .execute()
}

/** What is looked up about files and the portal's list. */
export function fileReads(
  db: Kysely<Database>,
): Pick<Reads, "purposeOfAlbum" | "portalRecords" | "portalCodeOwners"> {
  return {
    purposeOfAlbum: async (chat, album) => {
      const row = await db
        .selectFrom("waiting_file")
        .select("incoming")
        .where("chat_id", "=", chat)
        .where("album", "=", album)
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : stored.parse(row.incoming).purpose
    },
    portalCodeOwners: async (codes) => {
      if (codes.length === 0) return new Map()
      const { rows } = await sql<{ code: string; number: string }>`
        select upper(portal_code) as code, number from initiative
        where upper(portal_code) = any(${codes}::text[]) and status not in ('withdrawn', 'duplicate')`.execute(
        db,
      )
      return new Map(rows.map(({ code, number }) => [code, Number(number)]))
    },
    portalRecords: async (campaignId, unitIds) => {
      const { rows } = await sql<Omit<PortalRecord, "number"> & { readonly number: string }>`
        select initiative.number, initiative.title, initiative.author_name as author, unit.name as unit,
          initiative.status, initiative.portal_code as "portalCode"
        from initiative join unit on unit.id = initiative.unit_id
        where initiative.campaign_id = ${campaignId} and unit.path && ${unitIds}::uuid[]
          and initiative.status not in ('withdrawn', 'duplicate', 'refused')
        order by initiative.number`.execute(db)
      return rows.map((row) => ({ ...row, number: Number(row.number) }))
    },
  }
}

/** Hashes of the files an initiative has. */
export async function hashesOf(db: Kysely<Database>, initiativeId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("attachment")
    .select("hash")
    .where("initiative_id", "=", initiativeId)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** The only initiative a message of ours told of: by its receipt, or by the code in what it said. */
export async function numberToldIn(
  db: Kysely<Database>,
  chat: ChatId,
  message: MessageRef,
): Promise<number | undefined> {
  const { rows } = await sql<{ number: string }>`
    with said as (select content from outbox where chat_id = ${chat} and message_ref = ${message})
    select distinct number from (
      select (content -> 'receipt' ->> 'number')::bigint as number from said where content ? 'receipt'
      union all
      select substring(phrase -> 'args' ->> 'code' from '^SK-(\\d{1,9})$')::bigint
      from said, jsonb_array_elements(coalesce(content -> 'phrases', '[]')) as phrase
    ) as told where number is not null limit 2`.execute(db)
  return rows.length === 1 ? Number(rows[0]?.number) : undefined
}

const stored = z.custom<Omit<WaitingFile, "id" | "attempts">>((value) => typeof value === "object")

/** The files that wait, on PostgreSQL. */
export function waitingFiles(db: Kysely<Database>): WaitingFiles {
  return {
    claim: async (bots, now, leaseMs) => {
      const at = new Date(now)
      const { rows } = await sql<{ id: string; incoming: unknown; attempts: number }>`
        with first as (
          select id, chat_id, album from waiting_file as w
          where bot_id = any(${bots}::text[])
            and (due_at <= ${at} or reader is not null and not ${sql.raw(isHeard("reader"))})
            and (album is null or not exists (
              select from waiting_file as other where other.chat_id = w.chat_id and other.album = w.album
                and other.came_at > ${new Date(now - ALBUM_SETTLES_MS)}))
          order by due_at, id limit 1 for update skip locked
        ),
        taken as (
          update waiting_file as w set due_at = ${new Date(now + leaseMs)}, reader = ${SENDER},
            -- A reader that never came back may have died of the file.
            attempts = w.attempts + (w.reader is not null)::integer
          from first where w.id = first.id or w.chat_id = first.chat_id and w.album = first.album
          returning w.id, w.incoming, w.attempts, w.came_at
        )
        select id, incoming, attempts from taken order by came_at, id`.execute(db)
      return rows.map(({ id, incoming, attempts }) => ({ ...stored.parse(incoming), id, attempts }))
    },
    later: async (ids, dueAt) => {
      await db
        .updateTable("waiting_file")
        .set((eb) => ({ due_at: new Date(dueAt), reader: null, attempts: eb("attempts", "+", 1) }))
        .where("id", "in", ids)
        .execute()
    },
    done: async (ids) => {
      await db.deleteFrom("waiting_file").where("id", "in", ids).execute()
    },
  }
}

/** Kept bytes belong to a record; the same ones are added once. */
export async function attach(
  trx: Trx,
  { initiativeId, personId, files }: Change & { do: "attach" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  for (const { hash, name, contentType, bytes } of files) {
    await trx
      .insertInto("attachment")
      .values({
        initiative_id: initiativeId,
        hash,
        name,
        content_type: contentType,
        bytes,
        added_by: personId,
        added_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await note(trx, initiativeId, { kind: "attached", actorId: personId, at })
}

/** Evidence of this person's goes again; its bytes go with the next clearing, unless they are named elsewhere too. */
export async function detach(
  trx: Trx,
  { initiativeId, hashes, personId }: Change & { do: "detach" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await trx
    .deleteFrom("attachment")
    .where("initiative_id", "=", initiativeId)
    .where("added_by", "=", personId)
    .where("hash", "in", hashes)
    .execute()
  await note(trx, initiativeId, { kind: "detached", actorId: personId, at })
}
