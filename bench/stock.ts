import { type Kysely, sql } from "kysely"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { localDate } from "../core/clock.ts"
import { operatorStore } from "../db/operator-store.ts"
import type { Database } from "../db/schema.ts"
import { rebuildCounters } from "../db/tally/counter-check.ts"

/** The zone of every stock. */
export const ZONE = "Asia/Ho_Chi_Minh"

/** How large a federation's past is. Its tree has four levels whatever the numbers: root, upper, grassroots, section. */
export type StockSize = {
  readonly initiatives: number
  /** Grassroots unions and sections together with the 40 upper ones. */
  readonly units: number
  /** Over so many days up to `END`, evenly. */
  readonly days: number
}

/** The last instant of every stock, a weekly closing: nothing is registered from it on. */
export const END = Date.parse("2023-04-21T16:00:00+07:00")

const UPPER = 40
/** One in so many units stands below a grassroots union. */
const SECTIONS = 4

/**
 * Fills an empty, migrated database: units with headcounts, a campaign, initiatives with their events, and the counters.
 * The same size makes the same stock, save for ids. Two of three initiatives are recognised two weeks after they came, half of
 * these reach the portal after another two, one in fifty is withdrawn; six of ten state a benefit.
 */
export async function fillStock(db: Kysely<Database>, size: StockSize): Promise<void> {
  const now = END
  const store = operatorStore(db, ZONE)
  const { bad } = await store.importUnits(unitRows(size.units), { dryRun: false, now })
  if (bad.length > 0) throw new Error(`The stock has a bad unit: ${bad[0]?.reason}`)
  const startsOn = localDate(END - size.days * 86_400_000, ZONE)
  await store.applyCampaign(
    checkCampaign({
      code: "stock",
      name: "Stock",
      unit: "T",
      starts_on: startsOn,
      ends_on: "2023-09-01",
      phases: [
        { code: "gd1", name: "Giai đoạn 1", starts_on: startsOn, ends_on: "2022-11-30", goal: 500_000 },
        { code: "gd2", name: "Giai đoạn 2", starts_on: "2022-12-01", ends_on: "2023-09-01", goal: 900_000 },
      ],
    }),
    now,
  )
  await fillInitiatives(db, size)
}

function unitRows(count: number) {
  const rows = [row(1, "T", "", "tỉnh", 0)]
  for (let n = 1; n <= UPPER; n++) rows.push(row(rows.length + 1, `C${n}`, "T", "cấp trên", 0))
  for (let n = 1; rows.length < count; n++) {
    const parent = n % SECTIONS === 0 ? `S${n - 1}` : `C${(n % UPPER) + 1}`
    rows.push(row(rows.length + 1, `S${n}`, parent, n % SECTIONS === 0 ? "bộ phận" : "cơ sở", 20 + (n % 300)))
  }
  return rows
}

function row(line: number, code: string, parent: string, level: string, members: number) {
  const headcount = members === 0 ? {} : { members: String(members), workers: "5" }
  const cells = { code, name: `Công đoàn ${code}`, parent, level, effectiveFrom: "2013-01-01", ...headcount }
  return { line, cells }
}

/** As `fillStock`, for the grassroots units and the campaign that are there. */
export async function fillInitiatives(db: Kysely<Database>, size: Omit<StockSize, "units">): Promise<void> {
  const from = new Date(END - size.days * 86_400_000)
  const until = new Date(END)
  const { id } = await db.selectFrom("campaign").select("id").executeTakeFirstOrThrow()
  await sql`
    with place as (
      select array_agg(id order by code) as ids from unit where level in ('grassroots', 'section')
    ),
    made as (
      select n, gen_random_uuid() as id, ids[1 + (hashint8(n) & 1073741823) % cardinality(ids)] as unit_id,
        ${from}::timestamptz + (${until}::timestamptz - ${from}::timestamptz) * ((n - 1)::float8 / ${size.initiatives}::int) as at
      from generate_series(1, ${size.initiatives}::int) as n, place
    )
    insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, benefit_raw,
      benefit_amount, benefit_currency, author_name, registered_at, recognized_at, on_portal_at, created_at)
    select made.id, n, unit.federation_id, ${id}::uuid, unit_id,
      case when n % 50 = 0 then 'withdrawn' when on_portal is not null then 'on_portal'
        when recognized is not null then 'recognized' else 'registered' end,
      'Cải tiến khâu ' || n, 'cai tien khau ' || n,
      case when n % 10 < 6 then '50 triệu' end, case when n % 10 < 5 then 1000000 * (n % 90 + 1) end,
      case when n % 10 < 6 then 'VND' end, 'An', made.at, recognized, on_portal, made.at
    from made join unit on unit.id = made.unit_id
    cross join lateral (
      select case when n % 3 > 0 and n % 50 > 0 and made.at + interval '14 days' < ${until} then made.at + interval '14 days' end
        as recognized
    ) as first
    cross join lateral (
      select case when n % 2 = 0 and recognized + interval '14 days' < ${until} then recognized + interval '14 days' end
        as on_portal
    ) as second
    order by n`.execute(db)
  await sql`
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, recognized, on_portal,
      benefit_vnd, benefit_unconverted, created_at)
    select initiative.id, campaign_id, unit_id, kind, step.at, step.registered, step.recognized, step.on_portal,
      step.registered * coalesce(benefit_amount, 0),
      step.registered * (benefit_currency is not null and benefit_amount is null)::int, step.at
    from initiative cross join lateral (values
      ('registered', registered_at, 1, 0, 0), ('recognized', recognized_at, 0, 1, 0), ('on_portal', on_portal_at, 0, 0, 1),
      ('withdrawn', case when status = 'withdrawn' then registered_at + interval '10 days' end, -1, 0, 0)
    ) as step (kind, at, registered, recognized, on_portal)
    where step.at < ${until}
    order by step.at`.execute(db)
  await sql`select setval('initiative_number', ${size.initiatives}::int)`.execute(db)
  await rebuildCounters(db, ZONE)
  await sql`vacuum analyze`.execute(db)
}
