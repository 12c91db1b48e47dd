import type { BotId, ChatId } from "../channel.ts"
import { daysBetweenInclusive, formatDay, type LocalDate } from "../clock.ts"
import type { OutboxContent, Phrase } from "../outbox.ts"
import { clean } from "../text/fold.ts"
import type { UnitRef } from "./role.ts"

/** What a person may ask that they cannot do by themselves in "dữ liệu của tôi". */
export type RequestKind = "restrict" | "object" | "correct" | "other"

/** Something a person asked about their data, for officers. */
export type DataRequest = {
  readonly id: string
  /** "YC-3" is 3. */
  readonly number: number
  readonly name: string
  /** Undefined: the officers of the topmost unit look after it. */
  readonly unit: UnitRef | undefined
  readonly kind: RequestKind
  readonly words: string
  /** Where it was asked; undefined when the key that this stood sealed by was lost. */
  readonly asked: { readonly chat: ChatId; readonly bot: BotId } | undefined
  /** Epoch milliseconds. */
  readonly receivedAt: number
  /** The last day on which it is in time. */
  readonly dueOn: LocalDate
  readonly extended: boolean
  readonly state: "open" | "answered" | "withdrawn"
}

/**
 * Days for a request, and by how many they may be extended once (Decree 356/2025/NĐ-CP, as frasersvn.com of 2026-01-19 and
 * cdlaf.vn tell it, read 2026-11-27): 15 and 15 for restricting and objecting; the others are given as 10 to 20 days, of which
 * the shorter is taken and the longer is the extension. An acknowledgement is due within 2 working days: the bot gives it at
 * once. Withdrawing, seeing, copying and erasing need no request: people do it by themselves.
 */
export const REQUEST_DAYS: Readonly<Record<RequestKind, { readonly days: number; readonly more: number }>> = {
  restrict: { days: 15, more: 15 },
  object: { days: 15, more: 15 },
  correct: { days: 10, more: 10 },
  other: { days: 10, more: 10 },
}

/** Officers are reminded when so few days are left. */
export const REQUEST_SOON_DAYS = 3

/** As long as an answer, or the words of a request, may be; in UTF-16 units. */
export const LONGEST_REQUEST = 2_000

/** The code people see: "YC-3". */
export function requestCode(number: number): string {
  return `YC-${number}`
}

/** "YC-3 …": the number and what follows; undefined when no code stands there. */
export function readRequestCode(
  text: string,
): { readonly number: number; readonly rest: string } | undefined {
  const typed = clean(text)
  const [all, number] = /^yc[\s-]?(\d{1,6})(?!\d)[\s,.:]*/iu.exec(typed) ?? []
  return all === undefined ? undefined : { number: Number(number), rest: typed.slice(all.length) }
}

/** How it stands on a day: days left (0 is the last day), negative when it is late. */
export function daysLeft(request: Pick<DataRequest, "dueOn">, today: LocalDate): number {
  return request.dueOn >= today
    ? daysBetweenInclusive(today, request.dueOn) - 1
    : 1 - daysBetweenInclusive(request.dueOn, today)
}

/** Code, kind, unit and how many days are left: no name and none of the words. */
export function requestLine(
  request: Pick<DataRequest, "number" | "kind" | "dueOn" | "unit">,
  today: LocalDate,
): Phrase {
  const left = daysLeft(request, today)
  return {
    key: "request-line",
    args: {
      code: requestCode(request.number),
      kind: request.kind,
      unit: request.unit?.name ?? "",
      due: formatDay(request.dueOn, "date"),
      when: left < 0 ? "late" : left <= REQUEST_SOON_DAYS ? "soon" : "open",
      days: Math.abs(left),
    },
  }
}

/** What officers are told of a request. */
export function requestNotice(
  request: Pick<DataRequest, "number" | "kind" | "dueOn" | "unit">,
  today: LocalDate,
): OutboxContent {
  const see = { key: "request-see", args: { code: requestCode(request.number) } }
  return { phrases: [requestLine(request, today), see] }
}

/** Each officer is told of each stage once. */
export function requestKey(number: number, stage: string, chat: ChatId): string {
  return `request:${number}:${stage}:${chat}`
}
