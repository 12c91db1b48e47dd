/**
 * Characters that take no room on screen: soft hyphen, joiners, bidi controls, fillers, byte order mark, tags.
 * They come with copy and paste, or to make two titles look alike while they differ. Variation selectors stay: an
 * emoji loses its colour without them.
 */
const INVISIBLE = /[[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]--[\uFE00-\uFE0F]]/gv

const LONE_SURROGATE = /\p{Surrogate}/gu

/**
 * The text as it may be stored and shown: NFC, what the person typed otherwise unchanged. Control, zero-width and
 * bidi characters and lone surrogates are gone, every kind of space is one " ", lines end in "\n" without trailing
 * spaces, at most one empty line stays between two lines, both ends are trimmed.
 */
export function clean(text: string): string {
  if (isPlain(text)) return text
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
      .replace(/[\t\p{Zs}]+/gu, " ")
      .replace(LONE_SURROGATE, "")
      .replace(/(?!\n)\p{Cc}/gu, "")
      .replace(INVISIBLE, "")
      // Only now: a removed character may have kept two spaces, or a letter and its mark, apart.
      .normalize("NFC")
      .replace(/ +/g, " ")
      .replace(/ \n/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  )
}

/** Nearly every message is as it should be already: its letters stand alone, with one space between words. */
function isPlain(text: string): boolean {
  let before = SPACE
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < SPACE || (code === SPACE && before === SPACE)) return false
    if (code > LAST_ASCII && code < FIRST_LETTER) return false
    if (code >= FIRST_MARK && !isMoreLatin(code) && !isDashOrQuote(code)) return false
    before = code
  }
  return before !== SPACE || text === ""
}

const SPACE = 0x20
const LAST_ASCII = 0x7e
/** Of Latin-1; before it stand controls, a space and the soft hyphen. */
const FIRST_LETTER = 0xae
/** The marks that are joined to letters, up to `LATIN_END`. */
const FIRST_MARK = 0x300

/** "–", "“", "…" as phones put them for "-", '"' and "..."; what stands around them in their block takes no room, or is a space. */
const DASH = 0x2010
const DASH_END = 0x2028

function isDashOrQuote(code: number): boolean {
  return code >= DASH && code < DASH_END
}

const LINE_END = /[\r\n]/
const CELL_GAP = / *\t *|(?<=\S) {3,}(?=\S)/gu

/** So many cells on a line of its own are a row of a table; one tab may as well stand behind a colon. */
const FEWEST_CELLS_OF_A_ROW = 3

function cleanRow(line: string): string {
  const cells = line.split("\t").map(clean)
  return cells.filter((cell) => cell !== "").length < FEWEST_CELLS_OF_A_ROW
    ? clean(line)
    : cells.join("\t").trim()
}

/**
 * What a person sent, as `clean` has it; only where several lines have cells apart by tabs or wide gaps, as a pasted table does, or
 * a single one has several by tabs, a tab is left between two cells, an empty one among them.
 */
export function cleanTyped(text: string): string {
  if (!LINE_END.test(text)) return text.includes("\t") ? cleanRow(text) : clean(text)
  const lines = text.split(/\r\n?|\n/)
  const apart = lines.map((line) => line.replaceAll("\u00A0", " ").split(CELL_GAP))
  const isRow = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length > 1
  if (apart.filter(isRow).length < 2) return clean(text)
  return apart
    .map((cells) => (isRow(cells) ? cells.map(clean).join("\t") : clean(cells.join(" "))))
    .join("\n")
    .trim()
}

const LOOK_ALIKES = new Map<string, string>(
  (
    [
      // Đ does not decompose; eth and the African D look the same on screen and do occur in union papers.
      ["ĐđÐðƉɖ", "DdDdDd"],
      ["ıȷɩ", "iji"],
      // Cyrillic. The small в к м н т are small capitals of B K M H T, so both cases give one key.
      ["АВЕКМНОРСТУХЅІЈҺԚԜԀҮ", "ABEKMHOPCTYXSIJHQWDY"],
      ["авекмнорстухѕіјһԛԝԁү", "abekmhopctyxsijhqwdy"],
      // Greek. The small μ is read "u" because µm is typed "um".
      ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
      ["αικμνορτυχ", "aikuvoptux"],
    ] as const
  ).flatMap(([from, to]) => Array.from(from, (letter, at): [string, string] => [letter, to.charAt(at)])),
)

const LOOK_ALIKE = new RegExp(`[${[...LOOK_ALIKES.keys()].join("")}]`, "gu")

/**
 * The key under which two texts are compared: lower case, no Vietnamese marks, đ and its look-alikes as d, Cyrillic,
 * Greek, fullwidth and mathematical letters as Latin, no invisible characters, each run of white space one " ",
 * trimmed. Punctuation stays. Old and new tone placement (hoà, hòa) give the same key. Never show it to anybody.
 */
export function fold(text: string): string {
  if (text === latest.text) return latest.key
  const key = foldQuickly(text) ?? withSingleSpaces(foldLetters(text).toLowerCase()).trim()
  if (text.length >= WORTH_KEEPING) latest = { text, key }
  return key
}

/** What reads a message folds the whole of it a dozen times, and single words in between. */
let latest = { text: "", key: "" }
const WORTH_KEEPING = 12

/** Below it letters with their marks, and marks alone, fold one by one whatever stands beside them; so do the blocks behind. */
const LATIN_END = 0x370
const MORE_LATIN = 0x1e00
const MORE_LATIN_END = 0x1f00

function isMoreLatin(code: number): boolean {
  return code >= MORE_LATIN && code < MORE_LATIN_END
}

/** What each such character folds to, as far as it was met. */
const folded = new Array<string | undefined>(DASH_END)

/** Vietnamese as nearly everybody types it, character by character; undefined when there is anything else in the text. */
function foldQuickly(text: string): string | undefined {
  let key = ""
  let isApart = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= LATIN_END && !isMoreLatin(code) && !isDashOrQuote(code)) return undefined
    folded[code] ??= withSingleSpaces(foldLetters(text.charAt(at)).toLowerCase())
    const letter = folded[code]
    if (letter === " ") isApart = key !== ""
    else if (letter !== "") {
      key += isApart ? ` ${letter}` : letter
      isApart = false
    }
  }
  return key
}

function withSingleSpaces(text: string): string {
  return text.replace(/\s+/g, " ")
}

function foldLetters(text: string): string {
  return (
    text
      // The one line break that \s does not know.
      .replaceAll("\u0085", " ")
      .replace(LONE_SURROGATE, "")
      .replace(INVISIBLE, "")
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter)
      .toLowerCase()
      // Once more: lower-casing and compatibility forms can bring back marks and fillers.
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(INVISIBLE, "")
      .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter)
      .replace(/(?:(?!\s)\p{Cc})+/gu, "")
  )
}

/**
 * The key for names of people and units: `fold`, everything that is neither letter nor digit one " ", and y read as
 * i (Lý = Lí, kỹ = kĩ). May be empty.
 */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll("y", "i")
    .trim()
}
