import type { Decision } from "../conversation/decision.ts"
import type { SearchDialogue } from "../conversation/dialogue.ts"
import { answer, askForNumber, questionKey, reply, type Turn } from "../conversation/turn.ts"
import { namesOwnUnit } from "../conversation/which-unit.ts"
import { initiativeCode } from "../intake/code.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import { spoken } from "../messages/choice.ts"
import type { Phrase } from "../outbox.ts"
import type { UnitRef } from "../people/role.ts"
import { parseChoice } from "../text/choice.ts"
import { truncate } from "../text/cut.ts"
import { fold, foldWords } from "../text/fold.ts"
import { adopt, cardToUse, USE_CHOICES } from "./adopt.ts"
import { sectorKeys, wordKeys } from "./search-words.ts"

const MOST_FOUND = 5
const TITLE_LENGTH = 90

/** What is looked for: initiatives that have all the keys, at or below the unit when one is named. */
export type Query = { readonly keys: readonly number[]; readonly unit: UnitRef | undefined }

/** "tìm led ở may tng", "tìm lĩnh vực an toàn": the newest that fit, as a numbered list. */
export async function search(turn: Turn, rest: string): Promise<Decision> {
  const { reads } = turn
  const { campaign } = turn.context
  if (campaign === undefined) return answer(turn, "no-campaign")
  const own = turn.context.chat.unit ?? turn.context.person?.unit
  if (own === undefined && namesOwnUnit(rest)) return answer(turn, "search-own-unknown")
  const query = readQuery(rest, await reads.units(), campaign.campaign.sectors, own)
  if (query.keys.length === 0 && query.unit === undefined) return answer(turn, "search-how")
  const found = await reads.search(campaign.federation.id, query, MOST_FOUND + 1)
  if (found.length === 0 && query.keys.length === 0)
    return answer(turn, "search-none-here", { unit: query.unit?.name ?? "" })
  if (found.length === 0) {
    return answer(turn, "search-none", { typed: truncate(rest, TITLE_LENGTH) })
  }
  return list(turn, found.slice(0, MOST_FOUND), found.length > MOST_FOUND)
}

/** What `tìm` is followed by. A unit or sector that is not sure stays among the words; "đơn vị mình" is `own`. */
export function readQuery(
  rest: string,
  units: readonly (SearchableUnit & UnitRef)[],
  sectors: readonly string[],
  own?: UnitRef,
): Query {
  let text = fold(rest).replace(
    /^(?:cac |nhung |mot so )?(?:sang kien|sk|giai phap)(?: (?:ve|lien quan den|lien quan))? ?/,
    "",
  )
  let unit: UnitRef | undefined
  const place = /(?:^| )(?:o|tai|cua|don vi) (.+)$/.exec(text)
  if (place?.[1] !== undefined) {
    const search = findUnit(place[1], units)
    unit = namesOwnUnit(place[1])
      ? own
      : search.kind === "sure"
        ? units.find(({ id }) => id === search.id)
        : undefined
    if (unit !== undefined) text = text.slice(0, place.index)
  }
  const keys: number[] = []
  const named = /(?:^| )linh vuc (.+)$/.exec(text)
  if (named?.[1] !== undefined) {
    const key = foldWords(named[1])
    const fitting = sectors.filter((sector) => foldWords(sector).includes(key))
    if (fitting.length > 0) {
      keys.push(...sectorKeys(named[1]))
      text = text.slice(0, named.index)
    }
  }
  return { keys: [...keys, ...wordKeys(text.replace(/^(?:ve|lien quan den) /, ""))], unit }
}

/** An initiative in a list of what was found. */
export type Found = {
  readonly number: number
  readonly title: string
  readonly authorName: string
  readonly unitName: string
}

function list(turn: Turn, found: readonly Found[], isMore: boolean): Decision {
  const { moment } = turn
  const ask = moment.newId()
  const labels: readonly Phrase[] = found.map((each) => ({
    key: "search-line",
    args: {
      code: initiativeCode(each.number),
      title: truncate(each.title, TITLE_LENGTH),
      unit: each.unitName,
    },
  }))
  return {
    dialogue: { step: "found", ask, askedAt: moment.now, numbers: found.map(({ number }) => number) },
    say: [
      reply(
        turn,
        {
          phrases: [{ key: isMore ? "search-first" : "search-found", args: { count: found.length } }],
          choices: { ask, labels },
        },
        { supersedeKey: questionKey(turn) },
      ),
    ],
  }
}

/** A number of the list shows the card; on the card "1" says that one's unit uses it too. Undefined when it is neither. */
export async function answerSearch(turn: Turn, dialogue: SearchDialogue): Promise<Decision | undefined> {
  const { written } = turn
  if (dialogue.step === "card") {
    if (parseChoice(written.text, spoken(USE_CHOICES)) !== 1) return undefined
    return {
      dialogue: null,
      ...(await adopt(turn, initiativeCode(dialogue.number))),
    }
  }
  const picked = parseChoice(written.text, dialogue.numbers.length)
  const number = picked === undefined ? undefined : dialogue.numbers[picked - 1]
  return number === undefined ? undefined : await offerUse(turn, number)
}

/** The last question of a search once more. */
export async function repeatSearch(turn: Turn, dialogue: SearchDialogue): Promise<Decision> {
  return dialogue.step === "card"
    ? await offerUse(turn, dialogue.number)
    : askForNumber(turn, dialogue.numbers.length)
}

async function offerUse(turn: Turn, number: number): Promise<Decision> {
  const [dossier] = await turn.reads.dossiers([number])
  if (dossier === undefined) return answer(turn, "code-unknown", { code: initiativeCode(number) })
  return { dialogue: null, ...(await cardToUse(turn, dossier)) }
}
