import { addDays, addMonths, type LocalDate, localDate } from "../clock.ts"
import type { DateReading } from "./date-reading.ts"
import { parseDate } from "./dates.ts"

/** What words about time refer to: the moment (epoch milliseconds), the zone and the ends people speak of. */
export type WhenContext = {
  readonly now: number
  readonly timeZone: string
  /** The running phase's last day, and the last days of all phases in their order. */
  readonly phaseEndsOn?: LocalDate
  readonly phasesEndOn?: readonly LocalDate[]
  readonly campaignEndsOn?: LocalDate
}

/** "trong 4 tuần", "trong tháng này", behind what repeats. */
const LASTING =
  /(?<=(?:hang|moi|cac) .*),? trong (?:vong )?(?:(\d{1,2}) (ngay|tuan|thang)(?: (?:toi|nua|lien))?|(tuan|thang) nay)$/

function lastOf(count: number, unit: string, { now, timeZone }: WhenContext): LocalDate | undefined {
  const today = localDate(now, timeZone)
  if (count < 1) return undefined
  return unit === "thang" ? addMonths(today, count) : addDays(today, count * (unit === "tuan" ? 7 : 1))
}

const UNTIL = /(?:^|,? )(?:keo dai |lien tuc |cho |lap lai )*den(?: khi)? (.+)$/

/** The last day; null when words about one are there and cannot be read. */
export function takeUntil(
  words: string,
  context: WhenContext,
): { rest: string; until?: LocalDate | null; endless?: true } {
  const lasting = LASTING.exec(words)
  if (lasting !== null) {
    const [, count, unit = "", whole] = lasting
    const rest = words.slice(0, lasting.index).trim()
    const until = whole === undefined ? lastOf(Number(count), unit, context) : endOf(`${whole} nay`, context)
    return { rest, until: until ?? null }
  }
  const found = UNTIL.exec(words)
  if (found === null) return { rest: words }
  const rest = words.slice(0, found.index).trim()
  const last = (found[1] ?? "").trim()
  if (/^(?:dat|du|hoan thanh|xong)(?: (?:chi tieu|ke hoach|du))*$/.test(last)) return { rest, endless: true }
  // "đến 31/5 các thứ hai": what comes behind the day belongs to the days.
  const [, end = last, behind = ""] =
    /^(.+?),? ((?:cac |moi |hang |vao |thu |t[2-7]|chu nhat|cn|sang |trua |chieu |toi ).+|(?:moi|hang) ngay)$/.exec(
      last,
    ) ?? []
  return { rest: `${rest} ${behind}`.trim(), until: endOf(end, context) ?? null }
}

function endOf(words: string, context: WhenContext): LocalDate | undefined {
  const today = localDate(context.now, context.timeZone)
  const name = words
    .replace(/^(?:het ngay|het|cuoi|ngay cuoi|tan) /, "")
    .replace(/^ngay (?=\d{1,2}[/.-])/, "")
  const phase = /^(?:giai doan|gd)(?: (?:nay|hien tai))?(?: ?(\d))?$/.exec(name)
  if (phase !== null) {
    return phase[1] === undefined ? context.phaseEndsOn : context.phasesEndOn?.[Number(phase[1]) - 1]
  }
  if (/^(?:chuong trinh|phong trao|chien dich)$/.test(name)) return context.campaignEndsOn
  if (/^(?:thang|tuan|nam|quy)$/.test(name)) return lastDayOf(parseDate(`${name} nay`, today, "future"))
  return lastDayOf(parseDate(name, today, "future"))
}

function lastDayOf(reading: DateReading): LocalDate | undefined {
  if (reading.kind === "day" || reading.kind === "instant") return reading.date
  return reading.kind === "month" || reading.kind === "range" ? reading.to : undefined
}

const FROM =
  /(?:^|,? )(?:bat dau )?(?<!thu )tu (hom nay|(?:ngay )?mai|ngay kia|(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|ngay \d{1,2}|(?:dau )?(?:tuan|thang) (?:sau|toi))(?= |,|$)/

/** The first day of what repeats, where it is said, and the words without it. */
export function takeFrom(words: string, today: LocalDate): { rest: string; from?: LocalDate } {
  const found = FROM.exec(words)
  if (found === null) return { rest: words }
  const reading = parseDate((found[1] ?? "").replace(/^dau /, ""), today, "future")
  const from = reading.kind === "day" ? reading.date : "from" in reading ? reading.from : undefined
  const rest = `${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`
  return from === undefined ? { rest: words } : { rest: rest.replace(/[ ,]+/g, " ").trim(), from }
}
