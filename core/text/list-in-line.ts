const MARK = /(?:^|[\s:,;])([1-9]|[a-e])\s?[.)]\s?(?=\p{L})/giu
const MOST = 10

/** What stands behind "1.", "2." … or "a)", "b)" … on one line, all of them, from the first word on; undefined where that is no such list. */
export function listedInLine(text: string): readonly string[] | undefined {
  const marks = [...text.matchAll(MARK)]
  const [first] = marks
  const isWhole = first?.index === 0 && marks.length >= 2 && marks.length <= MOST
  const begin = first?.[1] === "1" ? "1".charCodeAt(0) : "a".charCodeAt(0)
  const isInOrder = marks.every(([, mark = ""], at) => mark.toLowerCase().charCodeAt(0) === begin + at)
  if (!isWhole || !isInOrder) return undefined
  return partsBehind(text, marks)
}

const OUT =
  /(?:^|[\s,;.]+)(?:thứ |thu )?(?:([1-9])|(một|mot|nhất|nhat)|(hai)|(ba)|(bốn|bon|tư))\s(?:là|la)\s/giu

/** What stands behind "một là", "hai là" … or "thứ nhất là" …, all of them, from the first word on; undefined where nothing is counted out. */
export function countedOut(text: string): readonly string[] | undefined {
  const marks = [...text.matchAll(OUT)]
  const isInOrder = marks.every(([, digit, ...words], at) => {
    const said = digit === undefined ? words.findIndex((word) => word !== undefined) + 1 : Number(digit)
    return said === at + 1
  })
  if (marks[0]?.index !== 0 || marks.length < 2 || marks.length > MOST || !isInOrder) return undefined
  return partsBehind(text, marks)
}

function partsBehind(text: string, marks: readonly RegExpExecArray[]): readonly string[] {
  return marks.map(({ index, 0: mark }, at) =>
    text.slice(index + mark.length, marks[at + 1]?.index).replace(/[\s,;.]+$/, ""),
  )
}
