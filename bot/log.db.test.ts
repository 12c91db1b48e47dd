import pg from "pg"
import { expect, test } from "vitest"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import { localDate } from "../core/clock.ts"
import { applyCampaign } from "../db/campaign/campaign.ts"
import { addDemoGroup } from "../db/campaign/demo.ts"
import { importUnits } from "../db/campaign/unit.ts"
import { type FreshDatabase, freshDatabase } from "../db/testing.ts"
import { createLog } from "./log.ts"
import { startHouse } from "./main.ts"
import { readSettings } from "./settings.ts"
import { createBell } from "./transcripts/bell.ts"
import { type TelegramVenue, telegramVenue } from "./transcripts/telegram-venue.ts"
import { nameOf, type Venue } from "./transcripts/venue.ts"
import { webVenue } from "./transcripts/web-venue.ts"
import { type ZaloVenue, zaloVenue } from "./transcripts/zalo-venue.ts"

const ADMIN_CODE = "7F3K-9QXM-2WTA"
const WEBHOOK_SECRET = "secret-of-the-webhooks-0123456789"
const TITLE = "Cải tiến cữ gá may túi hộp"

/** A log that is read while it is written. */
function aLog() {
  const bell = createBell()
  let written = ""
  const log = createLog("trace", {
    write: (line) => {
      written += line
      bell.ring()
    },
  })
  const until = (text: string) =>
    bell.until(`"${text}" in the log`, () => written.includes(text) || undefined)
  return { log, until, written: () => written }
}

/** What must not be found in any line, with the form it takes in an address. */
function secretsOf(venue: Venue, databaseUrl: string): readonly string[] {
  const { TELEGRAM_BOT_TOKENS = "", ZALO_BOT_TOKENS = "" } = venue.environment
  const tokens = [TELEGRAM_BOT_TOKENS, ZALO_BOT_TOKENS].filter((token) => token !== "")
  const secrets = [
    ...tokens.map((token) => token.replace(/^\d+:/, "")),
    WEBHOOK_SECRET,
    ADMIN_CODE,
    new URL(databaseUrl).password,
    nameOf("An"),
    nameOf("Chi"),
    TITLE,
    "cũ rồi nhé",
  ]
  return secrets.flatMap((secret) => [secret, encodeURIComponent(secret)])
}

const VENUES: Readonly<Record<string, () => Promise<Venue>>> = {
  telegram: () => telegramVenue("polling", "reads_all"),
  "telegram, webhook": () => telegramVenue("webhook", "reads_all"),
  zalo: () => zaloVenue("polling"),
  web: async () => webVenue(),
}

test.each(Object.keys(VENUES))(
  "no line of the log tells a name, a text or a secret (%s)",
  { timeout: 120_000 },
  async (kind) => {
    await using fresh = await freshDatabase()
    await using undo = new AsyncDisposableStack()
    const venue = (await VENUES[kind]?.()) as Venue
    undo.defer(venue.close)
    const { log, until, written } = aLog()
    const settings = readSettings({
      DATABASE_URL: fresh.url,
      PORT: "0",
      ADMIN_CODE,
      WEBHOOK_SECRET,
      LOG_LEVEL: "trace",
      ...venue.environment,
    })
    await prepare(fresh, venue)
    const pace = { perChatPerSecond: 1_000, perBotPerSecond: 1_000 }
    const house = await startHouse(settings, { log, now: Date.now, pace })
    undo.defer(house.stop)
    await venue.opened(house.address)

    await venue.writes("riêng Chi", "Chi", `mã ${ADMIN_CODE}`)
    await venue.writes("Nhóm TNG", "An", `${venue.mention} đăng ký: ${TITLE}, làm lợi 120tr/năm`)
    await venue.writes("Nhóm TNG", "An", "máy này cũ rồi nhé")

    // PostgreSQL tells the whole row that it refuses: title and author here.
    await fresh.pool.query("alter table initiative add constraint nobody check (number < 0)")
    await venue.writes("Nhóm TNG", "An", `${venue.mention} 1`, "answers")
    await until("could not be stored")
    await fresh.pool.query("alter table initiative drop constraint nobody")

    await troubled(venue, until)
    await house.stop()
    const lines = written().split("\n")
    for (const secret of secretsOf(venue, fresh.url)) {
      expect(
        lines.filter((line) => line.normalize("NFC").includes(secret)),
        secret,
      ).toEqual([])
    }
  },
)

async function prepare({ db }: FreshDatabase, venue: Venue): Promise<void> {
  const now = Date.now()
  const today = localDate(now, "Asia/Ho_Chi_Minh")
  await importUnits(db, demoUnits(today), { dryRun: false, now, zone: "Asia/Ho_Chi_Minh" })
  await applyCampaign(db, checkCampaign(demoCampaign(today)), now)
  const group = { chat: venue.chat("Nhóm TNG"), bot: venue.bot, title: "Nhóm TNG", unitCode: "KCN-01" }
  await addDemoGroup(db, group, now)
}

/** The platform refuses, breaks off and talks nonsense while the bot answers. */
async function troubled(venue: Venue, until: (text: string) => Promise<unknown>): Promise<void> {
  if (venue.kind === "telegram") {
    const { double } = venue as TelegramVenue
    const description = "Bad Request: not enough rights to send text messages to the chat"
    double.fails("sendMessage", {
      kind: "answer",
      status: 400,
      body: { ok: false, error_code: 400, description },
    })
    await venue.writes("riêng Chi", "Chi", "tiến độ")
    await until("the platform refuses a message")
    double.fails("sendMessage", { kind: "drop" })
    await venue.writes("riêng Chi", "Chi", "tiến độ")
    await until("not delivered, to be tried again")
  }
  if (venue.kind === "zalo") {
    const { double } = venue as ZaloVenue
    double.fail("sendMessage", "cut_before")
    await venue.writes("riêng Chi", "Chi", "tiến độ")
    await until("not delivered, to be tried again")
  }
}

test("an error is told without what PostgreSQL quotes of the row, causes and parts included", () => {
  let written = ""
  const log = createLog("info", {
    write: (line) => {
      written += line
    },
  })
  const refused = new pg.DatabaseError('invalid input syntax for type date: "hôm qua"', 0, "error")
  refused.code = "22007"
  refused.detail = "Failing row contains (Nguyễn Văn An)."
  refused.where = "unnamed portal parameter $1 = 'Nguyễn Văn An'"
  refused.table = "person"
  const failed = new Error("not stored", { cause: new AggregateError([refused], "two ways") })
  log.error({ err: failed }, "failed")
  log.error({ error: refused }, "failed")
  expect(written).not.toMatch(/hôm qua|Nguyễn Văn An/)
  for (const line of written.trim().split("\n")) {
    expect(line).toContain('"table":"person"')
    expect(line).toContain("22007")
    expect(line).toContain("invalid input syntax for type date")
    expect(line).toContain("log.db.test.ts")
  }
})
