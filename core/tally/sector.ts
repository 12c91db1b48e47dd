import type { Span } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Turn } from "../conversation/turn.ts"
import type { SectorCount } from "../export/tally-sheets.ts"
import type { Phrase } from "../outbox.ts"
import type { UnitRef } from "../people/role.ts"
import { quote } from "../text/cut.ts"
import { compareVietnamese } from "../text/number.ts"
import { spanWords } from "./period.ts"
import { recordPhrases } from "./records.ts"
import { NO_SECTOR, type SectorWish, sectorsNamed, sectorToType } from "./sector-words.ts"
import type { Counts, TallyReading } from "./tally.ts"
import type { TallyWish } from "./wish.ts"

const MOST_LINES = 15

/** The tally of a unit by sector, or the records of the sectors named; `example` is the command for another of them. */
export async function sectorTally(
  { context, moment, reads }: Turn,
  campaign: RunningCampaign,
  unit: UnitRef,
  asked: { readonly wish: TallyWish; readonly sector: SectorWish; readonly reading: TallyReading },
): Promise<readonly Phrase[]> {
  const { wish, sector, reading } = asked
  const { timeZone } = moment
  const span: Span = { from: Date.parse(reading.tally.from), to: Date.parse(reading.tally.to) }
  const counted = await reads.sectors(campaign, unit.id, span)
  const named = sectorsAmong(sector, counted, campaign.campaign.sectors)
  if (named?.length === 0) return [{ key: "sectors-unlisted", args: { typed: quote(sector.typed) } }]
  if (wish.details !== undefined) {
    const sectors = named === undefined ? {} : { sectors: named }
    const records = await reads.tallyRecords(campaign, unit.id, { span, ...wish.details, ...sectors })
    return recordPhrases({ wish, reading, records, of: sectorNames(named) }, context, timeZone)
  }
  const left = [wish.period, wish.unit].filter((words) => words !== "").map((words) => ` ${words}`)
  return sectorPhrases(counted, named, {
    unit: reading.unitName,
    span: spanWords(span, timeZone),
    example: (name) =>
      `tổng hợp lĩnh vực ${sectorToType(name, campaign.campaign.sectors)}${left.join("")} chi tiết đăng ký`,
  })
}

/** Of which sectors records are listed. */
export function sectorNames(named: readonly string[] | undefined): readonly Phrase[] {
  return named?.map((name) => ({ key: "records-sector", args: wordsOf(name) })) ?? []
}

/** The sectors that are meant, of the campaign's own and of those people wrote freely; undefined: all. */
export function sectorsAmong(
  { typed }: SectorWish,
  counted: readonly Pick<SectorCount, "sector">[],
  known: readonly string[],
): readonly string[] | undefined {
  if (typed === "") return undefined
  return sectorsNamed(typed, [...new Set([...known, ...counted.flatMap(({ sector }) => sector ?? [])])])
}

/**
 * What each of the sectors counted in the period, the most registered first, and the sum: the numbers of the tally itself.
 * `named` undefined: all that counted something.
 */
export function sectorPhrases(
  counted: readonly SectorCount[],
  named: readonly string[] | undefined,
  told: { readonly unit: string; readonly span: string; readonly example: (sector: string) => string },
): readonly Phrase[] {
  const without = (named ?? []).filter(
    (name) => !counted.some(({ sector }) => (sector ?? NO_SECTOR) === name),
  )
  const lines = [
    ...counted.filter(({ sector, delta }) =>
      named === undefined
        ? delta.registered !== 0 || delta.recognized !== 0 || delta.onPortal !== 0
        : named.includes(sector ?? NO_SECTOR),
    ),
    ...without.map((sector) => ({ sector, delta: { registered: 0, recognized: 0, onPortal: 0 } })),
  ].toSorted(
    (a, b) =>
      b.delta.registered - a.delta.registered ||
      b.delta.recognized - a.delta.recognized ||
      compareVietnamese(a.sector ?? "", b.sector ?? ""),
  )
  const head: Phrase = { key: "sectors-head", args: { unit: told.unit, span: told.span } }
  const [first] = lines
  if (first === undefined) return [head, { key: "records-none" }]
  const shown = lines.slice(0, MOST_LINES)
  const others = lines.slice(MOST_LINES)
  return [
    head,
    ...shown.map(({ sector, delta }) => line("sectors-line", delta, wordsOf(sector))),
    ...(others.length === 0 ? [] : [line("sectors-others", sumOf(others), { sectors: others.length })]),
    ...(lines.length === 1 ? [] : [line("sectors-sum", sumOf(lines), {})]),
    { key: "sectors-foot", args: { example: told.example(first.sector ?? NO_SECTOR) } },
  ]
}

/** A sector in what is said; `stated` tells whether it is one. */
function wordsOf(sector: string | null) {
  return { sector: sector ?? NO_SECTOR, stated: sector === null || sector === NO_SECTOR ? "no" : "yes" }
}

function line(key: string, counts: Counts, args: Readonly<Record<string, string | number>>): Phrase {
  return { key, args: { ...args, ...counts } }
}

function sumOf(lines: readonly Pick<SectorCount, "delta">[]): Counts {
  const sum = (of: (counts: Counts) => number) => lines.reduce((total, { delta }) => total + of(delta), 0)
  return {
    registered: sum((counts) => counts.registered),
    recognized: sum((counts) => counts.recognized),
    onPortal: sum((counts) => counts.onPortal),
  }
}
