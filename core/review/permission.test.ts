import { describe, expect, test } from "vitest"
import type { AccountId, BotId, ChatId, Incoming } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import { decide } from "../conversation/decide.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Dossier, Reads } from "../conversation/reads.ts"
import type { Role, UnitRef } from "../people/role.ts"
import { TallyError } from "../tally/tally.ts"
import { foldWords } from "../text/fold.ts"

const unit = (code: string, path: readonly string[]): UnitRef => ({
  id: code,
  code,
  name: `CĐ ${code}`,
  path,
})
const ROOT = unit("TINH", ["TINH"])
const KCN = unit("KCN", ["TINH", "KCN"])
const INSIDE = unit("KCN-01", ["TINH", "KCN", "KCN-01"])
const OUTSIDE = unit("GD-01", ["TINH", "GD", "GD-01"])
const UNITS = [ROOT, KCN, INSIDE, OUTSIDE]

/** Whoever acts has the role for KCN; an initiative stands inside or outside of it, SK-000001 waiting, SK-000002 recognised. */
type Place = "inside" | "outside"
const ROLES = ["stranger", "member", "support", "officer", "admin"] as const
type Who = (typeof ROLES)[number]

function dossier(number: number, place: Place): Dossier {
  return {
    id: `id-${number}`,
    number,
    title: "Cải tiến cữ gá may túi hộp",
    status: number === 2 ? "recognized" : "registered",
    unit: place === "inside" ? INSIDE : OUTSIDE,
    authorId: "author",
    submitterId: "author",
    authorName: "Nguyễn Văn An",
    createdAt: 0,
    description: undefined,
    sector: undefined,
    benefit: undefined,
    registeredAt: 0,
    firstAppliedOn: undefined,
    submitterName: "Nguyễn Văn An",
    acceptedOn: undefined,
    disowned: false,
    confidential: false,
    photos: 0,
    documents: 0,
    tell: { personId: "author", chat: "web:private-an" as ChatId, bot: "web:local" as BotId },
  }
}

function reads(place: Place): Reads {
  const unused = async () => {
    throw new Error("not to be asked here")
  }
  return {
    units: async () => UNITS.map((each) => ({ ...each, nameKey: foldWords(each.name) })),
    unit: async (id) => UNITS.find((each) => each.id === id),
    hasSubUnits: async (id) => id === "TINH" || id === "KCN",
    initiative: async (number) => dossier(number, place),
    initiativesOf: unused,
    dossiers: async (numbers) => numbers.map((number) => dossier(number, place)),
    // As the store does: only what stands at or below the units.
    waiting: async (unitIds) => {
      const next = dossier(1, place)
      const isTheirs = next.unit.path.some((id) => unitIds.includes(id))
      return isTheirs ? { count: 1, overdue: 0, next } : { count: 0, overdue: 0, next: undefined }
    },
    waitingNumbers: async () => [],
    recordedIn: async () => [],
    accountCode: unused,
    wrongCodes: async () => 0,
    personalData: unused,
    similar: async () => [],
    team: async () => undefined,
    openAsk: async () => undefined,
    search: async () => [],
    spread: async () => ({ units: 0, unitIds: [] }),
    personNamed: async () => undefined,
    initiativeToldIn: unused,
    askedFor: async () => [],
    initiativeWithFiles: unused,
    purposeOfAlbum: unused,
    portalRecords: unused,
    unclaimed: async () => [],
    reachableIn: async () => [],
    privateChatOf: async () => undefined,
    portalCodeOwners: async () => new Map(),
    exportSize: async () => 1,
    exportRecord: unused,
    invitation: unused,
    targetOf: async () => undefined,
    unitHistory: unused,
    groups: async () => ({ total: 0, groups: [] }),
    group: async () => undefined,
    journal: async () => ({ total: 0, entries: [] }),
    offices: async (ask) =>
      "person" in ask
        ? [
            {
              ...{ grantId: "g", personId: "x", name: "Trần X", role: "officer", unit: KCN, since: 0 },
              tell: undefined,
            },
          ]
        : [],
    administrators: async () => [],
    honours: async () => ({ units: [], people: [], breakthroughs: [], uncompared: 0 }),
    phaseTarget: async () => undefined,
    tally: async () => {
      throw new TallyError("not begun")
    },
    tallyRecords: unused,
    openRequests: async () => [],
    dataRequest: async (number) => ({
      ...{ id: "yc", number, name: "Bình", kind: "correct", words: "Bỏ tên em", chat: "web:b" as ChatId },
      ...{ bot: "web:local" as BotId, receivedAt: 0, dueOn: "1970-01-11", extended: false, state: "open" },
      unit: place === "inside" ? INSIDE : OUTSIDE,
    }),
    openRequestsFrom: async () => 0,
    officersFor: async () => [],
    newRequestNumber: async () => 1,
    reminders: unused,
    reminder: unused,
    newReminderNumber: unused,
    reminderField: unused,
    hashCode: (code) => code,
    newCode: () => "code",
  }
}

function context(who: Who): Context {
  const grants = who === "stranger" || who === "member" ? [] : [{ role: who as Role, unit: KCN }]
  return {
    chat: {
      id: "web:private-x" as ChatId,
      bot: "web:local" as BotId,
      kind: "private",
      known: true,
      unit: undefined,
    },
    account: { id: "web:x" as AccountId, name: "Trần X" },
    person: who === "stranger" ? undefined : { id: "x", name: "Trần X", unit: KCN, consents: true, grants },
    version: 0,
    dialogue: undefined,
    campaign: {
      id: "campaign",
      federation: ROOT,
      campaign: {
        ...{ startsOn: "2025-09-01", endsOn: "2026-12-31", phases: [], peakPeriods: [], sectors: [] },
        weeklyClosing: { weekday: "friday", at: "16:00" },
      } as never,
    },
  }
}

/** What is done, or the key of the sentence that says why not. */
async function outcome(text: string, who: Who, place: Place): Promise<string> {
  const decision = await decided(text, who, place)
  if ((decision.register?.length ?? 0) > 0) return "done"
  if (decision.changes?.some((change) => change.do === "judge" || change.do === "amend")) return "done"
  if (decision.dialogue?.step === "review") return "done"
  return sentence(decision)
}

/** The key of the sentence that is said first. */
async function said(text: string, who: Who, place: Place): Promise<string> {
  return sentence(await decided(text, who, place))
}

function sentence(decision: Decision): string {
  const [first] = decision.say?.[0]?.content.phrases ?? []
  if (first === undefined || !("key" in first)) return "nothing"
  const why = first.args?.["why"]
  return why === undefined ? first.key : `${first.key}:${why}`
}

async function decided(text: string, who: Who, place: Place): Promise<Decision> {
  const incoming: Incoming = {
    updateKey: "1",
    bot: "web:local" as BotId,
    chat: { id: "web:private-x" as ChatId, kind: "private" },
    from: { account: "web:x" as AccountId, name: "Trần X" },
    content: { kind: "text", text, addressed: true },
  }
  let id = 0
  const moment = { now: 1_000, timeZone: "Asia/Ho_Chi_Minh", newId: () => `new-${++id}` }
  return await decide(context(who), incoming, moment, reads(place))
}

type Row = readonly [text: string, expected: Readonly<Record<Place, Readonly<Record<Who, string>>>>]

const forOfficers = (outside: string): Row[1] => {
  const others = { stranger: "officers-only", member: "officers-only", support: "officers-only" }
  return {
    inside: { ...others, officer: "done", admin: "done" },
    outside: { ...others, officer: outside, admin: outside },
  }
}

const OUT = "not-judged:outside"
const NOBODY = "behalf-not-allowed"
const table: readonly Row[] = [
  ["duyệt", forOfficers("review-none")],
  ["duyệt SK-000001", forOfficers(OUT)],
  ["tiếp nhận SK-000001 ngày 1/1", forOfficers(OUT)],
  ["công nhận SK-000001", forOfficers(OUT)],
  ["hỏi thêm SK-000001 cho em xin số liệu", forOfficers(OUT)],
  ["từ chối SK-000001 vì trùng", forOfficers(OUT)],
  ["lên cổng SK-000002 CP-889123", forOfficers(OUT)],
]

describe.each(table)("%s", (text, expected) => {
  const cases = (["inside", "outside"] as const).flatMap((place) => ROLES.map((who) => [who, place] as const))
  test.each(cases)("%s, %s their units", async (who, place) => {
    expect(await outcome(text, who, place)).toBe(expected[place][who])
  })
})

describe("đăng ký hộ", () => {
  const line = (place: Place) =>
    `đăng ký hộ Lê Hoa: Máng trượt đưa phôi vào máy (${place === "inside" ? "KCN-01" : "GD-01"})`
  test.each([
    ["stranger", NOBODY, NOBODY],
    ["member", NOBODY, NOBODY],
    ["support", "done", "behalf-failed:outside"],
    ["officer", "done", "behalf-failed:outside"],
    ["admin", "done", "behalf-failed:outside"],
  ] as const)("%s", async (who, inside, outside) => {
    expect(await outcome(line("inside"), who, "inside")).toBe(inside)
    expect(await outcome(line("outside"), who, "outside")).toBe(outside)
  })
})

describe("bổ sung of somebody else's initiative", () => {
  test.each([
    ["stranger", "not-yours", "not-yours"],
    ["member", "not-yours", "not-yours"],
    ["support", "not-yours", "not-yours"],
    ["officer", "done", "not-yours"],
    ["admin", "done", "not-yours"],
  ] as const)("%s", async (who, inside, outside) => {
    const text = "bổ sung SK-000001 đã áp dụng 2 chuyền"
    expect(await outcome(text, who, "inside")).toBe(inside)
    expect(await outcome(text, who, "outside")).toBe(outside)
  })
})

/** A command that names a unit: `{unit}` stands for one inside or outside of what they have the role for. */
const byUnit = (text: string, expected: Readonly<Record<Who, readonly [inside: string, outside: string]>>) =>
  ROLES.flatMap((who) =>
    (["inside", "outside"] as const).map(
      (place) => [text, who, place, expected[who][place === "inside" ? 0 : 1]] as const,
    ),
  )
const same = (key: string) => [key, key] as const
const officersIn = (inside: string) => ({
  ...{ stranger: same("officers-only"), member: same("officers-only"), support: same("officers-only") },
  ...{ officer: [inside, "unit-outside"] as const, admin: [inside, "unit-outside"] as const },
})

describe("the officer's desk and roles", () => {
  test.each([
    ...byUnit("nhóm của {unit}", officersIn("groups-none")),
    ...byUnit("nhật ký {unit}", officersIn("journal-none")),
    ...byUnit("vai trò {unit}", officersIn("roles-none")),
    ...byUnit("vinh danh tháng {unit}", officersIn("honour-none")),
    ...byUnit("mời hỗ trợ {unit}", {
      ...{ stranger: same("officers-only"), member: same("officers-only") },
      support: same("invite-not-allowed"),
      ...{ officer: ["invited", "invite-not-allowed"], admin: ["invited", "invite-not-allowed"] },
    }),
    ...byUnit("mời cán bộ {unit}", {
      ...{ stranger: same("officers-only"), member: same("officers-only") },
      support: same("invite-not-allowed"),
      ...{ officer: ["invited", "invite-not-allowed"], admin: ["invited", "invite-not-allowed"] },
    }),
    ...byUnit("mời quản trị {unit}", {
      ...{ stranger: same("officers-only"), member: same("officers-only") },
      ...{ support: same("invite-not-allowed"), officer: same("invite-not-allowed") },
      admin: ["invited", "invite-not-allowed"],
    }),
    ...byUnit("bàn giao", {
      ...{ stranger: same("officers-only"), member: same("officers-only") },
      ...{ support: same("hand-over-code"), officer: same("hand-over-code"), admin: same("hand-over-code") },
    }),
    ...byUnit("thu hồi vai trò", {
      ...{ stranger: same("officers-only"), member: same("officers-only"), support: same("officers-only") },
      ...{ officer: same("roles-none"), admin: same("roles-none") },
    }),
    ...byUnit("yêu cầu YC-1", {
      ...{ stranger: same("request-which"), member: same("request-which"), support: same("request-which") },
      ...{ officer: ["request-line", "request-unknown"], admin: ["request-line", "request-unknown"] },
    }),
    ...byUnit("trả lời YC-1 Đã bỏ tên", {
      ...{ stranger: same("officers-only"), member: same("officers-only"), support: same("officers-only") },
      ...{ officer: ["request-answered", "request-unknown"], admin: ["request-answered", "request-unknown"] },
    }),
    ...byUnit("gia hạn YC-1 cần hỏi CĐCS", {
      ...{ stranger: same("officers-only"), member: same("officers-only"), support: same("officers-only") },
      ...{ officer: ["request-extended", "request-unknown"], admin: ["request-extended", "request-unknown"] },
    }),
    ...byUnit("tổng hợp tuần {unit}", {
      ...{ stranger: same("tally-officers-only"), member: same("tally-officers-only") },
      support: same("tally-officers-only"),
      officer: ["progress-too-early", "tally-officers-only"],
      admin: ["progress-too-early", "tally-officers-only"],
    }),
    ...byUnit("thu hồi công nhận SK-000002 nhầm mã", {
      ...{ stranger: same("officers-only"), member: same("officers-only"), support: same("officers-only") },
      ...{
        officer: ["taken-back", "not-taken-back:outside"],
        admin: ["taken-back", "not-taken-back:outside"],
      },
    }),
    ...byUnit("sửa SK-000001: Cải tiến khuôn dập chi tiết loa", {
      ...{ stranger: same("not-yours"), member: same("not-yours"), support: same("not-yours") },
      ...{ officer: ["edited", "not-yours"], admin: ["edited", "not-yours"] },
    }),
    ...byUnit("hủy SK-000001 vì gửi nhầm", {
      ...{ stranger: same("not-yours"), member: same("not-yours"), support: same("not-yours") },
      ...{ officer: ["withdrawn", "not-yours"], admin: ["withdrawn", "not-yours"] },
    }),
  ])("%s: %s, %s", async (text, who, place, expected) => {
    const code = (place === "inside" ? INSIDE : OUTSIDE).code
    expect(await said(text.replace("{unit}", code), who, place)).toBe(expected)
  })
})

describe("a reminder typed without its mark", () => {
  // For an officer it gets as far as the reminder, which asks when.
  test.each([
    ["nhac KCN-01", "officer", "remind-when"],
    ["nhac kcn-01", "admin", "remind-when"],
    ["nhac KCN-01", "support", "not-understood"],
    ["nhac KCN-01", "member", "not-understood"],
    ["nhac GD-01", "officer", "not-understood"],
    ["nhac hay qua", "officer", "not-understood"],
  ] as const)("%s by %s", async (text, who, expected) => {
    expect(await said(text, who, "inside")).toBe(expected)
  })
})
