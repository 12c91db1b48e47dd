import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayActAbove, type UnitRef } from "../people/role.ts"
import { aheadWords, usualFor } from "../tally/ask.ts"
import { whyNot } from "../tally/or-why-not.ts"
import { readTallyWish } from "../tally/wish.ts"
import { formatNumber } from "../text/number.ts"
import { periodOf, scores } from "./ask.ts"
import { declaredIn, type Scoreboard, type ScorePeriod, WHOLE_CAMPAIGN } from "./read.ts"
import type { Mark } from "./score.ts"
import { readMarks, type TypedMarks } from "./typed-mark.ts"

/** More units than these at once are a slip. */
const MOST_MARKED = 30

type Declared = NonNullable<TypedMarks["criterion"]>
type Marked = { readonly unit: UnitRef; readonly points: number | null }

/**
 * "chấm điểm KCN kế hoạch 8 vì …", "chấm điểm mục 1: KCN 8, GD 10": an officer above the units gives them points of a criterion that no
 * counter knows; without points the scores are shown.
 */
export async function mark(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  if (campaign === undefined) return answer(turn, "progress-none")
  const { criteria } = campaign.campaign.emulation
  if (criteria.length === 0) return answer(turn, "score-none")
  const typed = readMarks(rest, criteria)
  if (typed === undefined) return await scores(turn, `table ${rest}`.trim())
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (typed.criterion === undefined) return whichCriterion(turn, campaign)
  if (typed.marks.length > MOST_MARKED) return answer(turn, "score-mark-many", { most: MOST_MARKED })
  const { criterion, reason } = typed
  const tooMany = typed.marks.find(({ points }) => points !== null && points > criterion.points)
  if (tooMany !== undefined) {
    const args = {
      name: criterion.name,
      most: formatNumber(criterion.points),
      points: formatNumber(tooMany.points ?? 0),
    }
    return answer(turn, "score-mark-above", args)
  }
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const units = await reads.units()
  const wishes = typed.marks.map(({ unit, points }) => ({ ...readTallyWish(unit, calendar, units), points }))
  // "giai đoạn 1" is said once, before the first.
  const timed = wishes.find(({ period }) => period !== "") ?? wishes[0]
  if (timed === undefined) return answer(turn, "score-mark-how")
  if (timed.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(timed.ahead))
  const period = periodOf(timed)
  if (period === undefined) return answer(turn, "score-period")
  const marked: Marked[] = []
  for (const { unit: name, points } of wishes) {
    if (name === "") return answer(turn, "score-mark-how")
    const again = (code: string) => `chấm điểm ${rest.replace(name, code)}`
    const meant = await unitMeant(turn, name, { usual: usualFor(context, campaign), again })
    if ("decision" in meant) return meant.decision
    if (!mayActAbove(person.grants, "officer", meant.unit))
      return answer(turn, "score-mark-not-yours", { unit: meant.unit.name })
    marked.push({ unit: meant.unit, points })
  }
  const at = timed.period === "" ? moment.now : timed.ask.at
  try {
    return await marking(turn, campaign, { period, at }, { criterion, reason, marked, personId: person.id })
  } catch (error) {
    return whyNot(turn, campaign, period, error)
  }
}

type Marking = {
  readonly criterion: Declared
  readonly reason: string | undefined
  readonly marked: readonly Marked[]
  readonly personId: string
}

/** Throws `TallyError` before the campaign or its first phase. */
async function marking(
  turn: Turn,
  campaign: RunningCampaign,
  ask: { readonly period: ScorePeriod; readonly at: number },
  { criterion, reason, marked, personId }: Marking,
): Promise<Decision> {
  const boards = new Map<string, Scoreboard>()
  for (const { unit } of marked) {
    const above = unit.path.at(-2) ?? ""
    if (boards.has(above)) continue
    boards.set(above, await turn.reads.scores(campaign, ask, { unitId: unit.id, whose: "own" }))
  }
  const boardOf = ({ path }: UnitRef) => boards.get(path.at(-2) ?? "")
  const [board] = boards.values()
  const period = board?.phase ?? campaign.campaign.shortName
  const example = marked[0]?.unit.code ?? ""
  return {
    changes: [
      {
        do: "mark_emulation",
        campaignId: campaign.id,
        period: board?.marksOf ?? WHOLE_CAMPAIGN,
        criterion: criterion.code,
        marks: marked.map(({ unit, points }) => ({ unitId: unit.id, points })),
        ...given({ reason }),
        personId,
      },
    ],
    say: [
      reply(turn, {
        phrases: [
          { key: "score-mark-done", args: { name: criterion.name, period } },
          ...marked.map((each) =>
            linePhrase(each, criterion, markOf(boardOf(each.unit), each.unit, criterion)),
          ),
          { key: "score-mark-see", args: { code: example } },
        ],
      }),
    ],
  }
}

function markOf(board: Scoreboard | undefined, unit: UnitRef, { code }: Declared): Mark | undefined {
  const own = board?.units.find(({ unitId }) => unitId === unit.id)
  const basis = own?.criteria.find(({ criterion }) => criterion.code === code)?.basis
  return basis?.by === "declared" ? basis.mark : undefined
}

function linePhrase({ unit, points }: Marked, criterion: Declared, before: Mark | undefined): Phrase {
  return {
    key: "score-mark-line",
    args: {
      unit: unit.name,
      is: points === null ? "none" : "some",
      points: formatNumber(points ?? 0),
      most: formatNumber(criterion.points),
      was: before === undefined ? "none" : "some",
      before: formatNumber(before?.points ?? 0),
    },
  }
}

function whichCriterion(turn: Turn, { campaign }: RunningCampaign): Decision {
  const { criteria } = campaign.emulation
  const declared = declaredIn(criteria)
  if (declared.length === 0) return answer(turn, "score-mark-none")
  return {
    say: [
      reply(turn, {
        phrases: [
          { key: "score-mark-which" },
          ...declared.map((criterion) => ({
            key: "score-mark-choice",
            args: {
              number: criteria.indexOf(criterion) + 1,
              name: criterion.name,
              most: formatNumber(criterion.points),
            },
          })),
        ],
      }),
    ],
  }
}
