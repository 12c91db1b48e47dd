import fc from "fast-check"
import { expect, test } from "vitest"
import type { Given } from "./initiative-dates.ts"
import {
  decideImport,
  type ImportEvent,
  type ImportedInitiative,
  type StoredInitiative,
} from "./initiative-import.ts"
import type { InitiativeDraft } from "./initiative-sheet.ts"

const NOW = Date.parse("2026-03-10T09:00:00+07:00")
const DAY_MS = 24 * 3_600_000

/** What a sheet may say of one initiative of the unit "K" or "L". */
const draft: fc.Arbitrary<InitiativeDraft> = fc.record({
  line: fc.constant(2),
  key: fc.constant("id:1"),
  number: fc.constant(undefined),
  unitId: fc.constantFrom("K", "L"),
  title: fc.constantFrom("Cữ gá", "Kệ xoay"),
  titleKey: fc.constant("cu ga"),
  author: fc.constant("An"),
  sector: fc.constantFrom(undefined, "An toàn"),
  benefit: fc.constant(undefined),
  registeredAt: fc.integer({ min: 1, max: 9 }).map((day) => NOW - day * DAY_MS),
  recognizedAt: fc.constantFrom<Given>(undefined, "empty", NOW - DAY_MS),
  onPortalAt: fc.constantFrom<Given>(undefined, "empty", NOW),
  ends: fc.constant({}),
  portalCode: fc.constantFrom(undefined, "CP-1"),
  status: fc.constantFrom(undefined, "under_review", "needs_more_info", "refused", "withdrawn", "duplicate"),
  extra: fc.constantFrom<Readonly<Record<string, string>>>({}, { ghi: "chú" }),
})

/** The record as the store keeps it, every date by an import. */
function kept(record: ImportedInitiative): StoredInitiative {
  const byImport = {
    recognizedByImport: record.recognizedAt !== null,
    onPortalByImport: record.onPortalAt !== null,
  }
  return { id: "1", ...record, benefitRaw: record.benefit?.raw ?? null, ...byImport }
}

function counted(events: readonly ImportEvent[]) {
  const sum = (counter: "registered" | "recognized" | "onPortal", unitId: string) =>
    events.filter((event) => event.unitId === unitId).reduce((total, event) => total + event[counter], 0)
  return ["K", "L"].map((unit) => [sum("registered", unit), sum("recognized", unit), sum("onPortal", unit)])
}

test("whatever sheets said one after the other, a unit counts what its record is, and the last one again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(draft, { minLength: 1, maxLength: 5 }), (sheets) => {
      let stored: StoredInitiative | undefined
      const events: ImportEvent[] = []
      for (const sheet of sheets) {
        const decision = decideImport(stored, sheet, NOW)
        if (decision.kind === "unchanged" || decision.kind === "closed") continue
        stored = kept(decision.record)
        events.push(...decision.events)
        expect(["unchanged", "closed"]).toContain(decideImport(stored, sheet, NOW).kind)
      }
      const isCounted = stored?.status !== "withdrawn" && stored?.status !== "duplicate"
      const is = (at: number | null | undefined) => (isCounted && at != null ? 1 : 0)
      const own = [is(stored?.registeredAt), is(stored?.recognizedAt), is(stored?.onPortalAt)]
      expect(counted(events)).toEqual(["K", "L"].map((unit) => (stored?.unitId === unit ? own : [0, 0, 0])))
    }),
    { numRuns: 500 },
  )
})

test("what a sheet takes off the portal has no number there any more, unless the sheet still names one", () => {
  const first: InitiativeDraft = {
    line: 2,
    key: "id:1",
    number: undefined,
    unitId: "K",
    title: "Cữ gá",
    titleKey: "cu ga",
    author: "An",
    sector: undefined,
    benefit: undefined,
    registeredAt: NOW - 2 * DAY_MS,
    recognizedAt: NOW - DAY_MS,
    onPortalAt: NOW,
    ends: {},
    portalCode: "CP-1",
    status: undefined,
    extra: {},
  }
  const made = decideImport(undefined, first, NOW)
  if (made.kind !== "create") throw new Error("the first sheet makes the record")
  const stored = kept(made.record)
  const again = (sheet: Partial<InitiativeDraft>) => decideImport(stored, { ...first, ...sheet }, NOW)
  expect(again({ onPortalAt: "empty", portalCode: undefined })).toMatchObject({
    record: { status: "recognized", portalCode: null },
  })
  expect(again({ onPortalAt: "empty" })).toMatchObject({ record: { portalCode: "CP-1" } })
  expect(again({ onPortalAt: undefined, portalCode: undefined })).toEqual({ kind: "unchanged" })
})
