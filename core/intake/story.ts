import { Head } from "../command/head.ts"
import { beginsLikeTitle, tellsAGain, tellsAnIdea } from "../command/object.ts"
import { clean, fold } from "../text/fold.ts"
import { ONESELF } from "../text/kin.ts"
import { mayHoldMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { isRatherTalk } from "./talk.ts"
import { isTitle } from "./title.ts"
import { asksBack, isQuestion, mayTell } from "./told.ts"

/** In UTF-16 units; more is a document. */
const LONGEST = 1_500
const FEWEST_WORDS = 7

const I = `${ONESELF}, tui, bác, bac, cô, chú, chu, dì, mik, mk, cháu`
const WE = oneOf(
  `bọn em, bon em, bọn mình, bon minh, tụi em, tui em, tụi mình, chúng em, chung em, chúng tôi, chung toi, ${I}`,
  "(?:tổ|to|nhóm|nhom|đội|doi|phòng|phong|khoa|ca|chuyền|chuyen|xưởng|xuong|lớp|lop|trường|truong)\\s+(?:em|mình|minh|tôi|toi|chị|chi|anh|\\d+)",
  "(?:chị em|chi em|anh em|mấy chị em|mấy anh em)(?:\\s+(?:trong\\s+)?(?:tổ|to|nhóm|nhom|chuyền|chuyen|ca|khoa)(?:\\s+\\S+)?)?",
)
const WITH = "(?:\\s+(?:với|voi|và|va|cùng|cung)\\s+(?:\\S+\\s+){0,6}?\\S+)?"
const DID = oneOf(
  "có, co, đã, da, vừa, vua, mới, moi, tự, tu, hay, cũng, cung, thử, thu, nghĩ ra cách, nghi ra cach, nghĩ cách, nghi cach, bèn, liền, đi",
)
/** What is made has a name of its own; what is done to a thing is told with the deed. */
const MAKES = "làm, lam, chế, che, chế tạo, che tao, nghĩ ra, nghi ra, sáng chế, sang che"
const DOES =
  "gắn, gan, lắp, lap, đấu, dau, dán, dan, hàn, han, treo, lấy, lay, cắt, cat, đóng, dong, khoan, thiết kế, thiet ke, viết, viet, soạn, soan, dựng, dung, dùng, đổi, doi, thay, chuyển, chuyen, sắp xếp, sap xep, " +
  "đặt, dat, bọc, boc, sơn, son, kẻ, ke, may, nối, noi, tận dụng, tan dung, ghép, ghep, bắt, bat, cải tiến, cai tien, cải tạo, áp dụng, ap dung, chèn, chen, quấn, quan, độ, đục, duc, bố trí, bo tri"
/** "em làm ở tổ cắt", "chị làm giáo viên" */
const NO_THING = oneOf(
  "ở, o, tại, tai, trong, việc, viec, ca, cho, với, voi, xong, gì, gi, sao, thế, bảo vệ, công nhân, cong nhan, giáo viên, giao vien, điều dưỡng, lái xe, lai xe, kế toán, thợ, tho, tổ trưởng, to truong, nghề, nghe, bên, đêm, ngày, dở, rồi, báo cáo",
)
const THING = "(?:cái|cai|bộ|bo|chiếc|chiec|tấm|tam|con|mấy cái|may cai|một cái|mot cai)"
const ONE = /^(?:(?:một|mot|mấy|may)\s+)?(?:cái|cai|chiếc|chiec)\s+/iu
/** Where the name of a thing ends and the story goes on. */
const ON =
  "(?=[,.;\\n]|$|\\s+(?:để khỏi|de khoi|để|de|cho đỡ|cho do|đỡ|do phai|do mat|khỏi|khoi phai|giúp|nên|là hết|la het|là xong|thì|thi|giảm|giam|tăng|tang|tiết kiệm|tiet kiem|từ khi|từ hôm|từ hồi|dùng từ|mà|ma)(?=[\\s,.;]|$))"
const MADE = new RegExp(
  `(?:^|[\\s,.;:])${WE}${WITH}(?:\\s+${DID})*\\s+(?:${oneOf(MAKES)}(?:\\s+${oneOf("được, duoc, ra, thêm, them, lại, lai, thử, thu, riêng")})*\\s+(?!${NO_THING}(?:\\s|$))(?<thing>(?:${THING}\\s+)?\\S[^,.;\\n]{3,90}?)` +
    `|(?<deed>${oneOf(DOES)}\\s+\\S[^,.;\\n]{3,90}?))${ON}`,
  "iu",
)
const CLASSED = new RegExp(
  `${oneOf(MAKES, DOES)}(?:\\s+(?:được|duoc|ra|thêm|them|lại|lai|thử|thu))*\\s+${THING}\\s`,
  "iu",
)
/** What a day brings, and no idea. */
const DAILY =
  /(?:^| )(?:luong|tang ca|ca dem|nghi (?:phep|om|viec|lam)|thuong|quy|tien (?:an|luong|thuong|quy|nuoc|phong)|muon tien|no tien|vay|don xin|xin nghi|cong tac|di cho|dam cuoi|an cuoi|lien hoan|sinh nhat|bao hiem|hop dong|mat dien|bi (?:hong|om|phat|mat))(?: |$)/
const GAINED =
  /(?:^| )(?:khoi (?:phai|can|mat|lo|bi|cong)|do (?:phai|mat|moi|duoc|ton|mua|bi|met|nhieu|han|cong|\d+)|(?:la|thi) het|het (?:ket|roi|loi|bui|on|keu|bi|dinh)|nhanh hon|le hon|gon hon|an toan hon|khong con|giam|tang|tiet kiem|cac chau thich|d?e lam hon)(?: |$)/

const AMOUNT = /\d|\s(?:trăm|chục|nghìn|ngàn|triệu|tỷ|tỉ)(?:\s|$)/iu

/** What somebody tells that they made, and that it gained something: what it may be called, and all that was told. */
export type Made = { readonly title: string; readonly told: string }

/**
 * "thợ điện tụi em đấu thêm cái rơ le thời gian cho đèn hành lang, tháng giảm 3 triệu tiền điện": the thing, or the deed, by which it may be called;
 * whether it is meant so is to be asked. Undefined where nothing was made.
 */
export function madeIn(text: string): Made | undefined {
  const typed = clean(text)
  if (text.length > LONGEST || typed.split(/\s+/).length < FEWEST_WORDS) return undefined
  const said = fold(typed)
  if (DAILY.test(said) || isQuestion(typed) || asksBack(typed) || !mayTell(typed)) return undefined
  const { thing, deed } = MADE.exec(typed)?.groups ?? {}
  const named = (thing ?? deed)?.replace(ONE, "").trim()
  if (named === undefined || !isTitle(named)) return undefined
  const isMade =
    CLASSED.test(typed) ||
    GAINED.test(said) ||
    tellsAGain(new Head(typed)) ||
    (AMOUNT.test(typed) && mayHoldMoney(typed))
  return isMade ? { title: named, told: typed } : undefined
}

/** "em điều dưỡng khoa nội: dán mã màu lên tủ thuốc …": who says in passing what they are. */
const INTRODUCED = new RegExp(
  `^(?:(?:dạ|da|chào|em chào)\\s+)*${oneOf(I)}\\s+(?!(?:hỏi|hoi|nói|noi|bảo|bao|báo|thấy|nghĩ|muốn|xin|cần|gửi|gui|ghi|nhờ)\\s)(?:(?:là|la|làm|lam|ở|o|bên|ben)\\s+)?[^:,.\\n]{3,40}[:,]\\s+(\\S.+)$`,
  "isu",
)
/** "mình có ý này, treo bảng phân công ở cửa" */
const HAS_IDEA =
  /^(?:(?:dạ|à|em|anh|chị|tôi|mình|tui|bác|cô|chú|da|chi|toi|minh)\s+)*(?:có|co|nghĩ ra|nghi ra|nảy ra)\s+(?:(?:cái|cai|một|mot|1)\s+)?(?:ý|y)(?:\s+(?:kiến|kien|tưởng|tuong|hay))?\s*(?:này|nay|ni|như này|thế này|như sau|là|la)?\s*[,:]?\s+(\S.+)$/isu
/** "ghi hộ em: …", "gửi em: …", "phiền em ghi nhận giúp chị sáng kiến …" */
const WRITE_DOWN = new RegExp(
  `^(?:(?:phiền|phien|nhờ|nho|dạ|bot|ơi|${I.replaceAll(", ", "|")})\\s+)*(?:ghi|gửi|gui|lưu|luu|nhập|nhap|nhận|nhan)(?:\\s+(?:nhận|nhan|lại|lai|giúp|giup|hộ|ho|cho|giùm|gium|dùm|dum))*\\s+${oneOf(I)}\\s*(?:[:：]|(?:cái\\s+|cai\\s+)?(?:này|nay)\\s*[:：]|(?:cái\\s+|cai\\s+)?(?:sáng kiến|sang kien|sk)\\s*:?\\s)\\s*(\\S.+)$`,
  "isu",
)
/** "nên lắp thêm quạt hút ở tổ ủi", "nhà ăn nên đổi khay nhựa sang inox" */
const OUGHT = new RegExp(
  `^((?:\\S+\\s+){0,5}?)(?:nên|nen)\\s+(${oneOf(MAKES, DOES, "mua, bỏ, bo, thêm, them, trồng, trong, kê, ke")}\\s+\\S.+)$`,
  "isu",
)
const LONGEST_TITLE = 300
/** Cheap looks first: one of these words is in each. */
const MAY_WRITE = /(?:^|\s)(?:ghi|gửi|gui|lưu|luu|nhập|nhap|nhận|nhan)\s/iu
const MAY_HAVE = /\s(?:ý|y)\s/iu
const MAY_ADVISE = /(?:^|\s)(?:nên|nen)\s/iu

/** What is put forward in passing words and may be a title; whether it is meant as one is to be asked. */
export function ideaInPassing(text: string): string | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST_TITLE || isQuestion(typed) || asksBack(typed)) return undefined
  const written = MAY_WRITE.test(typed) ? WRITE_DOWN.exec(typed)?.[1] : undefined
  if (written !== undefined) return isTitle(written) && !isRatherTalk(written) ? written : undefined
  if (!mayTell(typed)) return undefined
  const idea = MAY_HAVE.test(typed) ? HAS_IDEA.exec(typed)?.[1] : undefined
  if (idea !== undefined) return isTitle(idea) && !DAILY.test(fold(idea)) ? idea : undefined
  const [, where = "", deed] = (MAY_ADVISE.test(typed) ? OUGHT.exec(typed) : null) ?? []
  if (deed !== undefined && !DAILY.test(fold(typed)))
    return isTitle(deed) ? `${SPEAKS.test(where) ? "" : where}${deed}` : undefined
  const introduced = /[:,]/.test(typed) ? INTRODUCED.exec(typed)?.[1] : undefined
  const head = new Head(introduced ?? "")
  return introduced !== undefined && isTitle(introduced) && beginsLikeTitle(head) && tellsAnIdea(head)
    ? introduced
    : undefined
}

/** "em nghĩ là nên …" */
const SPEAKS = /^(?:(?:em|anh|chị|tôi|mình|tui|theo|nghĩ|thấy|thì|là|chi|toi|minh|nghi|thay)\s+)+$/iu
