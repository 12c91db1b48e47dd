import { oneOf } from "../text/pattern.ts"
import type { Command } from "./command.ts"
import type { Head } from "./command-head.ts"
import { asked } from "./officer-words.ts"

const MOST_WORDS = 20
/** Which phase or peak period: "giai đoạn 1", "gđ 2", "tuần cao điểm". */
const NAMED =
  /(?<=^| )(?<what>giai doan|gd(?= ?\d)|(?:dot|tuan) cao diem|cao diem)(?: ?(?<number>\d{1,2}|mot|hai|ba|bon)(?= |$)(?! (?:ngay|tuan|thang)(?: \D|$)))?(?: (?:nay|hien tai))?/
const MOVES = new RegExp(
  `(?:^| )${oneOf("gia han, keo dai, rut ngan, lui, doi, day, chuyen, ket thuc, bat dau, khoi dong, dong, chot, het han, han")}(?: |$)`,
)
/** A day, or how far: "15/6", "15 tháng 6", "hết tháng 6", "thêm 10 ngày", "một tuần". */
const HOW_FAR =
  /(?:^| )(?:\d{1,2} \d{1,2}(?: \d{2,4})?|(?:\d{1,2} )?thang \d{1,2}|(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:ngay|hom|tuan|thang))(?: |$)/
const ASKED =
  /(?:^| )(?:khi nao|bao gio|nao|bao nhieu|may|chua|khong|ko|tong hop|bao cao|nhac|so sanh)(?: |$)/
const NUMBERS = ["mot", "hai", "ba", "bon"]

/** "gia hạn giai đoạn 1 đến 15/6", "lùi hạn giai đoạn 2 một tuần": as "giai đoạn 1 …", which is how phases and peaks are set. */
export function scheduleMoved(head: Head, said: string): Command | undefined {
  if (head.words.length > MOST_WORDS || ASKED.test(said)) return undefined
  const named = NAMED.exec(said)
  if (named?.groups === undefined) return undefined
  const { what = "", number = "" } = named.groups
  const before = said.slice(0, named.index).trim()
  const behind = said.slice(named.index + named[0].length)
  if (!MOVES.test(`${before} ${behind}`) || !HOW_FAR.test(behind)) return undefined
  const count = (words: string) => (words === "" ? 0 : words.split(" ").length)
  const first = count(before)
  const last = first + count(named[0].trim())
  const typedBefore = head.text.slice(0, head.words[first]?.start ?? 0).trim()
  const list = what.endsWith("cao diem") ? "đợt cao điểm" : "giai đoạn"
  const which = NUMBERS.includes(number) ? String(NUMBERS.indexOf(number) + 1) : number
  return asked("targets", [list, which, typedBefore, head.from(last)].filter((part) => part !== "").join(" "))
}
