import { given } from "../given.ts"
import { fold } from "../text/fold.ts"
import { parseMoney } from "../text/money-reading.ts"
import { isPersonName, isSameName } from "./author-name.ts"
import { isTitle } from "./title.ts"

const MOST_ROWS = 20
const FEWEST_CELLS = 2
const WHEN = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:\s|$)/
const AMOUNT = /^\d[\d.,\s]*(?:đ|d|đồng|dong|vnđ|vnd|tr|triệu|trieu|tỷ|ty|tỉ)?(?:\/\S+)?$/iu
const PLACE_IN_LIST = /^\d{1,3}\.?$/
const LEAST_AMOUNT = 1_000
const PLACE =
  /^(?:cong ty|cty|truong|benh vien|bv|cdcs|cong doan|lien doan|nha may|xi nghiep|tram y te|trung tam|to|doi|phong|khoa|chuyen|phan xuong|lop)(?: |$)/
const NOTHING = /^(?:khong|ko|k|chua|chua co|khong co|-|x|0)?$/

type Row = {
  readonly name?: string
  readonly title: string
  readonly amount?: string
  readonly more: readonly string[]
}

/**
 * Rows of a sheet that somebody pasted without its headings, as they could have been written: those of `name` themselves as a
 * registration or a list of them, those of others as a list of people. Undefined for anything that is no such rows.
 */
export function pastedRows(text: string, name: string): string | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  if (lines.length > MOST_ROWS || !lines.every((line) => line.includes("\t"))) return undefined
  const rows = lines.map(readRow)
  const known = rows.flatMap((row) => (row === undefined ? [] : [row]))
  // Of a list for others a row that cannot be read is named as such; it holds back no other.
  const isList = known.length >= 2 && known.every((row) => row.name !== undefined)
  if (known.length === 0 || (known.length < rows.length && !isList)) return undefined
  if (known.every((row) => row.name === undefined || isSameName(row.name, name))) return ownOf(known)
  const others = rows.map((row, at) => {
    const cells = row === undefined ? cellsOf(lines[at] ?? "") : [row.name ?? name, row.title, row.amount]
    return `${at + 1}. ${cells.filter(Boolean).join(" - ")}`
  })
  return others.length === 1 ? others[0] : others.join("\n")
}

function ownOf(rows: readonly Row[]): string {
  const [only, ...more] = rows
  const line = ({ title, amount }: Row) => (amount === undefined ? title : `${title}, làm lợi ${amount}`)
  if (only === undefined || more.length > 0)
    return [`đăng ký ${rows.length} sáng kiến:`, ...rows.map((row, at) => `${at + 1}. ${line(row)}`)].join(
      "\n",
    )
  return [
    `Tên sáng kiến: ${only.title}`,
    ...(only.amount === undefined ? [] : [`Làm lợi: ${only.amount}`]),
    ...(only.more.length === 0 ? [] : [`Mô tả: ${only.more.join("\n")}`]),
  ].join("\n")
}

/** The cells that tell something. */
function cellsOf(line: string): readonly string[] {
  return line
    .split("\t")
    .map((cell) => cell.trim())
    .filter((cell) => !WHEN.test(cell) && !NOTHING.test(fold(cell)) && !PLACE_IN_LIST.test(cell))
}

function readRow(line: string): Row | undefined {
  const cells = cellsOf(line)
  if (cells.length < FEWEST_CELLS) return undefined
  const name = cells.find((cell) => isPersonName(cell))
  const amount = cells.map(amountIn).find((found) => found !== undefined)
  const words = cells.filter(
    (cell) => cell !== name && amountIn(cell) === undefined && !PLACE.test(fold(cell)),
  )
  const [title, ...more] = words.filter(isTitle)
  if (title === undefined || (name === undefined && amount === undefined)) return undefined
  return { title, more, ...given({ name, amount }) }
}

/** "35000000" is an amount in đồng; a telephone number begins with 0 and a place in a list is small. */
function amountIn(cell: string): string | undefined {
  if (!AMOUNT.test(cell) || cell.startsWith("0")) return undefined
  const bare = /^\d[\d.,\s]*$/.test(cell)
  if (bare && Number(cell.replace(/\D/g, "")) < LEAST_AMOUNT) return undefined
  const typed = bare ? `${cell} đồng` : cell
  return parseMoney(typed).kind === "money" ? typed : undefined
}
