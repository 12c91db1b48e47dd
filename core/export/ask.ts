import type { Span } from "../clock.ts"
import type { Person, RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant } from "../conversation/which-unit.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayAct, officerGrants, type UnitRef, widestGrant } from "../people/role.ts"
import { aheadWords, usualFor } from "../tally/ask.ts"
import { readTallyWish, spanWords } from "../tally/period.ts"
import { type PeriodAsk, planTally, TallyError } from "../tally/plan.ts"
import { sectorNames, sectorsAmong } from "../tally/sector.ts"
import type { TallyReading } from "../tally/tally.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import { recordCard } from "./fields.ts"
import { MOST_RECORDS } from "./file.ts"
import type { SheetForm } from "./sheet.ts"

/** "xuất sáng kiến CĐCS May TNG csv", read: what is wanted, how, and the words left, which name a unit or a period. */
export type ExportWish = {
  readonly what: "initiatives" | "portal" | "recognized" | "tally"
  readonly form: SheetForm
  readonly rest: string
}

const FORMS: Readonly<Record<string, SheetForm>> = { csv: "csv", xlsx: "xlsx", excel: "xlsx", file: "xlsx" }
const POLITE = new Set(fold("giúp em anh chị tôi mình với nhé nha ạ hộ cho của ra bản tệp").split(" "))
const WHAT: readonly (readonly [words: string, what: ExportWish["what"]])[] = [
  // What the portal does not have yet, however the list is called.
  ...["danh sach sang kien ", "danh sach ", "sang kien ", "sk ", ""].flatMap((list) =>
    ["chua len cong", "cho len cong", "chua co tren cong"].map(
      (state): readonly [string, ExportWish["what"]] => [`${list}${state}`, "portal"],
    ),
  ),
  ["danh sach sang kien", "initiatives"],
  ["sang kien", "initiatives"],
  ["danh sach", "initiatives"],
  ["sk", "initiatives"],
  ["len cong", "portal"],
  ["cong", "portal"],
  ["portal", "portal"],
  ["tong hop", "tally"],
  ["bao cao", "tally"],
]
const PERIOD =
  /^(?:tu \d|tu dau|hom|ngay|quy|tuan|thang|giai doan|gd|dot|cao diem|ca chuong trinh|chuong trinh)(?: |$)/

/** "danh sách đăng ký tháng này", "sáng kiến đã công nhận", "khen thưởng giai đoạn 1": records by what became of them. */
const RECORDS =
  /^(?:(?:danh sach|ds|cac|nhung|toan bo|tat ca|nguoi|tac gia|sang kien|sk|ho so) )*(?:(?:de|di) )?(?<state>da dang ky|dang ky|nop|(?:da |duoc )*(?:cong nhan|khen thuong|khen|thuong)|da len cong)(?: (?:sang kien|sk|trong|cua))*(?= |$)/
/** Whoever is rewarded has something recognised; each state with the period that is meant when none is said. */
const RECORDS_OF: readonly (readonly [RegExp, ExportWish["what"], string, string])[] = [
  [/khen|thuong/, "recognized", "giai đoạn", ""],
  [/cong nhan/, "recognized", "cả chương trình", ""],
  [/len cong/, "tally", "cả chương trình", " chi tiết lên cổng"],
  [/./, "tally", "cả chương trình", " chi tiết đăng ký"],
]

function recordsAsked(typed: readonly string[]): Pick<ExportWish, "what" | "rest"> | undefined {
  const found = RECORDS.exec(fold(typed.join(" ")))
  const state = found?.groups?.["state"]
  // "Công nhân" and "Thương mại" are names.
  const isName = typed.some((word) => /^(?:nhân|thương)$/iu.test(word))
  if (found === null || state === undefined || isName) return undefined
  const [, what = "tally", period, details] = RECORDS_OF.find(([words]) => words.test(state)) ?? []
  const rest = typed.slice(found[0].split(" ").length).join(" ")
  return { what, rest: `${PERIOD.test(`${fold(rest)} `) ? rest : `${period} ${rest}`.trim()}${details}` }
}

/** What is to be exported; undefined when nothing of it is named. */
export function readExport(rest: string): ExportWish | undefined {
  let form: SheetForm = "xlsx"
  let typed = rest.split(/\s+/).filter((word) => {
    const named = FORMS[fold(word).replace(/^\./, "")]
    if (named !== undefined) form = named
    return word !== "" && named === undefined
  })
  while (typed.length > 0 && POLITE.has(fold(typed.at(-1) ?? ""))) typed = typed.slice(0, -1)
  const folded = fold(typed.join(" "))
  if (folded === "") return rest === "" ? undefined : { what: "initiatives", form, rest: "" }
  const records = recordsAsked(typed)
  if (records !== undefined) return { ...records, form }
  const named = WHAT.find(([words]) => `${folded} `.startsWith(`${words} `))
  if (named !== undefined) {
    const [words, what] = named
    return { what, form, rest: typed.slice(words.split(" ").length).join(" ") }
  }
  return PERIOD.test(folded) ? { what: "tally", form, rest: typed.join(" ") } : undefined
}

/** "xuất …": a file of initiatives, of what the portal is to be given, or of a tally with its annexes. For officers. */
export async function exportOnDemand(turn: Turn, rest: string): Promise<Decision> {
  const { campaign, person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (campaign === undefined) return answer(turn, "progress-none")
  const wish = readExport(rest)
  if (wish === undefined) return answer(turn, "export-how")
  switch (wish.what) {
    case "tally":
      return await exportTally(turn, person, campaign, wish)
    case "recognized":
      return await exportRecognized(turn, person, campaign, wish)
    default:
      return await exportInitiatives(turn, person, campaign, { ...wish, what: wish.what })
  }
}

/** Everything about what was recognised in a period: what is rewarded is paid by it. */
async function exportRecognized(
  turn: Turn,
  person: Person,
  campaign: RunningCampaign,
  wish: ExportWish,
): Promise<Decision> {
  if (turn.context.chat.kind === "group") return answer(turn, "export-in-private")
  const { moment } = turn
  const {
    ask,
    unit: typed,
    ahead,
  } = readTallyWish(wish.rest, campaign.campaign, moment.now, moment.timeZone, await turn.reads.units())
  const again = (code: string) =>
    `xuất đã công nhận ${typed === "" ? `${wish.rest} ${code}` : wish.rest.replace(typed, code)} ${wish.form}`
  const units = await unitsMeant(turn, person, campaign, typed, again)
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
  turn: Turn,
  person: Person,
  campaign: RunningCampaign,
  wish: ExportWish & { readonly what: "initiatives" | "portal" },
): Promise<Decision> {
  // A list of names is the officer's own work, not the group's reading.
  if (turn.context.chat.kind === "group") return answer(turn, "export-in-private")
  const again = (code: string) => `xuất ${wish.what === "portal" ? "cổng" : "sáng kiến"} ${code} ${wish.form}`
  const units = await unitsMeant(turn, person, campaign, wish.rest, again)
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
  turn: Turn,
  person: Person,
  campaign: RunningCampaign,
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

async function exportTally(
  turn: Turn,
  person: Person,
  campaign: RunningCampaign,
  wish: ExportWish,
): Promise<Decision> {
  const { context, moment, reads } = turn
  const said = readTallyWish(
    wish.rest,
    campaign.campaign,
    moment.now,
    moment.timeZone,
    await turn.reads.units(),
  )
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
  const reading = await readingOrNone(reads, campaign, unit, ask)
  if (reading === undefined) return answer(turn, "export-nothing", { what: "tally", unit: unit.name })
  const { tally } = reading
  const span = { from: Date.parse(tally.from), to: Date.parse(tally.to) }
  const ref = { campaignId: campaign.id, unitId: unit.id, period: ask.period, ...span }
  if (details === undefined) {
    const document = { kind: "tally", ...ref, form: wish.form, personId: person.id } as const
    const phrase: Phrase = { key: "export-tally", args: { period: ask.period, unit: unit.name } }
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

async function readingOrNone(
  reads: Reads,
  campaign: RunningCampaign,
  unit: UnitRef,
  ask: PeriodAsk,
): Promise<TallyReading | undefined> {
  try {
    return await reads.tally(campaign, unit.id, ask)
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

/** "thẻ SK-000123": everything the portal asks about one initiative, one field per line, to be copied. */
export async function portalCard(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const { campaign, person } = context
  if (person === undefined || person.grants.length === 0) return answer(turn, "officers-only")
  const named = readCode(rest)
  if (named === undefined || campaign === undefined) return answer(turn, "card-how")
  const code = initiativeCode(named.number)
  const [dossier] = await reads.dossiers([named.number])
  if (dossier === undefined) return answer(turn, "code-unknown", { code })
  if (!mayAct(person.grants, "support", dossier.unit))
    return answer(turn, "not-judged", { codes: code, why: "outside" })
  if (context.chat.kind === "group") return answer(turn, "export-in-private")
  const record = await reads.exportRecord(named.number)
  if (record === undefined) return answer(turn, "code-unknown", { code })
  const lines = recordCard(record, campaign.campaign.portalColumns, turn.moment.timeZone)
  const state: Phrase[] =
    record.status === "recognized" ? [] : [{ key: "card-not-yet", args: { word: record.status } }]
  return { say: [reply(turn, { phrases: [...lines, ...state] })] }
}
