import { oneOf } from "../text/pattern.ts"

const SAID_FIRST = oneOf(
  "à, a, ờ, ừ, ui, ôi, ơ, dạ, da, em, anh, chị, chi, tôi, toi, mình, minh, chết, chet, quên, quen, xin lỗi, xin loi, thôi, thoi",
)
const WHO = oneOf("em, anh, chị, chi, tôi, toi, mình, minh, tui, bác, bac, cô, chú, chu")
const BEFORE = oneOf("trước, truoc, trên, tren, vừa rồi, vua roi, vừa nãy, vua nay, nãy, nay")
/** "à nhầm, …", "ý em là …", "sửa câu trước: …" */
const INSTEAD = new RegExp(
  `^(?:${SAID_FIRST}[\\s,]+)*(?:${[
    `(?:ghi |viết |viet |gõ |go )?(?:nhầm|nham|lộn|lon)(?:\\s+(?:rồi|roi|tên|ten|mất|mat))*\\s*[,.:;]`,
    `ý\\s+(?:của\\s+)?${WHO}\\s+(?:là|nói|muốn nói)(?:\\s+là)?`,
    `(?:sửa|sua)\\s+(?:lại\\s+|lai\\s+)?(?:câu|cau)\\s+${BEFORE}(?:\\s+(?:là|la|thành|thanh|lại|lai))*\\s*:?`,
    `(?:câu|cau)\\s+${BEFORE}\\s+(?:${WHO}\\s+)?(?:sửa|sua|ghi|viết|viet)(?:\\s+(?:lại|lai|là|la|thành|thanh|thiếu|thieu))*\\s*[,:]?`,
  ].join("|")})\\s+(\\S.*)$`,
  "isu",
)
/** A cheap look first: all answers are held against it. */
const MAY_PUT_RIGHT = /nh[aầ]m|l[oộ]n|ý|c[aâ]u/iu
const LONGEST = 300

/** What somebody says instead of what they answered a moment ago: "ý em là bàn xoay dán tem". Undefined where they put nothing right. */
export function saidInstead(text: string): string | undefined {
  if (text.length > LONGEST || !MAY_PUT_RIGHT.test(text)) return undefined
  return INSTEAD.exec(text.trim())?.[1]
}
