/** HTML as the reader sees it, or Telegram's words for what is wrong with it. */
export type Rendered = { readonly text: string } | { readonly error: string }

/** Tags of "HTML style" (core.telegram.org/bots/api#html-style, 2026-08), without the aliases we never use. */
const ALLOWED_TAGS: Readonly<Record<string, RegExp>> = {
  b: /^$/,
  strong: /^$/,
  i: /^$/,
  em: /^$/,
  u: /^$/,
  s: /^$/,
  code: /^(?: class="language-[\w+#-]+")?$/,
  pre: /^$/,
  a: /^ href="[^"<>]+"$/,
  blockquote: /^(?: expandable)?$/,
  "tg-spoiler": /^$/,
}

const CHARACTERS: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
}

/**
 * Renders Telegram's HTML, stricter than Telegram itself: a bare `&` or `>`, which Telegram lets pass although its
 * documentation forbids them, is an error here.
 */
export function render(source: string): Rendered {
  const open: string[] = []
  let text = ""
  for (const [piece] of source.matchAll(/<[^<>]*>|&[^\s;&<>]*;|[^<>&]+|[<>&]/g)) {
    if (piece.startsWith("<") && piece.length > 1) {
      const error = step(piece, open)
      if (error !== undefined) return { error }
    } else if (/^[<>]$|^&/.test(piece)) {
      const character = CHARACTERS[piece]
      if (character === undefined) return { error: `Unescaped or unknown "${piece}"` }
      text += character
    } else {
      text += piece
    }
  }
  const unclosed = open.at(-1)
  return unclosed === undefined
    ? { text }
    : { error: `Can't find end tag corresponding to start tag "${unclosed}"` }
}

function step(tag: string, open: string[]): string | undefined {
  const found = /^<(\/?)([\w-]+)(.*)>$/s.exec(tag)
  const [, slash, name = "", attributes = ""] = found ?? []
  const allowed = Object.hasOwn(ALLOWED_TAGS, name) ? ALLOWED_TAGS[name] : undefined
  if (allowed === undefined) return `Unsupported start tag "${name}"`
  if (slash !== "/") {
    if (!allowed.test(attributes)) return `Unsupported attributes in tag "${name}"`
    open.push(name)
    return undefined
  }
  const expected = open.pop()
  if (expected === undefined) return "Unexpected end tag"
  return expected === name ? undefined : `Unmatched end tag, expected "</${expected}>", found "</${name}>"`
}
