import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { isWholeName, withoutAddress } from "../intake/author-name.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { askWhich } from "../intake/which-initiative.ts"
import type { Phrase } from "../outbox.ts"
import { mayTouch } from "../people/role.ts"
import { parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import { askedOf, settleAsk } from "./co-author-answer.ts"
import { nameCoAuthors } from "./co-author-named.ts"
import { readRenamings, renameCoAuthor } from "./co-author-renamed.ts"
import {
  evenShares,
  formatShare,
  isGivenName,
  isOneself,
  mainShare,
  type NamedShare,
  readNamedShares,
  readShares,
  type Shares,
} from "./shares.ts"
import {
  agreement,
  type CoAuthor,
  calledSo,
  entryOf,
  isAccepted,
  listOf,
  MOST_AUTHORS,
  problemWith,
  setTeam,
  type Team,
  teamList,
  tellGone,
  toReach,
} from "./team.ts"

/** "cho em tham gia với ạ" */
const JOINS =
  /^(?:(?:cho|xin|em|toi|minh|anh|chi|muon|duoc) )*(?:tham gia|lam cung|lam chung|vao cung)(?: |$)/
/** "xin tham gia SK-000001 với ạ" */
const POLITE = /^(?:(?:với|voi|vs|ạ|nhé|nhe|nha|em|được|không)(?:\s+|$|[.!?]))+$/iu
const CLOSED = ["withdrawn", "duplicate", "refused"]

/** "đồng tác giả SK-000001 …": join, name somebody, agree, decline, take away, divide the shares; without more, who they are. */
export async function coAuthor(turn: Turn, rest: string): Promise<Decision> {
  const named = readCode(rest)
  if (named === undefined) {
    const team = readNamedShares(rest)
    if (team?.some(({ name }) => isGivenName(name))) return answer(turn, "draft-team-full-name")
    return team !== undefined || readRenamings(rest).length > 0
      ? await askWhich(turn, (which) => `đồng tác giả ${which} ${rest}`)
      : answer(turn, "co-author-how")
  }
  const code = initiativeCode(named.number)
  const team = await turn.reads.team(named.number)
  if (team === undefined) return answer(turn, "code-unknown", { code })
  const { person } = turn.context
  if (person === undefined) return answer(turn, "co-author-unknown-person")
  if (CLOSED.includes(team.status)) return answer(turn, "co-author-closed", { code })

  const words = named.rest.replace(POLITE, "")
  const own = team.coAuthors.find(({ personId }) => personId === person.id)
  if (words === "") return mayTouch(person, team) || own !== undefined ? show(turn, team) : join(turn, team)
  const open = askedOf(team, person)
  if (open !== undefined) {
    const answered = settleAsk(turn, team, open, words)
    if (answered !== undefined) return answered
  }
  if (own !== undefined && /^(?:rut|thoi|bo|khong tham gia)(?: |$)/.test(fold(words))) {
    return await leave(turn, team, own)
  }
  // Not the name of somebody: whoever is none of the co-authors has nothing to leave.
  if (
    /^(?:(?:em|toi|minh) )?(?:xin )?(?:rut|thoi|khong tham gia)(?: (?:ra|lui|ten|a|nhe|nha|di|lai|nua))*$/.test(
      fold(words),
    )
  ) {
    return answer(turn, "co-author-not-you", { code })
  }
  // Who was not asked, or has answered already.
  const agrees = mayTouch(person, team) ? undefined : parseYesNo(words)
  if (agrees === false)
    return own === undefined ? answer(turn, "co-author-not-you", { code }) : await leave(turn, team, own)
  if (agrees === true) return own === undefined ? join(turn, team) : show(turn, team)
  if (!mayTouch(person, team))
    return JOINS.test(fold(words)) ? join(turn, team) : answer(turn, "not-yours", { code })
  const [renaming, ...orElse] = readRenamings(words)
  if (renaming !== undefined) return await renameCoAuthor(turn, team, [renaming, ...orElse])
  const shares = readShares(words)
  if (shares !== undefined) return divide(turn, team, shares)
  const removed = /^(?:bỏ|bo|xóa|xoa)\s+(.+)$/isu.exec(words)?.[1]
  if (removed !== undefined) {
    const gone = calledSo(team.coAuthors, removed)
    return gone === undefined
      ? answer(turn, "co-author-nobody", { name: quote(removed), code })
      : await leave(turn, team, gone)
  }
  // One's own share is what the others leave.
  const list = namesNobody(words) ? undefined : readNamedShares(words)?.filter(({ name }) => !isOneself(name))
  if (list === undefined || list.length === 0) return answer(turn, "co-author-how")
  const anew = dividedAnew(team, list)
  return anew === undefined ? await nameCoAuthors(turn, team, list) : divide(turn, team, anew)
}

/** "đòi rút", "chưa đồng ý": small letters that begin with no family name and address nobody. */
function namesNobody(words: string): boolean {
  const [first = ""] = words.split(/[,;\n]/u)
  const { name, isAddressed } = withoutAddress(first.replace(/\s*\d.*$/su, "").trim())
  return !isAddressed && name === name.toLowerCase() && !isWholeName(name) && !isOneself(name)
}

/** Asks the author of SK-… whether this person may be named beside them. */
export async function askToJoin(turn: Turn, number: number): Promise<Decision> {
  const team = await turn.reads.team(number)
  return team === undefined
    ? answer(turn, "code-unknown", { code: initiativeCode(number) })
    : join(turn, team)
}

function join(turn: Turn, team: Team): Decision {
  const { context, moment } = turn
  const { person } = context
  const code = initiativeCode(team.number)
  if (person === undefined) return answer(turn, "co-author-unknown-person")
  if (team.coAuthors.some(({ personId }) => personId === person.id)) return show(turn, team)
  if (team.author === undefined) return answer(turn, "co-author-unreachable", { code })
  if (team.coAuthors.length + 2 > MOST_AUTHORS) return answer(turn, "co-author-full", { code })
  const id = moment.newId()
  const even = evenShares(team.coAuthors.filter(isAccepted).length + 2)
  return {
    changes: [entryOf(context, team, { id, person: person.id, name: person.name, state: "wants" })],
    say: [
      reply(turn, {
        phrases: [{ key: "co-author-asked", args: { name: team.authorName, code } }],
      }),
      toReach(team.author, moment, {
        phrases: [
          {
            key: "co-author-wants",
            args: { name: person.name, code, title: team.title, shares: even.map(formatShare).join("/") },
          },
        ],
        choices: agreement(id),
      }),
    ],
  }
}

/** "em 70%, chị Ngọc 30%" of those who made it together already: the shares of all of them; undefined where anybody else is named, or left out. */
function dividedAnew({ coAuthors }: Team, list: readonly NamedShare[]): Shares | undefined {
  const standing = coAuthors.filter(({ state }) => state !== "wants")
  const shares = standing.map((each) => list.find(({ name }) => calledSo([each], name) !== undefined)?.share)
  const said = shares.filter((share) => share !== undefined)
  return list.length === standing.length && said.length === standing.length
    ? [mainShare(said), ...said]
    : undefined
}

function divide(turn: Turn, team: Team, shares: Shares): Decision {
  const { context } = turn
  // Those who are asked and have not answered yet have a share of their own, which counts once they agree.
  const standing = team.coAuthors.filter(({ state }) => state !== "wants")
  const members = shares.length === standing.length + 1 ? standing : standing.filter(isAccepted)
  const waiting = members.filter((each) => !isAccepted(each)).map(({ name }) => name)
  const wrong = problemWith(turn, shares, members.length + 1)
  if (wrong !== undefined || context.person === undefined) return wrong ?? {}
  const list = listOf(team.authorName, members, shares)
  return {
    changes: [
      setTeam(
        team,
        context.person,
        members.map(({ id, state }, place) => ({
          id,
          state: state === "named" ? "named" : "accepted",
          share: shares[place + 1] ?? 0,
        })),
      ),
    ],
    say: [
      reply(turn, {
        phrases: [
          { key: "co-author-team", args: { code: initiativeCode(team.number), list } },
          ...(waiting.length === 0 ? [] : [{ key: "co-author-waiting", args: { list: waiting.join(", ") } }]),
        ],
      }),
    ],
  }
}

async function leave(turn: Turn, team: Team, gone: CoAuthor): Promise<Decision> {
  const { context, moment } = turn
  const { person } = context
  if (person === undefined) return answer(turn, "co-author-unknown-person")
  const left = team.coAuthors.filter((each) => isAccepted(each) && each.id !== gone.id)
  // The share of whoever leaves falls to the main author.
  const list = teamList({ ...team, coAuthors: left })
  const phrase: Phrase = {
    key: "co-author-left",
    args: { name: gone.name, code: initiativeCode(team.number), list },
  }
  const author = gone.personId === person.id ? team.author : undefined
  const isElsewhere = author !== undefined && author.chat !== context.chat.id
  return {
    changes: [setTeam(team, person, [{ id: gone.id, state: "withdrawn" }])],
    say: [
      reply(turn, { phrases: [phrase] }),
      ...(isElsewhere ? [toReach(author, moment, { phrases: [phrase] })] : []),
      ...(await tellGone(turn, team, gone, phrase)),
    ],
  }
}

function show(turn: Turn, team: Team): Decision {
  const waiting = team.coAuthors.filter((each) => !isAccepted(each)).map((each) => each.name)
  const code = initiativeCode(team.number)
  return {
    say: [
      reply(turn, {
        phrases: [
          { key: "co-author-team", args: { code, list: teamList(team) } },
          ...(waiting.length === 0 ? [] : [{ key: "co-author-waiting", args: { list: waiting.join(", ") } }]),
        ],
      }),
    ],
  }
}
