import { clean, fold } from "./fold.ts"
import { NUMBER_WORDS } from "./number.ts"
import { WEEKDAY_SAID } from "./weekday.ts"

/** The words of a moment in one spelling, without marks and politeness. */
export function plainWords(text: string): string {
  return politely(rewritten(normalise(text)))
}

function normalise(text: string): string {
  // Without its marks "tới ngày 5" (until) would be "tối ngày 5" (in the evening), so it is told apart before.
  const marked = clean(text)
    .toLowerCase()
    .replace(/(^|\s)tới(?=\s(?:hết|ngày|tháng|cuối|khi|\d{1,2}[/.-]\d))/gu, "$1đến")
    .replace(/(thứ [^\s,]+|chủ nhật) (?:tới|này)(?=\s|,|$)/gu, "$1")
    .replace(/(^|\s)tới(?=\s|,|$)/gu, "$1sau")
    // Without its mark "mốt" (the day after tomorrow) is "một".
    .replace(/(^|\s)(?:ngày )?mốt(?=\s|,|$)/gu, "$1ngày kia")
  const words = fold(marked)
    .replace(/[–—−~]/g, "-")
    .replace(/[.;!?]+$/, "")
    .replace(/[()]/g, " ")
    .replace(/(?<!thu |t)(\d{1,2}|hai|ba|bon) (ngay|tuan|hom) (?:sau|toi)(?= |,|$)/g, "$1 $2 nua")
    .replace(/ ?\/ ?/g, "/")
    .replace(/(\d)['’′]/g, "$1")
    .replace(
      /(?:^| )(?:sang )?(tuan|thang) (?:sau|toi(?! (?:het|ngay|thang|cuoi|khi|\d{1,2}[/.-]\d)))(?= |,|$)|(?:^| )sang (tuan|thang)(?= |,|$)/g,
      (_, one, other) => {
        return ` ${one ?? other} sau`
      },
    )
    .replace(
      /(hang|moi) (?=(?:buoi )?(?:sang|trua|chieu|toi)(?: (?!(?:cac )?(?:thu |t[2-7]|chu nhat|cn))|,|$))/g,
      "$1 ngay ",
    )
    .replace(/(\d ?(?:h|g|gio)) (?=\d{1,3} (?:ngay|tuan) (?:nua|sau))/g, "$1, ")
    .replace(/ +/g, " ")
    .trim()
  const repeats = /(?:hang|moi) (?:tuan|ngay|thang)|(?:^| )(?:cac|moi) (?:thu|t[2-7])/.test(words)
  return repeats ? words.replace(/ toi (?=(?:het|ngay|thang|cuoi|khi|\d{1,2}[/.-]\d))/g, " den ") : words
}

function politely(words: string): string {
  let rest = words
  // "nhé em ơi" and "giúp chị với ạ": more than four words of courtesy is a sentence.
  for (let round = 0; round < 4; round++) {
    rest = rest
      .replace(/[ ,]+(?:a|nhe|nha|nhen|em|anh|chi|oi|giup|dum|gium|voi|di|bot|cho(?= ?$))$/, "")
      .replace(
        /^(?:gui|hen|nhac|dat lich|vao luc|vao|luc|thi|khoang|tam(?= \d)|trong(?= (?:sang|trua|chieu|toi|ngay) )|bat dau(?= luc)|,) (?=.)/,
        "",
      )
  }
  return rest.trim()
}

const HOUR_WORDS = [...NUMBER_WORDS, "muoi mot", "muoi hai"]
const SAID_HOURS = HOUR_WORDS.filter((word) => word !== "bay")
const COUNTED_DAYS = new RegExp(`(?<![\\w/])(${NUMBER_WORDS.join("|")}) (ngay|tuan|hom) nua`, "g")
const SPOKEN_HOUR = new RegExp(`(?<![\\w/])(${SAID_HOURS.toReversed().join("|")}) gio(?! (?:nua|sau))`, "g")
/** "bảy giờ"; without marks "bay gio" is rather now. */
const SEVEN = /(?<!\w)bay gio (?=sang|toi)/g
const numberOf = (word: string) => HOUR_WORDS.indexOf(word) + 1

/** Ways of saying the same, each as the plainest of them; in order. */
const SPOKEN: readonly (readonly [said: RegExp, plain: string | ((...found: string[]) => string)])[] = [
  [SEVEN, "7 gio "],
  [SPOKEN_HOUR, (_, word = "") => `${numberOf(word)} gio`],
  [COUNTED_DAYS, (_, word = "", unit = "") => `${numberOf(word)} ${unit} nua`],
  [/(?:^|(?<= ))sau (\d{1,2}) (ngay|tuan|hom)(?= |,|$)/g, "$1 $2 nua"],
  [/(\d{1,2}) hom nua/g, "$1 ngay nua"],
  // "8 rưỡi", "8 giờ kém 15", "8 sáng", "2 pm"
  [/(\d{1,2})(?: ?(?:h|g|gio))? ruoi(?! nua)/g, "$1h30"],
  [
    /(\d{1,2}) ?(?:h|g|gio) kem (\d{1,2})(?: ?(?:phut|p))?/g,
    (_, hour = "", less = "") => `${Number(hour) - 1}h${60 - Number(less)}`,
  ],
  [/(^|, ?)(\d{1,2}) (?=(?:sang|trua|chieu|toi)(?: |,|$))/g, "$1$2h "],
  [/(?<![\d:])(\d{1,2}) ?(am|pm)(?= |,|$)/g, "$1h $2"],
  [/(?<=(?:sang|chieu)) som(?= |,|$)/g, ""],
  [/(sang|trua|chieu|toi|ngay) mot(?= |,|$)(?! lan)/g, "$1 ngay kia"],
  [/ngay ngay kia/g, "ngay kia"],
  [/cuoi (?:ngay|buoi chieu)(?: (?:hom )?nay)?$/g, "cuoi gio chieu nay"],
  // Days
  [/(?:ngay )?(?:mung|mong) (?=\d)/g, "ngay "],
  [/(ngay \d{1,2}) nay(?= |,|$)/g, "$1"],
  [/(?<!ngay )(?<![\d/.-])(\d{1,2}) (?=thang (?:nay|sau)(?: |,|$)|(?:hang|moi) thang)/g, "ngay $1 "],
  [new RegExp(`(${WEEKDAY_SAID}) nay(?= |,|$)`, "g"), "$1"],
  [new RegExp(`(?<!tu )tuan sau,? (${WEEKDAY_SAID})(?= |,|$)`, "g"), "$1 tuan sau"],
  [/(dau|cuoi|giua) (thang|tuan) nao cung(?= |,|$)/g, "$1 moi $2"],
  // Repeating. What comes every few days has days of its own in the week, none of them a Sunday.
  [
    /(?:^|(?<= ))(?:(?:cu|moi|hang) )?(?:cach (?:mot |1 )?ngay(?: (?:mot|1) lan)?|(?:2|hai) ngay (?:mot|1) lan)(?= |,|$)/g,
    "cac thu 2,thu 4,thu 6",
  ],
  [
    /(?:^|(?<= ))(?:(?:moi|hang|mot|1) )?tuan (?:3|ba) lan(?= |,|$)|(?:^|(?<= ))(?:3|ba) lan (?:(?:moi|hang|mot|1|trong) )?tuan(?= |,|$)/g,
    "cac thu 2,thu 4,thu 6",
  ],
  [
    /(?:^|(?<= ))(?:(?:cu|moi) )?(?:3|ba|4|bon) ngay (?:mot |1 )lan(?= |,|$)|(?:^|(?<= ))cach (?:2|hai|3|ba) ngay(?: (?:mot|1) lan)?(?= |,|$)|(?:^|(?<= ))(?:(?:moi|hang|mot|1) )?tuan (?:2|hai) lan(?= |,|$)|(?:^|(?<= ))(?:2|hai) lan (?:(?:moi|hang|mot|1|trong) )?tuan(?= |,|$)/g,
    "cac thu 2,thu 5",
  ],
  [/(thu [2-7])((?: [2-7])+)(?![\dhg:/])/g, (_, first = "", more = "") => first + more.replaceAll(" ", ",")],
  [/(thu [2-7])((?:\/[2-7]){2,})(?![\d/])/g, (_, first = "", more = "") => first + more.replaceAll("/", ",")],
  [/(?<!\d )(?<!hai |ba )((?:hang|moi) )?(ngay|tuan|thang) (?:mot|1) lan/g, "moi $2"],
  [/dau (?:moi|hang) tuan/g, "moi thu 2"],
  [/cuoi (?:moi|hang) tuan/g, "moi cuoi tuan"],
  [/(?:^|,? )(?:ke )?tu (?:nay|gio|bay gio)(?: tro di)?(?= |,|$)/g, " "],
]

function rewritten(words: string): string {
  let plain = words
  for (const [said, meant] of SPOKEN) {
    plain = typeof meant === "string" ? plain.replace(said, meant) : plain.replace(said, meant)
  }
  return plain.replace(/ +/g, " ").trim()
}
