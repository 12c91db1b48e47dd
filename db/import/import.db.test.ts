import { expect, test } from "vitest"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { demoCampaign, demoUnits } from "../../core/campaign/demo.ts"
import { localDate } from "../../core/clock.ts"
import type { InitiativeDraft } from "../../core/intake/initiative-sheet.ts"
import { applyCampaign } from "../campaign/campaign.ts"
import { importUnits } from "../campaign/unit.ts"
import { freshDatabase, listened, planOf, rowsRead } from "../testing.ts"
import { importInitiatives } from "./import.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const NOW = Date.parse("2026-11-20T08:00:00+07:00")
const options = { dryRun: false, now: NOW, zone: ZONE }

test("an import finds what is stored already by its keys, however much there is", async () => {
  await using fresh = await freshDatabase()
  const today = localDate(NOW, ZONE)
  await importUnits(fresh.db, demoUnits(today), options)
  await applyCampaign(fresh.db, checkCampaign(demoCampaign(today)), NOW)
  const { id, federation_id: federationId } = await fresh.db
    .selectFrom("campaign")
    .select(["id", "federation_id"])
    .executeTakeFirstOrThrow()
  const unit = await fresh.db.selectFrom("unit").select("id").limit(1).executeTakeFirstOrThrow()
  const drafts = Array.from({ length: 2_100 }, (_, n) => draft(n, unit.id))
  const campaign = { id, federationId }
  await importInitiatives(fresh.db, campaign, drafts, options)

  const { db, asked } = listened(fresh)
  const again = await importInitiatives(db, campaign, drafts.slice(0, 5), options)
  expect(again).toMatchObject({ created: 0, unchanged: 5 })
  const lookUp = asked.find(({ sql }) => sql.includes("source_key") && sql.endsWith("for update"))
  if (lookUp === undefined) throw new Error("nothing was looked up")
  expect(rowsRead(await planOf(fresh, lookUp))).toBeLessThan(200)
})

function draft(n: number, unitId: string): InitiativeDraft {
  return {
    line: n + 2,
    key: `id:${n}`,
    number: n + 1,
    unitId,
    title: `Cải tiến ${n}`,
    titleKey: `cai tien ${n}`,
    author: "An",
    sector: undefined,
    benefit: undefined,
    registeredAt: NOW - n * 60_000,
    recognizedAt: undefined,
    onPortalAt: undefined,
    ends: {},
    portalCode: undefined,
    status: undefined,
    extra: {},
  }
}
