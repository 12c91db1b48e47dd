import { kindAsked } from "../campaign/unit-kind.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import { both, type Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, widestGrant } from "../people/role.ts"
import { aheadWords } from "../tally/ask.ts"
import { spanWords } from "../tally/period.ts"
import { type PeriodAsk, planTally, TallyError } from "../tally/plan.ts"
import { readTallyWish, type TallyWish } from "../tally/wish.ts"
import { clean, fold } from "../text/fold.ts"
import { formatPct, roundPct } from "../text/number.ts"
import { type Field, type UnitStanding, unitsMeant } from "./audience.ts"
import { audienceArgs } from "./dry-run.ts"
import { leftOut } from "./left-out.ts"
import { nameAmongUnits } from "./message.ts"
import { REACHED_UNITS, readAudience } from "./read.ts"
import type { AudienceState } from "./reminder.ts"

const MOST_NAMED = 20

/**
 * "đơn vị nào chưa có sáng kiến", "ai chưa đạt của KCN", "top 3 don vi chua dat": the units that a reminder to them would mean, to their
 * officer in private.
 */
export async function whoLags(turn: Turn, typedRest: string): Promise<Decision> {
  const [, asksFor, rest = typedRest] = /^(?:top (\d{1,2}) )?(.*)$/su.exec(typedRest) ?? []
  const most = asksFor === undefined ? MOST_NAMED : Math.min(MOST_NAMED, Math.max(1, Number(asksFor)))
  const { context, moment, reads } = turn
  const { campaign, person } = context
  const usual = widestGrant(person?.grants ?? [])?.unit
  if (!isOfficer(person) || usual === undefined) return answer(turn, "officers-only")
  if (campaign === undefined) return answer(turn, "no-campaign")
  const isAboutReached = rest.startsWith(REACHED_UNITS)
  if (context.chat.kind === "group" && !isAboutReached) return answer(turn, "lags-in-private")
  const asked = await nothingWithin(turn, campaign, rest)
  const within = asked?.wish
  const read = isAboutReached ? undefined : readAudience(asked?.left ?? rest, await reads.units())
  const again = (code: string) =>
    `${asksFor === undefined ? "" : `top ${asksFor} `}${rest.replace(/ (?:cua|thuoc|trong|tai|o|ben|cho) .*$/, "")} cua ${code}`
  const [typed = "", ...others] = await Promise.all(
    (read?.units ?? []).map(async (named) =>
      "typed" in named ? named.typed : ((await reads.unit(named.id))?.code ?? ""),
    ),
  )
  const kind = kindAsked(typed)
  if (others.length > 0) {
    const all: Decision[] = []
    for (const code of [typed, ...others]) all.push(await whoLags(turn, again(code)))
    return all.reduce(both)
  }
  if (kind?.several === true && kind.kind === undefined) return answer(turn, "kinds-known")
  // "ai chưa đạt của các trường" says of which kind where a place stands otherwise.
  const isKind = kind?.several === true
  const of = read?.of ?? (isKind ? kind.kind : undefined)
  const meant = await unitMeant(turn, isKind ? kind.place : typed, {
    usual,
    again,
  })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  const leaves = (read?.leaves ?? []).map((each) =>
    "id" in each ? each : { typed: asWritten(each.typed, turn.written.text) },
  )
  const left = await leftOut(reads, person, leaves, [unit])
  if ("problem" in left) return answer(turn, left.problem, left.args)
  const { without, said } = left
  if (within?.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(within.ahead))
  const state: AudienceState = {
    kind: within === undefined ? (read?.kind ?? "zero") : "zero_week",
    without,
    ...given({ under: read?.under, of }),
  }
  let field: Field
  try {
    field = await reads.reminderField(campaign, unit.id, moment.now, within?.ask)
  } catch (error) {
    if (error instanceof TallyError) return answer(turn, "remind-too-early")
    throw error
  }
  if (field.standings.length === 1) return answer(turn, "lags-no-units", { unit: unit.name })
  if (isAboutReached)
    return { say: [reply(turn, { phrases: reachedPhrases(field, unit.name, shareIn(rest)) })] }
  const further = (read?.furtherKinds ?? []).flatMap((each) => unitsMeant(field, { ...state, of: each }))
  const lagging = nearestFirst([...new Set([...unitsMeant(field, state), ...further])])
  const args = {
    ...audienceArgs({ ...state, unit }),
    span: within === undefined ? "" : spanOf(turn, campaign, within.ask),
  }
  const isNamed = context.isCampaignNamed === true ? "yes" : "no"
  if (lagging.length === 0) return answer(turn, within === undefined ? "lags-none" : "lags-none-within", args)
  const more = lagging.length - most
  return {
    say: [
      reply(turn, {
        phrases: [
          {
            key: within === undefined ? "lags-head" : "lags-head-within",
            args: { ...args, count: lagging.length },
          },
          ...lagging.slice(0, most).map((each) => lineOf(each, field)),
          ...(more > 0 ? [{ key: "ranking-more", args: { count: more } }] : []),
          ...(of === undefined ? [] : [{ key: "kind-told-by", args: { kind: of } }]),
          ...(within === undefined
            ? [
                {
                  key: "lags-foot",
                  args: { ...args, said, named: isNamed, campaign: campaign.campaign.shortName },
                },
              ]
            : []),
        ],
      }),
    ],
  }
}

/** Who has none is asked of the whole campaign, of this week, as reminders are, or of any other period. */
const HAS_NONE = /^(?:don vi|ai|cac don vi) (?:chua|khong) (?:co|nop|dang ky|gui)(?= )/

/** "don vi chua co tu dau thang cua KCN": the period, and the rest without it. */
async function nothingWithin(
  { moment, reads }: Turn,
  { campaign }: RunningCampaign,
  rest: string,
): Promise<{ readonly wish: TallyWish; readonly left: string } | undefined> {
  const state = HAS_NONE.exec(fold(rest))?.[0]
  if (state === undefined) return undefined
  const behind = rest
    .slice(state.length)
    .trim()
    .replace(/^(?:sang kien|sk)(?: nao)? ?/, "")
  const calendar = { campaign, now: moment.now, zone: moment.timeZone }
  const wish = readTallyWish(behind, calendar, await reads.units())
  if (wish.period === "" || fold(wish.period) === "tuan nay") return undefined
  return { wish, left: wish.unit === "" ? state : `${state} cua ${wish.unit}` }
}

function spanOf({ moment }: Turn, { campaign }: RunningCampaign, ask: PeriodAsk): string {
  const { from, to } = planTally(campaign, ask, moment.timeZone).delta
  return spanWords({ from, to }, moment.timeZone)
}

/** The words as somebody wrote them, marks and all, of which a question keeps the letters alone. */
function asWritten(folded: string, text: string): string {
  const words = clean(text).split(/\s+/)
  const count = folded.split(" ").length
  const runs = words.map((_, at) =>
    words
      .slice(at, at + count)
      .join(" ")
      .replace(/[?!.]+$/, ""),
  )
  return runs.find((run) => fold(run) === folded) ?? folded
}

/** Of how much of their target "don vi da dat 90" asks, in percent. */
function shareIn(rest: string): number {
  return Number(/\d+/.exec(rest)?.[0] ?? 100)
}

/** Who has so many percent of their target already, the best first: everybody may hear that. */
function reachedPhrases(field: Field, unit: string, asked: number): readonly Phrase[] {
  const [, ...below] = field.standings
  const withTarget = below.filter(({ target }) => target !== null && target > 0)
  const share = ({ held, target }: UnitStanding) => held / (target ?? 1)
  const hasAsked = ({ held, target }: UnitStanding) => held * 100 >= (target ?? 0) * asked
  const reached = withTarget.filter(hasAsked).toSorted((one, other) => share(other) - share(one))
  const args = {
    count: reached.length,
    of: withTarget.length,
    unit,
    goal: asked === 100 ? "whole" : "part",
    share: asked,
  }
  if (reached.length === 0) return [{ key: "reached-none", args }]
  const more = reached.length - MOST_NAMED
  return [
    { key: "reached-head", args },
    ...reached.slice(0, MOST_NAMED).map((each) => ({
      key: "reached-line",
      args: {
        ...placeOf(each, field),
        count: each.held,
        target: each.target ?? 0,
        pct: formatPct(roundPct(each.held, each.target ?? 0)),
      },
    })),
    ...(more > 0 ? [{ key: "ranking-more", args: { count: more } }] : []),
  ]
}

/** Those directly below before those below them, and who is farthest from the target first. */
function nearestFirst(units: readonly UnitStanding[]): readonly UnitStanding[] {
  const share = ({ held, target }: UnitStanding) => (target === null || target === 0 ? 0 : held / target)
  return units.toSorted((one, other) => one.path.length - other.path.length || share(one) - share(other))
}

/** Grassroots unions of several upper ones are called alike, so theirs is named too; two of the same have their codes. */
function placeOf(unit: UnitStanding, { standings }: Field) {
  const [top] = standings
  const isBelow = unit.path.length > (top?.path.length ?? 0) + 1
  const above = isBelow ? standings.find(({ id }) => id === unit.path.at(-2))?.name : undefined
  const siblings = standings.filter(({ path }) => path.at(-2) === unit.path.at(-2))
  return {
    unit: nameAmongUnits(unit, siblings),
    below: above === undefined ? "no" : "yes",
    above: above ?? "",
  }
}

function lineOf(unit: UnitStanding, field: Field): Phrase {
  const { held, target } = unit
  return {
    key: "lags-line",
    args: {
      ...placeOf(unit, field),
      count: held,
      goal: target === null || target === 0 ? "no" : "yes",
      target: target ?? 0,
    },
  }
}
