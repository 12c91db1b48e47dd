import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

type Colours = ReadonlyMap<string, string>

/** The colours of a style sheet by name: in the light, and in the dark, which changes some. */
function coloursOf(sheet: string): readonly [light: Colours, dark: Colours] {
  const css = readFileSync(new URL(sheet, import.meta.url), "utf8")
  const [light = [], dark = []] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body = ""]) =>
    [...body.matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map(
      ([, name = "", colour = ""]) => [name, colour] as const,
    ),
  )
  return [new Map(light), new Map([...light, ...dark])]
}

/** How light a colour is, from 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replaceAll(/[^#]/g, "$&$&") : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(colours: Colours, [over, under]: readonly [string, string]): number {
  const [low = 0, high = 0] = [over, under]
    .map((name) => luminance(colours.get(name) ?? name))
    .sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** WCAG 2.2 AA: words 4.5, the edge of a field and what a focus is seen by 3. */
test.each([
  [
    "./web/page/chat.css",
    [
      ...["paper", "ground", "own", "amber", "hover", "blue-soft", "failed"].map(
        (under) => ["ink", under] as const,
      ),
      ...["paper", "ground", "own", "hover", "field", "blue-soft"].map(
        (under) => ["ink-soft", under] as const,
      ),
      ...["paper", "blue-soft", "own"].map((under) => ["blue-text", under] as const),
      ...([
        ["amber-ink", "amber"],
        ["red", "ground"],
        ["#ffffff", "blue"],
        ["#ffffff", "blue-dark"],
      ] as const),
    ],
    [
      ["field-line", "paper"],
      ["field-line", "field"],
      ["blue", "paper"],
      ["blue", "ground"],
    ],
  ],
  [
    "./http/board.css",
    [
      ...["paper", "ground"].flatMap((under) =>
        ["ink", "soft", "blue"].map((over) => [over, under] as const),
      ),
      ["paper", "ink"],
    ],
    [
      ["blue", "track"],
      ["ink", "track"],
    ],
  ],
] as const)("the colours of %s are told apart in the light and in the dark", (sheet, words, edges) => {
  const [light, dark] = coloursOf(sheet)
  expect(light).not.toEqual(dark)
  for (const colours of [light, dark]) {
    for (const pair of words) expect(contrast(colours, pair), pair.join(" on ")).toBeGreaterThanOrEqual(4.5)
    for (const pair of edges) expect(contrast(colours, pair), pair.join(" on ")).toBeGreaterThanOrEqual(3)
  }
})
