import { expect, test } from "vitest"
import type { StoredCampaign } from "../campaign/operator-store.ts"
import { aCampaign, aUnit, ZONE } from "../tally/testing.ts"
import { type ExportPorts, exportedFile } from "./file.ts"
import type { OutSheet } from "./sheet.ts"

const CAMPAIGN: StoredCampaign = {
  id: "c",
  federationId: "LDLD-TN",
  unitId: "LDLD-TN",
  campaign: aCampaign(),
}
const UNITS = [
  aUnit("LDLD-TN", "Liên đoàn Lao động tỉnh Thái Nguyên", null, 0),
  aUnit("KCN/1", "Công đoàn các KCN tỉnh", "LDLD-TN", 100),
]

async function taken(ref: Parameters<typeof exportedFile>[1]) {
  const written: OutSheet[] = []
  const ports: ExportPorts = {
    campaigns: async () => [CAMPAIGN],
    records: async () => [],
    source: {
      units: async () => UNITS,
      countedRecords: async () => [],
      countSpans: notHere,
      corrections: notHere,
      setTargets: notHere,
      scoreFacts: notHere,
      scoreRecords: notHere,
      sectors: notHere,
    },
    write: async (sheets) => {
      written.push(...sheets)
      return new Uint8Array()
    },
    say: () => "Sáng kiến",
    zone: ZONE,
    now: () => Date.parse("2026-03-10T09:00:00+07:00"),
  }
  const file = await exportedFile(ports, ref)
  return { name: file?.name, about: written[0]?.about }
}

async function notHere(): Promise<never> {
  throw new Error("this test makes no tally")
}

const [root, kcn] = ["LDLD-TN", "KCN/1"]
const MARCH = { from: Date.parse("2022-03-01T00:00:00+07:00"), to: Date.parse("2022-04-01T00:00:00+07:00") }

test("a file is named by what is in it, so that two units or two months do not take each other's place", async () => {
  const mine = { campaignId: "c", personId: "p" }
  const initiatives = { ...mine, kind: "initiatives", form: "xlsx" } as const
  expect(await taken({ ...initiatives, which: "all", unitIds: [root] })).toEqual({
    name: "sang-kien-2026-03-10.xlsx",
    about: "1 triệu sáng kiến · Liên đoàn Lao động tỉnh Thái Nguyên",
  })
  expect(await taken({ ...initiatives, which: "recognized", unitIds: [kcn], span: MARCH })).toEqual({
    name: "da-cong-nhan-KCN-1-2022-03-01-den-2022-03-31.xlsx",
    about: "1 triệu sáng kiến · Công đoàn các KCN tỉnh · 1/3/2022 – 31/3/2022",
  })
  expect(
    await taken({
      ...mine,
      kind: "records",
      form: "csv",
      of: "onPortal",
      unitId: kcn,
      period: "month",
      ...MARCH,
    }),
  ).toEqual({
    name: "ho-so-len-cong-KCN-1-2022-03-01-den-2022-03-31.csv",
    about: "1 triệu sáng kiến · Công đoàn các KCN tỉnh · 1/3/2022 – 31/3/2022",
  })
  expect((await taken({ ...initiatives, which: "for_portal", unitIds: [root, kcn] })).name).toBe(
    "cho-len-cong-2026-03-10.xlsx",
  )
})
