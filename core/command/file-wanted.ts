import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { asked } from "./asked.ts"
import type { Command } from "./command.ts"

const LONGEST = 200
/** What says that a file is wanted. */
const FILE = /(?:^| )(?:excel|xlsx|csv|file|tep|xuat|ve may)(?: |$)|(?:^| )tai .* (?:ve|xuong)$/
const CSV = /(?:^| )csv(?: |$)/
const LEAD = oneOf(
  "em, e, anh, a, chi, c, toi, minh, bot, ad, oi, cho, giup, ho, dum, gium, xin, can, muon, nho, lay, gui, lam, in, tai, xuat, ket xuat, ra, ve, xuong, lai, ngay, luon, gap, mot, 1, cai, ban, file, tep, excel, xlsx, csv",
  "tat ca, toan bo, cac, nhung, het, moi, du, day du",
)
/** What there are files of, and how the command calls it. */
const OF_WHAT: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:danh sach|ds)(?: cac| nhung)? )?(?:sang kien|sk|ho so)(?= |$)/, "sáng kiến"],
  [/^(?:danh sach|ds)(?= |$)/, "danh sách"],
  [/^(?:bang )?(?:tong hop|so lieu|ket qua|bao cao)(?: (?:so lieu|ket qua|tong hop))?(?= |$)/, "tổng hợp"],
  [/^(?:bang )?(?:diem|xep loai|cham diem)(?: thi dua)?(?= |$)/, "bảng điểm"],
]
/** What it is for, and whom: "để sáng mai báo cáo Thường trực", "cho chủ tịch". */
const PURPOSE =
  /\s(?:(?:để|de|phục vụ|phuc vu|trình|trinh|nộp|nop|gửi|gui)(?=\s|$).*|(?:cho|lên|len)\s(?:lãnh đạo|lanh dao|chủ tịch|chu tich|sếp|sep|thường trực|thuong truc|cấp trên|cap tren|họp|hop|kịp|kip|anh|chị|chi|em|tôi|toi|mình|minh)(?=\s|$).*)$/iu
const FORM =
  /\s(?:(?:ra|bản|ban|dạng|dang|bằng|bang|vào|vao|sang|thành|thanh|file|tệp|tep)\s)*(?:excel|xlsx|csv|file|tệp|tep)(?=\s|$)/giu
const POLITE =
  /\s(?:về máy|ve may|xuống|về|ve|giúp|giup|hộ|ho|với|voi|nhé|nhe|nha|ạ|a|em|e|luôn|luon|ngay|gấp|gap|đi|di|được không|duoc khong|đc ko|dc ko)$/iu
const WHOSE = /\s(?:của|cua|thuộc|thuoc|trong|ở|bên|ben)?\s?(?:toàn\s|toan\s)?(?:khối|khoi|cụm|cum)(?=\s)/giu

/** "cho chị xin file excel toàn bộ sáng kiến khối KCN để nộp": the export that is meant, in the command's words. */
export function fileWanted(text: string): Command | undefined {
  if (text.length > LONGEST) return undefined
  const typed = clean(text).replace(/[.!?,]+$/u, "")
  const folded = fold(typed)
  if (folded.length !== typed.length || !FILE.test(folded)) return undefined
  const lead = HEAD.exec(folded)?.[0] ?? ""
  const wanted = folded.slice(lead.length)
  for (const [words, name] of OF_WHAT) {
    const found = words.exec(wanted)
    if (found === null) continue
    let rest = ` ${typed
      .slice(lead.length + found[0].length)
      .replace(/,/gu, " ")
      .trim()}`
    rest = rest.replace(PURPOSE, "").replace(FORM, "").replace(WHOSE, "")
    while (POLITE.test(rest)) rest = rest.replace(POLITE, "")
    return asked("export", `${name}${rest.trimEnd()}${CSV.test(folded) ? " csv" : ""}`)
  }
  return undefined
}

const HEAD = new RegExp(`^(?:${LEAD} )*`)
