/** Fills a database with titles and measures how fast and how surely the like of one is found: `node bench/similar.ts URL [titles] [asks]`. */
import { v7 } from "uuid"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import { localDate } from "../core/clock.ts"
import { likeness } from "../core/ideas/likeness.ts"
import { fold } from "../core/text/fold.ts"
import { applyCampaign } from "../db/campaign.ts"
import { openDatabase, openPool } from "../db/connection.ts"
import { ideaReads, indexOf } from "../db/ideas.ts"
import { migrate } from "../db/migrate.ts"
import { importUnits } from "../db/unit.ts"
import { makeTitle, makeTitles, retell, seeded } from "./titles.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const CHUNK = 5_000
const [url = "", titles = "1000000", asks = "500"] = process.argv.slice(2)
const pool = openPool(url)
const db = openDatabase(pool)
const now = Date.now()

await migrate(db)
await importUnits(db, demoUnits(localDate(now, ZONE)), { dryRun: false, now, zone: ZONE })
await applyCampaign(db, checkCampaign(demoCampaign(localDate(now, ZONE))), now)
const campaign = await db.selectFrom("campaign").select(["id", "unit_id"]).executeTakeFirstOrThrow()
const units = await db.selectFrom("unit").select("id").execute()

const stored = Number(
  (
    await db
      .selectFrom("initiative")
      .select((eb) => eb.fn.countAll().as("n"))
      .executeTakeFirstOrThrow()
  ).n,
)
const all = [...makeTitles(Number(titles), 1)]
const began = Date.now()
for (let from = stored; from < all.length; from += CHUNK) {
  const rows = all.slice(from, from + CHUNK).map((title, at) => ({
    id: v7(),
    number: from + at + 1,
    title,
    title_key: fold(title),
    unit_id: units[(from + at) % units.length]?.id,
    ...indexOf({ title, campaignId: campaign.id }),
  }))
  await pool.query(
    `with made as (select * from jsonb_to_recordset($1::jsonb)
        as m (id uuid, number bigint, title text, title_key text, unit_id uuid, words integer[], triples integer[])),
      tripled as (insert into title_triple select unnest(triples), number from made)
    insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name,
      registered_at, created_at, words, indexed)
    select id, number, $2, $3, unit_id, 'registered', title, title_key, 'An', now(), now(), words, true from made`,
    [JSON.stringify(rows), campaign.unit_id, campaign.id],
  )
}
await pool.query("vacuum analyze")
console.info(`${all.length - stored} titles stored in ${((Date.now() - began) / 1000).toFixed(0)} s`)
const { rows: sizes } = await pool.query(
  `select pg_size_pretty(pg_total_relation_size('title_triple')) as triples, pg_size_pretty(pg_relation_size('initiative_words')) as words,
    pg_size_pretty(pg_total_relation_size('initiative')) as initiatives, (select count(*) from title_triple) as count`,
)
console.info(sizes[0])

const reads = ideaReads(db)
const KINDS = {
  "words in another order": { change: 0, reorder: true, bare: false },
  "without marks": { change: 0, reorder: false, bare: true },
  "30 % of the words changed": { change: 0.3, reorder: false, bare: false },
  "a unit's name appended": { change: 0, reorder: false, bare: false, unit: "tại CĐCS Công ty May TNG" },
  "all of it at once": { change: 0.3, reorder: true, bare: true, unit: "tai CDCS Cong ty May TNG" },
}
const random = seeded(7)
for (const [name, how] of Object.entries(KINDS)) {
  const times: number[] = []
  let [found, asked, first] = [0, 0, 0]
  for (let nth = 0; nth < Number(asks); nth++) {
    const meant = all[Math.floor(random() * all.length)] as string
    const title = retell(meant, how, random)
    const start = performance.now()
    const candidates = await reads.similar(campaign.id, title)
    const ranked = candidates
      .map((view) => ({ view, like: likeness({ title, unitName: "" }, { title: view.title, unitName: "" }) }))
      .sort((one, other) => other.like.closeness - one.like.closeness)
    times.push(performance.now() - start)
    const place = ranked.findIndex(({ view }) => view.title === meant)
    if (place >= 0 && place < 5) found++
    if (place === 0) first++
    if (place >= 0 && ranked[place]?.like.sameIdea === true) asked++
  }
  print(
    name,
    times,
    `in the first five ${share(found)}, first ${share(first)}, taken for the same idea ${share(asked)}`,
  )
}
const times: number[] = []
for (let nth = 0; nth < Number(asks); nth++) {
  const start = performance.now()
  await reads.similar(campaign.id, makeTitle(random))
  times.push(performance.now() - start)
}
print("new titles", times, "")
await db.destroy()

function share(count: number): string {
  return `${((100 * count) / Number(asks)).toFixed(1)} %`
}

function print(name: string, times: number[], more: string): void {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)
  console.info(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.9999)} ms; ${more}`)
}
