import { readCommand } from "../command/command.ts"
import { hasMarks } from "../command/head.ts"
import { behindThanks } from "../command/requests.ts"
import type { Context } from "../conversation/context.ts"
import { both, type Decision } from "../conversation/decision.ts"
import type { PendingMessage, WhichInitiativeDialogue } from "../conversation/dialogue.ts"
import type { InitiativeView } from "../conversation/reads.ts"
import { answer, askForNumber, pendingOf, reply, saying, type Turn } from "../conversation/turn.ts"
import { isGivenName, readNamedShares } from "../ideas/shares.ts"
import { parsePick } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { clean, fold, foldWords } from "../text/fold.ts"
import { parseMoney } from "../text/money-reading.ts"
import { oneOf } from "../text/pattern.ts"
import { initiativeCode, readCode } from "./code.ts"
import { otherTitle } from "./guided-words.ts"
import { readSlip } from "./slip.ts"
import { isTitle } from "./title.ts"
import { givesUp, isQuestion } from "./told.ts"

const MOST_OFFERED = 3
const MOST_LOOKED_AT = 20
/** Stands for the code in a command whose initiative is still asked for. */
const CODE_PLACE = "⟨mã⟩"
/** What can still be changed by whoever sent it. */
const OPEN: ReadonlySet<string> = new Set(["registered", "under_review", "needs_more_info"])

/** Whether the initiative can still be changed by whoever sent it. */
export function isOpen({ status }: Pick<InitiativeView, "status">): boolean {
  return OPEN.has(status)
}

/** "bổ sung trước cắt tay, nay cắt máy", "hủy cái vừa rồi": all that is missing is which record is meant; "sửa máy" is about a machine. */
const ABOUT_OWN =
  /^(?:bo sung|huy|xoa|sua|doi(?= (?:lai )?(?:ten|tieu de|linh vuc|tac gia))|(?:rut|bo)(?= (?:lai |giup |ho |(?:cho )?(?:em|anh|chi|minh) )*(?:cai |mot )*(?:sang kien|sk|ho so|cai|nay|kia|do))) (?!may(?! (?:cai|sang kien|sk|ho so) ))/
const LEADS = new RegExp(
  `^(?:${oneOf(
    "dạ, à, a, ờ, ừ, ok, quên, quen, mà, ma, còn, con, thôi, thui, thoai, thêm nữa, them nua, ngoài ra, ngoai ra, nữa là, nua la, với lại, voi lai",
    "em, anh, chị, chi, tôi, toi, mình, minh, bác, bac, cô, chú, dì, cháu, chau, cho, xin, muốn, muon, nhờ, nho, bot, ad, ơi, oi, là, la, e, a, c",
    "huhu, hu, hic, ôi, ui, ối, trời, troi, chết, chet, lỡ, lo, mới, moi, vừa, vua",
  )}[\\s,]+)*`,
  "iu",
)
/** "sửa lại giúp chị cái …" */
const HELP = oneOf(
  "lại, lai, giúp, giup, hộ, ho, dùm, dum, cho, em, anh, chị, chi, mình, minh, cô, chú, bác, tôi, toi, cái, cai, này, nay, với, nhé",
)
/** "sửa lại giúp: …" */
const RENAMED = new RegExp(`^(?:${HELP}\\s*)*[:：]\\s*(.+)$`, "isu")
/** "sửa: …" is read as "sửa : …". */
const RENAMES_AHEAD = /^(sửa|sua)(?=[:：])/iu
const AGAIN =
  /^(?:(?:lại|lai|giúp|giup|hộ|ho|dùm|dum|cho|em|anh|chị|chi|mình|minh|cái|cai|sáng kiến|sang kien|sk|này|nay|đó|do|vừa|vua|rồi|roi|nãy|gửi|gui|đăng ký|dang ky)\s+)*/iu
/** What "sửa" can be about without saying the new title. */
const FIELD_NAMED = /^(?:lam loi|gia tri|linh vuc|tac gia|ten|tieu de|so tien)(?: |$|:)/
/** "sửa tiền thành 25 triệu", "sửa thành 25tr": all that is meant is the amount. */
const AMOUNT_NAMED =
  /^(?:(?:số |so )?(?:tiền|tien)(?: làm lợi| lam loi)?\s*)?(?:(?:thành|thanh|là|la|lên|len|còn|con|xuống|xuong)\s+)?/iu
/** "thêm là làm từ tấm mica thừa", "ghi thêm ý này: …" */
const ADDS =
  /^(?:(?:ghi|viết|viet)\s+)?(?:thêm|them)\s+(?:cho\s+\S+\s+)?(?:là|la|ý|y|vào|vao|nội dung|noi dung)(?:\s+(?:này|nay|là|la))*\s*:?\s+(\S+\s+\S+\s.+)$/isu
/** One field said by itself, "lĩnh vực là môi trường". */
const NAMES_DESCRIPTION = /^(?:mo ta|noi dung|cach lam)\s*:\s*\S/
const LONGEST_DESCRIPTION = 2_000
const NAMES_FIELD = /^(?:linh vuc|ngay ap dung|ap dung (?:tu|lan dau))(?: |:)/
const NAMES_TEAM = /^(?:them |ghi |ghi them )?dong tac gia\W*(?=\w)/
const TEAM = /^.*?(?:đồng tác giả|dong tac gia)\W*/iu
const WITHDRAWS =
  /^(?:(?:gui|dang ky|nop|ghi|dk) nham\W.*(?:xoa|huy|bo|rut)|(?:khong|ko|k) (?:gui|nop|dang ky|dk) nua|(?:xoa|huy|bo|rut)(?= ))(?: (?:di|giup|ho|lai|het|tat ca|cac|may|sang kien|sk|ho so|cua|toi|minh|em|anh|chi|nhe|nha|a|cai|do|nay|kia|vua|roi|oi))*\W*$/
/** "em gửi nhầm, bỏ cái kệ đi": which one is asked. */
const SENT_BY_MISTAKE =
  /^(?:gui|dang ky|nop|dk) nham\W+(?:\S+ ){0,3}?(?:xoa|huy|bo|rut)(?: (?:giup|ho|em|anh|chi))* (?:cai|sang kien|sk|ho so) .{1,60}$/
/** "tôi đăng ký nhầm rồi" */
const ONLY_A_MISTAKE =
  /^(?:gui|dang ky|nop|dk) (?:nham|lon)(?: (?:mat|roi|sang kien|sk|cai|ho so|vua|nay|do|a|em|nhe|thi|lam|sao|gio))*\W*$/
/** "chia 70/30", "chia lại 50/30/20 nhé" */
const SHARES_SAID =
  /^(?:chia|tỷ lệ|ty le)(?:\s+(?:lại|lai|là|la|thành|thanh))*\s+(\d{1,3}(?:\s*[/–-]\s*\d{1,3})+)(?:\s+(?:nhé|nhe|ạ|a|em|nha))*[\s.!]*$/iu

/** "bác ghi sai, là kệ để mỏ hàn hai tầng", "dì ghi lộn tên, sửa lại là túi đựng kéo" */
const PUT_RIGHT =
  /^(?:ghi|viết|viet|gõ|go|đặt|dat|gửi|gui)\s+(?:sai|nhầm|nham|lộn|lon)(?:\s+(?:tên|ten|rồi|roi))*[\s,.:]+(?:(?:sửa|sua|phải|phai|đúng|dung)(?:\s+(?:lại|lai|ra))?\s+)?(?:là|la|thành|thanh)\s*:?\s+(.+)$/isu

/** "tên đúng là giá treo dây hơi con lăn đôi" */
const RIGHT_TITLE =
  /^(?:tên|ten|tiêu đề|tieu de)(?:\s+(?:sáng kiến|sang kien|sk))?\s+(?:đúng|dung|chuẩn|chuan|chính xác|chinh xac|phải|phai)(?:\s+(?:ra|của nó|cua no))?\s*(?:là|la|:)\s*:?\s*(.+)$/isu

/** "sai tên rồi, giá treo dây hơi con lăn đôi mới đúng", "sai rồi tên là xe đẩy vải ba tầng" */
const WRONG_TITLE =
  /^(?:sai|nhầm|nham)(?:\s+(?:rồi|roi))?[\s,.]+(?:tên|ten)(?:\s+(?:rồi|roi|mất rồi|mat roi))*[\s,.:]*(?:(?:phải|phai|đúng|dung)?\s*(?:là|la)\s*:?\s+)?(\S+\s.+?)(?:\s+(?:mới đúng|moi dung|mới phải|cơ|co))?(?:\s+(?:nhé|nhe|ạ|em))*$/isu

/** The title in the place of one that was written by mistake. */
function titlePutRight(typed: string): string | undefined {
  const title = (PUT_RIGHT.exec(typed) ?? RIGHT_TITLE.exec(typed) ?? WRONG_TITLE.exec(typed))?.[1]?.trim()
  return title !== undefined && isTitle(title) ? title : undefined
}

/** "sửa tên anh Hùng thành Ma Văn Hưng": a person's name, and no title. */
const AUTHOR_RENAMED =
  /^(?:sửa|sua|đổi|doi)(?:\s+(?:lại|lai|giúp|giup))*\s+(?:họ\s+|ho\s+)?(?:tên|ten)\s+(?:tác giả|tac gia|anh|chị|chi|cô|co|chú|chu|bác|bac|bạn|ban)(?=\s).{0,30}?\s(?:thành|thanh|là|la)\s+(\p{L}+(?:\s\p{L}+){1,5})$/iu

const LONGEST_FIELD = 200
/** Said by itself behind a registration without one: "làm lợi tầm năm chục triệu một năm nhé". */
const NAMES_BENEFIT =
  /^(?:(?:no |cai nay |sang kien nay |sk nay )?(?:lam loi|gia tri lam loi|tiet kiem|loi))(?: |:)/
const LONGEST_BENEFIT = 80
/** "làm lợi sửa lại là 30 triệu": in the place of what is written there. */
const PUTS_RIGHT = /(?:^| )(?:sua|doi|chinh|dieu chinh|cap nhat|moi dung|chu khong|ghi lai|tinh lai)(?: |$)/
const REASONED = /(?<=\s)(?:vì|vi|do|tại|tai|lý do|ly do)\s.*$/isu

/** A wish to change something of one's own that does not say which: asks for it. Undefined when the words are no such wish. */
export async function aboutOwn(turn: Turn): Promise<Decision | undefined> {
  const { text } = turn.written
  const right = readSlip(text)
  if (right !== undefined) return await askWhich(turn, (code) => `sửa ${code} ${right}`)
  const typed = clean(text).replace(LEADS, "").replace(RENAMES_AHEAD, "$1 ")
  const said = fold(typed)
  const amount = NAMES_BENEFIT.test(said) && text.length <= LONGEST_BENEFIT ? parseMoney(typed) : undefined
  if (amount?.kind === "money")
    return PUTS_RIGHT.test(said)
      ? await askWhich(turn, (code) => `sửa ${code} làm lợi: ${amount.money.raw}`)
      : await askWhich(turn, (code) => `bổ sung ${code} ${typed}`)
  const more = ADDS.exec(typed)?.[1]
  if (more !== undefined) return await askWhich(turn, (code) => `bổ sung ${code} ${more}`)
  const title = otherTitle(typed) ?? titlePutRight(typed)
  if (title !== undefined) return await askWhich(turn, (code) => `sửa ${code}: ${title}`)
  if (NAMES_FIELD.test(said) && text.length <= LONGEST_FIELD)
    return await askWhich(turn, (code) => `bổ sung ${code} ${typed}`)
  if (NAMES_DESCRIPTION.test(said) && text.length <= LONGEST_DESCRIPTION) {
    const asked = await askWhich(turn, (code) => `bổ sung ${code} ${typed}`)
    if (asked.dialogue !== undefined) return asked
  }
  if (NAMES_TEAM.test(said) && text.length <= LONGEST_FIELD && !isQuestion(text)) {
    const names = typed.replace(TEAM, "")
    if (readNamedShares(names)?.some(({ name }) => isGivenName(name)))
      return answer(turn, "draft-team-full-name")
    return await askWhich(turn, (code) => `đồng tác giả ${code} ${names}`)
  }
  const shares = SHARES_SAID.exec(typed)?.[1]
  if (shares !== undefined) return await askWhich(turn, (code) => `đồng tác giả ${code} ${shares}`)
  // "rút sáng kiến thì có bị phạt không" only asks.
  if (isQuestion(text) && / thi (?:co|bi|phai|duoc|sao) /.test(said)) return undefined
  if (withdraws(typed) || SENT_BY_MISTAKE.test(said) || ONLY_A_MISTAKE.test(said) || givesUp(text))
    return await askWhich(turn, (code) => `hủy ${code}`)
  if (!ABOUT_OWN.test(said)) return undefined
  // The command is made of our own words: typed with other marks, "hũy", theirs would be no command, and asked about for ever.
  const [, second = "", ...others] = typed.split(" ")
  const author = AUTHOR_RENAMED.exec(typed)?.[1]
  if (author !== undefined) return await askWhich(turn, (code) => `sửa ${code} tác giả: ${author}`)
  if (said.startsWith("bo sung "))
    return await askWhich(turn, (code) => `bổ sung ${code} ${others.join(" ")}`)
  if (said.startsWith("sua ") || said.startsWith("doi ")) {
    const rest = [second, ...others].join(" ").replace(AGAIN, "")
    const amended = rest.replace(AMOUNT_NAMED, "")
    const amount = amended.length <= LONGEST_BENEFIT ? parseMoney(amended) : undefined
    if (amount?.kind === "money")
      return await askWhich(turn, (code) => `sửa ${code} làm lợi: ${amount.money.raw}`)
    const renamed = RENAMED.exec([second, ...others].join(" "))?.[1]
    if (renamed !== undefined && isTitle(renamed))
      return await askWhich(turn, (code) => `sửa ${code}: ${renamed}`)
    return FIELD_NAMED.test(fold(rest))
      ? await askWhich(turn, (code) => `sửa ${code} ${rest}`)
      : answer(turn, "which-code")
  }
  const reason = REASONED.exec(typed)?.[0] ?? ""
  return await askWhich(turn, (code) => `hủy ${code} ${reason}`)
}

/** "rút sáng kiến", "xóa hết đi": what is to be gone is not named. */
export function withdraws(text: string): boolean {
  return WITHDRAWS.test(fold(clean(text)))
}

/** "hủy" while nothing is under way: which of one's own, where one has any that can still be taken back. */
export async function cancelWhich(turn: Turn): Promise<Decision> {
  const asked = await askWhich(turn, (code) => `hủy ${code}`)
  return asked.dialogue === undefined ? answer(turn, "nothing-to-cancel") : asked
}

function wordsOf(text: string): Set<string> {
  return new Set(foldWords(text).split(" "))
}

const SMALL_WORDS = new Set(
  "cho cua cai con nay kia thi duoc khong giup lam bang voi trong roi anh chi minh toi nhe nha".split(" "),
)

/** "kệ", "xe", "gá": short words that name a thing and hardly ever anything else. */
const SHORT_THINGS = new Set(["ke", "xe", "ga"])

/** The words of a text that name things, folded. */
export function thingsIn(text: string): Set<string> {
  return new Set(
    [...wordsOf(text)].filter(
      (word) => (word.length > 2 || SHORT_THINGS.has(word)) && !SMALL_WORDS.has(word),
    ),
  )
}

/** How many things of a title a text names: by their marks, "bạn" is no "bàn", where it is typed with any. */
function thingsShared(text: string): (title: string) => number {
  const typed = (words: string) =>
    new Set(
      clean(words)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
  const folded = thingsIn(text)
  const marked = hasMarks(text) ? typed(text) : undefined
  return (title) => {
    const things = [...typed(title)].filter((word) => thingsIn(word).size > 0)
    return things.filter((word) => marked?.has(word) ?? folded.has(foldWords(word))).length
  }
}

const FEWEST_NAMED = 2
const LONGEST_QUESTION = 120
/** "cái khay ốc vít hôm nọ đến đâu rồi em" */
const STANDS =
  /(?:^| )(?:den|toi) dau(?: |$)|(?:^| )(?:sao|the nao|ra sao) roi(?: |$)|(?:duyet|xet|cong nhan|ket qua|len cong)(?: gi)? chua(?: |$)/

/** The code of the one initiative of the person's whose title a question about how far it is speaks of. */
export async function askedByTitle(turn: Turn): Promise<string | undefined> {
  const { text } = turn.written
  if (text.length > LONGEST_QUESTION || !STANDS.test(fold(clean(text)))) return undefined
  const found = await ownSpokenOf(turn)
  return found && initiativeCode(found.number)
}

/** The one initiative of the person's whose title the words speak of, more than of any other's. */
export async function ownSpokenOf({
  context: { person },
  written: { text },
  reads,
}: Pick<Turn, "context" | "written" | "reads">): Promise<InitiativeView | undefined> {
  if (person === undefined || text === "") return undefined
  const said = thingsIn(text)
  if (said.size < FEWEST_NAMED) return undefined
  const [best, second] = (await reads.initiativesOf(person.id, MOST_LOOKED_AT)).newest
    .map((view) => ({ view, named: thingsIn(view.title).intersection(said).size }))
    .filter(({ named }) => named >= FEWEST_NAMED)
    .sort((one, other) => other.named - one.named)
  return best === undefined || best.named === second?.named ? undefined : best.view
}

/** "cái kệ khuôn được duyệt chưa em", "hôm trước em gửi mấy cái rồi nhỉ", "gửi lại giúp em cái mã": the list of one's own tells. */
const OWN_ASKED =
  /(?:hom|lan|bua) truoc .{0,20}noi (?:toi|den) dau|(?:^| )(?:gui|nop|dang ky|dk)(?: .{1,40})? (?:nhan duoc|nhan|thay|co nhan duoc)(?: (?:roi|cua (?:anh|chi|em|toi|minh|bac)))? (?:chua|khong|ko|k)\W*$|(?:^| )(?:gui|nop|dang ky|dk)(?: duoc)? (?:may|bao nhieu) (?:cai|sang kien|sk)|^(?:cho )?(?:em |anh |chi |toi |minh |bac |co |chu )?xem lai\W*$|^(?:(?:em|cho|xin|gui|nhac|lay) )*(?:lai |giup |ho |cho |em |anh |chi |toi |minh |xin )*(?:cai )?ma(?: (?:sang kien|sk|cua|em|anh|chi|toi|minh|voi|a|nhe))*\W*$/
const NAMES_ONE = /(?:^| )(?:cai|sang kien|sk|ho so)(?: |$)/

/** Whether somebody who has registered asks how their own stand, or what their codes are. */
export function asksHowOwnStand({ context, written: { text } }: Turn): boolean {
  if (context.person === undefined || text.length > LONGEST_QUESTION) return false
  const said = fold(clean(text))
  return OWN_ASKED.test(said) || (STANDS.test(said) && NAMES_ONE.test(said))
}

/** The one that the message tells of which is answered, whosever it is. */
export async function initiativeAnswered({
  context,
  written,
  reads,
}: Turn): Promise<InitiativeView | undefined> {
  return written.replyTo === undefined
    ? undefined
    : await reads.initiativeToldIn(context.chat.id, written.replyTo)
}

/**
 * Offers the initiatives of the person that can still be changed, those whose titles they speak of before the newest, or the one alone whose
 * message they answer; `again(code)` is the command as it could have been written.
 */
export async function askWhich(turn: Turn, again: (code: string) => string): Promise<Decision> {
  const { context, reads } = turn
  const { person } = context
  const answered = await initiativeAnswered(turn)
  if (answered !== undefined) return ofThese(turn, [answered], again)
  if (person === undefined) return answer(turn, "which-code")
  const own = await reads.initiativesOf(person.id, MOST_LOOKED_AT)
  const handedIn = await reads.handedInBy(person.id, MOST_LOOKED_AT)
  const shared = thingsShared(turn.written.text)
  const offered = [...own.newest, ...handedIn.newest]
    .filter(isOpen)
    .map((view) => ({ ...view, named: shared(view.title) }))
    .sort((one, other) => other.named - one.named || other.number - one.number)
    .slice(0, MOST_OFFERED)
  return ofThese(turn, offered, again)
}

/** As `askWhich`, of this one. */
export function askAboutThis(
  turn: Turn,
  initiative: Pick<InitiativeView, "number" | "title">,
  again: (code: string) => string,
): Decision {
  return ofThese(turn, [initiative], again)
}

function ofThese(
  turn: Turn,
  offered: readonly Pick<InitiativeView, "number" | "title">[],
  again: (code: string) => string,
): Decision {
  const { moment } = turn
  if (offered.length === 0) return answer(turn, "which-code")
  const ask = moment.newId()
  const labels = offered.map(({ number, title }) => `${initiativeCode(number)} · ${quote(title)}`)
  const question: WhichInitiativeDialogue = {
    step: "which_initiative",
    ask,
    askedAt: moment.now,
    offered: offered.map(({ number }) => again(initiativeCode(number)).trim()),
    labels,
    command: again(CODE_PLACE).trim(),
  }
  return { dialogue: question, ...repeatWhichInitiative(turn, question) }
}

/** The question once more: it says what will be done with the one that is chosen. */
export function repeatWhichInitiative(
  turn: Turn,
  { ask, labels, offered }: WhichInitiativeDialogue,
): Decision {
  if (labels === undefined) return askForNumber(turn, offered.length)
  const [first = ""] = offered
  const deed = DEEDS.get(readCommand(first)?.name ?? "") ?? "other"
  const key = labels.length === 1 ? "which-initiative-only" : "which-initiative"
  return {
    say: [
      reply(turn, {
        phrases: [{ key, args: { deed } }],
        choices: { ask, labels: labels.map((text) => ({ text })) },
      }),
    ],
  }
}

/** As the sentence that asks which one names them. */
const DEEDS: ReadonlyMap<string, string> = new Map([
  ["cancel", "cancel"],
  ["edit", "edit"],
  ["add", "add"],
  ["coAuthor", "team"],
])

/**
 * The command, with its code, where one initiative alone can be meant: nobody is asked then. What would be taken back is asked
 * about all the same.
 */
export function onlyMeant({ dialogue }: Decision): string | undefined {
  if (dialogue?.step !== "which_initiative" || dialogue.offered.length > 1) return undefined
  const [only = ""] = dialogue.offered
  // What is no command would come back here as the same question.
  const command = readCommand(only)
  return command === undefined || command.name === "cancel" ? undefined : only
}

/** "thôi không xóa nữa" */
const REFUSES =
  /^(?:(?:thoi|a|da|em|oi) )*(?:khong|ko|k|dung) (?:can )?(?:xoa|huy|bo|rut|sua|doi|bo sung)(?: (?:nua|dau|em|a|nhe|nha|gi|cai|nao|het))*\W*$/
const LONGEST_HINT = 60
const POINTING = wordsOf(
  "cái con sáng kiến sk này đó kia ấy là ạ em anh chị của tôi mình cơ nhé đấy về hồ sơ vừa rồi thì",
)

/** "cái đèn led": the place of the one among them whose title has these words. */
export async function placeOfTitle(
  { written, reads }: Turn,
  offered: readonly string[],
): Promise<number | undefined> {
  if (written.text.length > LONGEST_HINT) return undefined
  const said = wordsOf(written.text).difference(POINTING)
  if (said.size === 0) return undefined
  const views = await Promise.all(
    offered.map(async (command) => {
      const number = NAMED_CODE.exec(command)?.[1]
      return number === undefined ? undefined : await reads.initiative(Number(number))
    }),
  )
  const places = views.flatMap((view, place) =>
    view !== undefined && said.isSubsetOf(wordsOf(view.title)) ? [place + 1] : [],
  )
  return places.length === 1 ? places[0] : undefined
}

const NAMED_CODE = /SK-0*(\d+)/

const SAID_FIRST = oneOf(
  "da, a, u, vang, em, anh, chi, toi, minh, muon, cho, bo, huy, xoa, rut, lay, cai, so",
)
const SAID_LAST = oneOf(
  "cai, sang kien, sk, nay, do, kia, di, luon, het, giup, ho, em, anh, chi, nhe, nha, a",
)
/** "hủy cả ba", "xóa hết đi", "cả 2 cái" */
const ALL_OF_THEM = new RegExp(
  `^(?:${SAID_FIRST} )*(?:ca (\\d|hai|ba)|het ca|tat ca|toan bo|het)(?: ${SAID_LAST})*\\W*$`,
)
/** "1 và 3", "hủy 1, 2" */
const SOME_OF_THEM = new RegExp(
  `^(?:${SAID_FIRST} )*(\\d(?:(?:\\s*[,;&+]\\s*|\\s+${oneOf("va, voi")}\\s+)(?:cai |so )?\\d)+)(?: ${SAID_LAST})*\\W*$`,
)
const COUNTS: Readonly<Record<string, number>> = { hai: 2, ba: 3 }

/** Several of those offered, to be taken back together; nothing else is done to several at once. */
function severalCancelled(typed: string, dialogue: WhichInitiativeDialogue): string | undefined {
  const { offered, command } = dialogue
  const [verb, reason = ""] = command.split(CODE_PLACE)
  if (verb?.trim() !== "hủy" || offered.length < 2 || typed.length > LONGEST_HINT) return undefined
  const places = placesNamed(fold(clean(typed)), offered.length)
  const codes = places.map((place) => NAMED_CODE.exec(offered[place - 1] ?? "")?.[0])
  return codes.length === 0 || codes.includes(undefined) ? undefined : `hủy ${codes.join(", ")}${reason}`
}

function placesNamed(said: string, listed: number): readonly number[] {
  const all = ALL_OF_THEM.exec(said)
  const count = all?.[1]
  if (all !== null && (count === undefined || (COUNTS[count] ?? Number(count)) === listed))
    return Array.from({ length: listed }, (_, place) => place + 1)
  return (SOME_OF_THEM.exec(said)?.[1]?.match(/\d/g) ?? []).map(Number)
}

/** The number of one of those offered, or another code: the command is obeyed as if it had been written with that code. */
export async function answerWhichInitiative(
  turn: Turn,
  dialogue: WhichInitiativeDialogue,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision | undefined> {
  const { context, written } = turn
  const { offered } = dialogue
  if (REFUSES.test(fold(clean(written.text)))) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const free = { ...context, dialogue: undefined }
  const several = severalCancelled(written.text, dialogue)
  if (several !== undefined)
    return both({ dialogue: null }, await resume(free, { ...pendingOf(written), text: several }))
  const picked = parsePick(written.text, offered.length) ?? (await placeOfTitle(turn, offered))
  const named = picked === undefined ? readCode(written.text) : undefined
  const text =
    named?.rest === ""
      ? dialogue.command.replace(CODE_PLACE, () => initiativeCode(named.number))
      : offered[(picked ?? 0) - 1]
  // Whoever goes on about something of their own means that, and not what was asked before.
  if (text === undefined) {
    const said = behindThanks(written.text) ?? written.text
    const asked = await aboutOwn(saying(turn, said))
    const meant = asked && onlyMeant(asked)
    if (meant === undefined) return asked
    return await resume(free, { ...pendingOf(written), text: meant })
  }
  return both({ dialogue: null }, await resume(free, { ...pendingOf(written), text }))
}
