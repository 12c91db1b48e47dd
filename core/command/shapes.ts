import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { ENDING, type Head, PRONOUN, words } from "./head.ts"

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
export function alone(more = ""): Shape {
  const also = words(more)
  return ({ head, at }) =>
    head.words.slice(at).every(({ key }) => ENDING.has(key) || also.has(key)) ? "" : undefined
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
      const counts = !named && !key.startsWith("sk") && COUNTED.has(head.key(word + 1))
      // "3 cái SK-51, SK-52, SK-53": how many there are stands before them.
      if (counts && /^sk\d*$/.test(head.key(word + 2)) && head.key(word + 1) !== "sk") {
        word++
        continue
      }
      if (counts) return undefined
      return head.from(named ? word - 1 : word)
    }
    // "loại cái sk 30"; "bỏ cái 2" names none.
    if (!CODE_FILLER.has(key) && !(key === "cai" && head.key(word + 1).startsWith("sk"))) return undefined
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

/** Anything, or nothing. */
export const rest: Shape = ({ head, at }) => head.from(at)
/** Nothing at all. */
export const bare: Shape = ({ head, at }) => (at >= head.words.length ? "" : undefined)
/** Anything, behind a colon. */
export const behindColon: Shape = (tail) => (tail.marked ? rest(tail) : undefined)
/** What `shape` takes, behind a word that tells two commands of one name apart. */
export const behind =
  (word: string, shape: Shape): Shape =>
  (tail) => {
    const taken = shape(tail)
    return taken === undefined ? undefined : `${word} ${taken}`.trim()
  }
/** Anything, when what follows begins with one of these words. */
export function beginning(list: string): Shape {
  const first = list.split(",").map((phrase) => fold(phrase).split(" "))
  return (tail) =>
    first.some((keys) => keys.every((key, index) => tail.head.key(tail.at + index) === key))
      ? rest(tail)
      : undefined
}

const PLACE_LEAD = words("của cho về bên ở đơn vị tại")
const PLACE_TAIL =
  /(?: (?:the nao|nhu the nao|ra sao|den dau|toi dau|sao|bao nhieu|den gio|hien nay|hom nay|den hom nay|duoc bao nhieu|la|bn|gap))+$/
/** Talk that is no name of a unit. */
export const NO_PLACE = new RegExp(
  `^${oneOf(
    "xet nghiem, bong da, thi , xo so, kham, kinh doanh, hoc, phong van, test, covid, bau cu, tran , ngoai hang, v league, vleague",
    "game, lien quan, world cup, giao hang, hang , cong no, san luong, doanh , chat luong, cong (?:thang|hom|nay|lam), cong viec",
    "lam viec, don hang, may chay, tang, giam, danh sach, luong, cuoi nam, tu , (?:vao|len|ra) (?:cac )?nhom",
  )}|\\d ?%|(?:^| )(?:o dau|an gi|khi nao|may gio|ngon|vui)(?: |$)|(?:^| )(?:chua|khong|ko)$`,
)

/** The name of a unit, short, or nothing but fillers. */
export const place: Shape = ({ head, at, asked }) => {
  let from = at
  let to = head.words.length
  while (from < to && PLACE_LEAD.has(head.key(from))) from++
  while (to > from && ENDING.has(head.key(to - 1)) && !endsPeriod(head, to - 1)) to--
  const keys = head.words.slice(from, to).map(({ key }) => key)
  const name = ` ${keys.join(" ")}`.replace(PLACE_TAIL, "").trim()
  const count = name === "" ? 0 : name.split(" ").length
  const left = head.words.slice(from, from + count)
  if (count === 0 || left.every(({ key }) => PRONOUN.has(key) || ENDING.has(key))) return ""
  if (count > 12 || NO_PLACE.test(name) || (asked && count === keys.length && count > 4)) return undefined
  return head.text.slice(left[0]?.start, left.at(-1)?.end)
}

/** "của may tng", "ở KCN": talk begins otherwise. */
export const ofPlace: Shape = (tail) => (LEADS_TO_PLACE(tail) === undefined ? undefined : place(tail))
const LEADS_TO_PLACE = beginning("của,ở,tại,bên")

/** The last word of "tuần trước nữa", "hôm nay", "quý này". */
function endsPeriod(head: Head, at: number): boolean {
  const [before, last] = [head.key(at - 1), head.key(at)]
  return (last === "nua" && before === "truoc") || (last === "nay" && PERIODS.has(before))
}

const PERIODS = words("hôm tuần tháng quý năm đợt đoạn gđ")

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
/** A number of a list and nothing but politeness. */
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
/** Accepts what `shape` does, as if `rest` had been said. */
export const meaning =
  (rest: string, shape: Shape): Shape =>
  (tail) =>
    shape(tail) === undefined ? undefined : rest
/** Accepts what `shape` does, with the words of the command before it. */
export const whole =
  (shape: Shape): Shape =>
  (tail) =>
    shape(tail) === undefined ? undefined : tail.head.from(tail.begun)
