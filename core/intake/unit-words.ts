import { editDistance } from "../text/edit-distance.ts"
import { foldWords } from "../text/fold.ts"

/**
 * Words that stand for several, and what each is compared as. Long and short forms of a kind ("tiểu học", "TH") become
 * the same token, so that either side may abbreviate; forms that share letters ("TT": trung tâm, thị trấn) share it too.
 */
const TOKEN_OF: Readonly<Record<string, string>> = {
  "công đoàn cơ sở": "cdcs",
  "công đoàn": "cd",
  "cao đẳng": "cd",
  "liên đoàn lao động": "ldld",
  "liên đoàn": "ldld",
  "công ty": "cti",
  "trách nhiệm hữu hạn": "tnhh",
  "cổ phần": "cp",
  "một thành viên": "mtv",
  "khu công nghiệp": "kcn",
  "cụm công nghiệp": "ccn",
  "tiểu học": "th",
  "trung học cơ sở": "thcs",
  "trung học phổ thông": "thpt",
  "giáo dục thường xuyên": "gdtx",
  "cấp 1": "th",
  "cấp 2": "thcs",
  "cấp 3": "thpt",
  "mầm non": "mn",
  "mẫu giáo": "mn",
  "đại học": "dh",
  "thị xã": "tx",
  "thành phố": "tp",
  "bệnh viện": "bv",
  "đa khoa": "dk",
  "trung tâm": "tt",
  "thị trấn": "tt",
  "hợp tác xã": "htx",
  "nhà máy": "nm",
  "xí nghiệp": "xn",
  "uỷ ban nhân dân": "ubnd",
  "giáo dục": "gd",
  "giao dịch": "gd",
  "đào tạo": "dt",
  "điện tử": "dt",
  "y tế": "yt",
  "dịch vụ": "dv",
  "xây dựng": "xd",
  "cơ khí": "ck",
  "giao thông vận tải": "gtvt",
  "phát triển nông thôn": "ptnt",
  "công thương": "ct",
  "nông nghiệp": "nn",
  "viên chức": "vc",
  "khoáng sản": "ks",
  "thương mại": "tm",
  "sản xuất": "sx",
  "ngân hàng": "nh",
}

/** Every word of the long forms, folded: "khu", "công", "nghiệp". */
export const WORDS_OF_FORMS: readonly string[] = [
  ...new Set(Object.keys(TOKEN_OF).flatMap((form) => foldWords(form).split(" "))),
]

/** Short forms that hold several tokens, or are typed in another way; with more than one reading each is tried. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  cty: ["cti"],
  cong: ["cong"],
  ct: ["ct", "cti"],
  ctcp: ["cti cp"],
  ctytnhh: ["cti tnhh"],
  tyt: ["tram yt"],
  ttyt: ["tt yt"],
  ttdv: ["tt dv"],
  ttgdtx: ["tt gdtx"],
  bvđk: ["bv dk"],
  pgd: ["phong gd"],
  pgdđt: ["phong gd dt"],
  gdđt: ["gd dt"],
  mnon: ["mn"],
  thọc: ["th"],
  cđn: ["cd nganh"],
  cđvc: ["cd vc"],
  c1: ["th"],
  c2: ["thcs"],
  c3: ["thpt"],
  xdung: ["xd"],
  h: ["huyen"],
  p: ["phuong", "phong"],
  x: ["xa"],
  t: ["tinh"],
  q: ["quan"],
}

export const READINGS_OF = new Map(
  Object.entries(READINGS).map(([word, readings]) => [
    foldWords(word),
    readings.map((reading) => reading.split(" ").map((token) => foldWords(token))),
  ]),
)
const LONG_FORMS = Object.entries(TOKEN_OF)
  .map(([long, token]) => ({ keys: foldWords(long).split(" "), token: foldWords(token) }))
  .sort((one, other) => other.keys.length - one.keys.length)

/** Tokens people leave out and which tell no unit from another. */
export const COMMON = new Set(
  foldWords("cdcs cd cti cp tnhh mtv trường ngành các tỉnh huyện tp tx xã phường").split(" "),
)
/** Of those, what may stand in the query though the name has it not: "công ty TNHH" for a "công ty". */
export const LEGAL_FORM = new Set(["cdcs", "cd", "cti", "cp", "tnhh", "mtv", "truong"])
/** Words around a name: "em ở …", "đơn vị của em là …". Only where the name itself has no such word. */
export const AROUND = new Set(
  foldWords(
    "em anh chị tôi mình bác cô chú ở thuộc bên là của làm việc tại đơn vị nhé ạ nha với dạ vâng ơi chỗ",
  ).split(" "),
)

/** What federations are of, and the words around it that name no other unit. */
export const LEVELS = new Set(foldWords("tỉnh tp").split(" "))
export const AROUND_LEVEL = new Set(foldWords("cdcs cd ldld toàn cả cấp").split(" "))

/** Kinds of units, as tokens. */
export const KINDS: ReadonlySet<string> = new Set(LONG_FORMS.map(({ token }) => token))

/** The words of a name as tokens; long forms may carry a slip of the finger each word. */
export function tokens(key: string): string[] {
  const words = key.split(" ").filter((word) => word !== "")
  const made: string[] = []
  let at = 0
  while (at < words.length) {
    const long = LONG_FORMS.find(({ keys }) => keys.every((word, index) => isNearly(words[at + index], word)))
    made.push(long?.token ?? words[at] ?? "")
    at += long?.keys.length ?? 1
  }
  return made
}

function isNearly(typed: string | undefined, meant: string): boolean {
  if (typed === undefined) return false
  return typed === meant || (meant.length >= 4 && editDistance(typed, meant, 1) <= 1)
}
