import { formatDay, formatLocal, localDate } from "../clock.ts"
import type { Context } from "../conversation/context.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import type { Reads } from "../conversation/reads.ts"
import type { Moment } from "../conversation/turn.ts"
import { closest } from "../ideas/likeness.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { truncate } from "../text/cut.ts"
import { formatMoney } from "../text/money.ts"
import { type Deadlines, deadlines } from "./deadline.ts"

/** A description is shown up to so many characters. */
const EXCERPT = 400
const MOST_ALIKE = 3

/** How the law's deadlines stand for it today. */
export function deadlinesOf(
  { registeredAt, firstAppliedOn, acceptedOn }: Dossier,
  { now, timeZone }: Moment,
): Deadlines {
  const filedOn = localDate(registeredAt, timeZone)
  return deadlines({ filedOn, firstAppliedOn, acceptedOn }, localDate(now, timeZone))
}

/** When it was first applied, and which of the law's deadlines is near or past. */
function deadlinePhrases(dossier: Dossier, moment: Moment): readonly Phrase[] {
  const { filedAfter, fileSoon, decideBy, overdue, left } = deadlinesOf(dossier, moment)
  const { firstAppliedOn, acceptedOn } = dossier
  const by = formatDay(decideBy, "date")
  return [
    ...(firstAppliedOn === undefined
      ? []
      : [{ key: "review-applied", args: { on: formatDay(firstAppliedOn, "date") } }]),
    ...(acceptedOn === undefined
      ? []
      : [{ key: "review-accepted", args: { on: formatDay(acceptedOn, "date") } }]),
    ...(fileSoon === undefined
      ? []
      : [{ key: "review-file-soon", args: { days: fileSoon.days, by: formatDay(fileSoon.by, "date") } }]),
    ...(filedAfter === undefined
      ? []
      : [{ key: "review-filed-late", args: { by: formatDay(filedAfter, "date") } }]),
    ...(overdue === 0 ? [] : [{ key: "review-overdue", args: { days: overdue, by } }]),
    ...(left === undefined ? [] : [{ key: "review-due-soon", args: { days: left, by } }]),
  ]
}

/** Everything needed to decide, line by line. */
export function facts(dossier: Dossier, moment: Moment): readonly Phrase[] {
  const { description, benefit, sector, submitterName } = dossier
  const sent = formatLocal(dossier.registeredAt, moment.timeZone, "date")
  const isForAnother = dossier.submitterId !== undefined && dossier.submitterId !== dossier.authorId
  const missing = [
    ...(description === undefined ? ["description"] : []),
    ...(benefit === undefined ? ["benefit"] : []),
    ...(sector === undefined ? ["sector"] : []),
  ]
  const code = initiativeCode(dossier.number)
  return [
    { key: "review-title", args: { code, title: dossier.title } },
    { key: "review-who", args: { author: dossier.authorName, unit: dossier.unit.name, sent } },
    ...(isForAnother ? [{ key: "review-submitter", args: { name: submitterName ?? "" } }] : []),
    ...(dossier.disowned ? [{ key: "review-disowned" }] : []),
    ...(description === undefined
      ? []
      : [{ key: "review-description", args: { text: truncate(description, EXCERPT) } }]),
    ...(benefit === undefined ? [] : [{ key: "review-benefit", args: { benefit: formatMoney(benefit) } }]),
    ...(sector === undefined ? [] : [{ key: "review-sector", args: { sector } }]),
    ...evidencePhrases(dossier),
    ...(missing.length === 0 ? [] : [{ key: "review-missing", args: { fields: missing.join("_") } }]),
    ...deadlinePhrases(dossier, moment),
  ]
}

/** How many photos and documents stand by it; nothing where there are none. */
export function evidencePhrases({ photos, documents }: Dossier): readonly Phrase[] {
  if (photos + documents === 0) return []
  const args = { photos, documents, what: documents === 0 ? "photos" : photos === 0 ? "documents" : "both" }
  return [{ key: "review-evidence", args }]
}

/** What looks like this one elsewhere, and whether the same person has a series of it: for the officer to judge. */
export async function hints(context: Context, dossier: Dossier, reads: Reads): Promise<readonly Phrase[]> {
  if (context.campaign === undefined) return []
  const candidates = await reads.similar(context.campaign.id, dossier.title)
  const alike = closest(
    { title: dossier.title, unitName: dossier.unit.name },
    candidates.filter(({ number }) => number !== dossier.number),
  )
  const series = alike.filter(
    ({ view }) => view.submitterId !== undefined && view.submitterId === dossier.submitterId,
  )
  const others = alike.filter(({ like, view }) => !like.series && !series.some((each) => each.view === view))
  const names = others
    .slice(0, MOST_ALIKE)
    .map(({ view }) => `${initiativeCode(view.number)} (${view.authorName}, ${view.unit.name})`)
  return [
    ...(names.length === 0 ? [] : [{ key: "review-alike", args: { list: names.join("; ") } }]),
    ...(series.length === 0 ? [] : [{ key: "review-series", args: { count: series.length } }]),
  ]
}
