import { kindAsked, kindsAhead, type UnitKind } from "../campaign/unit-kind.ts"
import { given } from "../given.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import { capitalised } from "../text/capitalised.ts"
import { clean, fold } from "../text/fold.ts"
import { parseWhen, type WhenReading } from "../text/when.ts"
import type { WhenContext } from "../text/when-span.ts"
import type { AudienceKind, AudienceState } from "./reminder.ts"

/** Who is meant, as typed: a state, perhaps only at some units and below, or units by their names. */
export type AudienceRead = Omit<AudienceState, "without"> & {
  readonly units?: readonly UnitRead[]
  /** "các trường và các bệnh viện": the kinds beside the first. */
  readonly furtherKinds?: readonly UnitKind[]
  /** "… trừ KCN", "… trừ trường học": units that are left out. */
  readonly leaves?: readonly UnitRead[]
}

/** A unit's name: found for certain, or what was typed. Of those left out, words that may fit several. */
export type UnitRead = { readonly id: string } | { readonly typed: string }

/** What an officer's words hold; what is missing was not said. `unread` is what nobody understands. */
export type ReminderRead = {
  readonly audience?: AudienceRead
  readonly when?: WhenReading
  readonly words?: string
  readonly unread?: string
}

/** Where a person's own text begins: behind a colon that is none of an hour ("8:00"), on the next line, or in quotes. */
const OWN_WORDS =
  /\s*(?:[:：](?!\d)|(?<!\d)[:：]|\n|["“«](?=[^"”»]+["”»]\s*$)|(?<=[\s,])(?:(?:nói|noi|nhắn|nhan|bảo|ghi|viết)\s+(?:(?:với|voi|cho)?\s?(?:họ|ho)\s+)?(?:là|la|rằng|rang)|(?<=,\s*)(?:nói|bảo|nhắn)(?:\s+(?:họ|là|rằng))*|(?:với\s+|voi\s+)?(?:nội dung|noi dung)(?:\s+(?:là|la))?)\s+(?=\S+\s\S))\s*/iu
/** Where an officer's own text begins in what they typed; at its end where there is none. */
export function ownWordsAt(typed: string): number {
  return OWN_WORDS.exec(typed)?.index ?? typed.length
}

const MOST_WORDS = 40
/** Said to the bot, and about nobody: "nhắc mấy đơn vị chậm giúp anh, sáng mai 8h". */
const ASKED_KINDLY =
  /(?<=^|[\s,])(?:(?:lại |lai )?(?:lần|lan) (?:nữa|nua)|(?:giúp|giup|giùm|gium|dùm|dum|hộ)(?: (?:anh|chị|chi|em|tôi|toi|mình|minh|tui))?|cho (?:chị|anh|tôi|tui|mình)|(?:luôn |đi )?(?:nhé|nghen|nha|luôn))(?: (?:với|voi|nhé|nhe|em))*(?=[\s,]|$)[,]?/giu

/** What "đơn vị nào đạt rồi" asks for: nobody is reminded of what they have. */
export const REACHED_UNITS = "don vi da dat"

const SOMEBODY =
  "(?:(?:cho |den |toi )?(?:nhung |cac |may |het (?:cac )?|toan bo (?:cac )?|tat ca (?:cac )?)?(?:don vi|dv|cdcs|cong doan co so|cong doan|co so|cd|nhom|nguoi|doan vien|can bo|anh chi|dong chi|ong|thang|ben|noi|ai)(?: nao)?(?: (?:dang|con|van|bi|co))? )?"
/** "50%", "50 phần trăm", "một nửa"; a question loses its mark. */
const UNDER = "(?:(?<under>\\d{1,2})(?: ?%| phan tram)?|(?<half>(?:mot )?nua))"
const KINDS: readonly (readonly [AudienceKind, string])[] = [
  [
    "zero_week",
    `${SOMEBODY}(?:chua co|khong co|ko co|chua dang ky|chua nop|chua gui) ?(?:sang kien|sk)?(?: nao)? (?:tuan nay|trong tuan(?: nay)?)`,
  ],
  [
    "zero_week",
    `${SOMEBODY}(?:tuan nay|trong tuan(?: nay)?) (?:chua co|khong co)(?: sang kien| sk| cai)?(?: nao| gi)?`,
  ],
  [
    "zero",
    `${SOMEBODY}(?:chua co|khong co|ko co|chua dang ky|chua nop|chua gui)(?: sang kien| sk| cai)?(?: nao| gi)?|${SOMEBODY}(?:bang 0|so 0|0 sang kien|0 sk|trang)`,
  ],
  ["behind", `${SOMEBODY}(?:cham(?: tien do| nhip)?(?: nhat)?|duoi tien do|tut lai|tre(?: tien do)?)`],
  [
    "short",
    `${SOMEBODY}(?:duoi|thap hon|it hon|kem hon|chua (?:dat|duoc|toi|den|du)) ${UNDER}(?: chi tieu| ke hoach| tien do| cua)*(?: (?:giai doan|gd)(?: ?\\d| nay)?)?`,
  ],
  [
    "short",
    `${SOMEBODY}(?:chua dat|khong dat|ko dat|chua du|chua hoan thanh|chua xong|thieu|duoi)(?: chi tieu| ke hoach)?(?: (?:giai doan|gd)(?: ?\\d| nay)?)?`,
  ],
  [
    "drafts",
    `${SOMEBODY}(?:con |co |bo )?(?:ban )?(?:nhap(?: do(?: dang)?)?|dang do|do dang|dang viet do)(?: sang kien)?`,
  ],
  [
    "all",
    "(?:den |toi |cho )?(?:tat ca|toan bo|het|moi nguoi|ca nhom|(?:tat ca |toan bo |toan the )?(?:cac )?(?:don vi|nhom|moi nguoi|cdcs)|toan tinh)",
  ],
]
const PLACE = "(?:(?: (?:cua|thuoc|trong|tai|o|ben|cho|khoi))+ (?<place>.+))?"
const PATTERNS = KINDS.map(([kind, pattern]) => [kind, new RegExp(`^(?:${pattern})${PLACE}$`)] as const)

/**
 * Reads "đơn vị chưa đạt 8h thứ hai hằng tuần đến 31/5: Đề nghị các đồng chí đẩy nhanh", in whichever order who and when
 * stand. Looks at the first forty words before the person's own text.
 */
export function readReminder(
  text: string,
  units: readonly SearchableUnit[],
  context: WhenContext,
): ReminderRead {
  const typed = clean(text)
  const mark = OWN_WORDS.exec(typed)
  const head = (mark === null ? typed : typed.slice(0, mark.index)).replace(ASKED_KINDLY, " ").trim()
  const own = mark === null ? "" : ownIn(typed.slice(mark.index + mark[0].length), mark[0])
  const words = own === "" ? {} : { words: own }
  const tokens = head.split(/[\s,]*\s[\s,]*/u).filter((token) => token !== "")
  if (tokens.length === 0) return words
  if (tokens.length > MOST_WORDS) return { ...words, unread: head }
  // The words as they were typed, commas included: "thứ 2, 4, 6".
  const pieces = head.split(/\s+/u).filter((token) => token !== "")
  const divided = behind(pieces, units, context) ?? ahead(pieces, units, context)
  const isSure = divided !== undefined && (divided.audience?.units ?? []).every(isSureUnit)
  if (isSure) return { ...words, ...divided }
  const done = own === "" ? toBeDone(pieces, units, context) : undefined
  return done ?? { ...words, ...(divided ?? { unread: head }) }
}

/** What they are told; it begins a sentence of its own where it went on with the officer's, "nói là còn 10 ngày nữa". */
function ownIn(typed: string, mark: string): string {
  const own = typed.replace(/["”»]\s*$/u, "")
  return /\p{L}/u.test(mark) ? capitalised(own) : own
}

/** What people are reminded to do. */
const TASK =
  /^(?:(?:hay|phai|nho|can|chuan bi) )*(?:nop|gui|dang ky|hoan thanh|bao cao|bo sung|cap nhat|tham gia|hop|du hop|kiem tra|day nhanh|khan truong|len|xem|doc|lam|viet)(?: |$)/

/** "nhắc Phú Bình là sắp hết hạn rồi" */
const THAT = /^(?:là|la|rằng|rang)(?: (?:là|la))? (?=\S+ \S)/iu

/** "mọi người nộp sáng kiến trước thứ 6": what is to be done is said to them, its day and all; when it is sent is asked. */
function toBeDone(
  pieces: readonly string[],
  units: readonly SearchableUnit[],
  context: WhenContext,
): ReminderRead | undefined {
  for (let at = 1; at < pieces.length - 1; at++) {
    const task = pieces.slice(at).join(" ")
    const said = THAT.test(task) ? task.replace(THAT, "") : undefined
    if (said === undefined && !TASK.test(fold(task))) continue
    const before = pieces.slice(0, at)
    const whom = behind(before, units, context) ?? ahead(before, units, context)
    if (whom?.audience !== undefined) return { ...whom, words: capitalised(said ?? task) }
  }
  return undefined
}

/** Who first, then when: the longest words about time win. */
function behind(pieces: readonly string[], units: readonly SearchableUnit[], context: WhenContext) {
  for (let at = 0; at <= pieces.length; at++) {
    const found = divided(pieces.slice(0, at), pieces.slice(at), units, context)
    if (found !== undefined) return found
  }
  return undefined
}

function ahead(pieces: readonly string[], units: readonly SearchableUnit[], context: WhenContext) {
  for (let at = pieces.length - 1; at > 0; at--) {
    const found = divided(pieces.slice(at), pieces.slice(0, at), units, context)
    if (found !== undefined) return found
  }
  return undefined
}

function divided(
  who: readonly string[],
  when: readonly string[],
  units: readonly SearchableUnit[],
  context: WhenContext,
): ReminderRead | undefined {
  // Every division is tried: what is too long to be a time need not be read as one.
  if (when.length > MOST_WHEN_WORDS) return undefined
  const reading = when.length === 0 ? undefined : parseWhen(when.join(" "), context)
  if (reading?.kind === "unreadable") return undefined
  const audience = who.length === 0 ? undefined : readAudience(who.join(" "), units)
  if (who.length > 0 && audience === undefined) return undefined
  return given({ audience, when: reading })
}

const MOST_WHEN_WORDS = 24

/** "đơn vị chưa đạt", "người còn bản nháp của KCN", "may tng"; undefined when it is neither a state nor a unit. */
export function readAudience(text: string, units: readonly SearchableUnit[]): AudienceRead | undefined {
  const typed = text
    .replace(/[;.!?]+| *,$/g, " ")
    .replace(/ +/g, " ")
    .trim()
  const key = fold(typed).replace(/(?: (?:nhe|nha|voi|em|a))+$/, "")
  const [all, left] = key.includes("tru") || key.includes("khong") ? key.split(BUT_FOR) : [key]
  const audience = audienceIn(all ?? key, units)
  if (left === undefined || audience === undefined) return audience
  const from = key.split(" ").length - left.split(" ").length
  const words = typed.split(" ").slice(from, from + left.split(" ").length)
  return { ...audience, leaves: leavesOf(words.join(" "), units) }
}

/** "tất cả trừ KCN", "các trường, ngoại trừ Gang Thép", "mọi đơn vị không kể YT" */
const BUT_FOR = / ?,? (?:(?:ngoai )?tru(?: ra)?|khong (?:ke|tinh|gom|nhac)) /

/** Each of those that are left out: one unit for certain, or words that may fit several. */
function leavesOf(typed: string, units: readonly SearchableUnit[]): readonly UnitRead[] {
  const leaf = (said: string): UnitRead | undefined => {
    if (kindAsked(said)?.several === true) return undefined
    const unit = unitOf(said.replace(/^(?:nhóm|nhom|đơn vị|don vi) /i, ""), units)
    return isSureUnit(unit) ? unit : undefined
  }
  const whole = leaf(typed)
  if (whole !== undefined) return [whole]
  const parts = typed.split(/ ?, ?(?:(?:và|va) )?| (?:và|va|cùng|cung) /iu).filter((part) => part !== "")
  return parts.map((part) => leaf(part) ?? { typed: part })
}

function audienceIn(key: string, units: readonly SearchableUnit[]): AudienceRead | undefined {
  const ofKind = audienceOfKind(key, units)
  if (ofKind !== undefined) return ofKind
  const state = stateIn(key, units)
  if (state !== undefined) return state
  const named = unitsOf(key.replace(/^(?:cho|den|toi|rieng|nhom) /, ""), units)
  return named === undefined ? undefined : { kind: "unit", units: named }
}

function stateIn(key: string, units: readonly SearchableUnit[]): AudienceRead | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(key)
    if (found === null) continue
    const { place, half, under = half === undefined ? undefined : "50" } = found.groups ?? {}
    const state = under === undefined ? { kind } : { kind, under: Number(under) }
    return place === undefined ? state : { ...state, units: unitsOf(place, units) ?? [{ typed: place }] }
  }
  return undefined
}

/** "các trường chưa đạt", "khối doanh nghiệp của KCN"; what is one unit for certain is that unit. */
function audienceOfKind(key: string, units: readonly SearchableUnit[]): AudienceRead | undefined {
  const ahead = kindsAhead(key.replace(/^(?:(?:cho|den|toi|rieng) )+/, "").replace(/^may /, "cac "))
  if (ahead === undefined) return undefined
  const [of, ...furtherKinds] = ahead.kinds
  const further = furtherKinds.length === 0 ? {} : { furtherKinds }
  if (!ahead.several && furtherKinds.length === 0 && isSureUnit(unitOf(key, units))) return undefined
  const behind = ahead.rest.replace(/^(?:dang|con|van|bi|co) /, "")
  // "don vi" stands for the kind: a state, or a place alone.
  const state = /^(?:cua|thuoc|trong|tai|o|ben) /.test(behind)
    ? (stateBehindPlace(behind, units) ?? stateIn(`tat ca ${behind}`, units))
    : behind === ""
      ? ahead.several || furtherKinds.length > 0
        ? { kind: "all" as const }
        : undefined
      : stateIn(`don vi ${behind}`, units)
  if (state === undefined || state.kind === "drafts" || of === undefined) return undefined
  return { ...state, of, ...further }
}

/** "của GD chậm tiến độ": the state behind the place, which is one unit for certain. */
function stateBehindPlace(said: string, units: readonly SearchableUnit[]): AudienceRead | undefined {
  const [, ...words] = said.split(" ")
  for (let at = words.length - 1; at > 0; at--) {
    const state = stateIn(`don vi ${words.slice(at).join(" ")}`, units)
    if (state === undefined || state.units !== undefined) continue
    const place = unitsOf(words.slice(0, at).join(" "), units)
    if (place?.every(isSureUnit) === true) return { ...state, units: place }
  }
  return undefined
}

function isSureUnit(unit: UnitRead | undefined): boolean {
  return unit !== undefined && "id" in unit
}

const MOST_UNITS = 6

/** One unit, or several: "kcn, gd và yt". What is one for certain is not taken apart. */
function unitsOf(typed: string, units: readonly SearchableUnit[]): readonly UnitRead[] | undefined {
  const whole = unitOf(typed, units)
  if (whole !== undefined && "id" in whole) return [whole]
  const parts = typed.split(/ ?, ?| (?:va|voi|cung) /).filter((part) => part !== "")
  if (parts.length < 2 || parts.length > MOST_UNITS) return whole && [whole]
  const each = parts.map((part) => unitOf(part, units))
  return each.every((unit) => unit !== undefined && "id" in unit) ? each : whole && [whole]
}

function unitOf(typed: string, units: readonly SearchableUnit[]): UnitRead | undefined {
  const search = findUnit(typed, units)
  switch (search.kind) {
    case "sure":
      return { id: search.id }
    case "choices":
      return { typed }
    case "none":
      return undefined
    default:
      return search satisfies never
  }
}
