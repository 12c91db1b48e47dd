import type { Decision } from "../conversation/decision.ts"
import { saying, type Turn } from "../conversation/turn.ts"
import { clean, foldWords } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { aboutOwn } from "./about-own.ts"
import { initiativeCode } from "./code.ts"
import { askWhatIsMeant } from "./meant.ts"
import { placeOfTitle } from "./own-named.ts"
import { isTitle } from "./title.ts"
import {
  askAboutThis,
  askWhich,
  initiativeAnswered,
  isOpen,
  repeatWhichInitiative,
} from "./which-initiative.ts"

const LONGEST = 160
const SAID_FIRST = `(?:${oneOf("à, ờ, ừ, dạ, em, thì, mà, còn, cho, ơi, bot, ad, giúp, nhờ, anh, chị, tôi, mình")}[\\s,]+)*`
const THING = oneOf("cái, cai, chiếc, chiec, con, sáng kiến, sang kien, sk, hồ sơ, ho so")
const DEED = oneOf(
  "sửa, sua, đổi, doi, bổ sung, bo sung, làm lợi, lam loi, lĩnh vực, linh vuc, đồng tác giả, dong tac gia, tên là, ten la, hủy, huy, rút, rut, xóa, xoa, chia, thêm, them, áp dụng, ap dung",
)
/** "cái xe đẩy sửa lại 25 triệu": the thing, and what is to be done with it. */
const THING_AHEAD = new RegExp(
  `^${SAID_FIRST}${THING}\\s+(.{2,60}?)\\s+(?:thì\\s+|thi\\s+)?(${DEED}(?=\\s).+)$`,
  "isu",
)
/** "sk số 3 làm lợi 10 triệu": the only numbers anybody was shown are those of the codes. */
const NUMBERED = new RegExp(
  `^${SAID_FIRST}${oneOf("sáng kiến, sang kien, sk, hồ sơ, ho so")}\\s+(?:số|so)\\s+(\\d{1,6})\\s+(\\S.+)$`,
  "isu",
)
/** "cái thứ 2", "cái cuối": which one that is depends on whether they count from the first or the newest, so it is asked. */
const BY_PLACE =
  /^(?:thứ|thu|số|so)?\s*(?:\d{1,2}|nhất|nhat|hai|ba|tư|tu|năm)$|^(?:đầu|dau|cuối|cuoi|trước|truoc|sau|kia|đó|do|này|nay|vừa rồi|vua roi|mới nhất|moi nhat)(?:\s+(?:tiên|tien|cùng|cung))?$/iu

/** "cái xe gom rác bỏ đi" */
const THING_GONE = new RegExp(
  `^${SAID_FIRST}${THING}\\s+(.{2,60}?)\\s+(?:thì\\s+|thi\\s+)?(?:hủy|huy|rút|rut|xóa|xoa|bỏ|bo)(?:\\s+${oneOf("đi, di, luôn, luon, giúp em, giúp anh, giúp chị, nhé, nhe, ạ, hộ em")})+[\\s.!]*$`,
  "isu",
)
/** "rút cái xe đẩy" */
const WITHDRAWN_THING = new RegExp(
  `^${SAID_FIRST}(?:hủy|huy|rút|rut|xóa|xoa|bỏ|bo)\\s+${THING}\\s+(.{2,60}?)(?:\\s+${oneOf("đi, di, nhé, nhe, giúp em, giúp anh, giúp chị, ạ, với, voi")})*[\\s.!]*$`,
  "isu",
)

/** "sửa tên xe đẩy thành xe gom rác": the one that is called so. */
const RENAMED_THING = new RegExp(
  `^${SAID_FIRST}(?:sửa|sua|đổi|doi)\\s+(?:(?:lại|lai|giúp|giup)\\s+)*(?:tên|ten)\\s+(.{2,60}?)\\s+(?:thành|thanh|sang)\\s*:?\\s+(\\S+\\s.+)$`,
  "isu",
)

const ONESELF = /^(?:em|tôi|toi|mình|minh|tui)$/iu

const KIN = "(?:(?:anh|chị|chi|bạn|ban|em|cô|chú|bác|vợ|chồng)\\s+)?"
const NAME = "\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){1,5}"
const POLITE = `(?:\\s+${oneOf("giùm, dùm, giúp, hộ, cho, em, anh, chị, tôi, mình, tui, nhé, nhe, ạ, với, voi, nữa")})*`
const OF_THING = `${THING}(?:\\s+(.{2,60}?))?${POLITE}`
const END = "[\\s.!]*$"
/** "thêm Trần Thị Lan vào cái giá treo" */
const JOINS_THING = new RegExp(
  `^${SAID_FIRST}(?:ghi\\s+)?(?:[Tt]hêm|[Tt]hem)\\s+${KIN}(${NAME})\\s+(?:vào|vao)\\s+${OF_THING}${END}`,
  "su",
)
/** "bỏ Trần Thị Lan ra", "xóa bình khỏi sáng kiến giá treo", "xóa tên bạn Linh ra khỏi sáng kiến, bạn ấy nghỉ việc rồi" */
const LEAVES_THING = new RegExp(
  `^${SAID_FIRST}(?:[Bb]ỏ|[Bb]o|[Xx]óa|[Xx]oá|[Xx]oa|[Gg]ỡ|[Gg]o|[Rr]út|[Rr]ut)\\s+(?:tên\\s+|ten\\s+|cái\\s+|cai\\s+)?${KIN}(?:(${NAME}|(?<=(?:anh|chị|cô|chú|bác|bạn)\\s)\\p{Lu}\\p{L}*)\\s+(?:ra|đi)|(.{2,40}?)\\s+(?:ra\\s+)?(?:khỏi|khoi))(?:\\s+(?:khỏi|khoi))?(?:\\s+${OF_THING}|${POLITE})(?:${END}|\\s*,)`,
  "su",
)

/** "xóa cô ấy ra": who stands beside the author of the one they answer, or of the only one that has anybody. */
const LEAVES_UNNAMED = new RegExp(
  `^${SAID_FIRST}(?:bỏ|bo|xóa|xoá|xoa|gỡ|go|rút|rut)\\s+(?:tên\\s+|ten\\s+)?(?:của\\s+|cua\\s+)?(?:cô|co|chị|chi|anh|ông|ong|bà|ba|bạn|ban|người|nguoi|đồng tác giả|dong tac gia)(?:\\s+(?:ấy|ay|kia|đó|do|này|nay))?(?:\\s+${oneOf("ra, đi, di, khỏi, khoi, danh sách, sáng kiến, giúp em, giúp anh, giúp chị, nhé, ạ")})+[\\s.!]*$`,
  "iu",
)

/**
 * Whoever has registered several speaks of one by its words or its place: "cái xe đẩy sửa lại 25 triệu", "bỏ Trần Thị Lan ra". Undefined
 * where no such wish is told.
 */
export async function ownSpoken(turn: Turn): Promise<Decision | undefined> {
  const { person, chat } = turn.context
  const typed = clean(turn.written.text)
  if (person === undefined || chat.kind !== "private" || typed.length > LONGEST) return undefined
  const [, number, told] = NUMBERED.exec(typed) ?? []
  if (told !== undefined)
    return await askWhatIsMeant(saying(turn, `${initiativeCode(Number(number))} ${told}`))
  const begun = lowerFirst(typed)
  const [, joining, joined = ""] = JOINS_THING.exec(begun) ?? []
  if (joining !== undefined)
    return await narrowed(turn, joined, await askWhich(turn, (code) => `đồng tác giả ${code} ${joining}`))
  const unnamed = LEAVES_UNNAMED.test(typed) ? await onlyCoAuthor(turn, person.id) : undefined
  if (unnamed !== undefined) return unnamed
  const [, named, called, left = ""] = LEAVES_THING.exec(begun) ?? []
  const leaving = named ?? called
  if (leaving !== undefined && ONESELF.test(leaving)) return await leavesOnly(turn, person.id)
  const only = leaving === undefined ? undefined : await withCoAuthor(turn, person.id, leaving)
  if (only !== undefined) return only
  if (leaving !== undefined)
    return await narrowed(turn, left, await askWhich(turn, (code) => `đồng tác giả ${code} bỏ ${leaving}`))
  const [, renamed = "", title] = RENAMED_THING.exec(typed) ?? []
  if (title !== undefined && isTitle(title)) {
    const asked = await askWhich(turn, (code) => `sửa ${code}: ${title}`)
    const named = await onlyNamed(turn, renamed, asked)
    if (named !== undefined) return named
  }
  const gone = WITHDRAWN_THING.exec(typed)?.[1]
  if (gone !== undefined) {
    const asked = await aboutOwn(turn)
    return asked && (await narrowed(turn, gone, asked))
  }
  const dropped = THING_GONE.exec(typed)?.[1]
  if (dropped !== undefined)
    return await onlyNamed(turn, dropped, await askWhich(turn, (code) => `hủy ${code}`))
  const [, thing = "", deed] = THING_AHEAD.exec(typed) ?? []
  if (deed === undefined) return undefined
  const asked = await aboutOwn(saying(turn, deed))
  if (asked?.dialogue?.step !== "which_initiative") return undefined
  return BY_PLACE.test(thing) ? asked : await onlyNamed(turn, thing, asked)
}

/** "xóa tên em ra khỏi sáng kiến": of the only one in which somebody else is the author; undefined where none is, or several are. */
async function leavesOnly(turn: Turn, personId: string): Promise<Decision | undefined> {
  const { newest } = await turn.reads.initiativesOf(personId, MOST_TEAMS)
  const [only, ...others] = newest.filter((each) => isOpen(each) && each.authorId !== personId)
  return only === undefined || others.length > 0
    ? undefined
    : askAboutThis(turn, only, (code) => `đồng tác giả ${code} rút`)
}

/** As a sentence begins: its first word is no name. */
function lowerFirst(typed: string): string {
  return typed.charAt(0).toLowerCase() + typed.slice(1)
}

async function narrowed(turn: Turn, thing: string, asked: Decision): Promise<Decision> {
  return (await onlyNamed(turn, thing, asked)) ?? asked
}

/** The one of theirs beside whose author somebody of that name stands; undefined where none does, or several do. */
async function withCoAuthor(turn: Turn, personId: string, name: string): Promise<Decision | undefined> {
  const called = ` ${foldWords(name)}`
  const newest = (await turn.reads.initiativesOf(personId, MOST_TEAMS)).newest.filter(isOpen)
  const teams = await Promise.all(newest.map(async ({ number }) => await turn.reads.team(number)))
  const joined = teams.flatMap((team) =>
    team?.coAuthors.some((each) => ` ${foldWords(each.name)}`.endsWith(called)) ? [team] : [],
  )
  const [only, ...others] = joined
  if (only === undefined || others.length > 0) return undefined
  const asked = await askWhich(turn, (code) => `đồng tác giả ${code} bỏ ${name}`)
  return await onlyNamed(turn, only.title, asked)
}

/** The only one who stands beside them in the initiative that they answer, or in the only one of theirs that has anybody. */
async function onlyCoAuthor(turn: Turn, personId: string): Promise<Decision | undefined> {
  const { reads } = turn
  const answered = await initiativeAnswered(turn)
  const newest =
    answered === undefined
      ? (await reads.initiativesOf(personId, MOST_TEAMS)).newest.filter(isOpen)
      : [answered]
  const teams = await Promise.all(newest.map(async ({ number }) => await reads.team(number)))
  const [only, ...others] = teams.flatMap((team) =>
    team !== undefined && team.coAuthors.length > 0 ? [team] : [],
  )
  const [mate, another] = only?.coAuthors ?? []
  if (only === undefined || others.length > 0 || mate === undefined || another !== undefined) return undefined
  const asked = await askWhich(turn, (code) => `đồng tác giả ${code} bỏ ${mate.name}`)
  return await onlyNamed(turn, only.title, asked)
}

const MOST_TEAMS = 5

/** The question with the one that the words name; undefined where they name none, or several. */
async function onlyNamed(turn: Turn, thing: string, asked: Decision): Promise<Decision | undefined> {
  const { dialogue } = asked
  if (thing === "" || dialogue?.step !== "which_initiative") return undefined
  const place = await placeOfTitle(saying(turn, thing), dialogue.offered)
  const command = dialogue.offered[(place ?? 0) - 1]
  const label = dialogue.labels?.[(place ?? 0) - 1]
  if (command === undefined || label === undefined) return undefined
  const only = { ...dialogue, offered: [command], labels: [label] }
  return { dialogue: only, ...repeatWhichInitiative(turn, only) }
}
