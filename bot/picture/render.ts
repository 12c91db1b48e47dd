import { renderAsync } from "@resvg/resvg-js"
import { FONT_FAMILY, FONT_FILES } from "./font.ts"
import { palettePng } from "./png.ts"

/** The drawing as PNG, `zoom` pixels for a unit of its own; rendered on a thread of its own. */
export async function toPng(svg: string, zoom = 1): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: zoom },
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
  })
  return await palettePng(image.pixels, image.width, image.height)
}
