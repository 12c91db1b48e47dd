import { expect, test } from "vitest"
import { decide } from "./decide.ts"
import type { Decision } from "./decision.ts"
import type { Reads } from "./reads.ts"
import { aContext, aMessage, aMoment, aPerson, aRunningCampaign, aUnitRef, readsOfUnits } from "./testing.ts"

// Whatever a command is followed by, its own readers get to see it: an expression that looks for its end at every place would
// take the square or the cube of the length, and this test would not come to its end.

const TINH = aUnitRef("TINH", "Liên đoàn")
const TNG = aUnitRef("KCN-01", "CĐCS May TNG", "TINH")

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
const NOW = Date.parse("2026-03-10T09:00:00+07:00")

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
  return await decide(ADMINISTRATOR, aMessage(text), aMoment(NOW), READS)
}

const ADMINISTRATOR = aContext({
  person: aPerson({ unit: TNG, grants: [{ role: "admin", unit: TINH }] }),
  campaign: aRunningCampaign(TINH, { sectors: ["An toàn"] }),
})

/** Nothing is ever found but the two units; here it counts that everything is read. */
const FOUND: Partial<Reads> = {
  ...readsOfUnits([TINH, TNG]),
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
  entrance: () => undefined,
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
