import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { quote } from "../text/cut.ts"
import { nameCoAuthors } from "./co-author-named.ts"
import { readNamedShares } from "./shares.ts"
import { calledSo, setTeam, type Team, tellGone } from "./team.ts"

/** Somebody in the team, as they were called, and who is meant. */
export type Renaming = { readonly called: string; readonly name: string }

const ORDERS = /^(?:sửa|sua|đổi|doi|chỉnh|chinh|thay)\s+(?:(?:lại|lai|tên|ten)\s+)*(?=\S)/iu
const BECOMES = /\s+(?:thành|thanh|sang|bằng|bang)\s+/giu
const PUT_RIGHT =
  /^(.{2,60}?)\s+(?:(?:tên|ten|phải|phai)\s+)?(?:đúng|dung)(?:\s+ra)?\s+(?:là|la)\s+(\S.{1,80})$/isu
const LONGEST = 160

/**
 * "đổi Lan thành Trần Thị Lan", "Lan tên đúng là Trần Thị Lan"; empty for all else. Several ways where "thành" may be part of a name:
 * "đổi Lan thành Nguyễn Thanh Hà". Without a verb "Nguyễn Thanh Hà" is a name and nothing more.
 */
export function readRenamings(words: string): readonly Renaming[] {
  if (words.length > LONGEST) return []
  const [, wrong, right] = PUT_RIGHT.exec(words) ?? []
  if (wrong !== undefined && right !== undefined) return [{ called: wrong, name: right }]
  const verb = ORDERS.exec(words)?.[0]
  if (verb === undefined) return []
  const typed = words.slice(verb.length)
  return [...typed.matchAll(BECOMES)].flatMap(({ index, 0: { length } }) => {
    const [called, name] = [typed.slice(0, index), typed.slice(index + length)]
    return called === "" || name === "" ? [] : [{ called, name }]
  })
}

/** Puts another in the place of a co-author, with their share: mostly the same one under the whole name. */
export async function renameCoAuthor(
  turn: Turn,
  team: Team,
  [first, ...others]: readonly [Renaming, ...Renaming[]],
): Promise<Decision> {
  const { person } = turn.context
  const code = initiativeCode(team.number)
  const { called, name } =
    [first, ...others].find((each) => calledSo(team.coAuthors, each.called) !== undefined) ?? first
  const gone = calledSo(team.coAuthors, called)
  if (gone === undefined) return answer(turn, "co-author-nobody", { name: quote(called), code })
  const [meant, another] = readNamedShares(name) ?? []
  if (meant === undefined || another !== undefined || person === undefined)
    return answer(turn, "co-author-how")
  const without = { ...team, coAuthors: team.coAuthors.filter(({ id }) => id !== gone.id) }
  const share = meant.share ?? gone.share
  const { changes, say = [] } = await nameCoAuthors(turn, without, [{ name: meant.name, share }])
  if (changes === undefined) return { say }
  const left = { key: "co-author-replaced", args: { name: gone.name, code } }
  return {
    // Before the other one is entered, so that never more is given away than there is.
    changes: [setTeam(team, person, [{ id: gone.id, state: "withdrawn" }]), ...changes],
    say: [...say, ...(await tellGone(turn, team, gone, left))],
  }
}
