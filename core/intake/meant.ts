import { Head } from "../command/head.ts"
import { beginsLikeTitle, tellsAGain } from "../command/object.ts"
import type { Decision } from "../conversation/decision.ts"
import type { MeantDialogue } from "../conversation/dialogue.ts"
import type { InitiativeView } from "../conversation/initiative-view.ts"
import { reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import { parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { isPersonName } from "./author-name.ts"
import { initiativeCode, namesCode } from "./code.ts"
import { thingsIn } from "./own-named.ts"
import { sectorCalled } from "./sector.ts"
import { namesWorkplace, soundsLikeTalk } from "./talk.ts"
import { isTitle } from "./title.ts"
import { mayTell, tellsHowItWas, tellsMore } from "./told.ts"
import { isOpen, JUST_NOW_MS } from "./which-initiative.ts"

/** So long after a registration what is said without any command may be more about it. */
const RECENTLY_MS = 60 * 60_000
/** A nod to a receipt adds nothing to it. */
const SAYS_SOMETHING = /\S+\s+\S+\s+\S/u
const LONGEST_TITLE = 300
/** In UTF-16 units; more is a document, and no guess of ours. */
export const LONGEST = 2_000
const FEWEST_WORDS = 4
/**
 * Words that give no command but may be the title of an initiative, or more about the one that was just registered: it is
 * asked which. Undefined when they are neither.
 */
export async function askWhatIsMeant(turn: Turn): Promise<Decision | undefined> {
  const { context, written } = turn
  const text = clean(written.text)
  const { person } = context
  if (text.length > LONGEST || context.campaign === undefined) return undefined
  if (!mayTell(text)) return undefined
  const named = NAMED.exec(text)
  if (named !== null) return person && (await askWhetherMore(turn, person.id, named))
  const sector = sectorCalled(text, context.campaign.campaign.sectors)
  // "ghi trước phần mô tả SK-29: …" is said of that one.
  const recent = person === undefined || namesCode(text) ? undefined : await justRegistered(turn, person.id)
  const isGain = recent !== undefined && text.split(" ").length <= MOST_GAIN_WORDS && ONLY_A_GAIN.test(text)
  const isNew = sector === undefined && !isGain && mayBeTitle(text)
  const isMore = recent !== undefined && (sector !== undefined || isNew || isAbout(text, recent.title))
  // "cái xe đẩy bình oxy bằng một tay" behind a rack is rather another one, which is asked.
  const isOther =
    isMore && sector === undefined && recent !== undefined && namesAnotherThing(text, recent.title)
  if (!isNew && !isMore) return undefined
  return ask(turn, {
    text: sector === undefined ? text : `lĩnh vực: ${sector}`,
    isNew: isNew || isOther,
    ...(isMore ? { recent: recent.number } : {}),
  })
}

/** "à SK-000004 làm lợi 6 triệu một tháng": of no other one, and of one's own only. */
async function askWhetherMore(
  turn: Turn,
  personId: string,
  { 1: number, index, input, 0: { length } }: RegExpExecArray,
): Promise<Decision | undefined> {
  const found = await turn.reads.initiative(Number(number))
  const isOwn = found !== undefined && [found.authorId, found.submitterId].includes(personId)
  // "Cải tiến SK-000004 thành …" keeps its words: only what is said to the bot is no part of them.
  const text = SAID_FIRST.test(input.slice(0, index)) ? input.slice(index + length) : input
  if (!isOwn || !isOpen(found) || !SAYS_SOMETHING.test(text)) return undefined
  return ask(turn, { text, isNew: false, recent: found.number })
}

/** How it was and is, told right behind a receipt, is rather more about that one; whoever says no goes on to name it. */
export async function askWhetherToldOfLast(turn: Turn): Promise<Decision | undefined> {
  const { context, written, moment } = turn
  const recent = context.person && (await justRegistered(turn, context.person.id))
  return recent !== undefined &&
    moment.now - recent.createdAt <= JUST_NOW_MS &&
    mayTell(written.text) &&
    !beginsLikeTitle(new Head(clean(written.text)))
    ? ask(turn, { text: clean(written.text), isNew: false, recent: recent.number })
    : undefined
}

const NAMED = /(?<![\p{L}\d])sk\s*[-–—]?\s*0*(\d{1,9})(?!\d)[\s:,.–—-]*/iu
const SAID_FIRST = /^(?:(?:à|ờ|ừ|ơ|ah|dạ|vâng|thì|mà|còn|em|ơi|cho|cái|mã|sáng kiến|sang kien)[\s,]+)*$/iu

/** "lấy lại giúp tôi", "thôi đừng hủy nữa", "đăng ký lại cái vừa hủy" */
const TAKE_BACK = "huy, xoa, rut"
const RESTORES = new RegExp(
  `(?:^| )(?:${[
    `${oneOf("lay, khoi phuc, phuc hoi, hoan tac")}(?: lai)?(?: ${oneOf(
      "giup, cho, ho, gium, cai, sk, sang kien, em, anh, chi, toi, minh, vua, nay, do, a, nhe, voi, duoc, dc, khong, ko, k",
      TAKE_BACK,
    )})*`,
    `${oneOf("dung, khong, ko")} ${oneOf(TAKE_BACK)}(?: nua)?`,
    `dang k[yi] lai ${oneOf("cai, sk, sang kien, cho, giup")}?.{0,20}${oneOf(TAKE_BACK)}.{0,15}`,
  ].join("|")})\\W*$`,
)
const LONGEST_WISH = 80
const MOST_LOOKED_BACK = 5

/** What was withdrawn stays so; somebody who wants it back is asked whether it is to be registered anew. */
export async function askToRestore(turn: Turn): Promise<Decision | undefined> {
  const { context, written, reads } = turn
  const isWish = written.text.length <= LONGEST_WISH && RESTORES.test(fold(clean(written.text)))
  if (!isWish || context.person === undefined) return undefined
  const { newest } = await reads.initiativesOf(context.person.id, MOST_LOOKED_BACK)
  const gone = newest.find(({ status }) => status === "withdrawn")
  if (gone === undefined) return undefined
  const opening = { key: "restore-ask", args: { code: initiativeCode(gone.number) } }
  return ask(turn, { text: gone.title, isNew: true }, [opening])
}

/** Whether words without any command may be what an initiative is called. */
export function mayBeTitle(text: string): boolean {
  const head = new Head(text)
  return (
    text.length <= LONGEST_TITLE &&
    !text.includes("\n") &&
    head.words.length >= FEWEST_WORDS &&
    isTitle(text) &&
    !soundsLikeTalk(text) &&
    !namesWorkplace(text) &&
    (beginsLikeTitle(head) || (tellsAGain(head) && parseMoney(text).kind !== "money"))
  )
}

/** Words behind "đăng ký" that lack a colon: asked whether they are a title. */
export function askWhetherTitle(turn: Turn, title: string): Decision {
  return ask(turn, { text: title, isNew: true })
}

/** What was passed on by somebody who may register for others: `by`, who wrote it, is offered where that is a whole name. */
export function askWhose(turn: Turn, title: string, by: string | undefined): Decision {
  const named = by !== undefined && isPersonName(by) ? { by } : {}
  return ask(turn, { text: title, isNew: true, passedOn: named })
}

/** More about the initiative: what tells of an idea anyhow, or speaks of the thing it is called by. */
function isAbout(text: string, title: string): boolean {
  if (!SAYS_SOMETHING.test(text)) return false
  return (
    tellsMore(text) ||
    tellsHowItWas(text) ||
    thingsIn(text).intersection(thingsIn(title)).size >= FEWEST_SHARED
  )
}

const FEWEST_SHARED = 2
/** "mỗi ngày tiết kiệm được khoảng 30 phút", "giảm 30% phế phẩm": of the one registered a moment ago. */
const ONLY_A_GAIN =
  /^(?:mỗi|moi|một|mot|1)\s+(?:ngày|ngay|tháng|thang|năm|nam|ca|tuần|tuan|lần|lan|giờ|gio)\s|^(?:đỡ|giảm|giam|tiết kiệm|tiet kiem|tăng|tang)\s+(?:(?:được|duoc|dc|khoảng|khoang|tầm|tam)\s+)*\d/iu
const MOST_GAIN_WORDS = 8
const NAMES_A_THING =
  /^(?:cái|cai|chiếc|chiec|bộ|bo|máy|may|xe|giá|gia|kệ|ke|tủ|tu|bàn|ban|khay|hộp|hop)\s+(?!này|nay|đó|do|đấy|day|kia)\S+\s+\S/iu

function namesAnotherThing(text: string, title: string): boolean {
  return NAMES_A_THING.test(text) && isTitle(text) && thingsIn(text).intersection(thingsIn(title)).size === 0
}
/** The person's newest initiative, when it was written down a moment ago and still can be changed. */
async function justRegistered(
  { moment, reads }: Turn,
  personId: string,
): Promise<InitiativeView | undefined> {
  const [newest] = (await reads.initiativesOf(personId, 1)).newest
  const isRecent = newest !== undefined && moment.now - newest.createdAt <= RECENTLY_MS
  return isRecent && isOpen(newest) ? newest : undefined
}

/** The question once more. */
export function repeatMeant(turn: Turn, dialogue: MeantDialogue): Decision {
  return ask(turn, dialogue)
}

export type Words = Pick<MeantDialogue, "text" | "isNew" | "recent" | "passedOn">

/** Asks which of the things that words may be meant for they are. */
export function ask(
  turn: Turn,
  { text, isNew, recent, passedOn }: Words,
  opening: readonly Phrase[] = [],
): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const code = recent === undefined ? undefined : initiativeCode(recent)
  const typed = quote(text.split("\n", 1)[0] ?? "")
  const labels = optionsOf({ text, isNew, ...given({ recent, passedOn }) }).map(({ label }) => label)
  const question: Phrase = !isNew
    ? { key: "supplement-ask", args: { code: code ?? "" } }
    : passedOn !== undefined
      ? { key: "meant-whose", args: { typed } }
      : code === undefined
        ? { key: "meant-title", args: { typed } }
        : { key: "meant-which", args: { typed, code } }
  return {
    dialogue: {
      step: "meant",
      ask,
      askedAt: moment.now,
      text,
      isNew,
      ...given({ recent, passedOn }),
    },
    say: [reply(turn, { phrases: [...opening, question], choices: { ask, labels } })],
  }
}

/** What is offered, and the command that each stands for; none for the last, which is neither. */
export function optionsOf({
  text,
  isNew,
  recent,
  passedOn,
}: Words): readonly { readonly label: Phrase; readonly command?: string }[] {
  if (passedOn !== undefined) {
    const { by } = passedOn
    const theirs = { key: "choice-register-for", args: { name: by ?? "" } }
    return [
      ...(by === undefined ? [] : [{ label: theirs, command: `đăng ký hộ ${by}: ${text}` }]),
      { label: { key: "choice-register-mine" }, command: `đăng ký: ${text}` },
      { label: { key: "choice-register-not" } },
    ]
  }
  const code = recent === undefined ? undefined : initiativeCode(recent)
  const register = {
    label: { key: code === undefined ? "choice-register" : "choice-new-idea" },
    command: `đăng ký: ${text}`,
  }
  const add = {
    label: isNew ? { key: "choice-add", args: { code: code ?? "" } } : { key: "choice-right" },
    command: `bổ sung ${code} ${text}`,
  }
  return [...(isNew ? [register] : []), ...(code === undefined ? [] : [add]), { label: { key: "choice-no" } }]
}
