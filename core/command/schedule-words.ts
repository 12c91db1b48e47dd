import { movesAnEdge } from "../campaign/moved-edge.ts"
import { wholeDays } from "../campaign/typed-period.ts"
import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import { ENDING, Head, isLeadWord, PRONOUN } from "./head.ts"

const MOST_WORDS = 20
/** "thông báo cho các đơn vị biết đợt cao điểm kéo dài tới 30/4" */
const TELLS_OTHERS =
  /(?:^| )(?:thong bao|nhan|bao|pho bien|nhac) (?:cho |den |toi |voi )?(?:cac|tat ca|moi|don vi|nhom|cdcs|toan) /
const WHETHER_IT_MAY =
  /[\s,]+(?:có\s+|co\s+)?(?:được|duoc|đc|dc)\s+(?:không|khong|ko|k)(?:\s+(?:ạ|a|e|em|anh|chị|chi|nhỉ|nhi|vậy|vay))*[\s.?!]*$/iu
/** Which phase or peak period: "giai đoạn 1", "gđ 2", "tuần cao điểm". */
const NAMED =
  /(?<=^| )(?<what>giai doan|gd(?= ?\d)|(?:dot|tuan) cao diem|cao diem)(?: (?:so|thu))?(?: ?(?<number>\d{1,2}|mot|hai|ba|bon)(?= |$)(?! (?:ngay|tuan|thang)(?: \D|$)))?(?: (?:nay|hien tai|do))?/
const ASKED = new RegExp(
  `(?:^| )${oneOf("khi nao, bao gio, nao, bao nhieu, may, chua, khong, ko, tong hop, bao cao, so lieu, ket qua, nhac, so sanh")}(?: |$)`,
)
const REMOVES = /^(?:bo|xoa|huy|go|dep)$/
const OPENS_NEW = /^(?:them|tao|mo|lap)$/
const ADDS = /^(?:them|tao|mo|lap|dat)$/
/** "đợt cao điểm chỉ tiêu 150", "tăng chỉ tiêu đợt cao điểm lên 150" */
const SETS_GOAL =
  /^(?:(?:chỉ tiêu|chi tieu|mục tiêu|muc tieu|là|la|lên|len|xuống|xuong|còn|con|nâng|nang|tăng|tang|giảm|giam|hạ|ha|thành|thanh)\s+)+\d[\d.]*\s*(?:sáng kiến|sang kien|sk)?[\s.!]*$/iu
const SETS_GOAL_BEFORE =
  /^(?:(?:tang|giam|nang|ha|sua|doi|dat|giao|dieu chinh) )?(?:lai )?(?:chi tieu|muc tieu)(?: cua| cho)?$/
const TWO_DAYS = /\d{1,2}[/.]\d{1,2}.*\d{1,2}[/.]\d{1,2}/s
const NUMBERS = ["mot", "hai", "ba", "bon"]
/** What may stand beside the name of one that is removed. */
const BESIDE = new Set("di giup ho cho nay do nua khong lam to chuc the".split(" "))
/** "bỏ đợt cao điểm Tuần lễ xanh" */
const LONGEST_NAME_WORDS = 8

/**
 * "gia hạn giai đoạn 1 đến 15/6", "thêm đợt cao điểm Tuần lễ xanh 20/3 - 27/3 chỉ tiêu 90", "bỏ đợt cao điểm 2": as "giai đoạn 1 …",
 * which is how phases and peaks are set.
 */
export function scheduleOrder(whole: Head, all: string): Command | undefined {
  if (whole.words.length > MOST_WORDS) return undefined
  // What is to come of it is shown, and asked about, before anything changes.
  const text = wholeDays(whole.text.replace(WHETHER_IT_MAY, ""))
  const head = text === whole.text ? whole : new Head(text)
  const said = head === whole ? all : head.said
  const named = NAMED.exec(said)
  if (named?.groups === undefined) return undefined
  const { what = "", number: counted = "" } = named.groups
  const first = said.slice(0, named.index).split(" ").length - 1
  const end = first + named[0].trim().split(" ").length
  // "tuần cao điểm 16/5 - 22/5"
  const isDay = counted !== "" && /^[/.]/.test(head.gap(end))
  const number = isDay ? "" : counted
  const last = isDay ? end - 1 : end
  const before = head.text.slice(0, head.words[first]?.start ?? 0).trim()
  const behind = head.from(last)
  const list = what.endsWith("cao diem") ? "đợt cao điểm" : "giai đoạn"
  const which = NUMBERS.includes(number) ? String(NUMBERS.indexOf(number) + 1) : number
  const as = (...parts: readonly string[]) =>
    asked("targets", [list, which, ...parts].filter((part) => part !== "").join(" "))
  const renamed = /^(?:thành|thanh|là|la|sang)\s+(.+)$/isu.exec(behind)?.[1]
  if (renamed !== undefined && /^(?:doi|sua)(?: lai)? ten(?: cua)?$/.test(fold(before)))
    return as("đổi tên thành", renamed)
  const verb = head.words.slice(0, first).findIndex((word) => !isLeadWord(word))
  const isAdded = verb >= 0 && ADDS.test(head.key(verb)) && TWO_DAYS.test(behind)
  if (isAdded && which === "") return as("thêm", behind)
  const opens = opensNew(head, first) && !ASKED.test(said)
  // "thêm giai đoạn 3 từ 1/8 tới 30/9": its number is its name
  if (opens && TWO_DAYS.test(behind) && which !== "")
    return asked("targets", `${list} thêm ${head.text.slice(head.words[first]?.start)}`)
  // "mở đợt cao điểm 1 tuần từ mai": what a new one lacks is asked for
  if (opens && which === "") return as("thêm", behind)
  if (TELLS_OTHERS.test(said)) return undefined
  const removed = removedName(head, first, last)
  if (removed !== undefined && (which === "" || removed === "")) return as(removed, "bỏ")
  if (SETS_GOAL.test(behind) && (before === "" || SETS_GOAL_BEFORE.test(fold(before)))) return as(behind)
  return !ASKED.test(said) && movesAnEdge(`${before} ${behind}`) ? as(before, behind) : undefined
}

/** "thêm tuần cao điểm", "tạo giúp chị một đợt cao điểm" */
function opensNew(head: Head, first: number): boolean {
  const verb = head.words.slice(0, first).findLastIndex(({ key }) => OPENS_NEW.test(key))
  return (
    verb >= 0 && head.words.slice(verb + 1, first).every((word) => isLeadWord(word) || ONE.test(word.key))
  )
}
const ONE = /^(?:1|mot|moi|cho|nua)$/

/** What else the words name of something that is to go: nothing, or its name behind; undefined when nothing is to go. */
function removedName(head: Head, first: number, last: number): string | undefined {
  const before = head.words.slice(0, first).filter((word) => !isLeadWord(word))
  const behind = head.words.slice(last)
  const isBeside = (word: { readonly key: string }) =>
    ENDING.has(word.key) || BESIDE.has(word.key) || PRONOUN.has(word.key)
  const verb = before.findIndex(({ key }) => REMOVES.test(key))
  if (verb >= 0) {
    if (!before.every((word, at) => at === verb || isBeside(word))) return undefined
    if (behind.every(isBeside)) return ""
    return behind.length <= LONGEST_NAME_WORDS ? head.from(last).replace(/[\s.!]+$/, "") : undefined
  }
  const isLast = before.length === 0 && REMOVES.test(behind[0]?.key ?? "")
  return isLast && behind.slice(1).every(isBeside) ? "" : undefined
}
