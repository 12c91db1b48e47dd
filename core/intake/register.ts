import { inVietnamese } from "../command/english.ts"
import type { Change } from "../conversation/change.ts"
import type { Person } from "../conversation/context.ts"
import { both, type Decision, type Resume } from "../conversation/decision.ts"
import type { ConsentDialogue, Draft, GuidedDialogue } from "../conversation/dialogue.ts"
import { hasTitle } from "../conversation/kept-draft.ts"
import { answer, pendingOf, reply, type Turn } from "../conversation/turn.ts"
import { holdBack, takeUp } from "../conversation/waiting.ts"
import { unitNamed } from "../conversation/which-unit.ts"
import { given } from "../given.ts"
import type { Phrase } from "../outbox.ts"
import { CONSENT_VERSION } from "../people/consent.ts"
import type { UnitRef } from "../people/role.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import { isSameName } from "./author-name.ts"
import { unitFor } from "./enter.ts"
import { nameOfTold, repeatQuestion, startGuided, whichBenefit } from "./guided.ts"
import { unclaimedBy } from "./own.ts"
import { type Registration, readRegistration } from "./registration.ts"
import { agreedAndMore, heldToo, unitSaid } from "./sent-early.ts"
import { enter } from "./similar.ts"
import { isTitle, LONGEST_REGISTRATION } from "./title.ts"
import { tellsIdea } from "./told.ts"

/**
 * A request to register: `rest` is what followed the command. Asks first for what is missing (consent once, then the
 * unit), keeping the message; a bare command begins the guided questions, or what `begin` says.
 */
export async function register(
  turn: Turn,
  rest: string,
  begin: (turn: Turn) => Decision = startGuided,
): Promise<Decision> {
  const { context, written } = turn
  const { campaign, person } = context
  if (campaign === undefined) return answer(turn, "no-campaign")
  if (written.text.length > LONGEST_REGISTRATION) {
    return answer(turn, "registration-too-long", {
      length: written.text.length,
      most: LONGEST_REGISTRATION,
    })
  }
  if (person?.consents !== true) return askConsent(turn)
  const unit = (await unitFor(context, person, turn.reads)) ?? (await unitTold(turn, person, rest))
  if (unit === undefined) return askUnit(turn)
  const place = person.unit === undefined ? await settled(turn, { ...person, unit }) : {}
  const { dialogue } = context
  const open = dialogue !== undefined && hasTitle(dialogue) ? dialogue : undefined
  const goOn = (draft: GuidedDialogue) => {
    const opening = { key: "draft-open", args: { title: quote(draft.draft.title ?? "") } }
    return both(place, repeatQuestion(turn, draft, { opening }))
  }
  if (rest === "" && open !== undefined) return goOn(open)
  // "… em nghĩ ra cách xếp vải hai lớp …, em muốn gửi sáng kiến": what was told is not asked for once more.
  const isTold =
    begin === startGuided && rest === "" && context.chat.kind === "private" && tellsIdea(written.text)
  if (rest === "") return both(place, isTold ? nameOfTold(turn) : begin(turn))

  const registration = readRegistration(rest)
  // One draft waits behind another, a third behind none: that one is asked first.
  const isClear = isTitle(registration.title) && registration.ambiguous === undefined
  if (open?.before !== undefined && !isClear) return goOn(open)
  if (!isTitle(registration.title)) {
    return both(place, startGuided(turn, { refused: registration.title }))
  }
  if (registration.ambiguous !== undefined) {
    return both(place, whichBenefit(turn, draftOf(registration, written.text), registration.ambiguous))
  }
  const where = { campaign, person, unit }
  return both(place, await enter(turn, where, { registration, originalText: written.text }))
}

/** The unit a form names for whoever sends it; of one that names somebody else nothing is taken for theirs. */
async function unitTold({ reads }: Turn, { name }: Person, rest: string): Promise<UnitRef | undefined> {
  const { author, unit } = readRegistration(rest)
  if (unit === undefined || (author !== undefined && !isSameName(author, name))) return undefined
  const named = unitNamed(unit, await reads.units())
  return named.kind === "sure" ? named.unit : undefined
}

/** The answer to the consent question. On "yes" what waited is taken up at once. */
export async function answerConsent(
  turn: Turn,
  dialogue: ConsentDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written } = turn
  const isUnnamed = turn.addressed && UNNAMED.test(fold(clean(written.text)))
  const said = turn.addressed ? fold(clean(written.text)) : ""
  const number = Number(CHOSEN.exec(said)?.[1] ?? Number.NaN)
  const choice =
    isUnnamed || AGREED_BEFORE.test(said)
      ? 1
      : Number.isNaN(number)
        ? parseChoice(written.text, CONSENT_CHOICES.length)
        : number
  const plainly = choice === undefined ? parseYesNo(written.text) : choice !== 2
  if (plainly === false) return refuse(turn)
  const more = plainly === undefined && turn.addressed ? await agreedAndMore(turn) : undefined
  if (context.account === undefined) return undefined
  if (plainly === undefined && more === undefined) {
    const unit = turn.addressed ? await unitSaid(turn) : undefined
    if (unit !== undefined)
      return repeatConsent(turn, { ...dialogue, toldUnit: unit }, [
        { key: "unit-held", args: { unit: unit.name } },
      ])
    const held = turn.addressed ? heldToo(turn, dialogue) : undefined
    return held && repeatConsent(turn, { ...dialogue, ...held }, [{ key: "message-held" }])
  }

  const personId = context.person?.id ?? turn.moment.newId()
  const admit: readonly Change[] =
    context.person === undefined
      ? [{ do: "admit", personId, name: context.account.name, account: context.account.id }]
      : []
  const person: Person = {
    name: context.account.name,
    unit: undefined,
    grants: [],
    ...context.person,
    id: personId,
    consents: true,
  }
  const consented: Decision = {
    dialogue: null,
    changes: [
      ...admit,
      { do: "consent", personId, purpose: "records", version: CONSENT_VERSION, granted: true },
      ...(choice === 3 ? [naming(personId)] : []),
    ],
  }
  const waiting = [...(dialogue.waiting ?? []), ...(more?.idea === undefined ? [] : [more.idea])]
  const unit = more?.unit ?? dialogue.toldUnit
  const placed = unit === undefined ? undefined : { ...person, unit }
  const agreed = placed === undefined ? consented : both(consented, await settled(turn, placed))
  const known = { ...context, person: placed ?? person, dialogue: undefined }
  return both(agreed, await takeUp(known, [dialogue.pending, ...waiting], resume))
}

/** "ok 1", "thôi được 1" */
const CHOSEN =
  /^(?:(?:ok|oke|oki|okie|vang|da|u|uh|um|thoi|duoc|dc|chon|so|dong y|thi|em|toi),? )+([123])\W*$/
/** "đã bảo đồng ý rồi" */
const AGREED_BEFORE =
  /^(?:(?:da|toi|em|minh|anh|chi|thi) )*(?:bao|noi|bam|chon|nhan) (?:la )?(?:(?:toi|em|minh) )?dong y(?: (?:roi|ma|day|co))*\W*$/
/** "đồng ý nhưng đừng nêu tên": to the file, and to nothing else. */
const UNNAMED =
  /^(?:(?:da|em|toi|anh|chi|minh|con|thi|ok|u|vang) )*dong y,? (?:nhung|ma|chi can|mien la|nhung ma) (?:\S+ ){0,3}?(?:khong|ko|k|dung|dung co)(?: \S+){0,3}? (?:neu|dua|dang|cong khai|ghi)(?: ra)? ten(?: \S+){0,4}\W*$/

/** Whether they agree is asked once more. */
export function repeatConsent(
  turn: Turn,
  dialogue: ConsentDialogue,
  opening: readonly Phrase[] = [],
): Decision {
  const phrases = [...opening, { key: "consent-again" }]
  return {
    dialogue: { ...dialogue, askedAt: turn.moment.now },
    say: [reply(turn, { phrases, choices: { ask: dialogue.ask, labels: CONSENT_CHOICES } })],
  }
}

/** Of a stranger's "no" nothing is kept, for there is nobody to keep it of; of a known person it is kept like a "yes". */
function refuse(turn: Turn): Decision {
  const { person } = turn.context
  if (person === undefined) return { dialogue: null, ...answer(turn, "consent-refused") }
  return {
    dialogue: null,
    changes: [
      { do: "consent", personId: person.id, purpose: "records", version: CONSENT_VERSION, granted: false },
    ],
    ...answer(turn, "consent-refused-known"),
  }
}

function naming(personId: string): Change {
  return { do: "consent", personId, purpose: "naming", version: CONSENT_VERSION, granted: true }
}

/** The choices of the notice: the file, nothing, or the file and being named. */
export const CONSENT_CHOICES: readonly Phrase[] = [
  { key: "choice-agree" },
  { key: "choice-disagree" },
  { key: "choice-agree-naming" },
]

/** Asks for the consent to keep what is sent, and keeps the message meanwhile. Whoever was shown the notice is reminded. */
export function askConsent(turn: Turn, because: readonly Phrase[] = []): Decision {
  const { context, moment } = turn
  const before = [context.dialogue, context.dialogue?.before].find((open) => open?.step === "consent")
  const ask = before?.ask ?? moment.newId()
  const notice = { key: "consent-notice", args: { federation: context.campaign?.federation.name ?? "" } }
  // Who writes English must be able to read what they agree to, whatever the house writes.
  const isEnglish = inVietnamese(clean(turn.written.text)) !== undefined
  const notices = isEnglish ? [notice, { key: "consent-in-english" }] : [notice]
  return {
    dialogue: {
      step: "consent",
      ask,
      askedAt: moment.now,
      ...given({ toldUnit: before?.toldUnit ?? context.remembered?.unit }),
      ...holdBack(before, pendingOf(turn.written)),
    },
    say: [
      reply(turn, {
        phrases: [...because, ...(before === undefined ? notices : [{ key: "consent-again" }])],
        choices: { ask, labels: CONSENT_CHOICES },
        ...given({ onlyFor: context.account?.id }),
      }),
    ],
  }
}

function askUnit(turn: Turn): Decision {
  const { context, moment } = turn
  const before = [context.dialogue, context.dialogue?.before].find((open) => open?.step === "unit")
  return {
    dialogue: {
      step: "unit",
      ask: moment.newId(),
      askedAt: moment.now,
      ...holdBack(before, pendingOf(turn.written)),
      offered: [],
    },
    ...answer(turn, "unit-ask"),
  }
}

/** The person belongs to their unit from now on; in private they hear at once what others registered there in their name. */
export async function settled(turn: Turn, person: Person & { readonly unit: UnitRef }): Promise<Decision> {
  const changes: readonly Change[] = [{ do: "place", personId: person.id, unitId: person.unit.id }]
  const phrases = turn.context.chat.kind === "private" ? await unclaimedBy(person, turn.reads) : []
  return phrases.length === 0 ? { changes } : { changes, say: [reply(turn, { phrases })] }
}

function draftOf({ ambiguous: _, ...told }: Registration, typed: string): Draft {
  return { ...told, typed: [typed], isWhole: true }
}
