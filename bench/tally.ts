// Tallies, `tiến độ` and scores over a past ten and a hundred times as large, beside the query one would write first. Runs are
// those of the week's tally, of the naive query and of `tiến độ`. `node bench/tally.ts [initiatives]`
import { rm } from "node:fs/promises"
import { type Kysely, sql } from "kysely"
import { campaignOf } from "../core/campaign/campaign.ts"
import { demoCampaign } from "../core/campaign/demo.ts"
import { subtreeIds, unitTree } from "../core/campaign/unit.ts"
import { readScores } from "../core/emulation/read.ts"
import { readTallies } from "../core/tally/read.ts"
import { conversationReads } from "../db/conversation/reads.ts"
import { titleStocks } from "../db/ideas/title-stock.ts"
import { migrate } from "../db/migrate.ts"
import { operatorStore } from "../db/operator-store.ts"
import type { Database } from "../db/schema.ts"
import { BY_KEY, openDatabase, openPool } from "../db/server/connection.ts"
import { startEmbedded } from "../db/server/embedded.ts"
import { testFolder } from "../db/test-folder.ts"
import { END, fillStock, ZONE } from "./stock.ts"
import { quantiles, round, table } from "./table.ts"

const UNITS = 2_000
const DAYS = 800
const RUNS = 30
const NAIVE_RUNS = 5
const PROGRESS_RUNS = 200
/** What the larger upper unions of the stock have below them. */
const UPPER_BELOW = 98
const WEEK_MS = 7 * 86_400_000

const most = Number(process.argv[2] ?? 1_000_000)
const rows: Record<string, string | number>[] = []
for (const initiatives of [most / 100, most / 10, most]) rows.push(await measure(initiatives))
process.stdout.write(`${table(rows)}\n`)

async function measure(initiatives: number): Promise<Record<string, string | number>> {
  const folder = await testFolder("bench")
  const server = await startEmbedded(folder, { settings: { fsync: "off", max_wal_size: "4GB" } })
  const db = openDatabase(openPool(server.url))
  const byKey = openDatabase(openPool(server.url, { startOptions: BY_KEY }))
  try {
    await migrate(db)
    await fillStock(db, { initiatives, units: UNITS, days: DAYS })
    const store = operatorStore(db, ZONE)
    const campaign = (await store.campaigns())[0]
    if (campaign === undefined) throw new Error("The stock has no campaign.")
    const ask = { period: "week" as const, at: END, zone: ZONE }
    const weekly = await timed(RUNS, async () => {
      await readTallies(store, campaign, ask, [campaign.unitId])
    })
    const naive = await timed(NAIVE_RUNS, async () => await naiveTally(db))
    const units = await store.units("2023-04-21")
    const reads = conversationReads(db, {
      timeZone: ZONE,
      now: Date.now,
      hashCode: (code) => code,
      entrance: () => undefined,
      newCode: () => "",
      titles: titleStocks(db),
      byKey,
    })
    const running = await reads.campaignFor(campaign.federationId, END)
    if (running === undefined) throw new Error("The stock has no running campaign.")
    const tree = unitTree(units)
    /** `tiến độ` of units of a level with so many below them. */
    const progress = async (level: string, below: number) => {
      const some = units.filter(
        (unit) => unit.level === level && subtreeIds(tree, unit.id).length === below + 1,
      )
      return await timed(PROGRESS_RUNS, async (run) => {
        await reads.progress(running, some[(run * 37) % some.length]?.id ?? "", END)
      })
    }
    const grassroots = await progress("grassroots", 1)
    const upper = await progress("upper", UPPER_BELOW)
    // The stock's own campaign scores nobody.
    const { emulation } = campaignOf(demoCampaign("2023-04-21"))
    const scored = { ...campaign, campaign: { ...campaign.campaign, emulation } }
    const scores = await timed(NAIVE_RUNS, async () => {
      await readScores(
        store,
        scored,
        { period: "phase", at: END, zone: ZONE },
        { unitId: campaign.unitId, whose: "below" },
      )
    })
    const check = await timed(1, async () => {
      const wrong = await store.checkCounters()
      if (wrong.length > 0) throw new Error(`A counter of the stock is wrong: ${JSON.stringify(wrong[0])}`)
    })
    return {
      initiatives,
      runs: `${RUNS} / ${NAIVE_RUNS} / ${PROGRESS_RUNS}`,
      "weekly p50 ms": weekly.p50,
      "weekly p95 ms": weekly.p95,
      "naive p50 ms": naive.p50,
      "times the weekly": round(naive.p50 / weekly.p50, 1),
      "tiến độ, grassroots p50 ms": grassroots.p50,
      "p95 ms": grassroots.p95,
      "tiến độ, upper p50 ms": upper.p50,
      "its p95 ms": upper.p95,
      "scores of all p50 ms": scores.p50,
      "check s": Math.round(check.p50 / 100) / 10,
    }
  } finally {
    await db.destroy()
    await byKey.destroy()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Everything from the records, joined to the tree: right, simple, and as slow as the past is long. */
async function naiveTally(db: Kysely<Database>): Promise<void> {
  await sql`
    select upper.name, count(*) as registered, count(recognized_at) as recognized, count(on_portal_at) as on_portal,
      count(*) filter (where registered_at >= ${new Date(END - WEEK_MS)}) as new,
      sum(benefit_amount) filter (where benefit_currency = 'VND') as benefit
    from initiative join unit on unit.id = initiative.unit_id join unit as upper on upper.id = unit.path[2]
    where status not in ('withdrawn', 'duplicate') and registered_at < ${new Date(END)}
    group by upper.id`.execute(db)
}

async function timed(
  runs: number,
  act: (run: number) => Promise<void>,
): Promise<{ readonly p50: number; readonly p95: number }> {
  const took: number[] = []
  for (let run = -2; run < runs; run++) {
    const begun = performance.now()
    await act(Math.max(0, run))
    // The first rounds fill caches.
    if (run >= 0) took.push(performance.now() - begun)
  }
  return quantiles(took)
}
