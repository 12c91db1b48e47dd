import type { Change } from "../../core/conversation/change.ts"
import type { Cause } from "../cause.ts"
import { logAction } from "../people/audit.ts"
import type { Trx } from "../schema.ts"

/** Writes down what an officer gave; what was given before stays beneath it. */
export async function writeMarks(
  trx: Trx,
  change: Change & { do: "mark_emulation" },
  { at, chat }: Pick<Cause, "at" | "chat">,
): Promise<void> {
  for (const { unitId, points } of change.marks) {
    const { campaignId, period, criterion, personId } = change
    await trx
      .insertInto("emulation_mark")
      .values({
        campaign_id: campaignId,
        unit_id: unitId,
        period,
        criterion,
        points: points === null ? null : String(points),
        reason: change.reason ?? null,
        marked_by: personId,
        at,
      })
      .execute()
    await logAction(trx, {
      personId,
      unitId,
      action: "mark_emulation",
      // The reason is somebody's words and stands with the mark, where it can be cleaned.
      subject: { criterion, period, points },
      from: chat,
      at,
    })
  }
}
