import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { pino } from "pino"
import { expect, vi } from "vitest"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { DEMO_ROOT, demoCampaign, demoUnits } from "../../core/campaign/demo.ts"
import { localDate } from "../../core/clock.ts"
import { CONSENT_VERSION } from "../../core/people/consent.ts"
import { truncate } from "../../core/text/cut.ts"
import { applyCampaign } from "../../db/campaign/campaign.ts"
import { addDemoGroup, addDemoPerson } from "../../db/campaign/demo.ts"
import { importUnits } from "../../db/campaign/unit.ts"
import { newId } from "../../db/id.ts"
import type { Database } from "../../db/schema.ts"
import { sealAll } from "../../db/seal/resealing.ts"
import { sealOf } from "../../db/seal/seal.ts"
import { openPool } from "../../db/server/connection.ts"
import { type FreshDatabase, freshDatabase } from "../../db/testing.ts"
import { openQueues, type Queues } from "../../jobs/queues.ts"
import { sampleDatabase } from "../cli/testing.ts"
import { type House, startHouse } from "../main.ts"
import { readSettings } from "../settings.ts"
import { createBell } from "./bell.ts"
import { type Act, filled, fits, type Remembered, readScript, type Scene } from "./script.ts"
import { type TelegramVenue, telegramVenue } from "./telegram-venue.ts"
import { type TwoVenues, twoVenues } from "./two-venues.ts"
import {
  nameOf,
  type PersonName,
  type Receives,
  type Said,
  type Thing,
  type Venue,
  type VenueKind,
} from "./venue.ts"
import { type WebVenue, webVenue } from "./web-venue.ts"
import { type ZaloVenue, zaloVenue } from "./zalo-venue.ts"

type Venues = {
  readonly telegram: TelegramVenue
  readonly zalo: ZaloVenue
  readonly web: WebVenue
  readonly both: TwoVenues
}

/** What is there before the curtain rises. */
export type StageOptions = {
  /** Default: a Tuesday morning. */
  readonly at?: string
  /** Default "polling". */
  readonly receives?: Receives
  /** Members of the May TNG union who agreed before. */
  readonly known?: readonly PersonName[]
  /** Nobody has a role and no group a unit yet. Else Chi is the province's officer, Dung supports May TNG. */
  readonly untouched?: boolean
  /** The demo federation (May TNG has 60 to reach), or the samples with their history of 2022. */
  readonly federation?: "demo" | "samples"
  /** At Telegram: groups deliver every word to the bot. */
  readonly readsAll?: boolean
  /**
   * Queue and hours of the day run too, as soon after every real start. Stories that wait for neither do without: it takes
   * nearly half of their time.
   */
  readonly clockwork?: boolean
  /** The house is not started yet. */
  readonly dark?: boolean
  /** Ids of people are kept under seal. */
  readonly sealed?: boolean
  /** What the bot writes; default "vi". */
  readonly language?: "en"
}

/** A house on a platform, with people around it. */
export type Stage<V extends Venue> = AsyncDisposable & {
  readonly venue: V
  readonly fresh: FreshDatabase
  readonly adminCode: string
  /** Where kept files stand. */
  readonly dataDir: string
  /** The house's clock. It runs; `set` moves it, never back. */
  readonly clock: {
    set(iso: string): void
    pass(ms: number): void
    now(): number
    /** Stands still until `go`, so that what is done meanwhile is done at one instant, however busy the machine. */
    halt(): void
    go(): void
  }
  /**
   * Plays a script (see `readScript`) and compares everything the bot says with it: a message too many, too few or
   * elsewhere fails. A line "🖼" stands for a picture with the words. Answers what the script remembered, together with `remembered`.
   */
  transcript(script: string, remembered?: Remembered): Promise<Remembered>
  /** The house stops, whatever was being done at the moment. */
  down(): Promise<void>
  /** The house starts again, on the same database. */
  up(): Promise<void>
  /** From now on nothing can be stored; the errors in the log are meant. */
  breakStore(): Promise<void>
  /** Ends `breakStore`. */
  mendStore(): Promise<void>
  /** Resolves when nothing waits to be sent any more. */
  quiet(): Promise<void>
  /** What the bot said in `place` and no script has seen. */
  unread(place: string): readonly Said[]
  /** `place` is another chat from now on, of which no script has seen anything. */
  forget(place: string): void
  /** Rows of a table. */
  count(table: keyof Database): Promise<number>
  /** Has the weekly closing's own job done now instead of at its hour. */
  closingTime(): Promise<void>
  /** Has a job of this kind done now: BullMQ keeps the real time, the house its own. */
  due(kind: string): Promise<void>
}

const ZONE = "Asia/Ho_Chi_Minh"
const TUESDAY_MORNING = "2026-03-10T09:00:00+07:00"
const KEY = "k".repeat(43)
const ADMIN_CODE = "7F3K-9QXM-2WTA"
const NO_PACE = { perChatPerSecond: 1_000, perBotPerSecond: 1_000 }
/** The longest that a timer waits: 24 days. */
const NEVER_MS = 2 ** 31 - 1
/** People read what they got before they write again; whoever does not is a flood. */
const READS_MS = 1_100
/** How long a message that no act of the script calls forth may take. */
const UNASKED_MS = 8_000

/** Builds the stage: a fresh database, a double of the platform and a house between them. */
export async function openStage<Kind extends VenueKind>(
  kind: Kind,
  options: StageOptions = {},
): Promise<Stage<Venues[Kind]>> {
  const undo = new AsyncDisposableStack()
  try {
    return await build(kind, options, undo)
  } catch (error) {
    await undo.disposeAsync()
    throw error
  }
}

async function build<Kind extends VenueKind>(
  kind: Kind,
  options: StageOptions,
  undo: AsyncDisposableStack,
): Promise<Stage<Venues[Kind]>> {
  const fresh = undo.use(options.federation === "samples" ? await sampleDatabase() : await freshDatabase())
  const venue: Venues[Kind] = await venueOf(kind, options)
  undo.defer(venue.close)
  const clock = clockFrom(options.at ?? TUESDAY_MORNING)
  await prepare(fresh, venue, options, clock.now())
  if (options.sealed === true) await sealAll(fresh, [], sealOf(Buffer.from(KEY, "base64url")))
  const bell = await outboxBell(fresh, undo)
  const dataDir = await mkdtemp(join(tmpdir(), "stage-"))
  undo.defer(async () => await rm(dataDir, { recursive: true, force: true }))
  const settings = readSettings({
    DATABASE_URL: fresh.url,
    DATA_DIR: dataDir,
    PORT: "0",
    ADMIN_CODE,
    LOG_LEVEL: "warn",
    ...(options.sealed === true ? { ENCRYPTION_KEY: KEY } : {}),
    ...(options.language === undefined ? {} : { LANGUAGE: options.language }),
    ...venue.environment,
  })
  const alarms: string[] = []
  let calm = true
  const log = pino({ level: "error" }, { write: (line: string) => void alarms.push(line) })
  const seen = new Map<string, number>()
  let house: House | undefined

  const up = async () => {
    house = await startHouse(settings, {
      log,
      now: clock.now,
      pace: NO_PACE,
      restAfterMs: options.clockwork === true ? 0 : NEVER_MS,
      isMinuteHandStill: true,
    })
    if (options.clockwork === true) await house.complete
    await venue.opened(house.address)
  }
  const down = async () => {
    const stopping = house
    house = undefined
    await stopping?.stop()
  }
  undo.defer(down)

  async function waitingRows(): Promise<number> {
    const { rows } = await fresh.pool.query<{ count: number }>(
      "select count(*)::integer as count from outbox where state in ('waiting', 'sending')",
    )
    return rows[0]?.count ?? 0
  }

  async function shown(): Promise<void> {
    const { rows } = await fresh.pool.query<{ message_ref: string }>(
      "select distinct message_ref from outbox where state = 'sent'",
    )
    await venue.shows(rows.map((row) => row.message_ref))
  }

  async function quiet(): Promise<void> {
    await bell.until("everything to be sent", async () => (await waitingRows()) === 0 || undefined)
    await shown()
  }

  const unread = (place: string): readonly Said[] => venue.said(place).slice(seen.get(place) ?? 0)

  async function act({ place, who, how, text }: Act): Promise<void> {
    switch (how) {
      case "picks":
        return await pick(place, who, text)
      case "sends":
        return await venue.sends(place, who, text as Thing)
      case "writes":
        return await venue.writes(place, who, text.replaceAll("@Bot", venue.mention))
      case "answers":
        return await venue.writes(place, who, text.replaceAll("@Bot", venue.mention), how)
      default:
        return how satisfies never
    }
  }

  async function pick(place: string, who: string, label: string): Promise<void> {
    const said = venue.said(place)
    const at = said.findLastIndex(
      ({ text, buttons }) => buttons.includes(label) || numberOf(label, text) !== undefined,
    )
    const message = said[at]
    if (message === undefined) throw new Error(`Nothing in ${place} offers "${label}"`)
    if (message.buttons.length > 0) await venue.presses(place, who, at, label)
    else await venue.writes(place, who, numberOf(label, message.text) ?? "", "answers")
  }

  async function play(scene: Scene, remembered: Remembered): Promise<Remembered> {
    clock.pass(READS_MS)
    // What is said in one breath is said at one instant, however busy the machine.
    if (scene.acts.length > 1) clock.halt()
    for (const each of scene.acts) await act({ ...each, text: filled(each.text, remembered) })
    clock.go()
    if (scene.acts.length === 0) await unasked(scene)
    await quiet()
    if (calm) expect(alarms, "errors in the log").toEqual([])
    expect(venue.complaints(), "complaints of the platform").toEqual([])
    return compare(scene, remembered)
  }

  /** What nobody's words called forth comes when it comes; the comparison afterwards tells what is missing. */
  async function unasked(scene: Scene): Promise<void> {
    const places = [...new Set(scene.answers.map((answer) => answer.place))]
    const expected = (place: string) => scene.answers.filter((answer) => answer.place === place).length
    const look = () => places.every((place) => unread(place).length >= expected(place)) || undefined
    await bell.until("posts", look, UNASKED_MS).catch(() => {})
  }

  function compare(scene: Scene, before: Remembered): Remembered {
    let remembered = before
    const wanted: string[] = []
    const came: string[] = []
    for (const place of new Set([...scene.answers.map((answer) => answer.place), ...venue.places()])) {
      const patterns = scene.answers
        .filter((answer) => answer.place === place)
        .map((answer) => answer.pattern)
      const said = unread(place).map(({ text, picture }) => (picture === undefined ? text : `${text}\n🖼`))
      seen.set(place, venue.said(place).length)
      for (const [index, text] of said.entries()) {
        const found = patterns[index] === undefined ? undefined : fits(patterns[index], text, remembered)
        if (found !== undefined) remembered = { ...remembered, ...found }
        came.push(`[${place}] < ${found === undefined ? text : filled(patterns[index] ?? "", remembered)}`)
      }
      wanted.push(...patterns.map((pattern) => `[${place}] < ${filled(pattern, remembered)}`))
    }
    const after = scene.acts.map(({ place, who, text }) => `[${place}] > ${who}: ${truncate(text, 200)}`)
    expect([...after, ...came].join("\n")).toBe([...after, ...wanted].join("\n"))
    return remembered
  }

  if (options.dark !== true) await up()
  return {
    venue,
    fresh,
    adminCode: ADMIN_CODE,
    dataDir,
    clock,
    transcript: async (script, remembered = {}) => {
      let known = remembered
      for (const scene of readScript(script)) known = await play(scene, known)
      return known
    },
    down,
    up,
    breakStore: async () => {
      calm = false
      await fresh.pool.query("alter table handled_update rename to handled_update_away")
    },
    mendStore: async () => {
      await fresh.pool.query("alter table handled_update_away rename to handled_update")
    },
    quiet,
    unread,
    forget: (place) => void seen.delete(place),
    count: async (table) => {
      const { rows } = await fresh.pool.query<{ count: number }>(
        `select count(*)::integer as count from ${table}`,
      )
      return rows[0]?.count ?? 0
    },
    closingTime: async () => await runClosingJob(fresh.url),
    due: async (kind) => await runJob(fresh.url, kind),
    [Symbol.asyncDispose]: async () => await undo.disposeAsync(),
  }
}

async function venueOf<Kind extends VenueKind>(kind: Kind, options: StageOptions): Promise<Venues[Kind]> {
  const receives = options.receives ?? "polling"
  const makers: { readonly [K in VenueKind]: () => Promise<Venues[K]> } = {
    telegram: async () => await telegramVenue(receives, options.readsAll === true ? "reads_all" : undefined),
    zalo: async () => await zaloVenue(receives),
    web: async () => webVenue(),
    both: async () => twoVenues(await zaloVenue(receives), await telegramVenue(receives)),
  }
  return await makers[kind]()
}

function clockFrom(iso: string): Stage<Venue>["clock"] {
  let aheadMs = Date.parse(iso) - Date.now()
  let haltedAt: number | undefined
  return {
    now: () => haltedAt ?? Date.now() + aheadMs,
    halt: () => {
      haltedAt = Date.now() + aheadMs
    },
    go: () => {
      aheadMs = (haltedAt ?? Date.now() + aheadMs) - Date.now()
      haltedAt = undefined
    },
    set: (to) => {
      aheadMs = Date.parse(to) - Date.now()
    },
    pass: (ms) => {
      aheadMs += ms
    },
  }
}

async function prepare(
  fresh: FreshDatabase,
  venue: Venue,
  options: StageOptions,
  now: number,
): Promise<void> {
  if (options.federation !== "samples") {
    const today = localDate(now, ZONE)
    await importUnits(fresh.db, demoUnits(today), { dryRun: false, now, zone: ZONE })
    await applyCampaign(fresh.db, checkCampaign(demoCampaign(today)), now)
  }
  if (options.untouched !== true) {
    const officer = (who: PersonName) => ({ account: venue.account(who), name: nameOf(who) })
    await addDemoPerson(fresh.db, { ...officer("Chi"), unitCode: DEMO_ROOT, role: "officer" }, now)
    await addDemoPerson(fresh.db, { ...officer("Dung"), unitCode: "KCN-01", role: "support" }, now)
    await linkGroup(fresh, venue, "Nhóm TNG", "KCN-01", now)
    await linkGroup(fresh, venue, "Nhóm tỉnh", DEMO_ROOT, now)
  }
  for (const who of options.known ?? []) await addMember(fresh, venue, who, now)
}

/** Links `group` to a unit, as an officer did at `now`. */
export async function linkGroup(
  { db }: FreshDatabase,
  venue: Venue,
  group: string,
  unitCode: string,
  now: number,
): Promise<void> {
  await addDemoGroup(db, { chat: venue.chat(group), bot: venue.bot, title: group, unitCode }, now)
}

async function addMember({ db }: FreshDatabase, venue: Venue, who: PersonName, now: number): Promise<void> {
  const unit = await db.selectFrom("unit").select("id").where("code", "=", "KCN-01").executeTakeFirstOrThrow()
  const [id, name, at, account] = [newId(), nameOf(who), new Date(now), venue.account(who)]
  await db.insertInto("person").values({ id, name, unit_id: unit.id, created_at: at }).execute()
  await db.insertInto("account").values({ id: account, person_id: id, name, created_at: at }).execute()
  await db
    .insertInto("consent")
    .values({
      person_id: id,
      purpose: "records",
      version: CONSENT_VERSION,
      granted: true,
      at,
      chat_id: venue.chat(`riêng ${who}`),
      account_id: account,
    })
    .execute()
}

/** Rings whenever the outbox changes, by the database's own word. */
async function outboxBell(fresh: FreshDatabase, undo: AsyncDisposableStack) {
  await fresh.pool.query(`
    create function stage_ring() returns trigger language plpgsql as $$
      begin perform pg_notify('stage', ''); return null; end $$;
    create trigger stage_ring after insert or update on outbox for each statement execute function stage_ring()`)
  const bell = createBell()
  const listener = new pg.Client({ connectionString: fresh.url })
  await listener.connect()
  undo.defer(async () => await listener.end())
  listener.on("notification", bell.ring)
  await listener.query("listen stage")
  return bell
}

/** BullMQ keeps the real time, so the closing's scheduler cannot be made to wait: its job is done once more, now. */
async function runClosingJob(url: string): Promise<void> {
  await withQueues(url, async (queues) => {
    const closings = async () =>
      (await queues.clock.getJobSchedulers()).filter(({ name }) => name === "weekly-tally")
    await vi.waitFor(
      async () => expect(await closings()).toMatchObject([{ pattern: "0 16 * * 5", tz: ZONE }]),
      // A busy machine takes its time to start a house.
      { timeout: 40_000 },
    )
    for (const { name, template } of await closings()) {
      if (template?.data !== undefined) await queues.clock.add(name, template.data)
    }
  })
}

async function runJob(url: string, kind: string): Promise<void> {
  await withQueues(url, async (queues) => void (await queues.clock.add(kind, { kind, id: kind })))
}

async function withQueues(url: string, act: (queues: Queues) => Promise<void>): Promise<void> {
  const pool = openPool(url, { startOptions: "-c search_path=bullmq", max: 5 })
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const queues = await openQueues({ redisUrl: undefined, pool, log })
  try {
    await act(queues)
  } finally {
    await queues.close()
    await pool.end()
  }
}

function numberOf(label: string, text: string): string | undefined {
  const line = text.split("\n").find((each) => each.replace(/^\d+\. /, "") === label && /^\d+\. /.test(each))
  return line === undefined ? undefined : /^\d+/.exec(line)?.[0]
}
