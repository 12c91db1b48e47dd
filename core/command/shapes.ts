import { isClaimable } from "../people/invitation.ts"
import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import {
  ENDING,
  type Head,
  hasMarks,
  isOneOf,
  LONGEST_HEAD,
  PRONOUN,
  REQUEST,
  spelled,
  type Word,
  words,
} from "./head.ts"

/** Takes what follows a command as its `rest`, or refuses it. */
export type Shape = (tail: Tail) => string | undefined

/** What follows a command, for its shape to accept: `undefined` says that the words were no command after all. */
export type Tail = {
  readonly head: Head
  /** Number of the first word behind the command, and of the first word of the message that belongs to the command. */
  readonly at: number
  readonly begun: number
  /** Whether a colon, a line break or an arrow follows the command. */
  readonly marked: boolean
  /** Whether the command was typed with all its marks. */
  readonly exact: boolean
  readonly asked: boolean
}

/** Nothing but politeness and the words of `more`. */
export const alone =
  (more = ""): Shape =>
  ({ head, at }) => {
    const also = words(more)
    return head.words.slice(at).every(({ key }) => ENDING.has(key) || also.has(key)) ? "" : undefined
  }

const CODE_FILLER = words(
  "cho vào thêm sáng kiến sk mã số thông tin nội dung hồ sơ của em tôi mình anh chị với giúp dùm đơn này tên tiêu đề lại mô tả " +
    "bỏ đăng ký đi được",
)
/** A code that says so: "dùng 12 cái" names none. */
export const named: Shape = (tail) =>
  tail.head.words.slice(tail.at, tail.at + 4).some(({ key }) => key.startsWith("sk")) ? code(tail) : undefined

const COUNTED = words(
  "sáng kiến năm tháng ngày giờ tuần lần người cái máy cây hộp con chiếc suất món kg cân bộ phút đứa triệu tr nghìn k đồng tỷ tỉ",
)

/** The code of an initiative at the head, fillers before it dropped: "hủy sáng kiến số 12 giúp em". */
export const code: Shape = ({ head, at }) => {
  for (let word = at; word < at + 8 && word < head.words.length; word++) {
    const key = head.key(word)
    if (/^(?:sk)?\d{1,9}$/.test(key)) {
      const named = head.key(word - 1) === "sk" && word > at
      if (!named && !key.startsWith("sk") && COUNTED.has(head.key(word + 1))) return undefined
      return head.from(named ? word - 1 : word)
    }
    if (!CODE_FILLER.has(key)) return undefined
  }
  return undefined
}

/** A code and nothing but politeness: "rút 2 triệu" names none. */
export const codeAlone: Shape = (tail) => {
  const given = code(tail)
  return given !== undefined &&
    /^(?:sk[- ]?)?\d{1,9}(?: (?:giúp|giup|ạ|a|nhé|nhe|em|đi|di))*[\s.!]*$/iu.test(given)
    ? given
    : undefined
}

const ASKED_OF_A_CODE = words(
  "đến tới đâu thế nào như sao rồi chưa được duyệt xét công nhận lên cổng đã có kết quả trạng thái là ntn thì vậy giờ của còn",
)

/** The code of a message that says nothing but which one, and perhaps how it stands with it. */
export function askedCode(head: Head): string | undefined {
  const at = head.key(0) === "sang" && head.key(1) === "kien" ? 2 : 0
  const behind = /^sk\d{1,9}$/.test(head.key(at)) ? at + 1 : at + 2
  if (behind === at + 2 && !(head.key(at) === "sk" && /^\d{1,9}$/.test(head.key(at + 1)))) return undefined
  const others = head.words.slice(behind)
  const isAsked = others.every(({ key }) => ASKED_OF_A_CODE.has(key) || ENDING.has(key) || PRONOUN.has(key))
  return isAsked ? head.text.slice(head.words[at]?.start, head.words[behind - 1]?.end) : undefined
}

/** The first of the shapes that fits. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (tail) => {
    for (const shape of shapes) {
      const rest = shape(tail)
      if (rest !== undefined) return rest
    }
    return undefined
  }

const rest: Shape = ({ head, at }) => head.from(at)
export const bare: Shape = ({ head, at }) => (at >= head.words.length ? "" : undefined)
export const behindColon: Shape = (tail) => (tail.marked ? rest(tail) : undefined)
/** Anything, when what follows begins with one of these words. */
export const beginning =
  (list: string): Shape =>
  (tail) => {
    const first = list.split(",").map((phrase) => fold(phrase).split(" "))
    return first.some((keys) => keys.every((key, index) => tail.head.key(tail.at + index) === key))
      ? rest(tail)
      : undefined
  }

const PLACE_LEAD = words("của cho về bên ở đơn vị tại")
const PLACE_TAIL =
  /(?: (?:the nao|nhu the nao|ra sao|den dau|toi dau|sao|bao nhieu|den gio|hien nay|hom nay|den hom nay|duoc bao nhieu|la|bn|gap))+$/
/** Talk that is no name of a unit. */
const NO_PLACE = new RegExp(
  `^${oneOf(
    "xet nghiem, bong da, thi , xo so, kham, kinh doanh, hoc, phong van, test, covid, bau cu, tran , ngoai hang, v league, vleague",
    "game, lien quan, world cup, giao hang, hang , cong no, san luong, doanh , chat luong, cong (?:thang|hom|nay|lam), cong viec",
    "lam viec, don hang, may chay, tang, giam, danh sach, luong, cuoi nam, tu ",
  )}|\\d ?%|(?:^| )(?:o dau|an gi|khi nao|may gio|ngon|vui)(?: |$)| (?:chua|khong|ko)$`,
)

/** The name of a unit, short, or nothing but fillers. */
export const place: Shape = ({ head, at, asked }) => {
  let from = at
  let to = head.words.length
  while (from < to && PLACE_LEAD.has(head.key(from))) from++
  while (to > from && ENDING.has(head.key(to - 1))) to--
  const keys = head.words.slice(from, to).map(({ key }) => key)
  const name = ` ${keys.join(" ")}`.replace(PLACE_TAIL, "").trim()
  const count = name === "" ? 0 : name.split(" ").length
  const left = head.words.slice(from, from + count)
  if (count === 0 || left.every(({ key }) => PRONOUN.has(key) || ENDING.has(key))) return ""
  if (count > 12 || NO_PLACE.test(name) || (asked && count === keys.length && count > 4)) return undefined
  return head.text.slice(left[0]?.start, left.at(-1)?.end)
}

/** A unit's name and a period behind it, "KCN hôm nay": as typed, for "nay" and "này" close a request too. */
export const placeAndPeriod: Shape = (tail) =>
  / (?:hom|tuan|thang|giai doan|gd|dot|quy)(?: |$)/.test(` ${fold(tail.head.from(tail.at + 1))}`) &&
  place(tail) !== undefined
    ? rest(tail)
    : undefined

/** A unit's name and a page, or nothing; without marks only the command alone, for the words mean other things too. */
export const exactPlace: Shape = (tail) => {
  const named = place(tail)
  return named === undefined || named === "" || tail.exact ? named : undefined
}
export const numberAlone: Shape = ({ head, at }) =>
  /^\d{1,3}$/.test(head.key(at)) && head.words.slice(at + 1).every(({ key }) => ENDING.has(key))
    ? head.key(at)
    : undefined
/** "của An": nobody's right to anything else. */
export const somebodys: Shape = ({ head, at }) => {
  const said = head.from(at)
  const isName = /^(?:(?:của|cua|anh|chị|ông|bà|cô|chú|bác|đồng chí|cán bộ) )+\S|^\p{Lu}\p{Ll}/u.test(said)
  return isName && head.words.length - at <= 9 && !said.includes("?") ? said : undefined
}
const NO_GROUP =
  /^(?:nay|minh|em|anh|chi|chat|zalo|telegram|truong|may|nao|ta|ban|kia|viec|toi|lam|ngoai|tren|duoi|hop|ca|mau|chung)$/
/** "nhóm" and "nhóm KCN trang 2"; "nhóm mình họp nhé" is talk. */
export const groupsOf: Shape = (tail) => {
  if (alone("phụ trách quản lý của trạng thái liên kết")(tail) !== undefined) return ""
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
export const search: Shape = (tail) => {
  const { head, at, begun, exact, marked } = tail
  let from = at
  if (/^(?:giup|gium|cho)$/.test(head.key(from))) from += PRONOUN.has(head.key(from + 1)) ? 2 : 1
  const query = head.from(from)
  if (marked || query === "") return query
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
export const claim: Shape = ({ head, at }) => {
  let from = at
  while (from < head.words.length && CLAIM_FILLER.has(head.key(from))) from++
  const given = head.from(from).replace(/[\s.,;!]+(?:(?:ạ|a|nhé|nhe|nha|em|ơi|oi)[\s.,;!]*)*$/iu, "")
  if (head.words.length === at) return ""
  // Copied from paper its groups of four may stand apart, and there "mã hàng 123" has none.
  return /^[\dA-Z]{4}(?:[\s-]?[\dA-Z]{4})+$/i.test(given) || isClaimable(given) ? given : undefined
}

export const PERIOD =
  "tuần,tháng,từ đầu,giai đoạn,gd,gđ1,gđ2,đợt,cao điểm,cả chương trình,chương trình,quý,hôm nay,hôm qua,năm 20,tất cả"
/** "từ 1/3 đến 15/3", "15/3": days begin with a number. */
export const dated: Shape = (tail) =>
  /^(?:tu )?(?:ngay )?\d{1,2} ?[/.-] ?\d/.test(fold(tail.head.from(tail.at))) ? rest(tail) : undefined
export const EXPORTED =
  "excel,xlsx,file,csv,danh sách,sáng kiến,sk,tổng hợp,báo cáo,portal,cổng,lên cổng,chờ lên cổng,chưa lên cổng,khen thưởng,đã công nhận,đã lên cổng"
const PEOPLE =
  "đơn vị,các,tất cả,cả nhóm,mọi người,nhóm,những,cđcs,công đoàn,cđ,trường,cty,công ty,ai chưa,người,lúc,thứ,đv,toàn bộ,toàn tỉnh,chậm,ngay,nh"
export const remind: Shape = (tail) => {
  const { head, at, marked, exact } = tail
  const named = either(alone("lịch"), beginning(PEOPLE))(tail)
  if (named !== undefined) return named
  if (marked || /^\d{1,2}h?\d*$/.test(head.key(at))) return rest(tail)
  const isTalk = /^(?:moi nho|moi|lai|den|toi|gi|ai|hay|nho|chi|em|anh|ban|nguoi yeu|nhe)$/.test(head.key(at))
  return exact && !isTalk ? rest(tail) : undefined
}
/** "bỏ NH-3", "dừng nh 3": the number of a reminder; the verb stays in the rest, for it decides. */
export const reminderNumber: Shape = ({ head, at, begun }) => {
  const key = head.key(at)
  return /^nh\d{1,6}$/.test(key) || (key === "nh" && /^\d{1,6}$/.test(head.key(at + 1)))
    ? head.from(begun)
    : undefined
}
/** "YC-3 …": the number of a request about somebody's data, and what follows. */
export const requestNumber: Shape = ({ head, at }) =>
  /^yc\d{1,6}$/.test(head.key(at)) || (head.key(at) === "yc" && /^\d{1,6}$/.test(head.key(at + 1)))
    ? head.from(at)
    : undefined
export const wholeReminder: Shape = (tail) =>
  alone()(tail) === undefined ? undefined : tail.head.from(tail.begun)

/** Any of them; "tuần đăng lúc mấy giờ" asks for the hour instead. */
export const unlessAsksWhen =
  (...shapes: readonly Shape[]): Shape =>
  (tail) =>
    /(?:^| )(?:may gio|luc nao|khi nao|bao gio|thu may)(?: |$)/.test(fold(tail.head.from(tail.at)))
      ? undefined
      : either(...shapes)(tail)

const HONOURED = /^gi(?: |$)|(?:^| )(?:gi|khong|ko|the|nhi|chua)$/
export const honour: Shape = (tail) =>
  either(alone(), behindColon, beginning(PERIOD))(tail) ??
  (tail.head.words.length - tail.at <= 8 && !HONOURED.test(fold(tail.head.from(tail.at)))
    ? rest(tail)
    : undefined)

export const target: Shape = (tail) => {
  const typed = tail.head.from(tail.at)
  if (/\d/.test(typed)) return NO_PLACE.test(fold(typed)) ? undefined : rest(tail)
  return tail.exact ? place(tail) : alone("của")(tail)
}
export const numbered: Shape = (tail) => {
  const further = tail.head.words.slice(tail.at + 1).map(({ key }) => key)
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
export const periodToGo =
  (what: string): Shape =>
  (tail) => {
    const which = either(alone(), numberAlone)(tail)
    return which === undefined ? undefined : `${what} ${which} bỏ`.replace("  ", " ")
  }
/** "đơn vị May TNG có 120 đoàn viên, 300 lao động". */
export const counted: Shape = (tail) =>
  / (?:co|gom) \d[\d.]* ?(?:doan vien|nguoi lao dong|lao dong|cong nhan)\b/.test(
    ` ${fold(tail.head.from(tail.at))}`,
  )
    ? rest(tail)
    : undefined
/** Accepts what `shape` does, with the words of the command before it. */
export const whole =
  (shape: Shape): Shape =>
  (tail) =>
    shape(tail) === undefined ? undefined : tail.head.from(tail.begun)

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
  beginning("cấp,qđ,quyết định,ngày,số,sáng kiến,hồ sơ,sk,tỉnh,cơ sở,toàn quốc,của"),
  behindColon,
)
/** "tất cả cấp cơ sở QĐ 45": the scope and the paper, or nothing; "công nhận tất cả đều giỏi" is talk. */
export const allWaiting: Shape = (tail) => {
  const further = decidedOn(tail)
  return further === undefined ? undefined : ALL_WAITING + further
}
