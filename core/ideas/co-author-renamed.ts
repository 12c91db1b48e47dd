import type { Decision } from "../conversation/decision.ts"
import { answer, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { quote } from "../text/cut.ts"
import { nameCoAuthors } from "./co-author-named.ts"
import { readNamedShares } from "./shares.ts"
import { calledSo, setTeam, type Team, tellGone } from "./team.ts"

/** Somebody in the team, as they were called, and who is meant. */
export type Renaming = { readonly called: string; readonly name: string }

const RENAMES =
  /^(?:(?:sửa|sua|đổi|doi|chỉnh|chinh|thay)\s+)?(?:(?:lại|lai|tên|ten)\s+)*(.{2,60}?)\s+(?:thành|thanh|sang|bằng|bang|(?:(?:tên|ten|phải|phai)\s+)?(?:đúng|dung)(?:\s+ra)?\s+(?:là|la))\s+(\S.{1,80})$/isu

/** "đổi Lan thành Trần Thị Lan", "Lan tên đúng là Trần Thị Lan": undefined for all else. */
export function readRenaming(words: string): Renaming | undefined {
  const [, called, name] = RENAMES.exec(words) ?? []
  return called === undefined || name === undefined ? undefined : { called, name }
}

/** Puts another in the place of a co-author, with their share: mostly the same one under the whole name. */
export async function renameCoAuthor(turn: Turn, team: Team, { called, name }: Renaming): Promise<Decision> {
  const { person } = turn.context
  const code = initiativeCode(team.number)
  const gone = calledSo(team.coAuthors, called)
  if (gone === undefined) return answer(turn, "co-author-nobody", { name: quote(called), code })
  const [meant, another] = readNamedShares(name) ?? []
  if (meant === undefined || another !== undefined || person === undefined)
    return answer(turn, "co-author-how")
  const others = { ...team, coAuthors: team.coAuthors.filter(({ id }) => id !== gone.id) }
  const share = meant.share ?? gone.share
  const { changes, say = [] } = await nameCoAuthors(turn, others, [{ name: meant.name, share }])
  if (changes === undefined) return { say }
  const left = { key: "co-author-replaced", args: { name: gone.name, code } }
  return {
    // Before the other one is entered, so that never more is given away than there is.
    changes: [setTeam(team, person, [{ id: gone.id, state: "withdrawn" }]), ...changes],
    say: [...say, ...(await tellGone(turn, team, gone, left))],
  }
}
