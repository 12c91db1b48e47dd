import { clean } from "./fold.ts"

/** As the south and the centre of the country say it; "răng" is a tooth elsewhere, and stands in what means nothing otherwise. */
const DIALECT =
  "không: hổng hem khum, tôi: tui, gửi: gởi, làm: mần, sao: răng, vậy: rứa, đâu: mô, nay: ni, đó: nớ, bây giờ: chừ, vào: vô, dùng: xài, hôm: bữa, không: nỏ, cái: cấy"

/** What young people type instead of the word; read so only where the words as they stand mean nothing. */
const SHORT_FORMS = new Map(
  (
    "không: k ko kg khg hok hông hong, được: dc đc, đâu: âu, biết: bít bik, nữa: nx nựa, rồi: r ròi, vậy: z v zậy zị, bây giờ: bh bjo, trước: trc, chưa: ch, mình: mk mik m, " +
    "mới: ms, với: vs, gì: j, thôi: thui thoi, kết quả: kq, muốn: mún mun, thế nào: ntn, làm: lm, người: ng, cũng: cx cug, hôm nay: hnay, hôm qua: hqua, bao nhiêu: bn, đến: đén, đơn vị: đv, chồng: ck, vợ: vk, em: e, giờ: h, đăng ký: đki dki, sao: s, tài khoản: tk, luôn: lun, công đoàn: cđ, giai đoạn: gđ, hướng dẫn: hd, điện thoại: đt, " +
    DIALECT
  )
    .split(", ")
    .flatMap((entry) => {
      const [word = "", forms = ""] = entry.split(": ")
      return forms.split(" ").map((form) => [form, word] as const)
    }),
)

/** What officers type in their notes. */
const OFFICER_FORMS = new Map([
  ...SHORT_FORMS,
  ...(
    "danh sách: ds dsách, số liệu: sl sliệu, báo cáo: bc bcáo, thống kê: tk tkê, đơn vị: đv dv, lĩnh vực: lv, tổng hợp: th, số liệu đăng ký: slđk sldk, " +
    "công nhận: cn, giai đoạn: gđ, công đoàn: cđ, chỉ tiêu: ct, tháng: thg, tiến độ: tđ, trường: trg, cơ sở: cs, ngày: ngy, liên đoàn lao động: lđlđ, hồ sơ: hs"
  )
    .split(", ")
    .flatMap((entry) => {
      const [word = "", forms = ""] = entry.split(": ")
      return forms.split(" ").map((form) => [form, word] as const)
    }),
])

/** "hổng có tiền chi mô": "chi" alone is somebody without her mark. */
const NOTHING_AT_ALL = /(?<![\p{L}\p{M}])chi mô(?![\p{L}\p{M}])/giu

/** More than one word at a time: "đơn vị mô", "có chi", "được nhiêu", "tới mô rồi", "hổm rày". */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{M}])(đơn vị|cái|ai|nhóm|bên|người|chỗ|tổ)(?: mô)(?![\p{L}\p{M}])/giu, "$1 nào"],
  [/(?<![\p{L}\p{M}])(tới|đến) mô(?![\p{L}\p{M}])/giu, "$1 đâu"],
  [/(?<![\p{L}\p{M}])(có|làm|được|nộp|cần) chi(?![\p{L}\p{M}])/giu, "$1 gì"],
  [/(?<!(?:^|\s)bao )(?<![\p{L}\p{M}])nhiêu(?![\p{L}\p{M}])/giu, "bao nhiêu"],
  [/(?<![\p{L}\p{M}])(?:hổm rày|hổm nay|mấy bữa nay|mấy bữa ni)(?![\p{L}\p{M}])/giu, "tuần này"],
  [/(?<![\p{L}\p{M}])(tuần|tháng|bữa) (?:hổm|hôm nọ)(?![\p{L}\p{M}])/giu, "$1 trước"],
  [/(?<![\p{L}\p{M}])(?:dzậy|dzị|dậy)(?= (?:em|anh|chị|là|mà)|[\s?.!]*$)/giu, "vậy"],
  [/(?<![\p{L}\p{M}])bữa mốt(?![\p{L}\p{M}])/giu, "ngày mốt"],
  [/(?<![\p{L}\p{M}])(đủ|đạt|giao|vượt|hết|xong) ct(?![\p{L}\p{M}])/giu, "$1 chỉ tiêu"],
  [/(?<![\p{L}\p{M}])(hiểu|thấy|biết|nói|giấy tờ|kèm) chi(?![\p{L}\p{M}])/giu, "$1 gì"],
  [/\s+(?:hè|hỉ|hen|nghen|coi)(?=[\s?.!]*$)/giu, ""],
]
const MAY_BE_PHRASE = /ct|mô|chi|nhiêu|hổm|bữa|dzậy|dậy|dzị|hè|hỉ|hen|coi/iu

function phrasesIn(text: string): string {
  if (!MAY_BE_PHRASE.test(text)) return text
  return PHRASES.reduce((typed, [pattern, words]) => typed.replace(pattern, words), text)
}

/** The words with their short forms written out, with `officer` those of officers too; undefined where there are none. */
export function spelledOut(text: string, options: { readonly officer?: boolean } = {}): string | undefined {
  const typed = phrasesIn(clean(text).replace(NOTHING_AT_ALL, "gì đâu"))
  const forms = options.officer === true ? OFFICER_FORMS : SHORT_FORMS
  const whole = typed.replace(
    /(?<![\p{L}\p{M}\d])[\p{L}\p{M}]{1,6}(?![\p{L}\p{M}\d])/gu,
    (word) => forms.get(word.toLowerCase()) ?? word,
  )
  return whole === clean(text) ? undefined : whole
}
