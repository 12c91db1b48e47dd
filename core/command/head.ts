import { fold } from "../text/fold.ts"

/** A command stands at the head of a message or nowhere: only so much of it, and so many words, are compared. */
export const LONGEST_HEAD = 600
const MOST_WORDS = 60
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** One word of the head of a message, and where it stands in the text. */
export type Word = {
  readonly key: string
  readonly typed: string
  readonly start: number
  readonly end: number
}

const DRAWN_OUT = /([a-z])\1{2,}/g

/** The key of a word without what is drawn out for friendliness, as in "nhaaa" and "ơiiii"; "gởi" is how the south spells "gửi". */
export function keyOfWord(typed: string): string {
  if (typed === "gởi") return "gui"
  return fold(typed).replace(DRAWN_OUT, "$1")
}

/** A cleaned message with the words of its head. `gap` is what stands between a word and the one before it. */
export class Head {
  readonly text: string
  readonly words: readonly Word[]
  #said: string | undefined

  constructor(text: string) {
    this.text = text
    const words: Word[] = []
    let end = 0
    // Half of what `matchAll` takes, which makes an array of each.
    for (const found of text.slice(0, LONGEST_HEAD).match(WORD)?.slice(0, MOST_WORDS) ?? []) {
      const start = text.indexOf(found, end)
      end = start + found.length
      const typed = found.toLowerCase()
      words.push({ key: keyOfWord(typed), typed, start, end })
    }
    this.words = words
  }

  /** The words, folded, with one space between them. */
  get said(): string {
    this.#said ??= this.words.map(({ key }) => key).join(" ")
    return this.#said
  }

  key(at: number): string {
    return this.words[at]?.key ?? ""
  }

  gap(at: number): string {
    const from = this.words[at - 1]?.end ?? 0
    return this.text.slice(from, this.words[at]?.start ?? this.text.length)
  }

  /** The text from word `at` on with an opening quote or bracket before it. */
  from(at: number): string {
    const word = this.words[at]
    const gap = this.gap(at)
    if (word === undefined) return gap.replace(LEADING_MARKS, "")
    const opening = /["'“”‘’«([<+-]*$/u.exec(gap)?.[0] ?? ""
    return this.text.slice(word.start - opening.length)
  }
}

const LEADING_MARKS = /^(?:[\s:,.;!?…=>*_~|→•·–—-]|\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\uFE0F])+/u

export const words = (list: string): ReadonlySet<string> => new Set(fold(list).split(" "))

/** Words by their keys, with the marks they bear: "nhớ" has the key of "nhờ" and is another word. */
export function spelled(list: string): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const found = Map.groupBy(list.split(/\s+/), (word) => fold(word))
  return new Map([...found].map(([key, same]) => [key, same.map(marksOf)]))
}

export function marksOf(word: string): ReadonlySet<string> {
  return new Set(word.normalize("NFD").match(/\p{M}/gu) ?? [])
}

/** Whether what was typed may be this word: the same letters, and no marks that it has not. */
export function isSpelled(typed: string, marks: ReadonlySet<string>): boolean {
  return marksOf(typed).isSubsetOf(marks)
}

/** Words that close a request and mean nothing for it: "hủy nhé em", "xem bxh với ad ơi". */
export const ENDING = words(
  "nhé nha nhen nhá nhỉ ạ ak ah à đi với vs em anh chị e c b ad bot bạn ơi nào hả giúp giùm dùm gium hộ cho mình mk tôi " +
    "vậy rồi luôn nè cái này đấy đó được dc ngay gấp thế z vào xem lại nữa đc xíu chút nghen",
)

/** Words people put before a request: "em ơi cho chị đăng ký …". */
const LEAD = spelled(
  "em e iem anh a chị c tôi toi mình mk m tui ban b cô co chú bác cháu con ông ad admin bot dạ vâng u uh ok oke okie " +
    "hello hi hey alo lô xin chào ơi oi thưa kính quý phép cho nhờ giúp giùm dùm hộ muốn mún mun cần được dc đc thêm nhé nha " +
    "với vs lại nữa gửi xem coi hỏi biết kiểm tra check mở hiện lấy cập nhật vui lòng làm ơn phiền này ạ đ để bây giờ " +
    "ban tổ chức các báo cáo bảng danh sách hồ sơ đồng chí đc dì thím vậy thế hehe hihi haha hjhj",
)

export function isLeadWord(word: Word): boolean {
  return isOneOf(word, LEAD)
}

export function isOneOf(
  { key, typed }: Word,
  list: ReadonlyMap<string, readonly ReadonlySet<string>[]>,
): boolean {
  return list.get(key)?.some((marks) => isSpelled(typed, marks)) ?? false
}

/** Of the lead words those that ask for something, and not only say who speaks. */
export const REQUEST = words("cho nhờ giúp giùm dùm muốn mún mun cần xin xem gửi lấy check hỏi ơi")

export const PRONOUN = words("em e anh a chị c tôi mình mk tui bạn b cô chú bác cháu con bọn chúng nhà")

/** Words between the command and a colon that are not the title: "đăng ký giúp chị sáng kiến này với: …". */
const FILLER = words(
  "em e anh a chị c tôi tui mình mk bạn b cô chú bác cho giúp jup giùm dùm hộ với vs thêm mới một cái này sau như của nữa lại " +
    "nhé nha ạ ak bot ad đi ik số sáng kiến skien sk skkn s san giải pháp đề tài ý tưởng kinh nghiệm cải tiến kỹ thuật là có ni ms " +
    "tên mang gọi gồm nội dung xin năm nay luôn đây dưới cấp cơ sở tỉnh ngành huyện xã đợt quý gấp đ c",
)
const COUNT = /^\d{1,4}$/

/** Whether a word between the command and a colon says nothing of the title; "01" and "2026" do not either. */
export function isFiller(key: string): boolean {
  return FILLER.has(key) || COUNT.test(key)
}

export const HARD_MARK = /[:：\n=→>|]|\s[-–—]|[–—]|-\s|👉/u

export function hasMarks(text: string): boolean {
  return /\p{M}|đ/u.test(text.slice(0, LONGEST_HEAD).normalize("NFD"))
}
