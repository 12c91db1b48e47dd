import { type Kysely, sql } from "kysely"
import type { AccountId, BotId, ChatId } from "../../core/channel.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { Conflict } from "../../core/conversations.ts"
import type { CoAuthor, Reach } from "../../core/ideas/team.ts"
import { foldWords } from "../../core/text/fold.ts"
import type { Cause } from "../cause.ts"
import type { Database, Trx } from "../schema.ts"

/** What is looked up about who made something together. */
export function coAuthorReads(db: Kysely<Database>): Pick<Reads, "team" | "openAsk" | "personNamed"> {
  return {
    team: async (number) => {
      const { rows } = await sql<TeamRow>`
        select initiative.id, initiative.title, initiative.status, initiative.author_id, initiative.author_name,
          initiative.submitter_id, unit.id as unit_id, unit.code as unit_code, unit.name as unit_name,
          unit.path as unit_path, members.list as members
        from initiative join unit on unit.id = initiative.unit_id
        left join lateral (
          select json_agg(json_build_object('id', id, 'personId', person_id, 'name', name, 'share', share, 'state', state,
            'chat', chat_id, 'bot', bot_id, 'unitName', (
              select unit.name from person join unit on unit.id = person.unit_id where person.id = co_author.person_id))
            order by created_at, id) as list
          from co_author
          where initiative_id = initiative.id and state in ('wants', 'named', 'accepted')
        ) as members on true
        where initiative.number = ${number}`.execute(db)
      const [row] = rows
      if (row === undefined) return undefined
      return {
        id: row.id,
        number,
        title: row.title,
        status: row.status,
        unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name, path: row.unit_path },
        authorId: row.author_id ?? undefined,
        authorName: row.author_name,
        submitterId: row.submitter_id ?? undefined,
        coAuthors: (row.members ?? []).map((each) => ({
          ...each,
          personId: each.personId ?? undefined,
          unitName: each.unitName ?? undefined,
          share: each.share === null ? undefined : Math.round(Number(each.share) * 10),
        })),
        author: (await reachOf(db, row.author_id)) ?? (await reachOf(db, row.submitter_id)),
      }
    },
    openAsk: async (personId, coAuthorId) => {
      const { rows } = await sql<{ id: string; number: string; created_at: Date }>`
        select asked.id, asked.number, asked.created_at
        from (
          select co_author.*, initiative.number, initiative.status
          from co_author join initiative on initiative.id = co_author.initiative_id
          where co_author.person_id = ${personId} and co_author.state = 'named'
          union all
          select co_author.*, initiative.number, initiative.status
          from initiative join co_author on co_author.initiative_id = initiative.id
          where (initiative.author_id = ${personId}
              or initiative.submitter_id = ${personId} and initiative.submitter_id is distinct from initiative.author_id)
            and co_author.state = 'wants' and co_author.person_id <> ${personId}
        ) as asked
        where asked.status not in ('withdrawn', 'duplicate', 'refused')
          and ${coAuthorId === undefined ? sql`true` : sql`asked.id = ${coAuthorId}`}
        order by asked.created_at desc, asked.id desc limit 1`.execute(db)
      const [row] = rows
      if (row === undefined) return undefined
      return { number: Number(row.number), coAuthorId: row.id, askedAt: row.created_at.getTime() }
    },
    personNamed: async (unitId, name) => {
      const people = await db
        .selectFrom("person")
        .select(["id", "name"])
        .where("unit_id", "=", unitId)
        .execute()
      const fitting = people.filter((person) => foldWords(person.name) === foldWords(name))
      const [found] = fitting
      // Two people of one name: nobody can tell who is meant.
      if (found === undefined || fitting.length > 1) return undefined
      return { personId: found.id, name: found.name, reach: await reachOf(db, found.id) }
    },
  }
}

type TeamRow = {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly author_id: string | null
  readonly author_name: string
  readonly submitter_id: string | null
  readonly unit_id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly unit_path: readonly string[]
  readonly members:
    | readonly (Omit<CoAuthor, "personId" | "unitName" | "share"> & {
        readonly personId: string | null
        readonly unitName: string | null
        readonly share: string | number | null
      })[]
    | null
}

/** The person's private chat, else the open group where they were last seen. */
async function reachOf(db: Kysely<Database>, personId: string | null): Promise<Reach | undefined> {
  if (personId === null) return undefined
  const { rows } = await sql<{ account: AccountId; chat: ChatId; bot: BotId }>`
    select account.id as account, chat.id as chat, chat.bot_id as bot
    from account
    left join conversation on conversation.account_id = account.id
    join chat on chat.id in (account.private_chat_id, conversation.chat_id) and chat.state = 'open'
    where account.person_id = ${personId}
    order by chat.id is distinct from account.private_chat_id, conversation.updated_at desc nulls last
    limit 1`.execute(db)
  return rows[0]
}

/** Enters somebody beside the author; whoever stands there already is left as they are. */
export async function enterCoAuthor(
  trx: Trx,
  change: Change & { do: "enter_co_author" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await lockTeam(trx, change.initiativeId)
  await trx
    .insertInto("co_author")
    .values({
      id: change.id,
      initiative_id: change.initiativeId,
      person_id: change.coAuthorId ?? null,
      name: change.name,
      share: change.share === undefined ? null : String(change.share / 10),
      state: change.state,
      entered_by: change.personId,
      chat_id: change.chat,
      bot_id: change.bot,
      created_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await checkShares(trx, change.initiativeId)
}

/** Agrees, declines, takes away and divides, all or nothing; `Conflict` when somebody else was faster. */
export async function setCoAuthors(
  trx: Trx,
  change: Change & { do: "set_co_authors" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await lockTeam(trx, change.initiativeId)
  for (const { id, state, share } of change.members) {
    const { numUpdatedRows } = await trx
      .updateTable("co_author")
      .set({ state, changed_at: at, ...(share === undefined ? {} : { share: String(share / 10) }) })
      .where("id", "=", id)
      .where("state", "in", ["wants", "named", "accepted"])
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict()
  }
  await checkShares(trx, change.initiativeId)
}

/** One change of a team at a time. */
async function lockTeam(trx: Trx, initiativeId: string): Promise<void> {
  await sql`select from initiative where id = ${initiativeId} for no key update`.execute(trx)
}

/** Something is always left for the main author: decided on what another change has meanwhile made untrue, it is decided anew. */
async function checkShares(trx: Trx, initiativeId: string): Promise<void> {
  const { rows } = await sql<{ given: string }>`
    select coalesce(sum(share), 0) as given from co_author
    where initiative_id = ${initiativeId} and state = 'accepted'`.execute(trx)
  if (Number(rows[0]?.given ?? 0) >= 100) throw new Conflict()
}
