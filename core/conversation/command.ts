import { isTitle } from "../intake/registration.ts"
import { clean, fold } from "../text/fold.ts"

/** A command word of the contract, however it was typed. */
export type CommandName =
  | "register"
  | "registerFor"
  | "add"
  | "edit"
  | "cancel"
  | "resume"
  | "back"
  | "skip"
  | "mine"
  | "progress"
  | "ranking"
  | "coAuthor"
  | "use"
  | "keepSecret"
  | "makeOpen"
  | "search"
  | "myData"
  | "help"
  | "claim"
  | "link"
  | "unlink"
  | "groups"
  | "journal"
  | "roles"
  | "withdrawRole"
  | "handOver"
  | "invite"
  | "review"
  | "recognize"
  | "askMore"
  | "refuse"
  | "onPortal"
  | "takeBack"
  | "remind"
  | "tally"
  | "targets"
  | "pledge"
  | "units"
  | "export"
  | "portalCard"
  | "disown"
  | "own"
  | "honour"
  | "greet"
  | "thanks"

/**
 * `rest` is what followed the command, as typed; `slash` tells that it was typed the way platforms' menus do. `clear` is
 * false when the same words could begin an ordinary sentence ("đăng ký lịch máy qua app"): where free words are
 * expected they are rather an answer.
 */
export type Command = {
  readonly name: CommandName
  readonly rest: string
  readonly slash: boolean
  readonly clear: boolean
}

/** Far above what platforms let people send; what lies beyond is not looked at. */
const LONGEST_MESSAGE = 20_000
/** A command stands at the head of a message or nowhere: only so much of it, and so many words, are compared. */
const LONGEST_HEAD = 600
const MOST_WORDS = 60
const MOST_LEAD_WORDS = 14

// ---- Words

/** One word of the head of a message, and where it stands in the text. */
type Word = { readonly key: string; readonly typed: string; readonly start: number; readonly end: number }

/** A cleaned message with the words of its head. `gap` is what stands between a word and the one before it. */
class Head {
  readonly text: string
  readonly words: readonly Word[]

  constructor(text: string) {
    this.text = text
    const words: Word[] = []
    for (const found of text.slice(0, LONGEST_HEAD).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
      if (words.length === MOST_WORDS) break
      const typed = found[0].toLowerCase()
      // "nhaaa" and "ơiiii" are drawn out for friendliness.
      const key = fold(typed).replace(/(\p{L})\1{2,}/gu, "$1")
      words.push({ key, typed, start: found.index, end: found.index + found[0].length })
    }
    this.words = words
  }

  key(at: number): string {
    return this.words[at]?.key ?? ""
  }

  gap(at: number): string {
    const from = this.words[at - 1]?.end ?? 0
    return this.text.slice(from, this.words[at]?.start ?? this.text.length)
  }

  /** The text from word `at` on with an opening quote or bracket before it. */
  from(at: number): string {
    const word = this.words[at]
    const gap = this.gap(at)
    if (word === undefined) return gap.replace(LEADING_MARKS, "")
    const opening = /["'“”‘’«([<+-]*$/u.exec(gap)?.[0] ?? ""
    return this.text.slice(word.start - opening.length)
  }
}

const LEADING_MARKS = /^(?:[\s:,.;!?…=>*_~|→•·–—-]|\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\uFE0F])+/u

const words = (list: string): ReadonlySet<string> => new Set(fold(list).split(" "))

/** Words that close a request and mean nothing for it: "hủy nhé em", "xem bxh với ad ơi". */
const ENDING = words(
  "nhé nha nhen nhá nhỉ ạ ak ah à đi với vs em anh chị e c b ad bot bạn ơi nào hả giúp giùm dùm gium hộ cho mình mk tôi " +
    "vậy rồi luôn nè cái này đấy đó được dc ngay gấp thế z vào xem lại nữa đc xíu chút",
)

/** Words people put before a request: "em ơi cho chị đăng ký …". */
const LEAD = words(
  "em e iem anh a chị c tôi toi mình mk m tui ban b cô co chú bác cháu con ông ad admin bot dạ vâng u uh ok oke okie " +
    "hello hi hey alo lô xin chào ơi oi thưa kính quý phép cho nhờ giúp giùm dùm muốn mún mun cần được dc đc thêm nhé nha " +
    "với vs lại nữa gửi xem coi hỏi biết kiểm tra check mở hiện lấy cập nhật vui lòng làm ơn phiền này ạ đ để bây giờ " +
    "ban tổ chức các",
)
/** Of the lead words those that ask for something, and not only say who speaks. */
const REQUEST = words("cho nhờ giúp giùm dùm muốn mún mun cần xin xem gửi lấy check hỏi ơi")

const PRONOUN = words("em e anh a chị c tôi mình mk tui bạn b cô chú bác cháu con bọn chúng nhà")

/** Words between the command and a colon that are not the title: "đăng ký giúp chị sáng kiến này với: …". */
const FILLER = words(
  "em e anh a chị c tôi mình mk bạn b cô chú bác cho giúp giùm dùm hộ với vs thêm mới một 1 2 cái này sau như của nữa lại " +
    "nhé nha ạ ak bot ad đi số sáng kiến sk skkn san giải pháp đề tài kinh nghiệm cải tiến kỹ thuật là có tên gồm xin năm nay luôn",
)

// ---- Command words

type Shape = (tail: Tail) => string | undefined

/** What follows a command, for its shape to accept: `undefined` says that the words were no command after all. */
type Tail = {
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

type Phrase = {
  readonly name: CommandName
  readonly keys: readonly string[]
  readonly typed: string
  readonly shape: Shape
  /** One syllable, or a pair that is another ordinary word with other marks: "sữa" is not "sửa". */
  readonly strict: boolean
}

const phrases = (name: CommandName, shape: Shape, list: string, options: { strict?: true } = {}): Phrase[] =>
  list.split(",").map((word) => {
    const typed = word.trim()
    const keys = fold(typed).split(" ")
    return { name, keys, typed, shape, strict: options.strict === true || keys.length === 1 }
  })

const alone =
  (more = ""): Shape =>
  ({ head, at }) => {
    const also = words(more)
    return head.words.slice(at).every(({ key }) => ENDING.has(key) || also.has(key)) ? "" : undefined
  }

/** The code of an initiative at the head, fillers before it dropped: "hủy sáng kiến số 12 giúp em". */
const CODE_FILLER = words(
  "cho vào thêm sáng kiến sk mã số thông tin nội dung hồ sơ của em tôi mình anh chị với giúp dùm đơn này tên tiêu đề lại mô tả " +
    "bỏ đăng ký đi được",
)
/** A code that says so: "dùng 12 cái" names none. */
const named: Shape = (tail) =>
  tail.head.words.slice(tail.at, tail.at + 4).some(({ key }) => key.startsWith("sk")) ? code(tail) : undefined

const COUNTED = words(
  "sáng kiến năm tháng ngày giờ tuần lần người cái máy cây hộp con chiếc suất món kg cân bộ phút đứa",
)

const code: Shape = ({ head, at }) => {
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

const either =
  (...shapes: readonly Shape[]): Shape =>
  (tail) => {
    for (const shape of shapes) {
      const rest = shape(tail)
      if (rest !== undefined) return rest
    }
    return undefined
  }

const rest: Shape = ({ head, at }) => head.from(at)
const bare: Shape = ({ head, at }) => (at >= head.words.length ? "" : undefined)
const behindColon: Shape = (tail) => (tail.marked ? rest(tail) : undefined)
/** Anything, when what follows begins with one of these words. */
const beginning =
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
const NO_PLACE =
  /^(?:xet nghiem|bong da|thi |xo so|kham|kinh doanh|hoc|phong van|test|covid|bau cu|tran |ngoai hang|v league|vleague|game|lien quan|world cup|giao hang|hang |san luong|doanh |chat luong|cong (?:thang|hom|nay|lam)|cong viec|lam viec|don hang|may chay|tang|giam|danh sach|luong|cuoi nam|tu )|\d ?%|(?:^| )(?:o dau|an gi|khi nao|may gio|ngon|vui)(?: |$)| (?:chua|khong|ko)$/

/** The name of a unit, short, or nothing but fillers. */
const place: Shape = ({ head, at, asked }) => {
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

/** A unit's name and a page, or nothing; without marks only the command alone, for the words mean other things too. */
const exactPlace: Shape = (tail) => {
  const named = place(tail)
  return named === undefined || named === "" || tail.exact ? named : undefined
}
const numberAlone: Shape = ({ head, at }) =>
  /^\d{1,3}$/.test(head.key(at)) && head.words.slice(at + 1).every(({ key }) => ENDING.has(key))
    ? head.key(at)
    : undefined
const NO_GROUP =
  /^(?:nay|minh|em|anh|chi|chat|zalo|telegram|truong|may|nao|ta|ban|kia|viec|toi|lam|ngoai|tren|duoi|hop|ca|mau|chung)$/
/** "nhóm" and "nhóm KCN trang 2"; "nhóm mình họp nhé" is talk. */
const groupsOf: Shape = (tail) => {
  if (alone("phụ trách quản lý của trạng thái liên kết")(tail) !== undefined) return ""
  const { head, at } = tail
  const named = NO_GROUP.test(head.key(at)) ? undefined : exactPlace(tail)
  return head.words.length - at <= 9 ? named : undefined
}

const NO_SEARCH =
  /^(?:thay|mai|hoai|khong|ko|k |nguoi|tro |phong tro|nha |viec|ai |do |chia khoa|vi |dien thoai|xe may|hieu |duoc|cach |quanh|dau |con |ho |cai |chiec |thang |anh |chi |em |ong |ba |co |chu |bac )/
const search: Shape = (tail) => {
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
  return isHeart || !requested || NO_SEARCH.test(`${folded} `) ? undefined : query
}

const CLAIM_FILLER = words("mời của em anh chị tôi mình là cán bộ này số ạ dạ")
const claim: Shape = ({ head, at }) => {
  let from = at
  while (from < head.words.length && CLAIM_FILLER.has(head.key(from))) from++
  const given = head.from(from)
  if (head.words.length === at) return ""
  // A code is told from "mã hàng 123" by its groups of four, and from "mã lỗi E05" by its length.
  return /^[\dA-Z]{4}(?:[\s-]?[\dA-Z]{4})+$/i.test(given) || /^[\dA-Z]{4,}(?:-[\dA-Z]{2,})+$/i.test(given)
    ? given
    : undefined
}

const PERIOD =
  "tuần,tháng,giai đoạn,gd,gđ1,gđ2,đợt,cao điểm,cả chương trình,chương trình,quý,hôm nay,hôm qua,năm 20,tất cả"
/** "từ 1/3 đến 15/3", "15/3": days begin with a number. */
const dated: Shape = (tail) =>
  /^(?:tu )?(?:ngay )?\d{1,2} ?[/.-] ?\d/.test(fold(tail.head.from(tail.at))) ? rest(tail) : undefined
const EXPORTED =
  "excel,xlsx,file,csv,danh sách,sáng kiến,sk,tổng hợp,báo cáo,portal,cổng,lên cổng,chờ lên cổng"
const PEOPLE =
  "đơn vị,các,tất cả,cả nhóm,mọi người,nhóm,những,cđcs,công đoàn,cđ,trường,cty,công ty,ai chưa,người,lúc,thứ,đv,toàn bộ,toàn tỉnh,chậm,ngay,nh"
const remind: Shape = (tail) => {
  const { head, at, marked, exact } = tail
  const named = either(alone("lịch"), beginning(PEOPLE))(tail)
  if (named !== undefined) return named
  if (marked || /^\d{1,2}h?\d*$/.test(head.key(at))) return rest(tail)
  const isTalk = /^(?:moi nho|moi|lai|den|toi|gi|ai|hay|nho|chi|em|anh|ban|nguoi yeu|nhe)$/.test(head.key(at))
  return exact && !isTalk ? rest(tail) : undefined
}
/** "bỏ NH-3", "dừng nh 3": the number of a reminder; the verb stays in the rest, for it decides. */
const reminderNumber: Shape = ({ head, at, begun }) => {
  const key = head.key(at)
  return /^nh\d{1,6}$/.test(key) || (key === "nh" && /^\d{1,6}$/.test(head.key(at + 1)))
    ? head.from(begun)
    : undefined
}
const wholeReminder: Shape = (tail) => (alone()(tail) === undefined ? undefined : tail.head.from(tail.begun))

const HONOURED = /(?:^| )(?:gi|khong|ko|the|nhi|chua)$/
const honour: Shape = (tail) =>
  either(alone(), behindColon, beginning(PERIOD))(tail) ??
  (tail.head.words.length - tail.at <= 8 && !HONOURED.test(fold(tail.head.from(tail.at)))
    ? rest(tail)
    : undefined)

const target: Shape = (tail) =>
  /\d/.test(tail.head.from(tail.at)) ? rest(tail) : tail.exact ? place(tail) : alone("của")(tail)
const numbered: Shape = (tail) => {
  const further = tail.head.words.slice(tail.at + 1).map(({ key }) => key)
  const isSetting = further.length <= 3 || further.some((key) => /\d/.test(key))
  return isSetting && /^(?:\d|gd\d|tu$|i+$)/.test(tail.head.key(tail.at)) ? rest(tail) : undefined
}

/** "đợt cao điểm thêm … 31/3 - 8/4 1500": two days at least, or it is talk. */
const periodAdded: Shape = (tail) => {
  const further = rest(tail) ?? ""
  return (further.match(/\d{1,2}[/.]\d{1,2}/g)?.length ?? 0) >= 2 ? further : undefined
}
/** Accepts what `shape` does, with the words of the command before it. */
const whole =
  (shape: Shape): Shape =>
  (tail) =>
    shape(tail) === undefined ? undefined : tail.head.from(tail.begun)

const MINE_TAIL =
  "đâu đến tới sao ra thế nào như chưa đã xét duyệt công nhận thống kê danh sách lên cổng hết gồm những gì bao nhiêu bn"
const HELP_TAIL =
  "sử dụng dùng cách này đăng ký sáng kiến sk nộp giúp đỡ bot người mới chi tiết cụ thể thế nào như gì những làm các bước"

const PHRASES: readonly Phrase[] = [
  ...phrases(
    "registerFor",
    (tail) => onBehalf(tail),
    "đăng ký hộ,dangkyho,dk hộ,dki hộ,nộp hộ,đăng ký sáng kiến hộ",
  ),
  ...phrases(
    "registerFor",
    (tail) => onBehalf(tail),
    "nộp sáng kiến hộ,nộp hộ sáng kiến,dk sk hộ,đăng ký sk hộ",
  ),
  ...phrases("register", (tail) => request(tail), "đăng ký,đăng kí,dangky,dangki,dk,dky,dki,dksk"),
  ...phrases("register", (tail) => request(tail), "nộp sáng kiến,nộp sk,gửi sáng kiến,dangkysangkien"),
  // A neighbouring key makes another word of it, so only a colon tells.
  ...phrases("register", behindColon, "đăng lý"),
  ...phrases("add", either(code, behindColon, alone()), "bổ sung,bosung"),
  ...phrases("edit", either(code, alone()), "sửa"),
  ...phrases("cancel", either(code, alone("đăng ký sáng kiến bỏ")), "hủy,hủy bỏ"),
  ...phrases("cancel", code, "xóa,rút"),
  ...phrases("cancel", alone("thôi"), "thôi không đăng ký nữa,không đăng ký nữa,thôi không đk nữa"),
  ...phrases("coAuthor", either(code, behindColon, alone()), "đồng tác giả,dongtacgia"),
  ...phrases("use", named, "dùng,cũng dùng,đơn vị em cũng dùng,đơn vị tôi cũng dùng,áp dụng,cũng áp dụng"),
  ...phrases("keepSecret", either(named, alone()), "bảo mật"),
  ...phrases("makeOpen", named, "công khai,bỏ bảo mật"),
  ...phrases("resume", alone("đăng ký làm"), "tiếp,tiếp tục,làm tiếp"),
  ...phrases("back", alone("câu bước trước"), "quay lại,quaylai,trở lại"),
  ...phrases("skip", alone("câu bước"), "bỏ qua,boqua,để sau,skip"),
  ...phrases("mine", alone(MINE_TAIL), "của tôi,cuatoi", { strict: true }),
  ...phrases("mine", alone(MINE_TAIL), "sk của tôi,sáng kiến của tôi,sáng kiến của em,sk của em,sk cua e"),
  ...phrases("mine", alone(MINE_TAIL), "sáng kiến của anh,sáng kiến của chị,sk của anh,sk của chị,sk cua c"),
  ...phrases("mine", alone(MINE_TAIL), "sáng kiến của mình,sk của mình,sk cua mk,hồ sơ của tôi,hồ sơ của em"),
  ...phrases("progress", place, "tiến độ,tiendo"),
  ...phrases("progress", place, "kết quả", { strict: true }),
  ...phrases("ranking", place, "bảng xếp hạng,xếp hạng,xephang,bxh"),
  ...phrases("search", search, "tìm kiếm,tìm"),
  ...phrases(
    "myData",
    alone("cá nhân ở đâu gồm những gì"),
    "dữ liệu của tôi,dữ liệu của em,dữ liệu của anh,dữ liệu của chị,dulieu",
  ),
  ...phrases("myData", alone("của"), "dữ liệu của mình,dữ liệu cá nhân,dữ liệu"),
  ...phrases(
    "help",
    alone(HELP_TAIL),
    "trợ giúp,trogiup,giúp,giúp đỡ,help,start,menu,hdsd,hướng dẫn,cách dùng",
  ),
  ...phrases(
    "help",
    alone(),
    "bot làm được gì,em làm được gì,làm được gì,làm được những gì,bot làm được những gì",
  ),
  ...phrases("claim", claim, "mã"),
  ...phrases("link", (tail) => linked(tail), "liên kết,lienket"),
  ...phrases("unlink", either(alone("nhóm này"), numberAlone), "gỡ liên kết,golienket,bỏ liên kết"),
  ...phrases("groups", (tail) => groupsOf(tail), "nhóm,danh sách nhóm,các nhóm", { strict: true }),
  ...phrases("journal", exactPlace, "nhật ký,nhật kí,nhatky"),
  ...phrases("withdrawRole", either(alone(), numberAlone), "thu hồi vai trò,thu hồi quyền,gỡ vai trò"),
  ...phrases("roles", exactPlace, "vai trò,vaitro"),
  ...phrases("handOver", alone("vai trò nhiệm vụ quyền cán bộ quản trị"), "bàn giao,bangiao"),
  ...phrases(
    "invite",
    either(alone(), beginning("cán bộ,tổ hỗ trợ,hỗ trợ,quản trị,support,admin,officer")),
    "mời",
  ),
  ...phrases("invite", beginning("cán bộ,tổ hỗ trợ,hỗ trợ,quản trị"), "mời thêm,tạo mã mời,mã mời"),
  ...phrases("review", either(code, alone("sáng kiến hồ sơ danh sách sk tiếp")), "duyệt,chờ duyệt"),
  ...phrases("recognize", either(code, alone("tất cả hết"), beginning("tất cả")), "công nhận", {
    strict: true,
  }),
  ...phrases("askMore", either(code, bare), "hỏi thêm"),
  ...phrases("refuse", either(code, alone()), "từ chối"),
  ...phrases(
    "onPortal",
    either(code, alone("tất cả"), beginning("tất cả sk,danh sách")),
    "lên cổng,đã lên cổng",
  ),
  ...phrases(
    "takeBack",
    (tail) => (code(tail) === undefined ? alone()(tail) : tail.head.from(tail.begun)),
    "thu hồi công nhận,thu hồi quyết định,thu hồi từ chối,thu hồi lên cổng,thu hồi,bỏ công nhận,bỏ từ chối,bỏ lên cổng",
  ),
  ...phrases("remind", remind, "nhắc"),
  ...phrases("remind", reminderNumber, "bỏ,dừng,hủy,xóa,tắt,sửa,đổi"),
  ...phrases("remind", wholeReminder, "tắt nhắc,bật nhắc,tắt nhắc nhở"),
  ...phrases(
    "tally",
    either(alone("kết quả"), beginning(`${PERIOD},chi tiết`), dated, place),
    "tổng hợp,tonghop,tổng kết",
  ),
  ...phrases("targets", target, "chỉ tiêu", { strict: true }),
  ...phrases("targets", whole(either(alone(), numbered)), "giai đoạn"),
  ...phrases("targets", whole(either(alone(), numbered, periodAdded)), "đợt cao điểm"),
  ...phrases("pledge", either(bare, target), "phấn đấu,chỉ tiêu phấn đấu", { strict: true }),
  ...phrases("units", beginning("thêm,đổi tên,chuyển,gộp,sáp nhập,đóng,giải thể"), "đơn vị"),
  ...phrases("export", either(alone(), beginning(`${EXPORTED},${PERIOD}`)), "xuất"),
  ...phrases("own", either(named, alone("rồi ạ")), "đúng của tôi,đúng là của tôi,đúng của em"),
  ...phrases(
    "disown",
    named,
    "không phải của tôi,không phải của em,không phải sáng kiến của tôi,không phải sk của tôi",
  ),
  ...phrases("portalCard", named, "thẻ,cổng,thẻ cổng"),
  ...phrases("honour", honour, "vinh danh,vinhdanh"),
  ...phrases(
    "greet",
    alone("buổi sáng chiều tối cả nhà mọi người hỏi cho tí các sếp"),
    "chào,xin chào,hello,hi,alo",
  ),
  ...phrases("greet", alone("hỏi cho tí"), "em ơi,bot ơi,ad ơi,a lô,chị ơi,anh ơi"),
  ...phrases(
    "thanks",
    alone("nhiều rất lắm đã giúp đỡ hỗ trợ mọi người"),
    "cảm ơn,cám ơn,thanks,thank you,tks,thks,thank",
  ),
  ...phrases("thanks", alone("ok oke vâng dạ rõ hiểu"), "ok,oke,okie,okela,vâng,dạ,ừ,uk,rõ"),
]

/** By first word, so that a message is compared with a handful of phrases; longer ones first. */
const BY_FIRST_WORD = new Map<string, Phrase[]>()
for (const phrase of [...PHRASES].sort((one, other) => other.keys.length - one.keys.length)) {
  const first = phrase.keys[0] as string
  const others = BY_FIRST_WORD.get(first)
  if (others === undefined) BY_FIRST_WORD.set(first, [phrase])
  else others.push(phrase)
}
const LONG_ENOUGH_FOR_A_SLIP = PHRASES.filter(({ keys }) => keys.join("").length >= 5)

// ---- Reading

/** The command that `text` gives, or undefined: a question about registering is `help`, talk is nothing. Looks at the head only. */
export function readCommand(text: string): Command | undefined {
  const typed = clean(text.slice(0, LONGEST_MESSAGE))
  const slash = /^\/\p{L}/u.test(typed)
  const head = new Head(slash ? typed.slice(1) : typed)
  if (slash) return slashCommand(head)
  const record = wholeRecord(head)
  if (record !== undefined) return record
  if (asksHow(head)) return { name: "help", rest: "", slash: false, clear: true }
  for (const at of beginnings(head)) {
    const command = commandAt(head, at)
    if (command !== undefined) return command
  }
  return introduced(head)
}

function slashCommand(head: Head): Command | undefined {
  const { phrase, count } = phraseAt(head, 0) ?? {}
  if (phrase === undefined || count === undefined) return undefined
  const tail = tailOf(head, phrase, 0, count)
  // "/start <payload>" and "/tim mã 12": what a menu's command is followed by is its own affair.
  const accepted = phrase.shape(tail) ?? head.from(count)
  return { name: phrase.name, rest: accepted, slash: true, clear: true }
}

/** The words at which a command may begin: the first, and those behind greetings, pronouns and "cho … xin". */
function beginnings(head: Head): readonly number[] {
  const at = [0]
  let word = 0
  while (word < MOST_LEAD_WORDS && word < head.words.length) {
    const mention = mentionAt(head, word)
    if (mention === 0 && !isLead(head, word)) break
    word += Math.max(1, mention)
    at.push(word)
  }
  return at
}

function isLead(head: Head, at: number): boolean {
  const { key, typed } = head.words[at] as Word
  // "em đã đăng ký" reports; "dạ em đăng ký" asks. Without marks the two differ by where they stand.
  if (key === "da") return typed !== "đã" && at <= 1 && !PRONOUN.has(head.key(at - 1))
  return LEAD.has(key)
}

/** How many words a mention left over from the platform takes: "@Bot", "@TroLySangKien_bot", "@Trợ lý Sáng kiến". */
function mentionAt(head: Head, at: number): number {
  const title = ["tro", "li", "sang", "kien"]
  const isTitle = title.every((key, word) => head.key(at + word).replace("y", "i") === key)
  if (isTitle) return title.length
  if (!head.gap(at).endsWith("@")) return 0
  let next = at + 1
  while (head.gap(next) === "_") next++
  return next - at
}

function commandAt(head: Head, at: number): Command | undefined {
  for (const { phrase, count, exact } of phrasesAt(head, at)) {
    const tail = { ...tailOf(head, phrase, at, count), exact }
    const accepted = phrase.shape(tail)
    if (accepted === undefined) continue
    // Marks that belong to other words, "tiền đó trả chưa": then the command must stand alone.
    if (
      accepted !== "" &&
      !phrase.strict &&
      phrase.name !== "register" &&
      !marksAgree(head, phrase, at, count)
    )
      continue
    if (phrase.name === "registerFor" && isForSelf(tail)) {
      const own = request({ ...tail, at: at + count })
      if (own !== undefined) return { name: "register", rest: own, slash: false, clear: true }
    }
    const clear = phrase.name !== "register" || accepted === "" || isClear({ ...tail, at: at + count })
    return { name: phrase.name, rest: accepted, slash: false, clear }
  }
  return undefined
}

function tailOf(head: Head, phrase: Phrase, at: number, count: number): Tail {
  const next = at + count
  return {
    head,
    at: next,
    begun: at,
    marked: next < head.words.length && HARD_MARK.test(head.gap(next)),
    exact: phrase.typed === typedAt(head, at, count),
    asked: head.text.slice(-12).includes("?"),
  }
}

const HARD_MARK = /[:：\n=→>|]|\s[-–—]|[–—]|-\s|👉/u
/** Between the words of a command only a space or a hyphen. */
const SOFT_GAP = /^[ _.-]{1,2}$/

type Match = { readonly phrase: Phrase; readonly count: number; readonly exact: boolean }

function phraseAt(head: Head, at: number): Match | undefined {
  return phrasesAt(head, at)[0]
}

/** The phrases at a word, longest first; with one slip of the finger when none fits as it stands. */
function phrasesAt(head: Head, at: number): readonly Match[] {
  const fits = (BY_FIRST_WORD.get(head.key(at)) ?? [])
    .filter(({ keys }) => keys.every((key, word) => head.key(at + word) === key && softGap(head, at, word)))
    .filter((phrase) => !phrase.strict || marksAgree(head, phrase, at, phrase.keys.length))
  const matches = fits.length > 0 ? fits : slipped(head, at)
  return matches.map((phrase) => ({
    phrase,
    count: phrase.keys.length,
    exact: phrase.typed === typedAt(head, at, phrase.keys.length),
  }))
}

function softGap(head: Head, at: number, word: number): boolean {
  return word === 0 || SOFT_GAP.test(head.gap(at + word))
}

function slipped(head: Head, at: number): readonly Phrase[] {
  const first = head.key(at)
  if (first.length < 2 || first.length > 24) return []
  return LONG_ENOUGH_FOR_A_SLIP.filter((phrase) => {
    let slips = 0
    for (const [word, key] of phrase.keys.entries()) {
      const typed = head.key(at + word)
      if (typed === key) {
        if (!softGap(head, at, word)) return false
        continue
      }
      if (++slips > 1 || !softGap(head, at, word) || !isSlip(typed, key)) return false
    }
    return slips === 1
  }).sort((one, other) => other.keys.length - one.keys.length)
}

/** One letter too many, too few, changed or swapped, and not by that another Vietnamese syllable: "hàng kỳ" is no slip. */
function isSlip(typed: string, meant: string): boolean {
  // "kyy": a doubled letter is always a slip; "sáng kiếm" is nothing anybody means.
  if (typed.replace(/(\p{L})\1/gu, "$1") === meant || (meant === "kien" && typed === "kiem")) return true
  return meant.length >= 3 && isOneEdit(typed, meant) && !SYLLABLE.test(typed)
}

function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  const tail = (from: number, of: number) => one.slice(from) === other.slice(of)
  return (
    tail(head + 1, head + 1) ||
    tail(head + 1, head) ||
    tail(head, head + 1) ||
    (one[head] === other[head + 1] && one[head + 1] === other[head] && tail(head + 2, head + 2))
  )
}

const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?(?:${[
    "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?",
    "e(?:c|ch|m|n|ng|nh|o|p|t|u)?",
    "i(?:a|c|ch|m|n|nh|p|t|u|ec|em|en|eng|ep|et|eu)?",
    "o(?:c|i|m|n|ng|p|t|oc|ong)?",
    "o?a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?",
    "oe(?:n|o|t)?",
    "u(?:a|c|i|m|n|ng|p|t|u|an|ang|at|ay|e|ech|en|enh|et|o|oc|oi|om|on|ong|op|ot|ou)?",
    "uy(?:a|ch|en|et|n|nh|p|t|u)?",
    "y(?:a|em|en|et|eu|t|n)?",
  ].join("|")})$`,
)

function typedAt(head: Head, at: number, count: number): string {
  return head.words
    .slice(at, at + count)
    .map(({ typed }) => typed)
    .join(" ")
}

/** Whether the marks typed are those of the phrase, or fewer: "huy" and "hùy" may be hủy, "sữa" is not sửa. */
function marksAgree(head: Head, phrase: Phrase, at: number, count: number): boolean {
  const canonical = phrase.typed.split(" ")
  return head.words.slice(at, at + count).every(({ typed }, word) => {
    const own = marksOf(canonical[word] ?? "")
    return [...marksOf(typed)].every((mark) => own.has(mark))
  })
}

function marksOf(word: string): ReadonlySet<string> {
  return new Set(word.normalize("NFD").match(/\p{M}/gu) ?? [])
}

function hasMarks(text: string): boolean {
  return /\p{M}|đ/u.test(text.slice(0, LONGEST_HEAD).normalize("NFD"))
}

function linked(tail: Tail): string | undefined {
  const { head } = tail
  let { at } = tail
  while (/^(?:nhom|nay|voi|vao|cho|don|vi)$/.test(head.key(at))) at++
  return place({ ...tail, at })
}

// ---- Registrations

/** What is not an initiative though it is "đăng ký"-ed every day. */
const OTHER_OBJECT =
  /^(?:kham|nghi (?:phep|om|bu|le|mat|ngay|\S+ ngay)|suat|an (?:ca|trua|toi|sang|com|chay|uong|dem)|com (?:ca|trua|chay)|ca (?:\d|dem|sang|chieu|toi|ngay)|tang ca|lam them|di (?:du lich|choi|lam|an|tham quan|hoc|thi|nghi|boi|bien|cho |ve |cong tac)|du lich|tham quan|tiem|xe (?:dua|may|o to|oto|om|bus|buyt|khach|ve)|ve (?:xe|tau|que|tet|may bay)|mua |vay |hoc (?:lai|phi|lop|them|bong|ky|nghe|an toan)|lop |khoa |thi (?:dua|dau|tay nghe|nang|bang|chung chi|lai|tuyen)|danh hieu|chien si|hien mau|ung ho|tham gia|tham du|du (?:hop|tiec|thi|cuoi)|hop |phong (?:hop|o|tro)|lich (?:hop|kham|nghi|lam|truc)|truc |ket hon|khai sinh|tam tru|ho khau|ho chieu|kinh doanh|bien so|dang kiem|bao hiem|the (?:bhyt|atm|ngan hang|tu|xe)|tai khoan|sim|goi cuoc|wifi|4g|kenh|bong da|cau long|van nghe|chay |dong phuc|ao dong phuc|qua tet|nhan qua|so luong|danh sach|giay to|o (?:ky tuc|ghep)|nha (?:o|tro)|cho (?:con|chau|be) |giup nhau|voi (?:ai|to truong)|vacxin|vac xin|mail|email|zalo|facebook)/

/** Talk about registering, at the beginning of what follows the word. */
const TALK =
  /^(?:roi|xong|chua|duoc (?:chua|khong|ko|roi|gi)|dc (?:chua|khong|ko|roi)|khong|ko|hom (?:qua|nay|kia|truoc)|tu (?:hom|tuan|thang|sang|chieu|dau|nam)|tuan (?:truoc|nay|sau)|thang (?:truoc|nay|sau)|nam (?:nay|ngoai|truoc|sau)|den (?:bao gio|khi nao|luc nao|dau)|bao (?:gio|nhieu)|khi nao|o dau|luc nao|ngay (?:mai|kia|nao)|mai |toi nay|chieu nay|sang nay|trua nay|sang mai|nhieu (?:vao|the|qua|len|lan)|het (?:han|chua|roi)|de lam gi|lam gi|gi |kho qua|dong the|dau|day (?:du|nhe)|sau (?:nhe|nha|em|di|gio|cung)|sau$|di (?:nhe|moi nguoi|ca nha|cac)|ca nha|moi nguoi)(?: |$)/
/** The same, said with marks: without them "mà thì là đi" may be mã, thi, lá, di. */
const MARKED_TALK = /^(?:mà|thì|là|đi|được|còn|mấy|chưa|rồi|nào|đâu|gì|không|nhé|đấy)(?: |$)/
const MARKED_QUESTION =
  /(?: (?:rồi|chưa|hả|nhỉ|vậy|đâu|gì|nào|đấy|mà|à|quá|thôi)|(?:^|(?<! trên)) không|(?:^| )(?:thế nào|như thế|làm thế|sao thế))(?: (?:ạ|nhé|nha|em|anh|chị|bạn|ơi|mà|nữa|đấy))*[\s.!?…]*$/u
const PLAIN_QUESTION =
  / (?:duoc|dc|chua|co) (?:khong|ko|chua)(?: \S+)?$|(?:^| )(?:xong|dang ky|het|nop|duoc) roi(?: \S+)?$|(?:^| )(?:the nao|ntn|lam sao|khi nao|bao gio|o dau|khong|ko)$/

/** What is to be registered; "" for the command alone; undefined for talk about registering. */
function request(tail: Tail): string | undefined {
  const { head, at } = tail
  const behind = behindFillers(head, at)
  if (behind !== undefined) {
    const title = head.from(behind)
    return MARKED_PLAN.test(title.toLowerCase()) ? undefined : title
  }
  const from = behindObject(head, at)
  if (from >= head.words.length) return /\d/.test(head.key(at)) && !isClear(tail) ? head.from(at) : ""
  const title = head.from(from)
  const isMarked = HARD_MARK.test(head.gap(from))
  if (isMarked) return title
  return isTalk(tail, from, title) ? undefined : title
}

/** "mai đi ăn cưới nhé" is a plan of the day, whatever stands before its colon. */
const MARKED_PLAN =
  /^(?:ngày mai|sáng mai|chiều mai|tối mai|mai|chiều nay|tối nay|trưa nay|sáng nay|hôm nay) (?!.*máy)/

function isTalk(tail: Tail, from: number, title: string): boolean {
  const { head, at, begun, asked } = tail
  const named =
    from > at && head.words.slice(begun, from).some(({ key }) => key === "kien" || key.includes("sk"))
  const shown = title.slice(0, LONGEST_HEAD).toLowerCase()
  const folded = fold(shown)
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim()
  if (TALK.test(folded) || MARKED_TALK.test(shown)) return true
  if (!named && OTHER_OBJECT.test(`${folded} `)) return true
  if (asked || MARKED_QUESTION.test(` ${shown}`)) return true
  if (!hasMarks(shown) && folded.split(" ").length <= 6 && PLAIN_QUESTION.test(` ${folded}`)) return true
  // "đk áo thun": without a colon or "sáng kiến" only a real title makes it a request.
  return !named && !isTitle(title)
}

/** The word behind a colon, line break or dash (a comma or stop will do) when all before it is filler; else undefined. */
function behindFillers(head: Head, at: number): number | undefined {
  for (let word = at; word < at + 14 && word < head.words.length; word++) {
    const gap = head.gap(word)
    if (HARD_MARK.test(gap) || (word > at && /[.,;]/.test(gap)) || (word === at && /[.,;]/.test(gap)))
      return word
    const group = FOR_A_GROUP.test(`${head.key(word)} ${head.key(word + 1)}`)
      ? colonSoon(head, word + 2)
      : undefined
    if (group !== undefined) return group
    if (!FILLER.has(head.key(word))) return undefined
  }
  return undefined
}

/** "đăng ký cho tổ may 5: …" */
const FOR_A_GROUP = /^(?:cho|cua) (?:to|doi|phong|chuyen|xuong|don|nhom|khoa|lop|ban|truong|cty|cong|tap)$/

function colonSoon(head: Head, at: number): number | undefined {
  for (let word = at; word <= at + 5 && word < head.words.length; word++) {
    if (/[:\n]/.test(head.gap(word))) return word
  }
  return undefined
}

/** Skips "sáng kiến", "một sk" and "giúp em với" right behind the command: what follows is the title. */
function behindObject(head: Head, at: number): number {
  let from = at
  for (let round = 0; round < 6; round++) {
    const before = from
    const count = /^(?:1|mot|cai|them|2|3)$/.test(head.key(from)) ? 1 : 0
    const isNew = head.key(from + count) === "them" ? 1 : 0
    const object = objectAt(head, from + count + isNew)
    if (object > 0) from += count + isNew + object
    if (/^(?:cho|giup|gium|dum|ho|cua|voi)$/.test(head.key(from)) && PRONOUN.has(head.key(from + 1)))
      from += 2
    while (
      from > at &&
      /^(?:nay|voi|vs|nhe|nha|a|ak|moi|nua|lai)$/.test(head.key(from)) &&
      isShortWord(head, from)
    )
      from++
    if (from === before) break
  }
  // Nothing but politeness is left: the command stood alone.
  const left = head.words.slice(from)
  const isAlone =
    left.every(({ key }) => FILLER.has(key) || ENDING.has(key)) && left.length <= 8 && !saysDone(left)
  return isAlone ? head.words.length : from
}

const DONE = new Set(["roi", "duoc", "dc", "cai", "nam", "sau"])

function saysDone(left: readonly Word[]): boolean {
  return left.some(({ key }) => DONE.has(key))
}

/** "mới" and "này", not "mời" and "nảy" that begin a title. */
function isShortWord(head: Head, at: number): boolean {
  return /^(?:nay|này|voi|với|vs|nhe|nhé|nha|a|ạ|ak|moi|mới|nua|nữa|lai|lại)$/.test(
    head.words[at]?.typed ?? "",
  )
}

function objectAt(head: Head, at: number): number {
  const long = ["sang kien kinh nghiem", "sang kien cai tien ky thuat", "sang kien"].map((phrase) =>
    phrase.split(" "),
  )
  const found = long.find((keys) => keys.every((key, word) => matchesWord(head.key(at + word), key)))
  // "sáng kiến cải tiến kỹ thuật máy …": only before a colon is the long form no part of the title.
  if (found !== undefined) return found.length > 4 ? 2 : found.length
  return /^(?:sk|skkn|skctkt)$/.test(head.key(at)) ? 1 : 0
}

function matchesWord(typed: string, meant: string): boolean {
  return typed === meant || isSlip(typed, meant)
}

/** Whether "đăng ký" is said of an initiative beyond doubt: a colon, or "sáng kiến" by name. */
function isClear(tail: Tail): boolean {
  const { head, at, begun } = tail
  if (behindFillers(head, at) !== undefined) return true
  const near = head.words.slice(begun, at + 8)
  return near.some(
    ({ key }, word) => key.includes("sk") || (key === "kien" && near[word - 1]?.key === "sang"),
  )
}

/** "đăng ký hộ: …" and "đăng ký hộ Nguyễn Văn A: …". */
function onBehalf(tail: Tail): string | undefined {
  const { head, at } = tail
  if (at >= head.words.length) return ""
  const title = head.from(at)
  return /[?]\s*$/.test(title) || /^(?:duoc|dc|khong|ko|roi|nhe)$/.test(head.key(at)) ? undefined : title
}

/** "đăng ký hộ em với: …" asks the bot a favour; on behalf of somebody it would name them. */
function isForSelf(tail: Tail): boolean {
  const { head, at } = tail
  if (head.gap(at).includes(":") || at >= head.words.length) return false
  return PRONOUN.has(head.key(at)) && behindFillers(head, at) !== undefined
}

/** A record sent whole, without any command: it names its title by a label. */
function wholeRecord(head: Head): Command | undefined {
  const label = /^(?:ten (?:sang kien|giai phap|sk|de tai)|sang kien|sk) ?[:：]/
  const isRecord =
    label.test(fold(head.text.slice(0, 40))) &&
    isTitle(head.text.slice(0, LONGEST_HEAD).replace(/^[^:：]*[:：]/, ""))
  const isForm = /^(?:.{0,400}\n)?(?:\d+[.)] ?)?ten (?:sang kien|giai phap)[^\n:]{0,40}:/s.test(
    foldLines(head.text),
  )
  return isRecord || isForm ? { name: "register", rest: head.text, slash: false, clear: true } : undefined
}

function foldLines(text: string): string {
  return text
    .slice(0, 1_000)
    .split("\n")
    .map((line) => fold(line))
    .join("\n")
}

const INTRODUCTION =
  /^(?:dạ |chào |em chào )*(?:em|tôi|mình|anh|chị|cháu|bác|cô|chú|a|c|e|toi|minh|chi)(?: \S+){0,4}? (?:là|la|tên|ten|đây|day|có sáng kiến|có sk|co sang kien|co sk) /

/** "Em là Nguyễn Văn Hùng tổ cơ điện, em xin đăng ký sáng kiến: …". */
function introduced(head: Head): Command | undefined {
  const opening = head.words
    .slice(0, 12)
    .map(({ typed }) => typed)
    .join(" ")
  if (!INTRODUCTION.test(opening)) return undefined
  for (let at = 2; at < 30 && at < head.words.length; at++) {
    for (const { phrase, count } of phrasesAt(head, at)) {
      if (phrase.name !== "register") continue
      const behind = behindFillers(head, at + count)
      if (behind !== undefined && HARD_MARK.test(head.gap(behind)) && isTitle(head.from(behind))) {
        if (MARKED_PLAN.test(head.from(behind).toLowerCase())) return undefined
        return { name: "register", rest: head.from(behind), slash: false, clear: true }
      }
    }
  }
  return undefined
}

// ---- Questions

const VERB = "(?:dang k[yi]|dangky|dk|dki|dky|nop(?: sang kien| sk)?|tham gia|gui sang kien)"
const HOW =
  "(?:lam sao|lam the nao|lam nhu the nao|lam ntn|lam nhu nao|bang cach nao|the nao|nhu the nao|ntn|nhu nao|kieu gi|cach nao|o dau|can gi|can nhung gi|nhung gi|lam gi|ra sao)"
const HOW_BEFORE = new RegExp(
  `(?:^| )(?:${HOW}|cach(?: thuc)?|huong dan(?: (?:em|anh|chi|minh|toi|cach))*|cac buoc|thu tuc) (?:de |ma |thi )?(?:em |anh |chi |minh |toi )?(?:de )?${VERB}(?= |$)`,
)
const HOW_BEHIND = new RegExp(
  `(?:^| )${VERB}(?: sang kien| sk| bang| thi| phai| can| la| lam| minh| em| chi)* ${HOW}(?: (?:a|em|anh|chi|ad|bot|vay|the|nhi|ha|nhe|da|day|day a|bot oi|oi|z))*$`,
)

/** "làm sao để đăng ký?" wants to be told how, not to be asked for a title. */
function asksHow(head: Head): boolean {
  if (head.words.length > 16 || behindColonSomewhere(head)) return false
  const said = head.words.map(({ key }) => key).join(" ")
  const isOther = new RegExp(`${VERB} (?:kham|nghi|an |xe |tiem|hoc|thi dua|du lich|mua|ho )`).test(said)
  return !isOther && (HOW_BEFORE.test(said) || HOW_BEHIND.test(said))
}

function behindColonSomewhere(head: Head): boolean {
  return head.words.some((_, at) => at > 0 && /[:\n]/.test(head.gap(at)))
}
