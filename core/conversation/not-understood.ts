import { readCode } from "../intake/code.ts"
import { listOfPeople } from "../intake/on-behalf-lines.ts"
import { register } from "../intake/register.ts"
import { offerSupplement } from "../intake/supplement.ts"
import { isTitle } from "../intake/title.ts"
import { isQuestion, tellsIdea, titleBeforeWish, titleBehindOwner } from "../intake/told.ts"
import { aboutOwn } from "../intake/which-initiative.ts"
import { correctUnit } from "../people/my-data.ts"
import { isOfficer } from "../people/role.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { begunElsewhere } from "./carry-over.ts"
import { titleWithoutColon } from "./command.ts"
import { Head } from "./command-head.ts"
import { tellsAnIdea } from "./command-object.ts"
import type { Decision } from "./decision.ts"
import { answer, type Turn } from "./turn.ts"
import { offerUnits, unitNamed } from "./which-unit.ts"

/** "à mà còn có anh Nam làm cùng nữa" */
const TOGETHER = /(?:^| )(?:lam cung|cung lam|lam chung|them (?:anh|chi|ban|em) \S+ vao)(?: |$|\W)/
const LONGEST_ASIDE = 100
/** "em chuyển sang điện tử sông công rồi": meant when a unit is called like that. */
const MOVED =
  /^(?:dạ )?(?:em|tôi|toi|mình|minh|anh|chị|chi) (?:đã |da |mới |moi |vừa |vua )?(?:chuyển|chuyen) (?:sang|về|ve|qua) (.{2,80}?)(?: (?:rồi|roi|ạ|nhé|nhe|em))*[\s.!]*$/iu

/** "ko phải, chị ở trạm y tế trại cau": it may be said by the way, so it is asked. */
const NOT_THAT = oneOf(
  "dạ, ko phải, không phải, khong phai, sai rồi, sai roi, nhầm rồi, nham roi, nhầm, nham",
)
const I = oneOf("em, tôi, toi, mình, minh, anh, chị, chi")
const WORK = oneOf("làm , lam , công tác , cong tac ")
const AT = oneOf("ở, o, thuộc, thuoc, bên, ben, tại, tai")
const BY_THE_WAY = oneOf("mà, ma, cơ, co, ạ, nhé, nhe, em")
const PLACED = new RegExp(
  `^(?:${NOT_THAT}[\\s,.]+)*${I} ${WORK}?${AT} (.{2,80}?)(?: ${BY_THE_WAY})*[\\s.!]*$`,
  "iu",
)

/** Words addressed to the bot that give no command: what they may be meant for all the same, else how to say it. */
export async function withoutCommand(turn: Turn): Promise<Decision> {
  const { text } = turn.written
  const isPrivate = turn.context.chat.kind === "private"
  if (text === "") return answer(turn, "hint")
  const meant = (await offerSupplement(turn)) ?? (await aboutOwn(turn))
  if (meant !== undefined) return meant
  if (text.length <= LONGEST_ASIDE && TOGETHER.test(fold(text))) return answer(turn, "co-author-how")
  const moved = MOVED.exec(clean(text))?.[1]
  if (moved !== undefined && unitNamed(moved, await turn.reads.units()).kind === "sure")
    return await correctUnit(turn, moved)
  const place = isPrivate ? PLACED.exec(clean(text))?.[1] : undefined
  const placed = place === undefined ? undefined : await askWhetherMoved(turn, place)
  if (placed !== undefined) return placed
  const title = titleWithoutColon(text)
  if (title !== undefined) return answer(turn, "colon-missing", { title: quote(title) })
  if ((await begunElsewhere(turn)) !== undefined) return answer(turn, "begun-elsewhere")
  const named = isPrivate ? titleBeforeWish(text) : undefined
  if (named !== undefined && isTitle(named) && tellsAnIdea(new Head(named)))
    return await register(turn, named)
  const owned = isPrivate ? titleBehindOwner(text) : undefined
  if (owned !== undefined && isTitle(owned) && readCode(owned) === undefined)
    return await register(turn, owned)
  if (isPrivate && tellsIdea(text)) return await register(turn, "", true)
  if (isPrivate && isBareAnswer(text)) return answer(turn, "no-dialogue")
  const said = beside(text)
  if (said !== undefined) return answer(turn, said)
  if (isPrivate && listOfPeople(text) !== undefined) return answer(turn, "behalf-not-allowed")
  if (isPrivate && isOfficer(turn.context.person)) return answer(turn, "not-understood-officer")
  return answer(turn, isPrivate ? "not-understood" : "hint")
}

async function askWhetherMoved(turn: Turn, place: string): Promise<Decision | undefined> {
  const { person } = turn.context
  const named = unitNamed(place, await turn.reads.units())
  if (person === undefined || named.kind !== "sure" || named.unit.id === person.unit?.id) return undefined
  return offerUnits(turn, [named.unit], (question) => ({ ...question, step: "my_data_unit" }))
}

/** A number, a yes or a no to nothing. */
function isBareAnswer(text: string): boolean {
  return parseChoice(text, 20) !== undefined || parseYesNo(text) !== undefined
}

const LONGEST_BESIDE = 200
const REACH = oneOf(
  "gap, noi chuyen voi, noi chuyen truc tiep, lien he, lien lac, goi (?:dien )?cho, ket noi, chuyen (?:cho|toi)",
  "cho .{0,12}(?:so dien thoai|sdt|so dt|hotline|zalo)",
)
const SOMEBODY = oneOf(
  "nguoi (?:that|phu trach|khac|dung), nhan vien, can bo, admin, tong dai, lanh dao, cong doan, ai",
)
const HUMAN = new RegExp(
  [
    `${REACH} .{0,30}${SOMEBODY}(?= |\\W|$)`,
    "co ai (?:truc|o do|day|tra loi)",
    "(?:la|co phai) (?:nguoi that|nguoi hay|may hay|robot|con bot|bot)",
    "(?:so dien thoai|sdt|hotline) (?:cua )?(?:can bo|cong doan|lien doan|phu trach)",
  ].join("|"),
)
/** Without its mark "ngủ" is written like "ngu"; "còn dở" and "tiền tệ" blame nobody. */
const BLAMES = [
  "(?<!(?:đi|di|buồn|buon|giờ|gio|phòng|phong|mất|mat|cho|chưa|chua) )ngu(?! (?:ngon|day|trua|nghi))",
  "(?<!(?:còn|đang|bỏ|làm|viết|ghi|gõ) )dở(?! dang)",
  "(?<!(?:tiền|nhân dân) )tệ(?! nạn)",
]
const UPSET = new RegExp(
  `(?:^| )${oneOf(
    "đm, dm, đcm, dcm, vcl, vkl, clgt, đkm",
    ...BLAMES,
    "shit, fuck, chán, vô dụng, vớ vẩn, bực, điên, lừa đảo, mất thời gian, phiền phức, rắc rối, khó chịu",
  )}(?=[ ,.!?]|$)`,
  "iu",
)
/** None of these is a Vietnamese word without its marks, as "the" and "can" are. */
const ENGLISH =
  /(?:^|\W)(?:want|register|submit|initiatives?|how|what|please|english|hello|when|many|have|does)(?=\W|$)/gi
const PHOTOS = /(?:gui|kem|dinh kem|them|up|chup).{0,12} (?:anh|hinh|file|tep|video|tai lieu)(?= |\W|$)/

/** What people say to whoever they take the bot for: it has an answer of its own, and no menu. */
function beside(text: string): string | undefined {
  if (text.length > LONGEST_BESIDE) return undefined
  const said = fold(clean(text))
  if (HUMAN.test(said)) return "human-info"
  if (PHOTOS.test(said) && isQuestion(text)) return "photo-info"
  if (UPSET.test(clean(text))) return "upset-info"
  const isPlain = !/[^\p{ASCII}]/u.test(text)
  return isPlain && new Set(text.toLowerCase().match(ENGLISH)).size >= 2 ? "english-info" : undefined
}
