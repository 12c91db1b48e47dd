import type { LocalDate } from "../clock.ts"
import { fieldPutRight } from "../command/corrected-field.ts"
import { readCommand } from "../command/read.ts"
import { mateTold, sharesTold } from "../command/team-told.ts"
import { clean } from "../text/fold.ts"
import { formatMoney, insteadOf } from "../text/money.ts"
import { extractBenefit, parseMoney } from "../text/money-reading.ts"
import { namesCode } from "./code.ts"
import { type Correction, readCorrections } from "./details.ts"
import { titleSaid } from "./guided-words.ts"
import { readRegistration } from "./registration.ts"
import { saidInstead } from "./said-instead.ts"
import { readSlip } from "./slip.ts"
import { isTitle } from "./title.ts"

/** "sửa làm lợi 15tr/năm", "lĩnh vực an toàn nhé": which field is to be otherwise; "sửa máy ở xưởng hai" names none. */
const EDITS =
  /^(?:(?:em|anh|chị|tôi|mình|cho|nhờ|giúp|xin)\s+)*(?:(?:sửa|sua|đổi|doi|chỉnh|chinh)(?:\s+(?:lại|lai|giúp|giup|em))*\s+(?=(?:tên|ten|tiêu đề|tieu de|giá trị|gia tri|số tiền|so tien|làm lợi|lam loi|lợi ích|loi ich|lĩnh vực|linh vuc|mô tả|mo ta)(?:\s|:))|(?=(?:lĩnh vực|linh vuc)\s))/iu

/** "bổ sung: trước khoan tay, nay có cữ" */
const ADDS =
  /^(?:(?:à|ừ|quên|em|anh|chị|tôi|mình|cho|xin|nhờ)[\s,]+)*(?:bổ sung|bo sung|ghi thêm|ghi them)(?:\s+(?:là|la|thêm|them))?\s*:?\s+(?!(?:lĩnh vực|linh vuc|làm lợi|lam loi|đồng tác giả|dong tac gia)\s)(\S+\s+\S.*)$/isu

const COURTESY = /(?:\s+(?:nhé|nhe|nha|ạ|em|ad|bot|giúp|giup|với))+[\s.!]*$/iu

/**
 * The request to register that was `sent` and still waits, as it should have been once `said` was said behind it: another amount,
 * title or sector, more of it, or who made it too. Undefined where `said` puts nothing of it right.
 */
export function amended(sent: string, said: string, today: LocalDate): string | undefined {
  const request = readCommand(sent)
  if (request?.name !== "register" || request.rest === "" || namesCode(said)) return undefined
  const benefit = readSlip(said)
  if (benefit !== undefined) return withBenefit(sent, benefit)
  const instead = saidInstead(said)
  const title = instead === undefined ? undefined : titleSaid(instead)
  if (title !== undefined && title !== instead) return withTitle(sent, request.rest, title)
  const more = ADDS.exec(clean(said))?.[1]
  if (more !== undefined) return `${sent}\n${more}`
  const team = sharesTold(said) ?? mateTold(said)
  if (team !== undefined) return `${sent}\nĐồng tác giả: ${team}`
  const typed = clean(said).replace(COURTESY, "")
  const edit = EDITS.exec(typed)?.[0]
  const field = edit === undefined ? fieldPutRight(said)?.("") : typed.slice(edit.length)
  const changes = field === undefined ? undefined : readCorrections(field.replace(/^sửa\s+/u, ""), today)
  if (changes === undefined || "ambiguous" in changes) return undefined
  return changes.reduce<string | undefined>(
    (text, change) => (text === undefined ? undefined : corrected(text, request.rest, change)),
    sent,
  )
}

function corrected(sent: string, rest: string, change: Correction): string | undefined {
  switch (change.field) {
    case "title":
      return withTitle(sent, rest, change.title)
    case "benefit":
      return withBenefit(sent, change.benefit.raw)
    case "sector":
      return `${sent}\nLĩnh vực: ${change.sector}`
    case "description":
      return `${sent}\n${change.description}`
    default:
      return undefined
  }
}

function withTitle(sent: string, rest: string, title: string): string | undefined {
  const former = readRegistration(rest).title
  return isTitle(title) && former !== "" && sent.includes(former)
    ? sent.replace(former, () => title)
    : undefined
}

function withBenefit(sent: string, typed: string): string | undefined {
  const right = parseMoney(typed)
  if (right.kind !== "money") return undefined
  const former = extractBenefit(sent)
  const before = former?.reading.kind === "money" ? former.reading.money : undefined
  const clause = `làm lợi ${formatMoney(insteadOf(before, right.money))}`
  const isThere = former !== null && sent.includes(former.benefitText)
  return isThere ? sent.replace(former.benefitText, () => clause) : `${sent}\n${clause}`
}
