import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { ownUnit, unitMeant } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { readPage } from "../people/page.ts"
import { isOfficer, mayAct, type UnitRef } from "../people/role.ts"
import { aheadWords } from "../tally/ask.ts"
import { orWhyNot } from "../tally/or-why-not.ts"
import { readTallyWish, type TallyWish } from "../tally/wish.ts"
import { detailPhrases } from "./detail.ts"
import type { ScorePeriod } from "./read.ts"
import { criterionPhrase, explanation, rulesTold, scoreTable } from "./text.ts"

/** The words before a unit and a period by which `core/command` tells what of the scores is asked for. */
const SCORES_ASKED = ["table", "rules"] as const

/**
 * "điểm thi đua [đơn vị] [giai đoạn 1] [mục 4]": a unit's points with the figures they come from, or what is behind one of its
 * criteria; `table …`: those of the units below; `rules`: the criteria in writing.
 */
export async function scores(turn: Turn, rest: string): Promise<Decision> {
  const { campaign } = turn.context
  if (campaign === undefined) return answer(turn, "progress-none")
  if (campaign.campaign.emulation.criteria.length === 0) return answer(turn, "score-none")
  const [first = "", ...words] = rest.split(" ")
  const what = SCORES_ASKED.find((each) => each === first)
  if (what === "rules") return { say: [reply(turn, { phrases: rulesTold(campaign) })] }
  const said = what === undefined ? rest : words.join(" ")
  return await scoresOf(turn, campaign, readScoreWish(said), what === "table")
}

/** What is asked of which criterion: `item` is its number, from 1. */
type ScoreWish = { readonly item: number | undefined; readonly page: number; readonly rest: string }

const ITEM =
  /(?:^|[\s,]+)(?:chi tiết |chi tiet )?(?:mục|muc|tiêu chí|tieu chi|tc|ý|chi tiết|chi tiet)\s*(?:số |so )?(\d{1,2})\s*$/iu

function readScoreWish(said: string): ScoreWish {
  const { page, rest } = readPage(said)
  const found = ITEM.exec(rest)
  return {
    item: found === null ? undefined : Number(found[1]),
    page,
    rest: (found === null ? rest : rest.slice(0, found.index)).trim(),
  }
}

async function scoresOf(
  turn: Turn,
  campaign: RunningCampaign,
  wish: ScoreWish,
  asksTable: boolean,
): Promise<Decision> {
  const { context, moment, reads } = turn
  const { person } = context
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const said = readTallyWish(wish.rest, calendar, await reads.units())
  const usual = context.chat.unit ?? ownUnit(context) ?? campaign.federation
  const words = asksTable ? "bảng điểm thi đua" : "điểm thi đua"
  const item = wish.item === undefined ? "" : ` mục ${wish.item}`
  const again = (code: string) => `${words} ${code} ${said.period}`.trimEnd() + item
  const meant = await unitMeant(turn, said.unit, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (said.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(said.ahead))
  const period = periodOf(said)
  if (period === undefined) return answer(turn, "score-period")
  // Nobody scores the whole federation: of it the units below are meant.
  const isTable = (asksTable || unit.path.length === 1) && (await reads.hasSubUnits(unit.id))
  if (isTable && !mayAct(person?.grants ?? [], "officer", unit)) {
    return isOfficer(person)
      ? answer(turn, "unit-outside", { unit: unit.name })
      : answer(turn, "score-table-officers")
  }
  if (!isTable && !maySee(turn, unit)) return answer(turn, "score-not-yours", { unit: unit.name })
  const ask = { period, at: said.period === "" ? moment.now : said.ask.at }
  return await orWhyNot(turn, campaign, period, async () => {
    const board = await reads.scores(campaign, ask, { unitId: unit.id, whose: isTable ? "below" : "own" })
    if (isTable) return { phrases: scoreTable(board, campaign, unit, moment.timeZone) }
    const own = board.units.find(({ unitId }) => unitId === unit.id)
    if (own === undefined) return { phrases: [{ key: "score-not-scored", args: { unit: unit.name } }] }
    if (wish.item === undefined) return { phrases: explanation(board, own, campaign, moment.timeZone) }
    const score = own.criteria[wish.item - 1]
    if (score === undefined) {
      return { phrases: [{ key: "score-no-item", args: { count: own.criteria.length } }] }
    }
    const head: Phrase = { key: "score-detail-head", args: { unit: unit.name } }
    const line = criterionPhrase(score, wish.item, campaign.campaign.progressCounter)
    const details = await detailPhrases(turn, campaign, board, { unit: own, score, page: wish.page })
    return { phrases: [head, line, ...details] }
  })
}

/** Whoever belongs to the unit or below it, whoever answers for it, and the group of it. */
function maySee({ context }: Turn, unit: UnitRef): boolean {
  const { chat, person } = context
  const isOf = (other: UnitRef | undefined) => other?.path.includes(unit.id) === true
  return isOf(chat.unit) || isOf(person?.unit) || mayAct(person?.grants ?? [], "support", unit)
}

/** Weeks and months have no target that stands to the end; undefined for them. */
export function periodOf({ ask, period }: Pick<TallyWish, "ask" | "period">): ScorePeriod | undefined {
  if (period === "") return "phase"
  return ask.period === "phase" || ask.period === "campaign" ? ask.period : undefined
}
