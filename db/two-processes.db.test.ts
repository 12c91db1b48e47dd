import fc from "fast-check"
import { sql } from "kysely"
import { expect, test, vi } from "vitest"
import { checkCampaign } from "../core/campaign/campaign.ts"
import { DEMO_ROOT, demoCampaign, demoUnits } from "../core/campaign/demo.ts"
import type { AccountId, BotId, ChatId, Incoming, IncomingContent, Intake } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import { type Conversations, createIntake } from "../core/handle.ts"
import { applyCampaign } from "./campaign.ts"
import { moveChat } from "./chat.ts"
import { conversations } from "./conversation.ts"
import { addDemoGroup, addDemoPerson } from "./demo.ts"
import { erase } from "./erasure.ts"
import { conversationReads } from "./reads.ts"
import { removeOld } from "./retention.ts"
import type { Trx } from "./schema.ts"
import { type FreshDatabase, filledDatabase } from "./testing.ts"
import { titleStocks } from "./title-stock.ts"
import { importUnits } from "./unit.ts"

// Two processes on one database, each with its memory of whom it heard last, beside two that ask the store before every message:
// whatever happens in whichever order, people are told the same and the same is stored. More of it by `RUNS=500 SEED=7`.

const ZONE = "Asia/Ho_Chi_Minh"
const START = Date.parse("2026-03-10T09:00:00+07:00")
const RUNS = Number(process.env["RUNS"] ?? 1)
const SEED = Number(process.env["SEED"] ?? 20_261_128)

const PEOPLE = ["an", "binh", "chi", "dung", "xuan"] as const
/** Nobody knows Xuân; An may join her account to his. */
const NAMES = {
  an: "Nguyễn Văn An",
  binh: "Phạm Thanh Bình",
  chi: "Lê Kim Chi",
  dung: "Trần Thị Dung",
  xuan: "Xuân",
}
type Person = (typeof PEOPLE)[number]
const GROUPS = ["-1", "-2", "-3"] as const
const UNITS = ["KCN-01", "KCN-02", "GD-01"] as const
const SAMPLE = { registered_at: new Date(START) }

/** Each as a member, a support team or an officer may write it; which it is to them is theirs to find out. */
const WORDS = [
  "đăng ký",
  "đăng ký: Cữ gá may túi hộp, làm lợi 50 triệu/năm",
  "Xe đẩy ba tầng cho kho thành phẩm",
  "Bộ đồ gá kiểm tra nhanh cổ áo",
  "bỏ qua",
  "3.843 tỷ",
  "tiếp",
  "quay lại",
  "hủy",
  "đồng ý",
  "đúng",
  "1",
  "2",
  "3",
  "4",
  "5",
  "xóa",
  "tiến độ",
  "của tôi",
  "dữ liệu của tôi",
  "sửa tên tôi thành Nguyễn Văn Ân",
  "tôi chuyển sang CĐCS Điện tử Sông Công",
  "trợ giúp",
  "may tng",
  "liên kết may tng",
  "liên kết CĐCS Điện tử Sông Công",
  "bỏ liên kết",
  "mời hỗ trợ May TNG",
  "mã @",
  "thu hồi vai trò của Dung",
  "duyệt SK-000001",
  "công nhận SK-000001",
  "sửa SK-000001: Cữ gá may túi hộp hai kim",
  "hủy SK-000001",
  "đơn vị đổi tên May TNG thành CĐCS May Việt Thái",
  "đơn vị sáp nhập Cơ khí Phổ Yên vào May TNG",
  "giai đoạn 1 chỉ tiêu 300",
  "xưng hô đồng chí",
] as const

type Said = {
  readonly who: Person
  readonly where: "private" | (typeof GROUPS)[number]
  readonly content: Exclude<IncomingContent, { readonly kind: "files" }>
}

/** What the operator's own tools and the nightly work change; `nth` chooses among equals. */
const BESIDE = {
  role: async (trx: Trx, who: Person, nth: number) => {
    const role = nth % 2 === 0 ? "officer" : "support"
    await sql`insert into role_grant (id, person_id, unit_id, role, granted_at)
      select md5(${`${who} ${nth}`})::uuid, person_id, (select id from unit where code = ${UNITS[nth]}), ${role}, now()
      from account where id = ${accountOf(who)} on conflict do nothing`.execute(trx)
  },
  noRole: async (trx: Trx, who: Person) => {
    await sql`update role_grant set withdrawn_at = ${SAMPLE.registered_at} from account
      where account.person_id = role_grant.person_id and account.id = ${accountOf(who)} and withdrawn_at is null`.execute(
      trx,
    )
  },
  renameUnit: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update unit set name = name || ' I' where code = ${UNITS[nth]}`.execute(trx)
  },
  moveUnit: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update unit set path = array[path[1], (select id from unit where code = 'YT'), id],
      parent_id = (select id from unit where code = 'YT') where code = ${UNITS[nth]}`.execute(trx)
  },
  place: async (trx: Trx, who: Person, nth: number) => {
    await sql`update person set unit_id = (select id from unit where code = ${UNITS[nth]}) from account
      where account.person_id = person.id and account.id = ${accountOf(who)}`.execute(trx)
  },
  noConsent: async (trx: Trx, who: Person) => {
    await sql`insert into consent (person_id, purpose, version, granted, at, chat_id, account_id)
      select person_id, purpose, version, false, now(), chat_id, account_id from consent
      where account_id = ${accountOf(who)} and purpose = 'records' order by id desc limit 1`.execute(trx)
  },
  erase: async (trx: Trx, who: Person) => {
    const known = await trx
      .selectFrom("account")
      .where("id", "=", accountOf(who))
      .selectAll()
      .executeTakeFirst()
    if (known !== undefined)
      await erase(trx, { personId: known.person_id }, { at: new Date(START), chat: "cli" })
  },
  join: async (trx: Trx, who: Person) => {
    await sql`update account set person_id = an.person_id from account as an
      where account.id = ${accountOf(who)} and an.id = ${accountOf("an")}`.execute(trx)
  },
  link: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update chat set unit_id = (select id from unit where code = ${UNITS[nth]})
      where id = ${`telegram:${GROUPS[(nth + 1) % 2]}`}`.execute(trx)
  },
  unlink: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update chat set unit_id = null where id = ${`telegram:${GROUPS[nth % 2]}`}`.execute(trx)
  },
  close: async (trx: Trx, who: Person, nth: number) => {
    const chat = nth === 0 ? accountOf(who) : `telegram:${GROUPS[nth]}`
    await sql`update chat set state = 'closed' where id = ${chat}`.execute(trx)
  },
  move: async (trx: Trx) => await moveChat(trx, "telegram:-2" as ChatId, "telegram:-3" as ChatId),
  campaign: async (trx: Trx, _who: Person, nth: number) => {
    await sql`update campaign set document = document || ${JSON.stringify({ name: `Chương trình ${nth}` })}::jsonb`.execute(
      trx,
    )
    await sql`update setting set value = (value::bigint + 1)::text where key = 'units_revision'`.execute(trx)
  },
  noDialogue: async (trx: Trx, who: Person) => {
    await sql`delete from conversation where account_id = ${accountOf(who)} and dialogue is null`.execute(trx)
  },
} as const

type Deed =
  | { readonly do: "say"; readonly process: 0 | 1; readonly batch: readonly Said[] }
  | {
      readonly do: "beside"
      readonly what: keyof typeof BESIDE
      readonly who: Person
      readonly nth: 0 | 1 | 2
    }
  | { readonly do: "repeat"; readonly process: 0 | 1 }
  | { readonly do: "pass"; readonly ms: number }

function accountOf(who: Person): AccountId {
  return `telegram:${PEOPLE.indexOf(who) + 1}` as AccountId
}

async function aDatabase(): Promise<FreshDatabase> {
  return await filledDatabase("two_processes", async ({ db }) => {
    const today = localDate(START, ZONE)
    await importUnits(db, demoUnits(today), { dryRun: false, now: START, zone: ZONE })
    await applyCampaign(db, checkCampaign(demoCampaign(today)), START)
    for (const [who, unitCode, role] of [
      ["chi", DEMO_ROOT, "officer"],
      ["dung", "KCN-01", "support"],
      ["an", "KCN-01", "support"],
      ["binh", "KCN-02", "support"],
    ] as const) {
      await addDemoPerson(db, { account: accountOf(who), name: NAMES[who], unitCode, role }, START)
    }
    // Members, but for the role that everybody of a demo has.
    await sql`delete from role_grant using account where account.person_id = role_grant.person_id
      and account.id in (${accountOf("an")}, ${accountOf("binh")})`.execute(db)
    await addDemoGroup(
      db,
      { chat: "telegram:-1", bot: "telegram:1", title: "Nhóm 1", unitCode: "KCN-01" },
      START,
    )
    await addDemoGroup(
      db,
      { chat: "telegram:-2", bot: "telegram:1", title: "Nhóm 2", unitCode: "KCN-02" },
      START,
    )
  })
}

/** Two processes and what they share; with `remembering` each knows what it loaded or stored last. */
async function aWorld(remembering: boolean, clock: () => number) {
  const fresh = await aDatabase()
  const { db } = fresh
  const errors: unknown[] = []
  let recalled = 0
  let refused = 0
  const processes = [0, 1].map((nth): Intake => {
    let made = 0
    let kept = 0
    // The same decision makes the same ids, however often it is made.
    const newId = () => `0000000${nth}-0000-7000-8000-${(++made).toString(16).padStart(12, "0")}`
    const titles = titleStocks(db)
    const reads = conversationReads(db, {
      timeZone: ZONE,
      now: clock,
      hashCode: (code) => code,
      newCode: () => `AAA${nth}-BBBB-CCCC-${(1_000 + ++made).toString()}`,
      titles,
    })
    const store = () =>
      conversations(db, { timeZone: ZONE, campaignFor: reads.campaignFor, changed: reads.forget, titles })
    const one = store()
    const house: Conversations = {
      ...one,
      load: async (batch, now) => {
        made = kept
        const found = await (remembering ? one : store()).load(batch, now)
        recalled += found.filter(({ seen }) => seen !== undefined).length
        return found
      },
      commit: async (...commit) => {
        try {
          const written = await one.commit(...commit)
          kept = made
          return written
        } catch (error) {
          refused += 1
          throw error
        }
      },
    }
    return createIntake({
      conversations: house,
      reads,
      now: clock,
      newId,
      sender: { take: () => {}, handOver: () => undefined },
      word: () => "",
      log: { error: (details) => void errors.push(details), warn: () => {} },
      timeZone: ZONE,
    })
  })
  return { fresh, processes, errors, counts: () => ({ recalled, refused }) }
}

type World = Awaited<ReturnType<typeof aWorld>>

/** All that people were told since, by chat and in order; afterwards it has left. */
async function told({ fresh: { pool } }: World): Promise<unknown> {
  const { rows } = await pool.query(
    `with leaving as (update outbox set state = 'sent' where state = 'waiting' returning *)
     select chat_id, kind, content, supersede_key, due_at from leaving order by chat_id, id`,
  )
  return rows
}

async function stored({ fresh: { pool } }: World): Promise<unknown> {
  const tables = await Promise.all(
    [
      "select chat_id, account_id, dialogue from conversation order by 1, 2",
      "select id, name, unit_id, erased_at is null from person order by 1",
      "select id, person_id, private_chat_id from account order by 1",
      "select person_id, purpose, granted, chat_id from consent order by id",
      "select person_id, unit_id, role, withdrawn_at is null from role_grant order by 1, 2, 3, 4",
      "select id, bot_id, title, unit_id, state, address_form from chat order by 1",
      "select code, name, path, state from unit order by 1",
      "select document from campaign order by id",
      "select number, title, unit_id, status, author_id, author_name, submitter_id from initiative order by 1",
      "select action, subject - 'grant' as subject, person_id, unit_id from officer_action order by id",
      "select update_key from handled_update order by 1",
    ].map(async (text) => (await pool.query(text)).rows),
  )
  return tables
}

// An is heard of most, or hardly anybody would be remembered.
const person = fc.oneof({ weight: 3, arbitrary: fc.constant("an" as const) }, fc.constantFrom(...PEOPLE))

const said: fc.Arbitrary<Said> = fc.record({
  who: person,
  where: fc.oneof(
    { weight: 4, arbitrary: fc.constant("private" as const) },
    { weight: 2, arbitrary: fc.constant("-1" as const) },
    fc.constantFrom(...GROUPS),
  ),
  content: fc.oneof(
    {
      weight: 30,
      arbitrary: fc.constantFrom(...WORDS).map((text) => ({ kind: "text", text, addressed: true }) as const),
    },
    {
      weight: 4,
      arbitrary: fc.constant({ kind: "text", text: "chiều nay họp nhé", addressed: false } as const),
    },
    { weight: 1, arbitrary: fc.constant({ kind: "wordless", addressed: true } as const) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: "left" } as const, { kind: "joined" } as const) },
  ),
})

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      do: fc.constant("say" as const),
      // Most people are heard by one process for a while.
      process: fc.oneof({ weight: 7, arbitrary: fc.constant(0 as const) }, fc.constant(1 as const)),
      batch: fc.array(said, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant("beside" as const),
      what: fc.constantFrom(...(Object.keys(BESIDE) as (keyof typeof BESIDE)[])),
      who: person,
      nth: fc.constantFrom(0 as const, 1 as const, 2 as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("repeat" as const),
      process: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(2_000, 12_000, 31_000, 301_000, 86_500_000),
    }),
  },
)

test("what a process remembers changes nothing of what people are told and what is stored", async () => {
  vi.useFakeTimers({ toFake: ["performance"] })
  const totals = { recalled: 0, refused: 0 }
  try {
    const story = fc.asyncProperty(
      fc.array(deed, { minLength: 40, maxLength: 60, size: "max" }),
      async (deeds) => {
        let now = START
        const worlds = [await aWorld(true, () => now), await aWorld(false, () => now)] as const
        await using _one = worlds[0].fresh
        await using _other = worlds[1].fresh
        let updates = 0
        let latest: readonly Incoming[] = []
        const everywhere = async (act: (world: World) => Promise<unknown>, why: unknown) => {
          for (const world of worlds) await act(world)
          const [heard, expected] = [await told(worlds[0]), await told(worlds[1])]
          expect(heard, JSON.stringify(why)).toEqual(expected)
        }
        for (const each of deeds) {
          now += 1_200
          vi.advanceTimersByTime(1_200)
          switch (each.do) {
            case "pass":
              now += each.ms
              // A machine that slept for a day counts its clock on, and nothing else.
              if (each.ms < 86_400_000) vi.advanceTimersByTime(each.ms)
              else for (const world of worlds) await removeOld(world.fresh.db, cutoffs(now), now)
              break
            case "beside":
              await everywhere(async ({ fresh }) => {
                await fresh.db
                  .transaction()
                  .execute(async (trx) => await BESIDE[each.what](trx, each.who, each.nth))
                await sql`update context_change set at = ${new Date(now)}`.execute(fresh.db)
              }, each)
              break
            case "repeat":
              await everywhere(async ({ processes }) => await processes[each.process]?.receive(latest), each)
              break
            default: {
              const code = await codeGivenIn(worlds[1])
              latest = each.batch.map((said) => incomingOf(said, ++updates, code))
              const batch = latest
              await everywhere(async ({ processes }) => await processes[each.process]?.receive(batch), each)
            }
          }
        }
        expect(await stored(worlds[0])).toEqual(await stored(worlds[1]))
        expect(worlds.flatMap(({ errors }) => errors)).toEqual([])
        totals.recalled += worlds[0].counts().recalled
        totals.refused += worlds[0].counts().refused
      },
    )
    await fc.assert(story, { numRuns: RUNS, seed: SEED, endOnFailure: process.env["SHRINK"] === undefined })
  } finally {
    vi.useRealTimers()
  }
  // Else nothing was put to the test.
  expect(totals.recalled).toBeGreaterThan(RUNS * 5)
  expect(totals.refused).toBeGreaterThan(0)
}, 600_000)

function cutoffs(now: number) {
  const all = now - 90 * 86_400_000
  return { updates: all, drafts: all, files: all, messages: all, requests: all } as Parameters<
    typeof removeOld
  >[1]
}

async function codeGivenIn({ fresh }: World): Promise<string> {
  const last = await fresh.db
    .selectFrom("invitation")
    .select("code_hash")
    .orderBy("created_at", "desc")
    .executeTakeFirst()
  return last?.code_hash ?? "AAA9-BBBB-CCCC-0000"
}

function incomingOf({ who, where, content }: Said, nth: number, code: string): Incoming {
  const group = where === "private" ? undefined : (`telegram:${where}` as ChatId)
  const isOfNobody = content.kind === "left"
  return {
    updateKey: `telegram:1:${nth}`,
    bot: "telegram:1" as BotId,
    chat:
      group === undefined
        ? { id: accountOf(who) as string as ChatId, kind: "private" }
        : { id: group, kind: "group", title: `Nhóm ${where.slice(1)}` },
    ...(isOfNobody ? {} : { from: { account: accountOf(who), name: NAMES[who] } }),
    content: content.kind === "text" ? { ...content, text: content.text.replace("@", code) } : content,
  }
}
