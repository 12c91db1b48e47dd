import encodeQR from "qr"
import type { Picture } from "../../core/channel.ts"
import type { Poster } from "../../core/people/poster.ts"
import { drawable, wrapText } from "./font.ts"
import { toPng } from "./render.ts"
import { BLUE, fittingSize, rect, SOFT, text } from "./svg.ts"

/** Pixels; in the proportion of a sheet of A4, on which it is printed. */
const WIDTH = 1080
const HEIGHT = 1528
const MIDDLE = WIDTH / 2
const MARGIN = 80
const INNER = WIDTH - 2 * MARGIN
const BAND_HEIGHT = 340
const CODE_WIDTH = 640
/** Light modules around a code, in which nothing else may stand (ISO/IEC 18004). */
const QUIET = 4
const WHITE = "#fff"

/** Whose people are asked, the code to scan, and what to do then. */
export async function drawPoster(poster: Poster): Promise<Picture> {
  return { png: await toPng(posterSvg(poster)), alt: poster.alt }
}

function posterSvg({ title, unit, link, steps, foot }: Poster): string {
  const shown = drawable(link.replace(/^https?:\/\//, ""))
  const parts = [
    rect(0, 0, WIDTH, HEIGHT, WHITE),
    rect(0, 0, WIDTH, BAND_HEIGHT, BLUE),
    text(MIDDLE, 150, title, {
      size: fittingSize(title, 700, INNER, { most: 96, least: 60 }),
      weight: 700,
      fill: WHITE,
      anchor: "middle",
    }),
    ...nameOf(unit),
    codeOf(link, MIDDLE - CODE_WIDTH / 2, BAND_HEIGHT + 32),
    text(MIDDLE, 1058, shown, {
      size: fittingSize(shown, 600, INNER, { most: 36, least: 22 }),
      weight: 600,
      fill: BLUE,
      anchor: "middle",
    }),
    ...stepsBelow(1120, steps),
    text(MIDDLE, HEIGHT - 44, foot, {
      size: fittingSize(foot, 400, INNER, { most: 32, least: 24 }),
      fill: SOFT,
      anchor: "middle",
    }),
  ]
  const size = `width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join("")}</svg>`
}

/** A short name in large letters; a long one smaller and in more lines, for its end tells unions apart. */
function nameOf(unit: string): readonly string[] {
  const isShort =
    wrapText(unit, { size: 46, weight: 600 }, { width: INNER, lines: 2 }).join(" ") === drawable(unit)
  const [size, most, lineHeight] = isShort ? [46, 2, 60] : [38, 3, 48]
  const lines = wrapText(unit, { size, weight: 600 }, { width: INNER, lines: most })
  const first = 262 - ((lines.length - 1) * lineHeight) / 2
  return lines.map((words, index) =>
    text(MIDDLE, first + index * lineHeight, words, { size, weight: 600, fill: WHITE, anchor: "middle" }),
  )
}

function stepsBelow(top: number, steps: readonly string[]): readonly string[] {
  const disc = 72
  const left = MARGIN + disc + 32
  const size = Math.min(
    ...steps.map((words) => fittingSize(words, 600, WIDTH - MARGIN - left, { most: 44, least: 28 })),
  )
  return steps.flatMap((words, index) => {
    const y = top + index * 104
    const baseline = y + 51
    const number = { size: 42, weight: 700, fill: WHITE, anchor: "middle" } as const
    return [
      rect(MARGIN, y, disc, disc, BLUE, disc / 2),
      text(MARGIN + disc / 2, baseline, String(index + 1), number),
      text(left, baseline, words, { size, weight: 600 }),
    ]
  })
}

/** A quarter of it may be dirty or torn, as things in workshops are, and it is read still. */
function codeOf(link: string, left: number, top: number): string {
  const rows = encodeQR(link, "raw", { ecc: "quartile", border: QUIET })
  const side = CODE_WIDTH / rows.length
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const place = `translate(${left} ${top}) scale(${side})`
  return `<path transform="${place}" shape-rendering="crispEdges" d="${dark.join("")}"/>`
}
