import type { Change } from "../../core/conversation/change.ts"
import { Conflict } from "../../core/conversations.ts"
import type { Cause } from "../cause.ts"
import type { Trx } from "../schema.ts"

/**
 * Ends the dialogue in another chat of the same person. A step of that conversation as any other: of two at a time one loses
 * and gets `Conflict`, as with a message.
 */
export async function leaveDialogue(
  trx: Trx,
  { chat, account, version }: Change & { do: "leave_dialogue" },
  { at }: Pick<Cause, "at">,
): Promise<void> {
  const left = await trx
    .updateTable("conversation")
    .set({ dialogue: null, version: version + 1, updated_at: at })
    .where("chat_id", "=", chat)
    .where("account_id", "=", account)
    .where("version", "=", version)
    .executeTakeFirst()
  if (left.numUpdatedRows === 0n) throw new Conflict()
}
