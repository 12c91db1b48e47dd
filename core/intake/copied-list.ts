import { Head } from "../command/head.ts"
import { tellsAnIdea } from "../command/object.ts"
import { listedInLine } from "../text/list-in-line.ts"
import { isPersonName, splitName } from "./author-name.ts"

/** "[10:32, 12/3/2026] Lê Thị Hoa: …", as Zalo copies what was written in a chat. */
const STAMPED = /^\[\d{1,2}:\d{2}[\s,]+\d{1,2}\/\d{1,2}\/\d{2,4}\]\s+([^:\n]{2,60}):\s*(.+)$/u
/** "em đăng ký sáng kiến: …": said to whoever hands it in. */
const SAID_TO_HAND_IN =
  /^(?:(?:dạ|da|em|chị|chi|anh|tôi|toi|mình|minh|cho|xin|gửi|gui)\s+)*(?:đăng ký|dang ky|đk|dk|nộp|nop|sáng kiến|sang kien|sk)(?:\s+(?:sáng kiến|sang kien|sk|là|la))*\s*[:–-]\s*/iu
const LETTERED = /^([a-z])\s*[.)/]\s+/iu

/**
 * The list as if it had been typed for the bot: what names people on one line is one of lines, Word's "a.", "b." become marks, and of what was copied out of a Zalo chat the hours go, where
 * every message says an idea. Any other text stays as it is.
 */
export function asTypedList(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const inLine = lines.length === 1 ? listedInLine(text.trim()) : undefined
  if (inLine?.every((item) => isPersonName(splitName(item)?.name ?? "")))
    return inLine.map((item, at) => `${at + 1}. ${item}`).join("\n")
  if (lines.length < 2) return text
  // "a. Tuấn" alone is "anh Tuấn".
  if (lines.every((line, at) => LETTERED.exec(line.trim())?.[1]?.toLowerCase() === LETTERS[at]))
    return lines.map((line) => line.trim().replace(LETTERED, "• ")).join("\n")
  if (!STAMPED.test(lines[0] ?? "")) return text
  const told = lines.map((line) => {
    const [, name = "", words = ""] = STAMPED.exec(line.trim()) ?? []
    const title = words.replace(SAID_TO_HAND_IN, "")
    return title !== words || tellsAnIdea(new Head(title)) ? `• ${name}: ${title}` : undefined
  })
  return told.includes(undefined) ? text : told.join("\n")
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz"
