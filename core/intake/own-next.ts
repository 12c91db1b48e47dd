import type { Decision } from "../conversation/decision.ts"
import { alsoSaying } from "../conversation/kept-draft.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { clean, fold } from "../text/fold.ts"
import { initiativeCode } from "./code.ts"
import { mine } from "./own.ts"
import { isOpen } from "./which-initiative.ts"

const LONGEST = 80
/** "thế giờ anh phải làm gì nữa", "cần bổ sung gì không" */
const WHAT_NEXT =
  /^(?:(?:the|vay|gio|bay gio|tiep theo|roi|thi|anh|chi|em|toi|minh|bac|co|chu|con|can|phai|se|cho hoi|oi|a|xong|nop|gui|dang ky|dk|co) )*(?:lam|bo sung|nop|gui|can)(?: them| tiep)? gi(?: (?:nua|tiep|them|khong|ko|k|em|a|vay|nhi|day|bay gio|tiep theo|the|ha))*\W*$/
/** "tôi gõ nhầm", "xin lỗi nãy gửi nhầm", "sai rồi"; "đổi ý rồi", "không phải thế" */
const SLIPPED =
  /^(?:(?:toi|em|minh|anh|chi|bac|co|chu|xin loi|sorry|nay|vua|bi|a|oi|chet|da|hoi|thoi) )*(?:(?:go|gui|ghi|bam|viet|nop|dang ky|dk) )?(?:nham|lon|sai|thieu (?:chu|dau)|sai chinh ta)(?: (?:roi|mat|em|a|nhe|nha|cai|nay|ten|bet))*\W*$|^(?:(?:da|em|anh|chi|toi|minh|a) )*(?:doi y(?: roi)?|khong phai(?: the| vay| cai nay)?)(?: (?:em|a|nhe|dau|ma|the))*\W*$/
const SLIP_MS = 10 * 60_000

/** What is still theirs to do about what they registered, or how a slip is put right; undefined where neither is asked. */
export async function ownNext(turn: Turn): Promise<Decision | undefined> {
  const { context, written, reads, moment } = turn
  if (context.person === undefined || written.text.length > LONGEST) return undefined
  const said = fold(clean(written.text))
  const asksNext = WHAT_NEXT.test(said)
  if (!asksNext && !SLIPPED.test(said)) return undefined
  const { id } = context.person
  const own = (await reads.initiativesOf(id, MOST_LOOKED_AT)).newest
  if (!asksNext) {
    const [last] = [...own, ...(await reads.handedInBy(id, 1)).newest]
      .filter((each) => isOpen(each) && moment.now - each.createdAt <= SLIP_MS)
      .sort((one, other) => other.number - one.number)
    return last && answer(turn, "slip-how", { code: initiativeCode(last.number), title: last.title })
  }
  const open = own.filter(isOpen)
  const [newest] = open
  if (newest === undefined) return undefined
  const waiting = open.find(({ status }) => status === "needs_more_info")
  const args = {
    code: initiativeCode((waiting ?? newest).number),
    waits: waiting === undefined ? "no" : "yes",
  }
  return alsoSaying(await mine(turn), { key: "mine-next", args })
}

const MOST_LOOKED_AT = 10
