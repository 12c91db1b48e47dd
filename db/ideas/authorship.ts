import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import type { Cause } from "../cause.ts"
import type { Trx } from "../schema.ts"
import { note } from "./history.ts"

/** Records handed in for somebody are theirs. Throws `Conflict` when one of them has become somebody else's. */
export async function own(
  trx: Trx,
  { personId, initiativeIds }: Change & { do: "own" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("initiative")
    .set({ author_id: personId })
    .where("id", "in", initiativeIds)
    .where((eb) => eb.or([eb("author_id", "is", null), eb("author_id", "=", personId)]))
    .executeTakeFirst()
  if (numUpdatedRows !== BigInt(initiativeIds.length)) throw new Conflict()
  for (const id of initiativeIds) await note(trx, id, { kind: "owned", actorId: personId, at })
}

/** A record that bears somebody's name is not theirs, they say: the name stays until it is corrected. */
export async function disown(
  trx: Trx,
  { personId, initiativeId }: Change & { do: "disown" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  await note(trx, initiativeId, { kind: "disowned", actorId: personId, at })
  await trx
    .updateTable("initiative")
    .set({ author_id: null })
    .where("id", "=", initiativeId)
    .where("author_id", "=", personId)
    .execute()
}
