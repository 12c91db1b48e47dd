import type { Incoming } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment } from "../conversation/decision.ts"
import type { AddressForm } from "../outbox.ts"
import { isOfficer } from "../review/judge.ts"
import { fold } from "../text/fold.ts"
import { mayAct } from "./role.ts"

type Written = Pick<Incoming, "message" | "topic">

/** "xưng hô đồng chí" in a group: an officer of its unit chooses how the bot addresses the people there. */
export function address(context: Context, written: Written, rest: string, moment: Moment): Decision {
  const { person, chat } = context
  if (!isOfficer(person)) return answer(context, written, moment, "officers-only")
  const form = formIn(rest)
  if (chat.kind === "private" || form === undefined) return answer(context, written, moment, "address-how")
  if (chat.unit === undefined) return answer(context, written, moment, "group-not-linked")
  if (!mayAct(person.grants, "officer", chat.unit)) {
    return answer(context, written, moment, "unit-outside", { unit: chat.unit.name })
  }
  return {
    changes: [{ do: "address", chat: chat.id, form, personId: person.id, unitId: chat.unit.id }],
    ...answer(context, written, moment, "address-set", { form }),
  }
}

function formIn(rest: string): AddressForm | undefined {
  const said = fold(rest)
  if (/dong chi|(?:^| )dc(?: |$)/.test(said)) return "dong_chi"
  return /anh chi|(?:^| )anh\W+chi/.test(said) ? "anh_chi" : undefined
}
