import { type Kysely, sql } from "kysely"
import type { Change } from "../../core/conversation/change.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { searchWords } from "../../core/ideas/search-words.ts"
import type { Cause } from "../cause.ts"
import type { Database, Trx } from "../schema.ts"
import { note } from "./history.ts"
import { toView, VIEW_COLUMNS, type ViewRow } from "./initiative.ts"
import type { TitleStocks } from "./title-stock.ts"

const INDEXED_AT_ONCE = 2_000

/** What is looked up about other people's ideas. */
export function ideaReads(
  db: Kysely<Database>,
  titles: TitleStocks,
): Pick<Reads, "similar" | "search" | "spread"> {
  return {
    similar: async (campaignId, title) => {
      const numbers = await titles.near(campaignId, title)
      if (numbers.length === 0) return []
      // By what the database says now: a title may have been withdrawn or changed since it was read.
      const { rows } = await sql<ViewRow>`
        select ${VIEW_COLUMNS}
        from initiative join unit on unit.id = initiative.unit_id
        where initiative.number = any(${numbers}::bigint[]) and initiative.campaign_id = ${campaignId}
          and initiative.status not in ('withdrawn', 'refused', 'duplicate')`.execute(db)
      return rows.map(toView)
    },
    search: async (federationId, { keys, unit }, limit) => {
      const has = keys.length === 0 ? sql`true` : sql`initiative.words @> ${keys}::integer[]`
      const where =
        unit === undefined
          ? sql`true`
          : sql`initiative.unit_id in (select id from unit where path @> array[${unit.id}]::uuid[])`
      const { rows } = await sql<{ number: string; title: string; author_name: string; unit_name: string }>`
        select initiative.number, initiative.title, initiative.author_name, unit.name as unit_name
        from initiative join unit on unit.id = initiative.unit_id
        where initiative.federation_id = ${federationId} and ${has} and ${where}
          and initiative.status not in ('withdrawn', 'refused', 'duplicate')
        order by initiative.number desc limit ${limit}`.execute(db)
      return rows.map((row) => ({
        number: Number(row.number),
        title: row.title,
        authorName: row.author_name,
        unitName: row.unit_name,
      }))
    },
    spread: async (number) => {
      const rows = await db
        .selectFrom("adoption")
        .innerJoin("initiative", "initiative.id", "adoption.initiative_id")
        .select("adoption.unit_id")
        .where("initiative.number", "=", String(number))
        .execute()
      return { units: rows.length, unitIds: rows.map((row) => row.unit_id) }
    },
  }
}

/** What is stored beside a new or changed record, so that it is found. */
export function indexOf(record: {
  readonly title: string
  readonly description?: string | undefined
  readonly sector?: string | undefined
  readonly confidential?: boolean
}): { readonly words: readonly number[] } {
  const { title, description, sector, confidential } = record
  return {
    words: searchWords({ title, sector, description: confidential === true ? undefined : description }),
  }
}

/**
 * Indexes records that are not yet: those imported, changed, or written by an earlier version; only `initiativeId` when it is
 * given. Does at most 2,000 at once; answers how many.
 */
export async function indexIdeas(db: Kysely<Database> | Trx, initiativeId?: string): Promise<number> {
  const rows = await db
    .selectFrom("initiative")
    .select(["id", "title", "description", "sector", "confidential"])
    .where(sql<boolean>`not indexed`)
    .$if(initiativeId !== undefined, (query) => query.where("id", "=", initiativeId ?? ""))
    .orderBy("number")
    .limit(INDEXED_AT_ONCE)
    .execute()
  if (rows.length === 0) return 0
  const made = rows.map((row) => ({
    id: row.id,
    title: row.title,
    described: row.description ?? "",
    confidential: row.confidential,
    ...indexOf({
      title: row.title,
      description: row.description ?? undefined,
      sector: row.sector ?? undefined,
      confidential: row.confidential,
    }),
  }))
  await sql`
    with made as (
      select * from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        as m (id uuid, title text, described text, confidential boolean, words integer[])
    )
    -- Changed again meanwhile: then the next round has it.
    update initiative set words = made.words, indexed = true from made
    where initiative.id = made.id and not indexed and initiative.title = made.title
      and coalesce(initiative.description, '') = made.described and initiative.confidential = made.confidential`.execute(
    db,
  )
  return rows.length
}

/** Another unit uses the idea as well; said twice it counts once. */
export async function adopt(
  trx: Trx,
  { initiativeId, unitId, personId }: Change & { do: "adopt" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await trx
    .insertInto("adoption")
    .values({ initiative_id: initiativeId, unit_id: unitId, person_id: personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** From now on others see the title only, or the description again; the search knows no more than they. */
export async function confide(
  trx: Trx,
  { initiativeId, confidential, personId }: Change & { do: "confide" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await trx
    .updateTable("initiative")
    .set({ confidential, indexed: false })
    .where("id", "=", initiativeId)
    .execute()
  await indexIdeas(trx, initiativeId)
  await note(trx, initiativeId, {
    kind: confidential ? "made_confidential" : "made_open",
    actorId: personId,
    at,
  })
}
