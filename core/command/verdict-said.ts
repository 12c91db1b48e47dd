import { isQuestion } from "../intake/told.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { opensReason, REASON_OPENS, reasonOf } from "../text/reason.ts"
import { asked } from "./asked.ts"
import type { Command, CommandName } from "./command.ts"
import { REOPENED } from "./officer-words.ts"

const LONGEST = 300
const CODE = String.raw`sk\s?[-–—]?\s?\d{1,9}(?![\d\p{L}])`
const NEXT = String.raw`(?:\s?[,;&+]\s?(?:(?:và|va)\s)?|\s(?:và|va|với|voi|cùng|cung)\s|\s?(?:[-–—]|đến|den|tới|toi)\s?|\s)`
/** "SK-40 đến 46": a number alone is a code where a verb, another code or nothing follows it. */
const BARE = String.raw`\d{1,9}(?=$|\s?[,;]|\s(?:và|va|đến|den|tới|toi|trừ|tru|công|cong|duyệt|duyet|cấp|cap|theo|nhé|nhe|em|giúp|giup|ok|oke|đạt|dat|được|duoc|ổn|on|hay|tốt|tot|không|khong|ko|\d)(?!\p{L}))`
const LIST = `${CODE}(?:${NEXT}(?:${CODE}|${BARE}))*`
const BUT_LIST = `(?:${CODE}|${BARE})(?:${NEXT}(?:${CODE}|${BARE}))*`
const BUT = String.raw`[\s,;]*(?:(?:ngoại|ngoai|chỉ|chi)\s)?(?:trừ|tru|chừa|để lại|de lai|bỏ (?:qua|lại|ra)|bo (?:qua|lai|ra)|không (?:tính|kể|lấy|gồm)|khong (?:tinh|ke|lay|gom))\s(?:(?:ra|mỗi|moi|cái|cai|số|so|mã|ma|hồ sơ|ho so|sáng kiến|sang kien)\s)*${BUT_LIST}`
const RECORDS = new RegExp(`${LIST}(?:${BUT})?`, "iu")
const LEFT_OUT = new RegExp(BUT, "iu")
const ANOTHER = new RegExp(CODE, "iu")
/** Stands for the records in what is said of them. */
const THEM = "§"
/** "hết các hồ sơ từ SK-40": so many of them, and no more. */
const COUNTED_OFF = new RegExp(
  `(?:(?<![\\p{L}])${oneOf("hết, het, tất cả, tat ca, toàn bộ, toan bo, cả, các, cac, những, nhung, mấy, may, cái, cai, hồ sơ, ho so, sáng kiến, sang kien, mã, số, từ, tu, của")}\\s)+(?=${THEM})`,
  "giu",
)

const POLITE = "em, e, anh, a, chi, c, toi, minh, bot, ad, oi"
const LEAD = `(?:${oneOf(POLITE, "da, thoi, ok, oke, vang, the, vay, cho, giup, ho, nho, xin, hay, thi, roi, ve, voi, ho so, sang kien, cai, con, rieng, truong hop")} )*`
/** "rồi" is not among them: "SK-3 công nhận rồi" tells what was done. */
const END = `(?: ${oneOf(POLITE, "nhe, nha, nhen, hen, nghe, di, luon, giup, gium, dum, ho, cho, voi, nay, thoi, ngay, lai, ca, het")})*`
const NOT = "(?:khong|ko|k|kg|khg|hong|chua|chang)"
const LEVEL = `cap ${oneOf("tinh, co so, toan quoc, quoc gia, huyen, thi xa, thanh pho, xa, phuong, nganh, bo, trung uong")}`
const PAPER_PART = oneOf(
  LEVEL,
  "(?:so )?(?:qd|quyet dinh)(?: so)?:? [^ ,]*\\d[^ ,]*",
  "so [^ ,]*\\d[^ ,]*",
  "(?:ngay|hom) \\d{1,2}(?:[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?| thang \\d{1,2}(?: nam \\d{4})?)",
  "(?:ngay )?hom (?:nay|qua)",
)
/** Its paper and nothing else: "cấp tỉnh thì hơi quá", "ngày nào" are no order. */
const PAPER = `(?:(?:theo|bang|o|len|voi) )*${PAPER_PART}(?:,? (?:(?:theo|bang|va|ky|voi|kem) )*${PAPER_PART})*(?: (?:cho|cua) [^,]{2,28})?${END}`
const AUTHOR = "(?:tac gia|nguoi gui|nguoi nop)"
const TOLD = `(?: ${oneOf(POLITE, "lai, them, giup, ho, tac gia, nguoi gui, nguoi nop, cho, voi, nhe, di, xem, ve, la, rang")})*`

/** What each order is called, and how it is said: behind it nothing but politeness, or its paper, its reason, its words. */
const ORDERS: readonly (readonly [CommandName, RegExp])[] = [
  [
    "recognize",
    new RegExp(`^${LEAD}(?:(?:dong y|nhat tri|chot|ghi) )?cong nhan${END}(?<words>(?:,? ${PAPER})?)$`),
  ],
  ["recognize", new RegExp(`^${LEAD}(?:ky )?duyet${END}(?<words>,? ${PAPER})$`)],
  ["review", new RegExp(`^${LEAD}(?:(?:ky )?duyet|cho (?:qua|dat)|thong qua)${END}$`)],
  [
    "refuse",
    new RegExp(
      `^${LEAD}(?:tu choi|loai|${NOT} (?:cong nhan|duyet|dat|thong qua))(?: yeu cau)?${END}(?<words>(?: ${REASON_OPENS}.+)?)$`,
    ),
  ],
  // "bấm nhầm rồi, trả SK-58 về như cũ": before what the author is asked
  [
    "takeBack",
    new RegExp(`^${LEAD}(?:tra|dua|chuyen)(?: (?:ve|lai|tro))* nhu (?:cu|truoc|luc dau|ban dau)${END}$`),
  ],
  ["askMore", new RegExp(`^${LEAD}(?:hoi (?:lai|them|${AUTHOR})|tra (?:lai|ve))${TOLD}(?<words>(?: .+)?)$`)],
  ["askMore", new RegExp(`^${LEAD}(?:nhan|bao|yeu cau|de nghi) ${AUTHOR}${TOLD}(?<words>(?: .+)?)$`)],
  // "SK-8 nhầm rồi, mở lại cho chị"
  [
    "takeBack",
    new RegExp(`^${LEAD}(?:mo|xet|duyet|khoi phuc)(?: ho so)? lai${END}$|^${LEAD}khoi phuc${END}$`),
  ],
  ["accept", new RegExp(`^${LEAD}(?:tiep nhan|nhan don|nhan ho so)${END}(?<words>(?: (?:ngay|hom) .+)?)$`)],
]

/** Who says so has not decided yet; with its marks where others are written alike, "đúng rồi" among them. */
const UNDECIDED = new RegExp(
  `(?<!\\p{L})${oneOf("nếu, neu, khi, đợi, chờ, khoan, đừng, tạm, sau, mai, chưa, chua, nhưng, nhung, hay là, hay la, liệu, có nên, co nen, phân vân, sợ, để (?:họp|xem|hội đồng|chị|anh), nghĩ, (?<!ý )tưởng, có lẽ, co le, chắc, hình như, hinh nhu, đáng lẽ, đáng ra")}(?!\\p{L})`,
  "iu",
)
/** What was done with it, and no fault of its own. */
const OF_THE_WORK = /(?:^| )(?:doc|xem|hop|ban bac|thong nhat|kiem tra|ra soat|hoi dong)(?: |$)/
const NO_FAULT = new RegExp(`^${NOT} (?:co |thay |con )*(?:van de|gi|trung|sai|loi|vuong|thieu)`)
const FAULT = new RegExp(
  `^(?:(?:thay|bi|la|nay|no) )*(?:${NOT} |trung|giong|thieu|sai|chep|sao chep|copy|ap dung|viec|noi dung|giai phap|cong viec|da |cu |kem|chi la)`,
)
/** "SK-15 ko đạt nhé": its reason stands behind the comma. */
const FAILS = new RegExp(
  `^${LEAD}${THEM} (?:(?:nay|thi|la|bi|chi|anh|em|thay) )*(?:${NOT} (?:(?:duoc|dc) )?(?:dat|duyet|cong nhan|thong qua|dc|duoc)(?: yeu cau)?(?: (?:duoc|dc|dau))*|loai|tu choi)${END}$`,
)
/** "để chị hỏi lại": what comes next, and no reason. */
const COMES_NEXT =
  /^(?:de|cho|doi|nho|em|anh|chi|bao|nhan|hoi|tra|phai|se|mai|khi|neu|roi|va|con|xem lai|lam lai|sua lai)(?: |$)/
/** "SK-1 chưa đủ tầm cấp tỉnh", "SK-1 không được" */
const FALLS_SHORT = new RegExp(`^${LEAD}${THEM} .*?(?<= )${NOT} [^ ]`)
/** "SK-1 chưa được, cấp cơ sở thôi": what it may be after all, and no reason. */
const ONLY_LEVEL = new RegExp(
  `^(?:(?:chi|nen|de|cho|dat|duoc|dc|la|o|muc|cong nhan) )*(?<level>${LEVEL})${END}(?: (?:la )?(?:thoi|(?:moi )?(?:dung|phai)|du|duoc|hop ly|phu hop)(?: roi)?)*${END}\\.?$`,
  "d",
)
const WANTS_MORE = /^(?:(?:can|phai|nho|yeu cau|de nghi|hay) )*(?:bo sung|gui|nop|them) /

const NOTED = `${LEAD}(?:(?:ghi|danh dau|cap nhat|luu|note|xac nhan|nhap|bao|bao cao)(?: ${oneOf(POLITE, "giup, ho, cho, nhan, lai, la, rang, vao, he thong, biet")})* )?`
/** "ghi giúp SK-88 đã lên cổng, mã CP-100486", "SK-88 có mã cổng CP-100486 rồi nhé" */
const ON_PORTAL = new RegExp(
  `^${NOTED}${THEM}[ ,:]+(?:(?:da|vua|moi|nay|thi|duoc|dc|cung) )*(?:(?:dua|day|up|nhap|co|nam) )?(?:(?:len|tren) (?:cong|he thong)|ma(?: tren)? cong|cong (?:da )?cap(?= ma)|cap ma(?: tren)? cong)(?: quoc gia)?(?: (?:da|roi|hom qua|hom nay|sang nay|chieu nay|xong))*[ ,:]*` +
    `(?:(?:voi |co )?(?:ma|so)(?: (?:cong|la|so|ho so))* )?(?<portal>[a-z]{1,8}[-/.]?\\d[^ ,]*|(?<= (?:ma|so|la|cong) )\\d{3}[^ ,/.]*)(?: roi)?${END}\\.?$`,
  "d",
)

/** What an officer orders of records beside other words: behind what they think of them, or with many of them and some left out. */
export function verdictSaid(text: string): Command | undefined {
  if (text.length > LONGEST || !ANOTHER.test(text)) return undefined
  const typed = clean(text)
  const told = typed.replace(WHETHER_IT_MAY, "")
  const records = recordsIn(told)
  if (records === undefined) return undefined
  const order = onPortal(records) ?? recognised(records) ?? behindTalk(records) ?? failing(records)
  if (order === undefined) return undefined
  return told !== typed || isQuestion(typed) ? asked("askRule", "asked") : order
}

/** "… công nhận được không em" */
const WHETHER_IT_MAY =
  /[\s,]+(?:có\s+|co\s+)?(?:được|duoc|đc|dc|nên|nen)\s+(?:không|khong|ko|k|chưa|chua)(?:\s+(?:ạ|a|e|em|anh|chị|chi|nhỉ|nhi|vậy|vay|thế|the|hả|ha))*[\s.?!]*$/iu

/** What is said, with a sign in the place of its records. */
type Records = { readonly said: string; readonly codes: string; readonly isPlain: boolean }

/** Undefined where they stand in several places: each may have an order of its own. */
function recordsIn(typed: string): Records | undefined {
  const list = RECORDS.exec(typed)?.[0]
  if (list === undefined) return undefined
  const marked = typed.replace(list, THEM).replace(COUNTED_OFF, "")
  const left = LEFT_OUT.exec(marked)?.[0] ?? ""
  const said = marked.replace(left, "")
  if (ANOTHER.test(said)) return undefined
  return { said, codes: `${list}${left}`, isPlain: said.replace(THEM, list) === typed }
}

function onPortal({ said, codes }: Records): Command | undefined {
  const [from, to] = ON_PORTAL.exec(foldedLike(said))?.indices?.groups?.["portal"] ?? []
  return from === undefined ? undefined : asked("onPortal", `${codes} ${said.slice(from, to)}`)
}

/** "SK-5 được công nhận cấp tỉnh hôm 20/4 theo QĐ 33": told with its decision, and to be written down. */
const RECOGNISED = new RegExp(
  `^${NOTED}${THEM} (?:(?:da|vua|moi|duoc|dc|tinh|hoi dong) )+cong nhan(?: roi)? (?<words>(?=.*(?:qd|quyet dinh)(?: so)? ?\\d)${PAPER})$`,
)

function recognised({ said, codes }: Records): Command | undefined {
  const words = RECOGNISED.exec(foldedLike(said))?.groups?.["words"]
  if (words === undefined) return undefined
  const paper = said.slice(said.length - words.length).replace(/(?<=\s)(?:hôm|hom)\s(?=\d)/iu, "ngày ")
  return asked("recognize", `${codes} ${paper}`)
}

/** The text folded, letter for letter; empty where that cannot be. */
function foldedLike(text: string): string {
  const folded = fold(text)
  return folded.length === text.length ? folded : ""
}

/** "hay nên công nhận" and "do trùng nên từ chối" say why; "SK-12 nên công nhận" is only thought. */
const PARTS =
  /\s*[,;.!]\s+|(?<=hay|tốt|tot|ổn|on|đạt|dat|được|duoc|đủ|du|rồi|roi|lắm|lam|^(?:do|vì|vi|tại|tai|bởi|boi)\s.{2,120})\s+(?:nên|nen)\s+/iu

function behindTalk({ said, codes, isPlain }: Records): Command | undefined {
  const parts = said.split(PARTS)
  const named = parts.findIndex((part) => part.includes(THEM))
  for (let at = named; at < parts.length; at++) {
    const order = orderIn(parts.slice(at).join(", ").replace(THEM, "").trim().replace(/ +/g, " "))
    if (order === undefined) continue
    // What stands alone is read as any command is.
    if (at === 0 && isPlain && !said.startsWith(THEM)) return undefined
    return withTalk(order, codes, parts.slice(0, at))
  }
  const [before = "", ...behind] = said.split(/\s*[,;.]\s+/u)
  const paper = behind.join(", ")
  const isPassed = PASSES.test(fold(before)) && ONLY_PAPER.test(fold(paper))
  const words = paper.replace(/^(?:(?:ghi|note|là|la|vào|vao)\s)+/iu, "")
  return isPassed ? withTalk({ name: "recognize", words }, codes, [before]) : undefined
}

/** "SK-5 đạt, cấp cơ sở QĐ 12": with its paper a good word is the verdict. */
const PASSES =
  /^(?!.*(?:^| )(?:khong|ko|chua|chang)(?: |$))(?:.* )?(?:ok|oke|okie|dat|duoc|dc|on|dong y|nhat tri|duyet|thong qua|hay|tot)(?: |$)/
const ONLY_PAPER = new RegExp(`^(?:ghi |note |la |vao )*(?<words>${PAPER})$`)

type Order = { readonly name: CommandName; readonly words: string }

/** "cấp tỉnh cho anh An": whose it is, the record says. */
const FOR_SOMEBODY = /(?<=\s(?:tỉnh|tinh|cơ sở|co so|toàn quốc|toan quoc)) (?:cho|của|cua) \S.{1,28}$/iu

function orderIn(part: string): Order | undefined {
  const folded = foldedLike(part)
  for (const [name, way] of ORDERS) {
    const found = way.exec(folded)
    if (found === null) continue
    const count = found.groups?.["words"]?.length ?? 0
    return {
      name,
      words: part
        .slice(part.length - count)
        .replace(FOR_SOMEBODY, "")
        .replace(/^,/u, "")
        .trim(),
    }
  }
  return undefined
}

/** "bảo tác giả bổ sung": what, was said before. */
const ADDS_NOTHING = /^(?:(?:bo sung|gui|them|lai|giai thich|lam ro|sua) ?)*$/

function isOneIn(codes: string): boolean {
  return !/\d.*\d/su.test(codes.replace(/\d+/, "1"))
}

function withTalk({ name, words }: Order, codes: string, talk: readonly string[]): Command | undefined {
  if (talk.some((part) => UNDECIDED.test(part))) return undefined
  const told = talk.join(", ").replace(THEM, "").trim()
  const folded = fold(told)
  const isFault = FAULT.test(folded) && !NO_FAULT.test(folded) && !OF_THE_WORK.test(folded)
  const isOne = isOneIn(codes)
  switch (name) {
    case "refuse":
      if (words !== "") return asked("refuse", `${codes} ${words}`)
      if (opensReason(told)) return asked("refuse", `${codes} ${reasonOf(told)}`)
      return isFault && isOne ? asked("askFirst", `từ chối ${codes} ${told}`) : asked("refuse", codes)
    case "askMore":
      return asked("askMore", `${codes} ${isFault && ADDS_NOTHING.test(fold(words)) ? told : words}`.trim())
    case "recognize":
      // Both were said, and only one can be meant.
      return isFault ? (isOne ? asked("review", codes) : undefined) : asked(name, `${codes} ${words}`.trim())
    case "review":
      // Of several it cannot be only to have a look.
      return asked(isOne ? "review" : "recognize", codes)
    case "takeBack":
      return asked(name, `${REOPENED}${codes}`)
    default:
      return asked(name, `${codes} ${words}`.trim())
  }
}

/** "sk-15 ko đạt nhé, áp dụng từ trước 1/9/2021": what stands behind it is taken for the reason, once the officer says so. */
function failing({ said, codes }: Records): Command | undefined {
  const [verdict = "", ...behind] = said.split(/\s*[,;.]\s+/u)
  const words = behind.join(", ")
  const level = FALLS_SHORT.test(fold(verdict)) ? levelIn(words) : undefined
  if (level !== undefined)
    return isOneIn(codes) ? asked("askFirst", `công nhận ${codes} ${level}`) : asked("review", codes)
  if (!FAILS.test(fold(verdict))) return undefined
  if (words === "") return asked("refuse", codes)
  if (opensReason(words)) return asked("refuse", `${codes} ${reasonOf(words)}`)
  const isNotYet = /(?:^| )chua /.test(fold(verdict)) && /^(?:con )?thieu /.test(fold(words))
  if (isNotYet || WANTS_MORE.test(fold(words))) return asked("askMore", `${codes} ${words}`)
  return COMES_NEXT.test(fold(words))
    ? asked("review", codes)
    : asked("askFirst", `từ chối ${codes} ${words}`)
}

function levelIn(words: string): string | undefined {
  const [from, to] = ONLY_LEVEL.exec(foldedLike(words))?.indices?.groups?.["level"] ?? []
  return from === undefined ? undefined : words.slice(from, to)
}
