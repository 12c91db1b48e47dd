import { expect, test } from "vitest"
import { campaignOf } from "../campaign/campaign.ts"
import { demoCampaign } from "../campaign/demo.ts"
import { type Unit, unitTree } from "../campaign/unit.ts"
import type { BotId, ChatId } from "../channel.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import type { When } from "../text/when.ts"
import { type Field, recipientsOf, standingsOf, type UnitStanding, unitsMeant, type Way } from "./audience.ts"
import { decideSending, type Sending } from "./decide-sending.ts"
import type { AudienceKind } from "./reminder.ts"
import type { Told } from "./send.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const BOT = "zalo:1" as BotId
const DAY_MS = 24 * 3_600_000
/** A Tuesday; the tally is on Fridays. */
const NOW = Date.parse("2026-03-10T08:00:00+07:00")
const MONDAYS: When = { kind: "weekly", days: ["monday", "tuesday"], time: "08:00" }

function unit(id: string, rest: Partial<UnitStanding> = {}): UnitStanding {
  const path = id === "top" ? ["top"] : ["top", id]
  const isLeaf = id !== "top"
  return {
    id,
    code: id,
    name: `Đơn vị ${id}`,
    level: isLeaf ? "grassroots" : "upper",
    path,
    isLeaf,
    target: 60,
    held: 0,
    registered: 0,
    week: 0,
    ...rest,
  }
}

const group = (unitId: string, chat = `group-${unitId}`): Way => ({
  chat: chat as ChatId,
  bot: BOT,
  unitId,
  isGroup: true,
  busy: false,
})
const officer = (unitId: string, chat: string, busy = false): Way => ({
  chat: chat as ChatId,
  bot: BOT,
  unitId,
  isGroup: false,
  busy,
})

/** Reached, ahead of the pace, behind it, idle this week, nothing yet; the phase is half over. */
const FIELD: Field = {
  today: "2026-03-10",
  phase: { code: "gd1", name: "Giai đoạn 1", startsOn: "2026-02-09", endsOn: "2026-04-08", goal: 300 },
  standings: [
    unit("top", { target: 300, held: 131, registered: 140, week: 9 }),
    unit("reached", { held: 60, registered: 60, week: 5 }),
    unit("ahead", { held: 40, registered: 40, week: 3 }),
    unit("behind", { held: 20, registered: 20, week: 1 }),
    unit("idle", { held: 11, registered: 60, week: 0 }),
    unit("zero"),
  ],
  ways: [
    group("top", "common"),
    group("behind"),
    group("behind", "second"),
    officer("behind", "officer-of-behind"),
    officer("idle", "dung", true),
    officer("ahead", "dung", true),
  ],
  drafts: [{ chat: "an" as ChatId, bot: BOT, isGroup: false, busy: false, people: 1 }],
}

const ids = (units: readonly { readonly id: string }[]) => units.map(({ id }) => id)

test.each<[AudienceKind, string[]]>([
  ["short", ["ahead", "behind", "idle", "zero"]],
  ["behind", ["behind", "idle", "zero"]],
  ["zero", ["zero"]],
  ["zero_week", ["idle", "zero"]],
  ["unit", ["top", "reached", "ahead", "behind", "idle", "zero"]],
  ["all", ["top", "reached", "ahead", "behind", "idle", "zero"]],
  ["drafts", []],
])("%s means %j", (kind, meant) => {
  expect(ids(unitsMeant(FIELD, { kind }))).toEqual(meant)
})

test("below a share of the target, which is not yet reached at just that share", () => {
  expect(ids(unitsMeant(FIELD, { kind: "short", under: 33 }))).toEqual(["idle", "zero"])
  expect(ids(unitsMeant(FIELD, { kind: "short", under: 34 }))).toEqual(["behind", "idle", "zero"])
})

test("a unit that is closed is reminded of nothing; what was recorded at it still counts above", () => {
  const placed = (id: string, parentId: string | null, state: Unit["state"] = "open"): Unit => ({
    id,
    federationId: "top",
    code: id,
    name: `Đơn vị ${id}`,
    level: "upper",
    parentId,
    state,
    effectiveFrom: "2026-01-01",
    headcount: null,
  })
  const tree = unitTree([placed("top", null), placed("mid", "top"), placed("gone", "mid", "closed")])
  const counts = new Map([["gone", { held: 2, registered: 3, week: 1 }]])
  const standings = standingsOf(tree, "top", counts, () => 10)
  expect(standings.map(({ id, held, isLeaf }) => [id, held, isLeaf])).toEqual([
    ["top", 2, false],
    ["mid", 2, true],
  ])
})

test("a unit without any below it is asked about itself", () => {
  const alone = { ...FIELD, standings: [unit("zero")] }
  expect(ids(unitsMeant(alone, { kind: "zero" }))).toEqual(["zero"])
})

test("a unit is told in its groups, else its officers in private, each chat once; the rest is named", () => {
  const { recipients, reached, unreachable } = recipientsOf(FIELD, { kind: "short" })
  expect(recipients.map(({ chat, units }) => [chat, ids(units)])).toEqual([
    ["dung", ["ahead", "idle"]],
    ["group-behind", ["behind"]],
    ["second", ["behind"]],
  ])
  expect(ids(reached)).toEqual(["ahead", "behind", "idle"])
  expect(ids(unreachable)).toEqual(["zero"])
})

type Change = {
  readonly isOneOfSeveral?: boolean
  readonly kind?: AudienceKind
  readonly when?: When
  readonly words?: string
  readonly nameLaggards?: boolean
  readonly lateMs?: number
  readonly field?: Field
  readonly told?: readonly Told[]
  readonly now?: number
}

function decided(change: Change = {}) {
  const now = change.now ?? NOW
  const campaign = campaignOf(demoCampaign("2026-03-10"))
  const sending: Sending = {
    due: {
      reminder: {
        id: "r",
        number: 3,
        campaignId: "c",
        state: "standing",
        nextAt: now - (change.lateMs ?? 0),
        audience: {
          kind: change.kind ?? "short",
          unit: { id: "top", code: "T", name: "Tỉnh", path: ["top"] },
        },
        when: change.when ?? MONDAYS,
        ...given({ words: change.words }),
        arranged: { chat: "chi" as ChatId, bot: BOT },
      },
      campaign: {
        id: "c",
        unitId: "top",
        federationId: "top",
        campaign: {
          ...campaign,
          reminders: { ...campaign.reminders, nameLaggards: change.nameLaggards ?? false },
        },
      },
      officeName: "Tỉnh",
      isOneOfSeveral: change.isOneOfSeveral ?? false,
    },
    field: change.field ?? FIELD,
    told: new Map((change.told ?? []).map((each) => [each.unitId, each])),
    now,
    timeZone: ZONE,
  }
  return decideSending(sending)
}

const keys = (phrases: readonly Phrase[] = []) =>
  phrases.map((each) => ("key" in each ? each.key : each.text))

test("without words of their own the messages explain themselves: what stands, what is needed a day, what to type", () => {
  const { outcome } = decided()
  const [, behind] = outcome.scheduled
  expect(behind?.draft).toMatchObject({ chat: "group-behind", kind: "post" })
  expect(behind?.draft.content.phrases).toEqual([
    { key: "reminder-head", args: { unit: "Đơn vị behind", phase: "Giai đoạn 1" } },
    // 40 in the 30 days from today to 8 April.
    {
      key: "reminder-goal",
      args: { count: 20, target: 60, pct: "33,3%", remaining: 40, perDay: 2, until: "8/4" },
    },
    { key: "reminder-next-registered" },
  ])
})

test("beside other campaigns the numbers say whose they are", () => {
  const [, behind] = decided({ isOneOfSeveral: true }).outcome.scheduled
  expect(behind?.draft.content.phrases?.[0]).toMatchObject({
    key: "reminder-head-campaign",
    args: { campaign: "Chương trình sáng kiến" },
  })
})

test("where enough is registered, the next step is the officers'", () => {
  const only = { ...FIELD, ways: [group("idle")] }
  expect(keys(decided({ field: only }).outcome.scheduled[0]?.draft.content.phrases)).toEqual([
    "reminder-head",
    "reminder-goal",
    "reminder-next-portal",
  ])
})

test("own words go out in the name of the sender's office", () => {
  expect(decided({ words: "Đẩy nhanh" }).outcome.scheduled[0]?.draft.content.phrases).toEqual([
    { key: "reminder-own", args: { office: "Tỉnh", words: "Đẩy nhanh" } },
  ])
})

test("nobody is reminded in the middle of a dialogue, and a group is never held by one", () => {
  const held = decided().outcome.scheduled.map(({ draft }) => [draft.chat, draft.heldFor])
  expect(held).toEqual([
    ["dung", "dialogue"],
    ["group-behind", undefined],
    ["second", undefined],
  ])
})

test("laggards are named in the common group only where the federation wants it", () => {
  const chats = (nameLaggards: boolean) =>
    decided({ nameLaggards }).outcome.scheduled.map(({ draft }) => draft.chat)
  expect(chats(false)).not.toContain("common")
  expect(chats(true)).toContain("common")
})

test("a group's days leave out the tally's Friday, Sundays and holidays; a private chat's only the latter", () => {
  const thursday = Date.parse("2026-03-12T08:00:00+07:00")
  const [dung, behind] = decided({ now: thursday }).outcome.scheduled
  expect(behind?.days.map(({ day }) => day).slice(0, 3)).toEqual(["2026-03-12", "2026-03-14", "2026-03-16"])
  expect(dung?.days.map(({ day }) => day).slice(0, 3)).toEqual(["2026-03-12", "2026-03-13", "2026-03-14"])
})

test("late by hours it says so, and stands for all of its day", () => {
  const { outcome } = decided({ lateMs: 3 * 3_600_000, when: { ...MONDAYS, time: "09:00" } })
  expect(keys(outcome.scheduled[0]?.draft.content.phrases)).toContain("reminder-late")
  expect(outcome.nextAt).toBe(Date.parse("2026-03-16T09:00:00+07:00"))
  expect(keys(decided({ lateMs: 90_000 }).outcome.scheduled[0]?.draft.content.phrases)).not.toContain(
    "reminder-late",
  )
})

test("what is three minutes late says so, as a tally does", () => {
  const { outcome } = decided({ lateMs: 3 * 60_000 })
  expect(keys(outcome.scheduled[0]?.draft.content.phrases)).toContain("reminder-late")
})

test("a week of missed moments is sent once", () => {
  const { outcome } = decided({ lateMs: 7 * DAY_MS })
  expect(outcome.scheduled.filter(({ draft }) => draft.chat === "second")).toHaveLength(1)
  expect(outcome.nextAt).toBe(Date.parse("2026-03-16T08:00:00+07:00"))
})

test("it goes on to its next moment, and is done when there is none", () => {
  expect(decided().outcome).toMatchObject({
    state: "standing",
    nextAt: Date.parse("2026-03-16T08:00:00+07:00"),
  })
  const last: When = { ...MONDAYS, until: "2026-03-10" }
  expect(decided({ when: last }).outcome).toMatchObject({ state: "done", nextAt: undefined })
  expect(decided({ when: { kind: "now" } }).outcome).toMatchObject({ state: "done", nextAt: undefined })
})

test.each<[AudienceKind, boolean]>([
  ["short", true],
  ["behind", true],
  ["zero", true],
  ["unit", true],
  ["zero_week", false],
  ["all", false],
])("when every unit has all it should, %s stops by itself: %s", (kind, stops) => {
  const done = FIELD.standings.map((each) => ({ ...each, held: 400, registered: 400, week: 9 }))
  const { outcome } = decided({ kind, field: { ...FIELD, standings: done } })
  expect(outcome.state).toBe(stops ? "done" : "standing")
  expect(outcome.notices.map(({ chat, content }) => [chat, ...keys(content.phrases)])).toEqual(
    stops ? [["chi", "reminder-over-by-itself"]] : [],
  )
})

test("the unit above hears of a unit that was reminded for two weeks and did not move, once", () => {
  const told = (days: number, rest: Partial<Told> = {}): Told => ({
    unitId: "behind",
    since: NOW - days * DAY_MS,
    count: 40,
    escalated: false,
    ...rest,
  })
  const stuck = (...records: Told[]) => ids(decided({ told: records }).stuck)
  expect(stuck(told(13))).toEqual([])
  expect(stuck(told(14))).toEqual(["behind"])
  expect(stuck(told(30, { escalated: true }))).toEqual([])
  // It had 39 then and has 40 now: it moved.
  expect(stuck(told(30, { count: 39 }))).toEqual([])
  expect(decided({ told: [told(14)] }).outcome.told).toContainEqual(told(14, { escalated: true }))
})
