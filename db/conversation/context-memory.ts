import { type RawBuilder, sql } from "kysely"
import type { AccountId, ChatId, Incoming } from "../../core/channel.ts"
import { type Context, conversationKey } from "../../core/conversation/context.ts"
import type { Found, Loaded, Step } from "../../core/conversations.ts"
import { recent, remember } from "../../core/remember.ts"
import { accountOf } from "./loading.ts"

/**
 * What this process itself last loaded or wrote of a conversation, so that the next message in it needs no statement of its
 * own. Whatever changes what was loaded leaves a row in `context_change`, in the same transaction: a commit looks for those that
 * its memory could not know of yet, and is refused. So a memory is never wrong for longer than until it is used.
 */
export type ContextMemory = {
  /** What loading would find of each, without the campaign; undefined where the store is to be asked. `now` in epoch milliseconds. */
  recall(batch: readonly Incoming[], now: number): readonly (Loaded | undefined)[]
  /** For a load that begins now. */
  begin(now: number): Refreshing
  /** These steps are stored. */
  stored(steps: readonly Step[]): void
  /** What was remembered for these was not true, or may not be. */
  doubt(steps: readonly Step[]): void
  /** Nothing is known any more of what the store holds. */
  forgetAll(): void
  /** Of these the store is asked next. */
  forget(batch: readonly Incoming[]): void
  /**
   * Another process handles messages of the same conversations, and most that is remembered is outdated by it: each such
   * commit would be refused, and the server logs every refusal with its statement. For a while the store is asked.
   */
  rest(): void
  /** These updates lie in the store raw, as far as this process knows. */
  kept(updateKeys: readonly string[]): void
  discarded(updateKey: string): void
}

export type Refreshing = {
  /** A subquery for `found`. */
  readonly news: RawBuilder<News>
  found(batch: readonly Incoming[], loaded: readonly Loaded[], news: News | null | undefined): void
}

export type News = {
  /** What the statement saw, as PostgreSQL prints it. */
  readonly snapshot: string
  /** Whether anything changed since all that is remembered was true. */
  readonly changed: boolean
}

/** What a step changes is changed in place: a new object for each of a crowd's messages would outlive the collector's young generation. */
type Remembered = {
  readonly context: Context
  version: number
  dialogue: Context["dialogue"]
  readonly title: string | undefined
  readonly about: string
  /** Keys of the messages that were handled last: what is sent again is seldom older. */
  readonly handled: string[]
  /** As `performance.now()` counts. */
  at: number
}

/** Until when all that is remembered was true, and when that was found out. */
type Sight = { readonly nth: number; readonly snapshot: string; readonly now: number; readonly at: number }

const MOST_KNOWN = 2_000
const MOST_HANDLED = 8
/** How long a sight is relied on: changes pile up behind it, and every commit looks through them. */
const SIGHT_MS = 30_000
/** Whoever paused so long is asked for again: nobody's words stay in memory for nothing. */
const IDLE_MS = 600_000

const REST_MS = 300_000

export function contextMemory(): ContextMemory {
  const known = recent<string, Remembered>(MOST_KNOWN)
  /** Of one that is forgotten, and of one that another process took up, the row is found and removed later. */
  const raw = new Set<string>()
  let agedAt = performance.now()
  let sight: Sight | undefined
  /** How often everything was forgotten: what was asked for before may be as old as what was forgotten. */
  let times = 0
  let restsUntil = 0

  function forgetAll(): void {
    known.clear()
    times++
  }

  return {
    recall: (batch, now) => {
      const at = performance.now()
      const since = at < restsUntil || sight === undefined || isOld(sight, now, at) ? undefined : sight
      return batch.map((incoming) => {
        const it = since && known.get(conversationKey(incoming))
        if (since === undefined || it === undefined || at - it.at > IDLE_MS) return undefined
        if (it.context.chat.bot !== incoming.bot || it.title !== incoming.chat.title) return undefined
        const { version, dialogue } = it
        return {
          context: { ...it.context, account: accountOf(incoming), version, dialogue },
          handled: it.handled.includes(incoming.updateKey),
          kept: raw.has(incoming.updateKey),
          met: true,
          seen: { nth: since.nth, snapshot: since.snapshot, about: it.about },
        }
      })
    },
    begin: (now) => {
      // Of a machine that slept so long nobody can tell what it missed: changes are not kept for ever.
      if (sight !== undefined && Math.abs(now - sight.now) > IDLE_MS) forgetAll()
      const before = sight
      const timesBefore = times
      const at = performance.now()
      return {
        news: sql<News>`json_build_object('snapshot', pg_current_snapshot()::text,
          'changed', ${before === undefined ? sql`false` : changedSince(before.snapshot)})`,
        found: (batch, loaded, news) => {
          if (news == null) return
          // Who asked when there was no sight yet was not told of what changed until the first one.
          const mayBeOld = times !== timesBefore || (before === undefined && sight !== undefined)
          if (news.changed) forgetAll()
          // One that was asked for at the same time may have seen more, or less.
          if (sight === before) sight = { nth: (before?.nth ?? 0) + 1, snapshot: news.snapshot, now, at }
          if (at - agedAt > IDLE_MS) {
            known.age()
            agedAt = at
          }
          if (mayBeOld) return
          for (const [place, incoming] of batch.entries()) {
            const { context, met } = loaded[place] as Loaded
            // Whoever was not met before changes with the first step, and a group's own messages are rare.
            if (!met || incoming.from === undefined) continue
            known.set(conversationKey(incoming), {
              context,
              version: context.version,
              dialogue: context.dialogue,
              title: incoming.chat.title,
              about: aboutOf(context),
              handled: [],
              at,
            })
          }
        },
      }
    },
    stored: (steps) => {
      const at = performance.now()
      for (const { incoming, version, dialogue, decision } of steps) {
        raw.delete(incoming.updateKey)
        const key = conversationKey(incoming)
        const it = known.get(key)
        if ((decision.changes?.length ?? 0) > 0) {
          known.delete(key)
          // A dialogue that goes on here has ended there, which is not another process's doing.
          for (const change of decision.changes ?? [])
            if (change.do === "leave_dialogue") known.delete(keyOf(change))
          continue
        }
        if (it === undefined) continue
        it.version = version
        it.dialogue = dialogue
        it.at = at
        it.handled.push(incoming.updateKey)
        if (it.handled.length > MOST_HANDLED) it.handled.shift()
      }
    },
    doubt: (steps) => {
      for (const { incoming } of steps) known.delete(conversationKey(incoming))
      times++
    },
    forgetAll,
    forget: (batch) => {
      for (const incoming of batch) known.delete(conversationKey(incoming))
    },
    rest: () => {
      restsUntil = performance.now() + REST_MS
    },
    kept: (updateKeys) => {
      for (const key of updateKeys) remember(raw, key)
    },
    discarded: (updateKey) => void raw.delete(updateKey),
  }
}

/** A condition that fails the statement with `context_moved_on()` when what these steps remember was not true any more; undefined for none. */
export function stillTrue(found: readonly Found[]): RawBuilder<boolean> | undefined {
  const all = found.flatMap(({ seen }) => seen ?? [])
  const [first] = all
  if (first === undefined) return undefined
  const { snapshot } = all.reduce((oldest, seen) => (seen.nth < oldest.nth ? seen : oldest), first)
  // As one text: it is taken apart only where something has changed, which is seldom.
  const about = all.map((seen) => seen.about).join("\n")
  const ours = sql`and about in (select hashtext(each) from string_to_table(${about}, E'\n') as each)`
  return sql`case when ${changedSince(snapshot, ours)} then context_moved_on() else true end`
}

/** Whether somebody else's transaction that `snapshot` could not see changed anything by now. */
function changedSince(snapshot: string, of: RawBuilder<unknown> = sql``): RawBuilder<boolean> {
  // A restored table may hold transactions that are still to come.
  return sql`exists (
    select from context_change
    where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and xid < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)
      and xid is distinct from pg_current_xact_id_if_assigned() ${of})`
}

/** A machine that slept counts neither clock rightly; one that was set back has no age. */
function isOld(sight: Sight, now: number, at: number): boolean {
  return now < sight.now || now - sight.now > SIGHT_MS || at - sight.at > SIGHT_MS
}

/** The conversation of the same account in another chat. */
function keyOf({ chat, account }: { readonly chat: ChatId; readonly account: AccountId }): string {
  return conversationKey({ chat: { id: chat }, from: { account, name: "" } })
}

/** The rows on which a context depends, by their ids. */
function aboutOf({ chat, account, person }: Context): string {
  const units = [chat.unit, person?.unit, ...(person?.grants ?? []).map(({ unit }) => unit)]
  return [chat.id, account?.id, person?.id, ...units.map((unit) => unit?.id)]
    .filter((id) => id !== undefined)
    .join("\n")
}
