import { STRONG_OFF, STRONG_ON } from "./channel.ts"

/** `text` as the channels without formatting show it. */
export function plain(text: string): string {
  return text.replaceAll(STRONG_ON, "").replaceAll(STRONG_OFF, "")
}

const STRESS = new RegExp(`([${STRONG_ON}${STRONG_OFF}])`)

/** `text` in order, cut where the stress changes; never empty pieces. */
export function pieces(text: string): readonly { readonly text: string; readonly strong: boolean }[] {
  const found: { text: string; strong: boolean }[] = []
  let strong = false
  for (const part of text.split(STRESS)) {
    if (part === STRONG_ON) strong = true
    else if (part === STRONG_OFF) strong = false
    else if (part !== "") found.push({ text: part, strong })
  }
  return found
}

/** `text` as HTML with `<b>` for stress; everything a person typed is escaped. */
export function html(text: string): string {
  return pieces(text)
    .map((piece) => (piece.strong ? `<b>${escapeHtml(piece.text)}</b>` : escapeHtml(piece.text)))
    .join("")
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
])

/** Escapes `&`, `<`, `>` and `"` for HTML text and attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES.get(mark) ?? mark)
}
