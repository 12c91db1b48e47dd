import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import type { LocalDate } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { Conflict } from "../../core/conversations.ts"
import type { DataRequest, RequestKind } from "../../core/people/data-request.ts"
import { NAMELESS } from "../../core/people/erasure.ts"
import type { Cause } from "../cause.ts"
import type { Database, Trx } from "../schema.ts"
import { logAction } from "./audit.ts"

/** What is looked up about requests. */
export function requestReads(
  db: Kysely<Database>,
): Pick<Reads, "openRequests" | "dataRequest" | "openRequestsFrom" | "newRequestNumber"> {
  return {
    openRequests: async (unitIds) =>
      // Those of no unit are for the officers of a topmost one.
      await find(
        db,
        sql`r.state = 'open' and (u.path && ${[...unitIds]}::uuid[]
          or r.unit_id is null and exists (select from unit where parent_id is null and id = any(${[...unitIds]}::uuid[])))`,
      ),
    dataRequest: async (number) => (await find(db, sql`r.number = ${number}`))[0],
    openRequestsFrom: async (chat) => (await find(db, sql`r.state = 'open' and r.chat_id = ${chat}`)).length,
    newRequestNumber: async () => {
      const { rows } = await sql<{
        number: number
      }>`select nextval('data_request_number')::integer as number`.execute(db)
      return rows[0]?.number ?? 0
    },
  }
}

/** All that wait for an answer, the most urgent first. */
export async function openRequests(db: Kysely<Database>): Promise<readonly DataRequest[]> {
  return await find(db, sql`r.state = 'open'`)
}

async function find(db: Kysely<Database>, which: ReturnType<typeof sql>): Promise<readonly DataRequest[]> {
  const { rows } = await sql<Row>`
    select r.id, r.number, r.name, r.kind, coalesce(r.words, '') as words, r.chat_id, r.bot_id, r.received_at, r.due_on,
      r.extended_at, r.state, u.id as unit_id, u.code, u.name as unit_name, u.path
    from data_request as r left join unit as u on u.id = r.unit_id
    where ${which} order by r.due_on, r.number`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    unit:
      row.unit_id === null
        ? undefined
        : { id: row.unit_id, code: row.code, name: row.unit_name, path: row.path },
    kind: row.kind,
    words: row.words,
    asked: row.chat_id === "" ? undefined : { chat: row.chat_id, bot: row.bot_id },
    receivedAt: row.received_at.getTime(),
    dueOn: row.due_on,
    extended: row.extended_at !== null,
    state: row.state,
  }))
}

type Row = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly kind: RequestKind
  readonly words: string
  readonly chat_id: ChatId
  readonly bot_id: BotId
  readonly received_at: Date
  readonly due_on: LocalDate
  readonly extended_at: Date | null
  readonly state: DataRequest["state"]
  readonly unit_id: string | null
  readonly code: string
  readonly unit_name: string
  readonly path: readonly string[]
}

/** Writes down what was asked. */
export async function addRequest(
  trx: Trx,
  change: Change & { do: "ask_request" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const { personId = null, unitId = null, number, kind } = change
  await trx
    .insertInto("data_request")
    .values({
      id: change.id,
      number,
      person_id: personId,
      name: change.name,
      unit_id: unitId,
      kind,
      words: change.words,
      chat_id: chat,
      bot_id: change.bot,
      received_at: at,
      due_on: change.dueOn,
      state: "open",
    })
    .execute()
  await logAction(trx, {
    personId,
    unitId,
    action: "ask_request",
    subject: { request: number, kind },
    from: chat,
    at,
  })
}

/** Closes a request with its answer, or gives it more days. Throws `Conflict` when somebody else was faster. */
export async function settleRequest(
  trx: Trx,
  change: Change & { do: "answer_request" | "extend_request" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  const changed = trx.updateTable("data_request").where("id", "=", change.id).where("state", "=", "open")
  const { numUpdatedRows } =
    change.do === "answer_request"
      ? await changed
          .set({ state: "answered", answer: change.answer, answered_by: change.personId, closed_at: at })
          .executeTakeFirst()
      : await changed
          .set({ due_on: change.dueOn, extended_at: at })
          .where("extended_at", "is", null)
          .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict()
  const { personId, unitId = null, number } = change
  const subject = { request: number, ...(change.do === "extend_request" ? { day: change.dueOn } : {}) }
  await logAction(trx, { personId, unitId, action: change.do, subject, from: chat, at })
}

/** Whoever is forgotten waits for nothing any more; that something was asked, of what kind and when, stays. */
export async function forgetRequests(trx: Trx, personId: string, at: Date): Promise<void> {
  await sql`
    update data_request set name = ${NAMELESS}, words = null, answer = null, chat_id = '', bot_id = '',
      state = case state when 'open' then 'withdrawn' else state end, closed_at = coalesce(closed_at, ${at})
    where person_id = ${personId}`.execute(trx)
}
