import { phaseAt } from "../campaign/campaign.ts"
import { formatDay, localDate } from "../clock.ts"
import type { Context, Person, RunningCampaign } from "../conversation/context.ts"
import type { Decision, NewInitiative } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { nameAtOnce } from "../ideas/co-author-named.ts"
import type { OutboxDraft } from "../outbox.ts"
import type { UnitRef } from "../people/role.ts"
import { askFirstDay, firstDay } from "./first-applied.ts"
import type { Registration } from "./registration.ts"
import { sectorOf } from "./sector.ts"

/** Where a record is entered, and who submits it. */
export type Where = { readonly campaign: RunningCampaign; readonly person: Person; readonly unit: UnitRef }

/** A registration as it was understood, with the words it was told in. */
export type Submission = { readonly registration: Registration; readonly originalText: string }

/** What one registration writes: `asks` are questions to the co-authors it names. */
export type Entry = NonNullable<Decision["register"]>[number] & { readonly asks: readonly OutboxDraft[] }

/** A record with its receipt. `where.person` submits it; the author need not be known here. */
export async function entryOf(
  turn: Turn,
  where: Where,
  told: Submission & { readonly author: { readonly id?: string; readonly name: string } },
): Promise<Entry> {
  const { moment, reads } = turn
  const { campaign, person, unit } = where
  const { registration, originalText, author } = told
  const today = localDate(moment.now, moment.timeZone)
  const target = await reads.phaseTarget(campaign, unit.id, moment.now)
  const { firstAppliedOn } = registration
  const appliedOn = firstAppliedOn === undefined ? undefined : firstDay(firstAppliedOn, today)
  // "từ tháng trước" is no day, and yet worth an officer's knowing.
  const unread =
    firstAppliedOn === undefined || appliedOn !== undefined ? undefined : `Áp dụng từ: ${firstAppliedOn}`
  const description = [registration.description, unread].filter((part) => part !== undefined).join("\n")
  const { sector: typed } = registration
  const sector = typed === undefined ? undefined : sectorOf(typed, campaign.campaign.sectors)
  const made = { by: person.name, author: author.name, title: registration.title, unitId: unit.id }
  const beside =
    registration.coAuthors === undefined
      ? undefined
      : await nameAtOnce(registration.coAuthors, made, moment, reads)
  const initiative: NewInitiative = {
    id: moment.newId(),
    federationId: campaign.federation.id,
    campaignId: campaign.id,
    unitId: unit.id,
    title: registration.title,
    originalText,
    ...given({
      description: description === "" ? undefined : description,
      sector,
      benefit: registration.benefit,
      firstAppliedOn: appliedOn,
      confidential: registration.confidential === undefined ? undefined : true,
      authorId: author.id,
      coAuthors: beside?.coAuthors.length === 0 ? undefined : beside?.coAuthors,
    }),
    authorName: author.name,
    submitterId: person.id,
    countedFrom: phaseAt(campaign.campaign, today)?.startsOn ?? campaign.campaign.startsOn,
  }
  const askDay = firstAppliedOn === undefined ? undefined : askFirstDay(firstAppliedOn, today)
  // The words may stand in the title as well: what they were taken for is shown.
  const noted =
    appliedOn === undefined
      ? undefined
      : { key: "review-applied", args: { on: formatDay(appliedOn, "date") } }
  const phrases = [beside?.told, noted, askDay].filter((phrase) => phrase !== undefined)
  const receipt = reply(
    turn,
    {
      receipt: {
        title: registration.title,
        authorName: author.name,
        unitName: unit.name,
        ...given({ benefit: registration.benefit, target }),
      },
      ...(phrases.length === 0 ? {} : { phrases }),
    },
    { kind: "receipt" },
  )
  return { initiative, receipt, asks: beside?.asks ?? [] }
}

/** The unit a registration counts for: a grassroots group's own unit, else the person's. */
export async function unitFor(context: Context, person: Person, reads: Reads): Promise<UnitRef | undefined> {
  const { unit } = context.chat
  if (unit !== undefined && !(await reads.hasSubUnits(unit.id))) return unit
  return person.unit
}
