import type { Dossier } from "../conversation/reads.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { truncate } from "../text/cut.ts"
import { formatMoney } from "../text/money.ts"

const EXCERPT = 300

/** An initiative as anybody may see it: nothing of the description of a confidential one, but to its own people. */
export function cardOf(dossier: Dossier, isTheirs = false): readonly Phrase[] {
  const { description, benefit, sector } = dossier
  const confidential = dossier.confidential && !isTheirs
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
  ]
}
