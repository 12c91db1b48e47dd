import { movesAnEdge } from "../campaign/moved-edge.ts"
import { scheduleCommand } from "../campaign/schedule.ts"
import { asideIn, isAboutData, lackingWords } from "../command/aside.ts"
import { beside, nods } from "../command/beside.ts"
import { readCommand, titleWithoutColon } from "../command/command.ts"
import { Head } from "../command/head.ts"
import { nearestQuestion } from "../command/nearest-question.ts"
import { tellsAnIdea } from "../command/object.ts"
import { unitAsked } from "../command/others-question.ts"
import { asksForOwnUnits, figuresAsked } from "../command/own-unit-question.ts"
import { topicAsked } from "../command/question-topic.ts"
import { titleOfFurther } from "../command/registration.ts"
import { takeBackFiles } from "../file/taken-back.ts"
import { besideNamed, besideTold } from "../ideas/beside-named.ts"
import { saidToOpenAsk } from "../ideas/co-author-talk.ts"
import { look } from "../ideas/look.ts"
import { search } from "../ideas/search.ts"
import { aboutOwn } from "../intake/about-own.ts"
import { ideaOfAnother } from "../intake/another.ts"
import { addToAnswered, ownMeant } from "../intake/answered.ts"
import { readCode } from "../intake/code.ts"
import { fullNameTold } from "../intake/full-name.ts"
import { nameOfTold } from "../intake/guided.ts"
import { asksToWait, startsOver } from "../intake/guided-words.ts"
import {
  ideaPutForward,
  ideaTheyHave,
  ideaTheyMade,
  titleBeforeWish,
  titleBehindOwner,
} from "../intake/idea-said.ts"
import { askToRestore, askWhatIsMeant, askWhetherTitle, askWhetherToldOfLast } from "../intake/meant.ts"
import { listOfPeople } from "../intake/on-behalf-lines.ts"
import { mine } from "../intake/own.ts"
import { askedByTitle, asksHowOwnStand } from "../intake/own-named.ts"
import { ownNext } from "../intake/own-next.ts"
import { ownSpoken } from "../intake/own-spoken.ts"
import { register } from "../intake/register.ts"
import { ideaInPassing, madeIn } from "../intake/story.ts"
import { offerSupplement } from "../intake/supplement.ts"
import { isTitle } from "../intake/title.ts"
import { asksBack, isQuestion, tellsIdea } from "../intake/told.ts"
import { askRequest } from "../people/data-request-ask.ts"
import { myData } from "../people/my-data.ts"
import { correctName, nameOrNot } from "../people/my-data-correct.ts"
import { isOfficer } from "../people/role.ts"
import { partTold, workplaceTold } from "../people/workplace-told.ts"
import { progress } from "../tally/ask.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { begunElsewhere, carryOver } from "./carry-over.ts"
import { type Decision, SILENCE } from "./decision.ts"
import { isGuided } from "./dialogue.ts"
import { followUp, withFigures } from "./follow-up.ts"
import { says } from "./hint.ts"
import { obey } from "./obey.ts"
import { answer, saying, type Turn } from "./turn.ts"
import { repeatWays } from "./ways.ts"
import { unitNamed } from "./which-unit.ts"

/** "sáng kiến của An" */
const OF_A_NAME = /(?:[Ss]áng kiến|sk|SK|[Hh]ồ sơ) của \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,4}[\s.!?]*$/u

const LONGEST_ASIDE = 100
/** "tôi tên là Nguyễn Văn Anh mới đúng" */
const NAMED_MYSELF = new RegExp(
  `^(?:dạ |bot |ad )?(?:[Ee]m|[Tt]ôi|[Mm]ình|[Aa]nh|[Cc]hị) (?:tên|họ tên) (?:(?:đúng|thật) )?là (${"\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){1,5}"})[\\s,]+(?:mới đúng|cơ|chứ .{2,40})[\\s.!]*$`,
  "u",
)
/** "chào em, bác là An tổ cơ khí", "anh là An bên tổ may 3": who introduces themselves is greeted. */
const GREETS =
  /^(?:(?:da|a|alo|em|toi|minh|anh|chi|bac|co|chu|chau) )*(?:xin )?chao\W(?:\S+ ){0,4}?(?:la|o|lam|ben) \S|^(?:(?:da|a|alo) )*(?:em|toi|minh|anh|chi|bac|co|chu|chau) (?:ten )?la (?:\S+ ){0,8}\S+$/
const LONGEST_GREETING = 160
/** "em chào …, em là giáo viên trường … em muốn đăng ký sáng kiến dạy học": who it is says nothing yet of what was made. */
const WANTS_TO_REGISTER = /(?:^| )(?:muon|xin|can|dinh|nho|cho) (?:\S+ ){0,2}?(?:dang k[yi]|dk|nop|gui) /
/** "tôi nghỉ việc rồi xóa thông tin của tôi" */
const WANTS_ERASED =
  /(?:^| )(?:xoa|bo|go)(?: (?:giup|ho|het|cho|em|toi|minh|anh|chi))* (?:thong tin|du lieu|tai khoan|ten)(?: (?:ca nhan|rieng))? (?:cua )?(?:toi|em|minh|anh|chi)(?: (?:di|nhe|a|giup|voi))*\W*$/
/** "xe đẩy là của anh Hùng chứ không phải của Bình", "không phải của em, của anh Hùng" */
const DISPUTES =
  /(?:^| )(?:lay mat|cuop|an cap|danh cap|chep)(?: mat)? (?:y tuong|sang kien|cong|sk|bai)(?: cua)? (?:em|toi|minh|anh|chi)(?: |\W|$)|(?:sang kien|sk|cai) (?:nay )?cua (?:em|toi|minh|anh|chi)(?: (?:ma|sao|lai|thi))* (?:ghi|de|dung|nam) ten (?:nguoi khac|anh|chi|ban|co|chu|bac)(?: |$)|^(?:(?:da|a|cai nay|nay|sk nay) )*(?:khong|ko|k) phai (?:la )?(?:cua )?(?:toi|em|minh|anh|chi|bac)\W+(?:ma |la )*(?:cua|do) \S+(?: \S+){0,4}\W*$|(?:^| )la (?:cua|do) (?:anh |chi |co |chu |bac |ong |ba |em |ban )?\S+(?: \S+){0,4}? (?:chu|ma|co)(?: (?:khong|ko|k|dau)(?: co)? phai)?(?: (?:la )?(?:cua|do) (?:anh |chi |co |chu |bac |ban )?\S+(?: \S+){0,3})?\W*$/
/** "ai thấy được …"; "AI nhận diện lỗi vải" is a title. */
const BEGINS_ASKING = /^(?:ai|[Bb]ao nhiêu|[Kk]hi nào|[Bb]ao giờ|[Ll]àm sao|[Cc]ó phải)\s/u
/** "dòng 7 sai tên, Dương Thị Yên mới đúng" */
const WRONG_NAME = /^(?:dong|so|cai) \d{1,2} (?:(?:bi|ghi|viet) )*(?:sai|nham|lon) (?:ho )?ten(?: |\W|$)/
/** 'đổi chữ "lớp 4" thành "lớp 5"': of which title, and that it is one, is not said. */
const REPLACES_WORDS =
  /^(?:(?:da|em|toi|minh|anh|chi|co|chu|bac|cho|muon|xin) )*(?:doi|sua|thay) (?:giup |lai )?(?:cai )?(?:chu|tu|cum tu|doan|cau) .{1,60} (?:thanh|bang) /
/** "tôi muốn góp ý: nên lắp quạt hút …" */
const SUGGESTS = new RegExp(
  `^(?:${oneOf("dạ, em, tôi, toi, mình, minh, anh, chị, chi, bác, cô, chú, xin, muốn, muon, có, co, cho")}[\\s,]+)*` +
    `${oneOf("góp ý, gop y, đề xuất, de xuat, hiến kế, hien ke, kiến nghị cải tiến")}\\s*(?:là|la|:|,)?\\s+(?:nên\\s+|nen\\s+)?(.+)$`,
  "isu",
)
/** "ảnh này là cái giá treo dây tôi làm": by its mark, for "anh này" is somebody. */
const PICTURED =
  /^(?:(?:đây|dạ|em|tôi|gửi)\s+)*(?:ảnh|hình)\s+(?:này\s+|đó\s+|trên\s+)?(?:là|của|chụp)\s+(.+?)(?:\s+(?:do\s+)?(?:tôi|em|mình|anh|chị|bác|tổ\s+(?:tôi|em|mình))\s+(?:tự\s+)?(?:làm|chế|nghĩ)(?:\s+(?:ra|đấy|ạ|nhé))*)?[\s.!]*$/iu
/** "đây ảnh đây em" */
const ONLY_A_PICTURE =
  /^(?:(?:đây|dạ|em|tôi|mình|anh|chị|gửi|là|có|rồi|nãy|nè|này|ạ|nhé)\s+)*(?:ảnh|hình)(?:\s+(?:đây|đó|em|nhé|ạ|rồi|này|nè|của|gửi|anh|chị|tôi))*[\s.!]*$/iu
const LOOKS =
  /^\s*(?:(?:cho|dạ|em|tôi|toi|mình|minh|anh|chị|chi|cô|co|chú|bác|muốn|muon|xin)\s+)*xem(?:\s+(?:với|voi|đi|di|nào|nao|thử|thu|lại|lai|nhé|nhe|ạ|a|giúp|giup|cái|cai|đã|da|em|toàn bộ|toan bo|tất cả|tat ca|hết|het|cô|co|chú|bác))*[\s.!?]*$/iu

/** "để chị hỏi tổ trưởng đã", "gửi ảnh sau nhé" */
const ASKS_OTHERS_FIRST =
  /^(?:(?:thoi|da|a|u) )*de (?:em|anh|chi|toi|minh|bac|co|chu) (?:ve |con |di )?(?:hoi|xem|tinh|ban|nghi|chup|viet|ghi|lam|gui|bo sung)(?: .{0,40})? (?:da|sau)(?: (?:nhe|a|em))*\W*$|^(?:(?:em|anh|chi|toi|minh|da|co gi) )*(?:gui|chup|bo sung|viet)(?: (?:anh|hinh|them|mo ta|tep|file))* sau(?: (?:nhe|a|em|duoc khong))*\W*$/

const UNIT_UNKNOWN = new Set(["unit-not-found", "unit-which", "unit-this"])

/** Words addressed to the bot that give no command: what they may be meant for all the same, else how to say it. */
export async function withoutCommand(turn: Turn): Promise<Decision> {
  const { text } = turn.written
  const isPrivate = turn.context.chat.kind === "private"
  if (text === "") return answer(turn, "hint")
  const emptied = await takeBackFiles(turn)
  if (emptied !== undefined) return emptied
  const toAsk = await saidToOpenAsk(turn)
  if (toAsk !== undefined) return toAsk
  const renamed = await fullNameTold(turn)
  if (renamed !== undefined) return renamed
  const named = titleBeforeWish(text)
  if (named !== undefined && isTitle(named) && tellsAnIdea(new Head(named)))
    return await register(turn, named)
  const near = nearestQuestion(text, { officer: isOfficer(turn.context.person) })
  // The rules and one's data are asked about in general, whatever a member has of their own.
  const isGeneral = near?.name === "askRule" || near?.name === "myData"
  const isRule = isGeneral && asideIn(text) === undefined && !isOfficer(turn.context.person)
  if (isRule && forOfficersOnly(turn) === undefined) return await obey(turn, near)
  const begun = isPrivate && BEGINS_ASKING.test(clean(text)) ? topicAsked(text) : undefined
  if (begun !== undefined && !isOfficer(turn.context.person)) return await obey(turn, begun)
  const meant = (await offerSupplement(turn)) ?? (await ownSpoken(turn)) ?? (await aboutOwn(turn))
  if (meant !== undefined) return meant
  const joined = (await besideTold(turn)) ?? (await addToAnswered(turn)) ?? (await besideNamed(turn))
  if (joined !== undefined) return joined
  const placed = await workplaceTold(turn)
  if (placed !== undefined) return placed
  if (isPrivate && text.length <= LONGEST_ASIDE && WANTS_ERASED.test(fold(text))) return await myData(turn)
  const folded = text.length <= LONGEST_ASIDE ? fold(clean(text)) : ""
  if (DISPUTES.test(folded) || WRONG_NAME.test(folded)) return answer(turn, "author-dispute")
  if (isPrivate && REPLACES_WORDS.test(folded)) return answer(turn, "change-info")
  const aside = besideThePoint(turn)
  if (aside !== undefined) return aside
  const name = isPrivate ? NAMED_MYSELF.exec(clean(text))?.[1] : undefined
  if (name !== undefined) return correctName(turn, name)
  const restored = isPrivate ? await askToRestore(turn) : undefined
  if (restored !== undefined) return restored
  const title =
    titleWithoutColon(text) ??
    titleOfFurther(new Head(clean(text))) ??
    SUGGESTS.exec(clean(text))?.[1] ??
    ideaPutForward(text)
  if (title !== undefined && isTitle(title) && !isQuestion(text)) return askWhetherTitle(turn, title)
  const elsewhere = mayAnswer(text) ? await begunElsewhere(turn) : undefined
  if (elsewhere !== undefined) {
    const isYes = parseYesNo(text) === true || parseChoice(text, 1) === 1
    if (isYes && isGuided(elsewhere.dialogue)) return await carryOver(turn, elsewhere)
    const where = elsewhere.account === turn.context.account?.id ? "group" : "account"
    return answer(turn, "begun-elsewhere", { where })
  }
  const pictured = isPrivate ? PICTURED.exec(clean(text))?.[1] : undefined
  if (pictured !== undefined && isTitle(pictured) && !isQuestion(text)) return askWhetherTitle(turn, pictured)
  if (isPrivate && ONLY_A_PICTURE.test(clean(text))) return answer(turn, "photo-info")
  const owned = titleBehindOwner(text)
  if (owned !== undefined && isTitle(owned) && readCode(owned) === undefined)
    return await register(turn, owned)
  if (isPrivate && listOfPeople(text) !== undefined) return answer(turn, "behalf-not-allowed")
  if (isPrivate && tellsIdea(text))
    return (await askWhetherToldOfLast(turn)) ?? (await register(turn, "", nameOfTold))
  const asked = isPrivate ? await askedByTitle(turn) : undefined
  if (asked !== undefined) return await look(turn, asked)
  if (isPrivate && asksHowOwnStand(turn)) return await mine(turn)
  const part = isPrivate ? partTold(turn) : undefined
  if (part !== undefined) return part
  const owns = await ownMeant(turn)
  if (owns !== undefined) return owns
  const next = isPrivate ? await ownNext(turn) : undefined
  if (next !== undefined) return next
  // "xem" alone: what there is of theirs to be seen.
  if (isPrivate && LOOKS.test(text))
    return isOfficer(turn.context.person) ? repeatWays(turn) : await mine(turn)
  // "được rồi ạ" behind a receipt answers nothing.
  if (isPrivate && parseYesNo(text) === true) return answer(turn, "welcome")
  if (nods(text)) return isPrivate ? answer(turn, "nod") : SILENCE
  if (isPrivate && (isBareAnswer(text) || startsOver(text))) return answer(turn, "no-dialogue")
  if (
    isPrivate &&
    (asksToWait(text) || (text.length <= LONGEST_ASIDE && ASKS_OTHERS_FIRST.test(fold(clean(text)))))
  )
    return answer(turn, "whenever")
  const said = beside(text)
  // "hay đấy" under a receipt is said to whoever registered.
  if (said === "welcome" && !isPrivate) return SILENCE
  // A complaint about what is kept of them is a right of theirs (Law 91/2025), and not for somebody else to settle.
  if (said === "concern-info" && isAboutData(text)) return await askRequest(turn, clean(text))
  if (said !== undefined) return answer(turn, said)
  if (isPrivate && text.length <= LONGEST_GREETING && GREETS.test(fold(clean(text))))
    return WANTS_TO_REGISTER.test(fold(clean(text))) ? await register(turn, "") : answer(turn, "greet-back")
  const another = isPrivate ? await ideaOfAnother(turn) : undefined
  if (another !== undefined) return another
  const had = ideaTheyHave(text)
  if (had !== undefined && isTitle(had) && tellsAnIdea(new Head(had)))
    return (await askWhatIsMeant(saying(turn, had))) ?? askWhetherTitle(turn, had)
  if (asksForOwnUnits(text)) return await search(turn, "ở đơn vị mình")
  const of = unitAsked(fold(clean(text)))
  const unit = of === undefined ? undefined : unitNamed(of, await turn.reads.units())
  if (unit?.kind === "sure") return await search(turn, `ở ${unit.unit.code}`)
  // "sáng kiến của Nguyễn Văn An": no unit is called so.
  if (unit?.kind === "none" && isOfficer(turn.context.person) && OF_A_NAME.test(clean(text)))
    return answer(turn, "others-listed")
  // In private an officer's period or unit alone asks for a tally; in a group all are told how far it is.
  const figures = isOfficer(turn.context.person) && isPrivate ? undefined : figuresAsked(text)
  const counted = figures === undefined ? undefined : await progress(turn, figures)
  // "báo cáo tuần nộp cho ai" asks about no unit.
  if (counted !== undefined && !says(counted, UNIT_UNKNOWN))
    return withFigures(turn, "progress", figures ?? "", counted)
  const instead = forOfficersOnly(turn)
  if (instead !== undefined) return answer(turn, instead)
  const made = ideaTheyMade(text)
  if (made !== undefined && isTitle(made))
    return (await askWhatIsMeant(saying(turn, made))) ?? askWhetherTitle(turn, made)
  const lacks = isOfficer(turn.context.person) ? lackingWords(text) : undefined
  if (lacks !== undefined) return answer(turn, lacks)
  const period = isOfficer(turn.context.person) ? await periodMoved(turn) : undefined
  if (period !== undefined) return period
  const followed = await followUp(turn)
  if (followed !== undefined) return followed
  const guessed = await askWhatIsMeant(turn)
  if (guessed !== undefined) return guessed
  const inPassing = isPrivate ? ideaInPassing(text) : undefined
  if (inPassing !== undefined) return askWhetherTitle(turn, inPassing)
  const madeThing = isPrivate ? madeIn(text) : undefined
  if (madeThing !== undefined) return askWhetherTitle(turn, `${madeThing.title}\n${madeThing.told}`)
  if (near !== undefined) return await obey(turn, near)
  if (isPrivate && isOfficer(turn.context.person)) return answer(turn, "not-understood-officer")
  if (!isPrivate) return answer(turn, "hint")
  const asks = isQuestion(text) || asksBack(text)
  const topic = asks ? topicAsked(text) : undefined
  return topic === undefined
    ? answer(turn, asks ? "question-info" : "not-understood")
    : await obey(turn, topic)
}

/** What is told of oneself, or asked about the sectors, has an answer of its own; in a group it may be said to others. */
function besideThePoint(turn: Turn): Decision | undefined {
  const { campaign, chat } = turn.context
  const aside = asideIn(turn.written.text)
  if (aside === undefined) return undefined
  if (aside === "no_name" || aside === "name") return nameOrNot(turn, aside === "name")
  if (aside === "sectors") {
    const sectors = campaign?.campaign.sectors ?? []
    return sectors.length === 0
      ? undefined
      : answer(turn, "sectors-info", { count: sectors.length, list: sectors.join("; ") })
  }
  return chat.kind === "private" ? answer(turn, ASIDES[aside]) : undefined
}

/** What members hear who ask for what only officers are shown; undefined where they ask for nothing of it. */
function forOfficersOnly({ context, written }: Turn): string | undefined {
  const asked = isOfficer(context.person) ? undefined : readCommand(written.text, { officer: true })
  return FOR_OFFICERS[asked?.name ?? ""]
}

const FOR_OFFICERS: Readonly<Record<string, string>> = {
  compare: "tally-officers-only",
  groups: "groupless-info",
  honour: "most-info",
}

const ASIDES = {
  elsewhere: "elsewhere-info",
  who: "who-info",
  team: "authors-info",
  no_idea: "no-idea-info",
  sent: "greet-back",
  slip: "slip-info",
  no_money: "no-money-info",
  not_applied: "not-applied-info",
  twice: "twice-info",
  hard: "hard-info",
  chat: "greet-back",
} as const

/** "gia hạn Tuần lễ sáng kiến đến 25/3": a phase or peak period by its own name. */
async function periodMoved(turn: Turn): Promise<Decision | undefined> {
  const rules = turn.context.campaign?.campaign
  const typed = clean(turn.written.text)
  if (rules === undefined || typed.length > LONGEST_ASIDE || !movesAnEdge(typed)) return undefined
  for (const [list, periods] of [
    ["peaks", rules.peakPeriods],
    ["phases", rules.phases],
  ] as const) {
    const index = periods.findIndex((each) => fold(typed).includes(fold(each.name)))
    const name = periods[index]?.name
    if (name === undefined) continue
    const at = fold(typed).indexOf(fold(name))
    // Its name may hold a day of its own, "Đợt mừng 19/5".
    const number = index + 1
    return await scheduleCommand(
      turn,
      list,
      `${number} ${typed.slice(0, at)} ${typed.slice(at + name.length)}`,
    )
  }
  return undefined
}

/** What is asked, or said to the bot itself, answers no question of ours that is open in a group. */
function mayAnswer(text: string): boolean {
  return !isQuestion(text) && !asksBack(text) && beside(text) === undefined
}

/** A number, a yes or a no to nothing. */
function isBareAnswer(text: string): boolean {
  return parseChoice(text, 20) !== undefined || parseYesNo(text) !== undefined
}
