import { type Kysely, sql, type Transaction } from "kysely"
import type { InitiativeView, Reads } from "../core/conversation/reads.ts"
import { searchWords } from "../core/ideas/search-words.ts"
import { askedTriples, readIdea, storedTriples } from "../core/ideas/signature.ts"
import type { Database } from "./schema.ts"

/** Of a triple that very many titles have, the newest are enough: rarer triples tell them apart. */
const MOST_OF_A_TRIPLE = 200
/** So many titles with the most, and the rarest, triples in common are compared word by word. */
const CANDIDATES = 400
const INDEXED_AT_ONCE = 2_000

/** What is looked up about other people's ideas. */
export function ideaReads(db: Kysely<Database>): Pick<Reads, "similar" | "search" | "spread"> {
  return {
    similar: async (campaignId, title) => {
      const triples = askedTriples(readIdea(title), campaignId)
      if (triples.length === 0) return []
      const { rows } = await sql<CandidateRow>`
        with hit as (
          select near.number, sum(ln(20000.0::float8 / cardinality(having_it.numbers))) as shared
          from unnest(${triples}::integer[]) as ask (triple)
          cross join lateral (
            select array_agg(number) as numbers from (
              select number from title_triple where title_triple.triple = ask.triple
              order by number desc limit ${sql.lit(MOST_OF_A_TRIPLE)}
            ) as newest
          ) as having_it
          cross join lateral unnest(having_it.numbers) as near (number)
          group by near.number order by shared desc, near.number desc limit ${sql.lit(CANDIDATES)}
        )
        select initiative.id, initiative.number, initiative.title, initiative.status, initiative.author_id,
          initiative.submitter_id, initiative.author_name, initiative.created_at,
          unit.id as unit_id, unit.code as unit_code, unit.name as unit_name, unit.path as unit_path
        from hit
        join initiative on initiative.number = hit.number
        join unit on unit.id = initiative.unit_id
        where initiative.campaign_id = ${campaignId}
          and initiative.status not in ('withdrawn', 'refused', 'duplicate')`.execute(db)
      return rows.map(toCandidate)
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

type CandidateRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly status: string
  readonly author_id: string | null
  readonly submitter_id: string | null
  readonly author_name: string
  readonly created_at: Date
  readonly unit_id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly unit_path: readonly string[]
}

function toCandidate(row: CandidateRow): InitiativeView {
  return {
    id: row.id,
    number: Number(row.number),
    title: row.title,
    status: row.status,
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name, path: row.unit_path },
    authorId: row.author_id ?? undefined,
    submitterId: row.submitter_id ?? undefined,
    authorName: row.author_name,
    createdAt: row.created_at.getTime(),
  }
}

/** What is stored beside a new or changed record, so that it is found. */
export function indexOf(record: {
  readonly title: string
  readonly description?: string | undefined
  readonly sector?: string | undefined
  readonly campaignId: string
  readonly confidential?: boolean
}): { readonly words: readonly number[]; readonly triples: readonly number[] } {
  const { title, description, sector, campaignId, confidential } = record
  return {
    words: searchWords({ title, sector, description: confidential === true ? undefined : description }),
    triples: storedTriples(readIdea(title), campaignId),
  }
}

/**
 * Indexes records that are not yet: those imported, changed, or written by an earlier version; only `initiativeId` when it is
 * given. Does at most 2,000 at once; answers how many.
 */
export async function indexIdeas(
  db: Kysely<Database> | Transaction<Database>,
  initiativeId?: string,
): Promise<number> {
  const rows = await db
    .selectFrom("initiative")
    .select(["id", "number", "campaign_id", "title", "description", "sector", "confidential"])
    .where(sql<boolean>`not indexed`)
    .$if(initiativeId !== undefined, (query) => query.where("id", "=", initiativeId ?? ""))
    .orderBy("number")
    .limit(INDEXED_AT_ONCE)
    .execute()
  if (rows.length === 0) return 0
  const made = rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    described: row.description ?? "",
    confidential: row.confidential,
    ...indexOf({
      title: row.title,
      description: row.description ?? undefined,
      sector: row.sector ?? undefined,
      campaignId: row.campaign_id,
      confidential: row.confidential,
    }),
  }))
  await sql`
    with made as (
      select * from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        as m (id uuid, number bigint, title text, described text, confidential boolean, words integer[], triples integer[])
    ),
    -- Changed again meanwhile: then the next round has it.
    done as (
      update initiative set words = made.words, indexed = true from made
      where initiative.id = made.id and not indexed and initiative.title = made.title
        and coalesce(initiative.description, '') = made.described and initiative.confidential = made.confidential
    )
    insert into title_triple (triple, number)
    select unnest(triples), number from made on conflict do nothing`.execute(db)
  return rows.length
}
