import type { Incoming } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"

/** "dữ liệu của tôi": what is kept about the person who asks, said only in private. */
export async function myData(
  context: Context,
  written: Pick<Incoming, "message" | "topic">,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { person } = context
  if (context.chat.kind === "group") return answer(context, written, moment, "my-data-in-private")
  if (person === undefined) return answer(context, written, moment, "my-data-none")
  const { total } = await reads.initiativesOf(person.id, 1)
  return answer(context, written, moment, person.unit === undefined ? "my-data-no-unit" : "my-data", {
    name: person.name,
    unit: person.unit?.name ?? "",
    count: total,
  })
}
