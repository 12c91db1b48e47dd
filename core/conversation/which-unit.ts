import { kindAsked } from "../campaign/unit-kind.ts"
import { beside } from "../command/beside.ts"
import { readCommand } from "../command/read.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import { mayAct, type UnitRef, widestGrant } from "../people/role.ts"
import { parsePick, parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { clean, foldWords } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Context } from "./context.ts"
import { both, type Decision, type Resume } from "./decision.ts"
import type { Dialogue, WhichUnitDialogue } from "./dialogue.ts"
import type { Reads } from "./reads.ts"
import { answer, reply, type Turn } from "./turn.ts"

type KnownUnit = SearchableUnit & UnitRef

/** What words name: one unit for certain, several that could be meant, or none. */
export type UnitNamed =
  | { readonly kind: "sure"; readonly unit: UnitRef }
  | { readonly kind: "choices"; readonly units: readonly UnitRef[] }
  | { readonly kind: "none" }

/** The unit of `among` that `typed` names: by its number where some were `offered` (ids), else by its code or name. */
export function unitNamed(
  typed: string,
  among: readonly KnownUnit[],
  offered: readonly string[] = [],
): UnitNamed {
  const picked = parsePick(typed, offered.length)
  // "thôi" is a letter away from a place.
  if (picked === undefined && namesNothing(typed)) return { kind: "none" }
  const unit = (wanted: string | undefined) => among.find(({ id }) => id === wanted)
  const search = picked === undefined ? found(typed, among) : undefined
  if (search?.kind === "choices")
    return { kind: "choices", units: search.ids.flatMap((id) => unit(id) ?? []) }
  const sure = unit(search?.kind === "sure" ? search.id : offered[(picked ?? 0) - 1])
  return sure === undefined ? { kind: "none" } : { kind: "sure", unit: sure }
}

/** "tổ 3 chuyền 5 công ty may TNG": the part of a workplace is no part of its name. */
const PART_OF_WORKPLACE =
  /^.{0,60}?(?:tổ|to|chuyền|chuyen|ca|đội|doi|phân xưởng|phan xuong|xưởng|xuong|phòng|phong|khoa|lớp|lop|bộ phận|bo phan)\s.{1,40}?[\s,]+(?=(?:công ty|cong ty|cty|trường|truong|bệnh viện|benh vien|bv|trung tâm|trung tam|nhà máy|nha may|xí nghiệp|xi nghiep|cđcs|cdcs)\s)/iu

function found(typed: string, among: readonly KnownUnit[]): ReturnType<typeof findUnit> {
  const search = findUnit(typed, among)
  const whole = search.kind === "none" ? typed.replace(PART_OF_WORKPLACE, "") : typed
  return whole === typed ? search : findUnit(whole, among)
}

/** "vâng đúng rồi", "thôi", "chào em": said to the bot, and the name of nothing. */
export function namesNothing(text: string): boolean {
  const courtesy = readCommand(text)?.name
  // "ở nhà" is no "ờ nha".
  const isAnswer = parseYesNo(text) !== undefined && !/^ở /iu.test(clean(text))
  return isAnswer || courtesy === "greet" || courtesy === "thanks"
}

/**
 * "Which of these?", or "is it this one?" of the only one that may be meant: what `dialogue` makes of the question waits for a
 * number, or for a fuller name.
 */
export function offerUnits(
  turn: Turn,
  units: readonly UnitRef[],
  dialogue: (question: { ask: string; askedAt: number; offered: readonly string[] }) => Dialogue,
): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const labels = units.map((unit) => ({ text: labelOf(unit) }))
  return {
    dialogue: dialogue({ ask, askedAt: moment.now, offered: units.map(({ id }) => id) }),
    say: [
      reply(turn, {
        phrases: [{ key: units.length === 1 ? "unit-this" : "unit-which" }],
        choices: { ask, labels },
      }),
    ],
  }
}

function labelOf({ name, code }: UnitRef): string {
  return `${name} (${code})`
}

/** No unit is called like that; what was said to the bot instead of a name has its own answer. */
export function unitNotFound(turn: Turn, typed: string): Decision {
  const said = beside(typed)
  if (said !== undefined) return { say: [reply(turn, { phrases: [{ key: said }, { key: "unit-ask" }] })] }
  return answer(turn, "unit-not-found", { typed: quote(typed) })
}

/** The unit a command is about, or what is to be said instead of obeying it. */
export type UnitMeant = { readonly unit: UnitRef } | { readonly decision: Decision }

/** Whoever asks for all of them names none. */
const ALL_BELOW = /^(?:(?:tat ca|toan bo|cua|theo) )*(?:cac |tung |moi )?don vi(?: truc thuoc| cap duoi)?$/

/** "đơn vị chị", "công ty em", "bên em": what only who speaks can tell apart; by `foldWords`, which reads y as i. */
const ONES_OWN =
  /^(?:(?:cua|o|ben|tai) )?(?:(?:don vi|cong doan(?: co so)?|cdcs|co so|co quan|cong ti|cti|truong|khoa|phong|to|doi|xuong|nha mai|benh vien|ben|cho)(?: cua)? )?(?:em|anh|chi|minh|toi|ta|chung ta|chung toi|chung minh|bon em|bon minh)$/

/** Whether the words mean whoever speaks, and not a name. */
export function namesOwnUnit(typed: string): boolean {
  return ONES_OWN.test(foldWords(typed))
}

/** Stands for a unit's code in a command whose unit is still asked for. */
const UNIT_PLACE = "⟨đơn vị⟩"

/**
 * The unit named by `typed`, else `usual`. When the name fits several, or one that is not sure, those the person has a role for
 * come first; what that leaves is offered by number, and the choice is taken as `again(code)`: the command as it could have
 * been written.
 */
export async function unitMeant(
  turn: Turn,
  typed: string,
  ask: { readonly usual: UnitRef; readonly again: (code: string) => string },
): Promise<UnitMeant> {
  if (typed.trim() === "" || ALL_BELOW.test(foldWords(typed))) return { unit: ask.usual }
  if (namesOwnUnit(typed)) return { unit: ownUnit(turn.context) ?? ask.usual }
  const named = await ownUnitFirst(turn.context, typed, turn.reads)
  if (named.kind !== "sure" && kindAsked(typed)?.several === true)
    return { decision: answer(turn, "kind-period", { typed: quote(typed) }) }
  switch (named.kind) {
    case "none":
      return { decision: unitNotFound(turn, typed) }
    case "sure":
      return { unit: named.unit }
    case "choices":
      return {
        decision: offerUnits(turn, named.units, (question) => ({
          ...question,
          step: "which_unit",
          offered: named.units.map(({ code }) => ask.again(code)),
          labels: named.units.map(labelOf),
          command: ask.again(UNIT_PLACE),
        })),
      }
    default:
      return named satisfies never
  }
}

/** Where a person answers for something, or else belongs. */
export function ownUnit({ person }: Context): UnitRef | undefined {
  return widestGrant(person?.grants ?? [])?.unit ?? person?.unit
}

/** "… là bao nhiêu ấy nhỉ", "… thế nào rồi em": what people ask behind a name, and what ends in none of them. */
const BEHIND_NAME = new RegExp(
  `(?:[\\s,.?!]+${oneOf(
    "là, la, thì, thi, được, duoc, đc, dc, đang, dang, hiện, hien, nay, này, bao nhiêu, bao nhieu, bn, mấy, ấy, ay, nhỉ, nhi, vậy, vay, thế, the, nào, nao, gì, gi, rồi, roi, r, giờ, gio",
    "thấp, thap, cao, ít, kém, lại, lai, đăng ký, dang ky, có, vì sao, vi sao, tại sao, tai sao, đến đâu, den dau, tới đâu, toi dau, ra sao, sao, ntn, em, e, ạ, a, ơi, oi, anh, chị, chi, nhé, nhe, nha, đó, đấy, day, kia, giúp, giup, với, voi, xem, coi, luôn, luon, đi, di, nữa, nua, chưa, chua, không, khong, ko, k, v, z, hả, ha",
  )}(?![\\p{L}\\p{M}\\d]))+[\\s.?!]*$`,
  "iu",
)
const NEXT_CLAUSE = /[,;?!]\s.*$/su
const LONGEST_NAME = 300

/** A unit's name alone, where more was said behind it: "Phổ Yên, vì sao chỉ có từng ấy điểm", "Đại Từ là bao nhiêu ấy nhỉ". */
function withoutTail(typed: string): string {
  if (typed.length > LONGEST_NAME) return typed
  const alone = typed.replace(NEXT_CLAUSE, "").replace(BEHIND_NAME, "").trim()
  return alone === "" ? typed : alone
}

const WITHIN =
  /^(?<name>.+?)\s(?:bên|ben|ở|o|thuộc|thuoc|trực thuộc|truc thuoc|của|cua|trong|tại|tai)\s(?<place>.+)$/isu

/** "nhà máy Cam Giá bên Đại Từ": one of that name below the other, where both are sure. */
function namedWithin(typed: string, units: readonly KnownUnit[]): UnitNamed | undefined {
  const { name, place } = WITHIN.exec(typed)?.groups ?? {}
  if (name === undefined || place === undefined) return undefined
  const above = unitNamed(place, units)
  if (above.kind !== "sure") return undefined
  const { id } = above.unit
  const named = unitNamed(
    name,
    units.filter(({ path, ...unit }) => unit.id !== id && path.includes(id)),
  )
  return named.kind === "sure" ? named : undefined
}

async function ownUnitFirst(context: Context, typed: string, reads: Reads): Promise<UnitNamed> {
  const units = await reads.units()
  const named = unitNamed(typed, units)
  if (named.kind === "sure") return named
  const alone = withoutTail(typed)
  const namedAlone = alone === typed ? named : unitNamed(alone, units)
  if (namedAlone.kind === "sure") return namedAlone
  const within = namedWithin(alone, units)
  if (within !== undefined) return within
  const grants = context.person?.grants ?? []
  const own = unitNamed(
    typed,
    units.filter((unit) => mayAct(grants, "support", unit)),
  )
  return own.kind === "none" ? named : own
}

/** The number of one of the units offered, or another name: the command is obeyed as if it had been written with that unit. */
export async function answerWhichUnit(
  { context, written, reads }: Turn,
  dialogue: WhichUnitDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { offered } = dialogue
  const picked = parsePick(written.text, offered.length)
  const text =
    picked === undefined ? await commandFor(context, dialogue, written.text, reads) : offered[picked - 1]
  if (text === undefined) return undefined
  return both({ dialogue: null }, await resume({ ...context, dialogue: undefined }, { ...written, text }))
}

async function commandFor(
  context: Context,
  { command }: WhichUnitDialogue,
  typed: string,
  reads: Reads,
): Promise<string | undefined> {
  const named = await ownUnitFirst(context, typed, reads)
  return named.kind === "sure" ? command?.replace(UNIT_PLACE, () => named.unit.code) : undefined
}
