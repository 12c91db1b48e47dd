import { platformOf } from "../channel.ts"
import { formatDay, formatLocal } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import { both, type Decision } from "../conversation/decision.ts"
import type { MyDataDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { namesNothing, offerUnits, unitNamed, unitNotFound } from "../conversation/which-unit.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { Phrase } from "../outbox.ts"
import { parseChoice } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { personName } from "../text/name.ts"
import { CONSENT_VERSION, type ConsentPurpose } from "./consent.ts"
import { askRequest, requestCode } from "./data-request.ts"
import { type PersonalData, standingConsents } from "./personal-data.ts"
import type { UnitRef } from "./role.ts"
import { lockedOut } from "./roles.ts"

const LONGEST_NAME = 80
/** Long enough to take up the other phone. */
const JOIN_MS = 15 * 60_000
/** Typed in full: one key pressed by mistake must not erase anybody. */
const ERASE_WORD = "xoa"

/** "dữ liệu của tôi": see, take away, correct, or have erased what is kept about the person who asks; only in private. */
export function myData(turn: Turn): Decision {
  return turn.context.person === undefined || isGroup(turn) ? notHere(turn) : menu(turn)
}

/** "sửa tên tôi [thành Nguyễn Văn B]": what "dữ liệu của tôi" leads to as well. */
export function correctName(turn: Turn, typed: string): Decision {
  const { person } = turn.context
  if (person === undefined || isGroup(turn)) return notHere(turn)
  const ask = asking(turn, "my_data_name", "my-data-name-ask")
  return typed === "" ? ask : { ...ask, ...rename(saying(turn, typed), person) }
}

/** "đổi đơn vị", "tôi chuyển sang CĐCS …": as `correctName`. */
export async function correctUnit(turn: Turn, typed: string): Promise<Decision> {
  const { person } = turn.context
  if (person === undefined || isGroup(turn)) return notHere(turn)
  const ask = askUnit(turn)
  return typed === "" ? ask : { ...ask, ...(await moveTo(saying(turn, typed), person, [])) }
}

function isGroup(turn: Turn): boolean {
  return turn.context.chat.kind === "group"
}

function saying(turn: Turn, text: string): Turn {
  return { ...turn, written: { ...turn.written, text } }
}

function notHere(turn: Turn): Decision {
  if (isGroup(turn)) return answer(turn, "my-data-in-private")
  return { say: [reply(turn, { phrases: [{ key: "my-data-none" }, { key: "my-data-none-request" }] })] }
}

/** The answer to one of its questions; undefined when the words are no answer. */
export async function answerMyData(turn: Turn, dialogue: MyDataDialogue): Promise<Decision | undefined> {
  const { person } = turn.context
  // Erased meanwhile, by another account of theirs.
  if (person === undefined) return { dialogue: null, ...answer(turn, "my-data-none") }
  switch (dialogue.step) {
    case "my_data":
      return await chosen(turn, person)
    case "my_data_correct":
      return await correct(turn, person)
    case "my_data_name":
      return rename(turn, person)
    case "my_data_unit":
      return await moveTo(turn, person, dialogue.offered)
    case "my_data_erase":
      return await eraseOrNot(turn, person)
    default:
      return dialogue satisfies never
  }
}

/** The question that is open, asked again. */
export async function repeatMyData(turn: Turn, dialogue: MyDataDialogue): Promise<Decision> {
  switch (dialogue.step) {
    case "my_data":
      return menu(turn)
    case "my_data_correct":
      return await corrections(turn)
    case "my_data_name":
      return answer(turn, "my-data-name-ask")
    case "my_data_unit":
      return answer(turn, "unit-ask")
    case "my_data_erase":
      return answer(turn, "my-data-erase-again")
    default:
      return dialogue satisfies never
  }
}

const MENU: SpokenChoices = [
  { key: "choice-my-data-see" },
  { key: "choice-my-data-download" },
  { key: "choice-my-data-correct" },
  { key: "choice-my-data-erase" },
  { key: "choice-my-data-request" },
]

function menu(turn: Turn): Decision {
  const { moment } = turn
  const ask = moment.newId()
  return {
    dialogue: { step: "my_data", ask, askedAt: moment.now },
    say: [reply(turn, { phrases: [{ key: "my-data-menu" }], choices: { ask, labels: MENU } })],
  }
}

async function chosen(turn: Turn, person: Person): Promise<Decision | undefined> {
  switch (parseChoice(turn.written.text, spoken(MENU))) {
    case 1:
      return await see(turn, person)
    case 2:
      return download(turn, person)
    case 3:
      return await corrections(turn)
    case 4:
      return await askErase(turn, person)
    case 5:
      return await askRequest(turn, "")
    default:
      return undefined
  }
}

async function see(turn: Turn, person: Person): Promise<Decision> {
  const data = await turn.reads.personalData(person.id)
  if (data === undefined) return { dialogue: null, ...answer(turn, "my-data-none") }
  const phrases = summaryOf(data, turn.moment.timeZone)
  return { dialogue: null, say: [reply(turn, { phrases })] }
}

/** Two files: one to be read, one for other programs. They are made at the moment of sending. */
function download(turn: Turn, person: Person): Decision {
  const file = (form: "text" | "json", key: string) =>
    reply(turn, {
      phrases: [{ key }],
      document: { kind: "my_data", personId: person.id, form },
    })
  return {
    dialogue: null,
    say: [file("text", "my-data-file-text"), file("json", "my-data-file-json")],
  }
}

/** What is kept, in words; the records themselves are in the download. */
export function summaryOf(data: PersonalData, zone: string): readonly Phrase[] {
  const on = (at: number) => formatLocal(at, zone, "date")
  const granted = standingConsents(data)
  const agreedAt = data.consents.findLast(({ purpose }) => purpose === "records")?.at
  const shared = data.coAuthored.filter(({ state }) => state === "accepted")
  const standing = data.roles.filter(({ until }) => until === null)
  return [
    { key: "my-data-name", args: { name: data.name } },
    { key: "my-data-unit", args: { unit: data.unit?.name ?? "–" } },
    ...data.accounts.map((account) => ({
      key: "my-data-account",
      args: { channel: platformOf(account.id), name: account.name, since: on(account.since) },
    })),
    {
      key: "my-data-initiatives",
      args: {
        own: data.initiatives.filter((each) => each.as === "author").length,
        others: data.initiatives.filter((each) => each.as === "submitter").length,
      },
    },
    ...(shared.length === 0 ? [] : [{ key: "my-data-co-authored", args: { count: shared.length } }]),
    ...standing.map(({ role, unit }) => ({ key: "my-data-role", args: { role, unit } })),
    ...(agreedAt === undefined || !granted.records
      ? []
      : [{ key: "my-data-agreed", args: { on: on(agreedAt) } }]),
    ...data.requests.flatMap(({ number, due, closedAt }) =>
      closedAt === null
        ? [{ key: "my-data-request", args: { code: requestCode(number), due: formatDay(due, "date") } }]
        : [],
    ),
    { key: "my-data-naming", args: { state: stateOf(granted.naming) } },
    { key: "my-data-reminders", args: { state: stateOf(granted.reminders) } },
  ]
}

async function corrections(turn: Turn): Promise<Decision> {
  const { context, moment } = turn
  const data = context.person === undefined ? undefined : await turn.reads.personalData(context.person.id)
  if (data === undefined) return { dialogue: null, ...answer(turn, "my-data-none") }
  const granted = standingConsents(data)
  const ask = moment.newId()
  return {
    dialogue: { step: "my_data_correct", ask, askedAt: moment.now },
    say: [
      reply(turn, {
        phrases: [{ key: "my-data-correct" }],
        choices: {
          ask,
          labels: [
            { key: "choice-my-data-name" },
            { key: "choice-my-data-unit" },
            { key: "choice-naming", args: { state: stateOf(granted.naming) } },
            { key: "choice-reminders", args: { state: stateOf(granted.reminders) } },
            { key: "choice-other-account" },
          ],
        },
      }),
    ],
  }
}

async function correct(turn: Turn, person: Person): Promise<Decision | undefined> {
  switch (parseChoice(turn.written.text, 5)) {
    case 1:
      return asking(turn, "my_data_name", "my-data-name-ask")
    case 2:
      return askUnit(turn)
    case 3:
      return await switchConsent(turn, "naming", person)
    case 4:
      return await switchConsent(turn, "reminders", person)
    case 5:
      return offerJoin(turn, person)
    default:
      return undefined
  }
}

/** A short-lived code to be typed from their account at another platform. */
function offerJoin(turn: Turn, person: Person): Decision {
  const { moment, reads } = turn
  const code = reads.newCode()
  const expiresAt = moment.now + JOIN_MS
  return {
    dialogue: null,
    changes: [{ do: "offer_join", personId: person.id, codeHash: reads.hashCode(code), expiresAt }],
    ...answer(turn, "other-account-code", {
      code,
      until: formatLocal(expiresAt, moment.timeZone, "stamp"),
    }),
  }
}

/** The other way round from what stands: each purpose by itself, and kept with its moment like every consent. */
async function switchConsent(turn: Turn, purpose: ConsentPurpose, person: Person): Promise<Decision> {
  const data = await turn.reads.personalData(person.id)
  const granted = !(data !== undefined && standingConsents(data)[purpose])
  return {
    dialogue: null,
    changes: [{ do: "consent", personId: person.id, purpose, version: CONSENT_VERSION, granted }],
    ...answer(turn, purpose === "naming" ? "naming-turned" : "reminders-turned", {
      state: stateOf(granted),
    }),
  }
}

/** "tên tôi là Nguyễn Văn An" */
const SAID_OF_ONESELF =
  /^(?:dạ )?(?:(?:em|tôi|toi|anh|chị|chi|mình|minh) )?(?:(?:họ )?(?:tên|ten) )?(?:(?:em|tôi|toi|anh|chị|chi|mình|minh|của tôi|của em) )?(?:là|la) (?=\S+ \S)/iu

function rename(turn: Turn, person: Person): Decision | undefined {
  const { text } = turn.written
  // Nobody is called "Thôi Khỏi".
  if (namesNothing(text)) return undefined
  const name = personName(clean(text).replace(/\s+/g, " ").replace(SAID_OF_ONESELF, ""))
  if (!/\p{L}/u.test(name) || name.length > LONGEST_NAME) {
    return answer(turn, "my-data-name-ask")
  }
  return {
    dialogue: null,
    changes: [{ do: "rename", personId: person.id, name }],
    ...answer(turn, "my-data-renamed", { name }),
  }
}

function askUnit(turn: Turn): Decision {
  const { moment } = turn
  return {
    dialogue: { step: "my_data_unit", ask: moment.newId(), askedAt: moment.now, offered: [] },
    ...answer(turn, "unit-ask"),
  }
}

async function moveTo(turn: Turn, person: Person, offered: readonly string[]): Promise<Decision | undefined> {
  const named = unitNamed(turn.written.text, await turn.reads.units(), offered)
  switch (named.kind) {
    case "none":
      return namesNothing(turn.written.text) ? undefined : unitNotFound(turn, turn.written.text)
    case "choices":
      return offerUnits(turn, named.units, (question) => ({ ...question, step: "my_data_unit" }))
    case "sure":
      return {
        dialogue: null,
        changes: [{ do: "place", personId: person.id, unitId: named.unit.id }],
        ...answer(turn, "my-data-moved", { unit: named.unit.name }),
      }
    default:
      return named satisfies never
  }
}

async function askErase(turn: Turn, person: Person): Promise<Decision> {
  const { reads } = turn
  const locked = await lockedOut(person.id, person.grants, reads)
  if (locked !== undefined) return lastAdmin(turn, locked)
  const { total } = await reads.initiativesOf(person.id, 1)
  const asked =
    total === 0
      ? asking(turn, "my_data_erase", "my-data-erase-none")
      : asking(turn, "my_data_erase", "my-data-erase", { count: total })
  return person.grants.length === 0 ? asked : both(asked, answer(turn, "my-data-erase-role"))
}

/** Who goes must leave somebody behind who can give roles. */
function lastAdmin(turn: Turn, unit: UnitRef): Decision {
  return { dialogue: null, ...answer(turn, "my-data-last-admin", { unit: unit.name }) }
}

async function eraseOrNot(turn: Turn, person: Person): Promise<Decision | undefined> {
  if (fold(turn.written.text).replace(/[^a-z]+/g, "") !== ERASE_WORD) return undefined
  const locked = await lockedOut(person.id, person.grants, turn.reads)
  if (locked !== undefined) return lastAdmin(turn, locked)
  return {
    dialogue: null,
    changes: [{ do: "erase", personId: person.id }],
    ...answer(turn, "my-data-erased"),
  }
}

function asking(
  turn: Turn,
  step: "my_data_name" | "my_data_erase",
  key: string,
  args: Readonly<Record<string, number>> = {},
): Decision {
  const { moment } = turn
  return {
    dialogue: { step, ask: moment.newId(), askedAt: moment.now },
    ...answer(turn, key, args),
  }
}

function stateOf(granted: boolean): "on" | "off" {
  return granted ? "on" : "off"
}
