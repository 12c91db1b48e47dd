import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { demoCampaign } from "../../core/campaign/demo.ts"
import { EXPORT_FIELDS, recordColumns } from "../../core/export/fields.ts"
import { createWording } from "../../core/messages/wording.ts"
import { operatorStore } from "../../db/operator-store.ts"
import { exportRecords } from "../../db/tally/export.ts"
import { type FreshDatabase, freshDatabase } from "../../db/testing.ts"
import { writeTable } from "./sheet.ts"
import { cliOn, SAMPLES } from "./testing.ts"

const HEADING =
  "id,unit,title,author,sector,benefit,registered_at,recognized_at,on_portal_at,portal_code,Ghi chú\n"
const counters = z.object({
  counters: z.record(z.string(), z.object({ total: z.number(), delta: z.number() })),
  corrections: z.number(),
})

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function campaignOn(fresh: FreshDatabase) {
  const store = operatorStore(fresh.db, "Asia/Ho_Chi_Minh")
  const cli = cliOn(store)
  await cli("campaign", "apply", join(SAMPLES, "campaign.yaml"))
  await cli("units", "import", join(SAMPLES, "units.csv"))
  const importing = async (rows: string, ...words: string[]) =>
    cli("initiatives", "import", await file("in.csv", HEADING + rows), ...words)
  const totals = async (at: string, ...words: string[]) => {
    const { out } = await cli("tally", "--json", "--period", "campaign", "--at", at, ...words)
    const parsed = counters.parse(JSON.parse(out[0] ?? ""))
    return ["registered", "recognized", "onPortal"].map((name) => parsed.counters[name]?.total)
  }
  return { store, cli, importing, totals }
}

test("a campaign before its units makes an empty root and says so; units before the campaign are found", async () => {
  await using one = await freshDatabase()
  const first = cliOn(operatorStore(one.db, "Asia/Ho_Chi_Minh"))
  const applied = await first("campaign", "apply", join(SAMPLES, "campaign.yaml"))
  expect(applied.out[1]).toContain("LDLD-TN was unknown and stands now as an empty root")
  expect((await first("units", "import", join(SAMPLES, "units.csv"))).out).toEqual([
    "units: 148 new, 1 changed, 0 unchanged, 0 bad",
  ])
  await using two = await freshDatabase()
  const second = cliOn(operatorStore(two.db, "Asia/Ho_Chi_Minh"))
  await second("units", "import", join(SAMPLES, "units.csv"))
  expect((await second("campaign", "apply", join(SAMPLES, "campaign.yaml"))).out).toEqual([
    "Campaign 1tsk: created.",
  ])
  const listed = async (cli: typeof first) => (await cli("units", "list", "--json")).out
  expect(await listed(first)).toEqual(await listed(second))
  const units: unknown = JSON.parse((await listed(first))[0] ?? "")
  expect(units).toContainEqual({
    code: "TP-TN-01",
    name: "CĐCS Trung tâm Dịch vụ Túc Duyên",
    parent: "TP-TN",
    level: "grassroots",
    members: 467,
    workers: 51,
  })
})

test("the demo's campaign stands back as soon as there is another: imports and tallies are about that one", async () => {
  await using fresh = await freshDatabase()
  const store = operatorStore(fresh.db, "Asia/Ho_Chi_Minh")
  const cli = cliOn(store)
  await store.applyCampaign(
    checkCampaign(demoCampaign("2026-11-22")),
    Date.parse("2026-11-22T09:00:00+07:00"),
  )
  expect((await cli("tally", "--json")).exit).toBe(0)
  expect((await cli("campaign", "apply", join(SAMPLES, "campaign.yaml"))).out).toEqual([
    "Campaign 1tsk: created.",
    "The demo campaign stands back: what was tried in it is counted no more.",
  ])
  const { importing, totals } = await campaignOn(fresh)
  await importing("A,KCN-01,Cữ gá may túi,An,,,2021-10-01,,,,\n")
  expect(await totals("2022-04-21")).toEqual([1, 0, 0])
})

test("a campaign file that changed is stored, one with mistakes changes nothing", async () => {
  await using fresh = await freshDatabase()
  const { cli } = await campaignOn(fresh)
  const yaml = await readFile(join(SAMPLES, "campaign.yaml"), "utf8")
  const changed = await file("changed.yaml", yaml.replace("goal: 5000", "goal: 6000"))
  expect((await cli("campaign", "apply", changed)).out).toEqual(["Campaign 1tsk: changed."])
  const broken = await file(
    "broken.yaml",
    yaml.replace("goal: 5000", "goal: viel").replace("percent: 10", "percent: 200"),
  )
  const refused = await cli("campaign", "apply", broken)
  expect(refused.exit).toBe(1)
  expect(refused.err).toHaveLength(1)
  expect(refused.err[0]).toContain('phases[0].goal: must be a whole number from 0 to 1000000000; got "viel".')
  expect(refused.err[0]).toContain("quota.percent: must be a number from 0 to 100; got 200.")
  const below = await file("below.yaml", yaml.replace("unit: LDLD-TN", "unit: KCN"))
  expect((await cli("campaign", "apply", below)).err[0]).toContain(
    '"KCN" is not a root, it stands below "LDLD-TN"',
  )
  expect((await cli("campaign", "show")).out.join()).toContain("goal 6,000")
})

test("a dry run of units changes nothing", async () => {
  await using fresh = await freshDatabase()
  const cli = cliOn(operatorStore(fresh.db, "Asia/Ho_Chi_Minh"))
  const { out } = await cli("units", "import", join(SAMPLES, "units.csv"), "--dry-run")
  expect(out).toEqual(["units: 149 new, 0 changed, 0 unchanged, 0 bad (dry run, nothing was changed)"])
  expect(await fresh.db.selectFrom("unit").select("id").execute()).toEqual([])
})

test("an officer's own exported list is imported without a word about our other columns; in a sheet of one's own they are named", async () => {
  await using fresh = await freshDatabase()
  const { cli } = await campaignOn(fresh)
  const imported = async (name: string, lines: readonly string[]) =>
    (await cli("initiatives", "import", await file(name, lines.join("\n")))).out
  expect(
    await imported("ours.csv", [
      "Mã sáng kiến,Tên sáng kiến,Tác giả,Đồng tác giả,Đơn vị,Mô tả,Ngày đăng ký,Cấp công nhận,Ghi chú",
      "SK-000900,Cữ gá may túi hộp,Nguyễn An,Lê Minh,KCN-01,đo bằng cữ,2022-01-05,Cơ sở,quý I",
    ]),
  ).toEqual(["initiatives: 1 new, 0 changed, 0 unchanged, 0 bad", "Columns nobody knows: Ghi chú"])
  expect(
    await imported("own.csv", [
      "Tên sáng kiến,Tác giả,Đồng tác giả,Đơn vị,Ngày đăng ký",
      "Thay đèn LED,Bình,Lê Minh,KCN-01,2022-01-05",
    ]),
  ).toEqual(["initiatives: 1 new, 0 changed, 0 unchanged, 0 bad", "Columns nobody knows: Đồng tác giả"])
})

test("good rows are kept, bad ones are named by line, and the tool exits 1", async () => {
  await using fresh = await freshDatabase()
  const { importing, totals } = await campaignOn(fresh)
  const { exit, out, err } = await importing(
    [
      "A1,KCN-01,Cải tiến cữ gá may,Nguyễn An,,,2022-01-05,,,,",
      "A1,KCN-01,Cải tiến khác,Nguyễn An,,,2022-01-05,,,,",
      "A2,KHONG-CO,Cải tiến cữ gá may,Nguyễn An,,,2022-01-05,,,,",
      "A3,CĐCS Trường THCS Tân Long,Cải tiến cữ gá may,Nguyễn An,,,2022-01-05,,,,",
      "A4,KCN-01,,Nguyễn An,,,2022-01-05,,,,",
      "A5,KCN-01,Cải tiến cữ gá may,Nguyễn An,,,31/2/2022,,,,",
      "A6,KCN-01,Cải tiến cữ gá may,Nguyễn An,,,2022-01-05,2022-01-04,,,",
      "A7,kcn-01,Cải tiến cữ gá may,Nguyễn An,,1ty2,5/1/2022 10:00,5/1/2022,2022-02-01,CP-1,quý I",
      ",KCN-01,Thay đèn LED,Bình,,,2022-01-05,,,,",
      ",KCN-01,THAY ĐÈN LED,bình,,,2022-01-06,,,,",
    ].join("\n"),
  )
  expect(exit).toBe(1)
  expect(out).toEqual(["initiatives: 3 new, 0 changed, 0 unchanged, 7 bad", "Columns nobody knows: Ghi chú"])
  expect(err.map((line) => line.slice(0, 60))).toEqual([
    'line 3: id "A1" stands already on line 2',
    expect.stringContaining('line 4: unit "KHONG-CO" is neither the code nor the name'),
    expect.stringMatching(/^line 5: unit "CĐCS Trường THCS Tân Long" is ambiguous/),
    "line 6: title is empty",
    expect.stringContaining('line 7: registered_at "31/2/2022" is not a date'),
    expect.stringContaining("line 8: recognized_at 2022-01-04 is before registered_at"),
    expect.stringContaining("line 11: the same unit, title and author stands already"),
  ])
  expect(await totals("2022-03-01")).toEqual([3, 1, 1])
  const kept = await fresh.db
    .selectFrom("initiative")
    .where("source_key", "=", "id:A7")
    .select(["number", "status", "benefit_amount", "benefit_raw", "source_extra"])
    .executeTakeFirst()
  expect(kept).toMatchObject({
    status: "on_portal",
    benefit_amount: "1200000000",
    benefit_raw: "1ty2",
    source_extra: { "Ghi chú": "quý I" },
  })
})

test("numbers are given in the order of registration", async () => {
  await using fresh = await freshDatabase()
  const { importing } = await campaignOn(fresh)
  await importing(
    "B,KCN-01,Sáng kiến sau,An,,,2022-01-06,,,,\nA,KCN-01,Sáng kiến trước,An,,,2022-01-05,,,,\n",
  )
  const rows = await fresh.db.selectFrom("initiative").select("source_key").orderBy("number").execute()
  expect(rows.map((row) => row.source_key)).toEqual(["id:A", "id:B"])
})

test("a corrected sheet moves every counter exactly, past tallies included, and is no correction by people", async () => {
  await using fresh = await freshDatabase()
  const { store, cli, importing, totals } = await campaignOn(fresh)
  const row = (dates: string, unit = "KCN-01", title = "Cải tiến cữ gá") =>
    `A,${unit},${title},An,,,${dates},,`
  await importing(row("2022-01-05,2022-02-05,2022-03-05"))
  expect(await totals("2022-03-10")).toEqual([1, 1, 1])

  expect((await importing(row("2022-01-05,2022-02-05,2022-04-05"))).out[0]).toContain("0 new, 1 changed")
  expect(await totals("2022-03-10")).toEqual([1, 1, 0])
  expect(await totals("2022-04-10")).toEqual([1, 1, 1])

  await importing(row("2022-01-05,2022-02-05,", "TP-TN-01", "Cải tiến cữ gá may"))
  expect(await totals("2022-04-10")).toEqual([1, 1, 0])
  expect(await totals("2022-04-10", "--unit", "KCN-01")).toEqual([0, 0, 0])
  expect(await totals("2022-04-10", "--unit", "TP-TN-01")).toEqual([1, 1, 0])

  const { out } = await cli("tally", "--json", "--period", "month", "--at", "2022-04-10")
  expect(counters.parse(JSON.parse(out[0] ?? "")).corrections).toBe(0)
  expect(await store.checkCounters()).toEqual([])
  expect((await importing(row("2022-01-05,2022-02-05,", "TP-TN-01", "Cải tiến cữ gá may"))).out[0]).toContain(
    "0 new, 0 changed, 1 unchanged",
  )
  expect(await fresh.db.selectFrom("initiative").select(["title", "status"]).execute()).toEqual([
    { title: "Cải tiến cữ gá may", status: "recognized" },
  ])
})

test("a sheet neither undoes what the chat did nor brings back what was withdrawn there", async () => {
  await using fresh = await freshDatabase()
  const { store, importing, totals } = await campaignOn(fresh)
  const rows = "A,KCN-01,Cải tiến một,An,,,2022-01-05,,,,\nB,KCN-01,Cải tiến hai,An,,,2022-01-05,,,,\n"
  await importing(rows)
  const at = new Date("2022-02-01T10:00:00+07:00")
  await fresh.db
    .updateTable("initiative")
    .set({ status: "recognized", recognized_at: at })
    .where("source_key", "=", "id:A")
    .execute()
  const b = await fresh.db
    .updateTable("initiative")
    .set({ status: "withdrawn" })
    .where("source_key", "=", "id:B")
    .returning(["id", "campaign_id", "unit_id"])
    .executeTakeFirstOrThrow()
  await fresh.db
    .insertInto("initiative_event")
    .values({
      initiative_id: b.id,
      campaign_id: b.campaign_id,
      unit_id: b.unit_id,
      kind: "withdrawn",
      at,
      registered: -1,
      created_at: at,
    })
    .execute()
  await store.rebuildCounters()
  expect((await importing(rows)).out[0]).toContain("0 changed, 1 unchanged, 1 closed in the chat, left alone")
  expect(await totals("2022-02-10")).toEqual([1, 0, 0])
})

test("taking back what an earlier tally counted is a correction, what the same week brought is none", async () => {
  await using fresh = await freshDatabase()
  const { store, cli, importing } = await campaignOn(fresh)
  await importing(
    "A,KCN-01,Cải tiến một,An,,,2022-01-05,,,,\nB,KCN-01,Cải tiến hai,An,,120tr,2022-02-03,,,,\n",
  )
  const at = new Date("2022-02-08T10:00:00+07:00")
  const initiatives = await fresh.db.selectFrom("initiative").selectAll().execute()
  for (const one of initiatives) {
    const { id, campaign_id, unit_id } = one
    await fresh.db
      .insertInto("initiative_event")
      .values({
        initiative_id: id,
        campaign_id,
        unit_id,
        kind: "withdrawn",
        at,
        registered: -1,
        benefit_vnd: `-${one.benefit_amount ?? "0"}`,
        created_at: at,
      })
      .execute()
  }
  await fresh.db.updateTable("initiative").set({ status: "withdrawn" }).execute()
  await store.rebuildCounters()
  const tally = async (moment: string) => {
    const { out } = await cli("tally", "--json", "--period", "month", "--at", moment)
    return z.looseObject({ corrections: z.number(), benefit: z.unknown() }).parse(JSON.parse(out[0] ?? ""))
  }
  expect(await tally("2022-02-09")).toMatchObject({ corrections: 1, benefit: { vnd: 0, unconverted: 0 } })
  expect(await tally("2022-02-08")).toMatchObject({
    corrections: 0,
    benefit: { vnd: 120_000_000, unconverted: 0 },
  })
})

test.each(["csv", "xlsx"])(
  "an export as %s comes back unchanged here and complete elsewhere",
  async (ending) => {
    await using fresh = await freshDatabase()
    const { cli, importing, totals } = await campaignOn(fresh)
    await importing(
      [
        'A1,KCN-01,"=Cải tiến, ""cữ"" gá",Nguyễn An,Y tế,120tr,2022-01-05T08:27:30+07:00,2022-02-05,2022-03-05,CP-1,',
        "A2,KCN-02,-Thay đèn,Bình,,,2022-01-05,2022-02-05,,,",
        ",KCN-02,Không có mã,Chi,,không tính được,2022-01-07 10:00,,,,",
      ].join("\n"),
    )
    const all = join(folder, `all.${ending}`)
    expect((await cli("initiatives", "export", all)).out).toEqual([`3 initiatives written to ${all}`])
    expect((await cli("initiatives", "import", all)).out).toEqual([
      "initiatives: 0 new, 0 changed, 3 unchanged, 0 bad",
    ])
    const forPortal = join(folder, `portal.${ending}`)
    expect((await cli("initiatives", "export", forPortal, "--portal")).out[0]).toContain("1 initiative ")

    await using elsewhere = await freshDatabase()
    const other = await campaignOn(elsewhere)
    expect((await other.cli("initiatives", "import", all)).out).toEqual([
      "initiatives: 3 new, 0 changed, 0 unchanged, 0 bad",
    ])
    expect(await other.totals("2022-03-10")).toEqual(await totals("2022-03-10"))
  },
)

test.each(["vi", "en"] as const)(
  "an officer's list in %s comes back unchanged, days without an hour and all",
  async (language) => {
    await using fresh = await freshDatabase()
    const { store, cli, importing } = await campaignOn(fresh)
    await importing(
      [
        "A1,KCN-01,Cải tiến cữ gá may túi hộp,An,Y tế,120tr,2022-01-05T08:27:30+07:00,2022-02-05T23:59+07:00,2022-03-05 07:00,CP-1,",
        ",KCN-02,Thay đèn sợi đốt bằng đèn LED,Bình,,không tính được,2022-01-07 10:00,,,,",
      ].join("\n"),
    )
    const ftl = await readFile(new URL(`../../core/messages/${language}.ftl`, import.meta.url), "utf8")
    const { say } = createWording(ftl, language)
    const campaigns = await store.campaigns()
    const units = await store.units("2022-04-01")
    const scope = {
      campaignId: campaigns[0]?.id ?? "",
      unitIds: units.map(({ id }) => id),
      which: "all",
    } as const
    const records = await exportRecords(fresh.db, scope, 10)
    const list = join(folder, `officer-${language}.xlsx`)
    await writeTable(
      list,
      "Sáng kiến",
      recordColumns(EXPORT_FIELDS, { say, zone: "Asia/Ho_Chi_Minh" }),
      records,
    )
    expect((await cli("initiatives", "import", list)).out[0]).toBe(
      "initiatives: 0 new, 0 changed, 2 unchanged, 0 bad",
    )
  },
)

test("with two campaigns a row belongs to the one that ran on the day it was registered; one of no campaign is said", async () => {
  await using fresh = await freshDatabase()
  const { cli, importing } = await campaignOn(fresh)
  const next = (await readFile(join(SAMPLES, "campaign.yaml"), "utf8"))
    .replace("code: 1tsk", "code: next")
    .replaceAll(/20(2[1-3])-/g, (_, year) => `20${Number(year) + 5}-`)
  await cli("campaign", "apply", await file("next.yaml", next))
  const done = await importing(
    [
      "O1,KCN-01,Cải tiến cữ gá may túi hộp,An,Y tế,,2022-01-05,,,,",
      "N1,KCN-01,Thay đèn sợi đốt bằng đèn LED,An,,,2026-11-01,,,,",
      "X1,KCN-01,Xe phơi bán thành phẩm,An,,,2019-11-01,,,,",
      "F1,KCN-01,Giá đỡ cuộn vải xoay được,An,,,2028-01-05,,,,",
    ].join("\n"),
  )
  expect(done.out[0]).toBe("initiatives: 3 new, 0 changed, 0 unchanged, 1 bad")
  expect(done.out).toContain("Dates that are still to come, which no tally counts before then: line 5")
  expect(done.err).toEqual([
    "line 4: registered on 2019-11-01, when no campaign runs (next from 2026-09-01 to 2028-09-01; 1tsk from 2021-09-01 to 2023-09-01); say which one is meant with --campaign",
  ])
  const { rows } = await fresh.pool.query(
    "select source_key, code from initiative join campaign on campaign.id = campaign_id order by 1",
  )
  expect(rows).toEqual([
    { source_key: "id:F1", code: "next" },
    { source_key: "id:N1", code: "next" },
    { source_key: "id:O1", code: "1tsk" },
  ])

  const other = next.replace("code: next", "code: other").replaceAll("LDLD-TN", "LDLD-BN")
  await cli("campaign", "apply", await file("other.yaml", other))
  const titles = async (...words: string[]) => (await cli("tally", ...words)).out[0]?.split(":")[0]
  expect((await cli("tally")).err[0]).toContain(
    "2 of the campaigns run on 2026-11-22; say which with --campaign",
  )
  expect(await titles("--unit", "KCN-01")).toBe("1 triệu sáng kiến, KCN-01, week")
  expect(await titles("--unit", "LDLD-BN")).toBe("1 triệu sáng kiến, LDLD-BN, week")
  expect(await titles("--campaign", "other")).toBe("1 triệu sáng kiến, LDLD-BN, week")
})

test("an invitation shows its code once and stores only the hash", async () => {
  await using fresh = await freshDatabase()
  const { cli } = await campaignOn(fresh)
  const { out } = await cli("invite", "--role", "officer", "--unit", "kcn", "--json")
  expect(JSON.parse(out[0] ?? "")).toEqual({
    code: "9999-9999-9999-9999",
    role: "officer",
    unit: "KCN",
    expiresAt: "2026-11-29T10:00:00+07:00",
  })
  const stored = await fresh.db.selectFrom("invitation").select(["code_hash", "role", "used_at"]).execute()
  expect(stored).toEqual([
    { code_hash: expect.stringMatching(/^[0-9a-f]{64}$/), role: "officer", used_at: null },
  ])
  expect((await cli("invite", "--role", "boss", "--unit", "KCN")).err[0]).toContain(
    '--role "boss" is not one of',
  )
  expect((await cli("invite", "--role", "officer", "--unit", "X")).err[0]).toContain('There is no unit "X"')
})

test("a posted tally goes to the groups it concerns and says how many", async () => {
  await using fresh = await freshDatabase()
  const { store } = await campaignOn(fresh)
  const asked: string[] = []
  const cli = cliOn(store, {
    postTally: async ({ unitId, ask }) => {
      const unit = (await store.units("2022-04-22")).find(({ id }) => id === unitId)
      asked.push(`${unit?.code} ${ask.period}`)
      return { groups: 3 }
    },
  })
  const { out } = await cli("tally", "--at", "2022-04-22T16:00:00+07:00", "--unit", "KCN", "--post")
  expect(asked).toEqual(["KCN week"])
  expect(out.at(-1)).toBe("Posted to 3 groups.")
})

test("what cannot be asked is refused in one line", async () => {
  await using fresh = await freshDatabase()
  const empty = cliOn(operatorStore(fresh.db, "Asia/Ho_Chi_Minh"))
  expect((await empty("tally")).err).toEqual([
    "There is no campaign yet. Make one with: campaign apply FILE.yaml",
  ])
  const { cli } = await campaignOn(fresh)
  for (const [words, reason] of [
    [["tally", "--at", "2020-01-01"], "starts on 2021-09-01"],
    [["tally", "--at", "yesterday"], '--at "yesterday" is not a moment'],
    [["tally", "--period", "year"], "not one of week, month, phase, campaign, peak"],
    [["tally", "--unit", "NOWHERE"], 'There is no unit "NOWHERE"'],
    [["tally", "--until", "2022"], "Unknown option '--until'"],
    [["tally", "--to", "2022-03-15"], "--to needs --from"],
    [["tally", "--from", "2022-03-01", "--period", "week"], "leave out --period"],
    [["tally", "--from", "2022-03-15", "--to", "2022-03-01"], "Two dates need a first one before the last"],
    [["tally", "--records", "registered"], "--records goes into a file"],
    [["units", "import"], "A file name is missing"],
    [["units", "remove"], 'There is no command "units remove"'],
    [["units"], 'There is no command "units". There are: units import, units list.'],
    [["unit"], 'There is no command "unit". See them all with: help'],
    [[], "A command is missing. See them all with: help"],
    [["invite", "--unit", "KCN"], "--role is missing"],
    [["invite", "--role", "king", "--unit", "KCN"], '--role "king" is not one of admin, officer, support'],
    [["backup"], "A file name is missing"],
    [["restore", "a", "b"], '"b" is too much'],
  ] as const) {
    const { exit, out, err } = await cli(...words)
    expect({ exit, out, lines: err.length }, words.join(" ")).toEqual({ exit: 1, out: [], lines: 1 })
    expect(err[0]).toContain(reason)
  }
  expect((await cli("units", "import", "nothere.csv")).err).toEqual(["There is no file nothere.csv."])
})

test("whoever asks for help gets it: the commands, those of one kind, or what one takes", async () => {
  await using fresh = await freshDatabase()
  const cli = cliOn(operatorStore(fresh.db, "Asia/Ho_Chi_Minh"))
  const helped = async (...words: string[]) => {
    const { exit, out, err } = await cli(...words)
    expect({ exit, err }, words.join(" ")).toEqual({ exit: 0, err: [] })
    return out
  }
  for (const word of ["help", "--help", "-h"])
    expect(await helped(word)).toContain(
      "units import        reads the tree of units with their headcounts from a sheet",
    )
  expect(await helped("units", "--help")).toEqual([
    "units import  reads the tree of units with their headcounts from a sheet",
    "units list    the units",
  ])
  expect(await helped("backup", "--help")).toEqual([
    "backup  everything in one file",
    "Usage: backup FILE [--json]",
  ])
  expect(await helped("key", "new", "-h")).toContain("Usage: key new [--json]")
})

test("doctor names what is wrong and what to do", async () => {
  await using fresh = await freshDatabase()
  const bare = cliOn(operatorStore(fresh.db, "Asia/Ho_Chi_Minh"))
  const sick = await bare("doctor")
  expect(sick.exit).toBe(1)
  expect(sick.out).toContain("WRONG campaign: there is none; run: campaign apply FILE.yaml")
  const { cli, importing } = await campaignOn(fresh)
  await importing("A,KCN-01,Cải tiến một,An,,,2022-01-05,,,,\n")
  expect((await cli("doctor")).exit).toBe(0)
  await fresh.db.updateTable("unit_day").set({ registered: 5 }).execute()
  const off = await cli("doctor")
  expect(off.out.at(-1)).toContain(
    "1 differ from the events, first the day of KCN-01 on 2022-01-05: kept 5/0/0/0/0, counted 1/0/0/0/0",
  )
  expect((await cli("doctor", "--fix-counters")).exit).toBe(0)
})
