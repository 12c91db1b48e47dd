import { readFileSync } from "node:fs"
import fc from "fast-check"
import decodeQR from "qr/decode.js"
import sharp from "sharp"
import { expect, test } from "vitest"
import { createWording } from "../../core/messages/wording.ts"
import { posterOf } from "../../core/people/poster.ts"
import { drawPoster } from "./poster.ts"

const vi = readFileSync(new URL("../../core/messages/vi.ftl", import.meta.url), "utf8")
const { say } = createWording(vi, "vi")
const UNIT = "CĐCS Công ty May TNG"
const LINK = "https://t.me/sangkien_bot?start=u_KCN-01"

const drawn = async (link: string, unit = UNIT) => await drawPoster(posterOf({ link, unit }, say))

/** What a phone reads off the sheet, a square of which may be stained. */
async function scanned(
  png: Uint8Array,
  stain?: { readonly left: number; readonly top: number; readonly side: number },
): Promise<string> {
  const patches = stain === undefined ? [] : [{ ...stain, input: stainOf(stain.side) }]
  const { data, info } = await sharp(png)
    .composite(patches)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data })
}

function stainOf(side: number) {
  return { create: { width: side, height: side, channels: 3 as const, background: "#7a5a20" } }
}

test("a phone that scans the sheet opens just this address", async () => {
  const { png, alt } = await drawn(LINK)
  expect(await scanned(png)).toBe(LINK)
  expect(alt).toContain(UNIT)
  expect(alt).toContain(LINK)
})

test("a stain on the code does no harm", async () => {
  const { png } = await drawn(LINK)
  expect(await scanned(png, { left: 560, top: 640, side: 120 })).toBe(LINK)
})

test("any address and any name make a sheet of A4's proportion that can be scanned", async () => {
  const address = fc
    .tuple(fc.stringMatching(/^[a-z0-9_]{1,32}$/), fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/))
    .map(([name, start]) => `https://t.me/${name}?start=${start}`)
  const name = fc.string({ unit: "grapheme", maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(address, name, async (link, unit) => {
      const { png } = await drawn(link, unit)
      const { width, height } = await sharp(png).metadata()
      expect((height / width).toFixed(2)).toBe(Math.SQRT2.toFixed(2))
      expect(await scanned(png)).toBe(link)
    }),
    { numRuns: 6 },
  )
})
