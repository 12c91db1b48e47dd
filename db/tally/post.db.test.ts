import { readFileSync } from "node:fs"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { sampleDatabase } from "../../bot/cli/testing.ts"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { plain } from "../../core/markup.ts"
import { createWording } from "../../core/messages/wording.ts"
import type { OutboxContent } from "../../core/outbox.ts"
import { freshenTallies } from "../../core/tally/held-post.ts"
import { closeWeek } from "../../core/tally/post.ts"
import { morningRound } from "../../core/tally/round.ts"
import { applyCampaign } from "../campaign/campaign.ts"
import { operatorStore } from "../operator-store.ts"
import { holdLatePosts } from "../outbox/late-post.ts"
import { reminderPosts } from "../reminder/post.ts"
import { type FreshDatabase, freshDatabase } from "../testing.ts"
import { heldTallies } from "./held-post.ts"
import { tallyPosts } from "./post.ts"
import { progressSeries } from "./series.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const LONG_AGO = new Date("2021-08-01T00:00:00Z")
const CHI = "00000000-0000-4000-8000-000000000011"
const HOA = "00000000-0000-4000-8000-000000000012"
const wording = createWording(
  readFileSync(new URL("../../core/messages/vi.ftl", import.meta.url), "utf8"),
  "vi",
)

const BESIDE = {
  code: "thang-cong-nhan",
  name: "Tháng Công nhân",
  unit: "LDLD-TN",
  starts_on: "2022-06-06",
  ends_on: "2022-08-31",
  quota: { base: "members", percent: 1 },
  progress_counter: "registered",
  goal_counting: "per_phase",
  phases: [
    { code: "g1", name: "Tháng Công nhân", starts_on: "2022-06-06", ends_on: "2022-08-31", goal: 100 },
  ],
  weekly_closing: { weekday: "friday", at: "16:00" },
  sectors: ["Khác"],
}

/** The history of 2022 with three groups from the beginning on, a late one, and Chi, the province's officer. */
async function aProvince(fresh: FreshDatabase) {
  const { db } = fresh
  const units = await db.selectFrom("unit").select(["id", "code"]).execute()
  const idOf = (code: string) => units.find((unit) => unit.code === code)?.id ?? ""
  const groups = { "t:tinh": "LDLD-TN", "t:kcn": "KCN", "t:cdcs": "KCN-17" }
  for (const [chat, code] of Object.entries(groups)) await link(chat, code, LONG_AGO)
  await officer(CHI, "t:chi", "Lê Kim Chi", LONG_AGO)
  const ports = {
    source: {
      ...operatorStore(db, ZONE),
      series: async (ask: Parameters<typeof progressSeries>[1]) => await progressSeries(db, ask, ZONE),
    },
    posts: tallyPosts(db),
    timeZone: ZONE,
  }

  /** How many places each unit moved in the post of a group. */
  async function moves(chat: string): Promise<readonly number[]> {
    const { content } = await db
      .selectFrom("outbox")
      .select("content")
      .where("chat_id", "=", chat)
      .where("kind", "=", "post")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    const said = (content as OutboxContent).phrases?.map((phrase) => plain(wording.say(phrase))) ?? []
    return [...said.join("\n").matchAll(/[▲▼](\d+)/gu)].map(([, places]) => Number(places))
  }

  /** Somebody with an office at the province. */
  async function officer(id: string, chat: string, name: string, at: Date): Promise<void> {
    await db.insertInto("person").values({ id, name, created_at: at }).execute()
    await db
      .insertInto("account")
      .values({
        id: chat,
        person_id: id,
        name,
        created_at: at,
        private_chat_id: chat,
        private_bot_id: "t:1",
      })
      .execute()
    await db.insertInto("chat").values({ id: chat, bot_id: "t:1", kind: "private", created_at: at }).execute()
    await db
      .insertInto("role_grant")
      .values({ id, person_id: id, unit_id: idOf("LDLD-TN"), role: "officer", granted_at: at })
      .execute()
  }

  async function link(chat: string, code: string, at: Date): Promise<void> {
    await db
      .insertInto("chat")
      .values({
        id: chat,
        bot_id: "t:1",
        kind: "group",
        title: chat,
        unit_id: idOf(code),
        linked_at: at,
        created_at: at,
      })
      .execute()
  }

  /** What several processes do at the moment; answers what came of it as "chat day: first line", "+" with a picture. */
  async function at(local: string): Promise<readonly string[]> {
    const last = await db
      .selectFrom("outbox")
      .select((eb) => eb.fn.max("id").as("id"))
      .executeTakeFirst()
    const now = Date.parse(`${local}:00+07:00`)
    const process = async () => {
      await closeWeek(ports, now)
      await morningRound(ports, now)
    }
    await Promise.all([process(), process()])
    await process()
    // As the house's minute hand does: nobody is in a dialogue.
    await reminderPosts(db, ZONE).release(now)
    const rows = await db
      .selectFrom("outbox")
      .select(["chat_id", "due_at", "content"])
      .where("id", ">", last?.id ?? "0")
      .orderBy("due_at")
      .orderBy("chat_id")
      .orderBy("id")
      .execute()
    return rows.map(({ chat_id, due_at, content }) => {
      const { phrases = [], picture } = content as OutboxContent
      const day = new Date(due_at.getTime() + 7 * 3_600_000).toISOString().slice(5, 10)
      const isList = phrases.some((phrase) => "key" in phrase && phrase.key === "deadlines-head")
      const line = phrases
        .slice(0, isList ? -1 : 1)
        .map((phrase) => plain(wording.say(phrase)))
        .join(" / ")
      const isLate = phrases.some((phrase) => "key" in phrase && phrase.key === "tally-late")
      return `${chat_id} ${day}: ${line}${picture === undefined ? "" : " +"}${isLate ? " (muộn)" : ""}`
    })
  }

  async function assign(code: string, amount: number, effective_from: string): Promise<void> {
    const { id: campaign_id } = await db.selectFrom("campaign").select("id").executeTakeFirstOrThrow()
    await db
      .insertInto("unit_target")
      .values({
        campaign_id,
        unit_id: idOf(code),
        kind: "assigned",
        phase: "gd1",
        amount,
        effective_from,
        reason: null,
        set_by: null,
        set_at: LONG_AGO,
      })
      .execute()
  }

  return { at, link, assign, officer, moves }
}

test("a spring of posts: each told once by many processes, at most one a day in a group", {
  timeout: 60_000,
}, async () => {
  await using fresh = await sampleDatabase()
  const { at, link, assign, officer } = await aProvince(fresh)

  expect(await at("2022-03-25T16:00")).toEqual([
    "t:cdcs 03-25: 📊 TỔNG HỢP TUẦN (18/3 16h00 – 25/3 16h00) +",
    "t:chi 03-25: 📋 Dành riêng cho cán bộ – Liên đoàn Lao động tỉnh Thái Nguyên, đến 25/3 16h00",
    "t:chi 03-25: ⏰ Liên đoàn Lao động tỉnh Thái Nguyên – hạn theo Điều lệ Sáng kiến: / 36 hồ sơ đến hạn xét trong 14 ngày",
    "t:kcn 03-25: 📊 TỔNG HỢP TUẦN (18/3 16h00 – 25/3 16h00) +",
    "t:tinh 03-25: 📊 TỔNG HỢP TUẦN (18/3 16h00 – 25/3 16h00) +",
  ])
  expect(await at("2022-03-31T07:29")).toEqual([])
  expect(await at("2022-03-31T07:30")).toEqual([
    "t:chi 03-31: ⛰ Tuần cao điểm, ngày 1/9 – Liên đoàn Lao động tỉnh Thái Nguyên",
    "t:chi 03-31: ⏰ Liên đoàn Lao động tỉnh Thái Nguyên – hạn theo Điều lệ Sáng kiến: / 57 hồ sơ đến hạn xét trong 14 ngày",
  ])
  // A Friday: the morning's line to officers is no post to a group, the tally comes in the afternoon.
  expect(await at("2022-04-01T07:30")).toHaveLength(1)
  expect(await at("2022-04-01T16:00")).toHaveLength(4)
  expect(await at("2022-04-03T09:00"), "a Sunday is quiet").toEqual([])
  expect(await at("2022-04-04T07:30")).toEqual([
    "t:cdcs 04-04: 🌗 Liên đoàn Lao động tỉnh Thái Nguyên đã đi được nửa chặng đường Giai đoạn 1: 2.573/5.000 (51,5%) +",
    "t:chi 04-04: ⛰ Tuần cao điểm, ngày 5/9 – Liên đoàn Lao động tỉnh Thái Nguyên",
    "t:chi 04-04: ⏰ Liên đoàn Lao động tỉnh Thái Nguyên – hạn theo Điều lệ Sáng kiến: / 16 hồ sơ quá hạn xét 3 tháng / 57 hồ sơ đến hạn xét trong 14 ngày",
    "t:kcn 04-04: 🌗 Liên đoàn Lao động tỉnh Thái Nguyên đã đi được nửa chặng đường Giai đoạn 1: 2.573/5.000 (51,5%) +",
    "t:tinh 04-04: 🌗 Liên đoàn Lao động tỉnh Thái Nguyên đã đi được nửa chặng đường Giai đoạn 1: 2.573/5.000 (51,5%) +",
  ])
  await assign("KCN-17", 100, "2022-04-05")
  // Down until the Friday's evening: what happened meanwhile comes late, the days of the peak are not made up for.
  expect(await at("2022-04-08T18:00")).toEqual([
    "t:cdcs 04-08: 📊 TỔNG HỢP TUẦN (1/4 16h00 – 8/4 16h00) + (muộn)",
    "t:chi 04-08: 📋 Dành riêng cho cán bộ – Liên đoàn Lao động tỉnh Thái Nguyên, đến 8/4 16h00 (muộn)",
    "t:kcn 04-08: 📊 TỔNG HỢP TUẦN (1/4 16h00 – 8/4 16h00) + (muộn)",
    "t:tinh 04-08: 📊 TỔNG HỢP TUẦN (1/4 16h00 – 8/4 16h00) + (muộn)",
    "t:cdcs 04-09: 🌗 CĐCS Công ty TNHH Điện tử Bách Quang đã đi được nửa chặng đường Giai đoạn 1: 88/100 (88,0%) + (muộn)",
    "t:kcn 04-09: 🌗 Công đoàn các KCN tỉnh đã đi được nửa chặng đường Giai đoạn 1: 649/1.005 (64,6%) + (muộn)",
  ])
  expect(
    await at("2022-04-09T07:30"),
    "who has a post for the day gets the next later, not on the holiday of 11 April",
  ).toEqual([
    "t:tinh 04-09: 🏁 Tuần cao điểm 31/3–8/4 đã kết thúc +",
    "t:cdcs 04-12: 🏁 Tuần cao điểm 31/3–8/4 đã kết thúc +",
    "t:kcn 04-12: 🏁 Tuần cao điểm 31/3–8/4 đã kết thúc +",
  ])
  // The tally of a Friday on which nothing ran: not on top of what a group has for that Saturday, and not on a Sunday.
  await fresh.db.insertInto("scheduled_post").values({ chat_id: "t:kcn", day: "2022-04-16" }).execute()
  expect((await at("2022-04-16T08:00")).filter((line) => line.includes("TUẦN"))).toEqual([
    "t:cdcs 04-16: 📊 TỔNG HỢP TUẦN (8/4 16h00 – 15/4 16h00) + (muộn)",
    "t:tinh 04-16: 📊 TỔNG HỢP TUẦN (8/4 16h00 – 15/4 16h00) + (muộn)",
    "t:kcn 04-18: 📊 TỔNG HỢP TUẦN (8/4 16h00 – 15/4 16h00) + (muộn)",
  ])
  await link("t:moi", "GD", new Date("2022-06-01T09:00:00+07:00"))
  await officer(HOA, "t:hoa", "Trần Thị Hoa", new Date("2022-06-01T09:00:00+07:00"))
  // Down for seven weeks: the last tally late today, to whoever was there then, the phase's end on the next day that is free.
  expect(await at("2022-06-02T10:00")).toEqual([
    "t:cdcs 06-02: 📊 TỔNG HỢP TUẦN (20/5 16h00 – 27/5 16h00) + (muộn)",
    "t:chi 06-02: 📋 Dành riêng cho cán bộ – Liên đoàn Lao động tỉnh Thái Nguyên, đến 27/5 16h00 (muộn)",
    "t:chi 06-02: ⏰ Liên đoàn Lao động tỉnh Thái Nguyên – hạn theo Điều lệ Sáng kiến: / 222 hồ sơ quá hạn xét 3 tháng / 51 hồ sơ đến hạn xét trong 14 ngày",
    "t:hoa 06-02: ⏰ Liên đoàn Lao động tỉnh Thái Nguyên – hạn theo Điều lệ Sáng kiến: / 222 hồ sơ quá hạn xét 3 tháng / 51 hồ sơ đến hạn xét trong 14 ngày",
    "t:kcn 06-02: 📊 TỔNG HỢP TUẦN (20/5 16h00 – 27/5 16h00) + (muộn)",
    "t:tinh 06-02: 📊 TỔNG HỢP TUẦN (20/5 16h00 – 27/5 16h00) + (muộn)",
    "t:cdcs 06-04: 🏁 Giai đoạn 1 đã kết thúc + (muộn)",
    "t:kcn 06-04: 🏁 Giai đoạn 1 đã kết thúc + (muộn)",
    "t:tinh 06-04: 🏁 Giai đoạn 1 đã kết thúc + (muộn)",
  ])
  // The phase ended on 31 May: what a day needed until then is no news any more.
  const { content } = await fresh.db
    .selectFrom("outbox")
    .select("content")
    .where("dedupe_key", "like", "tally:%:2022-05-27%:t:tinh")
    .executeTakeFirstOrThrow()
  const { phrases = [], picture } = content as OutboxContent
  const keys = phrases.map((phrase) => ("key" in phrase ? phrase.key : ""))
  expect(keys).toContain("tally-goal")
  expect(keys.filter((key) => /^(?:tally-pace|forecast)/.test(key))).toEqual([])
  expect(picture).toMatchObject({ period: "week", isPast: true })
  await fresh.db
    .updateTable("role_grant")
    .set({ withdrawn_at: new Date("2022-06-03T09:00:00+07:00") })
    .where("person_id", "=", HOA)
    .execute()
  expect((await at("2022-06-03T16:00")).map((line) => line.slice(0, 6))).toEqual([
    ...["t:cdcs", "t:kcn ", "t:moi ", "t:tinh"],
  ])
  // Nothing was registered since: only the group that has read nothing yet would have news, and it has read its own.
  expect(await at("2022-06-10T16:00")).toEqual([
    "t:chi 06-10: ⏰ Liên đoàn Lao động tỉnh Thái Nguyên – hạn theo Điều lệ Sáng kiến: / 252 hồ sơ quá hạn xét 3 tháng / 58 hồ sơ đến hạn xét trong 14 ngày",
  ])
  // A request that lacks something and will soon be too late: its author hears of it once, the officers every week.
  await fresh.pool.query(
    `update initiative set status = 'needs_more_info', author_id = $1, title = 'Giá để khuôn', first_applied_on = '2021-07-01'
     where number = (select min(number) from initiative where status = 'registered')`,
    [CHI],
  )
  expect(await at("2022-06-13T07:30")).toEqual([
    expect.stringMatching(
      /^t:chi 06-13: ⏰ Liên đoàn .* \/ 1 hồ sơ chưa tiếp nhận mà hạn nộp 1 năm còn dưới 30 ngày$/,
    ),
    expect.stringMatching(
      /^t:chi 06-13: ⏰ SK-\d{6} · Giá để khuôn còn thiếu thông tin. Hạn nộp \(1 năm .*\) là 1\/7\/2022;/,
    ),
  ])
  expect(await at("2022-06-14T07:30")).toEqual([])
  // Another campaign beside it: each says which it is, and a group reads the newer one that day, the other on the next.
  await applyCampaign(fresh.db, checkCampaign(BESIDE), Date.parse("2022-06-14T08:00:00+07:00"))
  await link("t:cuoi", "YT", new Date("2022-06-15T09:00:00+07:00"))
  // The older one's phase ends with that day, so the post that is moved asks for nothing any more.
  await sql`update campaign set document = jsonb_set(document, '{phases,1,ends_on}', '"2022-06-17"') where code = '1tsk'`.execute(
    fresh.db,
  )
  const both = (await at("2022-06-17T16:00")).filter((line) => line.startsWith("t:cuoi"))
  expect(both).toEqual([
    "t:cuoi 06-17: 📊 TỔNG HỢP TUẦN (10/6 16h00 – 17/6 16h00) +",
    "t:cuoi 06-18: 📊 TỔNG HỢP TUẦN (10/6 16h00 – 17/6 16h00) +",
  ])
  const named = await fresh.db
    .selectFrom("outbox")
    .select("content")
    .where("chat_id", "=", "t:cuoi")
    .orderBy("due_at")
    .execute()
  expect(named.map(({ content }) => (content as OutboxContent).phrases?.[1])).toEqual([
    { key: "tally-campaign", args: { campaign: "Tháng Công nhân" } },
    { key: "tally-campaign", args: { campaign: "1 triệu sáng kiến" } },
  ])
  const isPace = (content: unknown) =>
    (content as OutboxContent).phrases?.some((phrase) => "key" in phrase && phrase.key === "tally-pace")
  expect(named.map(({ content }) => isPace(content))).toEqual([true, false])
})

test("places do not move against a week that closed before any group was there to read it", async () => {
  await using fresh = await sampleDatabase()
  const { at, moves } = await aProvince(fresh)
  const { db } = fresh
  await db
    .updateTable("chat")
    .set({ linked_at: new Date("2022-04-18T09:00:00+07:00") })
    .where("kind", "=", "group")
    .execute()
  await at("2022-04-15T16:00")
  // As if the campaign had been applied before its units were imported: they stood in the order of their names.
  await sql`update tally_snapshot set tally = jsonb_set(tally, '{tally,rows}', (
    select jsonb_agg(row || jsonb_build_object('rank', jsonb_array_length(tally #> '{tally,rows}') + 1 - (row ->> 'rank')::int))
    from jsonb_array_elements(tally #> '{tally,rows}') as row))`.execute(db)
  await at("2022-04-22T16:00")
  expect(await moves("t:tinh")).toEqual([])
})

test("at night a post waits for the morning that is late or did not get through; what an officer posts now, and answers, do not", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const night = Date.parse("2022-04-15T21:00:00+07:00")
  const morning = Date.parse("2022-04-16T07:00:00+07:00")
  const MINUTE = 60_000
  const rows = [
    ["late", "post", night - 10 * MINUTE, null],
    ["tried in vain", "post", night + 5 * MINUTE, "unreachable: ECONNREFUSED"],
    ["just ordered", "post", night - 10 * MINUTE, "unreachable: ECONNREFUSED", night - 10 * MINUTE],
    ["ordered at eight", "post", night - 10 * MINUTE, null, night - 60 * MINUTE],
    ["for tomorrow noon", "post", morning + 300 * MINUTE, "unreachable: ECONNREFUSED"],
    ["an answer", "answer", night - 10 * MINUTE, "unreachable: ECONNREFUSED"],
    ["a group", "post", night - 10 * MINUTE, null],
    ["a group with its post of tomorrow", "post", night - 10 * MINUTE, null],
  ] as const
  const groups = ["a group", "a group with its post of tomorrow"]
  await db
    .insertInto("chat")
    .values(groups.map((id) => ({ id, bot_id: "t:1", kind: "group", created_at: LONG_AGO })))
    .execute()
  await db
    .insertInto("scheduled_post")
    .values({ chat_id: groups[1] ?? "", day: "2022-04-16" })
    .execute()
  await db
    .insertInto("outbox")
    .values(
      rows.map(([chat, kind, due, error, ordered = due - 120 * MINUTE]) => ({
        chat_id: chat,
        bot_id: "t:1",
        kind,
        content: JSON.stringify({ phrases: [] }),
        error,
        due_at: new Date(due),
        created_at: new Date(ordered),
      })),
    )
    .execute()

  await holdLatePosts(db, night, ZONE)

  const held = await db
    .selectFrom("outbox")
    .select("chat_id")
    .where("due_at", "=", new Date(morning))
    .execute()
  expect(held.map(({ chat_id }) => chat_id).toSorted()).toEqual([
    ...["a group", "late", "ordered at eight", "tried in vain"],
  ])
  // What came to another day is the one post of that day: a reminder of the Saturday makes room, and so does the Monday's.
  const days = await db.selectFrom("scheduled_post").selectAll().orderBy("chat_id").orderBy("day").execute()
  expect(days.map(({ chat_id, day }) => `${chat_id} ${day}`)).toEqual([
    "a group 2022-04-16",
    "a group with its post of tomorrow 2022-04-16",
    "a group with its post of tomorrow 2022-04-18",
  ])
  const monday = new Date("2022-04-18T07:00:00+07:00")
  expect(await db.selectFrom("outbox").select("chat_id").where("due_at", "=", monday).execute()).toEqual([
    { chat_id: groups[1] },
  ])
})

test("a tally that was held overnight says so, and what is needed a day counts from the morning", async () => {
  await using fresh = await sampleDatabase()
  const { at } = await aProvince(fresh)
  const { db } = fresh
  const evening = "2022-04-22T16:00"
  const friday = Date.parse(`${evening}:00+07:00`)
  const [night, morning] = ["2022-04-22T21:00:00+07:00", "2022-04-25T06:59:00+07:00"].map(Date.parse)
  if (night === undefined || morning === undefined) throw new Error("No such moments.")
  await at(evening)
  const post = async (chat: string) => {
    const { content } = await db
      .selectFrom("outbox")
      .select("content")
      .where("chat_id", "=", chat)
      .where("dedupe_key", "like", "tally:%")
      .executeTakeFirstOrThrow()
    const { phrases = [], picture } = content as OutboxContent
    return { lines: phrases.map((phrase) => plain(wording.say(phrase))), picture }
  }
  const written = { tinh: await post("t:tinh"), cdcs: await post("t:cdcs") }
  const freshen = async (now: number) => await freshenTallies(heldTallies(db, ZONE), ZONE, now)
  // Rows are made by the database's own clock.
  await db
    .updateTable("outbox")
    .set({ created_at: new Date(friday) })
    .execute()

  await freshen(friday + 60_000)
  expect(await post("t:tinh")).toEqual(written.tinh)

  // These groups read of something else on Saturday.
  await holdLatePosts(db, night, ZONE)
  await freshen(morning)
  await freshen(morning + 60_000)

  const held = await post("t:tinh")
  expect(held.lines).toEqual(
    written.tinh.lines
      .map((line) => line.replace("cần 31/ngày đến 31/5", "cần 33/ngày đến 31/5"))
      .toSpliced(2, 0, "(đăng muộn do hệ thống gián đoạn)"),
  )
  expect(written.tinh.lines.join("\n")).toContain("cần 31/ngày đến 31/5")
  expect(held.picture).toEqual({ ...written.tinh.picture, readOn: "2022-04-25" })
  expect((await post("t:cdcs")).lines).toHaveLength(written.cdcs.lines.length + 1)
})

test("the line of a peak morning that did not get through by noon is left out: the next morning has its own", async () => {
  await using fresh = await sampleDatabase()
  const { at } = await aProvince(fresh)
  const { db } = fresh
  const freshen = async (local: string) =>
    await freshenTallies(heldTallies(db, ZONE), ZONE, Date.parse(`${local}:00+07:00`))
  const waiting = async () => {
    const rows = await db
      .selectFrom("outbox")
      .select("content")
      .where("dedupe_key", "like", "peak-morning:%")
      .where("state", "=", "waiting")
      .orderBy("id")
      .execute()
    return rows.map(({ content }) =>
      ((content as OutboxContent).phrases ?? []).map((each) => plain(wording.say(each))).join(" / "),
    )
  }
  await at("2022-04-05T07:30")
  const today = [expect.stringMatching(/^⛰ Tuần cao điểm, ngày 6\/9 – .* \/ Từ nay cần \d+\/ngày đến 8\/4$/)]

  await freshen("2022-04-05T11:59")
  expect(await waiting()).toEqual(today)
  await freshen("2022-04-05T12:00")
  expect(await waiting()).toEqual([])

  await at("2022-04-06T07:30")
  await freshen("2022-04-06T07:31")
  expect(await waiting()).toEqual([expect.stringMatching(/^⛰ Tuần cao điểm, ngày 7\/9/)])
  // It was held over the night, and the machine came back only in the morning.
  await freshen("2022-04-07T07:00")
  expect(await waiting()).toEqual([])
})
