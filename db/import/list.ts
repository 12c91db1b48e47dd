import type { Kysely } from "kysely"
import type { ExportedInitiative } from "../../core/campaign/operator-store.ts"
import type { Database } from "../schema.ts"
import { ID_KEY } from "./found.ts"

/** Initiatives of a campaign in the order of their numbers; `forPortal`: recognised and not yet on the portal. */
export async function listInitiatives(
  db: Kysely<Database>,
  campaignId: string,
  options: { readonly forPortal: boolean },
): Promise<ExportedInitiative[]> {
  const rows = await db
    .selectFrom("initiative")
    .innerJoin("unit", "unit.id", "initiative.unit_id")
    .where("initiative.campaign_id", "=", campaignId)
    .$if(options.forPortal, (query) =>
      query
        .where("initiative.recognized_at", "is not", null)
        .where("initiative.on_portal_at", "is", null)
        .where("initiative.status", "not in", ["refused", "withdrawn", "duplicate"]),
    )
    .select([
      "initiative.source_key",
      "initiative.number",
      "initiative.status",
      "unit.code as unit",
      "initiative.title",
      "initiative.author_name",
      "initiative.sector",
      "initiative.benefit_raw",
      "initiative.registered_at",
      "initiative.recognized_at",
      "initiative.on_portal_at",
      "initiative.portal_code",
    ])
    .orderBy("initiative.number")
    .execute()
  return rows.map((row) => ({
    sourceId: row.source_key?.startsWith(ID_KEY) === true ? row.source_key.slice(ID_KEY.length) : null,
    number: row.number,
    status: row.status,
    unit: row.unit,
    title: row.title,
    author: row.author_name,
    sector: row.sector,
    benefit: row.benefit_raw,
    registeredAt: row.registered_at.getTime(),
    recognizedAt: row.recognized_at?.getTime() ?? null,
    onPortalAt: row.on_portal_at?.getTime() ?? null,
    portalCode: row.portal_code,
  }))
}
