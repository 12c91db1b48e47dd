import type { Decision } from "../conversation/decision.ts"
import { alsoSaying } from "../conversation/kept-draft.ts"
import type { Turn } from "../conversation/turn.ts"
import { look } from "../ideas/look.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { initiativeCode } from "./code.ts"
import { mine } from "./own.ts"
import { MOST_LOOKED_AT } from "./own-named.ts"

const LONGEST = 140
const ME = "(?:em|toi|minh|anh|chi|co|chu|bac|e|mk|tui|t)"
const IDEA = "(?:sang kien|sk|ho so|cai|bai)"
const REFUSED = oneOf(
  "tu choi, bi loai, bi tra(?: lai)?, bi bac, truot, (?:khong|ko|k|chua) (?:duoc |dc )?(?:cong nhan|duyet|dat|xet)",
)
/** "sao sáng kiến của em lại bị từ chối", "lý do em bị loại là gì" */
const WHY_REFUSED = new RegExp(
  `(?:^| )(?:sao|vi sao|tai sao|ly do|li do)(?: |$).{0,40}?(?:${IDEA}|cua)(?: (?:cua|nay))* ${ME} .{0,20}?${REFUSED}(?: |\\W|$)|(?:^| )(?:ly do|li do)(?: gi)? ${REFUSED}.{0,20}? (?:cua )?${ME}(?: |\\W|$)|${IDEA}(?: cua)? ${ME} .{0,20}?${REFUSED} (?:vi|do|tai) (?:sao|dau|ly do gi|gi)`,
)
/** "trả lời rồi mà sao vẫn báo thiếu", "em bổ sung đủ rồi sao còn đòi thêm" */
const STILL_MISSING =
  /(?:^| )(?:tra loi|bo sung|gui|nop|them)(?: (?:du|day du|het|anh|so lieu|mo ta|tat ca))* roi(?: |,).{0,20}?(?:van|sao|con|lai|cu) (?:.{0,20} )?(?:thieu|chua du|doi them|hoi them|doi bo sung|bao bo sung|chua xong)(?: |\W|$)/
/** "đây không phải sáng kiến của tôi", "ai đăng ký tên tôi thế", "sao lại có tên em trong sáng kiến của anh Tuấn" */
const NOT_THEIRS = new RegExp(
  `(?:^| )(?:khong|ko|k|dau) (?:co )?phai (?:la )?(?:${IDEA} )(?:nay )?(?:cua )?${ME}(?: |\\W|$)|` +
    `(?:^| )(?:ai|nguoi nao|dua nao) (?:(?:da|lai|dam|tu|tu y) )*(?:dang ky|dk|ghi|lay|dua|nop|dung|them|de)(?: (?:bang|vao|ho))* ten (?:cua )?${ME}(?: |\\W|$)|` +
    `(?:^| )(?:sao|tai sao|vi sao)(?: (?:lai|ma|tu nhien|bong dung|toi|em))* (?:co|thay|ghi|de|dua|lay) ten (?:cua )?${ME} (?:trong|o|vao|len|tren) (?:${IDEA}|nhom tac gia|danh sach)(?: |\\W|$)|` +
    `(?:^| )${ME} (?:co )?(?:dau co|co|chua tung|khong|chua|khong he|chua he) (?:he )?(?:dang ky|nop|gui|lam)(?: (?:cai|sang kien|sk|nay|gi))* (?:nay|do)(?: dau)?(?: |,|\\W).{0,20}ten ${ME}(?: |\\W|$)`,
)

/**
 * What somebody asks of their own, or denies, without a code: why it was refused, what is still missing, why their name stands somewhere. Undefined
 * for everything else.
 */
export async function askedOfOwn(turn: Turn): Promise<Decision | undefined> {
  const { context, written, reads } = turn
  const { person } = context
  if (person === undefined || context.chat.kind !== "private" || written.text.length > LONGEST)
    return undefined
  const said = fold(clean(written.text))
  if (NOT_THEIRS.test(said)) return alsoSaying(await mine(turn), { key: "not-mine-how" })
  if (STILL_MISSING.test(said)) {
    const [only, ...others] = await reads.askedFor(person.id)
    return only === undefined || others.length > 0
      ? await mine(turn)
      : await look(turn, initiativeCode(only.number))
  }
  if (!WHY_REFUSED.test(said)) return undefined
  const { newest, total } = await reads.initiativesOf(person.id, MOST_LOOKED_AT)
  const refused = newest.find(({ status }) => status === "refused")
  if (refused !== undefined) return await look(turn, initiativeCode(refused.number))
  return total > 0 ? await mine(turn) : undefined
}
