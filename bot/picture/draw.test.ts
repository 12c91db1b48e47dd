import { readFileSync } from "node:fs"
import { inflateSync } from "node:zlib"
import { Resvg } from "@resvg/resvg-js"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createWording } from "../../core/messages/wording.ts"
import {
  aCampaign,
  aChart,
  aReading,
  aSeries,
  EIGHTEEN,
  type SampleUnit,
  ZONE,
} from "../../core/tally/testing.ts"
import { anyText } from "../../core/text/testing.ts"
import { drawProgress, drawTally, PICTURE_WIDTH, tallyPicture, tallySvg } from "./draw.ts"
import { FONT_FAMILY, FONT_FILES, textWidth, wrapText } from "./font.ts"
import { progressLine } from "./line.ts"

const vi = readFileSync(new URL("../../core/messages/vi.ftl", import.meta.url), "utf8")
const { say } = createWording(vi, "vi")
const AT = "2022-04-22T16:00:00+07:00"
const KB = 1024

type Pixels = { readonly width: number; readonly height: number; at(x: number, y: number): readonly number[] }

/** Reads our own PNG back the plain way: one palette, eight bits, no filter. */
function pixelsOf(png: Uint8Array): Pixels {
  const file = Buffer.from(png)
  expect(file.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n")
  const chunks = new Map<string, Buffer>()
  for (let offset = 8; offset < file.length; ) {
    const length = file.readUInt32BE(offset)
    chunks.set(
      file.toString("latin1", offset + 4, offset + 8),
      file.subarray(offset + 8, offset + 8 + length),
    )
    offset += length + 12
  }
  const header = chunks.get("IHDR") ?? Buffer.alloc(13)
  const palette = chunks.get("PLTE") ?? Buffer.alloc(0)
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0))
  const width = header.readUInt32BE(0)
  const filters = new Set(rows.filter((_, index) => index % (width + 1) === 0))
  expect([...filters]).toEqual([0])
  return {
    width,
    height: header.readUInt32BE(4),
    at: (x, y) => {
      const index = (rows[y * (width + 1) + 1 + x] ?? 0) * 3
      return [...palette.subarray(index, index + 3)]
    },
  }
}

function isWhite(colour: readonly number[]): boolean {
  return colour.every((channel) => channel === 255)
}

/** How far the drawing keeps from each side, in pixels. */
function margins(pixels: Pixels) {
  const { width, height } = pixels
  const rowIsBlank = (y: number) =>
    Array.from({ length: width }, (_, x) => x).every((x) => isWhite(pixels.at(x, y)))
  const columnIsBlank = (x: number) =>
    Array.from({ length: height }, (_, y) => y).every((y) => isWhite(pixels.at(x, y)))
  const first = (length: number, isBlank: (index: number) => boolean) => {
    let index = 0
    while (index < length && isBlank(index)) index++
    return index
  }
  return {
    top: first(height, rowIsBlank),
    bottom: first(height, (index) => rowIsBlank(height - 1 - index)),
    left: first(width, columnIsBlank),
    right: first(width, (index) => columnIsBlank(width - 1 - index)),
  }
}

const W = "W".repeat(200)
const LONG: readonly SampleUnit[] = EIGHTEEN.map((unit, index) => ({
  ...unit,
  name: index % 2 === 0 ? `${unit.name} ${unit.name} ${unit.name}` : W,
}))
const ALONE = { name: "", members: 1200, onPortal: 37, delta: 4 }

const CASES = {
  "a province with eighteen units": aChart(say, AT, EIGHTEEN),
  "a grassroots union alone": aChart(say, AT, [], { campaign: aCampaign(120), own: ALONE }),
  "the first hour of the campaign": aChart(
    say,
    "2021-09-01T01:00:00+07:00",
    EIGHTEEN.map((unit) => ({ ...unit, onPortal: 0, delta: 0 })),
  ),
  "units far beyond their target": aChart(
    say,
    AT,
    EIGHTEEN.map((unit) => ({ ...unit, onPortal: unit.onPortal * 40 })),
  ),
  "names that fit nowhere": aChart(say, AT, LONG, { name: `${W} ${W}` }),
  millions: aChart(
    say,
    AT,
    EIGHTEEN.map((unit) => ({ ...unit, onPortal: unit.onPortal * 4567, delta: 1_234_567 })),
    { campaign: aCampaign(100_000_000) },
  ),
  "two thousand units": aChart(
    say,
    AT,
    Array.from({ length: 2000 }, (_, index) => ({ name: `Tổ ${index}`, members: 30, onPortal: index % 7 })),
  ),
}

describe.each(Object.entries(CASES))("the picture of %s", (_, chart) => {
  test("has its size, stands within its margins and stays small", async () => {
    const png = await drawTally(chart)
    expect(png.length).toBeLessThan(200 * KB)
    const pixels = pixelsOf(png)
    expect(pixels.width).toBe(PICTURE_WIDTH)
    expect(pixels.height).toBeLessThan(3200)
    const free = margins(pixels)
    expect(Math.min(free.left, free.right), JSON.stringify(free)).toBeGreaterThanOrEqual(36)
    expect(Math.min(free.top, free.bottom), JSON.stringify(free)).toBeGreaterThanOrEqual(16)
    // Not blank: something stands from side to side.
    expect(free.left).toBeLessThan(60)
    expect(free.right).toBeLessThan(60)
  })
})

test("the parts stay apart in black and white: dark, light and white differ by lightness alone", async () => {
  const pixels = pixelsOf(await drawTally(CASES["a province with eighteen units"]))
  const greys = new Map<number, number>()
  for (let y = 0; y < pixels.height; y += 3) {
    for (let x = 0; x < pixels.width; x += 3) {
      const [red = 0, green = 0, blue = 0] = pixels.at(x, y)
      const grey = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
      greys.set(grey, (greys.get(grey) ?? 0) + 1)
    }
  }
  const common = [...greys]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([grey]) => grey)
    .toSorted((a, b) => a - b)
  for (const [index, grey] of common.entries()) {
    expect(grey - (common[index - 1] ?? -100), String(common)).toBeGreaterThan(9)
  }
})

test("draws Vietnamese letters and not the box of a missing one", () => {
  const inked = (letter: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80"><text x="5" y="60" font-family="${FONT_FAMILY}" font-size="50">${letter}</text></svg>`
    const font = { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT_FAMILY }
    return new Resvg(svg, { font }).render().pixels.toString("base64")
  }
  const missing = inked("\u4e2d")
  const seen = new Set([missing, inked(" ")])
  const letters = "ăâđêôơưẮẰẲẴẶấầẩẫậẾỀỂỄỆốồổỗộớờởỡợứừửữựỳỷỹỵÝĐ"
  for (const letter of letters) {
    const drawn = inked(letter)
    expect(seen.has(drawn), letter).toBe(false)
    seen.add(drawn)
  }
})

test("what is written is as wide as the font says, so nothing measured is clipped", () => {
  for (const words of ["Công đoàn ngành Nông nghiệp", "Đẵng ĐẮC Ỷ ỡm ờ 1.404,5%", "WWWWiiii"]) {
    for (const weight of [400, 600, 700] as const) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="10" y="60" font-family="${FONT_FAMILY}" font-size="40" font-weight="${weight}">${words}</text></svg>`
      const font = { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT_FAMILY }
      const drawn = new Resvg(svg, { font }).getBBox()?.width ?? 0
      const measured = textWidth(words, 40, weight)
      expect(drawn, `${words} ${weight}`).toBeLessThanOrEqual(measured + 2)
      expect(drawn, `${words} ${weight}`).toBeGreaterThan(measured * 0.9)
    }
  }
})

test("long names break between words into two lines and lose their middle, never their end, only when they must", () => {
  const name = "Công đoàn cơ sở Công ty TNHH Một thành viên Khai thác thủy lợi Bắc Thái Nguyên"
  expect(wrapText("Công đoàn ngành Y tế", { size: 32, weight: 400 }, { width: 600, lines: 2 })).toEqual([
    "Công đoàn ngành Y tế",
  ])
  expect(wrapText(name, { size: 32, weight: 400 }, { width: 700, lines: 2 }).join(" ")).toBe(name)
  const cut = wrapText(name, { size: 32, weight: 400 }, { width: 420, lines: 2 })
  expect(cut).toHaveLength(2)
  expect(cut).toEqual(["Công đoàn cơ sở Công ty", "… thủy lợi Bắc Thái Nguyên"])
  expect(wrapText(name, { size: 32, weight: 400 }, { width: 420, lines: 1 })[0]).toMatch(/\S…$/)
  for (const line of cut) expect(textWidth(line, 32, 400)).toBeLessThanOrEqual(420)
  expect(wrapText("🧵", { size: 32, weight: 400 }, { width: 420, lines: 2 })).toEqual([""])
})

test("names are text and never markup, and what the font has no letter for is left out", () => {
  const svg = tallySvg(
    aChart(say, AT, [{ name: `</text><script>x</script>&"' 🧵中\u0000 Đủ`, members: 10, onPortal: 1 }]),
  )
  expect(svg).toContain("&lt;/text&gt;&lt;script&gt;x&lt;/script&gt;&amp;&quot;&#39; Đủ")
  expect(svg).not.toMatch(/<script|🧵|中/)
})

/** Every text of the picture, and how far left it reaches. */
function textsOf(svg: string) {
  const found = svg.matchAll(
    /<text [^>]*?x="([\d.]+)" y="([\d.]+)"[^>]* font-size="(\d+)" font-weight="(\d+)" text-anchor="(\w+)"[^>]*>([^<]+)/g,
  )
  return [...found].map(([, x, y, size, weight, anchor, words = ""]) => {
    const room = textWidth(words, Number(size), Number(weight) as 400)
    return { words, y, size, left: Number(x) - (anchor === "end" ? room : 0) }
  })
}

test("numbers of many digits stand beside the bars, all in one size, and never on them", () => {
  const svg = tallySvg(CASES.millions)
  const track = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="26"/.exec(svg)
  const end = Number(track?.[1]) + Number(track?.[2])
  const details = textsOf(svg).filter(
    ({ words, size }) => /^[\d.]+\/[\d.]+$/.test(words) && Number(size) < 34,
  )
  expect(details).toHaveLength(12)
  expect(new Set(details.map(({ size }) => size)).size).toBe(1)
  for (const { words, left } of details) expect(left, words).toBeGreaterThan(end + 8)
})

test("a month's name stands in the middle below its mark, or behind it where it would stand on the zero", () => {
  const anchors = (startsOn: string) => {
    const { progress } = CASES["a province with eighteen units"]
    const from = Date.parse(`${startsOn}T00:00:00+07:00`)
    const [, ...points] = progress.points
    const svg = progressLine({ ...progress, from, points: [{ at: from, count: 0 }, ...points] }, 1000, 450)
    return [...svg.matchAll(/text-anchor="(\w+)"[^>]*>(\d+\/20\d\d)</g)].map(([, anchor, label]) => [
      label,
      anchor,
    ])
  }
  expect(anchors("2021-09-01").slice(0, 2)).toEqual([
    ["9/2021", "start"],
    ["11/2021", "middle"],
  ])
  expect(anchors("2021-08-05")[0]).toEqual(["9/2021", "middle"])
})

test("any numbers and any names make a picture", async () => {
  const unit = fc.record({
    name: anyText({ maxLength: 60 }),
    members: fc.integer({ min: 0, max: 2_000_000 }),
    onPortal: fc.oneof(fc.integer({ min: -5, max: 50 }), fc.integer({ min: 0, max: 900_000_000 })),
    delta: fc.integer({ min: -500_000, max: 500_000 }),
  })
  const at = fc.constantFrom(
    AT,
    "2021-09-01T00:00:00+07:00",
    "2022-06-01T00:00:00+07:00",
    "2024-01-01T00:00:00+07:00",
  )
  const period = fc.constantFrom("week", "month", "phase", "campaign")
  await fc.assert(
    fc.asyncProperty(
      fc.array(unit, { maxLength: 15 }),
      at,
      period,
      fc.constantFrom(0, 1, 5000),
      async (units, when, kind, goal) => {
        const chart = aChart(say, when, units, {
          period: kind,
          campaign: aCampaign(goal),
          name: units[0]?.name ?? "Đ",
        })
        const png = Buffer.from(await drawTally(chart))
        expect(png.readUInt32BE(16)).toBe(PICTURE_WIDTH)
      },
    ),
    { numRuns: 6 },
  )
})

test("the page's own chart is drawn with two pixels for each of its 720 units", async () => {
  const { progress } = CASES["a province with eighteen units"]
  const png = await drawProgress(progress, "narrow")
  expect(pixelsOf(png).width).toBe(1440)
  expect(png.length).toBeLessThan(100 * KB)
  const wide = pixelsOf(await drawProgress(progress, "wide"))
  expect([wide.width, wide.height]).toEqual([2000, 678])
})

test("a tally's picture comes with the words for those who cannot see it", async () => {
  const campaign = aCampaign()
  const reading = aReading(AT, EIGHTEEN, { campaign })
  const series = aSeries("2021-09-01", AT, reading.tally.counters.onPortal.total)
  const { png, alt } = await tallyPicture(reading, campaign, { say, zone: ZONE }, series)
  expect(png.length).toBeGreaterThan(10 * KB)
  expect(alt).toBe(
    "Biểu đồ Liên đoàn Lao động tỉnh Thái Nguyên đến 16h00 ngày 22/4/2022: đăng ký 3.605, công nhận 3.444, lên cổng 3.277; Giai đoạn 1: 3.277/5.000 (65,5%). Dẫn đầu: Công đoàn ngành Giáo dục (104,6%), Công đoàn ngành Y tế (87,0%), Công đoàn Viên chức tỉnh (81,9%).",
  )
})
