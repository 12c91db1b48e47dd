import { firstOf, type Reading, typed } from "./asked.ts"
import { asks, ME } from "./member-words.ts"

const CODE = "(?:(?:cua|ho so|sang kien|cai|con|so|ma) )*(?<code>sk ?\\d{1,9})"
const NOW = "(?:(?:da|do|dang|duoc|dc|bi|hien|gio|moi|vua|co|la|thi|nay|nam) )*"
const NOT = "(?:khong|ko|k|chua)"
const WHEN =
  "(?:(?:vao|tu|luc|hoi|hom) )*(?:ngay nao|ngay may|bao gio|khi nao|hom nao|luc nao|ngay bao nhieu|lau chua)"
const DONE = "(?:cong nhan|duyet|xet|tiep nhan|tu choi|len cong|gop|nop|gui|dang k[yi])"
const STEP = "(?:buoc|khau|giai doan|muc|cho|tay ai|tinh trang|trang thai|cap)"
const WHICH = "(?:nao|gi|may|bao nhieu|sao|the nao|ntn|nhu the nao)"
const PAPER = "(?:so )?(?:quyet dinh|qd|ma cong|ma tren cong|cap cong nhan|cap)"
const CHANGED = "(?:sua|doi|thay doi|cap nhat|chinh sua|chinh|dong vao|dung vao|chuyen|xoa|them)"
const COURSE = "(?:lich su|qua trinh|dien bien|nhat ky|hanh trinh|cac buoc|cac thay doi)"
const OF = "(?: (?:xet|xet duyet|xu ly|thay doi|sua|sua doi|cap nhat|cua|ho so|sang kien|cho|duyet))*"

const question: Reading = firstOf(
  // "SK-1 ai sửa vậy", "ai đổi tên SK-1", "SK-1 qua những bước nào rồi"
  asks("history", typed("code"), [
    `(?:xem )?${COURSE}${OF} ${CODE}`,
    `(?:xem )?${CODE} ${COURSE}${OF}`,
    `(?:xem )?${CODE} ${NOW}(?:(?:di|trai) )?qua (?:(?:nhung|cac|may|duoc) )*(?:buoc|khau|ai|cap)(?: ${WHICH})?`,
    `(?:ai|co ai|nguoi nao) ${NOW}${CHANGED}(?: (?:gi|ten|mo ta|noi dung|tien|lam loi|vao|trong|o|cua|ho so))* ${CODE}`,
    `${CODE} ${NOW}(?:ai|nguoi nao) ${NOW}${CHANGED}(?: .{0,25})?`,
    `${CODE} ${NOW}(?:co )?gi (?:moi|thay doi|khac)(?: ${NOT})*`,
    `${CODE} ${NOW}${CHANGED} (?:(?:nhung|cac) )*(?:gi|may lan|bao nhieu lan|${WHEN}|${NOT})`,
  ]),
  // "em viết sai tên SK-1, sửa giúp em với": to what, is not said yet
  asks("edit", typed("code"), [
    `(?:${ME} )?(?:lo )?(?:viet|ghi|go|nhap|danh|khai) (?:sai|nham|thieu|lon)(?: (?:ten|tieu de|chinh ta|chu|so tien|tien|mo ta|linh vuc|mat|roi|o|trong))* ${CODE}(?: (?:sua|chinh|doi|lai|giup|cho|ho|roi|muon))*`,
  ]),
  // "SK-1 đang ở bước nào", "SK-1 được công nhận cấp gì", "quyết định SK-1 số mấy", "SK-1 có lên cổng chưa"
  asks("look", typed("code"), [
    `${CODE} ${NOW}(?:(?:o|den|toi|di) )+(?:${STEP} ${WHICH}|dau|tay ai)`,
    `${CODE} ${NOW}${STEP} ${WHICH}`,
    `${CODE} ${NOW}${DONE}(?: (?:cap|ket qua))? (?:${WHICH}|${WHEN}|${NOT})`,
    `${CODE} ${NOW}(?:ai|nguoi nao) ${NOW}(?:cong nhan|len cong|tiep nhan)`,
    `${CODE} (?:cua ${ME} )?${NOW}(?:co )?(?:ai|nguoi nao) ${NOW}(?:xem|duyet|xet)(?: ${NOT})+`,
    `(?:ai|nguoi nao) ${NOW}(?:cong nhan|tiep nhan) ${CODE}`,
    `${CODE} ${NOW}${PAPER}(?: cong nhan)? (?:(?:la|so|may|gi|nao|bao nhieu) ?)+`,
    `${PAPER}(?: cong nhan)?(?: cua)? ${CODE} ${NOW}(?:(?:la|so|may|gi|nao|bao nhieu) ?)+`,
    `${CODE} ${NOW}ket qua ${WHICH}`,
    `(?:ket qua|tinh hinh|tien trinh|tien do)(?: (?:xet|duyet))* ${CODE}(?: ${WHICH})?`,
  ]),
)

const OWN = `(?:(?:cua|sang kien|sk|ho so|bai|cai)(?: (?:cua|nay))* ${ME}|${ME}|(?:sang kien|sk|ho so)(?: (?:nay|do|vua roi))?)`
/** Of the only record they have: whoever has several is shown them. */
const ofOwn: Reading = firstOf(
  asks("history", "", [
    "(?:xem )?lich su(?: (?:ho so|sang kien))?",
    `(?:xem )?${COURSE}${OF} cua ${ME}`,
    `(?:ai|co ai|nguoi nao) ${NOW}${CHANGED}(?: (?:gi|ten|mo ta|noi dung|vao|trong|o))* ${OWN}`,
    `(?:sang kien|sk|ho so)(?: (?:cua|nay))*(?: ${ME})? ${NOW}(?:(?:di|trai) )?qua (?:(?:nhung|cac|may|duoc) )*(?:buoc|khau)(?: ${WHICH})?`,
  ]),
  asks("look", "", [
    `${OWN} ${NOW}cong nhan (?:cap ${WHICH}|${WHEN})`,
    `(?:cho )?(?:${ME} )?(?:xin|xem|gui|lay) (?:so )?(?:quyet dinh|qd)(?: cong nhan)?(?: ${OWN})?`,
    `(?:so )?(?:quyet dinh|qd)(?: cong nhan)?(?: ${OWN})? (?:(?:la|so|may|gi|nao|bao nhieu) ?)+`,
  ]),
)

/** A code in it, and few words: most of what is looked at is a title. */
const NAMES_A_RECORD = /(?:^| )sk ?\d/
const MAY_BE_OWN = /(?:^| )(?:quyet dinh|qd|lich su|qua trinh|dien bien|hanh trinh|cong nhan|ai|qua)(?: |$)/
const MOST_WORDS = 14

/** What anybody asks about one record by its code: where it stands, by what paper it was recognised, who changed it. */
export const recordQuestion: Reading = (head, said) =>
  head.words.length > MOST_WORDS
    ? undefined
    : NAMES_A_RECORD.test(said)
      ? question(head, said)
      : MAY_BE_OWN.test(said)
        ? ofOwn(head, said)
        : undefined
