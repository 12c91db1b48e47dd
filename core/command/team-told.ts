import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { type Commanded, WHO } from "./corrected-field.ts"

const LONGEST = 200
const KIN = "(?:anh|chị|chi|cô|chú|bác|bạn|ban|em|thầy|ông|bà|vợ|chồng|a|c)"
/** Behind a form of address any word may be a name, but for what is added as often: "thêm ảnh" is typed "them anh" too. */
const NAME = `(?:${KIN}\\s+)?\\p{Lu}\\p{L}*(?:\\s+(?!(?:làm|lam|vào|vao|là|la|cùng|cung|nữa|nua|và|với|giúp|giup|cho|nhé|nhe|ạ)(?![\\p{L}\\p{M}]))\\p{L}+){0,4}`
const MYSELF = oneOf("em, tôi, toi, mình, minh, anh, chị, chi")

const SHARE_OF = new RegExp(
  `(?<![\\p{L}\\p{M}])(${MYSELF}|(?:${KIN}\\s+)?\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){0,4})\\s+(?:${oneOf("làm, lam, được, duoc, thì, thi, là, la, chỉ, chi, hưởng, đóng góp, phần")}\\s+){0,3}(\\d{1,3})(?:\\s*%|\\s+phần trăm|\\s+phan tram)?(?![\\d/])`,
  "gu",
)
const DIVIDES = new RegExp(
  `^(?:${oneOf(WHO, "chia, lai, sua, doi, phan tram, phan, ty le, ti le, dong gop, va, voi, thanh, la, con, muc, theo, nhe, nha, so")}|[ ,.:;%–-])*$`,
)
const WHOLE = 100

/** "em làm 70%, chị Ngọc 30%": who gets how much, of whoever speaks and of others; undefined where anything else is said. */
export function sharesTold(text: string): string | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST || !/\d/.test(typed)) return undefined
  const parts = [...typed.matchAll(SHARE_OF)].map(([said, name = "", share = ""]) => ({ said, name, share }))
  const others = parts.filter(({ name }) => !new RegExp(`^${MYSELF}$`, "iu").test(name))
  const left = parts.reduce((words, { said }) => words.replace(said, " "), typed)
  const sum = parts.reduce((all, { share }) => all + Number(share), 0)
  if (parts.length < 2 || others.length === 0 || sum !== WHOLE || !DIVIDES.test(fold(left))) return undefined
  return parts.map(({ name, share }) => `${name} ${share}%`).join(", ")
}

const SAID = `(?:${oneOf("dạ, à, ừ, quên, mà, em, anh, chị, chi, tôi, toi, mình, minh, cho, nhờ, nho, xin, giúp, giup, muốn, muon, bot, ad, ơi, oi, còn, con, có, co, này, nay, sáng kiến")}[\\s,]+)*`
/** "thêm anh Quân tổ cắt làm đồng tác giả cho mình", "ghi thêm Trần Thị Ngọc vào giúp em, chị ấy 30%" */
const ADDED = new RegExp(
  `^${SAID}(?:(?:ghi|viết|đưa|dua|bổ sung|bo sung)\\s+)?(?:thêm|them|ghi|đưa|dua|bổ sung|bo sung)\\s+(?:(?:tên|ten|cả|cho|giúp|giup|cho em|cho mình|đồng tác giả|dong tac gia|là|la)\\s+)*(${NAME})(?=[\\s,.]|$)([^:]*)$`,
  "isu",
)
/** "làm cùng chị Trần Thị Ngọc nữa" */
const WITH = new RegExp(
  `^${SAID}(?:(?:làm|lam|nghĩ ra|nghi ra|chế|che)\\s+)?(?:(?:cùng|cung|chung|với|voi)\\s+){1,3}(${NAME})(?=[\\s,.]|$)([^:]*)$`,
  "isu",
)
/** "chị Trần Thị Nga làm chung với em" */
const TOGETHER = new RegExp(
  `^${SAID}(${NAME})(?=\\s+(?:(?:cũng|cung|có|co)\\s+)?(?:(?:làm|lam)\\s+(?:chung|cùng|cung)|(?:cùng|cung)\\s+(?:làm|lam)|tham gia))([^:]*)$`,
  "isu",
)
/** What may stand behind the name: that they made it too, and how it is shared. */
const BEHIND = new RegExp(
  `^(?:${oneOf(WHO, "co, lam, la, vao, cung, chung, nua, dong tac gia, tham gia, dung ten, moi nguoi, mot nua, nua, chia, deu, doi, lai, ay, nay, nhe, nha, phan, phan tram, con, day")}|(?:to|chuyen|phong|ben|o|khoa|xuong|doi|lam o) [^ ,]+|\\d{1,3}|[ ,.;%/–-])*$`,
)
const SHARE = /(?<!\d)(\d{1,3})\s*(?:%|phần trăm|phan tram)/u

/** Who is to stand beside the author, as "đồng tác giả" takes them; undefined where nobody is named so. */
export function mateTold(text: string): string | undefined {
  const typed = clean(text)
  if (typed.length > LONGEST) return undefined
  const [, said = "", behind = ""] = ADDED.exec(typed) ?? WITH.exec(typed) ?? TOGETHER.exec(typed) ?? []
  // The pattern looks at small letters too.
  const name = CALLED.exec(said)?.[0]
  if (name === undefined || !BEHIND.test(fold(`${said.slice(name.length)} ${behind}`))) return undefined
  const share = SHARE.exec(behind)?.[1]
  return share === undefined ? name : `${name} ${share}%`
}

const CALLED = new RegExp(
  `^(?:${KIN}\\s+)?(?!(?:Ảnh|Hình|Tên|Mô)(?!\\p{L}))\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){0,4}(?=[\\s,.]|$)`,
  "u",
)

/** Who made it together and how they share it, told around a code. */
export function teamTold(said: string): Commanded | undefined {
  const team = sharesTold(said) ?? mateTold(said)
  return team === undefined ? undefined : (code) => `đồng tác giả ${code} ${team}`
}
