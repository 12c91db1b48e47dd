import { isOfficer, mayAct } from "../people/role.ts"
import { progress, tallyOnDemand } from "../tally/ask.ts"
import { tallyAsked, wantedIn } from "../tally/asked-for.ts"
import { readTallyWish } from "../tally/wish.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Decision } from "./decision.ts"
import type { Remembered } from "./dialogue.ts"
import { says } from "./hint.ts"
import type { Turn } from "./turn.ts"
import { unitNamed } from "./which-unit.ts"

const GOES_ON = new RegExp(
  `^(?:${oneOf("còn, con, thế, the, vậy, vay, rồi còn")}[\\s,]+)(?:${oneOf("còn, con, thì, thi")}[\\s,]+)?(?:${oneOf("của, cua, bên, ben, ở, o, đơn vị, don vi")}\\s+)?`,
  "iu",
)
/** "cảm ơn em, thế còn KCN?" */
const THANKS_BEFORE = new RegExp(
  `^(?:${oneOf("dạ, da, vâng, vang, ok, ừ, u")}[\\s,]+)*(?:cảm ơn|cám ơn|cam on|thanks|tks)(?: ${oneOf("em, anh, chị, chi, bot, e, nhé, nhe, nhiều, nhieu, nha")})*[\\s,.!]+(?=\\p{L})`,
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

/** So long after figures were asked for, "thế KCN?" goes on from them. */
const GOES_ON_WITHIN_MS = 30 * 60_000
/** Nothing was told that could be gone on from. */
const TOLD_NOTHING = new Set([
  "unit-not-found",
  "unit-which",
  "unit-this",
  "unit-outside",
  "officers-only",
  "tally-officers-only",
  "tally-too-many",
  "tally-ahead",
  "progress-none",
])

/** "biểu đồ KCN", "cho chị cái biểu đồ của KCN": of a unit there is; of anything else it may be a title. */
const CHART_OF =
  /^(?:(?:em|bot|cho|xin|gửi|gui|vẽ|ve|lấy|lay|xem|giúp|giup|anh|chị|chi|tôi|toi|mình|minh|cái|cai|tấm|ảnh|hình)\s+)*(?:biểu đồ|bieu do)\s+(?:(?:của|cua|cho|ở|bên)\s+)?(.+)$/iu

/** The figures that were told, and what they were: the next words may name only another unit, or another period. */
export function withFigures(
  { moment }: Turn,
  name: "tally" | "progress",
  rest: string,
  decision: Decision,
): Decision {
  if (decision.dialogue !== undefined || says(decision, TOLD_NOTHING)) return decision
  return { ...decision, remember: { figures: { name, rest, at: moment.now } } }
}

/**
 * "còn tháng trước?", "thế KCN thì sao", and from officers the period or unit alone: its tally, or how far it is. The unit, or the period,
 * that was asked for before goes on to be meant. Undefined where neither is named.
 */
export async function followUp(turn: Turn): Promise<Decision | undefined> {
  const { context, moment, reads, written } = turn
  const typed = clean(written.text)
  const { campaign, person } = context
  if (campaign === undefined || typed.length > LONGEST) return undefined
  const officer = isOfficer(person)
  const asked = typed.replace(THANKS_BEFORE, "").replace(GOES_ON, "")
  const what = asked.replace(ENDS, "")
  const last = lastFigures(context.remembered, moment.now)
  // "tháng trước thì sao" goes on from figures that were told; of nothing told before it only asks.
  const goesOn = asked !== typed || (last !== undefined && what !== asked)
  if (what === "" || (!officer && !goesOn)) return undefined
  // Of nothing that was told "tất cả" is no period.
  if (last === undefined && fold(what) === "tat ca") return undefined
  const isGroup = context.chat.kind === "group"
  // In a group nothing was told to go on from, and much is said that only sounds like it.
  if (isGroup && asked === typed) return undefined
  const units = await reads.units()
  const ofChart = officer ? CHART_OF.exec(typed)?.[1] : undefined
  if (ofChart !== undefined && unitNamed(ofChart.replace(ENDS, ""), units).kind === "sure")
    return await tallyOnDemand(turn, ofChart.replace(ENDS, ""))
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const read = (rest: string) => readTallyWish(rest, calendar, units)
  const tell = async (name: "tally" | "progress", rest: string) =>
    withFigures(turn, name, rest, await (name === "tally" ? tallyAsked : progress)(turn, rest))
  const wanted = wantedIn(last?.rest ?? "")
  const before = last && read(wanted.rest)
  // "còn KCN?" behind a list goes on with the list; a period or a unit alone is its tally.
  const list = goesOn ? `${wanted.what} ` : ""
  const { unit, period, details } = read(what)
  if (period !== "" && unit === "" && details === undefined) {
    const unitBefore = goesOn ? (before?.unit ?? "") : ""
    if (officer) return await tell("tally", `${list}${what} ${unitBefore}`.trim())
    return last === undefined ? undefined : await tell("progress", `${unitBefore} ${what}`.trim())
  }
  const named = unitNamed(unit, units)
  if (isGroup && named.kind !== "sure") return undefined
  if (named.kind !== "sure" && !(goesOn && (named.kind === "choices" || NAMES_A_UNIT.test(unit))))
    return undefined
  const when = period === "" ? (before?.period ?? "") : period
  const isTold = last?.name === "tally" || (period !== "" && last?.name !== "progress")
  const isOwn = named.kind !== "sure" || mayAct(person?.grants ?? [], "officer", named.unit)
  if (officer && isTold && isOwn) {
    const bySector = before?.sector === undefined ? "" : "theo lĩnh vực "
    return await tell("tally", `${list}${bySector}${when} ${unit}`.trim())
  }
  return await tell("progress", `${unit} ${when}`.trim())
}

function lastFigures(remembered: Remembered | undefined, now: number): Remembered["figures"] {
  const figures = remembered?.figures
  return figures !== undefined && now - figures.at <= GOES_ON_WITHIN_MS ? figures : undefined
}
