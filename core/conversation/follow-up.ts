import { isOfficer } from "../people/role.ts"
import { progress, tallyOnDemand } from "../tally/ask.ts"
import { readTallyWish } from "../tally/period.ts"
import { clean } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Decision } from "./decision.ts"
import type { Turn } from "./turn.ts"
import { unitNamed } from "./which-unit.ts"

const GOES_ON = new RegExp(
  `^(?:${oneOf("còn, con, thế, the, vậy, vay, thế còn, the con, vậy còn, vay con, rồi còn")})[\\s,]+(?:${oneOf("của, cua, bên, ben, ở, o, đơn vị, don vi")}\\s+)?`,
  "iu",
)
const ENDS = new RegExp(
  `(?:[\\s,]+${oneOf("thì, thi, sao, thế nào, the nao, ra sao, như nào, ntn, nhỉ, nhi, ạ, a, em, vậy, vay, thế, được bao nhiêu, duoc bao nhieu")})*[\\s.?!]*$`,
  "iu",
)
const NAMES_A_UNIT = new RegExp(
  `^(?:${oneOf("huyện, huyen, xã, phường, phuong, thành phố, tp, trường, truong, công ty, cong ty, cty, cđcs, cdcs, ngành, nganh, bệnh viện, benh vien, công đoàn, cong doan")})\\s`,
  "iu",
)
const LONGEST = 60

/**
 * "còn tháng trước?", "thế KCN thì sao", and from officers the period or unit alone: its tally, or how far it is. Undefined where
 * neither is named.
 */
export async function followUp(turn: Turn): Promise<Decision | undefined> {
  const { context, moment, reads, written } = turn
  const typed = clean(written.text)
  const { campaign, person } = context
  if (campaign === undefined || typed.length > LONGEST) return undefined
  const officer = isOfficer(person)
  const asked = typed.replace(GOES_ON, "")
  const goesOn = asked !== typed
  if (!officer && !goesOn) return undefined
  const what = asked.replace(ENDS, "")
  if (what === "") return undefined
  const units = await reads.units()
  const { unit, period, details } = readTallyWish(what, campaign.campaign, moment.now, moment.timeZone, units)
  if (officer && period !== "" && unit === "" && details === undefined) return await tallyOnDemand(turn, what)
  const named = unitNamed(what, units).kind
  if (named === "sure" || (goesOn && (named === "choices" || NAMES_A_UNIT.test(what))))
    return await progress(turn, what)
  return undefined
}
