import { formatLocal } from "../clock.ts"
import type { Change } from "../conversation/change.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { RolesDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, askForNumber, type Moment, noticeTo, reply, type Turn } from "../conversation/turn.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { parseAgreement, parseChoice } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { fold, foldWords } from "../text/fold.ts"
import { invitationEnds } from "./invitation.ts"
import { mayWithdraw, type OfficeHolder, officeUnits, openDesk, topmostGrants } from "./office.ts"
import { pagePhrases, readPage } from "./page.ts"
import { isOfficer, type RoleGrant, type UnitRef } from "./role.ts"
import { ROLE_NAMES, readRole } from "./role-words.ts"

/** So many people fit on a screen. */
const HOLDERS_ON_PAGE = 15

/** "vai trò [cán bộ] [đơn vị] [trang 2]": who has which role in the officer's subtree. Officers' names are not told to others. */
export async function roles(turn: Turn, rest: string): Promise<Decision> {
  const { page, rest: typed } = readPage(rest)
  const only = readRole(typed)
  if (only !== undefined && !isOfficer(turn.context.person)) return answer(turn, "officers-unnamed")
  const again = (code: string) =>
    `vai trò ${only === undefined ? "" : `${ROLE_NAMES[only.role]} `}${code} trang ${page}`
  const desk = await openDesk(turn, only?.rest ?? typed, again)
  if ("decision" in desk) return desk.decision
  const all = await turn.reads.offices({ below: desk.unitIds })
  if (only === undefined) return listed(turn, all, page)
  const held = all.filter(({ role }) => role === only.role)
  return held.length === 0 ? answer(turn, "roles-none-such", { role: only.role }) : listed(turn, held, page)
}

function listed(turn: Turn, all: readonly OfficeHolder[], page: number): Decision {
  const { moment } = turn
  const shown = all.slice((page - 1) * HOLDERS_ON_PAGE, page * HOLDERS_ON_PAGE)
  if (shown.length === 0) return answer(turn, page > 1 ? "page-none" : "roles-none")
  const pages = Math.ceil(all.length / HOLDERS_ON_PAGE)
  const phrases: readonly Phrase[] = [
    { key: "roles-head", args: { count: all.length } },
    ...shown.map((holder, index) => ({
      key: "roles-line",
      args: {
        number: index + 1,
        ...wordsOf(holder),
        since: formatLocal(holder.since, moment.timeZone, "date"),
      },
    })),
    { key: "roles-foot" },
    ...pagePhrases(page, pages),
  ]
  return {
    dialogue: {
      step: "roles",
      ask: moment.newId(),
      askedAt: moment.now,
      offered: shown.map(({ grantId }) => grantId),
    },
    say: [reply(turn, { phrases })],
  }
}

/** "thu hồi vai trò 3", by the list that is shown; without one the list comes first. "thu hồi vai trò của An" names whose. */
export async function withdrawRole(turn: Turn, rest: string): Promise<Decision> {
  const { context } = turn
  const { person, dialogue } = context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (context.chat.kind === "group") return answer(turn, "desk-in-private")
  const typed = rest.replace(WHOSE, "").replace(AT_A_UNIT, "").trim()
  if (/\p{L}/u.test(typed) && parseChoice(fold(rest), HOLDERS_ON_PAGE) === undefined)
    return await withdrawFrom(turn, person, typed)
  if (dialogue?.step !== "roles") return await roles(turn, "")
  const number = parseChoice(fold(rest), dialogue.offered.length)
  const grantId = number === undefined ? undefined : dialogue.offered[number - 1]
  if (grantId === undefined) return answer(turn, "roles-again")
  return await askWithdraw(turn, person, grantId)
}

const WHOSE =
  /^(?:(?:của|cua|cho|cán bộ|can bo|anh|chị|chi|em|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|đồng chí|dong chi)\s+(?=\S))+/iu
/** What follows the name: where they have the role, or only politeness. */
const AT_A_UNIT = /\s+(?:ở|tại|bên|giúp|giup|nhé|nhe|nha|đi|với|ạ)(?:\s.*)?$/iu

async function withdrawFrom(turn: Turn, person: Person, typed: string): Promise<Decision> {
  const said = foldWords(typed).split(" ")
  const isCalled = ({ name }: OfficeHolder) => {
    const words = foldWords(name).split(" ")
    return said.every((word) => words.includes(word))
  }
  const found = (await turn.reads.offices({ below: officeUnits(person) })).filter(isCalled)
  const [only, ...others] = found
  if (only === undefined) return answer(turn, "roles-nobody", { typed: quote(typed) })
  return others.length === 0 ? await askWithdraw(turn, person, only.grantId) : listed(turn, found, 1)
}

const WITHDRAW_CHOICES: SpokenChoices = [{ key: "choice-withdraw-role" }, { key: "choice-leave" }]

/** The answer to one of the questions about roles; undefined when the words are none. */
export async function answerRoles(turn: Turn, dialogue: RolesDialogue): Promise<Decision | undefined> {
  const { written } = turn
  const { person } = turn.context
  if (person === undefined || person.grants.length === 0) {
    return { dialogue: null, ...answer(turn, "officers-only") }
  }
  if (dialogue.step === "withdraw_role") {
    const agreed = parseAgreement(written.text, spoken(WITHDRAW_CHOICES))
    if (agreed === undefined) return undefined
    return agreed
      ? await withdraw(turn, person, dialogue.grantId)
      : { dialogue: null, ...answer(turn, "dialogue-left") }
  }
  const picked = parseChoice(written.text, dialogue.offered.length)
  const grantId = picked === undefined ? undefined : dialogue.offered[picked - 1]
  if (grantId === undefined) return undefined
  if (dialogue.step === "roles") return await askWithdraw(turn, person, grantId)
  const own = (await turn.reads.offices({ person: person.id })).find((holder) => holder.grantId === grantId)
  if (own === undefined) return { dialogue: null, ...answer(turn, "role-gone") }
  return handedOver(turn, person, own)
}

/** The question that waits, once more. */
export async function repeatRoles(turn: Turn, dialogue: RolesDialogue): Promise<Decision> {
  const { person } = turn.context
  if (dialogue.step !== "withdraw_role" || person === undefined) {
    if (dialogue.step === "roles") return answer(turn, "roles-again")
    return askForNumber(turn, "offered" in dialogue ? dialogue.offered.length : 2)
  }
  return await askWithdraw(turn, person, dialogue.grantId)
}

async function askWithdraw(turn: Turn, person: Person, grantId: string): Promise<Decision> {
  const { moment, reads } = turn
  const [holder] = await reads.offices({ grant: grantId })
  const refusal = await whyNot(person, holder, reads)
  if (refusal !== undefined || holder === undefined) return refused(turn, refusal)
  const ask = moment.newId()
  return {
    dialogue: { step: "withdraw_role", ask, askedAt: moment.now, grantId },
    say: [
      reply(turn, {
        phrases: [
          holder.personId === person.id
            ? { key: "role-withdraw-own", args: { role: holder.role, unit: holder.unit.name } }
            : { key: "role-withdraw-ask", args: wordsOf(holder) },
        ],
        choices: { ask, labels: WITHDRAW_CHOICES },
      }),
    ],
  }
}

async function withdraw(turn: Turn, person: Person, grantId: string): Promise<Decision> {
  const { reads } = turn
  const [holder] = await reads.offices({ grant: grantId })
  const refusal = await whyNot(person, holder, reads)
  if (refusal !== undefined || holder === undefined) return refused(turn, refusal)
  const change: Change = {
    do: "withdraw_role",
    grantId,
    role: holder.role,
    unitId: holder.unit.id,
    personId: person.id,
  }
  const said = reply(turn, {
    phrases: [{ key: "role-withdrawn", args: wordsOf(holder) }],
  })
  return { dialogue: null, changes: [change], say: [said, ...tellHolder(person, holder, turn.moment)] }
}

function tellHolder(person: Person, holder: OfficeHolder, moment: Moment): readonly OutboxDraft[] {
  if (holder.tell === undefined || holder.personId === person.id) return []
  const { role, unit } = holder
  const phrases = [{ key: "role-withdrawn-told", args: { role, unit: unit.name, by: person.name } }]
  return [noticeTo(holder.tell, phrases, moment)]
}

type Refusal = { readonly key: string; readonly args: Readonly<Record<string, string>> }

async function whyNot(
  person: Person,
  holder: OfficeHolder | undefined,
  reads: Reads,
): Promise<Refusal | undefined> {
  if (holder === undefined) return { key: "role-gone", args: {} }
  if (!mayWithdraw(person, holder)) return { key: "role-not-yours", args: wordsOf(holder) }
  const locked = await lockedOut(holder.personId, [holder], reads)
  return locked === undefined ? undefined : { key: "role-last-admin", args: { unit: locked.name } }
}

function refused(turn: Turn, refusal: Refusal | undefined): Decision {
  const { key, args } = refusal ?? { key: "role-gone", args: {} }
  return { dialogue: null, ...answer(turn, key, args) }
}

/** The topmost unit that nobody would administer any more if `personId` lost these grants; undefined when there is none. */
export async function lockedOut(
  personId: string,
  grants: readonly RoleGrant[],
  reads: Pick<Reads, "administrators">,
): Promise<UnitRef | undefined> {
  for (const { unit } of topmostGrants(grants)) {
    const others = (await reads.administrators(unit.id)).filter((id) => id !== personId)
    if (others.length === 0) return unit
  }
  return undefined
}

/** "bàn giao": a one-time code with which somebody else takes over a role of one's own. */
export async function handOver(turn: Turn): Promise<Decision> {
  const { context, moment } = turn
  const { person } = context
  if (person === undefined || person.grants.length === 0) {
    return answer(turn, "officers-only")
  }
  if (context.chat.kind === "group") return answer(turn, "invite-in-private")
  const own = await turn.reads.offices({ person: person.id })
  const [only] = own
  if (only === undefined) return answer(turn, "role-gone")
  if (own.length === 1) return handedOver(turn, person, only)
  const ask = moment.newId()
  const labels = own.map(({ role, unit }) => ({ key: "choice-role", args: { role, unit: unit.name } }))
  return {
    dialogue: { step: "hand_over", ask, askedAt: moment.now, offered: own.map(({ grantId }) => grantId) },
    say: [
      reply(turn, {
        phrases: [{ key: "hand-over-which" }],
        choices: { ask, labels },
      }),
    ],
  }
}

/** The role stays with whoever hands it over until somebody else has claimed the code. */
function handedOver(turn: Turn, person: Person, own: OfficeHolder): Decision {
  const { moment, reads } = turn
  const code = reads.newCode()
  const expiresAt = invitationEnds(moment.now)
  return {
    dialogue: null,
    changes: [
      {
        do: "invite",
        id: moment.newId(),
        codeHash: reads.hashCode(code),
        role: own.role,
        unitId: own.unit.id,
        personId: person.id,
        expiresAt,
        handsOver: own.grantId,
      },
    ],
    ...answer(turn, "hand-over-code", {
      role: own.role,
      unit: own.unit.name,
      code,
      until: formatLocal(expiresAt, moment.timeZone, "date"),
    }),
  }
}

function wordsOf({ name, role, unit }: OfficeHolder): { name: string; role: string; unit: string } {
  return { name, role, unit: unit.name }
}
