import { oneOf } from "../text/pattern.ts"
import type { Command } from "./command.ts"
import type { Head } from "./command-head.ts"
import { asked, LEAD } from "./officer-words.ts"

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

/** What an officer has set in words of their own: a unit's target, or how many people it has. */
export function officerOrder(head: Head, said: string): Command | undefined {
  if (head.words.length > MOST_WORDS) return undefined
  const target = SETS_TARGET.exec(said)
  if (target !== null) return asked("targets", head.from(target[0].trim().split(" ").length))
  const reviewed = REVIEWS.exec(said)
  if (reviewed !== null) return asked("review", head.from(reviewed[0].trim().split(" ").length))
  const counts = COUNTS_PEOPLE.test(said) && !head.text.includes("?")
  return counts
    ? asked("units", head.text.replace(/(?:\s+(?:rồi|nhé|nha|ạ|a|em|đấy|đó|roi|nhe))+[\s.!]*$/iu, ""))
    : undefined
}
