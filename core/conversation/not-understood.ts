import { register } from "../intake/register.ts"
import { offerSupplement } from "../intake/supplement.ts"
import { tellsIdea } from "../intake/told.ts"
import { aboutOwn } from "../intake/which-initiative.ts"
import { correctUnit } from "../people/my-data.ts"
import { isOfficer } from "../people/role.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import { begunElsewhere } from "./carry-over.ts"
import { titleWithoutColon } from "./command.ts"
import type { Decision } from "./decision.ts"
import { answer, type Turn } from "./turn.ts"
import { unitNamed } from "./which-unit.ts"

/** "à mà còn có anh Nam làm cùng nữa" */
const TOGETHER = /(?:^| )(?:lam cung|cung lam|lam chung|them (?:anh|chi|ban|em) \S+ vao)(?: |$|\W)/
const LONGEST_ASIDE = 100
/** "em chuyển sang điện tử sông công rồi": meant when a unit is called like that. */
const MOVED =
  /^(?:dạ )?(?:em|tôi|toi|mình|minh|anh|chị|chi) (?:đã |da |mới |moi |vừa |vua )?(?:chuyển|chuyen) (?:sang|về|ve|qua) (.{2,80}?)(?: (?:rồi|roi|ạ|nhé|nhe|em))*[\s.!]*$/iu

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
  const title = titleWithoutColon(text)
  if (title !== undefined) return answer(turn, "colon-missing", { title: quote(title) })
  if ((await begunElsewhere(turn)) !== undefined) return answer(turn, "begun-elsewhere")
  if (isPrivate && tellsIdea(text)) return await register(turn, "", true)
  if (isPrivate && isBareAnswer(text)) return answer(turn, "no-dialogue")
  if (isPrivate && isOfficer(turn.context.person)) return answer(turn, "not-understood-officer")
  return answer(turn, isPrivate ? "not-understood" : "hint")
}

/** A number, a yes or a no to nothing. */
function isBareAnswer(text: string): boolean {
  return parseChoice(text, 20) !== undefined || parseYesNo(text) !== undefined
}
