import sharp from "sharp"

/** Larger than any phone's photo; what claims more is a bomb. */
const MOST_PIXELS = 60_000_000
/** A strip of one pixel's width keeps a core busy for many seconds however few its pixels are. */
const MOST_SIDE = 20_000
/** Enough for an A4 page to be read. */
const LONGEST_SIDE = 2_560
/** A photo of the most pixels takes one second. */
const MOST_SECONDS = 20

/** The only readers that a photo reaches, whatever else stands in its bytes: no SVG, no PDF, no RAW. */
const READERS = ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"]
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({ operation: READERS })
// No picture is asked for twice.
sharp.cache(false)

/**
 * A photo drawn anew from its pixels, upright, of an animation the first frame: nothing of where, when and with what it was
 * taken is left, and no colour profile. Throws when it is broken or a bomb.
 */
export async function cleanPhoto(
  bytes: Uint8Array,
  kind: "jpeg" | "png" | "webp",
): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 })
  // Told by the head of the file, before any pixel is unpacked.
  const { width, height } = await picture.metadata()
  if (Math.max(width, height) > MOST_SIDE) throw new Error("The picture is a strip.")
  const upright = picture
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: MOST_SECONDS })
  const drawn =
    kind === "png"
      ? upright.png()
      : kind === "webp"
        ? upright.webp({ quality: 85 })
        : upright.jpeg({ quality: 85 })
  return { bytes: await drawn.toBuffer(), contentType: `image/${kind}` }
}
