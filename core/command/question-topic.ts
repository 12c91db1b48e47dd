import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import { type Meanings, meaningsIn } from "./meaning.ts"

/** What is asked about the programme, and of nothing else: by the first words of the rows of `SAME_MEANING`. */
const ABOUT = ["sáng kiến", "đăng ký", "công nhận", "làm lợi", "đồng tác giả", "bot"]

/**
 * The subject a question names, and what is told of it in general. "alone": nothing else at work is called so; "by itself": who asks nothing
 * besides, "cái này có thưởng không", means the programme.
 */
const TOPICS: readonly (readonly [meaning: string, rule: string, about?: "alone" | "by itself"])[] = [
  ["lao động sáng tạo", "award", "alone"],
  ["tổ hỗ trợ", "support", "alone"],
  // "không tính được ra tiền" is about what is gained.
  ["ra tiền", "benefit"],
  ["thưởng", "reward", "by itself"],
  ["tien", "reward", "by itself"],
  ["giấy chứng nhận", "certificate", "by itself"],
  ["đứng tên", "author"],
  // "hai người đăng ký giống nhau" have not worked together.
  ["trùng", "alike"],
  ["làm chung", "authors"],
  ["nghỉ việc", "leaving"],
  ["bí mật", "secret"],
  ["lộ", "privacy"],
  ["thông tin", "privacy"],
  ["hình", "photo"],
  ["mất tiền", "fee"],
  ["cổng", "onPortal"],
  ["hạn", "open"],
]

/** What is told in general of the subject that a question names, where no example is like it; undefined where it names none, or is about other things. */
export function topicAsked(text: string): Command | undefined {
  if (text.length > LONGEST) return undefined
  const meanings = meaningsIn(text)
  const isAbout = ABOUT.some((meaning) => meanings.has(meaning))
  const topic = TOPICS.find(
    ([meaning, , about]) =>
      meanings.has(meaning) &&
      (isAbout || about === "alone" || (about === "by itself" && isAll(meanings, meaning))),
  )
  return topic && asked("askRule", topic[1])
}

/** Whether nothing is named besides, but how much, when or by whom. */
function isAll(meanings: Meanings, topic: string): boolean {
  return [...meanings].every((meaning) => meaning === topic || ASIDE.has(meaning))
}

const ASIDE: ReadonlySet<string> = new Set([
  "bao nhiêu",
  "nhiều",
  "khi nào",
  "ai",
  "tra",
  "lam",
  "được",
  "ở đâu",
])

const LONGEST = 160
