import type { Money } from "../text/money.ts"
import { compareVietnamese } from "../text/number.ts"

/** A unit or person with what was recognised of theirs in a period, and what they handed in then. */
export type Achiever = {
  readonly id: string
  readonly name: string
  /** Of a person: where they work. */
  readonly unitName?: string
  readonly recognized: number
  readonly registered: number
}

/** A recognised initiative whose benefit can be compared with others'. */
export type Breakthrough = {
  readonly number: number
  readonly title: string
  readonly unitName: string
  /** Only of somebody who agreed to be named. */
  readonly authorName: string | undefined
  readonly benefit: Money
  /** Đồng, of a year where it is stated by month or quarter; a plain decimal. */
  readonly yearly: string
}

/** Everything the two lists are made of. */
export type HonourFacts = {
  readonly units: readonly Achiever[]
  /** Only people who agreed to be named. */
  readonly people: readonly Achiever[]
  readonly breakthroughs: readonly Breakthrough[]
  /** Recognised in the period with a benefit that cannot be compared, or with none. */
  readonly uncompared: number
}

/** Something on a list; `key` names it whatever place it has. */
export type Entry =
  | { readonly list: "units" | "people"; readonly key: string; readonly achiever: Achiever }
  | { readonly list: "breakthroughs"; readonly key: string; readonly breakthrough: Breakthrough }

/** So many on each list: an honour is no roll-call. */
const MOST_HONOURED = 5

/**
 * "Most": units and people by what was recognised, and by what they handed in where that is the same. "Breakthrough": by
 * the money. `dropped` holds the keys an officer left out; the next ones move up.
 */
export function honourLists(facts: HonourFacts, dropped: readonly string[]): readonly Entry[] {
  const stays = ({ key }: Entry) => !dropped.includes(key)
  const most = (list: "units" | "people") =>
    facts[list]
      .filter(({ recognized }) => recognized > 0)
      .toSorted(byCount)
      .map((achiever): Entry => ({ list, key: `${list}:${achiever.id}`, achiever }))
      .filter(stays)
      .slice(0, MOST_HONOURED)
  const breakthroughs = facts.breakthroughs
    .toSorted(byMoney)
    .map((breakthrough): Entry => {
      return { list: "breakthroughs", key: `breakthroughs:${breakthrough.number}`, breakthrough }
    })
    .filter(stays)
    .slice(0, MOST_HONOURED)
  return [...most("units"), ...most("people"), ...breakthroughs]
}

/** What of it is a single person's: who agreed to be named, and their own breakthroughs. */
export function factsOf(facts: HonourFacts, isTheirs: (name: string) => boolean): HonourFacts {
  return {
    units: [],
    people: facts.people.filter(({ name }) => isTheirs(name)),
    breakthroughs: facts.breakthroughs.filter(
      ({ authorName }) => authorName !== undefined && isTheirs(authorName),
    ),
    uncompared: 0,
  }
}

function byCount(one: Achiever, other: Achiever): number {
  return (
    other.recognized - one.recognized ||
    other.registered - one.registered ||
    compareVietnamese(one.name, other.name)
  )
}

function byMoney(one: Breakthrough, other: Breakthrough): number {
  return Number(other.yearly) - Number(one.yearly) || one.number - other.number
}

/** The keys behind "bỏ 2, 5" or "2 5" of what is shown; undefined when the words name none of it. */
export function readDropped(text: string, shown: readonly Entry[]): readonly string[] | undefined {
  // A number is taken whole: in parts, a row of digits could be cut in more ways than anybody can try.
  const said = /^(?:bỏ|bo|trừ|tru|xóa|xoá|xoa)?((?:[\s,.;]|và|va|số|so|(?<!\d)\d{1,2}(?!\d))+)$/iu.exec(
    text.trim(),
  )
  const keys = (said?.[1]?.match(/\d{1,2}/g) ?? []).map((number) => shown[Number(number) - 1]?.key)
  if (keys.length === 0 || keys.some((key) => key === undefined)) return undefined
  return keys.filter((key) => key !== undefined)
}
