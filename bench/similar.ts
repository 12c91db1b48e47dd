/** Fills a database of its own with titles and measures how fast and how surely the like of one is found: `node bench/similar.ts [titles] [asks]`. */
import { rm } from "node:fs/promises"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import { localDate } from "../core/clock.ts"
import { ranked } from "../core/ideas/likeness.ts"
import { TITLES } from "../core/ideas/titles.labelled.ts"
import { fold } from "../core/text/fold.ts"
import { applyCampaign } from "../db/campaign/campaign.ts"
import { importUnits } from "../db/campaign/unit.ts"
import { newId } from "../db/id.ts"
import { ideaReads } from "../db/ideas/ideas.ts"
import { titleStocks } from "../db/ideas/title-stock.ts"
import { migrate } from "../db/migrate.ts"
import { openDatabase, openPool } from "../db/server/connection.ts"
import { startEmbedded } from "../db/server/embedded.ts"
import { testFolder } from "../db/test-folder.ts"
import { type Row, round, table } from "./table.ts"
import { makeTitle, makeTitles, retell, seeded } from "./titles.ts"

/** `unit` is whose title it is: people append the name of their own. */
type Asked = { readonly meant: string | undefined; readonly told: string; readonly unit?: string }

const ZONE = "Asia/Ho_Chi_Minh"
const CHUNK = 5_000
const UNIT = "CĐCS Công ty May TNG"
const [titles = "1000000", asks = "500"] = process.argv.slice(2)
const folder = await testFolder("bench")
const server = await startEmbedded(folder, { settings: { fsync: "off", max_wal_size: "4GB" } })
const pool = openPool(server.url)
const db = openDatabase(pool)
const now = Date.now()

await migrate(db)
await importUnits(db, demoUnits(localDate(now, ZONE)), { dryRun: false, now, zone: ZONE })
await applyCampaign(db, checkCampaign(demoCampaign(localDate(now, ZONE))), now)
const campaign = await db.selectFrom("campaign").select(["id", "unit_id"]).executeTakeFirstOrThrow()
const units = await db.selectFrom("unit").select("id").execute()

const labelled = TITLES.flatMap(({ title, other }) => [title, ...other])
const all = [...labelled, ...makeTitles(Number(titles) - labelled.length, 1)]
const began = Date.now()
for (let from = 0; from < all.length; from += CHUNK) {
  const rows = all.slice(from, from + CHUNK).map((title, at) => ({
    id: newId(),
    number: from + at + 1,
    title,
    title_key: fold(title),
    unit_id: units[(from + at) % units.length]?.id,
  }))
  await pool.query(
    `insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name,
      registered_at, created_at, indexed)
    select id, number, $2, $3, unit_id, 'registered', title, title_key, 'An', now(), now(), true
    from jsonb_to_recordset($1::jsonb) as m (id uuid, number bigint, title text, title_key text, unit_id uuid)`,
    [JSON.stringify(rows), campaign.unit_id, campaign.id],
  )
}
await pool.query("vacuum analyze")
console.info(`${all.length} titles stored in ${((Date.now() - began) / 1000).toFixed(0)} s`)

const filling = { cpu: process.cpuUsage(), at: performance.now() }
const stocks = titleStocks(db)
await stocks.catchUp()
const held = stocks.held()
console.info(
  `${held.titles} titles read in ${((performance.now() - filling.at) / 1000).toFixed(1)} s (${(cpuMs(filling.cpu) / 1000).toFixed(1)} s of it this process's work), ${(held.bytes / 1e6).toFixed(0)} MB`,
)

const reads = ideaReads(db, stocks)
const random = seeded(7)
const rows: Row[] = []
rows.push(
  await measure(
    "labelled pairs",
    TITLES.flatMap(({ title, same }) => same.map((told) => ({ meant: title, told }))),
  ),
)
const KINDS = {
  "words in another order": { change: 0, reorder: true, bare: false },
  "without marks": { change: 0, reorder: false, bare: true },
  "30 % of the words changed": { change: 0.3, reorder: false, bare: false },
  "a unit's name appended": { change: 0, reorder: false, bare: false, unit: "tại CĐCS Công ty May TNG" },
  "all of it at once": { change: 0.3, reorder: true, bare: true, unit: "tai CDCS Cong ty May TNG" },
}
for (const [name, how] of Object.entries(KINDS)) rows.push(await measure(name, retold(how)))
rows.push(
  await measure(
    "new titles",
    Array.from({ length: Number(asks) }, () => ({ meant: undefined, told: makeTitle(random) })),
  ),
)
process.stdout.write(`\n${table(rows)}\n`)
await db.destroy()
await server.close()
await rm(folder, { recursive: true, force: true })

function retold(how: Parameters<typeof retell>[1]): readonly Asked[] {
  return Array.from({ length: Number(asks) }, () => {
    const meant = all[Math.floor(random() * all.length)] as string
    return { meant, told: retell(meant, how, random), ...(how.unit === undefined ? {} : { unit: UNIT }) }
  })
}

/** One look-up after the other, each as a registration makes it: what was written since, the stock, the rows, the ranking. */
async function measure(name: string, pairs: readonly Asked[]): Promise<Row> {
  const times: number[] = []
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const cpu = process.cpuUsage()
  let [among, found, same] = [0, 0, 0]
  for (const { meant, told, unit = "" } of pairs) {
    const start = performance.now()
    const candidates = await reads.similar(campaign.id, told)
    const inOrder = ranked({ title: told, unitName: unit }, candidates)
    times.push(performance.now() - start)
    // The stock has many titles more than once: whichever of them is found will do.
    const titles = [...new Map(inOrder.map(({ view, like }) => [view.title, like]))]
    const place = titles.findIndex(([title]) => title === meant)
    if (place >= 0) among++
    if (place >= 0 && place < 5) found++
    if (place >= 0 && titles[place]?.[1].sameIdea === true) same++
  }
  loop.disable()
  const share = (count: number) =>
    pairs[0]?.meant === undefined ? "" : `${((100 * count) / pairs.length).toFixed(1)} %`
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0, 1)
  return {
    asked: name,
    runs: pairs.length,
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    "longest ms": at(1),
    "own work ms": round(cpuMs(cpu) / pairs.length, 1),
    "loop held p99 ms": round(loop.percentile(99) / 1e6, 1),
    "in the first five": share(found),
    compared: share(among),
    "the same idea": share(same),
  }
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
