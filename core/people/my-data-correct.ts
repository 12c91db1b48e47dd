import { formatLocal } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, saying, type Turn } from "../conversation/turn.ts"
import { namesNothing, offerUnits, unitNamed, unitNotFound } from "../conversation/which-unit.ts"
import { isWholeName } from "../intake/author-name.ts"
import { withoutParts } from "../intake/units-by-name.ts"
import type { Phrase } from "../outbox.ts"
import { parseAgreement, parseChoice } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { ONESELF } from "../text/kin.ts"
import { personName } from "../text/name.ts"
import { oneOf } from "../text/pattern.ts"
import { CONSENT_VERSION, type ConsentPurpose } from "./consent.ts"
import { stateOf } from "./my-data-summary.ts"
import { nameAlone } from "./name-told.ts"
import { standingConsents } from "./personal-data.ts"
import type { UnitRef } from "./role.ts"

const LONGEST_NAME = 80
/** Long enough to take up the other phone. */
const JOIN_MS = 15 * 60_000

/** Whoever asks, where personal data may be spoken of; in a group, and when nothing is kept of them, what is said instead. */
export function ownerHere(turn: Turn): { readonly owner: Person } | { readonly instead: Decision } {
  const { chat, person } = turn.context
  if (chat.kind === "group") return { instead: answer(turn, "my-data-in-private") }
  if (person !== undefined) return { owner: person }
  const phrases = [{ key: "my-data-none" }, { key: "my-data-none-request" }]
  return { instead: { say: [reply(turn, { phrases })] } }
}

/** "sửa tên tôi [thành Nguyễn Văn B]": what "dữ liệu của tôi" leads to as well. */
export function correctName(turn: Turn, typed: string): Decision {
  const here = ownerHere(turn)
  if ("instead" in here) return here.instead
  const ask = asking(turn, "my_data_name", "my-data-name-ask")
  return typed === "" ? ask : { ...ask, ...rename(saying(turn, typed), here.owner) }
}

/** "đổi đơn vị", "tôi chuyển sang CĐCS …": as `correctName`. */
export async function correctUnit(turn: Turn, typed: string): Promise<Decision> {
  const here = ownerHere(turn)
  if ("instead" in here) return here.instead
  const ask = askUnit(turn)
  return typed === "" ? ask : { ...ask, ...(await moveTo(saying(turn, typed), here.owner, [])) }
}

/** What can be corrected, to be chosen by number. */
export async function corrections(turn: Turn): Promise<Decision> {
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

/** The choice of what to correct; undefined when it is none. */
export async function correct(turn: Turn, person: Person): Promise<Decision | undefined> {
  switch (parseChoice(turn.written.text, 5) ?? placeOf(turn.written.text)) {
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

/** "họ tên", "đơn vị": the choices that change nothing by themselves are known by their words as well. */
function placeOf(text: string): number | undefined {
  const said = fold(clean(text))
  if (said.length > LONGEST_CHOICE) return undefined
  if (/^(?:(?:sua|doi|lai) )*(?:ho )?ten(?: (?:cua )?(?:toi|em|minh|anh|chi))?$/.test(said)) return 1
  if (/^(?:(?:sua|doi|lai) )*don vi(?: (?:cua )?(?:toi|em|minh|anh|chi))?$/.test(said)) return 2
  return /^(?:noi|lien ket|them) (?:voi )?(?:tai khoan|zalo|telegram)/.test(said) ? 5 : undefined
}

const LONGEST_CHOICE = 40

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

/** "đừng nêu tên tôi", "cho phép nêu tên tôi": given in a word, and taken back in one (Law 91/2025). */
export function nameOrNot(turn: Turn, granted: boolean): Decision {
  const here = ownerHere(turn)
  if ("instead" in here) return here.instead
  const personId = here.owner.id
  return {
    changes: [{ do: "consent", personId, purpose: "naming", version: CONSENT_VERSION, granted }],
    ...answer(turn, "naming-turned", { state: stateOf(granted) }),
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
const SAID_OF_ONESELF = new RegExp(
  `^(?:dạ )?(?:${oneOf(ONESELF)} )?(?:(?:họ )?(?:tên|ten) )?(?:${oneOf(ONESELF, "của tôi, của em")} )?(?:là|la) (?=\\S+ \\S)`,
  "iu",
)

/**
 * The name as typed becomes the person's, or, where it was asked whether it is one, `held`; undefined when nothing was named. Not
 * everybody bears a family name that we know, so other words are asked about rather than refused.
 */
export function rename(turn: Turn, person: Person, held?: string): Decision | undefined {
  const { text } = turn.written
  const isRight = held === undefined ? undefined : parseAgreement(text, 2)
  if (held !== undefined && isRight === true) return renamed(person, held, turn)
  if (isRight === false) return asking(turn, "my_data_name", "my-data-name-ask")
  // Nobody is called "Thôi Khỏi".
  if (namesNothing(text)) return undefined
  const name = personName(nameAlone(clean(text).replace(/\s+/g, " ").replace(SAID_OF_ONESELF, "")))
  if (!/\p{L}/u.test(name) || /\d/.test(name) || name.length > LONGEST_NAME) {
    return answer(turn, "my-data-name-ask")
  }
  return isWholeName(name) ? renamed(person, name, turn) : askWhetherName(turn, name)
}

function renamed(person: Person, name: string, turn: Turn): Decision {
  return {
    dialogue: null,
    changes: [{ do: "rename", personId: person.id, name }],
    ...answer(turn, "my-data-renamed", { name }),
  }
}

function askWhetherName(turn: Turn, name: string): Decision {
  const ask = turn.moment.newId()
  const labels = [{ key: "choice-right" }, { key: "choice-no" }]
  return {
    dialogue: { step: "my_data_name", ask, askedAt: turn.moment.now, typed: name },
    say: [
      reply(turn, { phrases: [{ key: "my-data-name-doubted", args: { name } }], choices: { ask, labels } }),
    ],
  }
}

function askUnit(turn: Turn): Decision {
  const { moment } = turn
  return {
    dialogue: { step: "my_data_unit", ask: moment.newId(), askedAt: moment.now, offered: [] },
    ...answer(turn, "unit-ask"),
  }
}

/** The unit as typed, or by its number among those offered, becomes the person's. */
export async function moveTo(
  turn: Turn,
  person: Person,
  offered: readonly string[],
): Promise<Decision | undefined> {
  const named = unitNamed(withoutParts(turn.written.text), await turn.reads.units(), offered)
  switch (named.kind) {
    case "none":
      return namesNothing(turn.written.text) ? undefined : unitNotFound(turn, turn.written.text)
    case "choices":
      return offerUnits(turn, named.units, (question) => ({ ...question, step: "my_data_unit" }))
    case "sure":
      return {
        dialogue: null,
        changes: [{ do: "place", personId: person.id, unitId: named.unit.id }],
        say: [
          reply(turn, {
            phrases: [
              { key: "my-data-moved", args: { unit: named.unit.name } },
              ...rolesElsewhere(person, named.unit),
            ],
          }),
        ],
      }
    default:
      return named satisfies never
  }
}

/** A role is not bound to where somebody works: whoever leaves its unit hears that it stays, and how it ends. */
function rolesElsewhere({ grants }: Person, to: UnitRef): readonly Phrase[] {
  const left = grants.filter(({ unit }) => !to.path.includes(unit.id)).map(({ unit }) => unit.name)
  if (left.length === 0) return []
  return [{ key: "my-data-moved-role", args: { units: [...new Set(left)].join(", ") } }]
}

/** Opens one of the questions of "dữ liệu của tôi". */
export function asking(
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
