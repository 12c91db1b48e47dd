import type { Incoming } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { SearchDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { ownNamed } from "../intake/own.ts"
import { findUnit, type SearchableUnit } from "../intake/unit-search.ts"
import type { Phrase } from "../outbox.ts"
import type { UnitRef } from "../people/role.ts"
import { parseChoice } from "../text/choice.ts"
import { fold, foldWords, truncate } from "../text/fold.ts"
import { cardOf } from "./card.ts"
import { teamList } from "./co-author.ts"
import { sectorKeys, wordKeys } from "./search-words.ts"

type Written = Pick<Incoming, "message" | "topic">

const MOST_FOUND = 5
const TITLE_LENGTH = 90

/** What is looked for: initiatives that have all the keys, at or below the unit when one is named. */
export type Query = { readonly keys: readonly number[]; readonly unit: UnitRef | undefined }

/** "tìm led ở may tng", "tìm lĩnh vực an toàn": the newest that fit, as a numbered list. */
export async function search(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign } = context
  if (campaign === undefined) return answer(context, written, moment, "no-campaign")
  const query = readQuery(rest, await reads.units(), campaign.campaign.sectors)
  if (query.keys.length === 0 && query.unit === undefined)
    return answer(context, written, moment, "search-how")
  const found = await reads.search(campaign.federation.id, query, MOST_FOUND + 1)
  if (found.length === 0) {
    return answer(context, written, moment, "search-none", { typed: truncate(rest, TITLE_LENGTH) })
  }
  return list(context, written, found.slice(0, MOST_FOUND), found.length > MOST_FOUND, moment)
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

function list(
  context: Context,
  written: Written,
  found: readonly Found[],
  isMore: boolean,
  moment: Moment,
): Decision {
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
        context,
        written,
        moment,
        {
          phrases: [{ key: isMore ? "search-first" : "search-found", args: { count: found.length } }],
          choices: { ask, labels },
        },
        { supersedeKey: `question:${context.account?.id ?? ""}` },
      ),
    ],
  }
}

/** A number of the list shows the card; on the card "1" says that one's unit uses it too. Undefined when it is neither. */
export async function answerSearch(
  context: Context,
  dialogue: SearchDialogue,
  written: Written & { readonly text: string },
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  if (dialogue.step === "card") {
    if (parseChoice(written.text, ["đơn vị em cũng dùng"]) !== 1) return undefined
    return {
      dialogue: null,
      ...(await adopt(context, written, initiativeCode(dialogue.number), moment, reads)),
    }
  }
  const picked = parseChoice(written.text, dialogue.numbers.length)
  const number = picked === undefined ? undefined : dialogue.numbers[picked - 1]
  return number === undefined ? undefined : await card(context, written, number, moment, reads)
}

/** The last question of a search once more. */
export async function repeatSearch(
  context: Context,
  dialogue: SearchDialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  return dialogue.step === "card"
    ? await card(context, written, dialogue.number, moment, reads)
    : answer(context, written, moment, "choose-number", { most: dialogue.numbers.length })
}

async function card(
  context: Context,
  written: Written,
  number: number,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const [[dossier], team, spread] = await Promise.all([
    reads.dossiers([number]),
    reads.team(number),
    reads.spread(number),
  ])
  if (dossier === undefined || team === undefined) {
    return answer(context, written, moment, "code-unknown", { code: initiativeCode(number) })
  }
  const ask = moment.newId()
  const hasOthers = team.coAuthors.some(({ state }) => state === "accepted")
  return {
    dialogue: { step: "card", ask, askedAt: moment.now, number },
    say: [
      reply(context, written, moment, {
        phrases: [
          ...cardOf(dossier),
          ...(hasOthers ? [{ key: "card-authors", args: { list: teamList(team) } }] : []),
          ...(spread.units === 0 ? [] : [{ key: "card-spread", args: { count: spread.units } }]),
        ],
        choices: { ask, labels: [{ key: "choice-use" }] },
      }),
    ],
  }
}

/** "dùng SK-000001": the person's unit uses it too, which counts for whoever had the idea. */
export async function adopt(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const named = readCode(rest)
  if (named === undefined) return answer(context, written, moment, "which-code")
  const code = initiativeCode(named.number)
  const [team, spread] = await Promise.all([reads.team(named.number), reads.spread(named.number)])
  if (team === undefined) return answer(context, written, moment, "code-unknown", { code })
  const { person } = context
  const unit = person?.unit
  if (person === undefined || unit === undefined) return answer(context, written, moment, "use-no-unit")
  if (unit.id === team.unit.id) return answer(context, written, moment, "use-own", { code })
  const isNew = !spread.unitIds.includes(unit.id)
  const args = { code, unit: unit.name, count: spread.units + (isNew ? 1 : 0) }
  const tells = isNew && team.author !== undefined && team.author.chat !== context.chat.id
  return {
    changes: [{ do: "adopt", initiativeId: team.id, unitId: unit.id, personId: person.id }],
    say: [
      reply(context, written, moment, {
        phrases: [{ key: "used", args: { ...args, author: team.authorName, from: team.unit.name } }],
      }),
      ...(tells && team.author !== undefined
        ? [
            {
              chat: team.author.chat,
              bot: team.author.bot,
              kind: "notice",
              content: { phrases: [{ key: "used-told", args: { ...args, title: team.title } }] },
              dueAt: moment.now,
            } as const,
          ]
        : []),
    ],
  }
}

/** "bảo mật SK-000001", "công khai SK-000001": whether others see more than the title. */
export async function confide(
  context: Context,
  written: Written,
  rest: string,
  confidential: boolean,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const found = await ownNamed(context, written, rest, moment, reads)
  if (!("initiative" in found)) return found
  const { initiative, personId } = found
  const code = initiativeCode(initiative.number)
  return {
    changes: [{ do: "confide", initiativeId: initiative.id, confidential, personId }],
    ...answer(context, written, moment, confidential ? "made-confidential" : "made-open", { code }),
  }
}
