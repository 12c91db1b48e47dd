import { SURE_FAMILY_NAMES } from "../text/family-names.ts"
import { fold } from "../text/fold.ts"
import { kinIn } from "../text/kin.ts"
import { isNamedByWork } from "../text/occupation.ts"
import { behindFillers, objectAt } from "./before-title.ts"
import { ENDING, HARD_MARK, Head, isOneOf, PRONOUN, spelled, type Word } from "./head.ts"
import { isEverydayObject } from "./object.ts"
import type { Shape, Tail } from "./shapes.ts"

/** "đăng ký giúp anh Trần Văn Lâm: …", "đk thay tran van lam - …": what follows from the name on, or from "chồng em" on; undefined when nobody is named. */
export function forSomebody({ head, at }: Tail): string | undefined {
  let from = at
  while (/^(?:giup|ho|thay|cho|gium|dum|sk)$/.test(head.key(from)) || objectAt(head, from) > 1) {
    from += Math.max(1, objectAt(head, from))
  }
  if (from === at) return undefined
  if (kinIn(head.from(from)) !== "") return head.from(from)
  const isAddressed =
    /^(?:anh|chi|bac|co|chu|ong|ba|dc)$/.test(head.key(from)) && !HARD_MARK.test(head.gap(from + 1))
  const name = from + (isAddressed ? 1 : 0)
  let end = name
  while (end < name + 6 && end < head.words.length && (end === name || !ENDS_A_NAME.test(head.gap(end))))
    end++
  const isEnded = end < head.words.length && ENDS_A_NAME.test(head.gap(end))
  const count = end - name
  if (!isEnded || count === 0 || count > 5) return undefined
  const named = head.words.slice(name, end)
  const written = head.text.slice(named[0]?.start, named.at(-1)?.end)
  const isCapital = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)*$/u.test(written)
  const [first] = named
  const isFull = count >= 2 && !/\d/.test(written) && first !== undefined && isOneOf(first, FAMILY_NAMES)
  const isPlaced = isAddressed && isNamedByWork(written)
  return isFull || (isAddressed && isCapital) || isPlaced ? head.from(from) : undefined
}

const ENDS_A_NAME = /[:：\n=→>|]|\s[-–—]|[–—]|-\s/u
const FAMILY_NAMES = spelled(SURE_FAMILY_NAMES)

/** "đăng ký hộ: …" and "đăng ký hộ Nguyễn Văn A: …". */
export function onBehalf(tail: Tail): string | undefined {
  const { head, at } = tail
  if (at >= head.words.length) return ""
  const title = head.from(at)
  // "đăng ký hộ em suất cơm"
  const first = head.words.findIndex(({ key }, word) => word >= at && !PRONOUN.has(key))
  if (first >= 0 && !HARD_MARK.test(title) && isEverydayObject(new Head(head.from(first)))) return undefined
  return /[?]\s*$/.test(title) || /^(?:duoc|dc|khong|ko|roi|nhe)$/.test(head.key(at)) ? undefined : title
}

/** "đăng ký hộ em với: …" asks the bot a favour; on behalf of somebody it would name them. */
export function isForSelf(tail: Tail): boolean {
  const { head, at } = tail
  if (head.gap(at).includes(":") || at >= head.words.length || namesSomebody(head, at)) return false
  return (
    PRONOUN.has(head.key(at)) && (behindFillers(head, at) !== undefined || isOneself(head.words.slice(at)))
  )
}

const ADDRESS = /^(?:anh|chi|em|bac|co|chu|ong|ba|chau|ban|dc)$/
/** Pronouns with their marks. */
const PRONOUN_NAME = /^(?:Chi|Minh)$/
const MOST_NAME_WORDS = 5
const NAME = /^\p{Lu}\p{Ll}*$/u
/** Names of many that are also words a favour is asked with: "năm nay", "sáng kiến", "mình". Behind "em" they are those words. */
const NAME_OR_FILLER = /^(?:nam|dung|minh|sang|tien|tinh|kien|quy|ky|chi|sau)$/
const BEHIND_A_NAME = /^(?:o|cua|thuoc|tai|ben|to|phong|chuyen|xuong|khoa|doi|va)$/

/** "anh Nam: …", "chị Sáu ở tổ may: …", "Minh - …": with a capital, or a word that also is a name right before the mark. */
function namesSomebody(head: Head, at: number): boolean {
  const isEnded = (end: number) => end < head.words.length && ENDS_A_NAME.test(head.gap(end))
  if (PRONOUN_NAME.test(writtenAt(head, at))) return isEnded(at + 1)
  if (!ADDRESS.test(head.key(at))) return false
  const name = at + 1
  let end = name
  while (end < name + MOST_NAME_WORDS && NAME.test(writtenAt(head, end)) && (end === name || !isEnded(end)))
    end++
  if (end > name && objectAt(head, name) < 2) return isEnded(end) || BEHIND_A_NAME.test(head.key(end))
  return head.key(at) !== "em" && NAME_OR_FILLER.test(head.key(name)) && isEnded(name + 1)
}

function writtenAt({ text, words }: Head, at: number): string {
  return text.slice(words[at]?.start ?? text.length, words[at]?.end)
}

/** "đăng ký hộ tôi với ạ", and not "đăng ký hộ anh chị em". */
function isOneself([, ...others]: readonly Word[]): boolean {
  return others.every(({ key }) => ENDING.has(key) && (key.length === 1 || !PRONOUN.has(key)))
}

const LIST_BELOW = /^([^:\n]{0,60})[:\n]\s*(?=1\s*[.)]|[-–—•*+]\s)/u
const SEVERAL =
  /^(?:(?:cho|giup|cua) )?(?:may|cac|nhung|danh sach|ds|sau|tat ca|ca (?:to|nhom)|moi nguoi|mn|anh em|chi em|ba con|doan vien|nhom|\d+ nguoi)(?: |$)/

/** What stands above a list and what stands in it; undefined where no list follows soon. */
function listBelow({ head, at }: Tail): { readonly above: string; readonly list: string } | undefined {
  const text = head.text.slice(head.words[at]?.start)
  const [all, above = ""] = LIST_BELOW.exec(text) ?? []
  return all === undefined ? undefined : { above: fold(above).trim(), list: text.slice(all.length) }
}

/** "nộp giúp các anh chị: 1. …": only a list says that it is for others. */
export const forOthers: Shape = (tail) => listBelow(tail)?.list

/** "nộp hộ mấy người này: - …": what stands above the list names nobody. */
export const forSeveral: Shape = (tail) => {
  const found = listBelow(tail)
  return found !== undefined && SEVERAL.test(found.above) ? found.list : undefined
}
