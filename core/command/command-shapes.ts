import { isClaimable } from "../people/invitation.ts"
import { fold } from "../text/fold.ts"
import { REASON_OPENS } from "../text/reason.ts"
import { RECENT_DAYS } from "../text/recent-days.ts"
import { hasMarks, isOneOf, LONGEST_HEAD, PRONOUN, REQUEST, spelled, type Word, words } from "./head.ts"
import {
  alone,
  beginning,
  behindColon,
  either,
  exactPlace,
  NO_PLACE,
  named,
  numberAlone,
  place,
  placeAndPeriod,
  rest,
  type Shape,
  type Tail,
} from "./shapes.ts"

const NO_GROUP =
  /^(?:nay|minh|em|anh|chi|chat|zalo|telegram|truong|may|nao|ta|ban|kia|khac|viec|toi|lam|ngoai|tren|duoi|hop|ca|mau|chung)$/
const OF_GROUPS = alone("phụ trách quản lý của trạng thái liên kết")
/** "nhóm" and "nhóm KCN trang 2"; "nhóm mình họp nhé" is talk. */
export const groupsOf: Shape = (tail) => {
  if (OF_GROUPS(tail) !== undefined) return ""
  const { head, at } = tail
  const named = NO_GROUP.test(head.key(at)) ? undefined : exactPlace(tail)
  return head.words.length - at <= 9 ? named : undefined
}

/** What people look for, and ways of saying that they do, which are nothing to the bot: "tìm thấy", "tìm hiểu", "tìm anh Hùng". */
const NOT_SOUGHT = spelled(
  "thấy mãi hoài không ko k người trợ trọ nhà việc ai đồ vì ví hiểu được cách quanh đâu con hộ họ cái chiếc thằng anh chị em ông bà cô " +
    "chú bác",
)
const NOT_SOUGHT_THINGS = /^(?:phong tro|chia khoa|(?:so )?dien thoai|xe may)(?: |$)/
/** The same letters at the beginning of what titles speak of. */
const SOUGHT =
  /^(?:cai (?:tien|tao)|do ga|do choi|co cau|co gioi|con lan|nha (?:xuong|kinh|luoi|may)|thang (?:nang|may)|cach (?:nhiet|am|dien)|khong khi)(?: |$)/
const BY_WHAT_MEANS =
  / (?:bang|qua|tren|nho) (?:ma|qr|phan mem|app|ung dung|zalo|excel|may|dien thoai|web|trang|he thong|camera|mang|bang|so)(?: |$)/
/** What is looked for, where the words are a request and no talk of looking for something. */
export const search: Shape = (tail) => {
  const { head, at, begun, exact, marked } = tail
  let from = at
  if (/^(?:giup|gium|cho)$/.test(head.key(from))) from += PRONOUN.has(head.key(from + 1)) ? 2 : 1
  const query = head.from(from)
  if (marked || query === "") return query
  // "Tra cứu bản vẽ bằng mã QR" is what somebody made.
  if (head.key(begun) === "tra" && begun === 0 && BY_WHAT_MEANS.test(fold(query.slice(0, LONGEST_HEAD))))
    return undefined
  const folded = fold(query.slice(0, LONGEST_HEAD))
  const names = /^(?:cac |nhung |mot )?(?:sang kien|sk|giai phap)\b/.test(folded)
  if (names) return query
  // "tim" without marks beside marked words is the heart, and "em tìm cái kéo" tells what somebody is doing.
  const isHeart = !exact && hasMarks(query)
  const requested = begun === 0 || head.words.slice(0, begun).some(({ key }) => REQUEST.has(key))
  return isHeart || !requested || isNotSought(head.words[from], folded) ? undefined : query
}

function isNotSought(first: Word | undefined, folded: string): boolean {
  if (SOUGHT.test(folded)) return false
  return (first !== undefined && isOneOf(first, NOT_SOUGHT)) || NOT_SOUGHT_THINGS.test(folded)
}

const CLAIM_FILLER = words("mời của em anh chị tôi mình là cán bộ này số ạ dạ")
/** The code of an invitation, fillers before it and politeness behind it dropped. */
export const claim: Shape = ({ head, at }) => {
  let from = at
  while (from < head.words.length && CLAIM_FILLER.has(head.key(from))) from++
  const given = head.from(from).replace(/[\s.,;!]+(?:(?:ạ|a|nhé|nhe|nha|em|ơi|oi)[\s.,;!]*)*$/iu, "")
  if (head.words.length === at) return ""
  // Copied from paper its groups of four may stand apart, and there "mã hàng 123" has none.
  return /^[\dA-Z]{4}(?:[\s-]?[\dA-Z]{4})+$/i.test(given) || isClaimable(given) ? given : undefined
}

/** What names a period at the beginning. */
export const PERIOD_WORDS =
  "tuần,tháng,từ đầu,giai đoạn,gd,gđ1,gđ2,đợt,cao điểm,cả chương trình,chương trình,quý,hôm nay,hôm qua,năm 20,năm nay,năm ngoái,năm trước,cả năm,tất cả"
/** "từ 1/3 đến 15/3", "15/3": days begin with a number. */
export const dated: Shape = (tail) =>
  /^(?:tu )?(?:ngay )?\d{1,2} ?[/.-] ?\d/.test(fold(tail.head.from(tail.at))) ? rest(tail) : undefined
/** "7 ngày gần đây", "hai tuần qua" */
export const recentDays: Shape = (tail) =>
  RECENTLY.test(fold(tail.head.from(tail.at))) ? rest(tail) : undefined
const RECENTLY = new RegExp(`^${RECENT_DAYS}(?: |$)`)
/** What a file may be wanted of. */
export const EXPORTED =
  "excel,xlsx,file,csv,word,pdf,danh sách,sáng kiến,sk,tổng hợp,báo cáo,portal,cổng,lên cổng,chờ lên cổng,chưa lên cổng,khen thưởng,đã công nhận,đã lên cổng,điểm,bảng điểm"
const WHOM = either(
  alone("lịch"),
  beginning(
    "đơn vị,lại lần nữa,lại đơn vị,lại các,lần nữa,các,mấy đơn vị,mấy đv,mấy bên,mấy ông,mấy thằng,tất cả,cả nhóm,mọi người,nhóm,những,cđcs,công đoàn,cđ,trường,cty,công ty,ai chưa,người,lúc,thứ,đv,toàn bộ,toàn tỉnh,chậm,ngay,nh",
  ),
)
/** Whom to remind, or anything that the word typed with its marks is no talk with: "nhắc mới nhớ". */
export const remind: Shape = (tail) => {
  const { head, at, marked, exact } = tail
  const named = WHOM(tail)
  if (named !== undefined) return named
  if (marked || /^\d{1,2}h?\d*$/.test(head.key(at))) return rest(tail)
  // "nhắc lịch tái khám qua Zalo" is what somebody made.
  const isOther = /^(?:moi|lai|den|toi|gi|ai|hay|nho|chi|em|anh|ban|nhe|lich|viec)$/.test(head.key(at))
  return exact && !isOther ? rest(tail) : undefined
}
/** "bỏ NH-3", "dừng nh 3": the number of a reminder; the verb stays in the rest, for it decides. */
export const reminderNumber: Shape = ({ head, at, begun }) => {
  const key = head.key(at)
  return /^nh\d{1,6}$/.test(key) || (key === "nh" && /^\d{1,6}$/.test(head.key(at + 1)))
    ? head.from(begun)
    : undefined
}
/** "bác SK-17 vì …": a reason tells the verb from a form of address. */
export const reasoned: Shape = (tail) => {
  const record = named(tail)
  return record !== undefined && GIVES_REASON.test(record) ? record : undefined
}
const GIVES_REASON = new RegExp(`^sk\\W{0,3}\\d{1,9}[\\s,:]+${REASON_OPENS}`, "iu")
/** "mã cổng: SK-3 CP-1001; SK-4 CP-1002": each with the code it has there. */
export const portalCoded: Shape = (tail) => {
  const given = rest(tail) ?? ""
  return PORTAL_CODED.test(given) ? given : undefined
}
const PORTAL_CODED = /^sk\W{0,3}\d{1,9}[\s:=→>-]{1,4}(?:(?:là|la|mã|ma)\s){0,2}[a-z]{0,8}[-/.]?\d/iu
/** "YC-3 …": the number of a request about somebody's data, and what follows. */
export const requestNumber: Shape = ({ head, at }) =>
  /^yc\d{1,6}$/.test(head.key(at)) || (head.key(at) === "yc" && /^\d{1,6}$/.test(head.key(at + 1)))
    ? head.from(at)
    : undefined

/** Any of them; "tuần đăng lúc mấy giờ" and "tuần gửi vào nhóm" ask for the post instead. */
export function unlessAsksWhen(...shapes: readonly Shape[]): Shape {
  const any = either(...shapes)
  return (tail) =>
    /(?:^| )(?:may gio|luc nao|khi nao|bao gio|thu may|(?:(?:gui|dang|day) )?(?:vao|vo|len|ra) (?:cac |ca )?nhom)(?: |$)/.test(
      fold(tail.head.from(tail.at)),
    )
      ? undefined
      : any(tail)
}

const HONOURED = /^gi(?: |$)|(?:^| )(?:gi|khong|ko|the|nhi|chua)$/
const OF_A_PERIOD = either(alone(), behindColon, beginning(PERIOD_WORDS))
/** A period, or the name of a unit that is no talk. */
export const honour: Shape = (tail) =>
  OF_A_PERIOD(tail) ??
  (tail.head.words.length - tail.at <= 8 && !HONOURED.test(fold(tail.head.from(tail.at)))
    ? rest(tail)
    : undefined)

const OF_ONES_OWN = alone("của")
/** A unit's name; with a number anything that the numbers of everyday talk are not. */
export const target: Shape = (tail) => {
  const typed = tail.head.from(tail.at)
  if (/\d/.test(typed)) return NO_PLACE.test(fold(typed)) ? undefined : rest(tail)
  return tail.exact ? place(tail) : OF_ONES_OWN(tail)
}
/** "2 12.000", "2 từ 1/6": the number of a phase or peak period, and what it is set to. */
export const numbered: Shape = (tail) => {
  if (/^(?:them|tao|mo|lap)$/.test(tail.head.key(tail.begun - 1))) return undefined
  const further = tail.head.words.slice(tail.at + 1).map(({ key }) => key)
  if (further.some((key) => /^(?:chua|khong|ko)$/.test(key))) return undefined
  const isSetting = further.length <= 3 || further.some((key) => /\d/.test(key))
  return isSetting && /^(?:\d|gd\d|tu$|i+$)/.test(tail.head.key(tail.at)) ? rest(tail) : undefined
}

/** "đợt cao điểm thêm … 31/3 - 8/4 1500": two days at least, or it is talk. */
export const periodAdded: Shape = (tail) => {
  const further = rest(tail) ?? ""
  return (further.match(/\d{1,2}[/.]\d{1,2}/g)?.length ?? 0) >= 2 ? further : undefined
}
/** "giai đoạn thêm …"; without that word it tells of a stage of some work. */
export const phaseAdded: Shape = (tail) => (tail.head.key(tail.at) === "them" ? periodAdded(tail) : undefined)
/** "bỏ giai đoạn 2": as the one that `what` sets; "bỏ giai đoạn 2 sấy khô" tells of work. */
export function periodToGo(what: string): Shape {
  const whichOne = either(alone(), numberAlone)
  return (tail) => {
    const which = whichOne(tail)
    return which === undefined ? undefined : `${what} ${which} bỏ`.replace("  ", " ")
  }
}
/** "đơn vị May TNG có 120 đoàn viên, 300 lao động". */
export const counted: Shape = (tail) =>
  / (?:co|gom) \d[\d.]* ?(?:doan vien|nguoi lao dong|lao dong|cong nhan)\b/.test(
    ` ${fold(tail.head.from(tail.at))}`,
  )
    ? rest(tail)
    : undefined

const OF_ONESELF = words("của tôi em mình anh chị mk cho lại đúng giúp với nhé ạ là bị sai rồi họ tên")
const INTO = words("thành là sang về qua")

/** What one's own name or unit ought to be: behind "thành", "sang" or a colon, or nothing yet. */
export const corrected: Shape = (tail) => {
  const { head } = tail
  let { at } = tail
  while (OF_ONESELF.has(head.key(at)) && !INTO.has(head.key(at)) && !head.gap(at).includes(":")) at++
  if (at >= head.words.length) return ""
  if (INTO.has(head.key(at))) return head.from(at + 1)
  return /[:：]/u.test(head.gap(at)) ? head.from(at) : undefined
}

const UNIT_KINDS = beginning(
  "cđcs,cđ,công đoàn,công ty,cty,trường,bệnh viện,bv,trạm y tế,trung tâm,nhà máy,xí nghiệp,liên đoàn,lđlđ,đơn vị,kcn",
)
/** "tôi chuyển sang CĐCS …": who speaks moves, and to what is called a unit; "chuyển sang dùng đèn LED" is an idea. */
export const movedTo: Shape = (tail) => {
  const { head, begun } = tail
  const isOwn = head.words.slice(0, begun).some(({ key }) => PRONOUN.has(key))
  return isOwn ? UNIT_KINDS(tail) : undefined
}

/** "nhóm này với May TNG": the unit behind the words for the group. */
export function linked(tail: Tail): string | undefined {
  const { head } = tail
  let { at } = tail
  while (/^(?:nhom|nay|voi|vao|cho|don|vi)$/.test(head.key(at))) at++
  return place({ ...tail, at })
}

/** How a command about everything that waits begins its rest. */
export const ALL_WAITING = "tất cả "
const decidedOn = either(
  alone("sáng kiến hồ sơ sk"),
  beginning("cấp,qđ,quyết định,ngày,số,sáng kiến,hồ sơ,sk,tỉnh,cơ sở,toàn quốc,của,trừ,ngoại trừ"),
  behindColon,
)
const OF_ALL = words(
  "mấy các những cái hồ sơ sáng kiến sk đơn còn lại đang chờ xét duyệt này giúp cho chị anh em đi",
)
/**
 * "tất cả cấp cơ sở QĐ 45", "hết mấy cái của May TNG": the scope and the paper, whose they are, or nothing; "công nhận tất cả đều giỏi"
 * is talk.
 */
export const allWaiting: Shape = (tail) => {
  const { head } = tail
  let { at } = tail
  while (OF_ALL.has(head.key(at)) && !head.gap(at).includes(":")) at++
  const further = decidedOn({ ...tail, at })
  if (further !== undefined) return ALL_WAITING + further
  // "hết mấy cái KCN"
  const unit = at === tail.at ? undefined : exactPlace({ ...tail, at })
  return unit === undefined ? undefined : `${ALL_WAITING}của ${unit}`
}

/** "bỏ phần tiền đi", "xóa phần làm lợi của SK-1": a correction, of the record where one is named. */
export const benefitGone: Shape = (tail) => {
  const named = /^(?:(?:của|cua|trong|ở)\s+)?(sk[\s-]*\d{1,9})(?:\s+(?:đi|giúp|em|nhé|ạ))*[\s.]*$/iu.exec(
    rest(tail) ?? "",
  )?.[1]
  if (named !== undefined) return `${named} bỏ phần tiền`
  return OF_A_BENEFIT(tail) === undefined ? undefined : "bỏ phần tiền"
}
const OF_A_BENEFIT = alone("làm lợi đi giúp luôn nữa ra")
const A_CODE = /^(?:[^ ]+|.*(?<![^ ])[\p{Lu}\d][\p{Lu}\d-]+(?![^ ]).*)$/u
const SCORED = either(
  alone(),
  beginning(`${PERIOD_WORDS},của,đơn vị,các đơn vị,mục,tiêu chí,chi tiết`),
  UNIT_KINDS,
  placeAndPeriod,
)
/** A unit that is called one, or by its code, a period, or a criterion: "bảng điểm thi đua điện tử" is an idea. */
export const scoresOf: Shape = (tail) => {
  const found = SCORED(tail)
  if (found !== undefined) return found
  const named = place(tail)
  return named !== undefined && tail.head.words.length - tail.at <= 6 && A_CODE.test(named)
    ? rest(tail)
    : undefined
}

const POINTS_GIVEN = new RegExp(
  String.raw`(?:^|[\s:=])(?:\d{1,4}(?:[.,]\d)?(?:\s*(?:điểm|diem|đ))?|bỏ|bo|xóa|xoa|hủy|huy)(?:[\s,;.(]+${REASON_OPENS}.+)?[\s.]*$`,
  "isu",
)
const POINTS_NAMED = /\d\s*(?:điểm|diem)(?=$|[\s.,;])/iu
/** Points, or their taking back: "chấm điểm 5S hằng ngày" is an idea. */
export const marking: Shape = (tail) => {
  const given = rest(tail) ?? ""
  return given === "" || POINTS_GIVEN.test(given) || POINTS_NAMED.test(given) ? given : undefined
}
/** "chấm KCN 8 điểm kế hoạch"; "cho em 10 điểm" is praise. */
export const pointsTo: Shape = (tail) =>
  POINTS_NAMED.test(rest(tail) ?? "") && !PRONOUN.has(tail.head.key(tail.at)) ? rest(tail) : undefined

const FORM_OF_ADDRESS = alone("là gọi bằng anh chị đồng chí đc các")
/** "xưng hô đồng chí", "xưng hô là anh chị nhé" */
export const addressed: Shape = (tail) => (FORM_OF_ADDRESS(tail) === undefined ? undefined : rest(tail))

/** "mã QR của May TNG": words behind it that are no unit's may be a title, "Mã QR tra cứu thiết bị". */
export const posterOf: Shape = (tail) =>
  ["của", "cđcs", "đơn vị"].some((lead) => fold(tail.head.from(tail.at)).startsWith(`${fold(lead)} `))
    ? place(tail)
    : undefined
