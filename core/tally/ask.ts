import type { GoalPeriod } from "../campaign/campaign.ts"
import { formatDay } from "../clock.ts"
import { PLACE_OF } from "../command/officer-words.ts"
import type { Context, RunningCampaign } from "../conversation/context.ts"
import { both, type Decision } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import type { OutboxContent } from "../outbox.ts"
import { isOfficer, mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import { JOINED } from "./compare-parts.ts"
import { kindMeant, rankingOfKind } from "./kind-ranking.ts"
import { orWhyNot } from "./or-why-not.ts"
import { spanWords } from "./period.ts"
import { pictureRef } from "./picture.ts"
import type { PeriodAsk } from "./plan.ts"
import { withRegistered } from "./progress.ts"
import { rankingPhrases } from "./ranking-text.ts"
import { recordPhrases } from "./records.ts"
import { sectorTally } from "./sector.ts"
import { MOST_AT_ONCE, tallyWishes } from "./several.ts"
import type { TallyReading } from "./tally.ts"
import { asRead, progressPhrases, tallyPhrases } from "./text.ts"
import { readTallyWish, type TallyWish } from "./wish.ts"

/** "tiến độ [đơn vị]": anybody may see how far a unit is. */
export async function progress(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment } = turn
  const { campaign } = context
  if (campaign === undefined) return answer(turn, "progress-none")
  const kind = await kindMeant(turn, rest)
  // One school alone has a progress of its own, which one is asked; several are compared.
  if (kind?.several === true) return await rankingOfKind(turn, campaign, kind, { typed: rest })
  const several = await severalUnits(turn, campaign, rest)
  if (several.length > 0) {
    const told: Decision[] = []
    for (const each of several) told.push(await progress(turn, each))
    return told.reduce(both)
  }
  const usual = usualFor(context, campaign)
  const wish = await periodAsked(turn, campaign, rest)
  // Progress is of the running phase anyhow.
  const span = wish !== undefined && !isRunningPhase(wish, moment.now) ? wish : undefined
  const again = (code: string) => `tiến độ ${code} ${span?.period ?? ""}`.trimEnd()
  const meant = await unitMeant(turn, wish?.unit ?? rest, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (span?.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(span.ahead))
  if (span !== undefined) return await figuresOf(turn, campaign, unit, span.ask)
  return await orWhyNot(turn, campaign, "phase", async () => {
    const found = await turn.reads.progress(campaign, unit.id, moment.now)
    const fresh = await registeredJustNow(turn, campaign, unit)
    const { campaign: rules } = campaign
    const counted = fresh === 0 ? found : withRegistered(found, fresh, rules, moment.timeZone)
    return { phrases: progressPhrases(counted, rules, moment.timeZone) }
  })
}

/** "tháng này", "tuần trước KCN": undefined where no period is named. */
async function periodAsked(
  { moment, reads }: Turn,
  { campaign }: RunningCampaign,
  rest: string,
): Promise<TallyWish | undefined> {
  if (!NAMES_A_PERIOD.test(fold(rest))) return undefined
  const calendar = { campaign, now: moment.now, zone: moment.timeZone }
  const wish = readTallyWish(rest, calendar, await reads.units())
  return wish.period === "" ? undefined : wish
}

function isRunningPhase({ ask }: TallyWish, now: number): boolean {
  return ask.period === "phase" && ask.from === undefined && ask.at === now
}

/** A cheap look first: most who ask for the progress name nothing, or a unit. */
const NAMES_A_PERIOD = /(?:^| )(?:tuan|thang|quy|hom|ngay|nam|dot|giai doan|gd\d?|chuong trinh|tu|den)(?: |$)/

/** What a unit counted within a period, and nothing more: the tally with all that is in it is for officers. */
async function figuresOf(
  turn: Turn,
  campaign: RunningCampaign,
  unit: UnitRef,
  ask: PeriodAsk,
): Promise<Decision> {
  return await shown(turn, { campaign, unit, ask }, async ({ tally, unitName }) => {
    const { registered, recognized, onPortal } = tally.counters
    const span = spanWords({ from: Date.parse(tally.from), to: Date.parse(tally.to) }, turn.moment.timeZone)
    return {
      phrases: [
        { key: "progress-span", args: { unit: unitName, span } },
        {
          key: "progress-counters",
          args: { registered: registered.delta, recognized: recognized.delta, onPortal: onPortal.delta },
        },
      ],
    }
  })
}

/** "KCN và GD", each as typed; empty for one unit, or more than are told at once. */
async function severalUnits(
  { moment, reads }: Turn,
  { campaign }: RunningCampaign,
  rest: string,
): Promise<readonly string[]> {
  if (!JOINED.test(fold(rest))) return []
  const calendar = { campaign, now: moment.now, zone: moment.timeZone }
  const wishes = tallyWishes(rest, calendar, await reads.units())
  const areUnits = wishes.every(({ unit, period }) => unit !== "" && period === "")
  return areUnits && wishes.length > 1 && wishes.length <= MOST_AT_ONCE ? wishes.map(({ unit }) => unit) : []
}

/**
 * How many more the same message leaves registered at or below the unit: the receipts of the new ones, which count them, stand above the
 * answer, as does what is said of those it withdraws.
 */
async function registeredJustNow(
  { context, reads }: Turn,
  { id }: RunningCampaign,
  unit: UnitRef,
): Promise<number> {
  const { register = [], changes = [] } = context.decided ?? {}
  const isBelow = async (unitId: string) => (await reads.unit(unitId))?.path.includes(unit.id) === true
  const more = register.flatMap(({ initiative }) => (initiative.campaignId === id ? [initiative.unitId] : []))
  const less = changes.flatMap((change) => (change.do === "withdraw" ? [change.unitId] : []))
  const count = async (units: readonly string[]) =>
    (await Promise.all(units.map(isBelow))).filter((below) => below).length
  return (await count(more)) - (await count(less))
}

/** Whoever asks for more of them has the file. */
const MOST_RANKED = 30

/**
 * "bảng xếp hạng [top 5] [đơn vị] [kỳ]": the units below one, best first; of a period as they stood when it ended, with what they
 * gained in it; "vị trí KCN": those beside it.
 */
export async function ranking(turn: Turn, asked: string): Promise<Decision> {
  const isPlace = asked.startsWith(PLACE_OF)
  const rest = isPlace ? asked.slice(PLACE_OF.length) : asked
  const { context, moment, reads } = turn
  const { campaign } = context
  if (campaign === undefined) return answer(turn, "progress-none")
  const usual = usualFor(context, campaign)
  const [, first, typed = "", most = first] =
    /^(?:top (\d{1,3}))?\s*(.*?)(?:\s+top (\d{1,3}))?$/su.exec(rest) ?? []
  const longest = most === undefined ? {} : { most: Math.min(MOST_RANKED, Math.max(1, Number(most))) }
  const wish = await periodAsked(turn, campaign, typed)
  const span = wish !== undefined && !isRunningPhase(wish, moment.now) ? wish : undefined
  const said = wish?.unit ?? typed
  // By all that is typed: of "khối doanh nghiệp của GD" the end is no phase.
  const kind = await kindMeant(turn, typed)
  if (kind !== undefined) {
    if (span !== undefined) return answer(turn, "kind-period", { typed: quote(said) })
    return await rankingOfKind(turn, campaign, kind, { typed, ...longest })
  }
  const again = (code: string) =>
    ["bảng xếp hạng", isPlace && PLACE_OF.trim(), most && `top ${most}`, code, span?.period]
      .filter((part) => part)
      .join(" ")
  const meant = await unitMeant(turn, said, { usual, again })
  if ("decision" in meant) return meant.decision
  if (span?.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(span.ahead))
  const named = meant.unit
  // A grassroots union wants to know its place among the others, not an empty table of its own.
  const isAbove = !isPlace && (await reads.hasSubUnits(named.id))
  const unit = isAbove ? named : ((await parentOf(named, reads)) ?? named)
  const fresh = campaign.campaign.progressCounter === "registered" ? context.decided?.register?.length : 0
  const notYet = fresh ? [{ key: "ranking-not-yet", args: { count: fresh } }] : []
  const ask = span?.ask ?? ({ period: "phase", at: moment.now } as const)
  return await shown(turn, { campaign, unit, ask }, async (reading) => ({
    phrases: [
      ...rankingPhrases(reading, campaign.campaign, moment.timeZone, {
        own: named === unit ? usual.code : named.code,
        ...longest,
      }),
      ...notYet,
    ],
  }))
}

/** "tổng hợp [tuần|tháng|giai đoạn|đợt] [đơn vị]": the post of a period, now, for officers. */
export async function tallyOnDemand(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment } = turn
  const { campaign, person } = context
  if (campaign === undefined) return answer(turn, "progress-none")
  if (!isOfficer(person)) return answer(turn, "tally-officers-only")
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const wishes = tallyWishes(rest, calendar, await turn.reads.units())
  if (wishes.length > MOST_AT_ONCE) return answer(turn, "tally-too-many", { most: MOST_AT_ONCE })
  const [{ unit: typed, period, ask }] = wishes
  const kind = await kindMeant(turn, typed)
  if (kind !== undefined)
    return period === "" || ask.period === "phase"
      ? await rankingOfKind(turn, campaign, kind, { typed })
      : answer(turn, "kind-period", { typed: quote(typed) })
  const usual = context.chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  const said = rest.trim().replace(/\s+/g, " ")
  const meant: { readonly unit: UnitRef; readonly wish: TallyWish }[] = []
  for (const wish of wishes) {
    const again = (code: string) => `tổng hợp ${said.replace(wish.unit, code)}`
    const named = await unitMeant(turn, wish.unit, { usual, again })
    if ("decision" in named) return named.decision
    meant.push({ unit: named.unit, wish })
  }
  const told: Decision[] = []
  for (const { unit, wish } of meant) told.push(await tallyOf(turn, campaign, unit, wish))
  return told.reduce(both)
}

async function tallyOf(
  turn: Turn,
  campaign: RunningCampaign,
  unit: UnitRef,
  wish: TallyWish,
): Promise<Decision> {
  const { context, moment } = turn
  if (!mayAct(context.person?.grants ?? [], "officer", unit))
    return answer(turn, "unit-outside", { unit: unit.name })
  if (wish.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(wish.ahead))
  const ask = { ...wish.ask, comparing: true }
  return await shown(turn, { campaign, unit, ask }, async (reading) => {
    const { details, sector } = wish
    if (sector !== undefined)
      return { phrases: await sectorTally(turn, campaign, unit, { wish, sector, reading }) }
    if (details !== undefined) {
      const span = { from: Date.parse(reading.tally.from), to: Date.parse(reading.tally.to) }
      const records = await turn.reads.tallyRecords(campaign, unit.id, { span, ...details })
      return { phrases: recordPhrases({ wish, reading, records }, context, moment.timeZone) }
    }
    const read = asRead(reading, campaign.campaign, moment.now, moment.timeZone)
    return {
      phrases: tallyPhrases(read, campaign.campaign, moment.timeZone, {
        late: false,
        ...(context.chat.kind === "private" ? { namesLaggards: true } : {}),
      }),
      picture: pictureRef(campaign.id, unit.id, read),
    }
  })
}

/** Whose tally of which period is asked for. */
type TallyAsk = { readonly campaign: RunningCampaign; readonly unit: UnitRef; readonly ask: PeriodAsk }

async function shown(
  turn: Turn,
  { campaign, unit, ask }: TallyAsk,
  say: (reading: TallyReading) => Promise<Pick<OutboxContent, "phrases" | "picture">>,
): Promise<Decision> {
  return await orWhyNot(turn, campaign, ask.period, async () =>
    say(await turn.reads.tally(campaign, unit.id, ask)),
  )
}

/** What "tally-ahead" says of a phase or peak period that has not begun. */
export function aheadWords({ name, startsOn }: GoalPeriod) {
  return { name, from: formatDay(startsOn, "date") }
}

/** What is looked at when no unit is named: the group's, the person's own, or all. */
export function usualFor(context: Context, campaign: RunningCampaign): UnitRef {
  return context.chat.unit ?? context.person?.unit ?? campaign.federation
}

async function parentOf(unit: UnitRef, reads: Reads): Promise<UnitRef | undefined> {
  const id = unit.path.at(-2)
  return id === undefined ? undefined : await reads.unit(id)
}
