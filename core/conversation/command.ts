import { fold } from "../text/fold.ts"

/** A command word of the contract, however it was typed. */
export type CommandName =
  | "register"
  | "registerFor"
  | "add"
  | "edit"
  | "cancel"
  | "resume"
  | "back"
  | "skip"
  | "mine"
  | "progress"
  | "ranking"
  | "search"
  | "myData"
  | "help"
  | "claim"
  | "link"
  | "invite"
  | "review"
  | "recognize"
  | "askMore"
  | "refuse"
  | "onPortal"
  | "remind"
  | "tally"
  | "targets"
  | "export"
  | "honour"
  | "greet"
  | "thanks"

/** `rest` is what followed the command, as typed; `slash` tells that it was typed the way platforms' menus do. */
export type Command = { readonly name: CommandName; readonly rest: string; readonly slash: boolean }

/**
 * Every word and alias of the contract, folded. With `alone` a command stands only when nothing follows it: those words
 * also begin ordinary sentences ("tiếp tục họp", "mã hàng …").
 */
const WORDS: readonly {
  readonly name: CommandName
  readonly words: readonly string[]
  readonly alone?: true
}[] = [
  {
    name: "registerFor",
    words: [
      "dang ky ho",
      "dangkyho",
      "dk ho",
      "nop ho",
      "dang ky sang kien ho",
      "nop sang kien ho",
      "dk sk ho",
    ],
  },
  {
    name: "register",
    words: [
      "dang ky sang kien",
      "dang ki sang kien",
      "dang ky sk",
      "dang ki sk",
      "dang ky",
      "dang ki",
      "dangky",
      "dk sang kien",
      "dk sk",
      "dksk",
      "dk",
      "nop sang kien",
      "nop sk",
    ],
  },
  { name: "add", words: ["bo sung", "bosung"] },
  { name: "edit", words: ["sua"] },
  { name: "cancel", words: ["huy bo", "huy", "thoi khong dang ky nua"] },
  { name: "resume", words: ["tiep", "tiep tuc"], alone: true },
  { name: "back", words: ["quay lai", "quaylai"], alone: true },
  { name: "skip", words: ["bo qua", "boqua"], alone: true },
  { name: "mine", words: ["cua toi", "cuatoi", "sk cua toi", "sang kien cua toi"], alone: true },
  { name: "progress", words: ["tien do", "tiendo", "ket qua"] },
  { name: "ranking", words: ["bang xep hang", "xep hang", "xephang", "bxh"] },
  { name: "search", words: ["tim kiem", "tim"] },
  { name: "myData", words: ["du lieu cua toi", "dulieu"], alone: true },
  {
    name: "help",
    words: ["tro giup", "trogiup", "giup", "giup do", "help", "start", "huong dan"],
    alone: true,
  },
  { name: "claim", words: ["ma"] },
  { name: "link", words: ["lien ket", "lienket"] },
  { name: "invite", words: ["moi"] },
  { name: "review", words: ["duyet"] },
  { name: "recognize", words: ["cong nhan"] },
  { name: "askMore", words: ["hoi them"] },
  { name: "refuse", words: ["tu choi"] },
  { name: "onPortal", words: ["len cong"] },
  { name: "remind", words: ["nhac"] },
  { name: "tally", words: ["tong hop", "tonghop", "tong ket"] },
  { name: "targets", words: ["chi tieu", "giai doan", "dot cao diem"] },
  { name: "export", words: ["xuat"] },
  { name: "honour", words: ["vinh danh", "vinhdanh"] },
  {
    name: "greet",
    words: [
      "chao",
      "xin chao",
      "chao em",
      "chao bot",
      "em chao",
      "hello",
      "hi",
      "alo",
      "a lo",
      "em oi",
      "bot oi",
      "ad oi",
    ],
    alone: true,
  },
  {
    name: "thanks",
    words: ["cam on", "cam on em", "cam on bot", "thanks", "thank you", "cam on nhe"],
    alone: true,
  },
]

const BY_LENGTH = WORDS.flatMap((entry) =>
  entry.words.map((word) => ({ name: entry.name, word, alone: entry.alone === true })),
).sort((one, other) => other.word.length - one.word.length)

/** Words people put before a request: "em ơi cho chị đăng ký …". Only skipped in front of a registration. */
const POLITE = new Set(
  "em oi ad bot admin chi anh a c minh toi cho xin nho giup gium muon can duoc dc them voi nhe da vang ban cau bac chu co lai".split(
    " ",
  ),
)
const MOST_POLITE_WORDS = 8

/** The command that `text` begins with, or undefined. */
export function readCommand(text: string): Command | undefined {
  const typed = text.trim()
  return commandAt(typed) ?? politeRegistration(typed)
}

function commandAt(typed: string): Command | undefined {
  const slash = typed.startsWith("/")
  const body = slash ? typed.slice(1) : typed
  // Folding keeps one folded character per typed one only after NFC; so words are compared, then cut from the typed text.
  const words = body.split(/\s+/)
  for (const { name, word, alone } of BY_LENGTH) {
    const count = word.split(" ").length
    const head = words.slice(0, count)
    if (head.length < count) continue
    const last = head[count - 1] as string
    const [lastWord, glued] = splitAtPunctuation(last)
    if (fold([...head.slice(0, -1), lastWord].join(" ")) !== word) continue
    const rest = `${glued} ${restAfter(body, count)}`
      .trim()
      .replace(/^[:\-–—,.!?;]+\s*/, "")
      .trim()
    if (alone && rest !== "" && !slash) continue
    return { name, rest, slash }
  }
  return undefined
}

/** "đăng ký: Cải tiến" and "ĐK:Cải tiến" both end the command at the colon. */
function splitAtPunctuation(word: string): [string, string] {
  const at = word.search(/[:,.!?;]/)
  return at <= 0 ? [word, ""] : [word.slice(0, at), word.slice(at)]
}

/** What follows the first `count` words, with its line breaks. */
function restAfter(body: string, count: number): string {
  let at = 0
  for (let word = 0; word < count; word++) {
    while (at < body.length && /\s/.test(body[at] as string)) at++
    while (at < body.length && !/\s/.test(body[at] as string)) at++
  }
  return body.slice(at)
}

function politeRegistration(typed: string): Command | undefined {
  const words = typed.split(/\s+/).slice(0, MOST_POLITE_WORDS + 1)
  let skipped = 0
  while (skipped < words.length && POLITE.has(fold(words[skipped] as string).replace(/[,.!:]+$/, "")))
    skipped++
  if (skipped === 0 || skipped > MOST_POLITE_WORDS) return undefined
  const command = commandAt(restAfter(typed, skipped).trim())
  if (command?.name !== "register") return undefined
  // "cho chị đăng ký sáng kiến này với: …": what is asked for stands behind the colon.
  const colon = command.rest.indexOf(":")
  const lead = fold(command.rest.slice(0, Math.max(colon, 0)))
  const isFiller = colon > 0 && lead.split(" ").every((word) => FILLER.has(word))
  return isFiller ? { ...command, rest: command.rest.slice(colon + 1).trim() } : command
}

const FILLER = new Set("nay voi nhe sang kien mot cai moi cua minh toi em chi anh giup a".split(" "))
