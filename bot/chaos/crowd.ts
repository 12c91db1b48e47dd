import type { PlatformName } from "./gate.ts"
import type { Random } from "./random.ts"

/** Somebody who registers one initiative. */
export type Person = {
  readonly platform: PlatformName
  readonly name: string
  /** The platform's own id of the private chat, as it stands in calls. */
  readonly chat: string
  /** Nobody else's. */
  readonly title: string
  readonly lines: readonly Line[]
  /** The line that was said last; -1 before the first, `lines.length` when the last was answered. */
  at: number
}

type Line = { readonly says: string; readonly answer: RegExp }

/** A message that somebody wrote; `id` is the platform's number of it. */
export type Said = { readonly person: Person; readonly line: number; readonly id: string }

/** One message with everything in it. */
export function oneMessage(title: string): readonly Line[] {
  return [{ says: `đăng ký: ${title}`, answer: receiptOf(title) }]
}

/** Question by question. */
export function guided(title: string): readonly Line[] {
  return [
    { says: "đăng ký", answer: /Tên sáng kiến là gì/ },
    { says: title, answer: /nay thay đổi gì/ },
    { says: "bỏ qua", answer: /Làm lợi khoảng/ },
    { says: "50 triệu/năm", answer: /lĩnh vực nào/ },
    { says: "1", answer: receiptOf(title) },
  ]
}

function receiptOf(title: string): RegExp {
  return new RegExp(`SK-\\d{6,}.*${title}`)
}

const DEEDS = ["Cải tiến", "Thiết kế", "Tự động hóa", "Rút ngắn", "Thay thế", "Tái sử dụng", "Chuẩn hóa"]
const THINGS = [
  ["cữ gá may túi hộp", "khuôn dập loa", "băng chuyền sấy chè", "sổ mượn thiết bị", "lịch trực điều dưỡng"],
  ["bơm tưới nhỏ giọt", "đồ gá hàn khung xe", "bảng điểm lớp học", "hộp phân loại rác", "giá để giày bảo hộ"],
].flat()
const AIMS = ["giảm phế phẩm", "bớt đi lại", "tiết kiệm điện", "an toàn hơn", "ít sai sót", "nhanh gấp đôi"]

/** Titles that nobody could take for each other's. */
export function titles(count: number, { pick }: Random): readonly string[] {
  return Array.from({ length: count }, (_, place) => {
    return `${pick(DEEDS)} ${pick(THINGS)} ${pick(AIMS)} tổ ${place + 1} xưởng ${pick(["A", "B", "C"])}`
  })
}

/**
 * People who write, wait for their answer and go on. `write` hands the words to the platform and answers the message's id.
 */
export function createCrowd(people: readonly Person[], write: (person: Person, text: string) => string) {
  const said: Said[] = []
  const odd: string[] = []
  const byChat = new Map(people.map((person) => [`${person.platform} ${person.chat}`, person]))
  const heard = new Map<Person, Map<string, number>>(people.map((person) => [person, new Map()]))
  const waiting = [...people]
  let finished = 0

  function say(person: Person): void {
    const line = person.lines[person.at]
    if (line === undefined) return
    said.push({ person, line: person.at, id: write(person, line.says) })
  }

  return {
    people,
    /** Everything that was written, repeats of lost words included. */
    said: said as readonly Said[],
    /** What the bot said that answers nothing. */
    odd: odd as readonly string[],
    /** So many more begin to write; answers how many messages they will write in all. */
    comes(count: number): number {
      const wave = waiting.splice(0, count)
      for (const person of wave) {
        person.at = 0
        say(person)
      }
      return wave.reduce((lines, person) => lines + person.lines.length, 0)
    },
    isFinished: () => finished === people.length,
    unfinished: () => people.filter((person) => person.at >= 0 && person.at < person.lines.length),
    /** A message stands in a chat. False when the chat is none of these people's. */
    hears(platform: PlatformName, chat: string, text: string): boolean {
      const person = byChat.get(`${platform} ${chat}`)
      if (person === undefined) return false
      const texts = heard.get(person) as Map<string, number>
      const times = (texts.get(text) ?? 0) + 1
      texts.set(text, times)
      if (times > 1) return true
      if (person.lines[person.at]?.answer.test(text) !== true) {
        odd.push(`${person.name}, line ${person.at}: ${text}`)
        return true
      }
      person.at += 1
      if (person.at < person.lines.length) say(person)
      else finished += 1
      return true
    },
    /** The platform lost the message; its writer, who waits in vain, writes it again. */
    saysAgain(lost: Said) {
      if (lost.person.at === lost.line) say(lost.person)
    },
  }
}
