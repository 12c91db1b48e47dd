import { FORMS_OF_ADDRESS } from "./kin.ts"
import { oneOf } from "./pattern.ts"

const JOBS =
  "bảo vệ, bao ve, lái xe, lai xe, tạp vụ, tap vu, lao công, lao cong, cơ điện, co dien, cơ khí, co khi, kế toán, ke toan, thủ kho, thu kho, nhà bếp, nha bep, cấp dưỡng, cap duong, quản đốc, quan doc, " +
  "văn thư, van thu, vệ sinh, ve sinh, thợ điện, tho dien, thợ hàn, tho han, thợ máy, tho may, điều dưỡng, dieu duong, y tá, y ta, giáo viên, giao vien, tổ trưởng, to truong, kỹ thuật, ky thuat, công nhân, cong nhan"
const PLACES =
  "(?:tổ|to|đội|doi|phòng|phong|chuyền|chuyen|xưởng|xuong|khoa|ca|bên|ben|ở|kho|bếp|lớp|trường)(?: \\S+){0,3}"

/** What somebody works as, or where, as it is said behind a name: "bảo vệ", "tổ 3 chuyền 5". A pattern without marks of begin and end. */
export const OCCUPATION = oneOf(`${JOBS}, ${PLACES}`)

const JOB = new RegExp(`^${oneOf(JOBS)}$`, "iu")

/** "bảo vệ", "nhà bếp" */
export function isJob(typed: string): boolean {
  return JOB.test(typed)
}

const NAMED_BY_WORK = new RegExp(`^\\p{Lu}\\p{Ll}* ${OCCUPATION}$`, "u")

/** "Tám bảo vệ", "Bình tổ 2": somebody by the name everybody calls them by, and by their work. */
export function isNamedByWork(typed: string): boolean {
  return NAMED_BY_WORK.test(typed)
}

const NAMED_BY_JOB = new RegExp(
  `^(?!Họp |Gặp |Mời |Nhắc |Gọi |Thay |Đón )\\p{Lu}\\p{Ll}* ${oneOf(JOBS)}$`,
  "u",
)

/** "Tám bảo vệ", where nothing else says that it is somebody; "Họp chuyền" is a plan of the day. */
export function isNamedByJob(typed: string): boolean {
  return NAMED_BY_JOB.test(typed)
}

/** Behind a whole name the work is no part of it, nor of the title that follows. */
const WORK_BEHIND_NAME = new RegExp(
  `^((?:${oneOf(FORMS_OF_ADDRESS, "em")}\\s+)?\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){1,5})\\s+${OCCUPATION}(?=\\s*(?:[:：=]|[-–—]\\s))`,
  "u",
)

/** "anh Nguyễn Văn Tám bảo vệ: gắn gương cầu" without the work. */
export function withoutWork(record: string): string {
  return record.replace(WORK_BEHIND_NAME, "$1")
}

/** By their marks, and in small letters: "Tô Văn Hùng" and "Chu Thị Bàn" are whole names. */
const GROUP = new RegExp(
  `^${oneOf("cả, các, mấy, tập thể, tổ, đội, chuyền, nhóm, phòng, xưởng, anh em, chị em, anh chị em, công nhân, nhân viên, anh, chị, bác, cô, chú, bảo vệ, nhà bếp, thợ, lái xe, tạp vụ, lao công")}(?: |$)`,
)

/** Whether a name, as it was typed, is what somebody is called at work, or a group, and not the full name that a file needs. */
export function isCalledName(typed: string): boolean {
  const [first = "", ...others] = typed.split(/\s+/)
  const isMixed = /^\p{Lu}/u.test(first) && others.some((word) => /^\p{Ll}|\d/u.test(word))
  return others.length === 0 || isMixed || /\d/.test(typed) || GROUP.test(typed)
}
