import fc from "fast-check"
import { sql } from "kysely"
import { expect, test, vi } from "vitest"
import type { BotId, ChatId, Incoming, IncomingContent } from "../../core/channel.ts"
import { removeOld } from "../retention.ts"
import {
  accountOf,
  aWorld,
  BESIDE,
  GROUPS,
  NAMES,
  PEOPLE,
  type Person,
  START,
  stored,
  told,
  type World,
} from "../test-world.ts"

// Two processes on one database, each with its memory of whom it heard last, beside two that ask the store before every message:
// whatever happens in whichever order, people are told the same and the same is stored. More of it by `RUNS=500 SEED=7`.

const RUNS = Number(process.env["RUNS"] ?? 1)
const SEED = Number(process.env["SEED"] ?? 77)

/** Each as a member, a support team or an officer may write it; what it is to them is theirs to find out. */
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
/** What is answered by who somebody is and where. */
const TELLING = [
  "đăng ký: Tấm chắn bụi cho máy cắt vải, làm lợi 20 triệu/năm",
  "tiến độ",
  "của tôi",
  "mời hỗ trợ May TNG",
  "dữ liệu của tôi",
  "liên kết may tng",
] as const

type Said = {
  readonly who: Person
  readonly where: "private" | (typeof GROUPS)[number]
  readonly content: Exclude<IncomingContent, { readonly kind: "files" }>
}

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

/** Somebody is known by now, something about them changes elsewhere, and they go on. */
const surprise: fc.Arbitrary<readonly Deed[]> = fc
  .record({
    who: person,
    where: fc.constantFrom("private" as const, "-1" as const),
    what: fc.constantFrom(...(Object.keys(BESIDE) as (keyof typeof BESIDE)[])),
    nth: fc.constantFrom(0 as const, 1 as const, 2 as const),
    telling: fc.constantFrom(...TELLING),
  })
  .map(({ who, where, what, nth, telling }) => {
    const says = (text: string): Deed => ({
      do: "say",
      process: 0,
      batch: [{ who, where, content: { kind: "text", text, addressed: true } }],
    })
    return [...Array(3).fill(says("tiến độ")), { do: "beside", what, who, nth }, says(telling)]
  })

const deeds = fc
  .array(fc.oneof({ weight: 4, arbitrary: deed.map((each) => [each]) }, surprise), {
    minLength: 14,
    maxLength: 18,
    size: "max",
  })
  .map((parts) => parts.flat())

test("what a process remembers changes nothing of what people are told and what is stored", async () => {
  vi.useFakeTimers({ toFake: ["performance"] })
  const totals = { recalled: 0, refused: 0 }
  try {
    const property = fc.asyncProperty(deeds, async (story) => {
      let now = START
      const worlds = [await aWorld("remembering", () => now), await aWorld("forgetful", () => now)] as const
      await using _one = worlds[0].fresh
      await using _other = worlds[1].fresh
      let updates = 0
      let latest: readonly Incoming[] = []
      const everywhere = async (act: (world: World) => Promise<unknown>, why: unknown) => {
        for (const world of worlds) await act(world)
        const [heard, expected] = [await told(worlds[0]), await told(worlds[1])]
        expect(heard, JSON.stringify(why)).toEqual(expected)
      }
      for (const each of story) {
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
    })
    await fc.assert(property, {
      numRuns: RUNS,
      seed: SEED,
      endOnFailure: process.env["SHRINK"] === undefined,
    })
  } finally {
    vi.useRealTimers()
  }
  // Else nothing was put to the test.
  expect(totals.recalled).toBeGreaterThan(RUNS * 3)
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
