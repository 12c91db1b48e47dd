import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { asksToWait } from "../intake/guided-words.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { fullCard } from "./card.ts"
import { settleAsk } from "./co-author-answer.ts"

const LONGEST = 60
/** What is said to a question about somebody's part three days ago is hardly said to it any more. */
const FRESH_MS = 3 * 86_400_000

const WHO_LIST = "em, anh, chi, toi, minh, bac, co, chu, da, a, u, o, nhung, ma, bot, oi"
const WHO = `(?:${oneOf(WHO_LIST)} )*`
/** "anh không làm cái này", "nhầm người rồi", "bỏ tên tôi ra"; "chưa làm xong" and "không làm được ảnh" deny nothing. */
const DENIES = new RegExp(
  `^${WHO}(?:khong|ko|k|chang|dau co) (?:he |co |phai )*(?:lam|tham gia|lien quan)(?: ${oneOf("cai, sang kien, sk, nay, do, chung, cung, gi, dau, a, em, ma, nhe")})*\\W*$|` +
    `^${WHO}(?:(?:khong|ko|k),? )?${WHO}(?:tu )?lam (?:mot|1) minh(?: (?:thoi|ma|a|em|het))*\\W*$|^${WHO}(?:khong|ko|k) (?:nhan|cho|dong y|can ai|can)(?: (?:dau|a|em|nhe|chung|vao|lam cung))*\\W*$|` +
    `^${WHO}nham (?:nguoi|ten)(?: (?:roi|a|em|ma))*\\W*$|^${WHO}(?:bo|xoa|rut|go) ten (?:cua )?(?:em|anh|chi|toi|minh)(?: (?:ra|di|khoi|giup|nhe|a|em|do|day))*\\W*$`,
)
/** "đúng rồi anh làm cùng đấy", "có, chị có làm" */
const CONFIRMS = new RegExp(
  `^${WHO}(?:(?:dung|phai|co|u|vang|chuan)(?: roi)?[ ,]+)+${WHO}(?:co )?(?:lam|cung lam|tham gia)(?: (?:cung|chung|that|day|do|ma|a|nhe|em|cai nay|cung nhau))*\\W*$`,
)
const BEFORE_SHARE = `(?:${oneOf(WHO_LIST, "sao, chi, la, phai, duoc, lam, it, chia, moi, van, vay, thoi, cung")} )*`
/** "sao có 40% thôi", "50 50 đi", "anh làm một nửa cơ" */
const SHARE = new RegExp(
  `^${BEFORE_SHARE}(?:\\d{1,3} ?(?:%|phan tram)|\\d{1,3}(?: ?\\/ ?| )\\d{1,3}|(?:mot|1) nua|ty le|phan dong gop)(?: (?:di|nhe|a|em|thoi|chu|co|ma|moi dung|la dung|sao|it|qua|the|vay))*\\W*$`,
)
/** "cái gì đây", "ai gửi cái này", "cho xem nội dung" */
const ASKS_WHAT = new RegExp(
  `^${WHO}(?:(?:la |day la )?(?:cai|sang kien|sk) (?:gi|nao)(?: (?:day|the|vay|nay))*|ai (?:gui|ghi|them|dua|bao)(?: .{0,20})?|(?:cho |xin )?(?:${WHO})?xem (?:da|noi dung|thu|cai da|no|ho so)(?: .{0,10})?|noi dung (?:la )?(?:gi|the nao|sao))(?: (?:a|em|vay|nhi|day|the))*\\W*$`,
)
/** "để anh hỏi lại An", "không biết" */
const LATER = new RegExp(
  `^${WHO}(?:de ${WHO}(?:hoi|xem|ban|nghi)(?: .{0,30})?|(?:khong|ko|k|chua) (?:biet|ro|nho|chac)(?: .{0,15})?|chiu|ti nua|lat nua|de sau)(?: (?:a|em|nhe|da|nua|thoi))*\\W*$`,
)
const MAY_BE = [DENIES, CONFIRMS, SHARE, ASKS_WHAT, LATER]

/**
 * What somebody says, in other words than yes or no, to the question whether they made it with whom, where that was asked lately: it is settled,
 * shown, or left open, and who can divide it otherwise is told. Undefined for everything else.
 */
export async function saidToOpenAsk(turn: Turn): Promise<Decision | undefined> {
  const { context, written, moment, reads } = turn
  const { person, chat } = context
  if (person === undefined || chat.kind !== "private" || written.text.length > LONGEST) return undefined
  const said = fold(clean(written.text))
  if (!MAY_BE.some((way) => way.test(said)) && !asksToWait(written.text)) return undefined
  const open = await reads.openAsk(person.id)
  if (open === undefined || moment.now - open.askedAt > FRESH_MS) return undefined
  const team = await reads.team(open.number)
  const asked = team?.coAuthors.find(({ id }) => id === open.coAuthorId)
  if (team === undefined || asked === undefined) return undefined
  const args = { code: initiativeCode(team.number), by: team.authorName, name: asked.name }
  if (ASKS_WHAT.test(said)) {
    const [dossier] = await reads.dossiers([team.number])
    const card = dossier === undefined ? [] : await fullCard(turn, dossier, "anybody")
    const key = asked.state === "named" ? "co-author-named-again" : "co-author-wants-again"
    return { say: [reply(turn, { phrases: [...card, { key, args }] })] }
  }
  if (asked.state === "named" && SHARE.test(said)) return answer(turn, "co-author-share-how", args)
  if ((asked.state === "named" || asked.state === "wants") && DENIES.test(said))
    return settleAsk(turn, team, asked, "2")
  if (CONFIRMS.test(said)) return settleAsk(turn, team, asked, "1")
  return LATER.test(said) || asksToWait(written.text) ? answer(turn, "whenever-answer") : undefined
}
