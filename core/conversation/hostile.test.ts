import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { UnitRef } from "../people/role.ts"
import type { Context } from "./context.ts"
import { decide } from "./decide.ts"
import type { Decision } from "./decision.ts"
import type { Reads } from "./reads.ts"

// Whatever a command is followed by, its own readers get to see it: an expression that looks for its end at every place would
// take the square or the cube of the length, and this test would not come to its end.

const TINH: UnitRef = { id: "T", code: "TINH", name: "Liên đoàn", path: ["T"] }
const TNG: UnitRef = { id: "K", code: "KCN-01", name: "CĐCS May TNG", path: ["T", "K"] }

const COMMANDS = [
  "đăng ký: ",
  "đăng ký hộ ",
  "đăng ký hộ:\n1. ",
  "bổ sung SK-000001 ",
  "sửa SK-000001: ",
  "hủy SK-000001 ",
  "tìm ",
  "đồng tác giả SK-000001 ",
  "mời cán bộ ",
  "mã ",
  "duyệt ",
  "công nhận SK-000001 ",
  "hỏi thêm SK-000001 ",
  "từ chối SK-000001 ",
  "lên cổng SK-000001 ",
  "thu hồi công nhận SK-000001 ",
  "nhắc ",
  "nhắc đơn vị chưa đạt 8h ",
  "tổng hợp từ ",
  "chỉ tiêu May TNG 80 ",
  "giai đoạn 1 ",
  "đợt cao điểm thêm ",
  "đơn vị thêm ",
  "đơn vị tách ",
  "đơn vị chuyển ",
  "phấn đấu ",
  "vinh danh ",
  "xuất ",
  "nhóm ",
  "nhật ký ",
  "vai trò ",
  "yêu cầu dữ liệu ",
  "trả lời YC-1 ",
]
const PIECES = [" ", ",", " ,", "; ", "(", "1", "a ", ". ", "-", "\n", "“", "1/1 - ", "%"]
const LENGTH = 4_000

test.each(COMMANDS)("%j is read to its end, whatever stands behind it", async (command) => {
  for (const piece of PIECES) {
    const decision = await decisionOn(`${command}${piece.repeat(LENGTH / piece.length)}!x`)
    const says = (decision.say?.length ?? 0) + (decision.register?.length ?? 0)
    expect([piece, says > 0]).toEqual([piece, true])
  }
})

// PostgreSQL's jsonb refuses half of a character, and with it all that is decided.
test.each(COMMANDS)(
  "%j keeps and says no half of an emoji, wherever what stands behind it is cut",
  async (command) => {
    for (const before of ["Cải tiến ", "Cải tiếns "]) {
      const decision = await decisionOn(`${command}${before}${"👍".repeat(LENGTH / 2)}`)
      expect([before, halves(decision)]).toEqual([before, []])
    }
  },
)

function halves(decision: Decision): readonly string[] {
  return JSON.stringify(decision).match(/.{0,40}\\ud[89a-f][\da-f]{2}/gi) ?? []
}

async function decisionOn(text: string): Promise<Decision> {
  return await decide(
    ADMINISTRATOR,
    {
      updateKey: "1",
      bot: "web:local" as BotId,
      chat: { id: "web:x" as ChatId, kind: "private" },
      from: { account: "web:x" as AccountId, name: "An" },
      content: { kind: "text", text, addressed: true },
    },
    { now: Date.parse("2026-03-10T09:00:00+07:00"), timeZone: "Asia/Ho_Chi_Minh", newId: () => "new" },
    READS,
  )
}

const ADMINISTRATOR: Context = {
  chat: {
    id: "web:x" as ChatId,
    bot: "web:local" as BotId,
    kind: "private",
    known: true,
    unit: undefined,
  },
  account: { id: "web:x" as AccountId, name: "An" },
  person: { id: "x", name: "An", unit: TNG, consents: true, grants: [{ role: "admin", unit: TINH }] },
  version: 0,
  dialogue: undefined,
  campaign: {
    id: "campaign",
    federation: TINH,
    campaign: {
      ...{ startsOn: "2025-09-01", endsOn: "2026-12-31", peakPeriods: [], sectors: ["An toàn"] },
      phases: [{ code: "gd1", name: "Giai đoạn 1", startsOn: "2025-09-01", endsOn: "2026-05-31", goal: 5 }],
      reminders: { holidays: [] },
      weeklyClosing: { weekday: "friday", at: "16:00" },
    } as never,
  },
}

/** Nothing is ever found but the two units; here it counts that everything is read. */
const FOUND: Partial<Reads> = {
  units: async () => [
    { ...TINH, nameKey: "lien doan" },
    { ...TNG, nameKey: "cdcs may tng" },
  ],
  unit: async (id) => (id === "T" ? TINH : TNG),
  hasSubUnits: async () => false,
  initiative: async () => undefined,
  dataRequest: async () => undefined,
  registrationElsewhere: async () => undefined,
  initiativesOf: async () => ({ total: 0, newest: [] }),
  handedInBy: async () => ({ total: 0, newest: [] }),
  journal: async () => ({ total: 0, entries: [] }),
  groups: async () => ({ total: 0, groups: [] }),
  wrongCodes: async () => 0,
  openRequestsFrom: async () => 0,
  hashCode: (code) => code,
  newCode: () => "code",
  invitation: async () => undefined,
  accountCode: async () => undefined,
  team: async () => undefined,
  phaseTarget: async () => undefined,
  targetOf: async () => undefined,
  reminderField: async () => ({
    today: "2026-03-10",
    phase: undefined,
    standings: [],
    ways: [],
    drafts: [],
  }),
  portalCodeOwners: async () => new Map(),
  honours: async () => ({ units: [], people: [], breakthroughs: [], uncompared: 0 }),
}
const READS = new Proxy(FOUND, {
  get: (found, name) => Reflect.get(found, name) ?? (async () => []),
}) as Reads
