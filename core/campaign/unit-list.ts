import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { Phrase } from "../outbox.ts"
import { usualUnit } from "../people/office.ts"
import { pagePhrases, readPage } from "../people/page.ts"
import { isOfficer, mayAct } from "../people/role.ts"
import { compareVietnamese } from "../text/number.ts"
import type { UnitView } from "./unit.ts"

/** So many units fit on a screen. */
const UNITS_ON_PAGE = 20

/** "danh sách đơn vị [đơn vị] [trang 2]": what stands directly below a unit. Its officers are told how many people there are, too. */
export async function unitList(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { campaign, person } = context
  if (campaign === undefined) return answer(turn, "progress-none")
  const { page, rest: typed } = readPage(rest)
  const usual = (isOfficer(person) ? usualUnit(person) : undefined) ?? campaign.federation
  const again = (code: string) => `danh sách đơn vị thuộc ${code} trang ${page}`
  const meant = await unitMeant(turn, typed, { usual, again })
  if ("decision" in meant) return meant.decision
  const found = await reads.unitsBelow(meant.unit.id, moment.now)
  if (found === undefined) return answer(turn, "units-none-below", { unit: meant.unit.name })
  const counts = mayAct(person?.grants ?? [], "officer", meant.unit)
  const all = found.below.toSorted((one, other) => compareVietnamese(one.name, other.name))
  const shown = all.slice((page - 1) * UNITS_ON_PAGE, page * UNITS_ON_PAGE)
  if (page > 1 && shown.length === 0) return answer(turn, "page-none")
  const inner = all.find(({ units }) => units > 0)
  const phrases: readonly Phrase[] = [
    {
      key: "units-head",
      args: {
        ...wordsOf(found.whole, counts),
        below: all.length,
        deeper: inner === undefined ? "none" : "some",
      },
    },
    ...shown.map((unit) => ({ key: "units-line", args: wordsOf(unit, counts) })),
    ...pagePhrases(page, Math.ceil(all.length / UNITS_ON_PAGE)),
    ...(inner === undefined ? [] : [{ key: "units-deeper", args: { code: inner.code } }]),
  ]
  return { say: [reply(turn, { phrases })] }
}

function wordsOf({ code, name, units, members, workers }: UnitView, counts: boolean) {
  const counted = !counts ? "none" : workers > 0 ? "both" : members > 0 ? "members" : "unknown"
  return { code, name, units, has: units > 0 ? "some" : "none", counted, members, workers }
}
