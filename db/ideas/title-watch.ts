import { type RawBuilder, sql } from "kysely"

/** Tells by statements that are made anyway whether this process knows every title: a look-up behind them need not read. */
export type TitleWatch = {
  /** What is known by now: every title written by transactions before `floor`, and these since. */
  know(floor: string, since: Iterable<WrittenTitle>): void
  /** For a statement that begins now. */
  begin(): Watched
  /** No statement is made, though what was written by others until a moment ago should be known. */
  none(): void
  /** Whether the last statements that ended found nothing that was not known. */
  isCurrent(): boolean
}

export type WrittenTitle = {
  readonly number: string
  /** The transaction that wrote it. */
  readonly titled: string
}

export type Watched = {
  /** A subquery of one text, or null, which is for `found`. */
  readonly newest: RawBuilder<string | null>
  found(newest: string | null): void
}

/** So many new titles are compared by the way; when there are more, a look-up reads them, and the floor rises. */
const MOST = 64
/** A statement during which more became known than this is not believed. */
const MOST_CHANGES = 100

/**
 * In a crowd a statement ended a few milliseconds ago, which is not made once more: who looks a title up just before another
 * process commits its like does not see that either.
 */
const MOMENT_MS = 50

/** A watch that knows nothing yet. `clock` in milliseconds, from anywhere. */
export function titleWatch(clock: () => number): TitleWatch {
  let floor: string | undefined
  /** What was known lately, the latest last, as statements tell it; undefined for too much. */
  let lately: readonly (string | undefined)[] = []
  let changes = 0
  /** Statements begun, and how many of them were when one last found what was not known. */
  let begun = 0
  let doubted = 0
  let isCurrent = false
  /** When the last statement began that found nothing unknown. */
  let currentAt = Number.NEGATIVE_INFINITY

  return {
    know: (from, since) => {
      floor = from
      const lowest = BigInt(from)
      const writers = Array.from(since, ({ titled }) => BigInt(titled)).filter((titled) => titled >= lowest)
      changes++
      lately = [...lately.slice(1 - MOST_CHANGES), writers.length > MOST ? undefined : digestOf(writers)]
    },
    begin: () => {
      begun++
      const mine = begun
      const before = changes
      const at = clock()
      return {
        newest: floor === undefined || lately.at(-1) === undefined ? sql`null` : digestSince(floor),
        found: (newest) => {
          // What became known while the statement ran may be in its answer or not.
          const sinceThen = lately.slice(-1 - (changes - before))
          if (newest !== null && sinceThen.includes(newest)) {
            // One that began before the doubt may have seen less.
            if (mine <= doubted) return
            isCurrent = true
            currentAt = Math.max(currentAt, at)
          } else {
            isCurrent = false
            doubted = begun
          }
        },
      }
    },
    none: () => {
      if (clock() - currentAt <= MOMENT_MS) return
      isCurrent = false
      doubted = begun
    },
    isCurrent: () => isCurrent,
  }
}

/**
 * A title is never taken away, only written anew by another transaction: two sets with as many and the same sum are the same,
 * but for transactions whose numbers happen to make up for each other. Then a like is missed until the next title.
 */
function digestOf(writers: readonly bigint[]): string {
  return `${writers.length} ${writers.reduce((sum, titled) => sum + titled, 0n)}`
}

function digestSince(floor: string): RawBuilder<string | null> {
  return sql`(
    select count(*) || ' ' || coalesce(sum(titled::text::numeric), 0)
    from (
      select titled from initiative
      where titled >= ${floor}::xid8 and titled < pg_snapshot_xmax(pg_current_snapshot())
      order by titled, number limit ${sql.lit(MOST + 1)}
    ) as recent)`
}
