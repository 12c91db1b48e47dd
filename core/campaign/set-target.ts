import { formatDay, localDate, startOfDay } from "../clock.ts"
import type { Context, Person, RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Reads, TargetView } from "../conversation/reads.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, mayActAbove, type UnitRef, widestGrant } from "../people/role.ts"
import { nameAmong } from "../tally/tally.ts"
import { readTallyWish } from "../tally/wish.ts"
import { cut } from "../text/cut.ts"
import { clean, foldWords } from "../text/fold.ts"
import { compareVietnamese } from "../text/number.ts"
import { REASON_OPENS } from "../text/reason.ts"
import { phaseAt } from "./campaign.ts"
import { DAY_TYPED, effectiveDay } from "./effective-day.ts"
import type { SetTarget, TargetKind } from "./target.ts"

/** A list longer than this is a wall; the tally has them all. */
const MOST_BELOW = 20
const LONGEST_REASON = 300
const MOST_AMOUNT = 1_000_000_000

/** A target as typed: "may tng 80 từ 1/7 lý do nhà máy mới". */
export type TypedTarget = {
  /** Empty: the unit that is meant anyway. */
  readonly unit: string
  /** null: it is taken back, the headcount decides again. */
  readonly amount: number | null
  readonly from: string | undefined
  readonly reason: string | undefined
  /** Of which phase, by its number; the running one where none is named. */
  readonly phase?: number
}

/** "giai đoạn 1 cho Điện tử Bách Quang thành 320", "KCN giai đoạn 2 là 300" */
const IN_PHASE =
  /(?:^|\s)(?:(?:của|cua|cho|trong|ở|o)\s)?(?:giai đoạn|giai doan|gđ|gd)\s?(?<number>\d)(?=[\s,:]|$)[\s,:]*/iu
/** The same at the head of what follows "chỉ tiêu", where it may be the phase itself that is to be set. */
const OF_A_UNIT =
  /^(?:giai đoạn|giai doan)\s\d\s(?:(?:này|nay)\s)?(?:giao\s)?(?:cho|của|cua|ở|bên|ben)\s(?!(?:đến|den|tới|toi|cả|ca|toàn|toan)\s)(?=\S.*\s\d)/iu

/** Whether "giai đoạn 1 cho KCN 300" is said of a unit, and sets no phase. */
export function setsUnitsTarget(rest: string): boolean {
  return OF_A_UNIT.test(rest)
}

const AMOUNT = String.raw`(?:(?:lên|len|xuống|xuong|thành|thanh|còn|con|là|la|bằng|bang)\s+){0,2}(?<amount>\d{1,3}(?:\.\d{3})+|\d{1,9})(?:\s+(?:cái|cai|sk|sáng kiến|sang kien|hồ sơ|ho so))?`
const NONE = `(?:bỏ|bo|xóa|xoá|xoa|hủy|huỷ|huy|theo tỷ lệ|theo tỉ lệ|theo ty le|theo ti le)`
const FROM = String.raw`(?:[\s,;]+(?:(?:kể|ke|bắt đầu|bat dau|áp dụng|ap dung)\s+)?(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?(?<from>${DAY_TYPED}))?`
const REASON = String.raw`(?:[\s,;.(]+${REASON_OPENS}(?<reason>.+?)\)?)?`
const TYPED = new RegExp(String.raw`^(?<unit>.*?)[\s:=]*(?:^|\s|[:=])${AMOUNT}${FROM}${REASON}[\s.]*$`, "isu")

const TAKEN_BACK = new RegExp(String.raw`^(?<unit>.*?)[\s:=,]*(?:^|\s)${NONE}${FROM}${REASON}[\s.]*$`, "isu")

/** "bỏ chỉ tiêu của KCN, chia lại theo quân số": what comes of it anyway. */
const TAKEN_AND_WHY = /(?<=^(?:bỏ|bo|xóa|xoá|xoa|hủy|huỷ|huy)\s.{1,80}),\s+(?:chia|tính|tinh|để|de)\s.*$/iu
/** "bỏ chỉ tiêu May TNG từ 1/7", as the command brings it with its own words. */
const TAKEN_FIRST = new RegExp(
  String.raw`^${NONE}(?:\s+(?:chỉ tiêu|chi tieu))?(?:\s+(?:phấn đấu|phan dau))?(?<unit>(?:\s.*?)?)${FROM}${REASON}[\s.]*$`,
  "isu",
)

/** "các trường mỗi trường 20": a target is of one unit. */
const OF_EACH = /(?:^|\s)(?:mỗi|moi|từng|tung)\s/iu
const POLITELY = /(?:\s+(?:với|voi|nghe|nghen|nhé|nhe|nha|em|giúp|giup|chị|chi|luôn|luon|đi|ạ))+[\s.!]*$/iu
/** "KCN nâng lên 250": how it changes is no part of the name. */
const CHANGES =
  /(?:\s+(?:đang|dang|hiện|hien|cũ|cu)(?:\s+(?:là|la|giao|có|co))*\s+\d[\d.]*)?[\s,]+(?:(?:giờ|gio|nay)\s+)*(?:nâng|nang|tăng|tang|giảm|giam|hạ|ha|sửa|sua|đổi|doi|đặt|ghi|giao|điều chỉnh|dieu chinh)(?:\s+(?:lại|lai))?$/iu
const NAMES_PERIOD = / (?:giai doan|dot|thang|quy|tuan|nam)$/
/** "May TNG từ tháng sau là 80": the day before its number. */
const DAY_AHEAD = new RegExp(
  String.raw`^(?<unit>\S.*?)[\s,]+(?<day>(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?${DAY_TYPED})[\s,:]+(?:(?:lên|len|xuống|xuong|thành|thanh|còn|con|là|la)\s+)?(?<amount>\d[\d.]*)(?<behind>.*)$`,
  "isu",
)

/** A name, a number, a day and a reason; what is longer is none of these. */
const LONGEST_TYPED = 1_000

/** Reads a target; undefined when neither a number nor its taking back ends it. */
export function readTarget(text: string): TypedTarget | undefined {
  const typed = clean(text.slice(0, LONGEST_TYPED))
    .replace(POLITELY, "")
    .replace(TAKEN_AND_WHY, "")
    .replace(DAY_AHEAD, "$<unit> $<amount> $<day>$<behind>")
  const found = TAKEN_FIRST.exec(typed) ?? TYPED.exec(typed) ?? TAKEN_BACK.exec(typed)
  const groups = found?.groups
  if (groups === undefined) return undefined
  const { amount: digits, reason } = groups
  // How much more or less is no amount.
  if (/(?:^|\s)(?:thêm|them|bớt|bot)$/iu.test(groups["unit"] ?? "")) return undefined
  const amount = digits === undefined ? null : Number(digits.replaceAll(".", ""))
  if (amount !== null && amount > MOST_AMOUNT) return undefined
  return {
    unit: (groups["unit"] ?? "")
      .trim()
      .replace(/^(?:(?:giao|cho|của|cua|riêng|rieng)\s+)+/iu, "")
      .replace(CHANGES, ""),
    amount,
    from: groups["from"],
    reason: reason === undefined ? undefined : cut(reason, LONGEST_REASON),
  }
}

/** How the goal of a phase is split over the units. */
export function quotaTold(turn: Turn, { campaign }: RunningCampaign): Decision {
  return answer(turn, "quota-info", { base: campaign.quota.base })
}

/** "chỉ tiêu [đơn vị]" shows what is asked of a unit; "chỉ tiêu may tng 80 lý do …" lets an officer above it assign it. */
export async function targetCommand(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const typed = await targetTyped(rest, reads)
  if (typed !== undefined) return await set(turn, "assigned", typed)
  const { campaign } = context
  const asked = rest.replace(EITHER_KIND, "")
  const isPledge = OF_A_PLEDGE.test(rest)
  if (campaign === undefined) return answer(turn, "progress-none")
  if (/^(?:duoc )?(?:tinh|chia|phan bo)(?: .{0,20})?$/.test(foldWords(rest))) return quotaTold(turn, campaign)
  const { named, period, at } = await whenAsked(turn, campaign, asked)
  const usual = usualOf(context, campaign)
  const ask = { usual, again: (code: string) => `chỉ tiêu ${code} ${period}`.trimEnd() }
  const meant = await unitMeant(turn, named, ask)
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  const view = await reads.targetOf(campaign, unit.id, at)
  if (view === undefined) return answer(turn, "target-no-phase")
  const none: readonly Phrase[] =
    view.pledged === undefined && isPledge ? [{ key: "target-not-pledged" }] : []
  return { say: [reply(turn, { phrases: [...shown(unit, view), ...none] })] }
}

const OF_A_PLEDGE = /^(?:phấn đấu|phan dau)(?!\p{L})/iu
/** What a unit has to reach and what it promised are shown together. */
const EITHER_KIND = /^(?:(?:phấn đấu|phan dau|được giao|duoc giao|giao|đã giao|da giao)\s+)+/iu
/** "của cả giai đoạn này" */
const OF_THE_WHOLE = /^(?:của |cua )?(?:cả |ca )?(?=(?:năm|nam|giai đoạn|giai doan|đợt|dot) (?:nay|này|\d))/iu

/** "KCN giai đoạn 2": whose target, and at which moment it is asked for: as a phase that is over ended, as one to come begins, else now. */
async function whenAsked({ moment, reads }: Turn, { campaign }: RunningCampaign, rest: string) {
  const { now, timeZone } = moment
  const calendar = { campaign, now, zone: timeZone }
  const asked = rest.replace(OF_THE_WHOLE, "")
  const { unit, period, ask, ahead } = readTallyWish(asked, calendar, await reads.units())
  if (period === "") return { named: rest, period, at: now }
  const today = localDate(now, timeZone)
  const phase =
    ahead ?? (ask.period === "phase" ? phaseAt(campaign, localDate(ask.at - 1, timeZone)) : undefined)
  if (phase === undefined || phase === phaseAt(campaign, today)) return { named: unit, period, at: now }
  const day = phase.endsOn < today ? phase.endsOn : phase.startsOn
  return { named: unit, period, at: startOfDay(day, timeZone) }
}

/** "phấn đấu 100": what a unit promises, by its own officer. */
export async function pledge(turn: Turn, rest: string): Promise<Decision> {
  const typed = await targetTyped(rest, turn.reads)
  if (typed !== undefined) return await set(turn, "pledged", typed)
  // "chỉ tiêu phấn đấu của Sông Công là bao nhiêu"
  return rest === "" || /\d/.test(rest)
    ? answer(turn, "pledge-how")
    : await targetCommand(turn, `phấn đấu ${rest}`)
}

/**
 * As `readTarget`, but the number that ends a unit's own name ("Xưởng may 2") sets nothing, nor does that of a period ("KCN giai đoạn
 * 2"), unless a unit's name ends so: "Phú Quý 20".
 */
async function targetTyped(rest: string, reads: Reads): Promise<TypedTarget | undefined> {
  const number = IN_PHASE.exec(rest)?.groups?.["number"]
  const inPhase = number === undefined ? undefined : readTarget(rest.replace(IN_PHASE, " ").trim())
  if (inPhase !== undefined && inPhase.unit !== "") return { ...inPhase, phase: Number(number) }
  const typed = readTarget(rest)
  if (typed === undefined || typed.unit === "") return typed
  const units = await reads.units()
  const names = units.flatMap(({ nameKey, alsoKeys = [] }) => [nameKey, ...alsoKeys].map((key) => ` ${key}`))
  const words = ` ${foldWords(rest)} `
  if (names.some((name) => `${name} `.includes(words))) return undefined
  const unit = ` ${foldWords(typed.unit)}`
  const isOfPeriod =
    typed.amount !== null && NAMES_PERIOD.test(unit) && !names.some((name) => name.endsWith(unit))
  return isOfPeriod ? undefined : typed
}

async function set(turn: Turn, kind: TargetKind, typed: TypedTarget): Promise<Decision> {
  const { context, moment } = turn
  const { campaign, person } = context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (campaign === undefined) return answer(turn, "progress-none")
  if (kind === "assigned" && (typed.unit === "" || OF_EACH.test(typed.unit)))
    return answer(turn, "target-how")
  const usual = usualOf(context, campaign)
  const again = (code: string) => typedAgain(kind, { ...typed, unit: code })
  const meant = await unitMeant(turn, typed.unit, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!maySet(kind, person, unit)) {
    const key = kind === "assigned" ? "target-not-yours" : "pledge-not-yours"
    return answer(turn, key, { unit: unit.name })
  }
  const today = localDate(moment.now, moment.timeZone)
  const named = typed.phase === undefined ? undefined : campaign.campaign.phases[typed.phase - 1]
  if (typed.phase !== undefined && named === undefined) return answer(turn, "target-no-such-phase")
  const isToCome = named !== undefined && named.startsOn > today
  const from = isToCome && typed.from === undefined ? named.startsOn : effectiveDay(typed.from, today)
  if (from === undefined) return answer(turn, "day-unread", { typed: typed.from ?? "" })
  const at = isToCome ? startOfDay(named.startsOn, moment.timeZone) : moment.now
  const view = await turn.reads.targetOf(campaign, unit.id, at)
  if (view === undefined) return answer(turn, "target-no-phase")
  const { phase } = view
  if (named !== undefined && named.code !== phase.code)
    return answer(turn, "target-phase-over", { phase: named.name, until: formatDay(named.endsOn, "date") })
  // It would be in force on none of the phase's days.
  if (typed.from !== undefined && from > phase.endsOn) {
    const day = today < phase.endsOn ? today : phase.endsOn
    const example = typedAgain(kind, { ...typed, unit: unit.code, from: formatDay(day, "date") })
    const [until, since] = [formatDay(phase.endsOn, "date"), formatDay(from, "date")]
    return answer(turn, "target-after-phase", { phase: phase.name, until, from: since, example })
  }
  return {
    changes: [
      {
        do: "set_target",
        kind,
        campaignId: campaign.id,
        phase: phase.code,
        unitId: unit.id,
        amount: typed.amount,
        from,
        ...given({ reason: typed.reason }),
        personId: person.id,
      },
    ],
    ...answer(turn, kind === "assigned" ? "target-set" : "pledge-set", {
      unit: unit.name,
      phase: phase.name,
      is: typed.amount === null ? "none" : "some",
      amount: typed.amount ?? 0,
      before: (kind === "assigned" ? view.target : view.pledged?.amount) ?? 0,
      from: formatDay(from, "date"),
    }),
  }
}

/** A target is assigned from above; what the whole federation has to reach its own officers say, for nobody stands above it. */
function maySet(kind: TargetKind, { grants }: Person, unit: UnitRef): boolean {
  const isWhole = unit.path.length === 1
  return kind === "assigned" && !isWhole
    ? mayActAbove(grants, "officer", unit)
    : mayAct(grants, "officer", unit)
}

/** The command as it could have been typed with the unit's code. */
function typedAgain(kind: TargetKind, { unit, amount, from, reason, phase }: TypedTarget): string {
  const words = kind === "assigned" ? "chỉ tiêu" : "phấn đấu"
  const inPhase = phase === undefined ? "" : ` giai đoạn ${phase}`
  const day = from === undefined ? "" : ` từ ${from}`
  return `${words} ${unit}${inPhase} ${amount ?? "bỏ"}${day}${reason === undefined ? "" : ` lý do ${reason}`}`
}

function shown(unit: UnitRef, view: TargetView): readonly Phrase[] {
  const below = view.below.map(({ code, name }) => ({ unit: code, name }))
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
    ...listed.map(({ code, name, target }) => ({
      key: "target-line",
      args: { name: nameAmong({ unit: code, name }, below), target: target ?? 0 },
    })),
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

function usualOf(context: Context, campaign: RunningCampaign): UnitRef {
  return (
    context.chat.unit ??
    widestGrant(context.person?.grants ?? [])?.unit ??
    context.person?.unit ??
    campaign.federation
  )
}
