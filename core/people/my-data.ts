import { type Incoming, platformOf } from "../channel.ts"
import { formatDay, formatLocal } from "../clock.ts"
import type { Context, Person } from "../conversation/context.ts"
import { answer, both, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { MyDataDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { findUnit } from "../intake/unit-search.ts"
import type { Phrase } from "../outbox.ts"
import { parseChoice } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { CONSENT_VERSION, type ConsentPurpose } from "./consent.ts"
import { askRequest, requestCode } from "./data-request.ts"
import { type PersonalData, standingConsents } from "./personal-data.ts"
import type { UnitRef } from "./role.ts"
import { lockedOut } from "./roles.ts"

type Written = Pick<Incoming, "message" | "topic">
type Said = Written & { readonly text: string }

const LONGEST_NAME = 80
/** Long enough to take up the other phone. */
const JOIN_MS = 15 * 60_000
/** Typed in full: one key pressed by mistake must not erase anybody. */
const ERASE_WORD = "xoa"

/** "dữ liệu của tôi": see, take away, correct, or have erased what is kept about the person who asks; only in private. */
export async function myData(context: Context, written: Written, moment: Moment): Promise<Decision> {
  if (context.chat.kind === "group") return answer(context, written, moment, "my-data-in-private")
  if (context.person === undefined) {
    return {
      say: [
        reply(context, written, moment, {
          phrases: [{ key: "my-data-none" }, { key: "my-data-none-request" }],
        }),
      ],
    }
  }
  return menu(context, written, moment)
}

/** The answer to one of its questions; undefined when the words are no answer. */
export async function answerMyData(
  context: Context,
  dialogue: MyDataDialogue,
  written: Said,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const { person } = context
  // Erased meanwhile, by another account of theirs.
  if (person === undefined) return { dialogue: null, ...answer(context, written, moment, "my-data-none") }
  switch (dialogue.step) {
    case "my_data":
      return await chosen(context, person, written, moment, reads)
    case "my_data_correct":
      return await correct(context, person, written, moment, reads)
    case "my_data_name":
      return rename(context, person, written, moment)
    case "my_data_unit":
      return await moveTo(context, person, dialogue.offered, written, moment, reads)
    case "my_data_erase":
      return await eraseOrNot(context, person, written, moment, reads)
    default:
      return dialogue satisfies never
  }
}

/** The question that is open, asked again. */
export async function repeatMyData(
  context: Context,
  dialogue: MyDataDialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  switch (dialogue.step) {
    case "my_data":
      return menu(context, written, moment)
    case "my_data_correct":
      return await corrections(context, written, moment, reads)
    case "my_data_name":
      return answer(context, written, moment, "my-data-name-ask")
    case "my_data_unit":
      return answer(context, written, moment, "unit-ask")
    case "my_data_erase":
      return answer(context, written, moment, "my-data-erase-again")
    default:
      return dialogue satisfies never
  }
}

function menu(context: Context, written: Written, moment: Moment): Decision {
  const ask = moment.newId()
  const labels = [
    { key: "choice-my-data-see" },
    { key: "choice-my-data-download" },
    { key: "choice-my-data-correct" },
    { key: "choice-my-data-erase" },
    { key: "choice-my-data-request" },
  ]
  return {
    dialogue: { step: "my_data", ask, askedAt: moment.now },
    say: [reply(context, written, moment, { phrases: [{ key: "my-data-menu" }], choices: { ask, labels } })],
  }
}

async function chosen(
  context: Context,
  person: Person,
  written: Said,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  switch (parseChoice(written.text, ["Xem", "Tải về", "Sửa", "Rút đồng ý và xóa", "Yêu cầu khác"])) {
    case 1:
      return await see(context, person, written, moment, reads)
    case 2:
      return download(context, person, written, moment)
    case 3:
      return await corrections(context, written, moment, reads)
    case 4:
      return await askErase(context, person, written, moment, reads)
    case 5:
      return await askRequest(context, written, "", moment, reads)
    default:
      return undefined
  }
}

async function see(
  context: Context,
  person: Person,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const data = await reads.personalData(person.id)
  if (data === undefined) return { dialogue: null, ...answer(context, written, moment, "my-data-none") }
  const phrases = summaryOf(data, moment.timeZone)
  return { dialogue: null, say: [reply(context, written, moment, { phrases })] }
}

/** Two files: one to be read, one for other programs. They are made at the moment of sending. */
function download(context: Context, person: Person, written: Written, moment: Moment): Decision {
  const file = (form: "text" | "json", key: string) =>
    reply(context, written, moment, {
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

async function corrections(
  context: Context,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const data = context.person === undefined ? undefined : await reads.personalData(context.person.id)
  if (data === undefined) return { dialogue: null, ...answer(context, written, moment, "my-data-none") }
  const granted = standingConsents(data)
  const ask = moment.newId()
  return {
    dialogue: { step: "my_data_correct", ask, askedAt: moment.now },
    say: [
      reply(context, written, moment, {
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

async function correct(
  context: Context,
  person: Person,
  written: Said,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  switch (parseChoice(written.text, 5)) {
    case 1:
      return asking("my_data_name", context, written, moment, "my-data-name-ask")
    case 2:
      return {
        dialogue: { step: "my_data_unit", ask: moment.newId(), askedAt: moment.now, offered: [] },
        ...answer(context, written, moment, "unit-ask"),
      }
    case 3:
      return await turn("naming", context, person, written, moment, reads)
    case 4:
      return await turn("reminders", context, person, written, moment, reads)
    case 5:
      return offerJoin(context, person, written, moment, reads)
    default:
      return undefined
  }
}

/** A short-lived code to be typed from their account at another platform. */
function offerJoin(
  context: Context,
  person: Person,
  written: Written,
  moment: Moment,
  reads: Reads,
): Decision {
  const code = reads.newCode()
  const expiresAt = moment.now + JOIN_MS
  return {
    dialogue: null,
    changes: [{ do: "offer_join", personId: person.id, codeHash: reads.hashCode(code), expiresAt }],
    ...answer(context, written, moment, "other-account-code", {
      code,
      until: formatLocal(expiresAt, moment.timeZone, "stamp"),
    }),
  }
}

/** The other way round from what stands: each purpose by itself, and kept with its moment like every consent. */
async function turn(
  purpose: ConsentPurpose,
  context: Context,
  person: Person,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const data = await reads.personalData(person.id)
  const granted = !(data !== undefined && standingConsents(data)[purpose])
  return {
    dialogue: null,
    changes: [{ do: "consent", personId: person.id, purpose, version: CONSENT_VERSION, granted }],
    ...answer(context, written, moment, purpose === "naming" ? "naming-turned" : "reminders-turned", {
      state: stateOf(granted),
    }),
  }
}

function rename(context: Context, person: Person, written: Said, moment: Moment): Decision {
  const name = clean(written.text).replace(/\s+/g, " ")
  if (!/\p{L}/u.test(name) || name.length > LONGEST_NAME) {
    return answer(context, written, moment, "my-data-name-ask")
  }
  return {
    dialogue: null,
    changes: [{ do: "rename", personId: person.id, name }],
    ...answer(context, written, moment, "my-data-renamed", { name }),
  }
}

async function moveTo(
  context: Context,
  person: Person,
  offered: readonly string[],
  written: Said,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const picked = offered.length === 0 ? undefined : parseChoice(written.text, offered.length)
  const search =
    picked === undefined
      ? findUnit(written.text, await reads.units())
      : ({ kind: "sure", id: offered[picked - 1] as string } as const)
  if (search.kind === "none") {
    return answer(context, written, moment, "unit-not-found", { typed: written.text.slice(0, 60) })
  }
  if (search.kind === "choices") {
    const ask = moment.newId()
    const units = await Promise.all(search.ids.map((id) => reads.unit(id)))
    const labels = units.map((unit) => ({ text: unit === undefined ? "" : `${unit.name} (${unit.code})` }))
    return {
      dialogue: { step: "my_data_unit", ask, askedAt: moment.now, offered: search.ids },
      say: [reply(context, written, moment, { phrases: [{ key: "unit-which" }], choices: { ask, labels } })],
    }
  }
  const unit = await reads.unit(search.id)
  if (unit === undefined) return answer(context, written, moment, "unit-ask")
  return {
    dialogue: null,
    changes: [{ do: "place", personId: person.id, unitId: unit.id }],
    ...answer(context, written, moment, "my-data-moved", { unit: unit.name }),
  }
}

async function askErase(
  context: Context,
  person: Person,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const locked = await lockedOut(person.id, person.grants, reads)
  if (locked !== undefined) return lastAdmin(context, written, moment, locked)
  const { total } = await reads.initiativesOf(person.id, 1)
  const asked =
    total === 0
      ? asking("my_data_erase", context, written, moment, "my-data-erase-none")
      : asking("my_data_erase", context, written, moment, "my-data-erase", { count: total })
  return person.grants.length === 0
    ? asked
    : both(asked, answer(context, written, moment, "my-data-erase-role"))
}

/** Who goes must leave somebody behind who can give roles. */
function lastAdmin(context: Context, written: Written, moment: Moment, unit: UnitRef): Decision {
  return { dialogue: null, ...answer(context, written, moment, "my-data-last-admin", { unit: unit.name }) }
}

async function eraseOrNot(
  context: Context,
  person: Person,
  written: Said,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  if (fold(written.text).replace(/[^a-z]+/g, "") !== ERASE_WORD) return undefined
  const locked = await lockedOut(person.id, person.grants, reads)
  if (locked !== undefined) return lastAdmin(context, written, moment, locked)
  return {
    dialogue: null,
    changes: [{ do: "erase", personId: person.id }],
    ...answer(context, written, moment, "my-data-erased"),
  }
}

function asking(
  step: "my_data_name" | "my_data_erase",
  context: Context,
  written: Written,
  moment: Moment,
  key: string,
  args: Readonly<Record<string, number>> = {},
): Decision {
  return {
    dialogue: { step, ask: moment.newId(), askedAt: moment.now },
    ...answer(context, written, moment, key, args),
  }
}

function stateOf(granted: boolean): "on" | "off" {
  return granted ? "on" : "off"
}
