import type { Head } from "./head.ts"

/** What a word, or two or three of them, does in a wish; politeness does nothing. */
type Part =
  | "wish"
  | "register"
  | "hand in"
  | "idea"
  | "has"
  | "take part"
  | "programme"
  | "good"
  | "asked"
  | ""

/** Folded. Any other word tells something, or asks for something else. */
const PARTS: readonly (readonly [Part, string])[] = [
  [
    "wish",
    "muon, mun, can, dinh, xin, thich, tinh, duoc, dc, co the, co nhu cau, co nguyen vong, cho em, cho anh, cho chi, cho toi, cho minh, cho co, cho bac",
  ],
  ["register", "dang ki, dang ky, dangky, dk, dki, dky, ghi danh, ghi ten"],
  [
    "hand in",
    "gui, nop, khai, khai bao, bao, trinh, trinh bay, ghi, ghi nhan, dua, dua len, chia se, khoe, gioi thieu, de xuat, dong gop",
  ],
  ["idea", "sang kien, sk, skkn, skien, y tuong, sang kien kinh nghiem"],
  ["has", "co"],
  ["take part", "tham gia, du thi, thi"],
  ["good", "hay, hay lam, rat hay, tot, tot lam"],
  ["programme", "chuong trinh, phong trao, dot nay, thi dua"],
  [
    "asked",
    "khong, ko, k, hong, hok, dung khong, dung ko, dung k, phai khong, phai ko, phai k, duoc khong, duoc ko, duoc k, dc khong, dc ko, dc k",
  ],
  // Who speaks and who is spoken to
  [
    "",
    "em, anh, chi, toi, minh, e, a, c, co oi, chu, bac, chau, thay, ong, tui, mk, bon em, chung em, chung toi, bot, ad, admin, tro ly, tro li, con",
  ],
  // Before and behind
  [
    "",
    "da, thua, kinh, chao, alo, cho, oi, ak, ah, u, uh, thi, la, nay, voi, vs, giup, ho, dum, gium, nho, nhe, nha, nhi, luon, di, day, do, ne, vay, z, nua, dang, cung, moi, vao, len, ma, neu, ha, chu, phat, thu, thu xem, them",
  ],
  // How many, and which
  [
    "",
    "1, mot, 2, hai, 3, ba, may, vai, nhieu, cai, cac, nhung, nho, cua em, cua anh, cua chi, cua toi, cua minh, cua co, cai tien",
  ],
  // Where
  [
    "",
    "o day, tai day, vao day, qua day, tren nay, tren day, trong nay, zalo, tren zalo, qua zalo, telegram, tren telegram",
  ],
]

const PART_OF = new Map(
  PARTS.flatMap(([part, list]) => list.split(", ").map((words) => [words, part] as const)),
)
const LONGEST_PART = 3
const MOST_WORDS = 18

/** "em đăng ký sáng kiến được không", "đăng ký ở đây à", "em có sáng kiến muốn đăng ký" */
const REGISTERS =
  /^(?:(?:wish|has|idea|good) )*register (?:(?:wish|has|idea|hand in|programme) )*(?:asked )*$/
/** "gửi sáng kiến ở đây đúng không em", "em muốn nộp sáng kiến" */
const HANDS_IN = /^(?:(?:wish|has) )*hand in (?:(?:wish|has) )*idea (?:(?:wish|hand in) )*(?:asked )*$/
/** "tôi có sáng kiến muốn gửi", "em có 1 sk"; "có sáng kiến mới không" asks for those of others. */
const HAS_ONE = /^(?:wish )*has idea (?:(?:wish|hand in|good) )*$/
/** "anh muốn tham gia" */
const TAKES_PART = /^(?:has )*(?:wish )+take part (?:(?:wish|idea|programme) )*(?:asked )*$/
/** "sáng kiến" */
const NAMES_IT = /^idea $/
const HANDS_IN_MORE = /^(?:wish )*hand in (?:wish )*asked $|^(?:wish )+hand in (?:wish )*$/
const OPENS = [REGISTERS, HANDS_IN, HAS_ONE, TAKES_PART, NAMES_IT]

/**
 * Whether somebody says, or asks, no more than that they would like to register, in whatever words. Whoever tells the idea itself
 * uses others, what was done already is no wish, and a photo is no idea.
 */
export function opensRegistration({ words }: Head): boolean {
  if (words.length > MOST_WORDS || words.some(({ typed }) => typed === "đã" || typed === "ảnh")) return false
  let parts = ""
  for (let at = 0; at < words.length; ) {
    const found = partAt(words, at)
    if (found === undefined) return false
    if (found.part !== "") parts += `${found.part} `
    at += found.count
  }
  // "bác nộp thêm cái nữa được không", "cho anh gửi cái nữa"
  const isMore = HANDS_IN_MORE.test(parts) && words.some(({ key }) => key === "them" || key === "nua")
  return isMore || OPENS.some((way) => way.test(parts))
}

function partAt(
  words: Head["words"],
  at: number,
): { readonly part: Part; readonly count: number } | undefined {
  for (let count = Math.min(LONGEST_PART, words.length - at); count > 0; count--) {
    const said = words.slice(at, at + count).map(({ key }) => key)
    const part = PART_OF.get(said.join(" "))
    if (part !== undefined) return { part, count }
  }
  return undefined
}
