import type { Decision } from "../conversation/decision.ts"
import type { InitiativeView } from "../conversation/initiative-view.ts"
import type { Turn } from "../conversation/turn.ts"
import { clean, fold } from "../text/fold.ts"
import { isCalledName } from "../text/occupation.ts"
import { edit } from "./amend.ts"
import { isWholeName } from "./author-name.ts"
import { initiativeCode } from "./code.ts"
import { isOpen, JUST_NOW_MS } from "./which-initiative.ts"

const LONGEST = 100
/** "sửa tác giả thành …" */
const AUTHOR_IS =
  /^(?:sửa|sua|đổi|doi)(?:\s+(?:lại|lai|giúp|giup|tên|ten))*\s+(?:tác giả|tac gia)\s*(?:thành|thanh|là|la|:)\s*(\p{L}+(?:\s\p{L}+){1,5})[\s.!]*$/iu
/** "tên đầy đủ là …", "anh ấy tên là …" */
const NAMED =
  /^(?:(?:dạ|da|à|a|là|la|ấy|ay|đó|do)[\s,]+)*(?:(?:anh|chị|chi|bác|bac|cô|co|chú|chu|ông|ong|bà|ba|em)(?:\s+(?:ấy|ay|đó|do|ý|này|nay|\p{Lu}\p{L}*))?\s+)?(?:(?:họ\s+|ho\s+)?(?:tên|ten)(?:\s+(?:đầy đủ|day du|thật|that|đủ|du|khai sinh))?(?:\s+(?:của\s+|cua\s+)?(?:anh|chị|chi|bác|bac|cô|co|chú|chu|ông|ong|bà|ba)(?:\s+(?:ấy|ay|đó|do))?)?(?:\s+(?:là|la))?[\s:]+|(?:là|la)\s+)(\p{L}+(?:\s\p{L}+){1,5})[\s.!]*$/iu

/**
 * The full name of whoever was just registered by what they are called at work: "tên đầy đủ là Nguyễn Văn Tám", or the name alone where it ends in
 * what they are called by. Undefined where nobody was, or no name is told.
 */
export async function fullNameTold(turn: Turn): Promise<Decision | undefined> {
  const { person } = turn.context
  const typed = clean(turn.written.text)
  if (person === undefined || person.grants.length === 0 || typed.length > LONGEST) return undefined
  const told = (NAMED.exec(typed) ?? AUTHOR_IS.exec(typed))?.[1]
  const name = told ?? typed
  if (!isWholeName(name)) return undefined
  const fresh = (await turn.reads.handedInBy(person.id, MOST_LOOKED_AT)).newest.filter(
    (each) => turn.moment.now - each.createdAt <= JUST_NOW_MS && isOpen(each) && isCalled(each),
  )
  const given = fold(name).split(" ").at(-1) ?? ""
  const [meant = told === undefined ? undefined : fresh[0]] = fresh.filter(({ authorName }) =>
    fold(authorName).split(" ").includes(given),
  )
  return meant && (await edit(turn, `${initiativeCode(meant.number)} tác giả: ${name}`))
}

const MOST_LOOKED_AT = 20

function isCalled({ authorName }: InitiativeView): boolean {
  return isCalledName(authorName)
}
