import { type Kysely, type RawBuilder, sql } from "kysely"
import type { Incoming } from "../../core/channel.ts"
import type { Context } from "../../core/conversation/context.ts"
import type { Dialogue } from "../../core/conversation/dialogue.ts"
import type { Loaded } from "../../core/conversations.ts"
import { CONSENT_VERSION } from "../../core/people/consent.ts"
import type { Role, UnitRef } from "../../core/people/role.ts"
import type { Watched } from "../ideas/title-watch.ts"
import type { Database } from "../schema.ts"
import type { News } from "./context-memory.ts"

/** What is known of an update's conversation before it is decided. */
export type LoadedRow = {
  readonly handled: boolean
  readonly kept: boolean
  readonly met: boolean
  readonly chat_known: boolean
  readonly chat_unit: UnitRef | null
  readonly person_id: string | null
  readonly person_name: string | null
  readonly person_unit: UnitRef | null
  readonly consents: boolean | null
  readonly grants: readonly { readonly role: Role; readonly unit: UnitRef }[] | null
  readonly version: number | null
  readonly dialogue: Dialogue | null
  /** Of the first row. */
  readonly newest_titles: string | null
  /** Of the first row. */
  readonly news: News | null
}

/** What is asked by the way, once for the batch. */
type ByTheWay = { readonly newestTitles: Watched["newest"]; readonly news: RawBuilder<News> }

/**
 * One statement for the whole batch; the rows come back in its order. Each limit has its table asked by key for every single
 * update: joined, small tables would be read whole, by a plan that is kept while they grow.
 */
export async function loadRows(
  db: Kysely<Database>,
  batch: readonly Incoming[],
  { newestTitles, news }: ByTheWay,
): Promise<readonly LoadedRow[]> {
  const asks = batch.map((incoming, place) => ({
    place,
    update_key: incoming.updateKey,
    chat_id: incoming.chat.id,
    account_id: incoming.from?.account ?? "",
    bot_id: incoming.bot,
    title: incoming.chat.title,
    is_private: incoming.chat.kind === "private",
  }))
  const { rows } = await sql<LoadedRow>`
    select handled.update_key is not null as handled, kept.update_key is not null as kept,
      coalesce(
        chat.bot_id = ask.bot_id and chat.state = 'open' and (ask.title is null or chat.title is not distinct from ask.title)
          and (not ask.is_private or account.private_chat_id = ask.chat_id),
        false) as met,
      chat.id is not null as chat_known,
      case when chat_unit.id is not null then json_build_object(
        'id', chat_unit.id, 'code', chat_unit.code, 'name', chat_unit.name, 'path', chat_unit.path) end as chat_unit,
      person.id as person_id, person.name as person_name,
      case when person_unit.id is not null then json_build_object(
        'id', person_unit.id, 'code', person_unit.code, 'name', person_unit.name, 'path', person_unit.path)
        end as person_unit,
      consent.granted as consents, grants.grants,
      conversation.version, conversation.dialogue,
      case ask.place when 0 then ${newestTitles} end as newest_titles,
      case ask.place when 0 then ${news} end as news
    from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb)
      as ask(place integer, update_key text, chat_id text, account_id text, bot_id text, title text, is_private boolean)
    left join lateral (select update_key from handled_update where update_key = ask.update_key limit 1) as handled on true
    left join lateral (select update_key from kept_update where update_key = ask.update_key limit 1) as kept on true
    left join lateral (select id, unit_id, bot_id, state, title from chat where id = ask.chat_id limit 1) as chat on true
    left join lateral (select id, code, name, path from unit where id = chat.unit_id limit 1) as chat_unit on true
    left join lateral (select person_id, private_chat_id from account where id = ask.account_id limit 1) as account on true
    left join lateral (select id, name, unit_id from person where id = account.person_id limit 1) as person on true
    left join lateral (select id, code, name, path from unit where id = person.unit_id limit 1) as person_unit on true
    left join lateral (
      select version, dialogue from conversation where chat_id = ask.chat_id and account_id = ask.account_id limit 1
    ) as conversation on true
    left join lateral (
      select granted from consent
      where consent.person_id = person.id and purpose = 'records' and version = ${CONSENT_VERSION}
      order by id desc limit 1
    ) as consent on true
    left join lateral (
      select json_agg(json_build_object('role', role, 'unit', json_build_object(
        'id', unit.id, 'code', unit.code, 'name', unit.name, 'path', unit.path))) as grants
      from role_grant join unit on unit.id = role_grant.unit_id
      where role_grant.person_id = person.id and withdrawn_at is null
    ) as grants on true
    order by ask.place`.execute(db)
  return rows
}

/** The same as the house knows it, but for the campaign, which is no row of it. */
export function loadedOf(incoming: Incoming, row: LoadedRow): Loaded {
  const context: Context = {
    chat: {
      id: incoming.chat.id,
      bot: incoming.bot,
      kind: incoming.chat.kind,
      known: row.chat_known,
      unit: row.chat_unit ?? undefined,
    },
    account: accountOf(incoming),
    person:
      row.person_id === null
        ? undefined
        : {
            id: row.person_id,
            name: row.person_name ?? "",
            unit: row.person_unit ?? undefined,
            consents: row.consents ?? undefined,
            grants: row.grants ?? [],
          },
    version: row.version ?? 0,
    dialogue: row.dialogue ?? undefined,
    campaign: undefined,
  }
  return { context, handled: row.handled, kept: row.kept, met: row.met }
}

/** As the message shows it: a name may be new with each. */
export function accountOf({ from }: Incoming): Context["account"] {
  return from === undefined ? undefined : { id: from.account, name: from.name }
}
