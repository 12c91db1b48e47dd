import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { clean } from "../text/fold.ts"
import { FORMS_OF_ADDRESS } from "../text/kin.ts"
import { OCCUPATION } from "../text/occupation.ts"
import { oneOf } from "../text/pattern.ts"
import { bearsFamilyName } from "./author-name.ts"
import { askWhose } from "./meant.ts"
import { registerFor } from "./on-behalf.ts"
import { isRatherTalk } from "./talk.ts"
import { isTitle } from "./title.ts"

/** The name, where they work perhaps, and the title. */
const NAMED_FIRST =
  /^(\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){1,5})\s*(?:\s[-–]\s*|[:,]\s*|\s*\()(?:(?:tổ|to|phòng|phong|đội|doi|xưởng|xuong|khoa|chuyền|chuyen|kho|bảo vệ|lái xe)[^:–-]{0,30}?\)?\s*[:–-]\s*)?(\S.+)$/u

/** "bác Tư lao công mới làm cái xe rác hai ngăn, em ghi giúp bác": made by somebody else who is named. */
const MADE_BY = new RegExp(
  `^(${oneOf(FORMS_OF_ADDRESS)}\\s+\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*)*(?:\\s+${OCCUPATION})?)\\s+` +
    "(?:(?:mới|moi|vừa|vua|có|co|đã|da|tự|tu|hay|nghĩ|nghi)\\s+)*(?:làm|lam|chế|che|nghĩ|nghi|sáng chế|sang che|hàn|han|lắp|lap)(?:\\s+(?:ra|được|duoc|dc))*\\s+" +
    "(?:(?:cái|cai|sáng kiến|sang kien|sk)\\s+)?(?:(?:này|nay|như sau|nhu sau)\\s*[:：]\\s*)?(\\S.+?)" +
    "(?:[\\s,.]+(?:em|bot)?\\s*(?:ghi|đăng ký|dang ky|nộp|nop|gửi|gui)\\s+(?:giúp|giup|hộ|ho|cho)(?:\\s.{0,30})?)?[\\s.!]*$",
  "u",
)
const LONGEST = 300

/**
 * "Nguyễn Văn Tám: gắn gương cầu ở cổng" of somebody who may register for others: for whom is asked. What somebody else made, who is named by what
 * they are called, is registered for them; whoever may not is told so. Undefined where nobody else is named.
 */
export async function ideaOfAnother(turn: Turn): Promise<Decision | undefined> {
  const { person } = turn.context
  const text = clean(turn.written.text)
  if (person === undefined || text.length > LONGEST) return undefined
  const mayRegister = person.grants.length > 0
  const [, maker, made] = MADE_BY.exec(text) ?? []
  if (maker !== undefined && made !== undefined && isTitle(made) && !isRatherTalk(made))
    return mayRegister ? await registerFor(turn, `${maker}: ${made}`) : answer(turn, "behalf-not-allowed")
  if (!mayRegister) return undefined
  const [, name, title] = NAMED_FIRST.exec(text) ?? []
  const isNamed = name !== undefined && title !== undefined && bearsFamilyName(name) && isTitle(title)
  return isNamed ? askWhose(turn, title, name) : undefined
}
