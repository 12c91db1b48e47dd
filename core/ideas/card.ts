import { formatDay, formatLocal } from "../clock.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import type { Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import type { Paper } from "../review/verdict.ts"
import { truncate } from "../text/cut.ts"
import { formatMoney } from "../text/money.ts"
import { teamList } from "./team.ts"

const EXCERPT = 300

/** For whom a card is: anybody, or the initiative's own people where nobody else reads along. */
type Reader = "anybody" | "own_people"

/** An initiative as a reader may see it: nothing of the description of a confidential one, but to its own people. */
export function cardOf(dossier: Dossier, timeZone: string, reader: Reader = "anybody"): readonly Phrase[] {
  const { description, benefit, sector } = dossier
  const confidential = dossier.confidential && reader === "anybody"
  return [
    {
      key: "mine-line",
      args: { code: initiativeCode(dossier.number), title: dossier.title, status: dossier.status },
    },
    { key: "receipt-plain", args: { author: dossier.authorName, unit: dossier.unit.name } },
    ...(confidential
      ? [{ key: "card-confidential" }]
      : description === undefined
        ? []
        : [{ key: "review-description", args: { text: truncate(description, EXCERPT) } }]),
    ...(benefit === undefined ? [] : [{ key: "review-benefit", args: { benefit: formatMoney(benefit) } }]),
    ...(sector === undefined ? [] : [{ key: "review-sector", args: { sector } }]),
    ...resultPhrases(dossier, timeZone),
  ]
}

/** When it was recognised, how far that reaches and by what paper, and since when it is on the portal. */
function resultPhrases({ recognition, onPortal }: Dossier, timeZone: string): readonly Phrase[] {
  const day = (at: number) => formatLocal(at, timeZone, "date")
  return [
    ...(recognition === undefined
      ? []
      : [{ key: "card-recognized", args: { at: day(recognition.at), ...paperArgs(recognition) } }]),
    ...(onPortal === undefined
      ? []
      : [
          {
            key: "card-on-portal",
            args: {
              at: day(onPortal.at),
              has: onPortal.code === undefined ? "no" : "yes",
              portal: onPortal.code ?? "",
            },
          },
        ]),
  ]
}

/** A paper as wording takes it; "none" stands for what is not known. */
export function paperArgs({ scope, decision, decidedOn }: Paper): Readonly<Record<string, string>> {
  return {
    scope: scope ?? "none",
    decision: decision === undefined ? "none" : "some",
    number: decision ?? "",
    on: decidedOn === undefined ? "none" : formatDay(decidedOn, "date"),
  }
}

/** An initiative with its authors, where there are several, and how far it has spread. */
export async function fullCard(
  { reads, moment }: Turn,
  dossier: Dossier,
  reader: Reader,
): Promise<readonly Phrase[]> {
  const [team, spread] = await Promise.all([reads.team(dossier.number), reads.spread(dossier.number)])
  const hasOthers = team?.coAuthors.some(({ state }) => state === "accepted") ?? false
  return [
    ...cardOf(dossier, moment.timeZone, reader),
    ...(team === undefined || !hasOthers ? [] : [{ key: "card-authors", args: { list: teamList(team) } }]),
    ...(spread.units === 0 ? [] : [{ key: "card-spread", args: { count: spread.units } }]),
  ]
}
