import { formatDay, type LocalDate, localDate } from "../clock.ts"
import type { Change } from "../conversation/change.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, noticeTo, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { foldWords } from "../text/fold.ts"
import { formatMoney, formatReading, insteadOf, type Money } from "../text/money.ts"
import { personName } from "../text/name.ts"
import { initiativeCode, readCode } from "./code.ts"
import { type Correction, clearsBenefit, readCorrections, readSupplement } from "./details.ts"
import { appliedSaid, askFirstDay } from "./first-applied.ts"
import { authorsKnown } from "./known-author.ts"
import { isDecided, logOf, type OwnNamed, ownNamed } from "./own.ts"
import { sectorOf, sectorsOf } from "./sector.ts"
import { askWhich } from "./which-initiative.ts"

type AmendChange = Change & { readonly do: "amend" }

const LONGEST_ADDITION = 5_000

/** "bổ sung SK-000123 …": more words, the benefit, the sector or the day of first use. */
export async function add(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  // "bs: làm từ tháng 1" says what, and not yet of which.
  if (readCode(rest) === undefined) return await askWhich(turn, (code) => `bổ sung ${code} ${rest}`)
  const found = await ownNamed(turn, rest)
  if (!("initiative" in found)) return found
  const code = initiativeCode(found.initiative.number)
  if (found.initiative.status === "withdrawn") return answer(turn, "already-withdrawn", { code })
  if (found.rest === "") return answer(turn, "add-what", { code })
  if (found.rest.length > LONGEST_ADDITION) {
    return answer(turn, "registration-too-long", {
      length: found.rest.length,
      most: LONGEST_ADDITION,
    })
  }
  const today = localDate(moment.now, moment.timeZone)
  const { text, benefit, benefitByTheWay, ambiguous, sector, firstAppliedOn } = readSupplement(
    found.rest,
    today,
  )
  if (ambiguous !== undefined) return whichAmount(turn, `bổ sung ${code} làm lợi`, ambiguous)
  const named = sector === undefined ? undefined : sectorOf(sector, sectorsOf(turn))
  const isUnlisted = sector !== undefined && named === undefined
  if (isUnlisted && (text ?? benefit ?? firstAppliedOn) === undefined) return unlistedSector(turn)
  // The figures of what was recognised are its officers' affair; a gap may be filled.
  const keepsBenefit = benefitByTheWay === true || (isDecided(found.initiative) && !found.isOfficer)
  const [before] =
    benefit !== undefined && keepsBenefit ? await turn.reads.dossiers([found.initiative.number]) : []
  const isNew = benefit !== undefined && before?.benefit === undefined
  const amended: AmendChange = {
    do: "amend",
    initiativeId: found.initiative.id,
    ...given({ added: text, sector: named, firstAppliedOn }),
    ...(isNew ? { benefit, ...(keepsBenefit ? { keepsBenefit } : {}) } : {}),
    personId: found.personId,
  }
  const done = found.initiative.status === "needs_more_info" ? "added-for-review" : "added"
  const stays = benefit === undefined || isNew ? undefined : before?.benefit
  const phrases = [
    { key: done, args: { code } },
    ...understood(amended),
    ...(stays === undefined || isDecided(found.initiative)
      ? []
      : [{ key: "added-benefit-stays", args: { code, benefit: formatMoney(stays) } }]),
    ...dayAsked(found.rest, today),
    ...(isUnlisted ? unlistedPhrases(turn) : []),
  ]
  return {
    changes: [amended, ...logOf(found, "amend")],
    say: [reply(turn, { phrases })],
  }
}

/** "sửa SK-000123: tên mới", "sửa SK-000123 làm lợi: 60tr": one field of the record is otherwise from now on. */
export async function edit(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  if (rest === "") return await askWhich(turn, (code) => `sửa ${code}`)
  if (clearsBenefit(rest)) return await askWhich(turn, (code) => `sửa ${code} bỏ phần tiền`)
  const found = await ownNamed(turn, rest)
  if (!("initiative" in found)) return found
  const { initiative, personId } = found
  const code = initiativeCode(initiative.number)
  if (initiative.status === "withdrawn") return answer(turn, "already-withdrawn", { code })
  if (isDecided(initiative) && !found.isOfficer) {
    return answer(turn, "too-late-to-edit", { code })
  }
  const today = localDate(moment.now, moment.timeZone)
  const read = readCorrections(found.rest, today)
  const [askDay] = read === undefined ? dayAsked(found.rest, today) : []
  if (askDay !== undefined) return { say: [reply(turn, { phrases: [askDay] })] }
  if (read === undefined) return answer(turn, "edit-what", { code })
  if ("ambiguous" in read) return whichAmount(turn, `sửa ${code} làm lợi`, read.ambiguous)
  const isListed = ({ field, ...value }: Correction) =>
    field !== "sector" || !("sector" in value) || sectorOf(value.sector, sectorsOf(turn)) !== undefined
  if (!read.every(isListed)) return unlistedSector(turn)
  const all = await Promise.all(read.map(async (each) => await corrected(turn, each, found)))
  const fields: Partial<AmendChange> = Object.assign({}, ...all.map((each) => each.fields))
  const tell = all.flatMap((each) => each.tell)
  const amended: AmendChange = { do: "amend", initiativeId: initiative.id, ...fields, personId }
  const title = amended.title ?? initiative.title
  return {
    changes: [amended, ...logOf(found, "amend")],
    say: [
      reply(turn, {
        phrases: [{ key: "edited", args: { code, title } }, ...understood(amended)],
      }),
      ...tell,
    ],
  }
}

type Corrected = { readonly fields: Partial<AmendChange>; readonly tell: readonly OutboxDraft[] }

async function corrected(turn: Turn, read: Correction, found: OwnNamed): Promise<Corrected> {
  switch (read.field) {
    case "author":
      return await renamed(turn, read.author, found)
    case "benefit": {
      const [before] = await turn.reads.dossiers([found.initiative.number])
      return { fields: { benefit: insteadOf(before?.benefit, read.benefit) }, tell: [] }
    }
    case "noBenefit":
      return { fields: { withoutBenefit: true }, tell: [] }
    case "words":
      return { fields: { title: exchanged(found.initiative.title, read) }, tell: [] }
    case "sector":
      return { fields: given({ sector: sectorOf(read.sector, sectorsOf(turn)) }), tell: [] }
    default: {
      const { field: _, ...fields } = read
      return { fields, tell: [] }
    }
  }
}

/** The title with these words instead of those, with or without their marks; `title` where it does not have them. */
function exchanged(before: string, { from, to, title }: Extract<Correction, { field: "words" }>): string {
  const words = before.split(" ")
  const keys = words.map(foldWords)
  const wanted = foldWords(from).split(" ")
  const at = keys.findIndex((_, start) => wanted.every((key, index) => keys[start + index] === key))
  if (at < 0) return title
  // The title keeps its capital.
  const put = at === 0 ? to.charAt(0).toLocaleUpperCase("vi") + to.slice(1) : to
  return [...words.slice(0, at), put, ...words.slice(at + wanted.length)].join(" ")
}

/** Somebody else is its author: when the bot knows them they are told, and may object as to any record made for them. */
async function renamed(
  { context, moment, reads }: Turn,
  typed: string,
  { initiative, personId }: OwnNamed,
): Promise<Corrected> {
  const { id: unitId } = initiative.unit
  const known = (await authorsKnown([unitId], reads))(unitId, typed)
  if (known === undefined) return { fields: { author: { name: personName(typed) } }, tell: [] }
  const code = initiativeCode(initiative.number)
  const args = { who: context.person?.name ?? "", title: initiative.title, code }
  const phrases = [{ key: "behalf-told", args }]
  const isNews = known.personId !== personId && known.personId !== initiative.authorId
  return {
    fields: { author: { id: known.personId, name: known.name } },
    tell: isNews ? [noticeTo(known, phrases, moment)] : [],
  }
}

/** "lĩnh vực 15" of nine: nothing is written down of it. */
function unlistedSector(turn: Turn): Decision {
  return { say: [reply(turn, { phrases: unlistedPhrases(turn) })] }
}

function unlistedPhrases(turn: Turn): readonly Phrase[] {
  return [{ key: "sector-unlisted", args: { most: sectorsOf(turn).length } }]
}

/** "áp dụng từ 30/2" is asked about once more. */
function dayAsked(typed: string, today: LocalDate): readonly Phrase[] {
  const said = appliedSaid(typed)
  const asked = said === undefined ? undefined : askFirstDay(said.typed, today)
  return asked === undefined ? [] : [asked]
}

/** What was taken for a field of its own is shown back. */
function understood(amended: Partial<AmendChange>): readonly Phrase[] {
  const { benefit, sector, firstAppliedOn, author, withoutBenefit } = amended
  return [
    ...(author === undefined ? [] : [{ key: "amended-author", args: { name: author.name } }]),
    ...(benefit === undefined ? [] : [{ key: "review-benefit", args: { benefit: formatMoney(benefit) } }]),
    ...(withoutBenefit === true ? [{ key: "amended-no-benefit" }] : []),
    ...(sector === undefined ? [] : [{ key: "review-sector", args: { sector } }]),
    ...(firstAppliedOn === undefined
      ? []
      : [{ key: "review-applied", args: { on: formatDay(firstAppliedOn, "date") } }]),
  ]
}

function whichAmount(turn: Turn, command: string, [one, other]: readonly [Money, Money]): Decision {
  return answer(turn, "amount-which", {
    one: formatReading(one),
    other: formatReading(other),
    command,
  })
}
