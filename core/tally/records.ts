import { formatLocal } from "../clock.ts"
import type { Context } from "../conversation/context.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { truncate } from "../text/cut.ts"
import { spanWords } from "./period.ts"
import type { TallyReading } from "./tally.ts"
import type { TallyWish } from "./wish.ts"

/** One count of a record within a period. */
export type TallyRecord = {
  readonly number: number
  readonly title: string
  readonly authorName: string
  readonly unitName: string
  /** Epoch milliseconds. */
  readonly at: number
  /** True when it was taken back: then it counts one less. */
  readonly back: boolean
  /** True when it was refused: it counts as before, but is told among the corrections. */
  readonly refused: boolean
}

/** A page of the records behind a number; they add up to `added` less `back`, which is the number. */
export type TallyRecords = {
  readonly added: number
  readonly back: number
  readonly page: readonly TallyRecord[]
}

/** Lines of one page: they fit into a message on every platform. */
export const RECORDS_PER_PAGE = 10
const TITLE_LENGTH = 70

/** The records behind one number of a tally; `of` says of which part of it. */
export type RecordsShown = {
  readonly wish: TallyWish
  readonly reading: TallyReading
  readonly records: TallyRecords
  readonly of?: readonly Phrase[]
}

/** How they are told. Authors are named in private only. */
export function recordPhrases(
  { wish, reading, records, of = [] }: RecordsShown,
  context: Pick<Context, "chat">,
  zone: string,
): readonly Phrase[] {
  const { kind, page } = wish.details ?? { kind: "registered", page: 1 }
  const { added, back } = records
  const total = added + back
  const pages = Math.max(1, Math.ceil(total / RECORDS_PER_PAGE))
  const { from, to } = reading.tally
  const span = spanWords({ from: Date.parse(from), to: Date.parse(to) }, zone)
  const head: Phrase = {
    key: kind === "corrections" ? "records-head-back" : "records-head",
    args: {
      kind,
      unit: reading.unitName,
      span,
      count: kind === "corrections" ? back : added - back,
      added,
      back,
      net: back === 0 ? "plain" : "less",
    },
  }
  if (total === 0) return [head, ...of, { key: "records-none" }, { key: "records-others", args: { kind } }]
  const isPrivate = context.chat.kind === "private"
  return [
    head,
    ...of,
    ...records.page.map((record): Phrase => {
      const who = isPrivate && record.authorName !== "" ? `${record.authorName} · ` : ""
      return {
        key: record.refused ? "records-line-refused" : record.back ? "records-line-back" : "records-line",
        args: {
          code: initiativeCode(record.number),
          title: truncate(record.title, TITLE_LENGTH),
          who,
          unit: record.unitName,
          on: formatLocal(record.at, zone, "day"),
        },
      }
    }),
    ...(pages === 1 ? [] : [{ key: "records-page", args: { page, pages } }]),
    { key: "records-others", args: { kind } },
  ]
}
