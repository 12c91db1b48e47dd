import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { join, relative } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { sql } from "kysely"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { cliOn, SAMPLES } from "../../bot/cli/testing.ts"
import { webhookSecret } from "../first-start.ts"
import { isMigrated, migrator } from "../migrate.ts"
import { operatorStore } from "../operator-store.ts"
import { openSeal, rotateKey } from "../seal/encryption.ts"
import { openDatabase, openPool } from "../server/connection.ts"
import { testFolder } from "../test-folder.ts"
import { filledDatabase, freshDatabase } from "../testing.ts"
import { backups, writeBackup } from "./backup.ts"
import { type BackupSource, ROWS_AT_ONCE } from "./contents.ts"
import { checkBackupFile, writeBackupFile } from "./file.ts"
import { restoreBackup } from "./restore.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const NOW = Date.parse("2026-11-22T10:00:00+07:00")

async function aFolder(): Promise<string> {
  const folder = await testFolder("backup")
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

type House = AsyncDisposable & BackupSource & { readonly cli: ReturnType<typeof cliOn> }

/** A database, empty unless another is given, and a data folder of its own. */
async function aHouse(database = freshDatabase()): Promise<House> {
  const fresh = await database
  const source = { db: fresh.db, pool: fresh.pool, dataDir: await aFolder() }
  const cli = cliOn(operatorStore(fresh.db, ZONE), {
    backups: backups(
      async () => source,
      () => NOW,
    ),
  })
  return { ...source, cli, [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose]() }
}

/** A house with something in every table and every folder. All of them are alike, to the last id. */
async function aFullHouse(): Promise<House> {
  return await withFiles(await aHouse(filledDatabase("backup", fill)))
}

/** The same house with something in every folder. */
async function withFiles(house: House): Promise<House> {
  const inside = (...path: readonly string[]) => join(house.dataDir, ...path)
  for (const folder of ["files", "files/2026", "wording", "forms"]) await mkdir(inside(folder))
  await writeFile(inside("files", "2026", "bản vẽ.png"), Buffer.alloc(600_000, "ảnh"))
  await writeFile(inside("files", "empty.txt"), "")
  await writeFile(inside("wording", "tinh.ftl"), "welcome = Cảm ơn đồng chí.\n")
  await writeFile(inside("forms", "don.docx"), Buffer.from([0x50, 0x4b, 0, 0xff]))
  return house
}

/** A full house in which something happened that no other knows of. */
async function aFullHouseOfItsOwn(): Promise<House> {
  const house = await aFullHouse()
  await house.db.insertInto("setting").values({ key: "own", value: "x" }).execute()
  await house.db.updateTable("person").set({ name: "Khác" }).execute()
  return house
}

const [AN = "", BINH = "", CHI = "", DUNG = ""] = [1, 2, 3, 4].map(
  (n) => `00000000-0000-7000-8000-00000000000${n}`,
)

/** One row of each table that the sample files do not fill, with the values that are the hardest to carry. */
const HARD_ROWS = [
  "insert into setting values ('webhook_secret', 'kept-and-secret')",
  `insert into person select '00000000-0000-7000-8000-000000000001', E'Tên "lạ"\\t\\\\N \\u2028 , {NULL} 🧵', id,
    '2026-11-22 03:00:00.123456+00' from unit limit 1`,
  "insert into account values ('web:an', '00000000-0000-7000-8000-000000000001', 'An', null, null, now())",
  "insert into document values ('k', 'dữ liệu.txt', 'text/plain', '\\x00ff0a22', null, now())",
  "insert into account_code values ('hash', '00000000-0000-7000-8000-000000000001', now(), now())",
  `insert into data_request (id, number, name, kind, words, chat_id, bot_id, received_at, due_on, state)
    values (gen_random_uuid(), 7, 'An', 'other', E'hai\\ndòng', 'web:a', 'web:local', now(), '2026-12-01', 'open')`,
  "insert into wrong_code (account_id, at) values ('web:b', now())",
  "insert into erasure values ('00000000-0000-7000-8000-00000000000e', now())",
  `insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
    values ('00000000-0000-7000-8000-000000000001', 'records', '1', true, now(), 'web:a', 'web:an')`,
  `insert into role_grant select gen_random_uuid(), '00000000-0000-7000-8000-000000000001', id, 'officer', null, now(), null
    from unit limit 1`,
  "insert into invitation values (gen_random_uuid(), 'hash', 'admin', null, null, now(), '9999-12-31', null, null)",
  `insert into officer_action (at, person_id, action, subject)
    values ('infinity', '00000000-0000-7000-8000-000000000001', 'x', '{"so": 12345678901234567890.10, "null": null}')`,
  "insert into chat (id, bot_id, kind, title, created_at) values ('web:a', 'web:local', 'group', '', now())",
  "insert into conversation values ('web:a', 'web:an', 3, 'null', now()), ('web:a', 'web:b', 1, null, now())",
  "insert into handled_update values ('telegram:1:1', now())",
  `insert into unit_target select campaign.id, unit_id, 'pledged', 'gd1', '2022-01-01', 5, null, null, now() from campaign`,
  `insert into emulation_mark (campaign_id, unit_id, period, criterion, points, at)
    select campaign.id, unit_id, 'gd1', 'ke-hoach', 7.5, now() from campaign`,
  "insert into unit_alias select id, 'ten cu', 'Tên cũ' from unit limit 1",
  "insert into bot_budget (bot_id, full_at, interval_ms) values ('telegram:1', now(), 34.5)",
  `insert into chat_budget values ('web:a', now(), '{"sentAt": [1.5]}')`,
  "insert into message_ledger values ('zalo:1', '2026-11', 2400)",
  "insert into kept_update values ('zalo:1', 'zalo:1', '[1, \"hai\", {}]', now())",
  `insert into outbox (chat_id, bot_id, kind, content, dedupe_key, due_at, created_at)
    values ('web:a', 'web:local', 'post', '{"text": "hai\\ndòng"}', 'tally:1', now(), now())`,
  "insert into milestone select id, 'reached:gd1:đơn vị', now() from campaign",
  "insert into picture (key, png, alt, expires_at) values ('k', '\\x00ff0a22', 'hình', now())",
  `insert into reminder select '00000000-0000-7000-8000-000000000003', 3, campaign.id, campaign.unit_id, campaign.unit_id,
    'short', '{"kind": "now"}', E'hai\\ndòng', 'standing', now(), 'web:a', 'web:local',
    '00000000-0000-7000-8000-000000000001', now(), now() from campaign limit 1`,
  `insert into reminder_told select '00000000-0000-7000-8000-000000000003', unit_id, now(), 1, false from campaign limit 1`,
  "insert into scheduled_post values ('web:a', '2026-11-22')",
  `insert into tally_snapshot select gen_random_uuid(), campaign.id, campaign.unit_id, 'week', now(), now(), '{}', now()
    from campaign`,
  `insert into initiative (id, number, federation_id, campaign_id, unit_id, status, title, title_key, author_name, registered_at,
    created_at, confidential, words, indexed) select '00000000-0000-7000-8000-000000000002', 900000, unit_id, id, unit_id,
    'registered', 'Gá', 'ga', 'Bình', now(), now(), true, '{1,-2147483648}', true from campaign`,
  "insert into waiting_file values (gen_random_uuid(), 'web:local', 'web:a', 'web:an', '{}', 'a', 1, now(), now())",
  `insert into attachment values ('00000000-0000-7000-8000-000000000002', 'ab', 'bản vẽ.png', 'image/png', 600000, null, now())`,
  `insert into co_author values (gen_random_uuid(), '00000000-0000-7000-8000-000000000002', null, 'Chi', 33.3, 'accepted',
    '00000000-0000-7000-8000-000000000001', 'web:a', 'web:local', now(), now())`,
  `insert into adoption select '00000000-0000-7000-8000-000000000002', id, '00000000-0000-7000-8000-000000000001', now()
    from unit limit 1`,
]

const SAMPLE_FILES = [
  ["campaign", "apply", join(SAMPLES, "campaign.yaml")],
  ["units", "import", join(SAMPLES, "units.csv")],
] as const

/** The first twenty rows of the sample history as a sheet of their own. */
async function history(): Promise<readonly ["initiatives", "import", string]> {
  const lines = (await readFile(join(SAMPLES, "history-2022.csv"), "utf8")).split("\n")
  const file = join(await aFolder(), "history.csv")
  await writeFile(file, `${lines.slice(0, 21).join("\n")}\n`)
  return ["initiatives", "import", file]
}

async function fill({ db }: Pick<BackupSource, "db">): Promise<void> {
  const cli = cliOn(operatorStore(db, ZONE))
  for (const words of SAMPLE_FILES) {
    expect(await cli(...words), words.join(" ")).toMatchObject({ exit: 0 })
  }
  for (const statement of HARD_ROWS) await sql.raw(statement).execute(db)
}

/** Every row of every table as PostgreSQL prints it, sorted. */
async function contentsOf({ db }: Pick<BackupSource, "db">): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'`.execute(db)
  const contents: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select each::text as row from ${sql.table(name)} as each order by 1`.execute(db)
    contents[name] = rows.map(({ row }) => row)
  }
  return contents
}

/** Every file of the data folder, by its name there. */
async function filesOf({ dataDir }: Pick<BackupSource, "dataDir">): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(dataDir, { withFileTypes: true, recursive: true })
  const paths = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const read = async (path: string) => [relative(dataDir, path), await readFile(path, "base64")] as const
  return new Map(await Promise.all(paths.sort().map(read)))
}

/** What the schema is made of, for telling whether anything was lost on the way. */
async function schemaOf({ db }: Pick<BackupSource, "db">): Promise<unknown> {
  const { rows } = await sql`
    select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
    union all
    select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
    order by 1, 2, 3`.execute(db)
  return rows
}

describe("the round trip", () => {
  test("brings back every row, constraint, sequence, attachment, sentence and form of our own", async () => {
    await using from = await aFullHouse()
    await using to = await aHouse()
    expect(await from.cli(...(await history()))).toMatchObject({ exit: 0 })
    // More than are written at once.
    await sql`insert into handled_update select 'telegram:2:' || n, now() from generate_series(1, ${sql.lit(ROWS_AT_ONCE + 1)}) n`.execute(
      from.db,
    )
    const file = join(await aFolder(), "a.backup")
    const saved = await from.cli("backup", file, "--json")
    const before = await contentsOf(from)
    expect(saved).toMatchObject({ exit: 0, err: [] })
    expect(JSON.parse(saved.out[0] ?? "")).toMatchObject({
      file,
      madeAt: "2026-11-22T10:00:00+07:00",
      rows: Object.values(before).flat().length,
      files: 4,
    })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])

    expect(await to.cli("restore", file)).toMatchObject({ exit: 0, err: [] })
    expect(await contentsOf(to)).toEqual(before)
    expect(await schemaOf(to)).toEqual(await schemaOf(from))
    expect(await filesOf(to)).toEqual(await filesOf(from))
    expect((await filesOf(to)).size).toBe(4)
    expect((await readdir(to.dataDir)).sort()).toEqual(["files", "forms", "wording"])

    const next = async ({ db }: BackupSource) => {
      const number = await sql`select nextval('initiative_number')`.execute(db)
      const event =
        await sql`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
        select person_id, purpose, version, granted, at, chat_id, account_id from consent returning id`.execute(
          db,
        )
      return [number.rows, event.rows]
    }
    expect(await next(to)).toEqual(await next(from))
  })

  test("a change made while a backup is written is in it as a whole or not at all", async () => {
    await using from = await aFullHouse()
    const before = await contentsOf(from)
    const file = join(await aFolder(), "a.backup")
    const writing = await from.db.transaction().execute(async (change) => {
      await sql`lock table unit_headcount in access exclusive mode`.execute(change)
      const writing = writeBackup(from, file, NOW)
      await waitForLock(from)
      // One table that is written already and one that is not.
      await sql`delete from tally_snapshot`.execute(change)
      await sql`delete from unit_headcount`.execute(change)
      return { done: writing }
    })
    expect(await writing.done).toMatchObject({ rows: Object.values(before).flat().length })
  })
})

test("who was erased is erased again when they come back: by the ledger, here or in the backup, or by the journal", async () => {
  await using from = await aHouse()
  await using to = await aHouse()
  for (const [id, name] of [
    [AN, "Nguyễn Văn An"],
    [BINH, "Trần Thị Bình"],
    [CHI, "Lê Thị Chi"],
    [DUNG, "Ma Văn Dũng"],
  ]) {
    await sql`insert into person (id, name, created_at) values (${id}, ${name}, now())`.execute(from.db)
    await sql`insert into account (id, person_id, name, created_at) values (${`web:${id}`}, ${id}, ${name}, now())`.execute(
      from.db,
    )
  }
  await from.db
    .insertInto("erasure")
    .values({ person_id: CHI, at: new Date(NOW) })
    .execute()
  await to.db
    .insertInto("erasure")
    .values({ person_id: AN, at: new Date(NOW) })
    .execute()
  const folder = await aFolder()
  const [file, journal] = [join(folder, "a.backup"), join(folder, "journal")]
  await writeBackup(from, file, NOW)
  await writeFile(
    journal,
    `Nov 27 01:00:00 vm npm[7]: {"level":40,"person":"${BINH}","msg":"a person was erased"}\n`,
  )
  const restore = async (erased: string) => await to.cli("restore", file, "--force", "--erased", erased)
  expect(await restore(join(folder, "none"))).toMatchObject({ exit: 1 })
  expect(await restore(journal)).toMatchObject({ exit: 0 })
  const people = await to.db.selectFrom("person").select(["id", "name"]).orderBy("id").execute()
  expect(people).toEqual([
    { id: AN, name: "(ẩn danh)" },
    { id: BINH, name: "(ẩn danh)" },
    { id: CHI, name: "(ẩn danh)" },
    { id: DUNG, name: "Ma Văn Dũng" },
  ])
  expect(await to.db.selectFrom("account").select("person_id").execute()).toEqual([{ person_id: DUNG }])
  const ledger = await to.db.selectFrom("erasure").select("person_id").orderBy("person_id").execute()
  expect(ledger.map(({ person_id }) => person_id)).toEqual([AN, BINH, CHI])
})

test("a key that is a file of ours comes back with what it sealed; one that is a setting is not in the backup", async () => {
  await using from = await aHouse()
  await using to = await aHouse()
  const places = (house: BackupSource, ...encryptionKeys: string[]) => ({
    databaseUrl: undefined,
    dataDir: house.dataDir,
    encryptionKeys,
  })
  await sql.raw("insert into setting values ('webhook_secret', 'kept-and-secret')").execute(from.db)
  await openSeal(places(from), from)
  const file = join(await aFolder(), "a.backup")
  await writeBackup(from, file, NOW)
  const own = await openSeal(places(to), to)
  await restoreBackup(to, file, { force: true })
  expect(await webhookSecret(to.db, await openSeal(places(to), to))).toBe("kept-and-secret")
  // The key that was there first is the newest one still, and takes over when it is asked to.
  await rotateKey(places(to), to)
  expect(await openSeal(places(to), to)).toMatchObject({ name: (own as unknown as { name: string }).name })

  const setting = "x".repeat(43)
  await rotateKey(places(from, setting), from)
  await writeBackup(from, file, NOW)
  expect(gunzipSync(await readFile(file)).toString()).not.toContain('"keys"')
})

test("a backup of an older version is upgraded on the way", async () => {
  await using from = await aHouse()
  await using to = await aHouse()
  await sql`drop schema public cascade`.execute(from.db)
  await sql`create schema public`.execute(from.db)
  const [first] = await migrator(from.db).getMigrations()
  await migrator(from.db).migrateTo(first?.name ?? "")
  await sql`insert into setting values ('webhook_secret', 'kept')`.execute(from.db)
  const file = join(await aFolder(), "a.backup")
  expect(await writeBackup(from, file, NOW)).toMatchObject({ migrations: [first?.name], rows: 1 })

  await restoreBackup(to, file, { force: false })
  expect(await contentsOf(to)).toMatchObject(await contentsOf(from))
  expect(await isMigrated(to.db)).toBe(true)
  await using fresh = await freshDatabase()
  expect(await schemaOf(to)).toEqual(await schemaOf(fresh))
})

test("a backup of format 1 brings back its attachments, and leaves what it knew nothing of", async () => {
  await using house = await withFiles(await aHouse())
  const file = join(await aFolder(), "a.backup")
  await writeBackup(house, file, NOW)
  const before = await filesOf(house)
  await rewrite(file, (lines) =>
    lines
      .filter((line, place) => !`${lines[place - 1]}${line}`.match(/"file":"(?:forms|wording)/))
      .map((line) => line.replace('"format":2', '"format":1').replace('{"file":"files/', '{"file":"')),
  )
  expect(await house.cli("restore", file, "--force")).toMatchObject({ exit: 0 })
  expect(await filesOf(house)).toEqual(before)
})

describe("what is there already", () => {
  test("is not lost without --force, and is gone with it", async () => {
    await using from = await aFullHouse()
    await using to = await aFullHouseOfItsOwn()
    const file = join(await aFolder(), "a.backup")
    await writeBackup(from, file, NOW)
    await writeFile(join(to.dataDir, "files", "later.png"), "x")
    await writeFile(join(to.dataDir, "wording", "later.ftl"), "x")
    const before = await contentsOf(to)

    const refused = await to.cli("restore", file)
    expect(refused).toMatchObject({ exit: 1, out: [] })
    expect(refused.err).toEqual([expect.stringMatching(/account.* unit.*files.*forms.*wording.*--force/)])
    expect(await contentsOf(to)).toEqual(before)

    expect(await to.cli("restore", file, "--force")).toMatchObject({ exit: 0, err: [] })
    expect(await contentsOf(to)).toEqual(await contentsOf(from))
    expect(await filesOf(to)).toEqual(await filesOf(from))
  })

  test("is safe from a restore while another process of ours uses it", async () => {
    await using from = await aHouse()
    const file = join(await aFolder(), "a.backup")
    await writeBackup(from, file, NOW)
    const bot = openPool(String(from.pool.options.connectionString))
    onTestFinished(() => bot.end())
    await bot.query("select 1")
    await expect(restoreBackup(from, file, { force: true })).rejects.toThrow(/The bot .* uses this database/)
  })

  test("stays when a restore fails at its last row", async () => {
    await using from = await aFullHouse()
    await using to = await aFullHouseOfItsOwn()
    const file = join(await aFolder(), "a.backup")
    await writeBackup(from, file, NOW)
    await rewrite(file, (lines) =>
      lines.toSpliced(-1, 0, '{"table":"unit_headcount","columns":["members"]}', '["x"]'),
    )
    const before = await contentsOf(to)
    const schema = await schemaOf(to)
    await expect(restoreBackup(to, file, { force: true })).rejects.toThrow(/integer/)
    expect(await contentsOf(to)).toEqual(before)
    expect(await schemaOf(to)).toEqual(schema)
    expect((await readdir(to.dataDir)).sort()).toEqual(["files", "forms", "wording"])
    // The sequence as well: a number must not be given twice.
    expect(await to.cli(...(await history()))).toMatchObject({ exit: 0 })
  })
})

describe("a file that is not right", () => {
  const refusals: readonly [string, (whole: Buffer) => Buffer, RegExp][] = [
    ["empty", () => Buffer.alloc(0), /damaged or cut off/],
    ["something else", () => Buffer.from("PK\x03\x04"), /damaged or cut off/],
    ["another program's", () => gzipSync("{}\n"), /is no backup of this program/],
    ["cut off in the middle", (whole) => whole.subarray(0, whole.length / 2), /its end is missing/],
    ["cut off by one byte", (whole) => whole.subarray(0, -1), /its end is missing/],
    ["cut off between two lines", (whole) => zip(linesIn(whole).slice(0, -1)), /its end is missing/],
    ["with one bit turned", (whole) => turned(whole), /damaged or cut off/],
    [
      "altered and compressed again",
      (whole) => gzipSync(gunzipSync(whole).toString().replace("web:an", "web:am")),
      /its checksum is wrong/,
    ],
    ["longer than its end", (whole) => zip([...linesIn(whole), "[]"]), /something follows its end/],
    [
      "of a newer format",
      (whole) => gzipSync(gunzipSync(whole).toString().replace('"format":2', '"format":3')),
      /newer version.*Upgrade/,
    ],
    [
      "of a newer schema",
      (whole) =>
        signed(linesIn(whole).with(0, (linesIn(whole)[0] ?? "").replace("]", ',"2999-01-01-0000-new"]'))),
      /newer version.*2999-01-01-0000-new.*Upgrade/,
    ],
    ...["files/../../evil.sh", "evil.sh", "encryption-key", "postgres/pg_hba.conf", "wording"].map(
      (name): [string, (whole: Buffer) => Buffer, RegExp] => [
        `with a file that would leave its folder, ${name}`,
        (whole) => signed(linesIn(whole).toSpliced(-1, 0, JSON.stringify({ file: name }), '["eA=="]')),
        /forbidden name/,
      ],
    ),
  ]

  test("is refused in one line, and everything stays as it was", async () => {
    await using house = await aHouse()
    const folder = await aFolder()
    const file = join(folder, "a.backup")
    await sql.raw("insert into conversation values ('web:a', 'web:an', 3, 'null', now())").execute(house.db)
    await writeBackup(house, file, NOW)
    const whole = await readFile(file)
    const before = await contentsOf(house)
    for (const [name, spoil, reason] of refusals) {
      await writeFile(file, spoil(whole))
      const { exit, out, err } = await house.cli("restore", file, "--force")
      expect({ exit, out, lines: err.length }, name).toEqual({ exit: 1, out: [], lines: 1 })
      expect(err[0], name).toMatch(reason)
      expect(await contentsOf(house), name).toEqual(before)
    }
    expect(await readdir(house.dataDir)).toEqual([])
    await writeFile(file, whole)
    await expect(checkBackupFile(file)).resolves.toMatchObject({ rows: 1 })
  })

  test("is no file at all: the name is told and no store is opened", async () => {
    const opened = vi.fn<() => Promise<BackupSource>>()
    const cli = cliOn(operatorStore(openDatabase(openPool("postgres://nobody@127.0.0.1:9/none")), ZONE), {
      backups: backups(opened, () => NOW),
    })
    const missing = join(await aFolder(), "missing.backup")
    const { exit, err } = await cli("restore", missing)
    expect([exit, err]).toEqual([1, [`${missing} cannot be read (ENOENT). Is the name right?`]])
    expect(opened).not.toHaveBeenCalled()
  })

  test("is not left behind by a backup that cannot be written", async () => {
    await using house = await aHouse()
    const folder = await aFolder()
    const { exit, err } = await house.cli("backup", join(folder, "no", "a.backup"))
    expect([exit, err]).toEqual([1, [expect.stringContaining("cannot be written (ENOENT)")]])
    const locked = async function* (): AsyncGenerator<never> {
      await stat(join(folder, "forms", "own.docx"))
      yield* []
    }
    await expect(
      writeBackupFile(join(folder, "a.backup"), { madeAt: NOW, migrations: ["x"] }, locked()),
    ).rejects.toThrow(`${join(folder, "forms", "own.docx")} cannot be read (ENOENT)`)
    await sql`alter table outbox rename to gone`.execute(house.db)
    const file = join(folder, "a.backup")
    await writeFile(file, "yesterday's")
    await mkdir(`${file}.unfinished`)
    expect((await house.cli("backup", file)).exit).toBe(1)
    expect(await readFile(file, "utf8")).toBe("yesterday's")
  })
})

async function waitForLock({ db }: Pick<BackupSource, "db">): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and not granted`.execute(db)
    if (rows.length > 0) return
  }
}

function linesIn(whole: Buffer): string[] {
  return gunzipSync(whole).toString("utf8").trimEnd().split("\n")
}

function zip(lines: readonly string[]): Buffer {
  return gzipSync(`${lines.join("\n")}\n`)
}

/** The lines with counts and checksum as somebody would make them who knows how. */
function signed(lines: readonly string[]): Buffer {
  const body = lines.slice(0, -1)
  const files = body.filter((line) => line.startsWith('{"file"')).length
  let counted = false
  let rows = 0
  for (const line of body) {
    if (line.startsWith("{")) counted = line.startsWith('{"table"')
    else if (counted) rows += 1
  }
  const sha256 = createHash("sha256")
    .update(`${body.join("\n")}\n`)
    .digest("hex")
  return zip([...body, JSON.stringify({ end: { rows, files }, sha256 })])
}

function turned(whole: Buffer): Buffer {
  const copy = Buffer.from(whole)
  const at = Math.floor(copy.length / 2)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

async function rewrite(file: string, change: (lines: readonly string[]) => readonly string[]): Promise<void> {
  await writeFile(file, signed(change(linesIn(await readFile(file)))))
}
