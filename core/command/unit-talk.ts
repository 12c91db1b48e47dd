import { oneOf } from "../text/pattern.ts"
import { type Found, firstOf, type Reading } from "./asked.ts"
import { UNIT_NAME } from "./house-question.ts"
import { asks } from "./officer-words.ts"

const NAME = `(?!(?:sk|nhom|don vi (?:co|moi)) )${UNIT_NAME}`
const MEMBERS = "(?<members>\\d[\\d ]*?) ?(?:doan vien|dv)"
const WORKERS = "(?<workers>\\d[\\d ]*?) ?(?:nguoi lao dong|lao dong|cong nhan|nld|ld)"
const COUNTS = `(?:${MEMBERS}(?:(?: va)? ${WORKERS})?)`
const NOW = oneOf(
  "hien, nay, gio, bay gio, moi, da, dang, vua, co, gom, con, hien co, tong, tong cong, la, duoc",
)
const SINCE = "(?:(?:tu|ke tu) (?:ngay )?(?<from>\\d{1,2} \\d{1,2}(?: \\d{4})?) )?"

const IN_PHASE = "(?: (?:(?:cho|trong|cua|o) )?(?<phase>(?:giai doan|gd) ?\\d))?"

/** As "đơn vị … có 350 đoàn viên, 900 lao động từ 1/7" is written. */
function counted(found: Found): string {
  const [members, workers, from] = [found.typed("members"), found.typed("workers"), found.typed("from")]
  const parts = [
    ...(members === "" ? [] : [`${members} đoàn viên`]),
    ...(workers === "" ? [] : [`${workers} lao động`]),
  ]
  return `${found.typed("unit")} có ${parts.join(", ")}${from === "" ? "" : ` từ ${from}`}`
}

const reading: Reading = firstOf(
  // "May TNG mới tuyển thêm 20 người": how many it has now is not said
  asks("askRule", "people", [
    `${NAME} (?:(?:moi|vua|da|lai) )*(?:tuyen(?: them)?|nhan them|ket nap(?: them)?|nghi(?: viec)?) \\d+ (?:doan vien|nguoi|lao dong|cong nhan|dv)(?: nua| roi)*`,
    `${NAME} (?:${NOW} )+\\d[\\d ]* nguoi(?: (?:thoi|roi))*`,
    `${NAME} (?:(?:moi|vua|da|lai) )*(?:tang them|tang|them|giam|bot|mat) \\d+ (?:doan vien|dv)(?: nua| roi)*`,
    `${NAME} (?:${NOW} )*\\d[\\d ]* (?:nguoi|lao dong|ld|nld)(?: (?:trong do|thi|co))+ \\d[\\d ]*(?: la)? (?:doan vien|dv)`,
    `${NAME} (?:${NOW} )*\\d[\\d ]* nguoi(?: (?:trong do|co))* (?:doan vien|dv) \\d[\\d ]*`,
  ]),
  // "May TNG giờ 350 đoàn viên, 900 lao động", "may tng 350 dv 900 ld", "từ 1/7 May TNG có 350 đoàn viên"
  asks("units", counted, [
    `${SINCE}(?<unit>${NAME}) (?:${NOW} )+${COUNTS}`,
    `${SINCE}(?<unit>${NAME}) (?:${NOW} )+${WORKERS}`,
    `(?<unit>${NAME}) ${MEMBERS}(?: va)? ${WORKERS}`,
    `(?<unit>(?:cdcs|cong doan|cong ty|truong|benh vien) ${UNIT_NAME}) ${COUNTS}`,
  ]),
  // "đoàn viên May TNG: 350"
  asks("units", counted, [
    `(?:so )?doan vien (?:cua |o )?(?<unit>${NAME})(?: ${NOW})* (?<members>\\d[\\d ]*)`,
    `(?:so )?(?:nguoi lao dong|lao dong) (?:cua |o )?(?<unit>${NAME})(?: ${NOW})* (?<workers>\\d[\\d ]*)`,
  ]),
  asks("units", (found) => `gộp ${found.typed("one")} vào ${found.typed("other")}`, [
    `(?:don vi )?(?<one>${NAME}) (?:(?:da|vua|moi|se|duoc) )*sap nhap (?:vao|voi|ve) (?<other>${NAME})`,
  ]),
  // "từ 1/4 May TNG nhập vào KCN-02"
  asks(
    "units",
    (found) => `gộp ${found.typed("one")} vào ${found.typed("other")} từ ${found.typed("from")}`,
    [
      `(?:ke )?tu (?:ngay )?(?<from>\\d{1,2} \\d{1,2}(?: \\d{4})?) (?<one>${NAME}) (?:sap )?nhap (?:vao|voi|ve) (?<other>${NAME})`,
    ],
  ),
  asks("units", (found) => `chuyển ${found.typed("one")} về ${found.typed("other")}`, [
    `chuyen (?:don vi )?(?<one>(?!(?:\\d+|sk) )${NAME}) (?:(?:ve|sang|vao) )?(?:truc )?thuoc (?<other>${NAME})`,
    `(?:chuyen|dua|nhap|cho|giao) (?:don vi )?(?<one>(?!(?:\\d+|sk) )${NAME}) (?:(?:ve|sang|vao|cho) )+(?<other>(?:nganh|cong doan|ldld|lien doan|cdcs|kcn|tinh|huyen|tp|thanh pho)(?: [^ ]+){0,7}?) (?:quan ly|phu trach|truc tiep quan ly)`,
    `chuyen (?:don vi )?(?<one>(?!\\d+ )${NAME}) (?:ve|sang|vao|thuoc) (?<other>(?:cong doan|cdcs|lien doan|ldld|kcn)(?: [^ ]+){0,7}?)`,
  ]),
  asks("units", (found) => `đóng ${found.typed("one")}`, [
    `(?:don vi )?(?<one>(?:cong ty|cdcs|truong|don vi) ${UNIT_NAME}) (?:(?:da|vua|moi|sap) )*(?:ngung hoat dong|dong cua|pha san|khong con(?: hoat dong)?)`,
  ]),
  // "tách xưởng 2 May TNG thành CĐCS riêng": of how many people is not said
  asks("units", "tách", ["tach .{2,60} (?:thanh|ra) (?:don vi|cdcs|cong doan)(?: .{0,30})?"]),
  // "đơn vị mới: CĐCS Nhôm Việt thuộc KCN", "thành lập CĐCS Nhôm Việt thuộc KCN"
  asks("units", (found) => `thêm ${found.typed("one")} thuộc ${found.typed("other")}`, [
    `(?:(?:co )?don vi moi(?: la)?|(?:vua |moi )?thanh lap(?: (?:don vi|moi))*) (?<one>${NAME}) (?:truc )?(?:thuoc|o|tai) (?<other>${NAME})`,
  ]),
  // "KCN chỉ tiêu 300", "giao KCN 300"
  asks(
    "targets",
    (found) => `${found.typed("unit")} ${found.typed("amount")} ${found.typed("phase")}`.trim(),
    [
      `(?<unit>(?!(?:giai doan|dot|ca|toan|chia|giao|dat|tang|giam|nang|ha|sua|doi) )${NAME}) (?:duoc )?(?:giao )?chi tieu (?:(?:la|len|con|thanh|giao) )*(?<amount>\\d[\\d ]*)(?: sang kien| sk)?${IN_PHASE}`,
      `(?<unit>(?!(?:chi tieu|giao) )${NAME}) (?<phase>(?:giai doan|gd) ?\\d) (?:(?:giao|chi tieu) )+(?:(?:la|len|con|thanh) )*(?<amount>\\d[\\d ]*)(?: sang kien| sk| cai| thoi)*`,
      `giao (?:cho )?(?<unit>(?!(?:chi tieu|khoan|ca|viec) )${NAME}) (?<amount>\\d[\\d ]*)(?: sang kien| sk| cai)?${IN_PHASE}`,
    ],
  ),
  // "gắn nhóm này với KCN", "sai rồi, nhóm này của May TNG"
  asks("link", (found) => found.typed("unit", "moved"), [
    `(?:gan|noi|ket noi|lien ket|dua) nhom (?:nay )?(?:voi|vao|cho|ve) (?<unit>${UNIT_NAME})`,
    `nhom (?:nay|minh) (?:(?:bi|dang|da|gan|lien ket|ghi|de) )*(?:nham|sai)(?: don vi)?(?: roi)? (?:doi|chuyen|sua|gan)(?: (?:lai|sang|thanh|cho|vao|ve|voi|la))+ (?<moved>${UNIT_NAME})(?: (?:di|luon))*`,
    `(?:(?:sai|nham|khong phai)(?: roi)? )?nhom (?:nay|minh) (?:(?:la|nhom|cua|thuoc) )+(?<unit>(?!(?:don vi|ai|ben|cong doan) nao)${UNIT_NAME})(?: (?:co|chu|moi dung|co ma))*`,
  ]),
)

/** A number of people or a target, or one of the words for what becomes of a unit or a group. */
const ABOUT_A_UNIT =
  /^(?=.*\d)(?:.* )?(?:doan vien|dv|lao dong|ld|nld|cong nhan|nguoi|chi tieu|giao)(?: |$)|(?:^| )(?:sap nhap|nhap|tach|chuyen|ngung|dong cua|pha san|khong con|thanh lap|don vi moi|nhom) /
const LONGEST = 120

/** "may tng 350 dv 900 ld", "KCN chỉ tiêu 300", "gắn nhóm này với KCN": what an officer says of a unit, and is no command. */
export const unitTalk: Reading = (head, said) =>
  said.length <= LONGEST && ABOUT_A_UNIT.test(said) && !head.text.includes("?")
    ? reading(head, said)
    : undefined
