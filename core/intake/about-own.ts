import { type Commanded, fieldPutRight } from "../command/corrected-field.ts"
import { Head } from "../command/head.ts"
import { beginsLikeTitle } from "../command/object.ts"
import { sharesTold } from "../command/team-told.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { isGivenName, readNamedShares } from "../ideas/shares.ts"
import { clean, fold } from "../text/fold.ts"
import { mayHoldMoney, parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { REASON_OPENS } from "../text/reason.ts"
import { namesCode } from "./code.ts"
import { clearsBenefit } from "./details.ts"
import { appliedSaid } from "./first-applied.ts"
import { otherTitle } from "./guided-words.ts"
import { readSlip } from "./slip.ts"
import { spanPutRight } from "./span.ts"
import { isTitle } from "./title.ts"
import { asksBack, givesUp, isQuestion } from "./told.ts"
import { askWhich, ONLY_A_MISTAKE } from "./which-initiative.ts"

/** "bổ sung trước cắt tay, nay cắt máy", "hủy cái vừa rồi": all that is missing is which record is meant; "sửa máy" is about a machine. */
const ABOUT_OWN =
  /^(?:bo sung|huy|xoa|sua|doi(?= (?:lai )?(?:ten|tieu de|linh vuc|tac gia))|(?:rut|bo)(?= (?:lai |giup |ho |(?:cho )?(?:em|anh|chi|minh) )*(?:cai |mot )*(?:sang kien|sk|ho so|cai|nay|kia|do))) (?!may(?! (?:cai|sang kien|sk|ho so) ))/

const LEADS = new RegExp(
  `^(?:${oneOf(
    "dạ, à, a, ờ, ừ, ok, quên, quen, mà, ma, còn, con, thôi, thui, thoai, thêm nữa, them nua, ngoài ra, ngoai ra, nữa là, nua la, với lại, voi lai",
    "em, anh, chị, chi, tôi, toi, mình, minh, bác, bac, cô, chú, dì, cháu, chau, cho, xin, muốn, muon, nhờ, nho, bot, ad, ơi, oi, là, la, e, a, c",
    "huhu, hu, hic, ôi, ui, ối, trời, troi, chết, chet, lỡ, lo, mới, moi, vừa, vua",
  )}[\\s,]+)*`,
  "iu",
)

/** "sửa lại giúp chị cái …" */
const HELP = oneOf(
  "lại, lai, giúp, giup, hộ, ho, dùm, dum, cho, em, anh, chị, chi, mình, minh, cô, chú, bác, tôi, toi, cái, cai, này, nay, với, nhé",
)

/** "sửa lại giúp: …" */
const RENAMED = new RegExp(`^(?:${HELP}\\s*)*(?:(?:thành|thanh|là|la)\\s*)?[:：]\\s*(.+)$`, "isu")

/** "sửa: …" is read as "sửa : …". */
const RENAMES_AHEAD = /^(sửa|sua)(?=[:：])/iu

const AGAIN =
  /^(?:(?:lại|lai|giúp|giup|hộ|ho|dùm|dum|cho|em|anh|chị|chi|mình|minh|cái|cai|sáng kiến|sang kien|sk|này|nay|đó|do|vừa|vua|rồi|roi|nãy|gửi|gui|đăng ký|dang ky)\s+)*/iu

/** What "sửa" can be about without saying the new title. */
const FIELD_NAMED = /^(?:lam loi|loi ich|tien loi|gia tri|linh vuc|tac gia|ten|tieu de|so tien)(?: |$|:)/

/** "sửa tên hàng trên tem thành chữ to": what is called so is something else, and this may be an idea. */
const NAME_OF_ELSE = new RegExp(
  `^(?:sua|doi) (?:(?:lai|giup|ho|cho|em|anh|chi|minh|toi) )*(?:ten|tieu de) (?!(?:${oneOf("sang kien, sk, ho so, cai, lai, nay, do, kia, cua, giup, ho, cho, em, anh, chi, minh, toi, tac gia, dong tac gia, bi, sai, nham, la, thanh, sang, moi, vua, di, nhe, a, voi, bot, no, ban, co, chu, bac")})(?:[ .,!]|$))[^ :]+ .*?(?:thanh|bang|cho|de) \\S`,
)

/** "sửa tiền thành 25 triệu", "sửa thành 25tr": all that is meant is the amount. */
const AMOUNT_NAMED =
  /^(?:(?:số |so )?(?:tiền|tien)(?: làm lợi| lam loi)?\s*)?(?:(?:thành|thanh|là|la|lên|len|còn|con|xuống|xuong)\s+)?/iu

/** "thêm là làm từ tấm mica thừa", "ghi thêm ý này: …", "em gửi thêm mô tả: …" */
const ADDS =
  /^(?:(?:ghi|viết|viet|gửi|gui|gởi|nói|noi|kể|ke)\s+)?(?:thêm|them)\s+(?:cho\s+\S+\s+)?(?:là|la|ý|y|vào|vao|nội dung|noi dung|mô tả|mo ta|phần|phan)(?:\s+(?:này|nay|là|la))*\s*:?\s+(\S+\s+\S+\s.+)$/isu

/** "cụ thể là thợ không phải phơi găng nữa" */
const NAMELY = /^(?:cụ thể|cu the)(?:\s+(?:hơn|hon))?(?:\s*:|,?\s+(?:là|la|thì|thi))+\s*(\S+\s+\S+\s.+)$/isu

/** One field said by itself, "lĩnh vực là môi trường". */
const NAMES_DESCRIPTION = /^(?:mo ta|noi dung|cach lam)\s*:\s*\S/

const LONGEST_DESCRIPTION = 2_000

const NAMES_FIELD = /^(?:linh vuc|ngay ap dung|ap dung (?:tu|lan dau))(?: |:)/

/** "bắt đầu làm từ đầu năm", "dùng từ tháng 2 rồi": since when it is applied. */
const APPLIED_SINCE =
  /^(?:(?:đã|da|bắt đầu|bat dau|cái này|sk này|mới|moi)\s+)*(?:áp dụng|ap dung|làm|lam|dùng|dung|chạy|chay|triển khai|trien khai)(?:\s+(?:thử|thu|rồi|roi))?\s+(?:từ|tu)\s+(.{2,40}?)(?:\s+(?:rồi|roi|đến nay|den nay|ạ|nhé|em|cơ|đấy))*[\s.!]*$/iu

const FORGOTTEN = /(?:[\s,]+(?:rồi|roi))?[\s,]+(?:mà|ma|nhưng|nhung|em|tôi|toi)\s.*$|\s+(?:rồi|roi)$/iu

/** "từ hôm rằm", "từ hồi tháng 3" */
const SINCE_ALONE =
  /^(?:từ|tu)\s+(?!.*\s(?:ở|tại|chuyển|sang|lam o|chuyen)\s)((?:hôm|hom|hồi|hoi|tháng|thang|đầu|dau|cuối|cuoi|ngày|ngay|rằm|ram|tết|tet|năm|nam|mùng|mung)\s.{1,30}?)(?:\s+(?:rồi|roi|đến nay|tới giờ|ạ|nhé|em|cơ|đấy))*[\s.!]*$/iu

/** "sai rồi, 15/11/2025" */
const WRONG_DAY =
  /^(?:sai|nhầm|nham|lộn|lon)(?:\s+(?:rồi|roi|ngày|ngay))*[\s,:.]+(?:(?:ngày|ngay|là|la|phải|phai)\s+)*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?:\s+(?:mới đúng|moi dung|ạ|nhé|em))*[\s.!]*$/iu

/** "cho vào mục an toàn", "xếp vào lĩnh vực y tế" */
const SORTED_INTO =
  /^(?:(?:xếp|xep|để|de|ghi|đưa|dua)\s+)?(?:nó\s+|no\s+)?(?:vào|vao)\s+(?:mục|muc|lĩnh vực|linh vuc|ngành|nganh)\s+(\S.{1,60}?)(?:\s+(?:nhé|nhe|ạ|em|giúp em|đi))*[\s.!]*$/iu

const NAMES_TEAM = /^(?:them |ghi |ghi them )?dong tac gia\W*(?=\w)/

const TEAM = /^.*?(?:đồng tác giả|dong tac gia)\W*/iu

const WITHDRAWS =
  /^(?:(?:gui|dang ky|nop|ghi|dk) nham\W.*(?:xoa|huy|bo|rut)|(?:khong|ko|k) (?:gui|nop|dang ky|dk) nua|(?:xoa|huy|bo|rut)(?= ))(?: (?:di|giup|ho|lai|het|tat ca|cac|may|sang kien|sk|ho so|cua|toi|minh|em|anh|chi|nhe|nha|a|cai|do|nay|kia|vua|roi|oi))*\W*$/

/** "em gửi nhầm, bỏ cái kệ đi": which one is asked. */
const SENT_BY_MISTAKE =
  /^(?:gui|dang ky|nop|dk) nham\W+(?:\S+ ){0,3}?(?:xoa|huy|bo|rut)(?: (?:giup|ho|em|anh|chi))* (?:cai|sang kien|sk|ho so) .{1,60}$/

/** "chia 70/30", "chia lại 50/30/20 nhé" */
const SHARES_SAID =
  /^(?:chia|tỷ lệ|ty le)(?:\s+(?:lại|lai|là|la|thành|thanh))*\s+(\d{1,3}(?:\s*[/–-]\s*\d{1,3})+)(?:\s+(?:nhé|nhe|ạ|a|em|nha))*[\s.!]*$/iu

/** "bác ghi sai, là kệ để mỏ hàn hai tầng", "dì ghi lộn tên, sửa lại là túi đựng kéo" */
const PUT_RIGHT =
  /^(?:ghi|viết|viet|gõ|go|đặt|dat|gửi|gui)\s+(?:sai|nhầm|nham|lộn|lon)(?:\s+(?:tên|ten|rồi|roi))*[\s,.:]+(?:(?:sửa|sua|phải|phai|đúng|dung)(?:\s+(?:lại|lai|ra))?\s+)?(?:là|la|thành|thanh)\s*:?\s+(.+)$/isu

/** "tên đúng là giá treo dây hơi con lăn đôi" */
const RIGHT_TITLE =
  /^(?:tên|ten|tiêu đề|tieu de)(?:\s+(?:sáng kiến|sang kien|sk))?\s+(?:đúng|dung|chuẩn|chuan|chính xác|chinh xac|phải|phai)(?:\s+(?:ra|của nó|cua no))?\s*(?:là|la|:)\s*:?\s*(.+)$/isu

/** "sai tên rồi, giá treo dây hơi con lăn đôi mới đúng", "sai rồi tên là xe đẩy vải ba tầng" */
const WRONG_TITLE =
  /^(?:sai|nhầm|nham)(?:\s+(?:rồi|roi))?[\s,.]+(?:tên|ten)(?:\s+(?:rồi|roi|mất rồi|mat roi))*[\s,.:]*(?:(?:phải|phai|đúng|dung)?\s*(?:là|la)\s*:?\s+)?(\S+\s.+?)(?:\s+(?:mới đúng|moi dung|mới phải|cơ|co))?(?:\s+(?:nhé|nhe|ạ|em))*$/isu

/** "đổi thành tủ sấy mũ bảo hộ"; "sửa thành 25tr" is an amount. */
const CHANGED_TO = /^(?:đổi|doi|sửa|sua)(?:\s+(?:lại|lai))?\s+(?:thành|thanh)\s*:?\s+(\S+\s.+)$/isu

/** The title in the place of one that was written by mistake. */
function titlePutRight(typed: string): string | undefined {
  const changed = CHANGED_TO.exec(typed)?.[1]?.trim()
  if (
    changed !== undefined &&
    isTitle(changed) &&
    beginsLikeTitle(new Head(changed)) &&
    !mayHoldMoney(changed)
  )
    return changed
  const title = (PUT_RIGHT.exec(typed) ?? RIGHT_TITLE.exec(typed) ?? WRONG_TITLE.exec(typed))?.[1]?.trim()
  return title !== undefined && isTitle(title) ? title : undefined
}

/** "sửa tên anh Hùng thành Ma Văn Hưng": a person's name, and no title. */
const AUTHOR_RENAMED =
  /^(?:sửa|sua|đổi|doi)(?:\s+(?:lại|lai|giúp|giup))*\s+(?:họ\s+|ho\s+)?(?:tên|ten)\s+(?:tác giả|tac gia|anh|chị|chi|cô|co|chú|chu|bác|bac|bạn|ban)(?=\s).{0,30}?\s(?:thành|thanh|là|la)\s+(\p{L}+(?:\s\p{L}+){1,5})$/iu

const LONGEST_FIELD = 200

/** Said by itself behind a registration without one: "làm lợi tầm năm chục triệu một năm nhé". */
const NAMES_BENEFIT =
  /^(?:(?:no |cai nay |sang kien nay |sk nay )?(?:lam loi|gia tri lam loi|tiet kiem|loi))(?: |:)/

const LONGEST_BENEFIT = 80

/** "làm lợi sửa lại là 30 triệu": in the place of what is written there. */
const PUTS_RIGHT = /(?:^| )(?:sua|doi|chinh|dieu chinh|cap nhat|moi dung|chu khong|ghi lai|tinh lai)(?: |$)/

const REASONED = new RegExp(`(?<=\\s)${REASON_OPENS}.*$`, "isu")

/** A wish to change something of one's own that does not say which: asks for it. Undefined when the words are no such wish. */
export async function aboutOwn(turn: Turn): Promise<Decision | undefined> {
  const { text } = turn.written
  // "sk 52 thêm anh Páo vô làm chung": of that one, and of none that was sent last.
  if (namesCode(text)) return undefined
  const right = readSlip(text)
  if (right !== undefined) return await askWhich(turn, (code) => `sửa ${code} ${right}`)
  const span = await spanPutRight(turn)
  if (span !== undefined) return span
  const typed = clean(text).replace(LEADS, "").replace(RENAMES_AHEAD, "$1 ")
  const said = fold(typed)
  const told = toldOfIt(typed, said) ?? saidLast(typed)
  if (told !== undefined) return await askWhich(turn, told)
  if (NAMES_DESCRIPTION.test(said) && text.length <= LONGEST_DESCRIPTION) {
    const asked = await askWhich(turn, (code) => `bổ sung ${code} ${typed}`)
    if (asked.dialogue !== undefined) return asked
  }
  const team = teamOf(typed, said, sharesTold(text))
  if (team === "called by a part of the name") return answer(turn, "draft-team-full-name")
  if (team !== undefined) return await askWhich(turn, team)
  // "rút sáng kiến thì có bị phạt không" only asks.
  if (isQuestion(text) && / thi (?:co|bi|phai|duoc|sao) /.test(said)) return undefined
  if (withdraws(typed) || SENT_BY_MISTAKE.test(said) || ONLY_A_MISTAKE.test(said) || givesUp(text))
    return await askWhich(turn, (code) => `hủy ${code}`)
  if (!ABOUT_OWN.test(said) || NAME_OF_ELSE.test(said)) return undefined
  const commanded = behindVerb(typed, said)
  return commanded === undefined ? answer(turn, "which-code") : await askWhich(turn, commanded)
}

/** One field of it, or more that belongs to it. */
function toldOfIt(typed: string, said: string): Commanded | undefined {
  const field = isQuestion(typed) ? undefined : fieldPutRight(typed)
  if (field !== undefined) return field
  const amount = NAMES_BENEFIT.test(said) ? amountOf(typed) : undefined
  if (amount !== undefined)
    return PUTS_RIGHT.test(said)
      ? (code) => `sửa ${code} làm lợi: ${amount}`
      : (code) => `bổ sung ${code} ${typed}`
  if (clearsBenefit(typed)) return (code) => `sửa ${code} bỏ phần tiền`
  const more = (ADDS.exec(typed) ?? NAMELY.exec(typed))?.[1]
  if (more !== undefined) return (code) => `bổ sung ${code} ${more}`
  const title = otherTitle(typed) ?? titlePutRight(typed)
  if (title !== undefined) return (code) => `sửa ${code}: ${title}`
  // "làm từ 2020 thì có được tính không" asks.
  if (isQuestion(typed) || asksBack(typed)) return undefined
  const since = (APPLIED_SINCE.exec(typed) ?? SINCE_ALONE.exec(typed))?.[1]
  if (since !== undefined && appliedSaid(`áp dụng từ ${since}`) !== undefined) {
    // "… rồi mà quên ghi" is said to the bot.
    const day = since.replace(FORGOTTEN, "")
    return (code) => `bổ sung ${code} áp dụng từ ${day}`
  }
  const day = WRONG_DAY.exec(typed)?.[1]
  if (day !== undefined) return (code) => `sửa ${code} ngày áp dụng: ${day}`
  const sector = SORTED_INTO.exec(typed)?.[1]
  if (sector !== undefined) return (code) => `bổ sung ${code} lĩnh vực ${sector}`
  // "lĩnh vực em chọn đại á, sửa qua an toàn dùm": what the sector is stands elsewhere.
  const isTold =
    !/^linh vuc (?:(?:nay|do|kia) )?(?:em|toi|tui|minh|anh|chi|chon|bi|ghi|sai|nham|lon)(?: |$)/.test(said)
  return NAMES_FIELD.test(said) && isTold && typed.length <= LONGEST_FIELD
    ? (code) => `bổ sung ${code} ${typed}`
    : undefined
}

/** "sk của em chị tổ trưởng bảo làm lại tên cho gọn, đổi thành …": of which it is said stands before it. */
const OF_OWN =
  /(?:^| )(?:sk|sang kien|ho so|cai)(?: (?:nay|do))? (?:cua )?(?:em|e|toi|tui|minh|anh|chi|mk)(?: |$)/

/** "đăng ký xong mà thấy tên cộc lốc quá", "cái hôm qua anh gửi ấy", "quên khai ngày" */
const AFTER_SENDING =
  /^(?:dang ky|gui|nop|khai) (?:xong|roi)(?: |$)|^(?:quen )?(?:khai|ghi|noi) (?:ngay|tien|so tien|ten)(?: |$)|(?:^| )(?:hom qua|hom truoc|luc nay|hoi nay|vua roi)(?: \S+){0,2} (?:gui|nop|dang ky)(?: |$)/

function saidLast(typed: string): Commanded | undefined {
  const mark = typed.lastIndexOf(", ")
  if (mark < 0 || isQuestion(typed)) return undefined
  const [before, last] = [fold(typed.slice(0, mark)), typed.slice(mark + 2)]
  // "lĩnh vực an toàn" behind what may be a title of its own belongs to that.
  const isOfOwn = OF_OWN.test(before) || (AFTER_SENDING.test(before) && !/^linh vuc/.test(fold(last)))
  return isOfOwn ? fieldPutRight(last, { named: true }) : undefined
}

function amountOf(words: string): string | undefined {
  const reading = words.length <= LONGEST_BENEFIT ? parseMoney(words) : undefined
  return reading?.kind === "money" ? reading.money.raw : undefined
}

/** Who made it together, and how they share it. */
function teamOf(
  typed: string,
  said: string,
  divided: string | undefined,
): Commanded | "called by a part of the name" | undefined {
  if (NAMES_TEAM.test(said) && typed.length <= LONGEST_FIELD && !isQuestion(typed)) {
    const names = typed.replace(TEAM, "")
    return readNamedShares(names)?.some(({ name }) => isGivenName(name))
      ? "called by a part of the name"
      : (code) => `đồng tác giả ${code} ${names}`
  }
  const shares = SHARES_SAID.exec(typed)?.[1] ?? divided
  return shares === undefined ? undefined : (code) => `đồng tác giả ${code} ${shares}`
}

/** "sửa …", "bổ sung …", "hủy …": undefined where even what is to be changed is not said. */
function behindVerb(typed: string, said: string): Commanded | undefined {
  // The command is made of our own words: typed with other marks, "hũy", theirs would be no command, and asked about for ever.
  const [, second = "", ...others] = typed.split(" ")
  const author = AUTHOR_RENAMED.exec(typed)?.[1]
  if (author !== undefined) return (code) => `sửa ${code} tác giả: ${author}`
  if (said.startsWith("bo sung ")) return (code) => `bổ sung ${code} ${others.join(" ")}`
  if (!said.startsWith("sua ") && !said.startsWith("doi ")) {
    const reason = REASONED.exec(typed)?.[0] ?? ""
    return (code) => `hủy ${code} ${reason}`
  }
  const behind = [second, ...others].join(" ")
  const rest = behind.replace(AGAIN, "")
  const amount = amountOf(rest.replace(AMOUNT_NAMED, ""))
  if (amount !== undefined) return (code) => `sửa ${code} làm lợi: ${amount}`
  const renamed = RENAMED.exec(behind)?.[1]
  if (renamed !== undefined && isTitle(renamed)) return (code) => `sửa ${code}: ${renamed}`
  return FIELD_NAMED.test(fold(rest)) ? (code) => `sửa ${code} ${rest}` : undefined
}

/** "rút sáng kiến", "xóa hết đi": what is to be gone is not named. */
export function withdraws(text: string): boolean {
  return WITHDRAWS.test(fold(clean(text)))
}
