import { describe, expect, test } from "vitest"
import type { AccountId, BotId, ChatId, Incoming } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import { decide } from "../conversation/decide.ts"
import type { Dossier, Reads } from "../conversation/reads.ts"
import type { Role, UnitRef } from "../people/role.ts"
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
    recordedFor: async () => [],
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
    initiativeWithFiles: unused,
    purposeOfAlbum: unused,
    portalRecords: unused,
    reachableIn: async () => [],
    privateChatOf: async () => undefined,
    portalCodeOwners: async () => new Map(),
    exportSize: async () => 1,
    exportRecord: unused,
    invitation: unused,
    targetOf: async () => undefined,
    groups: async () => ({ total: 0, groups: [] }),
    group: async () => undefined,
    journal: async () => ({ total: 0, entries: [] }),
    offices: async () => [],
    administrators: async () => [],
    honours: async () => ({ units: [], people: [], breakthroughs: [], uncompared: 0 }),
    phaseTarget: async () => undefined,
    tally: unused,
    tallyRecords: unused,
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
      campaign: { startsOn: "2025-09-01", phases: [], sectors: [] } as never,
    },
  }
}

/** What is done, or the key of the sentence that says why not. */
async function outcome(text: string, who: Who, place: Place): Promise<string> {
  const incoming: Incoming = {
    updateKey: "1",
    bot: "web:local" as BotId,
    chat: { id: "web:private-x" as ChatId, kind: "private" },
    from: { account: "web:x" as AccountId, name: "Trần X" },
    content: { kind: "text", text, addressed: true },
  }
  let id = 0
  const moment = { now: 1_000, timeZone: "Asia/Ho_Chi_Minh", newId: () => `new-${++id}` }
  const decision = await decide(context(who), incoming, moment, reads(place))
  if ((decision.register?.length ?? 0) > 0) return "done"
  if (decision.changes?.some((change) => change.do === "judge" || change.do === "describe")) return "done"
  if (decision.dialogue?.step === "review") return "done"
  const [first] = decision.say?.[0]?.content.phrases ?? []
  if (first === undefined || !("key" in first)) return "nothing"
  const why = first.args?.["why"]
  return why === undefined ? first.key : `${first.key}:${why}`
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
