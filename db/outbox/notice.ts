import { type Kysely, sql } from "kysely"
import type { BotId, ChatId } from "../../core/channel.ts"
import { instantAt, localDate } from "../../core/clock.ts"
import { given } from "../../core/given.ts"
import { type Notices, noticeOf, packOf, quotaStage } from "../../core/notice.ts"
import type { OutboxContent, OutboxDraft, OutboxKind, Phrase } from "../../core/outbox.ts"
import { daysLeft, REQUEST_SOON_DAYS, requestKey, requestNotice } from "../../core/people/data-request.ts"
import { openRequests } from "../people/data-request.ts"
import type { Database, Trx } from "../schema.ts"
import { quotaUsage, releasePosts } from "./ledger.ts"
import { insertOutbox } from "./outbox.ts"

/** An officer's private chat. */
export type Recipient = { readonly chat: ChatId; readonly bot: BotId }

export type NoticeOptions = {
  readonly timeZone: string
  readonly say: (phrase: Phrase) => string
  /** Bots with a monthly quota, and the quota. */
  readonly quotas: readonly { readonly bot: BotId; readonly limit: number }[]
}

/** Looked at in one go; the rest comes a minute later. */
const POSTS_AT_ONCE = 1_000
/** A post that failed longer ago is old news. */
const TOLD_WITHIN_MS = 7 * 24 * 3_600_000
/** The sender comes back to a refused token every five minutes. */
const REFUSED_WITHIN_MS = 15 * 60_000
/** Zalo tells no group's name; the unit's will do, for the group is linked to it. */
const GROUP_NAME = sql<string>`coalesce(chat.title, (select name from unit where unit.id = chat.unit_id))`

/** What failed, on PostgreSQL. One process at a time looks after it; the others leave it to that one. */
export function notices(db: Kysely<Database>, options: NoticeOptions): Notices {
  return {
    lookAfter: async (now) =>
      await db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ mine: boolean }>`
          select pg_try_advisory_xact_lock(hashtextextended('notices', 0)) as mine`.execute(trx)
        if (rows[0]?.mine !== true) return []
        await forgetMended(trx)
        return [
          ...(await tellClosed(trx, now)),
          ...(await tellPosts(trx, options, now)),
          ...(await tellQuotas(trx, options, now)),
          ...(await tellTokens(trx, options, now)),
          ...(await tellRequests(trx, options, now)),
        ]
      }),
    tellOfficers: async (unitId, content, dedupeKey, now) =>
      await tell(db, await officersOf(db, unitId, undefined), [content], { dedupeKey, now }),
  }
}

async function forgetMended(trx: Trx): Promise<void> {
  // Somebody wrote there: whatever it was, the bot is in the group.
  await sql`
    update chat set suspect_since = null
    where suspect_since is not null
      and exists (select from conversation c where c.chat_id = chat.id and c.updated_at > chat.suspect_since)`.execute(
    trx,
  )
  await sql`update chat set closing_told = false where closing_told and state = 'open'`.execute(trx)
}

async function tellClosed(trx: Trx, now: number): Promise<readonly ChatId[]> {
  const { rows } = await sql<{ id: string; unit_id: string; title: string }>`
    update chat set closing_told = true
    where kind = 'group' and state = 'closed' and unit_id is not null and not closing_told
    returning id, unit_id, ${GROUP_NAME} as title`.execute(trx)
  return await tellByOfficer(trx, rows, { what: "closed", now }, (groups) =>
    noticeOf({ kind: "closed", groups }),
  )
}

type FailedPost = {
  readonly id: string
  readonly state: "waiting" | "dead" | "unknown"
  readonly content: OutboxContent
  readonly unit_id: string
  readonly title: string
  readonly unwritable: boolean
}

/** Posts of groups that cannot be written to are handed to an officer; of others it is only told that they failed. */
async function tellPosts(trx: Trx, options: NoticeOptions, now: number): Promise<readonly ChatId[]> {
  const { rows: posts } = await sql<FailedPost>`
    select o.id, o.state, o.content, chat.unit_id, ${GROUP_NAME} as title,
      chat.state = 'closed' or chat.suspect_since is not null as unwritable
    from outbox o join chat on chat.id = o.chat_id
    where o.kind = 'post' and not o.told and chat.unit_id is not null
      and o.created_at > ${new Date(now - TOLD_WITHIN_MS)}
      and (o.state in ('dead', 'unknown')
        or o.state = 'waiting' and o.held_for is null and o.attempts > 0 and chat.suspect_since is not null)
    order by o.chat_id, o.id
    limit ${POSTS_AT_ONCE}
    for update of o`.execute(trx)
  if (posts.length === 0) return []
  // One that is passed on by hand must not come a second time when the group opens again.
  await sql`
    update outbox set told = true,
      state = case state when 'waiting' then 'dead' else state end,
      error = case state when 'waiting' then concat('handed to an officer; ', error) else error end
    where id = any(${posts.map(({ id }) => id)}::bigint[])`.execute(trx)
  const told: ChatId[] = []
  const isPack = (post: FailedPost) => post.unwritable && post.state !== "unknown"
  for (const { id, unit_id, title, content } of posts.filter(isPack)) {
    const intro = { phrases: [noticeOf({ kind: "pack", group: title })] }
    const { phrases = [], picture } = content
    const pack = {
      phrases: [{ text: packOf(options.say, phrases) }],
      ...given({ picture }),
    }
    const [officer] = await officersOf(trx, unit_id, undefined)
    told.push(...(await tell(trx, officer ? [officer] : [], [intro, pack], { dedupeKey: `pack:${id}`, now })))
  }
  for (const state of ["dead", "unknown"] as const) {
    const failed = posts.filter((post) => post.state === state && !isPack(post))
    told.push(
      ...(await tellByOfficer(trx, failed, { what: state, now }, (groups) =>
        noticeOf({ kind: state, groups }),
      )),
    )
  }
  return told
}

async function tellQuotas(trx: Trx, options: NoticeOptions, now: number): Promise<readonly ChatId[]> {
  const told: ChatId[] = []
  for (const usage of await quotaUsage(trx, options.quotas, now, options.timeZone)) {
    const bot = usage.bot as BotId
    const stage = quotaStage(usage)
    if (stage !== 95) await releasePosts(trx, bot, now)
    if (stage === undefined) continue
    const content = { phrases: [noticeOf({ kind: "quota", usage, stage, timeZone: options.timeZone })] }
    const dedupeKey = `quota:${bot}:${usage.month}:${usage.limit}:${stage}`
    // An answer, for a notice would wait for the next month itself.
    told.push(
      ...(await tell(trx, await officersOf(trx, undefined, undefined), [content], {
        dedupeKey,
        now,
        kind: "answer",
      })),
    )
  }
  return told
}

async function tellTokens(trx: Trx, options: NoticeOptions, now: number): Promise<readonly ChatId[]> {
  const refused = await trx
    .selectFrom("bot_budget")
    .select("bot_id")
    .where("refused_at", ">", new Date(now - REFUSED_WITHIN_MS))
    .execute()
  const told: ChatId[] = []
  for (const { bot_id: bot } of refused) {
    const content = { phrases: [noticeOf({ kind: "token", bot })] }
    const dedupeKey = `token:${bot}:${localDate(now, options.timeZone)}`
    told.push(
      ...(await tell(trx, await officersOf(trx, undefined, bot as BotId), [content], { dedupeKey, now })),
    )
  }
  return told
}

/** Each request when it comes, when its last days are near, and every morning that it is late. */
async function tellRequests(trx: Trx, { timeZone }: NoticeOptions, now: number): Promise<readonly ChatId[]> {
  const today = localDate(now, timeZone)
  const isMorning = now >= instantAt(today, "08:00", timeZone)
  const drafts: OutboxDraft[] = []
  for (const request of await openRequests(trx)) {
    const left = daysLeft(request, today)
    const stage = left < 0 ? `late:${today}` : left <= REQUEST_SOON_DAYS ? "soon" : "new"
    if (stage !== "new" && !isMorning) continue
    for (const { chat, bot } of await officersOf(trx, request.unit?.id, undefined)) {
      drafts.push({
        chat,
        bot,
        kind: "notice",
        content: requestNotice(request, today),
        dueAt: now,
        dedupeKey: requestKey(request.number, stage, chat),
      })
    }
  }
  return await insertOutbox(trx, drafts, now)
}

/** One notice for each officer, however many groups are meant. */
async function tellByOfficer(
  trx: Trx,
  groups: readonly { readonly id: string; readonly unit_id: string; readonly title: string }[],
  { what, now }: { readonly what: string; readonly now: number },
  phrase: (titles: readonly string[]) => Phrase,
): Promise<readonly ChatId[]> {
  const concerns = new Map<ChatId, { officer: Recipient; titles: string[]; ids: string[] }>()
  const known = new Map<string, readonly Recipient[]>()
  for (const { id, unit_id, title } of groups) {
    const officers = known.get(unit_id) ?? (await officersOf(trx, unit_id, undefined))
    known.set(unit_id, officers)
    for (const officer of officers) {
      const concern = concerns.get(officer.chat) ?? { officer, titles: [], ids: [] }
      concerns.set(officer.chat, concern)
      concern.titles.push(title)
      concern.ids.push(id)
    }
  }
  const told: ChatId[] = []
  for (const { officer, titles, ids } of concerns.values()) {
    const dedupeKey = `${what}:${now}:${ids[0]}`
    told.push(...(await tell(trx, [officer], [{ phrases: [phrase(titles)] }], { dedupeKey, now })))
  }
  return told
}

async function tell(
  db: Kysely<Database>,
  officers: readonly Recipient[],
  contents: readonly OutboxContent[],
  how: { readonly dedupeKey: string; readonly now: number; readonly kind?: OutboxKind },
): Promise<readonly ChatId[]> {
  const drafts = officers.flatMap(({ chat, bot }) =>
    contents.map(
      (content, part): OutboxDraft => ({
        chat,
        bot,
        content,
        kind: how.kind ?? "notice",
        dueAt: how.now,
        dedupeKey: `notice:${how.dedupeKey}:${part}:${chat}`,
      }),
    ),
  )
  return await insertOutbox(db, drafts, how.now)
}

/**
 * Private chats of the officers and administrators of the unit or of the nearest unit above that has a reachable one; of
 * the administrators anywhere when there is none, or no unit is meant. Never by way of `notBy`. One chat for each person.
 */
export async function officersOf(
  db: Kysely<Database>,
  unitId: string | undefined,
  notBy: BotId | undefined,
): Promise<readonly Recipient[]> {
  const { rows } = await sql<Recipient & { depth: number; admin: boolean }>`
    select distinct on (g.person_id) a.private_chat_id as chat, a.private_bot_id as bot, g.role = 'admin' as admin,
      case when u.id = any(select unnest(path) from unit where id = ${unitId ?? null}::uuid)
        then cardinality(u.path) else 0 end as depth
    from role_grant g
    join unit u on u.id = g.unit_id
    join account a on a.person_id = g.person_id and a.private_chat_id is not null and a.private_bot_id is not null
    join chat c on c.id = a.private_chat_id and c.state = 'open'
    where g.withdrawn_at is null and g.role in ('officer', 'admin')
      and (${notBy ?? null}::text is null or a.private_bot_id <> ${notBy ?? null})
    order by g.person_id, depth desc, g.role, c.suspect_since nulls first, a.created_at desc`.execute(db)
  const deepest = Math.max(0, ...rows.map(({ depth }) => depth))
  const chosen =
    deepest > 0 ? rows.filter(({ depth }) => depth === deepest) : rows.filter(({ admin }) => admin)
  return chosen.map(({ chat, bot }) => ({ chat, bot }))
}
