import { describe, expect, test } from "vitest"
import { campaignOf } from "../campaign/campaign.ts"
import { demoCampaign } from "../campaign/demo.ts"
import type { Context } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import {
  aContext,
  aMoment,
  aPerson,
  aTurn,
  aUnitRef,
  BOT,
  CHAT,
  keysSaid,
  readsOfUnits,
} from "../conversation/testing.ts"
import type { Turn } from "../conversation/turn.ts"
import type { Role, UnitRef } from "../people/role.ts"
import { remind } from "./ask.ts"
import type { Field } from "./audience.ts"
import { answerRemind } from "./plan.ts"
import type { Reminder } from "./reminder.ts"

const NOW = Date.parse("2026-03-10T09:00:00+07:00")
const ROOT = aUnitRef("T", "Tỉnh")
const KCN = aUnitRef("KCN", "Công đoàn các KCN tỉnh", "T")
const TNG = aUnitRef("KCN-01", "CĐCS Công ty May TNG", "T", "KCN")
const GD = aUnitRef("GD-01", "CĐCS Trường THPT Gang Thép", "T")

function known(unit: UnitRef): Reminder {
  return {
    id: "r",
    number: 3,
    campaignId: "c",
    state: "standing",
    nextAt: NOW + 60_000,
    words: "Lời cũ",
    audience: { kind: "short", unit },
    when: { kind: "weekly", days: ["monday"], time: "08:00", until: "2026-04-19" },
  }
}

function field(ids: readonly string[]): Field {
  return {
    today: "2026-03-10",
    phase: { code: "1", name: "Giai đoạn 1", startsOn: "2026-01-01", endsOn: "2026-04-19", goal: 60 },
    standings: ids.map((id, index) => ({
      ...aUnitRef(id, id, "T"),
      level: index > 0 ? "grassroots" : "province",
      isLeaf: index > 0,
      target: 60,
      held: 0,
      registered: 0,
      week: 0,
    })),
    ways: [{ chat: CHAT, bot: BOT, unitId: TNG.id, isGroup: true, busy: false }],
    drafts: [],
  }
}

function reads(unit: UnitRef = KCN): Partial<Reads> {
  return {
    ...readsOfUnits([ROOT, KCN, TNG, GD]),
    reminders: async () => [known(unit)],
    reminder: async (number) => (number === 3 ? known(unit) : undefined),
    newReminderNumber: async () => 4,
    reminderField: async (_, unitId) => field(unitId === TNG.id ? [TNG.id] : [unitId, TNG.id, "unreached"]),
  }
}

type Who = "member" | Role

function context(who: Who, kind: "private" | "group" = "private"): Context {
  const grants = who === "member" ? [] : [{ role: who, unit: KCN }]
  const campaign = { id: "c", federation: ROOT, campaign: campaignOf(demoCampaign("2026-03-10")) }
  return aContext({ kind, person: aPerson({ unit: KCN, grants }), campaign })
}

function turnOf(text: string, who: Context, store = reads(), now = NOW): Turn {
  return aTurn(text, { context: who, reads: store, moment: aMoment(now) })
}

/** What changes, else the question that is open, else the first sentence. */
async function outcome(rest: string, who: Who, store = reads(), kind?: "group"): Promise<string> {
  const decision = await remind(turnOf(rest, context(who, kind), store), rest)
  return decision.changes?.[0]?.do ?? decision.dialogue?.step ?? keysSaid(decision)[0] ?? "silence"
}

describe.each([
  ["đơn vị chưa đạt ngay", "remind_confirm"],
  ["may tng ngay", "remind_confirm"],
  ["THPT Gang Thép ngay", "remind-outside"],
  ["đơn vị chưa đạt của Gang Thép ngay", "remind-outside"],
  ["đơn vị chưa đạt", "remind_when"],
  ["đơn vị chưa đạt cuối tuần", "remind_when"],
  ["đơn vị chưa đạt 21h mỗi ngày", "remind_when"],
  ["đơn vị chưa đạt hôm qua", "remind_when"],
  ["con mèo", "remind-who-unread"],
  ["", "remind-list-head"],
  ["bỏ NH-3", "stop_reminder"],
  ["sửa NH-3 9h thứ sáu hằng tuần", "remind_confirm"],
  ["bỏ NH-9", "remind-unknown"],
] as const)("nhắc %s", (rest, forOfficers) => {
  test.each<[Who, string]>([
    ["member", "officers-only"],
    ["support", "officers-only"],
    ["officer", forOfficers],
    ["admin", forOfficers],
  ])("by a person with the role %s", async (who, expected) => {
    expect(await outcome(rest, who)).toBe(expected)
  })
})

test.each(["bỏ NH-3", "sửa NH-3 ngay", "NH-3"])("%s of another branch is refused", async (rest) => {
  expect(await outcome(rest, "officer", reads(GD))).toBe("remind-outside")
})

test("no Sunday is offered to send on", async () => {
  const saturday = Date.parse("2026-03-14T09:00:00+07:00")
  const decision = await remind(
    turnOf("đơn vị chưa đạt", context("officer"), reads(), saturday),
    "đơn vị chưa đạt",
  )
  expect(decision.say?.[0]?.content.choices?.labels).toEqual([
    { text: "Ngay" },
    { text: "Lúc 8:00 thứ Hai 16/3/2026" },
    { text: "Lúc 8:00 các thứ Hai" },
  ])
})

test("anybody refuses or takes back private reminders, and that is kept as their consent", async () => {
  const changed = async (rest: string) => (await remind(turnOf(rest, context("member")), rest)).changes
  expect(await changed("tắt nhắc")).toMatchObject([{ do: "consent", purpose: "reminders", granted: false }])
  expect(await changed("bat nhac")).toMatchObject([{ do: "consent", purpose: "reminders", granted: true }])
})

test("who lags behind, and who cannot be told, is read out in private only", async () => {
  const text = "đơn vị chưa đạt ngay"
  const dry = async (kind: "private" | "group") => await remind(turnOf(text, context("officer", kind)), text)
  expect(keysSaid(await dry("private"))).toContain("remind-unreachable")
  const inGroup = await dry("group")
  expect(keysSaid(inGroup)).toContain("remind-unreachable-count")
  const dialogue = inGroup.dialogue
  if (dialogue?.step !== "remind_confirm") throw new Error("no dry run")
  const list = async (kind: "private" | "group") =>
    keysSaid(await answerRemind(turnOf("2", context("officer", kind)), dialogue))
  expect(await list("group")).toEqual(["remind-list-in-private"])
  expect(await list("private")).toContain("remind-list-line")
})

test.each([
  ["ngay", "2026-03-13T09:00:00+07:00", true],
  ["8h sáng mai", "2026-03-12T09:00:00+07:00", true],
  ["8h thứ 2, thứ 6 hằng tuần", "2026-03-10T09:00:00+07:00", true],
  ["ngay", "2026-03-12T09:00:00+07:00", false],
])(
  "asked for %s at %s, the dry run says whether the tally's Friday puts it off",
  async (when, at, isPutOff) => {
    const text = `may tng ${when}: Cố lên`
    const turn = turnOf(text, context("officer"), reads(), Date.parse(at))
    const said = keysSaid(await remind(turn, text))
    expect(said.includes("remind-tally-day")).toBe(isPutOff)
  },
)

test("nothing is sent before it was confirmed, nor after the officer lost the right", async () => {
  const text = "sửa NH-3: Lời mới"
  const decision = await remind(turnOf(text, context("officer")), text)
  expect(decision.changes).toBeUndefined()
  const dialogue = decision.dialogue
  if (dialogue?.step !== "remind_confirm") throw new Error("no dry run")
  const answered = async (who: Who, said: string) => await answerRemind(turnOf(said, context(who)), dialogue)
  expect((await answered("officer", "gửi"))?.changes).toMatchObject([
    {
      do: "remind",
      id: "r",
      number: 3,
      isNew: false,
      plan: { words: "Lời mới", when: { days: ["monday"] } },
    },
  ])
  expect((await answered("officer", "3"))?.changes).toBeUndefined()
  expect(await answered("officer", "để mai tính")).toBeUndefined()
  const refused = await answered("member", "1")
  expect(keysSaid(refused)).toEqual(["officers-only"])
  expect(refused?.changes).toBeUndefined()
})
