import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { Context, Person } from "../conversation/context.ts"
import type { Change, Decision, NewInitiative } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { mayTouch, type UnitRef } from "../people/role.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { fold, foldWords } from "../text/fold.ts"
import {
  evenShares,
  formatShare,
  isWhole,
  type NamedShare,
  readNamedShares,
  readShares,
  type Shares,
} from "./shares.ts"

/** Where somebody can be asked: in private, else in the group where they were last seen. */
export type Reach = { readonly chat: ChatId; readonly bot: BotId; readonly account: AccountId }

/** Somebody who stands beside the main author, or is to. */
export type CoAuthor = {
  readonly id: string
  readonly personId: string | undefined
  readonly name: string
  /** In tenths of a percent; undefined while nothing is agreed. */
  readonly share: number | undefined
  /** `wants`: the author has to agree; `named`: the co-author has to. */
  readonly state: "wants" | "named" | "accepted"
  /** Where they, or whoever named them, are answered. */
  readonly chat: ChatId
  readonly bot: BotId
}

/** An initiative with everybody who made it. */
export type Team = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly status: string
  readonly unit: UnitRef
  readonly authorId: string | undefined
  readonly authorName: string
  readonly submitterId: string | undefined
  readonly coAuthors: readonly CoAuthor[]
  /** The main author, else whoever submitted it; undefined where neither can be reached. */
  readonly author: Reach | undefined
}

/** A question to a person that is still open. */
export type OpenAsk = { readonly number: number; readonly coAuthorId: string }

const MOST_AUTHORS = 20
const CLOSED = ["withdrawn", "duplicate", "refused"]

/** "đồng tác giả SK-000001 …": join, name somebody, agree, decline, take away, divide the shares; without more, who they are. */
export async function coAuthor(turn: Turn, rest: string): Promise<Decision> {
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "co-author-how")
  const code = initiativeCode(named.number)
  const team = await turn.reads.team(named.number)
  if (team === undefined) return answer(turn, "code-unknown", { code })
  const { person } = turn.context
  if (person === undefined) return answer(turn, "co-author-unknown-person")
  if (CLOSED.includes(team.status)) return answer(turn, "co-author-closed", { code })

  const words = named.rest
  const own = team.coAuthors.find(({ personId }) => personId === person.id)
  if (words === "") return mayTouch(person, team) || own !== undefined ? show(turn, team) : join(turn, team)
  const open = askedOf(team, person)
  if (open !== undefined) {
    const answered = settle(turn, team, open, words)
    if (answered !== undefined) return answered
  }
  if (own !== undefined && /^(?:rut|thoi|bo|khong tham gia)(?: |$)/.test(fold(words))) {
    return leave(turn, team, own)
  }
  if (!mayTouch(person, team)) return answer(turn, "not-yours", { code })
  const shares = readShares(words)
  if (shares !== undefined) return divide(turn, team, shares)
  const removed = /^(?:bỏ|bo|xóa|xoa)\s+(.+)$/isu.exec(words)?.[1]
  if (removed !== undefined) {
    const gone = team.coAuthors.find(({ name }) => foldWords(name) === foldWords(removed))
    return gone === undefined
      ? answer(turn, "co-author-nobody", { name: removed.slice(0, 60), code })
      : leave(turn, team, gone)
  }
  const list = readNamedShares(words)
  return list === undefined ? answer(turn, "co-author-how") : await name(turn, team, list)
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
    changes: [entry(context, team, { id, person: person.id, name: person.name, state: "wants" })],
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
        choices: { ask: askOf(id), labels: [{ key: "choice-agree" }, { key: "choice-disagree" }] },
      }),
    ],
  }
}

function entry(
  context: Context,
  team: Team,
  who: {
    id: string
    person?: string | undefined
    name: string
    state: "wants" | "named" | "accepted"
    share?: number | undefined
  },
): Change {
  return {
    do: "enter_co_author",
    id: who.id,
    initiativeId: team.id,
    ...(who.person === undefined ? {} : { coAuthorId: who.person }),
    name: who.name,
    state: who.state,
    ...(who.share === undefined ? {} : { share: who.share }),
    personId: context.person?.id ?? "",
    chat: context.chat.id,
    bot: context.chat.bot,
  }
}

/** The question's name on its buttons. */
function askOf(coAuthorId: string): string {
  return `co-${coAuthorId}`
}

/** The co-author a pressed button is about; undefined when it is another question's. */
export function askedAbout(ask: string): string | undefined {
  return ask.startsWith("co-") ? ask.slice(3) : undefined
}

/** "1", "2", "1 60/40" without a dialogue: the answer to a question about a co-author, if one is open. */
export async function answerOpenAsk(turn: Turn, coAuthorId?: string): Promise<Decision | undefined> {
  const { written, reads } = turn
  const { person } = turn.context
  if (person === undefined || (coAuthorId === undefined && readAnswer(written.text) === undefined))
    return undefined
  const open = await reads.openAsk(person.id, coAuthorId)
  const team = open === undefined ? undefined : await reads.team(open.number)
  const asked = team?.coAuthors.find(({ id }) => id === open?.coAuthorId)
  if (team === undefined || asked === undefined) return undefined
  return settle(turn, team, asked, written.text)
}

/** Whether the words could answer such a question at all. */
export function mayAnswerAsk(text: string): boolean {
  return text.length <= 60 && readAnswer(text) !== undefined
}

/** "1 60/40", "đồng ý 60/40", "không". */
function readAnswer(
  text: string,
): { readonly agrees: boolean; readonly shares: Shares | undefined } | undefined {
  const typed = text.trim()
  const found = /^(.*?)[\s,:;]+(\d{1,3}(?:[.,]\d)?\s*%?\s*[/–-].+)$/su.exec(typed)
  const head = found?.[1] ?? typed
  const choice = parseChoice(head, 2)
  const agrees = choice === undefined ? parseYesNo(head) : choice === 1
  if (agrees === undefined) return undefined
  if (found?.[2] === undefined) return { agrees, shares: undefined }
  const shares = readShares(found[2])
  return shares === undefined ? undefined : { agrees, shares }
}

/** What this person has to say yes or no to: somebody who wants to join theirs, or themselves being named. */
function askedOf(team: Team, person: Person): CoAuthor | undefined {
  return team.coAuthors.find(
    ({ state, personId }) =>
      (state === "named" && personId === person.id) ||
      (state === "wants" && mayTouch(person, team) && personId !== person.id),
  )
}

function settle(turn: Turn, team: Team, asked: CoAuthor, words: string): Decision | undefined {
  const { context, moment } = turn
  const said = readAnswer(words)
  const { person } = context
  if (said === undefined || person === undefined) return undefined
  const code = initiativeCode(team.number)
  const tell = asked.chat === context.chat.id ? [] : [asked]
  if (!said.agrees) {
    const phrase: Phrase = { key: "co-author-declined", args: { name: person.name, code } }
    return {
      changes: [set(team, person, [{ id: asked.id, state: "declined" }])],
      say: [
        reply(turn, {
          phrases: [{ key: "co-author-noted", args: { name: asked.name, code } }],
        }),
        ...tell.map((where) => toReach(where, moment, { phrases: [phrase] })),
      ],
    }
  }
  const others = team.coAuthors.filter((each) => isAccepted(each) && each.id !== asked.id)
  const members = [...others, asked]
  // Whoever was named with a share agrees to that share.
  const agreed =
    asked.state === "named" && asked.share !== undefined ? sharesWith(others, asked.share) : undefined
  const shares = said.shares ?? agreed ?? evenShares(members.length + 1)
  const wrong = problemWith(turn, shares, members.length + 1)
  if (wrong !== undefined) return wrong
  const list = listOf(team.authorName, members, shares)
  const phrase: Phrase = { key: "co-author-team", args: { code, list } }
  return {
    changes: [
      set(
        team,
        person,
        members.map(({ id }, place) => ({ id, state: "accepted", share: shares[place + 1] ?? 0 })),
      ),
    ],
    say: [
      reply(turn, { phrases: [phrase] }),
      ...tell.map((where) => toReach(where, moment, { phrases: [phrase] })),
    ],
  }
}

/** The main author's share pays for the new one; undefined when it is not large enough. */
function sharesWith(others: readonly CoAuthor[], share: number): Shares | undefined {
  const given = [...others.map((each) => each.share ?? 0), share]
  const main = 1_000 - given.reduce((sum, each) => sum + each, 0)
  return main > 0 ? [main, ...given] : undefined
}

function divide(turn: Turn, team: Team, shares: Shares): Decision {
  const { context } = turn
  const members = team.coAuthors.filter(isAccepted)
  const wrong = problemWith(turn, shares, members.length + 1)
  if (wrong !== undefined || context.person === undefined) return wrong ?? {}
  const list = listOf(team.authorName, members, shares)
  return {
    changes: [
      set(
        team,
        context.person,
        members.map(({ id }, place) => ({ id, state: "accepted", share: shares[place + 1] ?? 0 })),
      ),
    ],
    ...answer(turn, "co-author-team", { code: initiativeCode(team.number), list }),
  }
}

function problemWith(turn: Turn, shares: Shares, count: number): Decision | undefined {
  if (shares.length !== count) {
    const example = evenShares(count)
      .map((share) => formatNumberOf(share))
      .join("/")
    return answer(turn, "co-author-count", { count, example })
  }
  if (isWhole(shares)) return undefined
  const sum = formatShare(shares.reduce((total, share) => total + share, 0))
  return answer(turn, "co-author-sum", { sum })
}

function formatNumberOf(share: number): string {
  return formatShare(share).slice(0, -1)
}

function leave(turn: Turn, team: Team, gone: CoAuthor): Decision {
  const { context } = turn
  const { person } = context
  if (person === undefined) return answer(turn, "co-author-unknown-person")
  const left = team.coAuthors.filter((each) => isAccepted(each) && each.id !== gone.id)
  // The share of whoever leaves falls to the main author.
  const list = teamList({ ...team, coAuthors: left })
  const phrase: Phrase = {
    key: "co-author-left",
    args: { name: gone.name, code: initiativeCode(team.number), list },
  }
  const told = gone.personId === person.id ? team.author : gone.personId === undefined ? undefined : gone
  return {
    changes: [set(team, person, [{ id: gone.id, state: "withdrawn" }])],
    say: [
      reply(turn, { phrases: [phrase] }),
      ...(told === undefined || told.chat === context.chat.id
        ? []
        : [toReach(told, turn.moment, { phrases: [phrase] })]),
    ],
  }
}

/** Enters people by name: who is known in the unit is told and agrees; of others the name is all there is. */
async function name(turn: Turn, team: Team, list: readonly NamedShare[]): Promise<Decision> {
  const { context, moment } = turn
  const code = initiativeCode(team.number)
  const taken = new Set([team.authorName, ...team.coAuthors.map((each) => each.name)].map(foldWords))
  const doubled = list.find((each) => taken.has(foldWords(each.name)))
  if (doubled !== undefined) return answer(turn, "co-author-already", { name: doubled.name, code })
  if (team.coAuthors.length + list.length + 1 > MOST_AUTHORS) {
    return answer(turn, "co-author-full", { code })
  }
  const standing = team.coAuthors.filter((each) => each.state !== "wants")
  const given = [...standing.map((each) => each.share ?? 0), ...list.map((each) => each.share ?? 0)]
  const main = 1_000 - given.reduce((sum, share) => sum + share, 0)
  if (list.some((each) => each.share === undefined || each.share <= 0)) {
    return answer(turn, "co-author-share", { name: list[0]?.name ?? "", code })
  }
  if (main <= 0) return answer(turn, "co-author-sum", { sum: formatShare(1_000 - main) })
  const known = await Promise.all(
    list.map(async (each) => await turn.reads.personNamed(team.unit.id, each.name)),
  )
  const entries = list.map((each, place) => ({ ...each, id: moment.newId(), found: known[place] }))
  return {
    changes: entries.map(({ id, name, share, found }) =>
      entry(context, team, {
        id,
        person: found?.personId,
        name: found?.name ?? name,
        state: found === undefined ? "accepted" : "named",
        share,
      }),
    ),
    say: [
      reply(turn, {
        phrases: [
          {
            key: "co-author-team",
            args: { code, list: listOf(team.authorName, [...standing, ...list], [main, ...given]) },
          },
          ...(known.some((found) => found !== undefined) ? [{ key: "co-author-told" }] : []),
        ],
      }),
      ...entries.flatMap(({ id, share, found }) =>
        found?.reach === undefined
          ? []
          : [
              toReach(found.reach, moment, {
                phrases: [
                  {
                    key: "co-author-named",
                    args: {
                      by: context.person?.name ?? "",
                      code,
                      title: team.title,
                      share: formatShare(share ?? 0),
                    },
                  },
                ],
                choices: { ask: askOf(id), labels: [{ key: "choice-agree" }, { key: "choice-disagree" }] },
              }),
            ],
      ),
    ],
  }
}

/** Those named while registering, as they are entered with it, what is said about them, and whom they make a question to. */
export type NamedAtOnce = {
  readonly coAuthors: NonNullable<NewInitiative["coAuthors"]>
  readonly told: Phrase
  readonly asks: readonly OutboxDraft[]
}

/**
 * "Đồng tác giả: Trần Thị Lan 40%" in the message of a registration. Enters nobody unless everybody's share is said and
 * something is left for the author; the author may be in the list, then with exactly what is left.
 */
export async function nameAtOnce(
  typed: string,
  made: { readonly by: string; readonly author: string; readonly title: string; readonly unitId: string },
  moment: Moment,
  reads: Reads,
): Promise<NamedAtOnce> {
  const { by, author, title, unitId } = made
  const list = readNamedShares(typed) ?? []
  const isAuthor = ({ name }: NamedShare) => foldWords(name) === foldWords(author)
  const others = list.filter((each) => !isAuthor(each))
  const shares = others.map((each) => each.share ?? 0)
  const main = 1_000 - shares.reduce((sum, share) => sum + share, 0)
  const names = new Set(list.map((each) => foldWords(each.name)))
  const isClear =
    others.length > 0 &&
    names.size === list.length &&
    isWhole([main, ...shares]) &&
    list.every((each) => !isAuthor(each) || each.share === main)
  if (!isClear) return { coAuthors: [], told: { key: "receipt-team-unclear" }, asks: [] }
  const known = await Promise.all(others.map(async (each) => await reads.personNamed(unitId, each.name)))
  const entered = others.map((each, place) => ({
    id: moment.newId(),
    name: known[place]?.name ?? each.name,
    share: each.share ?? 0,
    found: known[place],
  }))
  return {
    coAuthors: entered.map(({ id, name, share, found }) =>
      found === undefined
        ? { id, name, share, state: "accepted" }
        : { id, name, share, state: "named", personId: found.personId },
    ),
    told: {
      key: "receipt-team",
      args: {
        list: listOf(author, entered, [main, ...shares]),
        asked: known.some((found) => found !== undefined) ? "some" : "none",
      },
    },
    asks: entered.flatMap(({ id, share, found }) =>
      found?.reach === undefined
        ? []
        : [
            toReach(found.reach, moment, {
              phrases: [{ key: "co-author-named-new", args: { by, title, share: formatShare(share) } }],
              choices: { ask: askOf(id), labels: [{ key: "choice-agree" }, { key: "choice-disagree" }] },
            }),
          ],
    ),
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

/** "An 60%, Bình 40%": who stands, the main author first; alone, only the name. */
export function teamList(team: Pick<Team, "authorName" | "coAuthors">): string {
  const members = team.coAuthors.filter(isAccepted)
  if (members.length === 0) return team.authorName
  const given = members.map((each) => each.share ?? 0)
  const main = 1_000 - given.reduce((sum, share) => sum + share, 0)
  return listOf(team.authorName, members, [main, ...given])
}

function listOf(author: string, members: readonly { readonly name: string }[], shares: Shares): string {
  if (members.length === 0) return author
  return [author, ...members.map((each) => each.name)]
    .map((each, place) => `${each} ${formatShare(shares[place] ?? 0)}`)
    .join(", ")
}

function isAccepted(each: CoAuthor): boolean {
  return each.state === "accepted"
}

function set(
  team: Team,
  person: Person,
  members: readonly {
    readonly id: string
    readonly state: "accepted" | "declined" | "withdrawn"
    readonly share?: number
  }[],
): Change {
  return { do: "set_co_authors", initiativeId: team.id, members, personId: person.id }
}

function toReach(
  where: { readonly chat: ChatId; readonly bot: BotId; readonly account?: AccountId },
  moment: Moment,
  content: OutboxDraft["content"],
): OutboxDraft {
  const only = where.account === undefined ? {} : { onlyFor: where.account }
  return {
    chat: where.chat,
    bot: where.bot,
    kind: "notice",
    content: { ...content, ...only },
    dueAt: moment.now,
  }
}
