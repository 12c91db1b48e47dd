import { asked, type Reading } from "./asked.ts"
import { OURS, WORKPLACE } from "./member-words.ts"
import { ENDED, IDEA, LEAD } from "./officer-words.ts"

const KIN = "(?:anh|chi|em|ban|co|chu|bac|ong|ba|thay|dong chi|dc)"
/** What no name begins with, and what people say of themselves. */
const NO_NAME =
  "(?!(?:a|e|em|anh|chi|co|chu|bac|ban|ta|toi|minh|ay|nay|do|kia|day|nao|gi|sao|dau|den|toi|bao|khi|da|dang|duoc|dc|vua|moi|con|se|muon|can|phai|nen|cung|thi|la|ma|va|voi|hay|hoac|roi|chua|khong|ko|k|gui|nop|lam|o|ben|tai|trong|hom|thang|tuan|xem|hoi|nho|oi|nhe|nha|khac|nua|tat|moi|ca|cac)(?: |$))"
const SOMEBODY = `${KIN} ${NO_NAME}[^ ]+(?: [^ ]+){0,3}`
const SENT = "(?:dang k[yi]|dk|nop|gui|co|lam)"
const DID = "(?: (?:da|dang|duoc|dc|moi|vua|tung))*"
const WHAT = `(?: (?:duoc|dc|nhung|cac|may|cai|so))*(?: ${IDEA})?(?: ve)? (?:gi|nao|j)`
const HOW_MANY = `(?: duoc)? (?:may|bao nhieu)(?: (?:cai|${IDEA}))?`
const LISTED = "(?:(?:xem|coi|doc|liet ke|danh sach|ds|cac|nhung|may|tat ca|tim) )*"
const OWN = `(?:o |ben |tai )?${WORKPLACE}(?: ${OURS})?`

/** "công ty tôi đã đăng ký những gì" */
const OF_OWN_UNIT = new RegExp(
  `^${LEAD}${OWN}${DID} (?:dang k[yi]|dk|nop|gui|co)${WHAT}${ENDED}|^${LEAD}${OWN}${DID} (?:nhung |cac )${IDEA} (?:gi|nao|j)${ENDED}`,
)
/** "xem sáng kiến của chị Lan", "chị Lan đã đăng ký những gì" */
const OF_SOMEBODY = [
  new RegExp(`^${LEAD}${LISTED}(?:${IDEA}|ho so)(?: nao)? (?:la )?cua (?<whose>${SOMEBODY})${ENDED}`),
  new RegExp(`^(?<whose>${SOMEBODY})${DID} ${SENT}(?:${WHAT}|${HOW_MANY})${ENDED}`),
]
/** Without one of these words nobody asks so; most of what is looked at is a title. */
const MAY_ASK = /(?:^| )(?:gi|nao|j|cua|may|bao nhieu)(?: |$)/
const LONGEST = 80

/** What others have registered: of one's own unit that is looked up, of somebody by their name it is not. */
export const othersIdeas: Reading = (_, said) => {
  if (said.length > LONGEST || !MAY_ASK.test(said)) return undefined
  if (OF_OWN_UNIT.test(said)) return asked("search", "ở đơn vị mình")
  return OF_SOMEBODY.some((way) => way.test(said)) ? asked("askRule", "others") : undefined
}

const UNIT_ASKED = new RegExp(
  `^${LEAD}(?:${LISTED}(?:${IDEA}|ho so)(?: nao)? (?:cua|o|ben|tai) (?<of>.+?)|(?<has>.+?)${DID} (?:dang k[yi]|dk|nop|gui|co)${WHAT})${ENDED}`,
)

/** The words that may name the unit whose initiatives are asked for: "sáng kiến của May TNG", "May TNG có sáng kiến gì". */
export function unitAsked(said: string): string | undefined {
  if (said.length > LONGEST) return undefined
  const { of, has } = UNIT_ASKED.exec(said)?.groups ?? {}
  return of ?? has
}
