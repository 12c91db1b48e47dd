import { type Kysely, sql } from "kysely"
import type { SetTargets, TargetKind } from "../../core/campaign/target.ts"
import type { LocalDate } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import type { Cause } from "../cause.ts"
import { logAction } from "../people/audit.ts"
import type { Database, Trx } from "../schema.ts"
import { lockUnits } from "./unit.ts"

/** The targets that officers set and that are in force on `day`. */
export async function setTargetsOn(
  db: Kysely<Database>,
  campaignId: string,
  day: LocalDate,
): Promise<SetTargets> {
  const { rows } = await sql<{
    kind: TargetKind
    phase: string
    unit_id: string
    amount: number | null
    effective_from: LocalDate
    reason: string | null
  }>`
    select distinct on (kind, phase, unit_id) kind, phase, unit_id, amount, effective_from, reason
    from unit_target where campaign_id = ${campaignId} and effective_from <= ${day}::date
    order by kind, phase, unit_id, effective_from desc`.execute(db)
  const set = { assigned: new Map(), pledged: new Map() }
  for (const row of rows) {
    // Taken back: the headcount decides again.
    if (row.amount === null) continue
    const ofPhase = set[row.kind].get(row.phase) ?? new Map()
    set[row.kind].set(row.phase, ofPhase)
    ofPhase.set(row.unit_id, {
      amount: row.amount,
      from: row.effective_from,
      reason: row.reason ?? undefined,
    })
  }
  return set
}

/** Writes down what an officer set; the same day's again replaces it. */
export async function writeTarget(
  trx: Trx,
  change: Change & { do: "set_target" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  // Readers remember targets with the units.
  await lockUnits(trx)
  const values = { amount: change.amount, reason: change.reason ?? null, set_by: change.personId, set_at: at }
  await trx
    .insertInto("unit_target")
    .values({
      ...values,
      campaign_id: change.campaignId,
      unit_id: change.unitId,
      kind: change.kind,
      phase: change.phase,
      effective_from: change.from,
    })
    .onConflict((conflict) =>
      conflict.columns(["campaign_id", "unit_id", "kind", "phase", "effective_from"]).doUpdateSet(values),
    )
    .execute()
  await logAction(trx, {
    ...change,
    action: "set_target",
    // The reason is somebody's words and stands with the target, where it can be cleaned.
    subject: { kind: change.kind, phase: change.phase, amount: change.amount, day: change.from },
    from: chat,
    at,
  })
}
