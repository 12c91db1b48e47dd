import { type Kysely, type RawBuilder, sql } from "kysely"
import { NAMELESS, withoutNames } from "../../core/people/erasure.ts"
import { fold } from "../../core/text/fold.ts"
import { TITLED_NOW } from "../ideas/title-stock.ts"
import type { Database, Trx } from "../schema.ts"
import { channelOf, logAction } from "./audit.ts"
import { forgetRequests } from "./data-request.ts"

/**
 * Withdraws every consent and role of a person and removes what tells who they were, on all their accounts. Their records
 * stay without a name, so every figure stays the same. Safe to do again; the ledger remembers the first time.
 */
export async function erase(
  trx: Trx,
  { personId }: { readonly personId: string },
  { at, chat: from }: { readonly at: Date; readonly chat: string },
): Promise<void> {
  const first = await trx
    .insertInto("erasure")
    .values({ person_id: personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("person_id")
    .executeTakeFirst()
  if (first !== undefined) {
    await logAction(trx, {
      personId: await knownPerson(trx, personId),
      unitId: null,
      action: "erase",
      subject: { person: personId },
      from,
      at,
    })
  }
  await rememberFormer(trx, personId, at)
  await withdrawConsents(trx, personId, at, channelOf(from))
  await trx
    .updateTable("role_grant")
    .set({ withdrawn_at: at })
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .execute()
  // Their bytes go with the nightly job, when nothing names them any more.
  await sql`
    delete from attachment using initiative
    where initiative.id = attachment.initiative_id
      and (attachment.added_by = ${personId} or initiative.author_id = ${personId})`.execute(trx)
  await sql`
    delete from waiting_file using account
    where account.person_id = ${personId} and waiting_file.account_id = account.id`.execute(trx)
  const names = await namesOf(trx, personId)
  await cleanRecords(trx, personId, names)
  await cleanMessages(trx, personId, names)
  await forgetRequests(trx, personId, at)
  await forgetAccounts(trx, personId)
  await becomeNobody(trx, personId, at)
}

/** All that is left of a person: a row that records point to, and when the rest went. Said twice, the first time stays. */
export async function becomeNobody(trx: Trx, personId: string, at: Date): Promise<void> {
  await trx
    .updateTable("person")
    .set({ name: NAMELESS, unit_id: null, erased_at: at, former_names: [] })
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .execute()
}

/** Everybody who was ever erased and when, without names. */
export async function erasuresDone(
  db: Kysely<Database>,
): Promise<readonly { readonly personId: string; readonly at: Date }[]> {
  const rows = await db.selectFrom("erasure").select(["person_id", "at"]).execute()
  return rows.map(({ person_id, at }) => ({ personId: person_id, at }))
}

/** After an older state came back: what was erased meanwhile, and what the ledger of that state says, is erased again. */
export async function repeatErasures(
  trx: Trx,
  since: readonly { readonly personId: string; readonly at: Date }[],
): Promise<void> {
  const known = await erasuresDone(trx)
  const all = new Map([...since, ...known].map((erasure) => [erasure.personId, erasure]))
  for (const { personId, at } of all.values()) {
    await erase(trx, { personId }, { at, chat: "restore" })
  }
}

/** Whoever was joined to this person stands by themselves in a backup made before, and must be erased there as well. */
async function rememberFormer(trx: Trx, personId: string, at: Date): Promise<void> {
  await sql`
    with recursive former as (
      select ${personId}::uuid as id
      union
      select (subject ->> 'former')::uuid from officer_action join former on person_id = former.id
      where action = 'join' and subject ? 'former'
    )
    insert into erasure (person_id, at) select id, ${at} from former on conflict do nothing`.execute(trx)
}

/** The ledger may name somebody whom an older state does not know yet. */
async function knownPerson(trx: Trx, personId: string): Promise<string | null> {
  const known = await trx.selectFrom("person").select("id").where("id", "=", personId).executeTakeFirst()
  return known?.id ?? null
}

async function withdrawConsents(trx: Trx, personId: string, at: Date, channel: string): Promise<void> {
  await sql`
    insert into consent (person_id, purpose, version, granted, at, chat_id, account_id, channel)
    select person_id, purpose, version, false, ${at}, '', '', ${channel} from consent_now
    where person_id = ${personId} and granted`.execute(trx)
  // That somebody agreed, to what, when and by which channel, stays as the proof; from which account does not.
  await trx
    .updateTable("consent")
    .set({ chat_id: "", account_id: "" })
    .where("person_id", "=", personId)
    .execute()
}

/** Every name the person is known by: their own, their accounts', and the one in their records. */
async function namesOf(trx: Trx, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from person where id = ${personId}
    union select unnest(former_names) from person where id = ${personId}
    union select name from account where person_id = ${personId}
    union select author_name from initiative where author_id = ${personId}
    union select name from co_author where person_id = ${personId}`.execute(trx)
  return rows.map(({ name }) => name).filter((name) => name !== NAMELESS && name !== "")
}

/** The person's records, alone or with others, keep title and description, without their name; what they typed goes. */
async function cleanRecords(trx: Trx, personId: string, names: readonly string[]): Promise<void> {
  const { rows: records } = await sql<RecordWithWords>`
    select id, title, description, original_text, source_extra,
      coalesce(${personId} in (author_id, submitter_id), false) as typed
    from initiative
    where author_id = ${personId} or submitter_id = ${personId} and submitter_id is distinct from author_id
      or id in (select initiative_id from co_author where person_id = ${personId})`.execute(trx)
  await trx
    .updateTable("co_author")
    .set({
      person_id: null,
      name: NAMELESS,
      chat_id: "",
      bot_id: "",
      // Their share stays with the record; what was only asked is asked no more.
      state: sql`case when state in ('wants', 'named') then 'withdrawn' else state end`,
    })
    .where("person_id", "=", personId)
    .execute()
  await trx
    .updateTable("initiative")
    .set({ author_name: NAMELESS })
    .where("author_id", "=", personId)
    .execute()
  const without = (text: string | null) => (text === null ? null : withoutNames(text, names))
  for (const { id, title, description, original_text, source_extra, typed } of records) {
    const clean = {
      title: withoutNames(title, names),
      description: without(description),
      original_text: typed ? null : without(original_text),
      source_extra: without(source_extra === null ? null : JSON.stringify(source_extra)),
    }
    const isClean =
      clean.title === title &&
      clean.description === description &&
      clean.original_text === original_text &&
      clean.source_extra === (source_extra === null ? null : JSON.stringify(source_extra))
    if (isClean) continue
    await trx
      .updateTable("initiative")
      .set({
        ...clean,
        title_key: fold(clean.title),
        titled: TITLED_NOW,
        // The words it is found by are made anew.
        indexed: false,
      })
      .where("id", "=", id)
      .execute()
  }
  await sql`
    update co_author set chat_id = '' where entered_by = ${personId}`.execute(trx)
  await cleanReasons(
    trx,
    records.map(({ id }) => id),
    names,
  )
}

type RecordWithWords = {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly original_text: string | null
  readonly source_extra: Readonly<Record<string, string>> | null
  /** The message was the person's own, not that of somebody who named them. */
  readonly typed: boolean
}

/** The words of the history: reasons, and what stood there before a change and after it. */
async function cleanReasons(trx: Trx, records: readonly string[], names: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string } & Record<(typeof HISTORY)[number], string | null>>`
    select event.id, event.reason, event.was, event.became from initiative_event as event
    where initiative_id = any(${records}::uuid[])
      and (event.reason is not null or event.was is not null or event.became is not null)`.execute(trx)
  for (const row of rows) {
    const clean = Object.fromEntries(
      HISTORY.map((column) => [column, row[column] === null ? null : withoutNames(row[column], names)]),
    )
    if (HISTORY.every((column) => clean[column] === row[column])) continue
    await trx.updateTable("initiative_event").set(clean).where("id", "=", row.id).execute()
  }
}

const HISTORY = ["reason", "was", "became"] as const

/** What was said to the person goes; what was or will be said about them in groups loses their name. */
async function cleanMessages(trx: Trx, personId: string, names: readonly string[]): Promise<void> {
  await sql`
    delete from outbox using account
    where account.person_id = ${personId} and outbox.chat_id = account.private_chat_id`.execute(trx)
  if (names.length === 0) return
  const patterns = names.map((name) => `%${bareName(name).split(/\s+/).map(escapeLike).join("%")}%`)
  const { rows: said } = await sql<{ id: string; content: string }>`
    select id, content::text as content from outbox where ${bare("content")} ilike any(${patterns}::text[]) for update`.execute(
    trx,
  )
  for (const { id, content } of said) {
    await sql`update outbox set content = ${cleanJson(content, names)}::jsonb where id = ${id}`.execute(trx)
  }
  const { rows: reminders } = await sql<{ id: string; words: string }>`
    select id, words from reminder where ${bare("words")} ilike any(${patterns}::text[])`.execute(trx)
  for (const { id, words } of reminders) {
    await trx
      .updateTable("reminder")
      .set({ words: withoutNames(words, names) })
      .where("id", "=", id)
      .execute()
  }
  for (const table of ["unit_target", "emulation_mark"] as const) {
    const { rows: reasons } = await sql<{ reason: string }>`
      select distinct reason from ${sql.table(table)} where ${bare("reason")} ilike any(${patterns}::text[])`.execute(
      trx,
    )
    for (const { reason } of reasons) {
      await trx
        .updateTable(table)
        .set({ reason: withoutNames(reason, names) })
        .where("reason", "=", reason)
        .execute()
    }
  }
  const { rows: frozen } = await sql<{ id: string; tally: string }>`
    select id, tally::text as tally from tally_snapshot where ${bare("tally")} ilike any(${patterns}::text[])`.execute(
    trx,
  )
  for (const { id, tally } of frozen) {
    await sql`update tally_snapshot set tally = ${cleanJson(tally, names)}::jsonb where id = ${id}`.execute(
      trx,
    )
  }
}

/** JSON with the names taken out of its texts; a text that is a name and nothing else counts whatever its length. */
function cleanJson(json: string, names: readonly string[]): string {
  const value: unknown = JSON.parse(json)
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== "string") return each
    return names.includes(each) ? NAMELESS : withoutNames(each, names)
  })
}

/** A column's text without marks, so that a name is found however it was typed. */
function bare(column: string): RawBuilder<string> {
  const text = sql`normalize(${sql.ref(column)}::text, nfd)`
  return sql`translate(regexp_replace(${text}, '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dD')`
}

function bareName(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D")
  return JSON.stringify(plain).slice(1, -1)
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

/** The conversation under way writes its last step after this; retention removes that as well. */
async function forgetAccounts(trx: Trx, personId: string): Promise<void> {
  for (const table of ["conversation", "wrong_code"] as const) {
    await sql`
      delete from ${sql.table(table)} as each using account
      where account.person_id = ${personId} and each.account_id = account.id`.execute(trx)
  }
  await sql`
    update reminder set chat_id = null, bot_id = null from account
    where account.person_id = ${personId} and reminder.chat_id = account.private_chat_id`.execute(trx)
  await trx.deleteFrom("document").where("person_id", "=", personId).execute()
  await trx.deleteFrom("account_code").where("person_id", "=", personId).execute()
  await trx.deleteFrom("account").where("person_id", "=", personId).execute()
}
