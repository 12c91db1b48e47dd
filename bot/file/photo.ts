import sharp from "sharp"

/** Larger than any phone's photo; what claims more is a bomb. */
const MOST_PIXELS = 60_000_000
/** Enough for an A4 page to be read. */
const LONGEST_SIDE = 2_560

/** A photo drawn anew from its pixels, upright: nothing of where, when and with what it was taken is left. */
export async function cleanPhoto(
  bytes: Uint8Array,
  kind: "jpeg" | "png" | "webp",
): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
  const drawn =
    kind === "png"
      ? picture.png()
      : kind === "webp"
        ? picture.webp({ quality: 85 })
        : picture.jpeg({ quality: 85 })
  return { bytes: await drawn.toBuffer(), contentType: `image/${kind}` }
}
