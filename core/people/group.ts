import { type BotId, type ChatId, type Incoming, platformOf } from "../channel.ts"
import { formatLocal } from "../clock.ts"
import type { Context, Person } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { GroupsDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { isOfficer } from "../review/judge.ts"
import { parseChoice } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { openDesk } from "./office.ts"
import { pagePhrases, readPage } from "./page.ts"
import { mayAct, type UnitRef } from "./role.ts"

type Written = Pick<Incoming, "message" | "topic">
type Said = Written & { readonly text: string }

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
export async function groups(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { page, rest: typed } = readPage(rest)
  const again = (code: string) => `nhóm của ${code} trang ${page}`
  const desk = await openDesk(context, written, typed, again, moment, reads)
  if ("decision" in desk) return desk.decision
  return await list(context, written, desk.unitIds, page, moment, reads)
}

async function list(
  context: Context,
  written: Written,
  unitIds: readonly string[],
  page: number,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const found = await reads.groups(unitIds, page)
  if (found.groups.length === 0) {
    return { dialogue: null, ...answer(context, written, moment, page > 1 ? "page-none" : "groups-none") }
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
    say: [reply(context, written, moment, { phrases })],
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
export async function answerGroups(
  context: Context,
  dialogue: GroupsDialogue,
  written: Said,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const { person } = context
  // Rights may have been withdrawn between the list and the answer.
  if (!isOfficer(person)) return { dialogue: null, ...answer(context, written, moment, "officers-only") }
  switch (dialogue.step) {
    case "groups": {
      const wish = readWish(written.text)
      const chat = wish === undefined ? undefined : dialogue.offered[wish.number - 1]
      if (wish === undefined || chat === undefined) return undefined
      const group = await theirs(person, chat, reads)
      if (group === undefined) return gone(context, written, moment)
      if (wish.do === "look") return card(context, written, group, moment)
      if (wish.do === "unlink") return unlinked(context, written, person, group, moment)
      if (wish.unit === "") return askUnit(context, written, group, [], moment)
      return await moveTo(context, written, person, group, wish.unit, moment, reads)
    }
    case "group": {
      const group = await theirs(person, dialogue.chat, reads)
      if (group === undefined) return gone(context, written, moment)
      switch (parseChoice(written.text, ["Gỡ liên kết", "Chuyển đơn vị", "Thôi"])) {
        case 1:
          return unlinked(context, written, person, group, moment)
        case 2:
          return askUnit(context, written, group, [], moment)
        case 3:
          return { dialogue: null, ...answer(context, written, moment, "dialogue-left") }
        default:
          return undefined
      }
    }
    case "group_unit": {
      const group = await theirs(person, dialogue.chat, reads)
      if (group === undefined) return gone(context, written, moment)
      const picked = parseChoice(written.text, dialogue.offered.length)
      const typed = picked === undefined ? written.text : (dialogue.offered[picked - 1] ?? "")
      return await moveTo(context, written, person, group, typed, moment, reads)
    }
    default:
      return dialogue satisfies never
  }
}

/** The question that waits, once more. */
export async function repeatGroups(
  context: Context,
  dialogue: GroupsDialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { person } = context
  if (!isOfficer(person)) return { dialogue: null, ...answer(context, written, moment, "officers-only") }
  if (dialogue.step === "groups") return answer(context, written, moment, "groups-again")
  const group = await theirs(person, dialogue.chat, reads)
  if (group === undefined) return gone(context, written, moment)
  return dialogue.step === "group"
    ? card(context, written, group, moment)
    : askUnit(context, written, group, [], moment)
}

/** "gỡ liên kết 2" by the list that is shown, "gỡ liên kết" in the group itself. */
export async function unlink(
  context: Context,
  written: Said,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { person, dialogue, chat } = context
  if (!isOfficer(person)) return answer(context, written, moment, "officers-only")
  if (chat.kind === "private") {
    if (dialogue?.step !== "groups") return await groups(context, written, "", moment, reads)
    const text = `gỡ ${rest}`
    return (
      (await answerGroups(context, dialogue, { ...written, text }, moment, reads)) ??
      answer(context, written, moment, "groups-again")
    )
  }
  const group = await reads.group(chat.id)
  if (group === undefined) return answer(context, written, moment, "group-not-linked")
  if (!mayAct(person.grants, "officer", group.unit)) {
    return answer(context, written, moment, "unit-outside", { unit: group.unit.name })
  }
  return {
    ...moved(person, group, undefined),
    ...answer(context, written, moment, "group-unlinked-here", { unit: group.unit.name }),
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

function gone(context: Context, written: Written, moment: Moment): Decision {
  return { dialogue: null, ...answer(context, written, moment, "group-gone") }
}

function card(context: Context, written: Written, group: GroupView, moment: Moment): Decision {
  const ask = moment.newId()
  const labels = [{ key: "choice-unlink" }, { key: "choice-move-group" }, { key: "choice-leave" }]
  return {
    dialogue: { step: "group", ask, askedAt: moment.now, chat: group.chat },
    say: [
      reply(context, written, moment, {
        phrases: [{ key: "group-card", args: named(group) }],
        choices: { ask, labels },
      }),
    ],
  }
}

function askUnit(
  context: Context,
  written: Written,
  group: GroupView,
  units: readonly UnitRef[],
  moment: Moment,
): Decision {
  const ask = moment.newId()
  const labels = units.map((unit) => ({ text: `${unit.name} (${unit.code})` }))
  const key = units.length === 0 ? "group-which-unit" : "unit-which"
  const phrases = [units.length === 0 ? { key, args: named(group) } : { key }]
  return {
    dialogue: {
      step: "group_unit",
      ask,
      askedAt: moment.now,
      chat: group.chat,
      offered: units.map(({ code }) => code),
    },
    say: [
      reply(context, written, moment, {
        phrases,
        ...(labels.length === 0 ? {} : { choices: { ask, labels } }),
      }),
    ],
  }
}

async function moveTo(
  context: Context,
  written: Written,
  person: Person,
  group: GroupView,
  typed: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const units = (await reads.units()).filter((unit) => mayAct(person.grants, "officer", unit))
  const search = findUnit(typed, units)
  if (search.kind === "none") {
    return answer(context, written, moment, "unit-not-found", { typed: typed.slice(0, 60) })
  }
  if (search.kind === "choices") {
    const offered = units.filter(({ id }) => search.ids.includes(id))
    return askUnit(context, written, group, offered, moment)
  }
  const unit = units.find(({ id }) => id === search.id) as UnitRef
  const told = { key: "group-moved-told", args: { unit: unit.name } }
  return {
    dialogue: null,
    ...moved(person, group, unit.id),
    say: [
      reply(context, written, moment, {
        phrases: [{ key: "group-moved", args: { ...named(group), to: unit.name } }],
      }),
      ...tellGroup(group, told, moment),
    ],
  }
}

function unlinked(
  context: Context,
  written: Written,
  person: Person,
  group: GroupView,
  moment: Moment,
): Decision {
  return {
    dialogue: null,
    ...moved(person, group, undefined),
    say: [
      reply(context, written, moment, { phrases: [{ key: "group-unlinked", args: named(group) }] }),
      ...tellGroup(group, { key: "group-unlinked-here", args: { unit: group.unit.name } }, moment),
    ],
  }
}

function moved(person: Person, group: GroupView, to: string | undefined): Pick<Decision, "changes"> {
  const change = { do: "move_group", chat: group.chat, from: group.unit.id, personId: person.id } as const
  return { changes: [to === undefined ? change : { ...change, to }] }
}

/** Nobody's numbers change places behind their back. */
function tellGroup(group: GroupView, phrase: Phrase, moment: Moment): readonly OutboxDraft[] {
  if (group.state !== "open") return []
  const { chat, bot } = group
  return [{ chat, bot, kind: "notice", content: { phrases: [phrase] }, dueAt: moment.now }]
}
