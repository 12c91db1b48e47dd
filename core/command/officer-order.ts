import { oneOf } from "../text/pattern.ts"
import { asked, firstOf, means, type Reading, upTo } from "./asked.ts"
import type { Command } from "./command.ts"
import { Head } from "./head.ts"
import { LEAD } from "./officer-words.ts"

/** What an officer has set in words of their own: a unit's target, or how many people it has. */
export const officerOrder: Reading = upTo(
  30,
  firstOf(
    sentBy,
    // "May TNG đổi tên thành …"; who speaks of themselves corrects their own name
    means("units", (found) => `đổi tên ${found.typed("unit")} thành ${found.typed("name")}`, [
      /^(?!(?:doi ten|em|toi|minh|anh|chi|sk|cho|don vi) )(?<unit>[^ ]+(?: [^ ]+){0,9}?) (?:(?:da|vua|moi|nay|xin) )*doi ten (?:thanh|la|sang) (?<name>.+)$/,
    ]),
    // "kcn phấn đấu 250"
    means("pledge", (found) => `${found.typed("unit")} ${found.typed("count")}`, [
      /^(?:(?:em |giup |chi |anh |cho )*ghi (?:giup |cho )*)?(?!(?:chi tieu|giai doan|dot|minh|em|toi|chi|anh) )(?<unit>[^ ]+(?: [^ ]+){0,7}?) phan dau (?:(?:dat|len|la|den) )*(?<count>\d[\d ]*)(?: sang kien| sk| cai)?$/,
    ]),
    // "giao thêm cho May TNG 10 cái nữa"
    means("askRule", "by", [/^giao them (?:cho )?[^ ]+(?: [^ ]+){0,7} \d+(?: (?:sang kien|sk|cai|nua))*$/]),
    // "từ tháng sau chỉ tiêu May TNG là 80"
    means("targets", (found) => `${found.typed("what")} từ ${found.typed("day")}`, [
      /^(?:ke |bat dau )?tu (?<day>(?:dau )?(?:thang|tuan|quy) (?:sau|toi|\d{1,2})|(?:ngay )?mai|(?:ngay )?\d{1,2} \d{1,2}(?: \d{4})?) (?:thi )?(?:(?:giao|dat|tang|giam|nang|ha) )?chi tieu (?<what>(?=.*\d).+)$/,
      /^(?<day>(?:dau )?(?:thang|tuan|quy) (?:sau|toi)) (?:thi )?(?:giao|dat|chi tieu)(?: chi tieu)? (?:cho )?(?<what>(?=.*\d).+)$/,
    ]),
    // "giảm chỉ tiêu May TNG 10": by so many, or to so many, nobody can tell
    means("askRule", "by", [
      new RegExp(
        `^${LEAD}${oneOf("tang, giam, nang, ha, bot, them, cong, tru")} (?:them |bot )?chi tieu (?=.*\\d)(?!.* (?:len|xuong|con|thanh|la|den|toi) (?:con )?\\d)`,
      ),
    ]),
    // "giao chỉ tiêu cho trường Hoa Mai 5", "tăng chỉ tiêu GD lên 20"; by how much it shall change is no amount
    means("targets", (found) => found.behind(), [
      new RegExp(
        `^${LEAD}${oneOf("giao, dat, sua, doi, tang, giam, nang, ha, dieu chinh, chinh, cap nhat, ghi, chot")}(?: ${oneOf("lai, giup, ho, cho, chi, anh, em, toi, minh")})* chi tieu (?=.*\\d)(?!.*(?:them|bot) \\d)`,
      ),
    ]),
    // "duyệt KCN-02", "duyệt hồ sơ của May TNG": a province's officer goes through one unit's
    means("review", (found) => found.behind(), [
      /^(?:cho (?:chi|anh|em) )?(?:duyet|xet(?= (?:ho so|sang kien|sk) ))(?: giup(?: (?:chi|anh|em))?)?(?: (?:may|nhung|cac)? ?(?:ho so|sang kien|sk|cai))*(?: (?:cua|o|ben))? (?=[^ ]+(?: [^ ]+){0,7}$)(?!duoc|chua|xong|roi|gium|ho |nhanh|di |cho |cai |dau tien|tiep theo|moi |cuoi|con lai|nay|do )/,
    ]),
    // "số đoàn viên May TNG 350", "cập nhật số lao động của May TNG là 900"
    means(
      "units",
      (found) =>
        `${found.typed("unit")} có ${found.typed("count")} ${found.folded("kind").endsWith("doan vien") ? "đoàn viên" : "lao động"}`,
      [
        /^(?:(?:em|nho|cap nhat|sua|ghi|doi|dat|chinh|dieu chinh|lai|giup|cho|chi|anh) )*so (?:luong )?(?<kind>doan vien|lao dong|nguoi lao dong) (?:cua |o )?(?<unit>[^ ]+(?: [^ ]+){0,8}?)(?: (?:la|len|thanh|con|xuong|gio|hien))* (?<count>\d[\d ]*)(?: nguoi)?(?: (?:nhe|nha|em|roi|giup|voi|a))*$/,
      ],
    ),
    // "quân số May TNG 500 đoàn viên 900 lao động", "May TNG tăng lên 600 đoàn viên"
    means(
      "units",
      (found) => `${found.typed("unit")} có ${found.typed("counts")} ${found.typed("from")}`.trim(),
      [
        /^(?:(?:em|nho|cap nhat|sua|ghi|doi|chinh|dieu chinh) )*(?:lai |giup |cho |chi |anh |em )*(?:quan so |si so |so nguoi |so )(?:cua |o |ben )?(?<unit>[^ ]+(?: [^ ]+){0,8}?)(?: (?:la|len|thanh|con|xuong|gio|hien|co))* (?<counts>\d[\d ]*(?:doan vien|nguoi lao dong|lao dong)(?:(?: va)? \d[\d ]*(?:nguoi lao dong|lao dong))?)(?: (?:nhe|nha|em|roi|giup|voi|a))*$/,
        /^(?<unit>[^ ]+(?: [^ ]+){0,8}?) (?:(?:da|vua|nay|gio|hien|moi) )*(?:tang len|giam con|giam xuong|len|xuong con|chi con) (?<counts>\d[\d ]*(?:doan vien|nguoi lao dong|lao dong)(?:(?: va)? \d[\d ]*(?:nguoi lao dong|lao dong))?)(?: (?<from>tu (?:ngay )?\d{1,2} \d{1,2}(?: \d{4})?))?$/,
      ],
    ),
    // "CĐCS May TNG có 600 đoàn viên rồi nhé": nothing but the headcount, and perhaps its day
    means(
      "units",
      ({ head: { text } }) =>
        text.includes("?")
          ? undefined
          : text.replace(/(?:\s+(?:rồi|nhé|nha|ạ|a|em|đấy|đó|roi|nhe))+[\s.!]*$/iu, ""),
      [
        /^(?!(?:ke )?tu (?:ngay )?\d)(?:[^ ]+ ){1,10}?(?:(?:hien|nay|gio|moi|da|dang) )*(?:co|gom|con) \d[\d ]*(?:doan vien|nguoi lao dong|lao dong)(?:(?: va)? \d[\d ]*(?:doan vien|nguoi lao dong|lao dong))?(?: tu (?:(?:ngay )?\d[\d ]*|(?:dau )?(?:thang|tuan|quy) (?:sau|toi|\d{1,2})|mai))?(?: (?:roi|nhe|nha|a|em|day|do))*$/,
      ],
    ),
  ),
)

/** "gửi tin cho tất cả các nhóm: …", "thông báo toàn tỉnh: …": a reminder with the officer's own words. */
const toWhom = means("remind", (found) => found.typed("who"), [
  /^(?:(?:em|giup|nho|chi|anh|hay) )*(?:(?:gui|nhan|thong bao|pho bien)(?: (?:tin nhan|tin|thong bao|loi nhan))?(?: (?:giup|chi|anh|em|sau|nay))*)(?: (?:cho|den|toi|vao|len))? (?<who>(?:tat ca|toan bo|toan tinh|toan the|ca tinh|moi nguoi|cac|het|nhom|don vi|cdcs|cong doan|nganh|ldld|huyen|truong|kcn) ?.*)$/,
])

function sentBy({ text }: Head): Command | undefined {
  const mark =
    /\s*[:\n]\s*(?=\S)|[\s,]+(?:biết|biet|rằng|rang|là)\s+(?:(?:là|la|rằng|rang)\s+)?(?=\S+\s\S)/iu.exec(text)
  if (mark === null) return undefined
  const before = new Head(text.slice(0, mark.index))
  const to = toWhom(before, before.said)
  return to && asked("remind", `${to.rest}: ${text.slice(mark.index + mark[0].length)}`)
}
