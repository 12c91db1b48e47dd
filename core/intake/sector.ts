import type { Turn } from "../conversation/turn.ts"
import { remembering } from "../remember.ts"
import { fold } from "../text/fold.ts"

/** The few sectors of a campaign are held against nearly every message. */
const keyOf = remembering(keyed)

/** "kĩ thuật" is "kỹ thuật". */
function keyed(text: string): string {
  return fold(text).replaceAll("y", "i")
}

const CALLED = /^\s*l[iĩ]nh v[uự]c(?:\s+l[aà])?\s*:?\s*/iu
const SHORTEST = 4

/** Those of the running campaign, in its order. */
export function sectorsOf({ context }: Turn): readonly string[] {
  return context.campaign?.campaign.sectors ?? []
}

/**
 * A sector as the campaign names it, or by its number in that list; free words that name none are kept as typed. Undefined for a number that the
 * list does not have.
 */
export function sectorOf(typed: string, sectors: readonly string[]): string | undefined {
  const number = /^\s*(?:số |so )?(\d{1,2})\s*$/iu.exec(typed)?.[1]
  if (number !== undefined && sectors.length > 0) return sectors[Number(number) - 1]
  const key = keyed(typed)
  return sectorCalled(typed, sectors) ?? sectors.find((sector) => keyOf(sector).includes(key)) ?? typed
}

/** The sector whose whole name this is. */
export function sectorCalled(text: string, sectors: readonly string[]): string | undefined {
  const key = keyed(text)
  return sectors.find((sector) => keyOf(sector) === key)
}

/** "Giáo dục – đào tạo", "giáo dục", "lĩnh vực: đào tạo": what can only be meant for a sector. */
export function sectorNamed(text: string, sectors: readonly string[]): string | undefined {
  const named = keyed(text.replace(CALLED, "")).replace(/[\s.!]+$/, "")
  if (named.length < SHORTEST) return undefined
  const isCalled = CALLED.test(text)
  return sectors.find((sector) => {
    const key = keyOf(sector)
    return (
      key === named ||
      key.startsWith(`${named} – `) ||
      key.endsWith(` – ${named}`) ||
      (isCalled && key.includes(named))
    )
  })
}
