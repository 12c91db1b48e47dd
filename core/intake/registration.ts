import { fold } from "../text/fold.ts"
import { extractBenefit, type Money, parseMoney } from "../text/money.ts"

/** What one message says about an initiative. */
export type Registration = {
  readonly title: string
  readonly description?: string
  readonly sector?: string
  readonly benefit?: Money
  /** A stated benefit that can be read in two ways; asked, never guessed. */
  readonly ambiguous?: readonly [Money, Money]
}

/** Longest message that is read as one registration, in UTF-16 units; more is a document, not a message. */
export const LONGEST_REGISTRATION = 5_000
const LONGEST_TITLE = 300
const FEWEST_LETTERS = 8

const LABELS: readonly {
  readonly field: "title" | "description" | "benefit" | "sector"
  readonly words: readonly string[]
}[] = [
  { field: "title", words: ["ten sang kien", "ten giai phap", "ten sk", "ten"] },
  { field: "description", words: ["mo ta", "noi dung", "giai phap", "cach lam", "mo ta ban chat"] },
  { field: "benefit", words: ["gia tri lam loi", "lam loi", "loi ich", "hieu qua", "benefit"] },
  { field: "sector", words: ["linh vuc ap dung", "linh vuc"] },
]

/** Reads what follows the command of a registration: a bare title, a title with a benefit clause, or labelled lines. */
export function readRegistration(text: string): Registration {
  const labelled = readLabels(text)
  const benefitLine = labelled?.benefit
  const fromLabel = benefitLine === undefined ? {} : benefitOf(benefitLine)
  const body = labelled?.title ?? text
  const [head, tail] = headline(body)
  const clause = benefitLine === undefined ? extractBenefit(head) : null
  const description = [tail, labelled?.description]
    .filter((part) => part !== undefined && part !== "")
    .join("\n")
  return {
    title: clause?.title ?? head,
    ...(description === "" ? {} : { description }),
    ...(labelled?.sector === undefined ? {} : { sector: labelled.sector }),
    ...fromLabel,
    ...(clause === null ? {} : readingOf(clause.reading)),
  }
}

/** True for words that can be the name of a solution: several words, not a nod or a slip of the finger. */
export function isTitle(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return (
    letters >= FEWEST_LETTERS &&
    fold(text)
      .split(" ")
      .filter((word) => /\p{L}/u.test(word)).length >= 2
  )
}

function benefitOf(text: string): Pick<Registration, "benefit" | "ambiguous"> {
  return readingOf(parseMoney(text))
}

function readingOf(reading: ReturnType<typeof parseMoney>): Pick<Registration, "benefit" | "ambiguous"> {
  switch (reading.kind) {
    case "money":
      return { benefit: reading.money }
    case "ambiguous":
      return { ambiguous: reading.readings }
    case "none_given":
    case "unreadable":
      return {}
    default:
      return reading satisfies never
  }
}

/** The title and what is too long for one: the first line, and of an overlong line its first sentence. */
function headline(text: string): [string, string | undefined] {
  const [line = "", ...more] = text.split("\n").map((part) => part.trim())
  const tail = more.join("\n").trim()
  if (line.length <= LONGEST_TITLE) return [line, tail === "" ? undefined : tail]
  const sentence = line.slice(0, LONGEST_TITLE).search(/[.;!?](\s|$)/)
  const cut = sentence > FEWEST_LETTERS ? sentence + 1 : line.lastIndexOf(" ", LONGEST_TITLE)
  const at = cut > 0 ? cut : LONGEST_TITLE
  return [line.slice(0, at).trim(), [line.slice(at).trim(), tail].filter((part) => part !== "").join("\n")]
}

function readLabels(
  text: string,
): { title?: string; description?: string; benefit?: string; sector?: string } | undefined {
  const found: { title?: string; description?: string; benefit?: string; sector?: string } = {}
  let field: keyof typeof found = "title"
  let any = false
  for (const line of text.split("\n")) {
    const colon = line.slice(0, 40).indexOf(":")
    const label = colon < 0 ? undefined : labelOf(line.slice(0, colon))
    if (label !== undefined) {
      field = label
      any = true
    }
    const words = (label === undefined ? line : line.slice(colon + 1)).trim()
    if (words === "") continue
    found[field] = found[field] === undefined ? words : `${found[field]}\n${words}`
  }
  return any ? found : undefined
}

function labelOf(words: string): "title" | "description" | "benefit" | "sector" | undefined {
  const key = fold(words)
    .replace(/^[\d.)\-+*•\s]+/, "")
    .trim()
  return LABELS.find((label) => label.words.includes(key))?.field
}
