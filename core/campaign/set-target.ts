import type { Incoming } from "../channel.ts"
import { formatDay, localDate } from "../clock.ts"
import type { Context, RunningCampaign } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { Reads, TargetView } from "../conversation/reads.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { Phrase } from "../outbox.ts"
import { mayAct, mayActAbove, type UnitRef, widestGrant } from "../people/role.ts"
import { parseDate } from "../text/dates.ts"
import { clean } from "../text/fold.ts"
import { compareVietnamese } from "../text/number.ts"
import type { SetTarget, TargetKind } from "./target.ts"

type Written = Pick<Incoming, "message" | "topic">

/** A list longer than this is a wall; the tally has them all. */
const MOST_BELOW = 20
const LONGEST_REASON = 300
const MOST_AMOUNT = 1_000_000_000

/** A target as typed: "may tng 80 từ 1/7 lý do nhà máy mới". */
export type TypedTarget = {
  /** Empty: the unit that is meant anyway. */
  readonly unit: string
  readonly amount: number
  readonly from: string | undefined
  readonly reason: string | undefined
}

const AMOUNT = String.raw`(?<amount>\d{1,3}(?:\.\d{3})+|\d{1,9})(?:\s+(?:sk|sáng kiến|sang kien))?`
const FROM = String.raw`(?:[\s,;]+(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?(?<from>[\d/.\-]+))?`
const REASON = String.raw`(?:[\s,;.(]+(?:lý do|lí do|ly do|li do|vì|vi)[\s:]+(?<reason>.+?)\)?)?`
const TYPED = new RegExp(String.raw`^(?<unit>.*?)[\s:=]*(?:^|\s|[:=])${AMOUNT}${FROM}${REASON}[\s.]*$`, "isu")

/** Reads a target; undefined when no number ends it. */
export function readTarget(text: string): TypedTarget | undefined {
  const groups = TYPED.exec(clean(text))?.groups
  if (groups === undefined) return undefined
  const amount = Number((groups["amount"] ?? "").replaceAll(".", ""))
  if (amount > MOST_AMOUNT) return undefined
  return {
    unit: (groups["unit"] ?? "").replace(/^(?:cho|của|cua)\s+/iu, "").trim(),
    amount,
    from: groups["from"],
    reason: groups["reason"]?.slice(0, LONGEST_REASON),
  }
}

/** "chỉ tiêu [đơn vị]" shows what is asked of a unit; "chỉ tiêu may tng 80 lý do …" lets an officer above it assign it. */
export async function targetCommand(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const typed = readTarget(rest)
  if (typed !== undefined) return await set(context, written, "assigned", typed, moment, reads)
  const { campaign } = context
  if (campaign === undefined) return answer(context, written, moment, "progress-none")
  const unit = await unitOf(context, campaign, rest, reads)
  if (unit === undefined) {
    return answer(context, written, moment, "unit-not-found", { typed: rest.slice(0, 60) })
  }
  const view = await reads.targetOf(campaign, unit.id, moment.now)
  if (view === undefined) return answer(context, written, moment, "target-no-phase")
  return { say: [reply(context, written, moment, { phrases: shown(unit, view) })] }
}

/** "phấn đấu 100": what a unit promises, by its own officer. */
export async function pledge(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const typed = readTarget(rest)
  if (typed === undefined) return answer(context, written, moment, "pledge-how")
  return await set(context, written, "pledged", typed, moment, reads)
}

async function set(
  context: Context,
  written: Written,
  kind: TargetKind,
  typed: TypedTarget,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign, person } = context
  const grant = widestGrant(person?.grants ?? [])
  if (person === undefined || grant === undefined || grant.role === "support") {
    return answer(context, written, moment, "officers-only")
  }
  if (campaign === undefined) return answer(context, written, moment, "progress-none")
  if (kind === "assigned" && typed.unit === "") return answer(context, written, moment, "target-how")
  const unit =
    typed.unit === "" ? (context.chat.unit ?? grant.unit) : await unitOf(context, campaign, typed.unit, reads)
  if (unit === undefined) {
    return answer(context, written, moment, "unit-not-found", { typed: typed.unit.slice(0, 60) })
  }
  const may =
    kind === "assigned" ? mayActAbove(person.grants, "officer", unit) : mayAct(person.grants, "officer", unit)
  if (!may) {
    const key = kind === "assigned" ? "target-not-yours" : "pledge-not-yours"
    return answer(context, written, moment, key, { unit: unit.name })
  }
  const today = localDate(moment.now, moment.timeZone)
  const day = typed.from === undefined ? { kind: "day" as const, date: today } : parseDate(typed.from, today)
  if (day.kind !== "day") return answer(context, written, moment, "day-unread", { typed: typed.from ?? "" })
  const view = await reads.targetOf(campaign, unit.id, moment.now)
  if (view === undefined) return answer(context, written, moment, "target-no-phase")
  return {
    changes: [
      {
        do: "set_target",
        kind,
        campaignId: campaign.id,
        phase: view.phase.code,
        unitId: unit.id,
        amount: typed.amount,
        from: day.date,
        ...(typed.reason === undefined ? {} : { reason: typed.reason }),
        personId: person.id,
      },
    ],
    ...answer(context, written, moment, kind === "assigned" ? "target-set" : "pledge-set", {
      unit: unit.name,
      phase: view.phase.name,
      amount: typed.amount,
      before: (kind === "assigned" ? view.target : view.pledged?.amount) ?? 0,
      from: formatDay(day.date, "date"),
    }),
  }
}

function shown(unit: UnitRef, view: TargetView): readonly Phrase[] {
  const listed = view.below
    .toSorted((one, other) => compareVietnamese(one.name, other.name))
    .slice(0, MOST_BELOW)
  const sum = view.below.reduce((total, { target }) => total + (target ?? 0), 0)
  return [
    view.target === null
      ? { key: "target-none", args: { unit: unit.name, phase: view.phase.name } }
      : { key: "target-shown", args: { unit: unit.name, phase: view.phase.name, target: view.target } },
    ...(view.assigned === undefined ? [] : [setPhrase("target-assigned", view.assigned)]),
    ...(view.pledged === undefined ? [] : [setPhrase("target-pledged", view.pledged)]),
    ...listed.map(({ name, target }) => ({ key: "target-line", args: { name, target: target ?? 0 } })),
    ...(listed.length < view.below.length
      ? [{ key: "ranking-more", args: { count: view.below.length - listed.length } }]
      : []),
    ...(view.below.length > 0 && view.target !== null && sum !== view.target
      ? [{ key: "target-sum", args: { sum, target: view.target } }]
      : []),
  ]
}

function setPhrase(key: string, { amount, from, reason }: SetTarget): Phrase {
  const args = { amount, from: formatDay(from, "date") }
  return reason === undefined || key !== "target-assigned"
    ? { key, args }
    : { key: "target-assigned-why", args: { ...args, reason } }
}

async function unitOf(
  context: Context,
  campaign: RunningCampaign,
  typed: string,
  reads: Reads,
): Promise<UnitRef | undefined> {
  if (typed === "")
    return (
      context.chat.unit ??
      widestGrant(context.person?.grants ?? [])?.unit ??
      context.person?.unit ??
      campaign.federation
    )
  const search = findUnit(typed, await reads.units())
  return search.kind === "sure" ? await reads.unit(search.id) : undefined
}
