import { setImmediate } from "node:timers/promises"
import { type Kysely, sql } from "kysely"
import { wordsOfTitle } from "../../core/ideas/signature.ts"
import { type TitleStock, titleStock } from "../../core/ideas/title-stock.ts"
import { together } from "../../core/together.ts"
import type { Database } from "../schema.ts"
import { titleWatch, type Watched, type WrittenTitle } from "./title-watch.ts"

/** The titles of every campaign in this process's memory, filled from the database and kept up with it. */
export type TitleStocks = {
  /**
   * The numbers of the campaign's titles with the most in common with this one, best first. Every title that was committed
   * before the call is among those looked through; behind statements that were watched, before the last of these, and behind
   * messages that need none, at the latest a moment before the call. Only while
   * very many are still to be read (after a start, during a large import) it answers from those that are there, so that
   * nobody waits for it longer than a moment.
   */
  near(campaignId: string, title: string): Promise<readonly number[]>
  /** For a statement that is made anyway before titles are looked up: when it finds nothing new, `near` asks nothing. */
  watch(): Watched
  /** Messages are answered without a statement: unless one was watched a moment ago, a look-up behind them reads for itself. */
  unwatched(): void
  /** What this process itself has committed. */
  wrote(titles: readonly NewTitle[]): void
  /** Reads what is not read yet; the first look-up does it too. */
  catchUp(): Promise<void>
  /** How many titles are held, and in how many bytes. */
  held(): { readonly titles: number; readonly bytes: number }
  /** Reads no further page. */
  close(): void
}

/** A title that was just committed; `title_key` is it folded. */
export type NewTitle = WrittenTitle & { readonly title_key: string; readonly campaign_id: string }

/** Titles read at once: a page is a few milliseconds of work, and others have their turn behind it. */
const PAGE = 500
/** So many titles are then compared word by word. */
const NEAREST = 100
/** A registration waits no longer than this for many titles that are still to be read, milliseconds. */
const PATIENCE_MS = 300
const FEW_PAGES = 3
const NEWEST = "9223372036854775807"

/** Beside every change of a title: processes that knew the old one read it anew. */
export const TITLED_NOW = sql<string>`pg_current_xact_id()`

/**
 * Stocks that are empty until the first look-up, or until they are told to catch up. `db` plans by key (`BY_KEY`): they are read
 * with every few messages. `clock` tells the milliseconds that passed, since whenever.
 */
export function titleStocks(
  db: Kysely<Database>,
  clock: () => number = () => performance.now(),
): TitleStocks {
  const stocks = new Map<string, TitleStock>()
  let closed = false
  /** Every title written by a transaction before this one is in; undefined before the first page. */
  let floor: string | undefined
  /** What the first reading, from the newest title to the oldest, has not come to. */
  let below: string | undefined = NEWEST
  /** Pages the reading under way has behind it. */
  let pages = 0
  /** What is known of the titles since `floor`: a round finds it again. */
  let known = new Map<string, WrittenTitle>()
  /** The same as the round under way finds it. */
  let found: typeof known | undefined
  const watch = titleWatch(clock)

  function add({ campaign_id, number, title_key }: NewTitle): void {
    const stock = stocks.get(campaign_id) ?? titleStock()
    stocks.set(campaign_id, stock)
    stock.add(Number(number), wordsOfTitle(title_key))
  }

  /** Adds what is not known yet. */
  function addNew(title: NewTitle): void {
    const { titled, number } = title
    const key = `${titled} ${number}`
    if (!known.has(key)) add(title)
    known.set(key, { titled, number })
    found?.set(key, { titled, number })
  }

  /** The first reading. Taken up where it was when the database went away in its midst. */
  async function fill(): Promise<void> {
    floor ??= await oldestRunning(db)
    const first = BigInt(floor)
    while (below !== undefined && !closed) {
      const rows = await titlesBelow(db, below)
      pages++
      // The first round begins with those since the floor.
      for (const row of rows) BigInt(row.titled) < first ? add(row) : addNew(row)
      below = rows.length < PAGE ? undefined : rows.at(-1)?.number
    }
  }

  /** What was written since the last round. */
  async function round(from: string): Promise<void> {
    found = new Map()
    let next: string | undefined
    let after: WrittenTitle = { titled: from, number: "-1" }
    for (;;) {
      const { oldest, rows } = await titlesAfter(db, after)
      pages++
      // Whatever a later page misses was still being written when this first one was read.
      next ??= oldest
      for (const row of rows) addNew(row)
      const last = rows.at(-1)
      if (last === undefined || rows.length < PAGE || closed) break
      after = last
    }
    floor = next
    known = found
    watch.know(floor, known.values())
  }

  /** A round that begins now or later: one that is under way may have passed what was just written. Callers share it. */
  const shared = together(async (callers: readonly undefined[]) => {
    pages = 0
    if (floor === undefined || below !== undefined) await fill()
    if (floor !== undefined && !closed) await round(floor)
    return callers
  })
  const catchUp = async () => void (await shared(undefined))

  return {
    near: async (campaignId, title) => {
      if (!watch.isCurrent()) {
        const reading = catchUp()
        // A page or two are waited for like any other answer of the database.
        if ((await withinPatience(reading)) || pages <= FEW_PAGES) await reading
      }
      const stock = stocks.get(campaignId)
      return stock === undefined ? [] : await inTurns(stock.near(wordsOfTitle(title), NEAREST))
    },
    catchUp,
    watch: watch.begin,
    unwatched: watch.none,
    wrote: (titles) => {
      // What is read for the first time will come to these.
      if (floor === undefined || below !== undefined || titles.length === 0) return
      for (const title of titles) addNew(title)
      watch.know(floor, known.values())
    },
    held: () => ({
      titles: [...stocks.values()].reduce((sum, stock) => sum + stock.size(), 0),
      bytes: [...stocks.values()].reduce((sum, stock) => sum + stock.bytes(), 0),
    }),
    close: () => {
      closed = true
    },
  }
}

/** The answer of a look-up that lets others have their turn after each step. */
async function inTurns<Answer>(steps: Generator<undefined, Answer>): Promise<Answer> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await setImmediate()
  }
}

async function oldestRunning(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ oldest: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(db)
  return (rows[0] as { oldest: string }).oldest
}

async function titlesBelow(db: Kysely<Database>, number: string): Promise<readonly NewTitle[]> {
  return await db
    .selectFrom("initiative")
    .select(["number", "title_key", "campaign_id", sql<string>`titled::text`.as("titled")])
    .where("number", "<", number)
    .orderBy("number", "desc")
    .limit(PAGE)
    .execute()
}

/** A page in the order of the writing transactions, and the oldest of those that still run. */
async function titlesAfter(
  db: Kysely<Database>,
  after: WrittenTitle,
): Promise<{ readonly oldest: string; readonly rows: readonly NewTitle[] }> {
  // Ids beyond the newest transaction come with a restored copy of another server's rows, which the first reading had.
  const { rows } = await sql<{ oldest: string } & Partial<NewTitle>>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as oldest, page.*
    from (select) as one left join lateral (
      select number::text, title_key, campaign_id, titled::text from initiative
      where (titled, number) > (${after.titled}::xid8, ${after.number}::bigint)
        and titled < pg_snapshot_xmax(pg_current_snapshot())
      order by initiative.titled, initiative.number limit ${sql.lit(PAGE)}
    ) as page on true`.execute(db)
  return {
    oldest: (rows[0] as { oldest: string }).oldest,
    rows: rows.filter((row): row is { oldest: string } & NewTitle => row.number !== null),
  }
}

/** Whether the work ended within a moment; an error within that time is the caller's. */
async function withinPatience(work: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), PATIENCE_MS)
  try {
    return await Promise.race([work.then(() => true), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
