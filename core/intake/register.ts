import type { Incoming } from "../channel.ts"
import type { Context, Person } from "../conversation/context.ts"
import { answer, both, type Change, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type {
  ConsentDialogue,
  Draft,
  GuidedDialogue,
  PendingMessage,
  UnitDialogue,
} from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { holdBack, takeUp } from "../conversation/waiting.ts"
import type { Phrase } from "../outbox.ts"
import { CONSENT_VERSION } from "../people/consent.ts"
import type { UnitRef } from "../people/role.ts"
import { parseChoice, parseYesNo } from "../text/choice.ts"
import { unitFor } from "./enter.ts"
import { draftOpen, repeatQuestion, shorten, startGuided, whichBenefit } from "./guided.ts"
import { unclaimedBy } from "./own.ts"
import { isTitle, LONGEST_REGISTRATION, type Registration, readRegistration } from "./registration.ts"
import { enter } from "./similar.ts"
import { findUnit } from "./unit-search.ts"

type Written = Pick<Incoming, "message" | "topic"> & { readonly text: string }

/**
 * A request to register: `rest` is what followed the command. Asks first for what is missing (consent once, then the
 * unit), keeping the message; a bare command begins the guided questions.
 */
export async function register(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign, person } = context
  if (campaign === undefined) return answer(context, written, moment, "no-campaign")
  if (written.text.length > LONGEST_REGISTRATION) {
    return answer(context, written, moment, "registration-too-long", {
      length: written.text.length,
      most: LONGEST_REGISTRATION,
    })
  }
  if (person?.consents !== true) return askConsent(context, written, moment)
  const unit = await unitFor(context, person, reads)
  if (unit === undefined) return askUnit(context, written, moment)
  const place =
    person.unit === undefined ? await settled(context, written, { ...person, unit }, moment, reads) : {}
  const open = draftOpen(context)
  if (rest === "") {
    if (open === undefined) return both(place, startGuided(context, written, moment))
    const opening = { key: "draft-open", args: { title: open.title } }
    return both(place, repeatQuestion(context, open.dialogue, written, moment, { opening }))
  }

  const registration = readRegistration(rest)
  if (!isTitle(registration.title)) {
    return both(place, startGuided(context, written, moment, { refused: registration.title }))
  }
  if (registration.ambiguous !== undefined) {
    return both(
      place,
      whichBenefit(context, written, moment, draftOf(registration, written.text), registration.ambiguous),
    )
  }
  const where = { campaign, person, unit }
  const entered = await enter(context, written, where, registration, written.text, moment, reads)
  return both(place, open === undefined ? entered : besideDraft(entered, open))
}

/** A record that was told whole goes by the draft that is under way: it is kept, and the receipt says so. */
function besideDraft(
  { dialogue, register: records = [], ...entered }: Decision,
  open: { readonly dialogue: GuidedDialogue; readonly title: string },
): Decision {
  const kept = { key: "draft-kept", args: { title: open.title } }
  return {
    ...entered,
    dialogue: dialogue?.step === "similar" ? { ...dialogue, before: open.dialogue } : open.dialogue,
    register: records.map(({ initiative, receipt }) => ({
      initiative,
      receipt: {
        ...receipt,
        content: { ...receipt.content, phrases: [...(receipt.content.phrases ?? []), kept] },
      },
    })),
  }
}

/** The answer to the consent question. On "yes" what waited is taken up at once. */
export async function answerConsent(
  context: Context,
  dialogue: ConsentDialogue,
  written: Written,
  moment: Moment,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision | undefined> {
  const choice = parseChoice(written.text, CONSENT_CHOICES.length)
  const agreed = choice === undefined ? parseYesNo(written.text) : choice !== 2
  if (agreed === undefined || context.account === undefined) return undefined
  if (!agreed) return refuse(context, written, moment)

  const personId = context.person?.id ?? moment.newId()
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
  const known = { ...context, person, dialogue: undefined }
  return both(consented, await takeUp(known, [dialogue.pending, ...(dialogue.waiting ?? [])], resume))
}

/** Of a stranger's "no" nothing is kept, for there is nobody to keep it of; of a known person it is kept like a "yes". */
function refuse(context: Context, written: Written, moment: Moment): Decision {
  const { person } = context
  if (person === undefined) return { dialogue: null, ...answer(context, written, moment, "consent-refused") }
  return {
    dialogue: null,
    changes: [
      { do: "consent", personId: person.id, purpose: "records", version: CONSENT_VERSION, granted: false },
    ],
    ...answer(context, written, moment, "consent-refused-known"),
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

/** The answer to "which unit": a number of the list, a code or a name. */
export async function answerUnit(
  context: Context,
  dialogue: UnitDialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
  resume: (context: Context, pending: PendingMessage) => Promise<Decision>,
): Promise<Decision | undefined> {
  const { person } = context
  if (person === undefined) return undefined
  const picked =
    dialogue.offered.length === 0 ? undefined : parseChoice(written.text, dialogue.offered.length)
  const search =
    picked === undefined
      ? findUnit(written.text, await reads.units())
      : ({ kind: "sure", id: dialogue.offered[picked - 1] as string } as const)
  switch (search.kind) {
    case "sure": {
      const unit = await reads.unit(search.id)
      if (unit === undefined) return askUnit(context, dialogue.pending, moment)
      const known = { ...context, person: { ...person, unit }, dialogue: undefined }
      const place = await settled(context, written, known.person, moment, reads)
      const waiting = [dialogue.pending, ...(dialogue.waiting ?? [])]
      return both({ ...place, dialogue: null }, await takeUp(known, waiting, resume))
    }
    case "choices": {
      const ask = moment.newId()
      const units = await Promise.all(search.ids.map((id) => reads.unit(id)))
      const labels = units.map((unit) => ({ text: unit === undefined ? "" : `${unit.name} (${unit.code})` }))
      return {
        dialogue: { ...dialogue, ask, askedAt: moment.now, offered: search.ids },
        say: [
          reply(context, written, moment, { phrases: [{ key: "unit-which" }], choices: { ask, labels } }),
        ],
      }
    }
    case "none":
      return {
        dialogue: { ...dialogue, askedAt: moment.now, offered: [] },
        ...answer(context, written, moment, "unit-not-found", { typed: shorten(written.text) }),
      }
    default:
      return search satisfies never
  }
}

/** Asks for the consent to keep what is sent, and keeps the message meanwhile. Whoever was shown the notice is reminded. */
export function askConsent(
  context: Context,
  written: Written,
  moment: Moment,
  because: readonly Phrase[] = [],
): Decision {
  const before = context.dialogue?.step === "consent" ? context.dialogue : undefined
  const ask = before?.ask ?? moment.newId()
  const notice = { key: "consent-notice", args: { federation: context.campaign?.federation.name ?? "" } }
  return {
    dialogue: { step: "consent", ask, askedAt: moment.now, ...holdBack(before, toPending(written)) },
    say: [
      reply(context, written, moment, {
        phrases: [...because, before === undefined ? notice : { key: "consent-again" }],
        choices: { ask, labels: CONSENT_CHOICES },
        ...(context.account === undefined ? {} : { onlyFor: context.account.id }),
      }),
    ],
  }
}

function askUnit(context: Context, written: Written, moment: Moment): Decision {
  const before = context.dialogue?.step === "unit" ? context.dialogue : undefined
  return {
    dialogue: {
      step: "unit",
      ask: moment.newId(),
      askedAt: moment.now,
      ...holdBack(before, toPending(written)),
      offered: [],
    },
    ...answer(context, written, moment, "unit-ask"),
  }
}

function toPending(written: Written): PendingMessage {
  return {
    text: written.text,
    ...(written.message === undefined ? {} : { message: written.message }),
    ...(written.topic === undefined ? {} : { topic: written.topic }),
  }
}

/** The person belongs to their unit from now on; in private they hear at once what others registered there in their name. */
async function settled(
  context: Context,
  written: Written,
  person: Person & { readonly unit: UnitRef },
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const changes: readonly Change[] = [{ do: "place", personId: person.id, unitId: person.unit.id }]
  const phrases = context.chat.kind === "private" ? await unclaimedBy(person, reads) : []
  return phrases.length === 0 ? { changes } : { changes, say: [reply(context, written, moment, { phrases })] }
}

function draftOf({ ambiguous: _, ...told }: Registration, typed: string): Draft {
  return { ...told, typed: [typed], isWhole: true }
}
