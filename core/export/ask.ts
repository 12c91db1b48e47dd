import type { Span } from "../clock.ts"
import type { Person, RunningCampaign } from "../conversation/context.ts"
import { both, type Decision } from "../conversation/decision.ts"
import { alsoSaying, firstSaying } from "../conversation/kept-draft.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { periodOf } from "../emulation/ask.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, officerGrants, type UnitRef, widestGrant } from "../people/role.ts"
import { aheadWords, usualFor } from "../tally/ask.ts"
import { spanWords } from "../tally/period.ts"
import { type PeriodAsk, planTally, TallyError } from "../tally/plan.ts"
import { sectorNames, sectorsAmong } from "../tally/sector.ts"
import { MOST_AT_ONCE, tallyWishes } from "../tally/several.ts"
import type { TallyWish } from "../tally/wish.ts"
import { quote } from "../text/cut.ts"
import { MOST_RECORDS } from "./file.ts"
import type { SheetForm } from "./sheet.ts"
import { type ExportWish, readExport, wantsPaper } from "./wish.ts"

/** An officer's order for a file, with what the running campaign is asked for. */
type Order<Wish = ExportWish> = {
  readonly turn: Turn
  readonly person: Person
  readonly campaign: RunningCampaign
  readonly wish: Wish
}

/** "xuất …": a file of initiatives, of what the portal is to be given, or of a tally with its annexes. For officers. */
export async function exportOnDemand(turn: Turn, rest: string): Promise<Decision> {
  const { campaign, person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (campaign === undefined) return answer(turn, "progress-none")
  const wish = readExport(rest)
  if (wish === undefined) {
    const how = answer(turn, "export-how")
    return wantsPaper(rest) ? firstSaying(how, { key: "export-only-sheets" }) : how
  }
  const decision = await exported({ turn, person, campaign, wish })
  return wish.asPaper === true ? alsoSaying(decision, { key: "export-only-sheets" }) : decision
}

async function exported(order: Order): Promise<Decision> {
  const { wish } = order
  switch (wish.what) {
    case "tally":
      return await oneByOne(order, async (said) => exportTally(order, said))
    case "recognized":
      return await exportRecognized(order)
    case "scores":
      return await oneByOne(order, async (said) => exportScores(order, said))
    default:
      return await exportInitiatives({ ...order, wish: { ...wish, what: wish.what } })
  }
}

/** Everything about what was recognised in a period: what is rewarded is paid by it. */
async function exportRecognized(order: Order): Promise<Decision> {
  const { turn } = order
  if (turn.context.chat.kind === "group") return answer(turn, "export-in-private")
  return await oneByOne(order, async (said) => recognizedIn(order, said))
}

async function recognizedIn(order: Order, { ask, unit: typed, ahead }: TallyWish): Promise<Decision> {
  const { turn, person, campaign, wish } = order
  const { moment } = turn
  const again = (code: string) =>
    `xuất đã công nhận ${typed === "" ? `${wish.rest} ${code}` : wish.rest.replace(typed, code)} ${wish.form}`
  const units = await unitsMeant(order, typed, again)
  if ("decision" in units) return units.decision
  if (ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(ahead))
  const unit = units.map(({ name }) => name).join(", ")
  const span = spanOrNone(campaign, ask, moment.timeZone)
  if (span === undefined) return answer(turn, "export-nothing", { what: "tally", unit })
  const scope = {
    campaignId: campaign.id,
    unitIds: units.map(({ id }) => id),
    which: "recognized",
    span,
  } as const
  const count = await turn.reads.exportSize(scope)
  if (count === 0) return answer(turn, "export-nothing", { what: "recognized", unit })
  if (count > MOST_RECORDS) return answer(turn, "export-too-many", { count, most: MOST_RECORDS })
  const args = { count, unit, span: spanWords(span, moment.timeZone) }
  const document = { kind: "initiatives", ...scope, form: wish.form, personId: person.id } as const
  return {
    say: [reply(turn, { phrases: [{ key: "export-recognized", args }], document })],
    changes: [logged(person, units[0]?.id ?? campaign.federation.id, wish, count)],
  }
}

function spanOrNone({ campaign }: RunningCampaign, ask: PeriodAsk, timeZone: string): Span | undefined {
  try {
    const { from, to } = planTally(campaign, ask, timeZone)
    return { from, to }
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

async function exportInitiatives(
  order: Order<ExportWish & { readonly what: "initiatives" | "portal" }>,
): Promise<Decision> {
  const { turn, person, campaign, wish } = order
  // A list of names is the officer's own work, not the group's reading.
  if (turn.context.chat.kind === "group") return answer(turn, "export-in-private")
  const again = (code: string) => `xuất ${wish.what === "portal" ? "cổng" : "sáng kiến"} ${code} ${wish.form}`
  const units = await unitsMeant(order, wish.rest, again)
  if ("decision" in units) return units.decision
  const which = wish.what === "portal" ? "for_portal" : "all"
  const scope = { campaignId: campaign.id, unitIds: units.map(({ id }) => id), which } as const
  const count = await turn.reads.exportSize(scope)
  const unit = units.map(({ name }) => name).join(", ")
  if (count === 0) return answer(turn, "export-nothing", { what: wish.what, unit })
  if (count > MOST_RECORDS) return answer(turn, "export-too-many", { count, most: MOST_RECORDS })
  const phrase: Phrase = { key: "export-initiatives", args: { what: wish.what, count, unit } }
  const document = { kind: "initiatives", ...scope, form: wish.form, personId: person.id } as const
  return {
    say: [reply(turn, { phrases: [phrase], document })],
    changes: [logged(person, units[0]?.id ?? campaign.federation.id, wish, count)],
  }
}

/** The unit named, else every unit the person answers for. */
async function unitsMeant(
  { turn, person, campaign }: Order,
  rest: string,
  again: (code: string) => string,
): Promise<readonly UnitRef[] | { readonly decision: Decision }> {
  if (rest === "") {
    const units = officerGrants(person.grants).map(({ unit }) => unit)
    return units.filter(({ id }, place) => units.findIndex((other) => other.id === id) === place)
  }
  const usual = usualFor(turn.context, campaign)
  const meant = await unitMeant(turn, rest, { usual, again })
  if ("decision" in meant) return meant
  return mayAct(person.grants, "officer", meant.unit)
    ? [meant.unit]
    : { decision: answer(turn, "unit-outside", { unit: meant.unit.name }) }
}

/** A file for each of the periods or units that are named, or the question which unit is meant. */
async function oneByOne(
  { turn, campaign, wish: { rest } }: Order,
  exportOne: (said: TallyWish) => Promise<Decision>,
): Promise<Decision> {
  const { moment, reads } = turn
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const wishes = tallyWishes(rest, calendar, await reads.units())
  if (wishes.length > MOST_AT_ONCE) return answer(turn, "tally-too-many", { most: MOST_AT_ONCE })
  const files: Decision[] = []
  for (const said of wishes) {
    const file = await exportOne(said)
    if (file.dialogue !== undefined) return file
    files.push(file)
  }
  return files.reduce(both)
}

async function exportTally({ turn, person, campaign, wish }: Order, said: TallyWish): Promise<Decision> {
  const { context, moment, reads } = turn
  const { ask, details, ahead } = said
  // Records come with their authors.
  if (details !== undefined && context.chat.kind === "group") return answer(turn, "export-in-private")
  const usual = context.chat.unit ?? widestGrant(person.grants)?.unit ?? campaign.federation
  const again = (code: string) =>
    `xuất tổng hợp ${said.unit === "" ? `${wish.rest} ${code}` : wish.rest.replace(said.unit, code)} ${wish.form}`
  const meant = await unitMeant(turn, said.unit, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  if (ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(ahead))
  const reading = await orNone(async () => await reads.tally(campaign, unit.id, ask))
  if (reading === undefined) return answer(turn, "export-nothing", { what: "tally", unit: unit.name })
  const { tally } = reading
  const span = { from: Date.parse(tally.from), to: Date.parse(tally.to) }
  const ref = { campaignId: campaign.id, unitId: unit.id, period: ask.period, ...span }
  if (details === undefined) {
    const document = { kind: "tally", ...ref, form: wish.form, personId: person.id } as const
    const phrase: Phrase = {
      key: "export-tally",
      args: { period: ask.period, unit: unit.name, span: spanWords(span, moment.timeZone) },
    }
    return {
      say: [reply(turn, { phrases: [phrase], document })],
      changes: [logged(person, unit.id, wish, tally.counters.registered.total)],
    }
  }
  const { kind } = details
  const { sector = { typed: "" } } = said
  const counted = sector.typed === "" ? [] : await reads.sectors(campaign, unit.id, span)
  const named = sectorsAmong(sector, counted, campaign.campaign.sectors)
  if (named?.length === 0) return answer(turn, "sectors-unlisted", { typed: quote(sector.typed) })
  const among = named === undefined ? {} : { sectors: named }
  const { added, back } = await reads.tallyRecords(campaign, unit.id, { span, kind, page: 1, ...among })
  const count = added + back
  if (count === 0) return answer(turn, "records-none")
  if (count > MOST_RECORDS) return answer(turn, "export-too-many", { count, most: MOST_RECORDS })
  const phrase: Phrase = {
    key: "export-details",
    args: { kind, count, unit: unit.name, span: spanWords(span, moment.timeZone) },
  }
  const document = {
    kind: "records",
    of: kind,
    ...ref,
    ...among,
    form: wish.form,
    personId: person.id,
  } as const
  return {
    say: [reply(turn, { phrases: [phrase, ...sectorNames(named)], document })],
    changes: [logged(person, unit.id, { ...wish, what: "records" }, count)],
  }
}

/** The scores of the units below one, how they are made and every record behind them. */
async function exportScores({ turn, person, campaign, wish }: Order, said: TallyWish): Promise<Decision> {
  const { context, moment, reads } = turn
  if (context.chat.kind === "group") return answer(turn, "export-in-private")
  if (campaign.campaign.emulation.criteria.length === 0) return answer(turn, "score-none")
  const usual = widestGrant(person.grants)?.unit ?? campaign.federation
  const again = (code: string) => `xuất điểm thi đua ${code} ${said.period} ${wish.form}`
  const meant = await unitMeant(turn, said.unit, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, "officer", unit)) return answer(turn, "unit-outside", { unit: unit.name })
  if (said.ahead !== undefined) return answer(turn, "tally-ahead", aheadWords(said.ahead))
  const period = periodOf(said)
  if (period === undefined) return answer(turn, "score-period")
  const at = said.period === "" ? moment.now : said.ask.at
  const whose = { unitId: unit.id, whose: "own" } as const
  const board = await orNone(async () => await reads.scores(campaign, { period, at }, whose))
  if (board === undefined) return answer(turn, "export-nothing", { what: "tally", unit: unit.name })
  const args = { unit: unit.name, period: board.phase ?? campaign.campaign.shortName }
  const ref = { campaignId: campaign.id, unitId: unit.id, period, at, form: wish.form, personId: person.id }
  return {
    say: [reply(turn, { phrases: [{ key: "export-scores", args }], document: { kind: "scores", ...ref } })],
    changes: [logged(person, unit.id, wish, board.units.length)],
  }
}

/** undefined: nothing is counted at that time. */
async function orNone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

function logged(
  person: Person,
  unitId: string,
  { what, form }: { readonly what: ExportWish["what"] | "records"; readonly form: SheetForm },
  count: number,
) {
  return { do: "log_export", what, form, count, unitId, personId: person.id } as const
}
