import { oneOf } from "../text/pattern.ts"
import { type Found, firstOf, type Reading } from "./asked.ts"
import { asks, PERIOD, UNIT } from "./officer-words.ts"

const SCORE = "diem(?: (?:thi dua|sang kien|xep loai))*"
const MANY = "(?:bao nhieu|may|bn|\\d{1,3}(?:[ .,]\\d)?)"
/** A unit is scored, a person is not: "em được mấy điểm" asks about something else. */
const OURS = `(?:${UNIT}|ben|to|cong ty|cty|truong|khoa|phong) (?:em|minh|toi|anh|chi|ta|chung toi|chung ta|nay)`
/** Who or what is no unit. */
const NOBODY = oneOf(
  "em, anh, chi, toi, minh, tui, co, chu, bac, no, ho, ai, nguoi, moi, mot, 1, sang kien, sk, cai, bai, y tuong, giai phap, duoc, thi, neu, sao, vi sao, tai sao, vay, the, dang, dk, nop, gui",
)
const NAMED = `(?!${NOBODY} )[^ ]+(?: (?!${NOBODY} )[^ ]+){0,6}?`
const WHEN = `(?: (?:trong )?(?<period>(?:${PERIOD})(?: (?:nay|truoc|roi|qua|vua roi|\\d[^ ]*))*))?`

const own = (found: Found) => `${found.typed("unit")} ${found.typed("period")}`.trim()
const table = (found: Found) => `table ${own(found)}`.trim()

const question: Reading = firstOf(
  // "vì sao KCN được 72 điểm", "giải thích điểm của KCN"
  asks("scores", own, [
    `(?:tai sao|vi sao|sao|do dau)(?: (?:ma|lai|thi))? (?:diem )?(?<unit>${OURS}|${NAMED})(?: (?:chi|lai|moi|co|bi|con))* (?:duoc|dat|co|bi) (?:co )?${MANY} diem${WHEN}`,
    `${SCORE} (?:cua|cho) (?<unit>${OURS}|${NAMED})(?: (?:la|duoc|dat|dang|gio|hien))*(?: (?:${MANY}|sao|the nao|ra sao|dau))?${WHEN}`,
    `(?<unit>${NAMED})(?: (?:da|dang|hien|gio|duoc|dat|co|thi))+ ${MANY} diem(?: thi dua)?${WHEN}`,
    `giai (?:thich|trinh) ${SCORE}(?: (?:cua|cho))? (?<unit>${NAMED})${WHEN}`,
    `${SCORE} (?:cua )?(?<unit>${OURS})(?: (?:la|duoc|dat|dang|gio|hien))*(?: (?:${MANY}|sao|the nao|ra sao|dau))?${WHEN}`,
    `(?<unit>${OURS})(?: (?:da|dang|hien|gio|duoc|dat|co|thi))+ ${MANY} diem(?: thi dua)?${WHEN}`,
    `(?:xep loai|phan loai)(?: (?:thi dua|cua))* (?<unit>${OURS})(?: (?:la|gi|the nao|sao|duoc|loai))*${WHEN}`,
    `(?<unit>${OURS})(?: (?:duoc|dat|xep))* (?:xep loai|phan loai|loai) (?:gi|nao|may|the nao)${WHEN}`,
  ]),
  // "đơn vị nào điểm cao nhất", "xếp hạng theo điểm"
  asks("scores", table, [
    `${UNIT} nao(?: (?:dang|co|duoc))* ${SCORE} (?:cao|thap|nhieu|it) nhat${WHEN}`,
    `(?:bang xep hang|xep hang|thu tu|danh sach)(?: theo| ve)? ${SCORE}${WHEN}`,
  ]),
  asks("scores", "rules", [
    `(?:bang |cac |nhung )?(?:tieu chi|tieu chuan|thang diem)(?: (?:cham|tinh|cho|ve|diem))* (?:thi dua|cham diem|tinh diem)(?: (?:${UNIT}|la|gi|the nao|gom|co|nhung|ra sao|nao))*`,
    `(?:cach |quy dinh |quy che )(?:cham|tinh|cho) diem (?:thi dua|xep loai|${UNIT})(?: (?:${UNIT}|the nao|ra sao|sao|la|gi))*`,
    `(?:cham|tinh|cho) diem (?:thi dua )?${UNIT} (?:the nao|ra sao|sao|kieu gi|theo tieu chi nao|nhu the nao)`,
    `diem (?:thi dua )?${UNIT} (?:tinh|cham|cho)(?: ra)? (?:the nao|ra sao|sao|kieu gi|nhu the nao)`,
  ]),
)

/** "vì sao KCN được 72 điểm", "đơn vị em được mấy điểm", "tiêu chí thi đua": what is asked of the scores of units. */
export const scoreQuestion: Reading = (head, words) => (ABOUT.test(words) ? question(head, words) : undefined)
const ABOUT = /(?:^| )(?:diem|xep loai|phan loai|thi dua)(?: |$)/
