import { type Kysely, sql } from "kysely"
import {
  type CampaignDocument,
  CampaignFileError,
  campaignOf,
  checkCampaign,
  type GoalPeriod,
} from "../../core/campaign/campaign.ts"
import { isDemo } from "../../core/campaign/demo.ts"
import type { CampaignChange, StoredCampaign } from "../../core/campaign/operator-store.ts"
import type { Schedule } from "../../core/campaign/periods.ts"
import { codeKey } from "../../core/campaign/unit.ts"
import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import { foldWords } from "../../core/text/fold.ts"
import type { Cause } from "../cause.ts"
import { newId } from "../id.ts"
import { logAction } from "../people/audit.ts"
import type { Database, Trx } from "../schema.ts"
import { inTransaction } from "../transaction.ts"
import { lockUnits, writeUnits } from "./unit.ts"

/** All campaigns, latest start first; that of the demo only as long as its federation has no other. Throws `CampaignFileError` when a stored document is not a campaign. */
export async function listCampaigns(db: Kysely<Database>): Promise<StoredCampaign[]> {
  const rows = await db
    .selectFrom("campaign")
    .select(["id", "unit_id", "federation_id", "document"])
    .execute()
  const stored = rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    federationId: row.federation_id,
    campaign: campaignOf(row.document),
  }))
  return stored
    .filter(
      ({ campaign, unitId }) =>
        !isDemo(campaign) || stored.filter((one) => one.unitId === unitId).length === 1,
    )
    .toSorted((a, b) => (a.campaign.startsOn < b.campaign.startsOn ? 1 : -1))
}

/**
 * Stores a checked campaign under its code; the same document again changes nothing. An unknown unit becomes an empty
 * root named by its code, to be filled by a later import of units. Throws when the unit is not a root.
 */
export async function applyCampaign(
  db: Kysely<Database>,
  document: CampaignDocument,
  now: number,
): Promise<CampaignChange> {
  return await inTransaction(db, async (trx) => {
    await lockUnits(trx)
    const { unitId, rootCreated } = await rootFor(trx, document, now)
    const stored = await trx
      .selectFrom("campaign")
      .where("code", "=", document.code)
      .select(["id", "unit_id", sql<boolean>`document = ${JSON.stringify(document)}::jsonb`.as("same")])
      .executeTakeFirst()
    if (stored?.same === true && stored.unit_id === unitId) return { change: "unchanged", rootCreated }
    const values = {
      federation_id: unitId,
      unit_id: unitId,
      document: JSON.stringify(document),
      updated_at: new Date(now),
    }
    if (stored === undefined) {
      await trx
        .insertInto("campaign")
        .values({ ...values, id: newId(), code: document.code, created_at: new Date(now) })
        .execute()
      return { change: "created", rootCreated }
    }
    await trx.updateTable("campaign").set(values).where("id", "=", stored.id).execute()
    return { change: "changed", rootCreated }
  })
}

/** Changes phases or peak periods of a campaign, or adds them; by their codes. Throws `Conflict` when it would contradict itself. */
export async function setPeriods(
  trx: Trx,
  change: Change & { do: "set_periods" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  await changePeriods(trx, { ...change, set: change.periods }, at)
  for (const period of change.periods) {
    const subject = { list: change.list, ...period }
    await logAction(trx, { ...change, action: "set_period", subject, from: chat, at })
  }
}

/** Removes a phase or peak period of a campaign, by its code. Throws `Conflict` when the campaign would contradict itself. */
export async function removePeriod(
  trx: Trx,
  change: Change & { do: "remove_period" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  await changePeriods(trx, { ...change, removed: change.period.code }, at)
  const subject = { list: change.list, ...change.period }
  await logAction(trx, { ...change, action: "remove_period", subject, from: chat, at })
}

async function changePeriods(
  trx: Trx,
  change: {
    readonly campaignId: string
    readonly list: Schedule
    readonly set?: readonly GoalPeriod[]
    readonly removed?: string
  },
  at: Date,
): Promise<void> {
  const { campaignId, list, set = [], removed } = change
  await lockUnits(trx)
  const { document } = await trx
    .selectFrom("campaign")
    .select("document")
    .where("id", "=", campaignId)
    .executeTakeFirstOrThrow()
  const file = checkCampaign(document)
  const key = list === "phases" ? "phases" : "peak_periods"
  const changedCodes = new Set([removed, ...set.map(({ code }) => code)])
  const periods = [
    ...file[key].filter(({ code }) => !changedCodes.has(code)),
    ...set.map(({ startsOn, endsOn, ...period }) => ({ ...period, starts_on: startsOn, ends_on: endsOn })),
  ].toSorted((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
  try {
    const changed = checkCampaign({ ...file, [key]: periods })
    await trx
      .updateTable("campaign")
      .set({ document: JSON.stringify(changed), updated_at: at })
      .where("id", "=", campaignId)
      .execute()
  } catch (error) {
    if (error instanceof CampaignFileError) throw new Conflict()
    throw error
  }
}

async function rootFor(
  trx: Trx,
  document: CampaignDocument,
  now: number,
): Promise<{ unitId: string; rootCreated: boolean }> {
  const units = await trx.selectFrom("unit").select(["id", "code", "parent_id"]).execute()
  const known = units.find((unit) => codeKey(unit.code) === codeKey(document.unit))
  if (known !== undefined) {
    if (known.parent_id === null) return { unitId: known.id, rootCreated: false }
    const parent = units.find((unit) => unit.id === known.parent_id)
    throw new Error(
      `unit: "${document.unit}" is not a root, it stands below "${parent?.code}". Name the root unit of the federation in the campaign file.`,
    )
  }
  const id = newId()
  const root = {
    id,
    federationId: id,
    code: document.unit,
    name: document.unit,
    nameKey: foldWords(document.unit),
    level: "province",
    parentId: null,
    path: [id],
    effectiveFrom: document.starts_on,
    state: "open" as const,
  }
  const { effectiveFrom, name, level, parentId, state } = root
  const versions = [{ unitId: id, effectiveFrom, name, level, parentId, state }]
  await writeUnits(trx, { units: [root], headcounts: [], versions, aliases: [] }, now)
  return { unitId: id, rootCreated: true }
}
