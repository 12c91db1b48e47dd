import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import type { AddressForm } from "../outbox.ts"
import { fold } from "../text/fold.ts"
import { isOfficer, mayAct } from "./role.ts"

/** "xưng hô đồng chí" in a group: an officer of its unit chooses how the bot addresses the people there. */
export function address(turn: Turn, rest: string): Decision {
  const { person, chat } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  const form = formIn(rest)
  if (chat.kind === "private" || form === undefined) return answer(turn, "address-how")
  if (chat.unit === undefined) return answer(turn, "group-not-linked")
  if (!mayAct(person.grants, "officer", chat.unit)) {
    return answer(turn, "unit-outside", { unit: chat.unit.name })
  }
  return {
    changes: [{ do: "address", chat: chat.id, form, personId: person.id, unitId: chat.unit.id }],
    ...answer(turn, "address-set", { form }),
  }
}

function formIn(rest: string): AddressForm | undefined {
  const said = fold(rest)
  if (/dong chi|(?:^| )dc(?: |$)/.test(said)) return "dong_chi"
  return /anh chi|(?:^| )anh\W+chi/.test(said) ? "anh_chi" : undefined
}
