import type { Kysely } from "kysely"
import type { NewInvitation, OperatorStore } from "../core/campaign/operator-store.ts"
import { applyCampaign, listCampaigns } from "./campaign/campaign.ts"
import { setTargetsOn } from "./campaign/target.ts"
import { importUnits, listUnits } from "./campaign/unit.ts"
import { scoreFacts, scoreRecords } from "./emulation/score.ts"
import { newId } from "./id.ts"
import { importInitiatives } from "./import/import.ts"
import { listInitiatives } from "./import/list.ts"
import type { Database } from "./schema.ts"
import { checkCounters, rebuildCounters } from "./tally/counter-check.ts"
import { sectorCounts } from "./tally/export.ts"
import { countedRecords } from "./tally/record.ts"
import { countCorrections, countSpans, sumSpans } from "./tally/tally.ts"

/** The operator's store on a database; `zone` is `TIME_ZONE`. */
export function operatorStore(db: Kysely<Database>, zone: string): OperatorStore {
  return {
    campaigns: () => listCampaigns(db),
    applyCampaign: (document, now) => applyCampaign(db, document, now),
    units: (day) => listUnits(db, day),
    importUnits: (rows, options) => importUnits(db, rows, { ...options, zone }),
    importInitiatives: (campaign, drafts, options) =>
      importInitiatives(db, campaign, drafts, { ...options, zone }),
    initiatives: (campaignId, options) => listInitiatives(db, campaignId, options),
    countSpans: (campaignId, spans, unitIds) => countSpans(db, campaignId, spans, { zone, unitIds }),
    sumSpans: (campaignId, spans, unitIds) => sumSpans(db, campaignId, spans, { zone, unitIds }),
    corrections: (campaignId, span, unitIds) => countCorrections(db, campaignId, span, unitIds),
    setTargets: (campaignId, day) => setTargetsOn(db, campaignId, day),
    sectors: (ask) => sectorCounts(db, ask),
    scoreFacts: (ask) => scoreFacts(db, ask),
    scoreRecords: (ask) => scoreRecords(db, ask),
    countedRecords: (ask, limit) => countedRecords(db, ask, limit),
    addInvitation: (invitation) => addInvitation(db, invitation),
    checkCounters: () => checkCounters(db, zone),
    rebuildCounters: () => rebuildCounters(db, zone),
  }
}

async function addInvitation(db: Kysely<Database>, invitation: NewInvitation): Promise<void> {
  await db
    .insertInto("invitation")
    .values({
      id: newId(),
      code_hash: invitation.codeHash,
      role: invitation.role,
      unit_id: invitation.unitId,
      created_by: null,
      created_at: new Date(invitation.createdAt),
      expires_at: new Date(invitation.expiresAt),
    })
    .execute()
}
