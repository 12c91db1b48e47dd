import type { UnitKind } from "../campaign/unit-kind.ts"
import type { BotId, ChatId } from "../channel.ts"
import { given } from "../given.ts"
import type { UnitRef } from "../people/role.ts"
import { clean } from "../text/fold.ts"
import type { When } from "../text/when.ts"

/**
 * Who is reminded: units short of their target, behind the pace it needs, without an initiative since the start or in
 * this week; people with an unfinished draft; one unit with all below it; everybody.
 */
export type AudienceKind = "short" | "behind" | "zero" | "zero_week" | "drafts" | "unit" | "all"

/**
 * Who they are; `under` with "short": only those below so many percent of their target; `of`: only units of that kind, and no
 * unit above them.
 */
export type AudienceState = {
  readonly kind: AudienceKind
  readonly under?: number
  readonly of?: UnitKind
  /** Left out, each with all below it. */
  readonly without?: readonly Pick<UnitRef, "id" | "name">[]
}

/** What wording files are told of the share, of the kind of units and of those that are left out. */
export function shareArgs({ under = 0, of, without = [] }: AudienceState) {
  return {
    under,
    share: under === 0 ? "all" : "part",
    ofKind: of ?? "any",
    leaves: without.length === 0 ? "none" : without.length <= MOST_LEFT_NAMED ? "some" : "many",
    leftCount: without.length,
    without: [
      ...without.slice(0, MOST_LEFT_SHOWN).map(({ name }) => name),
      ...(without.length > MOST_LEFT_SHOWN ? ["…"] : []),
    ].join(", "),
  }
}

/** More that are left out are counted, and in the list of reminders only counted. */
const MOST_LEFT_NAMED = 3
const MOST_LEFT_SHOWN = 10

/** Looked for at `unit` and below. */
export type Audience = AudienceState & { readonly unit: UnitRef }

/** What an officer wants to be sent; `words` are their own, else a text explains itself with numbers. */
export type ReminderPlan = {
  readonly audience: Audience
  readonly when: When
  readonly words?: string
}

/** A wish on the way to a plan: what is missing is asked for. `of`: the standing reminder it changes. */
export type ReminderWish = {
  readonly audience: Audience
  /** Named beside the audience's own: each becomes a reminder for itself. */
  readonly others?: readonly UnitRef[]
  /** Kinds of units beside the audience's own: likewise. */
  readonly furtherKinds?: readonly UnitKind[]
  readonly words?: string
  readonly of?: { readonly id: string; readonly number: number }
  /** Another hour of it, which is arranged as a reminder of its own once this one is. */
  readonly second?: When
}

/** Every audience of a wish; each of them becomes a reminder. */
export function audiencesOf({
  audience,
  others = [],
  furtherKinds = [],
}: Pick<ReminderWish, "audience" | "others" | "furtherKinds">): readonly Audience[] {
  const kinds = [audience.of, ...furtherKinds].map((of) => ({ ...audience, ...given({ of }) }))
  return [audience.unit, ...others].flatMap((unit) => kinds.map((each) => ({ ...each, unit })))
}

/** `standing`: something is still to be sent. `done`: it ended by itself. `stopped`: an officer ended it. */
export type ReminderState = "standing" | "done" | "stopped"

export type Reminder = ReminderPlan & {
  readonly id: string
  /** "NH-3" is 3. */
  readonly number: number
  readonly campaignId: string
  readonly state: ReminderState
  /** Epoch milliseconds; undefined when nothing more is to be sent. */
  readonly nextAt: number | undefined
  /** Where the officer arranged it; undefined once that person was erased. */
  readonly arranged?: { readonly chat: ChatId; readonly bot: BotId }
}

/** A mis-typed `ngay` can be taken back so long. */
export const RECALL_MS = 2 * 60_000

/** The code people see: "NH-3". */
export function reminderCode(number: number): string {
  return `NH-${number}`
}

const CODE = /^(?:(\p{L}+) )?nh[\s-]?(\d{1,6})(?!\d)[\s,.]*/iu

/** "bỏ NH-3", "nh 3 8h mai": the verb as typed, the number and what follows; undefined when no code stands there. */
export function readReminderCode(
  text: string,
): { readonly verb: string; readonly number: number; readonly rest: string } | undefined {
  const typed = clean(text)
  const [all, verb = "", number] = CODE.exec(typed) ?? []
  return all === undefined ? undefined : { verb, number: Number(number), rest: typed.slice(all.length) }
}
