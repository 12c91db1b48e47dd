import { promisify } from "node:util"
import { crc32, deflate } from "node:zlib"

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PALETTE_TYPE = 3
const MOST_COLOURS = 256
const compress = promisify(deflate)

/**
 * Writes opaque RGBA pixels as a PNG with a palette: a third of the size of full colours. The few hundred shades that
 * smooth edges make are rounded until 256 are enough, which no eye sees. Format: https://www.w3.org/TR/png-3/
 */
export async function palettePng(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { palette, rows } = indexed(pixels, width, height)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, PALETTE_TYPE], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", await compress(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

/** Bits of each channel that tell shades apart, tried in this order; with two there are 64, which always fit. */
const PRECISIONS = [8, 5, 4, 3, 2]

function indexed(pixels: Uint8Array, width: number, height: number) {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const { palette, indexOf } = paletteOf(shadesOf(colours))
  const rows = Buffer.alloc((width + 1) * height)
  let last = -1
  let index = 0
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1) + 1
    for (let x = 0; x < width; x++) {
      const colour = colours[y * width + x] ?? 0
      if (colour !== last) {
        last = colour
        index = indexOf.get(colour) ?? 0
      }
      rows[start + x] = index
    }
  }
  return { palette, rows }
}

/** How many pixels have each colour, most first. */
function shadesOf(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>()
  let start = 0
  for (let at = 1; at <= colours.length; at++) {
    const colour = colours[start] ?? 0
    // Runs are long: a map is asked once a run and not once a pixel.
    if (at < colours.length && colours[at] === colour) continue
    counts.set(colour, (counts.get(colour) ?? 0) + at - start)
    start = at
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour)
}

/** Near shades share the commonest of them, so that areas keep their exact colour and only edges are rounded. */
function paletteOf(shades: readonly number[]) {
  for (const bits of PRECISIONS) {
    const places = new Map<number, number>()
    const indexOf = new Map<number, number>()
    const palette: number[] = []
    for (const colour of shades) {
      const near = rounded(colour, bits)
      const place = places.get(near) ?? places.size
      if (place === places.size) {
        places.set(near, place)
        palette.push(colour & 255, (colour >> 8) & 255, (colour >> 16) & 255)
      }
      indexOf.set(colour, place)
      if (places.size > MOST_COLOURS) break
    }
    if (places.size <= MOST_COLOURS) return { palette: Buffer.from(palette), indexOf }
  }
  throw new Error("Unreachable: 64 shades fit a palette of 256.")
}

function rounded(colour: number, bits: number): number {
  const cut = 8 - bits
  return (
    ((colour & 255) >> cut) | ((((colour >> 8) & 255) >> cut) << 8) | ((((colour >> 16) & 255) >> cut) << 16)
  )
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
