import type { Incoming } from "../channel.ts"
import { localDate } from "../clock.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { InitiativeView, Reads } from "../conversation/reads.ts"
import type { Phrase } from "../outbox.ts"
import { mayTouch } from "../people/role.ts"
import { firstApplied } from "../review/deadline.ts"
import { initiativeCode, readCode } from "./code.ts"
import { isTitle } from "./registration.ts"

type Written = Pick<Incoming, "message" | "topic">

const UNDO_MS = 10 * 60_000
const LIST_LENGTH = 10
const LONGEST_ADDITION = 5_000

/** "của tôi": the person's newest initiatives and where they stand. */
export async function mine(
  context: Context,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const list =
    context.person === undefined
      ? { total: 0, newest: [] }
      : await reads.initiativesOf(context.person.id, LIST_LENGTH)
  const waiting = await unclaimedBy(context, reads)
  if (list.total === 0)
    return {
      say: [
        reply(context, written, moment, { phrases: waiting.length > 0 ? waiting : [{ key: "mine-none" }] }),
      ],
    }
  const lines: Phrase[] = list.newest.map((initiative) => ({
    key: "mine-line",
    args: {
      code: initiativeCode(initiative.number),
      title: initiative.title,
      status: initiative.status,
    },
  }))
  const more: Phrase[] =
    list.total > lines.length ? [{ key: "mine-more", args: { count: list.total - lines.length } }] : []
  return {
    say: [
      reply(context, written, moment, {
        phrases: [{ key: "mine-head", args: { count: list.total } }, ...lines, ...more, ...waiting],
      }),
    ],
  }
}

/** What others registered under this person's name, who had no account then. */
async function unclaimedBy({ person }: Context, reads: Reads): Promise<readonly Phrase[]> {
  if (person?.unit === undefined) return []
  const found = await reads.unclaimed(person.unit.id, person.name)
  if (found.length === 0) return []
  const list = found.map(({ number, title }) => `${initiativeCode(number)} (${title})`).join("; ")
  return [{ key: "unclaimed", args: { count: found.length, list } }]
}

/** "hủy SK-000123": within ten minutes without a word, later with a reason, never once it is recognised. */
export async function cancel(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const found = await ownNamed(context, written, rest, moment, reads)
  if (!("initiative" in found)) return found
  const { initiative, rest: reason, personId } = found
  const code = initiativeCode(initiative.number)
  if (initiative.status === "withdrawn")
    return answer(context, written, moment, "already-withdrawn", { code })
  if (initiative.status === "recognized" || initiative.status === "on_portal") {
    return answer(context, written, moment, "too-late-to-withdraw", { code })
  }
  if (reason === "" && moment.now - initiative.createdAt > UNDO_MS) {
    return answer(context, written, moment, "withdraw-why", { code })
  }
  return {
    changes: [{ do: "withdraw", initiativeId: initiative.id, reason, personId }],
    ...answer(context, written, moment, "withdrawn", { code, title: initiative.title }),
  }
}

/** "bổ sung SK-000123 …": adds words to the description. */
export async function add(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const found = await ownNamed(context, written, rest, moment, reads)
  if (!("initiative" in found)) return found
  const code = initiativeCode(found.initiative.number)
  if (found.initiative.status === "withdrawn")
    return answer(context, written, moment, "already-withdrawn", { code })
  if (found.rest === "") return answer(context, written, moment, "add-what", { code })
  if (found.rest.length > LONGEST_ADDITION) {
    return answer(context, written, moment, "registration-too-long", {
      length: found.rest.length,
      most: LONGEST_ADDITION,
    })
  }
  const appliedOn = firstApplied(found.rest, localDate(moment.now, moment.timeZone))
  return {
    changes: [
      {
        do: "describe",
        initiativeId: found.initiative.id,
        text: found.rest,
        ...(appliedOn === undefined ? {} : { firstAppliedOn: appliedOn }),
        personId: found.personId,
      },
    ],
    ...(found.initiative.status === "needs_more_info"
      ? answer(context, written, moment, "added-for-review", { code })
      : answer(context, written, moment, "added", { code })),
  }
}

/** "sửa SK-000123: tên mới": gives the initiative another title. */
export async function edit(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const found = await ownNamed(context, written, rest, moment, reads)
  if (!("initiative" in found)) return found
  const code = initiativeCode(found.initiative.number)
  const { status } = found.initiative
  if (status === "withdrawn") return answer(context, written, moment, "already-withdrawn", { code })
  if (status === "recognized" || status === "on_portal") {
    return answer(context, written, moment, "too-late-to-edit", { code })
  }
  const title = found.rest.replace(/\s+/g, " ").slice(0, 300)
  if (!isTitle(title)) return answer(context, written, moment, "edit-what", { code })
  return {
    changes: [{ do: "retitle", initiativeId: found.initiative.id, title, personId: found.personId }],
    ...answer(context, written, moment, "edited", { code, title }),
  }
}

/** The initiative named at the head of `rest` when this person may touch it; else the answer that says why not. */
export async function ownNamed(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<{ initiative: InitiativeView; rest: string; personId: string } | Decision> {
  const named = readCode(rest)
  if (named === undefined) return answer(context, written, moment, "which-code")
  const code = initiativeCode(named.number)
  const initiative = await reads.initiative(named.number)
  if (initiative === undefined) return answer(context, written, moment, "code-unknown", { code })
  const { person } = context
  if (person === undefined || !mayTouch(person, initiative)) {
    return answer(context, written, moment, "not-yours", { code })
  }
  return { initiative, rest: named.rest, personId: person.id }
}
