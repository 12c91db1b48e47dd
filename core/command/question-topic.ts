import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import { meaningsIn } from "./meaning.ts"

/** What is asked about the programme, and of nothing else: by the first words of the rows of `SAME_MEANING`. */
const ABOUT = ["sáng kiến", "đăng ký", "công nhận", "làm lợi", "đồng tác giả", "bot"]

/** The subject a question names, and what is told of it in general; `alone`: nothing else at work is called so. */
const TOPICS: readonly (readonly [meaning: string, rule: string, alone?: true])[] = [
  ["lao động sáng tạo", "award", true],
  ["tổ hỗ trợ", "support", true],
  ["thưởng", "reward"],
  ["giấy chứng nhận", "certificate"],
  ["đứng tên", "author"],
  ["làm chung", "authors"],
  ["nghỉ việc", "leaving"],
  ["trùng", "alike"],
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
  const topic = TOPICS.find(([meaning, , alone]) => meanings.has(meaning) && (isAbout || alone === true))
  return topic && asked("askRule", topic[1])
}

const LONGEST = 160
