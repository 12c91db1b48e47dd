/**
 * What a message asks for, read by itself. Which file tells what:
 *
 *     read.ts              in which order the readers look at a message; beginning.ts at which of the words at its head (head.ts) a command may begin
 *     member-phrases.ts    every way to say a command, and officer-phrases.ts; phrase.ts finds them, slip.ts with a slip of the finger
 *     shapes.ts            what may stand behind a command; command-shapes.ts behind a single one
 *     registration.ts      what is registered: behind what (before-title.ts), for whom (for-whom.ts), whether it is an idea (object.ts) or
 *                          talk (registration-talk.ts); wish.ts and opening-wish.ts where it is said in other words
 *     question.ts          questions instead of commands, as tables (asked.ts); about rules, one's own unit and an officer's day in
 *                          rule-question.ts, own-unit-question.ts, officer-question.ts, everyday-question.ts; others-question.ts about others,
 *                          score-question.ts about the points of units
 *     record-talk.ts       what officers say of one record in the middle of a sentence; verdict-said.ts what they order of records beside
 *                          other words
 *     record-order.ts      what members say around the code of a record, told from its parts: corrected-field.ts, team-told.ts
 *     nearest-question.ts  a question that fits none of them, by the examples it is most like (question-examples.ts)
 *     list-question.ts     what an officer wants listed, told from its parts (list-words.ts)
 *     file-wanted.ts       the file that an officer wants of something
 *     officer-order.ts     targets, headcounts and, in schedule-words.ts, phases in an officer's own words
 *     other-order.ts       the verb behind its code; english.ts the same in English
 *     requests.ts          several requests in one message, officer-requests.ts those of officers; beside.ts what is said to the bot beside its work
 */
import { isRecord } from "../intake/registration.ts"
import { LONGEST_REGISTRATION } from "../intake/title.ts"
import { recent } from "../remember.ts"
import { clean, fold } from "../text/fold.ts"
import { inDigits } from "../text/spelled-number.ts"
import { asked } from "./asked.ts"
import { beginnings } from "./beginning.ts"
import { joinedAs } from "./co-author.ts"
import { codeAhead } from "./code-ahead.ts"
import type { Command } from "./command.ts"
import { inVietnamese } from "./english.ts"
import { fileWanted } from "./file-wanted.ts"
import { forSomebody, isForSelf } from "./for-whom.ts"
import { codeHandedOver } from "./handed-over-code.ts"
import { Head } from "./head.ts"
import { asksForReport, officerQuestion } from "./officer-question.ts"
import { opensRegistration } from "./opening-wish.ts"
import { hourBehind, registrationAhead, verbAhead } from "./other-order.ts"
import { joinedPhrase, marksAgree, namesRecord, phraseAt, phrasesAt, tailOf } from "./phrase.ts"
import { asksHow, movesAccount, questionAsCommand } from "./question.ts"
import { recordOrder } from "./record-order.ts"
import { talkInstead } from "./record-talk.ts"
import {
  handedIn,
  isClear,
  request,
  titleBehindSender,
  titleWithoutColon as unmarkedTitle,
} from "./registration.ts"
import { askedCode } from "./shapes.ts"
import { verdictSaid } from "./verdict-said.ts"
import { forColleague, introduced, nearlyRegister, ofKin, wished } from "./wish.ts"

/** Far above what platforms let people send; what lies beyond is not looked at. */
const LONGEST_MESSAGE = 20_000
/** "👍", "❤️🙏": what people send instead of "dạ, cảm ơn em". */
const ONLY_A_FACE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\s)+$/u

/** Whoever sends one of these is at a loss. */
const ASKING_FACE = /[❓❔⁉🤔🆘🤷😕]/u

/** What only officers write; without marks these are words of everyday talk, "chi tiêu" among them. */
const BARE_OFFICER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^chi tieu(?= )/i, "chỉ tiêu"],
  [/^nhat k[yi](?= )/i, "nhật ký"],
  [/^vai tro(?= )/i, "vai trò"],
  [/^nhom(?= )/i, "nhóm"],
  // With an hour or a day behind it; "nhac cu" is music.
  [
    /^(?:gui )?nhac(?= .*(?:\d ?h|\d gio|\bsang|\bchieu|\bmai\b|\bthu (?:hai|ba|tu|nam|sau|bay|\d)|\bhang (?:tuan|ngay)|\bhang (?:tuan|ngay)|\btruoc (?:ngay|\d)))/i,
    "nhắc",
  ],
]

/** Commands that set numbers, which officers may write in words: "phấn đấu một trăm". */
const SETS_NUMBERS =
  /^(?:(?:giao|dat|tang|giam|nang|ha) )?(?:chi tieu|phan dau|giai doan|dot cao diem|don vi) |(?:muoi|tram|nghin|ngan)(?: [a-z]+){0,4} (?:doan vien|lao dong)(?: |$)/
const LONGEST_SETTING = 300

/**
 * The command that `text` gives, or undefined: a question about registering is `help`, talk is nothing. Looks at the head only.
 * With `officer` also the words that only officers write are taken without their marks, and numbers in words.
 */
export function readCommand(text: string, options: { readonly officer?: boolean } = {}): Command | undefined {
  const typed = options.officer === true ? withDigits(text) : text
  const verdict = options.officer === true ? verdictSaid(typed) : undefined
  if (verdict !== undefined) return verdict
  const command = readInOrder(typed, options)
  if (options.officer !== true) return command
  if (command?.name === "register" && LISTS_RECORDS.test(typed)) return undefined
  const talk = command && talkInstead(command, typed)
  if (talk !== undefined) return talk
  if (command?.name === "askRule" && command.rest === "most") return asked("honour", "")
  const file = command === undefined || command.name === "tally" ? fileWanted(typed) : undefined
  if (file !== undefined) return file
  if (command === undefined && NAMES_A_RECORD.test(typed)) {
    const order = recordOrder(typed, { fieldsOnly: true })
    const officers = readBareOfficer(typed, undefined)
    return officers ?? (order === undefined ? undefined : readHead(order))
  }
  const mayBeReport = command === undefined || command.name === "targets" || command.name === "progress"
  return mayBeReport ? (readBareOfficer(typed, command) ?? command) : command
}

/** What was typed, or the same with its parts in the order in which commands are written. */
function readInOrder(typed: string, options: { readonly officer?: boolean }): Command | undefined {
  const hasNumber = /\d/.test(typed)
  const order = hasNumber && NAMES_A_RECORD.test(typed) ? orderOfRecord(typed, options) : undefined
  const ordered = order === undefined ? undefined : readHead(order)
  if (ordered !== undefined) return ordered
  const command = readOnce(typed)
  const behind =
    command === undefined && options.officer === true && REMINDS.test(typed) ? hourBehind(typed) : undefined
  if (behind !== undefined) return readHead(behind)
  if (command !== undefined || !hasNumber || !NUMBER_SOON.test(typed)) return command
  const request = registrationAhead(typed)
  return request === undefined ? undefined : readHead(request)
}

/** The order about one record with its verb first; what is said to be wrong, or said politely, is more than its parts in a row. */
function orderOfRecord(typed: string, options: { readonly officer?: boolean }): string | undefined {
  const ahead = CODE_SOON.test(typed) ? verbAhead(typed, options) : undefined
  if (options.officer === true || (ahead !== undefined && !SAYS_MORE.test(fold(typed)))) return ahead
  return recordOrder(typed) ?? ahead
}

const SAYS_MORE =
  /(?:^|[ ,])(?:sai|nham|lon|thieu|phai la|dung ra|moi dung|chu)(?=[ ,]|$)|[ ,](?:giup|nhe|nha|a|em|voi)\W*$/
/** "SK-301 đến SK-320 đã có trên cổng", "SK-12: hỏi lại họ …": an officer speaks of records, and names no idea. */
const LISTS_RECORDS =
  /^\W*sk\s?[-–—]?\s?\d{1,9}(?:\s*(?:[,;&→]|->|=>|đến|den|tới|toi|và|va|với|voi)\s*(?:sk\s?[-–—]?\s?)?\d|\s\d|(?<=\d\d)\s*[:：]|\s*[:：]\s*(?:hỏi|hoi|công nhận|cong nhan|duyệt|duyet|từ chối|tu choi|loại|loai|bác|bac|đạt|dat|bảo|bao|nhắn|nhan|trả|tra|ok|đã|da)(?!\p{L}))/iu
const REMINDS = /^.{2,70}\snh[aắ]c\s?/isu
const NAMES_A_RECORD = /(?<![\p{L}\p{N}])sk\s?[-–—]?\s?\d/iu
const CODE_SOON = /^.{0,60}?sk\s{0,2}[-–—]?\s{0,2}\d/isu
const NUMBER_SOON = /^.{0,60}\d/su

function withDigits(text: string): string {
  if (text.length > LONGEST_SETTING) return text
  const typed = clean(text)
  return SETS_NUMBERS.test(fold(typed)) ? inDigits(typed) : text
}

/**
 * A crowd says the same few words, "đăng ký", "1", "bỏ qua", and several who look at one message, between which others have
 * their turn, ask whether it is a command: what was read lately is not read again.
 */
const lately = recent<string, { readonly command: Command | undefined }>(500)
/** Of what is longer hardly anything comes twice, and it would be kept in whole. */
const LONGEST_KEPT = 1_000

function readOnce(text: string): Command | undefined {
  if (text.length > LONGEST_KEPT) return readHead(text)
  const known = lately.get(text)
  if (known !== undefined) return known.command
  const command = readHead(text)
  lately.set(text, { command })
  return command
}

function readBareOfficer(text: string, instead: Command | undefined): Command | undefined {
  const typed = clean(text.slice(0, LONGEST_MESSAGE))
  const head = new Head(typed)
  if (instead !== undefined) return asksForReport(head) ? officerQuestion(head) : undefined
  const found = BARE_OFFICER_WORDS.find(([bare]) => bare.test(typed))
  return (found && readHead(typed.replace(...found))) ?? officerQuestion(head)
}

/** "ý tôi là tôi muốn đăng ký …" */
const MEANS =
  /^(?:à\s+)?ý\s+(?:của\s+)?(?:tôi|em|anh|chị|mình|cô|bác)\s+là\s+(?=(?:tôi|em|anh|chị|mình|cô|bác|muốn|đăng|đk)\s)/iu

function readHead(text: string): Command | undefined {
  const typed = clean(text.slice(0, LONGEST_MESSAGE)).replace(MEANS, "")
  const slash = /^\/\p{L}/u.test(typed)
  // Telegram writes the bot's name behind the command in groups.
  const head = new Head(slash ? typed.slice(1).replace(/^(\p{L}+)@\w+/u, "$1") : typed)
  if (slash) return slashCommand(head)
  const record = wholeRecord(head)
  if (record !== undefined) return record
  const english = inVietnamese(typed)
  if (english !== undefined) return readHead(english)
  if (ONLY_A_FACE.test(typed)) return asked(ASKING_FACE.test(typed) ? "help" : "thanks", "")
  const code = codeHandedOver(typed)
  if (code !== undefined) return asked("claim", code)
  if (asksHow(head)) return asked("help", "")
  if (movesAccount(head)) return asked("askRule", "account")
  for (const at of beginnings(head)) {
    const command = commandAt(head, at) ?? ofKin(head, at)
    if (command !== undefined) return command
  }
  const behindCode = joinedAs(head) ?? codeAhead(head)
  if (behindCode !== undefined) return behindCode
  const colleague = forColleague(head)
  if (colleague !== undefined) return colleague
  const title = handedIn(head) ?? titleBehindSender(head)
  if (title !== undefined) return asked("register", title)
  return introduced(head) ?? wished(head) ?? askedAbout(head) ?? questionAsCommand(head) ?? opening(head)
}

/** Where free words are expected these are an answer: "em có sáng kiến". */
function opening(head: Head): Command | undefined {
  return opensRegistration(head) ? { name: "register", rest: "", slash: false, clear: false } : undefined
}

/** The title of a message that begins with "đăng ký" and would register with a colon behind it; undefined for all others. */
export function titleWithoutColon(text: string): string | undefined {
  const head = new Head(clean(text.slice(0, LONGEST_MESSAGE)))
  const found = phrasesAt(head, 0).find(({ phrase }) => phrase.name === "register")
  return found === undefined ? undefined : unmarkedTitle(tailOf(head, found.phrase, 0, found.count))
}

/** What the address hands over by which somebody goes on in private with what they began in a group. */
export const START_RESUMES = "tiep"

function slashCommand(head: Head): Command | undefined {
  if (head.key(0) === "start" && head.from(1) === START_RESUMES)
    return { ...asked("resume", ""), slash: true }
  // "/bỏ NH-3": of two that begin alike the one that what follows belongs to.
  const fitting = phrasesAt(head, 0).find(
    ({ phrase, count }) => phrase.shape(tailOf(head, phrase, 0, count)) !== undefined,
  )
  const { phrase, count } = fitting ?? phraseAt(head, 0) ?? joinedPhrase(head) ?? {}
  if (phrase === undefined || count === undefined) return undefined
  const tail = tailOf(head, phrase, 0, count)
  // "/start <payload>" and "/tim mã 12": what a menu's command is followed by is its own affair.
  const accepted = phrase.shape(tail) ?? head.from(count)
  return { name: phrase.name, rest: accepted, slash: true, clear: true }
}

function commandAt(head: Head, at: number): Command | undefined {
  for (const { phrase, count, exact } of phrasesAt(head, at)) {
    const tail = { ...tailOf(head, phrase, at, count), exact }
    const another = phrase.name === "register" ? forSomebody(tail) : undefined
    if (another !== undefined) return asked("registerFor", another)
    const accepted = phrase.shape(tail)
    if (accepted === undefined) continue
    // Marks that belong to other words, "tiền đó trả chưa": then the command must stand alone, or name a record, "hũy SK-000123".
    if (
      accepted !== "" &&
      !phrase.strict &&
      phrase.name !== "register" &&
      !namesRecord(head, at + count) &&
      !marksAgree(head, phrase, at, count)
    )
      continue
    if (phrase.name === "registerFor" && isForSelf(tail)) {
      const own = request({ ...tail, at: at + count })
      if (own !== undefined) return asked("register", own)
    }
    const clear = phrase.name !== "register" || accepted === "" || isClear({ ...tail, at: at + count })
    return { name: phrase.name, rest: accepted, slash: false, clear }
  }
  return nearlyRegister(head, at)
}

/** "SK-000123", "sáng kiến sk 12 đến đâu rồi ạ?": a code and nothing that is to be done with it. */
function askedAbout(head: Head): Command | undefined {
  const rest = askedCode(head)
  return rest === undefined ? undefined : asked("look", rest)
}

/** A record sent whole, without any command: it names its title by a label. */
function wholeRecord(head: Head): Command | undefined {
  const text = head.text.slice(0, LONGEST_REGISTRATION)
  if (!/[:：\n\t]/.test(text)) return undefined
  return isRecord(text) ? asked("register", head.text) : undefined
}
