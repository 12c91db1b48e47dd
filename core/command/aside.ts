import { clean, fold } from "../text/fold.ts"

const LONGEST = 100

/** What is said by the way: they want not to be named, have handed in elsewhere, say who they are, or ask for the sectors. */
export type Aside = "no_name" | "elsewhere" | "who" | "sectors"

const ASIDES: readonly (readonly [Aside, RegExp])[] = [
  // "tôi không muốn nêu tên", "đừng đưa tên tôi lên nhóm"
  [
    "no_name",
    /^(?:(?:em|anh|chi|toi|minh|da|xin|cho|bot|nho) )*(?:khong|ko|k|dung|thoi)(?: (?:muon|dong y|cho|can))*(?: (?:bi|duoc))? (?:neu|dang|dua|ghi|de|cong khai) (?:ho )?ten(?: (?:cua )?(?:em|anh|chi|toi|minh))?(?: (?:len|trong|o|vao)(?: (?:nhom|bang|tin|danh sach|vinh danh|tong hop))*)?(?: (?:nua|nhe|a|em|dau|voi))*\W*$/,
  ],
  // "tôi nộp trên cổng rồi", "em điền google form rồi": nothing of it is known here
  [
    "elsewhere",
    /(?:^| )(?:nop|gui|dang ky|dk|khai|dien|nhap)(?: \S+){0,3} (?:tren|o|bang|qua|vao|theo) (?:cong|web|website|google|gg|form|bieu mau|ban giay|giay|email|mail|excel)(?: \S+){0,4} (?:roi|xong)(?: (?:a|em|ma|nhe|day))*\W*$|(?:^| )(?:dien|nop|gui) (?:google )?(?:form|bieu mau)(?: \S+){0,3} roi(?: (?:a|em|ma|nhe|day))*\W*$/,
  ],
  // "tôi chưa vào công đoàn", "tôi là công nhân thời vụ": whoever works here may take part
  [
    "who",
    /^(?:(?:em|anh|chi|toi|minh|da|nhung|ma) )+(?:la )?(?:cong nhan |lao dong |nguoi )*(?:thoi vu|thu viec|hop dong ngan han)(?: (?:thoi|a|em))*\W*$|^(?:(?:em|anh|chi|toi|minh|da|nhung|ma) )+(?:chua|khong|ko)(?: phai)? (?:vao|la|co) (?:cong doan|doan vien)(?: (?:a|em|thi sao|co duoc khong))*\W*$/,
  ],
  // "danh sách lĩnh vực", "thêm lĩnh vực Nông nghiệp"
  [
    "sectors",
    /^(?:(?:danh sach|cac|xem|them|bo|xoa|sua|doi|cho|em|anh|chi|toi|giup) )*linh vuc(?: (?!nao|gi)\S+){0,6}\W*$/,
  ],
]
/** Without one of these words none of them is said. */
const MAY_BE = /(?:^| )(?:ten|roi|xong|thoi vu|thu viec|hop dong|cong doan|doan vien|linh vuc)(?= |\W|$)/

/** What is said by the way in words that give no command; undefined for everything else. */
export function asideIn(text: string): Aside | undefined {
  if (text.length > LONGEST) return undefined
  const said = fold(clean(text))
  return MAY_BE.test(said) ? ASIDES.find(([, pattern]) => pattern.test(said))?.[0] : undefined
}

const ABOUT_DATA = /(?:^| )(?:du lieu|thong tin ca nhan|ho ten cua toi|rieng tu|lo thong tin)(?= |\W|$)/

/** Whether a complaint is about what is kept of somebody. */
export function isAboutData(text: string): boolean {
  return ABOUT_DATA.test(fold(clean(text)))
}

const LACKING: readonly (readonly [string, RegExp])[] = [
  // "từ chối vì trùng": a verdict, of nothing that is named
  ["refuse-how", /^tu choi \S/],
  ["ask-more-how", /^hoi them \S/],
  // "quân số May TNG 500", "đơn vị May TNG có 500 người": of whom, is not said
  ["headcount-how", /^(?:quan so|so nguoi) \S.*\d|^don vi \S.* co \d[\d., ]*(?: nguoi)?\W*$/],
]

/** The sentence that says what an officer's order still lacks; undefined for what is none. */
export function lackingWords(text: string): string | undefined {
  const said = fold(clean(text))
  return LACKING.find(([, pattern]) => pattern.test(said))?.[0]
}
