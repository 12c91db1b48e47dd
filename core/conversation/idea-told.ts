import { asked } from "../command/asked.ts"
import { Head } from "../command/head.ts"
import { tellsAnIdea } from "../command/object.ts"
import { titleWithoutColon } from "../command/read.ts"
import { titleOfFurther } from "../command/registration.ts"
import { readCode } from "../intake/code.ts"
import { nameOfTold } from "../intake/guided.ts"
import {
  ideaPutForward,
  ideaTheyHave,
  ideaTheyMade,
  titleBeforeWish,
  titleBehindOwner,
} from "../intake/idea-said.ts"
import { askWhatIsMeant, askWhetherTitle, askWhetherToldOfLast } from "../intake/meant.ts"
import { register } from "../intake/register.ts"
import { ideaInPassing, madeIn } from "../intake/story.ts"
import { isTitle } from "../intake/title.ts"
import { isQuestion, tellsIdea } from "../intake/told.ts"
import { titleWishedFor } from "../intake/wished-around.ts"
import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import type { Decision } from "./decision.ts"
import { obey } from "./obey.ts"
import type { Reader } from "./said.ts"
import { saying, type Turn } from "./turn.ts"

/** "giá treo dây điện, em muốn đăng ký cái này" */
export const ideaBeforeWish: Reader = async ({ turn, text, isPrivate }) => {
  const title = titleBeforeWish(text)
  // "sk của chị Lan hay quá, cho em đăng ký với"
  if (isIdea(title) && !/^(?:của|cua)\s/iu.test(title)) return await register(turn, title)
  const wished = titleWishedFor(text)
  if (wished === undefined || !isTitle(wished.title) || isQuestion(text)) return undefined
  if (wished.isStory === true) return undefined
  if (wished.for !== undefined)
    return await obey(turn, asked("registerFor", `${wished.for}: ${wished.title}`))
  if (wished.isSure) return await register(turn, wished.title)
  // "hôm nay liên hoan vui lắm, ghi giúp em" in a group is talk.
  return isPrivate ? askWhetherTitle(turn, wished.title) : undefined
}

/** "em mới chế cái giá treo cuộn chỉ, thay chỉ nhanh gấp đôi, ghi cho em nha": its name is asked. */
export const storyWished: Reader = async ({ turn, text }) =>
  titleWishedFor(text)?.isStory === true && !isQuestion(text)
    ? await register(turn, "", nameOfTold)
    : undefined

/** "tôi muốn góp ý: nên lắp quạt hút …" */
const SUGGESTS = new RegExp(
  `^(?:${oneOf("dạ, em, tôi, toi, mình, minh, anh, chị, chi, bác, cô, chú, xin, muốn, muon, có, co, cho")}[\\s,]+)*` +
    `${oneOf("góp ý, gop y, đề xuất, de xuat, hiến kế, hien ke, kiến nghị cải tiến")}\\s*(?:là|la|:|,)?\\s+(?:nên\\s+|nen\\s+)?(.+)$`,
  "isu",
)

/** "đăng ký giá treo dây", "thêm một cái nữa là …", "tôi muốn góp ý: …": perhaps a title, and asked about. */
export const ideaPutForth: Reader = ({ turn, text, typed, byOfficer }) => {
  if (byOfficer && WANTS_A_LIST.test(fold(typed))) return undefined
  const title =
    titleWithoutColon(text) ??
    titleOfFurther(new Head(typed)) ??
    SUGGESTS.exec(typed)?.[1] ??
    ideaPutForward(text)
  return title !== undefined && isTitle(title) && !isQuestion(text) ? askWhetherTitle(turn, title) : undefined
}

/** "sk về chuyển đổi số nhiều không, liệt kê thử 5 cái" */
const WANTS_A_LIST = /(?:^| )(?:nhieu khong|nhieu ko|liet ke|ke ten|loc ra|thong ke)(?: |$|\W)/

/** "ảnh này là cái giá treo dây tôi làm": by its mark, for "anh này" is somebody. */
const PICTURED =
  /^(?:(?:đây|dạ|em|tôi|gửi)\s+)*(?:ảnh|hình)\s+(?:này\s+|đó\s+|trên\s+)?(?:là|của|chụp)\s+(.+?)(?:\s+(?:do\s+)?(?:tôi|em|mình|anh|chị|bác|tổ\s+(?:tôi|em|mình))\s+(?:tự\s+)?(?:làm|chế|nghĩ)(?:\s+(?:ra|đấy|ạ|nhé))*)?[\s.!]*$/iu

/** What a picture is said to show. */
export const ideaPictured: Reader = ({ turn, text, typed }) => {
  const title = PICTURED.exec(typed)?.[1]
  return title !== undefined && isTitle(title) && !isQuestion(text) ? askWhetherTitle(turn, title) : undefined
}

/** "sáng kiến của em là …" */
export const ideaOwned: Reader = async ({ turn, text }) => {
  const title = titleBehindOwner(text)
  return title !== undefined && isTitle(title) && readCode(title) === undefined
    ? await register(turn, title)
    : undefined
}

/** What was wrong, and what was done about it: its name is asked. */
export const ideaTold: Reader = async ({ turn, text }) =>
  tellsIdea(text) ? ((await askWhetherToldOfLast(turn)) ?? (await register(turn, "", nameOfTold))) : undefined

/** "em có cái giá treo dây" */
export const ideaHad: Reader = async ({ turn, text }) => {
  const title = ideaTheyHave(text)
  return isIdea(title) ? await whatIsMeant(turn, title) : undefined
}

/** "em mới làm cái giá treo dây" */
export const ideaMade: Reader = async ({ turn, text }) => {
  const title = ideaTheyMade(text)
  return title !== undefined && isTitle(title) ? await whatIsMeant(turn, title) : undefined
}

/** Named in the middle of something else. */
export const ideaNamedInPassing: Reader = ({ turn, text }) => {
  const title = ideaInPassing(text)
  return title === undefined ? undefined : askWhetherTitle(turn, title)
}

/** A thing somebody made, and what they tell of it. */
export const thingMade: Reader = ({ turn, text }) => {
  const made = madeIn(text)
  return made === undefined ? undefined : askWhetherTitle(turn, `${made.title}\n${made.told}`)
}

function isIdea(title: string | undefined): title is string {
  return title !== undefined && isTitle(title) && tellsAnIdea(new Head(title))
}

async function whatIsMeant(turn: Turn, title: string): Promise<Decision> {
  return (await askWhatIsMeant(saying(turn, title))) ?? askWhetherTitle(turn, title)
}
