import { othersIn, peopleIn } from "../intake/author-name.ts"
import { type ReadLine, withCoAuthors } from "../intake/on-behalf-lines.ts"
import type { Registration } from "../intake/registration.ts"
import { isTitle } from "../intake/title.ts"
import { cut } from "../text/cut.ts"
import { clean, foldWords } from "../text/fold.ts"
import type { MoneyReading } from "../text/money.ts"
import { parseMoney } from "../text/money-reading.ts"
import type { SheetLine } from "./file.ts"
import { headed, wholeCells } from "./headings.ts"

/** What a column of a list may hold, and the headings people give it (folded); what our own export writes is among them. */
const HEADINGS = {
  title: "ten sang kien, sang kien, ten giai phap, giai phap, ten de tai, title, ten sang kien giai phap",
  author:
    "tac gia, ho ten, ho va ten, ho ten tac gia, ho va ten tac gia, ten tac gia, tac gia sang kien, nguoi nop, author",
  unit: "don vi, ten don vi, ma don vi, co quan, don vi cong tac, noi cong tac, cong doan co so, cdcs, unit",
  sector: "linh vuc, sector",
  description: "mo ta, noi dung, tom tat, mo ta tom tat, description",
  benefit: "gia tri lam loi, lam loi, gia tri, tien lam loi, so tien lam loi, hieu qua kinh te, benefit",
  /** In words; the benefit where no other column tells it. */
  effect: "hieu qua, hieu qua ap dung, hieu qua mang lai, ket qua, loi ich",
  benefitVnd: "lam loi dong, gia tri lam loi dong",
  portalCode: "ma cong, ma tren cong, ma ho so tren cong, ma so tren cong, ma ho so cong, portal code",
  code: "ma sang kien, ma sk, code",
} as const

/** A column of a list. */
export type ListColumn = keyof typeof HEADINGS

/** A row with what its columns hold, trimmed; empty where there is no such column. */
export type ListRow = { readonly line: number; readonly of: (column: ListColumn) => string }

/** A list laid out by its headings. */
export type ListTable = { readonly has: (column: ListColumn) => boolean; readonly rows: readonly ListRow[] }

const COLUMN_OF = new Map(
  Object.entries(HEADINGS).flatMap(([column, headings]) =>
    headings.split(", ").map((heading) => [heading, column as ListColumn] as const),
  ),
)
const LONGEST_CELL = 5_000
const LONGEST_LINE = 300

/** Finds the headings and what stands below them; undefined when no line names a title and an author. */
export function listTable(lines: readonly SheetLine[]): ListTable | undefined {
  const found = headed(lines, columnNamed, (known) => known.has("title") && hasPeople(known))
  if (found === undefined) return undefined
  const places = new Map<ListColumn, number>()
  for (const [place, heading] of found.headings.entries()) {
    const column = columnNamed(heading)
    if (column !== undefined && !places.has(column)) places.set(column, place)
  }
  return { has: (column) => places.has(column), rows: rowsOf(found.body, places) }
}

function columnNamed(heading: string): ListColumn | undefined {
  return COLUMN_OF.get(foldWords(heading.slice(0, 100)))
}

function hasPeople(known: ReadonlySet<ListColumn>): boolean {
  return known.has("author") || known.has("portalCode")
}

/** One title drawn over several rows is one initiative of several people. */
function rowsOf(body: readonly SheetLine[], places: ReadonlyMap<ListColumn, number>): readonly ListRow[] {
  const rows: { readonly line: SheetLine; readonly people: string[] }[] = []
  for (const line of body) {
    const last = rows.at(-1)
    const author = line.cells[places.get("author") ?? -1]?.trim() ?? ""
    const isSame = last !== undefined && line.above?.has(places.get("title") ?? -1) === true
    if (isSame && author !== "") last.people.push(author)
    else if (!isSame) rows.push({ line, people: [author] })
  }
  return rows.map(({ line, people }) => {
    const cells = wholeCells(line)
    return {
      line: line.line,
      of: (column) => {
        const place = places.get(column)
        const text = column === "author" && people.length > 1 ? people.join(", ") : cells[place ?? -1]
        return place === undefined ? "" : clean((text ?? "").slice(0, LONGEST_CELL))
      },
    }
  })
}

/** The rows as lines of a list registered for others. */
export function behalfLines(table: ListTable): readonly ReadLine[] {
  return table.rows.map((row): ReadLine => {
    const [cell, title, unit] = [oneLine(row.of("author")), oneLine(row.of("title")), row.of("unit")]
    const [author = cell] = peopleIn(cell)
    const { amount, effect } = gainOf(row)
    const description = [row.of("description"), effect].filter((part) => part !== "").join("\n")
    const typed = [cell, title, description, amount].filter((part) => part !== "").join(" – ")
    const failed = (problem: "form" | "short" | "money"): ReadLine => ({ line: row.line, typed, problem })
    if (author === "" || author.length > 80) return failed("form")
    if (!isTitle(title)) return failed("short")
    const benefit = benefitOf(amount)
    if (benefit?.kind === "ambiguous") return failed("money")
    const registration: Registration = {
      title,
      ...(description === "" ? {} : { description }),
      ...(row.of("sector") === "" ? {} : { sector: oneLine(row.of("sector")) }),
      ...(benefit?.kind === "money" ? { benefit: benefit.money } : {}),
    }
    return {
      line: row.line,
      typed,
      author,
      ...(unit === "" ? {} : { place: unit }),
      registration: withCoAuthors(registration, othersIn(cell)),
    }
  })
}

/** The amount as typed and, apart from it, an effect told in words. */
function gainOf(row: ListRow): { readonly amount: string; readonly effect: string } {
  const dong = row.of("benefitVnd") === "" ? "" : `${row.of("benefitVnd")} đồng`
  const inWords = row.of("benefit") || dong
  const effect = row.of("effect")
  const isAmount = effect !== "" && parseMoney(effect).kind !== "unreadable"
  return isAmount && inWords === "" ? { amount: effect, effect: "" } : { amount: inWords, effect }
}

function benefitOf(amount: string): MoneyReading | undefined {
  if (amount === "") return undefined
  return parseMoney(/^\d+(?:[.,]\d+)?$/.test(amount) ? `${amount} đồng` : amount)
}

function oneLine(text: string): string {
  return cut(text.replace(/\s+/g, " "), LONGEST_LINE)
}
