import { escapeXml } from "../xml.ts"
import { FONT_FAMILY, textWidth, type Weight } from "./font.ts"

/**
 * Colours of the pictures. Each has another lightness too, so that they stay apart in grey and for every kind of colour
 * blindness; where a difference matters there is a pattern or a word beside it.
 */
export const INK = "#101828"
export const SOFT = "#475467"
export const FAINT = "#d0d5dd"
export const TRACK = "#e9edf2"
export const BLUE = "#0b4f9e"

/** How a text stands. */
export type TextStyle = {
  readonly size: number
  readonly weight?: Weight
  readonly fill?: string
  readonly anchor?: "start" | "middle" | "end"
  /** A white rim, for text that stands over lines. */
  readonly halo?: boolean
}

/** One line of text with its baseline at `y`. */
export function text(x: number, y: number, content: string, style: TextStyle): string {
  const { size, weight = 400, fill = INK, anchor = "start", halo = false } = style
  const attributes = `x="${round(x)}" y="${round(y)}" font-family="${FONT_FAMILY}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}"`
  const words = escapeXml(content)
  // Twice, because the renderer knows no paint-order.
  const rim = `<text ${attributes} fill="#fff" stroke="#fff" stroke-width="10" stroke-linejoin="round">${words}</text>`
  return `${halo ? rim : ""}<text ${attributes} fill="${fill}">${words}</text>`
}

/** A rectangle; nothing when it has no width. */
export function rect(x: number, y: number, width: number, height: number, fill: string, radius = 0): string {
  if (width <= 0) return ""
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}" rx="${radius}" fill="${fill}"/>`
}

/** A straight line; `dash` as in SVG's stroke-dasharray. */
export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  {
    stroke,
    width,
    dash,
  }: { readonly stroke: string; readonly width: number; readonly dash?: string | undefined },
): string {
  const pattern = dash === undefined ? "" : ` stroke-dasharray="${dash}"`
  return `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="${stroke}" stroke-width="${width}"${pattern}/>`
}

/** The largest size from `most` down to `least` at which the text is at most `width` wide. */
export function fittingSize(
  content: string,
  weight: Weight,
  width: number,
  { most, least }: { readonly most: number; readonly least: number },
): number {
  const natural = textWidth(content, most, weight)
  return natural <= width ? most : Math.max(least, Math.floor((most * width) / natural))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
