import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, widestGrant } from "../people/role.ts"
import { formatNumber } from "../text/number.ts"
import { aheadWords } from "./ask.ts"
import { orWhyNot } from "./or-why-not.ts"
import { spanWords } from "./period.ts"
import { changeText } from "./ranking-text.ts"
import { nameAmong, type TallyReading, type TallyRow } from "./tally.ts"
import { readTallyWish } from "./wish.ts"

/** How units moved within a period: by what they gained, or by the places they won or lost. */
const MOVEMENTS = ["gained", "still", "risen", "fallen"] as const
type Movement = (typeof MOVEMENTS)[number]

const MOST_NAMED = 10

/** "gained tháng 3 KCN": the units below that gained most within a period, stood still, rose or fell; the running week without one. */
export async function movement(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  if (!isOfficer(person)) return answer(turn, "tally-officers-only")
  if (campaign === undefined) return answer(turn, "progress-none")
  const [first = "", ...words] = rest.split(" ")
  const named = MOVEMENTS.find((each) => each === first)
  const how = named ?? "gained"
  // Who falls behind is told to officers alone.
  if (context.chat.kind === "group" && (how === "still" || how === "fallen"))
    return answer(turn, "lags-in-private")
  const said = named === undefined ? rest : words.join(" ")
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const wish = readTallyWish(said, calendar, await reads.units())
  const usual = context.chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  const again = (code: string) => `đơn vị nào ${AGAIN[how]} ${wish.period} của ${code}`
  const meant = await unitMeant(turn, wish.unit, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  if (wish.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(wish.ahead))
  return await orWhyNot(turn, campaign, wish.ask.period, async () => {
    const reading = await reads.tally(campaign, unit.id, wish.ask)
    return { phrases: phrasesOf(reading, how, campaign, moment.timeZone) }
  })
}

/** How the question is put once more for the unit that was picked. */
const AGAIN: Readonly<Record<Movement, string>> = {
  gained: "tăng nhiều nhất",
  still: "đứng im",
  risen: "lên hạng",
  fallen: "tụt hạng",
}

function phrasesOf(
  { tally, unitName }: TallyReading,
  how: Movement,
  { campaign }: RunningCampaign,
  zone: string,
): readonly Phrase[] {
  const rows = tally.rows.filter((row) => row.unit !== tally.unit)
  if (rows.length === 0) return [{ key: "ranking-none", args: { unit: unitName } }]
  const counter = campaign.progressCounter
  const span = spanWords({ from: Date.parse(tally.from), to: Date.parse(tally.to) }, zone)
  const moved = movedBy(rows, how)
  const args = { how, unit: unitName, span, counter }
  if (moved.length === 0) return [{ key: "movement-none", args }]
  const more = moved.length - MOST_NAMED
  return [
    { key: "movement-head", args: { ...args, count: moved.length } },
    ...moved.slice(0, MOST_NAMED).map((row) => ({
      key: how === "gained" || how === "still" ? "movement-line" : "movement-place",
      args: {
        how,
        name: nameAmong(row, rows),
        gained: formatNumber(row.delta),
        total: formatNumber(row[counter]),
        rank: row.rank,
        change: changeText(row.rankChange),
      },
    })),
    ...(more > 0 ? [{ key: "ranking-more", args: { count: more } }] : []),
  ]
}

function movedBy(rows: readonly TallyRow[], how: Movement): readonly TallyRow[] {
  const places = ({ rankChange }: TallyRow) => rankChange ?? 0
  switch (how) {
    case "gained":
      return rows.filter(({ delta }) => delta > 0).toSorted((one, other) => other.delta - one.delta)
    case "still":
      return rows.filter(({ delta }) => delta === 0)
    case "risen":
      return rows.filter((row) => places(row) > 0).toSorted((one, other) => places(other) - places(one))
    case "fallen":
      return rows.filter((row) => places(row) < 0).toSorted((one, other) => places(one) - places(other))
    default:
      return how satisfies never
  }
}
