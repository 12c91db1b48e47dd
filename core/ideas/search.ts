import type { Decision } from "../conversation/decision.ts"
import type { SearchDialogue } from "../conversation/dialogue.ts"
import type { Dossier, Reads } from "../conversation/reads.ts"
import { answer, askForNumber, noticeTo, questionKey, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { ownNamed } from "../intake/own.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import { findUnit } from "../intake/unit-search.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { Phrase } from "../outbox.ts"
import type { UnitRef } from "../people/role.ts"
import { parseChoice } from "../text/choice.ts"
import { truncate } from "../text/cut.ts"
import { fold, foldWords } from "../text/fold.ts"
import { cardOf } from "./card.ts"
import { sectorKeys, wordKeys } from "./search-words.ts"
import { teamList } from "./team.ts"

const MOST_FOUND = 5
const TITLE_LENGTH = 90

/** What is looked for: initiatives that have all the keys, at or below the unit when one is named. */
export type Query = { readonly keys: readonly number[]; readonly unit: UnitRef | undefined }

/** "tìm led ở may tng", "tìm lĩnh vực an toàn": the newest that fit, as a numbered list. */
export async function search(turn: Turn, rest: string): Promise<Decision> {
  const { reads } = turn
  const { campaign } = turn.context
  if (campaign === undefined) return answer(turn, "no-campaign")
  const query = readQuery(rest, await reads.units(), campaign.campaign.sectors)
  if (query.keys.length === 0 && query.unit === undefined) return answer(turn, "search-how")
  const found = await reads.search(campaign.federation.id, query, MOST_FOUND + 1)
  if (found.length === 0) {
    return answer(turn, "search-none", { typed: truncate(rest, TITLE_LENGTH) })
  }
  return list(turn, found.slice(0, MOST_FOUND), found.length > MOST_FOUND)
}

/** What `tìm` is followed by. A unit or sector that is not sure stays among the words. */
export function readQuery(
  rest: string,
  units: readonly (SearchableUnit & UnitRef)[],
  sectors: readonly string[],
): Query {
  let text = fold(rest).replace(
    /^(?:cac |nhung |mot so )?(?:sang kien|sk|giai phap)(?: (?:ve|lien quan den|lien quan))? ?/,
    "",
  )
  let unit: UnitRef | undefined
  const place = /(?:^| )(?:o|tai|cua|don vi) (.+)$/.exec(text)
  if (place?.[1] !== undefined) {
    const search = findUnit(place[1], units)
    if (search.kind === "sure") {
      unit = units.find(({ id }) => id === search.id)
      text = text.slice(0, place.index)
    }
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

const CARD_CHOICES: SpokenChoices = [{ key: "choice-use" }]

/** A number of the list shows the card; on the card "1" says that one's unit uses it too. Undefined when it is neither. */
export async function answerSearch(turn: Turn, dialogue: SearchDialogue): Promise<Decision | undefined> {
  const { written } = turn
  if (dialogue.step === "card") {
    if (parseChoice(written.text, spoken(CARD_CHOICES)) !== 1) return undefined
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

/** What anybody may see of an initiative; whoever could use it where they work is offered to say so. */
export async function cardToUse(turn: Turn, dossier: Dossier): Promise<Decision> {
  const { moment, context } = turn
  const phrases = await card(dossier, false, turn.reads)
  const { unit } = context.person ?? {}
  const isOver = dossier.status === "withdrawn" || dossier.status === "refused"
  if (unit === undefined || unit.id === dossier.unit.id || isOver) return { say: [reply(turn, { phrases })] }
  const ask = moment.newId()
  return {
    dialogue: { step: "card", ask, askedAt: moment.now, number: dossier.number },
    say: [reply(turn, { phrases, choices: { ask, labels: CARD_CHOICES } })],
  }
}

/** An initiative with its authors, where there are several, and how far it has spread. */
export async function card(dossier: Dossier, isTheirs: boolean, reads: Reads): Promise<readonly Phrase[]> {
  const [team, spread] = await Promise.all([reads.team(dossier.number), reads.spread(dossier.number)])
  const hasOthers = team?.coAuthors.some(({ state }) => state === "accepted") ?? false
  return [
    ...cardOf(dossier, isTheirs),
    ...(team === undefined || !hasOthers ? [] : [{ key: "card-authors", args: { list: teamList(team) } }]),
    ...(spread.units === 0 ? [] : [{ key: "card-spread", args: { count: spread.units } }]),
  ]
}

/** "dùng SK-000001": the person's unit uses it too, which counts for whoever had the idea. */
export async function adopt(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const named = readCode(rest)
  if (named === undefined) return answer(turn, "which-code")
  const code = initiativeCode(named.number)
  const [team, spread] = await Promise.all([reads.team(named.number), reads.spread(named.number)])
  if (team === undefined) return answer(turn, "code-unknown", { code })
  const { person } = context
  const unit = person?.unit
  if (person === undefined || unit === undefined) return answer(turn, "use-no-unit")
  if (unit.id === team.unit.id) return answer(turn, "use-own", { code })
  const isNew = !spread.unitIds.includes(unit.id)
  const args = { code, unit: unit.name, count: spread.units + (isNew ? 1 : 0) }
  const told = [{ key: "used-told", args: { ...args, title: team.title } }]
  const tells = isNew && team.author !== undefined && team.author.chat !== context.chat.id
  return {
    changes: [{ do: "adopt", initiativeId: team.id, unitId: unit.id, personId: person.id }],
    say: [
      reply(turn, {
        phrases: [{ key: "used", args: { ...args, author: team.authorName, from: team.unit.name } }],
      }),
      ...(tells && team.author !== undefined ? [noticeTo(team.author, told, turn.moment)] : []),
    ],
  }
}

/** "bảo mật SK-000001", "công khai SK-000001": whether others see more than the title. */
export async function confide(turn: Turn, rest: string, confidential: boolean): Promise<Decision> {
  const found = await ownNamed(turn, rest)
  if (!("initiative" in found)) return found
  const { initiative, personId } = found
  const code = initiativeCode(initiative.number)
  return {
    changes: [{ do: "confide", initiativeId: initiative.id, confidential, personId }],
    ...answer(turn, confidential ? "made-confidential" : "made-open", { code }),
  }
}
