import { z } from "zod"
import { formatDay, formatLocal } from "../clock.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { reminderCode } from "../reminder/reminder.ts"
import { requestCode } from "./data-request.ts"
import { openDesk } from "./office.ts"
import { pagePhrases, readPage } from "./page.ts"

/** One deed of an officer or of the support team. */
export type JournalEntry = {
  /** Epoch milliseconds. */
  readonly at: number
  readonly who: string | undefined
  readonly unit: string
  readonly action: string
  /** As it was logged: ids, numbers and codes. */
  readonly subject: unknown
}

/** As it was logged, see `JournalEntry`. */
export type LastDeed = { readonly action: string; readonly numbers: readonly number[] }

export const ENTRIES_ON_PAGE = 10
/** More codes than these say no more. */
const MOST_CODES = 5

/** "hôm nay", "của chị Dung": the newest stand first, and each says who did it. */
const NO_UNIT =
  /^(?:hôm nay|hôm qua|hôm|hom nay|hom qua|hom|tuần này|tuan nay|tháng này|thang nay|gần đây|gan day|(?:của )?(?:anh|chị|em|cô|chú|bác|bạn) .+)$/iu

/** "nhật ký [đơn vị] [trang 2]": what was done in the officer's units and below them, newest first. */
export async function journal(turn: Turn, rest: string): Promise<Decision> {
  const { page, rest: named } = readPage(rest)
  const typed = named.replace(NO_UNIT, "").trim()
  const again = (code: string) => `nhật ký ${code} trang ${page}`
  const desk = await openDesk(turn, typed, again)
  if ("decision" in desk) return desk.decision
  const { total, entries } = await turn.reads.journal(desk.unitIds, page)
  if (entries.length === 0) {
    return answer(turn, page > 1 ? "page-none" : "journal-none")
  }
  const pages = Math.ceil(total / ENTRIES_ON_PAGE)
  const phrases: readonly Phrase[] = [
    { key: "journal-head", args: { count: total } },
    ...entries.map((entry) => journalPhrase(entry, turn.moment.timeZone)),
    ...pagePhrases(page, pages),
  ]
  return { say: [reply(turn, { phrases })] }
}

const SUBJECT = z
  .object({
    /** Numbers; ids where they were new and had none yet. */
    initiatives: z.array(z.union([z.number(), z.string()])).optional(),
    decision: z.string().optional(),
    reminder: z.number().optional(),
    request: z.number().optional(),
    role: z.string().optional(),
    /** A phase or peak period, by its days. */
    name: z.string().optional(),
    startsOn: z.iso.date().optional(),
    endsOn: z.iso.date().optional(),
    goal: z.number().optional(),
  })
  .catch({})

/** The entry in words. */
export function journalPhrase(entry: JournalEntry, timeZone: string): Phrase {
  const subject = SUBJECT.parse(entry.subject)
  const { initiatives = [], decision, reminder, request, role, name, startsOn, endsOn, goal } = subject
  const numbers = initiatives.filter((each) => typeof each === "number")
  const codes = numbers.slice(0, MOST_CODES).map(initiativeCode).join(", ")
  return {
    key: "journal-line",
    args: {
      at: formatLocal(entry.at, timeZone, "stamp"),
      // Without an account it was the operator's tool.
      by: entry.who === undefined ? "operator" : "person",
      who: entry.who ?? "",
      unit: entry.unit,
      action: entry.action,
      count: initiatives.length,
      codes: numbers.length > MOST_CODES ? `${codes}…` : codes,
      paper: decision === undefined ? "none" : "some",
      decision: decision ?? "",
      reminder: reminder === undefined ? "" : reminderCode(reminder),
      request: request === undefined ? "" : requestCode(request),
      role: role ?? "",
      name: name ?? "",
      from: startsOn === undefined ? "" : formatDay(startsOn, "date"),
      to: endsOn === undefined ? "" : formatDay(endsOn, "date"),
      goal: goal ?? "",
    },
  }
}
