import { oneOf } from "../text/pattern.ts"
import type { Command } from "./command.ts"
import { Head } from "./command-head.ts"
import { asked, LEAD, typed } from "./officer-words.ts"

const MOST_WORDS = 30
/** "duyệt KCN-02", "duyệt hồ sơ của May TNG": a province's officer goes through one unit's. */
const REVIEWS =
  /^(?:cho (?:chi|anh|em) )?(?:duyet|xet(?= (?:ho so|sang kien|sk) ))(?: (?:ho so|sang kien|sk))*(?: (?:cua|o|ben))? (?=[^ ]+(?: [^ ]+){0,7}$)(?!duoc|chua|xong|roi|gium|ho |nhanh|di )/
/** "giao chỉ tiêu cho trường Hoa Mai 5", "tăng chỉ tiêu GD lên 20"; by how much it shall change is no amount. */
const SETS_TARGET = new RegExp(
  `^${LEAD}${oneOf("giao, dat, sua, doi, tang, giam, nang, ha, dieu chinh, cap nhat")} (?:lai )?chi tieu (?=.*\\d)(?!.*(?:them|bot) \\d)`,
)
/** "CĐCS May TNG có 600 đoàn viên rồi nhé": nothing but the headcount, and perhaps its day. */
const COUNTS_PEOPLE =
  /^(?:[^ ]+ ){1,10}?(?:(?:hien|nay|gio|moi|da|dang) )*(?:co|gom|con) \d[\d ]*(?:doan vien|nguoi lao dong|lao dong)(?:(?: va)? \d[\d ]*(?:doan vien|nguoi lao dong|lao dong))?(?: tu (?:ngay )?\d[\d ]*)?(?: (?:roi|nhe|nha|a|em|day|do))*$/

/** "gửi tin cho tất cả các nhóm: …", "thông báo toàn tỉnh: …": a reminder with the officer's own words. */
const SENDS =
  /^(?:(?:em|giup|nho|chi|anh|hay) )*(?:(?:gui|nhan|thong bao|pho bien)(?: (?:tin nhan|tin|thong bao|loi nhan))?(?: (?:giup|chi|anh|em|sau|nay))*)(?: (?:cho|den|toi|vao|len))? (?<who>(?:tat ca|toan bo|toan tinh|toan the|ca tinh|moi nguoi|cac|het|nhom|don vi|cdcs|cong doan) ?.*)$/
/** "May TNG đổi tên thành …"; who speaks of themselves corrects their own name. */
const RENAMES =
  /^(?!(?:doi ten|em|toi|minh|anh|chi|sk|cho|don vi) )(?<unit>[^ ]+(?: [^ ]+){0,9}?) (?:(?:da|vua|moi|nay|xin) )*doi ten (?:thanh|la|sang) (?<name>.+)$/

/** What an officer has set in words of their own: a unit's target, or how many people it has. */
export function officerOrder(head: Head, said: string): Command | undefined {
  if (head.words.length > MOST_WORDS) return undefined
  const sent = sentBy(head)
  if (sent !== undefined) return sent
  const renamed = RENAMES.exec(said)
  if (renamed !== null)
    return asked(
      "units",
      `đổi tên ${typed(head, said, renamed, "unit")} thành ${typed(head, said, renamed, "name")}`,
    )
  const target = SETS_TARGET.exec(said)
  if (target !== null) return asked("targets", head.from(target[0].trim().split(" ").length))
  const reviewed = REVIEWS.exec(said)
  if (reviewed !== null) return asked("review", head.from(reviewed[0].trim().split(" ").length))
  const counts = COUNTS_PEOPLE.test(said) && !head.text.includes("?")
  return counts
    ? asked("units", head.text.replace(/(?:\s+(?:rồi|nhé|nha|ạ|a|em|đấy|đó|roi|nhe))+[\s.!]*$/iu, ""))
    : undefined
}

function sentBy({ text }: Head): Command | undefined {
  const mark = /\s*[:\n]\s*(?=\S)/u.exec(text)
  if (mark === null) return undefined
  const before = new Head(text.slice(0, mark.index))
  const said = before.words.map(({ key }) => key).join(" ")
  const found = SENDS.exec(said)
  return found === null
    ? undefined
    : asked("remind", `${typed(before, said, found, "who")}: ${text.slice(mark.index + mark[0].length)}`)
}
