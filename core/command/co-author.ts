import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import type { Head } from "./head.ts"

const LEAVES =
  /^(?:(?:em|tôi|mình|anh|chị|cho|xin)\s+)*(?:rút|bỏ|xóa)\s+(?:tên\s+)?(?:(?:em|tôi|mình|anh|chị)\s+)?(?:ra\s+)?khỏi\s+(sk\W{0,2}\d{1,9})\W*$/iu
/** Not ended by `\W*`, which would take the "ú" of "Tú" for a mark: what is named stands last. */
const DROPS =
  /^(?:(?:em|tôi|mình|anh|chị|cho|xin)\s+)*(?:bỏ|bo|xóa|xoa|gỡ|go|rút|rut)\s+(?:tên\s+)?(?:đồng tác giả|dong tac gia)\s+(.{2,60}?)(?:\s+(?:ra\s+)?(?:khỏi|khoi|ở|o|của|cua|trong)\s+(sk\W{0,2}\d{1,9}))?[\s.,;!?]*$/iu
/** "bỏ anh Bình ra khỏi SK-000007" */
const TAKES_OUT =
  /^(?:(?:em|tôi|mình|anh|chị|cho|xin)\s+)*(?:bỏ|xóa|gỡ|loại)\s+(?:tên\s+)?((?:anh|chị|cô|chú|bác|bạn|em|thầy|ông|bà)?\s*\p{Lu}.{1,50}?)\s+(?:ra\s+)?khỏi\s+(sk\W{0,2}\d{1,9})\W*$/iu
/** "xin tham gia SK-000001 với" */
const JOINS =
  /^(?:(?:em|tôi|toi|mình|minh|anh|chị|chi|cho|xin|muốn|muon|được|duoc)\s+)*(?:tham gia|làm cùng|lam cung|làm chung|lam chung|vào cùng|vao cung)\s+(?:(?:cùng|cung|vào|vao|với|voi|sáng kiến|sang kien)\s+){0,2}(sk\W{0,2}\d{1,9})(?:\s+(?:với|voi|nhé|nhe|nha|ạ|a|em|được không|duoc khong))*\W*$/iu
const ADDS =
  /^(?:cho )?(?:thêm|them|ghi|đưa|dua)\s+(.{2,60}?)\s+(?:là|la|làm|lam|vào|vao)\s+(?:đồng tác giả|dong tac gia)(?:\s+(?:của|cua|cho))?\s+(sk\W{0,2}\d{1,9})(?:\s+(?:với|voi|nhé|nhe|nha|ạ|a|em|giúp|giup))*\W*$/iu
/** "em không làm cùng SK-000007 đâu, bỏ tên em ra" */
const NOT_OF_THEM =
  /^(?:(?:dạ|em|tôi|toi|mình|minh|anh|chị|chi)\s+)*(?:không|khong|ko|k|chưa|chua)\s+(?:(?:có|co|hề|he|được|duoc)\s+)*(?:làm cùng|lam cung|làm chung|lam chung|tham gia|làm|lam)\s+(?:(?:cùng|cung|sáng kiến|sang kien|cái|cai|chung)\s+)*(sk\W{0,2}\d{1,9})[\s,.]+(?:(?:này|nay|đâu|dau|mà|ma|nên|nen|ạ|a|cho|xin|nhờ|nho|em|bot)[\s,.]+)*(?:bỏ|bo|rút|rut|xóa|xoa|gỡ|go)(?:\s+(?:giúp|giup|hộ|ho|cho))*\s+(?:tên|ten)\s+(?:em|tôi|toi|mình|minh|anh|chị|chi)(?:\s+(?:ra|đi|di|với|voi|giúp|giup|ạ|a|nhé|nhe))*\W*$/iu

/** "thêm đồng tác giả Trần Thị Lan 30% vào SK-1" */
const ADDS_INTO =
  /^(?:(?:em|tôi|toi|mình|minh|cho|xin|nhờ|nho|giúp|giup)\s+)*(?:thêm|them|ghi|đưa|dua|bổ sung|bo sung)\s+(?:tên\s+|ten\s+)?(?:đồng tác giả|dong tac gia)\s+(.{2,80}?)\s+(?:vào|vao|cho|ở|trong)\s+(?:(?:sáng kiến|sang kien)\s+)?(sk\W{0,2}\d{1,9})(?:\s+(?:với|nhé|nhe|nha|ạ|giúp em))*\W*$/iu
/** "thêm chị Hoa vào SK-1", but not "thêm ảnh vào SK-1" */
const PUTS_INTO =
  /^(?:(?:[Ee]m|[Tt]ôi|[Mm]ình|[Cc]ho|[Xx]in|[Nn]hờ|[Gg]iúp)\s+)*[Tt]hêm\s+(?:tên\s+)?((?:(?:anh|chị|cô|chú|bác|bạn|thầy|ông|bà)\s+\p{Lu}|\p{Lu}\S*\s+\p{Lu}).{1,60}?)\s+vào\s+(?:(?:cùng|làm cùng)\s+)?([Ss][Kk]\W{0,2}\d{1,9})(?:\s+(?:với|nhé|nha|ạ|giúp em))*\W*$/u
/** "sửa tên đồng tác giả Lan thành Trần Thị Lan SK-1", the record last, or ahead, or in none of these places. */
const RENAMES =
  /^(?:(?:em|tôi|toi|mình|minh|cho|xin|nhờ|nho|giúp|giup|muốn|muon)\s+)*(?:sửa|sua|đổi|doi|chỉnh|chinh|thay)\s+(?:(?:lại|lai|tên|ten)\s+)*(?:đồng tác giả|dong tac gia)\s+(?:(?:(?:của|cua|ở|trong)\s+)?(sk\W{0,2}\d{1,9})[\s,:]+)?((?:từ\s+|tu\s+)?\S.{1,60}?\s+(?:thành|thanh|sang|bằng|bang)\s+\S.{1,60}?)(?:\s+(?:(?:của|cua|ở|trong|cho)\s+)?(sk\W{0,2}\d{1,9}))?[\s.,;!?]*$/iu

const SHARED =
  /^(sk\W{0,2}\d{1,9})[\s:,]+(?:chia|tỷ lệ|ty le|tỉ lệ|ti le)\s+(?:lại |lai |là |la )*(\d{1,3}(?:\s*[/–-]\s*|\s+)\d{1,3}(?:(?:\s*[/–-]\s*|\s+)\d{1,3})*)\W*$/iu

/** "thêm Ma Văn Thịnh 40% làm đồng tác giả SK-000045", "em rút khỏi SK-000045", "bỏ đồng tác giả Ma Văn Thịnh" */
export function joinedAs({ text }: Head): Command | undefined {
  const left = LEAVES.exec(text.slice(0, 80))
  if (left !== null) return asked("coAuthor", `${left[1]} rút`)
  const notOfThem = NOT_OF_THEM.exec(text.slice(0, 120))
  if (notOfThem !== null) return asked("coAuthor", `${notOfThem[1]} rút`)
  const dropped = DROPS.exec(text.slice(0, 160))
  if (dropped !== null) return asked("coAuthor", `${dropped[2] ?? ""} bỏ ${dropped[1]}`.trim())
  const taken = TAKES_OUT.exec(text.slice(0, 160))
  if (taken !== null && /^\S*\s*\p{Lu}/u.test(taken[1] ?? ""))
    return asked("coAuthor", `${taken[2]} bỏ ${taken[1]}`)
  const renamed = RENAMES.exec(text.slice(0, 160))
  if (renamed !== null) {
    const [, ahead = "", renaming, last = ahead] = renamed
    return asked("coAuthor", `${last} đổi ${renaming}`.trim())
  }
  const into = ADDS_INTO.exec(text.slice(0, 160)) ?? PUTS_INTO.exec(text.slice(0, 120))
  if (into !== null) return asked("coAuthor", `${into[2]} ${into[1]}`)
  const joins = JOINS.exec(text.slice(0, 80))
  if (joins !== null) return asked("coAuthor", `${joins[1]} xin tham gia`)
  const shared = SHARED.exec(text.slice(0, 80))
  if (shared !== null) return asked("coAuthor", `${shared[1]} ${shared[2]}`)
  const added = ADDS.exec(text.slice(0, 160))
  return added === null ? undefined : asked("coAuthor", `${added[2]} ${added[1]}`)
}
