import { isTitle } from "../intake/title.ts"
import { isQuestion } from "../intake/told.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Command, CommandName } from "./command.ts"
import { readCommand } from "./read.ts"
import { registrationsIn } from "./titles-in-one.ts"

/** Who writes more than that at once writes one thing. */
const LONGEST = 2_000
/** "bxh, help": of shorter ones, "đăng ký", "bỏ qua", "1", a crowd sends thousands, and none of them makes two requests. */
const SHORTEST = 9
/** A wish behind a title stands at its end, and so many marks before it are looked at. */
const LONGEST_ASIDE = 160
const MOST_PLACES = 12
/** One message is no flood of answers. */
const MOST_REQUESTS = 20

/** What begins another request: "…, và …", "… tiện thể …"; "vừa rồi" is just now, and no then. */
const AND = "và|va|rồi|roi|nhân tiện|nhan tien|tiện thể|tien the|sẵn tiện|san tien|đồng thời|dong thoi|xong"
const PLACE = new RegExp(
  `(?:[,;.!?]+\\s+|\\n+)(?:(?:${AND}|với lại|voi lai|tiện|tien)\\s+)?|(?<!v[ừu]a)\\s+(?:${AND})(?:\\s+(?:${AND}|thì|thi))*\\s+`,
  "giu",
)

const ADDRESS = "em, anh, chi, bot, ad, oi, minh, toi, bac, co, chu, chau, a, e, c"
const ME = "em, anh, chi, minh, toi, bac, co, chu"

/** Said to the bot and part of no title: "cho hỏi …", "xem giúp …". */
const ASIDE = new RegExp(
  `^(?:${oneOf(ADDRESS)} )*${oneOf(
    `cho (?:${oneOf(ME, "chau, bon, a, e, c")} )*(?:hoi|xem|biet|coi|xin)`,
    "hoi (?:them|luon|chut)",
    `xem (?:giup|ho|luon|cho(?= ${oneOf(ME)}(?: |$)))`,
    "bao (?:giup|cho), nhan tien hoi",
  )}(?= |$)`,
)

/** What any request may begin with: nearly every mark in a title is passed over by a look at the word behind it. */
const OPENS = new RegExp(
  `^(?:${oneOf(ADDRESS, "o, giup, nho, xin, muon")} )*${oneOf(
    "cho, hoi, xem, bao, nhan, dang, dk, dki, dky, nop, gui, sua, chinh, huy, bo, xoa, rut, tien, ket, bang, bxh, xep, hang, sk, sang",
    "cua, tro, help, don, kiem, trang, tinh, muc, du, con",
  )}(?=\\W|\\d|$)`,
)
const LONGEST_OPENING = 60

/** Answered at once, whatever else is asked. */
const ASKED: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(["progress", "ranking", "mine", "help", "askRule", "myData", "look"] as const),
])
/** Changes one's own record, which its code names. */
const CHANGES: ReadonlySet<CommandName> = new Set<CommandName>(["cancel", "edit", "add"])
const CODE = /^\W*(?:(?:sáng kiến|sang kien)\s*)?sk\W{0,2}\d/iu

/** "bỏ cái kia đi": which one is asked, once the other has been written down. */
const DROPS =
  /^(?:(?:em|thoi|a|da|anh|chi) )*(?:bo|xoa|huy|rut) (?:giup |ho |cho )?(?:(?:em|anh|chi|minh) )?(?:cai|sk|sang kien|ban)(?: |$)/
const LONGEST_DROP = 60

/**
 * The requests of a message that makes several, as if each had been sent by itself, in the order they are to be done:
 * "đăng ký: …, và cho hỏi tiến độ", "hủy SK-000012 rồi đăng ký: …", "tiến độ và bảng xếp hạng". Undefined for a single one.
 * What may as well belong to a title, a name or a description parts nothing, nor is a flood of requests taken apart.
 */
export function requestsIn(text: string): readonly string[] | undefined {
  if (text.length < SHORTEST) return undefined
  const typed = clean(text.slice(0, LONGEST + 1))
  if (typed.length > LONGEST) return undefined
  const registrations = registrationsIn(typed)
  if (registrations !== undefined) return registrations
  const places = [...typed.matchAll(PLACE)]
  const opens = (second: string) => OPENS.test(fold(second.slice(0, LONGEST_OPENING)))
  const isFlood =
    places.length >= MOST_REQUESTS &&
    places.filter(({ index, 0: gap }) => opens(typed.slice(index + gap.length))).length >= MOST_REQUESTS
  if (isFlood) return undefined
  const told =
    places.length <= 2 * MOST_PLACES
      ? places
      : [...places.slice(0, MOST_PLACES), ...places.slice(-MOST_PLACES)]
  for (const { index, 0: gap } of told) {
    const [first, second] = [typed.slice(0, index).trim(), typed.slice(index + gap.length).trim()]
    if (first === "" || !opens(second)) continue
    const parted = partedAs(first, second, gap.includes("\n"))
    if (parted !== undefined) return parted
  }
  return undefined
}

function partedAs(first: string, second: string, isLine: boolean): readonly [string, string] | undefined {
  const next = readCommand(second)
  if (DROPS.test(fold(first)) && first.length <= LONGEST_DROP && next !== undefined && registers(next))
    return [second, first]
  const before = readCommand(first)
  if (before === undefined) return undefined
  if (before.name === "register" || CHANGES.has(before.name)) {
    // "hệ thống hỏi đáp, cho hỏi nhanh trên điện thoại" is all title.
    const isAsked = next !== undefined || isQuestion(second)
    const isAside = isAsked && second.length <= LONGEST_ASIDE && ASIDE.test(fold(second))
    const isComplete = before.name === "register" ? isTitle(before.rest) : CODE.test(before.rest)
    if (!isComplete) return undefined
    const isOther =
      next !== undefined &&
      (isCommanded(second, next, isLine) || (before.name !== "register" && registers(next)))
    return isAside || isOther ? [first, second] : undefined
  }
  if (!ASKED.has(before.name) || next === undefined) return undefined
  return ASKED.has(next.name) || registers(next) || changes(next) ? [first, second] : undefined
}

/** A title behind a colon, so that it is no part of another sentence. */
function registers(command: Command): boolean {
  return command.name === "register" && command.clear && isTitle(command.rest)
}

function changes(command: Command): boolean {
  return CHANGES.has(command.name) && CODE.test(command.rest)
}

/** On a line of its own "đăng ký: …" is another one; "hủy SK-000012" is a request wherever it stands. */
function isCommanded(second: string, next: Command, isLine: boolean): boolean {
  const isMarked = /^[^:\n]{1,40}[:：]/u.test(second)
  return (
    changes(next) ||
    (registers(next) && isMarked && (isLine || /^(?:dang k[yi]|dk|dki|dky)(?: |:)/.test(fold(second))))
  )
}

const BEFORE_THANKS = oneOf(
  "dạ, da, vâng, vang, ok, oke, à, ừ, ờ, em, anh, chị, chi, tôi, toi, mình, xin, rất",
)
const BEHIND_THANKS = oneOf(
  "em, ad, bot, anh, chị, chi, cháu, chau, bạn, ban, nhé, nhe, nha, ạ, a, nhiều, nhieu, rất, lắm, lam",
)
const THANKS = new RegExp(
  `^(?:${BEFORE_THANKS}[\\s,]+)*(?:cảm ơn|cám ơn|cam on|thanks|thank you|tks)(?:\\s+${BEHIND_THANKS})*\\s*[,.;!\\n]+\\s*(?=\\S+\\s+\\S)`,
  "iu",
)

/** What follows thanks, "cảm ơn em, sửa giúp tên thành …"; undefined where nothing does. */
export function behindThanks(text: string): string | undefined {
  const typed = clean(text.slice(0, LONGEST + 1))
  const thanked = THANKS.exec(typed)?.[0]
  return thanked === undefined || typed.length > LONGEST ? undefined : typed.slice(thanked.length)
}
