import { type Kysely, sql } from "kysely"
import type { InitiativeView } from "../../core/conversation/initiative-view.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { foldWords } from "../../core/text/fold.ts"
import { hashesOf, numberToldIn } from "../file/file.ts"
import type { Database } from "../schema.ts"

/** What `toView` needs of `initiative` joined with its `unit`. */
export const VIEW_COLUMNS = sql`initiative.id, initiative.number, initiative.title, initiative.status,
  initiative.author_id, initiative.submitter_id, initiative.author_name, initiative.created_at, unit.id as unit_id,
  unit.code as unit_code, unit.name as unit_name, unit.path as unit_path`

export type ViewRow = {
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

/** An initiative as its own people see it. */
export function toView(row: ViewRow): InitiativeView {
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

/** Initiatives as those who handed them in, or made them, look them up. */
export function initiativeReads(
  db: Kysely<Database>,
): Pick<
  Reads,
  | "initiative"
  | "initiativesOf"
  | "handedInBy"
  | "isNamedByOthers"
  | "unclaimed"
  | "initiativeToldIn"
  | "askedFor"
  | "initiativeWithFiles"
  | "lastFilesOf"
> {
  return {
    initiative: async (number) =>
      (await initiatives(db, (query) => query.where("number", "=", String(number))))[0],
    initiativesOf: async (personId, limit) => await newestOf(db, madeBy(personId), limit),
    handedInBy: async (personId, limit) => await newestOf(db, handedInBy(personId), limit),
    isNamedByOthers: async (name) => {
      const found = await db
        .selectFrom("initiative")
        .select("id")
        .where("author_name", "=", name)
        .where("author_id", "is", null)
        .where("submitter_id", "is not", null)
        .where("status", "<>", "withdrawn")
        .limit(1)
        .executeTakeFirst()
      return found !== undefined
    },
    unclaimed: async (unitId, name) =>
      (
        await initiatives(db, (query) =>
          query
            .where("unit_id", "=", unitId)
            .where("author_id", "is", null)
            .where("submitter_id", "is not", null)
            .where("initiative.status", "<>", "withdrawn")
            .where(sql<boolean>`char_length(author_name) = ${name.length}`)
            // Whoever said that it is not theirs is not asked again.
            .where(sql<boolean>`not exists (select from initiative_event as event
              where event.initiative_id = initiative.id and event.kind = 'disowned')`)
            .orderBy("number", "desc")
            .limit(500),
        )
      ).filter(({ authorName }) => foldWords(authorName) === foldWords(name)),
    initiativeToldIn: async (chat, message) => {
      const number = await numberToldIn(db, chat, message)
      return number === undefined
        ? undefined
        : (await initiatives(db, (query) => query.where("number", "=", String(number))))[0]
    },
    askedFor: async (personId) =>
      await initiatives(db, (query) =>
        query
          .where("initiative.status", "=", "needs_more_info")
          .where((eb) => eb.or([eb("initiative.author_id", "=", personId), handedInBy(personId)]))
          .orderBy("number", "desc")
          .limit(2),
      ),
    lastFilesOf: async (personId, of) => {
      const { rows } = await sql<{ number: string; hash: string; contentType: string }>`
        with last as (
          select initiative_id, number, max(added_at) as at
          from attachment join initiative on initiative.id = initiative_id
          where added_by = ${personId} and (${of ?? null}::bigint is null or number = ${of ?? null})
          group by initiative_id, number order by at desc limit 1)
        select last.number, hash, content_type as "contentType" from last join attachment using (initiative_id)
        where added_by = ${personId} and added_at > last.at - interval '2 minutes'`.execute(db)
      const [initiative] =
        rows[0] === undefined
          ? []
          : await initiatives(db, (query) => query.where("number", "=", rows[0]?.number ?? ""))
      return initiative && { initiative, files: rows }
    },
    initiativeWithFiles: async (id) => {
      const [initiative] = await initiatives(db, (query) => query.where("initiative.id", "=", id))
      return initiative && { initiative, hashes: await hashesOf(db, id) }
    },
  }
}

/** As main author or as one who was agreed to stand beside them. */
function madeBy(personId: string) {
  return sql<boolean>`initiative.id in (
    select id from initiative where author_id = ${personId}
    union select initiative_id from co_author where person_id = ${personId} and state = 'accepted')`
}

/** As the index of what was submitted for others has it. */
function handedInBy(personId: string) {
  return sql<boolean>`(initiative.submitter_id = ${personId}
    and initiative.submitter_id is distinct from initiative.author_id)`
}

async function newestOf(db: Kysely<Database>, those: ReturnType<typeof madeBy>, limit: number) {
  const newest = await initiatives(db, (query) => query.where(those).orderBy("number", "desc").limit(limit))
  if (newest.length < limit) return { total: newest.length, newest }
  const { total } = await db
    .selectFrom("initiative")
    .select((eb) => eb.fn.countAll<string>().as("total"))
    .where(those)
    .executeTakeFirstOrThrow()
  return { total: Number(total), newest }
}

type InitiativeQuery = ReturnType<typeof selectInitiatives>

function selectInitiatives(db: Kysely<Database>) {
  return db
    .selectFrom("initiative")
    .innerJoin("unit", "unit.id", "initiative.unit_id")
    .select([
      "initiative.id",
      "initiative.number",
      "initiative.title",
      "initiative.status",
      "initiative.author_id",
      "initiative.submitter_id",
      "initiative.author_name",
      "initiative.created_at",
      "unit.id as unit_id",
      "unit.code as unit_code",
      "unit.name as unit_name",
      "unit.path as unit_path",
    ])
}

async function initiatives(
  db: Kysely<Database>,
  narrow: (query: InitiativeQuery) => InitiativeQuery,
): Promise<readonly InitiativeView[]> {
  const rows = await narrow(selectInitiatives(db)).execute()
  return rows.map(toView)
}
