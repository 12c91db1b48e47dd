import type { Change } from "../conversation/change.ts"
import type { Decision, NewInitiative } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { foldWords } from "../text/fold.ts"
import {
  evenShares,
  formatShare,
  isGivenName,
  isOneself,
  isWhole,
  mainShare,
  type NamedShare,
  readNamedShares,
  type Shares,
} from "./shares.ts"
import {
  agreement,
  type CoAuthor,
  entryOf,
  isAccepted,
  listOf,
  MOST_AUTHORS,
  setTeam,
  type Team,
  toReach,
} from "./team.ts"

/**
 * Enters people by name: who is known in the unit is told and agrees; of others the name is all there is. Where no share is said
 * they are even, as while registering; where some are, the others are asked for.
 */
export async function nameCoAuthors(turn: Turn, team: Team, list: readonly NamedShare[]): Promise<Decision> {
  const { context, moment, reads } = turn
  const code = initiativeCode(team.number)
  const taken = new Set([team.authorName, ...team.coAuthors.map((each) => each.name)].map(foldWords))
  const doubled = list.find((each) => taken.has(foldWords(each.name)))
  if (doubled !== undefined) return answer(turn, "co-author-already", { name: doubled.name, code })
  if (team.coAuthors.length + list.length + 1 > MOST_AUTHORS) {
    return answer(turn, "co-author-full", { code })
  }
  const known = await knownIn(team.unit.id, list, reads)
  const short = givenNamesOnly(list, known)
  if (short !== undefined) return answer(turn, "co-author-full-name", { names: short, code })
  const standing = team.coAuthors.filter((each) => each.state !== "wants")
  const isEven = list.every(({ share }) => share === undefined)
  const shares = isEven ? evenWith(standing, list.length) : saidBeside(standing, list)
  const [main = 0, ...given] = shares
  const ofNew = given.slice(standing.length)
  if (list.some((_, place) => (ofNew[place] ?? 0) <= 0)) return askShares(turn, code, list, main)
  if (main <= 0) return answer(turn, "co-author-sum", { sum: formatShare(1_000 - main) })
  const entered = enteredAs(list, ofNew, known, moment)
  const isAnybodyTold = entered.some(({ found }) => found !== undefined)
  return {
    changes: [
      // Before anybody is entered, so that never more is given away than there is.
      ...redivided(context, team, standing, given),
      ...entered.map(({ id, name, share, found }) =>
        entryOf(context, team, {
          id,
          person: found?.personId,
          name: found?.name ?? name,
          state: found === undefined ? "accepted" : "named",
          share,
        }),
      ),
    ],
    say: [
      reply(turn, {
        phrases: [
          {
            key: "co-author-team",
            args: { code, list: listOf(team.authorName, [...standing, ...list], shares) },
          },
          ...(isEven ? [{ key: "co-author-even", args: { code, example: otherThan(shares) } }] : []),
          ...(isAnybodyTold ? [{ key: "co-author-told" }] : []),
        ],
      }),
      ...asked(entered, moment, (share) => ({
        key: "co-author-named",
        args: { by: context.person?.name ?? "", code, title: team.title, share },
      })),
    ],
  }
}

/** What those who stand in the team already get otherwise than before. */
function redivided(
  { person }: Turn["context"],
  team: Team,
  standing: readonly CoAuthor[],
  given: readonly number[],
): readonly Change[] {
  const divided = standing.flatMap(({ id, share }, place) =>
    given[place] === share ? [] : [{ id, state: "accepted" as const, share: given[place] ?? 0 }],
  )
  return divided.length === 0 || person === undefined ? [] : [setTeam(team, person, divided)]
}

/** Somebody entered by name; `found` is the one person of the unit who is called so. */
type Entered = {
  readonly id: string
  readonly name: string
  /** In tenths of a percent. */
  readonly share: number
  readonly found: Awaited<ReturnType<Reads["personNamed"]>>
}

/** For each name the one person of the unit who is called so. */
async function knownIn(
  unitId: string,
  list: readonly NamedShare[],
  reads: Reads,
): Promise<readonly Entered["found"][]> {
  return await Promise.all(list.map(async ({ name }) => await reads.personNamed(unitId, name)))
}

/** Those of whom only a given name is said, "Lan", "anh Hùng": a certificate needs more. Undefined when there are none. */
function givenNamesOnly(list: readonly NamedShare[], known: readonly Entered["found"][]): string | undefined {
  const short = list.filter(({ name }, place) => known[place] === undefined && isGivenName(name))
  return short.length === 0 ? undefined : short.map(({ name }) => name).join(", ")
}

function enteredAs(
  list: readonly NamedShare[],
  shares: readonly number[],
  known: readonly Entered["found"][],
  moment: Moment,
): readonly Entered[] {
  return list.map(({ name }, place) => ({
    id: moment.newId(),
    name,
    share: shares[place] ?? 0,
    found: known[place],
  }))
}

/** Asks those who can be reached whether they agree; `phrase` tells them, with their share in words. */
function asked(
  entered: readonly Entered[],
  moment: Moment,
  phrase: (share: string) => Phrase,
): readonly OutboxDraft[] {
  return entered.flatMap(({ id, share, found }) =>
    found?.reach === undefined
      ? []
      : [toReach(found.reach, moment, { phrases: [phrase(formatShare(share))], choices: agreement(id) })],
  )
}

/** The shares of everybody: what the list says, and the rest for the main author; nothing where none is said. */
function saidBeside(standing: readonly CoAuthor[], list: readonly NamedShare[]): Shares {
  const given = [...standing, ...list].map(({ share }) => share ?? 0)
  return [mainShare(given), ...given]
}

/**
 * An even division stays one when `count` more join; what was divided otherwise, or is still to be agreed to, stays, and the
 * main author shares their own part with the new ones.
 */
function evenWith(standing: readonly CoAuthor[], count: number): Shares {
  const before = evenShares(standing.length + 1)
  if (standing.every((each, place) => isAccepted(each) && each.share === before[place + 1])) {
    return evenShares(standing.length + count + 1)
  }
  const given = standing.map(({ share }) => share ?? 0)
  const main = mainShare(given)
  const each = Math.floor(main / (count + 1))
  return [main - each * count, ...given, ...Array.from({ length: count }, () => each)]
}

/** Asks for the shares that were left out, of all of them at once: the example divides what is left. */
function askShares(turn: Turn, code: string, list: readonly NamedShare[], left: number): Decision {
  const isSaid = ({ share = 0 }: NamedShare) => share > 0
  const missing = list.filter((each) => !isSaid(each))
  const each = Math.max(Math.floor(left / (missing.length + 1) / 50) * 50, 50)
  const example = list.map((one) => `${one.name} ${formatShare(isSaid(one) ? (one.share ?? 0) : each)}`)
  return answer(turn, "co-author-share", {
    names: missing.map(({ name }) => name).join(", "),
    code,
    example: example.join(", "),
  })
}

/** Those named while registering, as they are entered with it, what is said about them, and whom they make a question to. */
export type NamedAtOnce = {
  readonly coAuthors: NonNullable<NewInitiative["coAuthors"]>
  readonly told: Phrase
  readonly asks: readonly OutboxDraft[]
}

/** How shares may be typed, by the number of co-authors. */
const EXAMPLES: Readonly<Record<number, string>> = { 1: "60/40", 2: "50/30/20" }

/** Another division than the even one, as it may be typed. */
function otherThan(shares: Shares): string {
  return EXAMPLES[shares.length - 1] ?? shares.map((share) => formatShare(share).slice(0, -1)).join("/")
}

/**
 * "Đồng tác giả: Trần Thị Lan 40%" in the message of a registration. Where no share is said they are even, as when somebody asks
 * to join; else enters nobody unless everybody's is said and something is left for the author. The author may be in the list,
 * then with exactly what is left.
 */
export async function nameAtOnce(
  typed: string,
  made: { readonly by: string; readonly author: string; readonly title: string; readonly unitId: string },
  moment: Moment,
  reads: Reads,
): Promise<NamedAtOnce> {
  const { by, author, title, unitId } = made
  const list = readNamedShares(typed) ?? []
  const isAuthor = ({ name }: NamedShare) => isOneself(name) || foldWords(name) === foldWords(author)
  const others = list.filter((each) => !isAuthor(each))
  const isEven = list.every((each) => each.share === undefined) && others.length < MOST_AUTHORS
  const shares = isEven ? evenShares(others.length + 1).slice(1) : others.map((each) => each.share ?? 0)
  const main = mainShare(shares)
  const names = new Set(list.map((each) => foldWords(each.name)))
  const isClear =
    others.length > 0 &&
    names.size === list.length &&
    isWhole([main, ...shares]) &&
    (isEven || list.every((each) => !isAuthor(each) || each.share === main))
  const known = await knownIn(unitId, others, reads)
  const short = givenNamesOnly(others, known)
  if (short !== undefined)
    return { coAuthors: [], told: { key: "co-author-full-name", args: { names: short } }, asks: [] }
  if (!isClear) return { coAuthors: [], told: { key: "receipt-team-unclear" }, asks: [] }
  const entered = enteredAs(others, shares, known, moment).map((each) => ({
    ...each,
    name: each.found?.name ?? each.name,
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
        asked: entered.some(({ found }) => found !== undefined) ? "some" : "none",
        shares: isEven ? "even" : "said",
        example: otherThan([main, ...shares]),
      },
    },
    asks: asked(entered, moment, (share) => ({ key: "co-author-named-new", args: { by, title, share } })),
  }
}
