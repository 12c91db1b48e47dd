import { type BotId, type ChatId, platformOf } from "../channel.ts"
import { formatLocal } from "../clock.ts"
import { GROUPLESS_UNITS } from "../command/officer-words.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { GroupsDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, noticeTo, reply, saying, type Turn } from "../conversation/turn.ts"
import { namesNothing, offerUnits, unitNamed, unitNotFound } from "../conversation/which-unit.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { parseChoice } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { openDesk, usualUnit } from "./office.ts"
import { pagePhrases, readPage } from "./page.ts"
import { isOfficer, mayAct, type UnitRef } from "./role.ts"

/** A group that belongs to a unit, as officers see it. */
export type GroupView = {
  readonly chat: ChatId
  readonly bot: BotId
  readonly title: string | undefined
  readonly unit: UnitRef
  /** `refused`: the bot is there, but the platform does not take what it writes. */
  readonly state: "open" | "removed" | "refused"
  /** When a tally or another post last reached it, epoch milliseconds. */
  readonly postedAt: number | undefined
}

/** So many groups fit on a screen. */
export const GROUPS_ON_PAGE = 10

/** "nhóm [đơn vị] [trang 2]": the groups of the officer's subtree and how each of them is. */
export async function groups(turn: Turn, rest: string): Promise<Decision> {
  if (rest === GROUPLESS_UNITS) return await groupless(turn)
  const { page, rest: typed } = readPage(rest)
  const again = (code: string) => `nhóm của ${code} trang ${page}`
  const desk = await openDesk(turn, typed, again)
  if ("decision" in desk) return desk.decision
  return await list(turn, desk.unitIds, page)
}

const MOST_GROUPLESS = 20

/** "đơn vị nào chưa có nhóm": the units of the officer's that read their posts nowhere of their own, topmost first. */
async function groupless(turn: Turn): Promise<Decision> {
  const { person } = turn.context
  const desk = await openDesk(turn, "", () => "")
  if ("decision" in desk) return desk.decision
  const linked = new Set(await turn.reads.unitsWithGroup(desk.unitIds))
  const theirs = (await turn.reads.units())
    .filter((unit) => unit.path.some((id) => desk.unitIds.includes(id)))
    .toSorted((one, other) => one.path.length - other.path.length)
  const without = theirs.filter(({ id }) => !linked.has(id))
  const args = {
    unit: person === undefined ? "" : (usualUnit(person)?.name ?? ""),
    count: without.length,
    of: theirs.length,
  }
  if (without.length === 0) return answer(turn, "groupless-none", args)
  const more = without.length - MOST_GROUPLESS
  const phrases: readonly Phrase[] = [
    { key: "groupless-head", args },
    ...without
      .slice(0, MOST_GROUPLESS)
      .map(({ name, code }) => ({ key: "groupless-line", args: { unit: name, code } })),
    ...(more > 0 ? [{ key: "ranking-more", args: { count: more } }] : []),
    { key: "groupless-foot" },
  ]
  return { say: [reply(turn, { phrases })] }
}

async function list(turn: Turn, unitIds: readonly string[], page: number): Promise<Decision> {
  const { moment } = turn
  const found = await turn.reads.groups(unitIds, page)
  if (found.groups.length === 0) {
    return { dialogue: null, ...answer(turn, page > 1 ? "page-none" : "groups-none") }
  }
  const pages = Math.ceil(found.total / GROUPS_ON_PAGE)
  const phrases: readonly Phrase[] = [
    { key: "groups-head", args: { count: found.total } },
    ...found.groups.map((group, index) => linePhrase(group, index + 1, moment)),
    { key: "groups-foot" },
    ...pagePhrases(page, pages),
  ]
  return {
    dialogue: {
      step: "groups",
      ask: moment.newId(),
      askedAt: moment.now,
      offered: found.groups.map(({ chat }) => chat),
    },
    say: [reply(turn, { phrases })],
  }
}

function linePhrase(group: GroupView, number: number, moment: Moment): Phrase {
  const { postedAt } = group
  return {
    key: "groups-line",
    args: {
      number,
      ...named(group),
      platform: platformOf(group.bot),
      state: group.state,
      posted: postedAt === undefined ? "never" : "once",
      on: postedAt === undefined ? "" : formatLocal(postedAt, moment.timeZone, "date"),
    },
  }
}

function named(group: GroupView): { title: string; unit: string } {
  return { title: group.title ?? "…", unit: group.unit.name }
}

/** What is done with one of the groups; undefined when the words are no answer. */
export async function answerGroups(turn: Turn, dialogue: GroupsDialogue): Promise<Decision | undefined> {
  const { written, reads } = turn
  const { person } = turn.context
  // Rights may have been withdrawn between the list and the answer.
  if (!isOfficer(person)) return { dialogue: null, ...answer(turn, "officers-only") }
  switch (dialogue.step) {
    case "groups": {
      const wish = readWish(written.text)
      const chat = wish === undefined ? undefined : dialogue.offered[wish.number - 1]
      if (wish === undefined || chat === undefined) return undefined
      const group = await theirs(person, chat, reads)
      if (group === undefined) return gone(turn)
      if (wish.do === "look") return card(turn, group)
      if (wish.do === "unlink") return unlinked(turn, person, group)
      if (wish.unit === "") return askUnit(turn, group)
      return await moveTo(turn, person, group, { typed: wish.unit })
    }
    case "group": {
      const group = await theirs(person, dialogue.chat, reads)
      if (group === undefined) return gone(turn)
      switch (parseChoice(written.text, spoken(CARD_CHOICES))) {
        case 1:
          return unlinked(turn, person, group)
        case 2:
          return askUnit(turn, group)
        case 3:
          return { dialogue: null, ...answer(turn, "dialogue-left") }
        default:
          return undefined
      }
    }
    case "group_unit": {
      const group = await theirs(person, dialogue.chat, reads)
      if (group === undefined) return gone(turn)
      return await moveTo(turn, person, group, { typed: written.text, offered: dialogue.offered })
    }
    default:
      return dialogue satisfies never
  }
}

/** The question that waits, once more. */
export async function repeatGroups(turn: Turn, dialogue: GroupsDialogue): Promise<Decision> {
  const { person } = turn.context
  if (!isOfficer(person)) return { dialogue: null, ...answer(turn, "officers-only") }
  if (dialogue.step === "groups") return answer(turn, "groups-again")
  const group = await theirs(person, dialogue.chat, turn.reads)
  if (group === undefined) return gone(turn)
  return dialogue.step === "group" ? card(turn, group) : askUnit(turn, group)
}

/** "gỡ liên kết 2" by the list that is shown, "gỡ liên kết" in the group itself. */
export async function unlink(turn: Turn, rest: string): Promise<Decision> {
  const { person, dialogue, chat } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (chat.kind === "private") {
    if (dialogue?.step !== "groups") return await groups(turn, "")
    const text = `gỡ ${rest}`
    return (await answerGroups(saying(turn, text), dialogue)) ?? answer(turn, "groups-again")
  }
  const group = await turn.reads.group(chat.id)
  if (group === undefined) return answer(turn, "group-not-linked")
  if (!mayAct(person.grants, "officer", group.unit)) {
    return answer(turn, "unit-outside", { unit: group.unit.name })
  }
  return {
    ...moved(person, group, undefined),
    ...answer(turn, "group-unlinked-here", { unit: group.unit.name }),
  }
}

type Wish =
  | { readonly number: number; readonly do: "look" }
  | { readonly number: number; readonly do: "unlink" }
  | { readonly number: number; readonly do: "move"; readonly unit: string }

/** "2", "gỡ liên kết 2", "chuyển 2 sang KCN", "2 chuyển KCN". */
function readWish(text: string): Wish | undefined {
  const said = fold(clean(text))
  const off = /^(?:go|bo)(?: lien ket)?(?: nhom)?(?: so)? (\d{1,3})$|^(\d{1,3})[.,:]? go(?: lien ket)?$/.exec(
    said,
  )
  if (off !== null) return { do: "unlink", number: Number(off[1] ?? off[2]) }
  const to =
    /^(?:chuyen|doi)(?: nhom)?(?: so)? (\d{1,3})(?: (?:sang|qua|ve|cho|den))?(?: (.*))?$|^(\d{1,3})[.,:]? (?:chuyen|doi)(?: (?:sang|qua|ve|cho|den))?(?: (.*))?$/.exec(
      said,
    )
  if (to !== null) return { do: "move", number: Number(to[1] ?? to[3]), unit: (to[2] ?? to[4] ?? "").trim() }
  const number = parseChoice(text, GROUPS_ON_PAGE)
  return number === undefined ? undefined : { do: "look", number }
}

async function theirs(person: Person, chat: ChatId, reads: Reads): Promise<GroupView | undefined> {
  const group = await reads.group(chat)
  return group !== undefined && mayAct(person.grants, "officer", group.unit) ? group : undefined
}

function gone(turn: Turn): Decision {
  return { dialogue: null, ...answer(turn, "group-gone") }
}

const CARD_CHOICES: SpokenChoices = [
  { key: "choice-unlink" },
  { key: "choice-move-group" },
  { key: "choice-leave" },
]

function card(turn: Turn, group: GroupView): Decision {
  const { moment } = turn
  const ask = moment.newId()
  return {
    dialogue: { step: "group", ask, askedAt: moment.now, chat: group.chat },
    say: [
      reply(turn, {
        phrases: [{ key: "group-card", args: named(group) }],
        choices: { ask, labels: CARD_CHOICES },
      }),
    ],
  }
}

function askUnit(turn: Turn, group: GroupView): Decision {
  const { moment } = turn
  return {
    dialogue: {
      step: "group_unit",
      ask: moment.newId(),
      askedAt: moment.now,
      chat: group.chat,
      offered: [],
    },
    ...answer(turn, "group-which-unit", named(group)),
  }
}

type Meant = { readonly typed: string; readonly offered?: readonly string[] }

async function moveTo(
  turn: Turn,
  person: Person,
  group: GroupView,
  { typed, offered }: Meant,
): Promise<Decision | undefined> {
  const units = (await turn.reads.units()).filter((unit) => mayAct(person.grants, "officer", unit))
  const meant = unitNamed(typed, units, offered)
  if (meant.kind === "none") return namesNothing(typed) ? undefined : unitNotFound(turn, typed)
  if (meant.kind === "choices") {
    return offerUnits(turn, meant.units, (question) => ({
      ...question,
      step: "group_unit",
      chat: group.chat,
    }))
  }
  const { unit } = meant
  const told = { key: "group-moved-told", args: { unit: unit.name } }
  return {
    dialogue: null,
    ...moved(person, group, unit.id),
    say: [
      reply(turn, {
        phrases: [{ key: "group-moved", args: { ...named(group), to: unit.name } }],
      }),
      ...tellGroup(group, told, turn.moment),
    ],
  }
}

function unlinked(turn: Turn, person: Person, group: GroupView): Decision {
  return {
    dialogue: null,
    ...moved(person, group, undefined),
    say: [
      reply(turn, { phrases: [{ key: "group-unlinked", args: named(group) }] }),
      ...tellGroup(group, { key: "group-unlinked-here", args: { unit: group.unit.name } }, turn.moment),
    ],
  }
}

function moved(person: Person, group: GroupView, to: string | undefined): Pick<Decision, "changes"> {
  const change = { do: "move_group", chat: group.chat, from: group.unit.id, personId: person.id } as const
  return { changes: [to === undefined ? change : { ...change, to }] }
}

/** Nobody's numbers change places behind their back. */
function tellGroup(group: GroupView, phrase: Phrase, moment: Moment): readonly OutboxDraft[] {
  return group.state === "open" ? [noticeTo(group, [phrase], moment)] : []
}
