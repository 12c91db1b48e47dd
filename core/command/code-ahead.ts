import { asked } from "./asked.ts"
import type { Command } from "./command.ts"
import type { Head } from "./head.ts"

/** "SK-000001 thêm mô tả: …", "sk1 bổ sung …" */
const ADDED =
  /^(sk\W{0,2}\d{1,9})[\s:,]+(?:(?:em|tôi|cho|xin)\s+)*(?:(?:bổ sung|bo sung)\s*:?|(?:ghi\s+|gửi\s+)?(?:thêm|them)\s+(?:mô tả|mo ta|nội dung|noi dung|ý|phần|là)\s*:?)\s+(?!(?:ảnh|hình|tệp|anh|hinh|tep|file|video|người|nguoi)(?:\s|$))(\S.{5,})$/isu

/** A command that stands behind the code it is about. */
export function codeAhead({ text }: Head): Command | undefined {
  const [, code, more] = ADDED.exec(text) ?? []
  return code === undefined ? undefined : asked("add", `${code} ${more}`)
}
