import { expect, test } from "vitest"
import type { Reminder } from "../../core/reminder/reminder.ts"
import { cliOn } from "./testing.ts"

const unit = { id: "u", code: "KCN", name: "Công đoàn các KCN tỉnh", path: ["u"] }
const standing: Reminder = {
  id: "r",
  number: 3,
  campaignId: "c",
  state: "standing",
  words: "Lời riêng của cán bộ",
  audience: { kind: "short", unit },
  when: { kind: "weekly", days: ["monday"], time: "08:00", until: "2026-12-31" },
  nextAt: Date.parse("2026-11-23T08:00:00+07:00"),
}
const stopped: Reminder = { ...standing, number: 2, state: "stopped", nextAt: undefined }
const cli = cliOn(undefined as never, { reminders: async () => [standing, stopped] })

test("reminders are listed with state, audience and next moment, without their words", async () => {
  const { exit, out } = await cli("reminders", "list")
  expect(exit).toBe(0)
  expect(out).toEqual([
    "NH-3\tstanding\tshort\tKCN\tlúc 8:00 các thứ Hai đến 31/12\t2026-11-23 08:00",
    "NH-2\tstopped\tshort\tKCN\tlúc 8:00 các thứ Hai đến 31/12\t-",
  ])
})

test("for machines they are one array", async () => {
  const { out } = await cli("reminders", "list", "--json")
  const [first, second] = JSON.parse(out[0] ?? "")
  expect(first).toEqual({
    code: "NH-3",
    state: "standing",
    audience: "short",
    unit: "KCN",
    schedule: "lúc 8:00 các thứ Hai đến 31/12",
    nextAt: "2026-11-23T08:00:00+07:00",
  })
  expect(second).toMatchObject({ code: "NH-2", nextAt: null })
})
