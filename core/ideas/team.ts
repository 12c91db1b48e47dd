import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { Change } from "../conversation/change.ts"
import type { Context, Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { InitiativeView } from "../conversation/initiative-view.ts"
import { answer, type Moment, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { foldWords } from "../text/fold.ts"
import { ADDRESS, evenShares, formatShare, isWhole, mainShare, type Shares } from "./shares.ts"

/** Where somebody can be asked: in private, else in the group where they were last seen. */
export type Reach = { readonly chat: ChatId; readonly bot: BotId; readonly account: AccountId }

/** Somebody who stands beside the main author, or is to. */
export type CoAuthor = {
  readonly id: string
  readonly personId: string | undefined
  readonly name: string
  /** Whose member they are, which need not be the initiative's unit; undefined where nobody told. */
  readonly unitName: string | undefined
  /** In tenths of a percent; undefined while nothing is agreed. */
  readonly share: number | undefined
  /** `wants`: the author has to agree; `named`: the co-author has to. */
  readonly state: "wants" | "named" | "accepted"
  /** Where they, or whoever named them, are answered. */
  readonly chat: ChatId
  readonly bot: BotId
}

/** An initiative with everybody who made it. */
export type Team = Omit<InitiativeView, "createdAt"> & {
  readonly coAuthors: readonly CoAuthor[]
  /** The main author, else whoever submitted it; undefined where neither can be reached. */
  readonly author: Reach | undefined
}

/** A question to a person that is still open, and when (epoch milliseconds) it was asked. */
export type OpenAsk = { readonly number: number; readonly coAuthorId: string; readonly askedAt: number }

export const MOST_AUTHORS = 20

export function isAccepted(each: CoAuthor): boolean {
  return each.state === "accepted"
}

/** The one who is called so, by the whole name or by its end: "Lan", "chị Thị Lan"; of "Tư" and "Tú" the one whose marks are the same. */
export function calledSo(team: readonly CoAuthor[], typed: string): CoAuthor | undefined {
  const called = typed.replace(ADDRESS, "")
  const only = (among: readonly CoAuthor[]) => (among.length === 1 ? among[0] : undefined)
  const ending = (written: (text: string) => string) =>
    only(team.filter(({ name }) => ` ${written(name)}`.endsWith(` ${written(called)}`)))
  return (
    team.find(({ name }) => foldWords(name) === foldWords(called)) ??
    ending(foldWords) ??
    ending((text) => text.normalize("NFC").toLowerCase().trim())
  )
}

/** "An 60%, Bình 40%": who stands, the main author first; alone, only the name. */
export function teamList(team: Pick<Team, "authorName" | "coAuthors">): string {
  const members = team.coAuthors.filter(isAccepted)
  if (members.length === 0) return team.authorName
  const given = members.map((each) => each.share ?? 0)
  const main = mainShare(given)
  return listOf(team.authorName, members, [main, ...given])
}

export function listOf(
  author: string,
  members: readonly { readonly name: string }[],
  shares: Shares,
): string {
  if (members.length === 0) return author
  return [author, ...members.map((each) => each.name)]
    .map((each, place) => `${each} ${formatShare(shares[place] ?? 0)}`)
    .join(", ")
}

export function problemWith(turn: Turn, shares: Shares, count: number): Decision | undefined {
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

export function entryOf(
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
    ...given({ coAuthorId: who.person }),
    name: who.name,
    state: who.state,
    ...given({ share: who.share }),
    personId: context.person?.id ?? "",
    chat: context.chat.id,
    bot: context.chat.bot,
  }
}

export function setTeam(
  team: Team,
  person: Person,
  members: readonly {
    readonly id: string
    readonly state: "accepted" | "named" | "declined" | "withdrawn"
    readonly share?: number
  }[],
): Change {
  return { do: "set_co_authors", initiativeId: team.id, members, personId: person.id }
}

/** The question whether somebody is to be a co-author. */
export function agreement(coAuthorId: string): NonNullable<OutboxDraft["content"]["choices"]> {
  return { ask: `co-${coAuthorId}`, labels: [{ key: "choice-agree" }, { key: "choice-disagree" }] }
}

/** The co-author a pressed button is about; undefined when it is another question's. */
export function askedAbout(ask: string): string | undefined {
  return ask.startsWith("co-") ? ask.slice(3) : undefined
}

export function toReach(
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

/** Tells somebody who stands in the team no more; nobody who reads it in this chat anyhow, or has no account. */
export async function tellGone(
  { context, moment, reads }: Turn,
  team: Team,
  gone: CoAuthor,
  phrase: Phrase,
): Promise<readonly OutboxDraft[]> {
  if (gone.personId === undefined || gone.personId === context.person?.id) return []
  // Whoever was named by somebody else stands there with that one's chat.
  const found = await reads.personNamed(team.unit.id, gone.name)
  const where = found?.personId === gone.personId ? (found.reach ?? gone) : gone
  return where.chat === context.chat.id ? [] : [toReach(where, moment, { phrases: [phrase] })]
}
