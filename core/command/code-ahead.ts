import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import type { Head } from "./head.ts"

/** "SK-000001 thêm mô tả: …", "sk1 bổ sung …" */
const ADDED =
  /^(sk\W{0,2}\d{1,9})[\s:,]+(?:(?:em|tôi|cho|xin)\s+)*(?:(?:bổ sung|bo sung)\s*:?|(?:ghi\s+|gửi\s+)?(?:thêm|them)\s+(?:mô tả|mo ta|nội dung|noi dung|ý|phần|là)\s*:?)\s+(?!(?:ảnh|hình|tệp|anh|hinh|tep|file|video|người|nguoi)(?:\s|$))(\S.{5,})$/isu

/** "ghi thêm vào SK-000123 là đã dùng ở chuyền 3" */
const WRITTEN_INTO =
  /^(?:(?:dạ|cho|nhờ|nho|em|tôi|toi|mình|minh|anh|chị|chi|bot)\s+)*(?:ghi|viết|viet)\s+(?:thêm|them)\s+(?:(?:vào|vao|cho|giúp|giup)\s+)*(?:sáng kiến\s+|sang kien\s+)?(sk\W{0,2}\d{1,9})[\s:,]+(?:(?:là|la|rằng|rang)\s+)?(\S.{4,})$/isu

/** "em không muốn nộp nữa, hủy giúp em SK-000123" */
const GIVEN_UP =
  /^(?:(?:dạ|thôi|thoi|em|tôi|toi|mình|minh|anh|chị|chi)[\s,]+)*(?:không|khong|ko|k|hông)\s+(?:(?:muốn|muon|cần|can)\s+)?(?:nộp|nop|đăng ký|dang ky|đk|dk|làm|lam|tham gia|gửi|gui)(?:\s+(?:sáng kiến|sang kien|cái|cai|này|nay))*\s+(?:nữa|nua)[\s,.]+(?:(?:cho|nhờ|nho|xin|em|tôi|toi|mình|minh|nên|nen|bot)\s+)*(?:hủy|huỷ|huy|rút|rut|xóa|xoá|xoa|bỏ|bo)(?:\s+(?:giúp|giup|hộ|ho|cho|em|tôi|toi|mình|minh|sáng kiến|sang kien|hồ sơ|ho so|cái|cai))*\s+(sk\W{0,2}\d{1,9})(?:\s+(?:giúp|giup|với|voi|nhé|nhe|đi|di|em|ạ|a))*\W*$/iu

/** A command that stands behind the code it is about, or at the end of what is said. */
export function codeAhead({ text }: Head): Command | undefined {
  const given = GIVEN_UP.exec(text.slice(0, 160))?.[1]
  if (given !== undefined) return asked("cancel", `${given} vì không nộp nữa`)
  const [, code, more] = ADDED.exec(text) ?? WRITTEN_INTO.exec(text) ?? []
  return code === undefined ? undefined : asked("add", `${code} ${more}`)
}
