import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { wordsOf } from "../../core/error.ts"

/** The weights the pictures use. */
export type Weight = 400 | 600 | 700

/** The family's name as it is written in the font's own table and in SVG. */
export const FONT_FAMILY = "Be Vietnam Pro"

const FILES: Readonly<Record<Weight, string>> = {
  400: fileURLToPath(
    import.meta.resolve("@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf"),
  ),
  600: fileURLToPath(
    import.meta.resolve("@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf"),
  ),
  700: fileURLToPath(
    import.meta.resolve("@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf"),
  ),
}

/** Paths of the bundled fonts, for the renderer. */
export const FONT_FILES: string[] = Object.values(FILES)

const ELLIPSIS = "…"
const faces = new Map<Weight, Face>()

/** How wide a text stands at `size`, in the unit of `size`. Kerning is left out: it only makes text narrower. */
export function textWidth(text: string, size: number, weight: Weight): number {
  const face = faceOf(weight)
  let units = 0
  for (const char of text) units += face.advance(char.codePointAt(0) ?? 0) ?? 0
  return (units * size) / face.unitsPerEm
}

/** The text in NFC without what the font cannot draw (emoji, control and combining characters), white space made one space. */
export function drawable(text: string): string {
  const face = faceOf(400)
  const kept = [...text.normalize("NFC").replaceAll(/\s+/g, " ")].filter(
    (char) => !/\p{M}|\p{C}/u.test(char) && face.advance(char.codePointAt(0) ?? 0) !== undefined,
  )
  return kept.join("").replaceAll(/ +/g, " ").trim()
}

/** Every letter of Vietnamese, what money and percentages need, and what our pictures point with. */
const NEEDED = [
  ..."aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
  ..."0123456789.,%+–·…",
]

/** Whether the pictures can be drawn in Vietnamese, for `doctor`. */
export function fontsCheck(): { ok: boolean; text: string } {
  for (const weight of [400, 600, 700] as const) {
    const missing = lacks(weight)
    if (missing !== undefined) {
      return { ok: false, text: `${FILES[weight]} ${missing}; run npm ci again` }
    }
  }
  return { ok: true, text: `${FONT_FAMILY} writes every Vietnamese letter` }
}

function lacks(weight: Weight): string | undefined {
  try {
    const face = faceOf(weight)
    const letters = NEEDED.flatMap((letter) => [letter, letter.toUpperCase()])
    const missing = letters.filter((letter) => face.advance(letter.codePointAt(0) ?? 0) === undefined)
    return missing.length === 0 ? undefined : `lacks ${missing.join(" ")}`
  } catch (error) {
    return `cannot be read (${wordsOf(error)})`
  }
}

/**
 * Breaks a text at spaces into at most `lines` lines of at most `width`, in the unit of `size`; at least one. Of what does not fit the middle is left
 * out: many unions are called alike up to their last words. A single line ends in an ellipsis instead.
 */
export function wrapText(
  text: string,
  { size, weight }: { readonly size: number; readonly weight: Weight },
  { width, lines }: { readonly width: number; readonly lines: number },
): string[] {
  const fits = (candidate: string) => textWidth(candidate, size, weight) <= width
  const words = drawable(text).split(" ")
  const result: string[] = []
  while (words.length > 0 && result.length < lines - 1) {
    let line = ""
    while (words[0] !== undefined && fits(line === "" ? words[0] : `${line} ${words[0]}`)) {
      line = line === "" ? words[0] : `${line} ${words[0]}`
      words.shift()
    }
    // A single word wider than the line is cut where it must be.
    if (line === "") line = fittingStart(words, fits)
    result.push(line)
  }
  const rest = words.join(" ")
  if (rest !== "") result.push(fits(rest) ? rest : lines > 1 ? ending(words, fits) : shortened(rest, fits))
  return result.length === 0 ? [""] : result
}

function fittingStart(words: string[], fits: (text: string) => boolean): string {
  const chars = [...(words[0] ?? "")]
  let count = chars.length - 1
  while (count > 1 && !fits(chars.slice(0, count).join(""))) count--
  words[0] = chars.slice(count).join("")
  return chars.slice(0, count).join("")
}

/** As many of the last words as fit behind an ellipsis. */
function ending(words: readonly string[], fits: (text: string) => boolean): string {
  let first = words.length
  while (first > 0 && fits(`${ELLIPSIS} ${words.slice(first - 1).join(" ")}`)) first--
  return first === words.length
    ? shortened(words.join(" "), fits)
    : `${ELLIPSIS} ${words.slice(first).join(" ")}`
}

function shortened(text: string, fits: (text: string) => boolean): string {
  const chars = [...text]
  let count = chars.length
  while (count > 0 && !fits(`${chars.slice(0, count).join("").trimEnd()}${ELLIPSIS}`)) count--
  const start = chars.slice(0, count).join("").trimEnd()
  // Between words where that costs little; a half word may read as another one.
  const lastSpace = chars[count] === " " ? start.length : start.lastIndexOf(" ")
  return `${lastSpace > start.length * 0.6 ? start.slice(0, lastSpace) : start}${ELLIPSIS}`
}

type Face = { readonly unitsPerEm: number; advance(codePoint: number): number | undefined }

function faceOf(weight: Weight): Face {
  const known = faces.get(weight) ?? readFace(readFileSync(FILES[weight]))
  faces.set(weight, known)
  return known
}

/** Reads what measuring needs from a TrueType file: https://learn.microsoft.com/typography/opentype/spec/otff */
function readFace(file: Buffer): Face {
  const table = (name: string): Buffer => {
    for (let index = 0; index < file.readUInt16BE(4); index++) {
      const entry = 12 + index * 16
      if (file.toString("latin1", entry, entry + 4) !== name) continue
      const start = file.readUInt32BE(entry + 8)
      return file.subarray(start, start + file.readUInt32BE(entry + 12))
    }
    throw new Error(`The font has no table ${name}.`)
  }
  const glyphs = characterMap(table("cmap"))
  const widths = table("hmtx")
  const lastWidth = table("hhea").readUInt16BE(34) - 1
  return {
    unitsPerEm: table("head").readUInt16BE(18),
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint)
      return glyph === undefined ? undefined : widths.readUInt16BE(Math.min(glyph, lastWidth) * 4)
    },
  }
}

/** Format 4 holds the basic plane, and all Vietnamese stands there. */
function characterMap(cmap: Buffer): ReadonlyMap<number, number> {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(8 + index * 8))
  const start = offsets.find((offset) => cmap.readUInt16BE(offset) === 4)
  if (start === undefined) throw new Error("The font has no character map of format 4.")
  const sub = cmap.subarray(start)
  const twice = sub.readUInt16BE(6)
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < twice; segment += 2) {
    const last = sub.readUInt16BE(14 + segment)
    const first = sub.readUInt16BE(16 + twice + segment)
    const delta = sub.readUInt16BE(16 + 2 * twice + segment)
    const rangeAt = 16 + 3 * twice + segment
    const range = sub.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const raw = range === 0 ? code : sub.readUInt16BE(rangeAt + range + (code - first) * 2)
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}
