import { type Kysely, sql } from "kysely"
import type { InitiativeImportResult, StoredCampaign } from "../../core/campaign/operator-store.ts"
import { decideImport, type ImportDecision } from "../../core/intake/initiative-import.ts"
import type { InitiativeDraft } from "../../core/intake/initiative-sheet.ts"
import { indexIdeas } from "../ideas/ideas.ts"
import type { Database } from "../schema.ts"
import { addDayCounts, chunks, DayCounts } from "./days.ts"
import { findStored } from "./found.ts"
import { type Write, writeChunk, writeOf } from "./write.ts"

/**
 * Writes checked rows of a sheet: records, events and the counters per unit and day, in one transaction, so that a crash
 * leaves nothing half done. New records get their numbers in the order of registration. With `dryRun` nothing is written.
 */
export async function importInitiatives(
  db: Kysely<Database>,
  campaign: Pick<StoredCampaign, "id" | "federationId">,
  drafts: readonly InitiativeDraft[],
  options: { readonly dryRun: boolean; readonly now: number; readonly zone: string },
): Promise<InitiativeImportResult> {
  return db.transaction().execute(async (trx) => {
    // Two imports of the same sheet at once would both find nothing stored and both insert.
    await sql`select pg_advisory_xact_lock(hashtext('import'), hashtext(${campaign.id}))`.execute(trx)
    const result = { created: 0, changed: 0, unchanged: 0, closed: 0 }
    const inOrder = drafts.toSorted((a, b) => a.registeredAt - b.registeredAt || a.line - b.line)
    const days = new DayCounts(options.zone)
    for (const chunk of chunks(inOrder)) {
      const stored = await findStored(trx, campaign.id, chunk)
      const writes: Write[] = []
      for (const draft of chunk) {
        const known = stored.get(draft)
        const decision = decideImport(known, draft, options.now)
        count(result, decision)
        if (decision.kind === "create" || decision.kind === "change") {
          writes.push(writeOf(draft, known, decision))
        }
      }
      if (options.dryRun) continue
      await writeChunk(trx, campaign, writes, options.now)
      for (const write of writes) for (const event of write.events) days.add(event)
    }
    await addDayCounts(trx, campaign.id, days)
    while ((await indexIdeas(trx)) > 0);
    return result
  })
}

function count(
  result: { created: number; changed: number; unchanged: number; closed: number },
  decision: ImportDecision,
): void {
  switch (decision.kind) {
    case "create":
      result.created += 1
      return
    case "change":
      result.changed += 1
      return
    case "unchanged":
      result.unchanged += 1
      return
    case "closed":
      result.closed += 1
      return
    default:
      decision satisfies never
  }
}
