import { isoLocal } from "../../core/clock.ts"

// The operator's tool speaks English, its figures as well: "3,782 (75.6 %)", "2022-04-21 08:00".

/** A count: "1,218". */
export function count(n: number): string {
  return n.toLocaleString("en")
}

/** How many there are of something: "1 record", "2 records", "1 entry". */
export function numberOf(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** What came on top, or was taken back: "+310", "-3", "+0". */
export function signed(n: number): string {
  return n < 0 ? count(n) : `+${count(n)}`
}

/** A percentage with one decimal: 75.6 (not 0.756) gives "75.6 %". */
export function percent(pct: number): string {
  return `${pct.toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`
}

/** An instant (epoch milliseconds) to the minute, in `zone`. */
export function stamp(at: number, zone: string): string {
  return isoLocal(at, zone).slice(0, "2022-04-21T08:00".length).replace("T", " ")
}
