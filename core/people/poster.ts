import type { Wording } from "../messages/wording.ts"
import type { PosterRef } from "../outbox.ts"

/** What stands on the sheet that hangs in a workshop, in words that are final. */
export type Poster = {
  readonly title: string
  readonly unit: string
  /** The address in the code to scan. */
  readonly link: string
  /** What to do, in order. */
  readonly steps: readonly string[]
  readonly foot: string
  /** What is read out to somebody who cannot see it. */
  readonly alt: string
}

export function posterOf({ link, unit }: PosterRef, say: Wording["say"]): Poster {
  return {
    title: say({ key: "poster-title" }),
    unit,
    link,
    steps: [say({ key: "poster-scan" }), say({ key: "poster-write" }), say({ key: "poster-code" })],
    foot: say({ key: "poster-foot" }),
    alt: say({ key: "poster-alt", args: { unit, link } }),
  }
}
