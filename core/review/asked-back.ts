import { formatLocal } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { openDesk } from "../people/office.ts"
import { pagePhrases, readPage } from "../people/page.ts"
import { quote, truncate } from "../text/cut.ts"

/** A record whose author was asked for something and has not answered yet. */
export type AskedBack = {
  readonly number: number
  readonly title: string
  readonly authorName: string
  readonly unitName: string
  /** When it was asked, epoch milliseconds, and what; empty where that is not known. */
  readonly askedAt: number
  readonly words: string
}

/** Lines of one page: they fit into a message on every platform. */
export const ASKED_BACK_PER_PAGE = 10
const TITLE_LENGTH = 60
const WORDS_LENGTH = 60

const ASKED_BACK = /^(?:chờ|cho) (?:bổ sung|bo sung)(?:\s+(?:của|cua|ở|bên|ben)(?=\s))?(?:\s+|$)/iu

/** "chờ bổ sung KCN trang 2", behind "duyệt": the unit and the page, as typed; undefined where something else is wanted. */
export function readAskedBack(rest: string): string | undefined {
  const found = ASKED_BACK.exec(rest)?.[0]
  return found === undefined ? undefined : rest.slice(found.length).trim()
}

/** What waits for its authors in the officer's units, or in the one that is named, the longest first. */
export async function askedBack(turn: Turn, rest: string): Promise<Decision> {
  const { page, rest: typed } = readPage(rest)
  const again = (code: string) => `duyệt chờ bổ sung ${code}${page > 1 ? ` trang ${page}` : ""}`
  const desk = await openDesk(turn, typed, again)
  if ("decision" in desk) return desk.decision
  const { total, page: records } = await turn.reads.askedBack(desk.unitIds, page)
  if (records.length === 0) return answer(turn, page > 1 && total > 0 ? "page-none" : "asked-back-none")
  const phrases: readonly Phrase[] = [
    { key: "asked-back-head", args: { count: total } },
    ...records.map(
      (record): Phrase => ({
        key: "asked-back-line",
        args: {
          code: initiativeCode(record.number),
          title: truncate(record.title, TITLE_LENGTH),
          who: record.authorName === "" ? "" : `${record.authorName} · `,
          unit: record.unitName,
          on: formatLocal(record.askedAt, turn.moment.timeZone, "day"),
          words: quote(truncate(record.words, WORDS_LENGTH)),
          stated: record.words === "" ? "no" : "yes",
        },
      }),
    ),
    ...pagePhrases(page, Math.ceil(total / ASKED_BACK_PER_PAGE)),
  ]
  return { say: [reply(turn, { phrases })] }
}
